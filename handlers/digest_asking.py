"""Whose week somebody may ask for: that of the posts they hold today."""

from dataclasses import dataclass, replace

from handlers.conversation import InboxMessage, Say, Turn, choice, say
from journey.digest import ALWAYS, BY_CHOICE, Scope
from journey.person import Person
from storage import digest_pages, programmes
from storage.digest_pages import Places
from storage.programmes import Season


@dataclass(frozen=True, slots=True)
class Asking:
    """An officer with the scope of today's posts."""

    person: Person
    who: Scope
    where: Places
    season: Season


async def asking(message: InboxMessage) -> Asking | Turn:
    """Return who asks; the answer that says why not where they may not, or there is nothing yet."""
    person = officer(message)
    if person is None:
        return refused("digest.not-for-you")
    season = await programmes.current_season()
    if season is None:
        return refused("digest.no-season")
    where = await digest_pages.places()
    return Asking(person, where.scope(person.posts), where, season)


def officer(message: InboxMessage) -> Person | None:
    """Return who writes when they hold a post with which a digest goes."""
    person = message.person
    return person if person is not None and person.has(*ALWAYS, *BY_CHOICE) else None


def refused(key: str) -> Turn:
    """Return the answer `key`, with the way to the menu."""
    said: Say = say(key)
    return Turn(says=(replace(said, choices=((choice("menu.open", label="digest.do-menu"),),)),), step=None)


def not_there() -> Turn:
    """Answer a choice that is old, or was made up."""
    said = say("digest.not-there")
    return Turn(says=(replace(said, choices=((choice("digest.open", label="digest.do-back"),),)),), step=None)
