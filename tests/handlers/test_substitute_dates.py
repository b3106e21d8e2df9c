"""The days of an absence as people write them: a day without a year is the next one."""

from datetime import date

import pytest

from handlers.substitute_dates import first_days, last_days, read_choice, read_coming

TODAY = date(2027, 3, 3)  # a Wednesday


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("hôm nay", TODAY),
        ("ngay mai", date(2027, 3, 4)),
        ("3/3", TODAY),
        ("05-03", date(2027, 3, 5)),
        ("2/3", date(2028, 3, 2)),
        ("29/2", date(2028, 2, 29)),
        ("ngày 5 tháng 4 năm 2027", date(2027, 4, 5)),
        ("tuần sau", None),
    ],
)
def test_a_day_is_read(said: str, day: date | None) -> None:
    assert read_coming(said, TODAY) == day


@pytest.mark.parametrize("raw", ["2027-3-1", "20270301", "2027-02-30", "2027-W10-1", "x", ""])
def test_a_forged_day_is_none(raw: str) -> None:
    assert read_choice(raw) is None


def test_likely_days_are_offered() -> None:
    assert first_days(TODAY) == (TODAY, date(2027, 3, 4), date(2027, 3, 8))
    assert first_days(date(2027, 3, 7)) == (date(2027, 3, 7), date(2027, 3, 8))
    assert last_days(TODAY) == (date(2027, 3, 9), date(2027, 3, 16), date(2027, 4, 1))
