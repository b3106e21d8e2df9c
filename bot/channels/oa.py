"""Zalo by an Official Account: https://developers.zalo.me/docs/official-account. Five buttons, no edits, windows."""

import asyncio
import hashlib
import logging
import unicodedata
from collections import OrderedDict
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

from bot.channels import oa_updates
from bot.channels.channel import (
    Button,
    Capabilities,
    FileOut,
    OutboxMessage,
    PlatformError,
    Refused,
    Unknown,
)
from bot.channels.oa_client import OaClient
from bot.channels.oa_errors import ATTACHMENT_GONE, BODY_REFUSED, meaning
from bot.channels.oa_grants import Grants, NotGranted, OaApp
from bot.channels.oa_request import Broken, Failed, Lost, NotSent, OaRequest
from bot.channels.oa_updates import Visitor
from bot.channels.zalo_pictures import Pictures
from handlers.conversation import InboxMessage
from journey.door import Door
from papers.lighter_picture import MIB, lighter

NAME = "oa"
MIMES = {
    ".jpg": "image/jpeg",
    ".png": "image/png",
    ".pdf": "application/pdf",
    ".doc": "application/msword",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}
DOCUMENTS = (".pdf", ".doc", ".docx")
LARGEST_DOCUMENT = 5 * MIB
PROFILES = "https://zalo.me/"
"""Before an account's id: its page, with the button that writes to it."""

LONGEST_TITLE = 100
"""UTF-16 units of a button's label."""

MOST_BUTTONS = 5
KEPT = 1000
"""Pictures whose upload is remembered, so that one shown to many is uploaded once; a month has 5,000 uploads."""

PROBLEMS = (NotGranted, Failed, Broken, NotSent, Lost)

log = logging.getLogger(__name__)


class Oa:
    """One account. A chat is "oa:<user id>", the id being this account's own for that person."""

    name = NAME
    can = Capabilities(
        buttons=MOST_BUTTONS,
        buttons_a_row=1,
        edits=False,
        deletes=False,
        text_limit=1900,  # 2,000; a little less, since how the platform counts is not told
        caption_limit=1900,
        album=1,
        pictures=True,
        documents=True,
        action_bytes=900,  # of a payload's 1,000
        links=True,
        commands=False,
        starts=False,
        document_kinds=DOCUMENTS,
        file_limit=LARGEST_DOCUMENT,  # a picture over one megabyte is made lighter here
        window=timedelta(days=7),  # the first 48 hours of them free of charge
        label_limit=LONGEST_TITLE,
    )

    def __init__(self, app: OaApp, media_hosts: Sequence[str], now: Callable[[], datetime]) -> None:
        request = OaRequest()
        self.grants = Grants(self.name, app, request, now)
        self._app = app
        self._request = request
        self._client = OaClient(self.grants, request)
        self._pictures = Pictures(media_hosts)
        self._now = now
        self._uploads: OrderedDict[str, str] = OrderedDict()

    def parse(self, update: Mapping[str, Any]) -> InboxMessage | None:
        """Return what `update` says, or None for what we do not handle."""
        return oa_updates.parse(update, self.name, self._app.oa_id)

    def lane(self, update: object) -> tuple[str, str]:
        """Return (key, chat) of a raw update, whatever it is."""
        return oa_updates.lane(update, self.name)

    async def send(self, message: OutboxMessage) -> str | None:
        """Send and return the message's id; a card said again is a new message. None for what is no message here.

        Raises:
            SendError: as `oa_errors` has it.
        """
        problem: Exception
        try:
            return await self._send(message)
        except PROBLEMS as error:
            problem = error
        raise meaning(problem, self._now())

    async def fetch(self, remote: str, limit: int) -> bytes:
        """Return the bytes of what a person sent; its address needs no token and expires.

        Raises:
            FileTooBig, FileGone: final.
            NotNow: worth another try.
        """
        return await self._pictures.fetch(self._request.session, remote, limit)

    async def welcome(self, commands: Sequence[tuple[str, str]]) -> None:
        """The account's menu is made in its console."""

    async def door(self) -> Door:
        """Return the account's page, which its id makes."""
        return Door(self.name, address=self.profile)

    @property
    def oa_id(self) -> str:
        """The account's own id."""
        return self._app.oa_id

    @property
    def profile(self) -> str:
        """The address of the account's page."""
        return f"{PROFILES}{self.oa_id}"

    async def tell_visitor(self, visitor: Visitor, text: str) -> None:
        """Write to somebody unknown to the account, in the conversation they began.

        Raises:
            SendError: as `oa_errors` has it.
        """
        recipient = {"anonymous_id": visitor.anonymous_id, "conversation_id": visitor.conversation}
        problem: Exception
        try:
            await self._client.message(recipient, {"text": unicodedata.normalize("NFC", text)})
        except PROBLEMS as error:
            problem = error
        else:
            return
        raise meaning(problem, self._now())

    async def account(self) -> Mapping[str, Any]:
        """Return what the platform knows of the account: name, is_verified, package_name.

        Raises:
            SendError: ChannelDown without a grant.
        """
        problem: Exception
        try:
            return await self._client.account()
        except PROBLEMS as error:
            problem = error
        raise meaning(problem, self._now())

    async def close(self) -> None:
        """Let go of connections."""
        await self._client.close()

    async def _send(self, message: OutboxMessage) -> str | None:
        user_id = message.chat.removeprefix(f"{self.name}:")
        text = unicodedata.normalize("NFC", message.text)
        match message.kind:
            case "say":
                sent = await self._say(user_id, text, [button for row in message.buttons for button in row])
            case "pictures" | "document" if len(message.files) != 1:
                raise Refused(f"{len(message.files)} files in one message")
            case "pictures":
                sent = await self._picture(user_id, message.files[0], text)
            case "document" if text:
                raise Refused("a document has no caption here")
            case "document":
                sent = await self._document(user_id, message.files[0])
            case "template":
                sent = await self._client.template(user_id, message.template, message.values)
            case _:  # a mark on a tap, a deletion, a menu of commands: the platform has none
                return None
        if not sent:
            raise Unknown("no id")
        return sent

    async def _say(self, user_id: str, text: str, buttons: Sequence[Button]) -> str:
        """Write a message; how buttons are sent is not documented beyond doubt, and words leave without them, too."""
        try:
            return await self._client.message({"user_id": user_id}, said(text, buttons))
        except Failed as failed:
            if not buttons or failed.code not in BODY_REFUSED:
                raise
            log.error("the platform refuses our buttons", extra={"channel": self.name, "code": failed.code})
        return await self._client.message({"user_id": user_id}, {"text": plain(text, buttons)})

    async def _picture(self, user_id: str, file: FileOut, text: str) -> str:
        data = await asyncio.to_thread(lighter, file.data, MIB) if _is_heavy(file.data) else file.data
        name = hashlib.sha256(data).hexdigest()
        known = self._uploads.get(name)
        try:
            if known is not None:
                return await self._client.message({"user_id": user_id}, shown(known, text))
        except Failed as failed:
            if failed.code != ATTACHMENT_GONE:  # an upload dies after seven days
                raise
        suffix = ".jpg" if data.startswith(b"\xff\xd8") else ".png"
        self._uploads[name] = await self._uploaded("image", f"{name[:16]}{suffix}", data)
        self._uploads.move_to_end(name)
        if len(self._uploads) > KEPT:
            self._uploads.popitem(last=False)
        return await self._client.message({"user_id": user_id}, shown(self._uploads[name], text))

    async def _document(self, user_id: str, file: FileOut) -> str:
        token = await self._uploaded("file", file.name, file.data)
        return await self._client.message(
            {"user_id": user_id}, {"attachment": {"type": "file", "payload": {"token": token}}}
        )

    async def _uploaded(self, kind: str, name: str, data: bytes) -> str:
        """Return what stands for a file in a message.

        Raises:
            PlatformError: no answer came; nobody has seen anything of it.
            Failed, Broken: this file is not taken.
        """
        mime = MIMES.get(f".{name.rpartition('.')[2].casefold()}", "application/octet-stream")
        try:
            found = await self._client.upload(kind, name, data, mime)
        except Lost:
            found = ""
        except Broken as error:
            if 400 <= error.status < 500:
                raise
            found = ""
        if not found:
            raise PlatformError("nothing stands for the file")
        return found


