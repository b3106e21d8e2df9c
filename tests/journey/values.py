"""Values the tests of the rules share."""

from dataclasses import replace
from datetime import UTC, datetime

from journey.claims import Claims
from journey.programme import (
    AnyOf,
    CriteriaRule,
    Criterion,
    Kind,
    Op,
    Programme,
    Task,
)
from journey.programme_file import read, shipped
from journey.progress import HandIn, HandInState

YEAR = 2026
SENT = datetime(2026, 5, 4, 2, 0, tzinfo=UTC)
DECIDED = datetime(2026, 5, 6, 3, 0, tzinfo=UTC)


def plan_44() -> Programme:
    return read(shipped("nguoi-cong-san-tre"), "nguoi-cong-san-tre.toml")


def criterion(id: str = "a", kind: Kind = Kind.COUNT, value: int | str | None = 1, **changes: object) -> Criterion:
    base = Criterion(id=id, kind=kind, op=Op.GE, value=value, unit="lần", label="Lần", label_en="Times")
    return replace(base, **changes)  # type: ignore[arg-type]


def task(*criteria: Criterion, rule: CriteriaRule = CriteriaRule.ALL, **changes: object) -> Task:
    base = Task(
        code="X1",
        category="X",
        number=1,
        title="Nhiệm vụ",
        title_en="Task",
        text="Nhiệm vụ",
        criteria=criteria or (criterion(),),
        criteria_rule=rule,
        evidence=("hinh_anh",),
        assessment=AnyOf(("bch",)),
        months=tuple(range(1, 13)),
        evaluated_in=10,
        provisional=any(c.known_later for c in criteria),
    )
    return replace(base, **changes)  # type: ignore[arg-type]


def handin(
    part: int = 1,
    state: HandInState = HandInState.APPROVED,
    claims: Claims | None = None,
    *,
    version: int = 1,
    **changes: object,
) -> HandIn:
    base = HandIn(
        id=part * 100 + version,
        part=part,
        version=version,
        state=state,
        claims=claims or {},
        submitted_at=SENT,
        decided_at=DECIDED if state in (HandInState.APPROVED, HandInState.RETURNED) else None,
    )
    return replace(base, **changes)  # type: ignore[arg-type]
