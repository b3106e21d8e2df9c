"""A whole season rehearsed: a database of its own, made-up people, and the road, jobs and clock of production."""

import tempfile
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from random import Random

from bot.clock import MovableClock
from bot.commands.season import open_season
from bot.jobs import Jobs
from bot.office import Offices
from bot.pacing import UNPACED
from bot.passing import pass_to
from bot.rehearsal import outcome, people
from bot.rehearsal.acting import Stage
from bot.rehearsal.agenda import SLOTS
from bot.rehearsal.findings import last_day
from bot.rehearsal.journal import Journal
from bot.rehearsal.outcome import Approvals, Standings
from bot.rehearsal.people import Player, Unit
from bot.rehearsal.phones import Phones
from bot.rehearsal.season import A_DAY, Company
from bot.road import Lane, Road
from bot.rounds import Rounds
from bot.settings import Settings
from journey import programme_file
from journey.programme import Programme
from scheduler import JOBS, purge_handled
from storage import attendance_key, database, fingerprints, invitations, rehearsed, roster
from storage.files import Files
from storage.programmes import Season

BEGINS, ENDS = time(7), time(23, 59)
"""Of a day (local): before anybody is written to, and when everything of the day has happened."""

HOUSE = tuple(job for job in JOBS if job is not purge_handled)
"""What is counted in the end is all of the year: nothing is forgotten meanwhile."""

STOPS_AT = time(17)
"""When the process stops on the first day of the outage (local)."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What to rehearse: a programme (its name or its file), how many members in how many groups, in which year."""

    programme: str
    members: int
    groups: int
    seed: int
    year: int


@dataclass(frozen=True, slots=True)
class Month:
    """How far the rehearsal is: the messages so far, and what people did."""

    first: date
    messages: int
    updates: int


@dataclass(frozen=True, slots=True)
class Rehearsed:
    """What a rehearsal found; `ended` is how members stood in the end."""

    wanted: Wanted
    programme: Programme
    season: Season
    unit: Unit
    players: Mapping[int, Player]
    journal: Journal
    ended: Standings
    approvals: Approvals
    reminders: list[tuple[str, str, str, int]]
    stuck: dict[str, int]
    defects: int
    unsent: dict[str, int]
    updates: int
    outage: tuple[date, date]


async def rehearse(wanted: Wanted, settings: Settings, month: Callable[[Month], None]) -> Rehearsed:
    """Play the season; `month` hears of each month that is over. Nothing of it stays but what is returned.

    Raises:
        BrokenProgramme, OSError: there is no such programme.
        BrokenHolidays: the unit's file of holidays cannot be used.
    """
    _ = _programme(wanted)  # before anything is made
    with tempfile.TemporaryDirectory(prefix="hanhtrinh-", ignore_cleanup_errors=True) as folder:
        url = f"sqlite:///{Path(folder) / 'rehearsed.db'}?synchronous=off"
        await database.migrate(url)
        files = Files((Path(folder) / "files").as_uri())
        async with playing(wanted, settings, url, files) as year:
            await year.play_to(date(wanted.year, 12, 31), month)
            return await year.found()


@asynccontextmanager
async def playing(wanted: Wanted, settings: Settings, url: str, files: Files) -> AsyncIterator["Year"]:
    """Begin the season on the empty database of `url`; close everything in the end.

    Raises:
        BrokenProgramme, OSError, BrokenHolidays: see `rehearse`.
    """
    async with AsyncExitStack() as opened:
        await database.open_database(url)
        opened.push_async_callback(database.close_database)
        year = await Year.begin(wanted, settings, files)
        opened.push_async_callback(year.stop)
        yield year


