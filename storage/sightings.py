"""What a process sees that no other table tells: a bot refused by its platform, a disk nearly full."""

from dataclasses import dataclass
from datetime import datetime

from tortoise import fields
from tortoise.models import Model

from storage import sql


class SightingRow(Model):
    """One trouble of one thing, while somebody goes on seeing it.

    `seen_at` is when last, ms since 1970, UTC: nobody has to say that it is over.
    """

    id = fields.CharField(max_length=160, primary_key=True)
    what = fields.CharField(max_length=32)
    subject = fields.CharField(max_length=96)
    seen_at = fields.BigIntField()

    class Meta:
        table = "sightings"


@dataclass(frozen=True, slots=True)
class Sighting:
    """`what` is wrong ("bot-refused", "disk-low", "job-failing") with what (a bot, a machine, a job)."""

    what: str
    subject: str


async def note(sighting: Sighting, now: datetime) -> None:
    """Remember that this was so at `now` (UTC); a later moment keeps what nobody will see again until then."""
    await sql.many(
        "INSERT INTO sightings (id, what, subject, seen_at) VALUES (?1, ?2, ?3, ?4)"
        " ON CONFLICT (id) DO UPDATE SET seen_at = excluded.seen_at",
        [(_id(sighting), sighting.what, sighting.subject[:96], sql.ms(now))],
    )


async def forget(sighting: Sighting) -> None:
    """It is over, and somebody says so."""
    await sql.run("DELETE FROM sightings WHERE id = ?1", _id(sighting))


async def since(moment: datetime) -> list[Sighting]:
    """Return what was seen at `moment` (UTC) or later, by name."""
    found = await sql.rows("SELECT what, subject FROM sightings WHERE seen_at >= ?1 ORDER BY id", sql.ms(moment))
    return [Sighting(row["what"], row["subject"]) for row in found]


def _id(sighting: Sighting) -> str:
    return f"{sighting.what} {sighting.subject[:96]}"
