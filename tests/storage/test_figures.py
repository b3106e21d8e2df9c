"""The figures of many members at once agree with each one's own book."""

import random
from collections import Counter
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from handlers.member.standing import standing_of
from journey import sessions
from journey.criteria import need
from journey.digest import Answers, Held, Scope, Tally
from journey.people import Role
from journey.progress import Outcome
from journey.segments import Segment, Who
from storage import (
    consents,
    digest_pages,
    enrolments,
    figures,
    people,
    programmes,
    registrations,
    reviews,
    rulings,
    segments,
)
from storage.people import PersonRow, PostRow
from storage.programmes import Season
from storage.registrations import Registration
from storage.sessions import AnswerRow, SessionRow
from storage.submissions import SubmissionRow
from storage.units import GroupRow, UnitRow
from tests.handlers.members import season

LOCAL = datetime(2027, 11, 1, 8, 0, tzinfo=ZoneInfo("Asia/Ho_Chi_Minh"))
NOW, TODAY = LOCAL.astimezone(UTC), LOCAL.date()
TASKS = ("BB1", "BB2", "BB3", "RL1", "RL2", "RL4", "TT4")


@dataclass
class Laid:
    """Three units, the first above the others; a group of two units' members; who was asked to judge."""

    season: Season
    units: list[int]
    group: int
    judge: int
    members: list[int]


@pytest.fixture
async def laid(opened: str) -> Laid:
    """Members of every kind, made from one seed."""
    _ = await season(datetime(2027, 1, 11, tzinfo=UTC), (date(2027, 1, 1), date(2027, 1, 31)))
    now = await programmes.current_season()
    assert now is not None
    top = await UnitRow.create(code="K", name="Đoàn Khối")
    below = [await UnitRow.create(code=f"U{n}", name=f"Đoàn {n}", parent_id=top.id) for n in (1, 2)]
    group = await GroupRow.create(code="T1", name="Tổ 1", unit_id=top.id)
    judge = await _person("Võ Quang Dũng", top.id, None)
    _ = await PostRow.create(person_id=judge, role=str(Role.SECRETARY), unit_id=top.id)
    found = Laid(now, [top.id, *(each.id for each in below)], group.id, judge, [])
    dice = random.Random(5)
    for number in range(40):
        unit = below[number % 2].id
        person = await _person(f"Nguyễn Thị H{number:02}", unit, group.id if number % 3 else None)
        _ = await PostRow.create(person_id=person, role=str(Role.MEMBER), unit_id=unit)
        found.members.append(person)
        if number % 7:
            await _year(person, now, dice, number)
    return found


async def _person(name: str, unit: int, group: int | None) -> int:
    key = people.sort_text(name)
    row = await PersonRow.create(
        code=name, full_name=name, called=name, sort_key=key, folded=name, unit_id=unit, group_id=group
    )
    return row.id


async def _year(person: int, now: Season, dice: random.Random, number: int) -> None:
    """Let a member register and do more or less, with returns, corrections, rulings and dropped tasks."""
    enrolment = await enrolments.enrol(person, now.id)
    await enrolments.confirm(enrolment.id, now.programme, NOW - timedelta(days=290))
    _ = await registrations.choose(enrolment.id, TASKS, NOW - timedelta(days=290))
    taken = {each.task: each.id for each in await registrations.of_enrolment(enrolment.id)}
    programme = await programmes.parsed(now.programme)
    for code in TASKS:
        task = programme.task(code)
        claims = {each.id: each.scale[-1] if each.scale else need(task, each) for each in task.criteria}
        state = dice.choices(("approved", "waiting", "returned", "draft", ""), (12, 1, 1, 1, 1))[0]
        if number % 4 in (1, 3):
            state = "" if (number % 4, code) == (1, "BB1") else "approved"
        for version in range(1, 1 + bool(state) + (dice.random() < 0.2)):
            await _hand_in(taken[code], person, code, version, state or "returned", claims, dice)
        if (kind := _ruling(number, code, dice)) is not None:
            drafted = await rulings.draft(taken[code], kind, "…", by=person, now=NOW)
            _ = await rulings.let_stand(drafted.id, NOW)
    if number % 11 == 0:
        _ = await registrations.choose(enrolment.id, TASKS[:-1], NOW)


