"""The made-up unit's sessions: one that is over, with who was there, and one to come, with who answered."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from typing import Any

from bot.web.demo_year import Unit
from handlers.attendance.counting import count
from handlers.conversation import InboxMessage, Kind
from handlers.secretary import sessions_draft, sessions_new
from journey.attendance import Way
from journey.working_days import SATURDAY
from storage import chats, session_answers, session_news, sessions
from storage.sessions import Session

AHEAD = timedelta(days=14)
"""How long before it is held a session is made."""

THERE, GOING = 0.8, 0.6
"""How many of a hundred were at the one, and have said they come to the other."""


async def hold(unit: Unit, ids: Mapping[str, int], written: Sequence[dict[str, Any]]) -> None:
    """Let every session of demo_people.toml be made by its organiser, answered, and attended if it is over."""
    for told in written:
        session = await _made(unit, ids[told["organiser"]], told)
        people = sorted(await chats.of_people(await sessions.audience(session, unit.now.date())))
        chosen = [person for person in people if unit.chance.random() < (THERE if told["days"] < 0 else GOING)]
        if told["days"] < 0:
            at = session.starts_at + timedelta(minutes=5)
            _ = await count(session, chosen, Way.SCAN, await _message(unit, session.organiser or 0, at))
        else:
            for person in chosen:
                await session_answers.keep(session, person, going=True, now=unit.now - timedelta(hours=2))


async def _made(unit: Unit, organiser: int, told: Mapping[str, Any]) -> Session:
    """Let the organiser type it all and confirm; everybody has heard of it already."""
    day = (unit.now + timedelta(days=told["days"])).astimezone(unit.zone).date()
    day += timedelta(days=max(0, 7 - day.weekday())) if day.weekday() >= SATURDAY else timedelta(0)
    begins = datetime.combine(day, time.fromisoformat(told["time"]), unit.zone)
    message = await _message(unit, organiser, min(begins.astimezone(UTC), unit.now) - AHEAD)
    typed = replace(message, kind=Kind.TEXT, text=f"{begins:%d/%m/%Y %H:%M}")
    asked = await sessions_new.when(typed, {"doing": "new", "task": told["task"], "place": 0})
    _ = await sessions_new.where(replace(typed, text=told["place"]), asked.data)
    _ = await sessions_draft.plan(message, str(asked.data["session"]))
    made = await sessions.get(int(asked.data["session"]))
    assert made is not None
    _ = await session_news.told(made)
    return made


async def _message(unit: Unit, person: int, at: datetime) -> InboxMessage:
    return replace(await unit.message(person, at), zone=unit.zone)
