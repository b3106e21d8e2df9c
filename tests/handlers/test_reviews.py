"""Reviews: an assessor approves or returns in a tap or two, and the member hears of it at once."""

from datetime import timedelta
from pathlib import Path

import pytest

from journey.people import Role
from journey.programme_file import shipped
from storage import audit, sql, submissions
from tests.handlers.arrivals import comes
from tests.handlers.deciding import asks_to_reverse
from tests.handlers.members import Unit, registers, season, unit
from tests.handlers.pictures import PDF, photo
from tests.support.harness import Person, World

HUONG, DUNG, MAI, BINH = "Nguyễn Thị Hương", "Võ Quang Dũng", "Lê Thị Mai", "Phan Văn Bình"


@pytest.fixture
async def house(world: World) -> Unit:
    found = await unit(world)
    await season(world.clock.now())
    return found


@pytest.fixture
async def dung(house: Unit) -> Person:
    """Of the unit's executive board."""
    return await comes(house, DUNG, Role.EXECUTIVE, group=False)


@pytest.fixture
async def mai(house: Unit) -> Person:
    """Of the same board."""
    return await comes(house, MAI, Role.EXECUTIVE, group=False)


@pytest.fixture
async def huong(house: Unit, dung: Person, world: World) -> Person:
    """A member who registered, fifty days later."""
    person = await comes(house, HUONG, Role.MEMBER)
    await registers(person)
    await world.pass_time(timedelta(days=50))
    return person


async def hands_in(person: Person, task: str = "RL2", claim: int | None = 2, tone: int = 1) -> None:
    await person.says("nộp")
    await person.taps(f"evidence.start {task}")
    await person.sends_photo(photo(tone))
    await finishes(person, claim)


async def finishes(person: Person, claim: int | None = 2) -> None:
    """Answer whatever is asked, then hand in."""
    await person.taps("evidence.preview")
    while any("question" in step for step in await _steps(person)):
        [row] = await sql.rows("SELECT data FROM conversations WHERE chat = ?1", person.chat)
        await person.says("1/3/2027" if "_on" in row["data"] else str(claim) if '"c.' in row["data"] else "Đoàn phường")
    await person.taps("evidence.submit")


async def _steps(person: Person) -> list[str]:
    rows = await sql.rows("SELECT step, data FROM conversations WHERE chat = ?1", person.chat)
    return [row["data"] for row in rows if row["step"] == "evidence.fact"]


async def state() -> list[tuple[str, int, str]]:
    rows = await sql.rows("SELECT task, version, state FROM submissions ORDER BY id")
    return [(row["task"], row["version"], row["state"]) for row in rows]


def offers(person: Person, action: str) -> bool:
    return any(each.startswith(action) for each in person.buttons())


async def test_evidence_is_approved_in_one_tap_on_the_card(huong: Person, dung: Person) -> None:
    await hands_in(huong)
    await dung.taps("reviews.approve")
    assert DUNG in dung.hears("reviews.card").text
    assert not offers(dung, "reviews.approve")
    told = await huong.notices("reviews.told-approved", name=DUNG)
    assert "hoàn thành" in told.text
    assert await state() == [("RL2", 1, "approved")]
    await huong.says("sổ")
    huong.hears("book.overview", done=1)


async def test_the_queue_says_who_waits_since_when_and_opens_the_card(
    huong: Person, dung: Person, world: World
) -> None:
    await hands_in(huong)
    await world.pass_time(timedelta(days=3))
    await dung.says("can duyet")
    assert "3 ngày" in dung.hears("reviews.queue", n=1).text
    await dung.taps("reviews.show")
    assert HUONG in dung.hears("reviews.card").text
    await dung.taps("reviews.approve")
    await dung.says("duyệt")
    dung.hears("reviews.nothing")


