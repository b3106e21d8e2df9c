"""Fetching beside the chats: in parallel, retried, checked, settled once."""

import asyncio
import hashlib
import random
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path
from typing import Any, cast

import pytest

from benchmarks.photographs import jpeg, mirrored, photograph
from bot.channels.channel import Channel, FileGone, FileTooBig, NotNow
from bot.clock import MovableClock
from bot.fetcher import BACK_OFF, LARGEST, LEASE, LOOK_EVERY, PARALLEL, Fetcher, look_alikes
from papers.picture_views import looks
from storage import database, evidence, fetching, loose_evidence, photo_pairs, sql
from storage.evidence import Arrival, Evidence
from storage.fetching import Checked
from storage.files import Files
from storage.holding import hold_of
from storage.people import PersonRow
from tests.handlers.pictures import PDF, photo
from tests.papers.essay_files import ESSAY, slow_pdf, word, wordml
from tests.papers.files import OLE
from tests.papers.servers import child_at_work, servers, slow_photo

Answer = bytes | Exception

OURS, DEAD = 1, 77
"""Processes: the desk's own, and one that holds nothing in the database."""


class Shelf:
    """A channel that only hands out files: `answers` in order, the last one again and again."""

    def __init__(self) -> None:
        self.answers: dict[str, list[Answer]] = {}
        self.calls: list[str] = []
        self.now = self.most = 0
        self.gate = asyncio.Event()
        self.gate.set()
        self.asked = asyncio.Semaphore(0)

    async def fetch(self, remote: str, limit: int) -> bytes:
        self.calls.append(remote)
        self.now += 1
        self.most = max(self.most, self.now)
        self.asked.release()
        try:
            await self.gate.wait()
            found = self.answers[remote]
            answer = found.pop(0) if len(found) > 1 else found[0]
            if isinstance(answer, Exception):
                raise answer
            return answer
        finally:
            self.now -= 1


class Desk:
    """A fetcher on a real database and a real folder, with a shelf to fetch from."""

    def __init__(self, clock: MovableClock, folder: Path, person: int) -> None:
        self.person = person
        self.shelf = Shelf()
        self.files = Files(folder.as_uri())
        self.clock = clock
        self.told: list[tuple[str, int]] = []
        self.fetcher = self._new()

    def _new(self) -> Fetcher:
        channels = {"shelf": cast(Channel, self.shelf)}
        return Fetcher(channels, self.files, self.clock, OURS, self._tell, lambda _chat: None)

    async def _tell(self, chat: str, id_: int) -> None:
        self.told.append((chat, id_))

    async def arrives(self, *answers: Answer, kind: str = "photo", name: str = "") -> int:
        remote = f"r{len(self.shelf.answers)}"
        self.shelf.answers[remote] = list(answers)
        arrival = Arrival(kind, remote, remote, name=name)
        await evidence.arrive([arrival], person=self.person, chat="shelf:1", submission=None, now=self.clock.now())
        self.fetcher.wake()
        return int((await sql.rows("SELECT MAX(id) AS id FROM evidence"))[0]["id"])

    async def is_left(self, *answers: Answer, process: int) -> Evidence:
        """Let a file arrive and be claimed by `process`, which says no more."""
        async with database.transaction():
            await self.arrives(*answers)
            return (await fetching.claim(self.clock.now(), LEASE, 1, process))[0]

    async def passes(self, looks: int) -> None:
        """Let time pass for the fetcher to look so many times."""
        for _ in range(looks):
            await self.settles()
            self.clock.move(LOOK_EVERY)
        await self.settles()

    async def settles(self) -> None:
        quiet = 0
        while quiet < 3:
            quiet = quiet + 1 if self.fetcher.idle else 0
            await asyncio.sleep(0.001)

    async def row(self, id_: int) -> dict[str, Any]:
        return (await sql.rows("SELECT * FROM evidence WHERE id = ?1", id_))[0]


