"""How much each bot has said and heard in a month, where its platform counts."""

from collections.abc import Collection, Mapping
from datetime import datetime

from tortoise import fields
from tortoise.models import Model

from journey.allowance import Month
from storage import sql


class MeteredRow(Model):
    """One bot's month.

    `id` is "<bot> <year>-<month>", the month of the product's time zone. `said` and `heard` count messages;
    `spent_until` (ms since 1970, UTC) is set where the platform itself refused for the quota.
    """

    id = fields.CharField(max_length=40, primary_key=True)
    bot = fields.CharField(max_length=32)
    said = fields.IntField(db_default=0)
    heard = fields.IntField(db_default=0)
    spent_until = fields.BigIntField(null=True)

    class Meta:
        table = "metered"


async def count(counts: Mapping[tuple[str, str], tuple[int, int]]) -> None:
    """Add (said, heard) to the month of each (bot, "2027-01"); less where a call certainly did not leave."""
    await sql.many(
        "INSERT INTO metered (id, bot, said, heard) VALUES (?1, ?2, ?3, ?4) ON CONFLICT (id) DO UPDATE"
        " SET said = metered.said + excluded.said, heard = metered.heard + excluded.heard",
        [(f"{bot} {of}", bot, said, heard) for (bot, of), (said, heard) in sorted(counts.items())],
    )


async def spend(bot: str, of: str, until: datetime) -> None:
    """The platform lets `bot` say nothing more until then (UTC)."""
    await count({(bot, of): (0, 0)})
    await sql.run("UPDATE metered SET spent_until = ?2 WHERE id = ?1", f"{bot} {of}", sql.ms(until))


async def months(bots: Collection[str], of: str) -> dict[str, Month]:
    """Return what each of `bots` said and heard in the month `of` ("2027-01")."""
    found = await sql.tuples(
        f"SELECT bot, said, heard, spent_until FROM metered WHERE {sql.among('id', '?1')}",
        sql.listed(f"{bot} {of}" for bot in bots),
    )
    known = {bot: Month(said, heard, sql.moment(spent) if spent else None) for bot, said, heard, spent in found}
    return {bot: known.get(bot, Month()) for bot in bots}


async def month(bot: str, of: str) -> Month:
    """Return what `bot` said and heard in the month `of` ("2027-01")."""
    return (await months([bot], of))[bot]


async def hold(bot: str, of: str) -> None:
    """Let whoever counts the people of `bot` come after one another."""
    await count({(bot, of): (0, 0)})
