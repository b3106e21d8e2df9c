"""The journey book as a file that another unit can check: JSON with the unit's Ed25519 signature."""

import base64
import binascii
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, NoReturn

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from journey.export import FORM, NotABook, canonical, check, fingerprint
from journey.refusal import Refused

MAX_BYTES = 2 << 20
"""A year with forty hand-ins is some 60 kB."""

_FORMAT = "hanhtrinh-book"
_PURPOSE = b"hanhtrinh-book\n"
"""Stands before what is signed, so that the key's signature on a book is one on nothing else."""


class TooLarge(Refused):
    """More than MAX_BYTES: no book of ours."""


class NotJson(Refused):
    """Not JSON, or cut off."""


class OtherForm(Refused):
    """A book in a form this version does not know."""

    def __init__(self, form: object) -> None:
        super().__init__(form)
        self.form = str(form)[:20]


class Altered(Refused):
    """The signature does not belong to what stands there with this key."""


@dataclass(frozen=True, slots=True)
class SignedBook:
    """A book whose signature holds; `fingerprint` tells with which key, not whose key that is."""

    book: Mapping[str, Any]
    fingerprint: str


def public_key(private_key: bytes) -> bytes:
    """Return the public part of a key; both are 32 bytes."""
    return Ed25519PrivateKey.from_private_bytes(private_key).public_key().public_bytes_raw()


def sign(book: Mapping[str, Any], private_key: bytes) -> str:
    """Return the file's text: `book` as it is signed, indented to be looked at, and the signature."""
    written = json.loads(canonical(book))
    check(written)
    signature = Ed25519PrivateKey.from_private_bytes(private_key).sign(_PURPOSE + canonical(written))
    public = public_key(private_key)
    file = {
        "format": _FORMAT,
        "form": FORM,
        "book": written,
        "key": _base64(public),
        "fingerprint": fingerprint(public),
        "signature": _base64(signature),
    }
    return json.dumps(file, ensure_ascii=False, sort_keys=True, indent=1) + "\n"


def read(data: bytes) -> SignedBook:
    """Return what a file says, once its signature holds; white space and the order of keys do not matter.

    Raises:
        TooLarge, NotJson, OtherForm, NotABook, Altered: what is wrong with it.
    """
    if len(data) > MAX_BYTES:
        raise TooLarge
    file = _parsed(data)
    if not isinstance(file, dict) or file.get("format") != _FORMAT:
        raise NotABook("format")
    if file.get("form") != FORM:
        raise OtherForm(file.get("form"))
    key, signature = _bytes(file, "key", 32), _bytes(file, "signature", 64)
    check(file.get("book"))
    try:
        Ed25519PublicKey.from_public_bytes(key).verify(signature, _PURPOSE + canonical(file["book"]))
    except (InvalidSignature, ValueError):
        raise Altered from None
    return SignedBook(file["book"], fingerprint(key))


def _parsed(data: bytes) -> object:
    try:
        return json.loads(
            data.decode("utf-8-sig"), object_pairs_hook=_once, parse_float=_refuse, parse_constant=_refuse
        )
    except (ValueError, RecursionError):
        raise NotJson from None


def _once(pairs: list[tuple[str, object]]) -> dict[str, object]:
    """Refuse a name that stands twice: two readers might take different ones."""
    if len({name for name, _ in pairs}) < len(pairs):
        raise ValueError("a name stands twice")
    return dict(pairs)


def _refuse(number: str) -> NoReturn:
    raise ValueError(f"{number[:20]} is no number of a book")


def _bytes(file: Mapping[str, object], name: str, length: int) -> bytes:
    try:
        found = base64.b64decode(str(file.get(name)), validate=True)
    except (binascii.Error, ValueError):
        raise NotABook(name) from None
    if len(found) != length:
        raise NotABook(name)
    return found


def _base64(value: bytes) -> str:
    return base64.b64encode(value).decode()