@pytest.fixture
async def desk(opened: str, clock: MovableClock, tmp_path: Path) -> AsyncIterator[Desk]:
    person = await PersonRow.create(code="a", full_name="An", called="An", sort_key="an", folded="an")
    found = Desk(clock, tmp_path / "files", person.id)
    found.fetcher.start()
    yield found
    found.shelf.gate.set()
    await found.fetcher.stop()


async def test_a_photo_is_stored_clean_with_a_thumbnail_and_the_originals_hash(desk: Desk) -> None:
    data = photo(7, 900)
    id_ = await desk.arrives(data)
    await desk.settles()
    row = await desk.row(id_)
    assert (row["state"], row["kind"], row["sha256"]) == ("stored", "photo", hashlib.sha256(data).hexdigest())
    assert (await desk.files.get(row["file"])).startswith(b"\xff\xd8")
    assert len(await desk.files.get(row["thumbnail"])) < len(await desk.files.get(row["file"]))
    assert desk.told == [("shelf:1", id_)]


async def test_two_pictures_that_come_at_the_same_moment_find_each_other(desk: Desk) -> None:
    views = looks(photograph(3))
    one, other = [(await desk.is_left(b"", process=DEAD)).id for _ in range(2)]
    found = await asyncio.gather(look_alikes(one, views), look_alikes(other, views))
    assert {other: 0} in found or {one: 0} in found


async def test_what_a_picture_looks_like_is_kept_with_it(desk: Desk) -> None:
    picture = photograph(3)
    both = [await desk.arrives(each) for each in (jpeg(picture), mirrored(picture, random.Random(1)))]
    await desk.settles()
    one, other = [(await desk.row(id_))["sha256"] for id_ in both]
    found = await photo_pairs.of_files([one, other])
    assert {mine: set(theirs) for mine, theirs in found.items()} == {one: {other}, other: {one}}


async def test_a_document_is_stored_as_it_is(desk: Desk) -> None:
    id_ = await desk.arrives(PDF, kind="document", name="giấy")
    await desk.settles()
    row = await desk.row(id_)
    assert (row["state"], row["kind"], row["mime"]) == ("stored", "document", "application/pdf")
    assert await desk.files.get(row["file"]) == PDF


async def test_what_a_document_says_is_kept_beside_it(desk: Desk) -> None:
    id_ = await desk.arrives(word(ESSAY), kind="document", name="bài.docx")
    await desk.settles()
    assert await evidence.extracted(id_) == ESSAY
    row = await desk.row(id_)
    assert (row["state"], row["unread"]) == ("stored", "")
    async with database.transaction():
        await loose_evidence.forget(desk.person, desk.clock.now())
    assert (await desk.row(id_))["extracted"] is None, "what is taken back is not kept"


@pytest.mark.parametrize(
    ("answer", "name", "state", "unread"),
    [
        (wordml("<w:p/>"), "bai.docx", "stored", "empty"),
        (OLE, "bai.doc", "refused", "old-word"),
        (FileTooBig(LARGEST), "bai.docx", "refused", "too-large"),
        (b"<html></html>", "anh.jpg", "refused", ""),
    ],
    ids=["empty", "old", "too big", "a picture that is none"],
)
async def test_why_a_document_says_nothing_is_kept(
    desk: Desk, answer: Answer, name: str, state: str, unread: str
) -> None:
    id_ = await desk.arrives(answer, kind="document", name=name)
    await desk.settles()
    row = await desk.row(id_)
    assert (row["state"], row["unread"], row["extracted"]) == (state, unread, None)


async def test_a_document_that_kills_its_reader_twice_is_kept_unread(desk: Desk) -> None:
    id_ = await desk.arrives(slow_pdf(), kind="document", name="bai.pdf")
    for pause in BACK_OFF[:2]:
        (await child_at_work()).kill()
        await desk.settles()
        desk.clock.move(pause)
    row = await desk.row(id_)
    assert (row["state"], row["unread"], row["extracted"]) == ("stored", "too-slow", None)


