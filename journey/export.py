"""The export of a journey book: which values it holds, and the one way to write them that is signed."""

import hashlib
import json
import unicodedata
from collections.abc import Mapping
from typing import Any

from journey.refusal import Refused
from journey.text import nfc

FORM = 1
"""The number of the shape below; a file of another one is not read."""

GROUPS = 6
DIGITS = 4
"""A fingerprint is read aloud: six groups of four digits, some 80 bits."""

_MAY_LACK = "?"

_ASSESSOR = {"body": str, "title": str, "state": str, "by": str, "instead_of": str, "way": str, "at": str}
_EVIDENCE = {"kind": str, "sha256": str}
_RECORD = {"how": str, "by": str, "at": str, "assessed_by": str, "assessed_on": str}
_HAND_IN = {
    "part": int,
    "version": int,
    "state": str,
    "at": str,
    "words": (int, _MAY_LACK),
    "recorded": (_RECORD, _MAY_LACK),
    "assessors": [_ASSESSOR],
    "taken_back": [{"verdict": str, "by": str, "at": str}],
    "appealed_at": str,
    "evidence": [_EVIDENCE],
}
_TASK = {
    "code": str,
    "title": str,
    "category": str,
    "state": str,
    "taken_at": str,
    "dropped_at": str,
    "ruling": ({"kind": str, "by": str, "at": str}, _MAY_LACK),
    "requirements": [{"id": str, "label": str, "needed": int, "approved": int, "holds": (bool, _MAY_LACK)}],
    "handed_in": [_HAND_IN],
}
_BOOK = {
    "issuer": str,
    "made_at": str,
    "season": int,
    "programme": {"code": str, "version": int, "title": str, "number": str},
    "person": {"name": str, "unit": str, "group": str},
    "result": {"outcome": str, "done": int, "needed": int},
    "tasks": [_TASK],
}
"""Moments are ISO 8601 in UTC, "" where there is none; never a phone, a birth date, what anybody wrote."""


class NotABook(Refused):
    """A value is missing, too many, or of another kind; `where` names it ("tasks.3.code")."""

    def __init__(self, where: str) -> None:
        super().__init__(where)
        self.where = where


def check(book: object) -> None:
    """Raises NotABook: `book` has not the shape of form 1."""
    _check(book, _BOOK, "book")


def canonical(value: object) -> bytes:
    """Return the one way to write `value`: UTF-8 in NFC, keys in order, no white space between."""
    return json.dumps(_normal(value), ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def fingerprint(public_key: bytes) -> str:
    """Return what two people compare by phone: "4821 0937 …", from the SHA-256 of the key."""
    number = int.from_bytes(hashlib.sha256(public_key).digest(), "big") % 10 ** (GROUPS * DIGITS)
    digits = f"{number:0{GROUPS * DIGITS}}"
    return " ".join(digits[at : at + DIGITS] for at in range(0, len(digits), DIGITS))


def is_same_fingerprint(one: str, other: str) -> bool:
    """Compare fingerprints as people write them: only the digits count, and all of them."""
    first, second = ("".join(filter(str.isdecimal, each)) for each in (one, other))
    return len(first) == GROUPS * DIGITS and first == second


def _check(value: object, shape: Any, where: str) -> None:
    match shape:
        case (inner, "?"):
            if value is not None:
                _check(value, inner, where)
        case [inner]:
            if not isinstance(value, list):
                raise NotABook(where)
            for at, each in enumerate(value, start=1):
                _check(each, inner, f"{where}.{at}")
        case Mapping():
            _check_names(value, shape, where)
        case _:
            is_readable = not isinstance(value, str) or value.isprintable()
            if type(value) is not shape or not is_readable:
                raise NotABook(where)


def _check_names(value: object, shape: Mapping[str, Any], where: str) -> None:
    if not isinstance(value, Mapping):
        raise NotABook(where)
    for name in sorted(value.keys() ^ shape.keys()):
        raise NotABook(f"{where}.{name}" if name in shape else where)
    for name, inner in shape.items():
        _check(value[name], inner, f"{where}.{name}")


def _normal(value: object) -> object:
    match value:
        case str():
            return "".join(map(_readable, nfc(value)))
        case Mapping():
            return {str(name): _normal(each) for name, each in value.items()}
        case list() | tuple():
            return [_normal(each) for each in value]
        case _:
            return value


def _readable(sign: str) -> str:
    """Return `sign`, a blank for one that parts words (a line's end, a no-break space), "" for one that nobody sees."""
    if unicodedata.category(sign) in ("Cc", "Zl", "Zp", "Zs"):
        return " "
    return sign if sign.isprintable() else ""
