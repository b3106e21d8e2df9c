"""Somebody blocked us or deleted the chat: whoever accompanies them is told, once a day."""

from dataclasses import replace

from handlers.conversation import InboxMessage, Say, Turn, Urgency, say
from journey.people import Role
from journey.person import Person
from storage import chats, people, units


async def left(message: InboxMessage) -> Turn:
    """Tell the group's supervisor, or else the first officer a message reaches; a stranger's leaving is nobody's."""
    person = message.person
    if person is None:
        return Turn()
    supervisors = await people.holders((Role.SUPERVISOR,), message.today)
    around = [post.person for post in supervisors if post.group == person.group and post.person != person.id]
    around += await people.officers_of(person.unit, message.today, besides=person.id)
    reachable = await chats.of_people(around)
    told = next((each for each in around if each in reachable), None)
    return Turn() if told is None else Turn(tells=((told, await _news(message, person)),))


async def _news(message: InboxMessage, person: Person) -> Say:
    news = say("leaving.told", name=person.full_name, unit=await units.unit_name(person.unit))
    return replace(news, urgency=Urgency.NEWS, must_arrive=True, key=f"left:{person.id}:{message.today}")
