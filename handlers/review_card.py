"""An assessor's card of one hand-in: who, which task, what is asked, what was brought."""

from dataclasses import replace
from datetime import datetime, timedelta

from handlers.conversation import Choice, Document, Picture, Say, Text, Way, choice, text
from handlers.likeness import hints, may_see
from handlers.member.essay_words import essay_line
from handlers.member.evidence_card import notes, pictures
from handlers.member.evidence_words import contents, facts
from handlers.member.wording import body as called
from handlers.member.wording import label, title
from handlers.review_case import Case
from journey.above import SUPERVISOR, is_above
from locales.texts import Day
from storage.reviews import StoredReview

UNDO = timedelta(minutes=10)


def card_of(submission: int) -> str:
    """Return the name of the assessors' card of a hand-in."""
    return f"review:{submission}"


def card(case: Case, person: int, now: datetime, language: str, *, fresh: bool = False, shown: bool = False) -> Say:
    """Return the card as `person` sees it at `now` (UTC); `shown` sends the pictures along, before it."""
    return Say(
        text(
            "reviews.card",
            task=named(case, language),
            lines=[*_lines(case, person, language), *_instead_of(case, person)],
        ),
        _choices(case, person, now),
        card=card_of(case.submission.id),
        fresh=fresh,
        pictures=pictures(case.pieces) if shown else (),
        has_gallery=True,
    )


def again(case: Case, person: int, now: datetime, language: str, *, fresh: bool = False) -> Say:
    """Return the card for who has it already: where that stays above, whose it is, what was decided and may be done."""
    so_far = verdicts(case) or ([text("reviews.waits")] if _waits(case, person) else [])
    lines = [_author(case), *so_far, *_instead_of(case, person)]
    short = text("reviews.card", task=named(case, language), lines=lines)
    return replace(card(case, person, now, language, fresh=fresh), briefly=short)


def _instead_of(case: Case, person: int) -> list[Text]:
    """Return for whom `person` would decide what waits."""
    firsts = [case.first_of(each, person) for each in case.for_person(person) if each.state == "waiting"]
    names = dict.fromkeys(case.names[first] for first in firsts if first is not None)
    return [text("substitutes.card-line", names=", ".join(names))] if names else []


def decider(case: Case, review: StoredReview) -> Text | str:
    """Return who decided a review, with the name of the one in whose place."""
    by = case.names.get(review.decided_by or 0, "–")
    if review.instead_of is None:
        return by
    return text("substitutes.for", name=by, first=case.names.get(review.instead_of, "–"))


def named(case: Case, language: str) -> str:
    """Return the task's code and title."""
    return f"{case.task.code} {title(case.task, language)}"


def undoable(case: Case, person: int, now: datetime) -> list[StoredReview]:
    """Return the reviews whose verdict `person` may still take back at `now` (UTC)."""
    return [
        each
        for each in case.for_person(person)
        if each.decided_by == person
        and each.decided_at is not None
        and now < each.decided_at + UNDO
        and closed_since(case, each) is None
    ]


def closed_since(case: Case, review: StoredReview) -> StoredReview | None:
    """Return what came after a verdict and keeps it: somebody else's that closed the hand-in, or a body above."""
    if _went_above(case, review):
        return case.above
    if is_above(review.body):
        return None
    at = case.submission.decided_at
    others = (each for each in case.reviews if each.decided_by not in (None, review.decided_by))
    return next(
        (each for each in others if each.state == "returned" or review.decided_at != at == each.decided_at), None
    )


def _went_above(case: Case, review: StoredReview) -> bool:
    """Say whether a verdict is a body's above by now; whoever made two differ may still give in."""
    above = case.above
    if above is None or above.id == review.id:
        return False
    return not (above.body == SUPERVISOR and above.state == "waiting" and review.state == "returned")


def reversible(case: Case, person: int) -> list[StoredReview]:
    """Return the verdicts that `person` may take back with a reason: their own, or, from above, those that stand."""
    state = case.submission.state
    given = [
        each
        for each in case.reviews
        if each.state in ("approved", "returned")
        and (state == "waiting" or each.state == state)
        and not _went_above(case, each)
    ]
    if person in case.over:
        return given
    acts = case.for_person(person)
    return [each for each in given if each.decided_by == person and each in acts]


def holder(case: Case, body: str) -> Text:
    """Return a body with the people who act for it today."""
    return called(case.programme.assessor(body), [case.names[each] for each in case.may_act.get(body, ())])


def _choices(case: Case, person: int, now: datetime) -> tuple[tuple[Choice, ...], ...]:
    id_ = case.submission.id
    large = [_gallery(case, "pages.do-gallery")] if pictures(case.pieces) else []
    is_long = any(each.kind != "photo" for each in case.pieces) and not large
    read = [replace(_gallery(case, "pages.do-read"), instead_of=Way.LONG_TEXT, is_for_page=True)] if is_long else []
    look = ((choice("reviews.look", id_, label="reviews.do-look"), *large, *read),)
    is_seen = any(may_see(case, each, person) for each in case.alike)
    compare = ((choice("likeness.show", id_, label="likeness.do-show"),),) if is_seen else ()
    if _waits(case, person):
        return (
            (
                choice("reviews.approve", id_, label="reviews.do-approve", style="good"),
                choice("reviews.return", id_, label="reviews.do-return", style="bad"),
            ),
            *look,
            *compare,
        )
    if undoable(case, person, now):
        on = replace(choice("reviews.open", label="reviews.do-queue"), instead_of=Way.CHANGES)
        return (on,), (choice("reviews.undo", id_, label="reviews.do-undo"),)  # "1" typed twice undoes nothing
    if reversible(case, person) and (case.after is None or case.after.state == "draft"):
        return ((choice("reviews.reverse", id_, label="reviews.do-reverse"),), *look)
    return ()