def said(text: str, buttons: Sequence[Button]) -> dict[str, object]:
    """Return the message of a text with its buttons: the only place that knows the shape.

    Raises:
        Refused: more of them, or a longer action, than the platform takes.
    """
    if not buttons:
        return {"text": text}
    if len(buttons) > MOST_BUTTONS:
        raise Refused(f"{len(buttons)} buttons")
    payload = {"buttons": [_button(button) for button in buttons]}
    return {"text": text, "attachment": {"type": "template", "payload": payload}}


def plain(text: str, buttons: Sequence[Button]) -> str:
    """Return the text with its choices as lines, for a platform that takes no buttons."""
    lines = (f"{button.label}: {button.url}" if button.url else f"– {button.label}" for button in buttons)
    return "\n".join((text, *lines))


def shown(attachment: str, text: str) -> dict[str, object]:
    """Return the message of an uploaded picture with its caption."""
    element = {"media_type": "image", "attachment_id": attachment}
    template = {"type": "template", "payload": {"template_type": "media", "elements": [element]}}
    return {**({"text": text} if text else {}), "attachment": template}


def _button(button: Button) -> dict[str, object]:
    title = button.label.encode("utf-16-le")[: LONGEST_TITLE * 2].decode("utf-16-le", "ignore")
    if button.url is not None:
        return {"title": title, "type": "oa.open.url", "payload": {"url": button.url}}
    size = len(button.action.encode())
    if not 1 <= size <= Oa.can.action_bytes:
        raise Refused(f"an action of {size} bytes")
    return {"title": title, "type": "oa.query.hide", "payload": f"{oa_updates.TAPPED}{button.action}"}


def _is_heavy(data: bytes) -> bool:
    """Say whether the platform would not take a picture as it is."""
    return len(data) > MIB or not data.startswith((b"\xff\xd8", b"\x89PNG"))
