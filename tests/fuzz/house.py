"""A small unit whose people act one after the other on the product's own road; everything is judged after each act."""

import json
import logging
from collections.abc import Sequence
from datetime import timedelta
from pathlib import Path
from typing import Any

from bot.clock import MovableClock
from bot.pacing import UNPACED
from bot.road import Lane, Road
from handlers.conversation import InboxMessage, Kind
from handlers.dispatch import Dispatch, Outcome
from handlers.member.standing import standing
from journey.programme import CriteriaRule, Programme, Task
from journey.programme import Kind as Measure
from journey.progress import TaskState
from storage import conversations, database, people, sql
from storage.conversations import State
from storage.files import Files
from tests.fuzz.collector import Collector
from tests.fuzz.run import Errors, prepared
from tests.fuzz.watch import Crowd, Watch
from tests.rights import ledger
from tests.rights.cast import MARCH, ZONE, Cast
from tests.support.driver import until

MEMBERS = ("huong", "lan", "mai", "yen", "nam")
ASSESSORS = ("dung", "yen", "khoa", "mai", "binh", "phuc", "tam", "dang", "oanh", "thu", "son")
ALL_SIGN = ("RL6",)


class House:
    """One database with its product; `faults` are what should not have been."""

    def __init__(self, url: str, folder: Path) -> None:
        self._url = url
        self._files = Files((folder / "files").as_uri())
        self._clock = MovableClock(MARCH, runs=False)
        self._collector = Collector()
        self._errors = Errors()
        self._faults: list[str] = []
        self._update = 0
        self.ended = 0

    async def opens(self) -> None:
        await database.open_database(self._url)
        self._cast: Cast = await prepared()
        self._watch = Watch(self._cast)
        logging.getLogger().addHandler(self._errors)
        await self._start()

    async def closes(self) -> None:
        await self._road.stop()
        await database.close_database()
        logging.getLogger().removeHandler(self._errors)

    async def starts_again(self) -> None:
        await self._road.stop()
        await database.close_database()
        await database.open_database(self._url)
        await self._start()

    async def _start(self) -> None:
        self._road = Road([Lane(self._collector, UNPACED)], self._files, self._clock, ZONE)
        await self._road.start()

    def passes(self, by: timedelta) -> None:
        self._clock.move(by)

    async def post_ends(self, who: str) -> None:
        yesterday = (self._clock.now().astimezone(ZONE) - timedelta(days=1)).date()
        day: Any = yesterday.isoformat() if sql.is_sqlite() else yesterday
        await sql.run(
            "UPDATE posts SET to_on = ?1 WHERE person_id = ?2 AND role <> 'member'", day, self._cast.people[who]
        )
        self.ended += 1

    async def says(self, who: str, text: str) -> None:
        await self._sends(who, "message", {**self._message(who), "text": text})

    async def taps(self, who: str, data: str) -> None:
        card = {"message_id": 1, "date": 1, "chat": self._message(who)["chat"]}
        await self._sends(who, "callback_query", {"id": f"q{self._update}", "message": card, "data": data})

    async def taps_any(self, who: str, pick: int) -> None:
        """Tap a button that somebody, perhaps somebody else, was offered once."""
        offered = [each for screen in self._collector.screens.values() for _, row in screen for each in row]
        if offered:
            await self.taps(who, offered[pick % len(offered)])

    async def registers(self, who: str) -> None:
        season = self._cast.things["season"]
        await self.taps(who, "registration.open")
        for code in ("RL1", "RL2", "RL6", "TT4"):
            await self.taps(who, f"registration.tick {season} {code}")
        await self.taps(who, f"registration.confirm {season}")

    async def asks_for_change(self, who: str, code: str) -> None:
        season = self._cast.things["season"]
        for action in (f"registration.edit {season}", f"registration.tick {season} {code}", f"changes.ask {season}"):
            await self.taps(who, action)
        await self.says(who, "Lịch trực thay đổi")

    async def decides_change(self, who: str, pick: int, verb: str) -> None:
        if ids := await self._ids("SELECT id FROM changes ORDER BY id DESC LIMIT 6"):
            await self.taps(who, f"changes.{verb} {ids[pick % len(ids)]}")

    async def hands_in(self, who: str, task: str, *, is_more: bool) -> None:
        await self.taps(who, f"evidence.start {task}{' more' if is_more else ''}")
        await self._completes(who)

    async def gives_up(self, who: str, task: str) -> None:
        await self.taps(who, f"evidence.start {task} more")
        await self.says(who, "Ghi chú")
        await self.taps(who, "cancel.open")

    async def hands_in_again(self, who: str, *, keep: bool) -> None:
        person = self._cast.people[who]
        returned = f"SELECT id FROM submissions WHERE state = 'returned' AND person_id = {person} ORDER BY id DESC"
        if ids := await self._ids(returned):
            await self.taps(who, f"evidence.again {ids[0]} {'keep' if keep else 'fresh'}")
            await self._completes(who)

    async def _completes(self, who: str) -> None:
        """Send a photo, answer what is asked, hand in."""
        if (await self._state(who)).step != "evidence.collect":
            return
        remote = f"gone:{self._update}"
        await self._sends(
            who, "message", {**self._message(who), "photo": [{"file_id": remote, "file_unique_id": remote}]}
        )
        await self.says(who, "Minh chứng của em")
        await self.says(who, "xong")
        state = await self._state(who)
        while state.step == "evidence.fact":
            await self.says(who, self._answer(str(state.data["question"])))
            state = await self._state(who)
        if "submission" in state.data:
            await self.taps(who, f"evidence.submit {state.data['submission']}")

    def _answer(self, question: str) -> str:
        if question.endswith("_on"):
            return self._clock.now().astimezone(ZONE).strftime("%d/%m/%Y")
        return "Đoàn phường Một" if question.startswith("f.") else "1"

    async def decides(self, who: str, pick: int, action: str) -> None:
        if ids := await self._ids("SELECT id FROM submissions WHERE state <> 'draft' ORDER BY id DESC LIMIT 30"):
            await self.taps(who, action.format(ids[pick % len(ids)]))

    async def undoes(self, who: str, pick: int) -> None:
        decided = (
            "SELECT s.id FROM submissions s JOIN reviews r ON r.submission_id = s.id"
            f" WHERE r.decided_by_id = {self._cast.people[who]} ORDER BY s.id DESC"
        )
        if ids := await self._ids(decided):
            await self.taps(who, f"reviews.undo {ids[pick % len(ids)]}")

    async def _ids(self, statement: str) -> list[int]:
        return [row["id"] for row in await sql.rows(statement)]

    async def _state(self, who: str) -> State:
        chat = self._cast.chat(who)
        async with database.transaction():
            return (await conversations.lock([chat]))[chat]

    def _message(self, who: str) -> dict[str, Any]:
        chat = int(self._cast.chat(who).partition(":")[2])
        return {
            "message_id": 100 + self._update,
            "date": 1,
            "chat": {"id": chat, "type": "private"},
            "from": {"id": chat},
        }

    async def _sends(self, who: str, kind: str, content: dict[str, Any]) -> None:
        """Let an update through, wait until all is said, and judge what changed."""
        self._update += 1
        chat, person = self._cast.chat(who), self._cast.people[who]
        [newest] = await self._ids("SELECT COALESCE(MAX(id), 0) AS id FROM audit")
        before, now = await ledger.look(newest), self._clock.now()
        self._collector.heard.clear()
        await self._road.take(self._collector.name, [{"update_id": self._update, kind: content}])
        await until(lambda: self._road.idle, times=3)
        while (due := await self._road.next_due()) is not None and due <= now + timedelta(seconds=10):
            self._clock.move_to(due)
            await until(lambda: self._road.idle, times=3)
        crowd = Crowd(frozenset({chat}), frozenset({person}), now, now.astimezone(ZONE).date())
        self._faults += self._watch.wrong(before, await ledger.look(newest), crowd)
        if not any(heard == chat for heard, _ in self._collector.heard):
            self._faults.append(f"{who} was not answered: {content}")

    async def faults(self) -> list[str]:
        """Return everything that does not hold."""
        found = [*self._faults, *self._collector.faults, *self._errors.found]
        found += await _verdicts()
        found += await _versions()
        for who in MEMBERS:
            found += await self._progress(who)
        for who in {*MEMBERS, *ASSESSORS}:
            found += await self._way_on(who)
        return found

    async def _progress(self, who: str) -> list[str]:
        """Compare the book with what its rows come to."""
        now = self._clock.now()
        today = now.astimezone(ZONE).date()
        person = await people.get(self._cast.people[who], today)
        shown = await standing(InboxMessage(self._cast.chat(who), Kind.TEXT, now=now, today=today, person=person))
        found = []
        for code, progress in shown.tasks.items():
            ought = await _is_done(shown.programme, code, shown.enrolment.id)
            if ought is not None and ought is not (progress.state is TaskState.DONE):
                found.append(f"the book of {who} calls {code} {progress.state}")
        return found

    async def _way_on(self, who: str) -> list[str]:
        """Try, and take back, that the menu comes and the waiting ends wherever a chat is."""
        state = await self._state(who)
        if not state.step:
            return []
        found = []
        for said, ends in (("menu", False), ("hủy", True)):
            outcome = await self._hears(who, said, state)
            offered = [option for spoken in outcome.spoken for row in spoken.options for option in row]
            if not offered or (ends and outcome.state.step):
                found.append(f"no way on for {who} at {state.step} by {said}")
        return found

    async def _hears(self, who: str, said: str, state: State) -> Outcome:
        """Return what would come of a text, which is taken back."""
        dispatch, now, chat = Dispatch(ZONE), self._clock.now(), self._cast.chat(who)
        message = InboxMessage(chat, Kind.TEXT, said, now=now)
        found: list[Outcome] = []
        try:
            async with database.transaction():
                found.append(await dispatch.handle(message, state, await dispatch.known([chat], now)))
                raise _TakenBack
        except _TakenBack:
            return found[0]


