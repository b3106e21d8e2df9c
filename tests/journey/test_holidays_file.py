"""The unit's own days: what may stand in the file, and every mistake with its place."""

from datetime import date

import pytest

from journey.holidays_file import BrokenHolidays, OwnDays, Reason, read
from journey.working_days import Span


def test_a_year_with_everything() -> None:
    file = b"""
[2027]
off = [2027-02-15]
work = [2027-02-20]
quiet = [2027-01-30, 2027-02-12]
[2028]
"""
    quiet = Span(date(2027, 1, 30), date(2027, 2, 12))
    ours = OwnDays(frozenset({date(2027, 2, 15)}), frozenset({date(2027, 2, 20)}), quiet)
    assert read(file) == {2027: ours, 2028: OwnDays()}


@pytest.mark.parametrize(
    ("file", "place", "reason"),
    [
        (b"\xff", "", Reason.NOT_UTF8),
        (b"[2027]\noff = [", "", Reason.SYNTAX),
        (b"[27]", "27", Reason.NOT_A_YEAR),
        (b"2027 = 1", "2027", Reason.EXPECTED_TABLE),
        (b"[2027]\nextra = []", "2027", Reason.UNKNOWN_KEY),
        (b"[2027]\noff = ['2027-02-15']", "2027.off", Reason.EXPECTED_DAYS),
        (b"[2027]\noff = [2027-02-15T08:00:00]", "2027.off", Reason.EXPECTED_DAYS),
        (b"[2027]\nwork = [2028-02-15]", "2027.work", Reason.OTHER_YEAR),
        (b"[2027]\noff = [2027-02-20]\nwork = [2027-02-20]", "2027.work", Reason.OFF_AND_WORKED),
        (b"[2027]\nquiet = [2027-02-20]", "2027.quiet", Reason.EXPECTED_SPAN),
        (b"[2027]\nquiet = [2027-02-20, 2027-02-19]", "2027.quiet", Reason.EXPECTED_SPAN),
    ],
)
def test_a_mistake_has_its_place_and_reason(file: bytes, place: str, reason: Reason) -> None:
    with pytest.raises(BrokenHolidays) as broken:
        read(file)
    assert [(fault.place, fault.reason) for fault in broken.value.faults] == [(place, reason)]


def test_all_mistakes_are_told_at_once() -> None:
    with pytest.raises(BrokenHolidays) as broken:
        read(b"[27]\n[2027]\nextra = []\noff = 1\nquiet = []")
    assert len(broken.value.faults) == 4
