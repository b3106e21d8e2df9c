"""One check or one reading, and how its answer is written on the way out of the child that made it.

An answer is a line of JSON, then the bytes of the picture and of its thumbnail. No pickles: the child may be hostile.
"""

import json
import struct
from collections.abc import Mapping
from dataclasses import asdict
from datetime import datetime
from pathlib import PurePath
from typing import Any

from journey.refusal import Refused
from papers.documents import (
    BrokenDocument,
    DangerousDocument,
    Document,
    DocumentKind,
    UnsupportedDocument,
    check_document,
)
from papers.essay_text import Reading, Unread
from papers.essay_text_reading import read
from papers.pictures import (
    BrokenPicture,
    EmptyFile,
    NotAPicture,
    Picture,
    TooManyPixels,
    UnsupportedPicture,
    check_picture,
)
from papers.sniffing import sniff

FRAME = struct.Struct(">I")
"""The length of what follows: an order to the server, or an answer."""
MOST = 64 << 20
"""Bytes of an answer; a picture that is kept has at most 20 MB of pixels."""

_REFUSALS: dict[str, type[Refused]] = {
    refusal.__name__: refusal
    for refusal in (
        EmptyFile,
        NotAPicture,
        UnsupportedPicture,
        BrokenPicture,
        TooManyPixels,
        UnsupportedDocument,
        DangerousDocument,
        BrokenDocument,
    )
}
_PICTURE_NAMES = frozenset({"", ".jpg", ".jpeg", ".png", ".webp", ".gif", ".heic", ".bmp", ".tif", ".tiff", ".avif"})


def check(data: bytes, *, name: str, max_pixels: int) -> Picture | Document:
    """Return a picture of what is one, or is called one, or has no name; a document of anything else."""
    kind = sniff(data)
    if (kind and kind.is_image) or PurePath(name).suffix.lower() in _PICTURE_NAMES:
        return check_picture(data, max_pixels=max_pixels)
    return check_document(data, name=name)


def carry_out(order: Mapping[str, Any], data: bytes) -> Picture | Document | Reading | Refused:
    """Return what was found: the text of a document when the order names its `kind`, else what the file is."""
    try:
        if order["kind"]:
            return read(data, DocumentKind(order["kind"]))
        return check(data, name=order["name"], max_pixels=order["max_pixels"])
    except Refused as refusal:
        return refusal


def encode(found: Picture | Document | Reading | Refused) -> bytes:
    """Return what was found as the child writes it."""
    match found:
        case Reading():
            return _line(reading=asdict(found))
        case Refused():
            return _line(refused=type(found).__name__, args=list(found.args))
        case Document():
            return _line(document=asdict(found))
        case Picture(jpeg=jpeg, thumbnail=thumbnail):
            taken_at = found.taken_at.isoformat() if found.taken_at else None
            facts = {
                "width": found.width,
                "height": found.height,
                "sha256": found.sha256,
                "dhash": found.dhash,
                "looks": [(number, *look) for number, look in found.looks.items()],
            }
            return _line(picture={**facts, "taken_at": taken_at}, jpeg_size=len(jpeg)) + jpeg + thumbnail


def decode(answer: bytes) -> Picture | Document | Reading:
    """Return what the child found.

    Raises:
        Refused: the refusal it answered.
        ValueError, TypeError, KeyError: it did not answer whole.
    """
    line, _, body = answer.partition(b"\n")
    head: dict[str, Any] = json.loads(line)
    if "refused" in head:
        raise _REFUSALS[head["refused"]](*head["args"])
    if "reading" in head:
        unread = head["reading"]["unread"]
        return Reading(str(head["reading"]["text"]), Unread(unread) if unread else None)
    if "document" in head:
        return Document(**{**head["document"], "kind": DocumentKind(head["document"]["kind"])})
    facts, size = head["picture"], head["jpeg_size"]
    taken_at = datetime.fromisoformat(facts["taken_at"]) if facts["taken_at"] else None
    looks = {number: (across, down) for number, across, down in facts["looks"]}
    return Picture(**{**facts, "taken_at": taken_at, "looks": looks}, jpeg=body[:size], thumbnail=body[size:])


def _line(**head: object) -> bytes:
    return json.dumps(head).encode() + b"\n"
