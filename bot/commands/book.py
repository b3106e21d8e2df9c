"""`hanhtrinh book`: check a signed book without any database; show the fingerprint of our own key."""

import secrets
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

from rich.console import Console

from bot.commands import console as terminal
from bot.commands.console import load_settings, open_database, words
from journey import export
from journey.export import NotABook
from locales import texts
from papers import signed_book
from papers.signed_book import MAX_BYTES, Altered, NotJson, OtherForm, SignedBook, TooLarge
from storage import signing_key, units


async def verify(file: Path, key: str) -> int:
    """Run the command; return its exit status."""
    return 0 if verify_file(file, key, terminal.out) else 1


def verify_file(file: Path, key: str, console: Console) -> bool:
    """Print what the signed book of `file` says, or why it is none; return whether it can be relied on.

    Args:
        key: the fingerprint it must be signed with, "" for any.
    """
    if key and not export.is_same_fingerprint(key, key):
        console.print(words("book-check.not-a-fingerprint", given=key, digits=export.GROUPS * export.DIGITS))
        return False
    try:
        signed = signed_book.read(_bytes(file))
    except OSError:
        console.print(words("book-check.cannot-open", file=file.name))
    except TooLarge:
        console.print(words("book-check.too-large", file=file.name, limit=MAX_BYTES >> 20))
    except NotJson:
        console.print(words("book-check.not-json", file=file.name))
    except OtherForm as other:
        console.print(words("book-check.other-form", file=file.name, form=other.form, known=export.FORM))
    except NotABook as wrong:
        console.print(words("book-check.not-a-book", file=file.name, where=wrong.where))
    except Altered:
        console.print(words("book-check.altered", file=file.name))
    else:
        return _found(signed, key, console)
    return False


def _bytes(file: Path) -> bytes:
    """Return one byte more than a book may have at most."""
    with file.open("rb") as opened:
        return opened.read(MAX_BYTES + 1)


def _found(signed: SignedBook, key: str, console: Console) -> bool:
    if key and not export.is_same_fingerprint(key, signed.fingerprint):
        console.print(words("book-check.other-key", found=signed.fingerprint, wanted=key))
        return False
    console.print(_about(signed.book))
    for task in signed.book["tasks"]:
        console.print(_task(task))
    console.print(words(f"book-check.{'pinned' if key else 'not-pinned'}", fingerprint=signed.fingerprint))
    return True


def _about(book: Mapping[str, Any]) -> str:
    person, programme, result = book["person"], book["programme"], book["result"]
    return words(
        "book-check.good",
        name=person["name"],
        unit=person["unit"],
        group=words("book-check.group", group=person["group"]) if person["group"] else "",
        issuer=book["issuer"],
        title=programme["title"],
        number=programme["number"],
        version=str(programme["version"]),
        year=str(book["season"]),
        made=_moment(book["made_at"]),
        outcome=_named("outcome", result["outcome"]),
        done=result["done"],
        needed=result["needed"],
    )


def _task(task: Mapping[str, Any]) -> str:
    handed_in = task["handed_in"]
    return words(
        "book-check.task",
        code=task["code"],
        title=task["title"],
        state=_named("state", task["state"]),
        times=len(handed_in),
        assessments=sum(len(each["assessors"]) for each in handed_in),
        files=sum(len(each["evidence"]) for each in handed_in),
    )


def _named(kind: str, value: str) -> str:
    """Return a state in words; one that a newer version knows stands as it is."""
    key = f"book-check.{kind}-{value.replace('_', '-')}"
    return words(key) if texts.has("vi", key) else value


def _moment(written: str) -> datetime | str:
    try:
        return datetime.fromisoformat(written)
    except ValueError:
        return written


async def key() -> int:
    """Print the fingerprint of the key this installation signs with, made when there was none."""
    settings = load_settings()
    async with open_database(settings):
        private = await signing_key.make(secrets.token_bytes)
        tops = sorted((each.id, each.name) for each in (await units.tree()).values() if each.parent is None)
    issuer = tops[0][1] if tops else words("book-check.nobody")
    fingerprint = export.fingerprint(signed_book.public_key(private))
    terminal.out.print(words("book-check.own-key", issuer=issuer, fingerprint=fingerprint))
    return 0
