"""When an approver is nudged, when the substitute is called, when the next level gets it."""

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

import pytest

from journey.approvers_clock import Hours, Office, Patience, Stage, due
from journey.working_days import Span, WorkingDays

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
ASKED = date(2027, 3, 1)  # a Monday
OFFICE = Office()


def runs(office: Office, *, has_substitute: bool, asked: date = ASKED, days: int = 30) -> dict[Stage, date]:
    """Return when each stage is entered, somebody looking every day."""
    entered: dict[Stage, date] = {}
    stage: Stage | None = None
    for number in range(days):
        today = date.fromordinal(asked.toordinal() + number)
        found = due(asked, stage, entered.get(stage) if stage else None, today, office, has_substitute=has_substitute)
        if office.days.has(today) and found is not None:
            stage, entered[found] = found, today
    return entered


def test_five_eight_and_ten_working_days() -> None:
    assert runs(OFFICE, has_substitute=True) == {
        Stage.NUDGED: date(2027, 3, 8),
        Stage.SUBSTITUTE: date(2027, 3, 11),
        Stage.NEXT_LEVEL: date(2027, 3, 15),
    }


def test_without_a_substitute_it_goes_straight_to_the_next_level() -> None:
    assert runs(OFFICE, has_substitute=False) == {Stage.NUDGED: date(2027, 3, 8), Stage.NEXT_LEVEL: date(2027, 3, 15)}


def test_days_off_swapped_days_and_quiet_days_are_those_of_the_calendar() -> None:
    days = WorkingDays(
        off=frozenset({date(2027, 3, 5)}),
        worked=frozenset({date(2027, 3, 6)}),
        quiet=(Span(date(2027, 3, 10), date(2027, 3, 12)),),
    )
    assert runs(Office(days), has_substitute=True) == {
        Stage.NUDGED: date(2027, 3, 8),
        Stage.SUBSTITUTE: date(2027, 3, 16),
        Stage.NEXT_LEVEL: date(2027, 3, 18),
    }


def test_a_unit_may_have_another_patience() -> None:
    assert runs(Office(patience=Patience(1, 2, 3)), has_substitute=True)[Stage.NEXT_LEVEL] == date(2027, 3, 4)


def test_whoever_is_nudged_late_has_the_days_in_between_all_the_same() -> None:
    late = date(2027, 4, 1)
    assert due(ASKED, None, None, late, OFFICE, has_substitute=True) is Stage.NUDGED
    assert due(ASKED, Stage.NUDGED, late, date(2027, 4, 5), OFFICE, has_substitute=True) is None
    assert due(ASKED, Stage.NUDGED, late, date(2027, 4, 6), OFFICE, has_substitute=True) is Stage.SUBSTITUTE
    assert due(ASKED, Stage.NUDGED, late, date(2027, 4, 7), OFFICE, has_substitute=False) is None
    assert due(ASKED, Stage.NUDGED, late, date(2027, 4, 8), OFFICE, has_substitute=False) is Stage.NEXT_LEVEL


def test_after_the_last_stage_nothing_is_due() -> None:
    later = date(2027, 6, 1)
    assert due(ASKED, Stage.NEXT_LEVEL, ASKED, later, OFFICE, has_substitute=True) is None


@pytest.mark.parametrize(
    ("hour", "closes"), [("07:59", None), ("08:00", 11), ("11:00", None), ("14:30", 17), ("17:00", None)]
)
def test_officers_are_written_to_at_work(hour: str, closes: int | None) -> None:
    local = datetime.combine(ASKED, time.fromisoformat(hour), ZONE)
    at = OFFICE.closes_at(local)
    assert (at.hour if at else None) == closes
    assert OFFICE.closes_at(local.replace(day=6)) is None  # Saturday


def test_a_swapped_saturday_has_officers_hours() -> None:
    office = Office(WorkingDays(worked=frozenset({date(2027, 3, 6)})), (Hours(time(9), time(10)),))
    assert office.closes_at(datetime(2027, 3, 6, 9, 30, tzinfo=ZONE)) == datetime(2027, 3, 6, 10, tzinfo=ZONE)
