"""Every sentence: whole in both languages, used, and within what the poorest channel carries."""

import ast
import fnmatch
import re
import unicodedata
from collections.abc import Iterator
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from fluent.syntax import FluentParser
from fluent.syntax.ast import Junk
from fluent_compiler.bundle import FluentBundle

from bot.wire import units
from handlers import CONVERSATIONS, STRANGERS
from locales import texts
from tests.support.fluent import sentences, variables

HOUSE = Path(texts.__file__).parents[1]
CODE = ("bot", "scheduler", "handlers", "papers", "storage", "locales", "journey")
FILES = sorted(path.stem for path in (HOUSE / "locales" / "vi").glob("*.ftl"))
KEYS = sorted(f"{name}.{key}" for name in FILES for key in sentences("vi", name))
ZONE = ZoneInfo("Asia/Ho_Chi_Minh")

LABEL = 40
"""Letters of a button: more is cut on a phone."""

MESSAGE = 1900
"""UTF-16 units of a message, a hundred below what Zalo takes."""

NO_SENTENCE = {
    "attendance.answered": "a line of the audit trail",
    "attendance.css": "a file",
    "attendance.html": "a file",
    "attendance.js": "a file",
    "attendance.key": "a setting's name",
    "attendance.withdrawn": "a line of the audit trail",
    "digest.read": "a line of the audit trail",
    "digest.typ": "the picture's layout",
    "evidence.uploaded": "a line of the audit trail",
    "essay.css": "a file",
    "essay.html": "a file",
    "essay.js": "a file",
    "invites.typ": "the sheet's layout",
    "pages.css": "a file",
    "reminders.found": "a setting's name",
    "roster.imported": "a line of the audit trail",
    "sandbox.ftl": "a file",
    "sandbox.html": "a file",
}
"""What looks like a key in the code and is none."""

NO_MESSAGE = (
    "book-check",
    "cli",
    "invites",
    "jobs",
    "programme-check",
    "programme-file",
    "roster",
    "rows",
    "sandbox",
    "season",
)
"""What a terminal, a sheet or the sandbox's page shows: no message."""

LONG = {
    "code": "BB1",
    "year": "2027",
    "until": "14:05 05/01/2027",
    "days": 12,
    "n": 5,
    "address": "ban",
    "missing": 3,
    "months": 2,
}
"""Values of a certain shape; every other one is as long as a plausible one gets."""


def _source(language: str, name: str) -> str:
    return (HOUSE / "locales" / language / f"{name}.ftl").read_text("utf-8")


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize("language", texts.LANGUAGES)
def test_every_file_compiles_without_a_warning(language: str, name: str) -> None:
    source = _source(language, name)

    assert FluentBundle.from_string(language, source).check_messages() == []
    assert not [entry.content for entry in FluentParser().parse(source).body if isinstance(entry, Junk)]
    assert unicodedata.is_normalized("NFC", source)
    ids = re.findall(r"^([a-z][a-z0-9-]*) =", source, re.MULTILINE)
    assert len(ids) == len(set(ids)), "a key stands there twice"


def test_both_languages_have_the_same_files() -> None:
    assert sorted(path.stem for path in (HOUSE / "locales" / "en").glob("*.ftl")) == FILES


@pytest.mark.parametrize("name", FILES)
def test_both_languages_say_the_same_with_the_same_values(name: str) -> None:
    assert sentences("vi", name).keys() == sentences("en", name).keys()
    differing = {key: (sentences("vi", name)[key] ^ sentences("en", name)[key]) for key in sentences("vi", name)}
    assert {key: names for key, names in differing.items() if names} == MAY_DIFFER.get(name, {})


_TITLES = frozenset({"title", "title_en"})
MAY_DIFFER: dict[str, dict[str, frozenset[str]]] = {
    "reminders": {
        "count": _TITLES | {"unit"},  # the plan's own word
        **dict.fromkeys(("draft", "essay", "provisional", "returned", "task"), _TITLES),
    }
}
"""Values that only one language needs: a job does not know its reader's, so it names a task in both."""


@cache
def _trees() -> dict[Path, ast.Module]:
    paths = (path for folder in CODE for path in (HOUSE / folder).rglob("*.py") if "migrations" not in path.parts)
    return {path: ast.parse(path.read_text("utf-8")) for path in paths}


def _literals(tree: ast.AST) -> Iterator[str]:
    """Yield every string that stands in the code whole, docstrings and pieces of f-strings left out."""
    pieces = {id(part) for node in ast.walk(tree) if isinstance(node, ast.JoinedStr) for part in node.values}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in pieces:
            yield node.value


@cache
def _named() -> frozenset[str]:
    """Return every string of the code that looks like a key of a file that is there."""
    found = {literal for tree in _trees().values() for literal in _literals(tree)}
    return frozenset(
        each for each in found if re.fullmatch(r"[a-z-]+\.[a-z0-9_-]+", each) and each.partition(".")[0] in FILES
    )


