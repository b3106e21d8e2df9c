"""Files as people, and people who mean harm, send them; all made here."""

import io
import struct
import zipfile
import zlib
from collections.abc import Mapping
from types import MappingProxyType

from PIL import Image

from papers.documents import MIME, DocumentKind

GPS, EXIF, TAKEN, ORIENTATION, MAKER = 0x8825, 0x8769, 0x9003, 0x0112, 0x010F


def photo(size: tuple[int, int] = (640, 480), **exif: object) -> bytes:
    """Return a JPEG whose left half is dark; `exif`: taken, orientation, latitude."""
    image = Image.linear_gradient("L").rotate(90).resize(size).convert("RGB")
    tags = Image.Exif()
    tags[MAKER] = "SecretPhone"
    if "orientation" in exif:
        tags[ORIENTATION] = exif["orientation"]
    if "taken" in exif:
        tags.get_ifd(EXIF)[TAKEN] = exif["taken"]
    if "latitude" in exif:
        tags.get_ifd(GPS).update({1: "N", 2: exif["latitude"], 3: "E", 4: (106.0, 41.0, 0.0)})
    return saved(image, "JPEG", exif=tags, comment=b"SecretComment")


def saved(image: Image.Image, picture_format: str, **options: object) -> bytes:
    out = io.BytesIO()
    image.save(out, picture_format, **options)
    return out.getvalue()


def png_of(width: int, height: int) -> bytes:
    """Return a PNG that declares so many pixels and holds hardly any."""

    def chunk(kind: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    head = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    body = zlib.compress(b"\0" * 4096)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", body) + chunk(b"IEND", b"")


def zipped(entries: Mapping[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in entries.items():
            of_no_moment = zipfile.ZipInfo(name)  # names of tests hold what it comes to
            package.writestr(of_no_moment, content, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def office(main: str = "word/document.xml", more: Mapping[str, bytes] = MappingProxyType({})) -> bytes:
    """Return the least office file, and `more` entries by name."""
    return zipped({"[Content_Types].xml": b"<Types/>", main: "<w>Cảm nhận</w>".encode(), **more})


PDF = b"%PDF-1.7\n1 0 obj\n<</Type/Catalog>>\nendobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"
ODT = zipped({"mimetype": MIME[DocumentKind.ODT].encode(), "content.xml": b"<o/>"})
OLE = bytes.fromhex("D0CF11E0A1B11AE1") + b"\0" * 1024
HTML = b"<!DOCTYPE html><html><script>alert(1)</script></html>"
HEIC = b"\x00\x00\x00\x18ftypheic\x00\x00\x00\x00mif1heic" + b"\0" * 64
