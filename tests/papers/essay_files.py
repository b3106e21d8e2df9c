"""One essay as people's programs save it; all made here."""

import io
from collections.abc import Mapping
from html import escape
from types import MappingProxyType
from unicodedata import normalize

import docx
import docx.document
import pypdf
import typst

from papers.documents import MIME, DocumentKind, check_document
from papers.essay_text import Reading
from papers.essay_text_reading import read
from tests.papers.files import zipped

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_TONES = "\u0300\u0301\u0303\u0309\u0323"

ESSAY = """Bài cảm nhận: Đảng Cộng sản Việt Nam quang vinh
– Năm 1930, mùa xuân, Đảng ra đời; chủ nghĩa Mác - Lênin là nền tảng.
• Nghị quyết 26-NQ/TW: đạt 75,5% kế hoạch!
“Đâu cần thanh niên có, đâu khó có thanh niên” – tôi luôn ghi nhớ điều ấy, bởi mỗi đoàn viên ưu tú phải không ngừng \
học tập, tu dưỡng đạo đức, rèn luyện bản lĩnh, và thưởng thức những ngượng nghịu, khuyết điểm của chính mình.
***
Tôi xin hứa sẽ phấn đấu để được đứng trong hàng ngũ của Đảng."""


def reading(data: bytes, name: str = "bai.dat") -> Reading:
    """Return what the file says, checked and read as in the inspector's child."""
    return read(data, check_document(data, name=name).kind)


def windows_1258(text: str) -> bytes:
    """Return the text as old Windows keeps it: letters with their marks, the tones apart."""
    letters = (_apart(letter) for letter in normalize("NFC", text))
    return "".join(letters).encode("cp1258", errors="replace")


def _apart(letter: str) -> str:
    marks = normalize("NFD", letter)
    tones = "".join(mark for mark in marks if mark in _TONES)
    return normalize("NFC", "".join(mark for mark in marks if mark not in _TONES)) + tones


def word(text: str) -> bytes:
    """Return a .docx as python-docx writes it, a paragraph a line."""
    document = docx.Document()
    for line in text.split("\n"):
        document.add_paragraph(line)
    return written(document)


def written(document: docx.document.Document) -> bytes:
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def wordml(body: str, more: Mapping[str, bytes] = MappingProxyType({}), *, space: str = W) -> bytes:
    """Return a .docx whose body is the WordprocessingML given; its prefix is w, and mc that of alternatives."""
    return zipped({"[Content_Types].xml": b"<Types/>", "word/document.xml": part("document", body, space), **more})


def part(root: str, body: str, space: str = W) -> bytes:
    compatibility = "http://schemas.openxmlformats.org/markup-compatibility/2006"
    return f'<w:{root} xmlns:w="{space}" xmlns:mc="{compatibility}"><w:body>{body}</w:body></w:{root}>'.encode()


def wordml_of(text: str) -> bytes:
    """Return the least .docx that says `text`, a paragraph a line."""
    lines = (f'<w:p><w:r><w:t xml:space="preserve">{escape(line)}</w:t></w:r></w:p>' for line in text.split("\n"))
    return wordml("".join(lines))


def opendocument(body: str, more: Mapping[str, bytes] = MappingProxyType({})) -> bytes:
    """Return an .odt whose text is the XML given, with the prefixes of LibreOffice."""
    names = {"office": "office", "text": "text", "draw": "drawing", "svg": "svg-compatible", "table": "table"}
    spaces = " ".join(
        f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for prefix, name in names.items()
    )
    content = f"<office:document-content {spaces}><office:text>{body}</office:text></office:document-content>"
    return zipped({"mimetype": MIME[DocumentKind.ODT].encode(), "content.xml": content.encode(), **more})


def opendocument_of(text: str) -> bytes:
    return opendocument("".join(f"<text:p>{escape(line)}</text:p>" for line in text.split("\n")))


def typeset(text: str) -> bytes:
    """Return a PDF of several numbered pages, as narrow as to break many lines."""
    source = '#set page(width: 90mm, height: 60mm, margin: 15mm, numbering: "1 / 1")\n#set text(lang: "vi")\n'
    paragraphs = "".join(f"#par[#text({_quoted(line)})]\n" for line in text.split("\n"))
    return bytes(typst.compile((source + paragraphs).encode()))


def _quoted(line: str) -> str:
    return '"' + line.replace("\\", "\\\\").replace('"', '\\"') + '"'


def pdf(*pages: bytes, fonts: int = 1) -> bytes:
    """Return a PDF whose pages have these content streams; /F1, /F2 … are Helvetica, each a font of its own."""
    writer = pypdf.PdfWriter()
    name = pypdf.generic.NameObject
    for content in pages:
        page = writer.add_blank_page(595, 842)
        font = pypdf.generic.DictionaryObject(
            {name("/Type"): name("/Font"), name("/Subtype"): name("/Type1"), name("/BaseFont"): name("/Helvetica")}
        )
        known = {name(f"/F{number}"): writer._add_object(font) for number in range(1, fonts + 1)}
        page[name("/Resources")] = pypdf.generic.DictionaryObject(
            {name("/Font"): pypdf.generic.DictionaryObject(known)}
        )
        stream = pypdf.generic.StreamObject()
        stream.set_data(content)
        page[name("/Contents")] = writer._add_object(stream.flate_encode())
    return saved(writer)


def slow_pdf() -> bytes:
    """Return a PDF that takes some seconds to read: long enough to be met at work."""
    return pdf(*[b"BT ET " * 100_000] * 6)


def saved(writer: pypdf.PdfWriter) -> bytes:
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def printed(*lines: str) -> bytes:
    """Return the content stream of a page with these lines, one below the other."""
    shown = (f"1 0 0 1 72 {770 - 14 * place} Tm ({line}) Tj" for place, line in enumerate(lines))
    return f"BT /F1 12 Tf {' '.join(shown)} ET".encode("latin-1")
