"""A page and a tap, two pages, a page and a revocation in one moment: one decision, and the loser reads whose."""

import asyncio
from collections.abc import AsyncIterator

import pytest

from tests.handlers.contention.racing import RACES, Ring, at_once, heard, looks, state, taps, trail, verdicts
from tests.handlers.page_visits import CELL, DUNG, Desk, Seen
from tests.handlers.page_visits import desk as laid_down


@pytest.fixture
async def desk(house: Ring) -> AsyncIterator[Desk]:
    async with laid_down(house.world, house) as laid:
        yield laid


async def opened(desk: Desk, id_: int) -> tuple[str, dict[str, str]]:
    """Open the page of a link about a hand-in; return its address and its hidden fields."""
    _, where = await desk.link(id_)
    return where, (await desk.browser.get(where)).form


@pytest.mark.parametrize("verdict", ["approved", "returned"])
async def test_a_page_and_a_tap_decide_once(desk: Desk, verdict: str) -> None:
    for turn in range(RACES):
        id_ = await desk.ring.waits("BB2")
        where, form = await opened(desk, id_)
        fields = form | {"verdict": verdict, "opinion": "Thiếu xác nhận."}
        got: list[Seen] = []

        async def sends(where: str = where, fields: dict[str, str] = fields, got: list[Seen] = got) -> None:
            got.append(await desk.browser.send(where, fields))

        acts = [taps(desk.dung, f"reviews.approve {id_}"), (desk.cuong, sends())]
        await at_once(*acts[:: 1 if turn % 2 else -1], looks(desk.huong))

        assert len(await trail(id_, "review.%")) == 1
        assert [await state(id_)] == [each for each in await verdicts(id_) if each != "cancelled"]
        page_won = got[0].status == 200
        assert page_won or (got[0].status == 410 and DUNG in got[0].text)
        assert heard(desk.dung, "reviews.already", name=CELL) == page_won
        winner = CELL if page_won else DUNG
        key = "reviews.told-approved" if await state(id_) == "approved" else "reviews.told-returned"
        assert heard(desk.huong, key, name=winner) == 1


async def test_two_posts_of_one_page_decide_once(desk: Desk) -> None:
    for _ in range(RACES):
        id_ = await desk.ring.waits("BB2")
        where, form = await opened(desk, id_)
        sent = [
            desk.browser.send(where, form | {"verdict": verdict, "opinion": "Thiếu xác nhận."})
            for verdict in ("approved", "returned")
        ]
        got = await asyncio.gather(*sent)
        await desk.world.settle()
        assert sorted(each.status for each in got) == [200, 410]
        assert len(await trail(id_, "review.%")) == 1
        assert len([each for each in await verdicts(id_) if each != "cancelled"]) == 1


async def test_a_page_and_its_revocation_agree(desk: Desk) -> None:
    for turn in range(RACES):
        id_ = await desk.ring.waits("BB2")
        link, where = await desk.link(id_)
        form = (await desk.browser.get(where)).form
        got: list[Seen] = []

        async def sends(where: str = where, form: dict[str, str] = form, got: list[Seen] = got) -> None:
            got.append(await desk.browser.send(where, form | {"verdict": "approved"}))

        acts = [taps(desk.cuong, f"pages.revoke {link}"), (desk.dung, sends())]
        await at_once(*acts[:: 1 if turn % 2 else -1])

        is_revoked = heard(desk.cuong, "pages.revoked") == 1
        assert (await state(id_), got[0].status) == (("waiting", 410) if is_revoked else ("approved", 200))
