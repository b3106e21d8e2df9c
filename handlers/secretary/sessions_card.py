"""One session as its organiser sees it: who comes, who does not and why, and what may be done."""

from handlers.conversation import Choice, InboxMessage, Say, Text, Turn, choice, text
from handlers.member.programme_of import season_programme
from handlers.secretary import sessions_not_held
from handlers.secretary.sessions_case import Case, find, lost
from handlers.secretary.sessions_draft import task_line
from handlers.session_words import off, soon, when, where
from journey.sessions import State
from storage import session_answers

ABSENT = 8
"""How many of those who do not come stand on the card."""


async def show(message: InboxMessage, id_: str) -> Turn:
    """Show it."""
    case = await find(message, id_)
    return Turn(says=(await session_card(case, message),), step=None) if case else lost()


async def session_card(case: Case, message: InboxMessage, note: Text | str = "") -> Say:
    """Return the session whole, under what was just done to it."""
    session = case.session
    _, programme = await season_programme(message)
    counted = (await session_answers.counts([session.id], message.today))[session.id]
    away = await session_answers.absent(session.id, ABSENT + 1)
    words = text(
        "sessions.card-cancelled" if session.state == State.CANCELLED else "sessions.card",
        title=session.title,
        when=when(session, message.zone),
        soon=soon(session.starts_at, message.today, message.zone),
        minutes=session.minutes,
        where=where(session),
        scope=case.places.words(session),
        task=task_line(programme, session.task, message.language),
        held=session.held_by or text("sessions.held-nobody"),
        reason=session.reason,
        off=off(session),
        going=counted.going,
        absent=counted.absent,
        silent=counted.silent,
        n=counted.meant,
        away=[*([text("sessions.answered-before", n=counted.again)] if counted.again else []), *_away(away)],
        note=note,
    )
    not_held = (choice("sessions.cancel", session.id, label="sessions.do-not-held"),)
    rows = _choices(case, message, not_held if await sessions_not_held.may_be(case, message) else ())
    return Say(words, rows, card=f"session-run:{session.id}", fresh=True)


def _away(found: list[tuple[str, str]]) -> list[Text]:
    lines = [
        text("sessions.away", name=name, why=why or text("sessions.away-no-reason")) for name, why in found[:ABSENT]
    ]
    return [*lines, *([text("sessions.away-more")] if len(found) > ABSENT else [])]


def _choices(case: Case, message: InboxMessage, not_held: tuple[Choice, ...]) -> tuple[tuple[Choice, ...], ...]:
    session, id_ = case.session, case.session.id
    attend = (choice("attendance.open", id_, label="sessions.do-attendance", style="good"),)
    copy = (choice("sessions.copy", id_, label="sessions.do-copy"),)
    back = (choice("sessions.open", label="sessions.do-list"),)
    if session.state == State.CANCELLED:
        return copy, back
    if session.starts_at <= message.now:
        return tuple(row for row in (attend, copy, not_held, back) if row)
    changes = (
        (
            choice("sessions.move", id_, label="sessions.do-move"),
            choice("sessions.cancel", id_, label="sessions.do-cancel"),
        ),
        (choice("sessions.remind", id_, label="sessions.do-remind"),),
    )
    return attend, *changes, copy, back