async def test_returned_for_a_ready_reason_handed_in_again_and_approved(huong: Person, dung: Person) -> None:
    await hands_in(huong)
    await dung.taps("reviews.return")
    dung.hears("reviews.ask-reason", task="RL2", name=HUONG)
    await dung.taps(next(each for each in dung.buttons() if each.endswith(" blurred")))
    assert "mờ" in (await huong.notices("reviews.told-returned", name=DUNG)).text

    await huong.taps("evidence.again")
    huong.hears("evidence.again", task="RL2", n=1, version=2)
    await huong.taps(next(each for each in huong.buttons() if each.endswith(" keep")))
    await huong.sends_photo(photo(9))
    assert "2 ảnh" in huong.hears("evidence.card").text
    await finishes(huong)
    await dung.look()
    assert "Bản thứ 2" in (await dung.notices("reviews.card")).text
    await dung.taps("reviews.approve")
    assert await state() == [("RL2", 1, "returned"), ("RL2", 2, "approved")]


async def test_a_typed_reason_reaches_the_member_as_it_is(huong: Person, dung: Person) -> None:
    await hands_in(huong)
    await dung.taps("reviews.return")
    await dung.says("Cần thêm danh sách có chữ ký { $x }.")
    await huong.notices("reviews.told-returned", reason="Cần thêm danh sách có chữ ký { $x }.")


async def test_the_slower_of_two_reads_who_decided_and_when(huong: Person, dung: Person, mai: Person) -> None:
    await hands_in(huong)
    await mai.look()
    late = next(each for each in mai.buttons() if each.startswith("reviews.approve"))
    await dung.taps("reviews.approve")
    await mai.catches_up()
    assert not offers(mai, "reviews.approve")
    await mai.forges(late)
    assert DUNG in mai.hears("reviews.already", name=DUNG).text
    assert len(await sql.rows("SELECT id FROM audit WHERE action = 'review.approved'")) == 1


async def test_undo_within_ten_minutes(huong: Person, dung: Person, world: World) -> None:
    await hands_in(huong)
    await dung.taps("reviews.approve")
    first = next(shown.buttons[0][1] for shown in reversed(dung.news()) if shown.buttons)
    assert first.startswith("reviews.undo" if world.driver.shows_changes else "reviews.open"), "1 typed twice"
    await world.pass_time(timedelta(minutes=9))
    await dung.taps("reviews.undo")
    assert world.driver.shows_changes or "Việc này đang chờ đồng chí duyệt." in dung.news()[-1].text
    await huong.notices("reviews.told-undone")
    assert await state() == [("RL2", 1, "waiting")]
    await dung.taps("reviews.return")
    assert offers(dung, "reviews.because")


async def test_after_ten_minutes_there_is_nothing_to_undo(huong: Person, dung: Person, world: World) -> None:
    await hands_in(huong)
    await dung.taps("reviews.approve")
    undo = next(each for each in dung.buttons() if each.startswith("reviews.undo"))
    await world.pass_time(timedelta(minutes=11))
    await dung.look()
    assert not (world.driver.shows_changes and offers(dung, "reviews.undo"))
    await dung.forges(undo)
    dung.hears("reviews.undo-too-late")
    assert await state() == [("RL2", 1, "approved")]


async def test_a_return_is_not_undone_once_the_next_version_is_in(huong: Person, dung: Person) -> None:
    await hands_in(huong)
    await dung.taps("reviews.return")
    await dung.taps(next(each for each in dung.buttons() if each.endswith(" date")))
    undo = next(each for each in dung.buttons() if each.startswith("reviews.undo"))
    await huong.taps("evidence.again")
    await huong.taps(next(each for each in huong.buttons() if each.endswith(" keep")))
    await finishes(huong)
    await dung.forges(undo)
    dung.hears("reviews.undo-too-late-next")


async def begins_again(huong: Person, dung: Person) -> None:
    """Have it returned, and begin the next version with the files there are."""
    await hands_in(huong)
    await dung.taps("reviews.return")
    await dung.taps(next(each for each in dung.buttons() if each.endswith(" date")))
    await huong.taps("evidence.again")
    await huong.taps(next(each for each in huong.buttons() if each.endswith(" keep")))


