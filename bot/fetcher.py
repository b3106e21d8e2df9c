"""Brings the bytes of what people send, beside the chats: fetched, checked in a child process, stored.

A file is claimed by its process, so that a crash only means that another one fetches it again; it is stored under
its own hash, so that twice is once.
"""

import asyncio
import contextlib
from collections.abc import Awaitable, Callable, Mapping
from datetime import datetime, timedelta

import structlog

from bot import metrics
from bot.channels.channel import Channel, FileGone, FileTooBig, NotNow
from bot.clock import Clock
from bot.dead import Dead
from bot.tasks import Tasks
from journey.photo_likeness import Look
from journey.refusal import Refused
from papers.documents import Document
from papers.essay_text import Reading, Unread
from papers.essay_text_reading import reason
from papers.inspector import InspectionFailed, Inspector, Limits
from papers.pictures import Picture
from storage import database, evidence, fetching, photo_hashes, photo_pairs
from storage.evidence import Evidence
from storage.fetching import Checked
from storage.files import Files, FileStoreDown, NoSuchFile

log = structlog.get_logger(__name__)

LARGEST = 20 * 1024 * 1024  # bytes; what a bot may download (core.telegram.org/bots/api#getfile)
PARALLEL = 4
CHECKS = 2
"""Checks at a time: each takes a processor and up to 600 MB."""

BACK_OFF = (
    timedelta(seconds=5),
    timedelta(seconds=30),
    timedelta(minutes=2),
    timedelta(minutes=10),
    timedelta(hours=1),
)
"""How long to wait after each try; after the last one the file is lost."""

LEASE = timedelta(minutes=5)
"""Longer than a try may take: a file that has been in hand for so long is taken up again, though its process lives."""

PATIENCE = 60.0  # seconds for one download
GRACE = 10.0  # seconds that work under way gets when the product stops
LOOK_EVERY = timedelta(seconds=2)
"""How often to look for what nobody woke us for, and for what dead processes have in hand."""

Tell = Callable[[str, int], Awaitable[None]]
Settle = Callable[[], Awaitable[bool]]


