"""When the week comes by itself: the day, the hour, or not at all."""

from dataclasses import replace

from handlers.arguments import number
from handlers.conversation import InboxMessage, Text, Turn, choice, say, text
from handlers.digest_asking import not_there, officer, refused
from journey.digest import ALWAYS
from journey.digest_time import HOURS, WEEKDAYS, Choice
from journey.person import Person
from storage import digests


async def when(message: InboxMessage) -> Turn:
    """Say when it comes now, and offer the days."""
    person = officer(message)
    if person is None:
        return refused("digest.not-for-you")
    days = tuple(choice("digest.day", each, label="digest.do-weekday", weekday=_weekday(each)) for each in WEEKDAYS)
    rows = (days[:3], (*days[3:], choice("digest.off", label="digest.do-off", style="bad")))
    words = say("digest.when", now=_now(await _chosen(person)))
    back = (choice("digest.open", label="digest.do-back"),)
    return Turn(says=(replace(words, choices=(*rows, back), asks_number=True),), step=None)  # "2" is Monday, too


async def day(message: InboxMessage, weekday: str) -> Turn:
    """Offer the hours of a day."""
    if officer(message) is None:
        return refused("digest.not-for-you")
    chosen = number(weekday)
    if chosen is None or chosen not in WEEKDAYS:
        return not_there()
    hours = tuple(choice("digest.at", chosen, each, label="digest.hour", hour=str(each)) for each in HOURS)
    rows = tuple(hours[start : start + 3] for start in range(0, len(hours), 3))
    words = say("digest.when-hour", weekday=_weekday(chosen))
    return Turn(says=(replace(words, choices=rows, asks_number=True),), step=None)


async def choose(message: InboxMessage, weekday: str, hour: str) -> Turn:
    """Keep the day and the hour; what was off is on again."""
    person = officer(message)
    if person is None:
        return refused("digest.not-for-you")
    day_, hour_ = number(weekday), number(hour)
    if day_ is None or hour_ is None or day_ not in WEEKDAYS or hour_ not in HOURS:
        return not_there()
    chosen = Choice(True, day_, hour_)
    await digests.choose(person.id, chosen, message.now)
    words = say("digest.set", hour=str(chosen.hour), weekday=_weekday(chosen.weekday))
    return Turn(says=(replace(words, choices=_AFTER),), step=None)


async def off(message: InboxMessage) -> Turn:
    """Send none any more; the words still show it."""
    person = officer(message)
    if person is None:
        return refused("digest.not-for-you")
    await digests.choose(person.id, replace(await _chosen(person), is_on=False), message.now)
    return Turn(says=(replace(say("digest.off"), choices=_AFTER),), step=None)


_AFTER = ((choice("digest.open", label="digest.do-open"),), (choice("digest.when", label="digest.do-when"),))


async def _chosen(person: Person) -> Choice:
    """Return what holds for an officer: secretaries get it unless they do not want it."""
    return await digests.choice(person.id) or Choice(is_on=person.has(*ALWAYS))


def _now(chosen: Choice) -> Text:
    if not chosen.is_on:
        return text("digest.when-off")
    return text("digest.when-on", hour=str(chosen.hour), weekday=_weekday(chosen.weekday))


def _weekday(day: int) -> Text:
    return text(f"digest.weekday-{day}")
