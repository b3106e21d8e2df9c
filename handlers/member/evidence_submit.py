"""From a draft to a hand-in: questions, preview, submission; and the next version after a return."""

from dataclasses import replace
from typing import Any

from handlers.conversation import Data, InboxMessage, Kind, Say, Text, Turn, choice, say, text
from handlers.member.essay_file import to_settle
from handlers.member.essay_offer import forgotten
from handlers.member.essay_words import asked as length_asked
from handlers.member.essay_words import essay, essay_line, near, text_of, uncounted
from handlers.member.evidence_begin import begin_after
from handlers.member.evidence_card import among, card, card_of, preview
from handlers.member.evidence_facts import NotAnAnswer, Question, answer, ask, next_question, questions
from handlers.member.evidence_organiser import offered, settled
from handlers.member.evidence_words import contents, facts, wants_on
from handlers.member.hand_ins import (
    AlreadyHandedIn,
    Draft,
    draft,
    find_draft,
    held_draft,
    members_only,
    own,
    still_open,
)
from handlers.member.wording import title
from handlers.review_asking import accept_on_evidence, open_reviews
from journey.criteria import need
from journey.essay import count
from journey.person import Person
from storage import audit, evidence, submissions
from storage.submissions import Submission


def _person(message: InboxMessage) -> Person:
    assert message.person is not None
    return message.person


async def show(message: InboxMessage, submission: str) -> Turn:
    """Ask what is still to be said; when nothing is, show everything."""
    found = await draft(_person(message).id, submission)
    await still_open(message, found.submission)
    return await _unsettled(message, found) or (await _next(message, found) if found.good else _nothing(message, found))


async def _unsettled(message: InboxMessage, found: Draft) -> Turn | None:
    """Return what is to be said about the files of an essay before it goes on; None when nothing is."""
    said = await to_settle(found, message)
    if not said:
        return None
    found = await draft(_person(message).id, str(found.submission.id))
    shown = card(found, message.language, fresh=True)
    return Turn(says=among(shown, said), step="collect", data={"submission": found.submission.id})


async def _next(message: InboxMessage, found: Draft) -> Turn:
    data: Data = {"submission": found.submission.id}
    question = next_question(found.task, found.submission)
    if question is None:
        return Turn(says=(preview(found, message.language),), step="collect", data=data | {"previewed": True})
    data["question"] = question.id
    return Turn(says=(await _asked(message, found, question),), step="fact", data=data)


async def _asked(message: InboxMessage, found: Draft, question: Question) -> Say:
    asked = ask(found, question, message.today, message.language)
    return await offered(asked, found, question, _person(message), message.today)


def _nothing(message: InboxMessage, found: Draft) -> Turn:
    data: Data = {"submission": found.submission.id}
    says = (say("evidence.nothing-yet"), card(found, message.language, fresh=True))
    return Turn(says=says, step="collect", data=data)


async def edit(message: InboxMessage, submission: str) -> Turn:
    """Ask everything anew."""
    found = await draft(_person(message).id, submission)
    members_only(message)
    if not await submissions.state_facts(found.submission.id, {}, {}):
        raise AlreadyHandedIn
    return await _next(message, replace(found, submission=replace(found.submission, claims={}, given={})))


async def answered(message: InboxMessage, submission: str, question: str, value: str) -> Turn:
    """An answer was chosen."""
    return await _answer(message, await draft(_person(message).id, submission), question, value)


async def fact(message: InboxMessage, data: Data) -> Turn:
    """An answer was typed."""
    found = await find_draft(_person(message).id, data.get("submission"))
    if found is None:
        return Turn(says=(say("evidence.no-draft"),), step=None)
    if message.kind is not Kind.TEXT or wants_on(message.text):
        return await _next(message, found)
    return await _answer(message, found, str(data.get("question")), message.text)


async def _answer(message: InboxMessage, found: Draft, question: str, said: str) -> Turn:
    members_only(message)
    asked = next((each for each in questions(found.task, found.submission) if each.id == question), None)
    if asked is None:
        return await _next(message, found)
    try:
        claims, given = answer(found.task, found.submission, asked, said, message.today, found.year)
    except NotAnAnswer as error:
        data: Data = {"submission": found.submission.id, "question": asked.id}
        again = await _asked(message, found, asked)
        return Turn(says=(Say(error.why), again), step="fact", data=data)
    given = await settled(found, asked, said, given, message.today)
    if not await submissions.state_facts(found.submission.id, claims, given):
        raise AlreadyHandedIn
    return await _next(message, replace(found, submission=replace(found.submission, claims=claims, given=given)))


