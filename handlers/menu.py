"""The menu: what this person can do; where whoever is lost finds a way on."""

from collections.abc import Mapping
from dataclasses import replace

from handlers import linking_doors, resuming
from handlers.change_card import waiting_for
from handlers.conversation import Choice, Conversation, InboxMessage, Say, Text, Turn, choice, say, text
from journey.digest import ALWAYS, BY_CHOICE
from journey.people import Role
from journey.person import Person
from journey.sessions import posts_that_hold
from journey.text import fold
from storage import chats

Rows = tuple[tuple[Choice, ...], ...]

MOST = 9
"""Choices of one message: what a numbered menu carries."""

COMMANDS: Mapping[str, tuple[tuple[str, str], ...]] = {
    "stranger": (("start", "menu.command-start"),),
    "member": (
        ("menu", "menu.command-menu"),
        ("dangky", "menu.command-registration"),
        ("nop", "menu.command-evidence"),
        ("so", "menu.command-book"),
        ("lich", "menu.command-calendar"),
        ("trogiup", "menu.command-help"),
        ("huy", "menu.command-cancel"),
    ),
    "officer": (
        ("menu", "menu.command-menu"),
        ("duyet", "menu.command-reviews"),
        ("denghi", "menu.command-changes"),
        ("duyetthay", "menu.command-substitutes"),
        ("buoihoc", "menu.command-sessions"),
        ("thongbao", "menu.command-broadcast"),
        ("tuan", "menu.command-digest"),
        ("trogiup", "menu.command-help"),
        ("huy", "menu.command-cancel"),
    ),
}
"""What a channel's own menu of commands shows to whom: (command, key of its description)."""


def standing(person: Person | None) -> str:
    """Return whose `COMMANDS` a person sees; a member who also holds a post sees the officer's."""
    if person is None:
        return "stranger"
    return "officer" if _reviews(person) else "member"


def _reviews(person: Person) -> bool:
    return any(post.role is not Role.MEMBER for post in person.posts)


def who(person: Person) -> Text:
    """Return how the chat calls a person: bạn Hương, đồng chí Bình."""
    return text("menu.who", address=fold(person.address).replace(" ", "-"), called=person.called)


async def screen(person: Person, message: InboxMessage) -> Say:
    """Return the menu of `person`, for the chat of `message`."""
    waiting = await waiting_for(person.id, message.today) if _reviews(person) else []
    rows = _choices(person, len(waiting), await _own(person, message))
    return replace(say("menu.title", who=who(person)), choices=rows, card="menu", fresh=True)


async def first(person: Person, message: InboxMessage) -> Say:
    """Return the menu under a welcome: it greets no second time, and says how to come back to it."""
    return replace(await screen(person, message), text=text("menu.first", who=who(person)))


async def _own(person: Person, message: InboxMessage) -> tuple[Choice, ...]:
    """Return what is one's own; linking only where there is something to link with, or to let go."""
    links = linking_doors.are_others(message) or len(await chats.of_person(person.id)) > 1
    return (*_MY_OWN, _LINKING) if links else _MY_OWN


def _choices(person: Person, changes: int, mine: tuple[Choice, ...]) -> tuple[tuple[Choice, ...], ...]:
    """Return what the menu offers; what is seldom needed is behind one choice where the screen does not hold it all."""
    member, office = _member(person), _office(person, changes)
    own: Rows = ((_HELP[0], mine[0]), mine[1:3], *((each,) for each in mine[3:]))
    reviews = ((choice("reviews.open", label="menu.reviews"),),) if _reviews(person) else ()
    if _count(member, reviews, office, own) > MOST:
        own = (_HELP, (choice("menu.own", label="menu.own"),))
    if _count(member, reviews, office, own) > MOST:
        office = ((choice("menu.office", label="menu.office"),),)
    return *member, *reviews, *office, *own


def _count(*parts: Rows) -> int:
    return sum(len(row) for part in parts for row in part)


def _member(person: Person) -> Rows:
    """Return what a member does for the own year."""
    if not person.has(Role.MEMBER):
        return ()
    return (
        (choice("registration.open", label="menu.registration"),),
        (choice("evidence.open", label="menu.evidence"),),
        (choice("book.open", label="menu.book"), choice("calendar.open", label="menu.calendar")),
    )


def _office(person: Person, changes: int) -> Rows:
    """Return what an officer does beside approving; `changes` requests wait."""
    rows: list[tuple[Choice, ...]] = []
    if _reviews(person):
        rows.append((choice("substitutes.open", label="menu.substitutes"),))
    if posts_that_hold(person.posts):
        rows.append((choice("sessions.open", label="menu.sessions"),))
        rows.append((choice("broadcast.open", label="menu.broadcast"),))
    week = (choice("digest.open", label="menu.digest"),) if person.has(*ALWAYS, *BY_CHOICE) else ()
    if person.has(Role.SECRETARY):
        rows.append((choice("secretary.open", label="menu.secretary"), *week))
    elif week:
        rows.append(week)
    if changes:
        rows.append((choice("changes.open", label="menu.changes", count=changes),))
    return tuple(rows)


_HELP = (choice("help.open", label="menu.help"),)
_MY_OWN = (
    choice("my-data.open", label="menu.data"),
    choice("reminding.open", label="menu.reminders"),
    choice("language.open", label="menu.language"),
)
_LINKING = choice("linking.open", label="menu.linking")
_BACK = ((choice("menu.open", label="menu.back"),),)


async def open_(message: InboxMessage, *_args: str) -> Turn:
    """Show the menu; the chat stays where it waits."""
    assert message.person is not None
    return Turn(says=(await _screen_here(message, message.person),))


async def _screen_here(message: InboxMessage, person: Person) -> Say:
    """Return the menu, with what is in hand in the person's other chats first."""
    shown, goes_on = await screen(person, message), resuming.rows(await resuming.in_hand(message))
    return replace(shown, choices=(*goes_on, *shown.choices))


async def not_understood(message: InboxMessage) -> Turn:
    """Offer the menu for what nobody can place."""
    assert message.person is not None
    shown = await _screen_here(message, message.person)
    return Turn(says=(replace(shown, text=text("menu.not-understood")),))


async def office(message: InboxMessage) -> Turn:
    """Show an officer's work that the menu has no room for."""
    assert message.person is not None
    waiting = await waiting_for(message.person.id, message.today) if _reviews(message.person) else []
    rows = _office(message.person, len(waiting))
    shown = replace(await screen(message.person, message), choices=(*rows, *_BACK))
    return Turn(says=(shown,)) if rows else await open_(message)


async def own(message: InboxMessage) -> Turn:
    """Show what is one's own: data, reminders, language."""
    assert message.person is not None
    rows = tuple((each,) for each in await _own(message.person, message))
    return Turn(says=(replace(await screen(message.person, message), choices=(*rows, *_BACK)),))


MENU = Conversation("menu", command="/menu", open_=open_, actions={"open": open_, "office": office, "own": own})
