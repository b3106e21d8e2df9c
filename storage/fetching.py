"""Files on their way: claimed by who fetches them, settled once.

A row is claimed by its number of attempts, and only who claimed it last can settle it.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from storage import evidence, sql
from storage.evidence import Evidence, EvidenceRow


async def claim(now: datetime, lease: timedelta, limit: int) -> list[Evidence]:
    """Take up to `limit` files to fetch, the first come first; a claim is forgotten after `lease`.

    Two who claim at the same moment never get the same file.
    """
    due = await sql.rows(
        "SELECT id, attempts FROM evidence"
        " WHERE state = 'arrived' AND removed_at IS NULL AND not_before <= ?1"
        " ORDER BY not_before, id LIMIT ?2",
        sql.ms(now),
        limit,
    )
    mine = [
        row["id"]
        for row in due
        if await sql.run(
            "UPDATE evidence SET attempts = attempts + 1, not_before = ?3"
            " WHERE id = ?1 AND attempts = ?2 AND state = 'arrived'",
            row["id"],
            row["attempts"],
            sql.ms(now + lease),
        )
    ]
    return await evidence.get_all(mine)


async def release() -> None:
    """Forget all claims. For SQLite at start, where no other process can hold one."""
    await sql.run("UPDATE evidence SET not_before = 0 WHERE state = 'arrived'")


@dataclass(frozen=True, slots=True)
class Checked:
    """What the check of the bytes found; `sha256` is of the original."""

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


async def store(claimed: Evidence, checked: Checked) -> bool:
    """Settle a claimed file as stored; False when the claim was lost."""
    return await _settle(
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
    )


async def refuse(claimed: Evidence, refusal: str) -> bool:
    """Settle a claimed file as refused for the fact named `refusal`; False when the claim was lost."""
    return await _settle(claimed, state="refused", refusal=refusal[:48])


async def lose(claimed: Evidence) -> bool:
    """Settle a claimed file as out of reach; False when the claim was lost."""
    return await _settle(claimed, state="lost", refusal="FileGone")


async def postpone(claimed: Evidence, until: datetime) -> bool:
    """Try a claimed file again at `until` (UTC); False when the claim was lost."""
    return await _settle(claimed, not_before=sql.ms(until))


async def _settle(claimed: Evidence, **changes: object) -> bool:
    return bool(await EvidenceRow.filter(id=claimed.id, state="arrived", attempts=claimed.attempts).update(**changes))
