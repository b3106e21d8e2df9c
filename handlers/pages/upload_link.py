"""The link to the page that takes files for a draft: made in the chat by its author, taken back there."""

from dataclasses import replace

from handlers.conversation import Choice, Conversation, InboxMessage, Link, Say, Turn, Way, choice, page, say
from handlers.member.hand_ins import draft, members_only
from handlers.member.wording import title
from handlers.pages.own_links import made, taken_back
from storage.links import Purpose, StoredLink


def offer(submission: int) -> Choice:
    """Return the choice to send files by a page, for where the chat takes no documents."""
    return _to_page(submission, "upload-page.do-send", Way.DOCUMENTS)


def look(submission: int) -> Choice:
    """Return the choice to see there what was sent, for where each picture would be a message of its own."""
    return _to_page(submission, "upload-page.do-look", Way.GALLERY)


def _to_page(submission: int, label: str, instead_of: Way | None) -> Choice:
    return replace(choice("upload-page.open", submission, label=label), is_for_page=True, instead_of=instead_of)


async def open_(message: InboxMessage, submission: str) -> Turn:
    """Make a link to one's draft; the one before it is revoked."""
    assert message.person is not None
    found = await draft(message.person.id, submission)
    members_only(message)
    link = await made(Purpose.UPLOAD, found.submission.id, message)
    return Turn(says=(_sent(link, f"{found.task.code} {title(found.task, message.language)}"),))


def _sent(made: StoredLink, task: str) -> Say:
    return replace(
        say("upload-page.sent", task=task, link=Link(made.id), until=made.expires_at),
        choices=(
            (page(Link(made.id), label="upload-page.do-open", style="good"),),
            (choice("upload-page.revoke", made.id, label="upload-page.do-revoke", style="bad"),),
        ),
        card=f"upload-page:{made.submission}",
        fresh=True,
    )


async def revoke(message: InboxMessage, link: str) -> Turn:
    """Take back a link of one's own."""
    found = await taken_back(Purpose.UPLOAD, link, message)
    if found is None:
        return Turn(says=(say("upload-page.not-there"),))
    anew = _to_page(found.submission or 0, "upload-page.do-anew", None)
    revoked = replace(say("upload-page.revoked"), choices=((anew,),), card=f"upload-page:{found.submission}")
    return Turn(says=(revoked,))


UPLOAD_PAGE = Conversation(name="upload-page", actions={"open": open_, "revoke": revoke})
