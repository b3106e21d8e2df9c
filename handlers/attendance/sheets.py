"""Photos of the list that was signed on paper: kept with the session, to tick by."""

from handlers.attendance.case import Case, find, lost, named, writer
from handlers.attendance.desk import card
from handlers.conversation import Choice, Data, InboxMessage, Kind, Picture, Say, Turn, choice, say, text
from handlers.member.evidence_arrival import LARGEST
from storage import audit, evidence, session_sheets
from storage.evidence import Arrival

MOST = 10
"""Photos of one list: what one message shows."""


async def sheet(message: InboxMessage, session: str) -> Turn:
    """Ask for the photo."""
    case = await find(message, session)
    return _ask(case, message) if case is not None else lost()


def _ask(case: Case, message: InboxMessage, *before: Say) -> Turn:
    words = text("attendance.ask-sheet", **named(case.session, message))
    said = Say(words, (_back(case),), card=f"attendance:{case.session.id}", fresh=True)
    return Turn(says=(*before, said), step="photo", data={"session": case.session.id})


def _back(case: Case) -> tuple[Choice, ...]:
    return (choice("attendance.open", case.session.id, label="attendance.do-open"),)


async def photo(message: InboxMessage, data: Data) -> Turn:
    """Keep the photo with the session; the fetcher brings and checks it."""
    case = await find(message, str(data.get("session")))
    if case is None:
        return lost()
    if message.kind is not Kind.FILES:
        return _ask(case, message)
    small = [each for each in message.attachments if (each.size or 0) <= LARGEST]
    here = len(await session_sheets.of_session(case.session.id))
    if len(small) < len(message.attachments) or here + len(small) > MOST:
        return _ask(case, message, say("attendance.sheet-too-many", most=MOST, megabytes=LARGEST // 1024**2))
    arrivals = [
        Arrival(f.kind, f.remote, f.unique, message.source, f.album, f.name or "", f.mime or "", f.size) for f in small
    ]
    person = writer(message).id
    await evidence.arrive(arrivals, person=person, chat=message.chat, submission=None, now=message.now)
    kept = await session_sheets.keep(
        case.session.id, by=person, chat=message.chat, source=message.source, now=message.now
    )
    await audit.record(
        "session.sheet_kept", f"session {case.session.id}", actor=person, chat=message.chat, now=message.now, n=kept
    )
    shown = await card(case, message)
    return Turn(says=(say("attendance.sheet-kept", n=kept), shown), step="photo", data={"session": case.session.id})


async def show(message: InboxMessage, session: str) -> Turn:
    """Show the photos."""
    case = await find(message, session)
    if case is None:
        return lost()
    kept = [each for each in await session_sheets.of_session(case.session.id) if each.state == "stored"]
    pictures = tuple(Picture(f"{each.id}.jpg", file=each.file) for each in kept if each.kind == "photo")
    key = "attendance.sheets" if pictures else "attendance.sheets-coming"
    ticks = (choice("attendance.list", case.session.id, label="attendance.do-list"),)
    return Turn(says=(Say(text(key, **named(case.session, message)), (ticks, _back(case)), pictures=pictures),))
