"""The organiser's list in the chat: names to tick and untick, all at once but some, and back again."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import count

from handlers.arguments import number
from handlers.attendance.asked import count_and_tell
from handlers.attendance.case import Case, find, lost, member, named
from handlers.attendance.counting import take_back
from handlers.attendance.names import Unclear, absentees
from handlers.conversation import Choice, Data, InboxMessage, Kind, Say, Text, Turn, Urgency, choice, name_of, say, text
from journey.attendance import UNDO, Phase, State, Way, may_untick, phase
from journey.text import fold, nfc
from storage import attendance, attendance_windows, people, session_sheets, sessions
from storage.attendance import Attendance, Attendee

A_PAGE = 5
"""Names of one screen: with the next page, all but some, undo and the way back eight choices."""

REASON = 300
"""Characters of a reason: what a card still shows whole."""

_MARKS = {State.COUNTED: "in", State.ASKED: "asked", State.REFUSED: "refused", "": "out"}
_FAR = 2**53  # the largest number of milliseconds that a choice may bring


async def list_(message: InboxMessage, session: str, page: str = "0") -> Turn:
    """Show a page of the list; a name that is typed is looked for."""
    case = await find(message, session)
    if case is None:
        return lost()
    return await _screen(case, message, number(page, 9999) or 0)


async def _screen(case: Case, message: InboxMessage, page: int, *before: Say, undo: Choice | None = None) -> Turn:
    """Show the names from a page on, and wait for one to look for."""
    id_, sums = case.session.id, await attendance.counted(case.session.id, message.today)
    first = page * A_PAGE if page * A_PAGE < sums.lines else 0
    shown = await attendance.page(id_, message.today, first=first, most=A_PAGE)
    following = (first // A_PAGE + 1) if first + A_PAGE < sums.lines else 0
    more = (choice("attendance.list", id_, following, label="attendance.do-more"),) if sums.lines > A_PAGE else ()
    everybody = (choice("attendance.all", id_, label="attendance.do-all"),) if sums.counted < sums.listed else ()
    words = text(
        "attendance.list",
        **named(case.session, message),
        counted=sums.counted,
        listed=sums.listed,
        lines=_lines(case, shown),
    )
    rows = (*_ticks(case, shown, first // A_PAGE), more, everybody, (undo,) if undo else (), _back(case))
    said = Say(words, tuple(row for row in rows if row), card=f"attendance:{id_}", fresh=bool(before) or undo is None)
    return Turn(says=(*before, said), step="find", data={"session": id_})


def _lines(case: Case, shown: Sequence[Attendee]) -> list[Text]:
    """Return the names, numbered as the choices are; nobody ticks themselves."""
    numbers = count(1)
    return [
        text("attendance.line-numbered", n=next(numbers), line=_line(each))
        if each.person != case.person.id
        else _line(each)
        for each in shown
    ]


def _line(each: Attendee) -> Text:
    key = f"attendance.line-{_MARKS[each.state]}"
    besides = "" if each.is_listed else text("attendance.line-besides")
    return text(key, name=each.name, way=text(f"attendance.way-{each.way}") if each.way else "", besides=besides)


def _ticks(case: Case, shown: Sequence[Attendee], page: int) -> list[tuple[Choice, ...]]:
    rows: list[tuple[Choice, ...]] = []
    for each in shown:
        if each.person == case.person.id:
            continue
        is_in = each.state == State.COUNTED
        action = "attendance.untick" if is_in else "attendance.tick"
        label = "attendance.do-untick" if is_in else "attendance.do-tick"
        rows.append((choice(action, case.session.id, each.person, page, label=label, name=name_of(each.name)),))
    return rows


def _back(case: Case) -> tuple[Choice, ...]:
    return (choice("attendance.open", case.session.id, label="attendance.do-open"),)


async def find_name(message: InboxMessage, data: Data) -> Turn:
    """Look for the name that was typed."""
    case = await find(message, str(data.get("session")))
    if case is None:
        return lost()
    named_ = fold(message.text)[:40] if message.kind is Kind.TEXT else ""
    shown = await attendance.page(case.session.id, message.today, first=0, most=A_PAGE, named=named_) if named_ else []
    if not shown:
        return await _screen(case, message, 0, *((say("attendance.no-name"),) if named_ else ()))
    words = text("attendance.found", lines=_lines(case, shown))
    whole = (choice("attendance.list", case.session.id, label="attendance.do-list"),)
    said = Say(words, (*_ticks(case, shown, 0), whole), card=f"attendance:{case.session.id}", fresh=True)
    return Turn(says=(said,), step="find", data={"session": case.session.id})


async def tick(message: InboxMessage, session: str, person: str, page: str = "0") -> Turn:
    """Count one person."""
    case = await find(message, session)
    if case is None or (who := await _on_list(case, message, person)) is None:
        return lost()
    if (stopped := await closed(case, message)) is not None:
        return stopped
    if who == case.person.id:
        return Turn(says=(say("attendance.not-oneself"),))
    _, tells = await count_and_tell(case.session, [who], await way_now(case), message)
    return replace(await _edited(case, message, page, "attendance.toast-in"), tells=tells)


async def untick(message: InboxMessage, session: str, person: str, page: str = "0") -> Turn:
    """Take one's own tick of just now back; of anything else ask why."""
    case = await find(message, session)
    if case is None or (who := await _on_list(case, message, person)) is None:
        return lost()
    if who == case.person.id:
        return Turn(says=(say("attendance.not-oneself"),))
    record = await attendance.of_person(case.session.id, who)
    if record is None or record.state != State.COUNTED:
        return await _edited(case, message, page, "attendance.toast-changed")
    if not may_untick(record.by, record.at, person=case.person.id, now=message.now):
        return await _ask_why(case, record)
    done = await take_back(record, message, by=case.person.id)
    return await _edited(case, message, page, "attendance.toast-out" if done else "attendance.toast-changed")


