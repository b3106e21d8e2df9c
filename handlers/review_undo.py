"""A verdict taken back: without a word for ten minutes, later with a reason."""

from collections.abc import Sequence
from dataclasses import replace

from handlers.arguments import number
from handlers.conversation import InboxMessage, Say, Turn, Urgency, say, text
from handlers.member.hand_ins import SeasonOver
from handlers.review_asking import accept_on_evidence
from handlers.review_card import UNDO, again, card, closed_since, named, reversible
from handlers.review_case import Case, as_rule, load
from handlers.review_decisions import NotHeld, case_of, lost, others, person_of, record
from journey.above import is_above
from journey.review import NothingToUndo, NotYours, TooLateToUndo, undo
from storage import audit, enrolments, evidence, overdue, programmes, reversals, reviews, submissions
from storage.reviews import StoredReview


class Stands(Exception):
    """The verdict cannot be taken back; `why` is what to say about it."""

    def __init__(self, why: Say) -> None:
        super().__init__(why.text.key)
        self.why = why


async def held(message: InboxMessage, raw: str) -> Case | None:
    """Return the hand-in as `case_of` does; the next version and other verdicts wait until this turn is over."""
    if (id_ := number(raw)) is not None:
        await submissions.hold_task_of(id_)
        await submissions.hold(id_)
    return await case_of(message, raw)


async def take_back(message: InboxMessage, raw: str) -> Turn:
    """Undo one's own verdict within ten minutes, unless another's or the member's next version followed it."""
    person = person_of(message)
    case = await held(message, raw)
    if case is None or not case.reviews:
        return lost()
    try:
        mine = to_undo(case, message)
    except NothingToUndo:  # a second tap: the card says how it stands
        return (
            Turn(says=(again(case, person.id, message.now, message.language),))
            if case.for_person(person.id)
            else lost()
        )
    except NotYours:
        return lost()
    except Stands as stands:
        return Turn(says=(stands.why, again(case, person.id, message.now, message.language)))
    if not mine:
        return lost()
    now, news = await reopen(case, mine, message)
    await record("review.undone", case, mine, message)
    return Turn(
        says=(again(now, person.id, message.now, message.language),),
        toast=text("reviews.toast-undone"),
        tells=(*await others(now, person.id, message), *to_author(now, news)),
    )


def to_undo(case: Case, message: InboxMessage) -> list[StoredReview]:
    """Return the verdicts of the person who writes that are undone; () where none is theirs.

    Raises:
        NothingToUndo, NotYours: see `journey.review.undo`.
        Stands: it is too late, or something followed.
    """
    person = person_of(message)
    if case.after is not None and case.after.state != "draft":
        raise Stands(say("reviews.undo-too-late-next"))
    mine = [each for each in case.for_person(person.id) if each.decided_by == person.id]
    if case.above is not None and case.above in mine:  # what this person said before, for a body below, stands
        mine = [case.above]
    try:
        for each in mine or case.for_person(person.id)[-1:] or case.reviews[:1]:
            undo(as_rule(case, each), by=person.id, now=message.now, within=UNDO)
    except TooLateToUndo as late:
        raise Stands(say("reviews.undo-too-late", until=late.until)) from late
    if mine and (closing := closed_since(case, mine[0])) is not None:
        raise Stands(_followed(case, closing))
    return mine


def _followed(case: Case, closing: StoredReview) -> Say:
    """Say what followed a verdict: another one, or that it went to a body above."""
    if closing.decided_at is None:
        return say("reviews.undo-above", who=case.programme.assessor(closing.body).short)
    verdict = text(f"reviews.already-{closing.state}")
    name = case.names.get(closing.decided_by or 0, "–")
    return say("reviews.undo-after-another", name=name, verdict=verdict, at=closing.decided_at)


async def to_reverse(case: Case, message: InboxMessage) -> list[StoredReview]:
    """Return the verdicts that the person who writes may take back with a reason, () for none.

    Raises:
        Stands: the member's next version is in.
        SeasonOver: the season does not run any more.
    """
    mine = reversible(case, person_of(message).id)
    if mine and case.after is not None and case.after.state != "draft":
        raise Stands(say("reviews.undo-too-late-next"))
    enrolment = await enrolments.of_submission(case.submission.id)
    current = await programmes.current_season()
    if mine and (current is None or current.id != enrolment.season):
        raise SeasonOver(str((await programmes.season(enrolment.season)).year))
    return mine


async def reverse(case: Case, mine: Sequence[StoredReview], reason: str, message: InboxMessage) -> Turn:
    """Take the verdicts `mine` back for `reason`, and tell the member and everybody who signed."""
    person = person_of(message)
    now, news = await reopen(case, mine, message)
    waited = {each.id for each in case.reviews if each.state == "waiting"}
    anew = [each.id for each in now.reviews if each.state == "waiting" and each.id not in waited]
    await overdue.start_anew(anew, message.now)
    await reversals.add(mine, by=person.id, reason=reason, now=message.now)
    await record("review.reversed", case, mine, message)
    now = await load(case.submission.id, message.today) or now
    name = now.names.get(person.id, person.full_name)
    if now.submission.state == "approved":  # on its evidence alone, again
        key = "reviews.told-reversed-accepted"
    else:
        key = "reviews.told-reversed-draft" if news[0].text.key.endswith("-draft") else "reviews.told-reversed"
    news = [say(key, task=named(now, "vi"), name=name, reason=reason)]
    return Turn(
        says=(card(now, person.id, message.now, message.language, fresh=True),),
        step=None,
        toast=text("reviews.toast-reversed"),
        tells=(*await others(now, person.id, message, fresh=True), *to_author(now, news)),
    )


async def reopen(case: Case, mine: Sequence[StoredReview], message: InboxMessage) -> tuple[Case, list[Say]]:
    """Let `mine` wait again, and the hand-in they closed; return it as it is now, and the member's news."""
    id_ = case.submission.id
    if await reviews.reopen(mine) != len(mine):
        raise NotHeld
    is_closing = any(each.state == case.submission.state for each in mine)
    if is_closing and await submissions.reopen(id_) and not any(is_above(each.body) for each in mine):
        await reviews.ask_rest_again(id_)
    if case.above is not None and case.above not in mine:  # they do not differ any more
        await reviews.cancel(case.above.id)
    withdrawn = await _next_version_aside(case, message)
    news = await accept_on_evidence(id_, message)
    now = await load(id_, message.today)
    assert now is not None
    if now.submission.state == "waiting":
        news = [say("reviews.told-undone-draft" if withdrawn else "reviews.told-undone", task=named(now, "vi"))]
    return now, news


def to_author(case: Case, news: Sequence[Say]) -> tuple[tuple[int, Say], ...]:
    """Return the news as they are told to the member."""
    return tuple((case.author.id, replace(each, urgency=Urgency.NEWS, must_arrive=True)) for each in news)


async def _next_version_aside(case: Case, message: InboxMessage) -> bool:
    """Let the begun next version stand alone; say whether it held only copies, and was withdrawn."""
    if case.after is None:
        return False
    before = {(piece.kind, piece.sha256, piece.text) for piece in case.pieces}
    pieces = await evidence.of_submission(case.after.id)
    is_stated_anew = (case.after.claims, case.after.given) != (case.submission.claims, case.submission.given)
    if is_stated_anew or any((piece.kind, piece.sha256, piece.text) not in before for piece in pieces):
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
