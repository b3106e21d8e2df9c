"""A session before it is told of: one card that shows all of it, and every line of it changed by a tap."""

from dataclasses import replace
from typing import Any

from handlers.arguments import number
from handlers.conversation import Choice, Elastic, InboxMessage, Say, Text, Turn, choice, text
from handlers.member import wording
from handlers.member.programme_of import season_programme
from handlers.secretary.sessions_case import Case, draft, lost
from handlers.secretary.sessions_scopes import coded, decoded
from handlers.session_words import when, where
from journey.programme import Programme
from journey.sessions import check_open, tasks_with_sessions
from storage import audit, session_changes, sessions

CARD = "session-draft"
PAGE = 7
NONE = "-"
"""The task of a session that counts for none, in a choice."""

PLACES = 3
"""Places of earlier sessions that are offered."""


async def summary(case: Case, message: InboxMessage) -> Turn:
    """Show the draft whole, before anybody hears of it."""
    session, id_ = case.session, case.session.id
    _, programme = await season_programme(message)
    words = text(
        "sessions.summary",
        title=session.title,
        when=when(session, message.zone),
        minutes=session.minutes,
        where=where(session),
        scope=case.places.words(session),
        n=await sessions.audience_count(session, message.today),
        task=task_line(programme, session.task, message.language),
        held=session.held_by or text("sessions.held-nobody"),
    )
    rows = (
        (choice("sessions.plan", id_, label="sessions.do-plan", style="good"),),
        (
            choice("sessions.edit", id_, "when", label="sessions.do-when"),
            choice("sessions.edit", id_, "where", label="sessions.do-where"),
        ),
        (
            choice("sessions.scopes", id_, label="sessions.do-scope"),
            choice("sessions.tasks", id_, label="sessions.do-task"),
        ),
        (
            choice("sessions.edit", id_, "title", label="sessions.do-title"),
            choice("sessions.edit", id_, "held", label="sessions.do-held"),
        ),
        (choice("sessions.drop", id_, label="sessions.do-drop"),),
    )
    return Turn(says=(_card(words, *rows),), step=None)


def task_line(programme: Programme, code: str, language: str) -> Text:
    """Return for which task it counts; the code alone where this year's programme has no such task."""
    task = next((each for each in programme.tasks if each.code == code), None)
    if not code:
        return text("sessions.no-task")
    return text("sessions.for-task", code=code, title=wording.title(task, language) if task else "")


async def set_(case: Case, message: InboxMessage, **values: Any) -> Turn:
    """Change columns of the draft, and show it."""
    if not await session_changes.redraft(case.session.id, case.person.id, **values):
        return lost()
    changed = await session_changes.drafted(case.session.id, case.person.id)
    return await summary(replace(case, session=changed), message) if changed else lost()


