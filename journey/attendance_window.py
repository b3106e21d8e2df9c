"""When attendance is taken around a session, and how long after it a missed scan can be asked about."""

from dataclasses import dataclass
from datetime import timedelta

LATEST = timedelta(hours=4)
"""After the end of a session: the longest that a programme lets people come in."""


@dataclass(frozen=True, slots=True)
class Window:
    """A programme's `[attendance]`.

    Attributes:
        early: before a session begins; from then on people come in (issue 5).
        leaving: after its end; who forgot it scans on the way out.
        correction: after its end; as long a missed scan is a question to the organiser, later a result is recorded
            with its proof.
    """

    early: timedelta = timedelta(minutes=30)
    leaving: timedelta = timedelta(minutes=15)
    correction: timedelta = timedelta(days=7)
