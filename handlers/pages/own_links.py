"""Links that members make to pages of their own: to a draft of theirs, one live one a page, taken back by a tap."""

from handlers.arguments import number
from handlers.conversation import InboxMessage
from storage import audit, links
from storage.links import Purpose, StoredLink


async def made(purpose: Purpose, submission: int, message: InboxMessage) -> StoredLink:
    """Return a new link of who writes to `submission`; the one before it is revoked."""
    assert message.person is not None
    person = message.person.id
    link = await links.make(purpose, made_by=person, person=person, now=message.now, submission=submission)
    await _record("link.made", link, message)
    return link


async def taken_back(purpose: Purpose, raw: str, message: InboxMessage) -> StoredLink | None:
    """Revoke the link that `raw` (an id) names; None when it is not one's own, or does not open any more."""
    assert message.person is not None
    link = await links.get(number(raw) or 0)
    if link is None or link.person != message.person.id or link.purpose != purpose:
        return None
    if not await links.revoke(link.id, message.now):
        return None
    await _record("link.revoked", link, message)
    return link


async def _record(action: str, link: StoredLink, message: InboxMessage) -> None:
    await audit.record(
        action,
        f"submission {link.submission}",
        actor=link.person,
        chat=message.chat,
        now=message.now,
        link=link.id,
        purpose=link.purpose,
    )
