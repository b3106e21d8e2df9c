"""How somebody's attendance stands that was taken, asked about or refused before."""

from dataclasses import replace

from handlers.attendance.case import named
from handlers.conversation import InboxMessage, Say, choice, say
from storage import people
from storage.attendance import Attendance
from storage.sessions import Session


async def standing(record: Attendance, session: Session, message: InboxMessage) -> Say:
    """Say it to the person."""
    names = await people.names([record.decided_by]) if record.decided_by else {}
    said = say(
        f"attendance.already-{record.state}",
        **named(session, message),
        at=record.at,
        name=names.get(record.decided_by or 0, "–"),
    )
    return replace(said, choices=((choice("book.open", label="attendance.do-book"),),))
