"""What a person is to be reminded of leaves in hours, a few days a week, merged, or is dropped with a reason."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta
from functools import cache
from zoneinfo import ZoneInfo

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.office import Offices
from bot.settings import Settings
from journey.reminders import Kind
from journey.reminding import Waiting, Why, Wishes, decide
from journey.sending_hours import A_WEEK, Audience, Own, SendingHours

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
HOUR, DAY = timedelta(hours=1), timedelta(days=1)


@cache
def hours(year: int) -> SendingHours:
    """Return the hours of the real calendar around `year`."""
    return Offices(Settings(_env_file=None)).at(date(year, 7, 1))


def at(day: int, hour: int, minute: int = 0) -> datetime:
    """Return a moment of March 2027; the 1st, 8th, 15th … are Mondays."""
    return datetime(2027, 3, day, hour, minute, tzinfo=ZONE)


def reminder(id_: int, kind: Kind = Kind.TASK, *, due: datetime, expires: datetime, put_off: bool = False) -> Waiting:
    return Waiting(id_, kind, due, expires, put_off)


@dataclass
class Told:
    """What became of one person's reminders: messages as (moment, ids), and why the others never left."""

    messages: list[tuple[datetime, tuple[int, ...]]] = field(default_factory=list)
    dropped: dict[int, Why] = field(default_factory=dict)


def play(
    waiting: list[Waiting],
    wishes: Wishes = Wishes(),  # noqa: B008 - frozen
    check: Callable[[datetime, Waiting, datetime], None] = lambda *_: None,
) -> Told:
    """Decide whenever something is due, until nothing waits."""
    left, told = {each.id: each for each in waiting}, Told()
    for _ in range(40 * len(waiting) + 1):
        if not left:
            return told
        now = max(
            min(each.due_at for each in left.values()),
            told.messages[-1][0] if told.messages else at(1, 0).min.replace(tzinfo=ZONE),
        )
        monday = now.date() - timedelta(days=now.weekday())
        days = {moment.date() for moment, _ in told.messages if moment.date() >= monday}
        week = [each for each in left.values() if each.due_at.date() < monday + timedelta(days=7)]
        decision = decide(week, now, hours(now.year), wishes, days)
        for id_, wait in (decision.waits or {}).items():
            assert now < wait.until < left[id_].expires_at
            left[id_] = replace(left[id_], due_at=wait.until)
        for id_, why in (decision.dropped or {}).items():
            told.dropped[id_] = why
            del left[id_]
        if decision.leaves:
            assert decision.by is not None
            for id_ in decision.leaves:
                check(now, left[id_], decision.by)
                del left[id_]
            told.messages.append((now, decision.leaves))
    raise AssertionError(f"undecided for ever: {left}")


MOMENTS = st.datetimes(datetime(2020, 1, 1), datetime(2040, 12, 31), timezones=st.just(ZONE)).map(  # noqa: DTZ001
    lambda moment: moment.replace(second=0, microsecond=0)
)
LATENESS = st.one_of(st.integers(1, 240).map(lambda m: timedelta(minutes=m)), st.integers(1, 20).map(lambda d: d * DAY))
OWN = st.none() | st.sampled_from([Own(time(8), time(9)), Own(time(17, 30), time(20, 30)), Own(time(12), time(13))])


@st.composite
def persons(draw: st.DrawFn) -> tuple[list[Waiting], Wishes]:
    """Return what waits for somebody within a fortnight, and how they want to be reminded."""
    start = draw(MOMENTS)
    waiting = []
    for id_ in range(draw(st.integers(1, 6))):
        due = start + timedelta(minutes=draw(st.integers(0, 14 * 24 * 60)))
        put_off = draw(st.booleans()) and draw(st.booleans())
        waiting.append(Waiting(id_, draw(st.sampled_from(Kind)), due, due + draw(LATENESS), put_off))
    muted = draw(st.frozensets(st.sampled_from(Kind), max_size=2))
    paused = draw(st.none() | st.integers(0, 5).map(lambda n: start.date() + n * DAY))
    return waiting, Wishes(draw(OWN), frozenset(muted), paused, draw(st.none() | st.integers(0, 3)))


@given(persons())
@settings(max_examples=300, deadline=None)
def test_from_2020_to_2040_nothing_leaves_at_night_on_a_holiday_or_around_tet(
    person: tuple[list[Waiting], Wishes],
) -> None:
    waiting, wishes = person

    def check(now: datetime, each: Waiting, by: datetime) -> None:
        known = hours(now.year)
        house = known.member if each.audience is Audience.MEMBER else known.office.hours
        assert any(span.opens <= now.time() < by.time() <= span.closes for span in house)
        assert by.date() == now.date()
        assert not known.office.days.is_quiet(now.date())
        assert each.audience is Audience.MEMBER or known.office.days.has(now.date())
        assert each.due_at.date() <= now.date()
        assert now < by <= each.expires_at
        assert each.kind not in wishes.muted
        assert wishes.paused_until is None or now.date() > wishes.paused_until

    told = play(waiting, wishes, check)
    left = [id_ for _, ids in told.messages for id_ in ids]
    assert sorted([*left, *told.dropped]) == [each.id for each in waiting]
    asked = {each.id for each in waiting if each.is_put_off}
    unasked = [moment.date() for moment, ids in told.messages if not asked.intersection(ids)]
    assert len(unasked) == len(set(unasked))
    for day in unasked:
        budget = wishes.days_a_week(A_WEEK)
        assert (
            sum(day - day.weekday() * DAY <= each < day - day.weekday() * DAY + 7 * DAY for each in unasked) <= budget
        )


