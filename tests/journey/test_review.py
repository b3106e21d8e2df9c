"""A verdict is made once, by the right person, and undone for a while."""

from datetime import UTC, datetime, timedelta

import pytest

from journey.review import (
    AlreadyDecided,
    NothingToUndo,
    NotTheReviewer,
    NotYours,
    OwnWork,
    ReasonNeeded,
    Review,
    TooLateToUndo,
    Verdict,
    decide,
    undo,
)

AUTHOR, BINH, CHI = 10, 11, 12
NOW = datetime(2026, 5, 4, 2, 0, tzinfo=UTC)
TEN_MINUTES = timedelta(minutes=10)
OPEN = Review(id=1, submission=5, body="bch_doan_co_so", author=AUTHOR)


def by(person: int, verdict: Verdict = Verdict.APPROVED, review: Review = OPEN, reason: str = "") -> Review:
    return decide(review, verdict, by=person, may_act=(BINH, CHI), now=NOW, reason=reason)


def test_a_verdict_is_kept_with_who_and_when() -> None:
    decided = by(BINH, Verdict.RETURNED, reason="  Ảnh chưa thấy ngày. ")
    assert (decided.verdict, decided.by, decided.decided_at) == (Verdict.RETURNED, BINH, NOW)
    assert decided.reason == "Ảnh chưa thấy ngày."


def test_the_second_is_told_who_decided_and_when() -> None:
    with pytest.raises(AlreadyDecided) as told:
        by(CHI, Verdict.RETURNED, review=by(BINH), reason="Chưa rõ")
    assert (told.value.by, told.value.at, told.value.verdict) == (BINH, NOW, Verdict.APPROVED)


def test_nobody_approves_himself_even_when_he_holds_the_post() -> None:
    with pytest.raises(OwnWork):
        decide(OPEN, Verdict.APPROVED, by=AUTHOR, may_act=(AUTHOR, BINH), now=NOW)


def test_only_who_acts_for_the_body_decides_and_a_stranger_does_not_learn_the_verdict() -> None:
    with pytest.raises(NotTheReviewer):
        by(99)
    with pytest.raises(NotTheReviewer):
        by(99, review=by(BINH))


@pytest.mark.parametrize("reason", ["", "  \n"])
def test_a_return_needs_a_reason(reason: str) -> None:
    with pytest.raises(ReasonNeeded):
        by(BINH, Verdict.RETURNED, reason=reason)


def test_undo_opens_the_review_as_it_was() -> None:
    assert undo(by(BINH), by=BINH, now=NOW + TEN_MINUTES, within=TEN_MINUTES) == OPEN


def test_undo_has_an_end() -> None:
    with pytest.raises(TooLateToUndo) as told:
        undo(by(BINH), by=BINH, now=NOW + TEN_MINUTES + timedelta(seconds=1), within=TEN_MINUTES)
    assert told.value.until == NOW + TEN_MINUTES


def test_only_who_decided_undoes() -> None:
    with pytest.raises(NotYours) as told:
        undo(by(BINH), by=CHI, now=NOW, within=TEN_MINUTES)
    assert told.value.by == BINH


def test_an_open_review_has_nothing_to_undo() -> None:
    with pytest.raises(NothingToUndo):
        undo(OPEN, by=BINH, now=NOW, within=TEN_MINUTES)
