"""What counts as the essay's in a document: what a reader of it sees as its text, and each word once."""

import io

import docx
import pytest
from PIL import Image
from pypdf import PdfReader, PdfWriter

from papers.essay_text import Reading, Unread
from tests.papers.essay_files import (
    W,
    opendocument,
    part,
    pdf,
    printed,
    reading,
    saved,
    wordml,
    written,
)
from tests.papers.files import saved as picture

STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"


def _p(*runs: str, properties: str = "") -> str:
    return f"<w:p>{properties}{''.join(runs)}</w:p>"


def _r(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def _box(text: str) -> str:
    return f"<w:txbxContent>{_p(_r(text))}</w:txbxContent>"


DELETED_END = "<w:pPr><w:rPr><w:del w:id='1'/></w:rPr></w:pPr>"
WORD = {
    "a word in two runs": (_p(_r("đoàn v"), _r("iên")), "đoàn viên"),
    "a table": (
        f"<w:tbl><w:tr><w:tc>{_p(_r('một'))}</w:tc><w:tc>{_p(_r('hai'))}</w:tc></w:tr></w:tbl>{_p(_r('ba'))}",
        "một\nhai\nba",
    ),
    "tabs and lines": (
        _p(
            "<w:pPr><w:tabs><w:tab/></w:tabs></w:pPr>", "<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t></w:r>"
        ),
        "a b\nc",
    ),
    "hyphens": (_p("<w:r><w:t>a</w:t><w:noBreakHyphen/><w:t>b</w:t><w:softHyphen/><w:t>c</w:t></w:r>"), "a-bc"),
    "a link": (_p(f"<w:hyperlink>{_r('trang này')}</w:hyperlink>"), "trang này"),
    "a field": (_p("<w:r><w:instrText>PAGE 7</w:instrText></w:r>", _r("7")), "7"),
    "a change that is tracked": (
        _p(_r("tôi "), f"<w:ins>{_r('rất ')}</w:ins><w:del><w:r><w:delText>hơi </w:delText></w:r></w:del>", _r("vui")),
        "tôi rất vui",
    ),
    "a text that moved": (
        _p(f"<w:moveFrom>{_r('đầu')}</w:moveFrom>", _r("giữa ")) + _p(f"<w:moveTo>{_r('đầu')}</w:moveTo>"),
        "giữa\nđầu",
    ),
    "a paragraph whose end is deleted": (_p(_r("đoàn "), properties=DELETED_END) + _p(_r("viên")), "đoàn viên"),
    "a text box, for new and for old programs": (
        _p(
            _r("trước "),
            f"<mc:AlternateContent><mc:Choice>{_box('khung')}</mc:Choice><mc:Fallback>{_box('khung')}</mc:Fallback>"
            "</mc:AlternateContent>",
            _r("sau"),
        ),
        "trước sau\nkhung",
    ),
}


@pytest.mark.parametrize(("body", "text"), WORD.values(), ids=WORD.keys())
@pytest.mark.parametrize("space", [W, STRICT], ids=["transitional", "strict"])
def test_word_says(body: str, text: str, space: str) -> None:
    assert reading(wordml(body, space=space)) == Reading(text)


def test_notes_follow_the_text_and_heads_comments_and_separators_do_not() -> None:
    more = {
        "word/footnotes.xml": part("footnotes", _p("<w:r><w:separator/></w:r>") + _p(_r("chú thích"))),
        "word/endnotes.xml": part("endnotes", _p(_r("ở cuối"))),
        "word/header1.xml": part("hdr", _p(_r("đầu trang"))),
        "word/footer1.xml": part("ftr", _p(_r("chân trang"))),
        "word/comments.xml": part("comments", _p(_r("bình luận"))),
    }
    assert reading(wordml(_p(_r("bài")), more)).text.split("\n") == ["bài", "", "chú thích", "", "ở cuối"]


def test_a_document_with_headings_lists_and_a_table_in_a_table_is_read_in_order() -> None:
    document = docx.Document()
    document.add_heading("Cảm nhận", 1)
    document.add_paragraph("điều một", style="List Bullet")
    outer = document.add_table(1, 1).cell(0, 0)
    outer.text = "ngoài"
    outer.add_table(1, 1).cell(0, 0).text = "trong"
    document.add_paragraph("hết")
    document.sections[0].header.paragraphs[0].text = "đầu trang"
    assert reading(written(document)).text.split() == ["Cảm", "nhận", "điều", "một", "ngoài", "trong", "hết"]


OPEN = {
    "spans and spaces": ("<text:p>đoàn<text:s text:c='99999999'/><text:span>vi</text:span>ên</text:p>", "đoàn viên"),
    "lines and tabs": ("<text:h>a</text:h><text:p>b<text:line-break/>c<text:tab/>d\n   e</text:p>", "a\nb\nc d e"),
    "a table": ("<table:table><table:table-cell><text:p>ô</text:p></table:table-cell></table:table>", "ô"),
    "a change that is tracked": (
        "<text:tracked-changes><text:deletion><text:p>bỏ</text:p></text:deletion></text:tracked-changes>"
        "<text:p>giữ <text:change-start/>thêm<text:change-end/></text:p>",
        "giữ thêm",
    ),
    "a note and a comment": (
        "<text:p>bài<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>chú thích</text:p>"
        "</text:note-body></text:note><office:annotation><text:p>ý kiến</text:p></office:annotation> tiếp</text:p>"
        "<text:p>hết</text:p>",
        "bài tiếp\nchú thích\nhết",
    ),
    "a text box": (
        "<text:p>bài<draw:frame><draw:text-box><text:p>khung</text:p></draw:text-box><svg:desc>ảnh</svg:desc>"
        "</draw:frame> tiếp</text:p>",
        "bài tiếp\nkhung",
    ),
}


@pytest.mark.parametrize(("body", "text"), OPEN.values(), ids=OPEN.keys())
def test_open_document_says(body: str, text: str) -> None:
    assert reading(opendocument(body)) == Reading(text)


BROWSER = (
    b"q .24 0 0 -.24 0 792 cm q 3.125 0 0 3.125 115 115 cm BT /F1 12 Tf 1 0 0 -1 8 28 Tm (v) Tj 6 0 Td (i) Tj ET"
    b" BT /F2 12 Tf 1 0 0 -1 8 28 Tm 8.664 0 Td (e) Tj ET"
    b" BT /F1 12 Tf 1 0 0 -1 8 28 Tm 15.336 0 Td (n) Tj 6.672 0 Td ( ) Tj 3.336 0 Td (a) Tj ET Q Q"
)
PDF = {
    "a font that changes within a word": ([b"BT /F1 12 Tf 72 700 Td (vi) Tj /F2 12 Tf (en) Tj ET"], "vien"),
    "each letter placed, as a browser prints where one font has not all of them": ([BROWSER], "vien a"),
    "words without spaces between": ([b"BT /F1 12 Tf 72 700 Td [(doan)-333(vien)] TJ ET"], "doan vien"),
    "a number cut by a line end": (
        [printed("Nghi quyet so 26-", "NQ/", "TW cua Dang")],
        "Nghi quyet so 26-NQ/TW cua Dang",
    ),
    "a dash at a line end": ([printed("chu nghia Mac -", "Lenin")], "chu nghia Mac - Lenin"),
    "pages with numbers": ([printed("mot", "1"), printed("2", "hai"), printed("ba", "- 3 -")], "mot hai ba"),
    "numbers from the second page on": ([printed("mot"), printed("hai", "1"), printed("ba", "2")], "mot hai ba"),
    "a running head": (
        [printed("bia"), printed("Truong X 2/3", "hai"), printed("Truong X 3/3", "ba")],
        "bia hai ba",
    ),
    "a year at the end is no page": ([printed("nam", "1930")], "nam 1930"),
    "a page turned": ([b"BT /F1 12 Tf 0 1 -1 0 300 100 Tm (doan vien) Tj ET"], "doan vien"),
}


@pytest.mark.parametrize(("pages", "words"), PDF.values(), ids=PDF.keys())
def test_pdf_says(pages: list[bytes], words: str) -> None:
    assert " ".join(reading(pdf(*pages, fonts=2)).text.split()) == words


def test_a_paragraph_of_a_pdf_ends_with_a_short_line_or_before_one_set_in() -> None:
    full = "mot hai ba bon nam sau bay tam chin muoi"
    page = printed(full, full, "het doan.", full, full)
    lines = reading(pdf(page)).text.split("\n")
    assert lines == [f"{full} {full} het doan.", f"{full} {full}"]


def test_a_pdf_that_only_its_owner_may_change_is_read() -> None:
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf(printed("doan vien")))))
    writer.encrypt("", "owner", algorithm="AES-256")
    assert reading(saved(writer)) == Reading("doan vien")


@pytest.mark.parametrize("below", ["", "Scanned by CamScanner"], ids=["bare", "with its program's name"])
def test_a_scan_has_no_text(below: str) -> None:
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(picture(Image.new("L", (300, 400), 200), "PDF"))))
    assert reading(saved(writer)).unread is Unread.NO_TEXT
    if below:
        words = PdfReader(io.BytesIO(pdf(printed(below)))).pages[0]
        writer.pages[0].merge_page(words)
        assert reading(saved(writer)).unread is Unread.NO_TEXT
