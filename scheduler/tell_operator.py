"""Tells the operators, once, what needs a human: one message an hour at most, with everything that is wrong by then."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from typing import Any

from journey.allowance import WARNED_AT
from locales.saying import Say, Text, Urgency, text
from scheduler.desk import Desk
from storage import backlog, chats, dead_rows, metered, settings, sightings
from storage.dead_rows import Pile
from storage.sql import moment, ms

CRON = "* * * * *"
MISFIRE = timedelta(minutes=5)

APART = timedelta(hours=1)
"""Between two messages; what comes meanwhile is in the next one."""

WAKING = range(7, 21)
"""Local hours at which an operator is told what can wait until the morning."""

CAN_WAIT = ("failed-updates", "failed-messages", "disk-low", "job-failing", "quota-low", "bot-full", "template-refused")
"""What costs nobody anything until the morning. By the other troubles people lose what they write, or wait."""

SEEN_WITHIN = timedelta(minutes=3)
"""Whoever sees a trouble says so every minute (bot/health.py): an older sighting is over."""

WORTH_FOR = timedelta(hours=12)
"""How late an alarm is still worth sending, when the bot itself was away."""

NAME = "alarms.told"
"""Under this name the settings table keeps what they were told."""


@dataclass(frozen=True, slots=True)
class Told:
    """What the operators know: how many rows, up to which; which states. `number` counts the messages."""

    number: int = 0
    at: int = 0
    updates: tuple[int, int] = (0, 0)
    messages: tuple[int, int] = (0, 0)
    states: tuple[str, ...] = ()


async def run(now: datetime, desk: Desk) -> int:
    """Owe the operators a message at `now` (UTC) if there is news of trouble; return 1 if so."""
    if not desk.operators:
        return 0
    before = await _told()
    updates, messages = await dead_rows.failed_updates(), await dead_rows.failed_messages()
    states = await _states(now) | await _allowances(now, desk)
    known = _still(before, updates, messages, states)
    news = [name for name in states if name not in known.states]
    news += ["failed-updates"] * _has_grown(updates, known.updates)
    news += ["failed-messages"] * _has_grown(messages, known.messages)
    if not news or not _may(now, desk, before, news):
        await _keep(known, before)
        return 0
    lines = [*states.values(), *_counted("failed-updates", updates), *_counted("failed-messages", messages)]
    told = Told(before.number + 1, ms(now), _mark(updates), _mark(messages), tuple(sorted(states)))
    await _owe(desk, told.number, lines)
    await _keep(told, before)
    return 1


async def next_due(now: datetime, desk: Desk) -> datetime | None:
    """Return `now`: troubles say nothing beforehand. Without an operator nobody is told."""
    return now if desk.operators else None


async def _states(now: datetime) -> dict[str, Text]:
    """Return the troubles that last, by name, in words."""
    waits = await backlog.measure(now)
    found: dict[str, Text] = {}
    if waits.is_inbox_stuck:
        found["inbox-stuck"] = text("health.inbox-stuck", minutes=waits.inbox_lag // timedelta(minutes=1))
    if waits.is_outbox_stuck:
        found["outbox-stuck"] = text("health.outbox-stuck", minutes=waits.outbox_lag // timedelta(minutes=1))
    for seen in await sightings.since(now - SEEN_WITHIN):
        found[f"{seen.what} {seen.subject}"] = text(f"health.{seen.what}", subject=seen.subject)
    return found


async def _allowances(now: datetime, desk: Desk) -> dict[str, Text]:
    """Return which bots come to the end of what their platforms allow, by name, in words."""
    found: dict[str, Text] = {}
    months = await metered.months(desk.allowed.plans, desk.allowed.month(now))
    for bot, plan in desk.allowed.plans.items():
        month = months[bot]
        if month.is_spent(now) or (plan.a_month and month.used >= plan.a_month):
            found[f"quota-spent {bot}"] = text("health.quota-spent", subject=bot, n=month.used, of=plan.a_month)
        elif plan.a_month and month.used >= plan.a_month * WARNED_AT:
            found[f"quota-low {bot}"] = text("health.quota-low", subject=bot, n=month.used, of=plan.a_month)
        if plan.users and (people := await chats.people_behind(bot)) >= plan.users:
            found[f"bot-full {bot}"] = text("health.bot-full", subject=bot, n=people, of=plan.users)
    return found


def _still(told: Told, updates: Pile, messages: Pile, states: Mapping[str, Text]) -> Told:
    """Return what was told and still holds: what is over may be told again."""
    return Told(
        told.number,
        told.at,
        (min(told.updates[0], updates.count), told.updates[1]),
        (min(told.messages[0], messages.count), told.messages[1]),
        tuple(name for name in told.states if name in states),
    )


def _has_grown(pile: Pile, told: tuple[int, int]) -> bool:
    return pile.count > told[0] or (pile.count > 0 and pile.newest > told[1])


def _may(now: datetime, desk: Desk, told: Told, news: list[str]) -> bool:
    """Say whether the operators may be told now."""
    is_urgent = any(name.partition(" ")[0] not in CAN_WAIT for name in news)
    return now - moment(told.at) >= APART and (is_urgent or now.astimezone(desk.zone).hour in WAKING)


def _counted(name: str, pile: Pile) -> list[Text]:
    return [text(f"health.{name}", count=pile.count)] if pile.count else []


def _mark(pile: Pile) -> tuple[int, int]:
    return pile.count, pile.newest


async def _owe(desk: Desk, number: int, lines: list[Text]) -> None:
    known = await chats.load(desk.operators)
    for chat in desk.operators:
        language = known[chat].language if chat in known else "vi"
        alarm = text("operator.alarm", lines=lines)
        desk.owe(chat, language, Say(alarm, urgency=Urgency.NEWS, key=f"operator:{chat}:{number}", within=WORTH_FOR))


async def _told() -> Told:
    kept = json.loads(await settings.get(NAME) or "{}")
    values: dict[str, Any] = {name: tuple(value) if isinstance(value, list) else value for name, value in kept.items()}
    return Told(**values)


async def _keep(told: Told, before: Told) -> None:
    if told != before:
        await settings.put(NAME, json.dumps(asdict(told)))
