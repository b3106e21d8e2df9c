"""Keeps what is logged, and what people write and read, when HANHTRINH_TEST_LOGS names a folder; else does nothing."""

import json
import logging
import os
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from bot import logs

FOLDER = os.environ.get("HANHTRINH_TEST_LOGS")
LEVEL = "DEBUG" if FOLDER else "WARNING"
CHILDREN = "DEBUG" if FOLDER else "INFO"

_said: set[str] = set()
_configure = logs.configure


def begin() -> None:
    """Log as the product does where people are real; without a folder, in few lines and with the words of errors."""
    if FOLDER:
        logs.configure = _configure_and_keep
    logs.configure(LEVEL, whole_errors=not FOLDER)


def _configure_and_keep(level: str, *, whole_errors: bool = False) -> None:
    _configure(level, whole_errors=whole_errors)
    if whole_errors:  # where nobody is real
        return
    root = logging.getLogger()
    file = logging.FileHandler(_file("log"), encoding="utf-8", errors="backslashreplace")
    file.setFormatter(root.handlers[0].formatter)
    root.addHandler(file)


def output(lines: bytes) -> None:
    """Keep what a process of the product printed."""
    if FOLDER:
        with _file("log").open("ab") as file:
            file.write(lines + b"\n")


def words(texts: Iterable[Any]) -> None:
    """Keep what a person wrote or read."""
    if FOLDER and (new := {text for text in texts if isinstance(text, str)} - _said):
        _said.update(new)
        with _file("words").open("a", encoding="utf-8") as file:
            file.writelines(json.dumps(text) + "\n" for text in new)


def _file(kind: str) -> Path:
    return Path(FOLDER or "") / f"{os.getpid()}.{kind}"
