"""A verdict, made once and by the right person; undone for ten minutes."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from handlers.arguments import number
from handlers.conversation import Choice, InboxMessage, Say, Turn, Urgency, choice, say, text
from handlers.conversation import Kind as MessageKind
from handlers.member.hand_ins import hand_in
from handlers.review_asking import Tells, accept_on_evidence
from handlers.review_card import UNDO, card, closed_since, named
from handlers.review_case import Case, as_rule, load
from journey.criteria import need
from journey.person import Person
from journey.programme import Kind, outcome
from journey.progress import TaskState, task_progress
from journey.review import (
    AlreadyDecided,
    NothingToUndo,
    NotTheReviewer,
    NotYours,
    OwnWork,
    TooLateToUndo,
    Verdict,
    decide,
    undo,
)
from storage import audit, enrolments, evidence, people, programmes, reviews, submissions
from storage.reviews import StoredReview


class NotHeld(Exception):
    """A defect: rows that this turn holds were changed by another."""


def person_of(message: InboxMessage) -> Person:
    """Return who writes; the dispatch lets nobody else through."""
    assert message.person is not None
    return message.person


async def case_of(message: InboxMessage, raw: str) -> Case | None:
    """Return the hand-in that `raw` names, None for one that is not there or does not concern this person today."""
    id_ = number(raw)
    case = await load(id_, message.today) if id_ is not None else None
    if case is None or not _concerns(case, person_of(message).id):
        return None
    return case


def _concerns(case: Case, person: int) -> bool:
    return person == case.author.id or bool(case.for_person(person))


async def give(message: InboxMessage, raw: str, verdict: Verdict, reason: str = "") -> Turn:
    """Give the verdict for the bodies this person acts for, tell the member, and set every card right."""
    person = person_of(message)
    if (id_ := number(raw)) is not None:
        await submissions.hold(id_)
    case = await case_of(message, raw)
    if case is None:
        return lost()
    try:
        mine = _judged(case, person, verdict, reason, message)
    except OwnWork:
        return Turn(says=(say("reviews.own-work"),), step=None)
    except NotTheReviewer:
        return lost()
    except AlreadyDecided as decided:
        return await _decided_before(case, decided, message)
    ids = [each.id for each in mine]
    if await reviews.decide(ids, verdict, by=person.id, reason=reason, now=message.now) != len(ids):
        raise NotHeld
    await _record(f"review.{verdict}", case, mine, message)
    await _close(case, mine, verdict, reason, message)
    return await _told(case, verdict, message)


def _judged(case: Case, person: Person, verdict: Verdict, reason: str, message: InboxMessage) -> list[StoredReview]:
    """Return the reviews that this verdict closes; the rules say whether it may."""
    mine = case.for_person(person.id)
    waiting = [each for each in mine if each.state == "waiting"]
    if case.panel.apart:  # the one that fewest others could give
        waiting = sorted(waiting, key=lambda each: len(case.may_act[each.body]))[:1]
    for each in waiting or mine[:1] or case.reviews[:1]:
        may = case.may_act.get(each.body, ())
        decide(as_rule(case, each), verdict, by=person.id, may_act=may, now=message.now, reason=reason)
    return waiting


async def _close(
    case: Case, mine: Sequence[StoredReview], verdict: Verdict, reason: str, message: InboxMessage
) -> None:
    """Give the hand-in its verdict when those of its bodies come to one."""
    verdicts = {e.body: Verdict(e.state) for e in case.reviews if e.state in ("approved", "returned")}
    verdicts |= {each.body: verdict for each in mine}
    result = outcome(case.task.assessment, verdicts)
    if result is None:
        return
    claims = vouched(case) if result is Verdict.APPROVED else case.submission.claims
    if not await submissions.close(case.submission.id, result, claims, reason, message.now):
        raise NotHeld
    await reviews.cancel_rest(case.submission.id)


def vouched(case: Case) -> dict[str, Any]:
    """Return the claims with the length of an essay in a file, for which the assessor answers."""
    claims = dict(case.submission.claims)
    for criterion in case.task.criteria:
        if criterion.kind is Kind.WORDS and criterion.id not in claims:
            claims[criterion.id] = need(case.task, criterion)
    return claims


async def _told(case: Case, verdict: Verdict, message: InboxMessage) -> Turn:
    """Return the cards as they are now, and what the member is told."""
    now = await load(case.submission.id, message.today)
    assert now is not None
    person = person_of(message)
    typed = message.kind is MessageKind.TEXT
    mine = card(now, person.id, message.now, message.language, fresh=typed)  # below the words just typed
    closed = replace(card(now, person.id, message.now + UNDO, message.language), after=UNDO)
    return Turn(
        says=(mine, closed) if mine.choices else (mine,),
        step=None,
        toast=text(f"reviews.toast-{verdict}"),
        tells=(*_others(now, person.id, message), (now.author.id, await _news(now, verdict, message))),
    )


def _others(case: Case, person: int, message: InboxMessage) -> Tells:
    told = case.everyone() - {person}
    return tuple((each, replace(card(case, each, message.now, "vi"), urgency=Urgency.NEWS)) for each in sorted(told))


async def _news(case: Case, verdict: Verdict, message: InboxMessage) -> Say:
    by = case.names.get(person_of(message).id, "")
    submission = case.submission
    if verdict is Verdict.RETURNED and submission.state == "returned":
        said = say("reviews.told-returned", task=named(case, "vi"), name=by, reason=submission.reason)
        rows: tuple[tuple[Choice, ...], ...] = (
            (choice("evidence.again", submission.id, label="reviews.do-again", style="good"),),
            (choice("book.task", case.task.code, label="reviews.do-book"),),
        )
    elif submission.state == "approved":
        following = text("reviews.told-done" if await _is_done(case, message) else "reviews.told-go-on")
        said = say("reviews.told-approved", task=named(case, "vi"), name=by, next=following)
        rows = ((choice("book.open", label="reviews.do-book"),),)
    else:
        said = say("reviews.told-one-of-all", task=named(case, "vi"), name=by)
        rows = ((choice("book.task", case.task.code, label="reviews.do-book"),),)
    return replace(said, choices=rows, urgency=Urgency.NEWS, must_arrive=True)


async def _is_done(case: Case, message: InboxMessage) -> bool:
    enrolment = await enrolments.of_submission(case.submission.id)
    season = await programmes.season(enrolment.season)
    handed = [
        hand_in(each)
        for each in await submissions.of_enrolment(enrolment.id)
        if each.registration == case.submission.registration
    ]
    progress = task_progress(case.task, handed, today=message.today, year=season.year)
    return progress.state is TaskState.DONE


async def _decided_before(case: Case, decided: AlreadyDecided, message: InboxMessage) -> Turn:
    """Say who was faster, and when; the card loses its buttons."""
    names = await people.names([decided.by])
    verdict = text(f"reviews.already-{decided.verdict}")
    said = say("reviews.already", name=names.get(decided.by, "–"), at=decided.at, verdict=verdict)
    return Turn(says=(said, card(case, person_of(message).id, message.now, message.language)), step=None)


async def take_back(message: InboxMessage, raw: str) -> Turn:
    """Undo one's own verdict within ten minutes, unless another's or the member's next version followed it."""
    person = person_of(message)
    if (id_ := number(raw)) is not None:  # the next version and other verdicts wait until this turn is over
        await submissions.hold_task_of(id_)
        await submissions.hold(id_)
    case = await case_of(message, raw)
    if case is None or not case.reviews:
        return lost()
    if case.after is not None and case.after.state != "draft":
        return Turn(says=(say("reviews.undo-too-late-next"),))
    mine = [each for each in case.for_person(person.id) if each.decided_by == person.id]
    try:
        for each in mine or case.reviews[:1]:
            undo(as_rule(case, each), by=person.id, now=message.now, within=UNDO)
    except NothingToUndo:  # a second tap: the card says how it stands
        return (
            Turn(says=(card(case, person.id, message.now, message.language),)) if case.for_person(person.id) else lost()
        )
    except NotYours:
        return lost()
    except TooLateToUndo as late:
        return _stands(case, say("reviews.undo-too-late", until=late.until), message)
    if not mine:
        return lost()
    if (closing := closed_since(case, mine[0])) is not None:
        verdict = text(f"reviews.already-{closing.state}")
        name = case.names.get(closing.decided_by or 0, "–")
        said = say("reviews.undo-after-another", name=name, verdict=verdict, at=closing.decided_at)
        return _stands(case, said, message)
    return await _reopened(case, mine, message)


