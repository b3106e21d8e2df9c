"""The person's side of a channel: what somebody does with a phone, and what they see on it."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Shown:
    """A message a person sees."""

    id: str
    text: str
    buttons: tuple[tuple[str, str], ...]
    files: tuple[bytes, ...] = ()
    mine: bool = False

    @property
    def content(self) -> tuple[str, tuple[tuple[str, str], ...]]:
        """Return what an edit changes."""
        return self.text, self.buttons


class Driver(Protocol):
    """The person's side of one channel; `settle` returns when the product has answered.

    `shows_changes`: what was said changes before a person's eyes; else they read of it when they write the next time.
    """

    name: str
    shows_changes: bool
    settle: Callable[..., Awaitable[None]]

    def chat(self, number: str) -> str: ...
    async def says(self, chat: str, text: str) -> None: ...
    async def starts(self, chat: str, payload: str) -> None: ...
    async def taps(self, chat: str, message: str, action: str) -> None: ...
    async def sends(self, chat: str, files: Sequence[tuple[str, str, bytes]], caption: str) -> None: ...
    async def catches_up(self, chat: str) -> None: ...
    async def sees(self, chat: str) -> list[Shown]: ...
    def meets(self, chat: str) -> None: ...
    async def delivered(self) -> None: ...
    async def close(self) -> None: ...


async def until(holds: Callable[[], bool], times: int = 1) -> None:
    """Return when `holds` is true `times` times in a row, each a turn of the loop apart."""
    seen = 0
    while seen < times:
        seen = seen + 1 if holds() else 0
        await asyncio.sleep(0.001)
