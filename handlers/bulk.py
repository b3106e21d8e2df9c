"""Approving together what nothing speaks against: the list, the approval of each by itself, taking it back as one."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from handlers.arguments import number
from handlers.bulk_sorting import Sorted, sort_out
from handlers.conversation import Choice, Conversation, InboxMessage, Say, Text, Turn, choice, say, text
from handlers.review_asking import Tells
from handlers.review_card import UNDO, card, card_of
from handlers.review_case import Case, load
from handlers.review_decisions import give_for, lost, news, others, person_of, record
from handlers.review_queue import queue
from handlers.review_undo import Stands, reopen, to_author, to_undo
from journey.review import AlreadyDecided, NothingToUndo, NotTheReviewer, NotYours, OwnWork, Verdict
from storage import audit, bulks, cards, submissions
from storage.bulks import Bulk

LEFT_OUT = 8
"""Lines of what was left out; the others are counted."""

_QUEUE: tuple[Choice, ...] = (choice("reviews.open", label="reviews.do-queue"),)
_BOOK: tuple[Choice, ...] = (choice("book.open", label="reviews.do-book"),)


@dataclass
class _Done:
    """What became of each: the ids done, a line for each other one, and who is told what."""

    ids: list[int] = field(default_factory=list)
    lines: list[Text] = field(default_factory=list)
    mine: list[Say] = field(default_factory=list)
    tells: list[tuple[int, Say]] = field(default_factory=list)


async def open_(message: InboxMessage) -> Turn:
    """Show what may be approved together, what is left out and why, and ask once."""
    person = person_of(message)
    found = await sort_out(await queue(person, message.today))
    if not found.clean:
        key = "bulk.nothing-oldest" if found.beyond else "bulk.nothing"
        nothing = say(key, n=len(found.left_out), left_out=_left_out(found))
        return Turn(says=(replace(nothing, choices=(_QUEUE,)),), step=None)
    ids = [each.submission for each in found.clean]
    id_ = await bulks.ask(person.id, ids, message.now)
    lines = [text("bulk.line", name=each.name, task=each.task) for each in found.clean]  # a number here approves all
    asked = say("bulk.ask", n=len(ids), lines=lines, left_out=_left_out(found))
    yes = choice("bulk.approve", id_, label="bulk.do-approve", style="good", n=len(ids))
    return Turn(says=(replace(asked, choices=((yes,), _QUEUE), card=f"bulk:{id_}", fresh=True),), step=None)


def _left_out(found: Sorted) -> Sequence[Text]:
    if not found.left_out:
        return []
    lines = [
        text("bulk.left-line", name=each.name, task=each.task, why=text(f"bulk.why-{why}"))
        for each, why in found.left_out[:LEFT_OUT]
    ]
    more = len(found.left_out) - LEFT_OUT
    return [
        text("bulk.left-out", n=len(found.left_out)),
        *lines,
        *([text("bulk.left-more", n=more)] if more > 0 else []),
    ]


async def approve(message: InboxMessage, listed: str) -> Turn:
    """Approve each of the list by itself: what was decided or marked meanwhile is named and left alone."""
    bulk = await _of(message, listed)
    if bulk is None:
        return lost()
    if not await bulks.begin(bulk.id, message.now):
        return Turn(says=(replace(say("bulk.already"), choices=(_QUEUE,)),), step=None)
    ids = sorted(bulk.submissions)
    for id_ in ids:  # in one order, so that two lists never wait for each other crosswise
        await submissions.hold(id_)
    still = await sort_out(await queue(person_of(message), message.today, of=ids))
    marked = {each.submission: why for each, why in still.left_out}
    done = _Done()
    for id_ in ids:
        await _approve_one(id_, marked.get(id_), done, message)
    await bulks.keep(bulk.id, done.ids)
    await _record("bulk.approved", bulk, done, message)
    shown = _result(bulk, done, "approved")
    later = replace(shown, choices=(_QUEUE,), after=UNDO)
    return Turn(
        says=(*await _shown(done, message), shown, *((later,) if done.ids else ())),
        step=None,
        toast=text("bulk.toast-approved", n=len(done.ids)),
        tells=_in_one(done.tells),
    )


async def _of(message: InboxMessage, raw: str) -> Bulk | None:
    id_ = number(raw)
    return await bulks.of_person(id_, person_of(message).id) if id_ is not None else None


async def _approve_one(id_: int, marked: str | None, done: _Done, message: InboxMessage) -> None:
    case = await load(id_, message.today)
    if case is None:
        return
    if marked is not None:
        done.lines.append(_line(case, text(f"bulk.why-{marked}")))
        return
    try:
        await give_for(case, Verdict.APPROVED, "", message)
    except AlreadyDecided as decided:
        who = case.names.get(decided.by, "–")
        done.lines.append(_line(case, text(f"bulk.lost-{decided.verdict}", name=who, at=decided.at)))
    except (NotTheReviewer, OwnWork):
        done.lines.append(_line(case, text("bulk.gone")))
    else:
        now = await load(id_, message.today)
        assert now is not None
        done.ids.append(id_)
        told = now.author.id, await news(now, Verdict.APPROVED, message)
        _keep(now, (*await others(now, person_of(message).id, message), told), done, message)


def _keep(case: Case, tells: Tells, done: _Done, message: InboxMessage) -> None:
    shown = card(case, person_of(message).id, message.now, message.language)
    done.mine.append(replace(shown, only_looks=True))  # the list says it
    done.tells += tells


def _in_one(tells: Sequence[tuple[int, Say]]) -> Tells:
    """Return `tells` with all that a person is told beside cards in one message, however many tasks of theirs it is."""
    heard: dict[int, list[Say]] = {}
    for person, said in tells:
        if said.card is None:
            heard.setdefault(person, []).append(said)
    cards_ = tuple((person, said) for person, said in tells if said.card is not None)
    return (*cards_, *((person, _together(says)) for person, says in heard.items()))


def _together(says: Sequence[Say]) -> Say:
    first, *rest = says
    if not rest:
        return first
    lines: list[Text | str] = [first.text]
    for each in rest:
        lines += ["", each.text]
    rows = first.choices if all(each.choices == first.choices for each in rest) else (_BOOK,)
    return replace(first, text=text("bulk.told", lines=lines), choices=rows)


def _line(case: Case, why: Text) -> Text:
    return text("bulk.left-line", name=case.author.full_name, task=case.task.code, why=why)


async def _shown(done: _Done, message: InboxMessage) -> tuple[Say, ...]:
    """Return one's own cards as they are now, of those that the chat shows."""
    there = await cards.shown((message.chat, card_of(id_)) for id_ in done.ids)
    return tuple(each for each in done.mine if (message.chat, each.card) in there)


