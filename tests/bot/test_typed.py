"""What people mean by what they type: the house's words, codes, numbers, labels, or words for the step."""

import unicodedata
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.typed import Meant, understand
from bot.typed_keys import keys_typed
from handlers.conversation import InboxMessage, Kind
from journey import attendance_code
from journey.attendance_code import Code
from storage.conversations import State
from storage.menus import Menu, Option
from storage.sql import ms
from tests.bot.test_numbered import FIVE, NONE

NOW = datetime(2027, 1, 11, 2, 0, tzinfo=UTC)
AN_HOUR_AGO = ms(NOW - timedelta(hours=1))
IDLE = State()
ASKED = State("reviews.reason", {"submission": 1})
BOOK, LOOK = Option("1", "Sổ của tôi", "book.open"), Option("2", "🔎 Xem tất cả", "reviews.look 7")
LIST = Menu(1, "zalo:a", "K7QA", (BOOK, LOOK, Option("3", "Trợ giúp nhanh", "help.open")))
QUESTION = Menu(2, "zalo:a", "", ())
APPROVE = Option("1", "Duyệt", "reviews.approve 7", "good", "DUYET")
RETURN = Option("2", "Trả lại", "reviews.return 7", "bad", "TRA")
CARD = Menu(3, "zalo:a", "M3XK", (APPROVE, RETURN, Option("3", "Xem tất cả", "reviews.look 7")), shown_at=AN_HOUR_AGO)
OTHER = replace(CARD, id=4, code="PPQ9", options=(replace(APPROVE, action="reviews.approve 8"),), is_reply=False)


def means(said: str, *shown: Menu, state: State = IDLE) -> Meant:
    return understand(InboxMessage("zalo:a", Kind.TEXT, text=said, now=NOW), state, shown, NONE)


def chosen(said: str, *shown: Menu, state: State = IDLE) -> list[str]:
    """Return what is chosen; words are themselves, in quotes."""
    return [each.choice or f"“{each.text}”" for each in means(said, *shown, state=state).messages]


def answer(said: str, *shown: Menu, state: State = IDLE) -> str:
    found = means(said, *shown, state=state).answer
    return found.key if found else ""


@pytest.mark.parametrize(
    "said", ["2", "2.", "2)", " 02 ", "số 2", "Chọn 2", "CHON SO 2", "２", "2️⃣", "②", "xem tat ca", "Xem tất cả"]
)
def test_a_choice_is_its_number_or_its_words(said: str) -> None:
    for form in ("NFC", "NFD"):
        meant = means(unicodedata.normalize(form, said), LIST)
        assert [each.choice for each in meant.messages] == ["reviews.look 7"]
        assert meant.menu is LIST
        assert [dict(line.params)["label"] for line in meant.echo] == ["Xem tất cả"]


def test_what_was_understood_is_said_back_with_its_number_once() -> None:
    numbers = replace(LIST, options=(Option("1", "1. Phụ trách", "a 1"), Option("3", "3", "a 3")))

    [words], [number] = means("1", numbers).echo, means("3", numbers).echo
    assert dict(words.params) == {"typed": "1", "label": "Phụ trách"}
    assert (number.key, dict(number.params)) == ("typed.echo-number", {"number": "3"})


@pytest.mark.parametrize("said", ["1 3", "1,3", "1, 3", "3;1;3", "1 + 3"])
def test_several_numbers_are_several_choices(said: str) -> None:
    assert sorted(chosen(said, LIST)) == ["book.open", "help.open"]


@pytest.mark.parametrize("said", ["menu", "MENU", "Hủy", "duyet", "/duyet", "tro giup", "trogiup", "dangky"])
def test_a_word_of_the_house_goes_before_everything(said: str) -> None:
    [message] = means(said, LIST).messages

    assert message.kind is Kind.TEXT
    assert message.text.removeprefix("/") == said.removeprefix("/")


@pytest.mark.parametrize("said", ["5", "1 5", "7"])
def test_what_the_list_does_not_have_is_said_so(said: str) -> None:
    assert answer(said, LIST) == "typed.not-listed"
    assert chosen(said, LIST, state=ASKED) == [f"“{said}”"]


def test_a_number_without_a_list_is_not_guessed_at() -> None:
    assert answer("2") == "typed.no-menu"
    assert answer("2", LIST, replace(CARD, is_used=True)) == "typed.answered"
    assert answer("2", replace(LIST, is_used=True), QUESTION) == "typed.answered"
    assert chosen("2", state=ASKED) == ["“2”"]


def test_a_number_after_a_question_in_words_is_its_answer() -> None:
    assert chosen("2", LIST, QUESTION, state=ASKED) == ["“2”"]
    assert chosen("xem tat ca", LIST, QUESTION, state=ASKED) == ["“xem tat ca”"]
    assert chosen("2", QUESTION, LIST, state=ASKED) == ["reviews.look 7"]


