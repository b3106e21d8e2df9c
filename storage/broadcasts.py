"""What officers write to many: each text with those it is for, and what became of it for everyone of them."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from tortoise import fields
from tortoise.indexes import Index
from tortoise.models import Model

from journey.people import Role
from journey.segments import Segment, Who, read
from storage import segments, sql
from storage.people import PersonRow
from storage.prepared import Prepared
from storage.programmes import SeasonRow
from storage.segments import Count, Found


class BroadcastRow(Model):
    """One text of an officer to a segment.

    `segment` is a journey.segments.Segment as text, `role` and `place` are the post by which it is written, `chat` is
    where it was written, `shown` what its card says. `again_of` is the broadcast whose unreached it is for.

    state: draft → running → done, or running → stopping → stopped. Moments are in UTC.
    """

    id = fields.IntField(primary_key=True)
    author: fields.ForeignKeyRelation[PersonRow] = fields.ForeignKeyField(
        "models.PersonRow", related_name="broadcasts", on_delete=fields.CASCADE
    )
    author_id: int
    chat = fields.CharField(max_length=96)
    season: fields.ForeignKeyNullableRelation[SeasonRow] = fields.ForeignKeyField(
        "models.SeasonRow", related_name="broadcasts", null=True, on_delete=fields.RESTRICT
    )
    season_id: int | None
    again_of: fields.ForeignKeyNullableRelation["BroadcastRow"] = fields.ForeignKeyField(
        "models.BroadcastRow", related_name="again", null=True, on_delete=fields.SET_NULL
    )
    again_of_id: int | None
    segment = fields.CharField(max_length=48)
    text = fields.TextField()
    role = fields.CharField(max_length=24)
    place = fields.CharField(max_length=255)
    state = fields.CharField(max_length=8, db_default="draft")
    shown = fields.CharField(max_length=48, db_default="")
    made_at = fields.DatetimeField()
    confirmed_at = fields.DatetimeField(null=True)
    ended_at = fields.DatetimeField(null=True)

    class Meta:
        table = "broadcasts"
        indexes = (
            Index(fields=("author_id", "confirmed_at"), name="broadcasts_author"),
            Index(fields=("state",), name="broadcasts_state"),
        )


class RecipientRow(Model):
    """One person a broadcast is for.

    state: waiting → queued (the outbox has it) → sent | missed, for the reason `why` (a Missed). `tries` counts how
    often it was laid into the outbox.
    """

    id = fields.IntField(primary_key=True)
    broadcast: fields.ForeignKeyRelation[BroadcastRow] = fields.ForeignKeyField(
        "models.BroadcastRow", related_name="recipients", on_delete=fields.CASCADE
    )
    broadcast_id: int
    recipient: fields.ForeignKeyRelation[PersonRow] = fields.ForeignKeyField(
        "models.PersonRow", related_name="broadcasts_received", on_delete=fields.CASCADE
    )
    recipient_id: int
    state = fields.CharField(max_length=8, db_default="waiting")
    why = fields.CharField(max_length=12, db_default="")
    tries = fields.SmallIntField(db_default=0)

    class Meta:
        table = "broadcast_recipients"
        unique_together = (("broadcast_id", "recipient_id"),)
        indexes = (Index(fields=("broadcast_id", "state"), name="broadcast_recipients_state"),)


class Missed(StrEnum):
    """Why somebody did not get it."""

    NOT_JOINED = "not-joined"
    BLOCKED = "blocked"
    WITHDRAWN = "withdrawn"  # the consent
    GONE = "gone"  # not in the segment any more when it left
    FAILED = "failed"
    UNCLEAR = "unclear"  # the platform did not say
    STOPPED = "stopped"
    LATE = "late"
    WINDOW = "window"  # has not written for longer than the platform allows
    QUOTA = "quota"  # the bot's month is used up


@dataclass(frozen=True, slots=True)
class Broadcast:
    """One broadcast; the fields are those of BroadcastRow."""

    id: int
    author: int
    chat: str
    again_of: int | None
    segment: Segment
    text: str
    role: Role
    place: str
    state: str
    shown: str
    made_at: datetime
    confirmed_at: datetime | None


def _segment(raw: str) -> Segment:
    found = read(raw)
    assert found is not None  # it was written by str(segment)
    return found


_broadcasts = Prepared(BroadcastRow, Broadcast, segment=_segment, role=Role)


@dataclass(frozen=True, slots=True)
class Tally:
    """Of how many people it is how far; `missed` by reason."""

    people: int
    sent: int
    missed: dict[Missed, int]

    @property
    def left(self) -> int:
        """How many are still to get it."""
        return self.people - self.sent - sum(self.missed.values())


async def draft(
    segment: Segment,
    text: str,
    *,
    author: int,
    chat: str,
    season: int | None,
    again_of: int | None,
    role: Role,
    place: str,
    now: datetime,
) -> int:
    """Keep a text that is not confirmed yet in the place of the author's last one; return its id."""
    await BroadcastRow.filter(author_id=author, state="draft").delete()
    row = await BroadcastRow.create(
        segment=str(segment),
        text=text,
        author_id=author,
        chat=chat,
        season_id=season,
        again_of_id=again_of,
        role=str(role),
        place=place,
        made_at=now,
    )
    return row.id


