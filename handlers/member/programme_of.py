"""The season that runs and the programme a member is judged by."""

from handlers.conversation import InboxMessage
from journey.people import Role
from journey.person import Person
from journey.programme import Programme
from journey.refusal import Refused
from storage import enrolments, programmes
from storage.enrolments import Enrolment
from storage.programmes import Season


class NoSeason(Refused):
    """The organisers have not opened a season yet."""


class MembersOnly(Refused):
    """Only members have a season of their own."""


async def season_programme(message: InboxMessage) -> tuple[Season, Programme]:
    """Return the season that runs now and the programme new registrations are judged by.

    Raises:
        NoSeason: none was ever opened.
    """
    del message  # one season runs for everybody; the message is where a unit of its own would be found
    season = await programmes.current_season()
    if season is None:
        raise NoSeason
    return season, await programmes.parsed(season.programme)


async def programme_of(enrolment: Enrolment) -> Programme:
    """Return the version frozen at the registration; before it, the season's."""
    if enrolment.programme is not None:
        return await programmes.parsed(enrolment.programme)
    return await programmes.parsed((await programmes.season(enrolment.season)).programme)


async def enrolled(message: InboxMessage) -> tuple[Season, Enrolment, Programme]:
    """Return the season, the member's place in it (made when missing) and the programme that judges them.

    Raises:
        NoSeason: none was ever opened.
        MembersOnly: the person is not a member of the journey.
    """
    if message.person is None:
        raise MembersOnly
    return await enrolled_person(message.person)


async def enrolled_person(person: Person) -> tuple[Season, Enrolment, Programme]:
    """Return what `enrolled` does, of any person.

    Raises:
        NoSeason, MembersOnly: as `enrolled`.
    """
    if not person.has(Role.MEMBER):
        raise MembersOnly
    season = await programmes.current_season()
    if season is None:
        raise NoSeason
    enrolment = await enrolments.enrol(person.id, season.id)
    return season, enrolment, await programmes.parsed(enrolment.programme or season.programme)


async def judging(submission: int) -> tuple[Programme, int]:
    """Return the programme a submission is judged by, and the year of its season."""
    version, digest, year = await programmes.judging(submission)
    return await programmes.parsed(version, digest), year
