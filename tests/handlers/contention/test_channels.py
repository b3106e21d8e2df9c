"""One person at several chats at once: a code links one, a step goes on in one, a verdict is given once."""

import os

from journey.people import Role
from storage import database, link_codes, sql
from tests.handlers.contention.racing import DUNG, HUONG, RACES, Ring, at_once, heard, state, taps, trail
from tests.support.harness import Person


async def test_a_link_code_lets_one_of_two_chats_in(house: Ring) -> None:
    for turn in range(RACES):
        name = f"Đỗ Thị Mới {turn}"
        phone = await house.comes(name, Role.MEMBER, share=2)
        code = await _code(house, phone, name)
        strangers = [house.world.person(str(7000 + 10 * turn + n)) for n in (0, 1)]
        for stranger in strangers:
            await stranger.says(code)
        await at_once(*(taps(stranger, "joining.yes linking") for stranger in strangers))
        assert sorted(heard(stranger, "linking.linked") for stranger in strangers) == [0, 1]
        assert sorted(heard(stranger, "linking.over") for stranger in strangers) == [0, 1]
        rows = await sql.rows("SELECT chat FROM chats WHERE person_id = ?1", house.house.ids[name])
        assert len(rows) == 1  # of one channel: it took the place of the phone the code came from


async def test_who_withdraws_while_a_code_of_theirs_is_used_is_nowhere_afterwards(house: Ring) -> None:
    for turn in range(RACES):
        name = f"Đỗ Thị Mới {turn}"
        phone = await house.comes(name, Role.MEMBER, share=2)
        code = await _code(house, phone, name)
        stranger = house.world.person(str(8000 + turn))
        await stranger.says(code)
        acts = [taps(phone, "my-data.withdraw-now"), taps(stranger, "joining.yes linking")]
        await at_once(*acts[:: 1 if turn % 2 else -1])
        assert await sql.rows("SELECT chat FROM chats WHERE person_id = ?1", house.house.ids[name]) == []


async def test_a_step_goes_on_in_one_of_two_chats(house: Ring) -> None:
    huong = await house.comes(HUONG, Role.MEMBER, share=0)
    await house.registers()
    others = [await house.phone(HUONG, share) for share in (1, 2)]
    for _ in range(RACES):
        waiting = await _begins([huong, *others])
        rest = [each for each in (huong, *others) if each is not waiting]
        await at_once(*(taps(each, "resuming.go_on telegram") for each in rest))
        found = await sql.rows("SELECT chat FROM conversations WHERE step = 'evidence.collect'")
        assert len(found) == 1
        assert found[0]["chat"] != waiting.chat


async def _code(house: Ring, phone: Person, name: str) -> str:
    """Return a link code; it is not offered where there is no other app."""
    async with database.transaction():
        now = house.world.clock.now()
        made = await link_codes.make(house.house.ids[name], made_in=phone.chat, now=now, draw=os.urandom)
    return made.code


async def _begins(phones: list[Person]) -> Person:
    """Let one of them hand something in, and the others be idle."""
    for each in phones:
        await each.says("huy")
    await phones[0].says("nop")
    await phones[0].taps("evidence.start RL2")
    return phones[0]


async def test_a_verdict_from_two_channels_is_given_once(house: Ring) -> None:
    await house.comes(HUONG, Role.MEMBER, share=2)
    await house.registers()
    dung = await house.comes(DUNG, Role.EXECUTIVE, share=0, group=False)
    other = await house.phone(DUNG, share=1)
    for _ in range(RACES):
        id_ = await house.waits("RL2")
        await at_once(taps(dung, f"reviews.approve {id_}"), taps(other, f"reviews.approve {id_}"))
        assert (await state(id_), await trail(id_)) == ("approved", ["review.approved"])
