"""Which message of a chat carries a card now, so that saying it again edits it in place."""

from collections.abc import Collection, Iterable

from tortoise import fields
from tortoise.indexes import Index
from tortoise.models import Model

from storage import sql


class CardRow(Model):
    """`provider_id` is the channel's id of the message.

    `id` is "<chat> <card>".
    """

    id = fields.CharField(max_length=200, primary_key=True)
    chat = fields.CharField(max_length=96)
    card = fields.CharField(max_length=96)
    provider_id = fields.CharField(max_length=96)

    class Meta:
        table = "cards"
        indexes = (Index(fields=("card",), name="cards_card"),)


async def shown(pairs: Iterable[tuple[str, str]]) -> dict[tuple[str, str], str]:
    """Return the message that carries each (chat, card) of `pairs`, those that are shown."""
    found = await sql.rows(
        f"SELECT chat, card, provider_id FROM cards WHERE {sql.among('id', '?1')}",
        sql.listed(f"{chat} {card}" for chat, card in pairs),
    )
    return {(row["chat"], row["card"]): row["provider_id"] for row in found}


async def seen_by(people: Collection[int], card: str) -> set[int]:
    """Return those of `people` in one of whose chats the card is shown, or is on its way."""
    on_its_way = " OR ".join(
        f"EXISTS (SELECT 1 FROM outbox o WHERE o.chat = h.chat AND o.card = ?2 AND o.status = '{status}')"
        for status in ("waiting", "sending")  # an index each
    )
    found = await sql.tuples(
        f"SELECT DISTINCT h.person_id FROM chats h WHERE {sql.among('h.person_id', '?1')}"
        f" AND (EXISTS (SELECT 1 FROM cards c WHERE c.id = h.chat || ' ' || ?2) OR {on_its_way})",
        sql.listed(people),
        card,
    )
    return {int(person) for (person,) in found}


async def show(cards: Iterable[tuple[str, str, str]]) -> None:
    """Remember (chat, card, provider id): this message carries the card now."""
    await sql.many(
        "INSERT INTO cards (id, chat, card, provider_id) VALUES (?1, ?2, ?3, ?4)"
        " ON CONFLICT (id) DO UPDATE SET provider_id = excluded.provider_id",
        [(f"{chat} {card}", chat, card, provider) for chat, card, provider in cards],
    )


async def forget(pairs: Iterable[tuple[str, str]]) -> None:
    """The message that carried (chat, card) is gone."""
    await sql.many("DELETE FROM cards WHERE id = ?1", [(f"{chat} {card}",) for chat, card in pairs])
