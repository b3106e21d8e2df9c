"""Counting people as having been there: the record, the hand-in it makes, the trail."""

from collections.abc import Collection
from datetime import datetime
from zoneinfo import ZoneInfo

from handlers.attendance.case import held_on
from handlers.conversation import InboxMessage
from journey.attendance import Way, claim
from journey.programme import Task, UnknownTask
from journey.sessions import SessionCancelled
from locales import texts
from storage import attendance, attendance_counting, audit, programmes, session_changes, sessions
from storage.attendance import Attendance
from storage.sessions import Session


async def count(
    session: Session,
    people: Collection[int],
    way: Way,
    message: InboxMessage,
    *,
    at: datetime | None = None,
    by: int | None = None,
) -> list[int]:
    """Count `people` as having been there; return those who were not counted before.

    Args:
        at: when they were there (UTC), now unless it is said.
        by: the organiser who ticks them; None where they come by themselves.

    Raises:
        SessionCancelled
    """
    await check_on(session)
    await attendance_counting.hold(session, people)
    new = await attendance.take(session.id, people, way, at=at or message.now, by=by)
    await _record("attendance.counted", session, new, message, way=way)
    await make_hand_ins(session, new, message)
    return new


async def check_on(session: Session) -> None:
    """Let what is done count as long as `session` is not called off, which waits until it is done.

    Raises:
        SessionCancelled: it was, in this moment.
    """
    if not await session_changes.keep_planned(session.id):
        raise SessionCancelled(session.id)


async def make_hand_ins(session: Session, people: Collection[int], message: InboxMessage) -> list[int]:
    """Let the attendance of `people` count for their task, each by the version that judges them; return for whom it
    did. They are held."""
    if not session.task or not people:
        return []
    done = await attendance_counting.count_again(session, people, message.now)
    for version in await attendance_counting.versions(session, people):
        try:
            task = (await programmes.parsed(version)).task(session.task)
        except UnknownTask:
            continue
        if (claims := claim(task)) is not None:
            given, on = _given(task, session, message), held_on(session, message)
            done += await attendance_counting.let_count(session, people, version, claims, given, on=on, now=message.now)
    return done


def _given(task: Task, session: Session, message: InboxMessage) -> dict[str, str]:
    """Return the facts that the task asks for, as the session tells them."""
    told = {
        "organiser": session.held_by,
        "held_on": held_on(session, message).isoformat(),
        "place": session.place or (_online() if session.link else ""),
    }
    asked = {each.code for each in task.fields}
    return {code: value for code, value in told.items() if code in asked and value}


def _online() -> str:
    return texts.render(texts.LANGUAGES[0], "attendance.online", {}, ZoneInfo("UTC"))


async def take_back(record: Attendance, message: InboxMessage, *, by: int, because: str = "") -> bool:
    """Take a record that counts back, and the hand-in it makes; False when it is not as it was read any more."""
    session = await sessions.get(record.session)
    assert session is not None
    await attendance_counting.hold(session, [record.person])
    if not await attendance.take_back(record, by=by, because=because, now=message.now):
        return False
    await attendance_counting.take_back([record], by=by, because=because, now=message.now)
    await _record("attendance.withdrawn", session, [record.person], message, way=record.way)
    return True


async def take_all_back(session: Session, message: InboxMessage, *, by: int, because: str) -> list[Attendance]:
    """Take back whoever counts at `session`, which was called off, and the questions about it; return what it was."""
    counted = await attendance.who_counts(session.id)
    await attendance_counting.hold(session, counted)
    records = await attendance.take_all_back(session.id, by=by, because=because, now=message.now)
    await attendance_counting.take_back(records, by=by, because=because, now=message.now)
    for way in sorted({each.way for each in records}):
        people = [each.person for each in records if each.way == way]
        await _record("attendance.withdrawn", session, people, message, way=way)
    return records


async def settle(person: int, message: InboxMessage) -> list[str]:
    """Let what `person` attended count for the tasks they have just taken on; return those tasks, one a session."""
    counted = []
    for record in await attendance.uncounted(person):
        session = await sessions.get(record.session)
        if session is not None and await make_hand_ins(session, [person], message):
            counted.append(session.task)
    return counted


async def _record(action: str, session: Session, people: Collection[int], message: InboxMessage, *, way: str) -> None:
    assert message.person is not None
    subjects = [f"person {person}" for person in people]
    await audit.record_each(
        action, subjects, actor=message.person.id, chat=message.chat, now=message.now, session=session.id, way=str(way)
    )
