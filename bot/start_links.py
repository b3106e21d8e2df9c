"""The addresses that open one's own chat with us and bring a payload: behind a QR code, on a screen or on paper."""

from collections.abc import Sequence

from bot.channels.channel import SendError
from bot.channels.telegram import Telegram


class StartLinks:
    """Of the first bot, or in the sandbox of its page (`base` is what people reach us at); Zalo has no such links."""

    def __init__(self, bots: Sequence[Telegram], base: str, *, in_sandbox: bool) -> None:
        self.in_sandbox = in_sandbox
        self._bots = bots
        self._base = base
        self._username = ""

    @property
    def are_there(self) -> bool:
        """Say whether a link opens a chat anywhere; else there is nothing to scan."""
        return bool(self._bots) or self.in_sandbox

    async def address(self, payload: str) -> str | None:
        """Return the address that brings `payload`; None while the platform does not say what our bot is called."""
        if self.in_sandbox:
            return f"{self._base}/sandbox?start={payload}"
        if not self._bots:
            return None
        try:
            self._username = self._username or await self._bots[0].username()
        except SendError:
            return None
        return f"https://t.me/{self._username}?start={payload}" if self._username else None
