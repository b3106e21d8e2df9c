"""What Prometheus reads at /metrics. Labels name channels, kinds and outcomes, never a person or a chat.

Counting is on the hot path: children are bound once, and what comes in batches is counted a batch at a time.
"""

from collections.abc import Mapping
from functools import cache

from prometheus_client import Counter, Gauge, Histogram

RECEIVED = Counter("hanhtrinh_updates_received", "Updates that a platform handed us, repeats too.", ["channel"])
UNPROVEN = Counter("hanhtrinh_updates_unproven", "Calls of a webhook whose signature is not right.", ["channel"])
VISITORS = Counter(
    "hanhtrinh_visitors",
    "People unknown to an Official Account who wrote to it, by what came of it: answered, refused, dropped.",
    ["channel", "outcome"],
)
SPOOLED = Counter("hanhtrinh_updates_spooled", "Updates that waited on the disk for the database.", ["channel"])
HANDLED = Counter("hanhtrinh_updates_handled", "Updates worked, by outcome: done, failed.", ["channel", "outcome"])
BATCH = Histogram(
    "hanhtrinh_batch_updates", "Updates that shared a transaction.", buckets=(1, 2, 5, 10, 25, 50, 100, 250, 500)
)
HANDLING = Histogram(
    "hanhtrinh_handling_seconds",
    "From taking a batch of updates up to its commit.",
    buckets=(0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 5, 30),
)
CALLS = Counter(
    "hanhtrinh_calls",
    "What each call for a row of the outbox came to: Sent, or the error's name (bot/channels/channel.py).",
    ["channel", "kind", "outcome"],
)
LATENESS = Histogram(
    "hanhtrinh_message_lateness_seconds",
    "From the moment at which a message might leave to the platform's yes.",
    buckets=(0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 15, 60, 300, 3600),
)
SLOWED = Counter("hanhtrinh_slowed_down", "Times the platform asked us to wait (429).", ["channel"])
POLLS = Counter("hanhtrinh_polls", "Answers to getUpdates.", ["channel"])
FETCHES = Counter("hanhtrinh_fetches", "Tries to fetch a file: settled (also as refused or lost), later.", ["outcome"])
TRANSACTION = Histogram(
    "hanhtrinh_transaction_seconds",
    "Transactions of the writers, from begin to commit, by whether they committed.",
    ["outcome"],
    buckets=(0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 5, 15),
)
COMMITTED, TAKEN_BACK = TRANSACTION.labels("committed"), TRANSACTION.labels("taken back")

DATABASE_UP = Gauge("hanhtrinh_database_up", "Whether the database answered just now.")
WAITING = Gauge("hanhtrinh_waiting", "Rows that wait: updates to handle, messages to send.", ["table"])
LAG = Gauge("hanhtrinh_lag_seconds", "Age of the oldest row that could have been worked.", ["table"])
DEAD = Gauge("hanhtrinh_needs_a_human", "Rows that wait for an operator.", ["table"])
UNDER_WAY = Gauge("hanhtrinh_calls_under_way", "Calls to platforms under way.")
MONTH = Gauge("hanhtrinh_month_messages", "Messages of this month where a platform counts.", ["channel", "direction"])
MONTH_LIMIT = Gauge("hanhtrinh_month_limit", "Messages a month that the plan allows, both directions.", ["channel"])
HELD = Gauge("hanhtrinh_held", "Messages that wait for their person to write, or for the next month.")
DISK_FREE = Gauge("hanhtrinh_disk_free_bytes", "Free disk of DATA_DIR.")


def handled(updates: Mapping[str, int], failed: Mapping[str, int], seconds: float) -> None:
    """Count a batch that has committed: updates by channel, those of them that failed, how long it took."""
    BATCH.observe(sum(updates.values()))
    HANDLING.observe(seconds)
    for channel, count in updates.items():
        worked(channel, "done").inc(count - failed.get(channel, 0))
    for channel, count in failed.items():
        worked(channel, "failed").inc(count)


@cache
def received(channel: str) -> Counter:
    """Return the counter of updates received on `channel`."""
    return RECEIVED.labels(channel)


@cache
def worked(channel: str, outcome: str) -> Counter:
    """Return the counter of updates of `channel` with an outcome."""
    return HANDLED.labels(channel, outcome)


@cache
def calls(channel: str, kind: str, outcome: str) -> Counter:
    """Return the counter of calls of a kind on `channel` with an outcome."""
    return CALLS.labels(channel, kind, outcome)
