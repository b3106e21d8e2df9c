"""My book: every task with its state, the next step, who holds it and since when."""

from dataclasses import replace

from handlers.conversation import Choice, Conversation, InboxMessage, Say, Text, Turn, choice, say, text
from handlers.member import wording
from handlers.member.book_picture import picture
from handlers.member.book_wording import block, counts, history, ruling, state
from handlers.member.standing import Standing, standing
from journey.programme import Task
from journey.progress import Next, TaskProgress
from storage import units
from storage.book import Entry

CHOICES = 9  # what a numbered menu carries; three of them hand in, draw the picture and take the book along
_SIDE_BY_SIDE = 3

_HAND_IN = {
    Next.START: "book.start",
    Next.CONTINUE_DRAFT: "book.continue",
    Next.HAND_IN_MORE: "book.hand-in-more",
    Next.WAIT: "book.hand-in-more",
    Next.WAIT_FOR_PROOF: "book.hand-in-proof",
}


async def open_(message: InboxMessage) -> Turn:
    """Show the whole book."""
    return await page(message, "0")


async def page(message: InboxMessage, number: str) -> Turn:
    """Show the whole book, with screen `number` of tasks to open."""
    now = await standing(message)
    if not now.tasks:
        return Turn(says=(_not_registered(now),))
    words = say(
        "book.overview",
        year=str(now.season.year),
        document=now.programme.member_document,
        done=now.progress.done,
        needed=now.progress.needed,
        outcome=text(f"book.outcome-{now.progress.outcome.replace('_', '-')}"),
        categories=wording.apart(
            [*(block(now, each, message.language) for each in now.progress.categories), *_dropped(now)]
        ),
    )
    card = replace(words, choices=_overview_choices(now, number), card=f"book:{now.enrolment.id}", fresh=True)
    return Turn(says=(card,))


async def task(message: InboxMessage, code: str) -> Turn:
    """Show one task in full, with everything handed in for it; a dropped one too."""
    now = await standing(message)
    entries = now.book.of_task(code)
    found = next((each for each in now.programme.tasks if each.code == code), None)
    if found is None or (code not in now.tasks and not entries):
        return Turn(
            says=(_with(say("book.not-yours", year=str(now.season.year)), (choice("book.open", label="book.back"),)),)
        )
    progress = now.tasks.get(code)
    words = say(
        "book.task",
        code=code,
        title=wording.title(found, message.language),
        state=[
            text(
                "book.state-line",
                year=str(now.season.year),
                state=state(progress, message.language) if progress else text("book.state-dropped"),
            ),
            *ruling(now, code),
        ],
        counts=counts(progress, message.language),
        history=history(now, entries) if entries else text("book.history-none"),
    )
    return Turn(says=(_with(words, *_task_choices(found, progress, entries)),))


async def show_picture(message: InboxMessage) -> Turn:
    """Send the picture of where the member stands."""
    now = await standing(message)
    if not now.tasks or message.person is None:
        return Turn(says=(_not_registered(now),))
    group = await units.group_name(message.person.group) or await units.unit_name(message.person.unit)
    words = say("book.caption", year=str(now.season.year), done=now.progress.done, needed=now.progress.needed)
    drawn = replace(words, pictures=(picture(now, message, group),))
    return Turn(says=(replace(drawn, choices=((choice("book.open", label="book.back"),),)),))


def _with(words: Say, *rows: tuple[Choice, ...]) -> Say:
    return replace(words, choices=tuple(row for row in rows if row))


def _not_registered(now: Standing) -> Say:
    words = say("book.not-registered", year=str(now.season.year))
    return _with(words, (choice("registration.open", label="book.register", style="good"),))


def _overview_choices(now: Standing, number: str) -> tuple[tuple[Choice, ...], ...]:
    codes = list(now.tasks)
    size = CHOICES - 3 if len(codes) <= CHOICES - 3 else CHOICES - 4
    starts = {str(screen): at for screen, at in enumerate(range(0, len(codes), size))}
    at = starts.get(number, 0)
    opened = [choice("book.task", code, label="book.one", code=code) for code in codes[at : at + size]]
    rows = [tuple(opened[i : i + _SIDE_BY_SIDE]) for i in range(0, len(opened), _SIDE_BY_SIDE)]
    if len(starts) > 1:
        following = (at // size + 1) % len(starts)
        rows.append((choice("book.page", following, label="book.more"),))
    rows.append((choice("evidence.open", label="book.hand-in"), choice("book.picture", label="book.picture")))
    rows.append((choice("book-paper.open", label="book.paper"),))
    return tuple(rows)


def _dropped(now: Standing) -> tuple[Text, ...]:
    codes = [each.task for each in now.book.registrations if each.dropped_at is not None]
    return (text("book.dropped", codes=", ".join(codes)),) if codes else ()


def _task_choices(
    found: Task, progress: TaskProgress | None, entries: tuple[Entry, ...]
) -> tuple[tuple[Choice, ...], ...]:
    ways = (choice("tasks.show", found.code, label="book.explain"), choice("book.open", label="book.back"))
    if progress is None:
        return (ways,)
    return _hand_in(progress, entries), ways


def _hand_in(progress: TaskProgress, entries: tuple[Entry, ...]) -> tuple[Choice, ...]:
    """Return the next step as a choice: again what was returned, else more of it."""
    if progress.next is Next.HAND_IN_AGAIN:
        newest = {entry.part: entry for entry in entries}  # versions of a part come oldest first
        returned = next(entry for entry in newest.values() if entry.state == "returned")
        again = choice("evidence.again", returned.id, label="book.again", style="good")
        appeal = choice("appeals.ask", returned.id, label="reviews.do-appeal")
        return (again,) if returned.appealed_at else (again, appeal)
    waiting = next((e for e in entries if e.state == "waiting" and e.appealed_at), None)
    if waiting is not None:
        return (choice("appeals.withdraw", waiting.id, label="appeals.do-withdraw"),)
    if progress.next not in _HAND_IN:
        return ()
    return (choice("evidence.start", progress.task.code, label=_HAND_IN[progress.next], style="good"),)


CONVERSATION = Conversation(
    "book",
    command="/so",
    open_=open_,
    actions={"open": open_, "page": page, "task": task, "picture": show_picture},
)
