"""One table of a programme file, read key by key; a mistake is noted and reading goes on."""

import difflib
import re
import unicodedata
from collections.abc import Collection, Iterable, Mapping
from enum import StrEnum
from typing import TypeVar

from journey.programme_faults import Fault, Reason

CODE_LIMIT = 16  # several codes share the 64 bytes of a button
_CODE = re.compile(r"[A-Za-z0-9_-]+\Z")
_E = TypeVar("_E", bound=StrEnum)
_MOST = 1_000_000


class Table:
    """A table at `key`; `faults` is shared by the tables of one file.

    Every reading method returns a harmless value of its type where the file has a mistake.
    """

    def __init__(self, raw: Mapping[str, object], key: str, file: str, faults: list[Fault]) -> None:
        self.raw, self.key, self._file, self._faults = raw, key, file, faults
        self._asked: set[str] = set()

    def fault(self, name: str, reason: Reason, **params: str | int) -> None:
        self._faults.append(Fault(self._file, self.place(name), reason, params))

    def place(self, name: str) -> str:
        return f"{self.key}.{name}" if self.key and name else self.key or name

    def has(self, name: str) -> bool:
        self._asked.add(name)
        return name in self.raw

    def text(self, name: str, *, optional: bool = False, limit: int | None = None) -> str:
        """Return a text in NFC; an optional one may be missing or empty."""
        if not self._there(name, optional):
            return ""
        return self._text(name, self.raw[name], may_be_empty=optional, limit=limit)

    def code(self, name: str, *, limit: int = CODE_LIMIT) -> str:
        found = self.text(name)
        if found and (len(found) > limit or not _CODE.match(found)):
            self.fault(name, Reason.BAD_CODE, found=found, limit=limit)
        return found

    def number(self, name: str, *, least: int, most: int = _MOST, optional: bool = False) -> int | None:
        if not self._there(name, optional):
            return None
        found = self.raw[name]
        if not isinstance(found, int) or isinstance(found, bool):
            self.fault(name, Reason.EXPECTED_NUMBER)
            return None
        if not least <= found <= most:
            self.fault(name, Reason.OUT_OF_RANGE, found=found, least=least, most=most)
        return found

    def is_set(self, name: str, *, default: bool = False) -> bool:
        if not self.has(name):
            return default
        found = self.raw[name]
        if not isinstance(found, bool):
            self.fault(name, Reason.EXPECTED_YES_NO)
        return bool(found)

    def choice(self, name: str, among: type[_E], default: _E | None = None) -> _E:
        """Return a member of `among`; without a default the key must be there."""
        found = self.text(name, optional=default is not None)
        if found in list(among):
            return among(found)
        if found:
            self.fault(name, Reason.NOT_A_CHOICE, found=found, known=nearest(found, among))
        return default if default is not None else next(iter(among))

    def texts(self, name: str, *, optional: bool = False) -> tuple[str, ...]:
        items = self._list(name, optional)
        return tuple(self._text(f"{name}[{i}]", item) for i, item in enumerate(items))

    def reference(self, name: str, section: str, known: Collection[str], *, optional: bool = False) -> str:
        found = self.text(name, optional=optional)
        if found:
            self._refer(name, found, section, known)
        return found

    def references(self, name: str, section: str, known: Collection[str], *, optional: bool = False) -> tuple[str, ...]:
        found = self.texts(name, optional=optional)
        for i, code in enumerate(found):
            if code:
                self._refer(f"{name}[{i}]", code, section, known)
        self._refuse_repeats(name, found)
        return found

    def months(self, name: str, *, optional: bool = False) -> tuple[int, ...]:
        """Return months 1–12 in ascending order, () where it is missing or broken."""
        months: list[int] = []
        for i, item in enumerate(self._list(name, optional)):
            if not isinstance(item, int) or isinstance(item, bool):
                self.fault(f"{name}[{i}]", Reason.EXPECTED_NUMBER)
            elif not 1 <= item <= 12:
                self.fault(f"{name}[{i}]", Reason.NOT_A_MONTH, found=item)
            else:
                months.append(item)
        self._refuse_repeats(name, months)
        return tuple(sorted(months))

    def numbers(self, name: str, default: tuple[int, ...], *, least: int, most: int) -> tuple[int, ...]:
        """Return a list of whole numbers, an empty one too; `default` where it is missing."""
        if not self.has(name):
            return default
        numbers: list[int] = []
        for i, item in enumerate(self._list(name, optional=True)):
            if not isinstance(item, int) or isinstance(item, bool):
                self.fault(f"{name}[{i}]", Reason.EXPECTED_NUMBER)
            elif not least <= item <= most:
                self.fault(f"{name}[{i}]", Reason.OUT_OF_RANGE, found=item, least=least, most=most)
            else:
                numbers.append(item)
        self._refuse_repeats(name, numbers)
        return tuple(numbers)

    def table(self, name: str, *, optional: bool = False) -> "Table":
        there = self._there(name, optional)
        return self._table(name, self.raw[name]) if there else self._silent(name)

    def tables(self, name: str, *, by: str = "code", optional: bool = False) -> list["Table"]:
        """Return the tables of a list; no two may have the same text at the key `by`."""
        tables = [self._table(f"{name}[{i}]", item) for i, item in enumerate(self._list(name, optional))]
        seen: set[str] = set()
        for table in tables:
            code = table.raw.get(by)
            if isinstance(code, str) and code in seen:
                table.fault(by, Reason.DUPLICATE, found=code)
            seen.add(str(code))
        return tables

    def misplaced(self, names: Iterable[str], owner: str) -> None:
        """Refuse keys that mean nothing beside the choice `owner`."""
        for name in names:
            if self.has(name):
                self.fault(name, Reason.MISPLACED, owner=owner)

    def close(self) -> None:
        """Refuse every key nobody asked for."""
        for name in self.raw:
            if name not in self._asked:
                self.fault(name, Reason.UNKNOWN_KEY, found=name, known=nearest(name, self._asked))

    def _there(self, name: str, optional: bool) -> bool:
        there = self.has(name)
        if not there and not optional:
            self.fault(name, Reason.MISSING)
        return there

    def _text(self, name: str, found: object, *, may_be_empty: bool = False, limit: int | None = None) -> str:
        if not isinstance(found, str):
            self.fault(name, Reason.EXPECTED_TEXT)
            return ""
        if not found.strip() and not may_be_empty:
            self.fault(name, Reason.EMPTY)
        if not unicodedata.is_normalized("NFC", found):
            self.fault(name, Reason.NOT_NFC)
        if limit is not None and len(found) > limit:
            self.fault(name, Reason.TOO_LONG, length=len(found), limit=limit)
        return found

    def _list(self, name: str, optional: bool) -> list[object]:
        if not self._there(name, optional):
            return []
        found = self.raw[name]
        if not isinstance(found, list):
            self.fault(name, Reason.EXPECTED_LIST)
            return []
        if not found and not optional:
            self.fault(name, Reason.EMPTY)
        return found

    def _table(self, name: str, found: object) -> "Table":
        if not isinstance(found, dict):
            self.fault(name, Reason.EXPECTED_TABLE)
            return self._silent(name)
        return Table(found, self.place(name), self._file, self._faults)

    def _silent(self, name: str) -> "Table":
        """Return an empty table of which nobody hears what it lacks: one fault is enough."""
        return Table({}, self.place(name), self._file, [])

    def _refer(self, name: str, found: str, section: str, known: Collection[str]) -> None:
        if found not in known:
            self.fault(name, Reason.UNKNOWN_REFERENCE, found=found, section=section, known=nearest(found, known))

    def _refuse_repeats(self, name: str, items: Iterable[str | int]) -> None:
        seen: set[str | int] = set()
        for i, item in enumerate(items):
            if item in seen:
                self.fault(f"{name}[{i}]", Reason.DUPLICATE, found=item)
            seen.add(item)


def nearest(found: str, known: Iterable[str]) -> str:
    """Return the known word most like `found`, or all of them in alphabetical order."""
    words = sorted(known)
    close = difflib.get_close_matches(found, words, n=1)
    return ", ".join(close or words)
