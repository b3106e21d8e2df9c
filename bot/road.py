"""The road of a message, put together: intake, inbox, worker, outbox, sender, and the fetcher beside it."""

import asyncio
import json
import secrets
import zlib
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from bot import metrics
from bot.batch import OURS
from bot.budget import Budget
from bot.channels.channel import Channel
from bot.clock import Clock
from bot.committer import Committer
from bot.contents import Contents
from bot.doors import Doors
from bot.drawings import DRAWINGS
from bot.fetcher import Fetcher
from bot.ids import Ids
from bot.merging import Merging
from bot.pacing import Pace
from bot.parcels import MediaAddress, Parcels, no_media
from bot.sender import Sender
from bot.tasks import Tasks
from bot.worker import Worker
from handlers.conversation import HoursOn
from handlers.dispatch import Dispatch
from handlers.rendering import Addresses, no_address
from journey.allowance import NO_LIMIT, Allowances, Plan
from journey.sending_hours import SendingHours
from storage import evidence, holding, inbox, outbox, sql, statistics
from storage.files import Files
from storage.inbox import Update
from storage.outbox import Owed
from storage.statistics import Growth

POSTGRES_WRITERS = 3
"""Writers on PostgreSQL, each with its share of the chats; one more is the sender's. SQLite has one in all."""


@dataclass(frozen=True, slots=True)
class Lane:
    """What a road is made of: its channels with their pace, and what their platforms allow."""

    channel: Channel
    pace: Pace
    plan: Plan = NO_LIMIT

    @property
    def allowed(self) -> Plan:
        """Return the plan, with the channel's own window where it has none."""
        return replace(self.plan, window=self.plan.window or self.channel.can.window)


class Road:
    """Everything between a channel's update and its answer, on the open database."""

    def __init__(
        self,
        lanes: Collection[Lane],
        files: Files,
        clock: Clock,
        zone: ZoneInfo,
        process: int = 0,
        address: Addresses = no_address,
        hours: HoursOn = lambda _: SendingHours(),
        media: MediaAddress = no_media,
    ) -> None:
        self.channels: dict[str, Channel] = {lane.channel.name: lane.channel for lane in lanes}
        self.clock = clock
        self.zone = zone
        self.files = files
        self.contents = Contents(files, DRAWINGS)
        self._media = media
        self.process = process
        self.ids = Ids(number=holding.number(process))
        self.doors = Doors(self.channels.values())
        self.dispatch = Dispatch(zone, address, hours, secrets.token_bytes, _allowed(lanes, zone), self.doors.known)
        self._growth = Growth()
        self._tasks = Tasks()
        self._paces = {lane.channel.name: lane.pace for lane in lanes}

    async def start(self) -> None:
        """Begin, with what an earlier process left."""
        self.ids = Ids(max(await inbox.newest_id(), await outbox.newest_id()), holding.number(self.process))
        writers = [Committer() for _ in range(1 if sql.is_sqlite() else POSTGRES_WRITERS)]
        self._committers = writers if sql.is_sqlite() else [*writers, Committer()]
        parcels = Parcels(self.contents, self.channels, self._media)
        merging = Merging(self.channels, self.dispatch.words, self.ids)
        self.sender = Sender(
            self.channels,
            self._paces,
            parcels,
            self._committers[-1],
            self.clock,
            self.ids,
            self.process,
            self._look_at,
            Budget(self.channels, self.dispatch.allowed, merging, self.ids),
        )
        self.fetcher = Fetcher(self.channels, self.files, self.clock, self.process, self._inspected, self._look_at)
        self._workers = [
            Worker(self.channels, self.dispatch, committer, self.clock, self.ids, self._committed)
            for committer in writers
        ]
        for committer in self._committers:
            committer.start()
        await self.sender.start()
        for worker in self._workers:
            worker.start()
        self.fetcher.start()

    def commands(self, standing: str) -> tuple[tuple[str, str], ...]:
        """Return (command, description) of the menu of a standing, in Vietnamese."""
        return self.dispatch.commands(standing, "vi")

    @property
    def committer(self) -> Committer:
        """Return a writer for work beside the messages: jobs."""
        return self._committers[-1]

    async def stop(self) -> None:
        """Finish what has begun, in the order of the road; what waits stays in the tables."""
        await self.fetcher.stop()
        for worker in self._workers:
            await worker.stop()
        await self.sender.stop()
        await self._tasks.join()
        for committer in self._committers:
            await committer.stop()

    async def take(self, channel: str, raws: Collection[Mapping[str, Any]]) -> None:
        """Store and answer raw updates of `channel`; return when committed.

        Raises:
            Exception: they are not stored; the platform shall bring them again.
        """
        metrics.received(channel).inc(len(raws))
        shares: dict[int, list[tuple[str, str, Mapping[str, Any]]]] = {}
        for raw in raws:
            key, chat = self.channels[channel].lane(raw)
            shares.setdefault(self._share(chat), []).append((key, chat, raw))
        await asyncio.gather(*(self._workers[share].take(channel, arrivals) for share, arrivals in shares.items()))
        if self._growth.is_due(len(raws)):
            self._tasks.start(statistics.refresh(), "statistics")

    async def _inspected(self, chat: str, evidence_id: int) -> None:
        """Store the news of an inspected file, in the open transaction, as an update in its chat's lane."""
        body = json.dumps({"kind": "inspected", "text": str(evidence_id)})
        update = Update(self.ids.next(), f"inspected:{evidence_id}", OURS, chat, body)
        await inbox.add([update], sql.ms(self.clock.now()))

    def _look_at(self, chat: str) -> None:
        """Handle that news: it has committed."""
        self._workers[self._share(chat)].look_at(chat)

    def _share(self, chat: str) -> int:
        return zlib.crc32(chat.encode("utf-8", "replace")) % len(self._workers)

    def _committed(self, owed: list[Owed], files: bool) -> None:
        self.sender.offer(owed)
        if files:
            self.fetcher.wake()

    @property
    def idle(self) -> bool:
        """Say whether nothing is under way and nothing could be at this moment."""
        return (
            all(committer.idle for committer in self._committers)
            and all(worker.idle for worker in self._workers)
            and self.sender.idle
            and self.fetcher.idle
        )

    async def next_due(self) -> datetime | None:
        """Return the next moment at which something that waits now may go on: a message, a pause, a fetch."""
        waiting = await outbox.next_due()
        moments = [
            None if waiting is None else sql.moment(waiting),
            self.sender.next_at,
            await evidence.next_due(),
        ]
        now = self.clock.now()
        return min((moment for moment in moments if moment is not None and moment > now), default=None)


def _allowed(lanes: Collection[Lane], zone: ZoneInfo) -> Allowances:
    """Return the plans there are: one without a limit is counted, too, for the platform has the last word."""
    plans = {lane.channel.name: lane.allowed for lane in lanes if lane.plan is not NO_LIMIT or lane.allowed.limits}
    return Allowances(plans, tuple(lane.channel.name for lane in lanes), zone)
