"""What can no longer be handed in, when it took place, and drafts and returns on the way."""

import pytest

from bot.commands.season import open_season
from handlers.conversation import Kind
from handlers.member.evidence_arrival import PIECES
from journey.people import Role
from storage import evidence, loose_evidence, sql
from tests.handlers.handing_in import HUONG, Desk, desk, is_returned, texts_kept
from tests.handlers.pictures import photo
from tests.support.harness import World


@pytest.fixture
async def at(world: World) -> Desk:
    return await desk(world)


async def _drop(task: str, at: Desk) -> None:
    await sql.run("UPDATE registrations SET dropped_at = ?1 WHERE task = ?2", at.world.clock.now(), task)


@pytest.mark.parametrize("action", ["preview", "submit"])
async def test_a_task_that_was_exchanged_takes_nothing_from_an_old_card(at: Desk, action: str) -> None:
    await at.begins("RL2")
    await at.huong.sends_photo(photo())
    await at.tells_of_rl2()
    [draft] = await sql.rows("SELECT id FROM submissions")
    await _drop("RL2", at)
    await at.huong.forges(f"evidence.{action} {draft['id']}")
    at.huong.hears("refusal.task-dropped", code="RL2")
    assert [each["state"] for each in await sql.rows("SELECT state FROM submissions")] == ["draft"]


async def test_what_was_returned_is_not_begun_again_for_a_task_that_was_exchanged(at: Desk) -> None:
    await at.begins("RL2")
    await at.huong.sends_photo(photo())
    await at.hands_in_rl2()
    await is_returned()
    [returned] = await sql.rows("SELECT id FROM submissions")
    await _drop("RL2", at)
    await at.huong.forges(f"evidence.again {returned['id']}")
    at.huong.hears("refusal.task-dropped", code="RL2")


async def test_files_for_a_task_that_was_exchanged_while_the_old_ones_were_asked_about_ask_for_another(
    at: Desk,
) -> None:
    await at.begins("RL2")
    await at.huong.sends_photo(photo())
    await at.hands_in_rl2()
    await is_returned()
    [returned] = await sql.rows("SELECT id FROM submissions")
    await at.huong.forges(f"evidence.again {returned['id']}")
    await _drop("RL2", at)
    await at.huong.sends_photo(photo(2))
    assert "RL2" not in at.huong.hears("evidence.which-task").text
    assert len(await sql.rows("SELECT id FROM submissions")) == 1


async def test_who_is_a_member_no_more_hands_nothing_in(at: Desk) -> None:
    await at.begins("RL2")
    await at.huong.sends_photo(photo())
    await at.tells_of_rl2()
    role = str(Role.MEMBER)
    await sql.run("DELETE FROM posts WHERE person_id = ?1 AND role = ?2", at.house.ids[HUONG], role)
    await at.huong.taps("evidence.submit")
    at.huong.hears("refusal.members-only")


async def test_who_is_a_member_no_more_writes_nothing_into_an_own_draft(at: Desk) -> None:
    await at.begins("RL2")
    await at.huong.says("Một ghi chú")
    [[note]] = await sql.tuples("SELECT source FROM evidence")
    before = await _drafts()
    await sql.run("DELETE FROM posts WHERE person_id = ?1 AND role = ?2", at.house.ids[HUONG], str(Role.MEMBER))

    await at.huong.says("Ghi chú nữa")
    at.huong.hears("refusal.members-only")
    await at.huong.forges(f"evidence.answer {before[0]['id']} f.place Hue")
    at.huong.hears("refusal.members-only")
    changed = await at.reaches(Kind.EDITED, "Ghi chú khác", source=note)
    assert len(changed.spoken) == 1

    assert await texts_kept() == ["Một ghi chú"]
    assert await _drafts() == before


async def _drafts() -> list[dict[str, object]]:
    return await sql.rows("SELECT id, claims, given FROM submissions")


async def test_what_waits_without_a_task_stays_there_when_the_draft_has_no_room_for_it(at: Desk) -> None:
    await at.begins("RL2")
    for number in range(PIECES - 1):
        await writes(at, f"Ghi chú {number}")
    await at.huong.taps("evidence.later")
    await at.huong.sends_album([photo(tone) for tone in range(2)])

    await at.huong.forges("evidence.attach RL2")

    at.huong.hears("evidence.too-many", most=PIECES)
    assert len(await loose_evidence.files(at.house.ids[HUONG])) == 2
    assert len(await texts_kept()) == PIECES - 1


async def test_a_draft_that_is_full_takes_no_more_and_goes_on_to_its_preview(at: Desk) -> None:
    await at.begins("RL2")
    for number in range(PIECES):
        await writes(at, f"Ghi chú {number}")
    await at.huong.sends_photo(photo())
    at.huong.hears("evidence.too-many", most=PIECES)
    await at.huong.says("Ghi chú nữa")
    at.huong.hears("evidence.too-many", most=PIECES)
    await at.huong.taps("evidence.preview")
    assert any(each.startswith("evidence.answer") for each in at.huong.buttons())


async def writes(at: Desk, text: str) -> None:
    """Let a note be in Hương's only draft."""
    [draft] = await sql.rows("SELECT id, person_id FROM submissions")
    await evidence.add_text(
        text,
        person=draft["person_id"],
        chat=at.huong.chat,
        submission=draft["id"],
        source=None,
        now=at.world.clock.now(),
    )


