"""How a hand-in is put into words: what it holds, what it counts for, what was said about it."""

from collections import Counter
from collections.abc import Iterable
from datetime import date
from typing import Any

from handlers.conversation import Text, text
from handlers.member.wording import label
from journey.claims import claims_needed
from journey.criteria import need
from journey.programme import Criterion, FieldKind, Kind, Task
from journey.text import count_words
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


def essay(task: Task) -> Criterion | None:
    """Return the criterion about a number of words, if the task has one."""
    return next((each for each in task.criteria if each.kind is Kind.WORDS), None)


def written(pieces: Iterable[Evidence]) -> int:
    """Return how many words the texts have together."""
    return count_words("\n".join(piece.text for piece in pieces if piece.kind == "text"))


def essay_line(task: Task, pieces: Iterable[Evidence]) -> list[Text]:
    """Return how long the essay is by now, nothing for a task without one."""
    criterion = essay(task)
    if criterion is None:
        return []
    return [text("evidence.words-so-far", have=written(pieces), need=need(task, criterion))]


def facts(task: Task, claims: dict[str, Any], given: dict[str, str], language: str) -> list[Text]:
    """Return what the member states, one thing a line: what it counts for, then organiser, date and place."""
    lines = [
        text("evidence.fact", label=label(criterion, language), value=_claim(claims[criterion.id], criterion))
        for criterion in claims_needed(task)
        if criterion.id in claims
    ]
    for field in task.fields:
        if said := given.get(field.code):
            value = date.fromisoformat(said) if field.kind is FieldKind.DATE else said
            title = field.title if language == "vi" else field.title_en
            lines.append(text("evidence.fact", label=title, value=value))
    return lines


def _claim(value: Any, criterion: Criterion) -> Text | str:
    if value is None:
        return text("evidence.claim-unknown")
    if isinstance(value, bool):
        return text("evidence.claim-yes" if value else "evidence.claim-no")
    if isinstance(value, int):
        return text("evidence.claim-count", n=value, unit=criterion.unit)
    return str(value)
