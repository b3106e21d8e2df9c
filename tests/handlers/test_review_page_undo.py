"""An answer from a page taken back within ten minutes through the same link, as an undo in the chat."""

from collections.abc import AsyncIterator
from datetime import timedelta

import pytest

from locales import texts
from storage import consents, links, reviews
from tests.handlers.contention.racing import HUONG, state, trail
from tests.handlers.page_visits import CELL, CUONG, Desk, Seen, desk, link_row
from tests.support.harness import World

TAKE_BACK = {"act": "take-back"}


@pytest.fixture
async def at(world: World) -> AsyncIterator[Desk]:
    async with desk(world) as laid:
        yield laid


def shows(page: Seen, key: str, world: World, **facts: object) -> bool:
    return texts.render("vi", f"pages.{key}", facts, world.zone) in page.text


async def test_an_answer_is_taken_back_and_the_same_link_answers_again(at: Desk) -> None:
    where = await at.sends_link()
    thanks = await at.browser.answers(where, "approved")
    await at.world.settle()
    await at.huong.look()
    await at.dung.forges(f"reviews.show {at.submission}")  # has the card
    until = at.world.clock.now() + timedelta(minutes=10)
    assert shows(thanks, "take-back-until", at.world, until=until)
    assert (await at.browser.send(where, TAKE_BACK)).status == 400  # not from a page of ours
    assert await state(at.submission) == "approved"

    await at.world.pass_time(timedelta(minutes=9))
    again = await at.browser.get(where)  # whoever closed the page opens the link
    assert (again.status, shows(again, "used-title", at.world), HUONG in again.text) == (410, True, False)
    done = await at.browser.send(where, again.form | TAKE_BACK)
    await at.world.settle()

    assert (done.status, shows(done, "taken-back-title", at.world)) == (200, True)
    assert await state(at.submission) == "waiting"
    assert {(each.state, each.way, each.answered_by) for each in await reviews.of_submission(at.submission)} == {
        ("waiting", "", "")
    }
    assert await trail(at.submission) == ["review.approved", "review.undone"]
    await at.huong.notices("reviews.told-undone")
    await at.cuong.notices("pages.told-taken-back", to=CELL, body="Cấp ủy", name=HUONG)
    assert "reviews.approve" in str((await at.dung.notices("reviews.card")).buttons)

    second = await at.browser.send(where, thanks.form | TAKE_BACK)
    assert (second.status, shows(second, "not-answered-title", at.world)) == (410, True)
    assert await trail(at.submission) == ["review.approved", "review.undone"]

    assert (await at.browser.answers(where, "returned", "Thiếu xác nhận.")).status == 200
    assert await state(at.submission) == "returned"


async def test_a_late_tap_reads_that_ten_minutes_have_passed(at: Desk) -> None:
    where = await at.sends_link()
    thanks = await at.browser.answers(where, "approved")
    until = at.world.clock.now() + timedelta(minutes=10)
    await at.world.pass_time(timedelta(minutes=10, seconds=1))

    late = await at.browser.send(where, thanks.form | TAKE_BACK)

    assert (late.status, shows(late, "too-late-text", at.world, until=until)) == (410, True)
    assert await state(at.submission) == "approved"
    assert "take-back" not in (await at.browser.get(where)).text


async def test_what_followed_an_answer_keeps_it(at: Desk) -> None:
    where = await at.sends_link()
    thanks = await at.browser.answers(where, "returned", "Thiếu xác nhận.")
    draft = await at.ring.begins_next(at.submission)
    await at.huong.forges(f"evidence.submit {draft.id}")

    late = await at.browser.send(where, thanks.form | TAKE_BACK)

    assert (late.status, shows(late, "followed-title", at.world)) == (410, True)
    assert await state(at.submission) == "returned"
    assert (await link_row())["used_at"] is not None


async def test_a_verdict_of_another_link_is_not_taken_back_through_this_one(at: Desk) -> None:
    where = await at.sends_link()
    thanks = await at.browser.answers(where, "approved")
    await reviews.reopen(await reviews.of_submission(at.submission))  # as a reversal does it
    waits = await at.browser.send(where, thanks.form | TAKE_BACK)
    assert (waits.status, shows(waits, "followed-title", at.world)) == (410, True)
    [body] = [each for each in await reviews.of_submission(at.submission) if each.body == "cap_uy"]
    by, later = at.ring.house.ids[CUONG], at.world.clock.now() + timedelta(seconds=1)
    _ = await reviews.decide([body.id], "approved", by=by, reason="", now=later)

    other = await at.browser.send(where, thanks.form | TAKE_BACK)

    assert (other.status, shows(other, "decided-title", at.world)) == (410, True)
    assert await state(at.submission) == "approved"


async def test_on_the_last_day_of_a_link_its_answer_can_be_given_anew(at: Desk) -> None:
    where = await at.sends_link()
    await at.world.pass_time(links.VALID_FOR[links.Purpose.REVIEW] - timedelta(minutes=1))
    thanks = await at.browser.answers(where, "approved")
    await at.world.pass_time(timedelta(minutes=5))

    assert (await at.browser.send(where, thanks.form | TAKE_BACK)).status == 200

    assert (await at.browser.answers(where, "returned", "Thiếu xác nhận.")).status == 200


async def test_after_a_withdrawn_consent_nothing_is_taken_back(at: Desk) -> None:
    where = await at.sends_link()
    now = at.world.clock.now()
    person = at.ring.house.ids[HUONG]
    await consents.record("personal", True, person=person, chat="", text_version="1", language="vi", at=now)
    thanks = await at.browser.answers(where, "approved")
    _ = await consents.withdraw(person, now)

    gone = await at.browser.send(where, thanks.form | TAKE_BACK)

    assert (gone.status, shows(gone, "gone-title", at.world)) == (404, True)
    assert await state(at.submission) == "approved"
