"""One essay says the same whatever program saved it, and in whatever encoding."""

from unicodedata import normalize

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journey.essay import count
from tests.papers.essay_files import (
    ESSAY,
    opendocument_of,
    reading,
    typeset,
    windows_1258,
    word,
    wordml_of,
)

ROADS = {
    "txt": (ESSAY.encode(), "bai.txt"),
    "Windows lines": (ESSAY.replace("\n", "\r\n").encode(), "bai.txt"),
    "Markdown": (ESSAY.encode(), "bài.MD"),
    "UTF-8 with its mark": (ESSAY.encode("utf-8-sig"), "bai.txt"),
    "UTF-16": (ESSAY.encode("utf-16"), "bai.txt"),
    "UTF-16, the other way round": ("\ufeff".encode("utf-16-be") + ESSAY.encode("utf-16-be"), "bai.txt"),
    "UTF-16 without a mark": (ESSAY.encode("utf-16-le"), "bai.txt"),
    "UTF-16, the other way round, without a mark": (ESSAY.encode("utf-16-be"), "bai.txt"),
    "Windows-1258": (windows_1258(ESSAY), "bai.txt"),
    "NFD": (normalize("NFD", ESSAY).encode(), "bai.txt"),
    "docx": (word(ESSAY), "bai.docx"),
    "docx in NFD": (word(normalize("NFD", ESSAY)), "bai.docx"),
    "docx under a wrong name": (word(ESSAY), "bai.pdf"),
    "odt": (opendocument_of(ESSAY), "bai.odt"),
    "odt in NFD": (opendocument_of(normalize("NFD", ESSAY)), "bai.odt"),
}


@pytest.mark.parametrize(("data", "name"), ROADS.values(), ids=ROADS.keys())
def test_an_essay_says_and_counts_the_same_by_every_road(data: bytes, name: str) -> None:
    found = reading(data, name)
    assert found.unread is None
    assert found.text == ESSAY
    assert count(found.text) == count(ESSAY) == 91


def test_a_pdf_of_many_pages_and_short_lines_says_the_same_words() -> None:
    found = reading(typeset(ESSAY))
    assert found.text.split() == ESSAY.split()


WORDS = st.text(st.characters(exclude_categories=("Cc", "Cs", "Cn", "Zl", "Zp")) | st.sampled_from("-–•ệđ1\u0323\xa0"))


@settings(max_examples=60, deadline=None)
@given(st.lists(WORDS, min_size=1, max_size=8).map("\n".join).filter(lambda text: count(text) > 0))
def test_any_text_counts_the_same_typed_and_in_a_document(text: str) -> None:
    roads = (text.encode(), "a.txt"), (wordml_of(text), "a.docx"), (opendocument_of(text), "a.odt")
    assert [count(reading(*road).text) for road in roads] == [count(text)] * 3


def test_what_nobody_sees_is_left_out() -> None:
    text = "\ufeffđoàn\u00ad viên \x00ưu\u200b tú \r\n\r\n\r\n\r\n hai\tdòng\u2028ba"
    assert reading(wordml_of(text.replace("\x00", "")), "a.docx").text.startswith("đoàn viên ưu tú")
    assert reading(text.replace("\x00", "").encode(), "a.txt").text == "đoàn viên ưu tú\n\nhai dòng\nba"
