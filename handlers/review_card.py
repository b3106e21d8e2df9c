"""An assessor's card of one hand-in: who, which task, what is asked, what was brought."""

from datetime import datetime, timedelta

from handlers.conversation import Choice, Document, Picture, Say, Text, choice, text
from handlers.member.evidence_card import notes, pictures
from handlers.member.evidence_words import contents, essay_line, facts
from handlers.member.wording import label, title
from handlers.review_case import Case
from storage.reviews import StoredReview

UNDO = timedelta(minutes=10)


def card_of(submission: int) -> str:
    """Return the name of the assessors' card of a hand-in."""
    return f"review:{submission}"


def card(case: Case, person: int, now: datetime, language: str, *, fresh: bool = False, shown: bool = False) -> Say:
    """Return the card as `person` sees it at `now` (UTC); `shown` sends the pictures along, before it."""
    return Say(
        text("reviews.card", task=named(case, language), lines=_lines(case, language)),
        _choices(case, person, now),
        card=card_of(case.submission.id),
        fresh=fresh,
        pictures=pictures(case.pieces) if shown else (),
    )


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
    """Return the verdict of somebody else that closed the hand-in, None when this one did or it is open."""
    at = case.submission.decided_at
    others = (each for each in case.reviews if each.decided_by not in (None, review.decided_by))
    return next(
        (each for each in others if each.state == "returned" or review.decided_at != at == each.decided_at), None
    )


def _choices(case: Case, person: int, now: datetime) -> tuple[tuple[Choice, ...], ...]:
    id_ = case.submission.id
    look = ((choice("reviews.look", id_, label="reviews.do-look"),),)
    if any(each.state == "waiting" for each in case.for_person(person)):
        return (
            (
                choice("reviews.approve", id_, label="reviews.do-approve", style="good"),
                choice("reviews.return", id_, label="reviews.do-return", style="bad"),
            ),
            *look,
        )
    if undoable(case, person, now):
        return ((choice("reviews.undo", id_, label="reviews.do-undo"),),)
    return ()


def _lines(case: Case, language: str) -> list[Text]:
    submission = case.submission
    lines = [text("reviews.author", name=case.author.full_name, place=", ".join(case.place))]
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
    lines += facts(case.task, submission.claims, submission.given, language)
    lines += [*contents(case.pieces), *essay_line(case.task, case.pieces)]
    if not case.task.sensitive:
        lines += notes(case.pieces)
    if case.same_at is not None:
        lines.append(text("reviews.same-elsewhere", at=case.same_at))
    return [*lines, *_verdicts(case)]


def _verdicts(case: Case) -> list[Text]:
    """Return who decided what and when; for what is accepted on its evidence alone, that."""
    lines = [
        text(
            f"reviews.verdict-{each.state}",
            body=case.programme.assessor(each.body).title,
            name=case.names.get(each.decided_by, "–"),
            at=each.decided_at,
            reason=each.reason,
        )
        for each in case.reviews
        if each.decided_by is not None and each.decided_at is not None
    ]
    if not lines and case.submission.state == "approved":
        return [text("reviews.on-evidence")]
    if lines and any(each.state == "waiting" for each in case.reviews):
        lines.append(text("reviews.others-wait"))
    return lines


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
            pictures=tuple(Picture(f"{place}.jpg", file=each.file) for place, each in enumerate(photos, 1)),
            documents=tuple(Document(each.name or each.file.rpartition("/")[2], each.file) for each in files),
        ),
        *(Say(text("reviews.words-of", name=case.author.full_name, words=each.text)) for each in words),
    ]
