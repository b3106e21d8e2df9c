"""Which pictures look alike: found when a picture arrives, so that handing it in searches nothing."""

from collections.abc import Collection, Mapping

from tortoise import fields
from tortoise.indexes import Index
from tortoise.models import Model

from journey.photo_likeness import Look, Search
from storage import photo_hashes, sql
from storage.evidence import EvidenceRow

MOST = 100
"""Pairs kept of one picture, the nearest: of a form that a thousand people photograph a hint needs no more."""


class PhotoPairRow(Model):
    """A picture (`piece`) that was like another one (`other`) when it arrived, `bits` of 128 apart."""

    id = fields.BigIntField(primary_key=True)
    piece: fields.ForeignKeyRelation[EvidenceRow] = fields.ForeignKeyField(
        "models.EvidenceRow", related_name="pairs", on_delete=fields.CASCADE
    )
    piece_id: int
    other: fields.ForeignKeyRelation[EvidenceRow] = fields.ForeignKeyField(
        "models.EvidenceRow", related_name="paired", on_delete=fields.CASCADE
    )
    other_id: int
    bits = fields.SmallIntField()

    class Meta:
        table = "photo_pairs"
        indexes = (
            Index(fields=("piece_id",), name="photo_pairs_piece"),
            Index(fields=("other_id",), name="photo_pairs_other"),
        )


async def search(piece: int, looks: Mapping[int, Look]) -> dict[int, int]:
    """Return the pieces that look like this one, the first of each file, and in how many bits they differ.

    At most MOST, the nearest. Among a hundred thousand pictures this takes a tenth of a second: no transaction waits.
    """
    near = await photo_hashes.near(Search(looks))
    near.pop(piece, None)
    firsts = await sql.tuples(
        f"SELECT MIN(id) FROM evidence WHERE {sql.among('id', '?1')}"
        " GROUP BY CASE WHEN sha256 = '' THEN CAST(id AS TEXT) ELSE sha256 END",
        sql.listed(near),
    )
    found = sorted((near[id_], id_) for (id_,) in firsts)
    return {id_: bits for bits, id_ in found[:MOST]}


async def keep(piece: int, found: Mapping[int, int]) -> None:
    """Keep what was found, of those that are still there."""
    await sql.many(
        "INSERT INTO photo_pairs (piece_id, other_id, bits) SELECT ?1, id, ?3 FROM evidence WHERE id = ?2",
        [(piece, other, bits) for other, bits in found.items()],
    )


async def of_files(sha256s: Collection[str]) -> dict[str, dict[str, int]]:
    """Return by file (SHA-256 in hex) the other files that look like it, and in how many bits they differ."""
    one_way = (
        "SELECT mine.sha256, theirs.sha256, p.bits FROM evidence mine JOIN photo_pairs p ON p.{mine}_id = mine.id"
        " JOIN evidence theirs ON theirs.id = p.{theirs}_id"
        f" WHERE {sql.among('mine.sha256', '?1')} AND theirs.sha256 NOT IN ('', mine.sha256)"
    )
    both_ways = " UNION ".join(
        one_way.format(mine=mine, theirs=theirs) for mine, theirs in (("piece", "other"), ("other", "piece"))
    )
    alike: dict[str, dict[str, int]] = {}
    for mine, theirs, bits in await sql.tuples(both_ways, sql.listed(sha256s)):
        of_mine = alike.setdefault(mine, {})
        of_mine[theirs] = min(bits, of_mine.get(theirs, bits))
    return alike
