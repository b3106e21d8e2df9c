"""`hanhtrinh run` where it cannot begin: the operator reads what is in the way and what to do."""

import asyncio
import os
import socket
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from bot.commands.console import words
from bot.settings import EXAMPLES


async def _cannot_begin(folder: Path, settings: Mapping[str, str]) -> str:
    """Run the product in `folder` until it gives up; return what it printed, in one line."""
    environment = {name: value for name, value in os.environ.items() if name not in EXAMPLES}
    environment |= {"LC_ALL": "vi_VN.UTF-8", "DATA_DIR": str(folder / "data"), **settings}
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "bot", "run", cwd=folder, env=environment,
        stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.STDOUT,
    )  # fmt: skip
    printed, _ = await process.communicate()
    assert process.returncode == 1, printed.decode()
    return " ".join(printed.decode().split())


@pytest.fixture(autouse=True)
def vietnamese(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "vi_VN.UTF-8")


@pytest.mark.parametrize(
    ("where", "reason"),
    [("file:///proc/hanhtrinh", "No such file or directory (os error 2)"), ("s3://b ad", "invalid domain character")],
)
async def test_a_file_store_that_cannot_be_is_named_with_the_reason_and_the_remedy(
    tmp_path: Path, where: str, reason: str
) -> None:
    with socket.create_server(("127.0.0.1", 0)) as door:
        port = str(door.getsockname()[1])

    printed = await _cannot_begin(tmp_path, {"FILES_URL": where, "HTTP_PORT": port})

    before, after = words("cli.files-unusable", where=where, reason="…").split("…")[:2]
    assert " ".join(f"{before}{reason}".split()) in printed
    assert " ".join(after.split()) in printed
    assert "Traceback" not in printed


async def test_a_port_that_somebody_has_is_named(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as door:
        port = str(door.getsockname()[1])
        printed = await _cannot_begin(tmp_path, {"HTTP_PORT": port})

    assert words("cli.cannot-listen", host="127.0.0.1", port=port, reason="…").split("…")[0] in printed
