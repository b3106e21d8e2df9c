"""The tasks of a programme file: criteria, assessment, months."""

from collections.abc import Mapping
from dataclasses import dataclass

from journey.programme import (
    AllOf,
    AnyOf,
    CriteriaRule,
    Criterion,
    Expression,
    Field,
    Kind,
    Op,
    Organiser,
    Per,
    Task,
    ValueFrom,
)
from journey.programme_faults import Reason
from journey.programme_sections import SHORT
from journey.programme_table import Table, nearest

_EXPRESSIONS: dict[str, type[AnyOf | AllOf | Organiser]] = {
    "any": AnyOf,
    "all": AllOf,
    "organiser": Organiser,
}


@dataclass(frozen=True, slots=True)
class Known:
    """What tasks may refer to, by code; `evaluated_in` is the month of the evaluation."""

    levels: tuple[str, ...]
    assessors: tuple[str, ...]
    evidence_kinds: tuple[str, ...]
    categories: tuple[str, ...]
    fields: Mapping[str, Field]
    evaluated_in: int


def read_task(table: Table, known: Known) -> Task:
    months = table.months("months")
    criteria = tuple(_criterion(each, months, known) for each in table.tables("criteria", by="id"))
    task = Task(
        code=table.code("code"),
        category=table.reference("category", "categories", known.categories),
        number=table.number("number", least=1, most=99) or 1,
        title=table.text("title", limit=SHORT),
        title_en=table.text("title_en"),
        text=table.text("text"),
        criteria=criteria,
        criteria_rule=table.choice("criteria_rule", CriteriaRule, CriteriaRule.ALL),
        evidence=table.references("evidence", "evidence_kinds", known.evidence_kinds),
        assessment=_expression(table.table("assessment"), known),
        months=months,
        evaluated_in=known.evaluated_in,
        provisional=any(criterion.known_later for criterion in criteria),
        fields=_fields(table, known),
        sensitive=table.is_set("sensitive"),
        sessions=table.texts("sessions", optional=True),
        notes=table.texts("notes", optional=True),
    )
    table.close()
    return task


def _fields(table: Table, known: Known) -> tuple[Field, ...]:
    codes = table.references("fields", "fields", tuple(known.fields), optional=True)
    return tuple(known.fields[code] for code in codes if code in known.fields)


def _expression(table: Table, known: Known) -> Expression:
    """Return one of `any`, `all`, `organiser`; an empty one where the file has none or several."""
    named = [name for name in _EXPRESSIONS if table.has(name)]
    evidence_suffices = table.is_set("evidence_suffices")
    codes: tuple[str, ...] = ()
    for name in named:
        codes = table.references(name, "assessors", known.assessors)
    if len(named) != 1:
        table.fault("", Reason.ONE_EXPRESSION, known=", ".join(_EXPRESSIONS))
    table.close()
    return _EXPRESSIONS[named[0] if named else "any"](codes, evidence_suffices)


def _criterion(table: Table, task_months: tuple[int, ...], known: Known) -> Criterion:
    kind = table.choice("kind", Kind)
    scale = _scale(table, kind)
    criterion = Criterion(
        id=table.code("id"),
        kind=kind,
        op=_op(table, kind),
        value=_value(table, kind, scale),
        unit=_unit(table, kind),
        label=table.text("label", limit=SHORT),
        label_en=table.text("label_en"),
        months=_months(table, task_months),
        scale=scale,
        per=table.choice("per", Per, Per.YEAR),
        value_from=table.choice("value_from", ValueFrom, ValueFrom.SOURCE),
        min_level=table.reference("min_level", "levels", known.levels, optional=True) or None,
        known_later=table.is_set("known_later"),
    )
    if kind is not Kind.COUNT:
        table.misplaced(["per", "min_level"], kind)
    table.close()
    return criterion


def _scale(table: Table, kind: Kind) -> tuple[str, ...]:
    if kind is Kind.LEVEL:
        return table.texts("scale")
    table.misplaced(["scale"], kind)
    return ()


def _op(table: Table, kind: Kind) -> Op:
    if kind is Kind.YES_NO:
        table.misplaced(["op"], kind)
        return Op.GE
    return table.choice("op", Op)


def _unit(table: Table, kind: Kind) -> str:
    if kind is Kind.YES_NO:
        table.misplaced(["unit"], kind)
        return ""
    return table.text("unit")


def _value(table: Table, kind: Kind, scale: tuple[str, ...]) -> int | str | None:
    """Return a number, an entry of the scale, or None; "more than the highest entry" cannot be met."""
    if kind is Kind.YES_NO:
        table.misplaced(["value"], kind)
        return None
    if kind is not Kind.LEVEL:
        return table.number("value", least=1)
    value = table.text("value")
    reachable = scale[:-1] if table.raw.get("op") == Op.GT else scale
    if value and scale and value not in reachable:
        table.fault("value", Reason.NOT_IN_SCALE, found=value, known=nearest(value, reachable))
    return value


def _months(table: Table, task_months: tuple[int, ...]) -> tuple[int, ...]:
    months = table.months("months", optional=True)
    for month in months:
        if task_months and month not in task_months:
            table.fault("months", Reason.OUTSIDE_TASK_MONTHS, found=month)
    return months
