"""A member asks to change the choice after the window closed; who accompanies them decides."""

from dataclasses import replace

from handlers.arguments import number
from handlers.attendance.counting import settle
from handlers.change_card import Asked, asked_of, card, deciding, decision, outdated, waiting_for
from handlers.conversation import (
    Choice,
    Conversation,
    Data,
    InboxMessage,
    Kind,
    Say,
    Turn,
    Urgency,
    choice,
    name_of,
    say,
    text,
)
from handlers.member.choosing import Choosing, choosing, held
from handlers.member.companions import companions, named, withdrawing
from journey import registration
from journey.people import Role
from journey.text import nfc
from locales.texts import Day
from storage import audit, enrolments, people, registrations
from storage.registrations import Change

REASON = 300  # characters of a reason: what a card still shows whole
PAGE = 7  # requests of one screen: with "more" and the menu nine choices, what a numbered menu carries

_MENU = (choice("menu.open", label="changes.menu"),)


async def open_(message: InboxMessage, page: str = "0") -> Turn:
    """List the requests that wait for this person, oldest first."""
    assert message.person is not None
    waiting = await waiting_for(message.person.id, message.today)
    if not waiting:
        own = (choice("registration.open", label="changes.open"),) if message.person.has(Role.MEMBER) else ()
        return Turn(says=(_with(say("changes.nothing"), own, _MENU),))
    at = (number(page, 999) or 0) * PAGE
    at = at if at < len(waiting) else 0
    shown = waiting[at : at + PAGE]
    names = await people.names({member for member, _ in shown})
    lines = [
        text("changes.queue-line", n=place, name=names[member], since=Day(change.asked_at))
        for place, (member, change) in enumerate(shown, 1)
    ]
    rows = [
        (choice("changes.show", change.id, label="changes.one", name=name_of(names[member])),)
        for member, change in shown
    ]
    more = (choice("changes.open", at // PAGE + 1, label="changes.more"),) if at + PAGE < len(waiting) else ()
    return Turn(says=(_with(say("changes.queue", count=len(waiting), lines=lines), *rows, more, _MENU),))


async def show(message: InboxMessage, id_: str) -> Turn:
    """Show the request at the bottom, to be decided."""
    asked, refusal = await _for_deciding(id_, message)
    if asked is None:
        return refusal
    return Turn(says=(await card(asked, deciding(asked.change), fresh=True),))


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
    now = await held(message)
    if (problem := await _problem(message, now, str(data.get("season", "")))) is not None:
        return replace(problem, step=None)
    await enrolments.close_draft(now.enrolment.id)
    change = await registrations.ask_change(now.enrolment.id, now.chosen, written, message.now)
    await _record(message, "change.asked", change)
    asked = await asked_of(change, message.today)
    shown = await card(asked, deciding(change))
    waiting = say("changes.asked", names=await named(asked.may))
    return Turn(
        says=(_with(waiting, withdrawing(change.id)),),
        step=None,
        tells=tuple((id_, shown) for id_ in asked.may),
    )


async def withdraw(message: InboxMessage, id_: str) -> Turn:
    """Take one's own request back."""
    asked = await _find(id_, message)
    if asked is None or message.person is None or asked.member.id != message.person.id:
        return Turn(says=(_with(say("changes.gone"), _MENU),))
    if not await registrations.withdraw_change(asked.change.id, message.now):
        return await _too_late(asked)
    await _record(message, "change.withdrawn", asked.change)
    shown = await card(asked, (), await decision(await _again(asked)))
    answer = _with(say("changes.withdrawn"), (choice("registration.open", label="changes.open"),))
    return Turn(says=(answer,), tells=tuple((each, shown) for each in asked.may))


async def approve(message: InboxMessage, id_: str) -> Turn:
    """Make the wanted choice the registered one, unless something overtook it.

    Raises:
        TooFewTasks, UnknownTask: the programme changed under a member who never registered.
    """
    await _hold(id_)
    asked, refusal = await _for_deciding(id_, message)
    if asked is None:
        return refusal
    if why := await outdated(asked, message.today):
        is_first = await _decide(message, asked, "outdated", why)
        return await _closed(message, asked) if is_first else await _too_late(asked)
    codes = registration.confirm(asked.programme, asked.change.wanted).codes
    if not await _decide(message, asked, "approved"):
        return await _too_late(asked)
    await registrations.choose(asked.enrolment.id, codes, message.now)
    await enrolments.confirm(asked.enrolment.id, asked.version, message.now)
    await settle(asked.member.id, message)
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
    if (waiting := await registrations.waiting_change(now.enrolment.id)) is not None:
        return Turn(says=(_back("changes.already-asked", withdrawing(waiting.id)),))
    if not now.selection.is_complete or now.chosen == now.taken:
        return Turn(says=(_back("changes.nothing-new"),))
    if not await companions(message.person, message.today):
        return Turn(says=(_with(say("changes.nobody"), _MENU),))
    return None


def _back(key: str, *rows: tuple[Choice, ...]) -> Say:
    return _with(say(key), *rows, (choice("registration.open", label="changes.open"),))


def _with(words: Say, *rows: tuple[Choice, ...]) -> Say:
    return replace(words, choices=tuple(row for row in rows if row))


async def _find(id_: str, message: InboxMessage) -> Asked | None:
    known = number(id_)
    change = await registrations.change(known) if known is not None else None
    return await asked_of(change, message.today) if change else None


async def _hold(id_: str) -> None:
    """Keep every other change of the member's choice away until this turn is over."""
    known = number(id_)
    if known is not None and (change := await registrations.change(known)) is not None:
        await enrolments.hold(change.enrolment)


async def _for_deciding(id_: str, message: InboxMessage) -> tuple[Asked | None, Turn]:
    """Return the request when this person may decide it now, else what to answer."""
    asked = await _find(id_, message)
    if asked is None or message.person is None:
        return None, Turn(says=(_with(say("changes.gone"), _MENU),))
    if asked.member.id == message.person.id:
        return None, Turn(says=(_with(say("changes.own"), _MENU),))
    if message.person.id not in asked.may:
        return None, Turn(says=(_with(say("changes.not-yours"), _MENU),))
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
    shown = await card(asked, (), await decision(asked))
    told = replace(
        _told(asked, message.person.full_name),
        choices=((choice("registration.open", label="changes.open"), choice("book.open", label="changes.book")),),
        urgency=Urgency.NEWS,
        must_arrive=True,
    )
    others = tuple((each, shown) for each in asked.may if each != message.person.id)
    return Turn(says=(shown,), tells=(*others, (asked.member.id, told)), toast=text("changes.toast-decided"))


def _told(asked: Asked, name: str) -> Say:
    if asked.change.state == "outdated":
        return say("changes.told-outdated", why=text(f"changes.outdated-{asked.change.answer}"))
    return say(f"changes.told-{asked.change.state}", name=name, answer=asked.change.answer)


async def _too_late(asked: Asked) -> Turn:
    """Answer the loser of a race, or an old card: who decided, and when."""
    asked = await _again(asked)
    return Turn(says=(await card(asked, (), await decision(asked)),), toast=text("changes.toast-too-late"))


async def _again(asked: Asked) -> Asked:
    change = await registrations.change(asked.change.id)
    return replace(asked, change=change or asked.change)


async def _record(message: InboxMessage, action: str, change: Change) -> None:
    actor = message.person.id if message.person else None
    await audit.record(
        action, f"enrolment {change.enrolment}", actor=actor, chat=message.chat, now=message.now,
        change=change.id, wanted=sorted(change.wanted),
    )  # fmt: skip


CONVERSATION = Conversation(
    "changes",
    command="/denghi",
    open_=open_,
    steps={"reason": reason, "answer": answer},
    actions={
        "open": open_,
        "show": show,
        "ask": ask,
        "withdraw": withdraw,
        "approve": approve,
        "return": return_,
    },
)
