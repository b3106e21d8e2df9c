"""Which moments of a job are due. APScheduler's trigger reads its CRON; nothing else of that library runs here."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from apscheduler.triggers.cron import CronTrigger

AN_INSTANT = timedelta(microseconds=1)
"""The least that one moment can be later than another."""


A_MINUTE = timedelta(minutes=1)
"""The least that two moments of a CRON are apart."""


class Times:
    """The due moments of one CRON, read in `zone`; all of them in UTC."""

    def __init__(self, cron: str, zone: ZoneInfo) -> None:
        """Read it.

        Raises:
            ValueError: it is no cron expression, or a weekday is a number: 0 is Monday here and Sunday elsewhere.
        """
        if any(letter.isdigit() for letter in cron.split()[-1]):
            raise ValueError(f"a weekday is written by name, mon to sun: {cron}")
        self._trigger = CronTrigger.from_crontab(cron, timezone=zone)
        self._known: tuple[datetime, datetime] | None = None  # between the two no other moment is due

    def first(self, moment: datetime) -> datetime:
        """Return the first due moment from `moment` on."""
        if self._known is None or not self._known[0] <= moment <= self._known[1]:
            self._known = moment, self._trigger.get_next_fire_time(None, moment).astimezone(UTC)
        return self._known[1]

    def next(self, moment: datetime) -> datetime:
        """Return the first due moment after `moment`."""
        return self.first(moment + AN_INSTANT)

    def latest(self, after: datetime, upto: datetime) -> datetime | None:
        """Return the last due moment after `after` and not after `upto`, None when there is none.

        It is looked for from the end: nobody counts the minutes of a year.
        """
        if self.next(after) > upto:
            return None
        span = A_MINUTE
        while (found := self.first(max(after + AN_INSTANT, upto - span))) > upto:
            span *= 2
        while (following := self.next(found)) <= upto:
            found = following
        return found
