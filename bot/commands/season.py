"""Opening a season: the year of a programme, and every member in it."""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from bot.commands.console import errors, load_settings, open_database, out, words
from bot.commands.programme import print_faults
from journey import programme_file
from journey.calendar import Window, window
from journey.people import Role
from journey.programme_faults import BrokenProgramme
from journey.refusal import Refused
from journey.registration import REGISTRATION
from storage import audit, database, enrolments, people, programmes
from storage.programmes import Season


@dataclass(eq=False)
class WindowClosesFirst(Refused):
    """The last day of the registration lies before the first."""

    opens: date
    closes: date


@dataclass(frozen=True, slots=True)
class OpenedSeason:
    """`enrolled` counts the members who were not in the season before."""

    season: Season
    title: str
    enrolled: int
    last_year: int | None


async def open_season(
    source: str, year: int, opens_on: date | None, closes_on: date | None, *, now: datetime, today: date
) -> OpenedSeason:
    """Keep the programme's version, open its season of `year` and enrol every member; twice is as once.

    Args:
        source: the name of a programme we ship, or the path of a file.
        opens_on, closes_on: first and last local day of the registration; None is as they were, or as the file says.
        now: in UTC; `today` is its local date.

    Raises:
        BrokenProgramme: with every mistake of the file.
        WindowClosesFirst: the two days are in the wrong order.
        OSError: the file cannot be read.
    """
    data = _read(source)
    programme = programme_file.read(data, source)
    before = await programmes.season_of(programme.code, year)
    days = window(programme, REGISTRATION, year) if before is None else Window(before.opens_on, before.closes_on)
    days = Window(opens_on or days.opens, closes_on or days.closes)
    if days.closes < days.opens:
        raise WindowClosesFirst(days.opens, days.closes)
    async with database.transaction():
        text = data.decode("utf-8-sig")
        version = await programmes.add_version(programme.code, programme_file.digest(data), text, now)
        season = await programmes.open_season(programme.code, year, version, days.opens, days.closes)
        members = {post.person for post in await people.holders([Role.MEMBER], today)}
        enrolled = await enrolments.enrol_all(members, season.id)
        await audit.record(
            "season.opened",
            f"season {season.id}",
            actor=None,
            chat="",
            now=now,
            version=version,
            enrolled=enrolled,
        )
    return OpenedSeason(season, programme.title, enrolled, programme.last_year)


async def open_from_command_line(source: str, year: int, opens: str | None, closes: str | None) -> int:
    """Run `season open`; return its exit status. `opens` and `closes` are local days, dd/mm/yyyy."""
    settings = load_settings()
    days = []
    for said in (opens, closes):
        try:
            days.append(None if said is None else datetime.strptime(said, "%d/%m/%Y").date())  # noqa: DTZ007
        except ValueError:
            errors.print(words("season.not-a-day", said=str(said)))
            return 1
    now = datetime.now(UTC)
    async with open_database(settings):
        try:
            opened = await open_season(
                source, year, days[0], days[1], now=now, today=now.astimezone(settings.zone).date()
            )
        except BrokenProgramme as broken:
            print_faults(broken.faults, source, errors)
            return 1
        except WindowClosesFirst as wrong:
            errors.print(words("season.window-closes-first", opens=wrong.opens, closes=wrong.closes))
            return 1
        except OSError:
            errors.print(words("season.cannot-read", file=source, shipped=", ".join(programme_file.SHIPPED)))
            return 1
    season = opened.season
    out.print(
        words(
            "season.opened",
            title=opened.title,
            year=str(season.year),
            opens=season.opens_on,
            closes=season.closes_on,
            enrolled=opened.enrolled,
        )
    )
    if opened.last_year is not None and year > opened.last_year:
        out.print(words("season.after-last-year", last=str(opened.last_year)))
    out.print(words("season.next"))
    return 0


def _read(source: str) -> bytes:
    return programme_file.shipped(source) if source in programme_file.SHIPPED else Path(source).read_bytes()