async def discard(id_: int, author: int) -> bool:
    """Forget a text that was not confirmed; False when it was, or is gone."""
    return bool(await BroadcastRow.filter(id=id_, author_id=author, state="draft").delete())


async def of_author(id_: int, author: int) -> Broadcast | None:
    """Return one broadcast of `author`, None for somebody else's."""
    return await _broadcasts.first("WHERE id = ?1 AND author_id = ?2", id_, author)


async def leaving(author: int) -> Broadcast | None:
    """Return the broadcast of `author` that is not wholly in the outbox yet; messages to one person aside."""
    return await _broadcasts.first(
        "WHERE author_id = ?1 AND state = 'running' AND segment NOT LIKE ?2 AND EXISTS (SELECT 1 FROM"
        " broadcast_recipients b WHERE b.broadcast_id = broadcasts.id AND b.state = 'waiting') ORDER BY id",
        author,
        f"{Who.ONE}:%",
    )


async def last(author: int) -> Broadcast | None:
    """Return what `author` confirmed last; messages to one person aside."""
    return await _broadcasts.first(
        "WHERE author_id = ?1 AND state <> 'draft' AND segment NOT LIKE ?2 ORDER BY confirmed_at DESC, id DESC",
        author,
        f"{Who.ONE}:%",
    )


async def sent_since(author: int, since: datetime, *, to_one: bool) -> int:
    """Return how many `author` confirmed from `since` (UTC) on: messages to one person, or all others."""
    ((found,),) = await sql.tuples(
        "SELECT count(*) FROM broadcasts WHERE author_id = ?1 AND confirmed_at >= ?2"
        f" AND segment {'LIKE' if to_one else 'NOT LIKE'} ?3",
        author,
        sql.at(since),
        f"{Who.ONE}:%",
    )
    return int(found)


async def active() -> list[Broadcast]:
    """Return what is leaving or being stopped, the first confirmed first."""
    return await _broadcasts.all("WHERE state IN ('running', 'stopping') ORDER BY confirmed_at, id")


async def change(id_: int, before: str, after: str, now: datetime) -> bool:
    """Take a broadcast from one state to another at `now` (UTC); False when it was not in it (any more)."""
    column = "confirmed_at" if after == "running" else "ended_at"
    return bool(
        await sql.run(
            f"UPDATE broadcasts SET state = ?3, {column} = ?4 WHERE id = ?1 AND state = ?2",
            id_,
            before,
            after,
            sql.at(now),
        )
    )


async def hold(id_: int) -> bool:
    """Take what is running until this transaction ends; False when it is running no more."""
    return bool(await sql.run("UPDATE broadcasts SET state = state WHERE id = ?1 AND state = 'running'", id_))


async def count(broadcast: Broadcast, local: datetime) -> Count:
    """Return how many people it is for at `local` (in the product's zone), and how many of them a message reaches."""
    return await segments.count_of(await _for(broadcast, local))


async def address(broadcast: Broadcast, local: datetime) -> int:
    """Note whom it is for at `local` (in the product's zone); return how many."""
    found = await _for(broadcast, local)
    await sql.run(
        "INSERT INTO broadcast_recipients (broadcast_id, recipient_id)"
        f" SELECT CAST(?{len(found.values) + 1} AS INTEGER), p.id {found.where} ORDER BY p.id",
        *found.values,
        broadcast.id,
    )
    return (await tally(broadcast.id)).people


async def _for(broadcast: Broadcast, local: datetime) -> Found:
    """Return the segment without the author; of one that is sent again, those who missed it."""
    found = (await segments.condition(broadcast.segment, local)).only("p.id <> {0}", broadcast.author)
    return found if broadcast.again_of is None else found.only(_MISSED_IT, broadcast.again_of)


_MISSED_IT = (
    "EXISTS (SELECT 1 FROM broadcast_recipients b WHERE b.recipient_id = p.id AND b.state = 'missed'"
    " AND b.broadcast_id = {0}) AND NOT EXISTS (SELECT 1 FROM broadcast_recipients b JOIN broadcasts a"
    " ON a.id = b.broadcast_id WHERE a.again_of_id = {0} AND b.recipient_id = p.id AND b.state <> 'missed')"
)
"""Who missed one, and neither got nor gets it from another that was sent for it."""


async def tally(id_: int) -> Tally:
    """Return how far a broadcast is."""
    rows = await sql.tuples(
        "SELECT state, why, count(*) FROM broadcast_recipients WHERE broadcast_id = ?1 GROUP BY state, why", id_
    )
    missed = {Missed(why): int(number) for state, why, number in rows if state == "missed"}
    sent = sum(int(number) for state, _, number in rows if state == "sent")
    return Tally(sum(int(number) for *_, number in rows), sent, missed)


async def show(id_: int, shown: str) -> None:
    """Note what its card says from now on."""
    await sql.run("UPDATE broadcasts SET shown = ?2 WHERE id = ?1", id_, shown)
