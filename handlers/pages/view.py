"""What a page and the printed sheet show of one hand-in: what was brought, and the versions before it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from handlers.conversation import Text, text
from handlers.likeness import hints
from handlers.member.essay_words import text_of
from handlers.member.evidence_words import facts
from handlers.member.wording import label
from handlers.review_card import named, verdicts
from handlers.review_case import Case, load
from journey.essay import count
from storage import evidence, submissions
from storage.evidence import Evidence


@dataclass(frozen=True, slots=True)
class Paper:
    """A document: `words` is what could be read in it, None for nothing."""

    piece: Evidence
    words: str | None
    count: int


@dataclass(frozen=True, slots=True)
class Version:
    """One version of a hand-in, handed in `at` (UTC), with the verdicts on it; `coming` files are not here yet."""

    number: int
    at: datetime | None
    stated: Sequence[Text]
    photos: Sequence[Evidence]
    papers: Sequence[Paper]
    written: str
    count: int
    coming: int
    verdicts: Sequence[Text]

    @property
    def is_empty(self) -> bool:
        """Say whether nothing was brought at all."""
        return not (self.photos or self.papers or self.written or self.coming)


@dataclass(frozen=True, slots=True)
class View:
    """One hand-in with its history, the newest earlier version first; `hints` is what to look at again."""

    task: str
    text: str
    author: str
    place: str
    handed_in: Text | None
    asks: Sequence[str]
    version: Version
    earlier: Sequence[Version]
    hints: Sequence[Text]


async def view(case: Case, today: date, language: str) -> View:
    """Return what is shown of `case` on `today` (local)."""
    before = [
        each
        for each in await submissions.versions(case.submission.registration, case.submission.part)
        if each.version < case.submission.version
    ]
    cases = [await load(each.id, today) for each in reversed(before)]
    return View(
        task=named(case, language),
        text=case.task.text,
        author=case.author.full_name,
        place=", ".join(case.place),
        handed_in=text("reviews.handed-in", at=case.submission.submitted_at) if case.submission.submitted_at else None,
        asks=[label(each, language) for each in case.task.criteria],
        version=await _version(case, language),
        earlier=[await _version(each, language) for each in cases if each is not None],
        hints=hints(case, None),  # whose else it is, a page tells nobody
    )


async def _version(case: Case, language: str) -> Version:
    submission = case.submission
    here = [each for each in case.pieces if each.state == "stored"]
    written = text_of(here)
    return Version(
        number=submission.version,
        at=submission.submitted_at,
        stated=_bare(facts(case.task, submission.claims, submission.given, language)),
        photos=[each for each in here if each.kind == "photo"],
        papers=[await _paper(each) for each in here if each.kind == "document"],
        written=written,
        count=count(written),
        coming=sum(each.state == "arrived" for each in case.pieces),
        verdicts=verdicts(case),
    )


def _bare(stated: Sequence[Text]) -> list[Text]:
    """Return what the member states without the chat's marks: a page and the sheet set their own."""
    return [replace(each, key=_WITHOUT_MARK[each.key]) for each in stated]


_WITHOUT_MARK = {"evidence.fact": "pages.fact", "evidence.fact-outside": "pages.fact-outside"}


async def _paper(piece: Evidence) -> Paper:
    words = piece.text or await evidence.extracted(piece.id)
    return Paper(piece, words, count(words or ""))


def brought(version: Version) -> list[Text]:
    """Return one line a kind of what was brought, for paper."""
    lines = [text("pages.pictures", n=len(version.photos))] if version.photos else []
    lines += [text("pages.brought-document", name=each.piece.name, n=each.count) for each in version.papers]
    if version.written:
        lines.append(text("pages.written", n=version.count))
    return lines or [text("pages.nothing-handed")]
