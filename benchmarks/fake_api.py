"""A Bot API server that costs next to nothing, in a process of its own: it answers, and tells who was told what.

    python -m benchmarks.fake_api --socket PATH [--delay MS] [--files given|held]

It prints its address, then `webhook` whenever a bot has set one. Whoever connects to the unix socket reads a JSON list
for each call, one a line: [ms of CLOCK_MONOTONIC when it was read whole, method, chat id or 0, the text's beginning,
callback data of the buttons, message id].
"""

import argparse
import asyncio
import json
import re
import time
from functools import partial
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs

from benchmarks.picture import jpeg

ME = b'{"id":1,"is_bot":true,"first_name":"bench","username":"bench_bot"}'
CHAT_FIELD = re.compile(rb'name="?chat_id"?[^\n]*\r\n(?:[^\r\n]+\r\n)*\r\n(-?\d+)')
TEXT_FIELD = re.compile(rb'name="?text"?[^\n]*\r\n(?:[^\r\n]+\r\n)*\r\n([^\r]*)')
MARKUP_FIELD = re.compile(rb'name="?reply_markup"?[^\n]*\r\n(?:[^\r\n]+\r\n)*\r\n([^\r]*)')
TOLD = frozenset({"sendMessage", "editMessageText", "sendPhoto", "sendMediaGroup", "sendDocument"})
"""What people see; of the other calls only the method counts."""


class Server:
    """What all connections share."""

    def __init__(self, delay: float, *, gives_files: bool) -> None:
        self.delay = delay
        self.gives_files = gives_files
        self.loop = asyncio.get_running_loop()
        self.watchers: list[asyncio.StreamWriter] = []
        self.news: list[str] = []
        self.messages = 1000
        self.picture = jpeg()

    def tell(self, at: int, method: str, values: dict[str, Any], message_id: int) -> None:
        """Tell the watchers of a call, soon."""
        if not self.watchers:
            return
        if not self.news:
            self.loop.call_soon(self._flush)
        buttons = [each.get("callback_data", "") for row in _rows(values) for each in row]
        told = [
            at / 1e6,
            method,
            int(values.get("chat_id") or 0),
            str(values.get("text", ""))[:24],
            buttons,
            message_id,
        ]
        self.news.append(json.dumps(told, ensure_ascii=False))

    def _flush(self) -> None:
        lines, self.news = ("\n".join(self.news) + "\n").encode(), []
        for watcher in self.watchers:
            watcher.write(lines)

    def answer(self, at: int, target: bytes, kind: bytes, body: bytes) -> bytes | None:
        """Return what a call comes to, None when it is never answered."""
        path = target.partition(b"?")[0]
        if path.startswith(b"/file/"):
            return _response(self.picture, b"image/jpeg")
        method = path.rpartition(b"/")[2].decode()
        if method == "getFile" and not self.gives_files:
            self.tell(at, method, {}, 0)
            return None
        values = _values(kind, body) if method in TOLD else {}
        self.messages += 1
        result = self._result(method, values)
        self.tell(at, method, values, self.messages)
        if method == "setWebhook":
            print("webhook", flush=True)
        return _response(b'{"ok":true,"result":' + result + b"}", b"application/json")

    def _result(self, method: str, values: dict[str, Any]) -> bytes:
        if method in TOLD:
            message = (
                b'{"message_id":%d,"date":1790000000,"chat":{"id":%d,"type":"private","first_name":"A"},"text":"ok"}'
            )
            one = message % (self.messages, int(values["chat_id"]))
            return b"[" + one + b"]" if method == "sendMediaGroup" else one
        if method == "getFile":
            size = len(self.picture)
            return b'{"file_id":"f","file_unique_id":"u","file_size":%d,"file_path":"photos/1.jpg"}' % size
        return ME if method == "getMe" else b"true"


def _rows(values: dict[str, Any]) -> list[list[dict[str, Any]]]:
    markup = values.get("reply_markup") or {}
    found: dict[str, Any] = json.loads(markup) if isinstance(markup, str | bytes) else markup
    return list(found.get("inline_keyboard", ()))


