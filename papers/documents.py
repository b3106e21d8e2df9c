"""A document somebody sent: its kind found in its content, macros and bombs refused, nothing interpreted."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import PurePath

from journey.refusal import Refused
from papers.packages import NotAPackage, Package, UnpacksTooBig
from papers.pictures import EmptyFile
from papers.plain_text import NotPlainText, decoded
from papers.sniffing import sniff

MAX_UNPACKED = 64 << 20
"""Bytes; pictures hardly shrink, so an honest file stays near its own size."""

_OLE = bytes.fromhex("D0CF11E0A1B11AE1")  # .doc, .xls, .ppt, and any office file with a password
_ENCRYPTED_STREAMS = tuple(name.encode("utf-16-le") for name in ("EncryptedPackage", "EncryptionInfo"))
_WORD_STREAM = "WordDocument".encode("utf-16-le")
_ODT = b"application/vnd.oasis.opendocument.text"
_PDF_END_WITHIN = 2048
_TEXT_NAMES = frozenset({"txt", "md"})
_MACRO_FOLDERS = ("Basic/", "Scripts/", "word/activeX/", "xl/activeX/", "ppt/activeX/", "xl/macrosheets/")


class DocumentKind(StrEnum):
    """Its value is the file name extension."""

    PDF = "pdf"
    DOCX = "docx"
    XLSX = "xlsx"
    PPTX = "pptx"
    ODT = "odt"
    TXT = "txt"


MIME = {
    DocumentKind.PDF: "application/pdf",
    DocumentKind.DOCX: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    DocumentKind.XLSX: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    DocumentKind.PPTX: "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    DocumentKind.ODT: _ODT.decode(),
    DocumentKind.TXT: "text/plain",
}
_MAIN_PART = {
    "word/document.xml": DocumentKind.DOCX,
    "xl/workbook.xml": DocumentKind.XLSX,
    "ppt/presentation.xml": DocumentKind.PPTX,
}


class Danger(StrEnum):
    BOMB = "bomb"
    MACROS = "macros"
    SCRIPT = "script"


class UnsupportedDocument(Refused):
    """`found` is the kind as an extension, "encrypted" for one with a password, None when not recognised."""

    def __init__(self, found: str | None) -> None:
        super().__init__(found)
        self.found = found


class DangerousDocument(Refused):
    def __init__(self, why: str) -> None:
        """Take one of Danger's values."""
        super().__init__(why)
        self.why = Danger(why)


class BrokenDocument(Refused):
    """Cut off or damaged."""


@dataclass(frozen=True)
class Document:
    kind: DocumentKind
    mime: str
    extension: str
    sha256: str
    """In hexadecimal."""
    size: int
    """In bytes."""


def check_document(data: bytes, *, name: str) -> Document:
    """Return what the bytes are; `name` only tells text from what merely reads as text.

    Raises:
        EmptyFile, UnsupportedDocument, DangerousDocument, BrokenDocument.
    """
    if not data:
        raise EmptyFile
    extension = PurePath(name).suffix.lower().lstrip(".")
    kind = _reader(data)(data, extension)
    return Document(kind, MIME[kind], kind.value, hashlib.sha256(data).hexdigest(), len(data))


def _reader(data: bytes) -> Callable[[bytes, str], DocumentKind]:
    if data.startswith(b"%PDF-"):
        return _pdf
    if data.startswith(b"PK\x03\x04"):
        return _package
    if data.startswith(_OLE):
        return _ole
    return _text


def _pdf(data: bytes, _: str) -> DocumentKind:
    """Accept a whole PDF; a script hidden in a compressed object is left to the reader's own guard."""
    if b"%%EOF" not in data[-_PDF_END_WITHIN:]:
        raise BrokenDocument
    if b"/JavaScript" in data or b"/Launch" in data:
        raise DangerousDocument(Danger.SCRIPT)
    return DocumentKind.PDF


def _package(data: bytes, extension: str) -> DocumentKind:
    try:
        package = Package(data, limit=MAX_UNPACKED)
        kind = _package_kind(package)
        if kind is None:
            raise UnsupportedDocument(extension or "zip")
        if _has_macros(package):
            raise DangerousDocument(Danger.MACROS)
        package.verify()
    except UnpacksTooBig as error:
        raise DangerousDocument(Danger.BOMB) from error
    except NotAPackage as error:
        raise BrokenDocument from error
    return kind


def _package_kind(package: Package) -> DocumentKind | None:
    if "mimetype" in package.names:
        return DocumentKind.ODT if package.read("mimetype").strip() == _ODT else None
    if "[Content_Types].xml" not in package.names:
        return None
    return next((kind for part, kind in _MAIN_PART.items() if part in package.names), None)


def _has_macros(package: Package) -> bool:
    parts = (name.lower() for name in package.names)
    if any(name.endswith("vbaproject.bin") for name in parts):
        return True
    if any(name.startswith(_MACRO_FOLDERS) for name in package.names):
        return True
    types = "[Content_Types].xml"
    return types in package.names and b"macroenabled" in package.read(types).lower()


def _ole(data: bytes, extension: str) -> DocumentKind:
    """Name what it is by the streams it lists, else by its name."""
    if any(stream in data for stream in _ENCRYPTED_STREAMS):
        raise UnsupportedDocument("encrypted")
    if _WORD_STREAM in data:
        raise UnsupportedDocument("doc")
    match extension:
        case "docx" | "xlsx" | "pptx":
            raise UnsupportedDocument("encrypted")
        case "xls" | "ppt" | "msg":
            raise UnsupportedDocument(extension)
        case _:
            raise UnsupportedDocument("doc")


def _text(data: bytes, extension: str) -> DocumentKind:
    kind = sniff(data)
    if kind is not None or extension not in _TEXT_NAMES:
        raise UnsupportedDocument(kind.extension if kind else extension or None)
    try:
        text = decoded(data)
    except NotPlainText as error:
        raise UnsupportedDocument(None) from error
    if text.lstrip()[:256].lower().startswith(("<!doctype", "<html", "<script", "<svg", "<?xml", "<?php")):
        raise UnsupportedDocument("html")
    return DocumentKind.TXT
