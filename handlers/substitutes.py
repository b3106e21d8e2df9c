"""Substitutes: who decides while an officer is away, set by oneself or by the unit's secretary, ended early."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from handlers.arguments import number
from handlers.conversation import (
    Choice,
    Conversation,
    Data,
    InboxMessage,
    Kind,
    Say,
    Text,
    Turn,
    Urgency,
    choice,
    name_of,
    say,
    text,
)
from handlers.substitute_dates import first_days, last_days, read_choice, read_coming
from handlers.substitute_people import Officers, officers
from journey.refusal import Refused
from journey.substitutes import LONGEST_DAYS, Substitution, check
from storage import audit, people, substitutes

PAGE = 7
CARD = "substitutes"

_MENU = (choice("menu.open", label="substitutes.menu"),)
_BACK = (choice("substitutes.open", label="substitutes.back"),)


class OfficersOnly(Refused):
    """Whoever approves nothing needs no substitute."""


async def open_(message: InboxMessage, page: str = "0") -> Turn:
    """Show who stands in for whom, as far as it concerns this person, and what may be done.

    Raises:
        OfficersOnly
    """
    me, everyone = await _who(message)
    below = everyone.below(me)
    around = await substitutes.from_now(message.today, [me, *below])
    found = [each for each in around if everyone.concerns(me, each)]
    part, more = _page(len(found), page)
    shown = found[part]
    names = await people.names({person for each in shown for person in (each.absent, each.substitute)})
    rows = [(choice("substitutes.who", me, label="substitutes.do-mine", style="good"),)]
    rows += [(choice("substitutes.officers", label="substitutes.do-other"),)] if below else []
    rows += [
        (choice("substitutes.end", each.id, label="substitutes.do-end", name=name_of(names[each.substitute])),)
        for each in shown
    ]
    rows += [(choice("substitutes.open", more, label="substitutes.more"),)] if more else []
    lines = [_line(each, names) for each in shown] or [text("substitutes.none")]
    return Turn(says=(_card(say("substitutes.overview", lines=lines), *rows, _MENU),), step=None)


async def _who(message: InboxMessage) -> tuple[int, Officers]:
    assert message.person is not None
    everyone = await officers(message.today)
    if message.person.id not in everyone.posts:
        raise OfficersOnly
    return message.person.id, everyone


async def list_officers(message: InboxMessage, page: str = "0") -> Turn:
    """Let the secretary choose for whom.

    Raises:
        OfficersOnly
    """
    me, everyone = await _who(message)
    asked = say("substitutes.for-whom") if everyone.below(me) else say("substitutes.nobody-below")
    return await _people(asked, everyone.below(me), page, "substitutes.who", "substitutes.officers")


async def choose_who(message: InboxMessage, absent: str, page: str = "0") -> Turn:
    """Offer those who may stand in.

    Raises:
        OfficersOnly
    """
    me, everyone = await _who(message)
    away = _settable(me, everyone, absent)
    if away is None:
        return _lost()
    found = everyone.candidates(away)
    key = "substitutes.who" if found else "substitutes.nobody"
    asked = say(key, name=(await people.names([away]))[away])
    return await _people(asked, found, page, f"substitutes.from {away}", f"substitutes.who {away}")


async def _people(asked: Say, found: Sequence[int], page: str, action: str, again: str) -> Turn:
    part, more = _page(len(found), page)
    shown = found[part]
    names = await people.names(shown)
    rows = [(choice(action, each, label="substitutes.one", name=name_of(names[each])),) for each in shown]
    rows += [(choice(again, more, label="substitutes.more"),)] if more else []
    return Turn(says=(_card(asked, *rows, _BACK),), step=None)


async def choose_from(message: InboxMessage, absent: str, substitute: str) -> Turn:
    """Ask for the first day, with likely ones to choose from.

    Raises:
        OfficersOnly
    """
    pair = await _pair(message, absent, substitute)
    if pair is None:
        return _lost()
    names = await people.names(pair)
    asked = say("substitutes.from", name=names[pair[1]], first=names[pair[0]])
    days = first_days(message.today)
    rows = [(choice("substitutes.to", *pair, day, label="substitutes.day", day=day),) for day in days]
    return Turn(says=(_card(asked, *rows, _BACK),), step="from", data=_keeping(pair))


async def first_day(message: InboxMessage, data: Data) -> Turn:
    """Take the first day as it was written.

    Raises:
        OfficersOnly
    """
    day = _read(message)
    if day is None:
        return Turn(says=(say("substitutes.day-again", example=message.today),))
    absent, substitute = _kept(data)
    return await choose_to(message, absent, substitute, day.isoformat())


async def choose_to(message: InboxMessage, absent: str, substitute: str, first: str) -> Turn:
    """Ask for the last day, with likely ones to choose from.

    Raises:
        OfficersOnly
    """
    pair, begins = await _pair(message, absent, substitute), read_choice(first)
    if pair is None or begins is None:
        return _lost()
    names = await people.names(pair)
    asked = say("substitutes.to", name=names[pair[1]], first=names[pair[0]], day=begins, most=LONGEST_DAYS)
    rows = [
        (choice("substitutes.set", *pair, begins, day, label="substitutes.until", day=day),)
        for day in last_days(begins)
    ]
    return Turn(says=(_card(asked, *rows, _BACK),), step="to", data=_keeping(pair, first=begins.isoformat()))


async def last_day(message: InboxMessage, data: Data) -> Turn:
    """Take the last day as it was written, and set the substitute.

    Raises:
        OfficersOnly, and what `journey.substitutes.check` raises.
    """
    day = _read(message)
    if day is None:
        return Turn(says=(say("substitutes.day-again", example=message.today),))
    absent, substitute = _kept(data)
    return await set_(message, absent, substitute, str(data.get("first", "")), day.isoformat())


async def set_(message: InboxMessage, absent: str, substitute: str, first: str, last: str) -> Turn:
    """Set the substitute, and tell both.

    Raises:
        OfficersOnly, and what `journey.substitutes.check` raises.
    """
    assert message.person is not None
    pair, begins, ends = await _pair(message, absent, substitute), read_choice(first), read_choice(last)
    if pair is None or begins is None or ends is None:
        return _lost()
    for person in sorted(pair):  # two who name each other at the same moment come one after the other
        await people.hold(person)
    wanted = Substitution(0, *pair, begins, ends, message.person.id)
    check(wanted, await substitutes.between(begins, ends), message.today)
    wanted = replace(wanted, id=await substitutes.add(wanted, message.now))
    await _record("substitute.set", wanted, message)
    tells = await _tell("substitutes.told-set", wanted, message, to=(wanted.absent, wanted.substitute))
    return replace(await open_(message), toast=text("substitutes.toast-set"), tells=tells)


async def end(message: InboxMessage, id_: str) -> Turn:
    """End it before its last day, and tell both.

    Raises:
        OfficersOnly
    """
    me, everyone = await _who(message)
    known = await substitutes.get(number(id_) or 0)
    if known is None or known.to_on < message.today or not everyone.concerns(me, known):
        return _lost()
    if not await substitutes.end(known.id, message.now):
        return _lost()
    await _record("substitute.ended", known, message)
    told = (known.absent, known.substitute, known.set_by or known.absent)
    tells = await _tell("substitutes.told-ended", known, message, to=told)
    return replace(await open_(message), toast=text("substitutes.toast-ended"), tells=tells)


async def _pair(message: InboxMessage, absent: str, substitute: str) -> tuple[int, int] | None:
    """Return (who is away, who stands in), None where this person may not set it or the other may not be one."""
    me, everyone = await _who(message)
    away, stands_in = _settable(me, everyone, absent), number(substitute)
    if away is None or stands_in is None or stands_in not in everyone.candidates(away):
        return None
    return away, stands_in


def _settable(me: int, everyone: Officers, raw: str) -> int | None:
    absent = number(raw)
    return absent if absent is not None and everyone.may_set(me, absent) else None


def _read(message: InboxMessage) -> date | None:
    return read_coming(message.text, message.today) if message.kind is Kind.TEXT else None


def _kept(data: Data) -> tuple[str, str]:
    return str(data.get("absent", "")), str(data.get("substitute", ""))


def _keeping(pair: tuple[int, int], **more: str) -> Data:
    return {"absent": pair[0], "substitute": pair[1], **more}


async def _record(action: str, each: Substitution, message: InboxMessage) -> None:
    assert message.person is not None
    await audit.record(
        action,
        f"person {each.absent}",
        actor=message.person.id,
        chat=message.chat,
        now=message.now,
        substitute=each.substitute,
        from_on=each.from_on.isoformat(),
        to_on=each.to_on.isoformat(),
    )


async def _tell(key: str, each: Substitution, message: InboxMessage, to: Sequence[int]) -> tuple[tuple[int, Say], ...]:
    """Return the news for those of `to` who did not do it themselves; a substitute may say no."""
    assert message.person is not None
    names = await people.names({each.absent, each.substitute, message.person.id})
    said = say(key, line=_line(each, names), by=names[message.person.id])
    queue = (choice("reviews.open", label="substitutes.do-queue"),)
    decline = (choice("substitutes.end", each.id, label="substitutes.do-decline"),)
    is_set = key == "substitutes.told-set"
    return tuple(
        (
            person,
            replace(
                said,
                choices=(queue, decline) if is_set and person == each.substitute else (),
                urgency=Urgency.NEWS,
                must_arrive=True,
            ),
        )
        for person in dict.fromkeys(to)
        if person != message.person.id
    )


def _line(each: Substitution, names: Mapping[int, str]) -> Text:
    return text(
        "substitutes.line",
        name=names.get(each.substitute, "–"),
        first=names.get(each.absent, "–"),
        begins=each.from_on,
        ends=each.to_on,
    )


def _page(count: int, raw: str) -> tuple[slice, int]:
    """Return which of `count` things a page shows, and the number of the next one; 0 when there is none."""
    at = number(raw, 999) or 0
    at = at if at * PAGE < count else 0
    return slice(at * PAGE, (at + 1) * PAGE), at + 1 if (at + 1) * PAGE < count else 0


def _card(said: Say, *rows: tuple[Choice, ...]) -> Say:
    return replace(said, choices=rows, card=CARD, fresh=True)


def _lost() -> Turn:
    """Answer a choice that is old, or was never this person's."""
    return Turn(says=(replace(say("substitutes.not-there"), choices=(_BACK,)),), step=None)


SUBSTITUTES = Conversation(
    "substitutes",
    command="/duyetthay",
    open_=open_,
    steps={"from": first_day, "to": last_day},
    actions={
        "open": open_,
        "officers": list_officers,
        "who": choose_who,
        "from": choose_from,
        "to": choose_to,
        "set": set_,
        "end": end,
    },
)
