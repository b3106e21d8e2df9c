"""A member's calendar: the sessions that come, whether one comes to them, and files for the phone's own calendar."""

from dataclasses import replace
from typing import Any

from handlers.arguments import number
from handlers.conversation import (
    Choice,
    Conversation,
    Data,
    Document,
    InboxMessage,
    Kind,
    Say,
    Text,
    Turn,
    choice,
    say,
    text,
)
from handlers.member.programme_of import MembersOnly
from handlers.session_words import label, line, off, soon, tidy, when, where
from journey.people import Role
from journey.person import Person
from journey.sessions import State, check_open
from storage import audit, session_answers, sessions
from storage.session_answers import Answer
from storage.sessions import Session

PAGE = 6
"""Sessions of one screen: with "more", the file and the menu nine choices, what a numbered menu carries."""

FILE = 100
"""Sessions one file holds."""

WHY = 200
"""Letters of why one does not come."""


async def open_(message: InboxMessage, page: str = "0") -> Turn:
    """List the sessions that come, the next one first.

    Raises:
        MembersOnly
    """
    found = await sessions.coming(_member(message), message.now)
    at = (number(page, 9999) or 0) * PAGE
    shown = found[at : at + PAGE]
    answers = await session_answers.of_person(_member(message).id, [each.id for each in shown])
    rows: list[tuple[Choice, ...]] = [
        (choice("calendar.show", each.id, label="sessions.one", name=label(each, message.zone)),) for each in shown
    ]
    if at + PAGE < len(found):
        rows.append((choice("calendar.open", at // PAGE + 1, label="sessions.do-more"),))
    if found:
        rows.append((choice("calendar.file", label="calendar.do-file-all"),))
    rows.append((choice("menu.open", label="sessions.do-menu"),))
    lines = [line(each, message, _mine(each, answers.get(each.id))) for each in shown]
    words = say("calendar.list" if shown else "calendar.none", lines=lines)
    return Turn(says=(replace(words, choices=tuple(rows), card="calendar", fresh=True),), step=None)


def _member(message: InboxMessage) -> Person:
    """Return who writes.

    Raises:
        MembersOnly: they have no calendar.
    """
    if message.person is None or not message.person.has(Role.MEMBER):
        raise MembersOnly
    return message.person


def _mine(session: Session, answer: Answer | None) -> Text | str:
    if session.state == State.CANCELLED:
        return ""
    if answer is None:
        return text("calendar.mine-none")
    if not answer.holds(session):
        return text("calendar.mine-before")
    if answer.going:
        return text("calendar.mine-going")
    return text("calendar.mine-absent-why", why=answer.reason) if answer.reason else text("calendar.mine-absent")


async def show(message: InboxMessage, id_: str) -> Turn:
    """Show one session.

    Raises:
        MembersOnly
    """
    session = await _find(message, id_)
    return Turn(says=(await _card(session, message),), step=None) if session else _lost()


async def _find(message: InboxMessage, raw: str) -> Session | None:
    """Return the session `raw` (an id), None for nobody's and for one that is for others."""
    person = _member(message)
    session = await sessions.get(number(raw) or 0)
    return session if session is not None and await sessions.is_for(session, person) else None


async def _card(session: Session, message: InboxMessage, note: Text | str = "") -> Say:
    answer = (await session_answers.of_person(_member(message).id, [session.id])).get(session.id)
    is_off = session.state == State.CANCELLED
    words = text(
        "calendar.cancelled" if is_off else "calendar.one",
        title=session.title,
        when=when(session, message.zone),
        soon=soon(session.starts_at, message.today, message.zone),
        minutes=session.minutes,
        lines=[text("sessions.at", where=where(session)), *_facts(session), _mine(session, answer)],
        reason=session.reason,
        off=off(session),
        note=note,
    )
    return Say(words, _choices(session, answer, message), card=f"session:{session.id}", fresh=True)


def _facts(session: Session) -> list[Text]:
    """Return who holds it and what it counts for, as far as that is said."""
    held = [text("sessions.held-by", held=session.held_by)] if session.held_by else []
    return [*held, *([text("calendar.counts-for", task=session.task)] if session.task else [])]


def _choices(session: Session, answer: Answer | None, message: InboxMessage) -> tuple[tuple[Choice, ...], ...]:
    id_ = session.id
    rows: list[tuple[Choice, ...]] = []
    if session.state == State.PLANNED and message.now < session.starts_at:
        rows.append(_answers(session, answer))
    elif session.state == State.PLANNED and not (answer and answer.holds(session) and not answer.going):
        rows.append((choice("attendance.mine", id_, label="calendar.do-attended"),))
    if session.task and session.state == State.PLANNED:
        rows.append((choice("evidence.start", session.task, "more", label="calendar.do-elsewhere"),))
    if session.ends_at > message.now:
        label = "calendar.do-file" if session.state == State.PLANNED else "calendar.do-file-off"
        rows.append((choice("calendar.file", id_, label=label),))
    rows.append((choice("calendar.open", label="calendar.do-list"),))
    return tuple(rows)


def _answers(session: Session, answer: Answer | None) -> tuple[Choice, ...]:
    """Return what one may say of coming: not again what holds already."""
    said = answer.going if answer and answer.holds(session) else None
    going = choice("calendar.going", session.id, label="calendar.do-going", style="good")
    absent = choice("calendar.absent", session.id, label="calendar.do-absent")
    return tuple(each for each, means in ((going, True), (absent, False)) if means is not said)


async def going(message: InboxMessage, id_: str) -> Turn:
    """Say that one comes.

    Raises:
        MembersOnly, SessionBegun
    """
    session = await _answerable(message, id_)
    if session is None:
        return _lost()
    await _keep(session, message, going=True)
    shown = await _card(session, message, text("calendar.note-going"))
    return Turn(says=(shown,), step=None, toast=text("calendar.note-going"))


async def absent(message: InboxMessage, id_: str) -> Turn:
    """Say that one does not come; why is asked, and need not be said.

    Raises:
        MembersOnly, SessionBegun
    """
    session = await _answerable(message, id_)
    if session is None:
        return _lost()
    await _keep(session, message, going=False)
    rows = (
        (choice("calendar.show", session.id, label="calendar.do-no-reason"),),
        (choice("calendar.going", session.id, label="calendar.do-going-after-all"),),
    )
    asked = say("calendar.ask-why", title=session.title)
    card = replace(asked, choices=rows, card=f"session:{session.id}", fresh=True)
    return Turn(says=(card,), step="why", data={"session": session.id})


async def why(message: InboxMessage, data: Data) -> Turn:
    """Keep why one does not come.

    Raises:
        MembersOnly, SessionBegun
    """
    session = await _answerable(message, str(data.get("session")))
    if session is None:
        return _lost()
    reason = tidy(message.text, WHY) if message.kind is Kind.TEXT else ""
    if not reason:
        return await absent(message, str(session.id))
    kept = await session_answers.say_why(session.id, _member(message).id, reason)
    note = text("calendar.note-why") if kept else ""
    return Turn(says=(await _card(session, message, note),), step=None)


async def _answerable(message: InboxMessage, raw: str) -> Session | None:
    """Return the session if it takes answers; raises MembersOnly, SessionBegun."""
    session = await _find(message, raw)
    if session is None or session.state != State.PLANNED:
        return None
    check_open(session.id, session.starts_at, message.now)
    return session


async def _keep(session: Session, message: InboxMessage, *, going: bool) -> None:
    person = _member(message)
    await session_answers.keep(session, person.id, going=going, now=message.now)
    await audit.record(
        "session.answered",
        f"session {session.id}",
        actor=person.id,
        chat=message.chat,
        now=message.now,
        going=going,
    )


async def file(message: InboxMessage, id_: str = "") -> Turn:
    """Send one session, or all that come, for the phone's own calendar.

    Raises:
        MembersOnly
    """
    person = _member(message)
    if id_:
        found = await _find(message, id_)
        chosen = [found] if found else []
    else:
        chosen = (await sessions.coming(person, message.now))[:FILE]
    if not chosen:
        return _lost()
    values: dict[str, Any] = {"sessions": [_entry(each, message) for each in chosen]}
    name = f"buoi-sinh-hoat-{chosen[0].id}.ics" if id_ else "lich-sinh-hoat.ics"
    document = Document(name, drawing="calendar", values=values)
    back = (choice("calendar.open", label="calendar.do-list"),)
    is_off = all(each.state == State.CANCELLED for each in chosen)
    words = say("calendar.file-sent-off" if is_off else "calendar.file-sent")
    return Turn(says=(replace(words, documents=(document,), choices=(back,)),))


def _entry(session: Session, message: InboxMessage) -> dict[str, Any]:
    """Return what the file says of a session (papers/calendar_file.py), moments as text."""
    return {
        "id": f"{session.id}-{int(session.made_at.timestamp())}",
        "edition": session.edition,
        "title": session.title,
        "starts_at": session.starts_at.isoformat(),
        "ends_at": session.ends_at.isoformat(),
        "changed_at": (session.changed_at or session.made_at).isoformat(),
        "place": session.place,
        "link": session.link,
        "zone": str(message.zone),
        "is_cancelled": session.state == State.CANCELLED,
        "note": _facts(session),
        "alarm": text("calendar.file-alarm", title=session.title),
    }


def _lost() -> Turn:
    """Answer a choice that is old, or was never for this person."""
    back = choice("calendar.open", label="calendar.do-list")
    return Turn(says=(replace(say("calendar.not-there"), choices=((back,),)),), step=None)


CALENDAR = Conversation(
    "calendar",
    command="/lich",
    open_=open_,
    steps={"why": why},
    actions={
        "open": open_,
        "show": show,
        "going": going,
        "absent": absent,
        "file": file,
    },
)