async def parts() -> list[tuple[int, int, str]]:
    rows = await sql.rows("SELECT part, version, state FROM submissions ORDER BY part, version")
    return [(each["part"], each["version"], each["state"]) for each in rows]


async def test_an_undo_leaves_a_begun_version_that_holds_something_new_as_a_hand_in_of_its_own(
    huong: Person, dung: Person
) -> None:
    await begins_again(huong, dung)
    await huong.sends_photo(photo(9))
    await dung.taps("reviews.undo")
    await huong.notices("reviews.told-undone")
    await dung.taps("reviews.approve")
    assert await parts() == [(1, 1, "approved"), (2, 1, "draft")]


async def test_an_undo_keeps_a_begun_version_whose_facts_were_corrected(huong: Person, dung: Person) -> None:
    await begins_again(huong, dung)
    [draft] = await sql.rows("SELECT id FROM submissions WHERE state = 'draft'")
    begun = await submissions.get(draft["id"])
    assert begun is not None
    await submissions.state_facts(begun.id, begun.claims, begun.given | {"held_on": "2027-02-02"})
    await dung.taps("reviews.undo")
    assert await parts() == [(1, 1, "waiting"), (2, 1, "draft")]


async def test_an_undo_withdraws_a_begun_version_that_holds_only_copies(huong: Person, dung: Person) -> None:
    await begins_again(huong, dung)
    await dung.taps("reviews.undo")
    await huong.notices("reviews.told-undone-draft")
    assert await parts() == [(1, 1, "waiting"), (2, 1, "withdrawn")]
    await dung.taps("reviews.return")
    await dung.taps(next(each for each in dung.buttons() if each.endswith(" blurred")))
    await huong.taps("evidence.again")
    await huong.taps(next(each for each in huong.buttons() if each.endswith(" keep")))
    await finishes(huong)
    assert await parts() == [(1, 1, "returned"), (1, 2, "waiting"), (2, 1, "withdrawn")]


async def test_the_same_file_with_another_part_is_marked_on_the_card(huong: Person, dung: Person) -> None:
    await hands_in(huong, "RL2", 1)
    assert "trùng minh chứng" not in (await dung.notices("reviews.card")).text
    await hands_in(huong, "RL2", 1)
    assert "trùng minh chứng" in (await dung.notices("reviews.card")).text


@pytest.mark.parametrize("word", ["duyệt", "Cần duyệt", "sổ", "menu", "/duyet"])
async def test_words_that_open_something_are_never_a_reason(huong: Person, dung: Person, word: str) -> None:
    await hands_in(huong)
    await dung.taps("reviews.return")
    await dung.says(word)
    await dung.says("duyệt")
    dung.hears("reviews.queue", n=1)
    assert await state() == [("RL2", 1, "waiting")]


async def test_going_back_to_the_card_ends_the_return(huong: Person, dung: Person) -> None:
    await hands_in(huong)
    for way in ("reviews.show", "reviews.look"):
        await dung.taps("reviews.return")
        await dung.taps(way)
        await dung.says("Ảnh chưa rõ, xin bổ sung.")
        assert await state() == [("RL2", 1, "waiting")]


async def test_opening_a_hand_in_is_on_record_without_its_words(huong: Person, dung: Person, house: Unit) -> None:
    await hands_in(huong)
    await dung.says("duyệt")
    await dung.taps("reviews.show")
    await dung.taps("reviews.look")
    [row] = await sql.rows("SELECT id FROM submissions")
    read = [each for each in await audit.trail(f"submission {row['id']}") if each[2] == "submission.read"]
    assert [(actor, details) for _, actor, _, details in read] == [(house.ids[DUNG], {})] * 2


async def test_an_essay_is_read_only_on_demand(huong: Person, house: Unit) -> None:
    hoa = await comes(house, "Trần Thu Hoà", Role.STANDING_COMMITTEE, group=False)
    await huong.says("nộp")
    await huong.taps("evidence.start BB3")
    await huong.says("nguyện vọng " * 600)
    await finishes(huong)
    assert "nguyện vọng nguyện vọng" not in (await hoa.notices("reviews.card")).text
    await hoa.taps("reviews.look")
    assert any("nguyện vọng nguyện vọng" in each.text for each in hoa.news())


