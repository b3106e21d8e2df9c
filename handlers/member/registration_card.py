"""The card on which a member registers: its screens of tasks, the summary, and what it shows once settled."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from handlers.conversation import Choice, Say, Text, choice, text
from handlers.member.choosing import Choosing, Page
from handlers.member.companions import withdrawing
from handlers.member.wording import apart, listed, task_label, title
from journey.programme import Category, Task
from journey.registration import CategorySelection

CATEGORIES = 7  # of the summary's choices: with "confirm" and "keep" nine, what a numbered menu carries


@dataclass(frozen=True, slots=True)
class Waiting:
    """A request for a change that is not decided yet: its id, and who holds it in words."""

    change: int
    words: Text


def page(now: Choosing, number: int, *, fresh: bool = False) -> Say:
    """Show screen `number` of the tasks; behind the last one comes the summary."""
    shown = now.pages[number]
    rows = [(_tick(now, task),) for task in shown.tasks]
    return _card(
        now,
        text(
            "registration.page",
            year=str(now.season.year),
            window=_window(now),
            mandatory=_mandatory(now),
            rule=_rule(_selected(now, shown), now.language),
            notes=[text("registration.how"), *_gone(now, shown)],
        ),
        (*rows, *_turning(now, number, shown)),
        fresh=fresh,
    )


def summary(now: Choosing, handed_in: Collection[str], *, fresh: bool = False) -> Say:
    """Show the whole choice, what is short, and what becomes of what was handed in for a task that goes."""
    dropped = [task for task in now.programme.tasks if task.code in now.taken - now.chosen and task.code in handed_in]
    return _card(
        now,
        text(
            "registration.summary",
            year=str(now.season.year),
            window=_window(now),
            parts=apart([*(_block(each, now.language) for each in now.selection.categories), *_kept(dropped)]),
        ),
        _finishing(now),
        fresh=fresh,
    )


def settled(
    now: Choosing, *, told: Text | None = None, waiting: Waiting | None = None, news: bool = False, fresh: bool = False
) -> Say:
    """Show what is registered.

    Args:
        told: who was told of it.
        waiting: the request for a change; without both, how to change the choice.
        news: it was registered just now.
    """
    tasks = [task for task in now.programme.tasks if task.code in now.taken]
    change = text("registration.after-open" if now.is_open else "registration.after-closed", closes=_closes(now))
    words = text(
        "registration.confirmed" if news else "registration.settled",
        year=str(now.season.year),
        count=len(tasks),
        tasks=listed(tasks, now.language),
        after=told or (waiting.words if waiting else change),
    )
    return _card(now, words, _next(now, waiting), fresh=fresh)


def early(now: Choosing) -> Say:
    """The window lies ahead: when it opens, and the tasks to read until then."""
    words = text(
        "registration.early",
        year=str(now.season.year),
        opens=now.season.opens_on,
        closes=_closes(now),
    )
    return _card(now, words, ((choice("tasks.open", label="registration.read-tasks"),),), fresh=True)


def late(now: Choosing, waiting: Waiting | None) -> Say:
    """The window closed on somebody who never registered: how to ask for it to be opened."""
    words = waiting.words if waiting else text("registration.late-how")
    edit = (choice("registration.edit", now.season.id, label="registration.choose-and-ask"),)
    row = withdrawing(waiting.change) if waiting else edit
    return _card(
        now,
        text("registration.late", year=str(now.season.year), closes=_closes(now), after=words),
        (row, (choice("tasks.open", label="registration.read-tasks"),)),
        fresh=True,
    )


def _card(now: Choosing, words: Text, rows: Sequence[Sequence[Choice]], *, fresh: bool) -> Say:
    choices = tuple(tuple(row) for row in rows if row)
    return Say(words, choices, card=f"registration:{now.enrolment.id}", fresh=fresh)


def _tick(now: Choosing, task: Task) -> Choice:
    state = "ticked" if task.code in now.chosen else "unticked" if now.may_take(task) else "gone-task"
    action = "registration.untick" if task.code in now.chosen else "registration.tick"
    return choice(action, now.season.id, task.code, label=f"registration.{state}", task=task_label(task, now.language))


def _turning(now: Choosing, number: int, shown: Page) -> Sequence[Sequence[Choice]]:
    explain = choice("tasks.list", shown.category.code, label="registration.explain")
    onward = choice("registration.page", now.season.id, number + 1, label="registration.next", style="good")
    if number == 0:
        return (explain,), (onward,)
    return (explain,), (
        choice("registration.page", now.season.id, number - 1, label="registration.back"),
        onward,
    )


def _finishing(now: Choosing) -> Sequence[Sequence[Choice]]:
    discard = choice("registration.discard", now.season.id, label="registration.discard")
    back = [(_turning_back(now, each.category),) for each in now.selection.categories if _is_choosable(now, each)]
    if len(back) > CATEGORIES:
        back = [(choice("registration.page", now.season.id, 0, label="registration.change-any"),)]
    return (
        _deciding(now) if now.selection.is_complete else (),
        *back,
        (discard,) if now.is_registered else (),
    )


def _turning_back(now: Choosing, category: Category) -> Choice:
    first = [page.category for page in now.pages].index(category)
    named = title(category, now.language)
    return choice("registration.page", now.season.id, first, label="registration.change-page", category=named)


def _is_choosable(now: Choosing, each: CategorySelection) -> bool:
    return any(page.category == each.category for page in now.pages)


def _deciding(now: Choosing) -> Sequence[Choice]:
    if now.is_open:
        return (choice("registration.confirm", now.season.id, label="registration.confirm", style="good"),)
    return (choice("changes.ask", now.season.id, label="registration.ask", style="good"),)


def _next(now: Choosing, waiting: Waiting | None) -> Sequence[Sequence[Choice]]:
    label = "registration.edit-open" if now.is_open else "registration.edit-closed"
    edit = (choice("registration.edit", now.season.id, label=label),) if now.pages else ()
    return (
        (
            choice("evidence.open", label="registration.hand-in"),
            choice("book.open", label="registration.book"),
        ),
        withdrawing(waiting.change) if waiting else edit,
    )


def _window(now: Choosing) -> Text:
    return text(
        "registration.window-open" if now.is_open else "registration.window-closed",
        closes=_closes(now),
    )


def _mandatory(now: Choosing) -> Text | str:
    tasks = now.programme.mandatory_tasks()
    return text("registration.mandatory", tasks=listed(tasks, now.language)) if tasks else ""


def _selected(now: Choosing, shown: Page) -> CategorySelection:
    return next(each for each in now.selection.categories if each.category == shown.category)


def _rule(each: CategorySelection, language: str) -> Text:
    return text(
        "registration.short" if each.short else "registration.enough",
        category=title(each.category, language),
        chosen=each.chosen,
        needed=each.needed,
        short=each.short,
    )


def _block(each: CategorySelection, language: str) -> Text:
    return text("registration.block", rule=_rule(each, language), tasks=listed(each.tasks, language))


def _kept(dropped: Sequence[Task]) -> tuple[Text, ...]:
    return (text("registration.kept", codes=_codes(dropped)),) if dropped else ()


def _gone(now: Choosing, shown: Page) -> tuple[Text, ...]:
    gone = [task for task in shown.tasks if not now.may_take(task)]
    return (text("registration.gone", codes=_codes(gone)),) if gone else ()


def _codes(tasks: Sequence[Task]) -> str:
    return ", ".join(task.code for task in tasks)


def _closes(now: Choosing) -> date:
    return now.closes_on
