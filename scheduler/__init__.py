"""What happens by the clock: one job a file, each with its CRON and its `run(now)`."""

from scheduler import purge_handled

JOBS = (purge_handled,)