async def test_whoever_takes_a_post_over_finds_the_queue_and_the_former_officer_loses_it(
    huong: Person, dung: Person, house: Unit
) -> None:
    await hands_in(huong)
    await sql.run("DELETE FROM posts WHERE person_id = ?1", house.ids[DUNG])
    mai = await comes(house, MAI, Role.EXECUTIVE, group=False)
    await dung.says("duyệt")
    dung.hears("reviews.nothing")
    await huong.says("sổ")
    assert any(MAI in each.text and DUNG not in each.text for each in huong.news())
    await mai.says("duyệt")
    mai.hears("reviews.queue", n=1)
    await mai.taps("reviews.show")
    await mai.taps("reviews.approve")
    assert await state() == [("RL2", 1, "approved")]


async def test_a_hand_in_that_nobody_could_judge_waits_for_the_officer_who_comes(house: Unit, world: World) -> None:
    huong = await comes(house, HUONG, Role.MEMBER)
    await registers(huong)
    await world.pass_time(timedelta(days=50))
    await hands_in(huong)
    mai = await comes(house, MAI, Role.EXECUTIVE, group=False)
    await mai.says("duyệt")
    mai.hears("reviews.queue", n=1)


@pytest.mark.parametrize("action", ["look", "undo", "show"])
async def test_a_former_officer_neither_looks_nor_undoes(huong: Person, dung: Person, house: Unit, action: str) -> None:
    await hands_in(huong)
    await dung.taps("reviews.approve")
    await sql.run("DELETE FROM posts WHERE person_id = ?1", house.ids[DUNG])
    [row] = await sql.rows("SELECT id FROM submissions")
    await dung.forges(f"reviews.{action} {row['id']}")
    dung.hears("reviews.not-there")
    assert await state() == [("RL2", 1, "approved")]


async def test_whoever_lost_the_post_lost_the_right(huong: Person, dung: Person, house: Unit) -> None:
    await hands_in(huong)
    await sql.run("DELETE FROM posts WHERE person_id = ?1", house.ids[DUNG])
    await dung.taps("reviews.approve")
    dung.hears("reviews.not-there")
    assert await state() == [("RL2", 1, "waiting")]


@pytest.mark.parametrize("action", ["approve", "return", "look", "show", "undo", "because {id} date"])
async def test_nobody_else_can_touch_a_review(huong: Person, dung: Person, house: Unit, action: str) -> None:
    await hands_in(huong)
    [row] = await sql.rows("SELECT id FROM submissions")
    stranger = await comes(house, "Trần Văn Lạ", Role.MEMBER)
    name, *rest = action.format(id=row["id"]).split()
    await stranger.forges(" ".join(["reviews." + name, *(rest or [str(row["id"])])]))
    stranger.hears("reviews.not-there")
    assert await state() == [("RL2", 1, "waiting")]


async def test_nobody_approves_their_own(house: Unit, dung: Person, world: World) -> None:
    mai = await comes(house, MAI, Role.MEMBER, Role.EXECUTIVE)
    await registers(mai)
    await world.pass_time(timedelta(days=50))
    await hands_in(mai)
    [row] = await sql.rows("SELECT id FROM submissions")
    await mai.forges(f"reviews.approve {row['id']}")
    mai.hears("reviews.own-work")
    await mai.says("duyệt")
    mai.hears("reviews.nothing")


async def test_a_group_activity_needs_leader_and_supervisor(huong: Person, house: Unit) -> None:
    leader = await comes(house, "Đinh Công Tổ", Role.GROUP_LEADER)
    binh = await comes(house, BINH, Role.SUPERVISOR)
    await hands_in(huong, "RL6", 1)
    await leader.taps("reviews.approve")
    await huong.notices("reviews.told-one-of-all", name="Đinh Công Tổ")
    assert await state() == [("RL6", 1, "waiting")]
    await binh.taps("reviews.approve")
    assert await state() == [("RL6", 1, "approved")]


