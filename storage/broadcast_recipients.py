"""What becomes of an officer's text for each of those it is for: waiting, in the outbox, read, missed and why."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from storage import consents, sql
from storage.broadcasts import Missed, RecipientRow


async def waiting(id_: int, most: int) -> list[tuple[int, int]]:
    """Return (person, tries) of up to `most` people to whom it has not been laid out yet."""
    rows = await sql.tuples(
        "SELECT recipient_id, tries FROM broadcast_recipients WHERE broadcast_id = ?1 AND state = 'waiting'"
        " ORDER BY id LIMIT ?2",
        id_,
        most,
    )
    return [(int(person), int(tries)) for person, tries in rows]


async def queued(id_: int, people: Collection[int]) -> None:
    """Note that the outbox has it for these people; the key of the row is `key_of` with the tries before."""
    await sql.run(
        "UPDATE broadcast_recipients SET state = 'queued', tries = tries + 1"
        f" WHERE broadcast_id = ?1 AND state = 'waiting' AND {sql.among('recipient_id', '?2')}",
        id_,
        sql.listed(people),
    )


async def miss(id_: int, people: Collection[int], why: Missed, *, state: str = "waiting") -> None:
    """Note that these people, who are in `state`, do not get it."""
    await sql.run(
        "UPDATE broadcast_recipients SET state = 'missed', why = ?3"
        f" WHERE broadcast_id = ?1 AND state = ?4 AND {sql.among('recipient_id', '?2')}",
        id_,
        sql.listed(people),
        str(why),
        state,
    )


async def in_hand(id_: int) -> int:
    """Return how many rows of it the outbox has and has not settled."""
    rows = await sql.tuples(
        "SELECT count(*) FROM broadcast_recipients WHERE broadcast_id = ?1 AND state = 'queued'", id_
    )
    return int(rows[0][0])


def key_of(broadcast: int, person: int, tries: int) -> str:
    """Return the key of what is owed to one person."""
    return f"broadcast:{broadcast}:{person}:{tries}"


_ROW = "'broadcast:' || b.broadcast_id || ':' || b.recipient_id || ':' || (b.tries - 1) || '/0'"
"""The key of the outbox row of a queued recipient `b`, as `key_of` and bot/wire.py make it."""


async def settle(id_: int, most: int) -> int:
    """Note what became of up to `most` rows that the outbox has settled; return how many.

    What is held until its person writes is on its way; what expired because the hours ended waits again, unless it was
    stopped: then that is why, but for what may have arrived before. A row that is not there was taken back when the
    consent was withdrawn, or never laid out: nobody could say it.
    """
    rows = await sql.tuples(
        "SELECT b.recipient_id, CASE WHEN o.status = 'expired' AND a.state = 'stopping' THEN 'stopped'"
        " ELSE COALESCE(o.status, 'gone') END, COALESCE(o.error, '')"
        " FROM broadcast_recipients b JOIN broadcasts a ON a.id = b.broadcast_id"
        f" LEFT JOIN outbox o ON o.key = {_ROW} WHERE b.broadcast_id = ?1 AND b.state = 'queued'"
        " AND (o.id IS NULL OR o.status NOT IN ('waiting', 'sending', 'held')) ORDER BY b.id LIMIT ?2",
        id_,
        most,
    )
    withdrawn = await consents.withdrawn([int(person) for person, status, _ in rows if status == "gone"])
    fates: dict[tuple[str, str], list[int]] = {}
    for person, status, error in rows:
        fate = ("missed", str(Missed.WITHDRAWN)) if person in withdrawn else _fate(str(status), str(error))
        fates.setdefault(fate, []).append(int(person))
    for (state, why), people in fates.items():
        await sql.run(
            "UPDATE broadcast_recipients SET state = ?3, why = ?4"
            f" WHERE broadcast_id = ?1 AND state = 'queued' AND {sql.among('recipient_id', '?2')}",
            id_,
            sql.listed(people),
            state,
            why,
        )
    return len(rows)


def _fate(status: str, error: str) -> tuple[str, str]:
    match status:
        case "sent":
            return "sent", ""
        case "expired":
            return "waiting", ""
        case "stopped":
            return "missed", Missed.UNCLEAR if error.startswith("unknown") else Missed.STOPPED
        case "unknown":
            return "missed", Missed.UNCLEAR
        case _:
            return "missed", Missed.BLOCKED if error.endswith("ChatClosed") else Missed.FAILED


async def take_back(id_: int) -> int:
    """Take what has not left out of the outbox, and address nobody else; return how many do not get it.

    What may have arrived once already stays where it is.
    """
    taken = await sql.rows(
        "DELETE FROM outbox WHERE (status = 'held' OR (status = 'waiting' AND error IS NULL)) AND key IN"
        f" (SELECT {_ROW} FROM broadcast_recipients b WHERE b.broadcast_id = ?1 AND b.state = 'queued') RETURNING key",
        id_,
    )
    people = [int(row["key"].split(":")[2]) for row in taken]
    await miss(id_, people, Missed.STOPPED, state="queued")
    rest = await sql.run(
        "UPDATE broadcast_recipients SET state = 'missed', why = ?2 WHERE broadcast_id = ?1 AND state = 'waiting'",
        id_,
        str(Missed.STOPPED),
    )
    return len(people) + rest


_CLOSED = (Missed.WINDOW, Missed.QUOTA)
"""Reasons that being in a chat does not end."""


@dataclass(frozen=True, slots=True)
class Unreached:
    """Somebody who did not get it; `channel` is one on which a message would reach them now, "" without one."""

    name: str
    place: str
    why: Missed
    channel: str


async def unreached(id_: int, *, first: int, most: int) -> Sequence[Unreached]:
    """Return up to `most` of those who did not get it, from the place `first` on, by reason and Vietnamese name."""
    rows = await sql.tuples(
        "SELECT p.id, p.full_name, COALESCE(g.name, u.name, ''), b.why FROM broadcast_recipients b"
        " JOIN people p ON p.id = b.recipient_id LEFT JOIN units u ON u.id = p.unit_id"
        " LEFT JOIN \"groups\" g ON g.id = p.group_id WHERE b.broadcast_id = ?1 AND b.state = 'missed'"
        " ORDER BY b.why, p.sort_key, p.id LIMIT ?2 OFFSET ?3",
        id_,
        most,
        first,
    )
    there: dict[int, str] = {}
    for person, chat in await sql.tuples(
        f"SELECT person_id, chat FROM chats WHERE reachable AND {sql.among('person_id', '?1')} ORDER BY chat",
        sql.listed(int(row[0]) for row in rows),
    ):
        there[int(person)] = str(chat).partition(":")[0].partition(".")[0]
    return [
        Unreached(str(name), str(place), Missed(why), "" if why in _CLOSED else there.get(int(person), ""))
        for person, name, place, why in rows
    ]


async def count_of(person: int) -> int:
    """Return how many announcements were for `person`."""
    return int(await RecipientRow.filter(recipient_id=person).count())
