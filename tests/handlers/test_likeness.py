"""What was handed in before and comes again: its assessors are told, and shown both; nobody else is."""

import io
import random
from collections.abc import Awaitable, Callable
from datetime import timedelta

import pytest
from PIL import Image

from benchmarks.essays import essay, reordered
from benchmarks.photographs import jpeg, mirrored, photograph
from handlers import likeness
from journey.people import Role
from storage import sql
from storage.units import GroupRow, UnitRow
from tests.handlers.arrivals import comes
from tests.handlers.members import Unit, registers, season, unit
from tests.handlers.test_reviews import finishes
from tests.support.harness import Person, World

HUONG, LAN, MAI, NAM = "Nguyễn Thị Hương", "Trần Ngọc Lan", "Lê Thị Mai", "Hoàng Văn Nam"
DUNG, TAM, KHOA = "Võ Quang Dũng", "Đặng Minh Tâm", "Bùi Đăng Khoa"

Members = Callable[..., Awaitable[list[Person]]]


@pytest.fixture
async def house(world: World) -> Unit:
    found = await unit(world)
    await season(world.clock.now())
    return found


@pytest.fixture
async def elsewhere(house: Unit, world: World) -> Unit:
    """Another unit, with a board of its own."""
    row = await UnitRow.create(code="CD2", name="Chi đoàn Hai", kind="Đoàn cơ sở")
    group = await GroupRow.create(code="T2", name="Tổ 2", unit_id=row.id)
    return Unit(world, {}, row.id, group.id)


async def members(world: World, *wanted: tuple[Unit, str]) -> list[Person]:
    """Let members come and register, then fifty days pass."""
    found = [await comes(at, name, Role.MEMBER) for at, name in wanted]
    for person in found:
        await registers(person)
    await world.pass_time(timedelta(days=50))
    return found


async def writes(person: Person, paragraphs: list[str]) -> int:
    """Hand an essay in, in parts as a phone sends them; return the hand-in's id."""
    await person.says("nộp")
    await person.taps("evidence.start BB3")
    for start in range(0, len(paragraphs), 4):
        await person.says("\n".join(paragraphs[start : start + 4]))
    await person.taps("evidence.preview")
    await person.taps("evidence.submit")
    return await newest()


async def shows(person: Person, picture: bytes) -> int:
    """Hand a picture in for RL2; return the hand-in's id."""
    await person.says("nộp")
    await person.taps("evidence.start RL2")
    await person.sends_photo(picture)
    await finishes(person)
    return await newest()


async def newest() -> int:
    [(id_,)] = await sql.tuples("SELECT MAX(id) FROM submissions WHERE state = 'waiting'")
    return int(id_)


async def test_a_reordered_essay_is_shown_beside_its_source_to_the_assessor_alone(house: Unit, world: World) -> None:
    tam = await comes(house, TAM, Role.STANDING_COMMITTEE, group=False)
    lan, huong, mai = await members(world, (house, LAN), (house, HUONG), (house, MAI))
    source = essay(1)
    original = await writes(lan, source)
    assert not await likeness.is_flagged(original)
    assert not await likeness.is_flagged(await writes(mai, essay(2)))
    copy = await writes(huong, reordered(random.Random(1), source, []))
    assert await likeness.is_flagged(copy)

    await tam.look()
    card = tam.screen[-1]
    assert f"trùng với bài của {LAN} (BB3, năm 2027)" in card.text
    assert all("Nên xem lại" not in message.text for person in (lan, huong, mai) for message in person.screen)
    await tam.taps(f"likeness.show {copy}")
    tam.hears("likeness.heading", name=LAN, task="BB3", year="2027", n=5)
    passage = tam.hears("likeness.passage", n=1, author=HUONG, name=LAN).text
    mine, theirs = [line.partition("“")[2] for line in passage.splitlines() if line.startswith("▸")][:2]
    assert len(mine) > 200
    assert mine == theirs
    read = await sql.tuples("SELECT subject FROM audit WHERE action = 'submission.read'")
    assert {subject for (subject,) in read} == {f"submission {copy}", f"submission {original}"}


