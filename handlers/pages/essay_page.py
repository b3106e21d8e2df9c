"""The page an essay is written on: what it shows, what saving and handing in there do."""

from dataclasses import dataclass, replace
from datetime import date, datetime

from handlers.conversation import InboxMessage, Kind, Say, Text, Urgency, choice, say, text
from handlers.member.essay import Essay, essay_of, save
from handlers.member.evidence_submit import submit, too_short
from handlers.member.hand_ins import AlreadyHandedIn, Draft, NoSuchHandIn, draft, has_draft, own
from handlers.pages.opening import Shut, shut
from handlers.refusing import refusal_text
from handlers.review_asking import Tells
from journey.people import Role
from journey.person import Person
from journey.programme import Task
from journey.refusal import Refused
from storage import chats, database, links, people, submissions
from storage.links import StoredLink

_GONE = Shut("essay-gone")


@dataclass(frozen=True, slots=True)
class Page:
    """What a link opens for its author."""

    link: StoredLink
    author: Person
    found: Draft

    @property
    def essay(self) -> Essay:
        """Return the text as it is kept."""
        return essay_of(self.found)


@dataclass(frozen=True, slots=True)
class Written:
    """An essay that was saved at `at` (UTC), and why it was not handed in, where that was asked."""

    essay: Essay
    at: datetime
    why: Text | None = None


@dataclass(frozen=True, slots=True)
class HandedIn:
    """An essay that waits for its assessors, or was accepted."""

    task: Task


class LinkRevoked(Refused):
    """It was taken back while it was used."""


async def opened(link: StoredLink, today: date) -> Page | Shut:
    """Return what an essay link opens, by the posts of `today` (local): a draft of whom it serves."""
    if link.person is None or link.submission is None or not await chats.is_anywhere(link.person):
        return _GONE
    author = await people.get(link.person, today)
    if not author.has(Role.MEMBER):
        return _GONE
    try:
        page = Page(link, author, await draft(author.id, str(link.submission)))
        _ = page.essay
    except NoSuchHandIn:
        return _GONE
    except AlreadyHandedIn:
        handed_in = await own(author.id, str(link.submission))
        return _GONE if handed_in.submitted_at is None else Shut("essay-used", {"at": handed_in.submitted_at})
    return page


async def keep(link: int, words: str, seen: int, now: datetime, today: date) -> tuple[Written | Shut, Tells]:
    """Make `words` the essay, written from the edition `seen`; runs in a transaction.

    Raises:
        NewerText, AlreadyHandedIn, MembersOnly: see `handlers.member.essay.save`.
    """
    page = await _held(link, now, today)
    if isinstance(page, Shut):
        return page, ()
    return Written(await _saved(page, words, seen, now), now), ()


async def hand_in(
    link: int, words: str, seen: int, now: datetime, today: date, language: str
) -> tuple[HandedIn | Written | Shut, Tells]:
    """Keep `words` like `keep`, hand the essay in as the chat does, and use the link up; return who is told what.

    What stands in the way is said on the page; what only the chat can ask, is asked there. The text is kept then, too.

    Raises:
        LinkRevoked: meanwhile; nothing has happened.
    """
    page = await _held(link, now, today)
    if isinstance(page, Shut):
        return page, ()
    kept = Written(await _saved(page, words, seen, now), now)
    id_ = page.found.submission.id
    if short := too_short(await draft(page.author.id, str(id_))):
        return replace(kept, why=short.text), ()
    message = InboxMessage(f"page:{link}", Kind.CHOICE, language=language, now=now, today=today, person=page.author)
    try:
        async with database.savepoint():
            turn = await submit(message, str(id_))
    except Refused as refusal:
        return replace(kept, why=refusal_text(refusal)), ()
    if await has_draft(page.author.id, id_):
        return replace(kept, why=text("essay-page.in-chat")), ((page.author.id, _go_on(page)),)
    if not await links.use(link, "page", "", now):
        raise LinkRevoked
    return HandedIn(page.found.task), (*((page.author.id, _news(each)) for each in turn.says), *turn.tells)


async def _held(id_: int, now: datetime, today: date) -> Page | Shut:
    """Return what the link opens once nobody else can hand it in or change it until this transaction ends."""
    link = await links.get(id_)
    if link is None or link.submission is None:
        return _GONE
    await submissions.hold_task_of(link.submission)
    link = await links.get(id_) or link  # as it is since then
    return shut(link, now) or await opened(link, today)


async def _saved(page: Page, words: str, seen: int, now: datetime) -> Essay:
    chat = f"page:{page.link.id}"
    return await save(page.found.submission.id, words, seen, author=page.author, chat=chat, now=now)


def _go_on(page: Page) -> Say:
    """Ask its author to go on in the chat: there is a question only the chat can ask."""
    id_ = page.found.submission.id
    go_on = choice("evidence.preview", id_, label="essay-page.do-go-on", style="good")
    asked = say("essay-page.go-on", task=page.found.task.code)
    return replace(asked, choices=((go_on,),), card=f"essay-page:{id_}", fresh=True, urgency=Urgency.NEWS, at_once=True)


def _news(said: Say) -> Say:
    """Return what the chat says of a hand-in, where it is seen: below everything."""
    return replace(said, fresh=said.card is not None, urgency=Urgency.NEWS, must_arrive=True, at_once=True)
