"""Files that reach us: registered at once, wherever the chat waits; and what became of them."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from handlers.arguments import number
from handlers.conversation import Attachment, Data, InboxMessage, Say, Turn, choice, say, text
from handlers.member.essay_file import news
from handlers.member.essay_words import essay
from handlers.member.evidence_begin import begin_after
from handlers.member.evidence_card import QUIET, among, as_shown, card
from handlers.member.evidence_pick import pick
from handlers.member.hand_ins import (
    NotRegisteredYet,
    SeasonOver,
    TaskDropped,
    find_draft,
    has_draft,
    members_only,
    standings,
    still_open,
)
from handlers.pages import upload_link
from handlers.review_asking import accept_on_evidence, refresh
from journey.people import Role
from journey.person import Person
from storage import chats, evidence, loose_evidence, people, reviews, submissions
from storage.evidence import Arrival, Evidence

LARGEST = 20 * 1024 * 1024  # bytes; what a bot may download (core.telegram.org/bots/api#getfile)
UPLOADING = timedelta(seconds=10)
"""How long the card waits for more files from a page, which come one by one: where none is edited each is a message."""

PIECES = 60  # of one hand-in, or waiting without one


async def receive(message: InboxMessage, step: str, data: Data) -> Turn:
    """Register every file; say what arrived for the draft at hand, or ask which task they are for."""
    person = message.person
    if person is None or not person.has(Role.MEMBER):
        return Turn(says=(_once(say("evidence.not-a-member"), message.attachments),))
    small = [each for each in message.attachments if (each.size or 0) <= LARGEST]
    refused = (say("evidence.refused-file-too-big"),) if len(small) < len(message.attachments) else ()
    if not small:
        return Turn(says=refused)
    if step == "evidence.again" and (begun := await _next_version(message, person, data)) is not None:
        step, data = "evidence.collect", {"submission": begun}
    home = await _home(message, person, step, data, small)
    turn = await _take(message, person, home, small)
    says = (*refused, *turn.says)
    if step == "evidence.collect":
        return Turn(says=says, tells=turn.tells, step="collect", data={**data, "previewed": False})
    return Turn(says=says, tells=turn.tells)


async def _next_version(message: InboxMessage, person: Person, data: Data) -> int | None:
    """Begin the next version of what was returned: who is asked what becomes of the old files sends new ones.

    None where it cannot be handed in any more.
    """
    returned = await submissions.get(int(data.get("returned", 0)))
    if returned is None or returned.person != person.id:
        return None
    try:
        await still_open(message, returned)
    except (TaskDropped, SeasonOver):
        return None
    await submissions.hold_task(returned.registration)  # an undo may be taking the return back
    newest = (await submissions.versions(returned.registration, returned.part))[-1]
    if newest.state == "returned":
        newest = await begin_after(message, newest)
    return newest.id if newest.state == "draft" else None


async def _take(message: InboxMessage, person: Person, home: int | None, files: list[Attachment]) -> Turn:
    if home is None:
        return await _ask_which(message, person, files)
    draft = await find_draft(person.id, home)
    if len(draft.pieces if draft else await evidence.of_submission(home)) + len(files) > PIECES:
        full = say("evidence.too-many", most=PIECES)
        return Turn(says=(full, card(draft, message.language, fresh=True)) if draft else (full,))
    await _register(message, person, home, files)
    await _keep_caption(message, person, home)
    if draft is None:
        return Turn(says=(say("evidence.added", n=len(files)),), tells=await refresh(home, message))
    draft = replace(draft, pieces=tuple(await evidence.of_submission(home)))
    return Turn(says=(card(draft, message.language, fresh=True, quiet=_more_may_come(files)),))


async def _home(message: InboxMessage, person: Person, step: str, data: Data, files: list[Attachment]) -> int | None:
    """Return the hand-in they go to: their album's while it is open, else the draft at hand."""
    for album in {each.album for each in files if each.album}:
        home = await evidence.album_home(message.chat, album)
        if home is not None and await _takes_more(person, home):
            return home
    if step.startswith("evidence.") and await has_draft(person.id, data.get("submission")):
        return int(data["submission"])
    return None


async def _takes_more(person: Person, home: int) -> bool:
    submission = await submissions.get(home)
    if submission is None or submission.person != person.id:
        return False
    if submission.state == "waiting":
        await submissions.hold(home)  # nothing is added to what is being decided
        return all(each.state == "waiting" for each in await reviews.of_submission(home))
    return submission.state == "draft"


async def _ask_which(message: InboxMessage, person: Person, files: list[Attachment]) -> Turn:
    try:
        tasks = await standings(message)
    except NotRegisteredYet:
        return Turn(says=(replace(_once(say("evidence.not-registered-yet"), files), choices=_TO_REGISTER),))
    if len(await loose_evidence.files(person.id)) + len(files) > PIECES:
        return Turn(says=(say("evidence.too-many", most=PIECES),))
    await _register(message, person, None, files)
    await _keep_caption(message, person, None)
    waiting = len(await loose_evidence.files(person.id))
    quiet = QUIET if _more_may_come(files) else timedelta(0)
    return Turn(says=(replace(pick(tasks, 0, message.language, loose=waiting), fresh=True, quiet=quiet),))


def _once(said: Say, files: Sequence[Attachment]) -> Say:
    """Return what is said of files that are not taken, once for all of an album."""
    return replace(said, card="evidence:not-taken", fresh=True, quiet=QUIET if _more_may_come(files) else timedelta(0))


_TO_REGISTER = ((choice("registration.open", label="evidence.do-register"),),)


