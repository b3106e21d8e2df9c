"""Settings of a process that has the machine's clock and is looked at whenever the tests or a measurement run."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo


def _where_it_is_noon() -> ZoneInfo:
    ahead = 12 - datetime.now(UTC).hour
    return ZoneInfo(f"Etc/GMT{-ahead:+d}")  # the names count the other way round


ZONE = _where_it_is_noon()
"""For these processes no day ends while they are looked at, and no year."""


def today() -> date:
    """Return the local day."""
    return datetime.now(ZONE).date()


def at_any_time(folder: Path) -> dict[str, str]:
    """Return settings by which news comes at once, also on a holiday and around Tết; a file of them is in `folder`.

    Around Tết a year's quiet days are moved to its other half.
    """
    day = today()
    around = [day + timedelta(days=number) for number in (-1, 0, 1)]
    file = folder / "lich-nghi.toml"
    file.write_text("\n".join(_year(year, around) for year in sorted({each.year for each in around})))
    return {"TIMEZONE": ZONE.key, "MEMBER_HOURS": "00:00-23:59:59.999999", "HOLIDAYS_FILE": str(file)}


def _year(year: int, worked: list[date]) -> str:
    far = date(year, 1 if worked[0].month > 6 else 12, 15)
    days = ", ".join(str(day) for day in worked if day.year == year)
    return f"[{year}]\nwork = [{days}]\nquiet = [{far}, {far}]\n"
