"""What a channel cannot carry leaves as an address, cut and measured with the text it stands in."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot import wire
from bot.channels.channel import Capabilities, OutboxMessage
from bot.channels.telegram import Telegram
from bot.contents import Contents
from bot.ids import Ids
from bot.parcels import Parcels
from handlers.conversation import Document, Picture
from handlers.rendering import Option, Spoken
from storage.files import Files
from tests.bot.test_wire import PLAIN
from tests.papers.test_lighter_picture import noise

NOW = datetime(2027, 1, 11, 2, 0, tzinfo=UTC)
NO_FILES = replace(Telegram.can, documents=False, album=1, fetches_pictures=True, text_limit=1900, edits=False)
SMALL = replace(Telegram.can, document_kinds=(".pdf",), file_limit=1000)
MADE = {"text": lambda values: str(values["text"]).encode(), "noise": lambda _: noise(900, "PNG")}


@dataclass
class Line:
    """A channel that can this much."""

    can: Capabilities


class Desk:
    """Packs what is said as the sender does."""

    def __init__(self, files: Files) -> None:
        self.files = files
        self.asked: list[tuple[int, int]] = []

    def address(self, row: int, place: int, name: str) -> str:
        self.asked.append((row, place))
        return f"https://d.vn/media/{row}.{place}{Path(name).suffix}"

    async def messages(self, spoken: Spoken, can: Capabilities) -> list[OutboxMessage]:
        lines: Mapping[str, Line] = {"telegram": Line(can)}
        parcels = Parcels(Contents(self.files, MADE), lines, self.address)  # type: ignore[arg-type]
        return [await parcels.message(row, None) for row in wire.owed(spoken, can, Ids(1), NOW)]


@pytest.fixture
def desk(opened: str, tmp_path: Path) -> Desk:
    return Desk(Files(tmp_path.as_uri()))


def paper(name: str, text: str = "x") -> Document:
    return Document(name, drawing="text", values={"text": text})


async def test_a_document_that_a_channel_does_not_carry_is_an_address_in_the_text(desk: Desk) -> None:
    spoken = replace(PLAIN, documents=(paper("so.pdf"), paper("lich.ics"), paper("bang.xlsx")))

    [said] = await desk.messages(spoken, NO_FILES)

    lines = [f"Tải {name}: https://d.vn/media/" for name in ("so.pdf", "lich.ics", "bang.xlsx")]
    assert [line.rpartition("/")[0] + "/" for line in said.text.splitlines()[1:]] == lines
    assert [place for _, place in desk.asked] == [0, 1, 2]
    assert (said.kind, said.files) == ("say", ())


async def test_of_several_kinds_those_leave_that_may(desk: Desk) -> None:
    said = await desk.messages(replace(PLAIN, documents=(paper("so.PDF"), paper("lich.ics"))), SMALL)

    assert [(each.kind, [file.name for file in each.files]) for each in said] == [("document", ["so.PDF"]), ("say", [])]
    assert "Tải lich.ics: https://d.vn/media/" in said[1].text


async def test_a_document_that_turns_out_too_large_is_an_address_of_its_own(desk: Desk) -> None:
    large, words = await desk.messages(replace(PLAIN, documents=(paper("so.pdf", "x" * 1001),)), SMALL)

    assert (large.kind, large.files, words.text) == ("say", (), PLAIN.text)
    assert large.text.startswith("Tải so.pdf: https://d.vn/media/")


async def test_in_a_long_text_the_address_stands_whole_in_one_part_within_the_limit(desk: Desk) -> None:
    spoken = replace(PLAIN, text="Một câu rất dài. " * 115, documents=(paper("so.pdf"),))

    said = await desk.messages(spoken, replace(NO_FILES, text_limit=500))

    assert max(wire.units(each.text) for each in said) <= 500
    assert sum("https://d.vn/media/" in each.text for each in said) == 1
    assert not any("\ue000" in each.text or "\ue001" in each.text for each in said)


async def test_a_picture_is_light_enough_and_where_the_platform_fetches_it_has_an_address(desk: Desk) -> None:
    picture = Picture("bieu-do.png", drawing="noise", values={})
    spoken = replace(PLAIN, text="x" * 1025, pictures=(picture,))

    fetched, _ = await desk.messages(spoken, NO_FILES)
    handed, _ = await desk.messages(spoken, replace(Telegram.can, file_limit=200_000))
    plain, _ = await desk.messages(spoken, Telegram.can)

    assert [fetched.files[0].name, handed.files[0].name, plain.files[0].name] == [
        "bieu-do.jpg", "bieu-do.jpg", "bieu-do.png",
    ]  # fmt: skip
    assert [bool(each.files[0].url) for each in (fetched, handed, plain)] == [True, False, False]
    assert len(handed.files[0].data) <= 200_000 < len(plain.files[0].data)


@pytest.mark.parametrize(("count", "sent"), [(3, 3), (4, 0)])
async def test_more_than_a_few_pictures_stay_away_where_a_page_shows_them(desk: Desk, count: int, sent: int) -> None:
    pictures = (Picture("1.jpg", drawing="noise", values={}),) * count
    said = await desk.messages(replace(PLAIN, card="review:1", pictures=pictures, has_gallery=True), NO_FILES)

    assert [each.kind for each in said] == (["pictures"] * sent or ["say"])
    assert [each.text for each in said] == [*(f"[{n}/{sent}]" for n in range(1, sent)), PLAIN.text]
    several = await desk.messages(replace(PLAIN, card="review:1", pictures=pictures), NO_FILES)
    assert len(several) == count, "no page shows them"


async def test_pictures_by_themselves_say_by_its_code_of_which_hand_in_they_are(desk: Desk) -> None:
    pictures = (Picture("1.jpg", drawing="noise", values={}),) * 2
    spoken = replace(PLAIN, options=((Option("Duyệt", "reviews.approve 1"),),), pictures=pictures)

    first, card = await desk.messages(spoken, replace(NO_FILES, buttons=0))

    assert first.text[:6] == "[1/2] "
    assert f"DUYET {first.text[6:]} – " in card.text


@pytest.mark.parametrize(("words", "kinds"), [("Sổ", ["pictures"]), ("x" * 1200, ["pictures", "say"])])
async def test_words_and_their_list_stand_below_the_picture_where_a_message_holds_both(
    desk: Desk, words: str, kinds: list[str]
) -> None:
    option = ((Option("Sổ của tôi", "book.open"),),)
    shown = replace(PLAIN, text=words, options=option, pictures=(Picture("1.jpg", drawing="noise", values={}),))
    limited = replace(NO_FILES, buttons=0, caption_limit=1000)

    said = await desk.messages(shown, limited)

    assert [each.kind for each in said] == kinds
    assert said[-1].text.endswith("Gõ số để chọn:\n1. Sổ của tôi")
    assert len(await desk.messages(shown, replace(limited, buttons=5))) == 2, "a picture has no buttons"
    assert len(await desk.messages(shown, Telegram.can)) == 2, "words are edited later, captions are not"


async def test_who_sent_the_pictures_gets_none_back_where_each_would_be_a_message(desk: Desk) -> None:
    known = replace(PLAIN, card="evidence:1", pictures=(Picture("1.jpg", drawing="noise", values={}),), are_known=True)

    assert [each.kind for each in await desk.messages(known, NO_FILES)] == ["say"]
    assert [each.kind for each in await desk.messages(known, Telegram.can)] == ["pictures", "say"]
