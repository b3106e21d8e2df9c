"""A phone on the sandbox's page."""

from collections.abc import Awaitable, Callable, Sequence

import aiohttp

from bot.service import Service
from tests.support.driver import Shown


class WebDriver:
    """Talks as the sandbox's page does."""

    name = "web"
    shows_changes = True
    settle: Callable[..., Awaitable[None]]

    def __init__(self, service: Service) -> None:
        self._session = aiohttp.ClientSession(
            f"http://127.0.0.1:{service.port}", headers={"X-Sandbox": "1"}, raise_for_status=True
        )

    def chat(self, number: str) -> str:
        return f"{self.name}:{number}"

    async def says(self, chat: str, text: str) -> None:
        await self._session.post(f"/sandbox/api/chat/{chat}/text", json={"text": text})

    async def starts(self, chat: str, payload: str) -> None:
        await self._session.post(f"/sandbox/api/chat/{chat}/start", json={"text": payload})

    async def taps(self, chat: str, message: str, action: str) -> None:
        await self._session.post(f"/sandbox/api/chat/{chat}/choice", json={"choice": action, "source": message})

    async def sends(self, chat: str, files: Sequence[tuple[str, str, bytes]], caption: str) -> None:
        form = aiohttp.FormData()
        form.add_field("text", caption)
        for name, mime, data in files:
            form.add_field("file", data, filename=name, content_type=mime)
        await self._session.post(f"/sandbox/api/chat/{chat}/files", data=form)

    async def catches_up(self, chat: str) -> None:
        """What was said changes by itself."""

    async def sees(self, chat: str) -> list[Shown]:
        async with self._session.get(f"/sandbox/api/chat/{chat}") as answer:
            found = await answer.json()
        return [
            Shown(
                message["id"],
                body.get("text", ""),
                tuple((b["label"], b["action"]) for row in body.get("buttons", ()) for b in row),
                tuple([await self._file(file["key"]) for file in body.get("files", ())]),
                message["mine"],
            )
            for message in found
            if "text" in (body := message["body"])
        ]

    async def _file(self, key: str) -> bytes:
        async with self._session.get(f"/sandbox/files/{key.removeprefix('phones/')}") as answer:
            return await answer.read()

    def meets(self, chat: str) -> None:
        """A phone on the page is there for everybody."""

    async def delivered(self) -> None:
        """A request is answered when it is taken."""

    async def close(self) -> None:
        await self._session.close()
