"""The picture of a member's year: what is done, what is next, who holds it."""

from dataclasses import dataclass
from enum import StrEnum

from papers.typesetting import typeset


class TaskState(StrEnum):
    """How a task stands; each has its own colour and its own shape."""

    DONE = "done"
    PROVISIONAL = "provisional"
    WAITING = "waiting"
    RETURNED = "returned"
    IN_PROGRESS = "in_progress"
    NOT_STARTED = "not_started"
    MISSED = "missed"


@dataclass(frozen=True)
class TaskLine:
    code: str
    title: str
    state: TaskState
    state_label: str
    note: str = ""
    """Who holds it, since when, or by when: one short line."""


@dataclass(frozen=True)
class CategoryBlock:
    title: str
    done: int
    needed: int
    tasks: tuple[TaskLine, ...]


@dataclass(frozen=True)
class LegendEntry:
    state: TaskState
    label: str


@dataclass(frozen=True)
class ProgressCard:
    """One picture; every word as it is to be read."""

    title: str
    season: str
    name: str
    group: str
    done: int
    needed: int
    done_label: str
    """Under the figure in the ring, as in "nhiệm vụ"."""
    outcome_label: str
    categories: tuple[CategoryBlock, ...]
    legend: tuple[LegendEntry, ...]
    printed_on: str


def draw(card: ProgressCard) -> bytes:
    """Return a PNG 1080 pixels wide, as tall as the tasks need; about 20 ms."""
    return typeset("progress.typ", card, "png")
