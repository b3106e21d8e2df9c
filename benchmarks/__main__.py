"""Measure this product beside its peers: `python -m benchmarks`, or a part of it with --only and --quick."""

import argparse
import sys
import tempfile
import time
from contextlib import ExitStack
from pathlib import Path

from benchmarks import broadcast, databases, digests, likeness, reminders, report, slow_disk, where, zalo_messages
from benchmarks.cases import CASES, Bench, Case, shortened
from benchmarks.databases import Postgres
from benchmarks.processes import CHECKOUT, RunFailed
from benchmarks.report import Repetition

REPETITIONS = 3
ROWS = 100_000
BROADCASTS = {"broadcast_sqlite": "sqlite", "broadcast_postgres": "postgres"}
OTHERS = {"likeness": likeness, "reminders": reminders, "digests": digests, "zalo": zalo_messages}
"""What is measured by itself: how well copies are found, how fast a Monday of 100,000 members is, on both databases;
how many messages a Zalo bot says for one of a channel with buttons."""

OUT = CHECKOUT / "build" / "bench.json"


def main() -> int:
    """Run; the exit status is 1 when a case failed."""
    options = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    options.add_argument("--peers", default=str(CHECKOUT / ".venv-peers" / "bin" / "python"))
    options.add_argument("--only", default="", help="cases, separated by commas")
    options.add_argument("--quick", action="store_true", help="one repetition, fewer updates")
    options.add_argument("--repetitions", type=int, default=REPETITIONS)
    options.add_argument("--profile", default="", help="a file for pstats: what the product did in the last case")
    chosen = options.parse_args()
    cases = _chosen(chosen.only)
    broadcasts = _broadcasts(chosen.only)
    others = [each for name, each in OTHERS.items() if not chosen.only or name in chosen.only.split(",")]
    if chosen.quick:
        cases = [shortened(case) for case in cases]
    repetitions: list[Repetition] = []
    failures: dict[str, str] = {}
    with ExitStack() as opened:
        folder = Path(opened.enter_context(tempfile.TemporaryDirectory(prefix="bench-")))
        needs_postgres = bool(others) or "postgres" in {*broadcasts, *(case.who for case in cases)}
        server = opened.enter_context(databases.postgres_server()) if needs_postgres else None
        shim = slow_disk.compiled(folder) if any(case.slow_fsync for case in cases) else ""
        bench = Bench(chosen.peers, server, shim, chosen.profile)
        for number in range(1 if chosen.quick else chosen.repetitions):
            repetitions.append({})
            for case in _in_turn(cases, number):
                _run(bench, case, repetitions[-1], failures)
        told = _broadcast(broadcasts, server, ROWS // 5 if chosen.quick else ROWS, failures)
        found: dict[str, float] = {}
        for other in others:
            found |= other.run(server, is_quick=chosen.quick)
    print(report.table(repetitions), "\n")
    for name, each in report.ratios(repetitions).items():
        print(f"{name:<36}{each['median']:>7.2f}  ({each['least']:.2f} to {each['most']:.2f})")
    for name, value in (told | found).items():
        print(f"{name:<48}{value:>9.2f}")
    if chosen.profile:
        print(where.table(Path(chosen.profile)))
    report.write(OUT, repetitions, told, found, failures)
    for name, why in failures.items():
        print(f"\nFAILED {name}: {why}", file=sys.stderr)
    return 1 if failures else 0


def _chosen(only: str) -> list[Case]:
    known = {case.name: case for case in CASES}
    names = only.split(",") if only else list(known)
    if unknown := [name for name in names if name not in (*known, *BROADCASTS, *OTHERS)]:
        there = ", ".join((*known, *BROADCASTS, *OTHERS))
        sys.exit(f"no such case: {', '.join(unknown)}; there are {there}")
    return [known[name] for name in names if name in known]


def _broadcasts(only: str) -> list[str]:
    """Return the databases on which to broadcast."""
    names = only.split(",") if only else list(BROADCASTS)
    return [BROADCASTS[name] for name in names if name in BROADCASTS]


def _broadcast(on: list[str], server: Postgres | None, rows: int, failures: dict[str, str]) -> dict[str, float]:
    told: dict[str, float] = {}
    for who in on:
        try:
            told |= broadcast.run(who, server, rows)
        except RunFailed as failed:
            failures[f"broadcast_{who}"] = str(failed)
    return told


def _in_turn(cases: list[Case], number: int) -> list[Case]:
    """Return the order of a repetition: PTB at both ends, the others shifted each time."""
    ends = [case for case in cases if case.name == "ptb"]
    others = [case for case in cases if case.name != "ptb"]
    shift = number % max(1, len(others))
    return [*ends, *others[shift:], *others[:shift], *ends]


def _run(bench: Bench, case: Case, repetition: Repetition, failures: dict[str, str]) -> None:
    began = time.monotonic()
    try:
        measured = bench.run(case)
    except RunFailed as failed:
        failures[case.name] = str(failed)
        print(f"{case.name:<20} FAILED: {failed}", flush=True)
        return
    repetition.setdefault(case.name, []).append(measured)
    took = time.monotonic() - began
    print(
        f"{case.name:<20} {measured.rate:7.0f} upd/s, p50 {measured.result.p50:.1f} ms, "
        f"p99 {measured.result.p99:.1f} ms, {measured.cpu:.0f} µs CPU, {measured.memory:.0f} MB ({took:.0f} s)",
        flush=True,
    )


if __name__ == "__main__":
    sys.exit(main())
