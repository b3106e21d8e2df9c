"""A person in a season, and under which version of the programme."""

from dataclasses import dataclass
from datetime import datetime

from tortoise import fields
from tortoise.models import Model

from storage.people import PersonRow
from storage.programmes import ProgrammeRow, SeasonRow


class EnrolmentRow(Model):
    """One person in one season.

    `programme` is frozen when the registration is confirmed.
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

    class Meta:
        table = "enrolments"
        unique_together = (("person_id", "season_id"),)


@dataclass(frozen=True, slots=True)
class Enrolment:
    """A person in a season; `programme` is None until they registered."""

    id: int
    person: int
    season: int
    programme: int | None
    registered_at: datetime | None


def _enrolment(row: EnrolmentRow) -> Enrolment:
    return Enrolment(row.id, row.person_id, row.season_id, row.programme_id, row.registered_at)


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
