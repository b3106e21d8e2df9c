"""The web channel: phones on a page. The sandbox speaks it; it takes the same road as every other."""

import asyncio
import contextlib
import uuid
from collections.abc import Mapping, Sequence
from typing import Any, cast

from bot.channels.channel import Capabilities, CardGone, FileGone, FileTooBig, OutboxMessage, Refused
from bot.clock import Clock
from bot.ids import Ids
from handlers.conversation import Attachment, InboxMessage, Kind
from journey.text import nfc
from storage import phones
from storage.files import Files, NoSuchFile
from storage.phones import PhoneMessage

TEXT_LIMIT = 4000
"""Our own page has no limit; this one keeps texts as short as the other channels need them."""

CAN = Capabilities(
    buttons=100,
    buttons_a_row=8,
    edits=True,
    deletes=True,
    text_limit=TEXT_LIMIT,
    caption_limit=1024,
    album=10,
    pictures=True,
    documents=True,
    action_bytes=64,
    links=True,
)


class Page:
    """What all phones of one page share: the numbers of their messages, and the bell that rings with each."""

    def __init__(self) -> None:
        self.ids = Ids()
        self.bell = asyncio.Event()
        self.is_closing = False

    def ring(self) -> None:
        """Wake everybody who waits for news."""
        self.bell.set()
        self.bell = asyncio.Event()


