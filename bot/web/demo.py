"""The sandbox's made-up unit: a roster, a season, thirty members in the middle of their year.

It is played, not written: everybody joins, registers, hands in and decides through the conversations, at
moments before now. What these say is not sent: the phones begin empty.
"""

import tomllib
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import cached_property
from importlib.resources import files as package_files
from random import Random
from typing import Any
from zoneinfo import ZoneInfo

from bot.channels.web import Web
from bot.commands.season import open_season
from bot.web import demo_sessions
from bot.web.demo_year import Story, play
from handlers import joining
from handlers.conversation import Data, HoursOn, InboxMessage, Kind
from handlers.member import registration
from journey.people import Role
from journey.programme import Programme
from journey.programme_file import read, shipped
from journey.sending_hours import Audience
from storage import chats, database, enrolments, invitations, people, roster, sandbox
from storage.files import Files
from storage.programmes import Season
from storage.roster_lines import GroupLine, PersonLine, RoleLine, Roster, UnitLine

PROGRAMME = "nguoi-cong-san-tre"
BUSY_MONTHS = range(5, 10)
"""In these there is something to show: much is done, and everything can still be done."""

SEED = 44
A_WHILE = timedelta(hours=1)
"""How long after joining somebody brings their other phones to the same book."""

STILL_OPEN = timedelta(days=30)
"""How long after now the registration is open: a visitor may register, too."""


async def begins(now: datetime, zone: ZoneInfo, hours: HoursOn) -> datetime:
    """Return when the unit's story begins (UTC): the next working hour, in June when the year is too young or too old.

    At night a visitor would wait for the news of what they do: people are told in the morning. Where there are people
    already, it began long ago: now.
    """
    if await sandbox.cast():
        return now
    local = now.astimezone(zone)
    if local.month not in BUSY_MONTHS:
        year = local.year + (local.month > BUSY_MONTHS[-1])
        local = datetime(year, 6, 10, 9, 0, tzinfo=zone)
    return hours(local.date()).opens_at(local, Audience.OFFICER).astimezone(UTC)


async def prepare(now: datetime, zone: ZoneInfo, files: Files) -> None:
    """Make the unit as it is at `now` (UTC), unless there are people already."""
    if await sandbox.cast():
        return
    written = tomllib.loads(package_files(__package__).joinpath("demo_people.toml").read_text("utf-8"))
    async with database.transaction():
        await _Unit(written, now, zone, files).make()


