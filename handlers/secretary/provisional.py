"""Whose results are provisional: found member by member, as far as a page needs."""

from collections.abc import AsyncIterator, Collection
from datetime import date
from itertools import count

from handlers.conversation import InboxMessage
from handlers.member.hand_ins import hand_in
from handlers.member.programme_of import programme_of, season_programme
from handlers.secretary.keeping import secretary
from journey.progress import Ruling, may_be_provisional, task_progress
from storage import enrolments, members, rulings, submissions
from storage.people import Listed
from storage.programmes import Season
from storage.submissions import Submission

STRIDE = 100  # members looked at together

Found = tuple[int, str, str]
"""A member's id and name, the code of the task."""


async def provisional_after(message: InboxMessage, units: Collection[int], first: int, most: int) -> list[Found]:
    """Return up to `most` provisional results of the members of `units` from the place `first` on, by name.

    Raises:
        NoSeason: none was ever opened.
    """
    found: list[Found] = []
    async for each in _all(message, units):
        found.append(each)
        if len(found) == first + most:
            break
    return found[first:]


async def _all(message: InboxMessage, units: Collection[int]) -> AsyncIterator[Found]:
    season, programme = await season_programme(message)
    codes = [task.code for task in programme.tasks if may_be_provisional(task, message.today, season.year)]
    for place in count(0, STRIDE) if codes else ():
        shown = await members.page(units, message.today, besides=secretary(message).id, first=place, most=STRIDE)
        found = await _provisional(shown, codes, season, message.today)
        for member in shown:
            for code in found.get(member.id, ()):
                yield member.id, member.full_name, code
        if len(shown) < STRIDE:
            return


async def _provisional(
    shown: Collection[Listed], codes: Collection[str], season: Season, today: date
) -> dict[int, list[str]]:
    """Return the codes of provisional tasks by member, in as many queries however many there are."""
    enrolled = {each.id: each for each in await enrolments.of_people([each.id for each in shown], season.id)}
    taken = await rulings.taken(list(enrolled), codes)
    handed: dict[int, list[Submission]] = {}
    for each in await submissions.of_registrations([one.registration for one in taken]):
        handed.setdefault(each.registration, []).append(each)
    found: dict[int, list[str]] = {}
    for one in taken:
        task = (await programme_of(enrolled[one.enrolment])).task(one.task)
        parts = map(hand_in, handed.get(one.registration, ()))
        ruling = Ruling(one.ruling) if one.ruling else None
        if task_progress(task, parts, today=today, year=season.year, ruling=ruling).is_provisional:
            found.setdefault(enrolled[one.enrolment].person, []).append(one.task)
    return found
