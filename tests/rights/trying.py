"""Trying one thing as one person: what is answered, what changed; taken back at once."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime

import handlers
from handlers.conversation import Attachment, InboxMessage, Kind, Text
from handlers.dispatch import Dispatch
from handlers.rendering import Words
from locales import texts
from storage import database, sql
from storage.conversations import State
from tests.handlers.phone import EVERYWHERE
from tests.rights import ledger
from tests.rights.cast import MARCH, ZONE, Cast, message
from tests.rights.ledger import Change, Look

REFUSALS: Mapping[str, str] = {
    "joining.stranger": "?",
    "joining.wrong": "?",
    "refusal.members-only": "m",
    "evidence.not-a-member": "m",
    "refusal.no-such-hand-in": "h",
    "refusal.already-handed-in": "a",
    "evidence.no-draft": "h",
    "evidence.not-your-task": "t",
    "evidence.not-registered-yet": "t",
    "evidence.again-too-late": "a",
    "reviews.not-there": "n",
    "reviews.own-work": "o",
    "changes.own": "o",
    "changes.not-yours": "n",
    "changes.gone": "n",
    "substitutes.not-there": "n",
    "menu.not-understood": "l",
    "pages.not-there": "n",
    "pages.own-work": "o",
    "essay-page.not-there": "n",
    "upload-page.not-there": "n",
    "reminding.told-none": "h",
    "reminding.no-later": "h",
    "digest.not-for-you": "n",
    "secretary.not-there": "n",
    "secretary.not-a-secretary": "n",
    "sessions.not-there": "n",
    "attendance.not-there": "n",
    "attendance.not-oneself": "o",
    "sessions.not-an-organiser": "n",
    "calendar.not-there": "n",
    "broadcast.not-yours": "n",
    "broadcast.officers-only": "n",
    "resuming.gone": "n",
}
"""What a refusal says, as a mark."""

KEPT: Mapping[str, str] = {
    "evidence.collect": "submission",
    "evidence.fact": "submission",
    "evidence.again": "returned",
    "evidence.offered": "nothing",
    "reviews.reason": "submission",
    "pages.name": "submission",
    "reviews.reversal": "submission",
    "appeals.reason": "submission",
    "changes.reason": "season",
    "changes.answer": "change",
    "substitutes.from": "absent",
    "substitutes.to": "absent",
    "secretary.find": "nothing",
    "secretary.day": "member",
    "rulings.reason": "member",
    "rulings.lifting": "ruling",
    "paper.answer": "entry",
    "paper.page": "entry",
    "paper.withdrawing": "entry",
    "sessions.title": "session",
    "sessions.when": "session",
    "sessions.where": "session",
    "sessions.held": "session",
    "sessions.why": "session",
    "calendar.why": "session",
    "attendance.find": "session",
    "attendance.absent": "session",
    "attendance.photo": "session",
    "attendance.reason": "record",
    "broadcast.text": "nothing",
    "joining.personal": "invitation",
    "joining.sensitive": "invitation",
    "joining.confirm": "invitation",
    "joining.linking": "link",
}
"""What each step keeps the id of."""

ALSO_KEPT = {
    "question": "f.place",
    "body": "cap_uy",
    "substitute": 8,  # Yến, the eighth of the cast
    "first": "2027-04-12",
    "why": "joined",
    "segment": "all@u2",  # of A, the second unit of the cast
    "task": "BB3",
    "kind": "exempt",
    "doing": "move",
    "agreed": {"personal": "2027-01-12T02:00:00+00:00", "sensitive": "2027-01-12T02:00:00+00:00"},
}

READ = frozenset({"submission.read", "journey-book.signed", "digest.read"})
"""What looking at somebody's record leaves in the trail."""


class Keys(Words):
    """Speaks keys instead of sentences."""

    def text(self, text: Text, language: str) -> str:
        return text.key


