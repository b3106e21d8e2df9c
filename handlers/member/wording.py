"""How the values of a programme are said."""

from collections.abc import Iterable, Mapping, Sequence

from handlers.conversation import Elastic, Text, text
from journey.expression import AllOf, AnyOf, Organiser
from journey.programme import Assessor, Category, Criterion, Op, Per, Programme, Task, ValueFrom

LINE = 60  # characters of a task in a line of a list
NAMES = 2  # people of one body named in a line


def title(what: Task | Category, language: str) -> str:
    """Return the programme's own title in `language`."""
    return what.title if language == "vi" else what.title_en


def task_label(task: Task, language: str) -> Elastic:
    """Return "RL2 Tình nguyện" for a label: code and title."""
    return Elastic(f"{task.code} {title(task, language)}")


def short(task: Task, language: str, limit: int = LINE) -> str:
    """Return "RL2 Tình nguyện…": code and title, cut after a whole word at `limit` characters."""
    whole = f"{task.code} {title(task, language)}"
    if len(whole) <= limit:
        return whole
    return whole[:limit].rpartition(" ")[0].rstrip(" ,;-") + "…"


def label(criterion: Criterion, language: str) -> str:
    return criterion.label if language == "vi" else criterion.label_en


def listed(tasks: Sequence[Task], language: str) -> list[Text]:
    """Return the tasks one a line."""
    return [text("tasks.item", code=task.code, title=title(task, language)) for task in tasks]


def unit(which: Criterion, language: str) -> str:
    """Return " hoạt động", to stand behind a number; the programme names it in Vietnamese only."""
    return f" {which.unit}" if which.unit and language == "vi" else ""


def amount(have: int, need: int, unit: str = "") -> Text:
    """Return "1/4 lần"; "6 lần (cần 4)" where there are more than are needed."""
    return text("book.amount-over" if have > need else "book.amount", have=have, need=need, unit=unit)


def apart(blocks: Iterable[Text]) -> list[Text | str]:
    """Return the blocks with an empty line between them."""
    return [each for block in blocks for each in ("", block)][1:]


def criterion(which: Criterion, language: str) -> Text:
    """Return what the criterion asks, in words."""
    return text(
        f"tasks.criterion-{which.kind.replace('_', '-')}",
        label=label(which, language),
        value=which.value if isinstance(which.value, int) else 1,
        unit=unit(which, language),
        strict="yes" if which.op is Op.GT else "no",
        per="quarter" if which.per is Per.QUARTER else "year",
        ours="yes" if which.value_from is ValueFrom.DEFAULT else "no",
        when=text("tasks.when", months=months(which.months)) if which.months else "",
    )


def months(which: Sequence[int]) -> Text:
    """Return "tháng 2 đến tháng 10", "cả năm", "tháng 3, 4, 9, 10"."""
    if len(which) == 12:
        return text("tasks.months-all")
    if len(which) > 2 and which[-1] - which[0] == len(which) - 1:
        return text("tasks.months-range", first=which[0], last=which[-1])
    return text("tasks.months-list", months=", ".join(map(str, which)))


def assessment(programme: Programme, task: Task, names: Mapping[str, Sequence[str]]) -> Text:
    """Return who assesses.

    Args:
        names: people of the roster by assessor code.
    """
    bodies = [
        text("tasks.body-line", body=body(programme.assessor(code), names.get(code, ())))
        for code in task.assessment.codes
    ]
    return text(
        f"tasks.{_how(task.assessment) if len(bodies) > 1 else 'assessed-by'}",
        bodies=bodies,
        alone=text("tasks.alone") if task.assessment.evidence_suffices else "",
    )


def _how(expression: AnyOf | AllOf | Organiser) -> str:
    match expression:
        case AllOf():
            return "assessed-by-all"
        case Organiser():
            return "assessed-by-organiser"
        case AnyOf():
            return "assessed-by-any"


def body(assessor: Assessor, names: Sequence[str]) -> Text:
    """Return "BCH Đoàn cơ sở – Trần Văn B": who acts is named when the roster knows."""
    return named(assessor.short, names)


def named(title: str, names: Sequence[str]) -> Text:
    """Return a body's title with the first people who act for it; the others are counted."""
    if not names:
        return text("tasks.body", title=title)
    shown = names[:NAMES]
    return text("tasks.body-named", title=title, names=", ".join(shown), more=len(names) - len(shown))
