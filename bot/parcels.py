"""Packs a row of the outbox into the message a channel sends: files as it takes them, else their addresses."""

import asyncio
import json
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from bot import downloads, whole
from bot.channels.channel import Button, Capabilities, Channel, FileOut, OutboxMessage
from bot.contents import Contents
from bot.ids import Ids
from papers.lighter_picture import MIB, lighter
from storage import chats
from storage.outbox import Owed
from storage.sql import ms, to_json

MediaAddress = Callable[[int, int, str], str | None]
"""Returns the address of one file of a row: (row, the file's place in it, its name); None where nobody reaches us."""


def no_media(_row: int, _place: int, _name: str) -> None:
    """Nobody reaches a file of ours."""


class Parcels:
    """Knows what each of `channels` can carry."""

    def __init__(self, contents: Contents, channels: Mapping[str, Channel], address: MediaAddress = no_media) -> None:
        self._contents = contents
        self._channels = channels
        self._address = address

    async def message(self, row: Owed, target: str | None) -> OutboxMessage:
        """Return `row` ready to send; it edits message `target` unless it is to be fresh."""
        body = json.loads(row.body)
        can = self._channels[row.chat.partition(":")[0]].can
        files = [await self._file(row, place, file, can) for place, file in enumerate(body.get("files", ()))]
        kind, text = row.kind, body.get("text", "")
        if kind == "document" and len(files[0].data) > can.file_limit:
            kind, text, body["linked"], files = (
                "say",
                downloads.line(files[0].name, await self._language(row)),
                body["files"],
                [],
            )
        return OutboxMessage(
            chat=row.chat,
            kind=kind,  # type: ignore[arg-type]
            text=await self._with_addresses(row, text, body.get("linked", ())),
            buttons=tuple(tuple(Button(**button) for button in line) for line in body.get("buttons", ())),
            files=tuple(files),
            target=body.get("target") or (None if row.fresh else target),
            commands=tuple((command, description) for command, description in body.get("commands", ())),
            template=body.get("template", ""),
            values=body.get("values", {}),
        )

    async def _file(self, row: Owed, place: int, file: Mapping[str, Any], can: Capabilities) -> FileOut:
        """Return a file as the channel takes it; of a picture that a platform fetches, where it finds it, too."""
        data, name = await self._contents.of(file), file["name"]
        if row.kind == "pictures" and (can.fetches_pictures or len(data) > can.file_limit):
            data = await asyncio.to_thread(lighter, data, min(MIB, can.file_limit))
            name = f"{name.rpartition('.')[0] or name}.jpg"
        url = self._address(row.id, place, name) if row.kind == "pictures" and can.fetches_pictures else None
        return FileOut(name, data, url or "")

    async def _with_addresses(self, row: Owed, text: str, linked: list[Mapping[str, Any]]) -> str:
        """Return `text` with the address of each document it names."""
        if not linked:
            return text
        found = [self._address(row.id, place, file["name"]) for place, file in enumerate(linked)]
        return downloads.filled(text, found, await self._language(row))

    @staticmethod
    async def _language(row: Owed) -> str:
        found = (await chats.load([row.chat])).get(row.chat)
        return found.language if found else "vi"

    @staticmethod
    def words(row: Owed, ids: Ids) -> list[Owed]:
        """Return the row that says the words below a picture that does not leave; none where it has none."""
        if row.kind != "pictures" or whole.read(row) is None:
            return []
        body = {name: value for name, value in json.loads(row.body).items() if name != "files"}
        return [replace(row, id=ids.next(), kind="say", body=to_json(body), key=None, attempts=0, error=None)]

    @staticmethod
    def removal(chat: str, target: str, ids: Ids, now: datetime) -> Owed:
        """Return the row that takes message `target` away; owed again (a lost commit's answer) it is silent."""
        id_, body = ids.next(), json.dumps({"target": target})
        return Owed(id=id_, chat=chat, kind="delete", body=body, not_before=ms(now), key=f"removal:{id_}")
