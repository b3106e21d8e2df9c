"""Two chats that join as one person; a consent taken back while something arrives."""

import os
from datetime import timedelta

from journey.people import Role
from storage import invitations, sql
from tests.handlers.contention.racing import (
    HUONG,
    RACES,
    Ring,
    at_once,
    audited,
    heard,
    state,
    taps,
    trail,
)
from tests.support.harness import Person


async def test_an_invitation_lets_one_of_two_chats_in(house: Ring) -> None:
    for turn in range(RACES):
        name = f"Đỗ Thị Mới {turn}"
        await house.comes(name, Role.MEMBER, share=0)
        person = house.house.ids[name]
        await sql.run("UPDATE chats SET person_id = NULL WHERE person_id = ?1", person)
        now = house.world.clock.now()
        [made] = await invitations.make([person], now=now, valid_for=timedelta(days=30), draw=os.urandom)
        phones = [_stranger(house, turn, share) for share in (0, 1)]
        for phone in phones:
            await phone.starts(made.token)
            await phone.taps("joining.yes personal")
            await phone.taps("joining.yes sensitive")
        await at_once(*(taps(phone, "joining.yes confirm") for phone in phones))
        rows = await sql.rows("SELECT chat FROM chats WHERE person_id = ?1", person)
        assert len(rows) == 1
        assert sorted(heard(phone, "joining.used") for phone in phones) == [0, 1]
        joined = await sql.rows(
            "SELECT id FROM audit WHERE subject = ?1 AND action = 'person.joined'", f"person {person}"
        )
        given = await sql.rows("SELECT id FROM consents WHERE person_id = ?1", person)
        assert (len(joined), len(given)) == (1, 2)


async def test_of_two_invitations_of_one_person_used_at_once_the_last_phone_stays(house: Ring) -> None:
    for turn in range(RACES):
        name = f"Đỗ Thị Mới {turn}"
        await house.comes(name, Role.MEMBER, share=0)
        person = house.house.ids[name]
        await sql.run("UPDATE chats SET person_id = NULL WHERE person_id = ?1", person)
        phones = [_stranger(house, turn, share) for share in (0, 1)]
        for phone in phones:
            now = house.world.clock.now()
            [made] = await invitations.make(
                [person], now=now, valid_for=timedelta(days=30), draw=os.urandom, renew=True
            )
            await phone.starts(made.token)
            await phone.taps("joining.yes personal")
            await phone.taps("joining.yes sensitive")
        await sql.run("UPDATE invitations SET revoked_at = NULL")
        await at_once(*(taps(phone, "joining.yes confirm") for phone in phones))
        assert len(await sql.rows("SELECT chat FROM chats WHERE person_id = ?1", person)) == 1


async def test_a_consent_is_withdrawn_while_an_approval_arrives(house: Ring, dung: Person) -> None:
    for turn in range(RACES):
        name = HUONG
        if turn:
            phone = await house.phone(name, share=2)
        else:
            phone = await house.comes(name, Role.MEMBER, share=2)
            await house.registers()
        other = await house.phone(name, share=1)
        id_ = await house.waits("RL2")
        acts = [taps(phone, "my-data.withdraw-now"), taps(dung, f"reviews.approve {id_}")]
        await at_once(*acts[:: 1 if turn % 2 else -1], taps(other, "my-data.withdraw-now"))
        assert (await state(id_), await trail(id_)) == ("approved", ["review.approved"])
        assert await audited("consent.withdrawn") == turn + 1
        assert await sql.rows("SELECT chat FROM chats WHERE person_id = ?1", house.house.ids[name]) == []


def _stranger(house: Ring, turn: int, share: int) -> Person:
    """Return a phone nobody has written from, at a chat of the writer `share`."""
    start = 5000 + 100 * turn + 50 * share
    return house.world.person(str(next(n for n in range(start, start + 50) if house.share(n) == share)))
