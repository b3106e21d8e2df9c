"""A reviewer's verdict on what was handed in: made once, by the right person, undone for a while."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum

from journey.refusal import Refused


class Verdict(StrEnum):
    APPROVED = "approved"
    RETURNED = "returned"


@dataclass(frozen=True, slots=True)
class Review:
    """What one body is asked about one submission; open while `verdict` is None.

    Attributes:
        body: code of the programme's assessor.
        author: person who handed in.
        by: person who decided.
        decided_at: UTC.
        reason: shown to the author as written.
    """

    id: int
    submission: int
    body: str
    author: int
    verdict: Verdict | None = None
    by: int | None = None
    decided_at: datetime | None = None
    reason: str = ""


@dataclass(eq=False)
class OwnWork(Refused):
    review: int


@dataclass(eq=False)
class NotTheReviewer(Refused):
    review: int
    by: int


@dataclass(eq=False)
class AlreadyDecided(Refused):
    """`at` is in UTC."""

    by: int
    at: datetime
    verdict: Verdict


@dataclass(eq=False)
class ReasonNeeded(Refused):
    review: int


@dataclass(eq=False)
class NothingToUndo(Refused):
    review: int


@dataclass(eq=False)
class NotYours(Refused):
    """`by` is who decided."""

    review: int
    by: int


@dataclass(eq=False)
class TooLateToUndo(Refused):
    """`until` (UTC) was the last moment."""

    until: datetime


def decide(
    review: Review, verdict: Verdict, *, by: int, may_act: Collection[int], now: datetime, reason: str = ""
) -> Review:
    """Return `review` closed with `verdict`.

    Args:
        by: the person deciding.
        may_act: who may act for the body for this author, from `journey.assessors.people_for`.
        reason: shown to the author as written; a return needs one.

    Raises:
        OwnWork: `by` is the author.
        NotTheReviewer: `by` may not act for the body.
        AlreadyDecided: it was closed before.
        ReasonNeeded: returned without a reason.
    """
    if by == review.author:
        raise OwnWork(review.id)
    if by not in may_act:
        raise NotTheReviewer(review.id, by)
    if (earlier := _decision(review)) is not None:
        raise earlier
    if verdict is Verdict.RETURNED and not reason.strip():
        raise ReasonNeeded(review.id)
    return replace(review, verdict=verdict, by=by, decided_at=now, reason=reason.strip())


def undo(review: Review, *, by: int, now: datetime, within: timedelta) -> Review:
    """Return `review` open again.

    Raises:
        NothingToUndo: it is open.
        NotYours: somebody else decided.
        TooLateToUndo: more than `within` has passed.
    """
    decision = _decision(review)
    if decision is None:
        raise NothingToUndo(review.id)
    if decision.by != by:
        raise NotYours(review.id, decision.by)
    if now > (until := decision.at + within):
        raise TooLateToUndo(until)
    return replace(review, verdict=None, by=None, decided_at=None, reason="")


def _decision(review: Review) -> AlreadyDecided | None:
    if review.verdict is None or review.by is None or review.decided_at is None:
        return None
    return AlreadyDecided(review.by, review.decided_at, review.verdict)
