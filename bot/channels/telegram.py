"""Telegram by the Bot API: https://core.telegram.org/bots/api."""

import json
import logging
import time
from collections.abc import Mapping, Sequence
from datetime import timedelta
from typing import Any
from urllib.parse import urlencode

from telegram import (
    Bot,
    BotCommand,
    BotCommandScopeChat,
    InputFile,
    InputMediaPhoto,
)
from telegram.constants import KeyboardButtonStyle, MessageEntityType
from telegram.error import BadRequest, Conflict, TelegramError

from bot.channels import telegram_updates
from bot.channels.channel import (
    Button,
    Capabilities,
    FileGone,
    FileTooBig,
    NotNow,
    OutboxMessage,
    Refused,
    SendError,
    Unknown,
)
from bot.channels.telegram_errors import AGAIN, meaning
from bot.channels.telegram_request import READ_SECONDS, AiohttpRequest, TooLarge
from handlers.conversation import InboxMessage
from journey.door import Door

PUBLIC_API = "https://api.telegram.org"  # https://core.telegram.org/bots/api#making-requests
ALLOWED_UPDATES = ("message", "edited_message", "callback_query", "my_chat_member")
LARGEST_DOWNLOAD = 20 * 1024 * 1024  # https://core.telegram.org/bots/api#getfile
POLL_LIMIT = 100  # https://core.telegram.org/bots/api#getupdates
CONNECTIONS_TO_US = 40  # https://core.telegram.org/bots/api#setwebhook
log = logging.getLogger(__name__)
STYLES = {"good": KeyboardButtonStyle.SUCCESS, "bad": KeyboardButtonStyle.DANGER}