def _ruling(number: int, code: str, dice: random.Random) -> str | None:
    if number % 4 in (1, 3):
        return "provisional" if (number % 4, code) == (1, "BB1") else None
    return dice.choice(("exempt", "unmet")) if dice.random() < 0.1 else None


async def _hand_in(
    registration: int, person: int, code: str, version: int, state: str, claims: dict[str, Any], dice: random.Random
) -> None:
    at = NOW - timedelta(days=dice.randrange(120), hours=1)
    decided = at + timedelta(minutes=5) if state in ("approved", "returned") else None
    _ = await SubmissionRow.create(
        registration_id=registration, person_id=person, task=code, part=1, version=version, state=state, claims=claims,
        given={}, note="", opened_at=at, submitted_at=None if state == "draft" else at, decided_at=decided, reason="",
    )  # fmt: skip


async def _by_the_books(laid: Laid, members: list[int]) -> Counter[str]:
    """Count what each of `members` reads in the own book."""
    found = Counter[str]()
    for id_, person in (await people.load(members, TODAY)).items():
        enrolment = await enrolments.find(id_, laid.season.id)
        if enrolment is None or enrolment.programme is None:
            continue
        found["registered"] += 1
        found[(await standing_of(person, TODAY)).progress.outcome] += 1
    return found


async def test_what_is_counted_at_once_is_what_the_books_say(laid: Laid) -> None:
    where = await digest_pages.places()
    everybody = Scope(frozenset(laid.units), frozenset(), (laid.units[0],))
    one_unit = Scope(frozenset(laid.units[1:2]), frozenset(), (laid.units[1],))
    group = Scope(frozenset(), frozenset({laid.group}))
    known = await figures.of([everybody, one_unit, group], laid.season, LOCAL)

    whole = where.fold(everybody, known).tally
    assert all((whole.in_progress, whole.provisional, whole.done)), "the unit is not mixed"
    for who, members in (
        (everybody, laid.members),
        (one_unit, laid.members[::2]),
        (group, [each for number, each in enumerate(laid.members) if number % 3]),
    ):
        tally = where.fold(who, known).tally
        books = await _by_the_books(laid, members)
        assert tally.members == len(members)
        assert tally.registered == books["registered"]
        assert (tally.in_progress, tally.provisional, tally.done) == tuple(books[each] for each in Outcome)


async def test_the_week_counts_seven_days_and_what_waits_longest_names_whom_it_waits_for(laid: Laid) -> None:
    where = await digest_pages.places()
    who = Scope(frozenset(laid.units), frozenset(), (laid.units[0],))
    before = where.fold(who, await figures.of([who], laid.season, LOCAL)).tally
    enrolment = await enrolments.find(laid.members[1], laid.season.id)
    assert enrolment is not None
    [taken] = [each for each in await registrations.of_enrolment(enrolment.id) if each.task == "RL2"]
    for part, days in ((2, 6), (3, 8)):
        row = await SubmissionRow.create(
            registration_id=taken.id, person_id=laid.members[1], task="RL2", part=part, version=1, state="waiting",
            claims={}, given={}, note="", opened_at=NOW, submitted_at=NOW - timedelta(days=days), reason="",
        )  # fmt: skip
        await reviews.ask(row.id, {"bch_doan_co_so": [laid.judge]}, NOW - timedelta(days=days))

    digest = where.fold(who, await figures.of([who], laid.season, LOCAL))
    assert digest.tally.handed_in == before.handed_in + 1
    assert digest.tally.waiting == before.waiting + 2
    [page] = await digest_pages.pages([digest], where, NOW, TODAY, named=5)
    assert [(each.name, each.task, each.days) for each in page.waits] == [
        ("Nguyễn Thị H01", "RL2", 8),
        ("Nguyễn Thị H01", "RL2", 6),
    ]
    assert {body for each in page.waits for body, _ in each.on} == {"BCH Đoàn cơ sở"}
    assert [each.name for each in page.named] == sorted(each.name for each in page.named)
    assert page.digest.tally.at_risk == len(page.digest.noticed) > 0


