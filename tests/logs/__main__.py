"""Run the suite with every log line kept at DEBUG, and search them: `python -m tests.logs [what pytest takes]`."""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.logs.search import findings

with tempfile.TemporaryDirectory() as folder:
    environment = {**os.environ, "HANHTRINH_TEST_LOGS": folder}
    suite = subprocess.run([sys.executable, "-m", "pytest", "-q", *sys.argv[1:]], env=environment, check=False)
    count, texts, found = findings(Path(folder))

told = (f"{count} log lines; {texts} texts people wrote or read; found in the lines: {len(found)}", *found[:50])
print("\n".join(told))  # noqa: T201 - the command's answer
raise SystemExit(suite.returncode or (1 if found or not count or not texts else 0))
