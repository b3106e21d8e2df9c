"""Making a session: what it is, when, where; copied from an earlier one it is asked only when."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from handlers.arguments import number
from handlers.conversation import Choice, Data, Elastic, InboxMessage, Kind, Say, Text, Turn, choice, text
from handlers.member.programme_of import season_programme
from handlers.secretary import sessions_move
from handlers.secretary.sessions_case import Case, draft, find, holds, lost, not_an_organiser
from handlers.secretary.sessions_draft import CARD, PAGE, ask_where, go_on, set_
from handlers.secretary.sessions_scopes import Places, places
from handlers.secretary.sessions_titles import named, renewed, suggested, suggestions
from handlers.secretary.sessions_when import Unclear, When, read_when
from handlers.secretary.sessions_where import SECURE, read_where
from handlers.session_words import tidy
from journey.programme import Programme
from journey.sessions import FARTHEST, LASTS, Scope
from locales.moments import moment
from storage import session_changes
from storage.sessions import Session

TITLE, HELD, WHERE = 120, 200, 700
"""Letters of what is written."""

NIGHT_ENDS, NIGHT_BEGINS = 6, 22
"""An hour before the one or from the other on is asked about: 2h was meant to be 14h."""


async def new(message: InboxMessage, page: str = "0") -> Turn:
    """Ask what it is: what the programme's tasks suggest, or a title of one's own."""
    assert message.person is not None
    if not holds(message.person):
        return not_an_organiser()
    _, programme = await season_programme(message)
    found = suggestions(programme, message.today)
    at = (number(page, 9999) or 0) * PAGE
    rows = [
        (
            choice(
                "sessions.kind",
                each.task,
                each.place,
                label="sessions.suggested",
                task=each.task,
                name=Elastic(each.title),
            ),
        )
        for each in found[at : at + PAGE]
    ]
    if at + PAGE < len(found):
        rows.append((choice("sessions.new", at // PAGE + 1, label="sessions.do-more"),))
    return Turn(says=(_card(text("sessions.ask-title"), *rows),), step="title", data={"doing": "new"})


async def kind(message: InboxMessage, task: str, place: str) -> Turn:
    """Take a suggestion, and ask when."""
    assert message.person is not None
    if not holds(message.person):
        return not_an_organiser()
    _, programme = await season_programme(message)
    chosen = suggested(programme, task, number(place, 99), message.today)
    if chosen is None:
        return lost()
    return _ask_when(chosen.title, {"doing": "new", "task": chosen.task, "place": chosen.place})


async def title(message: InboxMessage, data: Data) -> Turn:
    """Take the title that was written: of a new one, or of a draft."""
    assert message.person is not None
    said = tidy(message.text, TITLE) if message.kind is Kind.TEXT else ""
    if data.get("doing") == "draft":
        case = await draft(message, str(data.get("session")))
        if case is None:
            return lost()
        return await set_(case, message, title=said) if said else _edited(case, "title")
    if not holds(message.person):
        return not_an_organiser()
    if not said:
        return await new(message)
    _, programme = await season_programme(message)
    meant = named(programme, said, message.today)
    if meant is not None:
        return _ask_when(meant.title, {"doing": "new", "task": meant.task, "place": meant.place})
    return _ask_when(said, {"doing": "new", "title": said})


async def copy(message: InboxMessage, id_: str) -> Turn:
    """Make one like an earlier one; only when is asked."""
    case = await find(message, id_)
    if case is None:
        return lost()
    return _ask_when(case.session.title, {"doing": "copy", "session": case.session.id})


async def edit(message: InboxMessage, id_: str, what: str) -> Turn:
    """Ask for one line of a draft again."""
    case = await draft(message, id_)
    if case is None or what not in ("when", "where", "title", "held"):
        return lost()
    return await ask_where(case, message) if what == "where" else _edited(case, what)


def _edited(case: Case, what: str) -> Turn:
    data = {"doing": "draft", "session": case.session.id}
    if what == "when":
        return _ask_when(case.session.title, data)
    return Turn(says=(_card(text(f"sessions.edit-{what}")),), step=what, data=data)


async def held(message: InboxMessage, data: Data) -> Turn:
    """Take the organising body that was written."""
    case = await draft(message, str(data.get("session")))
    said = tidy(message.text, HELD) if message.kind is Kind.TEXT else ""
    if case is None:
        return lost()
    return await set_(case, message, held_by=said) if said else _edited(case, "held")


async def when(message: InboxMessage, data: Data) -> Turn:
    """Take the moment that was written; what is unclear is asked again, what is unusual is asked about."""
    local = message.local
    meant = read_when(message.text if message.kind is Kind.TEXT else "", local, _day(data))
    if meant.at is None or meant.unclear is not None:
        return _ask_again(meant, data)
    if meant.at <= local or meant.at > local + FARTHEST:
        key = "sessions.when-past" if meant.at <= local else "sessions.when-far"
        return _again(text(key, when=moment(meant.at, message.zone)), data)
    match data.get("doing"):
        case "move":
            return await sessions_move.sure(message, str(data.get("session")), meant, odd(message, meant.at))
        case "draft":
            return await _redrafted(message, str(data.get("session")), meant)
        case _:
            return await _drafted(message, data, meant)


def _day(data: Data) -> date | None:
    return date.fromisoformat(str(data["day"])) if data.get("day") else None


def _ask_again(meant: When, data: Data) -> Turn:
    """Ask for what is missing; the day that was understood is kept."""
    if meant.at is not None and meant.unclear is Unclear.TIME:
        kept = {**data, "day": meant.at.date().isoformat()}
        return _again(text("sessions.when-time", day=meant.at.date()), kept)
    said = {name: each for name, each in data.items() if name != "day"}
    if meant.at is not None and meant.unclear is Unclear.WEEKDAY:
        weekday = text(f"sessions.day-{meant.at.weekday()}")
        return _again(text("sessions.when-weekday", day=meant.at.date(), weekday=weekday), said)
    return _again(text("sessions.when-length" if meant.unclear is Unclear.LENGTH else "sessions.when-again"), said)


def _again(words: Text, data: Data) -> Turn:
    return Turn(says=(_card(words),), step="when", data=data)


def odd(message: InboxMessage, at: datetime) -> str:
    """Return why a moment is asked about: "quiet" on a holiday or around Tết, "night", "" when it is not."""
    if message.hours(at.date()).office.days.is_quiet(at.date()):
        return "quiet"
    return "" if NIGHT_ENDS <= at.hour < NIGHT_BEGINS else "night"


async def _drafted(message: InboxMessage, data: Data, meant: When) -> Turn:
    """Make the draft, and go on from there."""
    assert message.person is not None
    there = await places()
    if not holds(message.person):
        return not_an_organiser()
    season, programme = await season_programme(message)
    if data.get("doing") == "copy":
        earlier = await find(message, str(data.get("session")))
        if earlier is None:
            return lost()
        made = await _copied(earlier.session, programme, season.id, meant, message)
    else:
        made = await _begun(data, there, programme, season.id, meant, message)
    return await _asked_about(Case(made, message.person, there), message)


async def _begun(
    data: Data, there: Places, programme: Programme, season: int, meant: When, message: InboxMessage
) -> Session:
    """Make a draft for where the first post of who writes holds."""
    assert message.person is not None
    assert meant.at is not None
    scope = there.open_to(message.person)[0]
    place = number(str(data.get("place", "")), 99)
    chosen = suggested(programme, str(data.get("task", "")), place, meant.at.date())
    return await session_changes.draft(
        season=season,
        title=chosen.title[:TITLE] if chosen else tidy(str(data.get("title", "")), TITLE),
        task=chosen.task if chosen else "",
        starts_at=meant.at.astimezone(UTC),
        held_on=meant.at.date(),
        minutes=meant.minutes or LASTS // timedelta(minutes=1),
        scope=scope,
        held_by=there.name(scope),
        organiser=message.person.id,
        now=message.now,
    )


async def _copied(earlier: Session, programme: Programme, season: int, meant: When, message: InboxMessage) -> Session:
    """Make a draft like `earlier` at another time; a title that names the quarter names the new one."""
    assert message.person is not None
    assert meant.at is not None
    was = earlier.starts_at.astimezone(message.zone).date()
    return await session_changes.draft(
        season=season,
        title=renewed(programme, earlier.task, earlier.title, was, meant.at.date()),
        task=earlier.task,
        starts_at=meant.at.astimezone(UTC),
        held_on=meant.at.date(),
        minutes=meant.minutes or earlier.minutes,
        place=earlier.place,
        link=earlier.link,
        scope=Scope(earlier.unit, earlier.group),
        held_by=earlier.held_by,
        organiser=message.person.id,
        now=message.now,
    )


async def _redrafted(message: InboxMessage, id_: str, meant: When) -> Turn:
    case = await draft(message, id_)
    if case is None or meant.at is None:
        return lost()
    minutes = meant.minutes or case.session.minutes
    values = {"starts_at": meant.at.astimezone(UTC), "held_on": meant.at.date(), "minutes": minutes}
    if not await session_changes.redraft(case.session.id, case.person.id, **values):
        return lost()
    changed = await session_changes.drafted(case.session.id, case.person.id)
    return await _asked_about(replace(case, session=changed), message) if changed else lost()


async def _asked_about(case: Case, message: InboxMessage) -> Turn:
    """Ask about an unusual day or hour, else go on."""
    local = case.session.starts_at.astimezone(message.zone)
    why = odd(message, local)
    if not why:
        return await go_on(case, message)
    keep = (choice("sessions.keep", case.session.id, label="sessions.do-keep"),)
    words = text(f"sessions.when-{why}", when=moment(local, message.zone))
    data = {"doing": "draft", "session": case.session.id}
    return Turn(says=(_card(words, keep),), step="when", data=data)


def _ask_when(title: str, data: Data) -> Turn:
    return Turn(says=(_card(text("sessions.ask-when", title=title)),), step="when", data=data)


async def where(message: InboxMessage, data: Data) -> Turn:
    """Take the place, the link, or both, as they were written."""
    said = tidy(message.text, WHERE) if message.kind is Kind.TEXT else ""
    found = read_where(said)
    again = "sessions.where-not-secure" if SECURE not in said and "://" in said else "sessions.where-again"
    if data.get("doing") == "move":
        if found is None:
            return Turn(says=(_card(text(again)),), step="where", data=data)
        return await sessions_move.to_place(message, str(data.get("session")), found)
    case = await draft(message, str(data.get("session")))
    if case is None:
        return lost()
    if found is None:
        return await ask_where(case, message, again)
    return await set_(case, message, place=found.place, link=found.link)


def _card(words: Text, *rows: tuple[Choice, ...]) -> Say:
    return Say(words, rows, card=CARD, fresh=True)
