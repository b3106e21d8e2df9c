"""The menu of commands beside the keyboard: whoever opens the bot sees one, each role its own."""

import random
from datetime import timedelta

from journey.people import Role
from storage import invitations
from storage.people import PersonRow, PostRow
from storage.units import UnitRow
from tests.bot.test_road import fake, telegram
from tests.support.harness import World

__all__ = ("telegram",)


async def joins(world: World, number: str, name: str, *roles: Role) -> list[str]:
    """Let somebody of the roster join; return the commands their chat shows."""
    unit, _ = await UnitRow.get_or_create(code="U", name="Đoàn cơ sở Một")
    row = await PersonRow.create(
        code=name, full_name=name, called=name, sort_key=name, folded=name, unit_id=unit.id, address="bạn"
    )
    for role in roles:
        _ = await PostRow.create(person_id=row.id, role=str(role), unit_id=unit.id)
    [made] = await invitations.make(
        [row.id], now=world.clock.now(), valid_for=timedelta(days=1), draw=random.Random(name).randbytes
    )
    person = world.person(number)
    await person.starts(made.token)
    for _ in range(3):
        await person.taps("joining.yes")
    return [command for command, _ in fake(world).commands[number]]


async def test_whoever_opens_the_bot_sees_how_to_join(telegram: World) -> None:
    await telegram.settle()
    assert [command for command, _ in fake(telegram).commands["default"]] == ["start"]


async def test_each_role_gets_its_own_commands_when_it_joins(telegram: World) -> None:
    member = await joins(telegram, "51", "an", Role.MEMBER)
    officer = await joins(telegram, "52", "binh", Role.EXECUTIVE)
    assert {"dangky", "nop", "so"} <= set(member)
    assert "duyet" in officer
    assert "nop" not in officer
