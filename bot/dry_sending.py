"""What would become of messages that jobs owe: the budget is asked as the sender asks it, in a database on trial."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby

from bot import whole
from bot.budget import Budget
from bot.channels.channel import Able, Capabilities
from bot.merging import Merging
from bot.owing import Owing
from journey.allowance import Allowances, Month
from storage import cards, held, metered, outbox
from storage.held import Why
from storage.outbox import Fate, Owed
from storage.sql import moment, ms

TRIAL = "trial"
"""The platform's id of a message that a trial takes for sent."""


@dataclass(frozen=True, slots=True)
class Spent:
    """What a run would use of a bot's month ("2027-03"), where a month is limited."""

    bot: str
    month: str
    left: int
    of: int
    used: int


@dataclass(frozen=True, slots=True)
class _Bot:
    can: Capabilities


class DrySending:
    """Lets rows leave as far as `allowed` lets them, from `now` (UTC) on; no platform hears of it."""

    def __init__(self, owing: Owing, allowed: Allowances, now: datetime) -> None:
        able: dict[str, Able] = {name: _Bot(can) for name, can in owing.can.items()}
        self._merging = Merging(able, owing.words, owing.ids)
        self._budget = Budget(able, allowed, self._merging, owing.ids)
        self._allowed = allowed
        self._now = now
        self._later: list[Owed] = []
        self._months: dict[str, Mapping[str, Month]] = {}
        self.barred: dict[int, Why] = {}

    async def take(self, rows: Iterable[Owed]) -> None:
        """Let those of `rows` leave that may do so now, in the open transaction; the others are kept for `rest`."""
        rows = list(rows)
        self._later += [row for row in rows if row.not_before > ms(self._now)]
        await self._leave([row for row in rows if row.not_before <= ms(self._now)], self._now)

    async def rest(self) -> None:
        """Let what was kept leave, each row at its own moment, in the open transaction."""
        for at, rows in groupby(sorted(self._later, key=_leaves_at), key=_leaves_at):
            await self._leave(list(rows), moment(at))

    async def _leave(self, rows: Sequence[Owed], at: datetime) -> None:
        await self._begin(self._budget.month(at))
        while rows:
            heads = _heads(rows)
            late = [row for row in heads if row.expires_at is not None and row.expires_at <= ms(at)]
            there = [row for row in heads if row not in late]
            barred = await self._budget.barred(there, at)
            gone = [row for row in there if row.id not in barred]
            fates = [Fate(row.id, "expired") for row in late] + [Fate(row.id, "sent", TRIAL) for row in gone]
            await outbox.settle(fates, ms(at), 0)
            await cards.show((row.chat, row.card, TRIAL) for row in gone if row.card is not None)
            turned = await self._budget.divert(barred, there, at)
            await self._budget.count(gone, at)
            self.barred |= barred
            rows = await held.still([*turned, *(row for row in rows if row not in heads)])

    async def _begin(self, month: str) -> None:
        """Remember what was used of a month before anything of this run."""
        if month not in self._months:
            self._months[month] = await metered.months(self._allowed.plans, month)

    async def spent(self) -> list[Spent]:
        """Return what the run would use of each month it touches, the earliest first."""
        found: list[Spent] = []
        for month, before in sorted(self._months.items()):
            after = await metered.months(self._allowed.plans, month)
            for bot, plan in self._allowed.plans.items():
                if plan.a_month:
                    left, used = plan.a_month - before[bot].used, after[bot].used - before[bot].used
                    found.append(Spent(bot, month, max(0, left), plan.a_month, used))
        return found

    async def contact(self, chats: Collection[str]) -> dict[str, int]:
        """Let people write now in `chats`: what is held leaves, one message a chat; return of how many each is made."""
        before = whole.messages([each.row for each in await held.of_chats(chats)])
        _ = await self._merging.release(sorted(chats), self._now, at_once=True)
        now = await outbox.standings([message[-1].id for message in before])
        found = dict.fromkeys(chats, 0)
        for message in before:
            found[message[-1].chat] += now[message[-1].id].status != "expired"
        return found


def _leaves_at(row: Owed) -> int:
    return row.not_before


def _heads(rows: Iterable[Owed]) -> list[Owed]:
    """Return the row of each chat whose turn it is."""
    first: dict[str, Owed] = {}
    for row in sorted(rows, key=lambda row: (row.priority, row.id)):
        first.setdefault(row.chat, row)
    return list(first.values())
