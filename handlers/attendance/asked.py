"""A missed scan is a question: a member says to have been there, whoever runs the session agrees or does not."""

from collections.abc import Collection
from dataclasses import replace
from datetime import datetime

from handlers.arguments import number
from handlers.attendance.case import Case, find, lost, named, runs, writer
from handlers.attendance.counting import check_on, count, make_hand_ins
from handlers.attendance.gain import gain
from handlers.attendance.standing import standing
from handlers.conversation import Choice, InboxMessage, Say, Turn, Urgency, choice, say, text
from handlers.member.programme_of import MembersOnly
from journey.attendance import Phase, State, Way, phase
from journey.people import Role
from storage import (
    attendance,
    attendance_counting,
    attendance_questions,
    attendance_windows,
    audit,
    people,
    session_runners,
    sessions,
)
from storage.attendance import Attendance
from storage.sessions import Session

A_PAGE = 3
"""Questions of one screen, two choices each: with the next page and the way back eight."""


async def mine(message: InboxMessage, session: str) -> Turn:
    """Let a member say to have been at a session that was for them.

    Raises:
        MembersOnly
    """
    person = writer(message)
    if not person.has(Role.MEMBER):
        raise MembersOnly
    found = await sessions.get(number(session) or 0)
    if found is None or not await sessions.is_for(found, person):
        return lost()
    if found.state == "cancelled":
        return Turn(says=(say("attendance.cancelled", **named(found, message), reason=found.reason),))
    window = await attendance_windows.of_season(found.season)
    match phase(found, message.now, window):
        case Phase.EARLY:
            return Turn(says=(say("attendance.early", **named(found, message), opens=found.starts_at - window.early),))
        case Phase.OVER:
            return Turn(says=(say("attendance.over", **named(found, message)),))
    return await ask(message, found, message.now)


async def ask(message: InboxMessage, session: Session, at: datetime) -> Turn:
    """Keep that who writes was there at `at` (UTC), and ask who runs the session; once.

    Raises:
        SessionCancelled
    """
    person = writer(message)
    await check_on(session)
    is_new = await attendance_questions.ask(session.id, person.id, at)
    record = await attendance.of_person(session.id, person.id)
    assert record is not None
    if not is_new:
        return Turn(says=(await standing(record, session, message),))
    await _trail("attendance.asked", record, message)
    to = await session_runners.of(session, message.today, besides=person.id)
    names = list((await people.names(to)).values())
    told = say(
        "attendance.asked" if to else "attendance.asked-nobody", **named(session, message), names=", ".join(names)
    )
    question = await _question(record, session, message)
    return Turn(says=(told,), tells=tuple((each, question) for each in to))


async def _question(record: Attendance, session: Session, message: InboxMessage) -> Say:
    person = (await people.load([record.person], message.today))[record.person]
    key = "attendance.question" if await sessions.is_for(session, person) else "attendance.question-not-listed"
    asked = say(key, **named(session, message), name=person.full_name, at=record.at)
    is_on = phase(session, message.now, await attendance_windows.of_season(session.season)) is Phase.OPEN
    asked = replace(asked, choices=(_answers(record.id),), card=_card(record), urgency=Urgency.NEWS)
    return replace(asked, at_once=is_on)  # who runs it is there, and so is who asks


def _answers(id_: int) -> tuple[Choice, ...]:
    return (
        choice("attendance.yes", id_, label="attendance.do-yes", style="good"),
        choice("attendance.no", id_, label="attendance.do-no"),
    )


def _card(record: Attendance) -> str:
    return f"attendance-asked:{record.id}"


async def yes(message: InboxMessage, raw: str) -> Turn:
    """Agree that somebody was there: it counts like any other attendance."""
    return await _answer(message, raw, State.COUNTED)


async def no(message: InboxMessage, raw: str) -> Turn:
    """Say that nobody remembers them there."""
    return await _answer(message, raw, State.REFUSED)


