"""An essay that comes as a file: what was understood of it counts when its member has confirmed it."""

from dataclasses import replace

from handlers.arguments import number
from handlers.conversation import Choice, Data, InboxMessage, Say, Text, Turn, choice, say, text
from handlers.member.essay_words import ends, essay, parts, text_of
from handlers.member.evidence_card import card
from handlers.member.hand_ins import Draft, draft, held_draft, members_only
from journey.essay import count
from papers.essay_text import MOST
from storage import evidence, submissions
from storage.evidence import Evidence

SCANNED = "no-text"
"""The reason (papers.essay_text.Unread) of a file that people can read and we cannot: the assessor measures it."""


async def files(found: Draft, message: InboxMessage) -> tuple[Say, ...]:
    """Answer the files of an essay's draft: those that cannot be read go, the first that was read is asked about."""
    if essay(found.task) is None:
        return ()
    scans = [_unread(found, each) for each in found.pieces if each.state == "stored" and each.unread == SCANNED]
    return (*scans, *await to_settle(found, message))


async def to_settle(found: Draft, message: InboxMessage) -> tuple[Say, ...]:
    """Return what stands between an essay's files and handing it in: nothing when all are read and confirmed."""
    if essay(found.task) is None:
        return ()
    bad = [each for each in found.pieces if each.state == "stored" and each.unread not in ("", SCANNED)]
    for each in bad:
        await evidence.take_back(each.id, found.submission.id, message.now)
    coming = any(each.state == "arrived" and each.kind == "document" for each in found.pieces)
    asked = await question(found)
    return (
        *(_unread(found, each) for each in bad),
        *((say("essay.coming"),) if coming else ()),
        *((asked,) if asked else ()),
    )


async def news(found: Draft, piece: Evidence, message: InboxMessage) -> tuple[Say, ...]:
    """Answer one file of an essay's draft that was just fetched and checked, or refused."""
    if piece.unread:
        if piece.unread != SCANNED:
            await evidence.take_back(piece.id, found.submission.id, message.now)
        return (_unread(found, piece),)
    asked = await question(found)
    return (asked,) if asked else ()


def _unread(found: Draft, piece: Evidence) -> Say:
    """Say why a file is no text; a scan is kept for the assessor's eyes, nothing of any other."""
    said = say(f"essay.unread-{piece.unread}", name=_name(piece))
    if piece.unread == SCANNED:
        drop = choice("evidence.not_it", found.submission.id, piece.id, label="essay.do-drop-file", style="bad")
        return replace(said, choices=((drop,),), card=_card_of(piece))
    return said


async def question(found: Draft) -> Say | None:
    """Ask whether what was read in a file is the essay; where there is a text already, whether it takes its place.

    None when nothing is to be confirmed.
    """
    for piece in await evidence.unconfirmed(found.submission.id):
        if words := await evidence.extracted(piece.id):
            return _ask(found, piece, words)
    return None


def _ask(found: Draft, piece: Evidence, words: str) -> Say:
    written = parts(found.pieces)
    asked = text("essay.together", n=len(written)) if written else text("essay.is-it-yours")
    return Say(
        text("essay.understood", name=_name(piece), n=count(words), lines=ends(words), asked=asked),
        (*_answers(found, piece, bool(written)),),
        card=_card_of(piece),
        fresh=True,
    )


def _answers(found: Draft, piece: Evidence, has_text: bool) -> list[tuple[Choice, ...]]:
    id_, edition = found.submission.id, found.submission.edition
    refuse = choice("evidence.not_it", id_, piece.id, label="essay.do-not-it", style="bad")
    if not has_text:
        return [(choice("evidence.use", id_, piece.id, label="essay.do-use", style="good"),), (refuse,)]
    return [
        (choice("evidence.use", id_, piece.id, "replace", edition, label="essay.do-replace"),),
        (choice("evidence.use", id_, piece.id, "add", edition, label="essay.do-add"),),
        (refuse,),
    ]


async def use(message: InboxMessage, submission: str, piece: str, how: str = "", seen: str = "") -> Turn:
    """Make what a file says the text of the draft, or a part of it.

    Where there is a text, `how` is replace or add; it is asked again when the draft is not at the edition `seen` any
    more: nobody throws away what they did not see.
    """
    found = await _held(message, submission)
    id_ = number(piece, 2**63 - 1)
    waiting = {each.id for each in await evidence.unconfirmed(found.submission.id)}
    written = parts(found.pieces)
    if id_ in waiting and written and (how not in ("replace", "add") or number(seen) != found.submission.edition):
        asked = await question(found)
        return Turn(says=(asked,) if asked else ())
    if id_ in waiting and id_ is not None:
        if how == "add" and len(text_of(written)) + len(await evidence.extracted(id_) or "") > MOST:
            asked = await question(found)
            return Turn(says=(say("essay.too-long", most=MOST), *((asked,) if asked else ())))
        for each in written if how == "replace" else ():
            await evidence.take_back(each.id, found.submission.id, message.now)
        await evidence.use(id_, found.submission.id)
        await submissions.rewritten(found.submission.id)
    is_in = id_ in waiting or any(each.id == id_ for each in written)
    return await _after(message, submission, id_, text("essay.used" if is_in else "essay.file-gone"))


async def not_it(message: InboxMessage, submission: str, piece: str) -> Turn:
    """Keep nothing of a file that is not the essay; ask for it some other way."""
    found = await _held(message, submission)
    id_ = number(piece, 2**63 - 1)
    mine = [each for each in found.pieces if each.id == id_ and each.kind == "document" and not each.text]
    for each in mine:
        await evidence.take_back(each.id, found.submission.id, message.now)
    return await _after(message, submission, id_, text("essay.not-it"))


async def _held(message: InboxMessage, submission: str) -> Draft:
    assert message.person is not None
    found = await held_draft(message.person.id, submission)
    members_only(message)
    return found


async def _after(message: InboxMessage, submission: str, piece: int | None, said: Text) -> Turn:
    """Close the question of a file, ask about the next one, show the card."""
    assert message.person is not None
    found = await draft(message.person.id, submission)
    closed = Say(said, card=f"essay-file:{piece}") if piece is not None else None
    more = await question(found)
    data: Data = {"submission": found.submission.id}
    says = [each for each in (closed, card(found, message.language, fresh=True), more) if each is not None]
    return Turn(says=tuple(says), step="collect", data=data)


def _card_of(piece: Evidence) -> str:
    return f"essay-file:{piece.id}"


def _name(piece: Evidence) -> str | Text:
    return piece.name or text("evidence.unnamed")
