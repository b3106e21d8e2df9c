"""What happens by the clock: one job a file, each with its CRON, its MISFIRE and its `run(now, desk)`.

A job may have `async next_due(now, desk)`: the first moment (UTC) from `now` on at which it may have something to do,
None when there is none as things are. The sandbox and a rehearsal, which pass weeks in seconds, leave out the ticks
before it. It only reads.
"""

from scheduler import (
    approvers_clock,
    broadcasts,
    digest,
    find_reminders,
    purge_handled,
    reminders,
    session_news,
    tell_operator,
)

JOBS = (
    approvers_clock,
    broadcasts,
    session_news,
    digest,
    find_reminders,
    reminders,
    purge_handled,
    tell_operator,
)
