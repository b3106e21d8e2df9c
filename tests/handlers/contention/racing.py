"""People who tap in the same moment, each at a chat that another writer of the road handles.

`RACES=200 pytest tests/handlers/contention` runs as many rounds of each race; the suite runs a few.
"""

import asyncio
import os
import zlib
from collections.abc import Awaitable
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from bot.road import POSTGRES_WRITERS
from handlers.member.programme_of import programme_of
from journey.claims import claims_needed
from journey.people import Role
from journey.programme import FieldKind
from storage import chats, enrolments, evidence, registrations, reviews, sql, submissions
from storage.submissions import Submission
from tests.handlers.members import Unit, hand_in, season, unit
from tests.support.harness import Person, World

HUONG, DUNG, MAI, BINH, LAN = "Nguyễn Thị Hương", "Võ Quang Dũng", "Lê Thị Mai", "Phan Văn Bình", "Trần Thu Lan"
TASKS = ("BB1", "BB2", "BB3", "RL2", "RL3", "RL4", "RL6", "TT4")
BODIES = {
    "BB2": ["btv_doan_khoi", "cap_uy"],
    "RL2": ["bch_doan_co_so"],
    "RL4": ["btv_doan_khoi", "btc_hoi_thi"],
    "RL6": ["to_truong", "giam_sat_vien"],
}
"""The bodies the plan names: any of two, of whom one is without the bot; one, any of two, both."""

RACES = int(os.environ.get("RACES", "4"))

Act = tuple[Person, Awaitable[None]]


def taps(person: Person, action: str) -> Act:
    """A tap that `at_once` lets happen; the button may be gone."""
    return person, person.world.driver.taps(person.number, person.screen[-1].id if person.screen else "1", action)


def says(person: Person, words: str) -> Act:
    """A text that `at_once` lets happen."""
    return person, person.world.driver.says(person.number, words)


def looks(person: Person) -> Act:
    """Only a look: what comes meanwhile is news."""
    return person, asyncio.sleep(0)


async def at_once(*acts: Act) -> None:
    """Let all this happen in one moment, and wait for what comes of it."""
    people = {id(person): person for person, _ in acts}.values()
    for person in people:
        await person.turns_to_the_phone()
    await asyncio.gather(*(act for _, act in acts))
    await next(iter(people)).world.settle()
    for person in people:
        await person.look()


def heard(person: Person, key: str, **params: Any) -> int:
    """Return how many of the messages that are news say `key`."""
    says_so = person.saying(key, params)
    return sum(says_so(message.text) for message in person.news())


@dataclass
class Ring:
    """Hương with her tasks, and officers; `parts` counts her hand-ins, `numbers` are the chats given away."""

    world: World
    house: Unit
    season: int = 0
    parts: int = 0
    numbers: set[int] = field(default_factory=set)

    async def comes(self, name: str, *roles: Role, share: int, group: bool = True) -> Person:
        """Add somebody, at a chat of the writer `share` (0, 1, 2)."""
        _ = await self.house.joins(name, *roles, group=group)
        await chats.unlink_person(self.house.ids[name])
        return await self.phone(name, share)

    async def phone(self, name: str, share: int) -> Person:
        """Give somebody a phone (one more), at a chat of the writer `share`."""
        number = next(n for n in range(500, 4999) if n not in self.numbers and self.share(n) == share)
        self.numbers.add(number)
        person = self.world.person(str(number))
        await chats.link(person.chat, self.house.ids[name], "vi", self.world.clock.now())
        return person

    def share(self, number: int) -> int:
        """Return which writer handles the chat of this number."""
        return zlib.crc32(f"{self.world.driver.name}:{number}".encode()) % POSTGRES_WRITERS

    async def registers(self, name: str = HUONG) -> int:
        """Let somebody have taken TASKS on; return the enrolment."""
        now = self.world.clock.now()
        enrolment = await enrolments.enrol(self.house.ids[name], self.season)
        await registrations.choose(enrolment.id, TASKS, now)
        [row] = await sql.rows("SELECT programme_id FROM seasons")
        await enrolments.confirm(enrolment.id, row["programme_id"], now)
        return enrolment.id

    async def waits(self, task: str, state: str = "waiting") -> int:
        """Put one more part of Hương's into the book, its assessors asked; return its id."""
        self.parts += 1
        now = self.world.clock.now()
        id_ = await hand_in(self.house.ids[HUONG], task, now, part=self.parts, state=state)
        await reviews.ask(id_, {body: [] for body in BODIES[task]}, now)
        await sql.run("UPDATE reviews SET state = ?2 WHERE submission_id = ?1", id_, state)
        return id_

    async def begins_next(self, submission: int) -> Submission:
        """Let Hương have begun the next version, with something new in it and every question answered."""
        before = await submissions.get(submission)
        assert before is not None
        now, person = self.world.clock.now(), before.person
        programme = await programme_of(await enrolments.of_submission(submission))
        task = programme.task(before.task)
        draft = await submissions.begin(
            registration=before.registration, person=person, task=before.task, now=now, after=before
        )
        await evidence.add_text("Ảnh ở Đoàn phường.", person=person, chat="", submission=draft.id, source=None, now=now)
        claims = {criterion.id: 1 for criterion in claims_needed(task)}
        given = {each.code: "2027-03-01" if each.kind is FieldKind.DATE else "Đoàn phường" for each in task.fields}
        assert await submissions.state_facts(draft.id, claims, given)
        return draft


async def ring(world: World) -> Ring:
    """Lay down the unit and the season; fifty days later nobody has come yet."""
    house = await unit(world)
    found = Ring(world, house, await season(world.clock.now()))
    await world.pass_time(timedelta(days=50))
    return found


async def trail(submission: int, action: str = "review.%") -> list[str]:
    """Return what the audit trail has of a hand-in, oldest first."""
    rows = await sql.rows(
        "SELECT action FROM audit WHERE subject = ?1 AND action LIKE ?2 ORDER BY id", f"submission {submission}", action
    )
    return [row["action"] for row in rows]


async def audited(action: str) -> int:
    """Return how often the trail has `action`."""
    [row] = await sql.rows("SELECT count(*) AS n FROM audit WHERE action = ?1", action)
    return int(row["n"])


async def state(submission: int) -> str:
    """Return where a hand-in stands."""
    [row] = await sql.rows("SELECT state FROM submissions WHERE id = ?1", submission)
    return str(row["state"])


async def verdicts(submission: int) -> list[str]:
    """Return the states of its reviews, in the plan's order."""
    return [each.state for each in await reviews.of_submission(submission)]


async def is_sound() -> None:
    """Check what holds after any race: every update handled, no version open behind a newer one."""
    assert await sql.rows("SELECT id, status, error FROM inbox WHERE status <> 'done'") == []
    behind = await sql.rows(
        "SELECT a.id FROM submissions a JOIN submissions b ON b.registration_id = a.registration_id"
        " AND b.part = a.part AND b.version > a.version WHERE a.state <> 'returned' AND b.state <> 'withdrawn'"
    )
    assert behind == []
    torn = await sql.rows(
        "SELECT s.id FROM submissions s JOIN reviews r ON r.submission_id = s.id"
        " WHERE (s.state = 'waiting' AND r.state IN ('returned', 'cancelled') AND NOT EXISTS"
        " (SELECT 1 FROM reviews a WHERE a.submission_id = s.id AND a.body LIKE '@%' AND a.state = 'waiting'))"
        " OR (s.state IN ('approved', 'returned') AND r.state = 'waiting')"
    )
    assert torn == []
