"""One-time invitations: a link and a short code a person joins with; and how often a chat guessed wrong."""

import base64
import re
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from tortoise import fields
from tortoise.models import Model

from storage import sql
from storage.chats import ChatRow
from storage.people import PersonRow

ALPHABET = "ACDEFGHJKMNPQRTUVWXY34679"
"""Letters and digits that nobody mistakes for another, on paper or read aloud."""

CODE_LENGTH = 8
VALID_FOR = timedelta(days=30)
"""How long an invitation waits to be used."""

WRONG_TRIES = 5
"""Wrong codes a chat may try within `TRIES_LAST`."""

TRIES_LAST = timedelta(hours=1)

WRONG_OF_ALL = 300
"""Wrong codes of all chats together within that time, after which codes of six digits rest: with ten of a million good,
whoever comes from many chats is right once in some three hundred hours."""

_TOKEN_BYTES = 24  # 192 bits; 32 characters, of the 64 a Telegram deep link takes
_PRINTED = re.compile(rf"(?<![\w-])[{ALPHABET}]{{4}}-?[{ALPHABET}]{{4}}(?![\w-])")
_SENTENCE = 120
"""Letters of what may be a sentence around a code; longer texts are none."""
_TOKEN = re.compile(r"[A-Za-z0-9_-]{32}")
_AT_ONCE = 5000

Draw = Callable[[int], bytes]
"""Returns that many random bytes: `secrets.token_bytes`."""


class InvitationRow(Model):
    """One invitation.

    `token` goes into the deep link, `code` is read aloud or typed.
    """

    id = fields.IntField(primary_key=True)
    person: fields.ForeignKeyRelation[PersonRow] = fields.ForeignKeyField(
        "models.PersonRow", related_name="invitations", on_delete=fields.CASCADE
    )
    person_id: int
    code = fields.CharField(max_length=16, unique=True)
    token = fields.CharField(max_length=64, unique=True)
    made_at = fields.DatetimeField()
    expires_at = fields.DatetimeField()
    used_at = fields.DatetimeField(null=True)
    used_by = fields.CharField(max_length=96, db_default="")
    revoked_at = fields.DatetimeField(null=True)

    class Meta:
        table = "invitations"


class GuessRow(Model):
    """How many wrong codes a chat tried since `since`."""

    chat = fields.CharField(max_length=96, primary_key=True)
    wrong = fields.IntField()
    since = fields.DatetimeField()

    class Meta:
        table = "guesses"


class Standing(StrEnum):
    """What an invitation is worth now."""

    LIVE = "live"
    USED = "used"
    EXPIRED = "expired"
    REVOKED = "revoked"


@dataclass(frozen=True, slots=True)
class Invitation:
    """An invitation; `used_by` is the chat that joined with it, "" before."""

    id: int
    person: int
    code: str
    token: str
    expires_at: datetime
    used_by: str
    standing: Standing


def shown(code: str) -> str:
    """Return `code` as it is printed: K7Q2-M9XD."""
    return f"{code[:4]}-{code[4:]}"


def typed(said: str) -> str | None:
    """Return the code or the token that `said` is, None when it is neither.

    A code comes with or without dash, blanks and capitals; eight letters that no code has, without a digit or
    a dash among them, are a word. A pasted link counts as its token. In a short sentence ("mã của em là A74Y-WAAG")
    it is the one word in capitals that has a code's form, with a digit or a dash.
    """
    if token := _TOKEN.fullmatch(said.rpartition("start=")[2].strip()):
        return token[0]
    bare = re.sub(r"[\s\-–—]", "", said).upper()
    if len(bare) != CODE_LENGTH or not (bare.isascii() and bare.isalnum()):
        return _within(said)
    is_code = set(bare) <= set(ALPHABET) or any(c.isdigit() for c in bare) or "-" in said
    return bare if is_code else None


def _within(said: str) -> str | None:
    """Return the only code in a sentence, as it was printed; None without one, or with several."""
    found = set(_PRINTED.findall(said)) if len(said) <= _SENTENCE else set()
    codes = [each.replace("-", "") for each in found if "-" in each or any(c.isdigit() for c in each)]
    return codes[0] if len(codes) == 1 else None


async def make(
    people: Collection[int], *, now: datetime, valid_for: timedelta, draw: Draw, renew: bool = False
) -> list[Invitation]:
    """Return a live invitation for each of `people`, in their order.

    One made before is kept while it lives, so that a printed sheet stays good; who joined already gets none.
    `renew` revokes what is live and invites everyone anew, also those who joined (a new phone).
    """
    live = await _live(people, now)
    if renew:
        await _revoke([row.id for row in live.values()], now)
        live, joined = {}, set()
    else:
        joined = await _joined()
    missing = [person for person in dict.fromkeys(people) if person not in live and person not in joined]
    await _draw_up(missing, now, valid_for, draw)
    live |= await _live(missing, now)
    return [_invitation(live[person], now) for person in dict.fromkeys(people) if person in live]


