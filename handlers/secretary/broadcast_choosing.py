"""Choosing whom to write to: a place, then which of its people, each with how many they are."""

from collections.abc import Sequence
from dataclasses import replace

from handlers.arguments import number
from handlers.conversation import Choice, InboxMessage, Say, Text, Turn, choice, say, text
from handlers.member.wording import task_label
from handlers.secretary.broadcast_target import concerns, lost, role_words, writer
from handlers.secretary.sessions_scopes import Places, places
from journey.segments import ROLES, Segment, Who, place, read_place
from journey.sessions import Scope, posts_that_hold
from locales.texts import Day
from storage import broadcasts, programmes, segments, sessions
from storage.sessions import Reach, Session

PAGE = 7
TASKS = 6
"""Tasks of one screen: with what else it offers nine choices, what a numbered menu carries."""

SESSIONS = 4
"""The latest sessions that are offered; of an older one nobody asks any more."""

CARD = "broadcast"

_MENU = (choice("menu.open", label="broadcast.do-menu"),)


async def open_(message: InboxMessage, where: str = "") -> Turn:
    """Show the people of a place to choose among; without one that of the first post."""
    everywhere = await places()
    open_to = everywhere.open_to(writer(message))
    if not open_to:
        return _officers_only(message)
    scope = read_place(where) if where else open_to[0]
    if scope is None or scope not in open_to:
        return lost()
    whole = await segments.count(Segment(Who.EVERYONE, scope), message.local, besides=writer(message).id)
    rows: list[tuple[Choice, ...]] = [
        (await _counted(message, who, scope, f"broadcast.do-{who}"),)
        for who in (Who.EVERYONE, Who.NOT_REGISTERED, Who.SILENT)
    ]
    rows.append(
        (_to("broadcast.tasks", scope, "broadcast.do-tasks"), _to("broadcast.sessions", scope, "broadcast.do-sessions"))
    )
    officers = (_to("broadcast.roles", scope, "broadcast.do-roles"),) if scope.group is None else ()
    rows.append((*officers, _to("broadcast.out", scope, "broadcast.do-out", n=whole.not_joined)))
    rows.append((*await _last(message), *((_places(),) if len(open_to) > 1 else ())))
    words = say("broadcast.choose", place=_named(scope, everywhere))
    return Turn(says=(_screen(words, *rows),), step=None)


def _officers_only(message: InboxMessage) -> Turn:
    if posts_that_hold(writer(message).posts):
        return lost()  # of a place that is not there any more
    return Turn(says=(replace(say("broadcast.officers-only"), choices=(_MENU,)),), step=None)


async def _counted(message: InboxMessage, who: Who, scope: Scope, label: str) -> Choice:
    found = await segments.count(Segment(who, scope), message.local, besides=writer(message).id)
    return choice("broadcast.to", Segment(who, scope), label=label, n=found.people)


def _to(action: str, scope: Scope, label: str, **params: object) -> Choice:
    return choice(action, place(scope), label=label, **params)  # type: ignore[arg-type]


async def _last(message: InboxMessage) -> tuple[Choice, ...]:
    """Return the way to what was sent last."""
    found = await broadcasts.last(writer(message).id)
    return (choice("broadcast.show", found.id, label="broadcast.do-last"),) if found is not None else ()


def _places() -> Choice:
    return choice("broadcast.places", label="broadcast.do-places")


