"""Tells those a session is for that it is planned, moved or called off: once an edition, by day, portion by portion.

Why a job and not the organiser's own turn: docs/decisions/sessions.md.
"""

from datetime import UTC, datetime, timedelta

from journey.sending_hours import Audience
from journey.sessions import State
from locales.moments import moment, where
from locales.saying import Choice, Say, Text, Urgency, choice, text
from scheduler.desk import Desk
from storage import reach, session_news
from storage.sessions import Session

CRON = "* * * * *"
MISFIRE = timedelta(minutes=15)

SETTLED = timedelta(minutes=3)
"""A session is told of when it has not changed for that long: several changes are one message."""

SOON = timedelta(hours=1)
"""What begins within that is told of without waiting."""

PEOPLE = 200
"""How many a portion tells."""

IN_VAIN = ("moved", "cancelled")
"""News without which somebody comes for nothing."""

SESSIONS = 20
"""How many sessions a portion looks at to find one that may be told of now."""


async def run(now: datetime, desk: Desk) -> int:
    """Tell a portion of people of one session, or ask a portion of those who have not answered; return how many rows.

    What begins before people may next be written to is told at once.
    """
    for session in await session_news.untold(now, now - SETTLED, now + SOON, SESSIONS):
        if _may_tell(session, now, desk):
            return await _tell(session, now, desk)
    for session in await session_news.asking(now, SESSIONS):
        if _is_open(now, desk):
            return await _ask(session, now, desk)
    return 0


async def next_due(now: datetime, desk: Desk) -> datetime | None:
    """Return when somebody may next be told or asked, None while there is nothing to tell."""
    found = [_due(session, now, desk) for session in await session_news.untold(now, now, now, SESSIONS)]
    if await session_news.asking(now, 1):
        found.append(_opens(now, desk))
    return min(found, default=None)


def _due(session: Session, now: datetime, desk: Desk) -> datetime:
    settled = max(now, min((session.changed_at or session.made_at) + SETTLED, session.starts_at - SOON))
    opens = _opens(settled, desk)
    return settled if session.starts_at <= opens else opens


def _opens(at: datetime, desk: Desk) -> datetime:
    return desk.sending.opens_at(at.astimezone(desk.zone), Audience.MEMBER).astimezone(UTC)


def _is_open(now: datetime, desk: Desk) -> bool:
    return desk.sending.closes_at(now.astimezone(desk.zone), Audience.MEMBER) is not None


def _may_tell(session: Session, now: datetime, desk: Desk) -> bool:
    return _is_open(now, desk) or session.starts_at <= _opens(now, desk)


async def _tell(session: Session, now: datetime, desk: Desk) -> int:
    """Tell the next people; 1 when there are none left.

    Whoever does not come hears of another time, not of another place or that it is off.
    """
    today = now.astimezone(desk.zone).date()
    has_moved = session.state == State.PLANNED and session.told_starts_at not in (None, session.starts_at)
    people = await session_news.to_tell(session, today, PEOPLE, also_absent=has_moved)
    if not people:
        return int(await session_news.told(session))
    if not await session_news.tell_upto(session, people[-1]):
        return 1  # it changed meanwhile, and is told of as it is now
    key = f"session {session.id} e{session.edition}"
    what = _what(session, has_moved=has_moved)
    await _owe(session, people, now, desk, key, _words(session, what, desk), bites=what in IN_VAIN)
    return len(people)


def _what(session: Session, *, has_moved: bool) -> str:
    """Return which news it is; what changes while it is told of for the first time is new to most."""
    if session.state == State.CANCELLED:
        return "cancelled"
    if has_moved:
        return "moved"
    return "new" if session.told_edition in (None, session_news.BEGUN) else "changed"


async def _ask(session: Session, now: datetime, desk: Desk) -> int:
    today = now.astimezone(desk.zone).date()
    people = await session_news.to_ask(session, today, PEOPLE)
    await session_news.ask_upto(session, people[-1] if people else None)
    key = f"session {session.id} ask {session.asked_at:%d%H%M}"
    await _owe(session, people, now, desk, key, _words(session, "ask", desk))
    return len(people) or 1


async def _owe(
    session: Session, people: list[int], now: datetime, desk: Desk, key: str, words: Text, *, bites: bool = False
) -> None:
    reached = await reach.people(people, desk.allowed, now, Urgency.NEWS.value)
    for person in (person for person in people if person in reached):
        said = Say(
            words,
            _choices(session),
            card=f"session:{session.id}",
            fresh=True,
            urgency=Urgency.NEWS,
            must_arrive=True,
            key=f"{key} p{person}",
            within=session.starts_at - now,
            bites=bites,
        )
        desk.owe(reached[person].chat.chat, reached[person].chat.language, said, why=key)


def _words(session: Session, what: str, desk: Desk) -> Text:
    place = where(session.place, session.link)
    held = [text("sessions.held-by", held=session.held_by)] if session.held_by else []
    return text(
        f"sessions.told-{what}",
        title=session.title,
        when=moment(session.starts_at, desk.zone),
        before=moment(session.told_starts_at or session.starts_at, desk.zone),
        where=place,
        lines=[text("sessions.at", where=place), *held],
        reason=session.reason,
    )


def _choices(session: Session) -> tuple[tuple[Choice, ...], ...]:
    id_ = session.id
    calendar = choice("calendar.open", label="calendar.do-list")
    if session.state == State.CANCELLED:
        return ((choice("calendar.file", id_, label="calendar.do-file-off"),), (calendar,))
    return (
        (
            choice("calendar.going", id_, label="calendar.do-going", style="good"),
            choice("calendar.absent", id_, label="calendar.do-absent"),
        ),
        (choice("calendar.file", id_, label="calendar.do-file"), calendar),
    )
