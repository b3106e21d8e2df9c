"""One member as the secretary sees them: the book's own words and numbers, and what the secretary may do."""

from dataclasses import replace

from handlers.arguments import number
from handlers.conversation import Choice, InboxMessage, Say, Text, Turn, choice, text
from handlers.member import wording
from handlers.member.book_wording import block, counts, history, ruling, state
from handlers.secretary.keeping import Kept, KeptTask, find, find_task, lost
from journey.progress import Ruling, TaskState
from journey.rulings import open_to
from storage import recorded, rulings
from storage.recorded import Recorded

PAGE = 4  # tasks of one screen: with "more", "open", "write", "account", "back" nine choices, as a numbered menu has
RECORDED = 3  # recorded results that can be taken back from one screen; the latest

_RULING = {
    Ruling.EXEMPT: "rulings.exempt",
    Ruling.PROVISIONAL: "rulings.provisional",
    Ruling.UNMET: "rulings.unmet",
}


async def show(message: InboxMessage, member: str, page: str = "0") -> Turn:
    """Show where a member stands."""
    kept = await find(message, member)
    return Turn(says=(member_card(kept, message, page),), step=None) if kept else lost()


def member_card(kept: Kept, message: InboxMessage, page: str = "0") -> Say:
    """Return the member's standing, with `page` of the tasks to open."""
    now = kept.now
    blocks = wording.apart([block(now, each, message.language) for each in now.progress.categories])
    words = text(
        "secretary.member",
        name=kept.member.full_name,
        place=kept.place,
        year=str(now.season.year),
        done=now.progress.done,
        needed=now.progress.needed,
        outcome=text(f"book.outcome-{now.progress.outcome.replace('_', '-')}"),
        categories=blocks if now.tasks else text("secretary.not-registered"),
        opened=_opened(kept, message),
    )
    return Say(words, _member_choices(kept, page), card=card_of(kept), fresh=True)


def card_of(kept: Kept) -> str:
    """Return the name of the secretary's card of a member: it shows one thing about them at a time."""
    return f"secretary:{kept.member.id}"


def _opened(kept: Kept, message: InboxMessage) -> Text | str:
    until = kept.now.enrolment.open_until
    return text("secretary.opened-until", until=until) if until is not None and until >= message.today else ""


def _member_choices(kept: Kept, page: str) -> tuple[tuple[Choice, ...], ...]:
    id_, codes = kept.member.id, list(kept.now.tasks)
    at = (number(page, 99) or 0) * PAGE
    at = at if at < len(codes) else 0
    tasks = tuple(
        choice("secretary.task", id_, code, label="secretary.task-label", code=code) for code in codes[at : at + PAGE]
    )
    following = 0 if at + PAGE >= len(codes) else at // PAGE + 1
    more = (choice("secretary.member", id_, following, label="secretary.do-more-tasks"),) if len(codes) > PAGE else ()
    rows = (
        tasks,
        more,
        (choice("secretary.late", id_, label="secretary.do-late"),),
        (choice("broadcast.one", id_, label="broadcast.do-one"),),
        (choice("account.open", id_, label="account.do-account"),),
        (choice("secretary.open", label="secretary.do-list"),),
    )
    return tuple(row for row in rows if row)


async def show_task(message: InboxMessage, member: str, code: str) -> Turn:
    """Show one task of the member."""
    found = await find_task(message, member, code)
    return Turn(says=(await task_card(found, message),), step=None) if found else lost()


async def again(message: InboxMessage, member: int, code: str) -> Say:
    """Return the task's card as it is after a change; the caller knows that the task is there."""
    found = await find_task(message, str(member), code)
    assert found is not None
    return await task_card(found, message)


async def task_card(found: KeptTask, message: InboxMessage) -> Say:
    """Return the task as the book shows it, with what may be ruled and recorded."""
    now, language = found.kept.now, message.language
    entries = now.book.of_task(found.task.code)
    words = text(
        "secretary.task",
        name=found.kept.member.full_name,
        task=found.kept.named(found.task, language),
        state=[
            text("book.state-line", year=str(now.season.year), state=state(found.progress, language)),
            *ruling(now, found.task.code),
        ],
        counts=counts(found.progress, language),
        history=history(now, entries) if entries else text("secretary.history-none"),
    )
    kept = await recorded.of_task(found.registration)
    rows = (*await _ruling_choices(found, message), *_recording(found), *_taking_back(kept), _back(found.kept))
    return Say(words, rows, card=card_of(found.kept), fresh=True)


async def _ruling_choices(found: KeptTask, message: InboxMessage) -> list[tuple[Choice, ...]]:
    id_, code = found.kept.member.id, found.task.code
    may = open_to(found.progress, found.ruling, message.today, found.kept.now.season.year)
    rows: list[tuple[Choice, ...]] = [
        (choice(_RULING[each], id_, code, label=f"rulings.do-{each}"),) for each in Ruling if each in may
    ]
    if found.progress.state is TaskState.DONE:
        return rows
    if found.ruling is not None and (standing := await rulings.standing(found.registration)) is not None:
        rows.append((choice("rulings.lift", standing.id, label=f"rulings.do-lift-{standing.kind}"),))
    return rows


def _recording(found: KeptTask) -> list[tuple[Choice, ...]]:
    """Offer to record: the proof of what is provisional, and what is on paper, until the task is done."""
    id_, code = found.kept.member.id, found.task.code
    if found.progress.state in (TaskState.DONE, TaskState.EXEMPT):
        return []
    proof = (choice("paper.proof", id_, code, label="paper.do-proof", style="good"),)
    return [
        *([proof] if found.progress.is_provisional else []),
        (choice("paper.start", id_, code, label="paper.do-start"),),
    ]


def _taking_back(kept: list[Recorded]) -> list[tuple[Choice, ...]]:
    return [
        (choice("paper.withdraw", each.id, label="paper.do-withdraw", day=each.assessed_on or ""),)
        for each in kept[-RECORDED:]
    ]


def _back(kept: Kept) -> tuple[Choice, ...]:
    return (choice("secretary.member", kept.member.id, label="secretary.do-member"),)


def told(words: Say, kept: Kept) -> tuple[int, Say]:
    """Return what the member is told, with the way to the book."""
    from_book = replace(words, choices=((choice("book.open", label="secretary.do-book"),),))
    return kept.member.id, from_book
