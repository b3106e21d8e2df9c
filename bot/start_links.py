"""The addresses that open one's own chat with us and bring a payload: behind a QR code, on a screen or on paper."""

from collections.abc import Sequence

from bot.channels.channel import SendError
from bot.channels.telegram import Telegram


class StartLinks:
    """Of the first bot; in the sandbox, where there is none, of its page. `base` is what people reach us at."""

    def __init__(self, bots: Sequence[Telegram], base: str) -> None:
        self._bots = bots
        self._base = base
        self._username = ""

    @property
    def is_sandbox(self) -> bool:
        """Say whether it is this machine that opens them."""
        return not self._bots

    async def address(self, payload: str) -> str | None:
        """Return the address that brings `payload`; None while the platform does not say what our bot is called."""
        if self.is_sandbox:
            return f"{self._base}/sandbox?start={payload}"
        try:
            self._username = self._username or await self._bots[0].username()
        except SendError:
            return None
        return f"https://t.me/{self._username}?start={payload}" if self._username else None
