"""How long an approval may wait before somebody else hears of it, counted in working days."""

from dataclasses import dataclass, field
from datetime import date, datetime, time
from enum import StrEnum

from journey.working_days import WorkingDays


class Stage(StrEnum):
    """What was done about a review that waits too long, in this order."""

    NUDGED = "nudged"
    SUBSTITUTE = "substitute"
    NEXT_LEVEL = "next_level"


@dataclass(frozen=True, slots=True)
class Patience:
    """After how many working days each stage is reached (DESIGN 5), every one later than the one before."""

    nudge: int = 5
    substitute: int = 8
    next_level: int = 10

    def of(self, stage: Stage) -> int:
        """Return the working days of one stage."""
        return {
            Stage.NUDGED: self.nudge,
            Stage.SUBSTITUTE: self.substitute,
            Stage.NEXT_LEVEL: self.next_level,
        }[stage]

    def between(self, reached: Stage, following: Stage) -> int:
        """Return the working days from one stage to a later one."""
        return self.of(following) - self.of(reached)


@dataclass(frozen=True, slots=True)
class Hours:
    """Local times of one working day; `closes` does not belong to it."""

    opens: time
    closes: time


OFFICE_HOURS = (Hours(time(8), time(11)), Hours(time(14), time(17)))
"""When officers like to be written to: not before the day's work, at noon, or when it ends (DOMAIN 10)."""


@dataclass(frozen=True, slots=True)
class Office:
    """When officers work, and how long they may take."""

    days: WorkingDays = field(default_factory=WorkingDays)
    hours: tuple[Hours, ...] = OFFICE_HOURS
    patience: Patience = field(default_factory=Patience)

    def closes_at(self, local: datetime) -> datetime | None:
        """Return when the officers' hours that hold at `local` end, None outside of them."""
        if not self.days.has(local.date()):
            return None
        for each in self.hours:
            if each.opens <= local.time() < each.closes:
                return datetime.combine(local.date(), each.closes, local.tzinfo)
        return None


def next_stage(reached: Stage | None, *, has_substitute: bool) -> Stage | None:
    """Return what comes after `reached`; None after the last."""
    match reached:
        case None:
            return Stage.NUDGED
        case Stage.NUDGED if has_substitute:
            return Stage.SUBSTITUTE
        case Stage.NEXT_LEVEL:
            return None
        case _:
            return Stage.NEXT_LEVEL


def due(
    asked_on: date, reached: Stage | None, reached_on: date | None, today: date, office: Office, *, has_substitute: bool
) -> Stage | None:
    """Return the stage that a review asked on `asked_on` enters `today`, None when nothing is due.

    A stage that came late puts the later ones off: whoever is nudged after an outage, or has just come into the
    post, has the days between the stages all the same.
    """
    following = next_stage(reached, has_substitute=has_substitute)
    if following is None:
        return None
    if office.days.count(asked_on, today) < office.patience.of(following):
        return None
    if reached is not None and reached_on is not None:
        apart = office.patience.between(reached, following)
        return following if office.days.count(reached_on, today) >= apart else None
    return following