class Fetcher:
    """Fetches what has arrived, a few at a time.

    `tell` stores the news of (chat, evidence id) in the transaction that settles it; `told` says it has committed.
    """

    def __init__(
        self,
        channels: Mapping[str, Channel],
        files: Files,
        clock: Clock,
        process: int,
        tell: Tell,
        told: Callable[[str], None],
    ) -> None:
        self._channels = channels
        self._files = files
        self._clock = clock
        self._process = process
        self._dead = Dead(process)
        self._looked_at: datetime | None = None
        self._tell = tell
        self._told = told
        self._wake = asyncio.Event()
        self._wake.set()
        self._inspector = Inspector(CHECKS)
        self._loop = Tasks()
        self._work = Tasks()
        self._busy = 0
        self._is_resting = False
        self._is_stopping = False

    def start(self) -> None:
        """Begin, with what an earlier process left."""
        self._loop.start(self._run(), "fetcher")

    def wake(self) -> None:
        """Files have arrived."""
        self._wake.set()

    async def stop(self) -> None:
        """Finish what is under way, for a while; what does not finish, the next process fetches again."""
        self._is_stopping = True
        self._wake.set()
        await self._loop.join()
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(GRACE):
                await self._work.join()
        await self._work.cancel()
        await self._inspector.stop()

    @property
    def idle(self) -> bool:
        """Say whether nothing is under way and nobody woke us."""
        return self._is_resting and not self._busy and not self._wake.is_set()

    async def _run(self) -> None:
        while not self._is_stopping:
            until: datetime | None = None
            try:
                await self._take_over()
                if not await self._begin():
                    continue
                until = await self._next_look()
            except Exception as error:
                log.error("the files to fetch cannot be read", exc_info=error)
                until = self._clock.now() + LOOK_EVERY
            self._is_resting = True
            await self._clock.wait(self._wake, until)
            self._is_resting = False

    async def _take_over(self) -> None:
        """Free what dead processes have in hand."""
        now = self._clock.now()
        if self._looked_at is not None and now - self._looked_at < LOOK_EVERY:
            return
        if await fetching.holders() - {self._process}:
            async with database.transaction():
                dead = await self._dead.among(await fetching.holders(), now)
                if count := await fetching.release(dead, now, BACK_OFF) if dead else 0:
                    log.warning("files were being fetched when their process ended", count=count)
        self._looked_at = now

    async def _begin(self) -> bool:
        """Take up what is due; say whether there is nothing more to take up now."""
        room = PARALLEL - self._busy
        if room == 0:
            return True
        async with database.transaction():
            claimed = await fetching.claim(self._clock.now(), LEASE, room, self._process)
        for piece in claimed:
            self._busy += 1
            self._work.start(self._bring(piece), "fetch")
        return len(claimed) < room

    async def _next_look(self) -> datetime | None:
        """Return when something is due; with all hands busy, whoever ends first wakes us."""
        if self._busy >= PARALLEL:
            return None
        now = self._clock.now()
        due = await evidence.next_due()
        return now + LOOK_EVERY if due is None else min(max(due, now + timedelta(milliseconds=50)), now + LOOK_EVERY)

    async def _bring(self, piece: Evidence) -> None:
        try:
            settle, is_final = await self._outcome(piece)
            metrics.FETCHES.labels("settled" if is_final else "later").inc()
            async with database.transaction():
                is_news = await settle() and is_final
                if is_news:
                    await self._tell(piece.chat, piece.id)
            if is_news:
                self._told(piece.chat)
                await self._forget_upload(piece)
        except Exception as error:
            log.error("a file could not be settled", evidence_id=piece.id, exc_info=error)
        finally:
            self._busy -= 1
            self._wake.set()

    async def _outcome(self, piece: Evidence) -> tuple[Settle, bool]:
        """Fetch, check and store; return how to settle the row, and whether that ends it."""
        if piece.attempts > len(BACK_OFF) + 1:  # its process died in the last try, as if the file had killed it
            return self._refused(piece, "InspectionFailed", Unread.TOO_SLOW)
        try:
            checked = await self._check(piece)
            alike = await look_alikes(piece.id, checked.looks)
        except FileTooBig:
            return self._refused(piece, "FileTooBig", Unread.TOO_LARGE)
        except FileGone:
            return (lambda: fetching.lose(piece)), True
        except InspectionFailed:
            # The machine may have been short of breath: once more, then it is the file.
            if piece.attempts > 1:
                return self._refused(piece, "InspectionFailed", Unread.TOO_SLOW)
            return self._later(piece)
        except Refused as refusal:
            return self._refused(piece, type(refusal).__name__, reason(refusal))
        except NotNow as busy:
            return self._later(piece, busy.retry_after)
        except Exception as error:  # the network, the store, a bot that is not configured any more
            log.warning("a file is not here yet", evidence_id=piece.id, error=type(error).__name__)
            return self._later(piece)
        return (lambda: fetching.store(piece, checked, alike)), True

    def _refused(self, piece: Evidence, refusal: str, unread: Unread | None) -> tuple[Settle, bool]:
        why = unread.value if unread and piece.kind == "document" else ""
        return (lambda: fetching.refuse(piece, refusal, why)), True

    def _later(self, piece: Evidence, at_least: timedelta = timedelta(0)) -> tuple[Settle, bool]:
        if piece.attempts > len(BACK_OFF):
            return (lambda: fetching.lose(piece)), True
        until = self._clock.now() + max(BACK_OFF[piece.attempts - 1], at_least)
        return (lambda: fetching.postpone(piece, until)), False

    async def _check(self, piece: Evidence) -> Checked:
        async with asyncio.timeout(PATIENCE):
            data = await self._bytes(piece)
        if len(data) > LARGEST:
            raise FileTooBig(LARGEST)
        found = await self._inspector.inspect(data, _called(piece), Limits())
        if isinstance(found, Picture):
            return await self._keep_picture(found)
        reading = await self._read(piece, found, data)
        return await self._keep_document(found, data, reading)

    async def _bytes(self, piece: Evidence) -> bytes:
        if not piece.is_uploaded:
            return await self._channels[piece.chat.partition(":")[0]].fetch(piece.remote, LARGEST)
        try:
            return await self._files.get(piece.remote)
        except NoSuchFile as error:
            raise FileGone from error

    async def _forget_upload(self, piece: Evidence) -> None:
        """Forget what was uploaded: it is kept as it was made anew, without what it told about the sender."""
        if not piece.is_uploaded:
            return
        try:
            await self._files.delete(piece.remote)
        except FileStoreDown:
            log.warning("an upload that is done with stays in the store", evidence_id=piece.id)

    async def _read(self, piece: Evidence, found: Document, data: bytes) -> Reading:
        """Return what a document says; one that its reader cannot cope with is kept all the same.

        Raises:
            InspectionFailed: the first time there is no answer.
        """
        try:
            return await self._inspector.read(data, found.kind, Limits())
        except InspectionFailed:
            if piece.attempts > 1:
                return Reading(unread=Unread.TOO_SLOW)
            raise

    async def _keep_picture(self, found: Picture) -> Checked:
        key = f"evidence/{found.sha256[:2]}/{found.sha256}"
        await self._files.put(f"{key}.jpg", found.jpeg)
        await self._files.put(f"{key}-small.jpg", found.thumbnail)
        return Checked(
            kind="photo",
            sha256=found.sha256,
            file=f"{key}.jpg",
            size=len(found.jpeg),
            mime="image/jpeg",
            thumbnail=f"{key}-small.jpg",
            width=found.width,
            height=found.height,
            taken_at=found.taken_at.isoformat() if found.taken_at else "",
            dhash=f"{found.dhash:016x}",
            looks=found.looks,
        )

    async def _keep_document(self, found: Document, data: bytes, reading: Reading) -> Checked:
        key = f"evidence/{found.sha256[:2]}/{found.sha256}.{found.extension}"
        await self._files.put(key, data)
        return Checked(
            kind="document",
            sha256=found.sha256,
            file=key,
            size=found.size,
            mime=found.mime,
            extracted=None if reading.unread else reading.text,
            unread=reading.unread.value if reading.unread else "",
        )


async def look_alikes(piece: int, looks: Mapping[int, Look]) -> Mapping[int, int]:
    """Return the pictures that look like this one, searched for outside the transaction that settles it.

    How it looks is committed before: of two that come at the same moment, at least one search finds the other.
    """
    if not looks:
        return {}
    async with database.transaction():
        await photo_hashes.keep(piece, looks)
    return await photo_pairs.search(piece, looks)


def _called(piece: Evidence) -> str:
    """Return the name the check goes by: none for a photo; a document without a type is still a document."""
    if piece.kind == "photo":
        return ""
    return piece.name if "." in piece.name else f"{piece.name}.bin"
