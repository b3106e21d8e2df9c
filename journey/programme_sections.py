"""The small sections of a programme file: categories, assessors, levels, periods and the like."""

from collections.abc import Mapping
from datetime import timedelta
from functools import partial
from typing import Final

from journey.attendance_window import LATEST, Window
from journey.people import Role
from journey.programme import (
    Assessor,
    Category,
    CategoryRule,
    Duty,
    Field,
    FieldKind,
    Level,
    Named,
    Period,
    Reach,
    Report,
)
from journey.programme_faults import Reason
from journey.programme_table import Table
from journey.reminders import LeadTimes

PERIODS: Final = ("dang_ky", "hoat_dong", "danh_gia")  # the rules look for these; others are only shown
SHORT: Final = 80  # characters of a title that a phone shows whole
LONGEST_ASKED: Final = 60  # days: longer ago nobody remembers who was there
A_MINUTE: Final = timedelta(minutes=1)
LONGEST_LEAD: Final = 366  # days: nobody is reminded of what ends after the year


def read_levels(root: Table) -> tuple[Level, ...]:
    """Return the levels, top first: a parent is one that stands above, so there is no loop."""
    levels: list[Level] = []
    for table in root.tables("levels"):
        above = [level.code for level in levels]
        parent = table.reference("parent", "levels", above, optional=True)
        levels.append(Level(table.code("code"), table.text("title"), parent or None))
        table.close()
    return tuple(levels)


def read_assessors(root: Table) -> tuple[Assessor, ...]:
    return tuple(map(_assessor, root.tables("assessors")))


def read_evidence_kinds(root: Table) -> tuple[Named, ...]:
    return tuple(map(_named, root.tables("evidence_kinds")))


def read_fields(root: Table) -> tuple[Field, ...]:
    return tuple(map(_field, root.tables("fields", optional=True)))


def read_categories(root: Table, tasks_in: Mapping[str, int]) -> tuple[Category, ...]:
    """Return the categories in their order; `tasks_in` is the number of tasks by category code."""
    categories = [_category(table, tasks_in) for table in root.tables("categories")]
    return tuple(sorted(categories, key=lambda category: category.order))


def read_duties(root: Table, categories: tuple[str, ...]) -> tuple[Duty, ...]:
    return tuple(_duty(table, categories) for table in root.tables("duties", optional=True))


def read_calendar(root: Table) -> tuple[Period, ...]:
    calendar = tuple(map(_period, root.tables("calendar")))
    for code in PERIODS:
        if root.has("calendar") and code not in {period.code for period in calendar}:
            root.fault("calendar", Reason.NO_PERIOD, found=code)
    return calendar


def read_reports(root: Table) -> tuple[Report, ...]:
    return tuple(map(_report, root.tables("reports", optional=True)))


def read_reminders(root: Table, periods: tuple[str, ...]) -> LeadTimes:
    """Return the lead times, ours where the file has none; `periods` are the codes of its calendar."""
    table, ours = root.table("reminders", optional=True), LeadTimes()
    days = partial(table.numbers, least=0, most=LONGEST_LEAD)
    leads = LeadTimes(
        registration=days("registration", ours.registration),
        session=days("session", ours.session),
        session_hours=table.numbers("session_hours", ours.session_hours, least=1, most=23),
        missed=days("missed", ours.missed),
        taking=days("taking", ours.taking),
        count=days("count", ours.count),
        task=days("task", ours.task),
        essay=days("essay", ours.essay),
        returned=days("returned", ours.returned),
        draft=days("draft", ours.draft),
        provisional=days("provisional", ours.provisional),
        quarter=days("quarter", ours.quarter),
        quarter_period=table.reference("quarter_period", "calendar", periods, optional=True),
    )
    table.close()
    return leads


def read_attendance(root: Table) -> Window:
    """Return when attendance is taken, ours where the file does not say."""
    table, ours = root.table("attendance", optional=True), Window()
    early = table.number("opens_before", least=0, most=LATEST // A_MINUTE, optional=True)
    leaving = table.number("closes_after", least=0, most=LATEST // A_MINUTE, optional=True)
    correction = table.number("asked_within", least=1, most=LONGEST_ASKED, optional=True)
    table.close()
    return Window(
        early=ours.early if early is None else early * A_MINUTE,
        leaving=ours.leaving if leaving is None else leaving * A_MINUTE,
        correction=ours.correction if correction is None else timedelta(days=correction),
    )


def _assessor(table: Table) -> Assessor:
    assessor = Assessor(
        code=table.code("code"),
        title=table.text("title", limit=SHORT),
        abbr=table.text("abbr", optional=True),
        role=table.choice("role", Role),
        reach=table.choice("reach", Reach),
    )
    table.close()
    return assessor


def _named(table: Table) -> Named:
    named = Named(table.code("code"), table.text("title"))
    table.close()
    return named


def _field(table: Table) -> Field:
    field = Field(
        code=table.code("code"),
        title=table.text("title", limit=SHORT),
        title_en=table.text("title_en"),
        kind=table.choice("kind", FieldKind),
    )
    table.close()
    return field


def _category(table: Table, tasks_in: Mapping[str, int]) -> Category:
    code = table.code("code")
    rule = table.choice("rule", CategoryRule)
    category = Category(
        code=code,
        title=table.text("title", limit=SHORT),
        title_en=table.text("title_en"),
        rule=rule,
        min_completed=_min_completed(table, rule, tasks_in.get(code, 0)),
        order=table.number("order", least=1, most=99) or 1,
        text=table.text("text", optional=True),
        counts=table.is_set("counts", default=True),
    )
    table.close()
    return category


def _min_completed(table: Table, rule: CategoryRule, there: int) -> int:
    if rule is CategoryRule.AT_LEAST:
        needed = table.number("min_completed", least=1) or 0
        if needed > there:
            table.fault("min_completed", Reason.TOO_MANY_REQUIRED, needed=needed, there=there)
        return needed
    table.misplaced(["min_completed"], rule)
    if rule is CategoryRule.ALL and not there:
        table.fault("rule", Reason.NO_TASKS, found=rule)
    return there if rule is CategoryRule.ALL else 0


def _duty(table: Table, categories: tuple[str, ...]) -> Duty:
    duty = Duty(
        code=table.code("code"),
        category=table.reference("category", "categories", categories),
        title=table.text("title", limit=SHORT),
        text=table.text("text"),
    )
    table.close()
    return duty


def _period(table: Table) -> Period:
    period = Period(table.code("code"), table.text("title"), table.months("months"))
    table.close()
    return period


def _report(table: Table) -> Report:
    report = Report(
        code=table.code("code"),
        title=table.text("title"),
        sender=table.text("sender"),
        recipients=table.texts("recipients"),
        due=table.text("due"),
    )
    table.close()
    return report