def _values(kind: bytes, body: bytes) -> dict[str, Any]:
    """Return chat, text and buttons of a call, however its body is written."""
    if kind.startswith(b"application/json"):
        return dict(json.loads(body))
    if kind.startswith(b"multipart/"):
        fields = {"chat_id": CHAT_FIELD, "text": TEXT_FIELD, "reply_markup": MARKUP_FIELD}
        found = {name: field.search(body) for name, field in fields.items()}
        return {name: match[1].decode() for name, match in found.items() if match}
    return {name: each[0] for name, each in parse_qs(body.decode()).items()}


def _response(body: bytes, kind: bytes) -> bytes:
    return b"HTTP/1.1 200 OK\r\nContent-Type: %s\r\nContent-Length: %d\r\n\r\n" % (kind, len(body)) + body


class Connection(asyncio.Protocol):
    """One client's connection, kept alive; calls on it come one after the other."""

    def __init__(self, server: Server) -> None:
        self._server = server
        self._got = bytearray()
        self._transport: asyncio.Transport | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Remember where to answer."""
        assert isinstance(transport, asyncio.Transport)
        self._transport = transport

    def data_received(self, data: bytes) -> None:
        """Answer every call that is here whole."""
        self._got += data
        while (found := _call(self._got)) is not None:
            target, kind, body, end = found
            del self._got[:end]
            answer = self._server.answer(time.monotonic_ns(), target, kind, body)
            if answer is None:
                continue
            if self._server.delay and not target.startswith(b"/file/"):
                self._server.loop.call_later(self._server.delay, self._write, answer)
            else:
                self._write(answer)

    def _write(self, answer: bytes) -> None:
        if self._transport is not None and not self._transport.is_closing():
            self._transport.write(answer)


def _call(got: bytearray) -> tuple[bytes, bytes, bytes, int] | None:
    """Return (target, content type, body, where it ends) of the first call in `got`, None while it is not whole."""
    head_end = got.find(b"\r\n\r\n")
    if head_end < 0:
        return None
    lines = bytes(got[:head_end]).split(b"\r\n")
    headers = {name.lower(): value.strip() for name, _, value in (line.partition(b":") for line in lines[1:])}
    kind, begin = headers.get(b"content-type", b""), head_end + 4
    if headers.get(b"transfer-encoding") == b"chunked":
        whole = _chunks(got, begin)
        if whole is None:
            return None
        body, end = whole
    else:
        end = begin + int(headers.get(b"content-length", 0))
        if len(got) < end:
            return None
        body = bytes(got[begin:end])
    return lines[0].split(b" ")[1], kind, body, end


def _chunks(got: bytearray, at: int) -> tuple[bytes, int] | None:
    body = bytearray()
    while (line_end := got.find(b"\r\n", at)) >= 0:
        size = int(bytes(got[at:line_end]).partition(b";")[0], 16)
        at = line_end + 2 + size + 2
        if len(got) < at:
            return None
        if size == 0:
            return bytes(body), at
        body += got[line_end + 2 : at - 2]
    return None


async def serve(socket: str, delay: float, *, gives_files: bool) -> None:
    """Serve until killed."""
    server = Server(delay, gives_files=gives_files)

    async def watched(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        server.watchers.append(writer)

    Path(socket).unlink(missing_ok=True)  # noqa: ASYNC240 - before anything runs
    await asyncio.start_unix_server(watched, socket)
    listener = await server.loop.create_server(partial(Connection, server), "127.0.0.1", 0, backlog=1024)
    print(f"http://127.0.0.1:{listener.sockets[0].getsockname()[1]}", flush=True)
    await asyncio.Event().wait()


if __name__ == "__main__":
    options = argparse.ArgumentParser()
    options.add_argument("--socket", required=True)
    options.add_argument("--delay", type=float, default=0)
    options.add_argument("--files", choices=("given", "held"), default="given")
    chosen = options.parse_args()
    asyncio.run(serve(chosen.socket, chosen.delay / 1000, gives_files=chosen.files == "given"))
