"""Files that reach us: registered at once, wherever the chat waits; and what became of them."""

import re
from dataclasses import replace

from handlers.arguments import number
from handlers.conversation import Attachment, Data, InboxMessage, Say, Turn, choice, say, text
from handlers.member.evidence_card import QUIET, card
from handlers.member.evidence_pick import pick
from handlers.member.hand_ins import NotRegisteredYet, find_draft, standings
from handlers.review_asking import accept_on_evidence, refresh
from journey.people import Role
from journey.person import Person
from storage import evidence, reviews, submissions
from storage.evidence import Arrival, Evidence

LARGEST = 20 * 1024 * 1024  # bytes; what a bot may download (core.telegram.org/bots/api#getfile)
PIECES = 60  # of one hand-in, or waiting without one


async def receive(message: InboxMessage, step: str, data: Data) -> Turn:
    """Register every file; say what arrived for the draft at hand, or ask which task they are for."""
    person = message.person
    if person is None or not person.has(Role.MEMBER):
        return Turn(says=(say("evidence.not-a-member"),))
    small = [each for each in message.attachments if (each.size or 0) <= LARGEST]
    refused = (say("evidence.refused-file-too-big"),) if len(small) < len(message.attachments) else ()
    if not small:
        return Turn(says=refused)
    home = await _home(message, person, step, data, small)
    return Turn(says=(*refused, *(turn := await _take(message, person, home, small)).says), tells=turn.tells)


async def _take(message: InboxMessage, person: Person, home: int | None, files: list[Attachment]) -> Turn:
    if home is None:
        return await _ask_which(message, person, files)
    if len(await evidence.of_submission(home)) + len(files) > PIECES:
        return Turn(says=(say("evidence.too-many", most=PIECES),))
    await _register(message, person, home, files)
    if draft := await find_draft(person.id, home):
        return Turn(says=(card(draft, message.language, fresh=True, quiet=True),))
    return Turn(says=(say("evidence.added", n=len(files)),), tells=await refresh(home, message))


async def _home(message: InboxMessage, person: Person, step: str, data: Data, files: list[Attachment]) -> int | None:
    """Return the hand-in they go to: their album's while it is open, else the draft at hand."""
    for album in {each.album for each in files if each.album}:
        home = await evidence.album_home(message.chat, album)
        if home is not None and await _takes_more(person, home):
            return home
    if step.startswith("evidence.") and await find_draft(person.id, data.get("submission")):
        return int(data["submission"])
    return None


async def _takes_more(person: Person, home: int) -> bool:
    submission = await submissions.get(home)
    if submission is None or submission.person != person.id:
        return False
    if submission.state == "waiting":
        return all(each.state == "waiting" for each in await reviews.of_submission(home))
    return submission.state == "draft"


async def _ask_which(message: InboxMessage, person: Person, files: list[Attachment]) -> Turn:
    try:
        tasks = await standings(message)
    except NotRegisteredYet:
        return Turn(says=(replace(say("evidence.not-registered-yet"), choices=_TO_REGISTER),))
    if len(await evidence.loose(person.id)) + len(files) > PIECES:
        return Turn(says=(say("evidence.too-many", most=PIECES),))
    await _register(message, person, None, files)
    waiting = len(await evidence.loose(person.id))
    return Turn(says=(replace(pick(tasks, 0, message.language, loose=waiting), fresh=True, quiet=QUIET),))


_TO_REGISTER = ((choice("registration.open", label="evidence.do-register"),),)


async def _register(message: InboxMessage, person: Person, submission: int | None, files: list[Attachment]) -> None:
    arrivals = [
        Arrival(
            each.kind,
            each.remote,
            each.unique,
            message.source,
            each.album,
            each.name or "",
            each.mime or "",
            each.size,
        )
        for each in files
    ]
    await evidence.arrive(arrivals, person=person.id, chat=message.chat, submission=submission, now=message.now)


async def inspected(message: InboxMessage, step: str, data: Data) -> Turn:
    """A file was fetched and checked, or could not be: say so where it matters."""
    del step, data
    id_ = number(message.text, 2**63 - 1)
    piece = await evidence.get(id_) if id_ is not None else None
    if piece is None:
        return Turn()
    refusal = (refused(piece),) if piece.state in ("refused", "lost") else ()
    if piece.submission is None:
        return Turn(says=refusal)
    if draft := await find_draft(piece.person, piece.submission):
        if not refusal and any(each.state == "arrived" for each in draft.pieces):
            return Turn()  # one look at the card when the last is here, not one for each
        return Turn(says=(*refusal, card(draft, message.language, quiet=True)))
    accepted = await accept_on_evidence(piece.submission, message)
    return Turn(says=(*refusal, *accepted), tells=await refresh(piece.submission, message, pictures_here=True))


def refused(piece: Evidence) -> Say:
    """Say why a file was not taken and what to do: `evidence.refused-<the fact's name>`."""
    fact = re.sub(r"(?<!^)(?=[A-Z])", "-", piece.refusal).lower()
    return Say(text(f"evidence.refused-{fact}", name=piece.name or text("evidence.unnamed")))
