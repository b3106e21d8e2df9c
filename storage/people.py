"""The people of the roster and the posts they hold."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date

from tortoise import fields
from tortoise.expressions import Q
from tortoise.indexes import Index
from tortoise.models import Model

from journey.people import Post, Role
from journey.person import Person, with_posts
from storage.units import GroupRow, UnitRow


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
        indexes = (Index(fields=("role", "unit_id"), name="posts_role"),)


@dataclass(frozen=True, slots=True)
class Listed:
    """A person as lists show one."""

    id: int
    full_name: str
    unit: str
    group: str


def _holding(today: date) -> Q:
    return (Q(from_on__isnull=True) | Q(from_on__lte=today)) & (Q(to_on__isnull=True) | Q(to_on__gte=today))


def _post(row: PostRow) -> Post:
    return Post(row.person_id, Role(row.role), row.unit_id, row.group_id)


def _person(row: PersonRow) -> Person:
    return Person(row.id, row.full_name, row.called, row.address, row.unit_id, row.group_id)


async def load(ids: Collection[int], today: date) -> dict[int, Person]:
    """Return people by id with the posts they hold on `today` (local)."""
    if not ids:
        return {}
    posts = [_post(row) for row in await PostRow.filter(_holding(today), person_id__in=ids)]
    return {row.id: with_posts(_person(row), posts) for row in await PersonRow.filter(id__in=ids)}


async def get(id_: int, today: date) -> Person:
    """Return one person; they exist.

    Raises:
        KeyError: nobody has this id.
    """
    return (await load([id_], today))[id_]


async def holders(roles: Iterable[Role], today: date) -> list[Post]:
    """Return all posts of `roles` held on `today` (local), in any scope."""
    return [_post(row) for row in await PostRow.filter(_holding(today), role__in=[str(role) for role in roles])]


async def names(ids: Collection[int]) -> dict[int, str]:
    """Return full names by id."""
    if not ids:
        return {}
    return {row.id: row.full_name for row in await PersonRow.filter(id__in=ids).only("id", "full_name")}
