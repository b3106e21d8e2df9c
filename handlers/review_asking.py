"""Asking assessors about a hand-in, and keeping their cards true while its files arrive."""

from collections.abc import Collection
from dataclasses import replace

from handlers import likeness
from handlers.conversation import InboxMessage, Say, Text, Urgency, choice, say, text
from handlers.member.hand_ins import programme_of_submission
from handlers.member.wording import body
from handlers.review_card import card, named
from handlers.review_case import Case, load
from journey.assessors import STAND_IN, people_for
from journey.expression import AllOf
from storage import audit, people, reviews, submissions, units

Tells = tuple[tuple[int, Say], ...]


async def open_reviews(submission: int, message: InboxMessage) -> tuple[list[Text], Tells]:
    """Ask every body of the task; return who holds it now, and what they are told.

    Where the roster has nobody who could approve it, the unit's secretary is told, once.
    """
    await likeness.examine(submission)
    case = await load(submission, message.today)
    assert case is not None
    await reviews.ask(submission, case.may_act, message.now)
    case = replace(case, reviews=tuple(await reviews.of_submission(submission)))
    holders = [
        body(case.programme.assessor(code), [case.names[person] for person in may])
        for code, may in case.may_act.items()
    ]
    if case.elsewhere:
        holders.append(text("reviews.organiser-not-ours", name=case.elsewhere))
        await _record_elsewhere(case, message)
    tells = _tells(case, case.everyone(), message, fresh=True, shown=not _coming(case))
    if not _can_be_approved(case):
        tells += await _tell_secretary(case, message)
    return holders, tells


async def _record_elsewhere(case: Case, message: InboxMessage) -> None:
    """Leave in the trail that the organiser is none of ours, so that those of the member's own units are asked."""
    await audit.record(
        "submission.organiser_elsewhere",
        f"submission {case.submission.id}",
        actor=case.author.id,
        chat=message.chat,
        now=message.now,
        asked=sorted(case.may_act),
    )


def _can_be_approved(case: Case) -> bool:
    staffed = [bool(may) for may in case.may_act.values()]
    return all(staffed) if isinstance(case.task.assessment, AllOf) else any(staffed)


async def _tell_secretary(case: Case, message: InboxMessage) -> Tells:
    missing = [case.programme.assessor(code).short for code, may in case.may_act.items() if not may]
    posts = await people.holders([STAND_IN.role], message.today)
    found = people_for(
        STAND_IN,
        author=case.author.id,
        unit_path=await units.unit_path(case.author.unit),
        group=case.author.group,
        posts=posts,
    )
    told = say("reviews.nobody", task=named(case, "vi"), name=case.author.full_name, bodies=", ".join(missing))
    told = replace(told, choices=((choice("pages.ask", case.submission.id, label="pages.do-waiting"),),))
    return tuple(
        (person, replace(told, urgency=Urgency.NEWS, key=f"unassessed:{case.submission.id}:{person}"))
        for person in found
    )


async def refresh(submission: int, message: InboxMessage, *, pictures_here: bool = False) -> Tells:
    """Return the assessors' cards as they are now: edited, or fresh with the pictures when all are here.

    While files are still on their way a file that came (`pictures_here`) is not worth an edit each.
    """
    case = await load(submission, message.today)
    if case is None or (pictures_here and _coming(case)):
        return ()
    if pictures_here:
        await likeness.examine_photos(submission)
        case = await load(submission, message.today)
        assert case is not None
    waiting = [each for each in case.reviews if each.state == "waiting"]
    people_ = {person for each in waiting for person in case.may_act.get(each.body, ())}
    return _tells(case, people_, message, fresh=pictures_here, shown=pictures_here)


def _coming(case: Case) -> bool:
    return any(piece.state == "arrived" for piece in case.pieces)


def _tells(case: Case, told: Collection[int], message: InboxMessage, *, fresh: bool, shown: bool) -> Tells:
    return tuple(
        (
            person,
            replace(card(case, person, message.now, "vi", fresh=fresh, shown=shown), urgency=Urgency.NEWS),
        )
        for person in sorted(told)
    )


async def accept_on_evidence(submission: int, message: InboxMessage) -> list[Say]:
    """Accept a hand-in whose plan says attached evidence is enough, once a file is here; tell the member.

    Its reviews stay open: an officer may still return it (docs/decisions/evidence-alone.md).
    """
    handed_in = await submissions.get(submission)
    if handed_in is None or handed_in.state != "waiting":
        return []
    programme = await programme_of_submission(handed_in)
    if not programme.task(handed_in.task).assessment.evidence_suffices:
        return []
    case = await load(submission, message.today)
    assert case is not None
    if case.above is not None:  # a person decides it
        return []
    if not any(piece.state == "stored" and piece.kind != "text" for piece in case.pieces):
        return []
    if not await submissions.accept(submission, message.now):
        return []
    await audit.record(
        "submission.accepted_on_evidence",
        f"submission {submission}",
        actor=None,
        chat=message.chat,
        now=message.now,
        task=case.task.code,
    )
    return [say("reviews.accepted-on-evidence", task=named(case, message.language))]