class _TakenBack(Exception):
    """Ends a trial."""


async def _verdicts() -> list[str]:
    """A hand-in stands where its verdicts put it; nobody judged their own, and nothing open is signed by halves."""
    found = []
    reviews = await sql.rows("SELECT submission_id, body, state, decided_by_id, decided_at FROM reviews")
    for row in await sql.rows(
        "SELECT id, task, state, person_id FROM submissions WHERE state NOT IN ('draft', 'withdrawn')"
    ):
        mine = [each for each in reviews if each["submission_id"] == row["id"]]
        above = [each["state"] for each in mine if each["body"].startswith("@") and each["state"] != "cancelled"]
        states = above[-1:] or [each["state"] for each in mine if not each["body"].startswith("@")]  # the last word
        if row["state"] != _ought(row["task"], states):
            found.append(f"submission {row['id']} is {row['state']} by {states}")
        if any(each["decided_by_id"] == row["person_id"] for each in mine):
            found.append(f"submission {row['id']} was judged by its author")
        if any((each["decided_by_id"] is None) is (each["state"] in ("approved", "returned")) for each in mine):
            found.append(f"submission {row['id']} has a verdict of nobody")
    return found


def _ought(task: str, states: Sequence[str]) -> str:
    is_all = task in ALL_SIGN
    if "returned" in states and (is_all or "approved" not in states):
        return "returned"
    approved = all(each == "approved" for each in states) if is_all else "approved" in states
    return "approved" if approved else "waiting"


