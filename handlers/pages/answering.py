"""An answer that came without the bot, from the page or from paper: a verdict like any other, given once."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum

from handlers.conversation import InboxMessage, Kind, Say, Urgency, say, text
from handlers.pages.opening import Asked, Shut, asked, shut
from handlers.review_asking import Tells
from handlers.review_card import named
from handlers.review_case import Case, load
from handlers.review_decisions import give_for, news, others
from journey.assessors import Panel
from journey.review import Verdict
from storage import links, people, reviews, submissions
from storage.links import StoredLink

LONGEST = 500
"""Characters of an opinion, as of a reason typed in the chat."""


class Way(StrEnum):
    """How an answer came."""

    PAGE = "page"
    PAPER = "paper"


@dataclass(frozen=True, slots=True)
class Answer:
    """What was sent from a page; `sheet` is the key of the signed sheet's photo, "" without one."""

    verdict: Verdict
    opinion: str
    way: Way
    sheet: str = ""


async def answer(link: int, given: Answer, now: datetime, today: date) -> tuple[Asked | Shut, Tells]:
    """Give the verdict at `now` (UTC), `today` (local), and use the link up; return who is told what.

    Whoever was faster is named in the Shut. Runs in a transaction; the hand-in is held before anything is read.
    """
    found = await links.get(link)
    if found is None or found.submission is None:
        return Shut("gone"), ()
    await submissions.hold(found.submission)
    at_door = await _at_door(found.id, now, today)
    if isinstance(at_door, Shut):
        return at_door, ()
    if not await links.use(link, given.way, given.sheet, now):
        return Shut("revoked"), ()
    message = await as_message(at_door.link, now, today)
    await give_for(through(at_door), given.verdict, given.opinion, message)
    await reviews.came(at_door.review.id, given.way, at_door.link.name)
    return at_door, await _told(at_door, given, message)


async def _at_door(id_: int, now: datetime, today: date) -> Asked | Shut:
    link = await links.get(id_)  # as it is since the hand-in is held
    assert link is not None
    return shut(link, now) or await asked(link, today)


def through(at_door: Asked) -> Case:
    """Return the case as the link sees it: one body, for which whoever sent it stands."""
    sent_by = {at_door.review.body: (at_door.link.made_by,)}
    return replace(at_door.case, panel=Panel(sent_by))


async def as_message(link: StoredLink, now: datetime, today: date) -> InboxMessage:
    """Return the answer as the trail names it: "page:12", by who sent the link."""
    sender = await people.get(link.made_by, today)
    return InboxMessage(f"page:{link.id}", Kind.CHOICE, now=now, today=today, person=sender)


async def _told(at_door: Asked, given: Answer, message: InboxMessage) -> Tells:
    """Return the news of the member, the cards of all who may act, and the word to who sent the link."""
    link, before = at_door.link, at_door.case
    now = await load(before.submission.id, message.today)
    assert now is not None
    by_name = replace(now, names={**now.names, link.made_by: link.name})
    member = (now.author.id, await news(by_name, given.verdict, message))
    return (*await others(now, 0, message), member, (link.made_by, _to_sender(at_door, given)))


def _to_sender(at_door: Asked, given: Answer) -> Say:
    said = say(
        "pages.told-answered",
        to=at_door.link.name,
        body=at_door.body,
        how=text(f"pages.how-{given.way}"),
        task=named(at_door.case, "vi"),
        name=at_door.case.author.full_name,
        verdict=text(f"pages.said-{given.verdict}"),
    )
    return replace(said, urgency=Urgency.NEWS, must_arrive=True)
