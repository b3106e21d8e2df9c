"""A member asks to change the choice after the window closed; who accompanies them decides."""

from dataclasses import dataclass, replace

from handlers.arguments import number
from handlers.conversation import (
    Choice,
    Conversation,
    Data,
    InboxMessage,
    Kind,
    Say,
    Text,
    Turn,
    Urgency,
    choice,
    say,
    text,
)
from handlers.member.choosing import Choosing, choosing
from handlers.member.companions import companions, named
from handlers.member.programme_of import programme_of
from handlers.member.wording import listed
from journey import registration
from journey.person import Person
from journey.programme import Programme
from journey.text import nfc
from storage import audit, enrolments, people, programmes, registrations, units
from storage.enrolments import Enrolment
from storage.registrations import Change

REASON = 300  # characters of a reason: what a card still shows whole


@dataclass(frozen=True, slots=True)
class Asked:
    """A request with what it takes to judge it; `version` of the programme it is judged by, `may` decide."""

    change: Change
    enrolment: Enrolment
    version: int
    programme: Programme
    member: Person
    may: tuple[int, ...]


async def ask(message: InboxMessage, season: str) -> Turn:
    """Ask why, once the new choice is whole and differs."""
    now = await choosing(message)
    if (problem := await _problem(message, now, season)) is not None:
        return problem
    return Turn(says=(say("changes.ask-reason", limit=REASON),), step="reason", data={"season": season})


async def reason(message: InboxMessage, data: Data) -> Turn:
    """Hand the request to who accompanies the member."""
    written = _written(message)
    if written is None:
        return Turn(says=(say("changes.ask-reason-again", limit=REASON),))
    now = await choosing(message)
    if (problem := await _problem(message, now, str(data.get("season", "")))) is not None:
        return replace(problem, step=None)
    await enrolments.close_draft(now.enrolment.id)
    change = await registrations.ask_change(now.enrolment.id, now.chosen, written, message.now)
    await _record(message, "change.asked", change)
    asked = await _asked(change, message)
    card = await _card(asked, _deciding(change))
    waiting = say("changes.asked", names=await named(asked.may))
    return Turn(
        says=(replace(waiting, choices=((choice("changes.withdraw", change.id, label="changes.withdraw"),),)),),
        step=None,
        tells=tuple((id_, card) for id_ in asked.may),
    )


async def withdraw(message: InboxMessage, id_: str) -> Turn:
    """Take one's own request back."""
    asked = await _find(id_, message)
    if asked is None or message.person is None or asked.member.id != message.person.id:
        return Turn(says=(say("changes.gone"),))
    if not await registrations.withdraw_change(asked.change.id, message.now):
        return await _too_late(asked)
    await _record(message, "change.withdrawn", asked.change)
    card = await _card(asked, (), text("changes.withdrawn-line"))
    return Turn(says=(say("changes.withdrawn"),), tells=tuple((each, card) for each in asked.may))


async def approve(message: InboxMessage, id_: str) -> Turn:
    """Make the wanted choice the registered one.

    Raises:
        TooFewTasks, UnknownTask: the programme changed under a member who never registered.
    """
    asked, refusal = await _for_deciding(id_, message)
    if asked is None:
        return refusal
    codes = registration.confirm(asked.programme, asked.change.wanted).codes
    if not await _decide(message, asked, "approved"):
        return await _too_late(asked)
    await registrations.choose(asked.enrolment.id, codes, message.now)
    await enrolments.confirm(asked.enrolment.id, asked.version, message.now)
    return await _closed(message, asked)


async def return_(message: InboxMessage, id_: str) -> Turn:
    """Ask why the request is returned."""
    asked, refusal = await _for_deciding(id_, message)
    if asked is None:
        return refusal
    words = say("changes.ask-answer", name=asked.member.full_name, limit=REASON)
    return Turn(says=(words,), step="answer", data={"change": asked.change.id})


async def answer(message: InboxMessage, data: Data) -> Turn:
    """Return the request with the reason written."""
    written = _written(message)
    if written is None:
        return Turn(says=(say("changes.ask-answer-again", limit=REASON),))
    asked, refusal = await _for_deciding(str(data.get("change", "")), message)
    if asked is None:
        return replace(refusal, step=None)
    if not await _decide(message, asked, "returned", written):
        return replace(await _too_late(asked), step=None)
    return replace(await _closed(message, asked), step=None)


def _written(message: InboxMessage) -> str | None:
    """Return the reason written, None when it is none or too long."""
    written = nfc(message.text).strip()
    return written if message.kind is Kind.TEXT and 0 < len(written) <= REASON else None


async def _problem(message: InboxMessage, now: Choosing, season: str) -> Turn | None:
    """Return what stands in the way of asking; None when nothing does."""
    assert message.person is not None
    if season != str(now.season.id) or now.is_open or now.is_early:
        return Turn(says=(_back("changes.not-now"),))
    if await registrations.waiting_change(now.enrolment.id) is not None:
        return Turn(says=(_back("changes.already-asked"),))
    if not now.selection.is_complete or now.chosen == now.taken:
        return Turn(says=(_back("changes.nothing-new"),))
    if not await companions(message.person, message.today):
        return Turn(says=(say("changes.nobody"),))
    return None


