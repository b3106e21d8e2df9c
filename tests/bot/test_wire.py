"""From a message in words to the wire calls that carry it."""

import json
import unicodedata
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot import splitting, wire
from bot.channels.channel import Capabilities
from bot.channels.telegram import Telegram
from bot.ids import Ids
from bot.parcels import Parcels
from bot.settlement import Settlement
from handlers.conversation import Document, Link, Picture, Say, Urgency, choice, page, text
from handlers.rendering import Option, Spoken, Words
from storage import database, sql
from storage.outbox import Owed
from storage.sql import ms

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
NOW = datetime(2027, 1, 11, 2, 0, tzinfo=UTC)
NARROW = replace(Telegram.can, buttons_a_row=2, text_limit=40, caption_limit=20, album=3)
PLAIN = Spoken("telegram:42", "Chào bạn")


def _rows(spoken: Spoken, can: Capabilities = NARROW) -> list[Owed]:
    return wire.owed(spoken, can, Ids(1), NOW)


def _calls(spoken: Spoken, can: Capabilities = NARROW) -> list[tuple[str, dict[str, Any]]]:
    return [(row.kind, json.loads(row.body)) for row in _rows(spoken, can)]


def _photos(count: int) -> tuple[Picture, ...]:
    return tuple(Picture(f"{number}.jpg", file=f"evidence/{number}") for number in range(count))


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Một hai ba", ["Một hai ba"]),
        ("Đoạn một có hai câu. Câu hai.\n\nĐoạn hai có chữ.", ["Đoạn một có hai câu. Câu hai.", "Đoạn hai có chữ."]),
        ("Dòng một có hai câu. Câu hai.\nDòng hai dài.", ["Dòng một có hai câu. Câu hai.", "Dòng hai dài."]),
        ("Câu một rất là dài đấy. Câu hai cũng dài.", ["Câu một rất là dài đấy.", "Câu hai cũng dài."]),
        ("một hai ba bốn năm sáu bảy tám chín mười", ["một hai ba bốn năm sáu bảy tám chín mười"]),
        ("một hai ba bốn năm sáu bảy tám chín mười.", ["một hai ba bốn năm sáu bảy tám chín", "mười."]),
        ("x" * 90, ["x" * 40, "x" * 40, "x" * 10]),
    ],
)
def test_a_long_text_is_cut_where_a_reader_would(text: str, parts: list[str]) -> None:
    assert splitting.split(text, 40) == parts


def test_a_cut_never_falls_inside_a_letter_of_two_units() -> None:
    assert splitting.split("x" + "🔁" * 30, 40) == ["x" + "🔁" * 19, "🔁" * 11]


