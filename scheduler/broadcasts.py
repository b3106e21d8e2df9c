"""Lets what officers wrote to many leave: a portion at a time, in the hours, to whom it still is for."""

from collections.abc import Collection
from datetime import UTC, datetime, timedelta

from journey.announcement import TOO_LATE, Announcement
from journey.sending_hours import Own
from locales import announcing
from locales.saying import Say, Text, Urgency
from scheduler.desk import Desk
from storage import broadcast_recipients, broadcasts, chats, consents, people, reach, reminder_wishes, segments
from storage.broadcasts import Broadcast, Missed, Tally
from storage.chats import Chat

CRON = "* * * * *"
MISFIRE = timedelta(minutes=5)

PORTION = 250
"""People a transaction lays it out for: some tens of milliseconds on either database."""

IN_HAND = 1500
"""Rows of one broadcast in the outbox: what a bot says until the next tick (25 a second), and no more to take back."""

SETTLED = 1000
"""Rows of the outbox whose fate a transaction notes."""


async def run(now: datetime, desk: Desk) -> int:
    """Note what left, lay out the next portion, show the author how far it is; return how many rows that was."""
    for each in await broadcasts.active():
        if count := await _step(each, now, desk):
            return count
    return 0


async def next_due(now: datetime, desk: Desk) -> datetime | None:
    """Return when the next of what was confirmed may leave."""
    local = now.astimezone(desk.zone)
    opens = [desk.sending.opens_at(local, each.segment.audience) for each in await broadcasts.active()]
    return min(opens).astimezone(UTC) if opens else None


async def _step(each: Broadcast, now: datetime, desk: Desk) -> int:
    return (
        await broadcast_recipients.settle(each.id, SETTLED)
        or await _lay_out(each, now.astimezone(desk.zone), desk)
        or await _show(each, now, desk)
    )


async def _lay_out(each: Broadcast, local: datetime, desk: Desk) -> int:
    """Owe it to the next portion of people."""
    if each.state != "running" or desk.sending.closes_at(local, each.segment.audience) is None:
        return 0
    if await broadcast_recipients.in_hand(each.id) >= IN_HAND or not await broadcasts.hold(each.id):
        return 0
    waiting = dict(await broadcast_recipients.waiting(each.id, PORTION))
    if not waiting:
        return 0
    if local > _begins_at(each, desk) + TOO_LATE:
        await broadcast_recipients.miss(each.id, waiting, Missed.LATE)
        return len(waiting)
    reached = await _reached(each, waiting, local, desk)
    wishes = await reminder_wishes.of_people(reached)
    names = await people.names([each.author])
    said = announcing.words(Announcement(each.text, names[each.author], each.role, each.place, each.segment.who))
    for person, chat in reached.items():
        own = wishes[person].own if person in wishes else None
        key = broadcast_recipients.key_of(each.id, person, waiting[person])
        desk.owe(chat.chat, chat.language, _say(said, key, each, local, own, desk), f"broadcast {each.id}")
    await broadcast_recipients.queued(each.id, reached)
    return len(waiting)


def _begins_at(each: Broadcast, desk: Desk) -> datetime:
    """Return from when on it might have left."""
    assert each.confirmed_at is not None
    return desk.sending.opens_at(each.confirmed_at.astimezone(desk.zone), each.segment.audience)


async def _reached(each: Broadcast, waiting: Collection[int], local: datetime, desk: Desk) -> dict[int, Chat]:
    """Return the chats of those it still is for and reaches; note of the others why it does not."""
    still = await segments.still(each.segment, local, waiting)
    withdrawn = await consents.withdrawn(waiting)
    found = await reach.people(waiting, desk.allowed, local, Urgency.REMINDER.value)
    joined = await chats.joined(waiting)
    why: dict[Missed, list[int]] = {}
    for person in waiting:
        if person in withdrawn:
            why.setdefault(Missed.WITHDRAWN, []).append(person)
        elif person not in still:
            why.setdefault(Missed.GONE, []).append(person)
        elif person not in found:
            why.setdefault(Missed.BLOCKED if person in joined else Missed.NOT_JOINED, []).append(person)
        elif not found[person].is_open:
            why.setdefault(Missed(found[person].why), []).append(person)
            desk.unreached[person] = found[person].why
    for reason, missed in why.items():
        await broadcast_recipients.miss(each.id, missed, reason)
    left_out = {person for missed in why.values() for person in missed}
    return {person: found[person].chat for person in waiting if person not in left_out}


def _say(said: Text, key: str, each: Broadcast, local: datetime, own: Own | None, desk: Desk) -> Say:
    """Return it for one person, in the hours they asked for; unsent when those end it is laid out again."""
    audience = each.segment.audience
    opens_at = desk.sending.opens_at(local, audience, own)
    closes_at = desk.sending.closes_at(opens_at, audience, own)
    assert closes_at is not None  # they have just opened
    return Say(
        said,
        urgency=Urgency.REMINDER,
        must_arrive=True,
        key=key,
        after=opens_at - local,
        within=closes_at - opens_at,
    )


async def _show(each: Broadcast, now: datetime, desk: Desk) -> int:
    """Show the author how far it is when that has changed, and end what nobody else is to get."""
    tally = await broadcasts.tally(each.id)
    after = {"running": "done", "stopping": "stopped"}[each.state]
    if not tally.left and await broadcasts.change(each.id, each.state, after, now):
        await _owe(each, after, _ended(each, after, tally), desk)
        return 1
    if each.state == "stopping":
        return 0
    local = now.astimezone(desk.zone)
    opens_at = desk.sending.opens_at(local, each.segment.audience)
    later = opens_at if opens_at > local else None
    shown = announcing.state(tally.sent, later)
    if shown == each.shown:
        return 0
    await broadcasts.show(each.id, shown)
    await _owe(each, shown, announcing.leaving(each.id, sent=tally.sent, people=tally.people, opens_at=later), desk)
    return 1


def _ended(each: Broadcast, state: str, tally: Tally) -> Say:
    missed = {str(why): n for why, n in tally.missed.items()}
    is_stopped = state == "stopped"
    return announcing.ended(each.id, is_stopped=is_stopped, sent=tally.sent, people=tally.people, missed=missed)


async def _owe(each: Broadcast, shown: str, say: Say, desk: Desk) -> None:
    """Have the card said where the text was written, or where its author is reached now."""
    found = (await chats.of_people([each.author])).get(each.author, [])
    chat = next((one for one in found if one.chat == each.chat), next(iter(found), None))
    if chat is not None:
        say = Say(say.text, say.choices, card=say.card, key=f"{say.card}:{shown}", urgency=Urgency.NEWS)
        desk.owe(chat.chat, chat.language, say, f"broadcast {each.id} {shown}")
