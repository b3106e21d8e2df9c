"""The members of some units as a secretary's list shows them: by Vietnamese name, a page at a time."""

from collections.abc import Collection
from datetime import date

from journey.people import Role
from storage import sql
from storage.people import Listed

_HELD = "o.role = ?1 AND (o.from_on IS NULL OR o.from_on <= ?2) AND (o.to_on IS NULL OR o.to_on >= ?2)"


async def page(
    units: Collection[int], today: date, *, besides: int, named: str = "", first: int, most: int
) -> list[Listed]:
    """Return up to `most` members of `units` on `today` (local) from the place `first` on.

    Args:
        besides: a person who is left out.
        named: folded words that the name has, in this order.
    """
    found = await sql.tuples(
        f"SELECT p.id, p.full_name, u.name, COALESCE(g.name, '') {_FROM} {_where()}"
        " ORDER BY p.sort_key, p.id LIMIT ?6 OFFSET ?7",
        *_values(units, today, besides, named),
        most,
        first,
    )
    return [Listed(int(id_), str(name), str(unit), str(group)) for id_, name, unit, group in found]


async def count(units: Collection[int], today: date, *, besides: int, named: str = "") -> int:
    """Return how many `page` would list in all."""
    ((found,),) = await sql.tuples(f"SELECT count(*) {_FROM} {_where()}", *_values(units, today, besides, named))
    return int(found)


_FROM = 'FROM people p JOIN units u ON u.id = p.unit_id LEFT JOIN "groups" g ON g.id = p.group_id'


def _where() -> str:
    return (
        f"WHERE p.id IN (SELECT o.person_id FROM posts o WHERE {_HELD})"
        f" AND {sql.among('p.unit_id', '?3')} AND p.id <> ?4 AND p.folded LIKE ?5"
    )


def _values(units: Collection[int], today: date, besides: int, named: str) -> tuple[object, ...]:
    words = ("".join(letter for letter in word if letter.isalnum()) for word in named.split())
    return str(Role.MEMBER), sql.day(today), sql.listed(units), besides, f"%{'%'.join(filter(None, words))}%"
