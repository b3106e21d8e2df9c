"""When people may be written to unasked: by day, never on a holiday or around Tết; officers when they work."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from journey.approvers_clock import Hours, Office

MEMBER_HOURS = (Hours(time(8), time(11, 30)), Hours(time(13, 30), time(20, 30)))
"""DESIGN 5 from eight to half past eight in the evening, without the midday rest (DOMAIN 5)."""

A_WEEK = 3
"""Days from Monday to Sunday on which one person is written to unasked (DESIGN 5)."""

LONGEST_PAUSE = timedelta(days=400)
"""Days that are looked through for the next one on which somebody may be written to."""


class Audience(StrEnum):
    """Whose hours hold: those of somebody on the way, or of somebody at work for others."""

    MEMBER = "member"
    OFFICER = "officer"


@dataclass(frozen=True, slots=True)
class Own:
    """The hours that a person asked for (local), inside the house's; `closes` does not belong to them."""

    opens: time
    closes: time


@dataclass(frozen=True, slots=True)
class SendingHours:
    """The house's hours: `member` on every day but holidays and the pause around Tết, officers' on working days.

    `a_week` is on how many days a week one person is written to unasked.
    """

    office: Office = field(default_factory=Office)
    member: tuple[Hours, ...] = MEMBER_HOURS
    a_week: int = A_WEEK

    def closes_at(self, local: datetime, audience: Audience, own: Own | None = None) -> datetime | None:
        """Return when the hours that hold at `local` end, None outside of them."""
        for opens, closes in self._spans(local.date(), audience, own):
            if opens <= local.time() < closes:
                return datetime.combine(local.date(), closes, local.tzinfo)
        return None

    def opens_at(self, local: datetime, audience: Audience, own: Own | None = None) -> datetime:
        """Return the first moment from `local` on at which somebody may be written to.

        Raises:
            ValueError: there is none for `LONGEST_PAUSE`.
        """
        for number in range(LONGEST_PAUSE.days):
            day = local.date() + timedelta(days=number)
            for opens, closes in self._spans(day, audience, own):
                if number or local.time() < closes:
                    return max(local, datetime.combine(day, opens, local.tzinfo))
        raise ValueError("nobody may be written to for a year")

    def _spans(self, day: date, audience: Audience, own: Own | None) -> Iterator[tuple[time, time]]:
        """Yield (opens, closes) of the day; a person's hours in which the house never writes are none."""
        if not (self.office.days.has(day) if audience is Audience.OFFICER else not self.office.days.is_quiet(day)):
            return
        house = [(each.opens, each.closes) for each in self._hours(audience)]
        wanted = [(max(opens, own.opens), min(closes, own.closes)) for opens, closes in house] if own else house
        yield from [span for span in wanted if span[0] < span[1]] or house

    def _hours(self, audience: Audience) -> tuple[Hours, ...]:
        return self.office.hours if audience is Audience.OFFICER else self.member
