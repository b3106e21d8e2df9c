"""Choosing the task that a hand-in is for."""

from handlers.conversation import Choice, Say, Text, choice, text
from handlers.member.hand_ins import Standing
from handlers.member.wording import short, task_label
from journey.progress import TaskState

A_PAGE = 7


def pick(tasks: list[Standing], page: int, language: str, *, loose: int) -> Say:
    """Ask which task it is for; with `loose` files waiting, the answer takes them along."""
    open_ = [each for each in tasks if each.progress.state not in (TaskState.DONE, TaskState.EXEMPT)]
    if not open_ and not loose:
        return Say(text("evidence.all-done"))
    listed = open_ or tasks
    action = "evidence.attach" if loose else "evidence.start"
    first = page * A_PAGE if page * A_PAGE < len(listed) else 0
    shown = listed[first : first + A_PAGE]
    rows: list[tuple[Choice, ...]] = [
        (choice(action, each.task.code, label="evidence.task", name=task_label(each.task, language)),) for each in shown
    ]
    if first + A_PAGE < len(listed):
        rows.append((choice("evidence.open", first // A_PAGE + 1, label="evidence.do-more"),))
    if loose:
        rows.append((choice("evidence.forget", label="evidence.do-forget"),))
    lines = [_line(place, each, language) for place, each in enumerate(shown, 1)]
    asked = text("evidence.which-task", n=loose, tasks=lines) if loose else text("evidence.pick", tasks=lines)
    return Say(asked, tuple(rows), card="evidence:loose" if loose else None)


def _line(place: int, standing: Standing, language: str) -> Text:
    state = text(f"evidence.state-{standing.progress.state.replace('_', '-')}")
    return text("evidence.task-line", n=place, name=short(standing.task, language), state=state)