@cache
def _patterns() -> frozenset[str]:
    """Return the strings that the code puts together, a star for each computed part."""
    found = set()
    for tree in _trees().values():
        for node in ast.walk(tree):
            if isinstance(node, ast.JoinedStr):
                parts = [str(part.value) if isinstance(part, ast.Constant) else "*" for part in node.values]
                found.add("".join(parts))
    return frozenset(found)


def _steps_and_actions() -> set[str]:
    every = (*CONVERSATIONS, STRANGERS)
    return {f"{each.name}.{key}" for each in every for key in (*each.steps, *each.actions, "open")}


def test_every_key_in_the_code_is_a_sentence_or_something_to_do() -> None:
    assert _named() - set(KEYS) - _steps_and_actions() == NO_SENTENCE.keys()


def test_every_key_put_together_in_the_code_has_a_sentence() -> None:
    keys = [each for each in sorted(_patterns()) if each.partition(".")[0] in FILES and " " not in each]
    assert len(keys) > 20
    assert [each for each in keys if not fnmatch.filter(KEYS, each)] == []


def _classes() -> set[str]:
    """Return the name of every class as `dispatch` makes a refusal's key of it."""
    names = {node.name for tree in _trees().values() for node in ast.walk(tree) if isinstance(node, ast.ClassDef)}
    return {re.sub(r"(?<!^)(?=[A-Z])", "-", name).lower() for name in names}


def _is_used(key: str) -> bool:
    """Say whether the code names `key`, or puts it together from a part that it names."""
    name, _, message = key.partition(".")
    if key in _named() or message == "words":
        return True
    if name == "refusal":
        return message in {*_classes(), "defect"}
    if name == "sandbox":  # its page asks for its words by key
        return any(message in page or f"{message.partition('-')[0]}-${{" in page for page in _pages())
    if name == "pages" and _is_on_a_page(message):
        return True
    if any(f'say("{key}"' in page for page in _pages()):
        return True
    if any(fnmatch.fnmatch(key, pattern) for pattern in _patterns() - {f"{name}.*"} if pattern.startswith(f"{name}.")):
        return True  # a kind, a state: `book.state-*`
    if f"{name}.*" not in _patterns():
        return False
    is_column = any(fnmatch.fnmatch(message, each) for each in _patterns() if re.match(r"[a-z]+-\*", each))
    return is_column or message in _words_of_the_code()  # put together in two steps: `heading-*`, then `roster.*`


def _is_on_a_page(message: str) -> bool:
    """Say whether a template says `message`, or it is the title or the text of a page that says why there is none."""
    why, _, part = message.rpartition("-")
    is_why = part in ("title", "text") and why in _words_of_the_code()
    return is_why or any(re.search(rf"""say\(['"]{message}['"]""", page) for page in _pages())


@cache
def _words_of_the_code() -> frozenset[str]:
    return frozenset(literal.replace("_", "-") for tree in _trees().values() for literal in _literals(tree))


@cache
def _pages() -> tuple[str, ...]:
    folders = (HOUSE / "bot" / "web", HOUSE / "bot" / "rehearsal")
    kinds = ("*.js", "*.html", "*.py")
    return tuple(path.read_text("utf-8") for folder in folders for kind in kinds for path in folder.rglob(kind))


def test_no_sentence_is_unused() -> None:
    assert [key for key in KEYS if not _is_used(key)] == []


def _labels() -> Iterator[str]:
    """Yield the key of every choice's label."""
    for tree in _trees().values():
        for node in ast.walk(tree):
            if isinstance(node, ast.Call):
                for keyword in node.keywords:
                    if keyword.arg == "label" and isinstance(keyword.value, ast.Constant):
                        yield str(keyword.value.value)


@pytest.mark.parametrize("language", texts.LANGUAGES)
def test_every_choice_fits_on_its_button(language: str) -> None:
    labels = {key: _rendered(language, key, "Nguyễn Hoàng Anh") for key in set(_labels())}

    assert len(labels) > 30
    assert {key: label for key, label in labels.items() if len(label) > LABEL or "\n" in label} == {}


@pytest.mark.parametrize("language", texts.LANGUAGES)
@pytest.mark.parametrize("name", [name for name in FILES if name not in NO_MESSAGE])
def test_every_message_fits_the_poorest_channel(name: str, language: str) -> None:
    long = {key: units(_rendered(language, f"{name}.{key}", "Đoàn cơ sở " * 12)) for key in sentences(language, name)}

    assert {key: length for key, length in long.items() if length > MESSAGE} == {}


def _rendered(language: str, key: str, word: str) -> str:
    values: dict[str, object] = dict.fromkeys(variables(language, key), word)
    values |= {name: LONG[name] for name in values.keys() & LONG.keys()}
    return texts.render(language, key, values, ZONE)


def test_values_are_shown_as_their_readers_write_them() -> None:
    late = datetime(2027, 1, 10, 20, 5, tzinfo=UTC)

    assert texts.render("vi", "reviews.handed-in", {"at": late}, ZONE) == "Nộp lúc 03:05 11/01/2027"
    with pytest.raises(texts.UnknownText):
        texts.render("vi", "reviews.no-such-sentence", {}, ZONE)
    with pytest.raises(texts.UnknownText):
        texts.render("vi", "reviews.handed-in", {}, ZONE)
