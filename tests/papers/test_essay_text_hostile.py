"""Files made to hurt their reader, or that cannot be read: each has its own reason."""

import io
import zlib
from collections.abc import Callable
from random import Random

import pytest
from pypdf import PdfReader, PdfWriter
from pypdf.generic import ArrayObject, DictionaryObject, NameObject

from journey.refusal import Refused
from papers.documents import DocumentKind, check_document
from papers.essay_text import MOST, Unread
from papers.essay_text_pdf import LARGEST_STREAM, MOST_OPERATIONS, MOST_PAGES
from papers.essay_text_reading import read, reason
from papers.essay_text_xml import DEEPEST, MOST_XML
from tests.papers.essay_files import W, opendocument, pdf, printed, saved, wordml, wordml_of
from tests.papers.files import HTML, OLE, office, zipped

ENTITIES = b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;">]>'
OUTSIDE = b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
PICTURE = {"word/media/image1.jpeg": b"\xff\xd8\xff"}


def _document(xml: bytes) -> bytes:
    return zipped({"[Content_Types].xml": b"<Types/>", "word/document.xml": xml})


def _with_entities(declared: bytes, entity: str) -> bytes:
    body = f'<w:document xmlns:w="{W}"><w:p><w:r><w:t>&{entity};</w:t></w:r></w:p></w:document>'
    return _document(declared + body.encode())


def _locked_pdf() -> bytes:
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf(printed("doan vien")))))
    writer.encrypt("secret", algorithm="AES-256")
    return saved(writer)


def _pages_within_themselves() -> bytes:
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf(printed("doan vien")))))
    tree = writer.root_object["/Pages"]
    assert isinstance(tree, DictionaryObject)
    tree[NameObject("/Kids")] = ArrayObject([writer.root_object.raw_get("/Pages")])
    return saved(writer)