@pytest.mark.parametrize("second", ["approve", "return"])
async def test_only_the_verdict_that_closed_the_case_is_undone(
    huong: Person, house: Unit, world: World, second: str
) -> None:
    leader = await comes(house, "Đinh Công Tổ", Role.GROUP_LEADER)
    binh = await comes(house, BINH, Role.SUPERVISOR)
    await hands_in(huong, "RL6", 1)
    await leader.taps("reviews.approve")
    undo = next(each for each in leader.buttons() if each.startswith("reviews.undo"))
    await world.pass_time(timedelta(minutes=1))
    await binh.taps(f"reviews.{second}")
    if second == "return":
        await binh.taps(next(each for each in binh.buttons() if each.endswith(" date")))
    closed = await state()
    await leader.forges(undo)
    leader.hears("reviews.undo-after-another", name=BINH)
    assert await state() == closed
    await binh.taps("reviews.undo")
    await leader.catches_up()
    await leader.taps("reviews.undo")
    rows = await sql.rows("SELECT state FROM reviews")
    assert [each["state"] for each in rows] == ["waiting", "waiting"]
    assert await state() == [("RL6", 1, "waiting")]


async def test_two_signatures_are_two_peoples(huong: Person, house: Unit) -> None:
    binh = await comes(house, BINH, Role.SUPERVISOR, Role.GROUP_LEADER)
    cuong = await comes(house, "Trịnh Hữu Cường", Role.SECRETARY, group=False)
    await hands_in(huong, "RL6", 1)
    await binh.taps("reviews.approve")
    assert await state() == [("RL6", 1, "waiting")]
    await binh.says("duyệt")
    binh.hears("reviews.nothing")
    await cuong.taps("reviews.approve")
    assert await state() == [("RL6", 1, "approved")]
    [row] = await sql.rows("SELECT id FROM submissions")
    given = [each for each in await audit.trail(f"submission {row['id']}") if each[2] == "review.approved"]
    assert [(by, details["stood_in_for"]) for _, by, _, details in given] == [
        (house.ids[BINH], []),
        (house.ids["Trịnh Hữu Cường"], ["giam_sat_vien"]),
    ]


async def test_a_leaders_own_activity_is_the_supervisors_to_judge(house: Unit, world: World) -> None:
    binh = await comes(house, BINH, Role.SUPERVISOR)
    leader = await comes(house, "Đinh Công Tổ", Role.MEMBER, Role.GROUP_LEADER)
    await registers(leader)
    await world.pass_time(timedelta(days=50))
    await hands_in(leader, "RL6", 1)
    await binh.taps("reviews.approve")
    assert await state() == [("RL6", 1, "approved")]


async def test_what_the_leader_alone_assesses_is_the_supervisors_when_it_is_the_leaders_own(
    world: World, tmp_path: Path
) -> None:
    plan = shipped("nguoi-cong-san-tre").decode().replace('any = ["bch_doan_co_so"]', 'any = ["to_truong"]')
    (tmp_path / "plan.toml").write_text(plan)
    house = await unit(world)
    await season(world.clock.now(), programme=str(tmp_path / "plan.toml"))
    binh = await comes(house, BINH, Role.SUPERVISOR)
    leader = await comes(house, "Đinh Công Tổ", Role.MEMBER, Role.GROUP_LEADER)
    await registers(leader)
    await world.pass_time(timedelta(days=50))
    await hands_in(leader)
    assert BINH in leader.hears("evidence.handed-in").text
    await binh.taps("reviews.approve")
    assert await state() == [("RL2", 1, "approved")]
    await leader.says("sổ")
    leader.hears("book.overview", done=1)


