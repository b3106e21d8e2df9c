"""Choices where a message takes few buttons: keys, lines, codes, buttons first."""

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from bot import numbered, wire
from bot.channels.channel import Capabilities
from bot.channels.telegram import Telegram
from bot.channels.zalo import Zalo
from bot.ids import Ids
from bot.labels import fitted
from bot.numbered import keyed
from handlers import CONVERSATIONS
from handlers.conversation import Picture, Urgency, Way
from handlers.rendering import Option, Spoken
from locales import texts
from storage.invitations import ALPHABET
from tests.bot.test_wire import PLAIN
from tests.support.fluent import sentences

NOW = datetime(2027, 1, 11, 2, 0, tzinfo=UTC)
NONE = replace(
    Telegram.can, buttons=0, edits=False, links=False, text_limit=1900, album=1, gets_documents=False, starts=False
)
FIVE = replace(NONE, buttons=5, links=True)

BACK = Option("↩️ Quay lại", "reviews.open")
HOME = Option("Danh mục", "menu.open")


def _options(*labels: str) -> tuple[Option, ...]:
    return tuple(Option(label, f"go {label}") for label in labels)


def _keys(options: tuple[Option, ...], *, asks_number: bool = False) -> list[tuple[str, str]]:
    return [(each.key, each.label) for each in keyed(options, "vi", asks_number=asks_number)]


def _last(spoken: Spoken, can: Capabilities = NONE) -> dict[str, Any]:
    body: dict[str, Any] = json.loads(wire.owed(spoken, can, Ids(), NOW)[-1].body)
    return body


def _saying(*rows: tuple[Option, ...]) -> Spoken:
    return replace(PLAIN, options=rows)


def test_choices_have_numbers_and_what_leads_back_has_nought_and_stands_last() -> None:
    assert _keys((*_options("Sổ"), BACK, *_options("Lịch"))) == [("1", "Sổ"), ("2", "Lịch"), ("0", "↩️ Quay lại")]
    assert _keys((*_options("Sổ"), HOME)) == [("1", "Sổ"), ("0", "Danh mục")]
    assert _keys(_options("Quay lại, không thay đổi")) == [("0", "Quay lại, không thay đổi")]
    assert _keys((HOME, BACK)) == [("1", "Danh mục"), ("0", "↩️ Quay lại")]


def test_more_than_nine_are_several_screens_and_each_keeps_the_way_back() -> None:
    options = (*_options(*"abcdefghijk"), HOME)
    found = keyed(options, "vi", asks_number=False)

    assert [each.key for each in found if each.key] == [*"12345678", "9", "0"]
    assert next(each for each in found if each.key == "9").action == ""
    assert [each.label for each in found if not each.key] == [*"ijk"]
    assert len([each for each in keyed(options[:9], "vi", asks_number=False) if each.key]) == 9


def test_where_a_number_is_the_answer_the_others_have_letters() -> None:
    assert _keys(_options("Để sau"), asks_number=True) == [("A", "Để sau")]
    assert _keys(_options("1", "2", "15", "Để sau")) == [("1", "1"), ("2", "2"), ("15", "15"), ("A", "Để sau")]


def test_a_label_that_begins_with_its_number_is_not_numbered_twice() -> None:
    lines = numbered.lines(keyed(_options("1. Tình nguyện", "2. Hiến máu"), "vi", asks_number=False), "", "vi")

    assert lines.splitlines()[1:] == ["1. Tình nguyện", "2. Hiến máu"]


def test_what_the_text_lists_under_its_number_is_not_listed_again() -> None:
    options = keyed(_options("An · RL2", "1. Phụ trách nội dung…", "Đã quyết định"), "vi", asks_number=False)
    text = "Cần duyệt: 2 việc\n1. An · RL2, chờ từ 12/03/2027\n2. Bích · RL1"

    assert numbered.lines(options, "", "vi", above=text).splitlines() == [
        "Gõ số của một mục ở trên, hoặc:",
        "2. 1. Phụ trách nội dung…",
        "3. Đã quyết định",
    ]
    assert numbered.lines(options[:1], "", "vi", above=text) == "Gõ số của một mục ở trên."
    cut = "1. An · RL2 có một cái tên rất dài…: đã nộp"
    whole = keyed(_options("An · RL2 có một cái tên rất dài nên chỉ nút mới cắt"), "vi", asks_number=False)
    assert numbered.lines(whole, "", "vi", above=cut) == "Gõ số của một mục ở trên."


def _label(words: str, before: str = "", after: str = "", *, can: Capabilities, by_end: bool = False) -> str:
    option = Option(f"{before}{words}{after}", "go", words=words, by_end=by_end)
    label: str = fitted(option, can).label
    return label


