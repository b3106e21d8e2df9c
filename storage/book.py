"""Everything a member's book shows, in the same few queries whatever it holds."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Any

from tortoise.functions import Count

from storage import registrations
from storage.appeals import AppealRow
from storage.evidence import EvidenceRow
from storage.recorded import RecordedRow
from storage.registrations import Registration
from storage.reversals import ReversalRow
from storage.reviews import AskedRow, ReviewRow
from storage.rulings import RulingRow
from storage.submissions import SubmissionRow


@dataclass(frozen=True, slots=True)
class Opinion:
    """One body's review of one version.

    state: waiting, approved, returned or cancelled. `asked` names who may act, in the roster's order; `instead_of`
    whom a substitute stood in for; `way` (page, paper) is how an answer came without the bot.
    """

    body: str
    state: str
    asked_at: datetime
    decided_by: str
    decided_at: datetime | None
    reason: str
    asked: tuple[str, ...]
    instead_of: str = ""
    way: str = ""


@dataclass(frozen=True, slots=True)
class TakenBack:
    """A verdict that `by` took back with a reason."""

    verdict: str
    by: str
    at: datetime
    reason: str


@dataclass(frozen=True, slots=True)
class Record:
    """How a secretary recorded a result: from paper (with who assessed it there, on which local day), or as proof."""

    how: str
    by: str
    at: datetime
    assessed_by: str
    assessed_on: date | None


@dataclass(frozen=True, slots=True)
class Ruled:
    """What a secretary ruled about a task; `kind` is a `journey.progress.Ruling`."""

    kind: str
    by: str
    at: datetime
    reason: str


@dataclass(frozen=True, slots=True)
class Entry:
    """One version of one hand-in, with its reviews and the number of pieces of evidence.

    `record` is None for what the member handed in. `appealed_at` (UTC) is when the member asked for another look, for
    the reason `appeal`; None when they did not, or took it back.
    """

    id: int
    task: str
    part: int
    version: int
    state: str
    claims: dict[str, Any]
    submitted_at: datetime | None
    decided_at: datetime | None
    reason: str
    evidence: int
    opinions: tuple[Opinion, ...]
    record: Record | None = None
    taken_back: tuple[TakenBack, ...] = ()
    appealed_at: datetime | None = None
    appeal: str = ""


@dataclass(frozen=True, slots=True)
class Book:
    """What an enrolment took on (dropped tasks too) and handed in, oldest first; `rulings` that stand, by task."""

    registrations: tuple[Registration, ...]
    entries: tuple[Entry, ...]
    rulings: Mapping[str, Ruled] = field(default_factory=dict)

    @property
    def active(self) -> frozenset[str]:
        """The codes of the tasks that count."""
        return frozenset(each.task for each in self.registrations if each.dropped_at is None)

    def of_task(self, code: str) -> tuple[Entry, ...]:
        return tuple(entry for entry in self.entries if entry.task == code)


async def load(enrolment: int) -> Book:
    """Return the book of one enrolment; drafts that hold nothing are not in it.

    What belongs to its hand-ins is looked for by their ids: by the enrolment, SQLite goes through everybody's.
    """
    taken = await registrations.of_enrolment(enrolment)
    held = [each.id for each in taken]
    versions = SubmissionRow.filter(registration_id__in=held).exclude(state="withdrawn")
    rows = await versions.order_by("part", "version", "id")
    ids = [row.id for row in rows]
    opinions = await _opinions(ids)
    pieces = await _pieces(ids)
    records = await _records(ids)
    taken_back = await _taken_back(ids)
    appeals = await _appeals(ids)
    entries = (
        _entry(row, pieces.get(row.id, 0), tuple(opinions.get(row.id, ())), records.get(row.id))
        for row in rows
        if row.state != "draft" or row.id in pieces
    )
    return Book(
        tuple(taken),
        tuple(
            replace(each, taken_back=tuple(taken_back.get(each.id, ())), **appeals.get(each.id, {})) for each in entries
        ),
        await _rulings(held),
    )


async def handed_in(enrolment: int) -> frozenset[str]:
    """Return the codes of tasks with something handed in, drafts aside."""
    held = [each.id for each in await registrations.of_enrolment(enrolment)]
    found = SubmissionRow.filter(registration_id__in=held).exclude(state__in=("draft", "withdrawn"))
    return frozenset(str(code) for code in await found.values_list("task", flat=True))


def _entry(row: SubmissionRow, evidence: int, opinions: tuple[Opinion, ...], record: Record | None) -> Entry:
    return Entry(
        id=row.id,
        task=row.task,
        part=row.part,
        version=row.version,
        state=row.state,
        claims=dict(row.claims),
        submitted_at=row.submitted_at,
        decided_at=row.decided_at,
        reason=row.reason,
        evidence=evidence,
        opinions=opinions,
        record=record,
    )


async def _taken_back(ids: Sequence[int]) -> dict[int, list[TakenBack]]:
    found: dict[int, list[TakenBack]] = {}
    rows = ReversalRow.filter(submission_id__in=ids).select_related("reversed_by")
    for row in await rows.order_by("id"):
        by = row.reversed_by.full_name if row.reversed_by else ""
        found.setdefault(row.submission_id, []).append(TakenBack(row.verdict, by, row.reversed_at, row.reason))
    return found


async def _appeals(ids: Sequence[int]) -> dict[int, dict[str, Any]]:
    rows = AppealRow.filter(submission_id__in=ids, withdrawn_at__isnull=True)
    return {row.submission_id: {"appealed_at": row.asked_at, "appeal": row.reason} for row in await rows}


async def _records(ids: Sequence[int]) -> dict[int, Record]:
    rows = RecordedRow.filter(submission_id__in=ids, state="counted").select_related("by")
    return {
        row.submission_id: Record(
            row.how, row.by.full_name if row.by else "", row.recorded_at, row.assessed_by, row.assessed_on
        )
        for row in await rows
        if row.recorded_at is not None
    }


async def _rulings(held: Sequence[int]) -> dict[str, Ruled]:
    rows = RulingRow.filter(registration_id__in=held, state="standing")
    return {
        row.registration.task: Ruled(row.kind, row.by.full_name if row.by else "", row.made_at, row.reason)
        for row in await rows.select_related("registration", "by")
    }


async def _pieces(ids: Sequence[int]) -> dict[int, int]:
    counted = (
        EvidenceRow.filter(submission_id__in=ids, removed_at__isnull=True)
        .exclude(state__in=("refused", "lost"))
        .annotate(pieces=Count("id"))
        .group_by("submission_id")
    )
    return {row["submission_id"]: row["pieces"] for row in await counted.values("submission_id", "pieces")}


async def _opinions(ids: Sequence[int]) -> dict[int, list[Opinion]]:
    reviews = await ReviewRow.filter(submission_id__in=ids).select_related("decided_by", "instead_of").order_by("id")
    asked: dict[int, list[str]] = {}
    people = AskedRow.filter(review_id__in=[each.id for each in reviews]).order_by("person__sort_key")
    for row in await people.values("review_id", "person__full_name"):
        asked.setdefault(row["review_id"], []).append(row["person__full_name"])
    found: dict[int, list[Opinion]] = {}
    for review in reviews:
        opinion = Opinion(
            body=review.body,
            state=review.state,
            asked_at=review.asked_at,
            decided_by=review.answered_by or (review.decided_by.full_name if review.decided_by else ""),
            decided_at=review.decided_at,
            reason=review.reason,
            asked=tuple(asked.get(review.id, ())),
            instead_of=review.instead_of.full_name if review.instead_of else "",
            way=review.way,
        )
        found.setdefault(review.submission_id, []).append(opinion)
    return found
