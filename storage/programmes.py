"""The programmes an installation runs, every version ever used, and their seasons."""

from dataclasses import dataclass
from datetime import date, datetime

from tortoise import fields
from tortoise.models import Model

from journey import programme_file
from journey.programme import Programme
from storage import sql
from storage.prepared import Prepared


class ProgrammeRow(Model):
    """One version of a programme.

    `document` is its TOML as it was, `digest` its SHA-256.
    """

    id = fields.IntField(primary_key=True)
    code = fields.CharField(max_length=64)
    version = fields.IntField()
    digest = fields.CharField(max_length=64)
    document = fields.TextField()
    added_at = fields.DatetimeField()

    class Meta:
        table = "programmes"
        unique_together = (("code", "version"),)


class SeasonRow(Model):
    """One year of a programme.

    New registrations are judged by its `programme` version.
    """

    id = fields.IntField(primary_key=True)
    code = fields.CharField(max_length=64)
    year = fields.IntField()
    programme: fields.ForeignKeyRelation[ProgrammeRow] = fields.ForeignKeyField(
        "models.ProgrammeRow", related_name="seasons", on_delete=fields.RESTRICT
    )
    programme_id: int
    opens_on = fields.DateField()
    closes_on = fields.DateField()
    is_current = fields.BooleanField(db_default=True)

    class Meta:
        table = "seasons"
        unique_together = (("code", "year"),)


@dataclass(frozen=True, slots=True)
class Season:
    """A season; registration is open from `opens_on` to `closes_on` (local, inclusive)."""

    id: int
    code: str
    year: int
    programme: int
    opens_on: date
    closes_on: date


_seasons = Prepared(SeasonRow, Season)
_read: dict[str, Programme] = {}  # by digest: a version never changes, and an installation has a handful


async def parsed(version: int, known_digest: str = "") -> Programme:
    """Return one stored version as the rules see it; `known_digest` is its SHA-256, "" when it is to be looked up."""
    found = known_digest or await digest(version)
    if found not in _read:
        text, _ = await document(version)
        _read[found] = programme_file.read(text.encode(), f"programme {version}")
    return _read[found]


async def versions(code: str) -> list[int]:
    """Return every stored version of a programme, by id, the oldest first."""
    found = await sql.asked("SELECT id FROM programmes WHERE code = ?1 ORDER BY id", (code,), tuple)
    return [int(id_) for (id_,) in found]


async def document(id_: int) -> tuple[str, int]:
    """Return (TOML text, version) of one stored version."""
    row = await ProgrammeRow.get(id=id_)
    return row.document, row.version


async def digest(id_: int) -> str:
    """Return the SHA-256 (hex) of one stored version: what its parsed form may be kept under."""
    ((found,),) = await sql.asked("SELECT digest FROM programmes WHERE id = ?1", (id_,), tuple)
    return str(found)


async def judging(submission: int) -> tuple[int, str, int]:
    """Return (version, its digest, the season's year) of what a submission is judged by; it exists."""
    ((version, found, year),) = await sql.asked(
        "SELECT p.id, p.digest, s.year FROM submissions h JOIN registrations r ON r.id = h.registration_id"
        " JOIN enrolments e ON e.id = r.enrolment_id JOIN seasons s ON s.id = e.season_id"
        " JOIN programmes p ON p.id = COALESCE(e.programme_id, s.programme_id) WHERE h.id = ?1",
        (submission,),
        tuple,
    )
    return version, found, year


async def add_version(code: str, digest: str, text: str, now: datetime) -> int:
    """Keep a programme's text and return its id; the same text is kept once."""
    newest = await ProgrammeRow.filter(code=code).order_by("-version").first()
    if newest is not None and newest.digest == digest:
        return newest.id
    version = newest.version + 1 if newest else 1
    row = await ProgrammeRow.create(code=code, version=version, digest=digest, document=text, added_at=now)
    return row.id


async def open_season(code: str, year: int, programme: int, opens_on: date, closes_on: date) -> Season:
    """Make (or bring up to date) the season of `year` and make it the current one of its programme."""
    await SeasonRow.filter(code=code).update(is_current=False)
    row, _ = await SeasonRow.update_or_create(
        defaults={
            "programme_id": programme,
            "opens_on": opens_on,
            "closes_on": closes_on,
            "is_current": True,
        },
        code=code,
        year=year,
    )
    return _seasons.of(row)


async def season_of(code: str, year: int) -> Season | None:
    """Return the season of `year` of a programme, None before it was opened."""
    return await _seasons.first("WHERE code = ?1 AND year = ?2", code, year)


async def current_season() -> Season | None:
    """Return the season that runs now, the latest opened when several programmes run."""
    return await _seasons.first("WHERE is_current ORDER BY year DESC, id DESC")


async def season(id_: int) -> Season:
    """Return one season; it exists."""
    (found,) = await _seasons.all("WHERE id = ?1", id_)
    return found
