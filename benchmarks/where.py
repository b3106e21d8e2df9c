"""Where the time of a profiled process went, by part of the product and by library."""

import pstats
import re
from collections import Counter
from pathlib import Path

from benchmarks.processes import CHECKOUT

LIBRARY = re.compile(r"(?:site-packages|lib/python[\d.]+(?!/site-packages))/(\w+)")


def shares(profile: Path) -> list[tuple[str, float]]:
    """Return (part, share of the time inside its own code), the largest first. Waiting for events is left out."""
    spent: Counter[str] = Counter()
    for (file, _, name), (_, _, own, _, _) in pstats.Stats(str(profile)).stats.items():  # type: ignore[attr-defined]
        if "poll" not in name or file != "~":
            spent[_part(file, name)] += own
    whole = sum(spent.values())
    return [(part, own / whole) for part, own in spent.most_common()]


def _part(file: str, name: str) -> str:
    """Return what a function belongs to: a package of ours, a library, or what is written in C."""
    if file == "~":
        return next((part for part in ("sqlite3", "socket", "json", "asyncio") if part in name), "built in")
    if file.startswith(f"{CHECKOUT}/") and "site-packages" not in file:
        return "/".join(Path(file).relative_to(CHECKOUT).parts[:2])
    found = LIBRARY.findall(file)
    return found[-1] if found else file


def table(profile: Path) -> str:
    """Return the parts that matter, a line each."""
    return "\n".join(f"{part:<36}{share:>7.1%}" for part, share in shares(profile) if share >= 0.01)