@dataclass
class _Unit:
    """The unit while it is made; `written` is demo_people.toml."""

    written: dict[str, Any]
    now: datetime
    zone: ZoneInfo
    files: Files

    def __post_init__(self) -> None:
        self.chance = Random(SEED)  # noqa: S311  (the same story every time; nothing here is secret)
        self.today = self.now.astimezone(self.zone).date()
        self.began = datetime(self.today.year, 1, 4, 8, 30, tzinfo=self.zone).astimezone(UTC)

    async def make(self) -> None:
        """Bring everybody in, and let the members' year happen."""
        await roster.bring_in(_roster(self.written), now=self.began, today=self.began.date(), chat="")
        season = await self._season()
        ids = {person.full_name: person.id for person in await people.listed()}
        await self._join(ids)
        for story in self.written["members"]:
            if story.get("has_joined", True) and story.get("is_registered", True):
                await self._live(ids[story["name"]], story, season)
        await demo_sessions.hold(self, ids, self.written["sessions"])

    async def _season(self) -> Season:
        closes = max(date(self.today.year, 1, 31), min(self.today + STILL_OPEN, date(self.today.year, 12, 31)))
        opened = await open_season(
            PROGRAMME,
            self.today.year,
            date(self.today.year, 1, 1),
            closes,
            now=self.began,
            today=self.began.date(),
        )
        return opened.season

    async def _join(self, ids: dict[str, int]) -> None:
        """Invite everybody, and let those who have joined say yes to everything."""
        stories = self.written["members"]
        absent = {ids[story["name"]] for story in stories if not story.get("has_joined", True)}
        phones = {ids[story["name"]]: story["phones"] for story in stories if "phones" in story}
        year = timedelta(days=365)
        made = await invitations.make(list(ids.values()), now=self.began, valid_for=year, draw=self.chance.randbytes)
        for invitation in made:
            if invitation.person not in absent:
                at = self._before_now(self.began + timedelta(hours=self.chance.uniform(1, 200)))
                first, *others = phones.get(invitation.person, [Web.name])
                await self._accept(f"{first}:{invitation.person}", invitation.token, at)
                for other in others:
                    await chats.link(f"{other}:{invitation.person}", invitation.person, "vi", at + A_WHILE)

    async def _accept(self, chat: str, token: str, at: datetime) -> None:
        message = InboxMessage(chat, Kind.START, text=token, now=at, today=at.astimezone(self.zone).date())
        turn = await joining.stranger(message, "", {})
        while isinstance(turn.step, str):
            step, data = turn.step, Data(turn.data)
            yes = InboxMessage(chat, Kind.CHOICE, choice=f"joining.yes {step}", now=at, today=message.today)
            turn = await joining.stranger(yes, step, data)

    async def _live(self, person: int, story: dict[str, Any], season: Season) -> None:
        """Let a member register and hand in as their story says."""
        codes = story.get("tasks") or self._tasks({*story.get("waiting", ()), *story.get("returned", ())})
        at = self._before_now(self.began + timedelta(days=self.chance.uniform(9, 20)))
        enrolment = await enrolments.enrol(person, season.id)
        await enrolments.keep_draft(enrolment.id, codes)
        await registration.confirm(await self.message(person, at), str(season.id))
        await play(self, person, Story(tuple(codes), story), self.written["said"])

    def _tasks(self, wanted: set[str]) -> list[str]:
        """Choose as many tasks of each category as it asks for, at times one more; of `wanted` all."""
        chosen: list[str] = []
        for category in self.programme.categories:
            codes = [task.code for task in self.programme.tasks_in(category.code)]
            self.chance.shuffle(codes)
            codes.sort(key=lambda code: code not in wanted)
            chosen += codes[: category.min_completed + (self.chance.random() < 0.2)]
        return chosen

    @cached_property
    def programme(self) -> Programme:
        """Return the programme everybody is in."""
        return read(shipped(PROGRAMME), PROGRAMME)

    async def message(self, person: int, at: datetime) -> InboxMessage:
        """Return a message of `person` at `at`; what it says does not matter."""
        today = at.astimezone(self.zone).date()
        found = await people.get(person, today)
        return InboxMessage(f"{Web.name}:{person}", Kind.CHOICE, now=at, today=today, person=found)

    def _before_now(self, moment: datetime) -> datetime:
        return min(moment, self.now - timedelta(hours=1))


def _roster(written: dict[str, Any]) -> Roster:
    """Return the unit as a roster file would say it; people go by numbers of their own."""
    homes = {group["code"]: group["unit"] for group in written["groups"]}
    officers = [{"is_member": False, **each} for each in written["officers"]]
    members = [{"unit": homes[each["group"]], "roles": _leads(each), **each} for each in written["members"]]
    persons: list[PersonLine] = []
    roles: list[RoleLine] = []
    for row, each in enumerate([*officers, *members], 2):
        code = f"ST{row:03}"
        persons.append(
            PersonLine(
                row, code, each["name"], each["unit"], each.get("group", ""), address=each.get("address", ""),
                is_member=each.get("is_member", True),
            )
        )  # fmt: skip
        for role, _, scope in (said.partition(" ") for said in each["roles"]):
            roles.append(RoleLine(len(roles) + 2, code, Role(role), scope))
    return Roster(
        tuple(UnitLine(row, **each) for row, each in enumerate(written["units"], 2)),
        tuple(GroupLine(row, **each) for row, each in enumerate(written["groups"], 2)),
        tuple(persons),
        tuple(roles),
    )


def _leads(member: dict[str, Any]) -> list[str]:
    return [f"group_leader {member['group']}"] if member.get("leader") else []
