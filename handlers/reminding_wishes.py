"""How a person wants to be reminded: of what, in which hours, how often, or not for a while."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import time, timedelta
from typing import Final

from handlers.arguments import number
from handlers.conversation import InboxMessage, Say, Text, Turn, choice, say, text
from journey.people import Role
from journey.person import Person
from journey.reminders import KINDS, Kind
from journey.sending_hours import Audience, Own
from storage import reminder_wishes, reminders

CARD = "reminding"
BACK = (choice("reminding.open", label="reminding.back"),)

PAGE = 7

HOURS: Final[Mapping[str, Own]] = {
    "morning": Own(time(8), time(11, 30)),
    "afternoon": Own(time(13, 30), time(17, 30)),
    "evening": Own(time(17, 30), time(20, 30)),
}
"""What is offered; the house's own hours are kept within them."""

FEWER: Final = (1, 2)
"""Days a week that are offered beside the house's number."""

DAYS: Final = (3, 7, 14)
"""How long a pause is offered to last."""


async def overview(message: InboxMessage) -> Say:
    """Return the card that says how this person is reminded."""
    assert message.person is not None
    wishes = await reminder_wishes.of_person(message.person.id)
    paused = wishes.paused_until is not None and wishes.paused_until >= message.today
    week = wishes.days_a_week(message.hours(message.today).a_week)
    lines = [_hours(wishes.own), text("reminding.set-week", n=week)]
    lines += [text("reminding.off", kind=kind_of(kind)) for kind in _kinds(message.person) if kind in wishes.muted]
    lines += [text("reminding.paused", day=wishes.paused_until)] if paused else []
    shown = say("reminding.overview", lines=lines)
    rows = (
        (choice("reminding.upcoming", label="reminding.do-upcoming", style="good"),),
        (choice("reminding.hours", label="reminding.do-hours"), choice("reminding.week", label="reminding.do-week")),
        (choice("reminding.kinds", label="reminding.do-choose"),),
        (choice("reminding.resume", label="reminding.do-resume"),)
        if paused
        else (choice("reminding.pause", label="reminding.do-pause"),),
        (choice("menu.open", label="reminding.menu"),),
    )
    return replace(shown, choices=rows, card=CARD, fresh=True)


def _hours(own: Own | None) -> Text:
    if own is None:
        return text("reminding.set-house")
    return text("reminding.set-own", opens=f"{own.opens:%H:%M}", closes=f"{own.closes:%H:%M}")


def kind_of(kind: Kind) -> Text:
    """Return what a kind of reminder is called."""
    return text(f"reminding.kind-{kind}")


def _kinds(person: Person) -> list[Kind]:
    """Return the kinds that `person` may be reminded of, the heaviest first."""
    audiences = {Audience.MEMBER if role is Role.MEMBER else Audience.OFFICER for role in person.roles()}
    return [kind for kind, manner in KINDS.items() if manner.audience in audiences]


async def list_kinds(message: InboxMessage, page: str = "0") -> Turn:
    """Show every kind, to be turned off or on again."""
    assert message.person is not None
    wishes = await reminder_wishes.of_person(message.person.id)
    found, at = _kinds(message.person), number(page, 99) or 0
    part = found[at * PAGE : (at + 1) * PAGE] or found[:PAGE]
    rows = [
        (choice("reminding.unmute", kind, label="reminding.kind-off", kind=kind_of(kind)),)
        if kind in wishes.muted
        else (choice("reminding.mute", kind, label="reminding.kind-on", kind=kind_of(kind)),)
        for kind in part
    ]
    rows += [(choice("reminding.kinds", at + 1, label="reminding.more"),)] if part[-1:] != found[-1:] else []
    return Turn(says=(replace(say("reminding.kinds"), choices=(*rows, BACK), card=CARD),), step=None)


async def mute(message: InboxMessage, kind: str) -> Turn:
    """Remind of this kind no more; the way back is below."""
    if kind not in set(Kind):
        return await list_kinds(message)
    assert message.person is not None
    await reminder_wishes.mute(message.person.id, Kind(kind))
    back = choice("reminding.unmute", kind, label="reminding.do-unmute")
    done = say("reminding.muted", kind=kind_of(Kind(kind)))
    return Turn(
        says=(
            replace(
                done, choices=((back,), (choice("reminding.kinds", label="reminding.do-choose"),), BACK), card=CARD
            ),
        ),
        step=None,
        toast=text("reminding.toast"),
    )


async def unmute(message: InboxMessage, kind: str) -> Turn:
    """Remind of this kind again."""
    assert message.person is not None
    if kind in set(Kind):
        await reminder_wishes.unmute(message.person.id, Kind(kind))
    return replace(await list_kinds(message), toast=text("reminding.toast"))


async def hours(message: InboxMessage, named: str = "") -> Turn:
    """Offer hours; with one `named`, keep to it."""
    if named in HOURS or named == "house":
        assert message.person is not None
        await reminder_wishes.keep_hours(message.person.id, HOURS.get(named))
        return await _done(message)
    rows = [
        (
            choice(
                "reminding.hours",
                name,
                label=f"reminding.hours-{name}",
                opens=f"{own.opens:%H:%M}",
                closes=f"{own.closes:%H:%M}",
            ),
        )
        for name, own in HOURS.items()
    ]
    house = (choice("reminding.hours", "house", label="reminding.do-house"),)
    return Turn(says=(replace(say("reminding.ask-hours"), choices=(*rows, house, BACK), card=CARD),), step=None)


async def week(message: InboxMessage, days: str = "") -> Turn:
    """Offer how many days a week; with a number, keep to it."""
    if days == "house" or number(days) in FEWER:
        assert message.person is not None
        await reminder_wishes.keep_budget(message.person.id, number(days))
        return await _done(message)
    rows = [(choice("reminding.week", n, label="reminding.days-a-week", n=n),) for n in FEWER]
    house = (choice("reminding.week", "house", label="reminding.do-house"),)
    return Turn(says=(replace(say("reminding.ask-week"), choices=(*rows, house, BACK), card=CARD),), step=None)


async def pause(message: InboxMessage, days: str = "") -> Turn:
    """Offer how long nothing is to come; with a number of days, begin."""
    if (chosen := number(days)) in DAYS:
        assert message.person is not None
        assert chosen is not None
        await reminder_wishes.pause(message.person.id, message.today + timedelta(days=chosen - 1))
        return await _done(message)
    rows = [(choice("reminding.pause", n, label="reminding.days", n=n),) for n in DAYS]
    asked = replace(say("reminding.ask-pause"), choices=(*rows, BACK), card=CARD, asks_number=True)
    return Turn(says=(asked,), step=None)


async def resume(message: InboxMessage) -> Turn:
    """End the pause."""
    assert message.person is not None
    await reminder_wishes.pause(message.person.id, None)
    return await _done(message)


async def _done(message: InboxMessage) -> Turn:
    """Decide anew of what waits, and show how it is now."""
    assert message.person is not None
    await reminders.look_again(message.person.id, message.now)
    return Turn(says=(replace(await overview(message), fresh=False),), step=None, toast=text("reminding.toast"))
