"""Writing to many: whom it reaches, confirmed once, stopped in the middle, who did not get it; and who may not."""

from datetime import date, datetime, time, timedelta

import pytest

from bot.jobs import Jobs
from journey.announcement import A_DAY
from journey.people import Role
from journey.sending_hours import Own
from scheduler import broadcasts
from storage import audit, chats, consents, reminder_wishes, sql, submissions
from storage.attendance import AttendanceRow
from storage.people import PersonRow, PostRow
from storage.sessions import AnswerRow, SessionRow
from storage.units import GroupRow, UnitRow
from tests.handlers.arrivals import comes
from tests.handlers.members import Unit, registers, season, unit
from tests.support.harness import Person, World

THU, HUONG, LAN, NAM, VY, BINH = (
    "Lê Minh Thu",
    "Nguyễn Thị Hương",
    "Phạm Ngọc Lan",
    "Đỗ Văn Nam",
    "Trần Khánh Vy",
    "Phan Văn Bình",
)
WORDS = "Sinh hoạt chi đoàn lúc 19 giờ thứ Sáu, mời các bạn dự đủ."


@pytest.fixture
async def house(world: World) -> Unit:
    found = await unit(world)
    _ = await season(world.clock.now())
    return found


@pytest.fixture
async def thu(house: Unit) -> Person:
    """The unit's secretary, and a member."""
    return await comes(house, THU, Role.SECRETARY, Role.MEMBER, group=False)


@pytest.fixture
async def huong(house: Unit) -> Person:
    return await comes(house, HUONG, Role.MEMBER)


@pytest.fixture
async def lan(house: Unit) -> Person:
    return await comes(house, LAN, Role.MEMBER)


async def is_listed(house: Unit, name: str) -> None:
    """Add a member to the roster who never opened the bot."""
    row = await PersonRow.create(
        code=name, full_name=name, called="Vy", sort_key=name, folded=name, unit_id=house.unit, group_id=house.group
    )
    _ = await PostRow.create(person_id=row.id, role=str(Role.MEMBER), unit_id=house.unit)
    house.ids[name] = row.id


async def laid_out(world: World) -> None:
    """Let the job run as often as it has something to do."""
    jobs = Jobs(world.service.road, world.service.offices)
    while await jobs.portion(broadcasts, world.clock.now()):
        pass


async def ticks(world: World) -> None:
    """Let the job run, what it owes leave, and the job see that it left: two minutes."""
    for _ in range(2):
        await laid_out(world)
        await world.settle()


async def goes_to(world: World, day: date, hour: int) -> None:
    local = datetime.combine(day, time(hour), world.zone)
    await world.pass_time(local - world.clock.now())


async def writes(who: Person, segment: str, words: str = WORDS) -> None:
    await who.says("thong bao")
    await who.taps(f"broadcast.to {segment}")
    await who.says(words)


async def has(who: Person) -> int:
    """Return how many messages with `WORDS` somebody has got."""
    await who.look()
    return sum(WORDS in each.text and not each.mine for each in who.screen)


async def hand_in_of(house: Unit, name: str, task: str, world: World) -> None:
    """Let a task of somebody wait for approval."""
    (taken,) = await sql.rows(
        "SELECT r.id FROM registrations r JOIN enrolments e ON e.id = r.enrolment_id"
        " WHERE r.task = ?1 AND e.person_id = ?2",
        task,
        house.ids[name],
    )
    begun = await submissions.begin(registration=taken["id"], person=house.ids[name], task=task, now=world.clock.now())
    await submissions.hand_in(begun.id, {"a": 1}, world.clock.now())


