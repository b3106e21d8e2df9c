"""The values of the journey book on paper, in the fields of a JourneyBook; the words are rendered with the message."""

from collections.abc import Iterator, Mapping, Sequence
from functools import reduce
from textwrap import shorten
from typing import Any

from handlers.conversation import InboxMessage, Text, text
from handlers.member import wording
from handlers.member.book_essays import EssayText, words_of
from handlers.member.book_wording import REASON
from handlers.member.standing import Standing
from journey.calendar import QUARTERS
from journey.people import Role
from journey.person import Person
from journey.programme import Kind, Op, Programme, Reach, Task
from journey.progress import CriterionCount, Holder, TaskProgress, TaskState
from locales.texts import Day
from papers.journey_book import Word
from storage import attendance_counting, people, registrations, units
from storage.book import Entry, Opinion, Record, Ruled
from storage.registrations import Change

Values = Mapping[str, Any]

_SIGN_THEMSELVES = (Role.GROUP_LEADER, Role.SUPERVISOR)
_SIGN_FOR_A_BODY = (Role.EXECUTIVE, Role.PARTY_COMMITTEE)


async def pages(now: Standing, owner: Person, message: InboxMessage, essays: Sequence[EssayText]) -> Values:
    """Return the book of `owner` for whoever writes `message`, with `essays` at its end."""
    tree = await units.tree()
    superior, issuer = _issued_by([tree[id_].name for id_ in units.path(tree, owner.unit)])
    changes = await registrations.changes_of(now.enrolment.id)
    decided = await people.names({each.decided_by for each in changes if each.decided_by is not None})
    year, language = str(now.season.year), message.language
    return {
        "superior": superior,
        "issuer": issuer,
        "title": now.programme.member_document,
        "programme": now.programme.short_title if language == "vi" else now.programme.title_en,
        "season": text("book-paper.season", year=year),
        "facts": _facts(now, owner, issuer, await units.group_name(owner.group)),
        "caution": text("book-paper.caution"),
        "made_on": text("book-paper.made-on", day=message.today),
        "registration": _registration(now, language),
        "changes": [_change(each, decided) for each in changes],
        "sums": _sums(now, language),
        "outcome": _outcome(now),
        "results": _results(now, language),
        "quarters": [text("book-paper.quarter", quarter=quarter, year=year) for quarter in QUARTERS],
        "signers": list(_signers(now.programme, owner)),
        "essays": [_essay(now.programme, each, language) for each in essays],
        "words": {str(word): text(f"book-paper.word-{word.replace('_', '-')}") for word in Word},
    }


def _issued_by(path: Sequence[str]) -> tuple[str, str]:
    """Return the unit above and the unit, of the names from the unit upwards."""
    return (path[1] if len(path) > 1 else ""), (path[0] if path else "")


def _facts(now: Standing, owner: Person, unit: str, group: str) -> list[Values]:
    number = now.programme.source_number
    plan = text("book-paper.plan-version", number=number, version=str(now.programme.version))
    facts = {
        "name": owner.full_name,
        "unit": unit,
        "group": group,
        "registered-on": _day(now.enrolment.registered_at),
        "plan": plan,
    }
    return [{"label": text(f"book-paper.{name}"), "value": value} for name, value in facts.items() if value]


def _registration(now: Standing, language: str) -> list[Values]:
    taken = {each.task: each for each in now.book.registrations}
    numbers = iter(range(1, len(taken) + 1))
    return [
        {
            "title": wording.title(category, language),
            "tasks": [
                {
                    "number": next(numbers),
                    "code": task.code,
                    "title": wording.title(task, language),
                    "months": wording.months(task.months),
                    "taken_on": _day(taken[task.code].registered_at),
                    "note": _dropped(taken[task.code].dropped_at),
                }
                for task in tasks
            ],
        }
        for category in now.programme.categories
        if (tasks := [each for each in now.programme.tasks_in(category.code) if each.code in taken])
    ]


