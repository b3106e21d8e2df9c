"""What a session comes to for one member: how far its task is, or what is still to be done that it counts."""

from handlers.attendance.case import writer as writer
from handlers.conversation import InboxMessage, Text, text
from handlers.member import wording
from handlers.member.programme_of import NoSeason
from handlers.member.standing import standing_of
from journey.attendance import claim
from journey.person import Person
from journey.programme import UnknownTask
from storage.sessions import Session


async def gain(session: Session, person: Person, message: InboxMessage) -> Text | str:
    """Return what `person` reads about the task of `session`; "" for one that counts for none."""
    if not session.task:
        return ""
    try:
        now = await standing_of(person, message.today)
        task = now.programme.task(session.task)
    except (NoSeason, UnknownTask):
        return ""
    named = wording.short(task, message.language)
    claims = claim(task)
    if claims is None:
        return text("attendance.gain-sign", task=named)
    if session.task not in now.tasks:
        return text("attendance.gain-register", task=named)
    counted = next(each for each in now.tasks[session.task].counts if each.criterion.id in claims)
    unit = wording.unit(counted.criterion, message.language)
    return text("attendance.gain", task=named, amount=wording.amount(counted.have, counted.need, unit))
