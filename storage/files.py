"""The file store: what people hand in, by key, in a folder or in S3."""

import asyncio
import os
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path
from typing import IO
from urllib.parse import unquote, urlsplit

import obstore
from obstore.exceptions import BaseError
from obstore.store import LocalStore, ObjectStore, from_url


class FileStoreDown(Exception):
    """The store does not answer or refuses us; `reason` is its own wording."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class NoSuchFile(Exception):
    """Nothing is kept under the key."""


class Files:
    """One store. `url`: `file:///a/folder` (made when missing) or `s3://bucket/prefix`.

    S3 takes its keys, region and endpoint from the AWS_… variables of the environment.

    Raises:
        FileStoreDown: there can be no store at `url`.
    """

    def __init__(self, url: str) -> None:
        self._folder = Path(unquote(urlsplit(url).path)) if urlsplit(url).scheme == "file" else None
        try:
            self._store = _open(url, self._folder)
        except (BaseError, OSError, ValueError) as error:
            raise FileStoreDown(str(error)) from error

    async def put(self, key: str, data: bytes | IO[bytes]) -> None:
        """Keep `data` (or what is read from it) under `key`; again is harmless. It survives a power cut.

        Raises:
            FileStoreDown: nothing is kept.
        """
        try:
            await obstore.put_async(self._store, key, data)
            if self._folder is not None:
                await asyncio.to_thread(_to_disk, self._folder / key)
        except (BaseError, OSError) as error:
            raise FileStoreDown(str(error)) from error

    async def get(self, key: str) -> bytes:
        """Return what is kept under `key`.

        Raises:
            NoSuchFile: nothing is.
            FileStoreDown: try again later.
        """
        try:
            return bytes(await (await obstore.get_async(self._store, key)).bytes_async())
        except FileNotFoundError as error:
            raise NoSuchFile(key) from error
        except (BaseError, OSError) as error:
            raise FileStoreDown(str(error)) from error

    async def pieces(self, key: str) -> tuple[int, AsyncIterator[bytes]]:
        """Return how many bytes are kept under `key`, and they themselves, a piece at a time.

        Raises:
            NoSuchFile: nothing is.
            FileStoreDown: try again later; while reading, too.
        """
        try:
            found = await obstore.get_async(self._store, key)
        except FileNotFoundError as error:
            raise NoSuchFile(key) from error
        except (BaseError, OSError) as error:
            raise FileStoreDown(str(error)) from error
        return found.meta["size"], _pieces(found)

    async def kept(self) -> AsyncIterator[tuple[str, int]]:
        """Yield (key, bytes) of everything that is kept, in no order.

        Raises:
            FileStoreDown: this was not all.
        """
        try:
            async for some in obstore.list(self._store, chunk_size=1000):
                for each in some:
                    yield each["path"], each["size"]
        except (BaseError, OSError) as error:
            raise FileStoreDown(str(error)) from error

    async def delete(self, key: str) -> None:
        """Forget `key`; one that is not there is forgotten already.

        Raises:
            FileStoreDown: it is still kept.
        """
        try:
            await obstore.delete_async(self._store, key)
        except FileNotFoundError:
            return
        except (BaseError, OSError) as error:
            raise FileStoreDown(str(error)) from error


async def _pieces(found: "obstore.GetResult") -> AsyncIterator[bytes]:
    try:
        async for piece in found.stream(min_chunk_size=1 << 20):
            yield bytes(piece)
    except (BaseError, OSError) as error:
        raise FileStoreDown(str(error)) from error


def _open(url: str, folder: Path | None) -> ObjectStore:
    if folder is not None:
        return LocalStore(folder, mkdir=True)
    # The library's own patience is ten tries in three minutes: whoever calls us has their own.
    return from_url(
        url,
        client_options={"timeout": timedelta(seconds=30)},
        retry_config={"max_retries": 2, "retry_timeout": timedelta(seconds=20)},
    )


def _to_disk(path: Path) -> None:
    """The library leaves a file in the system's memory: push it, and its name, to the disk."""
    for each in (path, path.parent):
        handle = os.open(each, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
