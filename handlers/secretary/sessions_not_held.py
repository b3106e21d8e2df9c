"""A session that did not take place, called off afterwards: who was counted at it is told once, and nobody is asked."""

from dataclasses import replace

from handlers.attendance.counting import take_all_back
from handlers.conversation import Choice, InboxMessage, Say, Turn, Urgency, choice, say
from handlers.secretary.sessions_case import Case
from handlers.session_words import when
from journey.attendance import Phase, phase
from journey.sessions import SessionBegun, State
from storage import attendance, attendance_windows, session_changes
from storage.attendance import Attendance

AFTERWARDS = "1"
"""Says, in a choice, that a session is called off that has begun: a choice offered before it does not."""


async def may_be(case: Case, message: InboxMessage) -> bool:
    """Say whether it can still be said: from the beginning on, as long as attendance is corrected."""
    session = case.session
    if session.state != State.PLANNED or message.now < session.starts_at:
        return False
    window = await attendance_windows.of_season(session.season)
    return phase(session, message.now, window) is not Phase.OVER


async def check(case: Case, message: InboxMessage) -> None:
    """Let it be said while it can be.

    Raises:
        SessionBegun: that is past, and so is its attendance.
    """
    if not await may_be(case, message):
        raise SessionBegun(case.session.id)


async def ask(case: Case, message: InboxMessage, whys: tuple[Choice, ...]) -> Turn:
    """Ask why, and say who loses what.

    Raises:
        SessionBegun
    """
    await check(case, message)
    session = case.session
    counted = len(await attendance.who_counts(session.id))
    rows = (*((each,) for each in whys), (choice("sessions.show", session.id, label="sessions.do-not"),))
    asked = say("sessions.ask-not-held", title=session.title, when=when(session, message.zone), n=counted)
    asked = replace(asked, choices=rows, card=f"session-run:{session.id}", fresh=True)
    return Turn(says=(asked,), step="why", data={"session": session.id, "after": AFTERWARDS})


async def call_off(case: Case, message: InboxMessage, reason: str) -> tuple[tuple[int, Say], ...] | None:
    """Call it off, and take back all attendance; return what is told to whom, None when it changed meanwhile.

    Raises:
        SessionBegun
    """
    await check(case, message)
    if not await session_changes.cancel_afterwards(case.session, reason, message.now):
        return None
    records = await take_all_back(case.session, message, by=case.person.id, because=reason)
    others = (each for each in records if each.person != case.person.id)
    return tuple((each.person, _told(each, case, message, reason)) for each in others)


def _told(record: Attendance, case: Case, message: InboxMessage, reason: str) -> Say:
    told = say(
        "sessions.told-not-held",
        title=case.session.title,
        when=when(case.session, message.zone),
        name=case.person.full_name,
        reason=reason,
        was=record.state,
    )
    book = choice("book.open", label="attendance.do-book")
    return replace(told, choices=((book,),), urgency=Urgency.NEWS, must_arrive=True)
