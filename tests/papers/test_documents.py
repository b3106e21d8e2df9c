import hashlib
import struct

import pytest

from papers.documents import (
    BrokenDocument,
    Danger,
    DangerousDocument,
    DocumentKind,
    UnsupportedDocument,
    check_document,
)
from papers.pictures import EmptyFile
from tests.papers.files import HTML, ODT, OLE, PDF, office, zipped


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (PDF, DocumentKind.PDF),
        (office(), DocumentKind.DOCX),
        (office("xl/workbook.xml"), DocumentKind.XLSX),
        (office("ppt/presentation.xml"), DocumentKind.PPTX),
        (ODT, DocumentKind.ODT),
    ],
)
def test_kind_is_found_in_the_content_whatever_the_name(data: bytes, kind: DocumentKind) -> None:
    found = check_document(data, name="bài cảm nhận.dat")
    assert (found.kind, found.extension, found.size) == (kind, kind.value, len(data))
    assert found.sha256 == hashlib.sha256(data).hexdigest()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_plain_text_is_taken_in_the_encodings_of_notepad(encoding: str) -> None:
    found = check_document("Cảm nhận về Đảng\r\n".encode(encoding), name="Bài viết.TXT")
    assert (found.kind, found.mime) == (DocumentKind.TXT, "text/plain")


@pytest.mark.parametrize(
    ("data", "name", "found"),
    [
        (OLE, "bai.doc", "doc"),
        (OLE, "bang.xls", "xls"),
        (OLE, "bai.docx", "encrypted"),
        (HTML, "bai.txt", "html"),
        (b"echo", "chay.bat", "bat"),
        (b"\xff\x00\x01", "bai.txt", None),
        (b"a\0b", "bai.txt", None),
        (b"hello", "", None),
        (zipped({"a.txt": b"a"}), "anh.zip", "zip"),
        (zipped({"mimetype": b"application/epub+zip"}), "sach", "zip"),
        (b"MZ" + b"\0" * 99, "bai.txt", "exe"),
        (rb"{\rtf1 x}", "bai.rtf", "rtf"),
    ],
)
def test_what_we_do_not_take_is_named(data: bytes, name: str, found: str | None) -> None:
    with pytest.raises(UnsupportedDocument) as caught:
        check_document(data, name=name)
    assert caught.value.found == found


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (office(more={"word/vbaProject.bin": b"x"}), Danger.MACROS),
        (office(more={"word/activeX/activeX1.xml": b"x"}), Danger.MACROS),
        (
            office(more={"[Content_Types].xml": b"application/vnd.ms-word.document.macroEnabled.main+xml"}),
            Danger.MACROS,
        ),
        (PDF.replace(b"/Type", b"/OpenAction<</S/JavaScript>>/Type"), Danger.SCRIPT),
        (office(more={"word/media/image1.png": b"\0" * (65 << 20)}), Danger.BOMB),
        (office(more={f"word/media/{i}": b"" for i in range(2_001)}), Danger.BOMB),
    ],
)
def test_what_could_do_harm_is_refused(data: bytes, why: Danger) -> None:
    with pytest.raises(DangerousDocument) as caught:
        check_document(data, name="bai.docx")
    assert caught.value.why is why


def test_document_that_lies_about_its_size_is_refused() -> None:
    small, large = struct.pack("<I", 10), struct.pack("<I", 30 << 20)
    lying = office(more={"word/media/image1.png": b"\0" * (30 << 20)}).replace(large, small)
    with pytest.raises(BrokenDocument):
        check_document(lying, name="bai.docx")


@pytest.mark.parametrize("data", [PDF[:-8], office()[:-30], office()[:40]])
def test_document_cut_off_is_refused(data: bytes) -> None:
    with pytest.raises(BrokenDocument):
        check_document(data, name="bai.docx")


def test_nothing_is_refused_as_nothing() -> None:
    with pytest.raises(EmptyFile):
        check_document(b"", name="bai.docx")
