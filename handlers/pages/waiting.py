"""What waits for assessors without the bot, as those see it who may send them a link."""

from dataclasses import dataclass
from datetime import date

from handlers.pages.senders import ROLES, is_without_bot
from handlers.review_queue import panels, under
from journey.above import is_above
from journey.person import Person
from storage import approvers, chats, consents
from storage.waiting import Waiting


@dataclass(frozen=True, slots=True)
class Unheard:
    """A hand-in that waits for `bodies` (titles) without the bot."""

    waiting: Waiting
    bodies: str


async def unheard(person: Person, today: date) -> list[Unheard]:
    """Return what `person` may send a link about on `today` (local), oldest first; none of who withdrew consent."""
    posts = [post for post in person.posts if post.role in ROLES]
    if not posts:
        return []
    known = await approvers.on(today)
    reached = await chats.of_people({post.person for post in known.officers})
    theirs = await under(posts, person.id, known)
    withdrawn = await consents.withdrawn({each.author for each in theirs})
    found = []
    for each, programme, panel in await panels([each for each in theirs if each.author not in withdrawn], known):
        bodies = [
            programme.assessor(body).short
            for body in each.bodies
            if not is_above(body) and is_without_bot(programme.assessor(body), panel.may_act.get(body, ()), reached)
        ]
        if bodies and each.author != person.id:
            found.append(Unheard(each, ", ".join(bodies)))
    return found
