"""A small season rehearsed once: everything that is said of it holds, and saying it again says the same."""

import asyncio
import re
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest

from bot.office import Offices
from bot.rehearsal import people, report
from bot.rehearsal.journal import REPLY
from bot.rehearsal.year import Month, Rehearsed, Wanted, playing
from bot.settings import Settings
from journey.allowance import Plan
from journey.reminding import Why
from locales import texts
from storage.files import Files
from tests.support.databases import SqliteTemplate

SMALL = Wanted("nguoi-cong-san-tre", members=12, groups=2, seed=3, year=2027)
LAST = date(2027, 3, 31)
"""By then there were Tết, an outage, a session, and the first results."""


async def played(url: str, folder: Path, last: date, month: Callable[[Month], None]) -> Rehearsed:
    async with playing(SMALL, Settings(_env_file=None), f"{url}?synchronous=off", Files(folder.as_uri())) as year:
        await year.play_to(last, month)
        return await year.found()


@pytest.fixture(scope="module")
def months() -> list[Month]:
    """How far the season was at the end of each month."""
    return []


@pytest.fixture(scope="module")
def season(
    sqlite_template: SqliteTemplate, tmp_path_factory: pytest.TempPathFactory, months: list[Month]
) -> Iterator[Rehearsed]:
    """A season played from its first day to LAST."""
    with sqlite_template.copy() as url:
        yield asyncio.run(played(url, tmp_path_factory.mktemp("files"), LAST, months.append))


def rendered(season: Rehearsed) -> str:
    offices = Offices(Settings(_env_file=None))
    return report.render(season, people.cast(), offices.at(date(2027, 1, 1)).office, 3, Plan(users=50, a_month=3000))


def test_nobody_gets_stuck_and_every_promise_is_kept(season: Rehearsed) -> None:
    assert season.stuck == {}
    assert {check.name: check.broken for check in report.checks(season, 3)} == {
        "out-of-hours": 0,
        "over-budget": 0,
        "stuck": 0,
        "defects": 0,
        "failed": 0,
    }


def test_people_do_as_their_characters_say(season: Rehearsed) -> None:
    assert season.ended.characters["silent", "not-joined"] == season.ended.share(season.ended.characters, "silent")[1]
    assert sum(season.ended.characters.values()) == SMALL.members
    assert (
        season.ended.characters["diligent", "in_progress"] == season.ended.share(season.ended.characters, "diligent")[1]
    )
    assert sum(count for (_, state), count in season.ended.tasks.items() if state == "done") > 0


def test_jobs_and_sessions_are_rehearsed_on_the_same_road(season: Rehearsed) -> None:
    told = {kind for kind, state, _, _ in season.reminders if state == "told"}
    assert {"session", "registration"} <= told
    assert season.journal.total("reminders") > 0
    assert season.journal.reminders.most <= 3
    assert season.journal.total("session") > 0  # one kind, whichever session the key names


def test_nothing_leaves_while_the_process_is_down_and_it_goes_on_afterwards(season: Rehearsed) -> None:
    begins, back = season.outage
    days = {day for day, messages, _ in season.journal.loads() if messages}
    assert not any(begins < day < back for day in days)
    assert max(days) > back


def test_around_tet_only_answers_leave(season: Rehearsed) -> None:
    tet = [kinds for day, kinds in season.journal.days.items() if date(2027, 1, 31) <= day <= date(2027, 2, 12)]
    assert all(set(kinds) <= {REPLY} for kinds in tet)


def test_the_report_stands_alone_and_says_what_to_change(season: Rehearsed) -> None:
    page = rendered(season)
    assert not re.search(r"""(?:src|href|url)\s*[=(]\s*["']?http""", page)
    assert "31/01/2027" in page  # the registration closes in the middle of the pause around Tết
    dropped = [why for _, _, why, _ in season.reminders if why] + [*Why, "again", "nearer", "declined", "no-chat"]
    assert all(texts.has("vi", f"rehearsal.why-{why.replace('_', '-')}") for why in dropped)
    for player in season.unit.players:
        assert player.name not in page
    assert texts.render("vi", "rehearsal.zalo", {}, season.journal.zone) in page


def test_what_was_said_and_heard_is_kept_by_the_month(season: Rehearsed) -> None:
    months = season.journal.months
    assert list(months.months) == [1, 2, 3]
    assert months.said.total() == season.journal.kinds.total()
    assert months.heard.total() == season.updates
    came = sum(1 for each in season.players.values() if each.member) - season.ended.characters["silent", "not-joined"]
    assert months.use(3, set(season.unit.groups)).people == came


async def test_the_same_seed_plays_the_same_season(
    season: Rehearsed, months: list[Month], sqlite_url: str, tmp_path: Path
) -> None:
    again: list[Month] = []
    _ = await played(sqlite_url, tmp_path, date(2027, 1, 31), again.append)
    assert again == months[:1]
    assert rendered(season) == rendered(season)
