"""The menu: what this person can do; where whoever is lost finds a way on."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from handlers.change_card import waiting_for
from handlers.conversation import Choice, Conversation, InboxMessage, Say, Text, Turn, choice, say, text
from journey.people import Role
from journey.person import Person
from journey.sessions import posts_that_hold
from journey.text import fold

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


async def screen(person: Person, today: date) -> Say:
    """Return the menu of `person` on `today` (local)."""
    waiting = await waiting_for(person.id, today) if _reviews(person) else []
    return replace(say("menu.title", who=who(person)), choices=_choices(person, len(waiting)), card="menu", fresh=True)


def _choices(person: Person, changes: int) -> tuple[tuple[Choice, ...], ...]:
    rows: list[tuple[Choice, ...]] = []
    if person.has(Role.MEMBER):
        rows.append((choice("registration.open", label="menu.registration"),))
        rows.append((choice("evidence.open", label="menu.evidence"),))
        rows.append((choice("book.open", label="menu.book"), choice("calendar.open", label="menu.calendar")))
    if _reviews(person):
        rows.append((choice("reviews.open", label="menu.reviews"),))
        rows.append((choice("substitutes.open", label="menu.substitutes"),))
    if posts_that_hold(person.posts):
        rows.append((choice("sessions.open", label="menu.sessions"),))
        rows.append((choice("broadcast.open", label="menu.broadcast"),))
    if person.has(Role.SECRETARY):
        rows.append((choice("secretary.open", label="menu.secretary"),))
    if changes:
        rows.append((choice("changes.open", label="menu.changes", count=changes),))
    rows.append((choice("help.open", label="menu.help"), choice("my-data.open", label="menu.data")))
    rows.append((choice("reminding.open", label="menu.reminders"), choice("language.open", label="menu.language")))
    return tuple(rows)


async def open_(message: InboxMessage, *_args: str) -> Turn:
    """Show the menu; the chat stays where it waits."""
    assert message.person is not None
    return Turn(says=(await screen(message.person, message.today),))


async def not_understood(message: InboxMessage) -> Turn:
    """Offer the menu for what nobody can place."""
    assert message.person is not None
    shown = await screen(message.person, message.today)
    return Turn(says=(replace(shown, text=text("menu.not-understood")),))


MENU = Conversation("menu", command="/menu", open_=open_, actions={"open": open_})