async def test_everything_is_sent_on_demand(huong: Person, dung: Person) -> None:
    await huong.says("nộp")
    await huong.taps("evidence.start RL2")
    await huong.sends_album([photo(tone) for tone in range(3)])
    await huong.sends_document(PDF, "giay.pdf", "application/pdf")
    await huong.says("https://doanphuong.example/tin")
    await finishes(huong)
    await dung.taps("reviews.look")
    dung.hears("reviews.everything", name=HUONG)
    dung.hears("reviews.words-of", words="https://doanphuong.example/tin")
    assert sum(len(each.files) for each in dung.news()) == 4
    await dung.taps("reviews.approve")
    assert await state() == [("RL2", 1, "approved")]


async def test_an_award_is_accepted_on_its_evidence_and_may_still_be_returned(
    house: Unit, dung: Person, world: World
) -> None:
    hoa = await comes(house, "Trần Thu Hoà", Role.STANDING_COMMITTEE, group=False)
    huong = await comes(house, HUONG, Role.MEMBER)
    await registers_award(huong)
    await world.pass_time(timedelta(days=50))
    await hands_in(huong, "RL3", None)
    await huong.notices("reviews.accepted-on-evidence")
    assert await state() == [("RL3", 1, "approved")]
    await hoa.taps("reviews.return")
    await hoa.taps(next(each for each in hoa.buttons() if each.endswith(" wrong-task")))
    assert await state() == [("RL3", 1, "returned")]


async def test_undoing_the_return_of_an_award_brings_the_acceptance_back(
    house: Unit, dung: Person, world: World
) -> None:
    hoa = await comes(house, "Trần Thu Hoà", Role.STANDING_COMMITTEE, group=False)
    huong = await comes(house, HUONG, Role.MEMBER)
    await registers_award(huong)
    await world.pass_time(timedelta(days=50))
    await hands_in(huong, "RL3", None)
    await hoa.taps("reviews.return")
    await hoa.taps(next(each for each in hoa.buttons() if each.endswith(" wrong-task")))
    await huong.look()
    before = len(huong.screen)
    await hoa.taps("reviews.undo")
    assert await state() == [("RL3", 1, "approved")]
    await huong.look()
    assert [("ghi nhận" in each.text, "rút lại" in each.text) for each in huong.screen[before:]] == [(True, False)]


async def test_who_has_an_award_reads_why_its_return_was_taken_back(house: Unit, dung: Person, world: World) -> None:
    hoa = await comes(house, "Trần Thu Hoà", Role.STANDING_COMMITTEE, group=False)
    huong = await comes(house, HUONG, Role.MEMBER)
    await registers_award(huong)
    await world.pass_time(timedelta(days=50))
    await hands_in(huong, "RL3", None)
    await hoa.taps("reviews.return")
    await hoa.taps(next(each for each in hoa.buttons() if each.endswith(" wrong-task")))
    await world.pass_time(timedelta(hours=5))
    await asks_to_reverse(hoa)
    await hoa.says("Tôi xem nhầm giấy khen.")
    assert await state() == [("RL3", 1, "approved")]
    await huong.notices("reviews.told-reversed-accepted", name="Trần Thu Hoà", reason="Tôi xem nhầm giấy khen.")


async def registers_award(person: Person) -> None:
    await person.says("dang ky")
    season_id = next(each for each in person.buttons() if each.startswith("registration.tick")).split()[1]
    for code in ("RL1", "RL2", "RL3"):
        await person.taps(f"registration.tick {season_id} {code}")
    await person.taps(f"registration.page {season_id} 1")
    await person.taps(f"registration.tick {season_id} TT4")
    await person.taps(f"registration.page {season_id} 2")
    await person.taps("registration.confirm")


async def test_an_essay_on_photos_is_long_enough_when_its_assessor_says_so(huong: Person, house: Unit) -> None:
    hoa = await comes(house, "Trần Thu Hoà", Role.STANDING_COMMITTEE, group=False)
    await huong.says("nộp")
    await huong.taps("evidence.start BB3")
    await huong.sends_photo(photo(1))
    await finishes(huong)
    await hoa.taps("reviews.approve")
    assert "hoàn thành" in (await huong.notices("reviews.told-approved")).text
