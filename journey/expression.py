"""Who has to agree to a result: one body, any, all, or who organised the event."""

from collections.abc import Mapping
from dataclasses import dataclass

from journey.review import Verdict


@dataclass(frozen=True, slots=True)
class AnyOf:
    """One of the bodies suffices; with `evidence_suffices`, so does attached evidence alone."""

    codes: tuple[str, ...]
    evidence_suffices: bool = False


@dataclass(frozen=True, slots=True)
class AllOf:
    """Every body must approve; with `evidence_suffices`, attached evidence alone does."""

    codes: tuple[str, ...]
    evidence_suffices: bool = False


@dataclass(frozen=True, slots=True)
class Organiser:
    """Who organised the event decides; `codes` are who acts for it in the roster, one suffices."""

    codes: tuple[str, ...]
    evidence_suffices: bool = False


Expression = AnyOf | AllOf | Organiser


def bodies(expression: Expression) -> tuple[str, ...]:
    """Return the assessor codes to ask, in the plan's order."""
    return expression.codes


def outcome(expression: Expression, verdicts: Mapping[str, Verdict]) -> Verdict | None:
    """Return what `verdicts` (by assessor code) come to; None while it is open."""
    given = [verdicts[code] for code in expression.codes if code in verdicts]
    if isinstance(expression, AllOf):
        if Verdict.RETURNED in given:
            return Verdict.RETURNED
        return Verdict.APPROVED if len(given) == len(expression.codes) else None
    if Verdict.APPROVED in given:
        return Verdict.APPROVED
    return Verdict.RETURNED if given else None
