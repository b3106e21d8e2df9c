"""How a setting that is more than one word is read: each reader raises ValueError with the fault's reason."""

import re
from datetime import time
from itertools import pairwise
from pathlib import Path
from typing import Any

from journey.approvers_clock import Hours

_TOKEN = re.compile(r"^\d{3,20}:[A-Za-z0-9_-]{20,}$")
_CHAT = re.compile(r"^[a-z]+(\.[a-z0-9]{1,12})?:-?[0-9a-f]{1,64}$")
_KEY = re.compile(r"^[a-z0-9]{1,12}$")
_SET = re.compile(r"\s*(?:export\s+)?([A-Za-z_][A-Za-z0-9_]*)\s*=")
_HOST = re.compile(r"^[a-z0-9-]+(\.[a-z0-9-]+)*(:\d{1,5})?$")


def lines(env_file: Path | None) -> dict[str, int]:
    """Return the names that `env_file` sets, in capitals, each with its line; of two the later one counts."""
    if env_file is None or not env_file.is_file():
        return {}
    written = enumerate(env_file.read_text("utf-8-sig").splitlines(), 1)
    return {match[1].upper(): number for number, line in written if (match := _SET.match(line))}


def bots(value: Any) -> Any:
    """Read TELEGRAM_TOKEN or ZALO_TOKEN: one token, or several as `key=token` separated by blanks or commas."""
    if not isinstance(value, str):
        return value
    found = []
    for number, part in enumerate(re.split(r"[\s,]+", value.strip()) if value.strip() else []):
        key, equals, token = part.rpartition("=")
        if not _TOKEN.match(token) or (equals and not _KEY.match(key)) or (number and not equals):
            raise ValueError("token")
        found.append({"key": key if number else "", "token": token})
    if len({bot["key"] for bot in found}) < len(found) or len({bot["token"] for bot in found}) < len(found):
        raise ValueError("twice")
    return found


def chats(value: Any) -> Any:
    """Read OPERATOR_CHAT: chats as `hanhtrinh operator` prints them, separated by blanks or commas."""
    if not isinstance(value, str):
        return value
    found = tuple(filter(None, re.split(r"[\s,]+", value)))
    if not all(_CHAT.match(chat) for chat in found):
        raise ValueError("chat")
    return found


def working_days(value: Any) -> Any:
    """Read APPROVER_DAYS: three numbers of working days, each greater than the one before."""
    if not isinstance(value, str):
        return value
    days = [int(each) for each in re.split(r"[\s,]+", value.strip()) if re.fullmatch(r"\d{1,3}", each)]
    if len(days) != 3 or len(re.split(r"[\s,]+", value.strip())) != 3 or not 0 < days[0] < days[1] < days[2]:
        raise ValueError("approver-days")
    return tuple(days)


def hours(value: Any) -> Any:
    """Read OFFICE_HOURS or MEMBER_HOURS: from–to, one or more, in the day's order."""
    if not isinstance(value, str):
        return value
    try:
        ends = [time.fromisoformat(end) for part in re.split(r"[\s,]+", value.strip()) for end in part.split("-")]
    except ValueError:
        raise ValueError("hours") from None
    if not ends or len(ends) % 2 or any(late <= early for early, late in pairwise(ends)):
        raise ValueError("hours")
    return tuple(Hours(*pair) for pair in zip(ends[::2], ends[1::2], strict=True))


def hosts(value: Any) -> Any:
    """Read ZALO_MEDIA_HOSTS: names of hosts, each with all below it, separated by blanks or commas."""
    if not isinstance(value, str):
        return value
    found = tuple(filter(None, re.split(r"[\s,]+", value.casefold())))
    if not found or not all(_HOST.match(host) for host in found):
        raise ValueError("hosts")
    return found