class Telegram:
    """One bot. `name` is "telegram", or "telegram.<key>" for a second one; a chat is "<name>:<chat id>"."""

    can = Capabilities(
        buttons=100,  # not documented; the library's InlineKeyboardMarkupLimit
        buttons_a_row=8,
        edits=True,  # https://core.telegram.org/bots/api#editmessagetext
        deletes=True,  # for 48 hours: https://core.telegram.org/bots/api#deletemessage
        text_limit=4000,  # 4096: https://core.telegram.org/bots/api#sendmessage
        caption_limit=1024,  # https://core.telegram.org/bots/api#sendphoto
        album=10,  # https://core.telegram.org/bots/api#sendmediagroup
        pictures=True,
        documents=True,
        action_bytes=64,  # https://core.telegram.org/bots/api#inlinekeyboardbutton
        links=True,
    )

    def __init__(self, name: str, token: str, api_url: str = PUBLIC_API) -> None:
        self.name = name
        self.polled_at: float | None = None  # monotonic seconds: when the platform last answered a poll
        self.contested_since: float | None = None  # since when it says that somebody else polls
        base = api_url.rstrip("/")
        self._request = AiohttpRequest()
        self._address = f"{base}/bot{token}"
        self._files = f"{base}/file/bot{token}"
        self._bot = Bot(
            token,
            base_url=f"{base}/bot",
            base_file_url=f"{base}/file/bot",
            request=self._request,
            get_updates_request=self._request,
        )

    def parse(self, update: Mapping[str, Any]) -> InboxMessage | None:
        """Return what `update` says, or None for what we do not handle."""
        return telegram_updates.parse(update, self.name)

    def lane(self, update: object) -> tuple[str, str]:
        """Return (key, chat) of a raw update, whatever it is."""
        return telegram_updates.lane(update, self.name)

    async def send(self, message: OutboxMessage) -> str | None:
        """Send and return the message's id, an album's first; None for what is no message.

        An edit, a deletion or a menu that may be done already is NotNow, not Unknown: again does no harm.

        Raises:
            SendError: as `telegram_errors` has it.
        """
        problem: SendError | None
        try:
            return await self._send(message)
        except TelegramError as error:
            problem = meaning(error, self.name)
        if problem is None:
            return message.target if message.kind == "say" else None
        is_edit = message.kind == "say" and message.target is not None
        is_repeatable = is_edit or message.kind in ("delete", "commands")
        if is_repeatable and isinstance(problem, Unknown):
            problem = NotNow(AGAIN)
        raise problem

    async def fetch(self, remote: str, limit: int) -> bytes:
        """Return the bytes of a file; its address holds the token and is not told to anybody.

        Raises:
            FileTooBig: over `limit`, or over what the platform lets a bot download.
            FileGone: the platform does not know it any more.
            NotNow: worth another try.
        """
        outcome: Exception
        try:
            file = await self._bot.get_file(remote)
            if (file.file_size or 0) > limit:
                raise TooLarge
            status, data = await self._request.download(str(file.file_path), limit)
        except TooLarge:
            outcome = FileTooBig(limit)
        except TelegramError as error:
            outcome = self._not_fetched(error)
        else:
            if status == 200:
                return data
            outcome = FileGone() if status == 404 else NotNow(AGAIN)
        raise outcome

    async def welcome(self, commands: Sequence[tuple[str, str]]) -> None:
        """Show `commands` to whoever opens the bot and has no menu of their own.

        Raises:
            SendError: doing it again does no harm.
        """
        problem: SendError | None
        try:
            await self._bot.set_my_commands(_menu(commands))
            return
        except TelegramError as error:
            problem = meaning(error, self.name)
        raise problem or Unknown("setMyCommands")

    async def username(self) -> str:
        """Return the bot's name, for its links: https://t.me/<username>?start=….

        Raises:
            SendError: ChannelDown when the token is refused.
        """
        problem: SendError | None
        try:
            return (await self._bot.get_me()).username or ""
        except TelegramError as error:
            problem = meaning(error, self.name)
        raise problem or Unknown("getMe")

    async def door(self) -> Door:
        """Return where people find the bot; its links bring a word.

        Raises:
            SendError: ChannelDown when the token is refused.
        """
        username = await self.username()
        address = f"https://t.me/{username}"
        return Door(self.name, f"@{username}", address, f"{address}?start=")

    async def updates(self, offset: int | None, wait: timedelta) -> list[Any]:
        """Return up to a hundred raw updates from `offset` on, in order; wait that long for the first.

        The library's own call would parse the batch, and one odd update would hold up all the others.

        Raises:
            TelegramError: for the poller to judge.
        """
        seconds = int(wait.total_seconds())
        asked = {"limit": POLL_LIMIT, "timeout": seconds, "allowed_updates": json.dumps(ALLOWED_UPDATES)}
        if offset is not None:
            asked["offset"] = offset
        address = f"{self._address}/getUpdates?{urlencode(asked)}"
        try:
            found: Any = await self._request.post(address, read_timeout=seconds + READ_SECONDS)
        except Conflict:
            self.contested_since = self.contested_since or time.monotonic()
            raise
        self.polled_at, self.contested_since = time.monotonic(), None
        return list(found)

    async def set_webhook(self, url: str, secret: str) -> None:
        """Have updates delivered to `url` with `secret` in their header; what waits is kept.

        Raises:
            TelegramError: with the platform's wording.
        """
        await self._bot.set_webhook(
            url, max_connections=CONNECTIONS_TO_US, allowed_updates=ALLOWED_UPDATES, secret_token=secret
        )

    async def delete_webhook(self) -> None:
        """Go back to polling; what waits is kept.

        Raises:
            TelegramError: for the poller to judge.
        """
        await self._bot.delete_webhook()

    async def close(self) -> None:
        """Let go of connections."""
        await self._request.shutdown()

    async def _send(self, message: OutboxMessage) -> str | None:
        match message.kind:
            case "say":
                return await self._say(message)
            case "pictures":
                return await self._pictures(message)
            case "document":
                return await self._document(message)
            case "answer":
                word = {"text": message.text} if message.text else {}
                await self._call("answerCallbackQuery", callback_query_id=message.target or "", **word)
            case "delete":
                await self._delete(message)
            case "commands":
                scope = BotCommandScopeChat(self._chat_id(message.chat))
                await self._bot.set_my_commands(_menu(message.commands), scope=scope)
        return None

    async def _call(self, method: str, **parameters: object) -> Any:
        """Make a call of the kind that leaves all day; the library's own builds a tree of objects for each.

        Raises:
            TelegramError: the library's, as from its own calls.
        """
        return await self._request.call(f"{self._address}/{method}", parameters)

    async def _say(self, message: OutboxMessage) -> str | None:
        """Write or edit a message; formatting the platform cannot read is our fault, and the words leave without it."""
        try:
            return await self._write(message, _heading(message))
        except BadRequest as error:
            if "can't parse entities" not in error.message.casefold():
                raise
        log.error("the platform cannot read our formatting", extra={"channel": self.name})
        return await self._write(message, None)

    async def _write(self, message: OutboxMessage, heading: Mapping[str, object] | None) -> str:
        values: dict[str, object] = {
            "chat_id": self._chat_id(message.chat),
            "text": message.text,
            "link_preview_options": {"is_disabled": True},
        }
        if heading:
            values["entities"] = [heading]
        if message.buttons:
            values["reply_markup"] = {"inline_keyboard": self._keyboard(message)}
        if message.target is None:
            return str((await self._call("sendMessage", **values))["message_id"])
        await self._call("editMessageText", message_id=int(message.target), **values)
        return message.target

    async def _pictures(self, message: OutboxMessage) -> str:
        chat, caption = self._chat_id(message.chat), message.text or None
        if not 1 <= len(message.files) <= self.can.album:
            raise Refused(f"{len(message.files)} pictures in one message")
        if len(message.files) == 1:
            picture = message.files[0]
            sent = await self._bot.send_photo(chat, InputFile(picture.data, picture.name), caption=caption)
            return str(sent.message_id)
        media = [InputMediaPhoto(InputFile(file.data, file.name, attach=True)) for file in message.files]
        return str((await self._bot.send_media_group(chat, media, caption=caption))[0].message_id)

    async def _document(self, message: OutboxMessage) -> str:
        if len(message.files) != 1:
            raise Refused(f"{len(message.files)} documents in one message")
        file = InputFile(message.files[0].data, message.files[0].name)
        chat, caption = self._chat_id(message.chat), message.text or None
        sent = await self._bot.send_document(chat, file, caption=caption, disable_content_type_detection=True)
        return str(sent.message_id)

    async def _delete(self, message: OutboxMessage) -> None:
        """Take a message away; after 48 hours only its buttons can be."""
        chat, card = self._chat_id(message.chat), int(message.target or 0)
        try:
            await self._call("deleteMessage", chat_id=chat, message_id=card)
        except BadRequest as error:
            if "can't be deleted" not in error.message:
                raise
            await self._bot.edit_message_reply_markup(chat, card)

    def _keyboard(self, message: OutboxMessage) -> list[list[dict[str, str]]]:
        """Return the buttons in rows the platform takes; a longer row goes on in the next."""
        width = self.can.buttons_a_row
        rows = [row[i : i + width] for row in message.buttons for i in range(0, len(row), width)]
        return [[self._button(button) for button in row] for row in rows]

    def _button(self, button: Button) -> dict[str, str]:
        shown = {"text": button.label}
        if button.style:
            shown["style"] = STYLES[button.style]
        if button.url is not None:
            return {**shown, "url": button.url}
        size = len(button.action.encode())
        if not 1 <= size <= self.can.action_bytes:
            raise Refused(f"an action of {size} bytes")
        return {**shown, "callback_data": button.action}

    def _not_fetched(self, error: TelegramError) -> Exception:
        if isinstance(error, BadRequest):
            is_big = "file is too big" in error.message.casefold()
            return FileTooBig(LARGEST_DOWNLOAD) if is_big else FileGone()
        problem = meaning(error, self.name)
        return problem if isinstance(problem, NotNow) else NotNow(AGAIN)

    def _chat_id(self, chat: str) -> int:
        return int(chat.removeprefix(f"{self.name}:"))


def _heading(message: OutboxMessage) -> dict[str, object] | None:
    """Set off the first line over buttons, counted in UTF-16; nothing people wrote is read as formatting."""
    first, _, rest = message.text.partition("\n")
    if not message.buttons or not first.strip() or not rest.strip():
        return None
    return {"type": MessageEntityType.BOLD, "offset": 0, "length": len(first.rstrip().encode("utf-16-le")) // 2}


def _menu(commands: Sequence[tuple[str, str]]) -> list[BotCommand]:
    return [BotCommand(name.removeprefix("/"), description) for name, description in commands]
