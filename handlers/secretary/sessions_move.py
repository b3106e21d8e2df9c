"""A session moved, called off, and those who have not answered asked: everybody it is for is told once."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from handlers.arguments import number
from handlers.conversation import Choice, Data, InboxMessage, Kind, Say, Text, Turn, choice, say, text
from handlers.secretary import sessions_not_held
from handlers.secretary.sessions_card import session_card
from handlers.secretary.sessions_case import Case, find, lost
from handlers.secretary.sessions_when import LEAST, MOST, When
from handlers.secretary.sessions_where import Where
from handlers.session_words import tidy, when
from journey.sessions import FARTHEST, SessionAttended, State, check_open
from locales import texts
from locales.moments import moment
from storage import audit, session_changes, sessions

REASON = 300
"""Letters of why it is called off."""

WHYS = ("clash", "room", "later")
"""Reasons to choose from; sessions.why-<…> says each."""

ASK_AGAIN_AFTER = timedelta(hours=24)
"""Those who have not answered are asked at most once a day, beside the reminders of the clock."""

_A_MINUTE = timedelta(minutes=1)


async def move(message: InboxMessage, id_: str) -> Turn:
    """Ask what changes; a new time may be typed at once.

    Raises:
        SessionBegun
    """
    case = await _open(message, id_)
    if case is None:
        return lost()
    rows = (
        (choice("sessions.move_when", case.session.id, label="sessions.do-when"),),
        (choice("sessions.move_where", case.session.id, label="sessions.do-where"),),
        (choice("sessions.show", case.session.id, label="sessions.do-back"),),
    )
    words = say("sessions.ask-move", title=case.session.title, when=when(case.session, message.zone))
    asked = replace(words, choices=rows, card=_card(case), fresh=True)
    return Turn(says=(asked,), step="when", data={"doing": "move", "session": case.session.id})


async def _open(message: InboxMessage, id_: str) -> Case | None:
    """Return the session if it can still be changed; raises SessionBegun."""
    case = await find(message, id_)
    if case is None or case.session.state == State.CANCELLED:
        return None
    check_open(case.session.id, case.session.starts_at, message.now)
    return case


def _card(case: Case) -> str:
    return f"session-run:{case.session.id}"


async def move_when(message: InboxMessage, id_: str) -> Turn:
    """Ask for the new time.

    Raises:
        SessionBegun, SessionAttended
    """
    case = await _open(message, id_)
    if case is not None:
        await _unattended(case)
    return await _ask(message, id_, "when", "sessions.ask-when")


async def move_where(message: InboxMessage, id_: str) -> Turn:
    """Ask for the new place."""
    return await _ask(message, id_, "where", "sessions.ask-new-where")


async def _ask(message: InboxMessage, id_: str, step: str, key: str) -> Turn:
    case = await _open(message, id_)
    if case is None:
        return lost()
    asked = replace(say(key, title=case.session.title), card=_card(case), fresh=True)
    return Turn(says=(asked,), step=step, data={"doing": "move", "session": case.session.id})


async def sure(message: InboxMessage, id_: str, meant: When, odd: str) -> Turn:
    """Show the new time with its weekday before it holds; `odd` is why it is asked about."""
    case = await _open(message, id_)
    if case is None or meant.at is None:
        return lost()
    session, minutes = case.session, meant.minutes or case.session.minutes
    at = int(meant.at.timestamp()) // 60
    words = text(
        "sessions.sure-move",
        title=session.title,
        before=when(session, message.zone),
        after=[moment(meant.at, message.zone), *([text(f"sessions.odd-{odd}")] if odd else [])],
        n=await sessions.audience_count(session, message.today),
    )
    rows = (
        (choice("sessions.shift", session.id, session.edition, at, minutes, label="sessions.do-shift", style="good"),),
        (choice("sessions.show", session.id, label="sessions.do-not"),),
    )
    shown = Say(words, rows, card=_card(case), fresh=True)
    return Turn(says=(shown,), step="when", data={"doing": "move", "session": session.id})


async def shift(message: InboxMessage, id_: str, edition: str, at: str, minutes: str) -> Turn:
    """Let the new time hold.

    Raises:
        SessionBegun, SessionAttended: people are in already, for the time that was.
    """
    case, starts_at, lasts = await _open(message, id_), _moment(at), number(minutes, MOST)
    if case is None or starts_at is None or lasts is None or not LEAST <= lasts <= MOST:
        return lost()
    if not message.now < starts_at <= message.now + FARTHEST or case.session.edition != number(edition):
        return lost()
    await _unattended(case)
    return await _moved(case, message, starts_at=starts_at, minutes=lasts, **_day(case, starts_at, message))


def _day(case: Case, starts_at: datetime, message: InboxMessage) -> dict[str, date]:
    """Return the column that lets what people answered hold no more: where the session moves to another day."""
    before, after = (each.astimezone(message.zone).date() for each in (case.session.starts_at, starts_at))
    return {"held_on": after} if after != before else {}


def _moment(raw: str) -> datetime | None:
    minutes = number(raw)
    return None if minutes is None else datetime.fromtimestamp(0, UTC) + minutes * _A_MINUTE


async def to_place(message: InboxMessage, id_: str, where: Where) -> Turn:
    """Let the new place hold.

    Raises:
        SessionBegun
    """
    case = await _open(message, id_)
    return await _moved(case, message, place=where.place, link=where.link) if case else lost()


async def _moved(case: Case, message: InboxMessage, **values: object) -> Turn:
    if not await session_changes.move(case.session, message.now, **values):
        return lost()
    await _record("session.moved", case, message, changed=sorted(values))
    return await _changed(case, message, "moved")


async def _changed(case: Case, message: InboxMessage, done: str) -> Turn:
    """Show the session as it is now, and above it what was done ("moved")."""
    now = await sessions.get(case.session.id)
    assert now is not None
    shown = await session_card(replace(case, session=now), message, text(f"sessions.note-{done}"))
    return Turn(says=(shown,), step=None)


async def cancel(message: InboxMessage, id_: str) -> Turn:
    """Ask why; of one that has begun, why it did not take place.

    Raises:
        SessionBegun, SessionAttended
    """
    case = await find(message, id_)
    if case is None or case.session.state == State.CANCELLED:
        return lost()
    if message.now >= case.session.starts_at:
        return await sessions_not_held.ask(case, message, _whys(case, sessions_not_held.AFTERWARDS))
    await _unattended(case)
    rows = [(each,) for each in _whys(case)]
    rows.append((choice("sessions.show", case.session.id, label="sessions.do-not"),))
    asked = say("sessions.ask-why", title=case.session.title, when=when(case.session, message.zone))
    asked = replace(asked, choices=tuple(rows), card=_card(case), fresh=True)
    return Turn(says=(asked,), step="why", data={"session": case.session.id})


def _whys(case: Case, *after: str) -> tuple[Choice, ...]:
    return tuple(choice("sessions.because", case.session.id, why, *after, label=f"sessions.why-{why}") for why in WHYS)


async def _unattended(case: Case) -> None:
    if await session_changes.was_attended(case.session.id):
        raise SessionAttended(case.session.id)


async def because(message: InboxMessage, id_: str, why: str, after: str = "") -> Turn:
    """Call it off for one of the reasons offered.

    Raises:
        SessionBegun, SessionAttended
    """
    if why not in WHYS:
        return lost()
    return await _cancelled(message, id_, _said(text(f"sessions.why-{why}")), after)


def _said(reason: Text) -> str:
    """Return a reason in words: it is kept, and its readers read it as it was given."""
    return texts.render(texts.LANGUAGES[0], reason.key, {}, ZoneInfo("UTC"))


async def why(message: InboxMessage, data: Data) -> Turn:
    """Call it off for the reason that was written.

    Raises:
        SessionBegun, SessionAttended
    """
    reason = tidy(message.text, REASON) if message.kind is Kind.TEXT else ""
    id_ = str(data.get("session"))
    if not any(map(str.isalpha, reason)):  # a number that no choice has is no reason
        reason = ""
    return await _cancelled(message, id_, reason, str(data.get("after"))) if reason else await cancel(message, id_)


async def _cancelled(message: InboxMessage, id_: str, reason: str, after: str) -> Turn:
    if after == sessions_not_held.AFTERWARDS:
        return await _not_held(message, id_, reason)
    case = await _open(message, id_)
    if case is None:
        return lost()
    if not await session_changes.cancel(case.session, reason, message.now):
        await _unattended(case)
        return lost()
    await _record("session.cancelled", case, message)
    return await _changed(case, message, "cancelled")


async def _not_held(message: InboxMessage, id_: str, reason: str) -> Turn:
    case = await find(message, id_)
    tells = await sessions_not_held.call_off(case, message, reason) if case else None
    if case is None or tells is None:
        return lost()
    await _record("session.not-held", case, message, told=len(tells))
    return replace(await _changed(case, message, "not-held"), tells=tells)


async def _record(action: str, case: Case, message: InboxMessage, **details: object) -> None:
    await audit.record(
        action,
        f"session {case.session.id}",
        actor=case.person.id,
        chat=message.chat,
        now=message.now,
        edition=case.session.edition + 1,
        **details,
    )


async def remind(message: InboxMessage, id_: str) -> Turn:
    """Ask those who have not answered whether they come.

    Raises:
        SessionBegun
    """
    case = await _open(message, id_)
    if case is None:
        return lost()
    asked = await session_changes.ask(case.session.id, message.now - ASK_AGAIN_AFTER, message.now)
    if asked:
        await _record("session.asked", case, message)
    return await _changed(case, message, "asked" if asked else "asked-lately")
