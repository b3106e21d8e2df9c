"""One check in a process of its own: `python -I -m papers.inspection`, a file in, what was found out.

In:  a line of JSON {name, max_pixels, memory, seconds}, then the bytes.
Out: a line of JSON, then the bytes of the picture and of its thumbnail. No pickles: the child may be hostile.
"""

import json
import resource
import sys
from contextlib import suppress
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


def encode(found: Picture | Document | Refused) -> bytes:
    """Return what was found as the child writes it."""
    match found:
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
            }
            return _line(picture={**facts, "taken_at": taken_at}, jpeg_size=len(jpeg)) + jpeg + thumbnail


def decode(answer: bytes) -> Picture | Document:
    """Return what the child found.

    Raises:
        Refused: the refusal it answered.
        ValueError, TypeError, KeyError: it did not answer whole.
    """
    line, _, body = answer.partition(b"\n")
    head: dict[str, Any] = json.loads(line)
    if "refused" in head:
        raise _REFUSALS[head["refused"]](*head["args"])
    if "document" in head:
        return Document(**{**head["document"], "kind": DocumentKind(head["document"]["kind"])})
    facts, size = head["picture"], head["jpeg_size"]
    taken_at = datetime.fromisoformat(facts["taken_at"]) if facts["taken_at"] else None
    return Picture(**{**facts, "taken_at": taken_at}, jpeg=body[:size], thumbnail=body[size:])


def main() -> None:
    """Read one file from standard input, write what was found to standard output."""
    order = json.loads(sys.stdin.buffer.readline())
    _limit(resource.RLIMIT_AS, order["memory"])
    _limit(resource.RLIMIT_CPU, order["seconds"])
    _limit(resource.RLIMIT_FSIZE, 0)
    _limit(resource.RLIMIT_CORE, 0)
    found: Picture | Document | Refused
    try:
        found = check(sys.stdin.buffer.read(), name=order["name"], max_pixels=order["max_pixels"])
    except Refused as refusal:
        found = refusal
    sys.stdout.buffer.write(encode(found))


def _line(**head: object) -> bytes:
    return json.dumps(head).encode() + b"\n"


def _limit(what: int, most: int) -> None:
    with suppress(ValueError, OSError):  # macOS takes no RLIMIT_AS; a limit set from outside may be lower still
        resource.setrlimit(what, (most, most))


if __name__ == "__main__":
    main()
