"""A digest stays one screen of the poorest channel, whatever people and units are called."""

from dataclasses import replace
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from handlers.rendering import Words
from journey.at_risk import AtRisk, Why
from journey.digest import Answers, Barrier, Coming, Digest, Kept, Scope, Tally
from journey.digest_page import Bar, Named, Page, Waits
from locales import digest_words, texts

AT = datetime(2027, 10, 4, 1, 0, tzinfo=UTC)
LONG = "Công Tằng Tôn Nữ Hoàng Phương Nguyễn Thị Diễm Quỳnh"
UNIT = "Đoàn Khối các cơ quan và doanh nghiệp tỉnh Sông Trà, nhiệm kỳ 2022–2027"

SCREEN = 1500
"""Characters (DOMAIN 5)."""

PAGE = Page(
    UNIT,
    Digest(
        Scope(frozenset({1}), frozenset(), (1,)),
        Tally(100_000, 99_000, 11_000, 22_000, 33_000, 44_000, 55_000, 66_000),
        {},
        (),
        (),
        tuple(
            (Coming(n, "Sinh hoạt thời sự quý IV và học tập chuyên đề " * 3, AT, None, None), Answers(10_000, 20_000))
            for n in range(9)
        ),
    ),
    tuple(Waits(LONG, "BB3", (("BTC Đảng ủy Khối", (LONG, LONG, LONG)),), 123) for _ in range(3)),
    tuple(Named(n, LONG, AtRisk(Why.QUIET, 7, 3, 240)) for n in range(5)),
    (Bar("Tổ 1", Tally(20)),),
    tuple((LONG, Barrier.WINDOW) for _ in range(1000)),
)
BEFORE = Kept(date(2027, 9, 27), Tally(100_000, 1, 1, 1, 1, 1, 1, 1), "u1")


@pytest.mark.parametrize("language", texts.LANGUAGES)
def test_a_digest_is_one_screen_whatever_the_names_are(language: str) -> None:
    shown = Words(ZoneInfo("Asia/Ho_Chi_Minh")).text(digest_words.page(PAGE, BEFORE, AT), language)
    assert len(shown) <= SCREEN, shown
    assert "+98" in shown
    assert "\n\n\n" not in shown


def test_it_offers_what_can_be_done_at_once_in_five_lines_at_most() -> None:
    rows = digest_words.full(PAGE, BEFORE, AT, 2027, is_open=False).choices
    actions = [each.action for row in rows for each in row]
    assert actions == ["broadcast.remind risk@u1", "reviews.open", "digest.people", "digest.file", "digest.when"]
    nothing_waits = replace(PAGE, digest=replace(PAGE.digest, tally=replace(PAGE.digest.tally, waiting=0)))
    rows = digest_words.full(nothing_waits, BEFORE, AT, 2027, is_open=False).choices
    assert "reviews.open" not in [each.action for row in rows for each in row]
