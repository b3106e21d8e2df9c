"""A verdict, made once and by the right person; where two differ, the supervisor is asked."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from handlers.arguments import number
from handlers.conversation import Choice, InboxMessage, Say, Turn, Urgency, choice, say, text
from handlers.conversation import Kind as MessageKind
from handlers.member.hand_ins import hand_in
from handlers.review_asking import Tells
from handlers.review_card import UNDO, again, card, card_of, decider, holder, named
from handlers.review_case import Case, as_rule, load
from journey.above import SUPERVISOR, is_above
from journey.criteria import need
from journey.expression import AllOf
from journey.people import Role
from journey.person import Person
from journey.programme import Kind, outcome
from journey.progress import Ruling, TaskState, task_progress
from journey.review import AlreadyDecided, NotTheReviewer, OwnWork, Verdict, decide
from storage import audit, cards, enrolments, overdue, people, programmes, reviews, rulings, submissions
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
    return person in (case.author.id, *case.over) or bool(case.for_person(person))


async def give(message: InboxMessage, raw: str, verdict: Verdict, reason: str = "") -> Turn:
    """Give the verdict for the bodies this person acts for, tell the member, and set every card right."""
    if (id_ := number(raw)) is not None:
        await submissions.hold(id_)
    case = await case_of(message, raw)
    if case is None:
        return lost()
    try:
        await give_for(case, verdict, reason, message)
    except OwnWork:
        return Turn(says=(say("reviews.own-work"),), step=None)
    except NotTheReviewer:
        return lost()
    except AlreadyDecided as decided:
        return await _decided_before(case, decided, message)
    return await _told(case, verdict, message)


async def give_for(case: Case, verdict: Verdict, reason: str, message: InboxMessage) -> None:
    """Give the verdict on a hand-in that this turn holds; nobody is told.

    Raises:
        OwnWork, NotTheReviewer, AlreadyDecided: see `journey.review.decide`.
    """
    person = person_of(message)
    mine = _judged(case, person, verdict, reason, message)
    ids = [each.id for each in mine]
    if await reviews.decide(ids, verdict, by=person.id, reason=reason, now=message.now) != len(ids):
        raise NotHeld
    for each, first in _stood_in(case, mine, person.id):
        await reviews.decided_for(each.id, first)
    await record(f"review.{verdict}", case, mine, message)
    await _close(case, mine, verdict, reason, message)


def _stood_in(case: Case, mine: Sequence[StoredReview], person: int) -> list[tuple[StoredReview, int]]:
    """Return the reviews that `person` decides as a substitute, with those in whose place."""
    found = [(each, case.first_of(each, person)) for each in mine]
    return [(each, first) for each, first in found if first is not None]


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
    """Give the hand-in its verdict when those of its bodies come to one; ask the supervisor where they differ."""
    verdicts = {e.body: Verdict(e.state) for e in case.reviews if e.state in ("approved", "returned")}
    verdicts |= {each.body: verdict for each in mine}
    if any(is_above(each.body) for each in mine):
        result: Verdict | None = verdict
    elif _differ(case, mine, verdicts) and case.last_word:
        asked = await reviews.ask_above(case.submission.id, SUPERVISOR, case.last_word, message.now)
        await overdue.start_anew([asked], message.now)
        return
    else:
        result = None if case.above else outcome(case.task.assessment, verdicts)
    if result is None:
        return
    claims = vouched(case) if result is Verdict.APPROVED else case.submission.claims
    if not await submissions.close(case.submission.id, result, claims, reason, message.now):
        raise NotHeld
    await reviews.cancel_rest(case.submission.id)


def _differ(case: Case, mine: Sequence[StoredReview], verdicts: Mapping[str, Verdict]) -> bool:
    """Say whether of those who all must sign one approves and another returns; the supervisor's return decides."""
    if not isinstance(case.task.assessment, AllOf) or case.above is not None:
        return False
    roles = {case.programme.assessor(each.body).role for each in mine}
    return Role.SUPERVISOR not in roles and {Verdict.APPROVED, Verdict.RETURNED} == set(verdicts.values())


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
    mine = again(now, person.id, message.now, message.language, fresh=typed)  # below the words just typed
    closed = replace(card(now, person.id, message.now + UNDO, message.language), after=UNDO)
    return Turn(
        says=(mine, closed) if mine.choices else (mine,),
        step=None,
        toast=text(f"reviews.toast-{verdict}"),
        tells=(*await others(now, person.id, message), (now.author.id, await news(now, verdict, message))),
    )


async def others(case: Case, person: int, message: InboxMessage, *, fresh: bool = False) -> Tells:
    """Return the cards of everybody else who may act and has one, as they are now.

    For whom it comes to anew (`fresh`: to everybody) it is at the bottom, whether they had one or not.
    """
    everyone = case.everyone() - {person}
    is_asked = case.above is not None and case.above.asked_at == message.now
    above = {each for body in case.may_act if is_above(body) for each in case.may_act[body]}
    anew = everyone if fresh else everyone & above if is_asked else set()
    told = anew | await cards.seen_by(everyone, card_of(case.submission.id))
    return tuple(
        (each, replace(_for(case, each, message, fresh=each in anew), urgency=Urgency.NEWS)) for each in sorted(told)
    )


