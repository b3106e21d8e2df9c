"""Who runs a session and may take its attendance."""

from dataclasses import replace
from datetime import date

from handlers.arguments import number
from handlers.conversation import InboxMessage, Turn, choice, say
from handlers.secretary.sessions_case import Case, find
from handlers.secretary.sessions_scopes import places
from handlers.session_words import when
from journey.people import Role
from journey.person import Person
from journey.sessions import Scope, may_run
from storage import people, sessions
from storage.sessions import Session

__all__ = ["Case", "find", "held_on", "lost", "member", "named", "running", "runs", "writer"]


def writer(message: InboxMessage) -> Person:
    """Return who writes; the dispatch lets nobody else through."""
    assert message.person is not None
    return message.person


async def runs(person: Person, session: Session) -> bool:
    """Say whether `person` runs `session`, by the posts held today."""
    return may_run(person, session, (await places()).path(Scope(session.unit, session.group)))


async def running(person: int, session: int, today: date) -> Session | None:
    """Return the session when `person` still runs it on `today` (local) and it was not called off."""
    found = await sessions.get(session)
    who = (await people.load([person], today)).get(person)
    if found is None or who is None or found.state != "planned":
        return None
    return found if await runs(who, found) else None


def named(session: Session, message: InboxMessage) -> dict[str, object]:
    """Return the values with which sentences name a session."""
    return {"title": session.title, "when": when(session, message.zone)}


def held_on(session: Session, message: InboxMessage) -> date:
    """Return the local day of a session."""
    return session.starts_at.astimezone(message.zone).date()


def lost() -> Turn:
    """Answer a choice that is old, or was never this person's."""
    menu = choice("menu.open", label="menu.command-menu")
    return Turn(says=(replace(say("attendance.not-there"), choices=((menu,),)),), step=None)


async def member(message: InboxMessage, raw: str) -> Person | None:
    """Return the member of the journey that `raw` (an id) names today, None for anybody else."""
    id_ = number(raw)
    found = (await people.load([id_], message.today)).get(id_) if id_ is not None else None
    return found if found is not None and found.has(Role.MEMBER) else None