@dataclass(frozen=True, slots=True)
class Row:
    """One thing to try; `marks` is what it comes to for each of the columns.

    Attributes:
        what: a choice ("reviews.approve huong/RL2"), a command ("/so"), "step <name> <thing it keeps>", "kind <name>".
        says: what is written, at a step or with a kind; a name of the cast stands for an id or a code.
        source: the message it changes.
    """

    what: str
    marks: str
    says: str = "Một ghi chú"
    at: datetime = MARCH
    source: str | None = None

    @property
    def name(self) -> str:
        """Return what the row is about, without its arguments."""
        first, *rest = self.what.split(" ")
        return f"{first} {rest[0]}" if first in ("step", "kind") else first


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of it: the mark, the keys answered, the rows changed."""

    mark: str
    said: tuple[str, ...]
    changes: tuple[Change, ...]


class _TakenBack(Exception):
    """Ends a trial."""


async def trial(row: Row, who: str, cast: Cast, before: Look, *, by_word: bool = False) -> Outcome:
    """Let `who` try `row`, and take it back; `before` is the record as it is.

    Args:
        by_word: say the first of the conversation's words instead of its command.
    """
    sent, state = _message(row, who, cast, by_word=by_word)
    dispatch = Dispatch(ZONE, allowed=EVERYWHERE)
    dispatch.words = Keys(ZONE)
    found: list[Outcome] = []
    try:
        async with database.transaction():
            start = await _written()
            handled = await dispatch.handle(sent, state, await dispatch.known([sent.chat], row.at))
            after = await ledger.look() if await _written() != start else before
            said = tuple(spoken.text for spoken in handled.spoken if spoken.chat == sent.chat)
            found.append(_outcome(said, tuple(ledger.changes(before, after))))
            raise _TakenBack
    except _TakenBack:
        return found[0]


async def _written() -> int:
    """Return how many rows this connection has written in all."""
    return int((await sql.rows("SELECT total_changes() AS n"))[0]["n"])


def _outcome(said: tuple[str, ...], changed: tuple[Change, ...]) -> Outcome:
    return Outcome(_mark(said, changed), said, changed)


def _mark(said: tuple[str, ...], changed: tuple[Change, ...]) -> str:
    refused = next((REFUSALS[key] for key in said if key in REFUSALS), "")
    if not refused and any(key.startswith("refusal.") for key in said):
        refused = "x"
    if not changed:
        return refused or ("s" if said else "-")
    if all(each.table == "audit" and each.after and each.after["action"] in READ for each in changed):
        return "r"
    return "!" if refused else "W"


def _message(row: Row, who: str, cast: Cast, *, by_word: bool) -> tuple[InboxMessage, State]:
    kind, _, rest = row.what.partition(" ")
    if row.what.startswith("/"):
        return message(cast, who, Kind.TEXT, _word(row.what) if by_word else row.what, now=row.at), State()
    if kind == "step":
        step, thing = rest.split(" ")[:2]
        kept = str(cast.things[thing]) if step == "changes.reason" else cast.things[thing]
        return message(cast, who, Kind.TEXT, row.says, now=row.at), State(step, {**ALSO_KEPT, KEPT[step]: kept})
    if kind == "kind":
        sent = message(cast, who, Kind(rest.split(" ")[0]), _ids(row.says, cast), now=row.at)
        files = (Attachment("photo", "remote", "unique"),) if sent.kind is Kind.FILES else ()
        return replace(sent, attachments=files, source=row.source), State()
    return replace(message(cast, who, Kind.CHOICE, now=row.at), choice=_ids(row.what, cast)), State()


def _ids(words: str, cast: Cast) -> str:
    return " ".join(str(cast.things.get(each, cast.codes.get(each, each))) for each in re.split(" ", words))


def _word(command: str) -> str:
    name = next(each.name for each in handlers.CONVERSATIONS if each.command == command)
    return min(texts.words(f"{name}.words"))
