"""Who can be played on the sandbox's phones: everybody of its roster, and a stranger."""

from dataclasses import dataclass
from typing import Any
from zoneinfo import ZoneInfo

from storage import sandbox


@dataclass(frozen=True, slots=True)
class Cast:
    """The people of the sandbox; each has the phone "web:<person id>"."""

    zone: ZoneInfo

    async def people(self) -> list[dict[str, Any]]:
        """Return who can be played, officers first: phone, name, roles, unit, group, token if not joined."""
        return [
            {
                "phone": str(person.id),
                "name": person.full_name,
                "roles": person.roles,
                "unit": person.unit,
                "group": person.group,
                "joined": person.joined,
                "token": person.token,
            }
            for person in await sandbox.cast()
        ]
