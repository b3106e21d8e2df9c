"""Titles that the programme suggests for the sessions of its tasks, with the quarter or month of a day in them."""

from dataclasses import dataclass
from datetime import date

from journey.calendar import quarter_name
from journey.programme import Programme
from journey.sessions import tasks_with_sessions
from journey.text import fold


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A title, the task it counts for, and its place among the titles of that task."""

    task: str
    place: int
    title: str


def suggestions(programme: Programme, day: date) -> list[Suggestion]:
    """Return what is suggested for a session on `day` (local): first where the programme says so itself."""
    tasks = sorted(tasks_with_sessions(programme), key=lambda task: not task.sessions)
    return [
        Suggestion(task.code, place, filled(title, day))
        for task in tasks
        for place, title in enumerate(task.sessions or (task.title,))
    ]


def suggested(programme: Programme, task: str, place: int | None, day: date) -> Suggestion | None:
    """Return one of them, None when there is no such."""
    found = (each for each in suggestions(programme, day) if (each.task, each.place) == (task, place))
    return next(found, None)


def named(programme: Programme, said: str, day: date) -> Suggestion | None:
    """Return the one whose title was typed, with or without accents; None when it is nobody's, or of two tasks."""
    found = [each for each in suggestions(programme, day) if fold(each.title) == fold(said)]
    return found[0] if len(found) == 1 else None


def renewed(programme: Programme, task: str, title: str, was: date, day: date) -> str:
    """Return the title of a session of the day `was` for one on `day`; one that nobody suggested stays."""
    for each in suggestions(programme, was):
        if (each.task, each.title) == (task, title):
            again = suggested(programme, task, each.place, day)
            return again.title if again else title
    return title


def filled(title: str, day: date) -> str:
    """Return a programme's title with the quarter, month and year of `day` in it."""
    return (
        title.replace("{quarter}", quarter_name(day))
        .replace("{month}", str(day.month))
        .replace("{year}", str(day.year))
    )
