"""Opening a season from the command line."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from bot.commands.season import WindowClosesFirst, open_season
from journey.people import Role
from journey.programme_file import BrokenProgramme, shipped
from storage import enrolments, programmes
from storage.people import PersonRow, PostRow

NOW = datetime(2026, 12, 20, 2, 0, tzinfo=UTC)
TODAY = date(2026, 12, 20)


async def _member(name: str) -> int:
    row = await PersonRow.create(code=name, full_name=name, called=name, sort_key=name, folded=name)
    _ = await PostRow.create(person_id=row.id, role=str(Role.MEMBER))
    return row.id


async def test_a_shipped_programme_opens_as_its_calendar_says_and_enrols_every_member(opened: str) -> None:
    huong = await _member("Hương")

    found = await open_season("nguoi-cong-san-tre", 2027, None, None, now=NOW, today=TODAY)

    assert (found.season.opens_on, found.season.closes_on) == (date(2027, 1, 1), date(2027, 1, 31))
    assert found.enrolled == 1
    assert await enrolments.find(huong, found.season.id) is not None
    assert await programmes.current_season() == found.season


async def test_opening_twice_is_as_once_and_takes_in_who_came_since(opened: str) -> None:
    await _member("Hương")
    first = await open_season("nguoi-cong-san-tre", 2027, None, None, now=NOW, today=TODAY)
    await _member("Lan")

    again = await open_season("nguoi-cong-san-tre", 2027, None, date(2027, 2, 15), now=NOW, today=TODAY)

    assert (again.season.id, again.season.programme) == (first.season.id, first.season.programme)
    assert again.enrolled == 1
    assert again.season.closes_on == date(2027, 2, 15)


async def test_a_changed_file_is_a_new_version_and_the_registered_keep_theirs(opened: str, tmp_path: Path) -> None:
    huong = await _member("Hương")
    first = await open_season("nguoi-cong-san-tre", 2027, None, None, now=NOW, today=TODAY)
    enrolment = await enrolments.find(huong, first.season.id)
    assert enrolment is not None
    await enrolments.confirm(enrolment.id, first.season.programme, NOW)
    file = tmp_path / "new.toml"
    file.write_bytes(shipped("nguoi-cong-san-tre").replace(b"min_completed = 3", b"min_completed = 4"))

    second = await open_season(str(file), 2027, None, None, now=NOW, today=TODAY)

    assert second.season.programme != first.season.programme
    assert (await enrolments.get(enrolment.id)).programme == first.season.programme


async def test_days_in_the_wrong_order_and_broken_files_open_nothing(opened: str, tmp_path: Path) -> None:
    with pytest.raises(WindowClosesFirst):
        await open_season("nguoi-cong-san-tre", 2027, date(2027, 3, 1), None, now=NOW, today=TODAY)
    file = tmp_path / "broken.toml"
    file.write_text("schema = 2\n")
    with pytest.raises(BrokenProgramme):
        await open_season(str(file), 2027, None, None, now=NOW, today=TODAY)
    assert await programmes.current_season() is None
