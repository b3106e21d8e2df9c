"""Files on their way: claimed by the process that fetches them, settled once, and only by who claimed them last."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from journey.photo_likeness import Look
from storage import evidence, photo_pairs, sql
from storage.evidence import Evidence, EvidenceRow

APART = timedelta(seconds=2)
"""Between files that were in the hands of one process when it died."""


async def claim(now: datetime, lease: timedelta, limit: int, process: int) -> list[Evidence]:
    """Take up to `limit` files to be fetched by `process`, the first come first; a claim is forgotten after `lease`.

    Two who claim at the same moment never get the same file. One that is still in this process's hands had no answer
    to its last try, which therefore does not count.
    """
    due = await sql.rows(
        "SELECT id, not_before FROM evidence"
        " WHERE state = 'arrived' AND removed_at IS NULL AND not_before <= ?1"
        " ORDER BY not_before, id LIMIT ?2",
        sql.ms(now),
        limit,
    )
    mine = [
        row["id"]
        for row in due
        if await sql.run(
            "UPDATE evidence SET attempts = attempts + CASE WHEN process = ?4 THEN 0 ELSE 1 END,"
            " not_before = ?3, process = ?4 WHERE id = ?1 AND not_before = ?2 AND state = 'arrived'",
            row["id"],
            row["not_before"],
            sql.ms(now + lease),
            process,
        )
    ]
    return await evidence.get_all(mine)


async def holders() -> set[int]:
    """Return the processes that have files in hand."""
    found = await sql.rows("SELECT DISTINCT process FROM evidence WHERE state = 'arrived' AND process IS NOT NULL")
    return {row["process"] for row in found}


async def release(processes: Collection[int], now: datetime, pauses: Sequence[timedelta]) -> int:
    """Forget the claims of `processes`, which are dead; return how many files.

    A file may be why its process died: the try counts, the first file may be fetched again at once, and after a try
    that was not the file's first all the longer: `pauses`, in order. They come one after the other, so that one of
    them that takes the product down again does not take the others with it each time.
    """
    left = await sql.rows(
        "SELECT id, attempts, process FROM evidence"
        f" WHERE state = 'arrived' AND {sql.among('process', '?1')} ORDER BY id",
        sql.listed(processes),
    )
    count = 0
    for place, row in enumerate(left):
        pause = pauses[min(row["attempts"] - 2, len(pauses) - 1)] if row["attempts"] > 1 else timedelta(0)
        count += await sql.run(
            "UPDATE evidence SET process = NULL, not_before = ?3 WHERE id = ?1 AND process = ?2 AND state = 'arrived'",
            row["id"],
            row["process"],
            sql.ms(now + pause + place * APART),
        )
    return count


@dataclass(frozen=True, slots=True)
class Checked:
    """What the check of the bytes found; `sha256` is of the original, `extracted` what a document says (NFC).

    `unread`: why a document's text is not there (papers.essay_text.Unread).
    """

    kind: str
    sha256: str
    file: str
    size: int
    mime: str
    thumbnail: str = ""
    width: int | None = None
    height: int | None = None
    taken_at: str = ""
    dhash: str = ""
    looks: Mapping[int, Look] = field(default_factory=dict)
    extracted: str | None = None
    unread: str = ""


async def store(claimed: Evidence, checked: Checked, alike: Mapping[int, int]) -> bool:
    """Settle a claimed file as stored, with the pictures it is like (`photo_pairs.search`).

    False when the claim was lost.
    """
    is_mine = await _settle(
        claimed,
        state="stored",
        kind=checked.kind,
        sha256=checked.sha256,
        file=checked.file,
        size=checked.size,
        mime=checked.mime,
        thumbnail=checked.thumbnail,
        width=checked.width,
        height=checked.height,
        taken_at=checked.taken_at,
        dhash=checked.dhash,
        extracted=checked.extracted,
        unread=checked.unread,
    )
    if is_mine:
        await photo_pairs.keep(claimed.id, alike)
        await sql.run("UPDATE evidence SET extracted = NULL WHERE id = ?1 AND removed_at IS NOT NULL", claimed.id)
    return is_mine


async def refuse(claimed: Evidence, refusal: str, unread: str = "") -> bool:
    """Settle a claimed file as refused for the fact named `refusal`; False when the claim was lost.

    `unread` (papers.essay_text.Unread) says of a document more exactly what to do instead; "" of a picture.
    """
    return await _settle(claimed, state="refused", refusal=refusal[:48], unread=unread)


async def lose(claimed: Evidence) -> bool:
    """Settle a claimed file as out of reach; False when the claim was lost."""
    return await _settle(claimed, state="lost", refusal="FileGone")


async def postpone(claimed: Evidence, until: datetime) -> bool:
    """Try a claimed file again at `until` (UTC); False when the claim was lost."""
    return await _settle(claimed, not_before=sql.ms(until), process=None)


async def _settle(claimed: Evidence, **changes: object) -> bool:
    mine = {"attempts": claimed.attempts, "process": claimed.process}
    return bool(await EvidenceRow.filter(id=claimed.id, state="arrived", **mine).update(**changes))