async def _edited(case: Case, message: InboxMessage, page: str, toast: str) -> Turn:
    turn = await _screen(case, message, number(page, 9999) or 0)
    return replace(turn, says=tuple(replace(each, fresh=False) for each in turn.says), toast=text(toast))


async def _on_list(case: Case, message: InboxMessage, raw: str) -> int | None:
    """Return the person `raw` names: whom the session is for, or whose attendance was taken or asked about."""
    who = await member(message, raw)
    if who is None:
        return None
    is_there = await sessions.is_for(case.session, who) or await attendance.of_person(case.session.id, who.id)
    return who.id if is_there else None


async def way_now(case: Case) -> Way:
    """Return how a tick is taken: by the signed sheet once there is a photo of it."""
    return Way.SHEET if await session_sheets.of_session(case.session.id) else Way.TICKED


async def closed(case: Case, message: InboxMessage) -> Turn | None:
    """Return why nobody can be ticked now, None when they can."""
    if case.session.state == "cancelled":
        return Turn(says=(say("attendance.cancelled", **named(case.session, message), reason=case.session.reason),))
    window = await attendance_windows.of_season(case.session.season)
    match phase(case.session, message.now, window):
        case Phase.EARLY:
            opens = case.session.starts_at - window.early
            return Turn(says=(say("attendance.early", **named(case.session, message), opens=opens),))
        case Phase.OVER:
            return Turn(
                says=(say("attendance.over-officer", **named(case.session, message), days=window.correction.days),)
            )
    return None


async def _ask_why(case: Case, record: Attendance) -> Turn:
    names = await people.names([record.person])
    asked = say(
        "attendance.ask-why",
        name=names[record.person],
        way=text(f"attendance.way-{record.way}"),
        at=record.at,
        limit=REASON,
    )
    keep = (choice("attendance.list", case.session.id, label="attendance.do-not"),)
    said = replace(asked, choices=(keep,), card=f"attendance:{case.session.id}", fresh=True)
    return Turn(says=(said,), step="reason", data={"record": record.id})


