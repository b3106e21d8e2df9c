"""The load generator, in a process of its own: people who take the steps of a flow and wait for each reply.

    python -m benchmarks.load < orders.json > result.json

The time from webhook to reply is from the POST written here to the reply read whole by the fake Bot API server: both
clocks are CLOCK_MONOTONIC of one machine. A reply that does not belong to its step, a webhook that is not answered 200
or a reply that never comes ends the run as a failure.
"""

import asyncio
import json
import sys
import time
from collections import Counter, deque
from dataclasses import asdict, dataclass
from typing import Any

from benchmarks.flows import FLOWS, Person, update
from bot.tasks import Tasks

PATIENCE = 20.0
"""Seconds without any reply until the run has failed."""

QUIET = 0.5
"""Seconds without a call until what the updates brought besides their replies is done, too."""

LOOKS = 10
"""How often that is looked for at most."""


@dataclass(frozen=True)
class Orders:
    """What to do.

    Args:
        urls: webhooks; with several, updates go to them in turn.
        chats: the first person's chat id, and how many people there are.
        warm_up: how many of them go the whole way before anything is measured.
        in_flight: updates under way at most; `rate`: updates a second whatever comes back (0: closed loop).
    """

    urls: tuple[str, ...]
    secret: str
    socket: str
    flow: str
    first_chat: int
    chats: int
    rounds: int = 1
    warm_up: int = 100
    in_flight: int = 64
    think: float = 0.1
    rate: float = 0


@dataclass(frozen=True)
class Result:
    """What was measured, from the first tenth of the replies to eight tenths; times in ms of CLOCK_MONOTONIC.

    `calls` is by method, for one update; `late` counts updates of an open loop for which nobody was free.
    """

    updates: int
    seconds: float
    rate: float
    p50: float
    p99: float
    worst: float
    ack_p50: float
    calls: dict[str, float]
    window: tuple[float, float]
    counted: int
    late: int


class Broken(Exception):
    """The run shows nothing: something went wrong that must not."""


