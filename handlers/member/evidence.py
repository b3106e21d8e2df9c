"""Handing in evidence: pick a task, send what proves it, see it counted, hand it in."""

from dataclasses import replace

from handlers.arguments import number
from handlers.conversation import Choice, Conversation, Data, InboxMessage, Kind, Say, Text, Turn, choice, say, text
from handlers.member.essay import read
from handlers.member.essay_file import files, not_it, use
from handlers.member.essay_offer import begin_with, forgotten, not_essay, offer, offered
from handlers.member.essay_words import asked
from handlers.member.evidence_arrival import PIECES
from handlers.member.evidence_begin import begin, standing_of
from handlers.member.evidence_card import among, card, card_of
from handlers.member.evidence_pick import pick
from handlers.member.evidence_submit import again, answered, asked_again, edit, fact, resume, show, submit
from handlers.member.evidence_words import wants_on
from handlers.member.hand_ins import (
    NotRegisteredYet,
    Standing,
    draft,
    find_draft,
    find_held_draft,
    held_draft,
    members_only,
    own,
    standings,
)
from handlers.member.wording import label, title
from handlers.pages import essay_link, upload_link
from journey.person import Person
from journey.programme import Kind as Measure
from journey.progress import CriterionCount, TaskState
from storage import evidence, links, loose_evidence, submissions
from storage.links import Purpose
from storage.submissions import Submission


def _person(message: InboxMessage) -> Person:
    assert message.person is not None
    return message.person


async def open_(message: InboxMessage, page: str = "0") -> Turn:
    """Ask which task it is for; files that wait without one go along."""
    try:
        tasks = await standings(message)
    except NotRegisteredYet:
        register = choice("registration.open", label="evidence.do-register")
        return Turn(says=(replace(say("evidence.not-registered-yet"), choices=((register,),)),), step=None)
    loose = len(await loose_evidence.files(_person(message).id))
    return Turn(says=(pick(tasks, number(page, 99) or 0, message.language, loose=loose),))


async def start(message: InboxMessage, code: str, more: str = "") -> Turn:
    """Begin, go on or begin again, whichever the task is at; `more` begins another part while one waits."""
    standing = await standing_of(message, code)
    if standing is None:
        return Turn(says=(say("evidence.not-your-task"),))
    if begun := standing.at("draft"):
        turn = await resume(message, begun.id)
        return replace(turn, says=(*turn.says, *await offer(message, standing)))
    if (returned := standing.at("returned")) and not more:
        return await _after_return(message, standing, returned)
    if standing.progress.state is TaskState.DONE:
        return Turn(says=(_back_to_book("evidence.task-done", standing, message.language),))
    if standing.at("waiting") and not more and _is_once(standing):
        return Turn(says=(_already_waits(standing, message.language),))
    begun = standing.empty or await begin(message, standing)
    says = (await _what_to_send(begun, standing, message), *await offer(message, standing))
    return Turn(says=says, step="collect", data={"submission": begun.id})


def _is_once(standing: Standing) -> bool:
    return all(each.need <= 1 or each.criterion.kind is not Measure.COUNT for each in standing.progress.counts)


async def _after_return(message: InboxMessage, standing: Standing, returned: Submission) -> Turn:
    """Correct what was returned; where the task needs several, it may be another activity instead."""
    if _is_once(standing):
        return await again(message, str(returned.id))
    correct = choice("evidence.again", returned.id, label="evidence.do-correct")
    return Turn(says=(_correct_or_another(standing, correct, "evidence.start", message.language),))


def _correct_or_another(standing: Standing, correct: Choice, action: str, language: str) -> Say:
    another = choice(action, standing.task.code, "more", label="evidence.do-another-activity")
    named = f"{standing.task.code} {title(standing.task, language)}"
    return replace(say("evidence.correct-or-another", task=named), choices=((correct,), (another,)))


def _already_waits(standing: Standing, language: str) -> Say:
    more = choice("evidence.start", standing.task.code, "more", label="evidence.do-start-more")
    return replace(_back_to_book("evidence.task-waits", standing, language), choices=((more,), _BOOK))


