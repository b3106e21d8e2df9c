"""Addresses of one-time links: signed, one key a database, and none where people reach nothing."""

from pathlib import Path

from pydantic import SecretStr

from bot import links
from bot.links import Addresses, Seal
from bot.settings import BotToken, Settings
from bot.web.pages_attendance import AttendancePage
from bot.web.pages_essay import EssayPage
from bot.web.pages_gallery import GalleryPage
from bot.web.pages_review import ReviewPage
from bot.web.pages_ticks import TicksPage
from bot.web.pages_upload import UploadPage
from handlers.conversation import Link
from storage.links import VALID_FOR, Purpose

TOKEN = (BotToken(token=SecretStr("123456789:AAExampleExampleExampleExample")),)


def test_only_what_was_signed_here_is_read() -> None:
    seal, other = Seal("a"), Seal("b")
    assert seal.link(seal.token(7)) == 7
    for forged in (other.token(7), seal.form(7), seal.token(7)[:-1], seal.token(7) + "x", "7", "", "é.é"):
        assert seal.link(forged) is None
    assert seal.is_form(seal.form(7), 7)
    assert not seal.is_form(seal.form(8), 7)
    assert not seal.is_form(seal.token(7), 7)


def test_every_purpose_of_a_link_has_its_page_and_its_time() -> None:
    assert (
        {each.purpose for each in (ReviewPage, GalleryPage, EssayPage, UploadPage, AttendancePage, TicksPage)}
        == set(Purpose)
        == set(VALID_FOR)
    )


async def test_the_key_is_drawn_once_for_all_processes(opened: str) -> None:
    assert (await links.seal()).key == (await links.seal()).key
    assert len((await links.seal()).key) > 40


def test_an_address_is_public_or_the_sandboxs_or_none() -> None:
    def base(**values: object) -> str:
        return links.base(Settings(_env_file=None, data_dir=Path("data"), **values), 8080)  # type: ignore[arg-type]

    assert base(public_url="https://hanhtrinh.example.vn/") == "https://hanhtrinh.example.vn"
    assert base() == base(http_host="0.0.0.0") == "http://127.0.0.1:8080"
    assert base(http_host="::1") == base(http_host="::") == "http://[::1]:8080"
    assert base(telegram_token=TOKEN) == base(telegram_token=TOKEN, sandbox=True) == ""
    seal = Seal("a")
    assert Addresses("", seal)(Link(7)) is None
    assert Addresses("https://d.vn", seal)(Link(7, "phieu.pdf")) == f"https://d.vn/l/{seal.token(7)}/phieu.pdf"
