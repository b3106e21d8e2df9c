"""When attendance is taken, what it counts for, and what a code says."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journey import programme_file
from journey.attendance import Phase, claim, moment, phase
from journey.attendance_code import LATER, SLOT, Code, has_form, on_screen, pick, read, seal
from journey.attendance_window import Window

NOON = datetime(2027, 3, 12, 5, 0, tzinfo=UTC)
KEY = b"k" * 32
OURS = Window()


@dataclass(frozen=True)
class Held:
    starts_at: datetime = NOON
    ends_at: datetime = NOON + timedelta(hours=2)


@pytest.mark.parametrize(
    ("at", "expected"),
    [
        (NOON - OURS.early - timedelta(seconds=1), Phase.EARLY),
        (NOON - OURS.early, Phase.OPEN),
        (Held().ends_at + OURS.leaving, Phase.OPEN),
        (Held().ends_at + OURS.leaving + timedelta(seconds=1), Phase.LATE),
        (Held().ends_at + OURS.correction, Phase.LATE),
        (Held().ends_at + OURS.correction + timedelta(seconds=1), Phase.OVER),
    ],
)
def test_a_session_takes_attendance_around_it_and_questions_for_a_week(at: datetime, expected: Phase) -> None:
    assert phase(Held(), at, OURS) is expected


def test_what_counts_is_when_the_platform_got_it_unless_it_cannot_be() -> None:
    assert moment(NOON, NOON - timedelta(hours=3)) == NOON - timedelta(hours=3)
    for wrong in (None, NOON + timedelta(seconds=1), NOON - timedelta(days=2)):
        assert moment(NOON, wrong) == NOON


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("BB2", {"a": 1}),
        ("RL2", {"a": 1}),
        ("RL5", {"a": 1}),
        ("BB1", None),
        ("BB3", None),
        ("RL6", None),
        ("TT4", None),
    ],
)
def test_being_there_counts_where_the_plan_takes_a_list_and_one_body_is_enough(code: str, expected: object) -> None:
    plan = programme_file.read(programme_file.shipped("nguoi-cong-san-tre"), "44-KH")
    assert claim(plan.task(code)) == expected


@given(st.integers(1, 2**31 - 1), st.integers(0, 10**9))
def test_a_code_comes_back_whole_and_fits_a_deep_link(session: int, seconds: int) -> None:
    now = NOON + timedelta(seconds=seconds)
    for code in (on_screen(session, now), Code(session, None)):
        payload = seal(code, KEY)
        assert len(payload) <= 64
        assert has_form(payload)
        assert read(payload, KEY) == code
        assert read(payload, b"other") is None


def test_a_code_is_good_on_the_screen_and_a_minute_after() -> None:
    code = on_screen(7, NOON)
    for good in (timedelta(0), SLOT, SLOT + LATER - timedelta(seconds=1)):
        assert code.is_good(NOON + good)
    for bad in (SLOT + LATER, timedelta(minutes=-1)):
        assert not code.is_good(NOON + bad)
    assert Code(7, None).is_good(NOON + timedelta(days=900))


def test_the_word_is_the_sessions_own_and_hangs_on_the_key() -> None:
    words = ("hoa sen", "cây tre", "dòng sông")
    drawn = {pick(words, session, KEY) for session in range(60)}
    assert len(drawn) > 40
    assert pick(words, 5, KEY) == pick(words, 5, KEY) != pick(words, 5, b"other")
