"""An essay's text: its length, its whole, its ends."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journey.essay import GLIMPSE, closing, count, is_near, opening, whole

WORD = st.text("abcđêơư", min_size=1, max_size=6)


@given(st.text())
def test_text_typed_in_pieces_is_counted_like_composed_text(s: str) -> None:
    assert count(unicodedata.normalize("NFD", s)) == count(unicodedata.normalize("NFC", s))


@given(st.lists(WORD), st.sampled_from([" ", "\n", "\u00a0", " - ", " • ", " … "]))
def test_words_are_counted_and_bullets_and_dashes_are_not(words: list[str], between: str) -> None:
    assert count(between.join(words)) == len(words)


@given(st.text(), st.text())
def test_two_messages_of_an_essay_add_up(first: str, second: str) -> None:
    assert count(whole([first, second])) == count(first) + count(second)


def test_a_syllable_is_a_word_and_so_is_a_number() -> None:
    assert count("Tham gia tích cực: 04 lần/năm – (ĐVUT)") == 7


def test_the_whole_is_composed_and_leaves_out_what_is_empty() -> None:
    assert whole(["Tie\u0302\u0301ng ", " \n", "Việt"]) == "Tiếng\nViệt"


@pytest.mark.parametrize(("have", "near"), [(949, False), (951, True), (1051, True), (1052, False)])
def test_within_five_per_cent_a_word_processor_may_decide_otherwise(have: int, near: bool) -> None:
    assert is_near(have, 1001) is near


@given(st.text())
def test_the_ends_are_short_and_on_one_line(s: str) -> None:
    for end in (opening(s), closing(s)):
        assert len(end) <= GLIMPSE + 1
        assert len(end.splitlines()) <= 1


def test_a_long_line_is_cut_between_words() -> None:
    line = "Tôi sinh ra và lớn lên trong một gia đình có truyền thống cách mạng ở miền Trung đầy nắng gió"
    assert opening(line) == "Tôi sinh ra và lớn lên trong một gia đình có truyền thống…"
    assert closing(f"{line}\n\n") == "…đình có truyền thống cách mạng ở miền Trung đầy nắng gió"
