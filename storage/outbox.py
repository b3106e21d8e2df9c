"""What we owe: every message that leaves, with its pace, patience and fate."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from tortoise import fields
from tortoise.indexes import Index, PartialIndex
from tortoise.models import Model

from storage import sql


class OutboxRow(Model):
    """One wire call we owe. Moments are ms since 1970, UTC.

    status: waiting → sending (by `process`) → sent | unknown | failed | expired, since `changed_at`; held: it waits for
    the person to write. `body` is JSON; `key` makes a second one silent.
    """

    id = fields.BigIntField(primary_key=True)
    chat = fields.CharField(max_length=96)
    kind = fields.CharField(max_length=10)
    body = fields.TextField()
    key = fields.CharField(max_length=120, null=True, unique=True)
    card = fields.CharField(max_length=96, null=True)
    fresh = fields.BooleanField(db_default=False)
    must_arrive = fields.BooleanField(db_default=False)
    priority = fields.SmallIntField(db_default=1)
    not_before = fields.BigIntField()
    expires_at = fields.BigIntField(null=True)
    attempts = fields.SmallIntField(db_default=0)
    status = fields.CharField(max_length=8, db_default="waiting")
    provider_id = fields.CharField(max_length=96, null=True)
    error = fields.TextField(null=True)
    changed_at = fields.BigIntField(null=True)
    process = fields.BigIntField(db_default=0)

    class Meta:
        table = "outbox"
        indexes = (
            PartialIndex(fields=("not_before", "id"), name="outbox_waiting", condition={"status": "waiting"}),
            PartialIndex(fields=("priority", "id"), name="outbox_next", condition={"status": "waiting"}),
            PartialIndex(fields=("chat",), name="outbox_sending", condition={"status": "sending"}),
            PartialIndex(fields=("chat", "id"), name="outbox_chat_waiting", condition={"status": "waiting"}),
            PartialIndex(fields=("id",), name="outbox_failed", condition={"status": "failed"}),
            PartialIndex(fields=("id",), name="outbox_unknown", condition={"status": "unknown"}),
            PartialIndex(fields=("chat", "id"), name="outbox_held", condition={"status": "held"}),
            Index(fields=("changed_at",), name="outbox_done"),
        )


@dataclass(frozen=True, slots=True)
class Owed:
    """One row to owe, or owed."""

    id: int
    chat: str
    kind: str
    body: str
    not_before: int
    key: str | None = None
    card: str | None = None
    fresh: bool = False
    must_arrive: bool = False
    priority: int = 1
    expires_at: int | None = None
    attempts: int = 0
    error: str | None = None


_COLUMNS = "id, chat, kind, body, not_before, key, card, fresh, must_arrive, priority, expires_at, attempts, error"


def _owed(row: dict[str, object]) -> Owed:
    return Owed(**{**row, "fresh": bool(row["fresh"]), "must_arrive": bool(row["must_arrive"])})  # type: ignore[arg-type]


async def add(owed: Sequence[Owed]) -> None:
    """Owe rows; one whose `key` was owed before is silent, one whose id another row has raises."""
    await sql.many(
        f"INSERT INTO outbox ({_COLUMNS}, status) VALUES"
        " (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, 'waiting') ON CONFLICT (key) DO NOTHING",
        [
            (
                o.id, o.chat, o.kind, o.body, o.not_before, o.key, o.card, o.fresh, o.must_arrive, o.priority,
                o.expires_at, o.attempts, o.error,
            )
            for o in owed
        ],
    )  # fmt: skip


async def keys_among(keys: Collection[str]) -> set[str]:
    """Return those of `keys` that something was owed with."""
    found = await sql.tuples(f"SELECT key FROM outbox WHERE {sql.among('key', '?1')}", sql.listed(keys))
    return {str(key) for (key,) in found}


@dataclass(frozen=True, slots=True)
class Standing:
    """How far a row is: its status, and in which chat and as what it leaves, or left."""

    status: str
    chat: str
    kind: str


async def standings(ids: Collection[int]) -> dict[int, Standing]:
    """Return how far each row of `ids` is."""
    found = await sql.tuples(
        f"SELECT id, status, chat, kind FROM outbox WHERE {sql.among('id', '?1')}", sql.listed(ids)
    )
    return {int(id_): Standing(status, chat, kind) for id_, status, chat, kind in found}


async def supersede(cards: Iterable[tuple[str, str]]) -> dict[tuple[str, str], list[Owed]]:
    """Drop what still waits for each (chat, card): a newer version of the card is about to be owed.

    Return the rows dropped, of which the newer inherits. One in doubt, which waited for its second try, stays on record
    as unknown.
    """
    pair = sql.among("chat || ' ' || card", "?2")
    dropped = await sql.rows(
        f"DELETE FROM outbox WHERE status = 'waiting' AND card IS NOT NULL AND {sql.among('chat', '?1')}"
        f" AND {pair} RETURNING {_COLUMNS}, changed_at",
        sql.listed({chat for chat, _ in cards}),
        sql.listed(f"{chat} {card}" for chat, card in cards),
    )
    in_doubt = [row for row in dropped if (row["error"] or "").startswith("unknown")]
    await sql.add("outbox", [{**row, "status": "unknown"} for row in in_doubt])
    found: dict[tuple[str, str], list[Owed]] = {}
    for row in dropped:
        kept = {name: value for name, value in row.items() if name != "changed_at"}
        found.setdefault((row["chat"], row["card"]), []).append(_owed(kept))
    return found


async def due(now: int, limit: int, bot: str) -> list[Owed]:
    """Return what may leave through `bot` at `now` (ms), the urgent first, then in order, `limit` at most."""
    found = await sql.rows(
        f"SELECT {_COLUMNS} FROM outbox WHERE status = 'waiting' AND not_before <= ?1 AND chat LIKE ?3"
        " ORDER BY priority, id LIMIT ?2",
        now,
        limit,
        f"{bot}:%",
    )
    return [_owed(row) for row in found]


async def next_due() -> int | None:
    """Return when the next waiting row may leave (ms), None when nothing waits."""
    value = (await sql.rows("SELECT MIN(not_before) AS at FROM outbox WHERE status = 'waiting'"))[0]["at"]
    return None if value is None else int(value)


async def claim(ids: Collection[int], now: int, process: int) -> set[int]:
    """Take rows for sending by `process` at `now` (ms), those whose turn it is; return which.

    It is a row's turn when nobody is sending to its chat and none that could leave comes before it, whichever process
    has that one in hand. A row that `process` is sending already was claimed in a commit that it did not hear of.
    """
    taken = await sql.rows(
        "UPDATE outbox SET status = 'sending', process = ?3, attempts = attempts + 1, changed_at = ?2"
        f" WHERE {sql.among('id', '?1')} AND (status = 'waiting' OR (status = 'sending' AND process = ?3))"
        " AND (kind = 'answer' OR (NOT EXISTS (SELECT 1 FROM outbox o"
        " WHERE o.chat = outbox.chat AND o.status = 'sending' AND o.kind <> 'answer' AND o.id <> outbox.id)"
        " AND NOT EXISTS (SELECT 1 FROM outbox o"
        " WHERE o.chat = outbox.chat AND o.status = 'waiting' AND o.kind <> 'answer' AND o.not_before <= ?2"
        " AND (o.expires_at IS NULL OR o.expires_at > ?2)"
        " AND (o.priority < outbox.priority OR (o.priority = outbox.priority AND o.id < outbox.id)))))"
        " RETURNING id",
        sql.listed(ids),
        now,
        process,
    )
    return {row["id"] for row in taken}


@dataclass(frozen=True, slots=True)
class Fate:
    """What became of a row being sent. `status` "waiting" sends it again, not before `not_before` (ms)."""

    id: int
    status: str
    provider_id: str | None = None
    error: str | None = None
    not_before: int = 0
    forgive: bool = False


async def settle(fates: Iterable[Fate], now: int, process: int) -> None:
    """Record what became of rows in the hands of `process`, and not of those that another one sends meanwhile.

    `forgive` takes the attempt back (the platform only asked us to wait). A delivery that was once unknown stays on
    record, whatever came of the second try.
    """
    await sql.many(
        "UPDATE outbox SET status = ?2, provider_id = COALESCE(?3, provider_id), changed_at = ?5,"
        " error = CASE WHEN error = 'unknown' AND CAST(?4 AS TEXT) <> 'unknown'"
        " THEN 'unknown, then ' || CAST(?4 AS TEXT) ELSE COALESCE(CAST(?4 AS TEXT), error) END,"
        " not_before = CASE WHEN CAST(?6 AS BIGINT) > 0 THEN CAST(?6 AS BIGINT) ELSE not_before END,"
        " attempts = attempts - ?7"
        " WHERE id = ?1 AND (status = 'waiting' OR (status = 'sending' AND process = ?8))",
        [(f.id, f.status, f.provider_id, f.error, now, f.not_before, int(f.forgive), process) for f in fates],
    )


async def has_sent(bot: str, since: int, until: int) -> bool:
    """Say whether a message left through `bot` after `since` and before `until` (ms)."""
    found = await sql.rows(
        "SELECT 1 AS one FROM outbox WHERE changed_at > ?1 AND changed_at < ?2 AND status = 'sent'"
        " AND kind IN ('say', 'pictures') AND chat LIKE ?3 LIMIT 1",
        since,
        until,
        f"{bot}:%",
    )
    return bool(found)


async def senders() -> dict[int, int]:
    """Return since when (ms) each process has been sending its oldest row that is not settled."""
    found = await sql.rows(
        "SELECT process, MIN(changed_at) AS since FROM outbox WHERE status = 'sending' GROUP BY process"
    )
    return {row["process"]: row["since"] for row in found}


async def adopt(processes: Collection[int], before: int, process: int) -> list[Owed]:
    """Put into the hands of `process` what `processes` were sending, or anybody since before `before` (ms)."""
    found = await sql.rows(
        "UPDATE outbox SET process = ?3 WHERE status = 'sending'"
        f" AND (changed_at < ?2 OR {sql.among('process', '?1')}) RETURNING {_COLUMNS}",
        sql.listed(processes),
        before,
        process,
    )
    return sorted((_owed(row) for row in found), key=lambda row: row.id)


async def close_chat(chat: str, now: int) -> None:
    """Nothing reaches `chat`: what waits or is held for it fails. A delivery that was once unknown stays on record."""
    for status in ("waiting", "held"):  # an index each
        await sql.run(
            "UPDATE outbox SET status = 'failed', changed_at = ?2,"
            " error = CASE WHEN error LIKE 'unknown%' THEN 'unknown, then ChatClosed' ELSE 'ChatClosed' END"
            f" WHERE chat = ?1 AND status = '{status}'",
            chat,
            now,
        )


async def forget(person: int, priority: int) -> None:
    """Forget what waits for the chats of `person` with `priority` or a higher number; what is being sent arrives."""
    for status in ("waiting", "held"):  # an index each
        await sql.run(
            f"DELETE FROM outbox WHERE status = '{status}' AND priority >= ?2"
            " AND chat IN (SELECT chat FROM chats WHERE person_id = ?1)",
            person,
            priority,
        )


async def newest_id() -> int:
    """Return the highest id in use, 0 in an empty database."""
    return int((await sql.rows("SELECT COALESCE(MAX(id), 0) AS id FROM outbox"))[0]["id"])
