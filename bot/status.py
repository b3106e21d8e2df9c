"""What a machine asks this process: `/healthz` for whoever watches it, `/metrics` for Prometheus. No personal data."""

import time
from collections.abc import Collection
from datetime import timedelta
from importlib.metadata import version
from typing import Any
from zoneinfo import ZoneInfo

from aiohttp import web
from prometheus_client import CONTENT_TYPE_LATEST, generate_latest

from bot import metrics
from bot.commands.language import language
from bot.health import Bot, Health
from handlers.rendering import Words
from storage.dead_rows import Pile


class Status:
    """Answers from `health`. `delivered` are the bots whose updates a webhook takes."""

    def __init__(self, health: Health, zone: ZoneInfo, delivered: Collection[str]) -> None:
        self._health = health
        self._words = Words(zone)
        self._delivered = delivered

    def add_routes(self, app: web.Application) -> None:
        """Answer on `app`. A proxy shall not pass these on."""
        app.add_routes([web.get("/healthz", self._healthz), web.get("/metrics", self._metrics)])

    async def _healthz(self, _request: web.Request) -> web.Response:
        facts = await self._health.look()
        troubles = self._health.troubles(facts)
        is_well = not any(trouble.stops for trouble in troubles)
        report: dict[str, Any] = {
            "status": "ok" if is_well else "trouble",
            "version": version("hanhtrinh"),
            "trouble": [self._words.text(trouble.words, language()) for trouble in troubles],
            "database": "ok" if facts else "no answer",
            "polling": {name: {"state": "webhook"} for name in sorted(self._delivered)}
            | {bot.name: self._polling(bot) for bot in self._health.bots},
        }
        if facts:
            report |= {
                "inbox": _table(facts.backlog.inbox, facts.backlog.inbox_lag, facts.updates),
                "outbox": _table(facts.backlog.outbox, facts.backlog.outbox_lag, facts.messages),
                "disk_free_mb": facts.disk_free // 1024**2,
            }
        return web.json_response(report, status=200 if is_well else 503, headers={"Cache-Control": "no-store"})

    async def _metrics(self, _request: web.Request) -> web.Response:
        facts = await self._health.look()
        metrics.DATABASE_UP.set(facts is not None)
        metrics.UNDER_WAY.set(self._health.road.sender.under_way)
        if facts:
            _measure("inbox", facts.backlog.inbox, facts.backlog.inbox_lag, facts.updates)
            _measure("outbox", facts.backlog.outbox, facts.backlog.outbox_lag, facts.messages)
            metrics.DISK_FREE.set(facts.disk_free)
            metrics.HELD.set(facts.held)
            for bot, month in facts.months.items():
                metrics.MONTH.labels(bot, "said").set(month.said)
                metrics.MONTH.labels(bot, "heard").set(month.heard)
                metrics.MONTH_LIMIT.labels(bot).set(self._health.road.dispatch.allowed.plans[bot].a_month)
        return web.Response(body=generate_latest(), headers={"Content-Type": CONTENT_TYPE_LATEST})

    def _polling(self, bot: Bot) -> dict[str, Any]:
        if bot.name in self._delivered:
            return {"state": "webhook"}
        if not self._health.is_polling(bot):
            return {"state": "standby"}
        last = bot.polled_at
        return {"state": "polling", "seconds_since": None if last is None else round(time.monotonic() - last, 1)}


def _table(waiting: int, lag: timedelta, dead: Pile) -> dict[str, Any]:
    return {"waiting": waiting, "oldest_seconds": round(lag.total_seconds(), 1), "needs_a_human": dead.count}


def _measure(table: str, waiting: int, lag: timedelta, dead: Pile) -> None:
    metrics.WAITING.labels(table).set(waiting)
    metrics.LAG.labels(table).set(lag.total_seconds())
    metrics.DEAD.labels(table).set(dead.count)