async def submit(message: InboxMessage, submission: str) -> Turn:
    """Hand the draft in, once: tell its assessors, and the member who they are."""
    person = _person(message)
    found = await held_draft(person.id, submission)
    await still_open(message, found.submission)
    if unsettled := await _unsettled(message, found):
        return unsettled
    if not found.good:
        return _nothing(message, found)
    if next_question(found.task, found.submission) is not None:
        return await _next(message, found)
    if short := too_short(found):
        data: Data = {"submission": found.submission.id}
        return Turn(says=(short,), step="collect", data=data)
    if not await submissions.hand_in(found.submission.id, _claims(found), message.now):
        raise AlreadyHandedIn
    await _record("submission.handed_in", found.submission, message)
    asked, tells = await open_reviews(found.submission.id, message)
    accepted = await accept_on_evidence(found.submission.id, message)
    return Turn(says=(_handed_in(found, asked, message.language), *accepted), step=None, tells=tells)


def too_short(found: Draft) -> Say | None:
    """Return what to say of an essay whose words are counted and too few; what no machine reads, the assessor does."""
    criterion = essay(found.task)
    if criterion is None or uncounted(found.good):
        return None
    have, needed = count(text_of(found.good)), need(found.task, criterion)
    if have >= needed:
        return None
    asked = length_asked(criterion)
    return replace(
        say("essay.short", have=have, asked=asked, more=needed - have, near=near(have, needed)),
        choices=((choice("evidence.later", found.submission.id, label="evidence.do-later"),),),
    )


def _claims(found: Draft) -> dict[str, Any]:
    """Return the claims with the length of the essay, where it is enough; else the assessor says so of photos."""
    claims = dict(found.submission.claims)
    if criterion := essay(found.task):
        claims.pop(criterion.id, None)
        have = count(text_of(found.good))
        if have >= need(found.task, criterion):
            claims[criterion.id] = have
    return claims


def _handed_in(found: Draft, asked: list[Text], language: str) -> Say:
    """Say that it is handed in and who holds it now, on the card it was put together on."""
    stated = facts(found.task, found.submission.claims, found.submission.given, language)
    version = found.submission.version
    return Say(
        text(
            "evidence.handed-in",
            task=f"{found.task.code} {title(found.task, language)}",
            version=text("evidence.version", n=version) if version > 1 else "",
            lines=[*stated, *(essay_line(found.task, found.good) or contents(found.pieces))],
            holders=asked or [text("evidence.nobody-yet")],
        ),
        (
            (
                choice("evidence.open", label="evidence.do-another"),
                choice("book.open", label="evidence.do-book"),
            ),
        ),
        card=card_of(found.submission.id),
    )


async def again(message: InboxMessage, submission: str, old: str = "") -> Turn:
    """Begin the next version of what was returned; `old` says whether its files come along: keep or fresh."""
    person = _person(message)
    returned = await own(person.id, submission)
    await still_open(message, returned)
    await submissions.hold_task(returned.registration)
    versions = await submissions.versions(returned.registration, returned.part)
    if not versions:  # a draft that was given up has no version any more
        return Turn(says=(say("evidence.again-too-late"),))
    newest = versions[-1]
    if newest.state == "draft":
        return await resume(message, newest.id)
    if newest.state != "returned":
        return Turn(says=(say("evidence.again-too-late"),))
    if old not in ("keep", "fresh"):
        kept = [each for each in await evidence.of_submission(newest.id) if each.state == "stored"]
        if kept:
            return Turn(says=(_reuse(newest, len(kept)),), step="again", data={"returned": newest.id})
    draft_ = await begin_after(message, newest)
    if old == "keep":
        await evidence.reuse(newest.id, draft_.id, message.now)
    return await resume(message, draft_.id)


async def asked_again(message: InboxMessage, data: Data) -> Turn:
    """Ask once more what becomes of the old files; new ones, and a long text, may begin the next version."""
    return await forgotten(message) or await again(message, str(data.get("returned", "")))


def _reuse(returned: Submission, kept: int) -> Say:
    return replace(
        say("evidence.again", task=returned.task, reason=returned.reason, n=kept, version=returned.version + 1),
        choices=(
            (choice("evidence.again", returned.id, "keep", label="evidence.do-keep"),),
            (choice("evidence.again", returned.id, "fresh", label="evidence.do-fresh"),),
        ),
    )


async def resume(message: InboxMessage, submission: int) -> Turn:
    """Go on with a draft."""
    found = await draft(_person(message).id, str(submission))
    data: Data = {"submission": submission}
    shown = card(found, message.language, fresh=True)
    if found.pieces:
        drop = choice("evidence.drop", found.submission.id, label="evidence.do-drop", style="bad")
        shown = replace(shown, choices=(*shown.choices, (drop,)))
    return Turn(says=(shown,), step="collect", data=data)


async def _record(action: str, submission: Submission, message: InboxMessage) -> None:
    await audit.record(
        action,
        f"submission {submission.id}",
        actor=_person(message).id,
        chat=message.chat,
        now=message.now,
        task=submission.task,
        part=submission.part,
        version=submission.version,
    )
