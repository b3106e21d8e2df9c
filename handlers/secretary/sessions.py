"""The sessions an officer runs: the list of what comes and what is over, and the ways to everything about one."""

from dataclasses import replace

from handlers.arguments import number
from handlers.conversation import Choice, Conversation, InboxMessage, Text, Turn, choice, say, text
from handlers.secretary import sessions_draft as drafting
from handlers.secretary import sessions_move as moving
from handlers.secretary import sessions_new as making
from handlers.secretary.sessions_card import show
from handlers.secretary.sessions_case import holds, not_an_organiser
from handlers.secretary.sessions_scopes import places
from handlers.session_words import label, line
from journey.sessions import State
from storage import session_answers, sessions
from storage.sessions import Reach

PAGE = 4
"""Sessions of one screen: with new, copy, more, past and back nine choices, what a numbered menu carries."""

LATELY = 10
"""Sessions among which the last one that took place is looked for."""


async def open_(message: InboxMessage, page: str = "0") -> Turn:
    """List what goes on now, and what comes, the next one first."""
    return await _list(message, page, is_past=False)


async def past(message: InboxMessage, page: str = "0") -> Turn:
    """List what is over, the latest first."""
    return await _list(message, page, is_past=True)


async def _list(message: InboxMessage, page: str, *, is_past: bool) -> Turn:
    assert message.person is not None
    if not holds(message.person):
        return not_an_organiser()
    reach, at = (await places()).reach(message.person), (number(page, 9999) or 0) * PAGE
    read = sessions.past_of_scope if is_past else sessions.of_scope
    found = await read(reach, message.now, PAGE + 1, at)
    now_on = [] if is_past or at else (await sessions.running_of_scope(reach, message.now))[:PAGE]
    shown = [*now_on, *found[:PAGE]]
    counted = await session_answers.counts([each.id for each in shown], message.today)
    lines = [line(each, message, _counts(counted[each.id])) for each in shown]
    name = "past" if is_past else "open"
    rows: list[tuple[Choice, ...]] = [
        (choice("sessions.show", each.id, label="sessions.one", name=label(each, message.zone)),) for each in shown
    ]
    if len(found) > PAGE:
        action = "sessions.past" if is_past else "sessions.open"
        rows.append((choice(action, at // PAGE + 1, label="sessions.do-more"),))
    rows += await _ways(message, reach, is_past=is_past)
    words = say(f"sessions.list-{name}" if shown else f"sessions.list-{name}-none", lines=lines)
    return Turn(says=(replace(words, choices=tuple(rows), card="sessions", fresh=True),), step=None)


async def _ways(message: InboxMessage, reach: Reach, *, is_past: bool) -> list[tuple[Choice, ...]]:
    if is_past:
        return [(choice("sessions.open", label="sessions.do-list"),)]
    before = await sessions.past_of_scope(reach, message.now, LATELY)
    latest = [each for each in before if each.state == State.PLANNED][:1]
    copied: tuple[Choice, ...] = tuple(
        choice("sessions.copy", each.id, label="sessions.do-copy-last") for each in latest
    )
    new = (choice("sessions.new", label="sessions.do-new", style="good"), *copied)
    over = ((choice("sessions.past", label="sessions.do-past"),),) if before else ()
    return [new, *over, (choice("menu.open", label="sessions.do-menu"),)]


def _counts(found: session_answers.Counts) -> Text:
    return text("sessions.counts", going=found.going, absent=found.absent, silent=found.silent)


CONVERSATION = Conversation(
    "sessions",
    command="/buoihoc",
    open_=open_,
    steps={
        "title": making.title,
        "when": making.when,
        "where": making.where,
        "held": making.held,
        "why": moving.why,
    },
    actions={
        "open": open_,
        "past": past,
        "show": show,
        "new": making.new,
        "kind": making.kind,
        "copy": making.copy,
        "edit": making.edit,
        "summary": drafting.back,
        "keep": drafting.keep,
        "scopes": drafting.scopes,
        "scope": drafting.scope,
        "tasks": drafting.tasks,
        "task": drafting.task,
        "place": drafting.place,
        "drop": drafting.drop,
        "plan": drafting.plan,
        "move": moving.move,
        "move_when": moving.move_when,
        "move_where": moving.move_where,
        "shift": moving.shift,
        "cancel": moving.cancel,
        "because": moving.because,
        "remind": moving.remind,
    },
)
