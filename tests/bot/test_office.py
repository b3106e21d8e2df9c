"""Vietnam's calendar as officers live it, with what the unit sets beside it; doctor and the start look at the file."""

from datetime import date
from pathlib import Path

import pytest

from bot.commands.doctor import _holidays
from bot.commands.run import run
from bot.office import Offices, working_days
from bot.settings import EXAMPLES, Settings
from journey.holidays_file import BrokenHolidays, OwnDays
from journey.working_days import Span


def test_the_calendar_knows_tet_the_days_in_lieu_and_the_swapped_saturdays() -> None:
    days = working_days(range(2026, 2028), {})
    assert [each.isoformat() for each in (date(2026, 8, 22), date(2026, 8, 31)) if days.has(each)] == ["2026-08-22"]
    assert not days.has(date(2027, 5, 3))  # for 1 May, a Saturday
    assert not days.has(date(2027, 4, 16))  # Giỗ Tổ
    assert days.quiet[1] == Span(date(2027, 1, 29), date(2027, 2, 12))


@pytest.mark.parametrize(("year", "tet"), [(2027, (2, 6)), (2028, (1, 26)), (2030, (2, 2))])
def test_it_is_quiet_from_the_kitchen_gods_to_the_seventh_day(year: int, tet: tuple[int, int]) -> None:
    (quiet,) = working_days(range(year, year + 1), {}).quiet
    assert (quiet.last - date(year, *tet)).days == 6
    assert (date(year, *tet) - quiet.first).days == 8


def test_the_unit_adds_days_off_and_worked_and_says_when_it_is_quiet() -> None:
    quiet = Span(date(2027, 2, 1), date(2027, 2, 14))
    own = OwnDays(frozenset({date(2027, 3, 1)}), frozenset({date(2027, 3, 6), date(2027, 9, 3)}), quiet)
    days = working_days(range(2027, 2028), {2027: own})
    assert not days.has(date(2027, 3, 1))
    assert days.has(date(2027, 3, 6))
    assert days.has(date(2027, 9, 3))  # off by the calendar
    assert days.quiet == (quiet,)


def test_the_years_around_are_known_at_the_turn_of_the_year() -> None:
    days = Offices(Settings(_env_file=None)).at(date(2027, 12, 31)).office.days
    assert days.count(date(2027, 12, 30), date(2028, 1, 4)) == 2  # the 31st and the 4th: the 3rd is in lieu


@pytest.fixture
def broken(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A file with two mistakes, named by the settings."""
    monkeypatch.chdir(tmp_path)
    for name in EXAMPLES:
        monkeypatch.delenv(name, raising=False)
    file = tmp_path / "lich-nghi.toml"
    file.write_text("[2027]\noff = ['1/2']\nextra = 1\n")
    monkeypatch.setenv("HOLIDAYS_FILE", str(file))
    return file


async def test_a_wrong_file_stops_the_start_with_every_mistake(
    broken: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert await run() == 1
    shown = capsys.readouterr().err
    assert all(each in shown for each in (str(broken), "2027.off", "2027-02-20", "“extra”"))
    assert [kind for kind, _ in _holidays(Settings(_env_file=None))] == ["bad", "bad"]


def test_doctor_says_which_years_a_good_file_has(broken: Path) -> None:
    broken.write_text("[2027]\n[2028]\n")
    [(kind, line)] = _holidays(Settings(_env_file=None))
    assert kind == "good"
    assert "2027, 2028" in line


def test_a_file_that_is_not_there_is_a_mistake_of_the_file(tmp_path: Path) -> None:
    with pytest.raises(BrokenHolidays):
        Offices(Settings(_env_file=None, holidays_file=tmp_path / "none.toml"))