def test_labels_are_whole_in_lines_and_cut_at_a_word_where_buttons_are_narrow() -> None:
    task, name = "Phụ trách, tổ chức sinh hoạt chi đoàn hằng tháng", "Công Tằng Tôn Nữ Nguyễn Thị Hoàng Mai Phương"

    assert _label(task, "☐ ", can=Zalo.can) == f"☐ {task}"
    assert _label(task, "☐ ", can=Telegram.can) == "☐ Phụ trách, tổ chức sinh hoạt chi…"
    assert _label(name, "", " · RL2", can=Zalo.can, by_end=True) == f"{name} · RL2"
    assert _label(name, "", " · RL2", can=Telegram.can, by_end=True) == "…Nữ Nguyễn Thị Hoàng Mai Phương · RL2"
    for words in (task * 4, "á" * 300, "🇻🇳" * 60):
        for by_end in (False, True):
            for can in (Zalo.can, Telegram.can):
                label = _label(words, after=" · RL2", can=can, by_end=by_end)
                assert label.endswith(" · RL2")
                assert can.label_limit // 2 < wire.units(label) <= can.label_limit


def test_numbers_that_are_typed_as_they_are_share_a_line() -> None:
    options = keyed(_options("1", "2", "15", "Để sau"), "vi", asks_number=False)

    assert numbered.lines(options, "", "vi").splitlines() == [
        "Gõ số, hoặc chữ cái để chọn:",
        "1 · 2 · 15",
        "A. Để sau",
    ]


def test_an_address_that_the_words_name_is_not_named_again() -> None:
    page = Option("Mở trang", "", url="https://example.test/l/1")

    body = _last(replace(PLAIN, text=f"Trang gửi tệp\n{page.url}", options=((page,),)))

    assert body["text"].count(page.url) == 1
    assert _last(replace(PLAIN, options=((page,),)))["text"].endswith(f"Mở trang: {page.url}")


def test_where_things_are_ticked_the_lines_say_that_several_may_be() -> None:
    ticks = keyed(_options("☐ RL1", "☑ RL2", "Tiếp tục"), "vi", asks_number=False)
    names = keyed(_options("✅ An", "▫️ Bích"), "vi", asks_number=False)

    assert "1 3 5" in numbered.lines(ticks, "", "vi").splitlines()[0]
    assert "1 3 5" in numbered.lines(names, "", "vi").splitlines()[0]
    assert "1 3 5" not in numbered.lines(ticks[1:], "", "vi")
    listed = numbered.lines(ticks, "", "vi", above="1. ☐ RL1 Sinh hoạt\n2. ☑ RL2").splitlines()
    assert listed == ["Gõ số của một hay nhiều mục ở trên (ví dụ 1 3 5), hoặc:", "3. Tiếp tục"]


def test_what_decides_has_a_verb_and_the_code_of_its_message() -> None:
    approve, look = Option("Duyệt", "reviews.approve 4711", "good"), Option("Xem tất cả", "reviews.look 4711")

    body = _last(_saying((approve, Option("Trả lại", "reviews.return 4711", "bad")), (look,)))

    code = body["menu"]["code"]
    assert len(code) == 4
    assert set(code) <= set(ALPHABET)
    assert body["text"].splitlines()[-3:] == [
        f"1. DUYET {code} – Duyệt",
        f"2. TRA {code} – Trả lại",
        "3. Xem tất cả",
    ]
    assert [each["verb"] for each in body["menu"]["options"]] == ["DUYET", "TRA", ""]
    assert body["buttons"] == []


def test_two_choices_of_one_verb_are_told_apart_by_their_numbers_alone() -> None:
    two = tuple(Option(f"Kết thúc {name}", f"substitutes.end {name}") for name in "ab")

    assert [each.verb for each in keyed(two, "vi", asks_number=False)] == ["", ""]
    assert [each.verb for each in keyed(two[:1], "vi", asks_number=False)] == ["THOI"]


def test_every_verb_belongs_to_something_to_do_and_nobody_types_a_code_for_another() -> None:
    actions = {f"verb-{each.name}-{action.replace('_', '-')}" for each in CONVERSATIONS for action in each.actions}
    for language in texts.LANGUAGES:
        verbs = [key for key in sentences(language, "typed") if key.startswith("verb-")]
        assert set(verbs) <= actions
        for verb in verbs:
            shown = texts.render(language, f"typed.{verb}", {}, ZoneInfo("UTC")).partition("|")[0].strip()
            assert shown.isascii()
            assert shown.isupper()
            assert " " not in shown