def test_where_a_number_is_the_answer_letters_choose() -> None:
    count = replace(
        LIST, options=(Option("3", "3", "evidence.answer 7 c.1 3"), Option("A", "Để sau", "evidence.later 7"))
    )

    assert chosen("a", count, state=ASKED) == ["evidence.later 7"]
    assert chosen("B", count, state=ASKED) == ["“B”"]
    assert chosen("3", count, state=ASKED) == ["evidence.answer 7 c.1 3"]
    assert chosen("12", count, state=ASKED) == ["“12”"]
    assert chosen("0", count, state=ASKED) == ["“0”"]


def test_nought_is_the_main_menu_unless_the_list_has_one() -> None:
    back = replace(LIST, options=(*LIST.options, Option("0", "Quay lại", "reviews.open")))

    assert chosen("0", back) == ["reviews.open"]
    assert chosen("0", LIST) == chosen("0") == chosen("0", replace(LIST, is_used=True)) == ["menu.open"]
    assert chosen("0", LIST, state=ASKED) == ["menu.open"]
    assert chosen("0", LIST, QUESTION, state=ASKED) == ["“0”"]


@pytest.mark.parametrize("said", ["9", "+", "xem thêm"])
def test_the_last_number_shows_the_rest_of_a_long_list(said: str) -> None:
    more, hidden, back = (
        Option("9", "Xem thêm", ""),
        Option("", "Cuối", "go 12"),
        Option("0", "Quay lại", "reviews.open"),
    )
    meant = means(said, replace(LIST, options=(BOOK, more, hidden, back)))

    assert meant.more == (hidden, back)
    assert not meant.messages


@pytest.mark.parametrize("said", ["DUYET M3XK", "duyệt m3xk", "Đồng ý M3XK.", "Duyệt: M3XK", "DUYET  (M3XK)"])
def test_a_code_decides_whatever_list_came_since_and_though_its_own_was_answered(said: str) -> None:
    for shown in ((CARD, OTHER, LIST), (replace(CARD, is_used=True), OTHER)):
        assert chosen(said, *shown) == ["reviews.approve 7"]
        assert chosen(said, *shown, state=ASKED) == ["reviews.approve 7"]


@pytest.mark.parametrize(
    ("said", "reason"),
    [
        ("TRA M3XK thiếu ngày", "thiếu ngày"),
        ("trả lại m3xk: Thiếu ngày.\nChụp lại nhé", "Thiếu ngày.\nChụp lại nhé"),
        ("TRALAI M3XK – ảnh  mờ", "ảnh  mờ"),
    ],
)
def test_the_reason_may_stand_behind_the_code_as_it_was_written(said: str, reason: str) -> None:
    assert chosen(said, CARD, OTHER) == ["reviews.return 7", f"“{reason}”"]
    assert means(said, CARD, OTHER).by_code


def seen(menu: Menu, seconds: int, **fields: object) -> Menu:
    """Return `menu` as it was shown so many `seconds` ago."""
    return replace(menu, shown_at=ms(NOW - timedelta(seconds=seconds)), **fields)  # type: ignore[arg-type]


DONE = replace(CARD, options=(Option("1", "Hoàn tác", "reviews.undo 7", "", "HOANTAC"),))
USED = replace(LIST, is_used=True)
TWO = replace(OTHER, is_reply=True)
SENT = replace(CARD, options=(replace(APPROVE, verb=""), replace(RETURN, verb="")))
A_DAY = 24 * 60 * 60


@pytest.mark.parametrize(
    ("shown", "state", "why"),
    [
        ([seen(CARD, 9)], IDLE, ""),  # opened, read, decided
        ([OTHER, seen(USED, 20), seen(CARD, 9)], IDLE, ""),  # news waits above it: it is not what was opened last
        ([OTHER, TWO, seen(LIST, 30), seen(CARD, 9)], IDLE, ""),
        ([seen(TWO, 3600), seen(CARD, 9)], IDLE, ""),
        ([seen(CARD, 9)], ASKED, ""),  # the list is what the step asks
        ([seen(CARD, 4)], IDLE, "typed.just-shown-coded"),  # typed twice, or before it was there
        ([seen(USED, 60), seen(CARD, 0)], IDLE, "typed.just-shown-coded"),
        ([seen(USED, 4), seen(DONE, 3)], IDLE, "typed.just-shown-coded"),  # the second of two does not undo the first
        ([seen(SENT, 3)], IDLE, "typed.just-shown"),
        ([seen(SENT, 9)], IDLE, ""),
        ([seen(TWO, 10), seen(CARD, 9)], IDLE, "typed.use-code"),  # one word showed both
        ([seen(CARD, 60), seen(OTHER, 9)], IDLE, "typed.use-code"),  # it came while the other was read
        ([seen(LIST, 60), seen(OTHER, 9)], IDLE, "typed.use-code"),  # it came while a list was read
        ([seen(LIST, 900), seen(OTHER, 9)], IDLE, ""),
        ([seen(USED, 60), seen(OTHER, 9)], IDLE, ""),
        ([seen(OTHER, 9)], IDLE, ""),
        ([seen(OTHER, 9)], ASKED, "typed.use-code"),  # it came between a question and its answer
        ([seen(OTHER, 60, id=9), seen(OTHER, 9)], IDLE, "typed.use-code"),
        ([seen(CARD, A_DAY + 1)], IDLE, "typed.long-ago"),
    ],
)
def test_a_bare_number_decides_what_was_said_last_and_has_been_there_to_read(
    shown: list[Menu], state: State, why: str
) -> None:
    assert answer("1", *shown, state=state) == why
    assert chosen("1", *shown, state=state) == ([] if why else [shown[-1].options[0].action])


