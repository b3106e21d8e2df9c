"""Messages that wait for the person to write, or for a bot to have messages left."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum

from storage import sql
from storage.outbox import Owed

HELD_FOR: timedelta = timedelta(days=30)
"""What nobody came for in that time is old news: the screens say it all."""


class Why(StrEnum):
    """What keeps a message here."""

    WINDOW = "window"  # the person has not written for too long
    QUOTA = "quota"  # the bot's month is used up, or kept for replies
    CARD = "card"  # a card says something new that elsewhere would change in silence


@dataclass(frozen=True, slots=True)
class Held:
    """A row that is held, and why."""

    row: Owed
    why: Why


_COLUMNS = "id, chat, kind, body, not_before, key, card, fresh, must_arrive, priority, expires_at, attempts"


async def hold(rows: Mapping[int, Why], now: int) -> None:
    """Let rows wait from `now` on (ms). One in doubt, which waited for its second try, stays on record as unknown."""
    await sql.many(
        "UPDATE outbox SET status = CASE WHEN error LIKE 'unknown%' THEN 'unknown' ELSE 'held' END,"
        " error = CASE WHEN error LIKE 'unknown%' THEN error ELSE ?2 END, changed_at = ?3,"
        " expires_at = COALESCE(expires_at, CAST(?4 AS BIGINT)) WHERE id = ?1 AND status = 'waiting'",
        [(id_, str(why), now, now + HELD_FOR // timedelta(milliseconds=1)) for id_, why in rows.items()],
    )


async def hold_rest(rows: Iterable[Owed], why: Why, now: int) -> None:
    """Let what is left of the messages that `rows` begin wait with them."""
    await sql.many(
        "UPDATE outbox SET status = 'held', error = ?3, changed_at = ?4,"
        " expires_at = COALESCE(expires_at, CAST(?5 AS BIGINT)) WHERE chat = ?1 AND status = 'waiting'"
        " AND substr(key, 1, length(?2)) = ?2",
        [
            (row.chat, f"{row.key.rpartition('/')[0]}/", str(why), now, now + HELD_FOR // timedelta(milliseconds=1))
            for row in rows
            if row.key is not None
        ],
    )


async def of_chats(chats: Iterable[str]) -> list[Held]:
    """Return what is held for `chats`, by chat, in order; locked until the transaction ends."""
    lock = "" if sql.is_sqlite() else " FOR UPDATE"
    found = await sql.rows(
        f"SELECT {_COLUMNS}, error AS why FROM outbox WHERE status = 'held' AND {sql.among('chat', '?1')}"
        f" ORDER BY chat, id{lock}",
        sql.listed(chats),
    )
    return [Held(_owed(row), Why(row["why"])) for row in found]


async def count() -> int:
    """Return how many rows are held."""
    return int((await sql.tuples("SELECT COUNT(*) FROM outbox WHERE status = 'held'"))[0][0])


async def waiting_for_quota(bots: Collection[str], most: int) -> list[str]:
    """Return up to `most` chats of `bots` for which something is held until the bot has messages left."""
    chats: list[str] = []
    for bot in bots:  # a statement each: of one that has nothing no row is fetched, and the others end at `most`
        found = await sql.tuples(
            "SELECT DISTINCT chat FROM outbox WHERE status = 'held' AND error = ?1"
            " AND substr(chat, 1, length(?2)) = ?2 ORDER BY chat LIMIT ?3",
            str(Why.QUOTA),
            f"{bot}:",
            most - len(chats),
        )
        chats += [str(chat) for (chat,) in found]
    return chats


async def write(rows: Iterable[Owed]) -> None:
    """Have rows that wait, or are held, leave as `rows` say: another chat, body, kind, card, priority, moment, end."""
    await sql.many(
        "UPDATE outbox SET status = 'waiting', error = NULL, chat = ?2, kind = ?3, body = ?4, card = ?5,"
        " priority = ?6, not_before = ?7, must_arrive = ?8, expires_at = ?9"
        " WHERE id = ?1 AND status IN ('held', 'waiting')",
        [
            (
                row.id, row.chat, row.kind, row.body, row.card, row.priority, row.not_before, row.must_arrive,
                row.expires_at,
            )
            for row in rows
        ],
    )  # fmt: skip


async def settle(fates: Mapping[int, str], now: int) -> None:
    """Record what became of held rows that leave within another: "sent", or "expired" where a newer one says it."""
    await sql.many(
        "UPDATE outbox SET status = ?2, error = 'merged', changed_at = ?3 WHERE id = ?1 AND status = 'held'",
        [(id_, status, now) for id_, status in fates.items()],
    )


async def expire(now: int) -> int:
    """Give up what it is too late for at `now` (ms); return how many."""
    return await sql.run(
        "UPDATE outbox SET status = 'expired', changed_at = ?1 WHERE status = 'held' AND expires_at <= ?1", now
    )


async def forget(ids: Collection[int]) -> None:
    """Drop rows that are held: a newer version of what they say is about to be owed."""
    await sql.run(f"DELETE FROM outbox WHERE status = 'held' AND {sql.among('id', '?1')}", sql.listed(ids))


async def still(rows: Iterable[Owed]) -> list[Owed]:
    """Return those of `rows` that still wait in their chats, locked: another process may have turned or sent others."""
    rows, lock = list(rows), "" if sql.is_sqlite() else " FOR UPDATE"
    found = await sql.tuples(
        f"SELECT id, chat FROM outbox WHERE status = 'waiting' AND {sql.among('id', '?1')} ORDER BY id{lock}",
        sql.listed(row.id for row in rows),
    )
    there = {(id_, chat) for id_, chat in found}
    return [row for row in rows if (row.id, row.chat) in there]


def _owed(row: Mapping[str, object]) -> Owed:
    values = {name: value for name, value in row.items() if name != "why"}
    return Owed(**{**values, "fresh": bool(row["fresh"]), "must_arrive": bool(row["must_arrive"])})  # type: ignore[arg-type]
