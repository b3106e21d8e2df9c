"""What happens by the clock: one job a file, each with its CRON, its MISFIRE and its `run(now, desk)`."""

from scheduler import approvers_clock, purge_handled, tell_operator

JOBS = (approvers_clock, purge_handled, tell_operator)