async def test_a_season_that_is_over_takes_nothing(at: Desk) -> None:
    await at.begins("RL2")
    await at.huong.sends_photo(photo())
    await at.tells_of_rl2()
    now = at.world.clock.now()
    await open_season("nguoi-cong-san-tre", 2028, None, None, now=now, today=now.date())
    await at.huong.taps("evidence.submit")
    at.huong.hears("refusal.season-over", year="2027")


async def test_a_date_of_another_year_is_asked_again_naming_the_year(at: Desk) -> None:
    await at.begins("RL2")
    await at.huong.sends_photo(photo())
    await at.tells_of_rl2("31/12/2026")
    assert "2027" in (await at.huong.notices("evidence.not-this-year", year="2027")).text


async def test_a_date_outside_the_months_is_taken_and_both_are_told(at: Desk) -> None:
    await at.begins("RL2")
    await at.huong.sends_photo(photo())
    await at.tells_of_rl2("15/1/2027")
    assert "15/01/2027 (ngoài tháng 2 đến tháng 10: nên xem lại)" in at.huong.hears("evidence.preview").text
    await at.huong.taps("evidence.submit")
    assert "ngoài tháng 2 đến tháng 10: nên xem lại" in (await at.dung.notices("reviews.card")).text


async def test_a_task_that_was_only_opened_is_not_being_prepared(at: Desk) -> None:
    await at.begins("RL2")
    await at.huong.says("sổ")
    await at.huong.taps("book.task RL2")
    assert "đang soạn" not in at.huong.hears("book.task", code="RL2").text
    await at.huong.forges("evidence.start RL2")
    at.huong.hears("evidence.start")
    assert len(await sql.rows("SELECT id FROM submissions")) == 1


async def test_cancelling_leaves_nothing_of_an_empty_draft_and_everything_of_another(at: Desk) -> None:
    await at.begins("RL2")
    await at.huong.says("hủy")
    assert await sql.rows("SELECT id FROM submissions") == []
    await at.begins("RL2")
    await at.huong.sends_photo(photo())
    await at.huong.says("huy")
    assert [each["state"] for each in await sql.rows("SELECT state FROM submissions")] == ["draft"]


async def test_a_draft_whose_pieces_were_taken_out_holds_nothing(at: Desk) -> None:
    await at.begins("RL2")
    await at.huong.sends_photo(photo())
    await at.huong.taps("evidence.take_back")
    await at.huong.taps("evidence.later")
    at.huong.hears("evidence.left")
    await at.huong.says("nộp")
    assert "đang soạn" not in at.huong.hears("evidence.pick").text


async def test_a_draft_is_given_up_after_asking_once(at: Desk) -> None:
    await at.begins("RL2")
    await at.huong.sends_photo(photo())
    await at.huong.taps("evidence.later")
    await at.begins("RL2")
    await at.huong.taps("evidence.drop")
    at.huong.hears("evidence.drop-sure", task="RL2", n=1)
    await at.huong.taps(next(each for each in at.huong.buttons() if each.endswith(" yes")))
    at.huong.hears("evidence.dropped", task="RL2")
    await at.huong.says("nộp")
    assert "đang soạn" not in at.huong.hears("evidence.pick").text


async def test_after_a_return_the_member_says_whether_it_is_another_activity(at: Desk) -> None:
    await at.begins("RL2")
    await at.huong.sends_photo(photo())
    await at.hands_in_rl2()
    await is_returned()
    await at.begins("RL2")
    at.huong.hears("evidence.correct-or-another")
    await at.huong.taps("evidence.start RL2 more")
    at.huong.hears("evidence.start")
    rows = await sql.rows("SELECT part, version FROM submissions ORDER BY id")
    assert [(each["part"], each["version"]) for each in rows] == [(1, 1), (2, 1)]


async def test_loose_photos_after_a_return_are_asked_about_too(at: Desk) -> None:
    await at.begins("RL2")
    await at.huong.sends_photo(photo())
    await at.hands_in_rl2()
    await is_returned()
    await at.huong.sends_photo(photo(2))
    await at.huong.taps("evidence.attach RL2")
    at.huong.hears("evidence.correct-or-another")
    await at.huong.taps("evidence.attach RL2 again")
    assert "1 ảnh" in at.huong.hears("evidence.card").text
    rows = await sql.rows("SELECT part, version FROM submissions ORDER BY id")
    assert [(each["part"], each["version"]) for each in rows] == [(1, 1), (1, 2)]


async def test_none_yet_comes_after_the_numbers(at: Desk) -> None:
    await at.begins("BB1")
    await at.huong.sends_photo(photo())
    await at.huong.taps("evidence.preview")
    await at.huong.taps(next(each for each in at.huong.buttons() if each.endswith(" c.a yes")))
    counts = [each.split()[-1] for each in at.huong.buttons() if " c.b " in each]
    assert counts == ["1", "2", "3", "0"]


async def test_when_the_last_file_of_what_waits_cannot_be_read_the_member_hears_how_to_hand_in_anew(at: Desk) -> None:
    await at.begins("RL2")
    await at.huong.sends_photo(photo())
    await at.hands_in_rl2()
    [piece] = await sql.rows("SELECT id FROM evidence")
    await sql.run("UPDATE evidence SET state = 'refused', refusal = 'BrokenPicture'")
    outcome = await at.reaches(Kind.INSPECTED, str(piece["id"]))
    told = [each for each in outcome.spoken if each.chat == at.huong.chat]
    assert "không còn minh chứng nào" in told[-1].text
    assert [option.action for row in told[-1].options for option in row] == ["evidence.start RL2 more"]
