"""Every log line of the suite at DEBUG, searched for what must never be in one: `python -m tests.logs`."""
