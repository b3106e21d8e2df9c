"""The member's book as a document: to print, to edit and sign, or signed for another unit to check."""

import re
from dataclasses import replace

from handlers.conversation import Choice, Conversation, Document, InboxMessage, Say, Turn, choice, say, text
from handlers.member import book_essays
from handlers.member.book_export import signed_book
from handlers.member.book_pages import pages
from handlers.member.standing import Standing, standing
from journey.person import Person
from journey.text import fold
from storage import audit, signing_key

_CARD = "book-paper"
_WITH_ESSAYS = "essays"


async def open_(message: InboxMessage) -> Turn:
    """Offer the ways to take the book along."""
    now = await standing(message)
    if not now.tasks:
        return Turn(says=(_not_registered(now),))
    has_essay = bool(book_essays.of_book(now))
    words = say(
        "book-paper.offer",
        document=now.programme.member_document,
        year=str(now.season.year),
        essays=text("book-paper.essay-hint") if has_essay else "",
    )
    return Turn(says=(replace(words, choices=_ways(has_essay), card=_CARD, fresh=True),))


async def pdf(message: InboxMessage, with_essays: str = "") -> Turn:
    """Send the book to print."""
    return await _send(message, "pdf", with_essays)


async def word(message: InboxMessage, with_essays: str = "") -> Turn:
    """Send the book to edit and sign."""
    return await _send(message, "docx", with_essays)


async def signed(message: InboxMessage) -> Turn:
    """Send the book that another unit can check, and the fingerprint of the key to compare."""
    now = await standing(message)
    if not now.tasks or message.person is None:
        return Turn(says=(_not_registered(now),))
    key = await signing_key.get()
    if key is None:
        return Turn(says=(replace(say("book-paper.no-key"), choices=_back()),))
    written, fingerprint = await signed_book(now, message.person, message.now, key)
    await audit.record(
        "journey-book.signed",
        f"enrolment {now.enrolment.id}",
        actor=message.person.id,
        chat=message.chat,
        now=message.now,
        key=fingerprint,
    )
    words = say(
        "book-paper.sent-signed",
        document=now.programme.member_document,
        year=str(now.season.year),
        fingerprint=fingerprint,
    )
    document = Document(_name(now, message.person, "json"), drawing="text", values={"text": written})
    return Turn(says=(replace(words, documents=(document,), choices=_back()),))


async def document(now: Standing, owner: Person, message: InboxMessage, suffix: str, *, essays: bool) -> Document:
    """Return the book of `owner` as a document ("pdf", "docx") for whoever writes `message`; whether they may, the
    caller has checked."""
    texts = await book_essays.texts_of(now) if essays else []
    values = await pages(now, owner, message, texts)
    return Document(_name(now, owner, suffix), drawing=f"journey-book-{suffix}", values=values)


async def _send(message: InboxMessage, suffix: str, with_essays: str) -> Turn:
    now = await standing(message)
    if not now.tasks or message.person is None:
        return Turn(says=(_not_registered(now),))
    sent = await document(now, message.person, message, suffix, essays=with_essays == _WITH_ESSAYS)
    words = say("book-paper.sent", document=now.programme.member_document, year=str(now.season.year))
    return Turn(says=(replace(words, documents=(sent,), choices=_back()),))


def _ways(has_essay: bool) -> tuple[tuple[Choice, ...], ...]:
    plain = (choice("book-paper.pdf", label="book-paper.pdf"), choice("book-paper.word", label="book-paper.word"))
    essays = (
        choice("book-paper.pdf", _WITH_ESSAYS, label="book-paper.pdf-essay"),
        choice("book-paper.word", _WITH_ESSAYS, label="book-paper.word-essay"),
    )
    checkable = (choice("book-paper.signed", label="book-paper.signed"),)
    return (plain, *((essays,) if has_essay else ()), checkable, *_back())


def _back() -> tuple[tuple[Choice, ...], ...]:
    return ((choice("book.open", label="book-paper.back"),),)


def _not_registered(now: Standing) -> Say:
    words = say("book.not-registered", year=str(now.season.year))
    register = choice("registration.open", label="book.register", style="good")
    return replace(words, choices=((register,),))


def _name(now: Standing, owner: Person, suffix: str) -> str:
    """Return "so-hanh-trinh-2027-nguyen-thi-huong.pdf": letters that every system keeps."""
    words = fold(f"{now.programme.member_document} {now.season.year} {owner.full_name}")
    return "-".join(re.findall(r"[a-z0-9]+", words))[:80] + f".{suffix}"


CONVERSATION = Conversation(
    "book-paper",
    open_=open_,
    actions={"open": open_, "pdf": pdf, "word": word, "signed": signed},
)
