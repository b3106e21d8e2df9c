"""Zalo by its Bot Platform: https://docs.zaloplatforms.com/docs/BOT. No buttons, no edits, no documents either way."""

import asyncio
import time
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from bot.channels import zalo_updates
from bot.channels.channel import Capabilities, OutboxMessage, Refused, Unknown
from bot.channels.untrusted import fields, words
from bot.channels.zalo_client import CALL_SECONDS, NONE, PUBLIC_API, Client, Denied, ZaloError
from bot.channels.zalo_errors import INTERNAL, NONE_SET, NOTHING_NEW, meaning
from bot.channels.zalo_pictures import Pictures
from handlers.conversation import InboxMessage
from journey.door import Door

PHOTO_SECONDS = 150.0  # the platform fetches the picture before it answers
POLL_GRACE = 10.0  # seconds that an empty poll may be answered late
ONCE_MORE = (0.5, 1.0)
"""Seconds before the second and the third try of a call that met an internal error."""


@dataclass(frozen=True, slots=True)
class Webhook:
    """Where the platform delivers to, "" when the bot is polled; `outcome` of its own check, "" when it made none."""

    url: str
    outcome: str = ""


class Zalo:
    """One bot. `name` is "zalo", or "zalo.<key>" for a further one; a chat is "<name>:<chat id>"."""

    can = Capabilities(
        buttons=0,
        buttons_a_row=1,
        edits=False,
        deletes=False,
        text_limit=1900,  # 2,000; a little less, since how the platform counts and cuts is not told
        caption_limit=1900,
        album=1,
        pictures=True,
        documents=False,
        action_bytes=64,  # of our own choice: what a number stands for stays with us
        links=False,
        commands=False,
        starts=False,
        gets_documents=False,
        fetches_pictures=True,
        file_limit=1024 * 1024,
        label_limit=100,  # of our own choice: a label is a line of the text
    )

    def __init__(
        self, name: str, token: str, api_url: str = PUBLIC_API, media_hosts: Sequence[str] = ("zdn.vn", "zadn.vn")
    ) -> None:
        self.name = name
        self.polled_at: float | None = None  # monotonic seconds: when the platform last answered a poll
        self.contested_since: float | None = None  # since when updates go elsewhere than our settings say
        self._client = Client(token, api_url)
        self._pictures = Pictures(media_hosts)

    def parse(self, update: Mapping[str, Any]) -> InboxMessage | None:
        """Return what `update` says, or None for what we do not handle."""
        return zalo_updates.parse(update, self.name)

    def lane(self, update: object) -> tuple[str, str]:
        """Return (key, chat) of a raw update, whatever it is."""
        return zalo_updates.lane(update, self.name)

    async def send(self, message: OutboxMessage) -> str | None:
        """Send and return the message's id; a card said again is a new message.

        Raises:
            SendError: as `zalo_errors` has it.
        """
        problem: ZaloError
        try:
            return await self._send(message)
        except ZaloError as error:
            problem = error
        raise meaning(problem)

    async def fetch(self, remote: str, limit: int) -> bytes:
        """Return the bytes of the picture at `remote`.

        Raises:
            FileTooBig, FileGone: final.
            NotNow: worth another try.
        """
        return await self._pictures.fetch(self._client.session, remote, limit)

    async def welcome(self, commands: Sequence[tuple[str, str]]) -> None:
        """The platform has no menu of commands."""

    async def door(self) -> Door:
        """Return what people search the bot by: "Bot Hành trình"; no address of its own is told.

        Raises:
            SendError: ChannelDown when the token is refused.
        """
        told = fields(await self._ask("getMe"))
        return Door(self.name, words(told.get("display_name")) or words(told.get("account_name")))

    async def account_name(self) -> str:
        """Return what the bot is called: "bot.hanhtrinh".

        Raises:
            SendError: ChannelDown when the token is refused.
        """
        return words(fields(await self._ask("getMe")).get("account_name"))

    async def webhook(self) -> Webhook:
        """Return where the platform delivers to.

        Raises:
            SendError: ChannelDown when the token is refused.
        """
        return _webhook(await self._ask("getWebhookInfo", without=NONE_SET))

    async def set_webhook(self, url: str, secret: str) -> Webhook:
        """Have updates delivered to `url` (https) with `secret` (8-256) in their header, and return what came of it.

        The address is kept even if the platform's check of it fails, which `outcome` tells.

        Raises:
            SendError: it is not kept.
        """
        return _webhook(await self._ask("setWebhook", {"url": url, "secret_token": secret}))

    async def delete_webhook(self) -> None:
        """Go back to polling.

        Raises:
            SendError: the webhook may still be set.
        """
        await self._ask("deleteWebhook")

    async def updates(self, wait: timedelta) -> list[Any]:
        """Return the next update, if one comes within `wait`: the platform will not tell it again.

        Raises:
            SendError: for the poller to judge.
        """
        seconds = int(wait.total_seconds())
        asked = {"timeout": str(seconds)}  # a text, as it is documented
        found = await self._ask("getUpdates", asked, seconds + POLL_GRACE, without=NOTHING_NEW)
        self.polled_at, self.contested_since = time.monotonic(), None
        return found if isinstance(found, list) else [] if found is None else [found]

    async def close(self) -> None:
        """Let go of connections."""
        await self._client.close()

    async def _ask(
        self, method: str, parameters: Mapping[str, str] = NONE, seconds: float = CALL_SECONDS, without: int = 0
    ) -> Any:
        """Make a call that sends nothing to anybody; None where the platform refuses it with the code `without`.

        Raises:
            SendError: what its refusal means.
        """
        problem: ZaloError
        try:
            return await self._client.call(method, parameters, seconds)
        except ZaloError as error:
            problem = error
        if isinstance(problem, Denied) and problem.code == without:
            return None
        raise meaning(problem)

    async def _send(self, message: OutboxMessage) -> str:
        chat = message.chat.removeprefix(f"{self.name}:")
        text = unicodedata.normalize("NFC", message.text)
        match message.kind:
            case "say":
                sent = await self._call("sendMessage", {"chat_id": chat, "text": text}, CALL_SECONDS)
            case "pictures" if len(message.files) == 1 and message.files[0].url:
                photo = {"chat_id": chat, "photo": message.files[0].url} | ({"caption": text} if text else {})
                sent = await self._call("sendPhoto", photo, PHOTO_SECONDS)
            case "pictures":
                raise Refused(f"{len(message.files)} pictures, or one without an address")
            case _:
                raise Refused(f"no {message.kind} on this platform")
        message_id = words(fields(sent).get("message_id"))
        if not message_id:
            raise Unknown("no id")
        return message_id

    async def _call(self, method: str, parameters: Mapping[str, str], seconds: float) -> Any:
        """Make a call, twice more where the platform met an internal error.

        Raises:
            ZaloError: of the last try.
        """
        for pause in ONCE_MORE:
            try:
                return await self._client.call(method, parameters, seconds)
            except Denied as error:
                if error.code != INTERNAL:
                    raise
            await asyncio.sleep(pause)
        return await self._client.call(method, parameters, seconds)


def _webhook(answer: object) -> Webhook:
    told = fields(answer)
    return Webhook(words(told.get("url")), words(fields(told.get("verification")).get("outcome")))
