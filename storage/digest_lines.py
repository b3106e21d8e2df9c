"""The lines behind one digest: every member with where they stand, and everything that waits."""

from datetime import UTC, date, datetime, time
from itertools import chain

from journey.allowance import UNLIMITED, Allowances
from journey.calendar import quarter
from journey.digest import WEEK, Figures, Scope
from journey.digest_page import Line, Lines
from storage import digest_pages, figures, people, standings
from storage.digest_pages import Places
from storage.programmes import Season

MOST_MEMBERS = 10_000
"""Lines of members: two megabytes on their way through the outbox. The figures above them count everybody."""

MOST_WAITING = 1_000


async def of(who: Scope, where: Places, season: Season, local: datetime, allowed: Allowances = UNLIMITED) -> Lines:
    """Return what stands behind the digest of `who` at `local` (in the product's zone)."""
    now, today = local.astimezone(UTC), local.date()
    known = await figures.of([who], season, local, allowed=allowed)
    held = await figures.waiting(who, season, MOST_WAITING, today)
    longest = sorted(chain.from_iterable(held.values()), key=lambda each: (each.since, each.submission))
    [page] = await digest_pages.pages([where.fold(who, known)], where, now, today, named=0)
    return Lines(
        page,
        await _members(who, where, season, local, known),
        await digest_pages.waits(longest[:MOST_WAITING], now, today),
    )


async def of_quarter(who: Scope, where: Places, season: Season, local: datetime) -> Lines:
    """Return the figures of the quarter of `local`, nobody's line among them."""
    now, today = local.astimezone(UTC), local.date()
    first = datetime.combine(date(today.year, quarter(today) * 3 - 2, 1), time(), local.tzinfo).astimezone(UTC)
    known = await figures.of([who], season, local, since=first)
    [page] = await digest_pages.pages([where.fold(who, known)], where, now, today, named=0)
    return Lines(page, (), ())


async def _members(who: Scope, where: Places, season: Season, local: datetime, known: Figures) -> tuple[Line, ...]:
    since = local.astimezone(UTC) - WEEK
    found = {each.person: each for each in await standings.read(who, season, local, since)}
    barred = {each.person: each.why for place in known.unreached.values() for each in place}
    names = await people.names_in_order(found)
    return tuple(
        Line(
            name,
            where.units[each.unit].name if (each := found[person]).unit is not None else "",
            where.groups[each.group].name if each.group is not None else "",
            each.registered_at,
            each.now,
            each.waiting,
            each.handed_in_at,
            each.risk,
            barred.get(each.person),
        )
        for person, name in list(names.items())[:MOST_MEMBERS]
    )