@pytest.mark.parametrize("one", ["👨‍👩‍👧‍👦", "👍🏽", "🇻🇳", "❤️", "e\u0302\u0301"])
def test_a_cut_never_falls_inside_what_a_reader_takes_for_one_letter(one: str) -> None:
    for before in range(12):
        parts = splitting.split("x" * before + one * 20, 40)

        assert all(part.strip("x") == one * (len(part.strip("x")) // len(one)) for part in parts)
        assert all(wire.units(part) <= 40 for part in parts)


def test_letters_and_their_marks_are_counted_as_one() -> None:
    letters = "Tiếng Việt có dấu 🌱. " * 90
    rows = _calls(replace(PLAIN, text=unicodedata.normalize("NFD", letters)), replace(NARROW, text_limit=1900))

    assert len(rows) == 2
    assert "".join(body["text"] for _, body in rows).replace(" ", "") == letters.replace(" ", "")


@given(
    st.text(st.sampled_from("ab ăệ.!?…\n\t🔁👍🏽e\u0301"), max_size=400) | st.text(max_size=200),
    st.integers(4, 60),
)
def test_no_word_is_lost_and_every_part_fits(text: str, limit: int) -> None:
    text = text.strip()

    parts = splitting.split(text, limit)

    assert all(wire.units(part) <= limit for part in parts)
    assert "".join("".join(parts).split()) == "".join(text.split())
    assert len(parts) == 1 or all(parts)


def test_the_words_come_last_with_their_choices() -> None:
    options = ((Option("Duyệt", "reviews.approve 1", "good"), Option("Trả lại", "reviews.return 1", "bad")),)
    spoken = replace(PLAIN, text="Câu một rất là dài đấy. Câu hai cũng dài.", options=options)

    assert _calls(spoken) == [
        ("say", {"text": "Câu một rất là dài đấy.", "part": 1, "parts": 2}),
        (
            "say",
            {
                "text": "Câu hai cũng dài.",
                "part": 2,
                "parts": 2,
                "buttons": [
                    [
                        {"label": "Duyệt", "action": "reviews.approve 1", "style": "good"},
                        {"label": "Trả lại", "action": "reviews.return 1", "style": "bad"},
                    ]
                ],
            },
        ),
    ]


def test_a_row_of_choices_is_as_wide_as_the_channel_allows() -> None:
    row = tuple(Option(str(number), f"go {number}") for number in range(5))

    [(_, body)] = _calls(replace(PLAIN, options=(row, row[:1])))

    assert [[button["label"] for button in each] for each in body["buttons"]] == [["0", "1"], ["2", "3"], ["4"], ["0"]]


def test_a_choice_that_opens_a_page_keeps_its_address() -> None:
    [(_, body)] = _calls(replace(PLAIN, options=((Option("Xem", "look", url="https://doan.example.vn"),),)))

    assert body["buttons"] == [[{"label": "Xem", "action": "look", "url": "https://doan.example.vn"}]]


def test_where_no_button_opens_a_page_its_address_stands_in_the_text() -> None:
    page = Option("Xem", "", url="https://doan.example.vn")
    spoken = replace(PLAIN, options=((page, Option("Thôi", "stop")), (page,)))

    [(_, body)] = _calls(spoken, replace(Telegram.can, links=False))

    assert body["text"].splitlines() == ["Chào bạn", *["Xem: https://doan.example.vn"] * 2]
    assert [[button["label"] for button in row] for row in body["buttons"]] == [["Thôi"]]


def test_without_an_address_a_page_is_not_offered_and_the_text_says_what_is_missing() -> None:
    said = Say(
        text("pages.gallery", name="Hương", task="RL2", link=Link(7), until="mai"),
        ((page(Link(7), label="pages.do-open-gallery"),), (choice("menu.open", label="menu.command-menu"),)),
    )

    without = Words(ZONE).spoken(said, "web:1", "vi")
    with_one = Words(ZONE, lambda link: f"https://doan.example.vn/{link.id}").spoken(said, "web:1", "vi")

    assert "PUBLIC_URL" in without.text
    assert [[option.url for option in row] for row in without.options] == [[None]]
    assert "https://doan.example.vn/7" in with_one.text
    assert [[option.url for option in row] for row in with_one.options] == [["https://doan.example.vn/7"], [None]]


def test_pictures_that_are_above_stay_away_where_people_reach_a_page_that_shows_them() -> None:
    open_menu = choice("menu.open", label="menu.command-menu")
    said = Say(open_menu.label, ((open_menu,),), pictures=_photos(2), has_gallery=True, are_known=True)
    without, with_one = Words(ZONE), Words(ZONE, lambda link: "https://doan.example.vn")

    def kinds(words: Words, can: Capabilities) -> list[str]:
        return [kind for kind, _ in _calls(words.spoken(said, "web:1", "vi"), can)]

    one_by_one = replace(Telegram.can, album=1)
    assert kinds(with_one, one_by_one) == ["say"]
    assert kinds(without, one_by_one) == ["pictures", "pictures", "say"]
    assert kinds(with_one, Telegram.can) == ["pictures", "say"]


def test_a_short_text_is_the_caption_of_its_picture() -> None:
    assert [(kind, body["text"]) for kind, body in _calls(replace(PLAIN, pictures=_photos(1)))] == [
        ("pictures", "Chào bạn")
    ]


@pytest.mark.parametrize(
    "spoken",
    [
        replace(PLAIN, text="Dài hơn một lời chú thích", pictures=_photos(1)),
        replace(PLAIN, options=((Option("Duyệt", "approve"),),), pictures=_photos(1)),
        replace(PLAIN, card="review:1", pictures=_photos(1)),
    ],
    ids=["too long", "with choices", "a card"],
)
def test_else_the_words_are_a_message_of_their_own(spoken: Spoken) -> None:
    assert [(kind, body["text"]) for kind, body in _calls(spoken)] == [("pictures", ""), ("say", spoken.text)]


def test_more_pictures_than_an_album_holds_are_several_albums() -> None:
    calls = _calls(replace(PLAIN, pictures=_photos(7)))

    assert [(kind, len(body["files"]), body["text"]) for kind, body in calls] == [
        ("pictures", 3, ""),
        ("pictures", 3, ""),
        ("pictures", 1, "Chào bạn"),
    ]
    assert [file["file"] for _, body in calls for file in body["files"]] == [f"evidence/{n}" for n in range(7)]


def test_telegram_s_album_holds_ten() -> None:
    calls = _calls(replace(PLAIN, pictures=_photos(21)), Telegram.can)

    assert [len(body["files"]) for _, body in calls] == [10, 10, 1]


def _file(name: str, **how: object) -> dict[str, object]:
    return {"name": name, "file": None, "drawing": None, "values": None, **how}


def test_each_document_is_a_call_before_the_words() -> None:
    kept, made = Document("a.pdf", "evidence/a"), Document("b.pdf", drawing="b", values={"n": 1})
    spoken = replace(PLAIN, documents=(kept, made))

    assert _calls(spoken) == [
        ("document", {"text": "", "files": [_file("a.pdf", file="evidence/a")]}),
        ("document", {"text": "", "files": [_file("b.pdf", drawing="b", values={"n": 1})]}),
        ("say", {"text": "Chào bạn", "buttons": []}),
    ]


def test_every_call_of_a_message_has_a_key_of_its_own() -> None:
    keyed = _rows(replace(PLAIN, pictures=_photos(4), card="c", key="told:7"))
    free = _rows(PLAIN)

    assert [row.key for row in keyed] == ["told:7/0", "told:7/1", "told:7/2"]
    assert [row.key for row in free] == [None]
    assert len({row.id for row in keyed}) == 3


def test_only_the_words_are_the_card() -> None:
    rows = _rows(replace(PLAIN, pictures=_photos(4), card="review:1", fresh=True))

    assert [(row.kind, row.card, row.fresh) for row in rows] == [
        ("pictures", None, False),
        ("pictures", None, False),
        ("say", "review:1", True),
    ]


def test_urgency_delay_and_expiry_are_kept_on_every_row() -> None:
    soon, late = timedelta(seconds=3), timedelta(minutes=10)
    spoken = replace(
        PLAIN,
        pictures=_photos(1),
        card="c",
        urgency=Urgency.NEWS,
        must_arrive=True,
        after=late,
        quiet=soon,
        within=late,
    )

    for row in _rows(spoken):
        assert (row.chat, row.priority, row.must_arrive) == ("telegram:42", Urgency.NEWS.value, True)
        assert (row.not_before, row.expires_at) == (ms(NOW + late + soon), ms(NOW + late + late))
    assert _rows(PLAIN)[0].expires_at is None


def test_the_mark_on_a_tap_goes_first_and_is_soon_worthless() -> None:
    mark = wire.answer("telegram:42", "4711", "Đã duyệt", Ids(1), NOW)

    assert (mark.kind, json.loads(mark.body)) == ("answer", {"text": "Đã duyệt", "target": "4711"})
    assert mark.priority == min(urgency.value for urgency in Urgency)
    assert mark.expires_at == ms(NOW + timedelta(seconds=60))
    assert mark.card is None


def test_a_menu_is_a_row_too() -> None:
    row = wire.commands("telegram:42", (("menu", "Danh mục"),), Ids(1), NOW)

    assert (row.kind, json.loads(row.body)) == ("commands", {"commands": [["menu", "Danh mục"]]})


async def test_what_takes_a_message_away_is_owed_once_though_the_answer_of_its_commit_was_lost(opened: str) -> None:
    settlement = Settlement(extra=[Parcels.removal("telegram:42", "4711", Ids(1), NOW)])
    for _ in range(2):
        async with database.transaction():
            await settlement.write(ms(NOW), 1)

    assert len(await sql.rows("SELECT id FROM outbox")) == 1
