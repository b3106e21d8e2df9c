"""The essay of a draft as one text: read, written anew as a whole, read back in the chat."""

from dataclasses import dataclass
from datetime import datetime

from handlers.conversation import InboxMessage, Turn, say
from handlers.member.essay_words import essay, parts, text_of
from handlers.member.evidence_card import card
from handlers.member.hand_ins import Draft, NoSuchHandIn, draft, held_draft, still_a_member
from journey.criteria import need
from journey.essay import count, is_near, whole
from journey.person import Person
from journey.refusal import Refused
from storage import evidence, submissions


@dataclass(eq=False)
class NewerText(Refused):
    """The draft was changed elsewhere since `seen` was read; `edition` is where it is now."""

    seen: int
    edition: int


@dataclass(frozen=True, slots=True)
class Essay:
    """The text of a draft at an `edition`: `have` words, `need` is the least that is enough."""

    text: str
    edition: int
    have: int
    need: int

    @property
    def is_near(self) -> bool:
        """Say whether a word processor, which counts a little otherwise, may decide otherwise."""
        return is_near(self.have, self.need)


async def written(id_: int, author: Person) -> Essay:
    """Return the essay of the draft `id_` of `author`.

    Raises:
        NoSuchHandIn: it is not theirs, there is none, or its task asks for no essay.
        AlreadyHandedIn: it is no draft any more.
    """
    return essay_of(await draft(author.id, str(id_)))


async def save(id_: int, text: str, seen: int, *, author: Person, chat: str, now: datetime) -> Essay:
    """Make `text` the whole text of the draft `id_`, instead of its parts and its confirmed files; return it as kept.

    One statement decides, so it runs in a transaction of the caller's. A save whose answer was lost may come again.

    Args:
        seen: the edition that `text` was made from.
        author: whose draft it is, with the posts of today.
        chat: where it was written: a chat of theirs, or the page behind a link ("page:12").
        now: in UTC.

    Raises:
        MembersOnly: the author is no member any more.
        NoSuchHandIn, AlreadyHandedIn: see `written`.
        NewerText: the draft was changed since; nothing is changed now.
    """
    found = await held_draft(author.id, str(id_))
    still_a_member(author)
    before = essay_of(found)
    if whole([text]) == before.text:
        return before
    if not await submissions.rewritten(id_, seen):
        raise NewerText(seen, before.edition)
    await _write(found, whole([text]), chat, now)
    return await written(id_, author)


def essay_of(found: Draft) -> Essay:
    """Return the essay of a draft.

    Raises:
        NoSuchHandIn: its task asks for none.
    """
    criterion = essay(found.task)
    if criterion is None:
        raise NoSuchHandIn
    words = text_of(found.pieces)
    return Essay(words, found.submission.edition, count(words), need(found.task, criterion))


async def _write(found: Draft, text: str, chat: str, now: datetime) -> None:
    """Keep `text` as the only part: in the one that an earlier save made, else in a new one."""
    id_, old = found.submission.id, parts(found.pieces)
    if text and len(old) == 1 and old[0].kind == "text" and old[0].source is None:
        await evidence.rewrite(old[0].id, text, id_)
        return
    for piece in old:
        await evidence.take_back(piece.id, id_, now)
    if text:
        await evidence.add_text(text, person=found.submission.person, chat=chat, submission=id_, source=None, now=now)


async def read(message: InboxMessage, submission: str) -> Turn:
    """Show the whole text, in as many messages as it takes, and the card under it."""
    assert message.person is not None
    found = await draft(message.person.id, submission)
    shown = card(found, message.language, fresh=True)
    data = {"submission": found.submission.id}
    if not parts(found.pieces):
        return Turn(says=(shown,), step="collect", data=data)
    back = say("essay.whole", words=text_of(found.pieces))
    return Turn(says=(back, shown), step="collect", data=data)