def test_the_first_five_are_buttons_and_the_others_lines_whose_numbers_go_on() -> None:
    body = _last(_saying(_options(*"abcdefg")), FIVE)

    assert [button["label"] for [button] in body["buttons"]] == [*"abcde"]
    assert body["text"].splitlines()[-3:] == ["Chọn nút bên dưới, hoặc gõ số:", "6. f", "7. g"]
    assert [each["key"] for each in body["menu"]["options"]] == [*"1234567"]


@pytest.mark.parametrize(("count", "is_shown"), [(0, True), (3, False), (4, True)])
def test_a_page_of_pictures_is_offered_where_they_do_not_come_themselves(count: int, is_shown: bool) -> None:
    page = Option("Xem ảnh trên trang web", "upload-page.open 7", instead_of=Way.GALLERY)
    pictures = tuple(Picture("a.jpg", file="f") for _ in range(count))

    body = _last(replace(PLAIN, options=((page,),), pictures=pictures, has_gallery=True))

    assert ("menu" in body) is is_shown


def test_a_page_takes_a_button_where_there_is_one_and_is_an_address_in_the_text_elsewhere() -> None:
    page = Option("Mở trang", "", url="https://doan.example.vn/l/x")
    spoken = _saying((page,), _options(*"abcde"))

    assert [button["label"] for [button] in _last(spoken, FIVE)["buttons"]] == ["Mở trang", *"abcd"]
    assert _last(spoken, FIVE)["text"].endswith("5. e")
    assert "Mở trang: https://doan.example.vn/l/x\n\n" in _last(spoken)["text"]
    assert [each["label"] for each in _last(spoken)["menu"]["options"]] == [*"abcde"]


@pytest.mark.parametrize(
    ("way", "can", "is_shown"),
    [
        (Way.DOCUMENTS, NONE, True),
        (Way.DOCUMENTS, Telegram.can, False),
        (Way.GALLERY, NONE, True),
        (Way.GALLERY, Telegram.can, False),
        (Way.LONG_TEXT, NONE, True),
        (Way.LONG_TEXT, Telegram.can, False),
        (Way.LISTS, NONE, True),
        (Way.LISTS, FIVE, False),
        (Way.CHANGES, FIVE, True),
        (Way.CHANGES, Telegram.can, False),
    ],
)
def test_what_stands_in_for_something_is_offered_only_where_that_cannot_be_carried(
    way: Way, can: Capabilities, is_shown: bool
) -> None:
    body = _last(_saying((Option("Thay thế", "instead", instead_of=way),), _options("Sổ")), can)

    offered = str(body["buttons"]) + body["text"]
    assert ("Thay thế" in offered) is is_shown


def test_the_lines_stay_together_with_the_end_of_a_long_text() -> None:
    text = "\n\n".join(f"Đoạn {number}: " + "chữ " * 90 for number in range(12))
    options = tuple(Option("Một việc có tên khá dài " * 5 + str(number), f"go {number}") for number in range(9))

    rows = [json.loads(row.body) for row in wire.owed(replace(_saying(options), text=text), NONE, Ids(), NOW)]

    assert all(wire.units(row["text"]) <= NONE.text_limit for row in rows)
    assert [(row["part"], row["parts"]) for row in rows] == [(n + 1, len(rows)) for n in range(len(rows))]
    assert all(f"{key}. Một việc" in rows[-1]["text"] for key in range(1, 10))
    assert [("menu" in row) for row in rows] == [*[False] * (len(rows) - 1), True]


def test_a_card_that_would_only_change_its_look_is_not_said_where_nothing_changes() -> None:
    card = replace(_saying(_options("Sổ")), card="review:1")
    later = replace(card, after=timedelta(minutes=10))

    for spoken in (later, replace(card, only_looks=True)):
        assert wire.owed(spoken, NONE, Ids(), NOW) == []
        assert len(wire.owed(spoken, Telegram.can, Ids(), NOW)) == 1
    assert len(wire.owed(replace(later, urgency=Urgency.NEWS), NONE, Ids(), NOW)) == 1


def test_what_is_new_of_a_card_is_said_where_the_whole_stays_above() -> None:
    card = replace(_saying(_options("Sổ")), text="Cả hồ sơ", briefly="Đã duyệt", card="review:1")

    assert [_last(card, can)["text"].partition("\n")[0] for can in (NONE, Telegram.can)] == ["Đã duyệt", "Cả hồ sơ"]


def test_a_code_is_the_message_s_own() -> None:
    ids = Ids()
    codes = {numbered.code(ids.next()) for _ in range(200)}

    assert len(codes) > 195