_BOOK = (choice("book.open", label="evidence.do-book"),)


def _back_to_book(key: str, standing: Standing, language: str) -> Say:
    named = f"{standing.task.code} {title(standing.task, language)}"
    return replace(say(key, task=named), choices=(_BOOK,))


async def _what_to_send(begun: Submission, standing: Standing, message: InboxMessage) -> Say:
    """Say what proves the task, what is still missing, and what never enters here."""
    programme = (await draft(_person(message).id, str(begun.id))).programme
    kinds = [each.title for each in programme.evidence_kinds if each.code in standing.task.evidence]
    missing = [_missing(each, message.language) for each in standing.progress.counts if not each.holds]
    how = "essay" if any(each.kind is Measure.WORDS for each in standing.task.criteria) else "files"
    said = say(
        "evidence.start",
        task=f"{standing.task.code} {title(standing.task, message.language)}",
        missing=missing,
        kinds="; ".join(kinds),
        how=text(f"evidence.how-{how}"),
        never=text("evidence.never", forbidden="; ".join(programme.forbidden)) if programme.forbidden else "",
    )
    page = ((essay_link.offer(begun.id),),) if how == "essay" else ()
    send = (upload_link.offer(begun.id),)
    return replace(said, choices=(*page, send, (choice("evidence.later", begun.id, label="evidence.do-later"),)))


def _missing(counted: CriterionCount, language: str) -> Text:
    """Say what is still asked for: a length as the plan words it, anything else as what is there of what is needed."""
    named, criterion = label(counted.criterion, language), counted.criterion
    if criterion.kind is Measure.WORDS:
        return text("evidence.missing-words", label=named, asked=asked(criterion))
    return text("evidence.missing", label=named, have=counted.have, need=counted.need)


async def attach(message: InboxMessage, code: str, which: str = "") -> Turn:
    """Give the files that wait without a task to this one; `which` is again or more, asked after a return."""
    person = _person(message)
    standing = await standing_of(message, code)
    if standing is None:
        return Turn(says=(say("evidence.not-your-task"),))
    await submissions.hold_task(standing.registration)  # an undo may be taking a return back
    standing = await standing_of(message, code) or standing
    loose = await loose_evidence.files(person.id)
    if not loose:
        return await start(message, code)
    returned, begun = standing.at("returned"), standing.at("draft") or standing.empty
    if returned and not begun and which not in ("again", "more") and not _is_once(standing):
        correct = choice("evidence.attach", code, "again", label="evidence.do-correct")
        return Turn(says=(_correct_or_another(standing, correct, "evidence.attach", message.language),))
    if begun and len(await evidence.of_submission(begun.id)) + len(loose) > PIECES:
        return Turn(says=(say("evidence.too-many", most=PIECES),))
    begun = begun or await begin(message, standing, after=None if which == "more" else returned)
    await loose_evidence.attach(person.id, begun.id)
    found = await draft(person.id, str(begun.id))
    attached = replace(say("evidence.attached", task=code), card="evidence:loose")
    await submissions.rewritten(begun.id)
    says = (attached, *among(card(found, message.language, fresh=True), await files(found, message)))
    return Turn(says=says, step="collect", data={"submission": begun.id})


async def forget(message: InboxMessage) -> Turn:
    """Take the files that wait without a task back."""
    taken = len(await loose_evidence.files(_person(message).id))
    await loose_evidence.forget(_person(message).id, message.now)
    return Turn(says=(replace(say("evidence.forgotten", n=taken), card="evidence:loose"),))


async def collect(message: InboxMessage, data: Data) -> Turn:
    """Keep what was written: a note, a link, a part of an essay."""
    person = _person(message)
    found = await find_held_draft(person.id, data.get("submission"))
    if found is None:
        return await forgotten(message) or Turn(says=(say("evidence.no-draft"),), step=None)
    members_only(message)
    if message.kind is not Kind.TEXT or not message.text.strip():
        return Turn(says=(card(found, message.language, fresh=True),), step="collect", data=data | {"previewed": False})
    if wants_on(message.text):
        return await show(message, str(found.submission.id))
    if len(found.pieces) >= PIECES:
        return Turn(says=(say("evidence.too-many", most=PIECES), card(found, message.language, fresh=True)))
    await evidence.add_text(
        message.text,
        person=person.id,
        chat=message.chat,
        submission=found.submission.id,
        source=message.source,
        now=message.now,
    )
    await submissions.rewritten(found.submission.id)
    found = await draft(person.id, str(found.submission.id))
    return Turn(
        says=(card(found, message.language, fresh=True, quiet=True),), step="collect", data=data | {"previewed": False}
    )


