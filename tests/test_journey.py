"""The whole journey on every channel and both databases: from the roster's spreadsheet to an approved task."""

import io
import random
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest
from PIL import Image
from rich.console import Console

from bot.clock import MovableClock
from bot.commands.roster import import_file
from bot.commands.season import open_season
from storage import audit, invitations, people, sql
from tests.conftest import ENGINES, running
from tests.handlers.pictures import PDF, photo
from tests.support import thirty
from tests.support.databases import PostgresTemplate, SqliteTemplate
from tests.support.harness import Person, World
from tests.support.platforms import CHANNELS

CHOSEN = ("RL1", "RL2", "RL6")


@pytest.fixture(params=[(channel, engine) for channel in CHANNELS for engine in ENGINES], ids="-".join)
async def anywhere(request: pytest.FixtureRequest, tmp_path: Path, clock: MovableClock) -> AsyncIterator[World]:
    """The running product, on every channel and engine in turn."""
    channel, engine = request.param
    template: SqliteTemplate | PostgresTemplate = request.getfixturevalue(f"{engine}_template")
    with template.copy() as url:
        async with running(channel, url, tmp_path, clock) as world:
            yield world


async def imports_the_roster(world: World, folder: Path) -> None:
    file = folder / "danh-sach.xlsx"
    file.write_bytes(thirty.spreadsheet())
    printed = io.StringIO()
    now = world.clock.now()
    good = await import_file(file, now=now, today=now.date(), language="vi", console=Console(file=printed))
    assert good, printed.getvalue()


async def invited(world: World, name: str) -> str:
    """Return the token of an invitation for `name`."""
    [listed] = [each for each in await people.listed(None, None) if each.full_name == name]
    draw = random.Random(name).randbytes
    [made] = await invitations.make([listed.id], now=world.clock.now(), valid_for=timedelta(days=30), draw=draw)
    return made.token


async def joins(world: World, number: str, name: str, reads: str = "") -> Person:
    """Let somebody join; `reads` is the end of the consents' keys."""
    person = world.person(number)
    await person.starts(await invited(world, name))
    person.hears(f"joining.personal{reads}")
    await person.taps("joining.yes")
    person.hears(f"joining.sensitive{reads}")
    await person.taps("joining.yes")
    assert name in person.hears("joining.confirm").text
    await person.taps("joining.yes")
    person.hears("menu.first")
    return person


async def registers(member: Person) -> None:
    await member.taps("registration.open")
    season = next(each for each in member.buttons() if each.startswith("registration.tick")).split()[1]
    for code in CHOSEN:
        await member.taps(f"registration.tick {season} {code}")
    await member.taps(f"registration.page {season} 1")
    await member.taps(f"registration.tick {season} TT4")
    await member.taps(f"registration.page {season} 2")
    member.hears("registration.summary")
    await member.taps("registration.confirm")
    member.hears("registration.confirmed", count=7, year="2027")


async def answers(member: Person) -> None:
    """Say that the two activities were done, by whom, when and where; then hand in."""
    await member.taps("evidence.preview")
    question = next(" ".join(each.split()[:2]) for each in member.buttons() if each.startswith("evidence.answer"))
    await member.taps(f"{question} c.a 2")
    await member.says("Đoàn phường Bình An")
    await member.says("6/3/2027")
    await member.says("Mái ấm Hoa Sen")
    member.hears("evidence.preview")
    await member.taps("evidence.submit")


async def test_from_a_roster_of_thirty_to_an_approved_task(anywhere: World, tmp_path: Path) -> None:
    world = anywhere
    await imports_the_roster(world, tmp_path)
    now = world.clock.now()
    opened = await open_season("nguoi-cong-san-tre", 2027, None, None, now=now, today=now.date())
    assert opened.enrolled == 30

    member = await joins(world, "41", thirty.member(0))
    executive = await joins(world, "77", "Vũ Đức Thắng", "-officer")
    supervisor = await joins(world, "78", "Lý Thu Thuỷ", "-officer")

    await registers(member)
    assert thirty.member(0) in (await supervisor.notices("registration.news")).text

    await world.pass_time(timedelta(days=60))
    await member.says("nộp")
    await member.taps("evidence.start RL2")
    await member.sends_album([photo(tone) for tone in range(5)])
    await member.sends_document(PDF, "giay-xac-nhan.pdf", "application/pdf")
    card = member.hears("evidence.card").text
    assert "5 ảnh" in card
    assert "1 tệp" in card
    await answers(member)
    assert "Vũ Đức Thắng" in member.hears("evidence.handed-in").text

    shown = await executive.notices("reviews.card")
    assert thirty.member(0) in shown.text
    assert "Đoàn phường Bình An" in shown.text
    assert len(await executive.pictures()) == 5
    await executive.taps("reviews.return")
    await executive.says("Ảnh 3 chưa thấy ngày tổ chức.")
    told = (await member.notices("reviews.told-returned")).text
    assert "Ảnh 3 chưa thấy ngày tổ chức." in told

    await member.taps("evidence.again")
    await member.taps(keeping(member))
    await member.sends_photo(photo(90))
    await member.taps("evidence.preview")
    await member.taps("evidence.submit")
    assert "bản 2" in member.hears("evidence.handed-in").text

    await executive.notices("reviews.card")
    await executive.taps("reviews.approve")
    assert "đã duyệt lúc" in executive.hears("reviews.card").text
    assert "reviews.approve" not in " ".join(executive.buttons())
    await member.notices("reviews.told-approved", next=("reviews.told-done", {}))

    await member.says("sổ")
    assert "1/7" in member.hears("book.overview").text
    await member.taps("book.task RL2")
    whole = member.hears("book.task").text
    assert "Ảnh 3 chưa thấy ngày tổ chức." in whole
    assert "2/2" in whole
    await member.says("sổ")
    await member.taps("book.picture")
    picture = (await member.pictures())[-1]
    assert Image.open(io.BytesIO(picture)).width == 1080

    await nothing_is_left_undone()


def keeping(member: Person) -> str:
    """Return the choice that takes the files of the version before along."""
    return next(each for each in member.buttons() if each.startswith("evidence.again") and len(each.split()) > 2)


async def nothing_is_left_undone() -> None:
    """Every update handled, every message sent, every step in the trail."""
    assert not await sql.rows("SELECT id FROM inbox WHERE status <> 'done'")
    assert not await sql.rows("SELECT id, status FROM outbox WHERE status NOT IN ('sent', 'waiting', 'expired')")
    [submission] = await sql.rows("SELECT id FROM submissions WHERE version = 2")
    trail = [action for _, _, action, _ in await audit.trail(f"submission {submission['id']}")]
    assert trail == ["submission.begun", "submission.handed_in", "review.approved"]
