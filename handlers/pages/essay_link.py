"""The link to the page an essay is written on: made in the chat by its author, taken back there."""

from dataclasses import replace

from handlers.conversation import Choice, Conversation, InboxMessage, Link, Say, Turn, choice, page, say
from handlers.member.essay_words import essay
from handlers.member.hand_ins import NoSuchHandIn, draft, members_only
from handlers.member.wording import title
from handlers.pages.own_links import made, taken_back
from storage.links import Purpose, StoredLink


def offer(submission: int) -> Choice:
    """Return the choice to write on a page."""
    return replace(choice("essay-page.open", submission, label="essay-page.do-write"), is_for_page=True)


async def open_(message: InboxMessage, submission: str) -> Turn:
    """Make a link to one's draft; the one before it is revoked."""
    assert message.person is not None
    found = await draft(message.person.id, submission)
    members_only(message)
    if essay(found.task) is None:
        raise NoSuchHandIn
    link = await made(Purpose.ESSAY, found.submission.id, message)
    return Turn(says=(_sent(link, f"{found.task.code} {title(found.task, message.language)}"),))


def _sent(made: StoredLink, task: str) -> Say:
    return replace(
        say("essay-page.sent", task=task, link=Link(made.id), until=made.expires_at),
        choices=(
            (page(Link(made.id), label="essay-page.do-open", style="good"),),
            (choice("essay-page.revoke", made.id, label="essay-page.do-revoke", style="bad"),),
        ),
        card=f"essay-page:{made.submission}",
        fresh=True,
    )


async def revoke(message: InboxMessage, link: str) -> Turn:
    """Take back a link of one's own."""
    found = await taken_back(Purpose.ESSAY, link, message)
    if found is None:
        return Turn(says=(say("essay-page.not-there"),))
    write = replace(choice("essay-page.open", found.submission, label="essay-page.do-anew"), is_for_page=True)
    revoked = replace(say("essay-page.revoked"), choices=((write,),), card=f"essay-page:{found.submission}")
    return Turn(says=(revoked,))


ESSAY_PAGE = Conversation(name="essay-page", actions={"open": open_, "revoke": revoke})