async def test_the_next_version_is_not_like_the_one_before_it(house: Unit, world: World) -> None:
    tam = await comes(house, TAM, Role.STANDING_COMMITTEE, group=False)
    (lan,) = await members(world, (house, LAN))
    await writes(lan, essay(1))
    await tam.taps("reviews.return")
    await tam.taps(next(each for each in tam.buttons() if each.endswith(" blurred")))
    await lan.look()
    await lan.taps("evidence.again")
    await lan.taps(next(each for each in lan.buttons() if each.endswith(" keep")))
    await lan.taps("evidence.preview")
    await lan.taps("evidence.submit")
    [(kept,)] = await sql.tuples("SELECT COUNT(DISTINCT submission_id) FROM essay_prints")
    assert kept == 1
    assert not await likeness.is_flagged(await newest())


async def test_a_mirrored_picture_of_another_member_is_named_to_who_may_see_it(house: Unit, world: World) -> None:
    dung = await comes(house, DUNG, Role.EXECUTIVE, group=False)
    lan, huong = await members(world, (house, LAN), (house, HUONG))
    picture = photograph(3)
    assert not await likeness.is_flagged(await shows(lan, jpeg(picture)))
    copy = await shows(huong, mirrored(picture, random.Random(1)))
    card = (await dung.notices("reviews.card")).text
    assert f"ảnh 1 rất giống ảnh {LAN} đã nộp (RL2, năm 2027)" in card
    await dung.taps(f"likeness.show {copy}")
    dung.hears("likeness.pictures", n=1, author=HUONG, name=LAN)
    assert sum(len(message.files) for message in dung.news()) == 2


async def test_handing_in_searches_nothing_and_the_later_of_two_is_told_whichever_arrived_first(
    house: Unit, world: World
) -> None:
    lan, huong = await members(world, (house, LAN), (house, HUONG))
    picture = photograph(6)
    for person, sent in ((lan, jpeg(picture)), (huong, mirrored(picture, random.Random(1)))):
        await person.says("nộp")
        await person.taps("evidence.start RL2")
        await person.sends_photo(sent)
    await sql.run("DELETE FROM photo_hashes")  # all that a search could find
    await finishes(huong)
    assert not await likeness.is_flagged(await newest())
    await world.pass_time(timedelta(minutes=1))
    await finishes(lan)
    [(later,)] = await sql.tuples("SELECT id FROM submissions ORDER BY submitted_at DESC LIMIT 1")
    assert await likeness.is_flagged(later)


async def test_of_another_units_hand_in_the_assessor_learns_that_but_not_whose(
    house: Unit, elsewhere: Unit, world: World
) -> None:
    dung = await comes(house, DUNG, Role.EXECUTIVE, group=False)
    await comes(elsewhere, KHOA, Role.EXECUTIVE, group=False)
    nam, huong = await members(world, (elsewhere, NAM), (house, HUONG))
    picture = jpeg(photograph(4))
    await shows(nam, picture)
    copy = await shows(huong, picture)
    assert "ảnh 1 đã có người nộp" in (await dung.notices("reviews.card")).text
    await dung.forges(f"likeness.show {copy}")
    dung.hears("likeness.nothing-to-see")
    assert all(NAM not in message.text for message in dung.screen)


async def test_a_picture_taken_in_another_year_is_said_so(house: Unit, world: World) -> None:
    dung = await comes(house, DUNG, Role.EXECUTIVE, group=False)
    (huong,) = await members(world, (house, HUONG))
    exif = Image.Exif()
    exif.get_ifd(0x8769)[0x9003] = "2025:05:12 08:00:00"
    out = io.BytesIO()
    photograph(5).save(out, "JPEG", exif=exif)
    assert await likeness.is_flagged(await shows(huong, out.getvalue()))
    assert "ảnh 1 chụp ngày 12/05/2025, ngoài năm hành trình" in (await dung.notices("reviews.card")).text