async def _versions() -> list[str]:
    """Every version but the newest of a part was returned: nothing overtaken is approved, or waits."""
    rows = await sql.rows(
        "SELECT id, registration_id, part, version, state FROM submissions WHERE state <> 'withdrawn' ORDER BY version"
    )
    newest = {(row["registration_id"], row["part"]): row["id"] for row in rows}
    return [
        f"submission {row['id']} is {row['state']}, and there is a later version"
        for row in rows
        if newest[row["registration_id"], row["part"]] != row["id"] and row["state"] != "returned"
    ]


async def _is_done(programme: Programme, code: str, enrolment: int) -> bool | None:
    """Say by the rows alone whether a task is done; None for one that more than numbers decide."""
    task = programme.task(code)
    if any(each.kind is not Measure.COUNT or each.known_later for each in task.criteria):
        return None
    rows = await sql.rows(
        "SELECT s.claims FROM submissions s JOIN registrations r ON r.id = s.registration_id"
        " WHERE r.enrolment_id = ?1 AND r.task = ?2 AND s.state = 'approved'",
        enrolment,
        code,
    )
    return _holds(task, [_claims(row["claims"]) for row in rows])


def _holds(task: Task, approved: Sequence[dict[str, Any]]) -> bool:
    held = [sum(int(claims.get(each.id) or 0) for claims in approved) >= int(each.value or 1) for each in task.criteria]
    return any(held) if task.criteria_rule is CriteriaRule.ANY else all(held)


def _claims(value: Any) -> dict[str, Any]:
    """Return claims as either database gives them."""
    found: dict[str, Any] = json.loads(value) if isinstance(value, str) else value
    return found
