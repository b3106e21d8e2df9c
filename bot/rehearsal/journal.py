"""What a rehearsal keeps of the messages that left: sums by kind, day and person, never the messages themselves."""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from bot.rehearsal.months import Months
from bot.rehearsal.people import Player
from journey.sending_hours import Audience, SendingHours
from locales.saying import Urgency
from storage import rehearsed, sql
from storage.rehearsed import Sent

_FIRST_PART = re.compile(r"[: /]")

EXAMPLES = 5
"""Messages out of hours that the report names."""

REPLY, NEWS = "reply", "news"
"""Kinds of messages that no job owed; a job's kind is the first part of its keys."""

REMINDERS = "reminders"
"""The kind that the week's budget is for: a digest was ordered, and an announcement is somebody's word."""


@dataclass(frozen=True, slots=True)
class OutOfHours:
    """An unasked message that left when nobody may be written to, at `at` (local)."""

    kind: str
    who: str
    at: datetime


@dataclass(slots=True)
class Burden:
    """How many people got how many unasked messages in a week: people-weeks by their number."""

    weeks: Counter[int] = field(default_factory=Counter)

    def at(self, share: float) -> int:
        """Return the number that a `share` of the weeks did not exceed."""
        seen, wanted = 0, share * sum(self.weeks.values())
        for number in sorted(self.weeks):
            seen += self.weeks[number]
            if seen >= wanted:
                return number
        return 0

    @property
    def most(self) -> int:
        return max(self.weeks, default=0)

    @property
    def mean(self) -> float:
        people = sum(self.weeks.values())
        return sum(number * count for number, count in self.weeks.items()) / people if people else 0.0


@dataclass
class Journal:
    """The messages of a season. `kinds` counts by (kind, kind of person), `days` by local day and kind."""

    zone: ZoneInfo
    hours: Callable[[date], SendingHours]
    players: Mapping[str, Player]
    kinds: Counter[tuple[str, str]] = field(default_factory=Counter)
    days: dict[date, Counter[str]] = field(default_factory=dict)
    out_of_hours: int = 0
    examples: list[OutOfHours] = field(default_factory=list)
    reminders: Burden = field(default_factory=Burden)
    members: Burden = field(default_factory=Burden)
    officers: Burden = field(default_factory=Burden)
    months: Months = field(init=False)
    _week: Counter[str] = field(default_factory=Counter)
    _week_reminded: Counter[str] = field(default_factory=Counter)
    _monday: date | None = None
    _known: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.months = Months(self.players)

    async def close_day(self, day: date, fresh: set[str], heard: Counter[str]) -> list[str]:
        """Count what left on `day` (local); return who of the members was reminded.

        Args:
            fresh: the channel's numbers of messages that were no edits; those counted are taken out.
            heard: what each chat wrote that day; it is emptied.
        """
        monday = day - timedelta(days=day.weekday())
        if self._monday not in (None, monday):  # the days of an outage are passed over
            self._close_week()
        self._monday = monday
        begins = datetime.combine(day, datetime.min.time(), self.zone)
        ends = begins + timedelta(days=1)
        reminded: list[str] = []
        said: Counter[str] = Counter()
        for sent in await rehearsed.sent(sql.ms(begins), sql.ms(ends)):
            if sent.provider_id in fresh:
                fresh.discard(sent.provider_id)
                self._count(sent, day)
                said[sent.chat] += 1
                if sent.urgency == Urgency.REMINDER.value and self.players[sent.chat].member:
                    reminded.append(sent.chat)
        self.months.count(day.month, said, heard)
        heard.clear()
        return reminded

    def _count(self, sent: Sent, day: date) -> None:
        kind, player = kind_of(sent), self.players[sent.chat]
        self._known.add(sent.chat)
        self.kinds[kind, player.kind] += 1
        self.days.setdefault(day, Counter())[kind] += 1
        if kind == REPLY:
            return
        self._week[sent.chat] += 1
        if kind == REMINDERS:
            self._week_reminded[sent.chat] += 1
        self._look_at_hours(sent, kind, player)

    def _look_at_hours(self, sent: Sent, kind: str, player: Player) -> None:
        local = sql.moment(sent.at).astimezone(self.zone)
        is_office = player.member is None and sent.urgency == Urgency.REMINDER.value
        audience = Audience.OFFICER if is_office else Audience.MEMBER
        if self.hours(local.date()).closes_at(local, audience) is None:
            self.out_of_hours += 1
            if len(self.examples) < EXAMPLES:
                self.examples.append(OutOfHours(kind, player.kind, local))

    def _close_week(self) -> None:
        """Turn the week's counts into numbers of people; whoever is in the bot and got nothing counts, too."""
        for chat in self._known:
            if self.players[chat].member is None:
                self.officers.weeks[self._week[chat]] += 1
            else:
                self.members.weeks[self._week[chat]] += 1
                self.reminders.weeks[self._week_reminded[chat]] += 1
        self._week.clear()
        self._week_reminded.clear()

    def total(self, kind: str) -> int:
        """Return how many messages of a kind left."""
        return sum(number for (of, _), number in self.kinds.items() if of == kind)

    def loads(self) -> Iterator[tuple[date, int, int]]:
        """Yield (local day, messages, unasked ones among them) of each day with any."""
        for day, kinds in sorted(self.days.items()):
            yield day, kinds.total(), kinds.total() - kinds[REPLY]


def kind_of(sent: Sent) -> str:
    """Return the kind of a message: the first part of its key where somebody else or the clock caused it."""
    if sent.urgency <= Urgency.REPLY.value:
        return REPLY
    return _FIRST_PART.split(sent.key, 1)[0] or NEWS
