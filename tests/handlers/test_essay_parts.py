"""The order of an essay's parts: restarts between them, an edit of an early one, one that overtakes another."""

from pathlib import Path

from bot.clock import MovableClock
from handlers.conversation import Kind
from handlers.member.essay_words import text_of
from storage import evidence, sql, submissions
from storage.conversations import State
from tests.conftest import running
from tests.fakes.telegram import FakeTelegram
from tests.handlers.handing_in import desk
from tests.support.harness import World


async def test_three_parts_with_a_restart_before_each_and_the_first_edited_after_the_third(
    sqlite_url: str, tmp_path: Path, clock: MovableClock
) -> None:
    fake = FakeTelegram()
    await fake.start()
    try:
        async with running("telegram-polling", sqlite_url, tmp_path, clock, fake) as world:
            at = await desk(world)
            await at.begins("BB3")
            number = at.huong.number
        for part in ("Phần một", "Phần hai", "Phần ba"):
            async with running("telegram-polling", sqlite_url, tmp_path, clock, fake) as world:
                await world.person(number).says(part)
        async with running("telegram-polling", sqlite_url, tmp_path, clock, fake) as world:
            huong = world.person(number)
            phone = fake.person(int(number))
            first = next(each.message_id for each in phone.messages if each.text == "Phần một")
            await huong.turns_to_the_phone()
            phone.edits(first, "Phần đầu tiên")
            await world.settle()
            await huong.look()
            card = huong.hears("essay.card").text
            assert "3 phần, 7 chữ" in card
            assert "Mở đầu: “Phần đầu tiên”" in card
            assert "Kết thúc: “Phần ba”" in card
            await huong.taps("evidence.read")
            huong.hears("essay.whole", words="Phần đầu tiên\nPhần hai\nPhần ba")
    finally:
        await fake.close()


async def test_a_part_that_overtook_an_earlier_one_stands_behind_it(world: World) -> None:
    at = await desk(world)
    await at.begins("BB3")
    [draft] = await sql.rows("SELECT id FROM submissions")
    waits = State("evidence.collect", {"submission": draft["id"]})
    for source in ("9", "11", "10"):  # by number, not by letter
        await at.reaches(Kind.TEXT, f"phần {source}", source=source, at=waits)
    assert text_of(await evidence.of_submission(draft["id"])) == "phần 9\nphần 10\nphần 11"
    last = (await evidence.of_submission(draft["id"]))[-1]
    await at.huong.forges(f"evidence.take_back {draft['id']} {last.id}")
    outcome = await at.reaches(Kind.EDITED, "phần mười một", source="11")
    assert "không còn trong bài viết" in outcome.spoken[0].text
    old = await submissions.get(draft["id"])
    assert old is not None
    new = await submissions.begin(
        registration=old.registration, person=old.person, task=old.task, now=world.clock.now(), after=old
    )
    await evidence.reuse(old.id, new.id, world.clock.now())
    assert text_of(await evidence.of_submission(new.id)) == "phần 9\nphần 10"
