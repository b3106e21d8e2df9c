"""Six digits by which a person who is known on one channel brings another one to the same book."""

import re
from dataclasses import dataclass
from datetime import datetime, timedelta

from tortoise import fields
from tortoise.indexes import Index
from tortoise.models import Model
from tortoise.queryset import QuerySet

from storage import sql
from storage.invitations import Draw
from storage.people import PersonRow

DIGITS = 6
VALID_FOR = timedelta(minutes=15)
"""Both of ZALO 4.4."""

_TYPED = re.compile(r"([0-9]{3})[\s.\-–]?([0-9]{3})")
_DRAWS = 10  # until one is drawn that nobody holds: of a million, a few are out at a time


class LinkCodeRow(Model):
    """One code, good once and until `expires_at`.

    It was asked for in `made_in` (a chat of `person`), and used by the chat `used_by`.
    """

    id = fields.IntField(primary_key=True)
    code = fields.CharField(max_length=6)
    person: fields.ForeignKeyRelation[PersonRow] = fields.ForeignKeyField(
        "models.PersonRow", related_name="link_codes", on_delete=fields.CASCADE
    )
    person_id: int
    made_in = fields.CharField(max_length=96)
    made_at = fields.DatetimeField()
    expires_at = fields.DatetimeField()
    used_at = fields.DatetimeField(null=True)
    used_by = fields.CharField(max_length=96, db_default="")

    class Meta:
        table = "link_codes"
        indexes = (Index(fields=("code",), name="link_codes_code"),)


@dataclass(frozen=True, slots=True)
class LinkCode:
    """One code that is good; `expires_at` is UTC."""

    id: int
    code: str
    person: int
    made_in: str
    expires_at: datetime


def shown(code: str) -> str:
    """Return `code` as people read it: 482 913."""
    return f"{code[:3]} {code[3:]}"


def typed(said: str) -> str | None:
    """Return the code that a line of `said` has the form of, in one piece or two; None where none, or several, have.

    On a phone often the whole message with the code is what is copied.
    """
    found = [match for line in said.splitlines() if (match := _TYPED.fullmatch(line.strip()))]
    return found[0][1] + found[0][2] if len(found) == 1 else None


async def make(person: int, *, made_in: str, now: datetime, draw: Draw) -> LinkCode:
    """Return a new code of `person`, who asks in the chat `made_in`; the one before it is good no more."""
    await LinkCodeRow.filter(person_id=person, used_at__isnull=True).delete()
    code = _code(draw)
    for _ in range(_DRAWS):
        if not await _good(now).filter(code=code).exists():
            break
        code = _code(draw)
    row = await LinkCodeRow.create(
        code=code, person_id=person, made_in=made_in, made_at=now, expires_at=now + VALID_FOR, used_by=""
    )
    return _link_code(row)


def _code(draw: Draw) -> str:
    return f"{int.from_bytes(draw(8), 'big') % 10**DIGITS:0{DIGITS}}"


async def find(code: str, now: datetime) -> LinkCode | None:
    """Return whose good code this is; None for nobody's, and for one that two people hold."""
    rows = await _good(now).filter(code=code).limit(2)
    return _link_code(rows[0]) if len(rows) == 1 else None


async def get(id_: int, now: datetime) -> LinkCode | None:
    """Return a code that is good still."""
    row = await _good(now).get_or_none(id=id_)
    return _link_code(row) if row else None


def _good(now: datetime) -> QuerySet[LinkCodeRow]:
    return LinkCodeRow.filter(used_at__isnull=True, expires_at__gt=now)


def _link_code(row: LinkCodeRow) -> LinkCode:
    return LinkCode(row.id, row.code, row.person_id, row.made_in, row.expires_at)


async def use(code: LinkCode, chat: str, now: datetime) -> bool:
    """Use a code up for `chat`.

    False when it is good no more: somebody else was faster, or the chat it was asked for in is not the person's now.
    """
    changed = await sql.run(
        "UPDATE link_codes SET used_at = ?3, used_by = ?2 WHERE id = ?1 AND used_at IS NULL AND expires_at > ?3"
        " AND EXISTS (SELECT 1 FROM chats WHERE chat = link_codes.made_in AND person_id = link_codes.person_id)",
        code.id,
        chat,
        sql.at(now),
    )
    return changed == 1
