"""Help: which words work, and whom to turn to."""

from dataclasses import replace

from handlers.conversation import Conversation, InboxMessage, Text, Turn, choice, say, text
from journey.people import Role
from journey.person import Person
from journey.sessions import posts_that_hold
from storage import people


async def open_(message: InboxMessage, *_args: str) -> Turn:
    """Say what this person can do here; the chat stays where it waits."""
    assert message.person is not None
    person = message.person
    lines = [text(f"help.{key}") for key in _topics(person)]
    answer = say("help.text", topics=lines, contact=await _contact(message, person))
    return Turn(says=(replace(answer, choices=((choice("menu.open", label="help.menu"),),)),))


def _topics(person: Person) -> list[str]:
    topics = ["member"] if person.has(Role.MEMBER) else []
    if person.roles() - {Role.MEMBER}:
        topics.append("officer")
    if posts_that_hold(person.posts):
        topics += ["sessions", "broadcast"]
    if person.has(Role.SECRETARY, Role.SUPERVISOR):
        topics.append("sender")
    if person.has(Role.SECRETARY):
        topics.append("secretary")
    return [*topics, "everyone"]


async def _contact(message: InboxMessage, person: Person) -> Text:
    officer = await people.officer_of(person.unit, message.today, besides=person.id)
    if officer is None:
        return text("help.contact-nobody")
    return text("help.contact", name=(await people.names([officer]))[officer])


HELP = Conversation("help", command="/trogiup", open_=open_, actions={"open": open_})
