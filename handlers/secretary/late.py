"""Opening the registration for one member: who joined late, who was long away."""

from calendar import monthrange
from dataclasses import replace
from datetime import date, timedelta

from handlers.conversation import Choice, Data, InboxMessage, Kind, Say, Turn, Urgency, choice, say, text
from handlers.member.evidence_dates import read_date
from handlers.secretary.keeping import Kept, find, lost, secretary
from handlers.secretary.member import card_of, member_card, told
from storage import audit, enrolments, people

WHY = ("joined", "away", "other")
"""The ready reasons, by the end of their key."""

DAYS = (7, 14, 30)
"""How long it is likely to be opened for."""


async def late(message: InboxMessage, member: str) -> Turn:
    """Ask why."""
    kept = await find(message, member)
    if kept is None:
        return lost()
    if message.today.year > kept.now.season.year:
        return Turn(says=(replace(say("secretary.late-over"), choices=(_back(kept),)),), step=None)
    words = say("secretary.ask-late-why", name=kept.member.full_name)
    rows = [(choice("secretary.until", kept.member.id, why, label=f"secretary.late-{why}"),) for why in WHY]
    return Turn(says=(_card(words, kept, *rows),), step=None)


async def until(message: InboxMessage, member: str, why: str) -> Turn:
    """Ask until when."""
    kept = await find(message, member)
    if kept is None or why not in WHY:
        return lost()
    return _asking(message, kept, why)


def _asking(message: InboxMessage, kept: Kept, why: str) -> Turn:
    ends = [message.today + timedelta(days=days) for days in DAYS]
    rows = [
        (choice("secretary.sure", kept.member.id, why, day.isoformat(), label="secretary.late-until", day=day),)
        for day in ends
        if day <= _last(kept)
    ]
    words = say("secretary.ask-late-until", name=kept.member.full_name, last=_last(kept))
    return Turn(says=(_card(words, kept, *rows),), step="day", data={"member": kept.member.id, "why": why})


def _last(kept: Kept) -> date:
    """Return the last day of the season's year."""
    year = kept.now.season.year
    return date(year, 12, monthrange(year, 12)[1])


async def day(message: InboxMessage, data: Data) -> Turn:
    """Take the day that was typed."""
    kept = await find(message, str(data.get("member", "")))
    if kept is None:
        return lost()
    why = str(data.get("why"))
    written = message.text if message.kind is Kind.TEXT and any(map(str.isdigit, message.text)) else ""
    typed = read_date(written, _last(kept))  # a day without its year is this season's
    if typed is None or not message.today <= typed <= _last(kept):
        return _asking(message, kept, why)
    return _summary(kept, why, typed)


async def sure(message: InboxMessage, member: str, why: str, until: str) -> Turn:
    """Show what is about to be opened."""
    kept, ends = await find(message, member), _day(until)
    if kept is None or why not in WHY or ends is None:
        return lost()
    return _summary(kept, why, ends)


def _summary(kept: Kept, why: str, ends: date) -> Turn:
    words = say("secretary.late-summary", name=kept.member.full_name, day=ends, why=text(f"secretary.late-why-{why}"))
    args = (kept.member.id, why, ends.isoformat())
    rows = (choice("secretary.open_for", *args, label="secretary.do-open-for", style="good"),)
    other = (choice("secretary.until", kept.member.id, why, label="secretary.do-other-day"),)
    return Turn(says=(_card(words, kept, rows, other),), step=None)


async def open_for(message: InboxMessage, member: str, why: str, until: str) -> Turn:
    """Open it, unless somebody opened it for as long before."""
    kept, ends = await find(message, member), _day(until)
    if kept is None or why not in WHY or ends is None or not message.today <= ends <= _last(kept):
        return lost()
    enrolment = kept.now.enrolment
    if not await enrolments.open_for_one(enrolment.id, ends, by=secretary(message).id):
        return await _overtaken(kept)
    await audit.record(
        "enrolment.opened",
        f"enrolment {enrolment.id}",
        actor=secretary(message).id,
        chat=message.chat,
        now=message.now,
        until=ends.isoformat(),
        why=why,
    )
    news = say(
        "secretary.told-open",
        name=secretary(message).full_name,
        year=str(kept.now.season.year),
        day=ends,
        why=text(f"secretary.late-why-{why}"),
    )
    news = replace(news, urgency=Urgency.NEWS, must_arrive=True)
    id_, news = told(news, kept)
    register = choice("registration.open", label="secretary.do-register", style="good")
    kept = await find(message, member) or kept
    shown = member_card(kept, message)
    return Turn(says=(shown,), step=None, tells=((id_, replace(news, choices=((register,),))),), toast=_OPENED)


_OPENED = text("secretary.toast-opened")


async def _overtaken(kept: Kept) -> Turn:
    """Say until when it is open, and who opened it."""
    enrolment = await enrolments.get(kept.now.enrolment.id)
    names = await people.names([enrolment.opened_by] if enrolment.opened_by else [])
    words = say("secretary.late-already", name=names.get(enrolment.opened_by or 0, "–"), day=enrolment.open_until)
    return Turn(says=(replace(words, choices=(_back(kept),)),), step=None)


def _day(raw: str) -> date | None:
    try:
        return date.fromisoformat(raw)
    except ValueError:
        return None


def _back(kept: Kept) -> tuple[Choice, ...]:
    return (choice("secretary.member", kept.member.id, label="secretary.do-member"),)


def _card(words: Say, kept: Kept, *rows: tuple[Choice, ...]) -> Say:
    return replace(words, choices=(*rows, _back(kept)), card=card_of(kept), fresh=True)
