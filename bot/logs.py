"""Structured logs: a sentence and its fields, a line each; never a token, a secret, or what a person wrote."""

import logging
import re
import sys
import traceback
from collections.abc import Mapping, MutableMapping
from enum import Enum
from typing import Any

import structlog
from structlog.typing import Processor

_TOKEN = re.compile(r"(?<!\d)\d{3,20}:[A-Za-z0-9_-]{20,}")  # an address has it as /bot<token>/
_PHONE = re.compile(r"(?<!\d)(?:\+?84|0)(?:[\s.-]?\d){8,10}(?!\d)")
_ADDRESS_SECRET = re.compile(r"(://[^:/@\s]+:)[^/\s]+@")

LIBRARIES = ("tortoise", "telegram", "aiohttp", "apscheduler", "asyncio", "aiosqlite", "PIL", "asyncpg")
"""Their own lines below WARNING hold statements, values and addresses."""


def configure(level: str, *, whole_errors: bool = False) -> None:
    """Write logs to standard error from `level` on.

    `whole_errors` shows the message of an exception too: only where nobody's real data is (the sandbox), since a
    database names the values it refuses.
    """
    shared: list[Processor] = [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_log_level,
        structlog.stdlib.ExtraAdder(),
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        _Errors(whole_errors),
        _scrub,
    ]
    terminal = sys.stderr.isatty()
    renderer: Any = (
        structlog.dev.ConsoleRenderer() if terminal else structlog.processors.JSONRenderer(ensure_ascii=False)
    )
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=shared,
            processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, renderer],
        )
    )
    structlog.configure(
        processors=[*shared, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
        cache_logger_on_first_use=True,
    )
    root = logging.getLogger()
    root.handlers = [handler]
    root.setLevel(level)
    for name in LIBRARIES:
        logging.getLogger(name).setLevel(logging.WARNING)


class _Errors:
    """Turns an exception into where it happened and what kind it is."""

    def __init__(self, whole: bool) -> None:
        self._whole = whole

    def __call__(self, _logger: object, _method: str, event: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
        error = event.pop("exc_info", None)
        if error is True:
            error = sys.exc_info()[1]
        if isinstance(error, tuple):
            error = error[1]
        if isinstance(error, BaseException):
            event["error"] = f"{type(error).__name__}: {error}" if self._whole else type(error).__name__
            frames = traceback.extract_tb(error.__traceback__)
            event["at"] = " < ".join(
                f"{f.filename.rsplit('/', 1)[-1]}:{f.lineno} {f.name}" for f in reversed(frames[-8:])
            )
        return event


def _scrub(_logger: object, _method: str, event: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
    """Take out what looks like a token, a password in an address, or a phone number, whatever field it got into."""
    for name, value in event.items():
        if name not in ("timestamp", "at") and not name.startswith("_"):  # the library's own
            event[name] = _clean(value)
    return event


def _clean(value: Any) -> Any:
    """Return `value` with its strings scrubbed, however deep; anything but plain data as its kind."""
    match value:
        case Enum():
            return _clean(value.value)
        case None | bool() | int() | float():
            return value
        case str():
            return _PHONE.sub("***", _ADDRESS_SECRET.sub(r"\1***@", _TOKEN.sub("***", value)))
        case Mapping():
            return {_clean(key): _clean(each) for key, each in value.items()}
        case list() | tuple() | set() | frozenset():
            return [_clean(each) for each in value]
        case _:
            return type(value).__name__
