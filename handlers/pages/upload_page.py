"""The page that takes photos and documents for a draft: what it shows, what a file that was uploaded becomes."""

from dataclasses import dataclass
from datetime import date, datetime

from handlers.conversation import Text, text
from handlers.member.evidence_arrival import PIECES, refused
from handlers.member.hand_ins import AlreadyHandedIn, Draft, NoSuchHandIn, draft, own
from handlers.pages.opening import Shut, shut
from handlers.review_asking import Tells
from journey.people import Role
from journey.person import Person
from storage import audit, chats, evidence, links, people, submissions
from storage.evidence import Arrival, Evidence
from storage.links import StoredLink

_GONE = Shut("upload-gone")


@dataclass(frozen=True, slots=True)
class Page:
    """What a link opens for its author."""

    link: StoredLink
    author: Person
    found: Draft

    @property
    def files(self) -> list[Evidence]:
        """Return the files of the draft, however they came."""
        return [piece for piece in self.found.pieces if piece.kind != "text"]

    @property
    def room(self) -> int:
        """Return how many more pieces the draft takes."""
        return max(0, PIECES - len(self.found.pieces))


@dataclass(frozen=True, slots=True)
class Upload:
    """One file as it reached us; `sha256` (hex) is of its bytes, `key` where the store keeps them until the check."""

    name: str
    mime: str
    size: int
    sha256: str
    key: str


@dataclass(frozen=True, slots=True)
class Taken:
    """What became of an upload: it is one of the draft's files now, unless it was before, or no more fit."""

    page: Page
    is_new: bool = False
    is_full: bool = False


async def opened(link: StoredLink, today: date) -> Page | Shut:
    """Return what an upload link opens, by the posts of `today` (local): a draft of whom it serves."""
    if link.person is None or link.submission is None or not await chats.is_anywhere(link.person):
        return _GONE
    author = await people.get(link.person, today)
    if not author.has(Role.MEMBER):
        return _GONE
    try:
        return Page(link, author, await draft(author.id, str(link.submission)))
    except NoSuchHandIn:
        return _GONE
    except AlreadyHandedIn:
        handed_in = await own(author.id, str(link.submission))
        return _GONE if handed_in.submitted_at is None else Shut("upload-used", {"at": handed_in.submitted_at})


async def take(id_: int, upload: Upload, now: datetime, today: date) -> tuple[Taken | Shut, Tells]:
    """Make `upload` a piece of the link's draft, like a file that came by the chat; runs in a transaction.

    The same bytes are one piece, however often they come: the answer to an upload may have been lost.
    """
    link = await links.get(id_)
    if link is None or link.submission is None:
        return _GONE, ()
    await submissions.hold_task_of(link.submission)
    link = await links.get(id_) or link  # as it is since then
    page = shut(link, now) or await opened(link, today)
    if isinstance(page, Shut):
        return page, ()
    if await evidence.same_bytes(page.found.submission.id, upload.sha256):
        return Taken(page), ()
    if not page.room:
        return Taken(page, is_full=True), ()
    await _register(page, upload, now)
    return Taken(page, is_new=True), ()


async def _register(page: Page, upload: Upload, now: datetime) -> None:
    """Let the fetcher take it up; the news of its check goes to the chat that the author is told in."""
    id_, author = page.found.submission.id, page.author.id
    kind = "photo" if upload.mime.startswith("image/") else "document"
    arrival = Arrival(kind, upload.key, upload.sha256, name=upload.name, mime=upload.mime, size=upload.size)
    by_page = f"page:{page.link.id}"
    reached = (await chats.of_people([author])).get(author, [])
    chat = reached[0].chat if reached else by_page
    await evidence.arrive([arrival], person=author, chat=chat, submission=id_, now=now)
    await audit.record("evidence.uploaded", f"submission {id_}", actor=author, chat=by_page, now=now, link=page.link.id)


def state(piece: Evidence) -> Text:
    """Say how one file stands."""
    if piece.state in ("refused", "lost"):
        return refused(piece).text
    return text(f"upload-page.file-{piece.state}")
