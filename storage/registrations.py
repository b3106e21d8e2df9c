"""Tasks taken on, and requests to change them."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from tortoise import fields
from tortoise.expressions import Q
from tortoise.models import Model

from storage.enrolments import EnrolmentRow
from storage.people import PersonRow
from storage.prepared import Prepared


class RegistrationRow(Model):
    """One task a person took on. A dropped one stays in the book.

    `registered_at` is when it was taken on last.
    """

    id = fields.IntField(primary_key=True)
    enrolment: fields.ForeignKeyRelation[EnrolmentRow] = fields.ForeignKeyField(
        "models.EnrolmentRow", related_name="registrations", on_delete=fields.CASCADE
    )
    enrolment_id: int
    task = fields.CharField(max_length=16)
    registered_at = fields.DatetimeField()
    dropped_at = fields.DatetimeField(null=True)

    class Meta:
        table = "registrations"
        unique_together = (("enrolment_id", "task"),)


class ChangeRow(Model):
    """A request to change the choice after the window closed.

    `wanted` is the new choice, codes by blanks.

    state: waiting → approved | returned | withdrawn | outdated (`answer` then names what overtook it).
    """

    id = fields.IntField(primary_key=True)
    enrolment: fields.ForeignKeyRelation[EnrolmentRow] = fields.ForeignKeyField(
        "models.EnrolmentRow", related_name="changes", on_delete=fields.CASCADE
    )
    enrolment_id: int
    wanted = fields.TextField()
    reason = fields.TextField()
    state = fields.CharField(max_length=10, db_default="waiting")
    asked_at = fields.DatetimeField()
    decided_by: fields.ForeignKeyNullableRelation[PersonRow] = fields.ForeignKeyField(
        "models.PersonRow", related_name="changes_decided", null=True, on_delete=fields.SET_NULL
    )
    decided_by_id: int | None
    decided_at = fields.DatetimeField(null=True)
    answer = fields.TextField(db_default="")

    class Meta:
        table = "changes"


@dataclass(frozen=True, slots=True)
class Registration:
    """A task taken on."""

    id: int
    enrolment: int
    task: str
    registered_at: datetime
    dropped_at: datetime | None


_registrations = Prepared(RegistrationRow, Registration)


async def of_enrolment(enrolment: int) -> list[Registration]:
    """Return every task taken on, dropped ones too, in the order of registration."""
    return await _registrations.all("WHERE enrolment_id = ?1 ORDER BY id", enrolment)


async def chosen(enrolment: int) -> frozenset[str]:
    """Return the codes of the tasks taken on and not dropped."""
    return frozenset(each.task for each in await of_enrolment(enrolment) if each.dropped_at is None)


async def choose(enrolment: int, codes: Collection[str], now: datetime) -> tuple[frozenset[str], frozenset[str]]:
    """Make `codes` the tasks taken on; return (added, dropped). A dropped one taken again is the same one."""
    rows = {row.task: row for row in await RegistrationRow.filter(enrolment_id=enrolment)}
    active = frozenset(code for code, row in rows.items() if row.dropped_at is None)
    added, dropped = frozenset(codes) - active, active - frozenset(codes)
    await RegistrationRow.filter(enrolment_id=enrolment, task__in=dropped).update(dropped_at=now)
    await RegistrationRow.filter(enrolment_id=enrolment, task__in=added & rows.keys()).update(
        registered_at=now, dropped_at=None
    )
    await RegistrationRow.bulk_create(
        RegistrationRow(enrolment_id=enrolment, task=code, registered_at=now) for code in sorted(added - rows.keys())
    )
    return added, dropped


async def chosen_since(enrolment: int, at: datetime) -> bool:
    """Say whether a task was taken on or dropped after `at` (UTC)."""
    later = Q(registered_at__gt=at) | Q(dropped_at__gt=at)
    return await RegistrationRow.filter(later, enrolment_id=enrolment).exists()


async def get(id_: int) -> Registration:
    """Return one registration; it exists."""
    (found,) = await _registrations.all("WHERE id = ?1", id_)
    return found


@dataclass(frozen=True, slots=True)
class Change:
    """A request to change the choice; `wanted` is the whole new choice. The fields are those of ChangeRow."""

    id: int
    enrolment: int
    wanted: frozenset[str]
    reason: str
    state: str
    asked_at: datetime
    decided_by: int | None
    decided_at: datetime | None
    answer: str


def _change(row: ChangeRow) -> Change:
    return Change(
        row.id, row.enrolment_id, frozenset(row.wanted.split()), row.reason, row.state, row.asked_at,
        row.decided_by_id, row.decided_at, row.answer,
    )  # fmt: skip


async def ask_change(enrolment: int, wanted: Collection[str], reason: str, now: datetime) -> Change:
    """Keep a request, waiting."""
    wanted_codes = " ".join(sorted(wanted))
    return _change(
        await ChangeRow.create(
            enrolment_id=enrolment,
            wanted=wanted_codes,
            reason=reason,
            state="waiting",
            asked_at=now,
            answer="",
        )
    )


async def change(id_: int) -> Change | None:
    """Return one request."""
    row = await ChangeRow.get_or_none(id=id_)
    return _change(row) if row else None


async def changes_of(enrolment: int) -> list[Change]:
    """Return every request of `enrolment`, oldest first."""
    return [_change(row) for row in await ChangeRow.filter(enrolment_id=enrolment).order_by("id")]


async def waiting_change(enrolment: int) -> Change | None:
    """Return the request of `enrolment` that is not decided yet, the latest."""
    row = await ChangeRow.filter(enrolment_id=enrolment, state="waiting").order_by("-id").first()
    return _change(row) if row else None


async def waiting_changes(season: int) -> list[tuple[int, Change]]:
    """Return (member, request) of all that wait in `season`, oldest first."""
    rows = ChangeRow.filter(state="waiting", enrolment__season_id=season).select_related("enrolment")
    return [(row.enrolment.person_id, _change(row)) for row in await rows.order_by("id")]


async def decide_change(id_: int, state: str, *, by: int, answer: str, now: datetime) -> bool:
    """Close a waiting request as approved, returned or outdated; False when somebody was first."""
    return bool(
        await ChangeRow.filter(id=id_, state="waiting").update(
            state=state, decided_by_id=by, decided_at=now, answer=answer
        )
    )


async def withdraw_change(id_: int, now: datetime) -> bool:
    """Take a waiting request back; False when it is decided."""
    return bool(await ChangeRow.filter(id=id_, state="waiting").update(state="withdrawn", decided_at=now))
