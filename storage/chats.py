"""Who sits behind each chat, in which language, and whether we reach them."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime

from tortoise import fields
from tortoise.indexes import Index
from tortoise.models import Model

from storage import sql, stopping
from storage.people import PersonRow


class ChatRow(Model):
    """One chat we know.

    Its first part is the channel (one bot): "telegram:42". `heard_at` (ms since 1970, UTC) is when the person last
    wrote, kept where the channel counts from then; `is_preferred` marks the one of several chats a person wants to be
    written to in.
    """

    chat = fields.CharField(max_length=96, primary_key=True)
    person: fields.ForeignKeyNullableRelation[PersonRow] = fields.ForeignKeyField(
        "models.PersonRow", related_name="chats", null=True, on_delete=fields.SET_NULL
    )
    person_id: int | None
    language = fields.CharField(max_length=5, db_default="vi")
    reachable = fields.BooleanField(db_default=True)
    linked_at = fields.DatetimeField(null=True)
    heard_at = fields.BigIntField(null=True)
    is_preferred = fields.BooleanField(db_default=False)

    class Meta:
        table = "chats"
        indexes = (
            Index(fields=("person_id",), name="chats_person"),
            Index(fields=("linked_at",), name="chats_linked"),
        )


@dataclass(frozen=True, slots=True)
class Chat:
    """A chat and who sits behind it."""

    chat: str
    person: int | None
    language: str
    reachable: bool


@dataclass(frozen=True, slots=True)
class Linked:
    """One of a person's chats; `linked_at` is UTC."""

    chat: str
    linked_at: datetime | None
    reachable: bool
    is_preferred: bool

    @property
    def channel(self) -> str:
        """Return the channel, whichever of its bots: "zalo"."""
        return channel_of(self.chat)


def channel_of(chat: str) -> str:
    """Return the channel of `chat`, whichever of its bots: "zalo" of "zalo.b:4711"."""
    return chat.partition(":")[0].partition(".")[0]


async def load(chats: Collection[str]) -> dict[str, Chat]:
    """Return the chats we know among `chats`."""
    found = await sql.rows(
        f"SELECT chat, person_id, language, reachable FROM chats WHERE {sql.among('chat', '?1')}",
        sql.listed(chats),
    )
    return {row["chat"]: _chat(row) for row in found}


async def of_people(people: Collection[int]) -> dict[int, list[Chat]]:
    """Return the reachable chats of each person, the longest linked first."""
    if not people:
        return {}
    found = await sql.rows(
        "SELECT chat, person_id, language, reachable FROM chats"
        f" WHERE {sql.among('person_id', '?1')} AND reachable ORDER BY linked_at, chat",
        sql.listed(people),
    )
    result: dict[int, list[Chat]] = {}
    for row in found:
        result.setdefault(row["person_id"], []).append(_chat(row))
    return result


async def of_person(person: int) -> list[Linked]:
    """Return every chat of `person`, reachable or not, the longest linked first."""
    rows = await ChatRow.filter(person_id=person).order_by("linked_at", "chat")
    return [Linked(row.chat, row.linked_at, row.reachable, row.is_preferred) for row in rows]


async def joined(people: Collection[int]) -> set[int]:
    """Return those of `people` who sit behind any chat, reachable or not."""
    found = await sql.tuples(
        f"SELECT DISTINCT person_id FROM chats WHERE {sql.among('person_id', '?1')}", sql.listed(people)
    )
    return {int(person) for (person,) in found}


async def is_anywhere(person: int) -> bool:
    """Say whether `person` sits behind any chat, reachable or not: who withdrew the consent does not."""
    return bool(await sql.rows("SELECT 1 AS found FROM chats WHERE person_id = ?1 LIMIT 1", person))


def _chat(row: dict[str, object]) -> Chat:
    return Chat(str(row["chat"]), row["person_id"], str(row["language"]), bool(row["reachable"]))  # type: ignore[arg-type]


async def link(chat: str, person: int, language: str, now: datetime) -> None:
    """From now on `person` sits behind `chat`."""
    await ChatRow.update_or_create(
        defaults={
            "person_id": person,
            "language": language,
            "reachable": True,
            "linked_at": now,
            "is_preferred": False,
        },
        chat=chat,
    )