def test_what_needs_its_code_is_told_it_and_several_numbers_never_decide() -> None:
    found = means("1", CARD, OTHER).answer

    assert found is not None
    assert found.params["codes"] == "DUYET PPQ9 – Duyệt"
    assert answer("1 2", CARD) == "typed.one-decision"


def test_a_number_counts_from_when_the_platform_got_it() -> None:
    def late(seconds: int) -> Meant:
        sent_at = NOW - timedelta(seconds=seconds)
        message = InboxMessage("zalo:a", Kind.TEXT, text="1", now=NOW, sent_at=sent_at)
        return understand(message, IDLE, [seen(CARD, 60)], NONE)

    assert late(50).messages[0].choice == late(-60).messages[0].choice == "reviews.approve 7"
    for seconds in (58, 3600):
        assert late(seconds).answer == Meant(answer=late(58).answer).answer
        assert not late(seconds).messages


def test_what_looks_does_not_need_a_code() -> None:
    assert chosen("3", OTHER, CARD) == ["reviews.look 7"]


def test_a_code_that_is_gone_is_said_so_and_never_taken_for_another() -> None:
    assert answer("DUYET K4K4", CARD) == "typed.code-gone"
    assert answer("DUYET PPQ9", CARD, OTHER, replace(OTHER, options=(APPROVE,))) == "typed.code-gone"
    assert answer("TRA PPQ9", CARD, OTHER) == "typed.code-gone"
    assert answer("m3xk", CARD) == "typed.say-verb"
    assert answer("duyệt k4k4", CARD, state=ASKED) == "typed.code-gone"
    assert chosen("trả chậm quá", CARD, state=ASKED) == ["“trả chậm quá”"]
    assert chosen("gửi cháu nhé", CARD) == ["“gửi cháu nhé”"]


def test_a_verb_without_its_code_is_asked_for_it_while_no_step_waits_for_words() -> None:
    assert answer("TRA", CARD, LIST) == answer("trả lại!", CARD, LIST) == "typed.say-code"
    assert chosen("trả lại", CARD) == ["reviews.return 7"]
    assert chosen("TRA", CARD, LIST, state=ASKED) == chosen("TRA", replace(CARD, is_used=True)) == ["“TRA”"]


def test_a_session_s_code_is_what_a_link_would_have_brought() -> None:
    code = attendance_code.seal(Code(7, None), b"k" * 32)

    for said in (code, f"https://t.me/hanhtrinh_bot?start={code}"):
        [message] = means(said, LIST, state=ASKED).messages
        assert (message.kind, message.text) == (Kind.START, code)


def test_where_buttons_are_many_nothing_typed_is_a_choice() -> None:
    many = replace(FIVE, buttons=100)
    message = InboxMessage("web:1", Kind.TEXT, text="1")

    assert understand(message, IDLE, (LIST,), many) == Meant((message,))
    assert understand(message, IDLE, (LIST,), FIVE).messages[0].choice == "book.open"


@given(st.lists(st.integers(0, 999), min_size=1, max_size=6), st.sampled_from([" ", ",", ", ", ";", "  "]))
def test_numbers_are_read_in_order_each_once_however_they_are_parted(numbers: list[int], between: str) -> None:
    assert keys_typed(between.join(map(str, numbers))) == tuple(dict.fromkeys(map(str, numbers)))


@given(st.text(max_size=60), st.sampled_from([IDLE, ASKED]), st.permutations([LIST, QUESTION, CARD, OTHER]))
def test_whatever_is_typed_means_something(said: str, state: State, shown: list[Menu]) -> None:
    meant = means(said, *shown, state=state)

    assert bool(meant.messages) + (meant.answer is not None) + bool(meant.more) == 1


@given(
    st.lists(st.tuples(st.sampled_from([LIST, QUESTION, CARD, OTHER]), st.integers(0, 2 * A_DAY), st.booleans())),
    st.sampled_from([IDLE, ASKED]),
)
def test_whatever_was_shown_in_whatever_order_a_number_decides_the_last_alone(
    came: list[tuple[Menu, int, bool]], state: State
) -> None:
    shown = [
        replace(seen(menu, seconds), id=place, is_used=is_used)
        for place, (menu, seconds, is_used) in enumerate(sorted(came, key=lambda each: -each[1]))
    ]
    meant = means("1", *shown, state=state)

    if any(each.choice.startswith("reviews.approve") for each in meant.messages):
        *before, last = [menu for menu in shown if menu.options]
        assert meant.menu == last
        assert not last.is_used
        assert 5000 <= ms(NOW) - last.shown_at <= A_DAY * 1000
        assert last.is_reply or not (state.step or any(each.decides and not each.is_used for each in before))
