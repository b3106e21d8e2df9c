"""What secretaries ruled about a task of one member: exempt, provisional, or unmet after all."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from tortoise import fields
from tortoise.indexes import Index
from tortoise.models import Model

from storage import sql
from storage.people import PersonRow
from storage.prepared import Prepared
from storage.registrations import RegistrationRow


class RulingRow(Model):
    """One ruling, of which at most one stands for a registration.

    `kind` is a `journey.progress.Ruling`. state: drafted (it waits for its author's word) → standing → ended.
    """

    id = fields.IntField(primary_key=True)
    registration: fields.ForeignKeyRelation[RegistrationRow] = fields.ForeignKeyField(
        "models.RegistrationRow", related_name="rulings", on_delete=fields.CASCADE
    )
    registration_id: int
    kind = fields.CharField(max_length=12)
    state = fields.CharField(max_length=10, db_default="drafted")
    reason = fields.TextField()
    by: fields.ForeignKeyNullableRelation[PersonRow] = fields.ForeignKeyField(
        "models.PersonRow", related_name="ruled", null=True, on_delete=fields.SET_NULL
    )
    by_id: int | None
    made_at = fields.DatetimeField()
    ended_by: fields.ForeignKeyNullableRelation[PersonRow] = fields.ForeignKeyField(
        "models.PersonRow", related_name="ended_rulings", null=True, on_delete=fields.SET_NULL
    )
    ended_by_id: int | None
    ended_at = fields.DatetimeField(null=True)
    ended_because = fields.TextField(db_default="")

    class Meta:
        table = "rulings"
        indexes = (Index(fields=("registration_id", "state"), name="rulings_registration"),)


@dataclass(frozen=True, slots=True)
class Taken:
    """A task that somebody has taken on, with the kind of the ruling that stands about it."""

    registration: int
    enrolment: int
    task: str
    ruling: str | None


@dataclass(frozen=True, slots=True)
class StoredRuling:
    """One ruling; `made_at` (UTC) is when it began to stand. The fields are those of RulingRow."""

    id: int
    registration: int
    kind: str
    state: str
    reason: str
    by: int | None
    made_at: datetime
    ended_by: int | None
    ended_at: datetime | None
    ended_because: str


_rulings = Prepared(RulingRow, StoredRuling)


async def draft(registration: int, kind: str, reason: str, *, by: int, now: datetime) -> StoredRuling:
    """Keep what `by` is about to rule, in the place of an earlier draft of theirs."""
    await RulingRow.filter(registration_id=registration, by_id=by, state="drafted").delete()
    row = await RulingRow.create(
        registration_id=registration,
        kind=kind,
        state="drafted",
        reason=reason,
        by_id=by,
        made_at=now,
        ended_because="",
    )
    return _rulings.of(row)


async def get(id_: int) -> StoredRuling | None:
    """Return one ruling, in any state."""
    return await _rulings.first("WHERE id = ?1", id_)


async def standing(registration: int) -> StoredRuling | None:
    """Return the ruling that stands."""
    return await _rulings.first("WHERE registration_id = ?1 AND state = 'standing'", registration)


async def kinds(enrolment: int) -> dict[str, str]:
    """Return the kinds of the rulings that stand, by the code of the task."""
    found = await sql.tuples(
        "SELECT r.task, u.kind FROM rulings u JOIN registrations r ON r.id = u.registration_id"
        " WHERE r.enrolment_id = ?1 AND u.state = 'standing'",
        enrolment,
    )
    return {str(task): str(kind) for task, kind in found}


async def taken(enrolments: Collection[int], tasks: Collection[str]) -> list[Taken]:
    """Return those of `tasks` (codes) that `enrolments` have taken on, by enrolment and code."""
    found = await sql.tuples(
        "SELECT r.id, r.enrolment_id, r.task, u.kind FROM registrations r"
        " LEFT JOIN rulings u ON u.registration_id = r.id AND u.state = 'standing'"
        f" WHERE {sql.among('r.enrolment_id', '?1')} AND {sql.among('r.task', '?2')} AND r.dropped_at IS NULL"
        " ORDER BY r.enrolment_id, r.task",
        sql.listed(enrolments),
        sql.listed(tasks),
    )
    return [Taken(int(id_), int(enrolment), str(task), kind) for id_, enrolment, task, kind in found]


async def hold(id_: int) -> bool:
    """Keep a draft as it is until this transaction ends; False when it is none any more."""
    return bool(await sql.run("UPDATE rulings SET state = 'drafted' WHERE id = ?1 AND state = 'drafted'", id_))


async def let_stand(id_: int, now: datetime) -> bool:
    """Let a draft stand; False when it is none, or another stands. Its task is held (`submissions.hold_task`)."""
    return bool(
        await sql.run(
            "UPDATE rulings SET state = 'standing', made_at = ?2 WHERE id = ?1 AND state = 'drafted' AND NOT EXISTS"
            " (SELECT 1 FROM rulings o WHERE o.registration_id = rulings.registration_id AND o.state = 'standing')",
            id_,
            sql.at(now),
        )
    )


async def end(id_: int, *, by: int, because: str, now: datetime) -> bool:
    """End a ruling that stands; False when it does not stand any more."""
    return bool(
        await RulingRow.filter(id=id_, state="standing").update(
            state="ended", ended_by_id=by, ended_at=now, ended_because=because
        )
    )
