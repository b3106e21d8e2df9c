"""What hostile updates brought to light, each as a test of its own."""

from typing import Any

import pytest
from hypothesis import given

from bot.channels.telegram_updates import lane, parse
from bot.worker import as_text
from storage import sql
from tests.bot.channels.test_telegram_parse import CHAT, FILE, JUNK, message
from tests.handlers.handing_in import Desk, desk
from tests.handlers.pictures import photo
from tests.support.harness import World


@pytest.fixture
async def at(world: World) -> Desk:
    return await desk(world)


@pytest.mark.parametrize("said", ["2027 99999999999999999999 1", f"{'9' * 5000}/1/2027", "1/99999999999/2027"])
async def test_a_date_with_a_number_that_no_calendar_has_is_asked_again(at: Desk, said: str) -> None:
    await at.begins("RL2")
    await at.huong.sends_photo(photo(1))
    await at.huong.taps("evidence.preview")
    [count] = [each for each in at.huong.buttons() if each.startswith("evidence.answer") and each.endswith(" 1")]
    await at.huong.taps(count)
    await at.huong.says("Đoàn phường Một")
    await at.huong.says(said)
    at.huong.hears("evidence.not-a-date")


async def test_a_draft_given_up_is_not_begun_again(at: Desk) -> None:
    await at.begins("RL2")
    await at.huong.says("Ghi chú")
    await at.huong.says("hủy")
    await at.begins("RL2")
    await at.huong.says("Ghi chú")
    [row] = await sql.rows("SELECT id FROM submissions WHERE state = 'draft'")
    await at.huong.taps("evidence.start_again")
    await at.huong.taps(f"evidence.start_again {row['id']} yes")
    await at.huong.says("hủy")
    await at.huong.forges(f"evidence.again {row['id']}")
    at.huong.hears("evidence.again-too-late")


def test_an_album_is_known_by_no_more_than_is_kept() -> None:
    found = parse(message(photo=[FILE], media_group_id="9" * 200), "telegram")
    assert found is not None
    assert found.attachments[0].album == "9" * 96


def test_a_status_that_is_no_word_is_none() -> None:
    status: dict[str, Any] = {}
    for _ in range(5000):
        status = {"a": status}
    assert parse({"my_chat_member": {"chat": CHAT, "new_chat_member": {"status": status}}}, "telegram") is None


def test_an_update_nested_deeper_than_json_goes_is_kept_as_unparsed() -> None:
    deep: list[Any] = []
    for _ in range(5000):
        deep = [deep]
    assert as_text({"update_id": 1, "message": deep}) == '{"unparsed": "nested too deep"}'


@given(JUNK, JUNK)
def test_what_an_update_says_belongs_to_the_chat_of_its_lane(one: Any, other: Any) -> None:
    for junk in (one, {"message": one, "edited_message": other}, {"message": {"chat": one, "text": "a"}}):
        found = parse(junk, "telegram")
        assert found is None or found.chat == lane(junk, "telegram")[1]


def test_nobody_is_chat_zero() -> None:
    nobody = {"id": 0, "type": "private"}
    both = {"message": {"chat": nobody, "text": "a"}, "edited_message": {"chat": CHAT, "text": "b"}}
    assert parse(both, "telegram") is None
    assert parse(message(text="a"), "telegram") is not None