def _large_xml() -> bytes:
    return wordml_of(Random(4).randbytes(MOST_XML // 2 + 1).hex())


HOSTILE: dict[str, tuple[Callable[[], bytes], DocumentKind, Unread]] = {
    "entities within entities": (lambda: _with_entities(ENTITIES, "c"), DocumentKind.DOCX, Unread.BOMB),
    "an entity from our disk": (lambda: _with_entities(OUTSIDE, "a"), DocumentKind.DOCX, Unread.BOMB),
    "elements within elements": (lambda: wordml("<w:p>" * (DEEPEST + 1)), DocumentKind.DOCX, Unread.BOMB),
    "a zip that unpacks to nothing but spaces": (
        lambda: wordml_of(" " * (MOST_XML + 1)),
        DocumentKind.DOCX,
        Unread.BOMB,
    ),
    "more XML than an essay needs": (_large_xml, DocumentKind.DOCX, Unread.TOO_LARGE),
    "spaces that an .odt repeats": (
        lambda: opendocument("<text:p>" + "<text:s/>" * 200 * DEEPEST + "</text:p>"),
        DocumentKind.ODT,
        Unread.EMPTY,
    ),
    "more text than an essay": (lambda: b"chu " * (MOST // 4 + 1), DocumentKind.TXT, Unread.TOO_LARGE),
    "no XML": (lambda: _document(b"Chao"), DocumentKind.DOCX, Unread.DAMAGED),
    "XML cut off": (lambda: _document(b"<w:document"), DocumentKind.DOCX, Unread.DAMAGED),
    "XML in an unknown encoding": (
        lambda: _document(b'<?xml version="1.0" encoding="klingon"?><w/>'),
        DocumentKind.DOCX,
        Unread.DAMAGED,
    ),
    "a zip cut off": (lambda: wordml_of("Chao")[:-30], DocumentKind.DOCX, Unread.DAMAGED),
    "photos of handwriting": (lambda: wordml("<w:p/>", PICTURE), DocumentKind.DOCX, Unread.NO_TEXT),
    "a new document": (lambda: wordml("<w:p/>"), DocumentKind.DOCX, Unread.EMPTY),
    "nothing but dashes": (lambda: "– – –".encode(), DocumentKind.TXT, Unread.EMPTY),
    "an .odt with a password": (
        lambda: opendocument("", {"META-INF/manifest.xml": b"<manifest:encryption-data/>"}),
        DocumentKind.ODT,
        Unread.ENCRYPTED,
    ),
    "a workbook": (lambda: office("xl/workbook.xml"), DocumentKind.XLSX, Unread.OTHER_KIND),
    "a PDF with a password": (_locked_pdf, DocumentKind.PDF, Unread.ENCRYPTED),
    "a PDF that unpacks": (lambda: pdf(b" " * (LARGEST_STREAM + 1)), DocumentKind.PDF, Unread.BOMB),
    "a PDF of more strokes than letters": (
        lambda: pdf(b"BT ET " * (MOST_OPERATIONS // 2 + 1)),
        DocumentKind.PDF,
        Unread.BOMB,
    ),
    "a PDF of many pages": (
        lambda: pdf(*[printed("doan vien")] * (MOST_PAGES + 1)),
        DocumentKind.PDF,
        Unread.TOO_MANY_PAGES,
    ),
    "a PDF whose pages hold themselves": (_pages_within_themselves, DocumentKind.PDF, Unread.DAMAGED),
    "a PDF of nothing": (lambda: b"%PDF-1.4\n%%EOF", DocumentKind.PDF, Unread.DAMAGED),
    "an empty page": (lambda: pdf(b""), DocumentKind.PDF, Unread.EMPTY),
}


@pytest.mark.parametrize(("made", "kind", "unread"), HOSTILE.values(), ids=HOSTILE.keys())
def test_a_file_that_cannot_be_read_says_why(made: Callable[[], bytes], kind: DocumentKind, unread: Unread) -> None:
    found = read(made(), kind)
    assert (found.unread, found.text) == (unread, "")


def _ole(stream: str) -> bytes:
    return OLE + stream.encode("utf-16-le")


REFUSED = {
    "an old .doc": (OLE, "bai.doc", Unread.OLD_WORD),
    "an old .doc that is called otherwise": (_ole("WordDocument"), "bai.docx", Unread.OLD_WORD),
    "a password": (_ole("EncryptedPackage"), "bai.docx", Unread.ENCRYPTED),
    "a password under another name": (_ole("EncryptedPackage"), "bai.doc", Unread.ENCRYPTED),
    "a web page": (HTML, "bai.txt", Unread.OTHER_KIND),
    "a program": (b"MZ" + b"\0" * 99, "bai.docx", Unread.OTHER_KIND),
    "macros": (office(more={"word/vbaProject.bin": b"x"}), "bai.docx", Unread.UNSAFE),
    "a script": (
        pdf(printed("a")).replace(b"/Catalog", b"/Catalog/OpenAction<</S/JavaScript>>"),
        "a.pdf",
        Unread.UNSAFE,
    ),
    "a zip bomb": (office(more={f"word/{place}": b"" for place in range(2_001)}), "bai.docx", Unread.BOMB),
    "cut off": (wordml_of("Chao")[:40], "bai.docx", Unread.DAMAGED),
    "not a byte": (b"", "bai.docx", Unread.EMPTY),
}


@pytest.mark.parametrize(("data", "name", "unread"), REFUSED.values(), ids=REFUSED.keys())
def test_a_document_that_is_refused_has_its_reason_too(data: bytes, name: str, unread: Unread) -> None:
    with pytest.raises(Refused) as caught:
        check_document(data, name=name)
    assert reason(caught.value) is unread


def test_random_bytes_after_a_head_never_do_more_than_damage() -> None:
    chance = Random(4)
    bodies = [zlib.compress(chance.randbytes(200)) for _ in range(20)]
    heads = (b"%PDF-1.7\n1 0 obj\n<</Filter/FlateDecode>>stream\n", b"PK\x03\x04")
    kinds = (DocumentKind.PDF, DocumentKind.DOCX)
    found = {read(head + body, kind).unread for head, kind in zip(heads, kinds, strict=True) for body in bodies}
    assert found == {Unread.DAMAGED}