class Web:
    """Phones on a page of ours, one a chat: "web:4". By another name and table they are another platform's phones."""

    name = "web"
    can = CAN

    def __init__(self, files: Files, clock: Clock, name: str = name, can: Capabilities = CAN) -> None:
        self.name = name
        self.can = can
        self._files = files
        self._clock = clock
        self._page = Page()

    def beside(self, name: str, can: Capabilities) -> "Web":
        """Return the phones of another platform on the same page: one question waits for the news of all."""
        other = Web(self._files, self._clock, name, can)
        other._page = self._page
        return other

    def parse(self, update: Mapping[str, Any]) -> InboxMessage | None:
        """Return what a phone said."""
        chat, kind = str(update["chat"]), Kind(str(update["kind"]))
        source = str(update["source"]) if update.get("source") else None
        return InboxMessage(
            chat=chat,
            kind=kind,
            text=nfc(_clean(str(update.get("text", "")))),
            choice=_clean(str(update.get("choice", ""))),
            attachments=tuple(Attachment(**file) for file in update.get("files", ())),
            source=source,
            callback=str(update["key"]) if kind is Kind.CHOICE and self.can.buttons else None,
            language=str(update.get("language", "vi")),
        )

    def lane(self, update: Mapping[str, Any]) -> tuple[str, str]:
        """Return what makes an update the same one, and its chat."""
        return str(update.get("key", "")), str(update.get("chat", f"{self.name}:"))

    async def send(self, message: OutboxMessage) -> str | None:
        """Show `message` on its phone."""
        self._check(message)
        if message.kind == "answer":
            await self._show(message.chat, self._page.ids.next(), {"toast": message.text} if message.text else {})
            return None
        if message.kind == "commands":
            return None
        if message.kind == "delete":
            await self._show(message.chat, int(message.target or 0), {})
            return None
        body: dict[str, Any] = {
            "text": message.text,
            "buttons": [
                [{"label": b.label, "action": b.action, "style": b.style, "url": b.url} for b in row]
                for row in message.buttons
            ],
            "files": [await self._keep(file.name, file.data) for file in message.files],
            "kind": message.kind,
        }
        if message.target is not None:
            earlier = await phones.get(int(message.target)) if message.target.isdecimal() else None
            if earlier is None or not earlier.body:
                raise CardGone
            body |= {"edited": True, "at": earlier.body["at"]}
        id_ = int(message.target) if message.target is not None else self._page.ids.next()
        await self._show(message.chat, id_, body)
        return str(id_)

    def _check(self, message: OutboxMessage) -> None:
        """Refuse what the platform whose phone this is would refuse."""
        limit = self.can.text_limit if message.kind == "say" else self.can.caption_limit
        if len(message.text.encode("utf-16-le")) // 2 > limit:
            raise Refused("the text is too long")
        if sum(map(len, message.buttons)) > self.can.buttons:
            raise Refused("too many buttons")
        if message.kind in ("say", "delete") and message.target is not None and not self.can.edits:
            raise Refused("a message stays as it was sent")
        if len(message.files) > self.can.album or (message.kind == "document" and not self.can.documents):
            raise Refused("such files are not carried")

    async def _show(self, chat: str, id_: int, body: Mapping[str, Any], *, mine: bool = False) -> None:
        stamped = {"at": self._clock.now().isoformat(), **body} if body else {}
        await phones.put(chat, PhoneMessage(id_, mine, stamped, self._page.ids.next()))
        self._page.ring()

    def new_id(self) -> int:
        """Return an id no message of a phone has."""
        return self._page.ids.next()

    async def _keep(self, name: str, data: bytes) -> dict[str, str]:
        key = f"phones/{uuid.uuid4().hex}"
        await self._files.put(key, data)
        return {"key": key, "name": name}

    async def say(self, chat: str, **what: Any) -> dict[str, Any]:
        """Show what the person behind a phone did on the phone itself; return it as a raw update.

        `what`: kind, and text, choice, source, files ((name, mime, data) each) or album as the kind needs.
        """
        id_ = self._page.ids.next()
        files = []
        for name, mime, data in cast(Sequence[tuple[str, str, bytes]], what.pop("uploads", ())):
            kept = await self._keep(name, data)
            kind = "photo" if mime.startswith("image/") else "document"
            files.append({
                "kind": kind, "remote": kept["key"], "unique": kept["key"], "name": name, "mime": mime,
                "size": len(data), "album": what.get("album"),
            })  # fmt: skip
        album = what.pop("album", None)
        is_carried = self.can.gets_documents or all(file["kind"] == "photo" for file in files)
        if what["kind"] in (Kind.TEXT, Kind.FILES, Kind.START):
            shown = "/start" if what["kind"] == Kind.START else what.get("text", "")
            sent = [{"key": file["remote"], "name": file["name"], "kind": file["kind"]} for file in files]
            await self._show(chat, id_, {"text": shown, "files": sent, "kind": "mine", "album": album}, mine=True)
        if what["kind"] == Kind.EDITED:
            await self._rewrite(chat, str(what.get("source", "")), what.get("text", ""))
        if not is_carried:  # Zalo says only that something came
            return {"key": str(id_), "chat": chat, "source": str(id_), "kind": Kind.UNSUPPORTED}
        return {"key": str(id_), "chat": chat, "source": str(id_), **what, "files": files}

    async def _rewrite(self, chat: str, source: str, text: str) -> None:
        """Show on the phone what its own message `source` says now."""
        own = (each for each in await phones.since(chat, 0) if each.mine)
        earlier = next((each for each in own if str(each.id) == source), None)
        if earlier is not None:
            await self._show(chat, earlier.id, {**earlier.body, "text": text, "edited": True}, mine=True)

    async def fetch(self, remote: str, limit: int) -> bytes:
        """Return the bytes of what a phone sent."""
        try:
            data = await self._files.get(remote)
        except NoSuchFile as error:
            raise FileGone from error
        if len(data) > limit:
            raise FileTooBig(limit)
        return data

    async def changes(self, since: Mapping[str, int], wait: float) -> list[tuple[str, PhoneMessage]]:
        """Return (chat, message) of what changed on each phone after its mark, in `wait` seconds at most."""
        until = asyncio.get_running_loop().time() + wait
        while True:
            bell = self._page.bell
            found = [(chat, each) for chat, mark in since.items() for each in await phones.since(chat, mark)]
            left = until - asyncio.get_running_loop().time()
            if found or left <= 0 or self._page.is_closing:
                return found
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(bell.wait(), left)

    def hang_up(self) -> None:
        """Let everybody go who waits for news: the product stops."""
        self._page.is_closing = True
        self._page.ring()

    async def welcome(self, commands: Sequence[tuple[str, str]]) -> None:
        """A page needs no command menu of its own."""

    async def door(self) -> None:
        """Nobody is told: whoever is here has it open."""

    async def close(self) -> None:
        """Nothing to let go of."""


def _clean(text: str) -> str:
    return text.replace("\x00", "").encode("utf-8", "replace").decode()
