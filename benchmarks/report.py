"""The table people read and the ratios that build/bench.json keeps."""

import json
import platform
from collections.abc import Sequence
from pathlib import Path
from statistics import median

from benchmarks.measured import Measured

Repetition = dict[str, list[Measured]]
"""What the cases came to in one repetition; PTB is there twice, at both ends."""

RATIOS = (
    ("sqlite_vs_ptb_updates", "sqlite", "ptb", "rate"),
    ("postgres_vs_ptb_updates", "postgres", "ptb", "rate"),
    ("sqlite_vs_aiogram_updates", "sqlite", "aiogram", "rate"),
    ("postgres_vs_aiogram_updates", "postgres", "aiogram", "rate"),
    ("sqlite_vs_ptb_updates_per_cpu", "sqlite", "ptb", "capacity"),
    ("postgres_vs_ptb_updates_per_cpu", "postgres", "ptb", "capacity"),
    ("sqlite_vs_aiogram_updates_per_cpu", "sqlite", "aiogram", "capacity"),
    ("sqlite_files_vs_ptb_updates", "sqlite_files", "ptb", "rate"),
    ("sqlite_vs_ptb_p99", "sqlite", "ptb", "p99"),
    ("sqlite_vs_ptb_p99_open300", "sqlite_open300", "ptb_open300", "p99"),
    ("sqlite_vs_ptb_p50_open300", "sqlite_open300", "ptb_open300", "p50"),
    ("sqlite_vs_aiogram_p99_open300", "sqlite_open300", "aiogram_open300", "p99"),
    ("sqlite_10000_vs_1000_updates", "sqlite_10000", "sqlite", "rate"),
    ("sqlite_10000_vs_ptb_10000_updates", "sqlite_10000", "ptb_10000", "rate"),
    ("sqlite_delay50_vs_0", "sqlite_delay50", "sqlite", "rate"),
    ("ptb_delay50_vs_0", "ptb_delay50", "ptb", "rate"),
    ("sqlite_slow_fsync_vs_fast", "sqlite_slow_fsync", "sqlite", "rate"),
    ("postgres_two_vs_one_wall", "postgres_two", "postgres_one", "rate"),
    ("postgres_two_vs_one", "postgres_two", "postgres_one", "capacity"),
)
"""(name, case, compared with, of what)."""


def _value(measured: Measured, of: str) -> float:
    match of:
        case "p50":
            return measured.result.p50
        case "p99":
            return measured.result.p99
        case "capacity":  # updates a second if each of its processes had a core of its own
            return (2 if measured.case.endswith("_two") else 1) / measured.cpu * 1e6
        case _:
            return measured.rate


def ratios(repetitions: Sequence[Repetition]) -> dict[str, dict[str, float]]:
    """Return each ratio's median, least and most over the repetitions; it is taken within one."""
    found = {}
    for name, case, base, of in RATIOS:
        each = [
            median(_value(one, of) for one in repetition[case]) / median(_value(one, of) for one in repetition[base])
            for repetition in repetitions
            if repetition.get(case) and repetition.get(base)
        ]
        if each:
            found[name] = {"median": round(median(each), 3), "least": round(min(each), 3), "most": round(max(each), 3)}
    return found


def table(repetitions: Sequence[Repetition]) -> str:
    """Return the medians of every case, a line each."""
    head = f"{'case':<20}{'upd/s':>8}{'p50':>8}{'p99':>8}{'CPU µs':>9}{'DB µs':>8}{'MB':>7}{'load':>7}  calls an update"
    lines = [head]
    for case in dict.fromkeys(name for repetition in repetitions for name in repetition):
        runs = [one for repetition in repetitions for one in repetition.get(case, ())]
        p50, p99 = (median(times) for times in zip(*((r.result.p50, r.result.p99) for r in runs), strict=True))
        lines.append(
            f"{case:<20}{_median(runs, 'rate'):>8.0f}{p50:>8.1f}{p99:>8.1f}{_median(runs, 'cpu'):>9.0f}"
            f"{_median(runs, 'database_cpu'):>8.0f}{_median(runs, 'memory'):>7.0f}{_median(runs, 'others_cpu'):>7.2f}"
            f"  {_calls(runs[-1])}"
        )
    return "\n".join(lines)


def medians(repetitions: Sequence[Repetition]) -> dict[str, dict[str, float]]:
    """Return each case's own figures, in the units of `Measured`."""
    found = {}
    for case in dict.fromkeys(name for repetition in repetitions for name in repetition):
        runs = [one for repetition in repetitions for one in repetition.get(case, ())]
        times = {name: median(float(getattr(one.result, name)) for one in runs) for name in ("p50", "p99", "ack_p50")}
        own = {name: _median(runs, name) for name in ("rate", "cpu", "database_cpu", "memory")}
        found[case] = {name: round(value, 2) for name, value in (own | times).items()}
    return found


def _median(runs: Sequence[Measured], name: str) -> float:
    return median(float(getattr(each, name)) for each in runs)


def _calls(measured: Measured) -> str:
    calls = measured.result.calls
    return f"{sum(calls.values()):.2f}: " + ", ".join(f"{name} {n:.2f}" for name, n in calls.items() if n >= 0.005)


def write(
    file: Path,
    repetitions: Sequence[Repetition],
    broadcast: dict[str, float],
    likeness: dict[str, float],
    failures: dict[str, str],
) -> None:
    """Keep everything that was measured."""
    found = {name: each["median"] for name, each in ratios(repetitions).items()}
    kept = {
        "machine": {"system": platform.platform(), "python": platform.python_version()},
        "ratios": {**found, **broadcast},
        "likeness": likeness,
        "spread": ratios(repetitions),
        "medians": medians(repetitions),
        "failures": failures,
        "cases": [{name: [one.as_json() for one in runs] for name, runs in each.items()} for each in repetitions],
    }
    file.parent.mkdir(exist_ok=True)
    file.write_text(json.dumps(kept, ensure_ascii=False, indent=1), "utf-8")
