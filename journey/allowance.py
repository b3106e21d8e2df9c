"""What a platform allows a bot: how many people, how many messages a month, for how long after somebody wrote."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta, tzinfo
from typing import Final

WARNED_AT: Final = 0.8
"""From this share of a month on an operator is told."""

SHARES: Final = ((5, 0.8), (2, 0.9))
"""Up to which share of a month is said what does not answer somebody, by its urgency's number or a higher one
(locales/saying.py): reminders stop first, news next, and the last tenth is for replies alone."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What one bot may do; 0, None and "" are no limit and nothing.

    `a_month` counts messages in both directions. `window` is how long after somebody last wrote they may be written
    to. `template` is what may be sent, for money, to whoever has not written for longer.
    """

    users: int = 0
    a_month: int = 0
    window: timedelta | None = None
    template: str = ""

    @property
    def limits(self) -> bool:
        """Say whether anything has to be counted."""
        return bool(self.users or self.a_month or self.window or self.template)

    def is_open(self, heard_at: datetime | None, now: datetime) -> bool:
        """Say whether somebody who wrote at `heard_at` may be written to; of None the platform has the word."""
        return self.window is None or heard_at is None or now - heard_at < self.window


@dataclass(frozen=True, slots=True)
class Month:
    """What a bot said and heard in one month; until `spent_until` its platform takes nothing more."""

    said: int = 0
    heard: int = 0
    spent_until: datetime | None = None

    @property
    def used(self) -> int:
        """Return how much of the plan is used at worst: one operator found that both directions count."""
        return self.said + self.heard

    def has_room(self, plan: Plan, urgency: int, now: datetime, *, more: int = 0) -> bool:
        """Say whether one message of `urgency` may still be said, `more` being on their way.

        A reply is tried until the platform itself refuses: our count is the pessimistic one.
        """
        if self.is_spent(now):
            return False
        share = next((share for least, share in SHARES if urgency >= least), None)
        return not plan.a_month or share is None or self.used + more < plan.a_month * share

    def is_spent(self, now: datetime) -> bool:
        """Say whether the platform refuses whatever is said."""
        return self.spent_until is not None and now < self.spent_until


@dataclass(frozen=True, slots=True)
class Allowances:
    """The plans of the bots that have one, by channel; `bots` are all there are. Months are those of `zone`."""

    plans: Mapping[str, Plan] = field(default_factory=dict)
    bots: tuple[str, ...] = ()
    zone: tzinfo = UTC

    def of(self, chat: str) -> Plan:
        """Return the plan of the bot of a chat."""
        return self.plans.get(chat.partition(":")[0], NO_LIMIT)

    def month(self, now: datetime) -> str:
        """Return the name of the month of `now` (UTC): "2027-01"."""
        return f"{now.astimezone(self.zone):%Y-%m}"

    def next_month(self, now: datetime) -> datetime:
        """Return when the next month begins (UTC)."""
        first = now.astimezone(self.zone).replace(day=1, hour=0, minute=0, second=0, microsecond=0)
        return (first + timedelta(days=32)).replace(day=1).astimezone(UTC)


NO_LIMIT: Final = Plan()
"""Of a bot whose platform counts nothing."""

UNLIMITED: Final = Allowances()
"""No bot has a limit."""
