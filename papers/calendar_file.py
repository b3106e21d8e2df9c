"""Sessions as a file for any calendar (iCalendar, RFC 5545): each with two alarms, replaced by a later edition."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

if TYPE_CHECKING:
    from icalendar import Event

PRODUCT = "-//Hanh trinh//Lich sinh hoat//VI"
DOMAIN = "hanh-trinh"
"""Stands in every UID behind the session's id; never changes, or calendars would take an edition for a new event."""

ALARMS = (timedelta(days=1), timedelta(hours=2))
"""How long before it begins a calendar speaks up: as our own reminders do (issue 5)."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One session. `id` is its own for ever, `edition` grows with every change; moments are aware, "" is nothing.

    `zone` is the name of the time zone it is shown in.
    """

    id: str
    edition: int
    title: str
    starts_at: datetime
    ends_at: datetime
    changed_at: datetime
    place: str
    link: str
    zone: str
    is_cancelled: bool
    note: Sequence[str]
    alarm: str


def ics(entries: Sequence[Entry]) -> bytes:
    """Return the file; of nothing but cancelled sessions it is one that cancels."""
    from icalendar import Calendar  # 9 MB, for the process that makes one

    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "CANCEL" if all(entry.is_cancelled for entry in entries) else "PUBLISH")
    for entry in entries:
        calendar.add_component(_event(entry))
    calendar.add_missing_timezones()
    return bytes(calendar.to_ical())


def _event(entry: Entry) -> "Event":
    from icalendar import Alarm, Event

    zone = ZoneInfo(entry.zone)
    event = Event()
    event.add("uid", f"session-{entry.id}@{DOMAIN}")
    event.add("sequence", entry.edition)
    event.add("dtstamp", entry.changed_at)
    event.add("last-modified", entry.changed_at)
    event.add("dtstart", entry.starts_at.astimezone(zone))
    event.add("dtend", entry.ends_at.astimezone(zone))
    event.add("summary", entry.title)
    event.add("status", "CANCELLED" if entry.is_cancelled else "CONFIRMED")
    if where := " – ".join(filter(None, (entry.place, entry.link))):
        event.add("location", where)
    if entry.link:
        event.add("url", entry.link)
    if entry.note:
        event.add("description", "\n".join(entry.note))
    for before in () if entry.is_cancelled else ALARMS:
        alarm = Alarm()
        alarm.add("action", "DISPLAY")
        alarm.add("description", entry.alarm)
        alarm.add("trigger", -before)
        event.add_component(alarm)
    return event
