"""What whoever runs a session has to take attendance with: the page with the code, the list, paper."""

from dataclasses import replace

from handlers.attendance.case import Case, find, lost, named, writer
from handlers.attendance.word import word_of
from handlers.conversation import Choice, Document, InboxMessage, Link, Say, Turn, Way, choice, page, say, text
from handlers.session_words import where
from papers.attendance_sheet import Label
from storage import attendance, attendance_windows, audit, links, session_sheets
from storage.links import Purpose, StoredLink

PRINTED = "ma-diem-danh.pdf"
"""What the code on paper is called behind the page's link."""


async def open_(message: InboxMessage, session: str) -> Turn:
    """Show how many are in, and the ways to take attendance."""
    case = await find(message, session)
    return Turn(says=(await card(case, message),), step=None) if case is not None else lost()


async def card(case: Case, message: InboxMessage) -> Say:
    """Return the organiser's card of a session's attendance."""
    id_ = case.session.id
    sums = await attendance.counted(id_, message.today)
    sheets = len(await session_sheets.of_session(id_))
    words = text(
        "attendance.card",
        **named(case.session, message),
        where=where(case.session),
        counted=sums.counted,
        listed=sums.listed,
        lines=[
            *([text("attendance.card-asked", n=sums.asked)] if sums.asked else []),
            *([text("attendance.card-sheets", n=sheets)] if sheets else []),
        ],
    )
    waiting = (choice("attendance.waiting", id_, label="attendance.do-waiting", style="good", n=sums.asked),)
    rows = (
        (replace(choice("attendance.page", id_, label="attendance.do-page", style="good"), is_for_page=True),),
        (to_ticks(id_),),
        (choice("attendance.list", id_, label="attendance.do-list"),),
        *((waiting,) if sums.asked else ()),
        (choice("attendance.paper", id_, label="attendance.do-paper"),),
        (choice("attendance.sheet", id_, label="attendance.do-sheet"),),
        *(((choice("attendance.sheets", id_, label="attendance.do-sheets"),),) if sheets else ()),
        (choice("sessions.show", id_, label="attendance.do-session"),),
    )
    return Say(words, rows, card=f"attendance:{id_}", fresh=True)


def to_ticks(session: int) -> Choice:
    """Return the choice to tick the list on a page, for where the chat's list is slow work."""
    made = choice("attendance.ticks", session, label="ticks-page.do-make")
    return replace(made, is_for_page=True, instead_of=Way.LISTS)


async def show_ticks(message: InboxMessage, session: str) -> Turn:
    """Make a link to the page with the list to tick; the one before it for the same person is revoked."""
    case = await find(message, session)
    if case is None:
        return lost()
    made = await _link(Purpose.TICKS, case, message)
    said = say("ticks-page.sent", **named(case.session, message), link=Link(made.id), until=made.expires_at)
    rows = (
        (page(Link(made.id), label="ticks-page.do-open", style="good"),),
        (choice("attendance.open", case.session.id, label="attendance.do-open"),),
    )
    return Turn(says=(replace(said, choices=rows, card=f"attendance:{case.session.id}", fresh=True),), step=None)


async def _link(purpose: Purpose, case: Case, message: InboxMessage) -> StoredLink:
    person, id_ = writer(message).id, case.session.id
    made = await links.make(purpose, made_by=person, person=person, now=message.now, session=id_)
    await audit.record(
        "link.made",
        f"session {id_}",
        actor=person,
        chat=message.chat,
        now=message.now,
        link=made.id,
        purpose=made.purpose,
    )
    return made


async def show_page(message: InboxMessage, session: str) -> Turn:
    """Make a link to the page that shows the code; the one before it for the same person is revoked."""
    case = await find(message, session)
    if case is None:
        return lost()
    id_ = case.session.id
    made = await _link(Purpose.ATTENDANCE, case, message)
    window = await attendance_windows.of_season(case.session.season)
    said = say(
        "attendance.page",
        **named(case.session, message),
        word=await word_of(case.session),
        link=Link(made.id),
        until=made.expires_at,
        opens=case.session.starts_at - window.early,
        closes=case.session.ends_at + window.leaving,
    )
    rows = (
        (page(Link(made.id), label="attendance.do-open-page", style="good"),),
        (page(Link(made.id, PRINTED), label="attendance.do-printed"),),
        (choice("attendance.open", id_, label="attendance.do-open"),),
    )
    return Turn(says=(replace(said, choices=rows, card=f"attendance:{id_}", fresh=True),), step=None)


async def paper(message: InboxMessage, session: str) -> Turn:
    """Send the list to be signed on paper."""
    case = await find(message, session)
    if case is None:
        return lost()
    everybody = await attendance.everybody(case.session.id, message.today)
    names = tuple(each.name for each in everybody if each.is_listed)
    values = {
        "title": case.session.title,
        "when": text("attendance.paper-when", when=named(case.session, message)["when"]),
        "where": text("attendance.paper-where", where=where(case.session)),
        "held_by": case.session.held_by,
        "names": names,
        "labels": {str(label): text(f"attendance.paper-{label}") for label in Label},
    }
    document = Document(f"danh-sach-{case.session.id}.pdf", drawing="attendance-sheet", values=values)
    said = say("attendance.paper", **named(case.session, message), n=len(names))
    back = choice("attendance.open", case.session.id, label="attendance.do-open")
    return Turn(says=(replace(said, choices=((back,),), documents=(document,)),))
