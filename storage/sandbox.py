"""What the sandbox shows of its people: one query's worth for the list of phones."""

from dataclasses import dataclass

from storage import sql


@dataclass(frozen=True, slots=True)
class Player:
    """One person who can be played; `token` opens their invitation while they have not joined."""

    id: int
    full_name: str
    roles: list[str]
    unit: str
    group: str
    joined: bool
    token: str


async def cast() -> list[Player]:
    """Return everybody of the roster: officers first, then by group and name."""
    found = await sql.rows(
        "SELECT p.id, p.full_name, p.sort_key, COALESCE(u.name, '') AS unit, COALESCE(g.name, '') AS grp,"
        " (SELECT COUNT(*) FROM chats c WHERE c.person_id = p.id) AS chats,"
        " COALESCE((SELECT i.token FROM invitations i WHERE i.person_id = p.id AND i.used_at IS NULL"
        "   AND i.revoked_at IS NULL ORDER BY i.id DESC LIMIT 1), '') AS token"
        " FROM people p LEFT JOIN units u ON u.id = p.unit_id LEFT JOIN groups g ON g.id = p.group_id"
    )
    posts = await sql.rows("SELECT person_id, role FROM posts ORDER BY id")
    roles: dict[int, list[str]] = {}
    for post in posts:
        roles.setdefault(post["person_id"], []).append(post["role"])
    found.sort(key=lambda row: (roles.get(row["id"], []) == ["member"], row["grp"], row["sort_key"]))
    return [
        Player(
            row["id"],
            row["full_name"],
            roles.get(row["id"], []),
            row["unit"],
            row["grp"],
            row["chats"] > 0,
            row["token"],
        )
        for row in found
    ]