async def scopes(message: InboxMessage, id_: str, page: str = "0") -> Turn:
    """Offer for whom it may be."""
    case = await draft(message, id_)
    if case is None:
        return lost()
    found = case.places.open_to(case.person)
    at = (number(page, 9999) or 0) * PAGE
    rows = [
        (choice("sessions.scope", case.session.id, coded(each), label="sessions.one", name=_scope(case, each)),)
        for each in found[at : at + PAGE]
    ]
    if at + PAGE < len(found):
        rows.append((choice("sessions.scopes", case.session.id, at // PAGE + 1, label="sessions.do-more"),))
    return Turn(says=(_card(text("sessions.ask-scope"), *rows, _back(case)),), step=None)


def _scope(case: Case, scope: Any) -> Elastic | Text:
    name = case.places.name(scope)
    return Elastic(name) if name else text("sessions.scope-all")


async def scope(message: InboxMessage, id_: str, raw: str) -> Turn:
    """Let it be for one of those."""
    case, wanted = await draft(message, id_), decoded(raw)
    if case is None or wanted is None or not case.places.may_hold(case.person, wanted):
        return lost()
    held = {"held_by": case.places.name(wanted)} if case.session.held_by == case.places.name(case.session) else {}
    return await set_(case, message, unit_id=wanted.unit, group_id=wanted.group, **held)


async def tasks(message: InboxMessage, id_: str, page: str = "0") -> Turn:
    """Offer the tasks it may count for."""
    case = await draft(message, id_)
    if case is None:
        return lost()
    _, programme = await season_programme(message)
    found = tasks_with_sessions(programme)
    at = (number(page, 9999) or 0) * PAGE
    one = case.session.id
    rows = [
        (
            choice(
                "sessions.task", one, each.code, label="sessions.one", name=wording.task_label(each, message.language)
            ),
        )
        for each in found[at : at + PAGE]
    ]
    if at + PAGE < len(found):
        rows.append((choice("sessions.tasks", one, at // PAGE + 1, label="sessions.do-more"),))
    none = (choice("sessions.task", one, NONE, label="sessions.no-task"),)
    return Turn(says=(_card(text("sessions.ask-task"), *rows, none, _back(case)),), step=None)


async def task(message: InboxMessage, id_: str, code: str) -> Turn:
    """Let it count for one of those, or for none."""
    case = await draft(message, id_)
    _, programme = await season_programme(message)
    known = {each.code for each in tasks_with_sessions(programme)}
    if case is None or code not in {*known, NONE}:
        return lost()
    return await set_(case, message, task="" if code == NONE else code)


async def ask_where(case: Case, message: InboxMessage, key: str = "sessions.ask-where") -> Turn:
    """Ask where, in the words of `key`; earlier places are a tap away."""
    before = await sessions.past_of_scope(case.places.reach(case.person), message.now, PLACES * 4)
    known = {(each.place, each.link): each for each in reversed(before) if each.place or each.link}
    rows = [
        (
            choice(
                "sessions.place", case.session.id, each.id, label="sessions.one", name=Elastic(each.place or each.link)
            ),
        )
        for each in list(known.values())[-PLACES:]
    ]
    later = (choice("sessions.place", case.session.id, 0, label="sessions.do-later"),)
    asked = _card(text(key), *rows, later)
    return Turn(says=(asked,), step="where", data={"session": case.session.id, "doing": "draft"})


async def place(message: InboxMessage, id_: str, of: str) -> Turn:
    """Take the place of an earlier session, 0 for one that is told later."""
    case = await draft(message, id_)
    if case is None:
        return lost()
    if (wanted := number(of)) == 0:
        return await set_(case, message, place="", link="")
    before = await sessions.past_of_scope(case.places.reach(case.person), message.now, PLACES * 4)
    earlier = next((each for each in before if each.id == wanted), None)
    if earlier is None:
        return lost()
    return await set_(case, message, place=earlier.place, link=earlier.link)


async def back(message: InboxMessage, id_: str) -> Turn:
    """Show the draft again."""
    case = await draft(message, id_)
    return await summary(case, message) if case else lost()


async def keep(message: InboxMessage, id_: str) -> Turn:
    """Go on with a day or an hour that was asked about."""
    case = await draft(message, id_)
    if case is None:
        return lost()
    return await go_on(case, message)


async def go_on(case: Case, message: InboxMessage) -> Turn:
    """Ask where while that is not said, else show the draft."""
    is_said = case.session.place or case.session.link
    return await (summary if is_said else ask_where)(case, message)


async def drop(message: InboxMessage, id_: str) -> Turn:
    """Give the draft up."""
    case = await draft(message, id_)
    if case is None:
        return lost()
    await session_changes.forget(case.session.id, case.person.id)
    back = (choice("sessions.open", label="sessions.do-list"),)
    return Turn(says=(_card(text("sessions.dropped"), back),), step=None)


async def plan(message: InboxMessage, id_: str) -> Turn:
    """Let it be a session; everybody it is for is told (scheduler/session_news.py).

    Raises:
        SessionBegun: it would have begun by now.
    """
    case = await draft(message, id_)
    if case is None:
        return lost()
    check_open(case.session.id, case.session.starts_at, message.now)
    if not await session_changes.plan(case.session.id, case.person.id, message.now):
        return lost()
    await audit.record(
        "session.planned",
        f"session {case.session.id}",
        actor=case.person.id,
        chat=message.chat,
        now=message.now,
        scope=coded_of(case),
        starts_at=case.session.starts_at.isoformat(),
    )
    rows = (
        (choice("sessions.show", case.session.id, label="sessions.do-show"),),
        (choice("sessions.open", label="sessions.do-list"),),
    )
    words = text("sessions.planned", title=case.session.title, when=when(case.session, message.zone))
    return Turn(says=(_card(words, *rows),), step=None, toast=text("sessions.toast-planned"))


def coded_of(case: Case) -> str:
    """Return for whom the session is, as the trail keeps it."""
    session = case.session
    return f"g{session.group}" if session.group is not None else f"u{session.unit}" if session.unit else "all"


def _back(case: Case) -> tuple[Choice, ...]:
    return (choice("sessions.summary", case.session.id, label="sessions.do-back"),)


def _card(words: Text, *rows: tuple[Choice, ...]) -> Say:
    return Say(words, rows, card=CARD, fresh=True)
