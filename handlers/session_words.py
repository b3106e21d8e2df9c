"""How a session is said: when, where, how soon."""

from datetime import date, datetime, tzinfo

from handlers.conversation import Elastic, InboxMessage, Text, text
from journey.sessions import State
from journey.text import nfc
from locales import moments
from storage.sessions import Session


def where(session: Session) -> Text | str:
    """Return the place, the address of an online room, both, or that it will be told."""
    return moments.where(session.place, session.link)


def when(session: Session, zone: tzinfo) -> Text:
    """Return "14:00 thứ Sáu, 16/07/2027"."""
    return moments.moment(session.starts_at, zone)


def soon(at: datetime, today: date, zone: tzinfo) -> Text:
    """Return "hôm nay", "ngày mai", "còn 3 ngày", "đã qua"."""
    days = (at.astimezone(zone).date() - today).days
    if days < 0:
        return text("sessions.soon-past")
    return text(f"sessions.soon-{('today', 'tomorrow')[days]}") if days < 2 else text("sessions.soon-days", days=days)


def line(session: Session, message: InboxMessage, mine: Text | str = "") -> Text:
    """Return a session in a list; `mine` is what its reader answered, or how many come."""
    values = {
        "title": session.title,
        "when": when(session, message.zone),
        "where": where(session),
        "soon": soon(session.starts_at, message.today, message.zone),
        "mine": mine,
        "reason": session.reason,
        "off": off(session),
    }
    return Text("sessions.line-cancelled" if session.state == State.CANCELLED else "sessions.line", values)


def label(session: Session, zone: tzinfo) -> Elastic:
    """Return "16/07 Thời sự quý III/2027"."""
    return Elastic(f"{session.starts_at.astimezone(zone):%d/%m} {session.title}")


def off(session: Session) -> str:
    """Return the word of the texts for when it was called off: "before" it was to begin, or "after" it."""
    is_late = session.changed_at is not None and session.changed_at >= session.starts_at
    return "after" if is_late else "before"


def tidy(said: str, most: int) -> str:
    """Return what was written on one line, in NFC, cut to `most` letters."""
    return " ".join(nfc(said).split())[:most].strip()
