"""A programme as values: categories, tasks, criteria, assessors, months. Data decides, not code."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from importlib import resources

from journey.attendance_window import Window
from journey.expression import AllOf as AllOf
from journey.expression import AnyOf as AnyOf
from journey.expression import Expression as Expression
from journey.expression import Organiser as Organiser
from journey.expression import bodies as bodies
from journey.expression import outcome as outcome
from journey.people import Role
from journey.refusal import Refused
from journey.reminders import LeadTimes


@dataclass(eq=False)
class UnknownTask(Refused):
    code: str


@dataclass(eq=False)
class UnknownAssessor(Refused):
    code: str


@dataclass(eq=False)
class UnknownPeriod(Refused):
    code: str


class CategoryRule(StrEnum):
    ALL = "all"
    AT_LEAST = "at_least"
    NONE = "none"


class CriteriaRule(StrEnum):
    ALL = "all"
    ANY = "any"


class Kind(StrEnum):
    """What a criterion measures."""

    COUNT = "count"
    YES_NO = "yes_no"
    LEVEL = "level"
    WORDS = "words"


class Op(StrEnum):
    GE = "ge"  # at least
    GT = "gt"  # strictly more


class Per(StrEnum):
    YEAR = "year"
    QUARTER = "quarter"


class ValueFrom(StrEnum):
    SOURCE = "source"  # written in the plan
    DEFAULT = "default"  # ours; the unit confirms it


class FieldKind(StrEnum):
    TEXT = "text"
    DATE = "date"


class Reach(StrEnum):
    """Where the people of an assessor are looked for."""

    GROUP = "group"  # the member's tổ
    UNIT = "unit"  # the member's unit or the nearest one above that has such a post
    TOP = "top"  # the root unit


@dataclass(frozen=True, slots=True)
class Assessor:
    code: str
    title: str
    abbr: str
    role: Role
    reach: Reach

    @property
    def short(self) -> str:
        """The body's one name in chats and columns; headings and signatures of papers have the whole title."""
        return self.abbr or self.title


def _above() -> dict[str, Assessor]:
    """Return the bodies that every programme has above its own, by code, the lowest first."""
    found = tomllib.loads(resources.files("journey").joinpath("above.toml").read_text("utf-8"))["assessors"]
    return {
        each["code"]: Assessor(
            each["code"], each["title"], each.get("abbr", ""), Role(each["role"]), Reach(each["reach"])
        )
        for each in found
    }


ABOVE: Mapping[str, Assessor] = _above()


@dataclass(frozen=True, slots=True)
class Named:
    """A code with its title: an evidence kind."""

    code: str
    title: str


@dataclass(frozen=True, slots=True)
class Level:
    """A level of the organisation; `parent` is the code of the one above, None at the top."""

    code: str
    title: str
    parent: str | None


@dataclass(frozen=True, slots=True)
class Field:
    """What has to be given with the evidence."""

    code: str
    title: str
    title_en: str
    kind: FieldKind


@dataclass(frozen=True, slots=True)
class Period:
    code: str
    title: str
    months: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """`due` is the plan's own wording."""

    code: str
    title: str
    sender: str
    recipients: tuple[str, ...]
    due: str


@dataclass(frozen=True, slots=True)
class Duty:
    """What the organisation owes the member; never scored for the member."""

    code: str
    category: str
    title: str
    text: str


@dataclass(frozen=True, slots=True)
class Criterion:
    """One thing that has to hold.

    Attributes:
        value: a number (count, words), an entry of `scale` (level), None (yes_no).
        months: when it can be earned, a part of the task's months; () = all of them.
        scale: lowest first.
        min_level: code of the lowest level of organiser that counts.
        known_later: may be known only after the evaluation, the task is then provisional.
    """

    id: str
    kind: Kind
    op: Op
    value: int | str | None
    unit: str
    label: str
    label_en: str
    months: tuple[int, ...] = ()
    scale: tuple[str, ...] = ()
    per: Per = Per.YEAR
    value_from: ValueFrom = ValueFrom.SOURCE
    min_level: str | None = None
    known_later: bool = False


@dataclass(frozen=True, slots=True)
class Task:
    """One task of the plan.

    Attributes:
        number: as in the plan; never renumbered.
        text: the plan's own wording.
        evidence: codes of evidence kinds.
        months: in which the activity can take place.
        evaluated_in: month of the evaluation, from the calendar.
        provisional: a criterion may be known only after the evaluation.
        sensitive: restricted readers, nothing of it leaves for an outside service.
        sessions: titles suggested for its sessions; {quarter}, {month} and {year} are those of the day.
        notes: for the operator.
    """

    code: str
    category: str
    number: int
    title: str
    title_en: str
    text: str
    criteria: tuple[Criterion, ...]
    criteria_rule: CriteriaRule
    evidence: tuple[str, ...]
    assessment: Expression
    months: tuple[int, ...]
    evaluated_in: int
    provisional: bool = False
    fields: tuple[Field, ...] = ()
    sensitive: bool = False
    sessions: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()

    def __hash__(self) -> int:
        """Hash what tells tasks apart: answers about a task are kept by it, and it has a hundred values in it."""
        return hash((self.code, self.text))


@dataclass(frozen=True, slots=True)
class Category:
    """`min_completed` is the number of tasks that makes the rule hold; `counts` is False for duties."""

    code: str
    title: str
    title_en: str
    rule: CategoryRule
    min_completed: int
    order: int
    text: str
    counts: bool


@dataclass(frozen=True, slots=True)
class Programme:
    """One version of a programme; `last_year` is None while none is set."""

    code: str
    version: int
    title: str
    short_title: str
    title_en: str
    issuer: str
    source_number: str
    member_document: str
    closing_event: str
    first_year: int
    last_year: int | None
    forbidden: tuple[str, ...]
    levels: tuple[Level, ...]
    assessors: tuple[Assessor, ...]
    evidence_kinds: tuple[Named, ...]
    categories: tuple[Category, ...]
    tasks: tuple[Task, ...]
    duties: tuple[Duty, ...]
    calendar: tuple[Period, ...]
    reports: tuple[Report, ...]
    open_questions: tuple[str, ...]
    notes: tuple[str, ...]
    reminders: LeadTimes
    attendance: Window

    def task(self, code: str) -> Task:
        """Raises UnknownTask."""
        for task in self.tasks:
            if task.code == code:
                return task
        raise UnknownTask(code)

    def tasks_in(self, category_code: str) -> tuple[Task, ...]:
        return tuple(task for task in self.tasks if task.category == category_code)

    def mandatory_tasks(self) -> tuple[Task, ...]:
        """Return the tasks nobody chooses: those of categories where all count."""
        mandatory = {c.code for c in self.categories if c.counts and c.rule is CategoryRule.ALL}
        return tuple(task for task in self.tasks if task.category in mandatory)

    def assessor(self, code: str) -> Assessor:
        """Return a body of the plan, or one of those ABOVE. Raises UnknownAssessor."""
        for assessor in (*self.assessors, *ABOVE.values()):
            if assessor.code == code:
                return assessor
        raise UnknownAssessor(code)

    def period(self, code: str) -> Period:
        """Raises UnknownPeriod."""
        for period in self.calendar:
            if period.code == code:
                return period
        raise UnknownPeriod(code)
