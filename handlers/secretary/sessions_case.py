"""Which session, and whether who writes runs it: checked whenever something is shown or decided."""

from dataclasses import dataclass, replace

from handlers.arguments import number
from handlers.conversation import InboxMessage, Turn, choice, say
from handlers.secretary.sessions_scopes import Places, places
from journey.person import Person
from journey.sessions import Scope, may_run, posts_that_hold
from storage import session_changes, sessions
from storage.sessions import Session


@dataclass(frozen=True, slots=True)
class Case:
    """A session that who writes runs, or a draft of theirs."""

    session: Session
    person: Person
    places: Places


async def find(message: InboxMessage, raw: str) -> Case | None:
    """Return the session `raw` (an id) that who writes runs, None for nobody's and for somebody else's."""
    person, there = _who(message), await places()
    session = await sessions.get(number(raw) or 0)
    if session is None or not may_run(person, session, there.path(Scope(session.unit, session.group))):
        return None
    return Case(session, person, there)


async def draft(message: InboxMessage, raw: str) -> Case | None:
    """Return the draft `raw` (an id) of who writes, None for any other, and where they hold none for it any more."""
    person, there = _who(message), await places()
    session = await session_changes.drafted(number(raw) or 0, person.id)
    if session is None or not there.may_hold(person, Scope(session.unit, session.group)):
        return None
    return Case(session, person, there)


def _who(message: InboxMessage) -> Person:
    assert message.person is not None
    return message.person


def holds(person: Person) -> bool:
    """Say whether `person` may hold sessions at all."""
    return bool(posts_that_hold(person.posts))


def lost() -> Turn:
    """Answer a choice that is old, or was never this person's."""
    back = choice("sessions.open", label="sessions.do-list")
    return Turn(says=(replace(say("sessions.not-there"), choices=((back,),)),), step=None)


def not_an_organiser() -> Turn:
    """Answer whoever holds no sessions: theirs are in the calendar."""
    calendar = choice("calendar.open", label="sessions.do-calendar")
    return Turn(says=(replace(say("sessions.not-an-organiser"), choices=((calendar,),)),), step=None)
