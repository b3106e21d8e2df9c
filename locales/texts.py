"""Every sentence we say, by language and key: "review.approved" is `approved` of review.ftl."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache, lru_cache
from importlib.resources import files
from zoneinfo import ZoneInfo

from fluent_compiler.bundle import FluentBundle

from journey.text import fold

LANGUAGES = ("vi", "en")
"""Vietnamese first: it is complete, and what English lacks is said in it."""


@dataclass(frozen=True, slots=True)
class Day:
    """A moment (aware) of which only the local day is said; None is said as nothing."""

    moment: datetime | None


class UnknownText(KeyError):
    """A key that no .ftl file has: a defect, found by the tests."""


@cache
def _bundle(language: str, name: str) -> FluentBundle:
    source = files(__package__).joinpath(language, f"{name}.ftl").read_text("utf-8")
    return FluentBundle.from_string(language, source, use_isolating=False)


def has(language: str, key: str) -> bool:
    """Say whether `language` has a sentence for `key`."""
    name, _, message = key.partition(".")
    return _exists(language, name) and _bundle(language, name).has_message(message)


@cache
def _exists(language: str, name: str) -> bool:
    return files(__package__).joinpath(language, f"{name}.ftl").is_file()


def render(language: str, key: str, params: Mapping[str, object], zone: ZoneInfo) -> str:
    """Return the sentence `key` in `language`, its moments shown in `zone`.

    Values: str and int go in as they are (a year must be a str, or it becomes "2.027"); a date is 05/01/2027, an
    aware datetime 14:05 05/01/2027 of `zone`, a Day of it 05/01/2027; a list becomes lines; None nothing.

    Raises:
        UnknownText: no language has the key.
    """
    return _sentence(language, key, tuple([(param, _shown(value, zone)) for param, value in params.items()]))


@lru_cache(maxsize=1024)  # a label, a task's line: most of what is said was said before
def _sentence(language: str, key: str, values: tuple[tuple[str, str | int | float], ...]) -> str:
    name, _, message = key.partition(".")
    sentence, errors = _bundle_with(language, key).format(message, dict(values))
    if errors:
        raise UnknownText(f"{name}.{message}: {errors[0]}")
    return str(sentence).strip()


@cache
def _bundle_with(language: str, key: str) -> FluentBundle:
    """Return what says `key`: in `language`, else in Vietnamese."""
    for known in (language, LANGUAGES[0]):
        if known in LANGUAGES and has(known, key):
            return _bundle(known, key.partition(".")[0])
    raise UnknownText(key)


def _shown(value: object, zone: ZoneInfo) -> str | int | float:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return value
    if isinstance(value, Day):
        return "" if value.moment is None else value.moment.astimezone(zone).strftime("%d/%m/%Y")
    if isinstance(value, datetime):
        return value.astimezone(zone).strftime("%H:%M %d/%m/%Y")
    if isinstance(value, date):
        return value.strftime("%d/%m/%Y")
    if isinstance(value, list | tuple):
        return "\n".join(str(_shown(each, zone)) for each in value)
    return "" if value is None else str(value)


@cache
def words(key: str) -> frozenset[str]:
    """Return what people may type for `key` (" | " between them), folded, of all languages."""
    found: set[str] = set()
    for language in LANGUAGES:
        if has(language, key):
            found.update(fold(word) for word in render(language, key, {}, ZoneInfo("UTC")).split("|"))
    return frozenset(found)
