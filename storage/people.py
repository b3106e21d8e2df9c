"""The people of the roster and the posts they hold."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date

from tortoise import fields
from tortoise.indexes import Index
from tortoise.models import Model

from journey.people import Post, Role
from journey.person import Person, with_posts
from journey.text import name_sort_key
from storage import sql
from storage.prepared import Prepared
from storage.units import GroupRow, UnitRow, unit_path


class PersonRow(Model):
    """One person.

    `code` is what an import recognises them by; `sort_key` sorts names the Vietnamese way.
    """

    id = fields.IntField(primary_key=True)
    code = fields.CharField(max_length=160, unique=True)
    full_name = fields.CharField(max_length=120)
    called = fields.CharField(max_length=60)
    address = fields.CharField(max_length=16, db_default="bạn")
    sort_key = fields.CharField(max_length=400)
    folded = fields.CharField(max_length=160)
    unit: fields.ForeignKeyNullableRelation[UnitRow] = fields.ForeignKeyField(
        "models.UnitRow", related_name="people", null=True, on_delete=fields.RESTRICT
    )
    unit_id: int | None
    group: fields.ForeignKeyNullableRelation[GroupRow] = fields.ForeignKeyField(
        "models.GroupRow", related_name="people", null=True, on_delete=fields.RESTRICT
    )
    group_id: int | None

    class Meta:
        table = "people"
        indexes = (
            Index(fields=("unit_id",), name="people_unit"),
            Index(fields=("group_id",), name="people_group"),
        )


class PostRow(Model):
    """One post of a person.

    A role in a unit or a group, between two local dates (inclusive).
    """

    id = fields.IntField(primary_key=True)
    person: fields.ForeignKeyRelation[PersonRow] = fields.ForeignKeyField(
        "models.PersonRow", related_name="posts", on_delete=fields.CASCADE
    )
    person_id: int
    role = fields.CharField(max_length=24)
    unit: fields.ForeignKeyNullableRelation[UnitRow] = fields.ForeignKeyField(
        "models.UnitRow", related_name="posts", null=True, on_delete=fields.RESTRICT
    )
    unit_id: int | None
    group: fields.ForeignKeyNullableRelation[GroupRow] = fields.ForeignKeyField(
        "models.GroupRow", related_name="posts", null=True, on_delete=fields.RESTRICT
    )
    group_id: int | None
    from_on = fields.DateField(null=True)
    to_on = fields.DateField(null=True)

    class Meta:
        table = "posts"
        indexes = (
            Index(fields=("role", "unit_id"), name="posts_role"),
            Index(fields=("person_id", "role"), name="posts_person"),
            Index(fields=("group_id",), name="posts_group"),
        )


@dataclass(frozen=True, slots=True)
class Listed:
    """A person as lists show one."""

    id: int
    full_name: str
    unit: str
    group: str


_people = Prepared(PersonRow, Person)
_posts = Prepared(PostRow, Post, role=Role)
_HELD = "(from_on IS NULL OR from_on <= ?1) AND (to_on IS NULL OR to_on >= ?1)"


async def count() -> int:
    """Return how many people the roster has."""
    return await PersonRow.all().count()


async def load(ids: Collection[int], today: date) -> dict[int, Person]:
    """Return people by id with the posts they hold on `today` (local)."""
    if not ids:
        return {}
    wanted = sql.listed(ids)
    posts: dict[int, list[Post]] = {}
    for post in await _posts.all(f"WHERE {_HELD} AND {sql.among('person_id', '?2')}", sql.day(today), wanted):
        posts.setdefault(post.person, []).append(post)
    found = await _people.all(f"WHERE {sql.among('id', '?1')}", wanted)
    return {each.id: with_posts(each, posts.get(each.id, ())) for each in found}


async def hold(id_: int) -> None:
    """Take the person until this transaction ends: of two chats that join as them, one comes after the other."""
    await sql.run("UPDATE people SET code = code WHERE id = ?1", id_)


async def get(id_: int, today: date) -> Person:
    """Return one person; they exist.

    Raises:
        KeyError: nobody has this id.
    """
    return (await load([id_], today))[id_]


async def holders(roles: Iterable[Role], today: date) -> list[Post]:
    """Return all posts of `roles` held on `today` (local), in any scope."""
    wanted = sql.listed(str(role) for role in roles)
    return await _posts.all(f"WHERE {_HELD} AND {sql.among('role', '?2')} ORDER BY id", sql.day(today), wanted)


async def holders_near(roles: Iterable[Role], today: date, units: Collection[int], group: int | None) -> list[Post]:
    """Return those posts of `roles` held on `today` (local) that are for one of `units` or for `group`."""
    return await _posts.all(
        f"WHERE {_HELD} AND {sql.among('role', '?2')} AND ({sql.among('unit_id', '?3')} OR group_id = ?4) ORDER BY id",
        sql.day(today),
        sql.listed(str(role) for role in roles),
        sql.listed(units),
        group,
    )


async def names(ids: Collection[int]) -> dict[int, str]:
    """Return full names by id."""
    if not ids:
        return {}
    found = await sql.tuples(f"SELECT id, full_name FROM people WHERE {sql.among('id', '?1')}", sql.listed(ids))
    return dict(found)  # type: ignore[arg-type]


async def names_in_order(ids: Collection[int]) -> dict[int, str]:
    """Return full names by id, in the Vietnamese order."""
    found = await sql.tuples(
        f"SELECT id, full_name FROM people WHERE {sql.among('id', '?1')} ORDER BY sort_key, id", sql.listed(ids)
    )
    return {int(id_): str(name) for id_, name in found}


async def in_order(ids: Collection[int]) -> list[int]:
    """Return `ids` by the Vietnamese order of their names."""
    found = await sql.tuples(
        f"SELECT id FROM people WHERE {sql.among('id', '?1')} ORDER BY sort_key, id", sql.listed(ids)
    )
    return [id_ for (id_,) in found]


async def officer_of(unit: int | None, today: date, besides: int) -> int | None:
    """Return whom a member of `unit` turns to first, None when the roster names nobody."""
    officers = await officers_of(unit, today, besides)
    return officers[0] if officers else None


async def officers_of(unit: int | None, today: date, besides: int) -> list[int]:
    """Return those a member of `unit` may turn to, in this order.

    The secretary of the unit or of the nearest unit above; then the executive, the standing committee and the
    organisers. `besides` is the person who asks.
    """
    ranks = (Role.SECRETARY, Role.EXECUTIVE, Role.STANDING_COMMITTEE, Role.ORGANISER)
    above = {id_: distance for distance, id_ in enumerate(await unit_path(unit))}
    held = await _posts.all(
        f"WHERE {_HELD} AND {sql.among('role', '?2')} AND ({sql.among('unit_id', '?3')} OR unit_id IS NULL)",
        sql.day(today),
        sql.listed(str(role) for role in ranks),
        sql.listed(above),
    )
    posts = [post for post in held if post.person != besides]
    posts.sort(key=lambda p: (ranks.index(p.role), above.get(p.unit or 0, len(above)), p.person))
    return list(dict.fromkeys(post.person for post in posts))


async def listed(units: Collection[int] | None = None, code: str | None = None) -> list[Listed]:
    """Return people as lists show them, by unit, group and Vietnamese name.

    `units`: only of these (None: of all). `code`: only the person of that roster code.
    """
    wanted = PersonRow.filter(code__iexact=code) if code else PersonRow.all()
    names, tos = await _unit_names(), await _group_names()
    rows = [row for row in await wanted if units is None or row.unit_id in units]
    rows.sort(key=lambda row: (names.get(row.unit_id, ""), tos.get(row.group_id, ""), row.sort_key))
    return [Listed(r.id, r.full_name, names.get(r.unit_id, ""), tos.get(r.group_id, "")) for r in rows]


async def _unit_names() -> dict[int | None, str]:
    return {row.id: row.name for row in await UnitRow.all()}


async def _group_names() -> dict[int | None, str]:
    return {row.id: row.name for row in await GroupRow.all()}


async def kept_about(person: int) -> tuple[int, int, int]:
    """Return how many (registered tasks, hand-ins, pieces of evidence) we keep of `person`."""
    (row,) = await sql.rows(
        "SELECT (SELECT count(*) FROM registrations r JOIN enrolments e ON e.id = r.enrolment_id"
        " WHERE e.person_id = ?1) AS tasks,"
        " (SELECT count(*) FROM submissions WHERE person_id = ?1) AS handed_in,"
        " (SELECT count(*) FROM evidence WHERE person_id = ?1 AND removed_at IS NULL) AS evidence",
        person,
    )
    return row["tasks"], row["handed_in"], row["evidence"]


def sort_text(full_name: str) -> str:
    """Return `full_name` as digits that sort the Vietnamese way under any collation of the database."""
    last, first, middle, _ = name_sort_key(full_name)
    return ("".join(_digits(*word) for word in (last, first, *middle)) + "00")[:400]


def _digits(letters: tuple[tuple[int, int], ...], tones: tuple[int, ...]) -> str:
    """Write a word as digits: 10–99 a letter, 01… any other sign, 00 the end, then the tones."""
    written = "".join(f"{place + 10:02}" if known else f"01{place:07}" for known, place in letters)
    return f"{written}00{''.join(map(str, tones))}"