def _back(key: str) -> Say:
    return replace(say(key), choices=((choice("registration.open", label="changes.open"),),))


async def _find(id_: str, message: InboxMessage) -> Asked | None:
    known = number(id_)
    change = await registrations.change(known) if known is not None else None
    return await _asked(change, message) if change else None


async def _asked(change: Change, message: InboxMessage) -> Asked:
    enrolment = await enrolments.get(change.enrolment)
    member = await people.get(enrolment.person, message.today)
    version = enrolment.programme or (await programmes.season(enrolment.season)).programme
    may = await companions(member, message.today)
    return Asked(change, enrolment, version, await programme_of(enrolment), member, may)


async def _for_deciding(id_: str, message: InboxMessage) -> tuple[Asked | None, Turn]:
    """Return the request when this person may decide it now, else what to answer."""
    asked = await _find(id_, message)
    if asked is None or message.person is None:
        return None, Turn(says=(say("changes.gone"),))
    if asked.member.id == message.person.id:
        return None, Turn(says=(say("changes.own"),))
    if message.person.id not in asked.may:
        return None, Turn(says=(say("changes.not-yours"),))
    if asked.change.state != "waiting":
        return None, await _too_late(asked)
    return asked, Turn()


async def _decide(message: InboxMessage, asked: Asked, state: str, why: str = "") -> bool:
    assert message.person is not None
    is_first = await registrations.decide_change(
        asked.change.id, state, by=message.person.id, answer=why, now=message.now
    )
    if is_first:
        await _record(message, f"change.{state}", asked.change)
    return is_first


async def _closed(message: InboxMessage, asked: Asked) -> Turn:
    """Say what was decided: on every card, and to the member."""
    assert message.person is not None
    asked = await _again(asked)
    card = await _card(asked, (), await _decision(asked))
    told = replace(
        say(f"changes.told-{asked.change.state}", name=message.person.full_name, answer=asked.change.answer),
        choices=((choice("registration.open", label="changes.open"), choice("book.open", label="changes.book")),),
        urgency=Urgency.NEWS,
        must_arrive=True,
    )
    others = tuple((each, card) for each in asked.may if each != message.person.id)
    return Turn(says=(card,), tells=(*others, (asked.member.id, told)), toast=text("changes.toast-decided"))


async def _too_late(asked: Asked) -> Turn:
    """Answer the loser of a race, or an old card: who decided, and when."""
    asked = await _again(asked)
    return Turn(says=(await _card(asked, (), await _decision(asked)),), toast=text("changes.toast-too-late"))


async def _again(asked: Asked) -> Asked:
    change = await registrations.change(asked.change.id)
    return replace(asked, change=change or asked.change)


async def _decision(asked: Asked) -> Text:
    change = asked.change
    names = await people.names([change.decided_by] if change.decided_by else [])
    name = names.get(change.decided_by or 0, "")
    return text(f"changes.{change.state}-line", name=name, at=change.decided_at, answer=change.answer)


async def _card(asked: Asked, rows: tuple[tuple[Choice, ...], ...], *decision: Text) -> Say:
    """Show the request to who decides: the member, what goes, what comes, why, and what was decided."""
    taken = await registrations.chosen(asked.enrolment.id)
    if asked.change.state == "approved":
        added, dropped = frozenset[str](), frozenset[str]()
    else:
        added, dropped = asked.change.wanted - taken, taken - asked.change.wanted
    words = text(
        "changes.card",
        name=asked.member.full_name,
        place=await units.group_name(asked.member.group) or await units.unit_name(asked.member.unit),
        at=asked.change.asked_at,
        parts=[
            *_part("changes.added", asked, added),
            *_part("changes.dropped", asked, dropped),
            text("changes.reason", reason=asked.change.reason),
            *decision,
        ],
    )
    return Say(words, rows, card=f"change:{asked.change.id}", urgency=Urgency.NEWS)


def _part(key: str, asked: Asked, codes: frozenset[str]) -> tuple[Text, ...]:
    tasks = [task for task in asked.programme.tasks if task.code in codes]
    return (text(key, tasks=listed(tasks, "vi")),) if tasks else ()


def _deciding(change: Change) -> tuple[tuple[Choice, ...], ...]:
    return (
        (
            choice("changes.approve", change.id, label="changes.approve", style="good"),
            choice("changes.return", change.id, label="changes.return", style="bad"),
        ),
    )


async def _record(message: InboxMessage, action: str, change: Change) -> None:
    actor = message.person.id if message.person else None
    await audit.record(
        action, f"enrolment {change.enrolment}", actor=actor, chat=message.chat, now=message.now,
        change=change.id, wanted=sorted(change.wanted),
    )  # fmt: skip


CONVERSATION = Conversation(
    "changes",
    steps={"reason": reason, "answer": answer},
    actions={"ask": ask, "withdraw": withdraw, "approve": approve, "return": return_},
)
