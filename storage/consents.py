"""What each person agreed to, in which words, and when; or that they refused."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from tortoise import fields
from tortoise.indexes import Index
from tortoise.models import Model

from storage import sql
from storage.people import PersonRow


class ConsentRow(Model):
    """One answer to one question of consent.

    kind: "personal" (being kept at all), "sensitive" (political opinion in essays and results).
    `text_version` names the wording that was shown. A refusal by somebody who did not join keeps no person, only
    the chat.
    """

    id = fields.IntField(primary_key=True)
    person: fields.ForeignKeyNullableRelation[PersonRow] = fields.ForeignKeyField(
        "models.PersonRow", related_name="consents", null=True, on_delete=fields.CASCADE
    )
    person_id: int | None
    chat = fields.CharField(max_length=96)
    kind = fields.CharField(max_length=16)
    given = fields.BooleanField()
    text_version = fields.CharField(max_length=32)
    language = fields.CharField(max_length=5)
    at = fields.DatetimeField()
    withdrawn_at = fields.DatetimeField(null=True)

    class Meta:
        table = "consents"
        indexes = (Index(fields=("person_id",), name="consents_person"),)


@dataclass(frozen=True, slots=True)
class Consent:
    """One answer; `at` and `withdrawn_at` are UTC."""

    kind: str
    given: bool
    text_version: str
    language: str
    at: datetime
    withdrawn_at: datetime | None


async def record(
    kind: str, given: bool, *, person: int | None, chat: str, text_version: str, language: str, at: datetime
) -> None:
    """Keep one answer; a refusal comes without `person`."""
    _ = await ConsentRow.create(
        kind=kind,
        given=given,
        person_id=person,
        chat=chat,
        text_version=text_version,
        language=language,
        at=at,
    )


async def of_person(person: int) -> list[Consent]:
    """Return what `person` answered, oldest first, withdrawn ones too."""
    return [
        Consent(row.kind, row.given, row.text_version, row.language, row.at, row.withdrawn_at)
        for row in await ConsentRow.filter(person_id=person).order_by("id")
    ]


async def has_withdrawn(person: int) -> bool:
    """Say whether `person` agreed once, and to nothing any more; False of who was never asked (paper came first)."""
    return person in await withdrawn([person])


async def withdrawn(of: Collection[int]) -> set[int]:
    """Return those of these people who have withdrawn, as `has_withdrawn` says."""
    if not of:
        return set()
    found = await sql.tuples(
        f"SELECT person_id FROM consents WHERE {sql.among('person_id', '?1')} AND given"
        " GROUP BY person_id HAVING COUNT(*) = COUNT(withdrawn_at)",
        sql.listed(of),
    )
    return {person for (person,) in found}


async def withdraw(person: int, now: datetime) -> int:
    """Take back every consent of `person` that holds; return how many."""
    holding = ConsentRow.filter(person_id=person, given=True, withdrawn_at__isnull=True)
    return int(await holding.update(withdrawn_at=now))
