"""Sending what was confirmed, stopping it, and who did not get it."""

from dataclasses import replace
from datetime import datetime, time

from handlers.arguments import number
from handlers.channel_names import name_of
from handlers.conversation import Choice, InboxMessage, Say, Text, Turn, choice, say, text
from handlers.secretary.broadcast_target import lost, target
from handlers.secretary.broadcast_writing import mine
from journey.announcement import A_DAY, ONES_A_DAY, EnoughForToday, OneAtATime
from journey.segments import Who
from locales import announcing
from storage import audit, broadcast_recipients, broadcasts, people
from storage.broadcast_recipients import Unreached
from storage.broadcasts import Broadcast

PAGE = 12
"""Lines of those who did not get it; a name, a group and a reason each: under a message's 2,000 letters."""


async def send(message: InboxMessage, id_: str) -> Turn:
    """Let it leave, once: a second tap reads how far it is.

    Raises:
        OneAtATime, EnoughForToday
    """
    kept = await mine(message, id_)
    found = await target(message, str(kept.segment)) if kept is not None else None
    if kept is None or found is None:
        return lost()
    await people.hold(kept.author)  # of two that are confirmed at once one comes after the other
    if kept.state != "draft":
        return Turn(says=(await _now(message, kept),), step=None)
    await _check(message, kept)
    if not await broadcasts.change(kept.id, "draft", "running", message.now):
        return await show(message, id_)
    count = await broadcasts.address(kept, message.local)
    if not count:
        await broadcasts.change(kept.id, "running", "done", message.now)
        return Turn(says=(say("broadcast.nobody", who=found.words),), step=None)
    await _record(message, "announcement.sent", kept, people=count)
    opens_at = _opens_at(message, kept)
    await broadcasts.show(kept.id, announcing.state(0, opens_at))
    card = announcing.leaving(kept.id, sent=0, people=count, opens_at=opens_at)
    return Turn(says=(replace(card, fresh=True),), step=None, toast=text("broadcast.toast-sent"))


async def _check(message: InboxMessage, kept: Broadcast) -> None:
    is_one = kept.segment.who is Who.ONE
    midnight = datetime.combine(message.today, time(), message.zone)
    most = ONES_A_DAY if is_one else A_DAY
    if await broadcasts.sent_since(kept.author, midnight, to_one=is_one) >= most:
        raise EnoughForToday(most)
    if not is_one and await broadcasts.leaving(kept.author) is not None:
        raise OneAtATime


def _opens_at(message: InboxMessage, kept: Broadcast) -> datetime | None:
    """Return when it begins to leave, None when that is now."""
    local = message.local
    opens_at = message.hours(message.today).opens_at(local, kept.segment.audience)
    return None if opens_at <= local else opens_at


async def discard(message: InboxMessage, id_: str) -> Turn:
    """Forget a text that was not confirmed."""
    kept = await mine(message, id_)
    if kept is None:
        return lost()
    if not await broadcasts.discard(kept.id, kept.author):
        return await show(message, id_)
    menu = choice("menu.open", label="broadcast.do-menu")
    return Turn(says=(replace(say("broadcast.not-sent"), choices=((menu,),)),), step=None)


async def stop(message: InboxMessage, id_: str) -> Turn:
    """Let nothing more leave: what waits in the outbox is taken back."""
    kept = await mine(message, id_)
    if kept is None or kept.state == "draft":
        return lost()
    if not await broadcasts.change(kept.id, "running", "stopping", message.now):
        return await show(message, id_)
    count = await broadcast_recipients.take_back(kept.id)
    await _record(message, "announcement.stopped", kept, kept_back=count)
    return Turn(says=(await _stopping(kept),), step=None, toast=text("broadcast.toast-stopped"))


async def show(message: InboxMessage, id_: str) -> Turn:
    """Say how far it is."""
    kept = await mine(message, id_)
    if kept is None or kept.state == "draft":
        return lost()
    return Turn(says=(replace(await _now(message, kept), fresh=True),), step=None)


async def _now(message: InboxMessage, kept: Broadcast) -> Say:
    tally = await broadcasts.tally(kept.id)
    match kept.state:
        case "running":
            opens_at = _opens_at(message, kept)
            return announcing.leaving(kept.id, sent=tally.sent, people=tally.people, opens_at=opens_at)
        case "stopping":
            return await _stopping(kept)
        case _:
            missed = {str(why): n for why, n in tally.missed.items()}
            return announcing.ended(
                kept.id, is_stopped=kept.state == "stopped", sent=tally.sent, people=tally.people, missed=missed
            )


async def _stopping(kept: Broadcast) -> Say:
    """Say what is known at once; what is just being sent is settled by the job."""
    tally = await broadcasts.tally(kept.id)
    words = say("broadcast.stopping", sent=tally.sent, n=sum(tally.missed.values()))
    return replace(words, card=announcing.card(kept.id))


async def missed(message: InboxMessage, id_: str, page: str = "0") -> Turn:
    """List who did not get it, why, and on which channel a message would reach them now."""
    kept = await mine(message, id_)
    if kept is None or kept.state == "draft":
        return lost()
    there = sum((await broadcasts.tally(kept.id)).missed.values())
    first = (number(page, 9999) or 0) * PAGE
    first = first if first < there else 0
    found = await broadcast_recipients.unreached(kept.id, first=first, most=PAGE)
    rows: list[tuple[Choice, ...]] = []
    if any(each.channel for each in found) and kept.state in ("done", "stopped"):
        rows.append((choice("broadcast.again", kept.id, label="broadcast.do-again", style="good"),))
    if first + PAGE < there:
        rows.append((choice("broadcast.missed", kept.id, first // PAGE + 1, label="broadcast.do-more"),))
    rows.append((choice("broadcast.show", kept.id, label="broadcast.do-back"),))
    words = say("broadcast.list", n=there, lines=[_line(each) for each in found])
    return Turn(says=(replace(words, choices=tuple(rows), card="broadcast", fresh=True),), step=None)


def _line(each: Unreached) -> Text:
    why = text(f"broadcast.why-{each.why}")
    if not each.channel:
        return text("broadcast.line", name=each.name, place=each.place, why=why)
    channel = name_of(each.channel)
    return text("broadcast.line-reachable", name=each.name, place=each.place, why=why, channel=channel)


async def _record(message: InboxMessage, action: str, kept: Broadcast, **details: object) -> None:
    await audit.record(
        action,
        f"broadcast {kept.id}",
        actor=kept.author,
        chat=message.chat,
        now=message.now,
        segment=str(kept.segment),
        **details,
    )
