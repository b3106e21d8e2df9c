"""Several clean hand-ins approved with one confirmation: what is left out and why, who was faster, undone as one."""

from datetime import timedelta

import pytest

from handlers import bulk_sorting
from journey.people import Role
from storage import likenesses, reviews, sql
from storage.likenesses import New
from tests.handlers.deciding import DUNG, HUONG, MAI, Bench, bench, offers
from tests.handlers.members import hand_in
from tests.support.harness import Person, World


@pytest.fixture
async def on(world: World) -> Bench:
    return await bench(world)


@pytest.fixture
async def dung(on: Bench) -> Person:
    """Of the unit's executive board."""
    return await on.officer(DUNG, Role.EXECUTIVE)


async def waits(on: Bench, part: int, *, piece: str = "stored", version: int = 1, task: str = "RL2") -> int:
    """Put a hand-in of Hương's with one photo into the queue of the board; `piece` is the photo's state."""
    now = on.world.clock.now()
    id_ = await hand_in(
        on.house.ids[HUONG], task, now, part=part, version=version, claims={"a": 1}, asks=on.house.ids[DUNG]
    )
    await sql.run(
        "INSERT INTO evidence (person_id, chat, submission_id, kind, state, arrived_at, sha256)"
        " VALUES (?1, '', ?2, 'photo', ?3, ?4, ?5)",
        on.house.ids[HUONG],
        id_,
        piece,
        sql.at(now),
        f"{part}-{version}",
    )
    return id_


async def states() -> list[str]:
    return [row["state"] for row in await sql.rows("SELECT state FROM submissions ORDER BY id")]


async def test_clean_ones_are_approved_together_and_undone_as_one(on: Bench, dung: Person) -> None:
    for part in (1, 2, 3):
        await waits(on, part)
    await dung.says("duyệt")
    await dung.taps("bulk.open")
    asked = dung.hears("bulk.ask", n=3).text
    assert (HUONG in asked, "\n1. " in asked) == (True, False), "1 typed below it approves all of them"
    await dung.taps("bulk.approve")
    dung.hears("bulk.approved", n=3, of=3, lines="")
    assert await states() == ["approved"] * 3
    told = (await on.huong.notices("bulk.told")).text
    assert told.count(f"{DUNG} (BCH Đoàn cơ sở) đã duyệt") == 3, "in one message"
    assert len(await sql.rows("SELECT id FROM audit WHERE action = 'review.approved'")) == 3
    await on.world.pass_time(timedelta(minutes=9))
    await dung.taps("bulk.undo")
    dung.hears("bulk.undone", n=3, of=3, lines="")
    assert await states() == ["waiting"] * 3


async def test_what_is_flagged_is_left_out_with_its_reason(on: Bench, dung: Person) -> None:
    clean = [await waits(on, 1), await waits(on, 2)]
    refused = await waits(on, 3, piece="refused")
    again = await waits(on, 4, version=2)
    await sql.run("UPDATE evidence SET sha256 = 'same' WHERE submission_id IN (?1, ?2)", refused, again)
    same = [await waits(on, 5), await waits(on, 6)]
    await sql.run("UPDATE evidence SET sha256 = 'twice' WHERE submission_id IN (?1, ?2)", *same)
    bare = await waits(on, 7)
    await sql.run("DELETE FROM evidence WHERE submission_id = ?1", bare)
    await likenesses.keep(await waits(on, 8), ("exact",), [New("exact", other=clean[0])])
    early = await waits(on, 9)
    await sql.run("UPDATE submissions SET given = ?1 WHERE id = ?2", '{"held_on": "2027-01-05"}', early)
    await dung.says("duyệt")
    await dung.taps("bulk.open")
    asked = dung.hears("bulk.ask", n=2).text
    for reason in (
        "tệp chưa nhận được",
        "nộp lại sau khi bổ sung",
        "trùng minh chứng",
        "chưa có ảnh",
        "có điểm giống",
        "ngoài thời gian của nhiệm vụ",
    ):
        assert reason in asked
    await dung.taps("bulk.approve")
    rows = await sql.rows("SELECT id FROM submissions WHERE state = 'approved' ORDER BY id")
    assert [row["id"] for row in rows] == clean


async def test_where_the_oldest_are_all_flagged_it_is_said_of_the_oldest_only(
    on: Bench, dung: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bulk_sorting, "LOOKED_AT", 2)
    for part, version in ((1, 2), (2, 2), (3, 1)):
        await waits(on, part, version=version)
    await dung.forges("bulk.open")
    dung.hears("bulk.nothing-oldest", n=2)


async def test_who_was_faster_is_named_and_what_changed_meanwhile_is_left_alone(on: Bench, dung: Person) -> None:
    mai = await on.officer(MAI, Role.EXECUTIVE)
    first, second, third = [await waits(on, part) for part in (1, 2, 3)]
    await dung.says("duyệt")
    await dung.taps("bulk.open")
    await mai.forges(f"reviews.approve {first}")
    await sql.run("UPDATE evidence SET state = 'refused' WHERE submission_id = ?1", second)
    await dung.taps("bulk.approve")
    said = dung.hears("bulk.approved", n=1, of=3).text
    assert MAI in said
    assert "tệp chưa nhận được" in said
    assert await states() == ["approved", "waiting", "approved"]
    assert [each.decided_by for each in await reviews.of_submission(first)] == [on.house.ids[MAI]]
    await dung.taps("bulk.undo")
    assert await states() == ["approved", "waiting", "waiting"]
    assert third


async def test_what_was_decided_by_itself_since_stays_when_the_list_is_undone(on: Bench, dung: Person) -> None:
    first, second = await waits(on, 1), await waits(on, 2)
    await dung.says("duyệt")
    await dung.taps("bulk.open")
    await dung.taps("bulk.approve")
    undo = next(each for each in dung.buttons() if each.startswith("bulk.undo"))
    await on.world.pass_time(timedelta(minutes=2))
    await dung.forges(f"reviews.undo {first}")
    await dung.forges(f"reviews.because {first} blurred")
    await on.world.pass_time(timedelta(minutes=2))
    await dung.forges(undo)
    assert "quyết định riêng" in dung.hears("bulk.undone", n=1, of=2).text
    assert await states() == ["returned", "waiting"]
    assert second


async def test_a_list_is_dealt_with_once_and_by_whom_it_was_shown_to(on: Bench, dung: Person) -> None:
    mai = await on.officer(MAI, Role.EXECUTIVE)
    for part in (1, 2):
        await waits(on, part)
    await dung.says("duyệt")
    await dung.taps("bulk.open")
    yes = next(each for each in dung.buttons() if each.startswith("bulk.approve"))
    await mai.forges(yes)
    mai.hears("reviews.not-there")
    await dung.taps("bulk.approve")
    await dung.forges(yes)
    dung.hears("bulk.already")
    undo = next(each for each in dung.buttons() if each.startswith("bulk.undo"))
    await mai.forges(undo)
    mai.hears("reviews.not-there")
    await on.world.pass_time(timedelta(minutes=11))
    await dung.look()
    assert not (on.world.driver.shows_changes and offers(dung, "bulk.undo"))
    await dung.forges(undo)
    dung.hears("bulk.undo-too-late")
    assert await states() == ["approved"] * 2