async def reason(message: InboxMessage, data: Data) -> Turn:
    """Take a record back for the reason written; the member reads it."""
    record = await attendance.get(number(str(data.get("record"))) or 0)
    case = await find(message, str(record.session)) if record is not None else None
    if record is None or case is None:
        return lost()
    if record.person == case.person.id:
        return Turn(says=(say("attendance.not-oneself"),))
    because = nfc(message.text).strip() if message.kind is Kind.TEXT else ""
    if record.state != State.COUNTED:
        return await _screen(case, message, 0, say("attendance.changed"))
    if not 0 < len(because) <= REASON:
        return await _ask_why(case, record)
    if not await take_back(record, message, by=case.person.id, because=because):
        return await _screen(case, message, 0, say("attendance.changed"))
    turn = await _screen(case, message, 0)
    told = say("attendance.told-withdrawn", **named(case.session, message), name=case.person.full_name, reason=because)
    asking = choice("attendance.mine", case.session.id, label="attendance.do-mine")
    news = replace(told, choices=((asking,),), urgency=Urgency.NEWS, must_arrive=True)
    return replace(turn, tells=((record.person, news),))


async def all_(message: InboxMessage, session: str) -> Turn:
    """Ask who was not there, before everybody else is counted."""
    case = await find(message, session)
    if case is None:
        return lost()
    return await closed(case, message) or await _ask_absent(case, message)


async def _ask_absent(case: Case, message: InboxMessage, *before: Say) -> Turn:
    id_, sums = case.session.id, await attendance.counted(case.session.id, message.today)
    asked = say("attendance.ask-absent", **named(case.session, message), n=sums.listed - sums.counted)
    rows = (
        (choice("attendance.everybody", id_, label="attendance.do-everybody", style="good"),),
        (choice("attendance.list", id_, label="attendance.do-not"),),
    )
    said = replace(asked, choices=rows, card=f"attendance:{id_}", fresh=True)
    return Turn(says=(*before, said), step="absent", data={"session": id_})


async def absent(message: InboxMessage, data: Data) -> Turn:
    """Count everybody but those who are named."""
    case = await find(message, str(data.get("session")))
    if case is None:
        return lost()
    out = [each for each in await attendance.everybody(case.session.id, message.today) if _is_out(each, case)]
    try:
        missing = absentees(message.text if message.kind is Kind.TEXT else "", out)
    except Unclear as unclear:
        key = "attendance.absent-several" if unclear.several else "attendance.absent-nobody"
        return await _ask_absent(case, message, say(key, name=unclear.name))
    return await _everybody(case, message, [each for each in out if each not in missing], missing)


async def everybody(message: InboxMessage, session: str) -> Turn:
    """Count everybody who is not yet."""
    case = await find(message, session)
    if case is None:
        return lost()
    out = [each for each in await attendance.everybody(case.session.id, message.today) if _is_out(each, case)]
    return await _everybody(case, message, out, [])


def _is_out(each: Attendee, case: Case) -> bool:
    """Say whether somebody may be counted with the others: on the list, and nothing known, or asking.

    Who asks and is on no list may have scanned a code that was sent on: that question is looked at by itself.
    """
    return each.is_listed and (not each.state or each.state == State.ASKED) and each.person != case.person.id


async def _everybody(case: Case, message: InboxMessage, there: Sequence[Attendee], missing: Sequence[Attendee]) -> Turn:
    if (stopped := await closed(case, message)) is not None:
        return stopped
    ids = [each.person for each in there]
    new, tells = await count_and_tell(case.session, ids, await way_now(case), message)
    key = "attendance.all-done-but" if missing else "attendance.all-done"
    said = say(key, n=len(new), names=", ".join(each.name for each in missing), until=message.now + UNDO)
    at = round(message.now.timestamp() * 1000)
    back = choice("attendance.undo", case.session.id, at, label="attendance.do-undo")
    return replace(await _screen(case, message, 0, said, undo=back if new else None), tells=tells)


async def undo(message: InboxMessage, session: str, at: str) -> Turn:
    """Take back what was ticked at once, all of it, for a while."""
    case, moment = await find(message, session), number(at, _FAR)
    if case is None or moment is None:
        return lost()
    ticked_at = datetime(1970, 1, 1, tzinfo=UTC) + timedelta(milliseconds=moment)
    if message.now > ticked_at + UNDO:
        return await _screen(case, message, 0, say("attendance.undo-too-late"))
    records = await attendance.ticked_at(case.session.id, case.person.id, ticked_at)
    done = [each for each in records if await take_back(each, message, by=case.person.id)]
    return await _screen(case, message, 0, say("attendance.undone", n=len(done)))