class Webhook(asyncio.Protocol):
    """One connection to the bot, kept alive: a POST at a time."""

    def __init__(self, load: "Load") -> None:
        self._load = load
        self._got = bytearray()
        self.transport: asyncio.Transport | None = None
        self.written_at = 0.0

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Remember where to write."""
        assert isinstance(transport, asyncio.Transport)
        self.transport = transport

    def data_received(self, data: bytes) -> None:
        """Take the answer: 200, and the connection is free again."""
        self._got += data
        head_end = self._got.find(b"\r\n\r\n")
        if head_end < 0:
            return
        head = bytes(self._got[:head_end]).lower()
        _, found, rest = head.partition(b"content-length:")
        length = int(rest.partition(b"\r\n")[0]) if found else 0
        if len(self._got) < head_end + 4 + length:
            return
        del self._got[: head_end + 4 + length]
        if not head.startswith(b"http/1.1 200"):
            self._load.fail(f"a webhook was answered {head[:12].decode()}")
        self._load.acked(self, b"connection: close" in head)

    def connection_lost(self, exc: Exception | None) -> None:
        """Forget it; a POST under way is lost with it."""
        self._load.gone(self, exc)


class Load:
    """The people and their connections."""

    def __init__(self, orders: Orders) -> None:
        self.orders = orders
        self.flow = FLOWS[orders.flow]
        self.loop = asyncio.get_running_loop()
        self.done: asyncio.Future[None] = self.loop.create_future()
        self._tasks = Tasks()
        self.people = {orders.first_chat + n: Person(orders.first_chat + n) for n in range(orders.chats)}
        self._ready = deque(list(self.people.values())[: orders.warm_up])
        self._free: list[deque[Webhook]] = [deque() for _ in orders.urls]
        self._busy: set[Webhook] = set()
        self._in_flight = 0
        self._number = time.time_ns() // 1_000_000_000 * 1_000_000 % 2**40
        self._left = orders.warm_up * len(self.flow.steps)
        self._turn = 0
        self.is_warm = False
        self.late = 0
        self.sent = 0
        self.replies: list[tuple[float, float]] = []
        self.acks: list[float] = []
        self.calls: Counter[str] = Counter()
        self.last_reply_at = time.monotonic()

    def fail(self, why: str) -> None:
        """End the run: `why`."""
        if not self.done.done():
            self.done.set_exception(Broken(why))

    async def _rest(self) -> None:
        """Wait until nothing follows the replies, for a while, then go on: files may keep coming for minutes."""
        calls = -1
        for _ in range(LOOKS):
            if calls == (calls := self.calls.total()):
                break
            await asyncio.sleep(QUIET)
        if not self.is_warm:
            self.begin()
        elif not self.done.done():
            self.done.set_result(None)

    def begin(self) -> None:
        """Let everybody begin who has not gone the way in the warm-up."""
        orders = self.orders
        self.is_warm = True
        self.calls.clear()
        self.acks.clear()
        for person in self.people.values():
            person.at = 0
        self._ready = deque(list(self.people.values())[orders.warm_up :])
        self._left = len(self._ready) * len(self.flow.steps) * orders.rounds
        if orders.rate:
            self._tasks.start(self._open(), "the open loop")
        else:
            self.pump()

    async def _open(self) -> None:
        """Send at the rate, whatever comes back."""
        began, total = time.monotonic(), self._left
        while self.sent < total and not self.done.done():
            due = int((time.monotonic() - began) * self.orders.rate)
            while self.sent + self.late < due and self._ready:
                self._send(self._ready.popleft())
            if not self._ready and self.sent + self.late < due:
                if total - self.sent <= len(self.people):  # the end: not everybody has something left to do
                    began += 0.001
                else:
                    self.late += due - self.sent - self.late
            await asyncio.sleep(0.001)

    def pump(self) -> None:
        """Send while there is room and somebody is ready."""
        while self._ready and self._in_flight < self.orders.in_flight:
            self._send(self._ready.popleft())

    def _send(self, person: Person) -> None:
        self._in_flight += 1
        self.sent += self.is_warm
        self._number += 1
        body = json.dumps(update(person, self.flow, self._number), ensure_ascii=False).encode()
        which = self._turn = (self._turn + 1) % len(self.orders.urls)
        if self._free[which]:
            self._post(self._free[which].popleft(), which, person, body)
        else:
            self._tasks.start(self._connect(which, person, body), "a connection")

    async def _connect(self, which: int, person: Person, body: bytes) -> None:
        host, _, port = self.orders.urls[which].split("/")[2].partition(":")
        try:
            _, webhook = await self.loop.create_connection(lambda: Webhook(self), host, int(port))
        except OSError as error:
            self.fail(f"the bot cannot be reached: {error}")
            return
        self._post(webhook, which, person, body)

    def _post(self, webhook: Webhook, which: int, person: Person, body: bytes) -> None:
        _, _, host, path = self.orders.urls[which].split("/", 3)
        head = (
            f"POST /{path} HTTP/1.1\r\nHost: {host}\r\nContent-Type: application/json\r\n"
            f"X-Telegram-Bot-Api-Secret-Token: {self.orders.secret}\r\nContent-Length: {len(body)}\r\n\r\n"
        )
        self._busy.add(webhook)
        assert webhook.transport is not None
        person.sent_at = webhook.written_at = time.monotonic_ns() / 1e6
        webhook.transport.write(head.encode() + body)

    def acked(self, webhook: Webhook, closes: bool) -> None:
        """The bot has taken an update."""
        self.acks.append(time.monotonic_ns() / 1e6 - webhook.written_at)
        self._busy.discard(webhook)
        assert webhook.transport is not None
        if closes:
            webhook.transport.close()
            return
        port = webhook.transport.get_extra_info("peername")[1]
        which = next(n for n, url in enumerate(self.orders.urls) if f":{port}/" in url)
        self._free[which].append(webhook)

    def gone(self, webhook: Webhook, error: Exception | None) -> None:
        """A connection was closed."""
        for free in self._free:
            if webhook in free:
                free.remove(webhook)
        if webhook in self._busy:
            self.fail(f"the bot closed a connection without an answer: {error}")

    def heard(self, at: float, method: str, chat: int, text: str, buttons: list[str], message: int) -> None:
        """A call reached the fake at `at`: a reply to somebody, or one of the others that an update brings."""
        self.calls[method] += 1
        person = self.people.get(chat)
        if person is None or not person.sent_at or method not in ("sendMessage", "editMessageText"):
            return
        step = self.flow.steps[person.at]
        belongs = text.startswith(step.hears) or any(each.startswith(step.hears) for each in buttons)
        if not belongs or method not in step.by:
            if method == "sendMessage":
                self.fail(f"step {person.at} of {chat} heard {text!r} with {buttons}")
            return  # a card that is kept true while files arrive
        if method == "sendMessage":
            person.message = message
        person.buttons = buttons
        self._replied(person, at)

    def _replied(self, person: Person, at: float) -> None:
        if self.is_warm:
            self.replies.append((at, at - person.sent_at))
        self.last_reply_at = time.monotonic()
        person.sent_at = 0
        person.at += 1
        self._in_flight -= 1
        self._left -= 1
        if person.at == len(self.flow.steps):
            person.at, person.round = 0, person.round + 1
        if person.at or (self.is_warm and person.round < self.orders.rounds):
            self.loop.call_later(self.orders.think, self._is_ready, person)
        if self._left == 0:
            self._tasks.start(self._rest(), "rest")
        else:
            self._pump_unless_open()

    def _is_ready(self, person: Person) -> None:
        self._ready.append(person)
        self._pump_unless_open()

    def _pump_unless_open(self) -> None:
        """Send what may leave; in the open loop time decides, once everybody is warm."""
        if not self.orders.rate or not self.is_warm:
            self.pump()

    def result(self) -> Result:
        """Return what was measured."""
        self.replies.sort()
        counted = self.replies[len(self.replies) // 10 : len(self.replies) * 8 // 10]
        begins, ends = counted[0][0], counted[-1][0]
        times = sorted(each for _, each in counted)
        acks = sorted(self.acks)
        updates = len(self.replies)
        return Result(
            updates=updates,
            seconds=(self.replies[-1][0] - self.replies[0][0]) / 1000,
            rate=(len(counted) - 1) / (ends - begins) * 1000,
            p50=times[len(times) // 2],
            p99=times[len(times) * 99 // 100],
            worst=max(each for _, each in self.replies),
            ack_p50=acks[len(acks) // 2],
            calls={method: round(n / updates, 3) for method, n in sorted(self.calls.items())},
            window=(begins, ends),
            counted=len(counted),
            late=self.late,
        )


async def _watch(load: Load, reader: asyncio.StreamReader) -> None:
    while line := await reader.readline():
        load.heard(*json.loads(line))
    load.fail("the fake Bot API server went away")


async def _patience(load: Load) -> None:
    while not load.done.done():
        await asyncio.sleep(1)
        if time.monotonic() - load.last_reply_at > PATIENCE:
            waiting = [person for person in load.people.values() if person.sent_at]
            first = waiting[0] if waiting else None
            load.fail(f"no reply for {PATIENCE:.0f} s; {len(waiting)} people wait, one of them {first}")


async def run(orders: Orders) -> Result:
    """Do what was ordered.

    Raises:
        Broken: see the module.
    """
    reader, _ = await asyncio.open_unix_connection(orders.socket, limit=2**20)
    load = Load(orders)
    tasks = [asyncio.create_task(_watch(load, reader)), asyncio.create_task(_patience(load))]
    load.pump() if orders.warm_up else load.begin()
    await load.done
    for task in tasks:
        task.cancel()
    return load.result()


def main() -> None:
    """Read the orders, print the result."""
    given: dict[str, Any] = json.load(sys.stdin)
    try:
        print(json.dumps(asdict(asyncio.run(run(Orders(**{**given, "urls": tuple(given["urls"])}))))))
    except Broken as broken:
        sys.exit(f"the run broke: {broken}")


if __name__ == "__main__":
    main()
