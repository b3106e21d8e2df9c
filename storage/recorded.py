"""Results that are recorded for a member: brought forward from paper, the proof of a provisional one, attendance."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from tortoise import fields
from tortoise.models import Model

from storage import sql, submissions
from storage.people import PersonRow
from storage.prepared import Prepared
from storage.submissions import SubmissionRow


class RecordedRow(Model):
    """What makes a submission one that was recorded, withdrawn before and after it counts.

    how: paper, proof, attend. state: entering → counted → withdrawn. `assessed_by` is as the page has it,
    `assessed_on` local; of attendance the session's title and day.
    """

    id = fields.IntField(primary_key=True)
    submission: fields.OneToOneRelation[SubmissionRow] = fields.OneToOneField(
        "models.SubmissionRow", related_name="recorded", on_delete=fields.CASCADE
    )
    submission_id: int
    how = fields.CharField(max_length=8)
    state = fields.CharField(max_length=10, db_default="entering")
    by: fields.ForeignKeyNullableRelation[PersonRow] = fields.ForeignKeyField(
        "models.PersonRow", related_name="recorded", null=True, on_delete=fields.SET_NULL
    )
    by_id: int | None
    assessed_by = fields.CharField(max_length=200, db_default="")
    assessed_on = fields.DateField(null=True)
    shown_at = fields.DatetimeField()
    recorded_at = fields.DatetimeField(null=True)
    withdrawn_by: fields.ForeignKeyNullableRelation[PersonRow] = fields.ForeignKeyField(
        "models.PersonRow", related_name="withdrew_recorded", null=True, on_delete=fields.SET_NULL
    )
    withdrawn_by_id: int | None
    withdrawn_at = fields.DatetimeField(null=True)
    withdrawn_because = fields.TextField(db_default="")

    class Meta:
        table = "recorded"


@dataclass(frozen=True, slots=True)
class Recorded:
    """A recorded result; `shown_at` (UTC) is when its author last saw how the task stands. The fields: RecordedRow."""

    id: int
    submission: int
    how: str
    state: str
    by: int | None
    assessed_by: str
    assessed_on: date | None
    shown_at: datetime
    recorded_at: datetime | None
    withdrawn_by: int | None
    withdrawn_at: datetime | None
    withdrawn_because: str


_recorded = Prepared(RecordedRow, Recorded)
_OF_TASK = "JOIN submissions s ON s.id = recorded.submission_id WHERE s.registration_id = ?1"


async def get(id_: int) -> Recorded | None:
    """Return one, in any state."""
    return await _recorded.first("WHERE id = ?1", id_)


async def of_task(registration: int) -> list[Recorded]:
    """Return those that count, oldest first."""
    return await _recorded.all(f"{_OF_TASK} AND recorded.state = 'counted' ORDER BY recorded.id", registration)


async def entering(registration: int, how: str, by: int) -> Recorded | None:
    """Return what `by` began to record for the task and did not finish."""
    unfinished = "AND recorded.state = 'entering' AND how = ?2 AND by_id = ?3 ORDER BY recorded.id DESC"
    return await _recorded.first(f"{_OF_TASK} {unfinished}", registration, how, by)


async def begin(*, registration: int, member: int, task: str, how: str, by: int, now: datetime) -> Recorded:
    """Begin a part of the member's task that nobody sees before it counts."""
    begun = await submissions.begin(registration=registration, person=member, task=task, now=now)
    await SubmissionRow.filter(id=begun.id).update(state="withdrawn")
    row = {"submission_id": begun.id, "how": how, "state": "entering", "by_id": by, "shown_at": now}
    await sql.add("recorded", [row])
    found = await _recorded.first("WHERE submission_id = ?1", begun.id)
    assert found is not None
    return found


async def state_facts(entry: Recorded, claims: dict[str, Any], given: dict[str, str]) -> None:
    """Keep what an unfinished one states."""
    await SubmissionRow.filter(id=entry.submission, recorded__state="entering").update(claims=claims, given=given)


async def state_assessment(id_: int, *, by: str | None, on: date | None) -> None:
    """Keep who assessed an unfinished one on paper, and on which day (local)."""
    await RecordedRow.filter(id=id_, state="entering").update(assessed_by=by or "", assessed_on=on)


async def see(id_: int, now: datetime) -> None:
    """Note that its author has seen how the task stands now."""
    await RecordedRow.filter(id=id_, state="entering").update(shown_at=now)


async def let_count(entry: Recorded, claims: dict[str, Any], now: datetime) -> bool:
    """Let it count as approved; False when it is not unfinished any more, or another of the task came since.

    Its task is held (`submissions.hold_task`).
    """
    counted = await sql.run(
        "UPDATE recorded SET state = 'counted', recorded_at = ?2 WHERE id = ?1 AND state = 'entering' AND NOT EXISTS"
        " (SELECT 1 FROM recorded o JOIN submissions t ON t.id = o.submission_id JOIN submissions s"
        " ON s.registration_id = t.registration_id WHERE s.id = ?3 AND o.state = 'counted' AND o.recorded_at > ?4)",
        entry.id,
        sql.at(now),
        entry.submission,
        sql.at(entry.shown_at),
    )
    if counted:
        await SubmissionRow.filter(id=entry.submission, state="withdrawn").update(
            state="approved", claims=claims, submitted_at=now, decided_at=now
        )
    return bool(counted)


async def withdraw(entry: Recorded, *, by: int, because: str, now: datetime) -> bool:
    """Take it back; False when it does not count any more."""
    changed = await RecordedRow.filter(id=entry.id, state="counted").update(
        state="withdrawn", withdrawn_by_id=by, withdrawn_at=now, withdrawn_because=because
    )
    if changed:
        await SubmissionRow.filter(id=entry.submission, state="approved").update(state="withdrawn")
        await _withdraw_attendance(entry, by=by, because=because, now=now)
    return bool(changed)


async def _withdraw_attendance(entry: Recorded, *, by: int, because: str, now: datetime) -> None:
    """Take back the attendance, too, where it is what was recorded."""
    await sql.run(
        "UPDATE attendances SET state = 'withdrawn', note = ?2, decided_by_id = ?3, decided_at = ?4"
        " WHERE submission_id = ?1 AND state = 'counted'",
        entry.submission,
        because,
        by,
        sql.at(now),
    )