async def test_nothing_leaves_before_it_was_read_over_and_confirmed_and_then_once(
    house: Unit, world: World, thu: Person, huong: Person, lan: Person
) -> None:
    await is_listed(house, VY)
    await lan.says("/ngonngu")
    await lan.taps("language.set en")
    segment = f"all@u{house.unit}"
    frame = {"name": THU, "post": ("broadcast.post-secretary", {"place": "Chi đoàn Một"}), "text": WORDS}

    await thu.says("thong bao")
    shown = thu.hears("broadcast.choose", place="Chi đoàn Một")
    assert ("Tất cả đoàn viên: 3", f"broadcast.to {segment}") in shown.buttons
    assert ("Chưa vào bot: 1", f"broadcast.out u{house.unit}") in shown.buttons
    await thu.taps(f"broadcast.to {segment}")
    thu.hears("broadcast.ask", n=3)
    await thu.says(f"{WORDS}\nXem http://chidoan.vn")
    thu.hears("refusal.address-not-safe", address="http://chidoan.vn")
    await thu.says(WORDS)
    thu.hears("broadcast.message-member", **frame)
    sample = thu.hears("broadcast.sample", when=("broadcast.when-now", {})).text
    assert "3 người: 2 người nhận được" in sample
    assert "chưa vào bot: 1" in sample
    await ticks(world)
    assert not await has(huong)

    await huong.turns_to_the_phone()
    await lan.turns_to_the_phone()
    draft = next(each for each in thu.buttons() if each.startswith("broadcast.send "))
    await thu.taps(draft)
    thu.hears("broadcast.leaving", sent=0, people=3)
    await thu.forges(draft)
    await ticks(world)
    await huong.look()
    await lan.look()
    huong.hears("broadcast.message-member", **frame)
    assert "Announcement of Lê Minh Thu, secretary of Chi đoàn Một" in lan.news()[-1].text
    assert [await has(huong), await has(lan)] == [1, 1]
    await thu.notices("broadcast.done", sent=2, people=3, lines=("broadcast.missed-not-joined", {"n": 1}))

    await thu.taps("broadcast.missed")
    thu.hears("broadcast.list", n=1)
    assert f"{VY} (Tổ 1): chưa vào bot" in thu.screen[-1].text
    (trail,) = await sql.rows("SELECT subject, details FROM audit WHERE action = 'announcement.sent'")
    assert (await audit.trail(trail["subject"]))[0][3] == {"segment": segment, "people": 3}
    assert WORDS not in str(trail)


async def test_what_waits_for_a_persons_own_hours_is_taken_back_when_it_is_stopped_and_can_be_sent_again(
    house: Unit, world: World, thu: Person, huong: Person, lan: Person
) -> None:
    await reminder_wishes.keep_hours(house.ids[LAN], Own(time(19), time(20)))
    await writes(thu, f"all@u{house.unit}")
    await thu.taps("broadcast.send")
    await ticks(world)
    assert await has(huong)
    await thu.notices("broadcast.leaving", sent=1, people=2)
    await thu.taps("broadcast.stop")
    thu.hears("broadcast.stopping", sent=1, n=1)
    await ticks(world)
    await thu.notices("broadcast.stopped", sent=1, people=2, lines=("broadcast.missed-stopped", {"n": 1}))
    await goes_to(world, date(2027, 1, 11), 19)
    assert not await has(lan)

    await thu.taps("broadcast.missed")
    await thu.taps("broadcast.again")
    assert "1 người: 1 người nhận được" in thu.hears("broadcast.sample").text
    await thu.taps("broadcast.send")
    await ticks(world)
    assert [await has(lan), await has(huong)] == [1, 1]

    (first,) = await sql.tuples("SELECT MIN(id) FROM broadcasts")
    await thu.forges(f"broadcast.again {first[0]}")
    thu.hears("broadcast.nobody")


