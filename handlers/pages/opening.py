"""Whether a link still opens its page: looked at for every look and every answer, by the posts of today."""

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from handlers.conversation import text
from handlers.pages.senders import may_send
from handlers.review_case import Case, load
from storage import chats, consents
from storage.links import Purpose, StoredLink
from storage.reviews import StoredReview


@dataclass(frozen=True, slots=True)
class Shut:
    """A page that does not open: why (`pages.<why>-title`, `pages.<why>-text`), and the facts."""

    why: str
    facts: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Asked:
    """What a link asks of an assessor without the bot: one review of one hand-in."""

    link: StoredLink
    case: Case
    review: StoredReview

    @property
    def body(self) -> str:
        """Return the title of the body that is asked."""
        return self.case.programme.assessor(self.review.body).title


def shut(link: StoredLink, now: datetime) -> Shut | None:
    """Return why `link` opens nothing any more at `now` (UTC), None while it does."""
    used, revoked, expired = _OWN_WORDS.get(link.purpose, ("used", "revoked", "expired"))
    if link.used_at is not None:
        return Shut(used, {"at": link.used_at})
    if link.revoked_at is not None:
        return Shut(revoked)
    if now >= link.expires_at:
        return Shut(expired, {"until": link.expires_at})
    return None


_OWN_WORDS: dict[str, tuple[str, str, str]] = {
    Purpose.ESSAY: ("essay-used", "essay-revoked", "essay-expired"),
    Purpose.UPLOAD: ("upload-used", "upload-revoked", "upload-expired"),
    Purpose.TICKS: ("used", "attend-revoked", "ticks-expired"),
    Purpose.ATTENDANCE: ("used", "attend-revoked", "attend-expired"),
}
"""Which pages say in words of their own that they are shut: those that their reader made."""


async def asked(link: StoredLink, today: date) -> Asked | Shut:
    """Return what a review link asks; whoever sent it must still be somebody who may."""
    case = await load(link.submission or 0, today)
    review = next((each for each in case.reviews if each.body == link.body), None) if case else None
    if case is None or review is None:
        return Shut("gone")
    if review.state != "waiting":
        return decided(case)
    return Asked(link, case, review) if await may_send(case, link.made_by, today) else Shut("gone")


def decided(case: Case) -> Shut:
    """Return that somebody was faster: who, and when; "gone" for what nobody decided."""
    closing = next((each for each in reversed(case.reviews) if each.decided_at is not None), None)
    if closing is None:
        return Shut("gone")
    name = closing.answered_by or case.names.get(closing.decided_by or 0, "–")
    verdict = text(f"reviews.already-{closing.state}")
    return Shut("decided", {"name": name, "verdict": verdict, "at": closing.decided_at})


async def looked_at(link: StoredLink, today: date) -> Case | Shut:
    """Return the hand-in of a gallery link, while its reader may act on it and is in a chat, and its author agrees."""
    case = await load(link.submission or 0, today)
    if case is None or link.person is None or link.person == case.author.id or not case.for_person(link.person):
        return Shut("gone")
    if await consents.has_withdrawn(case.author.id) or not await chats.is_anywhere(link.person):
        return Shut("gone")
    return case
