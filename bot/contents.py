"""The bytes behind what the outbox names: files of the store, and what is drawn or made when it is wanted."""

import asyncio
from collections.abc import Callable, Mapping
from typing import Any

from storage.files import Files

Draw = Callable[[Mapping[str, Any]], bytes]


class Contents:
    """`drawings` are the pictures and documents that are made when they are wanted, by name."""

    def __init__(self, files: Files, drawings: Mapping[str, Draw]) -> None:
        self._files = files
        self._drawings = drawings

    async def of(self, file: Mapping[str, Any]) -> bytes:
        """Return the bytes of one `file` of a row's body.

        Raises:
            NoSuchFile, FileStoreDown: see the store.
        """
        if file.get("drawing"):
            return await asyncio.to_thread(self._drawings[file["drawing"]], file["values"])
        return await self._files.get(file["file"])