async def unlink_others(chat: str, person: int) -> list[str]:
    """Take the other chats of `person` on this channel from them: a new phone replaces the old one. Return which."""
    return await _unlink(person, [each for each in await _on(person, channel_of(chat)) if each != chat])


async def unlink(person: int, channel: str) -> list[str]:
    """Take the chat of `person` on `channel` from them; return which, none when somebody was faster."""
    return await _unlink(person, await _on(person, channel))


async def unlink_person(person: int) -> list[str]:
    """Take every chat of `person` from them; return which."""
    return await _unlink(person, [each.chat for each in await of_person(person)])


async def _on(person: int, channel: str) -> list[str]:
    return [each.chat for each in await of_person(person) if each.channel == channel]


async def _unlink(person: int, those: list[str]) -> list[str]:
    """Take `those` from `person`; nothing waits for them any more."""
    found = await sql.rows(
        "UPDATE chats SET person_id = NULL, is_preferred = FALSE"
        f" WHERE person_id = ?1 AND {sql.among('chat', '?2')} RETURNING chat",
        person,
        sql.listed(those),
    )
    gone = sorted(row["chat"] for row in found)
    await stopping.stop(gone)
    return gone


async def prefer(person: int, channel: str) -> bool:
    """Write to `person` on `channel` from now on; False where they have no chat."""
    those = await _on(person, channel)
    if those:
        mine = sql.among("chat", "?2")
        await sql.run(f"UPDATE chats SET is_preferred = ({mine}) WHERE person_id = ?1", person, sql.listed(those[:1]))
    return bool(those)


async def set_reachable(chat: str, reachable: bool) -> None:
    """Remember whether messages reach `chat`."""
    await ChatRow.filter(chat=chat).update(reachable=reachable)


async def set_language(chat: str, language: str) -> None:
    """Speak `language` in `chat`."""
    await ChatRow.filter(chat=chat).update(language=language)


async def heard(moments: Mapping[str, int]) -> None:
    """Remember when (ms) whoever sits behind each chat wrote."""
    await sql.many(
        "UPDATE chats SET heard_at = ?2 WHERE chat = ?1 AND (heard_at IS NULL OR heard_at < ?2)",
        sorted(moments.items()),
    )


async def heard_at(chats: Collection[str]) -> dict[str, datetime]:
    """Return when (UTC) whoever sits behind each of `chats` last wrote, where that is kept."""
    found = await sql.tuples(
        f"SELECT chat, heard_at FROM chats WHERE heard_at IS NOT NULL AND {sql.among('chat', '?1')}", sql.listed(chats)
    )
    return {str(chat): sql.moment(at) for chat, at in found}


async def shut(calls: Mapping[str, int]) -> None:
    """The platform let nothing through to each chat, in a call begun then (ms), unless its person wrote since."""
    await sql.many(
        "UPDATE chats SET heard_at = 0 WHERE chat = ?1 AND (heard_at IS NULL OR heard_at <= ?2)", sorted(calls.items())
    )


async def people_behind(bot: str, *, besides: int = 0) -> int:
    """Return how many people sit behind chats of `bot`, the person `besides` not among them."""
    found = await sql.tuples(
        "SELECT COUNT(DISTINCT person_id) FROM chats WHERE chat LIKE ?1 AND person_id <> ?2", f"{bot}:%", besides
    )
    return int(found[0][0])


async def move(old: str, new: str) -> None:
    """The platform renamed a chat: carry everything that names it, over what the new name may have gathered already.

    What is a record of its moment (consents, the audit trail) goes on naming the old one.
    """
    for table in ("chats", "conversations"):
        await sql.run(
            f"DELETE FROM {table} WHERE chat = ?2 AND EXISTS (SELECT 1 FROM {table} WHERE chat = ?1)", old, new
        )
    await sql.run("DELETE FROM cards WHERE chat = ?2 AND card IN (SELECT card FROM cards WHERE chat = ?1)", old, new)
    await sql.run("UPDATE cards SET id = CAST(?2 AS TEXT) || ' ' || card WHERE chat = ?1", old, new)
    for table in ("chats", "conversations", "outbox", "inbox", "cards", "evidence", "menus"):
        await sql.run(f"UPDATE {table} SET chat = ?2 WHERE chat = ?1", old, new)
    await sql.run("UPDATE link_codes SET made_in = ?2 WHERE made_in = ?1", old, new)
