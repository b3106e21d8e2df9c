"""An answer from a page taken back within ten minutes, through the link it came by; the link then answers again."""

from dataclasses import replace
from datetime import date, datetime, timedelta

from handlers.conversation import Say, Urgency, say
from handlers.pages.answering import as_message, through
from handlers.pages.opening import Asked, Shut, decided, shut
from handlers.review_asking import Tells
from handlers.review_card import UNDO, named
from handlers.review_case import load
from handlers.review_decisions import others, record
from handlers.review_undo import Stands, reopen, to_author, to_undo
from journey.review import TooLateToUndo
from storage import consents, links, submissions
from storage.links import StoredLink

AT_LEAST = timedelta(days=1)
"""How long a link still opens once its answer was taken back: whoever did so on its last day answers anew, too."""


def until(link: StoredLink, now: datetime) -> datetime | None:
    """Return until when (UTC) the answer given through `link` can be taken back, None when it cannot at `now`."""
    if link.used_at is None or now > link.used_at + UNDO:
        return None
    return link.used_at + UNDO


async def take_back(id_: int, now: datetime, today: date) -> tuple[StoredLink | Shut, Tells]:
    """Undo the verdict given through a link at `now` (UTC), `today` (local); return the link, and who is told what.

    Runs in a transaction; as with an undo in the chat, what followed the verdict stands.
    """
    link = await links.get(id_)
    if link is None or link.submission is None:
        return Shut("gone"), ()
    await submissions.hold_task_of(link.submission)
    await submissions.hold(link.submission)
    given = await _given(id_, now, today)
    if isinstance(given, Shut):
        return given, ()
    case, message = through(given), await as_message(given.link, now, today)
    try:
        mine = to_undo(case, message)
    except Stands as stands:
        return _stands(stands), ()
    if not await links.reopen(given.link, max(given.link.expires_at, now + AT_LEAST)):
        return Shut("followed"), ()
    after, told = await reopen(case, mine, message)
    await record("review.undone", case, mine, message)
    link = await links.get(id_)
    assert link is not None
    sender = (link.made_by, _to_sender(replace(given, link=link)))
    return link, (*await others(after, 0, message), *to_author(after, told), sender)


async def _given(id_: int, now: datetime, today: date) -> Asked | Shut:
    """Return the answer that was given through a link, as it is since the hand-in is held."""
    link = await links.get(id_)
    assert link is not None
    if link.used_at is None:
        return shut(link, now) or Shut("not-answered", {"until": link.expires_at})
    case = await load(link.submission or 0, today)
    review = next((each for each in case.reviews if each.body == link.body), None) if case else None
    if case is None or review is None or await consents.has_withdrawn(case.author.id):
        return Shut("gone")
    if (review.decided_by, review.decided_at) != (link.made_by, link.used_at):
        return Shut("followed") if review.state == "waiting" else decided(case)
    return Asked(link, case, review)


def _stands(stands: Stands) -> Shut:
    if isinstance(late := stands.__cause__, TooLateToUndo):
        return Shut("too-late", {"until": late.until})
    return Shut("followed")


def _to_sender(given: Asked) -> Say:
    said = say(
        "pages.told-taken-back",
        to=given.link.name,
        body=given.body,
        task=named(given.case, "vi"),
        name=given.case.author.full_name,
        until=given.link.expires_at,
    )
    return replace(said, urgency=Urgency.NEWS, must_arrive=True)
