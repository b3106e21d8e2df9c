import io
import re
import zipfile
from dataclasses import replace
from itertools import pairwise

import docx
import pypdf
from docx.shared import Mm

from papers.journey_book import JourneyBook, RegisteredCategory, TaskResult, Version, pdf
from papers.journey_book import docx as to_docx
from tests.papers.books import SAMPLE, WITH_ESSAY

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def words_of_pdf(book: JourneyBook) -> str:
    pages = pypdf.PdfReader(io.BytesIO(pdf(book))).pages
    return " ".join(" ".join(page.extract_text() for page in pages).split())


def opened(book: JourneyBook) -> "docx.document.Document":
    return docx.Document(io.BytesIO(to_docx(book)))


def words_of_docx(book: JourneyBook) -> str:
    return " ".join(run.text or "" for run in opened(book).element.body.iter(W + "t"))


def test_printed_pages_are_a4_and_numbered_from_the_second() -> None:
    reader = pypdf.PdfReader(io.BytesIO(pdf(SAMPLE)))
    assert {tuple(round(float(side) / 72 * 25.4) for side in page.mediabox[2:]) for page in reader.pages} == {
        (210, 297)
    }
    numbers = [page.extract_text().split("\n")[0] for page in reader.pages]
    assert numbers[1:] == [str(number) for number in range(2, len(reader.pages) + 1)]
    assert "ĐOÀN KHỐI" in numbers[0]


def test_word_document_has_the_margins_and_the_typeface_that_the_union_asks_for() -> None:
    document = opened(SAMPLE)
    page = document.sections[0]
    sides = (
        page.page_width, page.page_height, page.top_margin, page.bottom_margin, page.left_margin, page.right_margin,
    )  # fmt: skip
    assert [round((side or 0) / Mm(1)) for side in sides] == [210, 297, 20, 20, 30, 20]
    used = {paragraph.find(f"{W}pPr/{W}pStyle") for paragraph in document.element.body.iter(W + "p")} - {None}
    ids = {style.get(W + "val") for style in used if style is not None} | {"Normal"}
    faces = {style.font.name for style in document.styles if style.style_id in ids and hasattr(style, "font")}
    assert faces == {"Times New Roman"}
    assert {fonts.get(W + "ascii") for fonts in document.element.body.iter(W + "rFonts")} <= {"Times New Roman"}


def test_word_document_is_one_that_word_opens() -> None:
    """Every cell ends with a paragraph, no two tables touch, nothing of the template is left."""
    body = opened(WITH_ESSAY).element.body
    assert all(cell[-1].tag == W + "p" for cell in body.iter(W + "tc"))
    kinds = [child.tag for child in body]
    assert not any(one == other == W + "tbl" for one, other in pairwise(kinds))
    for table in body.iter(W + "tbl"):
        columns = len(table.find(W + "tblGrid"))
        for row in table.iter(W + "tr"):
            spans = [cell.find(f"{W}tcPr/{W}gridSpan") for cell in row.iter(W + "tc")]
            assert sum(1 if span is None else int(span.get(W + "val")) for span in spans) == columns
    with zipfile.ZipFile(io.BytesIO(to_docx(SAMPLE))) as parts:
        assert not re.search(rb"\{\{|\{%", parts.read("word/document.xml"))


def test_both_forms_hold_the_whole_book() -> None:
    for text in (words_of_pdf(SAMPLE), words_of_docx(SAMPLE)):
        flat = " ".join(text.split())
        for said in (
            "SỔ HÀNH TRÌNH", "Nguyễn Thị Hương", "Đã đổi ngày 03/03/2027", "Lịch trực thay đổi", "Ảnh không rõ ngày",
            "Trần Thị Thu quyết định miễn", "Quý IV/2027", "TM. CẤP ỦY", "do cấp ủy quyết định",
        ):  # fmt: skip
            assert said in flat, said
        assert "PHỤ LỤC" not in flat


def test_what_people_wrote_is_text_and_never_markup() -> None:
    wild = '{{ 7 * 7 }} <b>&amp;</b> #read("x") *đậm* \x0b\x07\x00 ]]>'
    version = Version("Lần 1", "", "", "", (wild, "hai\ndòng"))
    task = TaskResult("RL2", wild, "", "", (), (version,), "")
    book = replace(SAMPLE, results=(replace(SAMPLE.results[0], tasks=(task,)),))
    assert "{{ 7 * 7 }} <b>&amp;</b> #read" in " ".join(words_of_docx(book).split())
    assert "#read(" in words_of_pdf(book)
    assert "49" not in words_of_docx(book)


def test_a_year_with_much_in_it_is_made_within_a_moment_and_grows_by_pages() -> None:
    versions = tuple(replace(SAMPLE.results[1].tasks[0].versions[0], number=f"Lần {n}") for n in range(60))
    task = replace(SAMPLE.results[1].tasks[0], versions=versions)
    long = replace(SAMPLE, results=(replace(SAMPLE.results[1], tasks=(task,) * 4),))
    assert len(pypdf.PdfReader(io.BytesIO(pdf(long))).pages) > 15
    assert len(to_docx(long)) < 200_000


def test_an_empty_book_can_be_made() -> None:
    empty = replace(SAMPLE, superior="", registration=(RegisteredCategory("x", ()),), changes=(), sums=(), results=())
    assert words_of_pdf(empty)
    assert words_of_docx(empty)


def test_the_name_of_a_unit_and_of_a_body_stay_on_one_line() -> None:
    book = replace(SAMPLE, issuer="Đoàn cơ sở Bệnh viện Sông Trà")
    lines = [
        line.strip()
        for page in pypdf.PdfReader(io.BytesIO(pdf(book))).pages
        for line in page.extract_text().split("\n")
    ]
    for name in ("ĐOÀN CƠ SỞ BỆNH VIỆN SÔNG TRÀ", "TM. BAN CHẤP HÀNH ĐOÀN CƠ SỞ"):
        assert any(name in line for line in lines)
