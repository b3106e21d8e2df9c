"""Packs a row of the outbox into the message a channel sends: files from the store, pictures drawn on the way."""

import asyncio
import json
from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from bot.channels.channel import Button, FileOut, OutboxMessage
from bot.ids import Ids
from storage.files import Files
from storage.outbox import Owed
from storage.sql import ms

Draw = Callable[[Mapping[str, Any]], bytes]


class Parcels:
    """`drawings` are the pictures that are drawn when they leave, by name."""

    def __init__(self, files: Files, drawings: Mapping[str, Draw]) -> None:
        self._files = files
        self._drawings = drawings

    async def message(self, row: Owed, target: str | None) -> OutboxMessage:
        """Return `row` ready to send; it edits message `target` unless it is to be fresh."""
        body = json.loads(row.body)
        return OutboxMessage(
            chat=row.chat,
            kind=row.kind,  # type: ignore[arg-type]
            text=body.get("text", ""),
            buttons=tuple(tuple(Button(**button) for button in line) for line in body.get("buttons", ())),
            files=tuple([FileOut(file["name"], await self._bytes(file)) for file in body.get("files", ())]),
            target=body.get("target") or (None if row.fresh else target),
            commands=tuple((command, description) for command, description in body.get("commands", ())),
        )

    async def _bytes(self, file: Mapping[str, Any]) -> bytes:
        if file.get("drawing"):
            return await asyncio.to_thread(self._drawings[file["drawing"]], file["values"])
        return await self._files.get(file["file"])

    @staticmethod
    def removal(chat: str, target: str, ids: Ids, now: datetime) -> Owed:
        """Return the row that takes message `target` away; owed again (a lost commit's answer) it is silent."""
        id_, body = ids.next(), json.dumps({"target": target})
        return Owed(id=id_, chat=chat, kind="delete", body=body, not_before=ms(now), key=f"removal:{id_}")
