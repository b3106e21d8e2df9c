"""What must never be in a log line: tokens, secrets, passwords, phone numbers, and what people wrote or read."""

import json
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

SECRETS = ("secret-of-the-tests", "bi-mat_1", "kin-nhu-bung", "AAfake-token", "AAwrong")
PATTERNS = {
    "a token": re.compile(r"(?<!\d)\d{6,}:[\w-]{25,}"),
    "a phone number": re.compile(r"(?<![\d.-])(?:\+84|84|0)(?:[ .-]?\d){9}(?!\d)"),
    "a password in an address": re.compile(r"://[^:/@\s]+:(?!\*\*\*)[^/@\s]+@"),
}
SHORTEST = {True: 8, False: 24}
"""Characters of a line people see that can be told from our own words: with Vietnamese letters, and without."""


def findings(folder: Path) -> tuple[int, int, list[str]]:
    """Return how many log lines and texts were kept in `folder`, and what was found that must not be there."""
    logs = [file.read_text("utf-8", "replace") for file in sorted(folder.glob("*.log"))]
    said = {json.loads(line) for file in folder.glob("*.words") for line in file.read_text("utf-8").splitlines()}
    count = sum(log.count("\n") for log in logs)
    return count, len(said), [each for log in logs for each in _found(log, said)]


def _found(log: str, said: Iterable[str]) -> Iterator[str]:
    for line in log.splitlines():
        for kind, pattern in PATTERNS.items():
            if pattern.search(line):
                yield f"{kind}: {line}"
        yield from (f"a secret: {line}" for secret in SECRETS if secret in line)
    plain = log.replace('\\"', '"')
    for part in parts(said):
        if part in plain:
            place = plain.index(part)
            yield f"somebody's words {part!r}: {plain[plain.rfind(chr(10), 0, place) + 1 : place + len(part)]}"


def parts(said: Iterable[str]) -> set[str]:
    """Return the lines of texts that are long enough to be nobody's but people's."""
    lines = {line.strip() for text in said for line in text.splitlines()}
    return {line for line in lines if " " in line and len(line) >= SHORTEST[not line.isascii()]}
