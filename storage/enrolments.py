"""A person in a season, and under which version of the programme."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime

from tortoise import fields
from tortoise.models import Model

from storage import sql
from storage.people import PersonRow
from storage.prepared import Prepared
from storage.programmes import ProgrammeRow, SeasonRow


class EnrolmentRow(Model):
    """One person in one season.

    `programme` is frozen when the registration is confirmed; `draft` is a choice not yet confirmed, codes by
    blanks, None without one. `open_until` (local, inclusive) is how long the registration is open for this person
    besides the season's window, `opened_by` the secretary who opened it.
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
    open_until = fields.DateField(null=True)
    opened_by: fields.ForeignKeyNullableRelation[PersonRow] = fields.ForeignKeyField(
        "models.PersonRow", related_name="opened_for", null=True, on_delete=fields.SET_NULL
    )
    opened_by_id: int | None

    class Meta:
        table = "enrolments"
        unique_together = (("person_id", "season_id"),)


@dataclass(frozen=True, slots=True)
class Enrolment:
    """A person in a season; `programme` is None before the registration, `draft` (codes) without one.

    `open_until` (local, inclusive) is how long `opened_by` let this one person register, None without that.
    """

    id: int
    person: int
    season: int
    programme: int | None
    registered_at: datetime | None
    draft: frozenset[str] | None
    open_until: date | None = None
    opened_by: int | None = None


def _codes(kept: str | None) -> frozenset[str] | None:
    return None if kept is None else frozenset(kept.split())


_enrolments = Prepared(EnrolmentRow, Enrolment, draft=_codes)


async def enrol(person: int, season: int) -> Enrolment:
    """Return the enrolment of `person` in `season`, made when there was none."""
    if found := await find(person, season):
        return found
    row, _ = await EnrolmentRow.get_or_create(person_id=person, season_id=season)
    return _enrolments.of(row)


async def find(person: int, season: int) -> Enrolment | None:
    """Return the enrolment of `person` in `season`."""
    return await _enrolments.first("WHERE person_id = ?1 AND season_id = ?2", person, season)


async def get(id_: int) -> Enrolment:
    """Return one enrolment; it exists."""
    (found,) = await _enrolments.all("WHERE id = ?1", id_)
    return found


async def of_people(people: Collection[int], season: int) -> list[Enrolment]:
    """Return the enrolments of `people` in `season`."""
    wanted = sql.among("person_id", "?2")
    return await _enrolments.all(f"WHERE season_id = ?1 AND {wanted}", season, sql.listed(people)) if people else []


async def of_submission(submission: int) -> Enrolment:
    """Return the enrolment under which a submission was opened; it exists."""
    joined = "JOIN registrations r ON r.enrolment_id = enrolments.id JOIN submissions s ON s.registration_id = r.id"
    (found,) = await _enrolments.all(f"{joined} WHERE s.id = ?1", submission)
    return found


async def hold(id_: int) -> None:
    """Take the row until this transaction ends: what is chosen is changed by one at a time."""
    await sql.run("UPDATE enrolments SET season_id = season_id WHERE id = ?1", id_)


async def confirm(id_: int, programme: int, now: datetime) -> None:
    """Freeze the version the member registered under; a later confirmation keeps the first."""
    await EnrolmentRow.filter(id=id_, programme_id__isnull=True).update(programme_id=programme, registered_at=now)


async def enrol_all(people: Collection[int], season: int) -> int:
    """Enrol those of `people` who are not in `season` yet; return how many they were."""
    there = set(await EnrolmentRow.filter(season_id=season).values_list("person_id", flat=True))
    missing = [EnrolmentRow(person_id=person, season_id=season) for person in sorted(set(people) - there)]
    await EnrolmentRow.bulk_create(missing, batch_size=500, ignore_conflicts=True)
    return len(missing)


async def keep_draft(id_: int, codes: Collection[str], *, before: Collection[str] | None = None) -> bool:
    """Keep a choice that is not confirmed yet in the place of `before` (None: of none); False when that is gone."""
    return bool(
        await sql.run(
            "UPDATE enrolments SET draft = ?2 WHERE id = ?1 AND COALESCE(draft, '-') = ?3",
            id_,
            _kept(codes),
            "-" if before is None else _kept(before),
        )
    )


def _kept(codes: Collection[str]) -> str:
    return " ".join(sorted(codes))


async def close_draft(id_: int) -> bool:
    """Forget the draft; False when there was none: it was confirmed or dropped before."""
    return bool(await EnrolmentRow.filter(id=id_, draft__isnull=False).update(draft=None))


async def open_for_one(id_: int, until: date, *, by: int) -> bool:
    """Let this one person register until `until` (local, inclusive); False when it is open that long already."""
    return bool(
        await sql.run(
            "UPDATE enrolments SET open_until = ?2, opened_by_id = ?3"
            " WHERE id = ?1 AND (open_until IS NULL OR open_until < ?2)",
            id_,
            sql.day(until),
            by,
        )
    )
