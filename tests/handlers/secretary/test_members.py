"""The list of members, one member's book, and the registration opened for one."""

from datetime import timedelta

import pytest

from journey.people import Role
from storage import enrolments, programmes
from tests.handlers.arrivals import comes
from tests.handlers.members import registers
from tests.handlers.secretary.office import HUONG, LAN, SON, THU, Office, office
from tests.support.harness import World


@pytest.fixture
async def desk(world: World) -> Office:
    return await office(world)


async def test_a_name_typed_without_accents_leads_to_the_members_book_in_the_books_own_words(desk: Office) -> None:
    thu, id_ = desk.thu, desk.id(HUONG)
    await desk.house.joins(LAN, Role.MEMBER)

    await thu.says("đoàn viên")
    shown = thu.hears("secretary.list", n=2).text
    assert LAN in shown
    assert HUONG in shown
    await thu.says("thi huong")
    assert LAN not in thu.hears("secretary.found", named="thi huong", n=1).text
    await thu.says("bình")
    thu.hears("secretary.found-nobody", named="bình")
    await thu.says("đoàn viên")
    await thu.taps(f"secretary.member {id_}")

    assert "Nhiệm vụ rèn luyện: 0/3" in thu.hears("secretary.member", name=HUONG, done=0, needed=7).text
    await thu.taps(f"secretary.member {id_} 1")
    await thu.taps(f"secretary.task {id_} RL2")
    thu.hears("secretary.task", name=HUONG, task="RL2 Tình nguyện an sinh xã hội")
    await thu.taps(f"secretary.member {id_}")
    await thu.taps("secretary.open")
    thu.hears("secretary.list", n=2)


async def test_more_than_seven_members_are_turned_over_and_the_longest_name_fits(desk: Office) -> None:
    for number in range(8):
        await desk.house.joins(f"Nguyễn Hoàng Phương Thảo Quỳnh {'ABCDEFGH'[number]}", Role.MEMBER)

    await desk.thu.says("đoàn viên")
    first = desk.thu.hears("secretary.list", n=9)
    assert len(first.buttons) == 9
    await desk.thu.taps("secretary.open 1")
    assert len(desk.thu.hears("secretary.list", n=9).buttons) == 3
    await desk.thu.says("thao quynh")
    assert len(desk.thu.hears("secretary.found", n=8).buttons) == 8


async def test_who_is_no_secretary_reads_so(desk: Office) -> None:
    await desk.huong.says("đoàn viên")
    desk.huong.hears("secretary.not-a-secretary")


async def test_registration_is_opened_for_one_who_came_late_and_who_is_told(desk: Office) -> None:
    lan, thu, world = await comes(desk.house, LAN, Role.MEMBER), desk.thu, desk.world
    id_ = desk.id(LAN)
    await lan.says("đăng ký")
    lan.hears("registration.late")

    await thu.says("đoàn viên")
    await thu.taps(f"secretary.member {id_}")
    await thu.taps("secretary.late")
    await thu.taps(f"secretary.until {id_} joined")
    await thu.says("hôm nay")
    thu.hears("secretary.ask-late-until")
    await thu.says("12/3")
    thu.hears("secretary.late-summary", name=LAN)
    await thu.taps("secretary.open_for")

    assert "12/03/2027" in thu.hears("secretary.member", name=LAN).text
    await lan.notices("secretary.told-open", name=THU, year="2027")
    await lan.taps("registration.open")
    assert "Hạn đăng ký: hết ngày 12/03/2027" in lan.hears("registration.page").text
    await registers(lan)
    lan.hears("registration.confirmed", year="2027")
    await desk.huong.says("đăng ký")
    assert "Đã hết hạn sửa" in desk.huong.hears("registration.settled").text
    await world.pass_time(timedelta(days=14))
    await lan.says("đăng ký")
    assert "Đã hết hạn sửa (12/03/2027)" in lan.hears("registration.settled").text
    assert await desk.trail("enrolment.opened") == [THU]


async def test_who_opens_it_for_no_longer_reads_who_did_before(desk: Office) -> None:
    son, id_ = await desk.son(), desk.id(HUONG)
    await desk.thu.forges(f"secretary.open_for {id_} away 2027-03-20")
    await son.forges(f"secretary.open_for {id_} other 2027-03-15")
    son.hears("secretary.late-already", name=THU)
    await son.forges(f"secretary.open_for {id_} other 2027-03-31")
    son.hears("secretary.member", name=HUONG)

    now = await programmes.current_season()
    assert now is not None
    found = await enrolments.find(id_, now.id)
    assert found is not None
    assert (str(found.open_until), found.opened_by) == ("2027-03-31", desk.id(SON))


async def test_what_stands_behind_a_members_task_is_no_name_to_look_for(desk: Office) -> None:
    await desk.thu.says("đoàn viên")
    for said in ("mien nhiem vu", "Ghi kết quả"):
        await desk.thu.says(said)
        desk.thu.hears("secretary.choose-first")
    await desk.thu.says("huong")
    desk.thu.hears("secretary.found", n=1)
