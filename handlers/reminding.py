"""Reminders: what comes next, reminding later, and how this person wants to be reminded."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta

from handlers import reminding_wishes
from handlers.conversation import Choice, Conversation, InboxMessage, Text, Turn, choice, say, text
from handlers.reminding_wishes import BACK, CARD, kind_of, overview
from handlers.substitute_dates import read_choice
from journey.reminders import KINDS, Kind
from journey.reminding import Wishes
from journey.sending_hours import Audience
from locales.texts import Day
from storage import reminder_wishes, reminders
from storage.reminders import Reminder

MOST = 12
"""Lines of a list; nobody reads more on a phone."""

EVENING = time(19)
"""When people are at home and still awake (DOMAIN 5)."""

A_DAY = timedelta(days=1)


async def open_(message: InboxMessage, *_args: str) -> Turn:
    """Show how this person is reminded, and what can be set."""
    return Turn(says=(await overview(message),), step=None)


async def upcoming(message: InboxMessage) -> Turn:
    """Show what this person is going to be reminded of, the earliest first."""
    assert message.person is not None
    muted = (await reminder_wishes.of_person(message.person.id)).muted
    found = [each for each in await reminders.coming(message.person.id, message.now) if each.kind not in muted]
    lines = [text("reminding.on", day=Day(max(each.due_at, message.now)), what=_what(each)) for each in found[:MOST]]
    return _list("coming", lines, len(found) - MOST)


async def told(message: InboxMessage, day: str) -> Turn:
    """Show all of what the message of `day` was about; what could be done from there can be done from here."""
    found = await _of_day(message, day)
    lines = [text("reminding.line", line=_what(each)) for each in found[:MOST]]
    again = (
        choice("reminding.later", day, label="reminding.do-later"),
        choice("reminding.kinds", label="reminding.do-kinds"),
    )
    return _list("told", lines, len(found) - MOST, *((again,) if found else ()))


def _list(key: str, lines: Sequence[Text], more: int, *rows: tuple[Choice, ...]) -> Turn:
    rest = text("reminding.rest", n=more) if more > 0 else ""
    shown = say(f"reminding.{key}", lines=lines, rest=rest) if lines else say(f"reminding.{key}-none")
    return Turn(says=(replace(shown, choices=(*rows, BACK), card=CARD, fresh=True),), step=None)


def _what(each: Reminder) -> Text:
    kind = kind_of(Kind(each.kind))
    return text("reminding.of-task", kind=kind, task=each.task) if each.task else kind


async def later(message: InboxMessage, day: str) -> Turn:
    """Ask when to be reminded again of what the message of `day` was about."""
    moments = await _moments(message, await _of_day(message, day))
    rows = tuple(
        (choice("reminding.put-off", day, when, label=f"reminding.do-{when}", at=min(again.values())),)
        for when, again in moments.items()
        if again
    )
    asked = say("reminding.ask-later") if rows else say("reminding.no-later")
    return Turn(says=(replace(asked, choices=(*rows, BACK), card=CARD, fresh=True),), step=None)


async def put_off(message: InboxMessage, day: str, when: str) -> Turn:
    """Remind again of all that can wait so long."""
    assert message.person is not None
    found = await _of_day(message, day)
    again = (await _moments(message, found)).get(when, {})
    if not again or not await reminders.put_off(message.person.id, again):
        return Turn(says=(replace(say("reminding.no-later"), choices=(BACK,), card=CARD),), step=None)
    done = say("reminding.put-off", n=len(again), at=min(again.values()))
    return Turn(says=(replace(done, choices=(BACK,), card=CARD),), step=None, toast=text("reminding.toast"))


async def _of_day(message: InboxMessage, day: str) -> list[Reminder]:
    """Return what this person was reminded of on `day`, the heaviest first; a choice may be forged."""
    on = read_choice(day)
    if on is None or message.person is None:
        return []
    found = await reminders.told_to(message.person.id, on)
    return sorted(found, key=lambda each: -KINDS[Kind(each.kind)].weight)


async def _moments(message: InboxMessage, found: Sequence[Reminder]) -> dict[str, dict[int, datetime]]:
    """Return by choice when each reminder (by id) would come again, of those that still hold then."""
    assert message.person is not None
    wishes = await reminder_wishes.of_person(message.person.id)
    monday = message.today + timedelta(days=7 - message.today.weekday())
    evening = _local(message, message.today, EVENING)
    nominal = {
        "tonight": evening if evening > message.now else None,
        "tomorrow": _local(message, message.today + A_DAY),
        "next-week": _local(message, monday) if monday > message.today + A_DAY else None,
    }
    return {when: _again(message, found, wishes, since, when) for when, since in nominal.items() if since}


def _again(
    message: InboxMessage, found: Sequence[Reminder], wishes: Wishes, since: datetime, when: str
) -> dict[int, datetime]:
    hours = message.hours(message.today)
    opens = {who: hours.opens_at(since, who, wishes.own) for who in Audience}
    at = {each.id: opens[KINDS[Kind(each.kind)].audience] for each in found}
    return {
        each.id: at[each.id]
        for each in found
        if at[each.id] < each.expires_at and (when != "tonight" or at[each.id].date() == message.today)
    }


def _local(message: InboxMessage, day: date, hour: time = time()) -> datetime:
    return datetime.combine(day, hour, message.zone)


REMINDING = Conversation(
    "reminding",
    command="/nhacviec",
    open_=open_,
    actions={
        "open": open_,
        "upcoming": upcoming,
        "told": told,
        "later": later,
        "put-off": put_off,
        "kinds": reminding_wishes.list_kinds,
        "mute": reminding_wishes.mute,
        "unmute": reminding_wishes.unmute,
        "hours": reminding_wishes.hours,
        "week": reminding_wishes.week,
        "pause": reminding_wishes.pause,
        "resume": reminding_wishes.resume,
    },
)
