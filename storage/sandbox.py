"""What the sandbox shows of its people: one query's worth for the list of phones."""

from dataclasses import dataclass

from storage import sql


@dataclass(frozen=True, slots=True)
class Player:
    """One person who can be played, and the channels they are known on; what was sent to them opens the way in.

    `token` is of the link of their invitation and `code` what is typed instead, "" where none is open.
    """

    id: int
    full_name: str
    roles: list[str]
    unit: str
    group: str
    channels: list[str]
    token: str
    code: str

    @property
    def joined(self) -> bool:
        """Say whether they are known anywhere."""
        return bool(self.channels)


async def cast() -> list[Player]:
    """Return everybody of the roster: officers first, then by group and name."""
    found = await sql.rows(
        "SELECT p.id, p.full_name, p.sort_key, COALESCE(u.name, '') AS unit, COALESCE(g.name, '') AS grp,"
        " COALESCE(i.token, '') AS token, COALESCE(i.code, '') AS code"
        " FROM people p LEFT JOIN units u ON u.id = p.unit_id LEFT JOIN groups g ON g.id = p.group_id"
        " LEFT JOIN invitations i ON i.id = (SELECT MAX(o.id) FROM invitations o"
        "   WHERE o.person_id = p.id AND o.used_at IS NULL AND o.revoked_at IS NULL)"
    )
    roles = await _of_people("SELECT person_id, role FROM posts ORDER BY id")
    chats = await _of_people("SELECT person_id, chat FROM chats WHERE person_id IS NOT NULL ORDER BY chat")
    found.sort(key=lambda row: (roles.get(row["id"], []) == ["member"], row["grp"], row["sort_key"]))
    return [
        Player(
            row["id"],
            row["full_name"],
            roles.get(row["id"], []),
            row["unit"],
            row["grp"],
            [chat.partition(":")[0] for chat in chats.get(row["id"], [])],
            row["token"],
            row["code"],
        )
        for row in found
    ]


async def _of_people(query: str) -> dict[int, list[str]]:
    """Return what `query` finds, (person, word) each, by person."""
    found: dict[int, list[str]] = {}
    for person, word in await sql.tuples(query):
        found.setdefault(person, []).append(word)
    return found
