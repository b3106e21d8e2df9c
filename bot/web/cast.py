"""Who can be played on the sandbox's phones: everybody of its roster, and a stranger."""

from dataclasses import dataclass
from typing import Any

from storage import sandbox


@dataclass(frozen=True, slots=True)
class Cast:
    """The people of the sandbox; each has a phone of every kind: "web:<person id>", "zalo:<person id>"."""

    async def people(self) -> list[dict[str, Any]]:
        """Return who can be played, officers first.

        Of each: id, name, roles, unit, group, `kinds` of phone they are known on, token and code if not joined.
        """
        return [
            {
                "id": str(person.id),
                "name": person.full_name,
                "roles": person.roles,
                "unit": person.unit,
                "group": person.group,
                "joined": person.joined,
                "kinds": person.channels,
                "token": person.token,
                "code": person.code,
            }
            for person in await sandbox.cast()
        ]
