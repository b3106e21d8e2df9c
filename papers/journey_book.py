"""The member's journey book on paper: a PDF to print, a Word document that an officer edits before signing."""

import io
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from enum import StrEnum
from pathlib import Path

from papers.typesetting import typeset

_WORD = Path(__file__).parent / "templates" / "journey_book.docx"
_UNPRINTABLE = dict.fromkeys([*(code for code in range(32) if chr(code) not in "\n\t"), 0x7F, 0xFFFE, 0xFFFF])
"""What XML cannot carry, or the library reads as a mark of its own."""


class Word(StrEnum):
    """A heading or a column of the book; the reader's language gives each."""

    UNION = "union"
    REGISTRATION = "registration"
    NUMBER = "number"
    TASK = "task"
    MONTHS = "months"
    TAKEN_ON = "taken_on"
    NOTE = "note"
    CHANGES = "changes"
    ASKED_ON = "asked_on"
    WANTED = "wanted"
    REASON = "reason"
    ANSWER = "answer"
    RESULTS = "results"
    CATEGORY = "category"
    NEEDED = "needed"
    DONE = "done"
    PROVISIONAL = "provisional"
    REQUIREMENT = "requirement"
    APPROVED = "approved"
    VERSION = "version"
    HANDED_IN = "handed_in"
    EVIDENCE = "evidence"
    RESULT = "result"
    ASSESSORS = "assessors"
    SESSIONS = "sessions"
    SESSIONS_HINT = "sessions_hint"
    QUARTER = "quarter"
    DAY_AND_PLACE = "day_and_place"
    TOPIC = "topic"
    CONFIRMED_BY = "confirmed_by"
    REMARKS = "remarks"
    REMARKS_HINT = "remarks_hint"
    REMARKED_BY = "remarked_by"
    SIGNATURES = "signatures"
    PLACE_AND_DAY = "place_and_day"
    SIGN = "sign"
    ESSAYS = "essays"


@dataclass(frozen=True)
class Fact:
    label: str
    value: str


@dataclass(frozen=True)
class RegisteredTask:
    number: int
    code: str
    title: str
    months: str
    taken_on: str
    note: str


@dataclass(frozen=True)
class RegisteredCategory:
    title: str
    tasks: tuple[RegisteredTask, ...]


@dataclass(frozen=True)
class Change:
    """A request to change the choice, and what became of it."""

    asked_on: str
    wanted: str
    reason: str
    answer: str


@dataclass(frozen=True)
class CategorySum:
    title: str
    needed: int
    done: int
    provisional: int


@dataclass(frozen=True)
class Requirement:
    """One criterion: what is needed, what was approved."""

    label: str
    needed: str
    approved: str


@dataclass(frozen=True)
class Version:
    """One version handed in; `opinions` are whole sentences, one a body."""

    number: str
    handed_in: str
    evidence: str
    result: str
    opinions: tuple[str, ...]


@dataclass(frozen=True)
class TaskResult:
    code: str
    title: str
    state: str
    ruling: str
    """What a secretary ruled about it, a sentence; "" without a ruling."""
    requirements: tuple[Requirement, ...]
    versions: tuple[Version, ...]
    nothing: str
    """Stands where `versions` is empty."""


@dataclass(frozen=True)
class CategoryResults:
    title: str
    tasks: tuple[TaskResult, ...]


@dataclass(frozen=True)
class Essay:
    title: str
    about: str
    paragraphs: tuple[str, ...]


@dataclass(frozen=True)
class Signer:
    """`name` is printed under the space to sign in, "" where a hand writes it."""

    title: str
    name: str


@dataclass(frozen=True)
class JourneyBook:
    """The whole book; every word as it is to be read."""

    superior: str
    """The unit above the member's, "" at the top."""
    issuer: str
    title: str
    programme: str
    season: str
    facts: tuple[Fact, ...]
    caution: str
    made_on: str
    registration: tuple[RegisteredCategory, ...]
    changes: tuple[Change, ...]
    sums: tuple[CategorySum, ...]
    outcome: str
    results: tuple[CategoryResults, ...]
    quarters: tuple[str, ...]
    signers: tuple[Signer, ...]
    essays: tuple[Essay, ...]
    words: Mapping[Word, str]


def pdf(book: JourneyBook) -> bytes:
    """Return A4 pages to print."""
    return typeset("journey_book.typ", book, "pdf")


def docx(book: JourneyBook) -> bytes:
    """Return a Word document; its looks are those of the template, which Word opens as well."""
    from docxtpl import DocxTemplate  # 15 MB, for what few ask for

    template = DocxTemplate(_WORD)
    template.render(_printable(asdict(book)), autoescape=True)
    out = io.BytesIO()
    template.save(out)
    return out.getvalue()


def _printable(value: object) -> object:
    match value:
        case str():
            return value.translate(_UNPRINTABLE)
        case Mapping():
            return {str(name): _printable(each) for name, each in value.items()}
        case tuple() | list():
            return [_printable(each) for each in value]
        case _:
            return value