async def back(message: InboxMessage, submission: str) -> Turn:
    """Go back to collecting."""
    found = await draft(_person(message).id, submission)
    return await resume(message, found.submission.id)


async def take_back(message: InboxMessage, submission: str, piece: str) -> Turn:
    """Take out the piece that came last when the choice was shown; a second tap finds it out already."""
    found = await held_draft(_person(message).id, submission)
    id_ = number(piece, 2**63 - 1)
    if id_ is not None:
        await evidence.take_back(id_, found.submission.id, message.now)
        await submissions.rewritten(found.submission.id)
    found = await draft(_person(message).id, submission)
    return Turn(says=(card(found, message.language),), step="collect", data={"submission": found.submission.id})


async def start_again(message: InboxMessage, submission: str, sure: str = "") -> Turn:
    """Take everything out, after asking once."""
    found = await held_draft(_person(message).id, submission)
    if sure != "yes":
        yes = choice("evidence.start_again", found.submission.id, "yes", label="evidence.do-clear", style="bad")
        no = choice("evidence.back", found.submission.id, label="evidence.do-keep-all")
        return Turn(says=(replace(say("evidence.sure", n=len(found.pieces)), choices=((yes,), (no,))),))
    await evidence.clear(found.submission.id, message.now)
    await submissions.state_facts(found.submission.id, {}, {})
    await submissions.rewritten(found.submission.id)
    return await resume(message, found.submission.id)


async def later(message: InboxMessage, submission: str) -> Turn:
    """Leave the draft for another day; one that holds nothing is forgotten."""
    person = _person(message)
    found = await own(person.id, submission)
    await submissions.forget_empty(person.id)
    if await find_draft(person.id, found.id) is None:
        return Turn(says=(say("evidence.left"),), step=None)
    go_on = choice("evidence.start", found.task, label="evidence.do-go-on")
    return Turn(says=(replace(say("evidence.kept", task=found.task), choices=((go_on,),)),), step=None)


async def drop(message: InboxMessage, submission: str, sure: str = "") -> Turn:
    """Give the draft up, after asking once."""
    person = _person(message)
    found = await held_draft(person.id, submission)
    id_, task = found.submission.id, found.task.code
    if sure != "yes":
        yes = choice("evidence.drop", id_, "yes", label="evidence.do-drop", style="bad")
        no = choice("evidence.back", id_, label="evidence.do-keep-all")
        return Turn(says=(replace(say("evidence.drop-sure", task=task, n=len(found.pieces)), choices=((yes,), (no,))),))
    await evidence.clear(id_, message.now)
    for purpose in (Purpose.ESSAY, Purpose.UPLOAD):
        await links.revoke_all(id_, purpose, message.now)
    await submissions.forget_empty(person.id)
    return Turn(says=(replace(say("evidence.dropped", task=task), choices=(_BOOK,), card=card_of(id_)),), step=None)


EVIDENCE = Conversation(
    name="evidence",
    command="/nop",
    open_=open_,
    steps={"collect": collect, "fact": fact, "again": asked_again, "offered": offered},
    lasting=frozenset({"collect"}),
    actions={
        "open": open_,
        "start": start,
        "attach": attach,
        "forget": forget,
        "back": back,
        "take_back": take_back,
        "start_again": start_again,
        "preview": show,
        "answer": answered,
        "edit": edit,
        "submit": submit,
        "again": again,
        "read": read,
        "use": use,
        "not_it": not_it,
        "begin_with": begin_with,
        "not_essay": not_essay,
        "later": later,
        "drop": drop,
    },
)