def _waits(case: Case, person: int) -> bool:
    return any(each.state == "waiting" for each in case.for_person(person))


def _gallery(case: Case, label: str) -> Choice:
    """Return the choice to see all of a hand-in on a page."""
    return choice("pages.gallery", case.submission.id, label=label)


def _lines(case: Case, person: int, language: str) -> list[Text]:
    submission = case.submission
    lines = [_author(case)]
    if submission.version > 1 and case.before is not None:
        lines.append(text("reviews.version", n=submission.version, reason=case.before.reason or "–"))
    if submission.submitted_at is not None:
        lines.append(text("reviews.handed-in", at=submission.submitted_at))
    lines.append(
        text(
            "reviews.asks",
            criteria=[text("reviews.ask", label=label(c, language)) for c in case.task.criteria],
        )
    )
    lines.append(text("reviews.brought"))
    lines += facts(case.task, submission.claims, submission.given, language)
    lines += _brought(case)
    if not case.task.sensitive:
        lines += notes(case.pieces)
    if case.elsewhere:
        lines.append(text("reviews.organiser-elsewhere", name=case.elsewhere))
    if case.same_at is not None:
        lines.append(text("reviews.same-elsewhere", at=case.same_at))
    lines += [text(f"reviews.recorded-{each.how}", at=Day(each.recorded_at)) for each in case.recorded]
    lines += hints(case, person)
    return [*lines, *verdicts(case)]


def _author(case: Case) -> Text:
    return text("reviews.author", name=case.author.full_name, place=", ".join(case.place))


def _brought(case: Case) -> list[Text]:
    """Return what was handed in by kind; the texts of an essay are its parts, and counted there alone."""
    length = essay_line(case.task, case.pieces)
    besides = [each for each in case.pieces if not length or each.kind != "text"]
    return [*(contents(besides) if besides else []), *length]


def verdicts(case: Case) -> list[Text]:
    """Return who decided what and when, what was taken back, and what is asked above.

    For what is accepted on its evidence alone, that.
    """
    lines = _taken_back(case) + [
        _verdict(case, each) for each in case.reviews if each.decided_by is not None and each.decided_at is not None
    ]
    if case.submission.state == "approved" and not any(each.decided_by for each in case.reviews):
        return [*lines, text("reviews.on-evidence")]
    if case.appeal is not None:
        lines.append(text("reviews.appealed", at=case.appeal.asked_at, reason=case.appeal.reason))
    if case.above is not None and case.above.state == "waiting":
        lines.append(text("reviews.above-waits", who=holder(case, case.above.body)))
    elif lines and any(each.state == "waiting" for each in case.reviews):
        lines.append(text("reviews.others-wait"))
    return lines


def _verdict(case: Case, review: StoredReview) -> Text:
    """Return who decided; for an answer that came without the bot how it came, and who had sent the link."""
    decided_by = decider(case, review)
    body = case.programme.assessor(review.body).short
    if not review.way:
        return text(
            f"reviews.verdict-{review.state}", body=body, name=decided_by, at=review.decided_at, reason=review.reason
        )
    return text(
        f"pages.verdict-{review.state}",
        body=body,
        name=review.answered_by,
        how=text(f"pages.how-{review.way}"),
        at=review.decided_at,
        sender=decided_by,
        reason=review.reason,
    )


def _taken_back(case: Case) -> list[Text]:
    return [
        text(
            f"reviews.reversed-{each.verdict}",
            name=case.names.get(each.reversed_by or 0, "–"),
            whose=case.names.get(each.decided_by or 0, "–"),
            at=each.reversed_at,
            reason=each.reason,
        )
        for each in case.reversed
    ]


def everything(case: Case, language: str) -> list[Say]:
    """Return all pictures, documents and texts, in as many messages as it takes."""
    here = [each for each in case.pieces if each.state == "stored"]
    photos = [each for each in here if each.kind == "photo"]
    files = [each for each in here if each.kind == "document"]
    words = [each for each in here if each.kind == "text"]
    heading = text("reviews.everything", task=named(case, language), name=case.author.full_name)
    return [
        Say(
            heading,
            ((_gallery(case, "pages.do-gallery"),),) if photos else (),
            has_gallery=True,
            pictures=tuple(Picture(f"{place}.jpg", file=each.file) for place, each in enumerate(photos, 1)),
            documents=tuple(Document(each.served_as, each.file) for each in files),
        ),
        *(Say(text("reviews.words-of", name=case.author.full_name, words=each.text)) for each in words),
    ]