def test_all_that_is_due_today_leaves_together_the_heaviest_first() -> None:
    told = play(
        [
            reminder(1, Kind.DRAFT, due=at(8, 0), expires=at(12, 0)),
            reminder(2, Kind.SESSION, due=at(8, 12), expires=at(8, 14)),
            reminder(3, Kind.RETURNED, due=at(9, 0), expires=at(12, 0)),
        ]
    )
    assert told.messages == [(at(8, 8), (2, 1)), (at(9, 8), (3,))]


def test_what_comes_after_the_days_message_waits_for_tomorrow_or_is_dropped() -> None:
    told = play(
        [
            reminder(1, due=at(8, 0), expires=at(12, 0)),
            reminder(2, due=at(8, 10), expires=at(12, 0)),
            reminder(3, due=at(9, 10), expires=at(12, 0)),
            reminder(4, Kind.SESSION, due=at(9, 10), expires=at(9, 12)),
        ]
    )
    assert told.messages == [(at(8, 8), (1, 2)), (at(9, 10), (4, 3))]
    late = [reminder(1, due=at(8, 8), expires=at(12, 0)), reminder(2, due=at(9, 0), expires=at(9, 7))]
    assert play(late).dropped == {2: Why.HOURS}


def test_the_fourth_day_of_a_week_waits_for_monday() -> None:
    told = play([reminder(n, due=at(7 + n, 0), expires=at(30, 0)) for n in range(1, 6)])
    assert told.messages == [(at(8, 8), (1,)), (at(9, 8), (2,)), (at(10, 8), (3,)), (at(15, 8), (4, 5))]
    told = play([reminder(n, due=at(7 + n, 0), expires=at(14, 0)) for n in range(1, 6)], Wishes(a_week=1))
    assert told.messages == [(at(8, 8), (1,))]
    assert set(told.dropped.values()) == {Why.BUDGET}


def test_the_weeks_last_message_is_kept_for_a_session() -> None:
    others = [reminder(n, due=at(7 + n, 0), expires=at(30, 0)) for n in range(1, 4)]
    session = reminder(9, Kind.SESSION, due=at(12, 12), expires=at(12, 14))
    told = play([*others, session])
    assert told.messages == [(at(8, 8), (1,)), (at(9, 8), (2,)), (at(12, 8), (9, 3))]


def test_an_officer_who_is_a_member_reads_all_in_one_message_when_both_hours_hold() -> None:
    mixed = [
        reminder(1, Kind.TASK, due=at(8, 13, 40), expires=at(12, 0)),
        reminder(2, Kind.APPROVALS, due=at(8, 11, 30), expires=at(12, 0)),
    ]
    assert play(mixed).messages == [(at(8, 14), (2, 1))]
    pressing = replace(mixed[0], kind=Kind.SESSION, expires_at=at(8, 14))
    assert play([pressing, mixed[1]]).messages == [(at(8, 13, 40), (1,)), (at(9, 8), (2,))]


def test_of_an_officer_who_is_a_member_and_wants_the_evening_nothing_waits_for_hours_that_never_meet() -> None:
    evening = Wishes(Own(time(17, 30), time(20, 30)))
    tasks = [reminder(n, due=at(7 + n, 0), expires=at(26, 0)) for n in range(1, 4)]
    approvals = reminder(9, Kind.APPROVALS, due=at(8, 0), expires=at(26, 0))
    told = play([*tasks, approvals], evening)
    assert told.messages == [(at(8, 8), (9, 1)), (at(9, 17, 30), (2,)), (at(10, 17, 30), (3,))]


def test_what_is_past_before_all_can_be_said_does_not_wait_for_it_from_outside_of_the_hours() -> None:
    session = reminder(1, Kind.SESSION, due=at(8, 11, 30), expires=at(8, 13, 50))
    approvals = reminder(2, Kind.APPROVALS, due=at(8, 11, 30), expires=at(12, 0))
    assert play([session, approvals]).messages == [(at(8, 13, 30), (1,)), (at(9, 8), (2,))]


def test_what_was_put_off_comes_in_the_evening_of_the_same_day() -> None:
    again = decide(
        [reminder(2, due=at(8, 19), expires=at(12, 0), put_off=True)],
        at(8, 19),
        hours(2027),
        Wishes(),
        [date(2027, 3, 8)],
    )
    assert again.leaves == (2,)
    both = [reminder(1, due=at(8, 0), expires=at(12, 0)), reminder(2, due=at(8, 19), expires=at(12, 0), put_off=True)]
    assert decide(both, at(8, 8), hours(2027), Wishes(), []).leaves == (1,)
