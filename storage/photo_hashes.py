"""What a stored picture looks like, in a few numbers a view, and which pictures that were handed in look alike."""

import asyncio
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from tortoise import fields
from tortoise.indexes import Index
from tortoise.models import Model

from journey.photo_likeness import BANDS, Look, Search, View, bands
from storage import sql
from storage.evidence import EvidenceRow


class PhotoHashRow(Model):
    """One view of one picture.

    `view` 0 is the whole. `across` and `down` are 64 bits each, signed. `band0` to `band3` are the sixteens of
    `across`, those of the whole apart from the others, so that what is near is found by an index.
    """

    id = fields.BigIntField(primary_key=True)
    evidence: fields.ForeignKeyRelation[EvidenceRow] = fields.ForeignKeyField(
        "models.EvidenceRow", related_name="hashes", on_delete=fields.CASCADE
    )
    evidence_id: int
    view = fields.SmallIntField()
    across = fields.BigIntField()
    down = fields.BigIntField()
    band0 = fields.IntField()
    band1 = fields.IntField()
    band2 = fields.IntField()
    band3 = fields.IntField()

    class Meta:
        table = "photo_hashes"
        indexes = (
            Index(fields=("evidence_id",), name="photo_hashes_evidence"),
            Index(fields=("band0",), name="photo_hashes_band0"),
            Index(fields=("band1",), name="photo_hashes_band1"),
            Index(fields=("band2",), name="photo_hashes_band2"),
            Index(fields=("band3",), name="photo_hashes_band3"),
        )


@dataclass(frozen=True, slots=True)
class Used:
    """A picture (its piece of evidence) that was handed in; `sha256` of its file, in hex."""

    piece: int
    sha256: str
    submission: int
    registration: int


async def keep(piece: int, looks: Mapping[int, Look]) -> None:
    """Keep how the picture of a piece looks, by window, instead of what an earlier try to fetch it kept."""
    await sql.run("DELETE FROM photo_hashes WHERE evidence_id = ?1", piece)
    await sql.many(
        "INSERT INTO photo_hashes (evidence_id, view, across, down, band0, band1, band2, band3)"
        " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
        [(piece, view, *map(_signed, look), *bands(view, look)) for view, look in looks.items()],
    )


async def near(search: Search) -> dict[int, int]:
    """Return the pieces that look like what is searched for, and in how many bits they differ.

    A band at a time: on SQLite a statement keeps the loop, and whoever waits has a turn in between.
    """
    nearest: dict[int, int] = {}
    for band, keys in zip(range(BANDS), search.keys, strict=True):
        found = await sql.tuples(
            f"SELECT evidence_id, view, across, down FROM photo_hashes WHERE {sql.among(f'band{band}', '?1')}",
            sql.listed(keys),
        )
        views = (View(of, view, (_unsigned(across), _unsigned(down))) for of, view, across, down in found)
        for of, bits in search.nearest(views).items():
            nearest[of] = min(bits, nearest.get(of, bits))
        await asyncio.sleep(0)
    return nearest


async def used(sha256s: Collection[str], submission: int) -> list[Used]:
    """Return the uses of these files that were handed in before `submission` was, the first first.

    Other versions of the same hand-in are left out.
    """
    found = await sql.tuples(
        "SELECT e.id, e.sha256, s.id, s.registration_id FROM evidence e JOIN submissions s ON s.id = e.submission_id"
        " JOIN submissions mine ON mine.id = ?2"
        f" WHERE {sql.among('e.sha256', '?1')} AND e.removed_at IS NULL"
        " AND (s.submitted_at < mine.submitted_at OR (s.submitted_at = mine.submitted_at AND s.id < mine.id))"
        " AND NOT (s.registration_id = mine.registration_id AND s.part = mine.part) ORDER BY s.submitted_at, e.id",
        sql.listed(sha256s),
        submission,
    )
    return [Used(*each) for each in found]


def _signed(bits: int) -> int:
    return bits - (1 << 64) if bits >> 63 else bits


def _unsigned(kept: int) -> int:
    return kept + (1 << 64) if kept < 0 else kept
