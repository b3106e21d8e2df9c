"""A made-up member's year: what they handed in and when, and what their assessors said."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random
from typing import Any, Protocol
from zoneinfo import ZoneInfo

from bot.web import demo_pictures
from handlers import review_decisions
from handlers.conversation import InboxMessage
from handlers.member import evidence as handing_in
from handlers.member.evidence_facts import Question, next_question
from handlers.member.evidence_submit import answered, submit
from handlers.review_case import load
from journey.claims import claims_needed
from journey.criteria import need
from journey.programme import CriteriaRule, FieldKind, Kind, Programme, Task
from journey.review import Verdict
from papers.pictures import check_picture
from storage import evidence, fetching, photo_hashes, submissions
from storage.evidence import Arrival
from storage.fetching import Checked
from storage.files import Files

FIRST = timedelta(days=27)
"""After the season began: the first hand-in."""

RECENT = timedelta(days=9)
"""Before now: what was decided long ago lies before it, what waits or was returned after it."""

MAX_PIXELS = 1_000_000
LEASE = timedelta(minutes=5)


class Unit(Protocol):
    """What a year needs to know of the unit it happens in."""

    now: datetime
    began: datetime
    zone: ZoneInfo
    files: Files
    chance: Random

    @property
    def programme(self) -> Programme: ...

    async def message(self, person: int, at: datetime) -> InboxMessage: ...


@dataclass(frozen=True, slots=True)
class Story:
    """The tasks somebody chose, and what demo_people.toml tells about them."""

    codes: tuple[str, ...]
    told: dict[str, Any]


async def play(unit: Unit, person: int, story: Story, said: dict[str, Any]) -> None:
    """Let the hand-ins of `story` happen one after the other; `said` is what people write."""
    year = _Year(unit, person, said)
    coming = _hand_ins(unit, story)
    done = coming[: min(story.told.get("done", 0), len(coming) - 1)]
    first, last = unit.began + FIRST, unit.now - RECENT
    for number, task in enumerate(done):
        await year.approved(task, first + (last - first) * (number + 0.5) / len(done))
    for code in story.told.get("returned", ()):
        await year.returned(unit.programme.task(code), unit.now - timedelta(days=unit.chance.uniform(4, 6)))
    for code in story.told.get("waiting", ()):
        await year.waiting(unit.programme.task(code), unit.now - timedelta(days=unit.chance.uniform(0.3, 5)))


def _hand_ins(unit: Unit, story: Story) -> list[Task]:
    """Return the task of every hand-in that may be approved, in the order they happen; the essay last."""
    programme, told = unit.programme, story.told
    open_ = {*told.get("later", ()), *told.get("waiting", ()), *told.get("returned", ())}
    codes = dict.fromkeys([*(task.code for task in programme.mandatory_tasks()), *story.codes])
    tasks = [programme.task(code) for code in codes if code not in open_]
    found = [task for task in tasks for _ in range(_parts(task))]
    unit.chance.shuffle(found)
    return sorted(found, key=lambda task: any(each.kind is Kind.WORDS for each in task.criteria))


def _parts(task: Task) -> int:
    """Return how many hand-ins bring what the task asks for, one activity each."""
    if task.criteria_rule is CriteriaRule.ANY:
        return 1
    counts = [need(task, each) for each in claims_needed(task) if each.kind is Kind.COUNT]
    return max(counts, default=1)


@dataclass(frozen=True, slots=True)
class _Year:
    unit: Unit
    person: int
    said: dict[str, Any]

    async def waiting(self, task: Task, at: datetime, pictures: int = 3) -> int:
        """Hand in; return the submission."""
        at = self._by_day(at)
        message = await self.unit.message(self.person, at)
        turn = await handing_in.start(message, task.code, "more")
        submission = int(turn.data["submission"])
        await self._prove(task, submission, message, pictures)
        await self._answer(task, submission, message)
        await submit(message, str(submission))
        return submission

    async def approved(self, task: Task, at: datetime) -> None:
        """Hand in, and have it approved by everybody who must."""
        submission = await self.waiting(task, at, self.unit.chance.choice((1, 1, 2)))
        at += timedelta(hours=self.unit.chance.uniform(20, 70))
        await self._decide(submission, Verdict.APPROVED, at, "")

    async def returned(self, task: Task, at: datetime) -> None:
        """Hand in, and get it back."""
        submission = await self.waiting(task, at)
        reason = self.unit.chance.choice(self.said["reasons"])
        await self._decide(submission, Verdict.RETURNED, at + timedelta(days=2), reason)

    async def _decide(self, submission: int, verdict: Verdict, at: datetime, reason: str) -> None:
        at = self._by_day(at)
        case = await load(submission, at.astimezone(self.unit.zone).date())
        assert case is not None
        for may in case.may_act.values():
            found = await submissions.get(submission)
            if may and found is not None and found.state == "waiting":
                officer = await self.unit.message(self.unit.chance.choice(may), at)
                await review_decisions.give(officer, str(submission), verdict, reason)

    def _by_day(self, moment: datetime) -> datetime:
        """Return it between eight and five of its day, and before now."""
        local = moment.astimezone(self.unit.zone)
        hour = local.replace(hour=8 + local.hour % 9)
        return min(hour.astimezone(moment.tzinfo), self.unit.now - timedelta(minutes=20))

    async def _prove(self, task: Task, submission: int, message: InboxMessage, pictures: int) -> None:
        """Send what proves it: pictures or an essay, and at times a note."""
        found = [await self._keep(*each) for each in self._files(task, pictures)]
        album = str(submission) if len(found) > 1 else None
        arrivals = [
            Arrival(each.kind, "", each.sha256[:32], album=album, name=name, mime=each.mime, size=each.size)
            for name, each in found
        ]
        await evidence.arrive(arrivals, person=self.person, chat=message.chat, submission=submission, now=message.now)
        claimed = await fetching.claim(message.now, LEASE, len(found), process=0)
        for piece, (_, checked) in zip(claimed, found, strict=True):
            await photo_hashes.keep(piece.id, checked.looks)
            await fetching.store(piece, checked, {})  # no two of them are alike
        if note := self.said["notes"].get(task.code):
            await evidence.add_text(
                note,
                person=self.person,
                chat=message.chat,
                submission=submission,
                source=None,
                now=message.now,
            )

    def _files(self, task: Task, pictures: int) -> Iterator[tuple[str, bytes]]:
        chance = self.unit.chance
        if any(each.kind is Kind.WORDS for each in task.criteria):
            yield "bai-cam-nhan.pdf", demo_pictures.essay(chance)
            return
        for number in range(pictures):
            yield f"anh-{number + 1}.jpg", demo_pictures.evidence(task.code, number, chance)

    async def _keep(self, name: str, data: bytes) -> tuple[str, Checked]:
        """Store a file under the keys that the fetcher uses."""
        if name.endswith(".pdf"):
            sha256 = hashlib.sha256(data).hexdigest()
            key = f"evidence/{sha256[:2]}/{sha256}.pdf"
            await self.unit.files.put(key, data)
            return name, Checked("document", sha256, key, len(data), "application/pdf")
        found = check_picture(data, max_pixels=MAX_PIXELS)
        key = f"evidence/{found.sha256[:2]}/{found.sha256}"
        await self.unit.files.put(f"{key}.jpg", found.jpeg)
        await self.unit.files.put(f"{key}-small.jpg", found.thumbnail)
        return name, Checked(
            "photo", found.sha256, f"{key}.jpg", len(found.jpeg), "image/jpeg", f"{key}-small.jpg",
            found.width, found.height, dhash=f"{found.dhash:016x}",
        )  # fmt: skip

    async def _answer(self, task: Task, submission: int, message: InboxMessage) -> None:
        """Answer every question the task asks."""
        while True:
            found = await submissions.get(submission)
            assert found is not None
            question = next_question(task, found)
            if question is None:
                return
            await answered(message, str(submission), question.id, self._said(task, question, message))

    def _said(self, task: Task, question: Question, message: InboxMessage) -> str:
        if question.field is not None:
            if question.field.kind is FieldKind.DATE:
                return (message.today - timedelta(days=self.unit.chance.randint(0, 4))).isoformat()
            kind = "places" if question.field.code == "place" else "organiser"
            return str(self.said[kind].get(task.code) or self.said["organiser"]["BB2"])
        if question.criterion is None:
            return "1"
        return {Kind.YES_NO: "yes", Kind.LEVEL: "0"}.get(question.criterion.kind, "1")