async def _live(people: Collection[int], now: datetime) -> dict[int, InvitationRow]:
    wanted = set(people)
    rows = InvitationRow.filter(used_at__isnull=True, revoked_at__isnull=True, expires_at__gt=now)
    return {row.person_id: row for row in await rows.order_by("id") if row.person_id in wanted}


async def _revoke(ids: Sequence[int], now: datetime) -> None:
    for start in range(0, len(ids), _AT_ONCE):
        unused = InvitationRow.filter(id__in=ids[start : start + _AT_ONCE], used_at__isnull=True)
        await unused.update(revoked_at=now)


async def _joined() -> set[int]:
    rows = await ChatRow.filter(person_id__isnull=False).only("chat", "person_id")
    return {row.person_id for row in rows if row.person_id is not None}


async def _draw_up(people: Sequence[int], now: datetime, valid_for: timedelta, draw: Draw) -> None:
    taken = {row.code for row in await InvitationRow.all().only("id", "code")} if people else set()
    rows = []
    for person in people:
        code = _code(draw)
        while code in taken:
            code = _code(draw)
        taken.add(code)
        token = base64.urlsafe_b64encode(draw(_TOKEN_BYTES)).decode()
        rows.append(InvitationRow(person_id=person, code=code, token=token, made_at=now, expires_at=now + valid_for))
    await InvitationRow.bulk_create(rows, batch_size=_AT_ONCE)


def _code(draw: Draw) -> str:
    """Return a code, every letter as likely as another."""
    fair = 256 - 256 % len(ALPHABET)
    code = ""
    while len(code) < CODE_LENGTH:
        code += "".join(ALPHABET[byte % len(ALPHABET)] for byte in draw(CODE_LENGTH) if byte < fair)
    return code[:CODE_LENGTH]


def _invitation(row: InvitationRow, now: datetime) -> Invitation:
    if row.used_at is not None:
        standing = Standing.USED
    elif row.revoked_at is not None:
        standing = Standing.REVOKED
    else:
        standing = Standing.LIVE if now < row.expires_at else Standing.EXPIRED
    return Invitation(row.id, row.person_id, row.code, row.token, row.expires_at, row.used_by, standing)


async def find(said: str, now: datetime) -> Invitation | None:
    """Return the invitation of a code or token (as `typed` gives it)."""
    is_code = len(said) == CODE_LENGTH
    row = await (InvitationRow.get_or_none(code=said) if is_code else InvitationRow.get_or_none(token=said))
    return _invitation(row, now) if row else None


async def get(id_: int, now: datetime) -> Invitation | None:
    """Return one invitation."""
    row = await InvitationRow.get_or_none(id=id_)
    return _invitation(row, now) if row else None


async def use(id_: int, chat: str, now: datetime) -> bool:
    """Use an invitation up for `chat`; False when it is not live any more (somebody else was faster)."""
    live = InvitationRow.filter(id=id_, used_at__isnull=True, revoked_at__isnull=True, expires_at__gt=now)
    return await live.update(used_at=now, used_by=chat) == 1


async def blocked_until(chat: str, now: datetime) -> datetime | None:
    """Return when `chat` may try a code again (UTC), None when it may now."""
    row = await GuessRow.get_or_none(chat=chat)
    if row is None or row.wrong < WRONG_TRIES or row.since + TRIES_LAST <= now:
        return None
    return row.since + TRIES_LAST


async def are_guessed(now: datetime) -> bool:
    """Say whether chats that are nobody's, all together, tried too many wrong codes within the last hour."""
    found = await sql.tuples(
        "SELECT COALESCE(SUM(wrong), 0) FROM guesses WHERE since > ?1 AND chat NOT LIKE 'word:%'",
        sql.at(now - TRIES_LAST),
    )
    return int(found[0][0]) >= WRONG_OF_ALL


async def count_wrong(chat: str, now: datetime) -> int:
    """Remember one more wrong code of `chat` and return how many it may still try."""
    row = await GuessRow.get_or_none(chat=chat)
    if row is None or row.since + TRIES_LAST <= now:
        await GuessRow.update_or_create(defaults={"wrong": 1, "since": now}, chat=chat)
        return WRONG_TRIES - 1
    await GuessRow.filter(chat=chat).update(wrong=row.wrong + 1)
    return max(0, WRONG_TRIES - row.wrong - 1)