def _result(bulk: Bulk, done: _Done, what: str) -> Say:
    said = say(f"bulk.{what}", n=len(done.ids), of=len(bulk.submissions), lines=done.lines)
    undo_ = (choice("bulk.undo", bulk.id, label="bulk.do-undo"),)
    rows = (_QUEUE, undo_) if what == "approved" and done.ids else (_QUEUE,)
    return replace(said, choices=rows, card=f"bulk:{bulk.id}")


async def undo(message: InboxMessage, listed: str) -> Turn:
    """Take the whole list back within ten minutes; what somebody built on meanwhile is named and stays."""
    bulk = await _of(message, listed)
    if bulk is None or bulk.approved_at is None:
        return lost()
    if message.now >= bulk.approved_at + UNDO:
        late = say("bulk.undo-too-late", until=bulk.approved_at + UNDO)
        return Turn(says=(replace(late, choices=(_QUEUE,)),), step=None)
    if not await bulks.undo(bulk.id, message.now):
        return Turn(says=(replace(say("bulk.undone-before"), choices=(_QUEUE,)),), step=None)
    done = _Done()
    for id_ in sorted(bulk.approved):
        await submissions.hold_task_of(id_)
        await submissions.hold(id_)
        await _undo_one(id_, bulk, done, message)
    await _record("bulk.undone", bulk, done, message)
    return Turn(
        says=(*await _shown(done, message), _result(bulk, done, "undone")),
        step=None,
        toast=text("reviews.toast-undone"),
        tells=_in_one(done.tells),
    )


async def _undo_one(id_: int, bulk: Bulk, done: _Done, message: InboxMessage) -> None:
    """Take back what this list said of a hand-in; a verdict given since, by itself, stands."""
    case = await load(id_, message.today)
    if case is None:
        return
    try:
        mine = [each for each in to_undo(case, message) if each.decided_at == bulk.approved_at]
    except Stands as stands:
        done.lines.append(_line(case, stands.why.text))
        return
    except (NothingToUndo, NotYours):
        mine = []
    if not mine:
        done.lines.append(_line(case, text("bulk.changed")))
        return
    now, told = await reopen(case, mine, message)
    await record("review.undone", case, mine, message)
    done.ids.append(id_)
    _keep(now, (*await others(now, person_of(message).id, message), *to_author(now, told)), done, message)


async def _record(action: str, bulk: Bulk, done: _Done, message: InboxMessage) -> None:
    await audit.record(
        action,
        f"bulk {bulk.id}",
        actor=person_of(message).id,
        chat=message.chat,
        now=message.now,
        submissions=done.ids,
        left_alone=len(done.lines),
    )


BULK = Conversation(name="bulk", actions={"open": open_, "approve": approve, "undo": undo})