@pytest.mark.parametrize(
    ("answer", "name", "state", "refusal"),
    [
        (b"", "a.pdf", "refused", "EmptyFile"),
        (b"<html></html>", "a.jpg", "refused", "NotAPicture"),
        (photo(1, 300)[:-400], "a.jpg", "refused", "BrokenPicture"),
        (FileTooBig(LARGEST), "a.jpg", "refused", "FileTooBig"),
        (b"x" * (LARGEST + 1), "a.jpg", "refused", "FileTooBig"),
        (FileGone(), "a.jpg", "lost", "FileGone"),
    ],
    ids=["empty", "html", "truncated", "too big", "larger than said", "gone"],
)
async def test_what_cannot_be_taken_is_settled_at_once_and_told(
    desk: Desk, answer: Answer, name: str, state: str, refusal: str
) -> None:
    id_ = await desk.arrives(answer, kind="document", name=name)
    await desk.settles()
    row = await desk.row(id_)
    assert (row["state"], row["refusal"], row["file"]) == (state, refusal, "")
    assert desk.told == [("shelf:1", id_)]
    assert len(desk.shelf.calls) == 1


async def test_a_bad_connection_is_tried_again_after_a_while(desk: Desk) -> None:
    id_ = await desk.arrives(ConnectionError(), NotNow(timedelta(seconds=40)), photo())
    await desk.settles()
    assert len(desk.shelf.calls) == 1
    desk.clock.move(BACK_OFF[0])
    await desk.settles()
    assert len(desk.shelf.calls) == 2
    desk.clock.move(BACK_OFF[1])
    await desk.settles()
    assert len(desk.shelf.calls) == 2, "the platform asked for forty seconds"
    desk.clock.move(timedelta(seconds=10))
    await desk.settles()
    assert (await desk.row(id_))["state"] == "stored"


async def test_after_the_last_try_the_file_is_lost_and_told_once(desk: Desk) -> None:
    id_ = await desk.arrives(ConnectionError())
    await desk.settles()
    for pause in BACK_OFF:
        assert desk.told == []
        desk.clock.move(pause)
        await desk.settles()
    assert (await desk.row(id_))["state"] == "lost"
    assert desk.told == [("shelf:1", id_)]


async def test_a_few_are_fetched_at_a_time_and_a_slow_one_holds_nobody_up(desk: Desk) -> None:
    desk.shelf.gate.clear()
    ids = [await desk.arrives(photo(tone)) for tone in range(PARALLEL + 3)]
    for _ in range(PARALLEL):
        await desk.shelf.asked.acquire()
    assert desk.shelf.most == PARALLEL
    desk.shelf.gate.set()
    await desk.settles()
    assert {(await desk.row(id_))["state"] for id_ in ids} == {"stored"}
    assert desk.shelf.most == PARALLEL
    assert len(desk.shelf.calls) == len(ids)


async def test_a_claim_that_was_lost_settles_nothing(desk: Desk) -> None:
    desk.shelf.gate.clear()
    id_ = await desk.arrives(photo())
    await desk.shelf.asked.acquire()
    await sql.run("UPDATE evidence SET attempts = attempts + 1, not_before = 9000000000000 WHERE id = ?1", id_)
    desk.shelf.gate.set()
    await desk.settles()
    assert (await desk.row(id_))["state"] == "arrived"
    assert desk.told == []


async def test_what_a_dead_process_was_fetching_is_taken_over_within_seconds(desk: Desk) -> None:
    left = await desk.is_left(photo(), process=DEAD)
    await desk.passes(4)
    row = await desk.row(left.id)
    assert (row["state"], row["attempts"]) == ("stored", 2)
    assert desk.told == [("shelf:1", left.id)]


