"""The page with a session's list to tick: what it shows, and ticking there, by the rules of the list in the chat."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from handlers.attendance.asked import count_and_tell
from handlers.attendance.case import Case, find
from handlers.attendance.counting import take_back
from handlers.attendance.listing import closed, way_now
from handlers.conversation import InboxMessage, Kind, Text
from handlers.pages.opening import Shut, shut
from handlers.review_asking import Tells
from journey.attendance import State, may_untick
from journey.sessions import SessionCancelled
from storage import attendance, chats, links, people
from storage.attendance import Attendee, Sums
from storage.links import StoredLink

MOST = 500
"""Names of one page; whoever stands further down is looked for by name."""

_GONE = Shut("attend-gone")


@dataclass(frozen=True, slots=True)
class Line:
    """One name: `may_change` says whether a tick here counts them, or takes a tick of one's own of just now back."""

    attendee: Attendee
    is_in: bool
    may_change: bool


@dataclass(frozen=True, slots=True)
class Listed:
    """The list as it stands; `why` says why nobody can be ticked now, None while they can."""

    case: Case
    lines: tuple[Line, ...]
    sums: Sums
    why: Text | None

    @property
    def more(self) -> int:
        """Return how many lines of the whole list are not shown."""
        return max(0, self.sums.lines - len(self.lines))


@dataclass(frozen=True, slots=True)
class Ticks:
    """What was sent: who was ticked, and who was ticked when the page was shown, of those that could be changed."""

    now: frozenset[int]
    before: frozenset[int]
    shown: frozenset[int]


@dataclass(frozen=True, slots=True)
class Done:
    """What came of it: how many were counted, and how many taken back."""

    counted: int
    taken_back: int


async def opened(link: StoredLink, now: datetime, today: date, zone: ZoneInfo, named: str = "") -> Listed | Shut:
    """Return the list behind a link at `now` (UTC), `today` (local); `named` (folded) is looked for in the names."""
    found = await _case(link, now, today, zone)
    if isinstance(found, Shut):
        return found
    case, message = found
    shown = await attendance.page(case.session.id, today, first=0, most=MOST, named=named)
    records = await attendance.of_people(case.session.id, [each.person for each in shown])
    stopped = await closed(case, message)
    lines = []
    for each in shown:
        record = records.get(each.person)
        is_in = each.state == State.COUNTED
        own = record is not None and may_untick(record.by, record.at, person=case.person.id, now=now)
        may = each.person != case.person.id and stopped is None and (own if is_in else True)
        lines.append(Line(each, is_in, may))
    sums = await attendance.counted(case.session.id, today)
    return Listed(case, tuple(lines), sums, stopped.says[0].text if stopped else None)


async def tick(id_: int, ticks: Ticks, now: datetime, today: date, zone: ZoneInfo) -> tuple[Done | Shut, Tells]:
    """Count whom `ticks` adds and take back whom they take out, as far as that may be; runs in a transaction.

    What somebody else changed since the page was shown stays as it is.
    """
    link = await links.get(id_)
    if link is None:
        return _GONE, ()
    found = shut(link, now) or await _case(link, now, today, zone)
    if isinstance(found, Shut):
        return found, ()
    case, message = found
    if await closed(case, message) is not None:
        return Done(0, 0), ()
    listed = {each.person for each in await attendance.everybody(case.session.id, today)} - {case.person.id}
    added = (ticks.now - ticks.before) & ticks.shown & listed
    try:
        way = await way_now(case)
        new, tells = await count_and_tell(case.session, sorted(added), way, message) if added else ([], ())
    except SessionCancelled:
        return Done(0, 0), ()
    out = await _take_back((ticks.before - ticks.now) & ticks.shown & listed, case, message)
    return Done(len(new), out), tells


async def _take_back(whom: Collection[int], case: Case, message: InboxMessage) -> int:
    """Take back one's own ticks of just now; anything else needs a reason, which the chat asks for."""
    records = await attendance.of_people(case.session.id, whom)
    mine = [
        each
        for each in records.values()
        if each.state == State.COUNTED and may_untick(each.by, each.at, person=case.person.id, now=message.now)
    ]
    return sum([await take_back(each, message, by=case.person.id) for each in mine])


async def _case(link: StoredLink, now: datetime, today: date, zone: ZoneInfo) -> tuple[Case, InboxMessage] | Shut:
    """Return the session, while whom the link serves runs it and is in a chat, and them as the trail names them."""
    if link.person is None or link.session is None or not await chats.is_anywhere(link.person):
        return _GONE
    organiser = await people.get(link.person, today)
    message = InboxMessage(f"page:{link.id}", Kind.CHOICE, now=now, today=today, person=organiser, zone=zone)
    case = await find(message, str(link.session))
    return (case, message) if case is not None else _GONE
