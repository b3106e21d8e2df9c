"""The report of a rehearsal: one HTML file without anything outside of it, to be read on a phone or printed."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import jinja2

from bot.rehearsal import charts, findings, studying
from bot.rehearsal.findings import Finding, Weight
from bot.rehearsal.journal import NEWS, REPLY
from bot.rehearsal.outcome import NOT_JOINED, NOT_REGISTERED, Standings, busiest
from bot.rehearsal.people import Cast, month_day
from bot.rehearsal.quota import MEMBERS, OFFICERS, REGISTERING, REMINDED_UP_TO, quota
from bot.rehearsal.year import Rehearsed
from journey.allowance import Plan
from journey.approvers_clock import Office
from journey.progress import Outcome, TaskState
from locales import texts

LANGUAGE = texts.LANGUAGES[0]
"""Whoever plans a year reads Vietnamese, whatever the terminal speaks."""

OUTCOMES = (Outcome.PASSED, Outcome.PROVISIONAL, Outcome.IN_PROGRESS, NOT_REGISTERED, NOT_JOINED)
STATES = (
    TaskState.DONE, TaskState.PROVISIONAL, TaskState.WAITING, TaskState.RETURNED, TaskState.PARTIAL, TaskState.DRAFT,
    TaskState.TODO, TaskState.LATE_MISSED,
)  # fmt: skip
BUSIEST = 8
"""Officers in the table of who has most to do."""


@dataclass(frozen=True, slots=True)
class Row:
    """One bar of people: its name (a sentence's key, or a title), its parts, how many finish of how many."""

    name: str
    parts: tuple[charts.Part, ...]
    done: int
    of: int


@dataclass(frozen=True, slots=True)
class Check:
    """A promise of the product's: how often it was broken."""

    name: str
    broken: int
    params: dict[str, object]


def render(found: Rehearsed, cast: Cast, office: Office, a_week: int, zalo: Plan) -> str:
    """Return the report as HTML; `a_week` is the budget of unasked messages, `zalo` what a bot of Zalo's may do."""
    zone = found.journal.zone

    def say(key: str, **params: object) -> str:
        return texts.render(LANGUAGE, key, params, zone)

    def called(kind: str, name: str) -> str:
        key = f"rehearsal.{kind}-{name.replace('_', '-')}"
        return texts.render(LANGUAGE, key, {}, zone) if texts.has(LANGUAGE, key) else name

    house = jinja2.Environment(
        loader=jinja2.PackageLoader("bot.rehearsal"), autoescape=True, undefined=jinja2.StrictUndefined,
        trim_blocks=True, lstrip_blocks=True,
    )  # fmt: skip
    house.filters["number"] = number
    noticed = list(all_findings(found, cast, office))
    return house.get_template("report.html").render(
        say=say, called=called, found=found, cast=cast, a_week=a_week, language=LANGUAGE,
        musts=[each for each in noticed if each.weight is Weight.MUST],
        looks=[each for each in noticed if each.weight is Weight.LOOK],
        checks=checks(found, a_week),
        characters=_by(found.ended, found.ended.characters, cast.members),
        groups=_by(found.ended, found.ended.groups, found.unit.groups),
        titles=found.unit.groups,
        tasks=list(_tasks(found)),
        days=charts.days(found.journal.loads(), found.season.opens_on, date(found.season.year, 12, 31)),
        kinds=_kinds(found),
        people=_people(found),
        quota=quota(found.journal.months, found.unit.groups, _officers(found), zalo, _registering(found)),
        more={"members": MEMBERS, "registering": REGISTERING, "officers": OFFICERS}, stops_at=REMINDED_UP_TO,
        waits=sorted(found.approvals.waits.items(), key=lambda each: -each[1].at(0.95)),
        busiest=busiest(found.approvals, BUSIEST),
        study=findings.study(found.programme), held=_held(cast), held_at=studying.A_TIME,
        OUTCOMES=[str(each) for each in OUTCOMES],
        STATES=[str(each) for each in STATES],
    )  # fmt: skip


def _held(cast: Cast) -> list[str]:
    """Return the days of the sessions of study, as they are written here: "20/03"."""
    return [f"{day:02}/{month:02}" for month, day in map(month_day, cast.habits["sessions"])]


def all_findings(found: Rehearsed, cast: Cast, office: Office) -> Iterable[Finding]:
    """Yield what ought to be changed: of the plan first, then of how the season went."""
    yield from findings.of_plan(found.programme, found.season, office, len(cast.habits["sessions"]))
    yield from findings.of_reminders(found.reminders)
    yield from findings.of_play(found.programme, found.ended, found.approvals, found.players, cast)


def checks(found: Rehearsed, a_week: int) -> list[Check]:
    """Return what the product promises, each with how often it was broken."""
    over = sum(count for number_, count in found.journal.reminders.weeks.items() if number_ > a_week)
    return [
        Check("out-of-hours", found.journal.out_of_hours, {}),
        Check("over-budget", over, {"budget": a_week}),
        Check("stuck", sum(found.stuck.values()), {"where": ", ".join(found.stuck) or "–"}),
        Check("defects", found.defects, {}),
        Check("failed", found.unsent.get("failed", 0) + found.unsent.get("unknown", 0), {}),
    ]


def _by(ended: Standings, counts: Any, names: Iterable[str]) -> list[Row]:
    rows = []
    for name in names:
        done, of = ended.share(counts, name)
        parts = charts.shares([(str(each), counts[name, str(each)]) for each in OUTCOMES])
        if of:
            rows.append(Row(name, parts, done, of))
    return rows


def _tasks(found: Rehearsed) -> Iterable[Row]:
    counts = found.ended.tasks
    for task in found.programme.tasks:
        parts = charts.shares([(str(each), counts[task.code, str(each)]) for each in STATES])
        if parts:
            done = counts[task.code, str(TaskState.DONE)] + counts[task.code, str(TaskState.PROVISIONAL)]
            yield Row(f"{task.code} · {task.title}", parts, done, sum(part.count for part in parts))


def _kinds(found: Rehearsed) -> list[str]:
    known = {kind for kind, _ in found.journal.kinds}
    return [*(each for each in (REPLY, NEWS) if each in known), *sorted(known - {REPLY, NEWS})]


def _people(found: Rehearsed) -> Sequence[str]:
    return list(dict.fromkeys(each.kind for each in found.unit.players))


def _registering(found: Rehearsed) -> range:
    """Return the months in which members register."""
    return range(found.season.opens_on.month, found.season.closes_on.month + 1)


def _officers(found: Rehearsed) -> list[str]:
    """Return the kinds of people who are no members."""
    return list(dict.fromkeys(each.kind for each in found.unit.players if each.member is None))


def number(value: float, digits: int = 0) -> str:
    """Return a number as Vietnamese write it: 1.234,5."""
    return f"{value:,.{digits}f}".translate(str.maketrans(",.", ".,"))
