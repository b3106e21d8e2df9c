"""A member comes by the code on the screen, the printed one, or the word: counted, or told why not yet."""

from dataclasses import dataclass, replace
from datetime import datetime

from handlers.attendance.asked import ask
from handlers.attendance.case import named, runs, writer
from handlers.attendance.counting import count
from handlers.attendance.gain import gain
from handlers.attendance.standing import standing
from handlers.conversation import InboxMessage, Say, Turn, choice, say
from handlers.member.programme_of import MembersOnly
from journey.attendance import Phase, State, Way, moment, phase
from journey.attendance_code import read
from journey.people import Role
from storage import attendance, attendance_key, attendance_windows, sessions
from storage.sessions import Session


@dataclass(frozen=True, slots=True)
class Coming:
    """How somebody comes to a session, and when (UTC); `is_good` is False for a code that is not on the screen now."""

    session: Session
    way: Way
    at: datetime
    is_good: bool = True


async def scanned(message: InboxMessage, payload: str) -> Turn:
    """Answer a code that was scanned. What counts is when the platform got it.

    Raises:
        MembersOnly: whoever scanned it is no member.
    """
    code = read(payload, await attendance_key.get())
    session = await sessions.get(code.session) if code is not None else None
    if code is None or session is None:
        return Turn(says=(say("attendance.not-a-code"),))
    at = moment(message.now, message.sent_at)
    way = Way.PAPER if code.slot is None else Way.SCAN
    return await come(message, Coming(session, way, at, code.is_good(at)))


async def come(message: InboxMessage, coming: Coming) -> Turn:
    """Count who comes, or say what stands in the way.

    Raises:
        MembersOnly
    """
    person, session = writer(message), coming.session
    if not person.has(Role.MEMBER):
        raise MembersOnly
    if session.state == "cancelled":
        return Turn(says=(say("attendance.cancelled", **named(session, message), reason=session.reason),))
    record = await attendance.of_person(session.id, person.id)
    window = await attendance_windows.of_season(session.season)
    stage = phase(session, coming.at, window)
    if record is not None and record.state != State.WITHDRAWN:
        now_in = record.state == State.ASKED and stage is Phase.OPEN and coming.is_good
        if now_in and await _counts(message, session):
            return await _counted(message, coming)
        return Turn(says=(await standing(record, session, message),))
    match stage:
        case Phase.EARLY:
            opens = session.starts_at - window.early
            return Turn(says=(say("attendance.early", **named(session, message), opens=opens),))
        case Phase.OPEN if not coming.is_good:
            return Turn(says=(_expired(session),))
        case Phase.OPEN if record is None and await _counts(message, session):
            return await _counted(message, coming)
        case Phase.OVER:
            return Turn(says=(say("attendance.over", **named(session, message)),))
    return await ask(message, session, coming.at)


async def _counts(message: InboxMessage, session: Session) -> bool:
    """Say whether somebody's coming is enough: on the list, and not the one who shows the code."""
    person = writer(message)
    return await sessions.is_for(session, person) and not await runs(person, session)


async def _counted(message: InboxMessage, coming: Coming) -> Turn:
    person, session = writer(message), coming.session
    if not await count(session, [person.id], coming.way, message, at=coming.at):
        now = await attendance.of_person(session.id, person.id)
        assert now is not None
        return Turn(says=(await standing(now, session, message),))
    return Turn(says=(await welcome(message, session, coming.at),))


async def welcome(message: InboxMessage, session: Session, at: datetime) -> Say:
    """Say that somebody is counted, and what it comes to."""
    said = say(
        "attendance.counted", **named(session, message), at=at, gain=await gain(session, writer(message), message)
    )
    return replace(said, choices=((choice("book.open", label="attendance.do-book"),),))


def _expired(session: Session) -> Say:
    asking = choice("attendance.mine", session.id, label="attendance.do-mine")
    return replace(say("attendance.expired"), choices=((asking,),))
