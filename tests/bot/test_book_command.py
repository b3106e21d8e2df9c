"""`hanhtrinh book`: what another unit reads about a signed book, in both languages, and by which status."""

import io
from pathlib import Path

import pytest
from rich.console import Console

from bot.commands.book import verify_file
from journey.export import fingerprint
from papers.signed_book import MAX_BYTES, public_key, sign
from tests.papers.test_signed_book import BOOK, KEY, OTHER

OURS = fingerprint(public_key(KEY))


def checked(file: Path, key: str = "") -> tuple[bool, str]:
    printed = io.StringIO()
    good = verify_file(file, key, Console(file=printed, width=200, markup=False))
    return good, printed.getvalue()


@pytest.fixture
def book(tmp_path: Path) -> Path:
    file = tmp_path / "so.json"
    _ = file.write_text(sign(BOOK, KEY), "utf-8")
    return file


@pytest.mark.parametrize("language", ["vi", "en"])
def test_a_good_book_says_whose_when_and_by_which_key(
    book: Path, language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LC_ALL", "en_US.UTF-8" if language == "en" else "vi_VN.UTF-8")
    good, said = checked(book)
    assert good
    for word in ("Nguyễn Thị Hương", "Đoàn Khối", "09:00 02/06/2027", "2027", "1/7", "RL2 Tình nguyện", OURS):
        assert word in said
    assert ("whose key" if language == "en" else "của ai") in said


def test_a_pinned_key_is_told_from_another_one(book: Path, tmp_path: Path) -> None:
    good, said = checked(book, OURS.replace(" ", ""))
    assert good
    assert "đúng dãy số" in said
    theirs = tmp_path / "theirs.json"
    _ = theirs.write_text(sign(BOOK, OTHER), "utf-8")
    good, said = checked(theirs, OURS)
    assert not good
    assert "KHÓA KHÁC" in said
    assert "Nguyễn Thị Hương" not in said
    assert checked(theirs)[0], "by itself the signature is right; whose key it is, a call tells"


@pytest.mark.parametrize(
    ("content", "key", "says"),
    [
        (sign(BOOK, KEY).replace("Hương", "Hường").encode(), "", "CHỮ KÝ KHÔNG ĐÚNG"),
        (sign(BOOK, KEY).encode()[:-40], "", "bị cắt"),
        (b"PK\x03\x04", "", "không phải JSON"),
        (b" " * (MAX_BYTES + 1), "", "quá lớn (2 MB"),
        (sign(BOOK, KEY).replace('"form": 1', '"form": 9').encode(), "", "mẫu 9"),
        (b"{}", "", "sai ở format"),
        (sign(BOOK, KEY).encode(), "4821", "đủ 24 chữ số"),
    ],
    ids=["forged", "cut", "zip", "huge", "form", "other json", "short key"],
)
def test_each_bad_file_gets_its_clear_answer(tmp_path: Path, content: bytes, key: str, says: str) -> None:
    file = tmp_path / "so.json"
    _ = file.write_bytes(content)
    good, said = checked(file, key)
    assert not good
    assert says in said
    assert "Võ Quang Dũng" not in said


def test_a_file_that_is_not_there_is_said(tmp_path: Path) -> None:
    assert checked(tmp_path / "missing.json")[0] is False
    assert "Không đọc được tệp so" in checked(tmp_path / "so")[1]
    assert checked(tmp_path)[0] is False
