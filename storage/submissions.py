"""What is handed in: numbered versions of each part of a task."""

import json
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from tortoise import fields
from tortoise.indexes import Index
from tortoise.models import Model

from storage import sql
from storage.people import PersonRow
from storage.prepared import Prepared
from storage.registrations import RegistrationRow


class SubmissionRow(Model):
    """One version of one hand-in.

    `part` numbers the hand-ins of a task, `version` the tries at one.

    state: draft → waiting → approved | returned; draft → withdrawn; what a secretary records
    (storage/recorded.py) withdrawn → approved → withdrawn. `claims` says what it counts for
    (criterion id to number, yes or level), `given` the facts the task asks for (organiser, held_on, place).
    `edition` counts the changes of what is written in it, so that a late save overwrites nothing newer.
    """

    id = fields.IntField(primary_key=True)
    registration: fields.ForeignKeyRelation[RegistrationRow] = fields.ForeignKeyField(
        "models.RegistrationRow", related_name="submissions", on_delete=fields.CASCADE
    )
    registration_id: int
    person: fields.ForeignKeyRelation[PersonRow] = fields.ForeignKeyField(
        "models.PersonRow", related_name="submissions", on_delete=fields.CASCADE
    )
    person_id: int
    task = fields.CharField(max_length=16)
    part = fields.IntField()
    version = fields.IntField()
    state = fields.CharField(max_length=10, db_default="draft")
    claims: Any = fields.JSONField(default=dict, encoder=sql.to_json, decoder=json.loads)
    given: Any = fields.JSONField(default=dict, encoder=sql.to_json, decoder=json.loads)
    note = fields.TextField(db_default="")
    opened_at = fields.DatetimeField()
    submitted_at = fields.DatetimeField(null=True)
    decided_at = fields.DatetimeField(null=True)
    reason = fields.TextField(db_default="")
    edition = fields.IntField(db_default=0)

    class Meta:
        table = "submissions"
        unique_together = (("registration_id", "part", "version"),)
        indexes = (Index(fields=("person_id", "state"), name="submissions_person"),)


@dataclass(frozen=True, slots=True)
class Submission:
    """One version of one hand-in."""

    id: int
    registration: int
    person: int
    task: str
    part: int
    version: int
    state: str
    claims: dict[str, Any]
    given: dict[str, str]
    note: str
    opened_at: datetime
    submitted_at: datetime | None
    decided_at: datetime | None
    reason: str
    edition: int


_submissions = Prepared(SubmissionRow, Submission)
_OF_ENROLMENT = "JOIN registrations r ON r.id = submissions.registration_id WHERE r.enrolment_id = ?1"

_IS_ON_A_PAGE = (
    "EXISTS (SELECT 1 FROM links WHERE submission_id = submissions.id AND purpose IN ('essay', 'upload')"
    " AND used_at IS NULL AND revoked_at IS NULL)"
)


async def get(id_: int) -> Submission | None:
    """Return one submission."""
    return await _submissions.first("WHERE submissions.id = ?1", id_)


async def of_enrolment(enrolment: int) -> list[Submission]:
    """Return everything handed in or begun under `enrolment`, by part, then version."""
    order = "ORDER BY submissions.registration_id, submissions.part, submissions.version"
    return await _submissions.all(f"{_OF_ENROLMENT} {order}", enrolment)


async def of_registrations(registrations: Collection[int]) -> list[Submission]:
    """Return everything handed in or begun under `registrations`, by part, then version."""
    where = f"WHERE {sql.among('registration_id', '?1')} ORDER BY registration_id, part, version"
    return await _submissions.all(where, sql.listed(registrations)) if registrations else []


async def versions(registration: int, part: int) -> list[Submission]:
    """Return the versions of one part, oldest first, withdrawn drafts aside."""
    return await _submissions.all(
        "WHERE registration_id = ?1 AND part = ?2 AND state <> 'withdrawn' ORDER BY version", registration, part
    )


async def begin(
    *, registration: int, person: int, task: str, now: datetime, after: Submission | None = None
) -> Submission:
    """Open a draft: a new part, or the next version of the part of `after` with what was stated there.

    Holds the task: whoever begins or moves a part at the same moment comes after.
    """
    await hold_task(registration)
    if after is None:
        last = await _submissions.first("WHERE registration_id = ?1 ORDER BY part DESC", registration)
        part, version = (last.part if last else 0) + 1, 1
    else:
        newest = await SubmissionRow.filter(registration_id=registration, part=after.part).order_by("-version").first()
        part, version = after.part, (newest.version if newest else after.version) + 1
    row = {
        "registration_id": registration,
        "person_id": person,
        "task": task,
        "part": part,
        "version": version,
        "claims": after.claims if after else {},
        "given": after.given if after else {},
        "opened_at": now,
    }
    await sql.add("submissions", [row])
    where = "WHERE registration_id = ?1 AND part = ?2 AND version = ?3"
    (begun,) = await _submissions.all(where, registration, part, version)
    return begun


