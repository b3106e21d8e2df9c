"""How a hand-in is put into words: what it holds, what it counts for, what was said about it."""

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from handlers.conversation import Text, text
from handlers.member.wording import label, months
from journey.claims import claims_needed
from journey.criteria import earning_months
from journey.programme import Criterion, FieldKind, Task
from journey.text import fold
from locales import texts
from storage.evidence import Evidence


def contents(pieces: Iterable[Evidence]) -> list[Text]:
    """Return one line a kind of piece, then what is still on its way and what could not be taken."""
    listed = list(pieces)
    kinds = Counter(piece.kind for piece in listed if piece.state in ("arrived", "stored"))
    states = Counter(piece.state for piece in listed)
    lines = [text(f"evidence.holds-{kind}", n=kinds[kind]) for kind in ("photo", "document", "text") if kinds[kind]]
    if states["arrived"]:
        lines.append(text("evidence.holds-coming", n=states["arrived"]))
    if states["refused"] or states["lost"]:
        lines.append(text("evidence.holds-refused", n=states["refused"] + states["lost"]))
    return lines or [text("evidence.holds-nothing")]


def wants_on(said: str) -> bool:
    """Say whether somebody who hands in says "nộp", "xong": they want to go on, it is no evidence and no answer."""
    return fold(said) in texts.words("evidence.words") | texts.words("evidence.done-words")


def facts(task: Task, claims: dict[str, Any], given: dict[str, str], language: str) -> list[Text]:
    """Return what the member states, one thing a line: what it counts for, then organiser, date and place."""
    lines = [
        text("evidence.fact", label=label(criterion, language), value=_claim(claims[criterion.id], criterion))
        for criterion in claims_needed(task)
        if criterion.id in claims
    ]
    for field in task.fields:
        if said := given.get(field.code):
            title = field.title if language == "vi" else field.title_en
            if field.kind is FieldKind.DATE:
                lines.append(_day(title, date.fromisoformat(said), _months(task, claims)))
            else:
                lines.append(text("evidence.fact", label=title, value=said))
    return lines


def is_outside(task: Task, claims: Mapping[str, Any], given: Mapping[str, str]) -> bool:
    """Say whether a day the member states lies outside the months in which what is claimed can be earned."""
    days = [
        date.fromisoformat(said)
        for each in task.fields
        if each.kind is FieldKind.DATE and (said := given.get(each.code))
    ]
    within = _months(task, claims)
    return any(_lies_outside(day, within) for day in days)


def _lies_outside(day: date, within: tuple[int, ...]) -> bool:
    return bool(within) and day.month not in within


def _day(title: str, day: date, within: tuple[int, ...]) -> Text:
    if _lies_outside(day, within):
        return text("evidence.fact-outside", label=title, value=day, months=months(within))
    return text("evidence.fact", label=title, value=day)


def _months(task: Task, claims: Mapping[str, Any]) -> tuple[int, ...]:
    """Return when what is claimed could be earned, () for any time."""
    claimed = [each for each in task.criteria if claims.get(each.id)] or task.criteria
    return tuple(sorted({month for each in claimed for month in earning_months(task, each)}))


def _claim(value: Any, criterion: Criterion) -> Text | str:
    if value is None:
        return text("evidence.claim-unknown")
    if isinstance(value, bool):
        return text("evidence.claim-yes" if value else "evidence.claim-no")
    if isinstance(value, int):
        return text("evidence.claim-count", n=value, unit=criterion.unit)
    return str(value)