async def _answer(message: InboxMessage, raw: str, state: State) -> Turn:
    person = writer(message)
    record = await attendance.get(number(raw) or 0)
    session = await sessions.get(record.session) if record is not None else None
    if record is None or session is None or not await runs(person, session):
        return lost()
    if record.person == person.id:
        return Turn(says=(say("attendance.not-oneself"),))
    if session.state == "cancelled":
        return Turn(says=(say("attendance.cancelled", **named(session, message), reason=session.reason),))
    await check_on(session)
    await attendance_counting.hold(session, [record.person])
    if not await attendance_questions.answer(record.id, state, by=person.id, now=message.now):
        return Turn(says=(await _answered_before(record, session, message),))
    if state is State.COUNTED:
        await make_hand_ins(session, [record.person], message)
    await _trail("attendance.answered", record, message, answer=str(state))
    names = await people.names([record.person])
    closed = say(f"attendance.answered-{state}", **named(session, message), name=names[record.person])
    more = choice("attendance.open", session.id, label="attendance.do-open")
    told = await _told(record.person, session, state, message)
    return Turn(says=(replace(closed, choices=((more,),), card=_card(record)),), tells=((record.person, told),))


async def count_and_tell(
    session: Session, there: Collection[int], way: Way, message: InboxMessage
) -> tuple[list[int], tuple[tuple[int, Say], ...]]:
    """Count those whom who writes ticks; return those who were not counted before, and what is told to whom.

    Whoever asked, or was not remembered, was promised to hear of it.
    """
    before = await attendance.of_people(session.id, there)
    new = await count(session, there, way, message, by=writer(message).id)
    waited = [each for each in new if each in before and before[each].state in (State.ASKED, State.REFUSED)]
    return new, tuple([(each, await _told(each, session, State.COUNTED, message)) for each in waited])


async def _told(person: int, session: Session, state: State, message: InboxMessage) -> Say:
    member = (await people.load([person], message.today))[person]
    gained = await gain(session, member, replace(message, language="vi")) if state is State.COUNTED else ""
    told = say(f"attendance.told-{state}", **named(session, message), name=writer(message).full_name, gained=gained)
    book = choice("book.open", label="attendance.do-book")
    return replace(told, choices=((book,),), urgency=Urgency.NEWS, must_arrive=True)


async def _answered_before(record: Attendance, session: Session, message: InboxMessage) -> Say:
    """Say who answered before, and what; or that it was settled otherwise."""
    now = await attendance.get(record.id) or record
    by = now.decided_by or now.by  # who was counted by a scan meanwhile answered it so
    names = await people.names([each for each in (by, now.person) if each is not None])
    said = say(
        "attendance.answered-before",
        **named(session, message),
        member=names.get(now.person, "–"),
        name=names.get(by or 0, "–"),
        at=now.decided_at or now.at,
        verdict=text(f"attendance.state-{now.state}"),
    )
    return replace(said, card=_card(record))


async def waiting(message: InboxMessage, session: str) -> Turn:
    """Show the questions that wait, the oldest first."""
    case = await find(message, session)
    return Turn(says=(await _waiting(case, message),)) if case is not None else lost()


async def _waiting(case: Case, message: InboxMessage) -> Say:
    all_ = [each for each in await attendance_questions.waiting(case.session.id) if each.person != case.person.id]
    names = await people.names({each.person for each in all_[:A_PAGE]})
    lines = [text("attendance.asked-line", name=names[each.person], at=each.at) for each in all_[:A_PAGE]]
    rows = [
        (
            choice("attendance.yes", each.id, label="attendance.do-yes-of", style="good", name=names[each.person]),
            choice("attendance.no", each.id, label="attendance.do-no"),
        )
        for each in all_[:A_PAGE]
    ]
    back = (choice("attendance.open", case.session.id, label="attendance.do-open"),)
    said = say(
        "attendance.waiting" if all_ else "attendance.waiting-none",
        n=len(all_),
        lines=lines,
        **named(case.session, message),
    )
    return replace(said, choices=(*rows, back), card=f"attendance:{case.session.id}", fresh=True)


async def _trail(action: str, record: Attendance, message: InboxMessage, **details: str) -> None:
    await audit.record(
        action, f"person {record.person}", actor=writer(message).id, chat=message.chat, now=message.now,
        session=record.session, **details,
    )  # fmt: skip