async def state_facts(id_: int, claims: dict[str, Any], given: dict[str, str]) -> bool:
    """Keep what a draft states; False when it is no draft any more."""
    return bool(await SubmissionRow.filter(id=id_, state="draft").update(claims=claims, given=given))


async def forget_empty(person: int) -> None:
    """Forget the drafts of `person` that hold nothing; one that held something once is withdrawn, to keep its files.

    Those with a page stay: what is not saved or sent yet is on its author's machine.
    """
    lock = "" if sql.is_sqlite() else " FOR UPDATE"  # waits for a file on its way into one of them
    await sql.rows(f"SELECT id FROM submissions WHERE person_id = ?1 AND state = 'draft'{lock}", person)
    mine = f"WHERE person_id = ?1 AND state = 'draft' AND NOT {_IS_ON_A_PAGE} AND NOT EXISTS"
    pieces = "SELECT 1 FROM evidence WHERE submission_id = submissions.id"
    await sql.run(f"DELETE FROM submissions {mine} ({pieces})", person)
    await sql.run(
        f"UPDATE submissions SET state = 'withdrawn' {mine} ({pieces} AND removed_at IS NULL)",
        person,
    )


async def rewritten(id_: int, seen: int | None = None) -> bool:
    """Count a change of what is written in a draft; False when it is no draft any more, or at another edition.

    Args:
        seen: the edition that whoever changes it has read; None where the change does not depend on it.
    """
    of_seen = "" if seen is None else " AND edition = ?2"
    values = (id_,) if seen is None else (id_, seen)
    return bool(
        await sql.run(
            f"UPDATE submissions SET edition = edition + 1 WHERE id = ?1 AND state = 'draft'{of_seen}", *values
        )
    )


async def hand_in(id_: int, claims: dict[str, Any], now: datetime) -> bool:
    """Turn a draft into one that waits for its verdict; False when it is no draft any more."""
    statement = (
        "UPDATE submissions SET state = 'waiting', claims = ?2, submitted_at = ?3 WHERE id = ?1 AND state = 'draft'"
    )
    return bool(await sql.run(statement, id_, sql.to_json(claims), sql.at(now)))


async def hold_task(registration: int) -> None:
    """Take every version handed in under `registration` until this transaction ends.

    So an undo and the next version come one after the other, on both databases; and nothing is taken out of a draft
    that another chat hands in.
    """
    await sql.run("UPDATE registrations SET task = task WHERE id = ?1", registration)


async def hold_task_of(id_: int) -> None:
    """Take the task of a submission so."""
    task = "(SELECT registration_id FROM submissions WHERE id = ?1)"
    await sql.run(f"UPDATE registrations SET task = task WHERE id = {task}", id_)


async def hold(id_: int) -> None:
    """Take the row until this transaction ends, so that two verdicts on it come one after the other."""
    await sql.run("UPDATE submissions SET part = part WHERE id = ?1", id_)


async def accept(id_: int, now: datetime) -> bool:
    """Accept what waits, on its evidence alone; False when it waits no more."""
    return bool(await SubmissionRow.filter(id=id_, state="waiting").update(state="approved", reason="", decided_at=now))


async def close(id_: int, state: str, claims: dict[str, Any], reason: str, now: datetime) -> bool:
    """Give it the verdict `state`; False when it is not open (accepted on its evidence, it still is)."""
    return bool(
        await SubmissionRow.filter(id=id_, state__in=["waiting", "approved"]).update(
            state=state, claims=claims, reason=reason, decided_at=now
        )
    )


async def reopen(id_: int) -> bool:
    """Let it wait for its verdict again; False when it had none."""
    return bool(
        await SubmissionRow.filter(id=id_, state__in=["approved", "returned"]).update(
            state="waiting", reason="", decided_at=None
        )
    )


async def stand_alone(draft: Submission) -> None:
    """Make a draft that was to correct another a hand-in of its own: the other waits for a verdict again."""
    last = await SubmissionRow.filter(registration_id=draft.registration).order_by("-part").first()
    await SubmissionRow.filter(id=draft.id, state="draft").update(
        part=(last.part if last else draft.part) + 1, version=1
    )


async def withdraw(draft: Submission) -> bool:
    """Put an unfinished draft away, out of the versions of its part; False when it is no draft any more."""
    await stand_alone(draft)
    return bool(await SubmissionRow.filter(id=draft.id, state="draft").update(state="withdrawn"))