async def test_who_withdraws_the_consent_gets_nothing_that_waits_and_what_was_stopped_comes_to_an_end(
    house: Unit, world: World, thu: Person, huong: Person, lan: Person
) -> None:
    for name in (HUONG, LAN):
        await reminder_wishes.keep_hours(house.ids[name], Own(time(19), time(20)))
    await consents.record(
        "personal", True, person=house.ids[LAN], chat=lan.chat, text_version="1", language="vi", at=world.clock.now()
    )
    await writes(thu, f"all@u{house.unit}")
    await thu.taps("broadcast.send")
    await ticks(world)
    await lan.says("du lieu cua toi")
    lan.hears("my-data.kept", announcements=1)
    await lan.taps("my-data.withdraw")
    await lan.taps("my-data.withdraw-now")
    await sql.run("UPDATE outbox SET error = 'unknown' WHERE key LIKE ?1", f"broadcast:%:{house.ids[HUONG]}:0/0")

    await thu.taps("broadcast.stop")
    world.clock.move_to(datetime.combine(date(2027, 1, 12), time(9), world.zone))
    await ticks(world)
    assert [await has(huong), await has(lan)] == [0, 0]
    ended = await thu.notices("broadcast.stopped", sent=0, people=2)
    found = {line.strip("• ") for line in ended.text.splitlines()}
    assert {"chưa rõ đã tới hay chưa: 1", "đã rút lại sự đồng ý: 1"} <= found, (
        "a stop is not why of what came before it"
    )


async def test_outside_of_the_hours_it_waits_for_their_opening_and_for_whom_it_still_is(
    house: Unit, world: World, thu: Person, huong: Person, lan: Person
) -> None:
    nam = await comes(house, NAM, Role.MEMBER)
    binh = await comes(house, BINH, Role.SUPERVISOR)
    await consents.record(
        "personal", True, person=house.ids[NAM], chat=nam.chat, text_version="1", language="vi", at=world.clock.now()
    )
    await goes_to(world, date(2027, 1, 11), 21)
    await writes(thu, f"new@u{house.unit}")
    assert "08:00 12/01/2027" in thu.hears("broadcast.sample").text
    await thu.taps("broadcast.send")
    assert "08:00 12/01/2027" in thu.hears("broadcast.waits", sent=0, people=3).text
    await thu.says("thong bao")
    await thu.taps("broadcast.show")
    thu.hears("broadcast.waits", sent=0, people=3)
    await ticks(world)
    assert not await has(huong)

    await registers(lan)
    await nam.says("du lieu cua toi")
    await nam.taps("my-data.withdraw")
    await nam.taps("my-data.withdraw-now")
    await goes_to(world, date(2027, 1, 12), 8)
    await ticks(world)
    assert [await has(huong), await has(lan), await has(nam)] == [1, 0, 0]
    done = (await thu.notices("broadcast.done", sent=1, people=3)).text
    assert "không còn trong nhóm nhận: 1" in done
    assert "đã rút lại sự đồng ý: 1" in done
    assert await has(binh) == 0


async def test_who_blocks_us_in_the_middle_is_named_with_where_a_message_would_reach_them(
    house: Unit, world: World, thu: Person, huong: Person, lan: Person
) -> None:
    await writes(thu, f"all@u{house.unit}")
    assert "2 người: 2 người nhận được" in thu.hears("broadcast.sample").text
    await thu.taps("broadcast.send")
    await chats.set_reachable(lan.chat, False)
    await ticks(world)
    assert await has(huong)
    await thu.notices("broadcast.done", sent=1, people=2, lines=("broadcast.missed-blocked", {"n": 1}))

    await lan.says("menu")
    await thu.taps("broadcast.missed")
    thu.hears("broadcast.list", n=1)
    assert f"{LAN} (Tổ 1): đã chặn bot; nay nhận được qua" in thu.screen[-1].text
    await thu.taps("broadcast.again")
    await thu.taps("broadcast.send")
    await ticks(world)
    assert [await has(lan), await has(huong)] == [1, 1]


