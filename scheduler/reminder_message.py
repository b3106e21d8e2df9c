"""All that one person is reminded of, as one message."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from journey.reminders import KINDS, Kind, bites
from journey.sending_hours import Audience
from locales.saying import Choice, Say, Text, Urgency, choice, text
from scheduler.reminder_lines import Line
from storage.reminders import Reminder

LINES, ACTS = 6, 2
"""How much fits on a phone without scrolling: lines, and choices beside those about the message itself."""


@dataclass(frozen=True, slots=True)
class Told:
    """A reminder and its line."""

    reminder: Reminder
    line: Line


def message(told: Sequence[Told], today: date, within: timedelta) -> Say:
    """Return the message of `today` (local) that says `told`, the first one first; `within` is how late is too late."""
    at_once = told[0].line.alone if len(told) == 1 else ()
    rows: list[tuple[Choice, ...]] = [at_once] if at_once else [(act,) for act in _acts(told)]
    if len(told) > LINES:
        rows.append((choice("reminding.told", today, label="reminding.do-rest", n=len(told) - LINES),))
    kinds = {each.reminder.kind for each in told}
    rows.append((choice("reminding.later", today, label="reminding.do-later"), _mute(kinds)))
    return Say(
        told[0].line.text if len(told) == 1 else _merged(told),
        tuple(rows),
        urgency=Urgency.REMINDER,
        key=told[0].reminder.message,
        bites=any(bites(each.reminder.kind, each.reminder.due_at, each.reminder.expires_at) for each in told),
        within=within,
    )


def _merged(told: Sequence[Told]) -> Text:
    is_officer = any(KINDS[Kind(each.reminder.kind)].audience is Audience.OFFICER for each in told)
    rest = len(told) - LINES
    return text(
        "reminding.for-officer" if is_officer else "reminding.for-member",
        n=len(told),
        lines=[text("reminding.line", line=each.line.text) for each in told[:LINES]],
        rest=text("reminding.rest", n=rest) if rest > 0 else "",
    )


def _acts(told: Iterable[Told]) -> list[Choice]:
    """Return the first choices to act on what is told, each once; of every kind one before a second."""
    offered = {(act.action, act.link): (each.reminder.kind, act) for each in told for act in each.line.choices}
    seen: Counter[str] = Counter()
    turns = []
    for kind, act in offered.values():
        turns.append((seen[kind], act))
        seen[kind] += 1
    return [act for _, act in sorted(turns, key=lambda turn: turn[0])][:ACTS]


def _mute(kinds: set[str]) -> Choice:
    if len(kinds) == 1:
        return choice("reminding.mute", *kinds, label="reminding.do-mute")
    return choice("reminding.kinds", label="reminding.do-kinds")