def _dropped(at: Any) -> Text | str:
    return text("book-paper.dropped-on", day=Day(at)) if at else ""


def _change(change: Change, names: Mapping[int, str]) -> Values:
    who = names.get(change.decided_by or 0)
    answer = text(
        f"book-paper.change-{change.state}",
        on=Day(change.decided_at),
        who=text("book-paper.by", name=who) if who else "",
        answer=change.answer,
    )
    wanted = ", ".join(sorted(change.wanted))
    return {"asked_on": _day(change.asked_at), "wanted": wanted, "reason": change.reason, "answer": answer}


def _sums(now: Standing, language: str) -> list[Values]:
    return [
        {
            "title": wording.title(each.category, language),
            "needed": each.needed,
            "done": each.done,
            "provisional": each.provisional,
        }
        for each in now.progress.categories
    ]


def _outcome(now: Standing) -> Text:
    outcome = text(f"book.outcome-{now.progress.outcome.replace('_', '-')}")
    return text("book-paper.outcome", outcome=outcome, done=now.progress.done, needed=now.progress.needed)


def _results(now: Standing, language: str) -> list[Values]:
    shown = {each.task for each in now.book.registrations if each.task in now.tasks or _handed_in(now, each.task)}
    return [
        {"title": wording.title(category, language), "tasks": [_task(now, task, language) for task in tasks]}
        for category in now.programme.categories
        if (tasks := [each for each in now.programme.tasks_in(category.code) if each.code in shown])
    ]


def _handed_in(now: Standing, code: str) -> list[Entry]:
    return [entry for entry in now.book.of_task(code) if entry.state != "draft"]


def _task(now: Standing, task: Task, language: str) -> Values:
    progress = now.tasks.get(task.code)
    ruled = now.book.rulings.get(task.code)
    return {
        "code": task.code,
        "title": wording.title(task, language),
        "state": _state(progress) if progress else text("book-paper.state-dropped"),
        "ruling": _ruling(ruled) if ruled else "",
        "requirements": [_requirement(each, language) for each in progress.counts] if progress else [],
        "versions": [_version(now.programme, task, entry) for entry in _handed_in(now, task.code)],
        "nothing": text("book-paper.nothing"),
    }


def _state(progress: TaskProgress) -> Text:
    if progress.state is TaskState.DONE and progress.since:
        return text("book-paper.state-done-on", since=Day(progress.since))
    key = f"book-paper.state-{progress.state.replace('_', '-')}"
    return text(key, holders=_holders(progress.holders), since=Day(progress.since))


def _holders(holders: Sequence[Holder]) -> Text | str:
    said = dict.fromkeys((holder.title, ", ".join(holder.people)) for holder in holders)
    texts = [text("book-paper.body", title=title, name=names) if names else title for title, names in said]
    return reduce(lambda first, then: text("book.or", first=first, then=then), texts) if texts else ""


def _ruling(ruled: Ruled) -> Text:
    return text(f"book-paper.ruled-{ruled.kind}", name=ruled.by, on=Day(ruled.at), reason=ruled.reason)


def _requirement(counted: CriterionCount, language: str) -> Values:
    return {
        "label": wording.label(counted.criterion, language),
        "needed": _needed(counted, language),
        "approved": _approved(counted, language),
    }


def _needed(counted: CriterionCount, language: str) -> Text | str:
    criterion = counted.criterion
    unit = wording.unit(criterion, language)
    if criterion.kind is Kind.LEVEL:
        return str(criterion.value)
    if criterion.kind is Kind.YES_NO:
        return text("book-paper.asked-yes")
    if criterion.op is Op.GT and isinstance(criterion.value, int):
        return text("book-paper.more-than", n=criterion.value, unit=unit)
    return text("book-paper.amount", n=counted.need, unit=unit)


def _approved(counted: CriterionCount, language: str) -> Text | str:
    criterion = counted.criterion
    if counted.holds is None:
        return text("book-paper.unknown")
    if criterion.kind is Kind.LEVEL and counted.have:
        return criterion.scale[counted.have - 1]
    if criterion.kind in (Kind.COUNT, Kind.WORDS):
        return text("book-paper.amount", n=counted.have, unit=wording.unit(criterion, language))
    return text("book-paper.holds" if counted.holds else "book-paper.short")