def _for(case: Case, person: int, message: InboxMessage, *, fresh: bool) -> Say:
    """Return the card of another assessor: whole where it comes to them anew."""
    if fresh:
        return card(case, person, message.now, "vi", fresh=True)
    return again(case, person, message.now, "vi")


async def news(case: Case, verdict: Verdict, message: InboxMessage) -> Say:
    """Return what the member is told of a verdict just given; `case` is as it is after it."""
    given = [each for each in case.reviews if each.decided_by == person_of(message).id]
    by = decider(case, given[-1]) if given else case.names.get(person_of(message).id, "")
    body = called(case, given[-1].body) if given else "–"
    submission = case.submission
    if verdict is Verdict.RETURNED and submission.state == "returned":
        upheld = case.appeal is not None and case.above is not None
        said = say(
            "reviews.told-upheld" if upheld else "reviews.told-returned",
            task=named(case, "vi"),
            name=by,
            body=body,
            reason=submission.reason,
        )
        rows: tuple[tuple[Choice, ...], ...] = (
            (choice("evidence.again", submission.id, label="reviews.do-again", style="good"),),
            *appeal_row(case),
            (choice("book.task", case.task.code, label="reviews.do-book"),),
        )
    elif submission.state == "approved":
        following = text(_FOLLOWING.get(await _standing(case, message), "reviews.told-go-on"))
        said = say("reviews.told-approved", task=named(case, "vi"), name=by, body=body, next=following)
        rows = ((choice("book.open", label="reviews.do-book"),),)
    elif case.above is not None:
        said = say("reviews.told-differ", task=named(case, "vi"), who=holder(case, case.above.body))
        rows = ((choice("book.task", case.task.code, label="reviews.do-book"),),)
    else:
        said = say("reviews.told-one-of-all", task=named(case, "vi"), name=by, body=body)
        rows = ((choice("book.task", case.task.code, label="reviews.do-book"),),)
    return replace(said, choices=rows, urgency=Urgency.NEWS, must_arrive=True)


def called(case: Case, body: str) -> str:
    """Return a body's title, short where it has a short one."""
    assessor = case.programme.assessor(body)
    return assessor.abbr or assessor.title


def appeal_row(case: Case) -> tuple[tuple[Choice, ...], ...]:
    """Return the choice to ask for another look, where the member may: once, while somebody is above."""
    if case.appeal is not None or case.level is None:
        return ()
    return ((choice("appeals.ask", case.submission.id, label="reviews.do-appeal"),),)


async def _standing(case: Case, message: InboxMessage) -> TaskState:
    """Return where the task stands now, as the member's book says."""
    enrolment = await enrolments.of_submission(case.submission.id)
    season = await programmes.season(enrolment.season)
    handed = [
        hand_in(each)
        for each in await submissions.of_enrolment(enrolment.id)
        if each.registration == case.submission.registration
    ]
    stands = await rulings.standing(case.submission.registration)
    ruling = Ruling(stands.kind) if stands else None
    return task_progress(case.task, handed, today=message.today, year=season.year, ruling=ruling).state


_FOLLOWING = {TaskState.DONE: "reviews.told-done", TaskState.EXEMPT: "reviews.told-exempt"}


async def _decided_before(case: Case, decided: AlreadyDecided, message: InboxMessage) -> Turn:
    """Say who was faster, and when; the card loses its buttons."""
    names = await people.names([decided.by])
    answered = next((each.answered_by for each in case.reviews if each.way and each.decided_at == decided.at), "")
    verdict = text(f"reviews.already-{decided.verdict}")
    said = say("reviews.already", name=answered or names.get(decided.by, "–"), at=decided.at, verdict=verdict)
    return Turn(says=(said, again(case, person_of(message).id, message.now, message.language)), step=None)


async def record(action: str, case: Case, mine: Sequence[StoredReview], message: InboxMessage) -> None:
    """Add to the trail what was done with the reviews `mine`."""
    await audit.record(
        action,
        f"submission {case.submission.id}",
        actor=person_of(message).id,
        chat=message.chat,
        now=message.now,
        reviews=[each.id for each in mine],
        stood_in_for=[each.body for each in mine if each.body in case.panel.stand_ins],
        instead_of={each.body: first for each, first in _stood_in(case, mine, person_of(message).id)},
        version=case.submission.version,
    )


def lost() -> Turn:
    """Answer a choice that is old, or was never this person's."""
    back = choice("reviews.open", label="reviews.do-queue")
    return Turn(says=(replace(say("reviews.not-there"), choices=((back,),)),), step=None)