def _stands(case: Case, why: Say, message: InboxMessage) -> Turn:
    return Turn(says=(why, card(case, person_of(message).id, message.now, message.language)))


async def _reopened(case: Case, mine: list[StoredReview], message: InboxMessage) -> Turn:
    id_, person = case.submission.id, person_of(message).id
    if await reviews.reopen([each.id for each in mine], by=person) != len(mine):
        raise NotHeld
    is_closing = any(each.decided_at == case.submission.decided_at for each in mine)
    if is_closing and await submissions.reopen(id_):
        await reviews.ask_rest_again(id_)
    withdrawn = await _next_version_aside(case, message)
    await _record("review.undone", case, mine, message)
    accepted = await accept_on_evidence(id_, message)
    now = await load(id_, message.today)
    assert now is not None
    news = accepted
    if now.submission.state == "waiting":
        news = [say("reviews.told-undone-draft" if withdrawn else "reviews.told-undone", task=named(now, "vi"))]
    told = [(now.author.id, replace(each, urgency=Urgency.NEWS, must_arrive=True)) for each in news]
    return Turn(
        says=(card(now, person, message.now, message.language),),
        toast=text("reviews.toast-undone"),
        tells=(*_others(now, person, message), *told),
    )


async def _next_version_aside(case: Case, message: InboxMessage) -> bool:
    """Let the begun next version stand alone; say whether it held only copies, and was withdrawn."""
    if case.after is None:
        return False
    before = {(piece.kind, piece.sha256, piece.text) for piece in case.pieces}
    pieces = await evidence.of_submission(case.after.id)
    if any((piece.kind, piece.sha256, piece.text) not in before for piece in pieces):
        await submissions.stand_alone(case.after)
        return False
    if await submissions.withdraw(case.after):
        await audit.record(
            "submission.withdrawn",
            f"submission {case.after.id}",
            actor=person_of(message).id,
            chat=message.chat,
            now=message.now,
            after_undo_of=case.submission.id,
        )
    return True


async def _record(action: str, case: Case, mine: Sequence[StoredReview], message: InboxMessage) -> None:
    await audit.record(
        action,
        f"submission {case.submission.id}",
        actor=person_of(message).id,
        chat=message.chat,
        now=message.now,
        reviews=[each.id for each in mine],
        stood_in_for=[each.body for each in mine if each.body in case.panel.stand_ins],
        version=case.submission.version,
    )


def lost() -> Turn:
    """Answer a choice that is old, or was never this person's."""
    back = choice("reviews.open", label="reviews.do-queue")
    return Turn(says=(replace(say("reviews.not-there"), choices=((back,),)),), step=None)
