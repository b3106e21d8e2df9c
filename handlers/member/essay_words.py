"""An essay put into words: its text out of the pieces of a hand-in, its length, its first and last line."""

from collections.abc import Iterable, Sequence

from handlers.conversation import Text, text
from journey.criteria import need
from journey.essay import closing, count, is_near, opening, whole
from journey.programme import Criterion, Kind, Op, Task
from storage.evidence import Evidence


def essay(task: Task) -> Criterion | None:
    """Return the criterion about a number of words, if the task has one."""
    return next((each for each in task.criteria if each.kind is Kind.WORDS), None)


def parts(pieces: Iterable[Evidence]) -> tuple[Evidence, ...]:
    """Return the pieces the text is made of, in its order: what was written, and the files confirmed as read."""
    return tuple(piece for piece in pieces if piece.text.strip())


def text_of(pieces: Iterable[Evidence]) -> str:
    """Return the whole text, "" without any."""
    return whole(piece.text for piece in parts(pieces))


def uncounted(pieces: Iterable[Evidence]) -> tuple[Evidence, ...]:
    """Return what only the assessor can read: photos, scans, a file nobody confirmed."""
    return tuple(piece for piece in pieces if not piece.text.strip() and piece.state in ("arrived", "stored"))


def essay_line(task: Task, pieces: Sequence[Evidence]) -> list[Text]:
    """Return how long the essay is by now; nothing for a task without one, or where only the assessor can read it."""
    criterion = essay(task)
    if criterion is None or (uncounted(pieces) and not parts(pieces)):
        return []
    have, needed = count(text_of(pieces)), need(task, criterion)
    line = text("essay.length", parts=len(parts(pieces)), have=have, asked=asked(criterion))
    return [line, *near(have, needed), *([text("essay.uncounted")] if uncounted(pieces) else [])]


def glimpse(pieces: Iterable[Evidence]) -> list[Text]:
    """Return the first line and the last one, nothing of an empty essay."""
    return ends(text_of(pieces))


def ends(words: str) -> list[Text]:
    """Return the first line of `words` and its last one; one line alone is shown as the first."""
    if not words:
        return []
    first, last = text("essay.opening", words=opening(words)), text("essay.closing", words=closing(words))
    return [first] if opening(words) == closing(words) else [first, last]


def asked(criterion: Criterion) -> Text:
    """Return the length asked for as the plan says it: "trên 1.000 chữ"."""
    return text("essay.over" if criterion.op is Op.GT else "essay.at-least", n=criterion.value)


def near(have: int, needed: int) -> list[Text]:
    """Return that a word processor may count otherwise, where that could decide."""
    return [text("essay.near")] if is_near(have, needed) else []
