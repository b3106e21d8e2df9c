"""Everything a member's book shows, in the same five queries whatever it holds."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from tortoise.functions import Count

from storage import registrations
from storage.evidence import EvidenceRow
from storage.registrations import Registration
from storage.reviews import AskedRow, ReviewRow
from storage.submissions import SubmissionRow


@dataclass(frozen=True, slots=True)
class Opinion:
    """One body's review of one version.

    state: waiting, approved, returned or cancelled. `asked` names who may act, in the roster's order.
    """

    body: str
    state: str
    asked_at: datetime
    decided_by: str
    decided_at: datetime | None
    reason: str
    asked: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """One version of one hand-in, with its reviews and the number of pieces of evidence."""

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


@dataclass(frozen=True, slots=True)
class Book:
    """What an enrolment took on (dropped tasks too) and handed in, oldest first."""

    registrations: tuple[Registration, ...]
    entries: tuple[Entry, ...]

    @property
    def active(self) -> frozenset[str]:
        """The codes of the tasks that count."""
        return frozenset(each.task for each in self.registrations if each.dropped_at is None)

    def of_task(self, code: str) -> tuple[Entry, ...]:
        return tuple(entry for entry in self.entries if entry.task == code)


async def load(enrolment: int) -> Book:
    """Return the book of one enrolment; drafts that hold nothing are not in it."""
    taken = await registrations.of_enrolment(enrolment)
    versions = SubmissionRow.filter(registration__enrolment_id=enrolment).exclude(state="withdrawn")
    rows = await versions.order_by("part", "version", "id")
    opinions = await _opinions(enrolment)
    pieces = await _pieces(enrolment)
    return Book(
        tuple(taken),
        tuple(
            _entry(row, pieces.get(row.id, 0), tuple(opinions.get(row.id, ())))
            for row in rows
            if row.state != "draft" or row.id in pieces
        ),
    )


async def handed_in(enrolment: int) -> frozenset[str]:
    """Return the codes of tasks with something handed in, drafts aside."""
    found = SubmissionRow.filter(registration__enrolment_id=enrolment).exclude(state__in=("draft", "withdrawn"))
    return frozenset(str(code) for code in await found.values_list("task", flat=True))


def _entry(row: SubmissionRow, evidence: int, opinions: tuple[Opinion, ...]) -> Entry:
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
    )


async def _pieces(enrolment: int) -> dict[int, int]:
    counted = (
        EvidenceRow.filter(submission__registration__enrolment_id=enrolment, removed_at__isnull=True)
        .exclude(state__in=("refused", "lost"))
        .annotate(pieces=Count("id"))
        .group_by("submission_id")
    )
    return {row["submission_id"]: row["pieces"] for row in await counted.values("submission_id", "pieces")}


async def _opinions(enrolment: int) -> dict[int, list[Opinion]]:
    asked: dict[int, list[str]] = {}
    people = AskedRow.filter(review__submission__registration__enrolment_id=enrolment).order_by("person__sort_key")
    for row in await people.values("review_id", "person__full_name"):
        asked.setdefault(row["review_id"], []).append(row["person__full_name"])
    found: dict[int, list[Opinion]] = {}
    reviews = ReviewRow.filter(submission__registration__enrolment_id=enrolment).select_related("decided_by")
    for review in await reviews.order_by("id"):
        opinion = Opinion(
            body=review.body,
            state=review.state,
            asked_at=review.asked_at,
            decided_by=review.decided_by.full_name if review.decided_by else "",
            decided_at=review.decided_at,
            reason=review.reason,
            asked=tuple(asked.get(review.id, ())),
        )
        found.setdefault(review.submission_id, []).append(opinion)
    return found