def _version(programme: Programme, task: Task, entry: Entry) -> Values:
    essay = words_of(task, entry)
    given = text("book-paper.evidence", count=entry.evidence)
    return {
        "number": text("book-paper.number", part=entry.part, version=entry.version),
        "handed_in": _day(entry.submitted_at),
        "evidence": text("book-paper.essay", words=essay) if essay else given,
        "result": text(f"book-paper.result-{entry.state}"),
        "opinions": list(_said(programme, entry)),
    }


def _said(programme: Programme, entry: Entry) -> Iterator[Text]:
    """Yield what became of one version, a sentence a body."""
    if entry.record:
        yield _record(entry.record)
    elif entry.state == "approved" and all(each.state != "approved" for each in entry.opinions):
        yield text("book-paper.on-evidence")
    for opinion in entry.opinions:
        if opinion.state != "cancelled":
            yield _opinion(programme, opinion)
    for back in entry.taken_back:
        key = f"book-paper.taken-back-{back.verdict}"
        yield text(key, name=back.by, on=Day(back.at), reason=_short(back.reason))
    if entry.appealed_at:
        yield text("book-paper.appealed", on=Day(entry.appealed_at), reason=_short(entry.appeal))


def _short(reason: str) -> str:
    return shorten(reason, REASON, placeholder="…")


def _record(record: Record) -> Text:
    assessed: Text | str = ""
    if record.how == attendance_counting.HOW:
        assessed = text("book-paper.attended", at=record.assessed_by, on=record.assessed_on)
    elif record.assessed_by and record.assessed_on:
        assessed = text("book-paper.assessed-on", by=record.assessed_by, on=record.assessed_on)
    elif record.assessed_by:
        assessed = text("book-paper.assessed", by=record.assessed_by)
    return text(f"book-paper.recorded-{record.how}", name=record.by or "–", on=Day(record.at), assessed=assessed)


def _opinion(programme: Programme, opinion: Opinion) -> Text:
    assessor = programme.assessor(opinion.body)
    body = _body(assessor.short, opinion)
    return text(
        f"book-paper.opinion-{opinion.state}", body=body, on=Day(opinion.decided_at), reason=_short(opinion.reason)
    )


def _body(title: str, opinion: Opinion) -> Text | str:
    """Return the body with who decided for it, for whom a substitute did, how an answer came without the bot."""
    name = opinion.decided_by
    if not name:
        return title
    if opinion.instead_of:
        return text("book-paper.body-instead-of", title=title, name=name, first=opinion.instead_of)
    return text(f"book-paper.body-{opinion.way}" if opinion.way else "book-paper.body", title=title, name=name)


def _signers(programme: Programme, owner: Person) -> Iterator[Values]:
    """Yield who signs: the member, then the nearest assessor of each role that accompanies members."""
    yield {"title": text("book-paper.signer-member"), "name": owner.full_name}
    for role in (*_SIGN_THEMSELVES, *_SIGN_FOR_A_BODY):
        near = [each for each in programme.assessors if each.role is role and each.reach is not Reach.TOP]
        how = "person" if role in _SIGN_THEMSELVES else "body"
        for assessor in near[:1]:
            yield {"title": text(f"book-paper.signer-{how}", title=assessor.title.upper()), "name": ""}


def _essay(programme: Programme, essay: EssayText, language: str) -> Values:
    task = programme.task(essay.task)
    return {
        "title": text("book-paper.essay-title", code=task.code, title=wording.title(task, language)),
        "about": text("book-paper.essay-about", words=essay.words, on=Day(essay.submitted_at)),
        "paragraphs": [line for line in essay.text.splitlines() if line.strip()],
    }


def _day(moment: Any) -> Text | str:
    return text("book-paper.day", day=Day(moment)) if moment else ""