async def test_what_could_not_leave_in_the_hours_leaves_in_the_next_ones_and_not_days_later(
    house: Unit, world: World, thu: Person, huong: Person
) -> None:
    await reminder_wishes.keep_hours(house.ids[HUONG], Own(time(19), time(20)))
    for begins, days in ((11, 1), (14, 3)):  # an outage lasts until the next morning; until three days later
        await goes_to(world, date(2027, 1, begins), 9)
        await writes(thu, f"all@u{house.unit}")
        await thu.taps("broadcast.send")
        await laid_out(world)
        nine = datetime.combine(world.clock.now().date() + timedelta(days=days), time(9), world.zone)
        world.clock.move_to(nine)
        await ticks(world)
        assert await has(huong) == int(days == 3)
        await goes_to(world, nine.date(), 19)
        await ticks(world)
        assert await has(huong) == 1
        late = "" if days == 1 else ("broadcast.missed-late", {"n": 1})
        await thu.notices("broadcast.done", sent=int(days == 1), people=1, lines=late)


async def test_one_at_a_time_and_five_a_day(house: Unit, world: World, thu: Person, huong: Person) -> None:
    segment = f"all@u{house.unit}"
    await goes_to(world, date(2027, 1, 11), 12)
    await writes(thu, segment)
    await thu.taps("broadcast.send")
    await writes(thu, segment)
    await thu.taps("broadcast.send")
    thu.hears("refusal.one-at-a-time")
    await goes_to(world, date(2027, 1, 11), 14)
    await ticks(world)
    for _ in range(A_DAY - 1):
        await writes(thu, segment)
        await thu.taps("broadcast.send")
        await ticks(world)
    await writes(thu, segment)
    await thu.taps("broadcast.send")
    thu.hears("refusal.enough-for-today", most=A_DAY)
    assert await has(huong) == A_DAY

    await goes_to(world, date(2027, 1, 12), 9)
    await thu.taps("broadcast.send")
    await ticks(world)
    assert await has(huong) == A_DAY + 1


async def test_those_behind_are_reminded_in_ready_words_that_can_be_changed_and_one_is_written_to_alone(
    house: Unit, world: World, thu: Person, huong: Person, lan: Person
) -> None:
    await registers(huong)
    await registers(lan)
    await hand_in_of(house, LAN, "RL2", world)
    await thu.says("thong bao")
    await thu.taps("broadcast.tasks")
    await thu.taps(f"broadcast.tasks u{house.unit} 1")
    await thu.taps(f"broadcast.to behind:RL2@u{house.unit}")
    thu.hears("broadcast.ask", n=1)
    await thu.taps("broadcast.remind")
    thu.hears("broadcast.message-member")
    assert "RL2" in thu.hears("broadcast.sample").text
    await thu.says("Bạn nộp RL2 trước thứ Sáu nhé.")
    await thu.taps("broadcast.send")
    await ticks(world)
    assert "Bạn nộp RL2 trước thứ Sáu nhé." in (await huong.notices("broadcast.message-member")).text
    await lan.look()
    assert not any("RL2 trước" in each.text for each in lan.screen)

    await thu.says("doan vien")
    await thu.taps(f"secretary.member {house.ids[LAN]}")
    await thu.taps(f"broadcast.one {house.ids[LAN]}")
    thu.hears("broadcast.ask-one", who=LAN)
    await thu.says(WORDS)
    await thu.taps("broadcast.send")
    await ticks(world)
    await lan.notices("broadcast.message-one", name=THU, text=WORDS)
    assert not await has(huong)


