"""People who have opened the chat: a platform takes no message to somebody who never wrote."""

from journey.people import Role
from tests.handlers.members import Unit
from tests.support.harness import Person


async def comes(house: Unit, name: str, *roles: Role, group: bool = True) -> Person:
    """Add somebody to the roster, and let them write to us once."""
    person = await house.joins(name, *roles, group=group)
    await person.says("menu")
    return person