async def test_who_left_waits_for_nobody_and_who_withdrew_the_consent_is_not_named(laid: Laid) -> None:
    where = await digest_pages.places()
    who = Scope(frozenset(laid.units), frozenset(), (laid.units[0],))
    before = where.fold(who, await figures.of([who], laid.season, LOCAL))
    away = before.noticed[0].person
    await consents.record(
        "personal", True, person=away, chat="web:1", text_version="1", language="vi", at=NOW - timedelta(days=200)
    )
    left = laid.members[2]
    row = await SubmissionRow.create(
        registration_id=(await _taken(laid, left)).id, person_id=left, task="RL2", part=9, version=1, state="waiting",
        claims={}, given={}, note="", opened_at=NOW, submitted_at=NOW, reason="",
    )  # fmt: skip
    await reviews.ask(row.id, {"bch_doan_co_so": [laid.judge]}, NOW)
    assert row.id in [each.submission for each in (await _held(who, laid))]

    _ = await consents.withdraw(away, NOW)
    _ = await PostRow.filter(person_id=left).update(to_on=TODAY - timedelta(days=1))
    after = where.fold(who, await figures.of([who], laid.season, LOCAL))
    assert away not in [each.person for each in after.noticed]
    assert after.tally.at_risk == len(after.noticed) < len(before.noticed)
    assert row.id not in [each.submission for each in (await _held(who, laid))]


async def test_the_days_since_somebody_handed_in_are_local_ones(laid: Laid) -> None:
    where = await digest_pages.places()
    who = Scope(frozenset(laid.units), frozenset(), (laid.units[0],))
    first = where.fold(who, await figures.of([who], laid.season, LOCAL)).noticed[0].person
    for at, days in ((time(0, 30), 30), (time(23, 30), 30), (time(23, 30), 31)):
        moment = datetime.combine(TODAY - timedelta(days=days), at, LOCAL.tzinfo)
        _ = await SubmissionRow.filter(person_id=first).update(submitted_at=moment.astimezone(UTC))
        digest = where.fold(who, await figures.of([who], laid.season, LOCAL))
        assert [each.why.days for each in digest.noticed if each.person == first] == [days]


async def _taken(laid: Laid, member: int) -> Registration:
    enrolment = await enrolments.find(member, laid.season.id)
    assert enrolment is not None
    return next(each for each in await registrations.of_enrolment(enrolment.id) if each.task == "RL2")


async def _held(who: Scope, laid: Laid) -> list[Held]:
    found = await figures.waiting(who, laid.season, 1000, TODAY)
    return [each for held in found.values() for each in held]


async def test_sessions_of_the_week_are_those_that_members_of_the_place_are_invited_to(laid: Laid) -> None:
    top, first, second = laid.units
    made = {}
    for title, unit, days in (("Khối", top, 2), ("Một", first, 3), ("Hai", second, 3), ("Sau", first, 9)):
        row = await SessionRow.create(
            season_id=laid.season.id, title=title, starts_at=NOW + timedelta(days=days), minutes=90, unit_id=unit,
            made_at=NOW,
        )  # fmt: skip
        made[title] = row.id
    for person, going in ((laid.members[0], True), (laid.members[1], False), (laid.members[2], True)):
        _ = await AnswerRow.create(session_id=made["Khối"], person_id=person, going=going, answered_at=NOW)

    where = await digest_pages.places()
    who = Scope(frozenset({first}), frozenset(), (first,))
    digest = where.fold(who, await figures.of([who], laid.season, LOCAL))
    assert [(each.title, answers) for each, answers in digest.coming] == [("Khối", Answers(2, 0)), ("Một", Answers())]


def test_parts_are_in_the_order_people_count_and_too_many_share_the_last_bar() -> None:
    bars = digest_pages._few([(f"Tổ {n}", Tally(members=1)) for n in range(40, 0, -1)])
    assert [bar.name for bar in bars[:3]] == ["Tổ 1", "Tổ 2", "Tổ 3"]
    assert (len(bars), bars[-1].rest, bars[-1].tally.members) == (30, 11, 11)


async def test_those_to_look_after_are_written_to_as_the_digest_counts_them(laid: Laid) -> None:
    where = await digest_pages.places()
    who = Scope(frozenset({laid.units[1]}), frozenset(), (laid.units[1],))
    digest = where.fold(who, await figures.of([who], laid.season, LOCAL))
    segment = Segment(Who.AT_RISK, sessions.Scope(unit=laid.units[1]))
    assert set(await segments.people(segment, LOCAL)) == {each.person for each in digest.noticed}
