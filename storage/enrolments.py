"""A person in a season, and under which version of the programme."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from tortoise import fields
from tortoise.models import Model

from storage.people import PersonRow
from storage.programmes import ProgrammeRow, SeasonRow


class EnrolmentRow(Model):
    """One person in one season.

    `programme` is frozen when the registration is confirmed; `draft` is a choice not yet confirmed, codes by
    blanks, None without one.
    """

    id = fields.IntField(primary_key=True)
    person: fields.ForeignKeyRelation[PersonRow] = fields.ForeignKeyField(
        "models.PersonRow", related_name="enrolments", on_delete=fields.CASCADE
    )
    person_id: int
    season: fields.ForeignKeyRelation[SeasonRow] = fields.ForeignKeyField(
        "models.SeasonRow", related_name="enrolments", on_delete=fields.RESTRICT
    )
    season_id: int
    programme: fields.ForeignKeyNullableRelation[ProgrammeRow] = fields.ForeignKeyField(
        "models.ProgrammeRow", related_name="enrolments", null=True, on_delete=fields.RESTRICT
    )
    programme_id: int | None
    registered_at = fields.DatetimeField(null=True)
    draft: str | None = fields.TextField(null=True)

    class Meta:
        table = "enrolments"
        unique_together = (("person_id", "season_id"),)


@dataclass(frozen=True, slots=True)
class Enrolment:
    """A person in a season; `programme` is None before the registration, `draft` (codes) without one."""

    id: int
    person: int
    season: int
    programme: int | None
    registered_at: datetime | None
    draft: frozenset[str] | None


def _enrolment(row: EnrolmentRow) -> Enrolment:
    draft = None if row.draft is None else frozenset(row.draft.split())
    return Enrolment(row.id, row.person_id, row.season_id, row.programme_id, row.registered_at, draft)


async def enrol(person: int, season: int) -> Enrolment:
    """Return the enrolment of `person` in `season`, made when there was none."""
    row, _ = await EnrolmentRow.get_or_create(person_id=person, season_id=season)
    return _enrolment(row)


async def find(person: int, season: int) -> Enrolment | None:
    """Return the enrolment of `person` in `season`."""
    row = await EnrolmentRow.get_or_none(person_id=person, season_id=season)
    return _enrolment(row) if row else None


async def get(id_: int) -> Enrolment:
    """Return one enrolment; it exists."""
    return _enrolment(await EnrolmentRow.get(id=id_))


async def confirm(id_: int, programme: int, now: datetime) -> None:
    """Freeze the version the member registered under; a later confirmation keeps the first."""
    await EnrolmentRow.filter(id=id_, programme_id__isnull=True).update(programme_id=programme, registered_at=now)


async def enrol_all(people: Collection[int], season: int) -> int:
    """Enrol those of `people` who are not in `season` yet; return how many they were."""
    there = set(await EnrolmentRow.filter(season_id=season).values_list("person_id", flat=True))
    missing = [EnrolmentRow(person_id=person, season_id=season) for person in sorted(set(people) - there)]
    await EnrolmentRow.bulk_create(missing, batch_size=500, ignore_conflicts=True)
    return len(missing)


async def keep_draft(id_: int, codes: Collection[str]) -> None:
    """Keep a choice that is not confirmed yet."""
    await EnrolmentRow.filter(id=id_).update(draft=" ".join(sorted(codes)))


async def close_draft(id_: int) -> bool:
    """Forget the draft; False when there was none: it was confirmed or dropped before."""
    return bool(await EnrolmentRow.filter(id=id_, draft__isnull=False).update(draft=None))
