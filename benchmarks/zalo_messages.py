"""How many messages a Zalo bot says for one of a rehearsal's: `python -m benchmarks --only zalo`.

The same season is rehearsed twice: on the rehearsal's channel, which has buttons and edits, and on one that can what a
Zalo bot can. There people tap what the list in the message would offer, for nobody types here.
"""

import asyncio
import tempfile
from collections import Counter
from contextlib import ExitStack
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any
from unittest import mock

from bot import logs, offering, road, whole
from bot.channels.channel import Button, OutboxMessage
from bot.channels.zalo import Zalo
from bot.parcels import Parcels
from bot.rehearsal import year
from bot.rehearsal.months import Months
from bot.rehearsal.phones import Phones
from bot.rehearsal.year import Wanted
from bot.settings import Settings
from handlers.conversation import Kind
from storage import database
from storage.files import Files
from storage.outbox import Owed

SEASON = Wanted("nguoi-cong-san-tre", members=100, groups=8, seed=1, year=2027)
LAST = date(2027, 12, 31)
QUICK = date(2027, 3, 31)

Figures = dict[str, float]

_cards: dict[str, str | None] = {}
"""By chat: the card of the message that is about to leave."""


class _Offering(Parcels):
    """Hands over what may be typed as buttons."""

    async def message(self, row: Owed, target: str | None) -> OutboxMessage:
        message, said = await super().message(row, target), whole.read(row)
        _cards[row.chat] = row.card if row.kind == "say" else None
        if said is None:
            return message
        shown = offering.shown(said.options, Phones.can)
        return replace(message, buttons=tuple(tuple(Button(o.label, o.action) for o in line) for line in shown))


class _Typing(Phones):
    """Phones that cannot be edited: of a card that is said again only the newest message is looked at."""

    can = replace(Zalo.can, fetches_pictures=False)

    def update(self, chat: str, kind: Kind, **what: Any) -> dict[str, Any]:
        """Return what somebody does; a card that they decide on is dealt with, whatever comes of it."""
        choice, phone = what.get("choice", ""), self.phone(chat)
        if choice.startswith("reviews."):
            for number in [number for number, shown in phone.choices.items() if choice in shown]:
                phone.drop(number)
        return super().update(chat, kind, **what)

    async def send(self, message: OutboxMessage) -> str | None:
        """Show `message` below what was said before."""
        key = f"{message.chat} {card}" if (card := _cards.get(message.chat)) else ""
        self.phone(message.chat).drop(self._shown_as.pop(key, ""))
        number = await super().send(message)
        if key and number is not None:
            self._shown_as[key] = number
        return number

    _shown_as: dict[str, str] = {}  # noqa: RUF012 - one pair of seasons a process


def run(server: object, *, is_quick: bool = False) -> Figures:  # noqa: ARG001 - it needs no server
    """Return messages said and heard on the second channel for one on the first.

    Of members, of members in the months of the registration, of officers.
    """
    logs.configure("ERROR", whole_errors=True)
    last = QUICK if is_quick else LAST
    tapped = asyncio.run(_played(last))
    with ExitStack() as patched:
        patched.enter_context(mock.patch.object(year, "Phones", _Typing))
        patched.enter_context(mock.patch.object(road, "Parcels", _Offering))
        typed = asyncio.run(_played(last))
    return {f"zalo_{name}": typed[name] / tapped[name] for name in tapped}


async def _played(last: date) -> Counter[str]:
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        url = f"sqlite:///{Path(folder) / 'rehearsed.db'}?synchronous=off"
        await database.migrate(url)
        files = Files((Path(folder) / "files").as_uri())
        async with year.playing(SEASON, Settings(_env_file=None), url, files) as played:
            await played.play_to(last, lambda _: None)
            found = await played.found()
    if found.stuck or found.defects:
        raise AssertionError(f"people could not go on: {found.stuck}, {found.defects} defects")
    season, months = found.season, found.journal.months
    return _sums(months, set(found.unit.groups), range(season.opens_on.month, season.closes_on.month + 1))


def _sums(months: Months, groups: set[str], registering: range) -> Counter[str]:
    sums: Counter[str] = Counter()
    for what, of in (("said", months.said), ("heard", months.heard)):
        for (month, place), number in of.items():
            who = "officers" if place not in groups else "registering" if month in registering else "members"
            sums[f"{who}_{what}"] += number
    return sums
