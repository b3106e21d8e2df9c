"""An fsync that takes 2 ms more, by a small library preloaded before the product's process."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

SOURCE = Path(__file__).with_name("slow_fsync.c")
COMMITS = 100

TRIAL = f"""
import sqlite3, sys, time
db = sqlite3.connect(sys.argv[1], isolation_level=None)
db.execute("PRAGMA journal_mode=WAL"); db.execute("PRAGMA synchronous=FULL"); db.execute("CREATE TABLE t (a)")
began = time.perf_counter()
for _ in range({COMMITS}): db.execute("INSERT INTO t VALUES (1)")
print(time.perf_counter() - began)
"""


def compiled(folder: Path) -> str:
    """Return the library, "" where there is no C compiler.

    Raises:
        RuntimeError: it makes no difference to SQLite here, so nothing would be measured.
    """
    compiler = shutil.which("cc")
    if compiler is None:
        return ""
    library = str(folder / "slow_fsync.so")
    subprocess.run([compiler, "-shared", "-fPIC", "-O2", "-o", library, str(SOURCE), "-ldl"], check=True)
    slow = _trial(folder / "trial.db", {**os.environ, "LD_PRELOAD": library})
    if slow < COMMITS * 0.002:
        raise RuntimeError(f"{COMMITS} commits took {slow:.3f} s with each fsync 2 ms slower")
    return library


def _trial(file: Path, environment: dict[str, str]) -> float:
    done = subprocess.run(
        [sys.executable, "-c", TRIAL, str(file)], env=environment, capture_output=True, text=True, check=True
    )
    return float(done.stdout)
