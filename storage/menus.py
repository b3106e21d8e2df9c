"""The choices somebody has in front of them on a channel without buttons: what a typed number or code stands for."""

import json
from collections.abc import Collection, Sequence
from dataclasses import asdict, dataclass
from datetime import timedelta

from tortoise import fields
from tortoise.indexes import Index
from tortoise.models import Model

from storage import sql

LASTS = timedelta(hours=24)
"""How long a number stands for its choice (ZALO 4.3)."""

CODES_LAST = timedelta(days=14)
"""How long a code decides: longer than an approval may wait before it goes to the unit's secretary."""

_REPLY = 1
"""The priority (`locales.saying.Urgency`) up to which a message answers what somebody said; later ones are news."""


class MenuRow(Model):
    """One message with choices, `id` being its row of the outbox. Moments are ms since 1970, UTC.

    `options` is JSON, a list of key, label, action, style, verb; [] for a message of ours that asks without choices.
    `code` stands for the message in what people type. It is good until it is used, until `expires_at`, or until its
    `card` is shown anew.
    """

    id = fields.BigIntField(primary_key=True)
    chat = fields.CharField(max_length=96)
    card = fields.CharField(max_length=96, null=True)
    code = fields.CharField(max_length=8)
    options = fields.TextField()
    shown_at = fields.BigIntField()
    expires_at = fields.BigIntField()
    used_at = fields.BigIntField(null=True)

    class Meta:
        table = "menus"
        indexes = (Index(fields=("chat", "shown_at"), name="menus_chat"),)


@dataclass(frozen=True, slots=True)
class Option:
    """One choice and the key that is typed for it: a number, a letter, "" while it is on a later screen.

    `verb` is typed with the code of the message for what decides. Without an `action` it shows the next screen.
    """

    key: str
    label: str
    action: str
    style: str = ""
    verb: str = ""


@dataclass(frozen=True, slots=True)
class Menu:
    """The choices of one message that was shown; `is_reply`: it answered what the person had said.

    `shown_at` (ms) is when the platform had taken it: the moment of asking while that is not known.
    """

    id: int
    chat: str
    code: str
    options: tuple[Option, ...]
    is_reply: bool = True
    is_used: bool = False
    shown_at: int = 0

    @property
    def decides(self) -> bool:
        """Say whether any of its options decides something."""
        return any(option.verb for option in self.options)


@dataclass(frozen=True, slots=True)
class Showing:
    """A message that is about to leave, with its choices; `card` names what it is the newest version of.

    `is_reply`: it answers what the person said, so that without choices it may ask for words. `ends`: cards of which it
    says that they are over.
    """

    id: int
    chat: str
    card: str | None
    code: str
    options: tuple[Option, ...]
    is_reply: bool = True
    ends: tuple[str, ...] = ()

    @property
    def cards(self) -> tuple[str, ...]:
        """Return the cards whose earlier versions are good no more."""
        return self.ends if self.card is None else (self.card, *self.ends)


def to_json(options: Sequence[Option]) -> list[dict[str, str]]:
    """Return `options` as JSON values."""
    return [asdict(option) for option in options]


async def show(showing: Collection[Showing], now: int) -> None:
    """From `now` (ms) on these messages are what people have in front of them.

    The earlier versions of their cards are good no more. Shown again (a second try) it is the newest again.
    """
    await sql.many(
        "UPDATE menus SET used_at = ?3 WHERE chat = ?1 AND card = ?2 AND used_at IS NULL AND id <> ?4",
        [(each.chat, card, now, each.id) for each in showing for card in each.cards],
    )
    replies = sorted({(each.chat,) for each in showing if each.is_reply})
    await sql.many("DELETE FROM menus WHERE chat = ?1 AND options = '[]'", replies)
    await sql.many(
        "INSERT INTO menus (id, chat, card, code, options, shown_at, expires_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)"
        " ON CONFLICT (id) DO UPDATE SET shown_at = excluded.shown_at, expires_at = excluded.expires_at",
        [
            (each.id, each.chat, each.card, each.code, sql.to_json(to_json(each.options)), now, now + _lasts(each))
            for each in showing
            if each.options or each.is_reply
        ],
    )


def _lasts(showing: Showing) -> int:
    """Return for how many milliseconds it is good."""
    decides = any(option.verb for option in showing.options)
    return (CODES_LAST if decides else LASTS) // timedelta(milliseconds=1)


async def of_chats(chats: Collection[str], now: int) -> dict[str, list[Menu]]:
    """Return what each of `chats` has in front of it at `now` (ms), used or not, the oldest first.

    What was owed and has not left is in front of nobody.
    """
    found = await sql.rows(
        "SELECT m.id, m.chat, m.code, m.options, m.used_at, m.shown_at, o.priority, o.status, o.changed_at"
        " FROM menus m JOIN outbox o ON o.id = m.id"
        f" WHERE {sql.among('m.chat', '?1')} AND m.expires_at > ?2 AND o.status IN ('sending', 'sent', 'unknown')"
        " ORDER BY m.shown_at, m.id",
        sql.listed(chats),
        now,
    )
    menus: dict[str, list[Menu]] = {}
    for row in found:
        menus.setdefault(row["chat"], []).append(
            Menu(
                row["id"],
                row["chat"],
                row["code"],
                tuple(Option(**option) for option in json.loads(row["options"])),
                is_reply=row["priority"] <= _REPLY,
                is_used=row["used_at"] is not None,
                shown_at=now if row["status"] == "sending" else max(row["shown_at"], row["changed_at"] or 0),
            )
        )
    return menus


async def use(id_: int, now: int) -> bool:
    """Use a message's choices up at `now` (ms); False when that was done before, or they are good no more."""
    used = await sql.run(
        "UPDATE menus SET used_at = ?2 WHERE id = ?1 AND used_at IS NULL AND expires_at > ?2", id_, now
    )
    return used == 1
