"""A task explained: what counts, by when, who assesses, what proof."""

from dataclasses import replace

from handlers.arguments import number
from handlers.conversation import Choice, Conversation, InboxMessage, Say, Text, Turn, choice, say, text
from handlers.member import wording
from handlers.member.assessing import people_by_body
from handlers.member.choosing import Choosing, choosing
from handlers.member.programme_of import season_programme
from handlers.session_words import when
from journey.calendar import feasible
from journey.people import Role
from journey.programme import CriteriaRule, Programme, Task
from journey.sessions import State
from storage import sessions
from storage.programmes import Season

PAGE = 7  # tasks or categories of one screen


async def open_(message: InboxMessage, page: str = "0") -> Turn:
    """Offer the categories, to read about their tasks."""
    season, programme, _ = await _place(message)
    found = [each for each in programme.categories if programme.tasks_in(each.code)]
    at = (number(page, 999) or 0) * PAGE
    rows = tuple(
        (choice("tasks.list", each.code, label="tasks.category", title=wording.title(each, message.language)),)
        for each in found[at : at + PAGE]
    )
    more = ((choice("tasks.open", at // PAGE + 1, label="tasks.more"),),) if at + PAGE < len(found) else ()
    rows = (*rows, *more)
    return Turn(says=(_card(say("tasks.overview", title=programme.short_title, year=str(season.year)), rows),))


async def list_(message: InboxMessage, category: str, page: str = "0") -> Turn:
    """Offer the tasks of a category."""
    _, programme, now = await _place(message)
    tasks = programme.tasks_in(category)
    starts = {str(number): at for number, at in enumerate(range(0, len(tasks), PAGE))}
    if page not in starts:
        return await open_(message)
    shown = tasks[starts[page] : starts[page] + PAGE]
    rows = [
        (choice("tasks.show", t.code, label="tasks.one", task=wording.task_label(t, message.language)),) for t in shown
    ]
    if (following := str(int(page) + 1)) in starts:
        rows.append((choice("tasks.list", category, following, label="tasks.more"),))
    if now is not None:
        rows.append((choice("registration.open", label="tasks.back"),))
    title = next(wording.title(each, message.language) for each in programme.categories if each.code == category)
    lines = [
        text("tasks.line", n=place, code=each.code, title=wording.title(each, message.language))
        for place, each in enumerate(shown, 1)
    ]
    words = say("tasks.of-category", title=title, tasks=lines)
    return Turn(says=(_card(words, tuple(rows)),))


async def show(message: InboxMessage, code: str) -> Turn:
    """Explain one task of this year; an old choice may name a task that another year had."""
    season, programme, now = await _place(message)
    if code not in {each.code for each in programme.tasks}:
        words = say("tasks.not-this-year", code=code, year=str(season.year))
        return Turn(says=(_card(words, ((choice("tasks.open", label="tasks.others"),),)),))
    task = programme.task(code)
    people = await people_by_body(programme, [task], message.person, message.today) if message.person else {}
    words = say(
        "tasks.explained",
        code=task.code,
        title=wording.title(task, message.language),
        wording=task.text,
        criteria=_criteria(task, message.language),
        when=[_when(task, message, season), *await _next_session(task, message)],
        proof=[*_proof(programme, task), *_given(task, message.language)],
        assessed=wording.assessment(programme, task, people),
    )
    return Turn(says=(_card(words, _choices(task, now)),))


async def _place(message: InboxMessage) -> tuple[Season, Programme, Choosing | None]:
    """Return the season, the programme, and where a member stands; officers read the season's programme."""
    if message.person is not None and message.person.has(Role.MEMBER):
        now = await choosing(message)
        return now.season, now.programme, now
    return *await season_programme(message), None


def _card(words: Say, rows: tuple[tuple[Choice, ...], ...]) -> Say:
    return replace(words, choices=rows, card="tasks", fresh=True)


def _criteria(task: Task, language: str) -> Text:
    parts = [wording.criterion(each, language) for each in task.criteria]
    is_any = task.criteria_rule is CriteriaRule.ANY and len(parts) > 1
    return text("tasks.criteria-any" if is_any else "tasks.criteria-all", criteria=parts)


def _when(task: Task, message: InboxMessage, season: Season) -> Text:
    in_time = feasible(task, {}, message.today, season.year)
    key = "tasks.in-time" if in_time else "tasks.out-of-time"
    return text(key, months=wording.months(task.months), year=str(season.year))


def _proof(programme: Programme, task: Task) -> list[Text]:
    kinds = {kind.code: kind.title for kind in programme.evidence_kinds}
    return [text("tasks.proof", title=kinds[code]) for code in task.evidence]


def _given(task: Task, language: str) -> tuple[Text, ...]:
    titles = [each.title if language == "vi" else each.title_en for each in task.fields]
    return (text("tasks.given", fields=", ".join(titles)),) if titles else ()


async def _next_session(task: Task, message: InboxMessage) -> list[Text]:
    """Return the member's next session that counts for the task, none where there is none."""
    if message.person is None or not message.person.has(Role.MEMBER):
        return []
    coming = await sessions.coming(message.person, message.now)
    found = next((each for each in coming if each.task == task.code and each.state == State.PLANNED), None)
    if found is None:
        return []
    return [text("tasks.next-session", title=found.title, when=when(found, message.zone))]


def _choices(task: Task, now: Choosing | None) -> tuple[tuple[Choice, ...], ...]:
    others = (choice("tasks.list", task.category, label="tasks.others"),)
    if now is None:
        return (others,)
    if task.code in now.taken:
        hand_in = choice("evidence.start", task.code, label="tasks.hand-in", style="good")
        return (hand_in,), (choice("book.task", task.code, label="tasks.in-book"),), others
    is_free = task.code not in now.chosen and now.may_take(task) and not now.is_early
    pick = choice("registration.pick", now.season.id, task.code, label="tasks.pick", style="good")
    return *(((pick,),) if is_free else ()), others, (choice("registration.open", label="tasks.back"),)


CONVERSATION = Conversation(
    "tasks", command="/nhiemvu", open_=open_, actions={"open": open_, "list": list_, "show": show}
)