async def test_a_supervisor_writes_to_the_own_group_and_a_secretary_to_the_own_unit(
    house: Unit, world: World, thu: Person, huong: Person
) -> None:
    binh = await comes(house, BINH, Role.SUPERVISOR)
    other = await UnitRow.create(code="CD2", name="Chi đoàn Hai")
    foreign = await GroupRow.create(code="T2", name="Tổ 2", unit_id=other.id)
    for forged in (f"all@u{house.unit}", f"all@g{foreign.id}", "all@*", f"role:supervisor@u{house.unit}"):
        await binh.forges(f"broadcast.to {forged}")
        binh.hears("broadcast.not-yours")
    for forged in (f"all@u{other.id}", f"new@g{foreign.id}", f"out@u{house.unit}", "all@*"):
        await thu.forges(f"broadcast.to {forged}")
        thu.hears("broadcast.not-yours")
    await thu.forges(f"broadcast.out u{other.id}")
    thu.hears("broadcast.not-yours")

    await writes(thu, f"all@u{house.unit}")
    draft = next(each for each in thu.buttons() if each.startswith("broadcast.send "))
    for tried in (
        draft,
        draft.replace("send", "stop"),
        draft.replace("send", "missed"),
        draft.replace("send", "again"),
    ):
        await binh.forges(tried)
        binh.hears("broadcast.not-yours")
    _ = await PostRow.filter(person_id=house.ids[THU], role="secretary").update(to_on=date(2027, 1, 10))
    await thu.taps("broadcast.send")
    thu.hears("broadcast.not-yours")

    await writes(binh, f"all@g{house.group}")
    binh.hears("broadcast.message-member", post=("broadcast.post-supervisor", {"place": "Tổ 1"}))
    await binh.taps("broadcast.send")
    await ticks(world)
    assert await has(huong) == 1


async def test_who_declined_a_session_or_did_not_come_is_written_to_and_who_is_not_in_the_bot_is_listed(
    house: Unit, world: World, thu: Person, huong: Person, lan: Person
) -> None:
    nam = await comes(house, NAM, Role.MEMBER)
    await is_listed(house, VY)
    held = await SessionRow.create(
        season_id=1,
        title="Thời sự quý I",
        starts_at=world.clock.now() - timedelta(days=1),
        minutes=90,
        unit_id=house.unit,
        made_at=world.clock.now() - timedelta(days=9),
    )
    now = world.clock.now()
    _ = await AnswerRow.create(session_id=held.id, person_id=house.ids[LAN], going=False, answered_at=now)
    _ = await AttendanceRow.create(session_id=held.id, person_id=house.ids[NAM], way="ticked", state="counted", at=now)

    await thu.says("thong bao")
    await thu.taps("broadcast.sessions")
    shown = thu.hears("broadcast.sessions").buttons
    assert [label for label, _ in shown[:2]] == ["Không dự 10/01/2027: 2", "Xin vắng 10/01/2027: 1"]
    await thu.taps(f"broadcast.to missed:{held.id}@u{house.unit}")
    await thu.says(WORDS)
    assert "Đoàn viên không dự “Thời sự quý I” · Chi đoàn Một" in thu.hears("broadcast.sample").text
    await thu.taps("broadcast.send")
    await ticks(world)
    assert [await has(each) for each in (huong, lan, nam)] == [1, 0, 0]
    await held.filter(id=held.id).update(state="cancelled")
    await thu.forges(f"broadcast.sessions u{house.unit}")
    shown = thu.hears("broadcast.sessions").buttons
    assert [label for label, _ in shown[:2]] == ["Xin vắng 10/01/2027: 1", "Quay lại"]  # nobody missed it

    await thu.says("thong bao")
    await thu.taps("broadcast.out")
    assert f"{VY} (Tổ 1)" in thu.hears("broadcast.out", n=1).text
    await thu.taps("broadcast.open")
    await thu.taps("broadcast.roles")
    thu.hears("broadcast.roles-none")


async def test_ready_words_ask_nobody_to_register_while_the_registration_is_closed(
    house: Unit, world: World, thu: Person, huong: Person
) -> None:
    await thu.forges(f"broadcast.remind new@u{house.unit}")
    assert "gõ “đăng ký”" in thu.hears("broadcast.message-member").text
    await goes_to(world, date(2027, 3, 2), 9)
    await thu.forges(f"broadcast.remind new@u{house.unit}")
    assert "đợt đăng ký hiện không mở" in thu.hears("broadcast.message-member").text