async def test_a_file_that_takes_every_process_down_comes_to_its_end_without_being_fetched(desk: Desk) -> None:
    left = await desk.is_left(photo(), process=DEAD)
    now = desk.clock.now()
    for life in range(len(BACK_OFF)):
        async with database.transaction():
            await fetching.release([DEAD + life], now, BACK_OFF)
            now += timedelta(hours=1)
            assert len(await fetching.claim(now, LEASE, 4, DEAD + life + 1)) == 1
    await desk.passes(4)
    desk.clock.move(timedelta(hours=8))
    await desk.settles()
    row = await desk.row(left.id)
    assert (row["state"], row["refusal"]) == ("refused", "InspectionFailed")
    assert desk.shelf.calls == []
    assert desk.told == [("shelf:1", left.id)]


async def test_whoever_lives_keeps_what_it_is_fetching(desk: Desk, opened: str) -> None:
    if sql.is_sqlite():
        pytest.skip("one process has the file")
    other = hold_of(opened, lambda: None)
    await other.open()
    left = await desk.is_left(photo(), process=other.process)
    await desk.passes(4)
    assert desk.shelf.calls == []
    await other.close()
    await desk.passes(4)
    assert (await desk.row(left.id))["state"] == "stored"


async def test_a_file_in_hand_for_too_long_is_taken_up_again_and_that_costs_no_try(desk: Desk) -> None:
    left = await desk.is_left(photo(), process=OURS)
    await desk.passes(4)
    assert desk.shelf.calls == []
    desk.clock.move(LEASE)
    await desk.settles()
    row = await desk.row(left.id)
    assert (row["state"], row["attempts"]) == ("stored", 1)


async def test_whoever_was_taken_for_dead_settles_nothing(desk: Desk) -> None:
    left = await desk.is_left(photo(), process=DEAD)
    desk.shelf.gate.clear()
    looking = asyncio.create_task(desk.passes(4))
    await desk.shelf.asked.acquire()
    assert not await fetching.lose(left)
    desk.shelf.gate.set()
    await looking
    assert (await desk.row(left.id))["state"] == "stored"


async def test_nothing_is_kept_of_what_a_document_says_that_is_taken_back_while_it_is_read(desk: Desk) -> None:
    piece = await desk.is_left(b"", process=DEAD)
    async with database.transaction():
        await loose_evidence.forget(desk.person, desk.clock.now())
        await fetching.store(piece, Checked("document", "00", "a.docx", 1, "", extracted=ESSAY), {})
    assert (await desk.row(piece.id))["extracted"] is None


async def test_what_was_taken_back_meanwhile_is_not_fetched(desk: Desk) -> None:
    id_ = await desk.arrives(ConnectionError(), photo())
    await desk.settles()
    await loose_evidence.forget(desk.person, desk.clock.now())
    desk.clock.move(timedelta(hours=2))
    await desk.settles()
    assert (await desk.row(id_))["state"] == "arrived"
    assert len(desk.shelf.calls) == 1


async def test_a_photo_whose_inspection_was_killed_is_inspected_once_more(desk: Desk) -> None:
    id_ = await desk.arrives(slow_photo())
    await child_at_work()
    servers()[0].kill()
    await desk.settles()
    assert (await desk.row(id_))["state"] == "arrived"
    assert desk.told == []
    desk.clock.move(BACK_OFF[0])
    await desk.settles()
    assert (await desk.row(id_))["state"] == "stored"
    assert desk.told == [("shelf:1", id_)]


async def test_a_photo_that_kills_its_inspection_twice_is_refused(desk: Desk) -> None:
    id_ = await desk.arrives(slow_photo())
    for pause in BACK_OFF[:2]:
        (await child_at_work()).kill()
        await desk.settles()
        desk.clock.move(pause)
    row = await desk.row(id_)
    assert (row["state"], row["refusal"]) == ("refused", "InspectionFailed")
    assert desk.told == [("shelf:1", id_)]


async def test_nothing_is_left_running_when_the_product_has_stopped(desk: Desk) -> None:
    await asyncio.gather(*[desk.arrives(photo(tone)) for tone in range(3)])
    await desk.settles()
    assert servers()
    await desk.fetcher.stop()
    assert servers() == []
