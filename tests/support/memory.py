"""Where the databases of tests lie: in memory where a machine has room there, since none of them outlives its test."""

import shutil
from pathlib import Path

SHARED = Path("/dev/shm")
ENOUGH = 2 * 1024**3
"""Bytes: several times what a run's databases take; containers often have 64 MB there, which is too little."""


def roomy() -> Path | None:
    """Return a folder in memory, or nothing: then the system's temporary folder will do."""
    return SHARED if SHARED.is_dir() and shutil.disk_usage(SHARED).free > ENOUGH else None
