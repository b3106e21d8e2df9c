"""When and where, as people read it who plan to be there: "14:00 thứ Sáu, 16/07/2027"."""

from datetime import datetime, tzinfo

from locales.saying import Text


def moment(at: datetime, zone: tzinfo) -> Text:
    """Return the local time, weekday and day of `at` (aware)."""
    local = at.astimezone(zone)
    weekday = Text(f"sessions.day-{local.weekday()}")
    return Text("sessions.moment", {"time": local.strftime("%H:%M"), "weekday": weekday, "day": local.date()})


def where(place: str, link: str) -> Text | str:
    """Return the place, the address of an online room, both, or that it will be told."""
    if place and link:
        return Text("sessions.where-both", {"place": place, "link": link})
    return place or link or Text("sessions.where-later")