def _more_may_come(files: Sequence[Attachment]) -> bool:
    """Say whether they are of an album: its others come one by one; a file sent alone is answered at once."""
    return any(each.album for each in files)


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


async def _keep_caption(message: InboxMessage, person: Person, submission: int | None) -> None:
    """What is written under files is a text beside them."""
    if not message.text.strip():
        return
    await evidence.add_text(
        message.text,
        person=person.id,
        chat=message.chat,
        submission=submission,
        source=message.source,
        now=message.now,
    )
    if submission is not None:
        await submissions.rewritten(submission)


async def edited(message: InboxMessage, step: str, data: Data) -> Turn:
    """A text was changed where it was sent: in a draft it changes too, what is handed in stays as it was."""
    piece = await evidence.written_in(message.chat, message.source) if message.source and message.text.strip() else None
    if piece is None or message.person is None or piece.person != message.person.id:
        return await _edited_out(message)
    if piece.submission is not None:
        await submissions.hold_task_of(piece.submission)
        if await find_draft(piece.person, piece.submission) is None:
            return Turn(says=(say("evidence.edited-too-late"),))
    members_only(message)
    if not await evidence.rewrite(piece.id, message.text, piece.submission):
        return await edited(message, step, data)  # it went into a draft, or out of one, meanwhile
    if piece.submission is not None:
        await submissions.rewritten(piece.submission)
    draft = await find_draft(piece.person, piece.submission)
    return Turn(says=(as_shown(draft, data, message.language),)) if draft else Turn()


async def _edited_out(message: InboxMessage) -> Turn:
    """Say of a changed text that it is not in the essay's draft any more; nothing of any other."""
    was = await evidence.was_written_in(message.chat, message.source) if message.source else None
    if was is None or message.person is None or was.person != message.person.id:
        return Turn()
    draft = await find_draft(was.person, was.submission)
    return Turn(says=(say("essay.edited-out"),)) if draft and essay(draft.task) else Turn()


async def unsupported(message: InboxMessage, step: str, data: Data) -> Turn:
    """Say what to send instead of a voice message, a video, what the chat does not bring; once an hour and chat."""
    person = message.person
    assert person is not None
    is_member = person.has(Role.MEMBER)
    at_hand = step.startswith("evidence.") and await has_draft(person.id, data.get("submission"))
    way = replace(upload_link.offer(int(data["submission"])), instead_of=None) if at_hand else _HAND_IN
    words = text("evidence.unsupported", file=text("evidence.unsupported-file") if is_member else "")
    hour = int(message.now.timestamp() // 3600)
    once = f"unsupported:{person.id}:{message.chat.partition(':')[0]}:{hour}"
    return Turn(says=(Say(words, ((way,),) if is_member else (), key=once),))


_HAND_IN = choice("evidence.open", label="evidence.do-hand-in")


async def inspected(message: InboxMessage, step: str, data: Data) -> Turn:
    """A file was fetched and checked, or could not be: say so where it matters."""
    del step
    id_ = number(message.text, 2**63 - 1)
    piece = await evidence.get(id_) if id_ is not None else None
    if piece is None:
        return Turn()
    refusal: tuple[Say, ...] = (refused(piece),) if piece.state in ("refused", "lost") else ()
    if piece.submission is None:
        if refusal and not await loose_evidence.files(piece.person):
            await loose_evidence.forget(piece.person, message.now)  # what was written under it goes with it
        return Turn(says=refusal)
    if draft := await find_draft(piece.person, piece.submission):
        if essay(draft.task) and piece.kind == "document" and (said := await news(draft, piece, message)):
            now = await find_draft(piece.person, piece.submission) or draft
            return Turn(says=among(card(now, message.language, fresh=True), said))
        if not refusal and any(each.state == "arrived" for each in draft.pieces):
            return Turn()  # one look at the card when the last is here, not one for each
        if piece.is_uploaded:
            return Turn(says=(*refusal, replace(card(draft, message.language, fresh=True), quiet=UPLOADING)))
        return Turn(says=(*refusal, as_shown(draft, data, message.language, quiet=True)))
    accepted = await accept_on_evidence(piece.submission, message)
    if refusal:
        refusal += await _nothing_left(piece.submission)
    return Turn(says=(*refusal, *accepted), tells=await refresh(piece.submission, message, pictures_here=True))


async def inspected_elsewhere(message: InboxMessage) -> Turn:
    """Deal with a file that came by a chat which the person let go: they are told where they are now, if anywhere."""
    id_ = number(message.text, 2**63 - 1)
    piece = await evidence.get(id_) if id_ is not None else None
    if piece is None or not await chats.is_anywhere(piece.person):
        return Turn()
    person = await people.get(piece.person, message.today)
    turn = await inspected(replace(message, person=person), "", {})
    return Turn(tells=(*((person.id, each) for each in turn.says), *turn.tells))


async def _nothing_left(id_: int) -> tuple[Say, ...]:
    """Say how to hand in anew when the last good piece of what waits for its verdict could not be taken."""
    submission = await submissions.get(id_)
    pieces = await evidence.of_submission(id_)
    if submission is None or submission.state != "waiting":
        return ()
    if any(each.state in ("arrived", "stored") for each in pieces):
        return ()
    anew = choice("evidence.start", submission.task, "more", label="evidence.do-start-more")
    return (replace(say("evidence.nothing-left", task=submission.task), choices=((anew,),)),)


def refused(piece: Evidence) -> Say:
    """Say why a file was not taken and what to do: `evidence.refused-<the fact's name>`."""
    fact = re.sub(r"(?<!^)(?=[A-Z])", "-", piece.refusal).lower()
    return Say(text(f"evidence.refused-{fact}", name=piece.name or text("evidence.unnamed")))