async def list_places(message: InboxMessage, page: str = "0") -> Turn:
    """Offer the other places: groups and units below."""
    everywhere = await places()
    open_to = everywhere.open_to(writer(message))
    if not open_to:
        return _officers_only(message)
    first = (number(page, 9999) or 0) * PAGE
    first = first if first < len(open_to) else 0
    rows = [
        (choice("broadcast.open", place(each), label="broadcast.one-place", name=_named(each, everywhere)),)
        for each in open_to[first : first + PAGE]
    ]
    if first + PAGE < len(open_to):
        rows.append((choice("broadcast.places", first // PAGE + 1, label="broadcast.do-more"),))
    return Turn(says=(_screen(say("broadcast.choose-place"), *rows),), step=None)


async def list_tasks(message: InboxMessage, where: str, page: str = "0") -> Turn:
    """Offer those to look after, and the tasks that somebody is behind on, the most people first."""
    scope, everywhere = await _scope(message, where)
    if scope is None:
        return lost()
    season = await programmes.current_season()
    programme = await programmes.parsed(season.programme) if season is not None else None
    tasks = {each.code: each for each in programme.tasks} if programme is not None else {}
    found = [(tasks[code], n) for code, n in (await segments.behind(scope, message.local)).items() if code in tasks]
    first = (number(page, 9999) or 0) * TASKS
    first = first if first < len(found) else 0
    shown = [
        (Segment(Who.BEHIND, scope, task.code), task_label(task, message.language), n)
        for task, n in found[first : first + TASKS]
    ]
    rows = [(choice("broadcast.to", Segment(Who.AT_RISK, scope), label="broadcast.do-risk"),)]
    rows += [(choice("broadcast.to", each, label="broadcast.one-task", task=task, n=n),) for each, task, n in shown]
    if first + TASKS < len(found):
        rows.append((choice("broadcast.tasks", where, first // TASKS + 1, label="broadcast.do-more"),))
    words = say("broadcast.tasks" if found else "broadcast.tasks-none", place=_named(scope, everywhere))
    return Turn(says=(_screen(words, *rows, _back(scope)),), step=None)


async def list_roles(message: InboxMessage, where: str) -> Turn:
    """Offer the officers of a place, by role."""
    scope, everywhere = await _scope(message, where)
    if scope is None:
        return lost()
    rows = []
    for role in ROLES:
        segment = Segment(Who.ROLE, scope, str(role))
        found = await segments.count(segment, message.local, besides=writer(message).id)
        if found.people:
            label, words = "broadcast.one-role", role_words(role)
            rows.append((choice("broadcast.to", segment, label=label, role=words, n=found.people),))
    said = say("broadcast.roles" if rows else "broadcast.roles-none", place=_named(scope, everywhere))
    return Turn(says=(_screen(said, *rows, _back(scope)),), step=None)


async def list_sessions(message: InboxMessage, where: str) -> Turn:
    """Offer those who did not come to one of the latest sessions, or will not come to one of the next."""
    scope, everywhere = await _scope(message, where)
    if scope is None:
        return lost()
    reach = Reach(
        [*everywhere.path(scope), *(await segments.below(scope.unit) if scope.unit is not None else ())],
        [each for each in everywhere.groups if concerns_group(each, scope, everywhere)],
        everywhere=scope == Scope(),
    )
    past = await sessions.past_of_scope(reach, message.now, SESSIONS)
    coming = await sessions.of_scope(reach, message.now, SESSIONS)
    rows, lines = [], []
    for session, ways in [(each, (Who.MISSED, Who.DECLINED)) for each in past] + [
        (each, (Who.DECLINED,)) for each in coming
    ]:
        offered = [each for who in ways if (each := await _absent(message, who, session, scope)) is not None]
        if offered and concerns(session, scope, everywhere):
            rows.append(tuple(offered))
            lines.append(text("broadcast.session-line", title=session.title, day=Day(session.starts_at)))
    words = say(
        "broadcast.sessions" if rows else "broadcast.sessions-none", place=_named(scope, everywhere), lines=lines
    )
    return Turn(says=(_screen(words, *rows, _back(scope)),), step=None)


def concerns_group(group: int, scope: Scope, everywhere: Places) -> bool:
    """Say whether `group` is the scope, or lies in it."""
    return group == scope.group or (scope.group is None and scope.unit in everywhere.path(Scope(group=group)))


async def _absent(message: InboxMessage, who: Who, session: Session, scope: Scope) -> Choice | None:
    segment = Segment(who, scope, str(session.id))
    found = await segments.count(segment, message.local, besides=writer(message).id)
    if not found.people:
        return None
    day = Day(session.starts_at)
    return choice("broadcast.to", segment, label=f"broadcast.one-{who}", day=day, n=found.people)


async def list_out(message: InboxMessage, where: str, page: str = "0") -> Turn:
    """List who is in no chat: a message reaches none of them."""
    scope, everywhere = await _scope(message, where)
    if scope is None:
        return lost()
    whole = await segments.count(Segment(Who.EVERYONE, scope), message.local, besides=0)
    named = _named(scope, everywhere)
    if not whole.not_joined:
        return Turn(says=(_screen(say("broadcast.out-none", place=named), _back(scope)),), step=None)
    first = (number(page, 9999) or 0) * PAGE * 2
    first = first if first < whole.not_joined else 0
    shown = await segments.not_joined(scope, message.local, first=first, most=PAGE * 2)
    lines = [text("broadcast.out-line", name=name, place=near) for name, near in shown]
    rows = []
    if first + PAGE * 2 < whole.not_joined:
        rows.append((choice("broadcast.out", where, first // (PAGE * 2) + 1, label="broadcast.do-more"),))
    words = say("broadcast.out", n=whole.not_joined, place=named, lines=lines)
    return Turn(says=(_screen(words, *rows, _back(scope)),), step=None)


async def _scope(message: InboxMessage, where: str) -> tuple[Scope | None, Places]:
    """Return the place that `where` names, None for one that is not this person's."""
    everywhere = await places()
    scope = read_place(where)
    is_theirs = scope is not None and everywhere.may_hold(writer(message), scope)
    return scope if is_theirs else None, everywhere


def _named(scope: Scope, everywhere: Places) -> str | Text:
    return everywhere.name(scope) or text("broadcast.everywhere")


def _back(scope: Scope) -> tuple[Choice, ...]:
    return (choice("broadcast.open", place(scope), label="broadcast.do-back"),)


def _screen(words: Say, *rows: Sequence[Choice]) -> Say:
    return replace(words, choices=tuple(tuple(row) for row in rows if row), card=CARD, fresh=True)
