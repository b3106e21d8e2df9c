"""What one run of one case came to."""

from dataclasses import asdict, dataclass
from typing import Any

from benchmarks.load import Result


@dataclass(frozen=True)
class Measured:
    """One run. CPU is in µs an update, times in ms, memory in MB.

    `cpu` is the bot's processes with their children, `database_cpu` PostgreSQL's, `others_cpu` the share of a core
    that the fake Bot API server and the load generator took.
    """

    case: str
    result: Result
    cpu: float
    database_cpu: float
    others_cpu: float
    memory: float

    @property
    def rate(self) -> float:
        """Updates a second."""
        return self.result.rate

    def as_json(self) -> dict[str, Any]:
        """Return it as bench.json keeps it."""
        return {**asdict(self), "result": asdict(self.result)}
