"""Who may ask an assessor without the bot by a link, and which assessors those are."""

from collections.abc import Collection
from datetime import date

from handlers.review_case import Case
from journey.above import is_above
from journey.assessors import STAND_IN, people_for
from journey.people import Role
from journey.programme import Assessor, Reach
from storage import chats, consents, people, units
from storage.reviews import StoredReview

SUPERVISOR = Assessor("", "", "", Role.SUPERVISOR, Reach.GROUP)
ROLES = (Role.SECRETARY, Role.SUPERVISOR)
"""Whose holders send links: the member's secretary (the nearest above) and the supervisor of the member's group."""


async def may_send(case: Case, person: int, today: date) -> bool:
    """Say whether `person` may send a link for this hand-in on `today` (local); never for one's own.

    Where several sign, nobody who signs sends: an answer that comes through one's hands is no second signature.
    What somebody handed in who withdrew their consent since goes to nobody outside.
    """
    if await consents.has_withdrawn(case.author.id):
        return False
    posts = await people.holders(ROLES, today)
    path = await units.unit_path(case.author.unit)
    found = {
        each
        for post in (STAND_IN, SUPERVISOR)
        for each in people_for(post, author=case.author.id, unit_path=path, group=case.author.group, posts=posts)
    }
    signs = case.panel.apart and person in {*case.everyone(), *(each.decided_by for each in case.reviews)}
    return person in found and not signs


async def without_bot(case: Case) -> list[StoredReview]:
    """Return the reviews that wait for somebody without the bot.

    Any other assessor answers in the chat, and nobody else in their place.
    """
    waiting = [each for each in case.reviews if each.state == "waiting" and not is_above(each.body)]
    reached = await chats.of_people({person for each in waiting for person in case.may_act.get(each.body, ())})
    return [
        each
        for each in waiting
        if is_without_bot(case.programme.assessor(each.body), case.may_act.get(each.body, ()), reached)
    ]


def is_without_bot(assessor: Assessor, may: Collection[int], reached: Collection[int]) -> bool:
    """Say whether a body answers by a link: the Party committee, and any of which nobody is in a chat.

    Args:
        may: who may act for it, by person.
        reached: people who are in a chat.
    """
    return assessor.role is Role.PARTY_COMMITTEE or not any(person in reached for person in may)