class Year:
    """The season while it is played."""

    def __init__(
        self, wanted: Wanted, settings: Settings, files: Files, programme: Programme, season: Season, unit: Unit
    ) -> None:
        self._wanted = wanted
        self._settings = settings
        self._files = files
        self._programme = programme
        self._season = season
        self._unit = unit
        self._offices = Offices(settings)
        self._days = self._offices.at(season.opens_on).office.days
        self._first = self._days.after(season.opens_on - A_DAY, 1)
        self._clock = MovableClock(self._moment(self._first, BEGINS), runs=False)
        self._players: dict[int, Player] = {}
        self._phones = Phones(self._shown)
        self._stage = Stage(self._phones)
        self._playing: frozenset[str] = frozenset()
        self._road: Road | None = None

    @classmethod
    async def begin(cls, wanted: Wanted, settings: Settings, files: Files) -> "Year":
        """Open the season and bring everybody in."""
        cast, chance = people.cast(), Random(wanted.seed)  # noqa: S311  (made-up people, the same for a seed)
        unit = people.unit(cast, wanted.members, wanted.groups, chance)
        new_year = datetime(wanted.year, 1, 1, tzinfo=settings.zone).astimezone(UTC)
        async with database.transaction():
            await fingerprints.make_key(chance.randbytes)
            await attendance_key.make(chance.randbytes)
            today = new_year.astimezone(settings.zone).date()
            opened = await open_season(wanted.programme, wanted.year, None, None, now=new_year, today=today)
            await roster.bring_in(unit.roster, now=new_year, today=today, chat="")
        programme = _programme(wanted)
        year = cls(wanted, settings, files, programme, opened.season, unit)
        await year._invite(cast, chance)
        await year._start()
        return year

    async def _invite(self, cast: people.Cast, chance: Random) -> None:
        key, units = await attendance_key.get(), {line.code: line.unit for line in self._unit.roster.groups}
        zone = self._settings.zone
        self._company = Company(
            cast, self._programme, self._season, self._days, zone, self._clock, self._phones, key, units
        )
        by_code = {each.code: each for each in self._unit.players}
        codes = await rehearsed.people()
        self._players = {id_: by_code[code] for id_, code in codes.items()}
        made = await invitations.make(
            list(codes), now=self._clock.now(), valid_for=timedelta(days=365), draw=chance.randbytes
        )
        for each in made:
            self._company.enter(self._players[each.person], _chat(each.person), each.token, self._wanted.seed)
        by_chat = {_chat(id_): player for id_, player in self._players.items()}
        self._journal = Journal(self._settings.zone, self._offices.at, by_chat)

    # -------------------- the process

    async def _start(self) -> None:
        lane, zone = Lane(self._phones, UNPACED), self._settings.zone
        self._road = Road([lane], self._files, self._clock, zone, hours=self._offices.at)
        await self._road.start()
        self._rounds = Rounds(Jobs(self._road, self._offices), self._clock, zone, HOUSE)

    async def stop(self) -> None:
        """Stop the process, if it runs."""
        if self._road is not None:
            road, self._road = self._road, None
            await road.stop()

    # -------------------- the days

    async def play_to(self, last: date, month: Callable[[Month], None]) -> None:
        """Play every day to `last` (local); `month` hears of each month that is over."""
        begins, back = self._outage_days
        day = self._first
        while day <= last:
            if self._first < begins == day:
                await self._outage(begins, back)
                day = back
            await self._day(day)
            if day == last_day(day.year, day.month):
                month(Month(day.replace(day=1), self._journal.kinds.total(), self._stage.updates))
            day += A_DAY

    @property
    def _outage_days(self) -> tuple[date, date]:
        """Return the local day in whose afternoon the process stops, and the one in whose morning it is back."""
        begins, days = self._company.cast.outage(self._season.year)
        return begins, begins + days * A_DAY

    async def _day(self, day: date) -> None:
        await self._slots(day, SLOTS)
        await self._pass(self._moment(day, ENDS))
        for chat in await self._journal.close_day(day, self._phones.fresh, self._phones.heard):
            self._company.reminded(chat)

    async def _slots(self, day: date, slots: Sequence[time]) -> None:
        """Let people act at those of `slots` at which anybody means to; what is due before happens before."""
        for at in slots:
            moment = self._moment(day, at)
            if self._company.agenda.is_due(moment):
                await self._pass(moment)
                await self._act()

    async def _act(self) -> None:
        """Let everybody act who means to by now."""
        due = self._company.agenda.due(self._clock.now())
        if due:
            assert self._road is not None
            self._playing = frozenset(due)
            await self._stage.play(self._road, due.values())
            self._playing = frozenset()
            for chat in due:
                self._company.acted(chat)

    async def _outage(self, begins: date, back: date) -> None:
        """Stop in the afternoon of `begins`, and start again in the morning of `back`."""
        await self._slots(begins, [at for at in SLOTS if at < STOPS_AT])
        await self._pass(self._moment(begins, STOPS_AT))
        await self.stop()
        for chat in await self._journal.close_day(begins, self._phones.fresh, self._phones.heard):
            self._company.reminded(chat)
        self._clock.move_to(self._moment(back, BEGINS))
        await self._start()

    async def _pass(self, moment: datetime) -> None:
        assert self._road is not None
        await pass_to(self._road, self._rounds, self._clock, moment)

    def _moment(self, day: date, at: time) -> datetime:
        return datetime.combine(day, at, self._settings.zone).astimezone(UTC)

    def _shown(self, chat: str, actions: tuple[str, ...]) -> None:
        self._company.told(chat, actions, acts=chat in self._playing)

    # -------------------- what came of it

    async def _standings(self, day: date) -> Standings:
        members = {id_: player for id_, player in self._players.items() if player.member}
        joined = await rehearsed.joined()
        return await outcome.standings(members, self._season, self._programme, joined, day)

    async def found(self) -> Rehearsed:
        """Return what the season has come to by today."""
        ended = await self._standings(self._company.today)
        return Rehearsed(
            self._wanted,
            self._programme,
            self._season,
            self._unit,
            self._players,
            self._journal,
            ended,
            await outcome.approvals(self._programme, self._players, self._company.cast.minutes),
            await rehearsed.reminders(),
            dict(sorted(self._stage.stuck.items())),
            await rehearsed.failed_updates(),
            await rehearsed.unsent(),
            self._stage.updates,
            self._outage_days,
        )


def _chat(person: int) -> str:
    return f"{Phones.name}:{person}"


def _programme(wanted: Wanted) -> Programme:
    source = wanted.programme
    data = programme_file.shipped(source) if source in programme_file.SHIPPED else Path(source).read_bytes()
    return programme_file.read(data, source)
