"""What lines of a roster must agree on among themselves and with what is there: every mistake at once."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from journey.people import Role
from journey.text import fold
from storage.roster_lines import Fault, GroupLine, PersonLine, RoleLine, Roster, Standing, UnitLine, key

ADDRESSES = ("bạn", "anh", "chị", "đồng chí")

_IN_A_GROUP = {Role.GROUP_LEADER}
_IN_EITHER = {Role.SUPERVISOR}
_ANYWHERE = {Role.ORGANISER}
_LIMITS = {
    "units": {"code": 64, "name": 255, "kind": 64},
    "groups": {"code": 64, "name": 255},
    "people": {"code": 64, "full_name": 80, "called": 60},
}
"""Characters, as the columns hold them; an unnamed code is made of a unit's code and a folded name."""


def check(roster: Roster, there: Standing) -> tuple[Fault, ...]:
    """Return every mistake of `roster`, by sheet and row."""
    units = {**there.units, **{key(line.code): key(line.parent) for line in roster.units}}
    groups = there.groups | {key(line.code) for line in roster.groups}
    return (
        *_in_order(_units(roster.units, units)),
        *_in_order(_groups(roster.groups, units)),
        *_in_order(_people(roster.people, units, groups)),
        *_in_order(_roles(roster, there, units, groups)),
    )


def _in_order(faults: Iterable[Fault]) -> list[Fault]:
    return sorted(faults, key=lambda fault: (fault.row, fault.column))


def _units(lines: tuple[UnitLine, ...], units: Mapping[str, str]) -> Iterator[Fault]:
    yield from _filled("units", lines, "code", "name")
    yield from _twice("units", lines)
    for line in lines:
        if line.parent and key(line.parent) not in units:
            yield Fault("units", line.row, "parent", "unknown-unit", {"found": line.parent})
        elif line.code and _is_own_ancestor(key(line.code), units):
            yield Fault("units", line.row, "parent", "unit-under-itself", {"found": line.code})
        yield from _dates("units", line.row, "valid_to", line.valid_from, line.valid_to)


def _is_own_ancestor(code: str, units: Mapping[str, str]) -> bool:
    seen: set[str] = set()
    above = units.get(code, "")
    while above and above not in seen:
        if above == code:
            return True
        seen.add(above)
        above = units.get(above, "")
    return False


def _groups(lines: tuple[GroupLine, ...], units: Mapping[str, str]) -> Iterator[Fault]:
    yield from _filled("groups", lines, "code", "name", "unit")
    yield from _twice("groups", lines)
    for line in lines:
        if line.unit and key(line.unit) not in units:
            yield Fault("groups", line.row, "unit", "unknown-unit", {"found": line.unit})


def _people(lines: tuple[PersonLine, ...], units: Mapping[str, str], groups: frozenset[str]) -> Iterator[Fault]:
    yield from _filled("people", lines, "full_name", "unit")
    yield from _twice("people", lines)
    yield from _namesakes(lines)
    for line in lines:
        if line.unit and key(line.unit) not in units:
            yield Fault("people", line.row, "unit", "unknown-unit", {"found": line.unit})
        if line.group and key(line.group) not in groups:
            yield Fault("people", line.row, "group", "unknown-group", {"found": line.group})
        if line.code.startswith("~"):
            yield Fault("people", line.row, "code", "bad-code", {"found": line.code})
        if line.address and line.address not in ADDRESSES:
            known = ", ".join(ADDRESSES)
            yield Fault("people", line.row, "address", "unknown-address", {"found": line.address, "known": known})


def _namesakes(lines: tuple[PersonLine, ...]) -> Iterator[Fault]:
    """Two of one name in one unit need a code each, or a later file would not know who is who."""
    first: dict[tuple[str, str], PersonLine] = {}
    for line in lines:
        place = (key(line.unit), fold(line.full_name))
        other = first.setdefault(place, line)
        if other is not line and line.full_name and not (line.code and other.code):
            params = {"found": line.full_name, "other": other.row}
            yield Fault("people", line.row, "code", "same-name", params)


def _roles(roster: Roster, there: Standing, units: Mapping[str, str], groups: frozenset[str]) -> Iterator[Fault]:
    found = PeopleByWord(roster, there)
    seen: dict[tuple[str, Role, str, date | None], int] = {}
    for line in roster.roles:
        yield from _holder(line, found)
        yield from _scope(line, units, groups)
        yield from _dates("roles", line.row, "to_on", line.from_on, line.to_on)
        this = (fold(line.person), line.role, key(line.scope), line.from_on)
        if seen.setdefault(this, line.row) != line.row:
            yield Fault("roles", line.row, "role", "duplicate-role", {"other": seen[this]})


def _holder(line: RoleLine, found: "PeopleByWord") -> Iterator[Fault]:
    count = len(found.named(line.person))
    if not line.person:
        yield Fault("roles", line.row, "person", "missing")
    elif count == 0:
        yield Fault("roles", line.row, "person", "unknown-person", {"found": line.person})
    elif count > 1:
        params = {"found": line.person, "count": count}
        yield Fault("roles", line.row, "person", "several-people", params)


def _scope(line: RoleLine, units: Mapping[str, str], groups: frozenset[str]) -> Iterator[Fault]:
    scope, role = key(line.scope), line.role
    if not scope:
        if role not in _ANYWHERE:
            yield Fault("roles", line.row, "scope", "missing-scope")
        return
    if scope not in units and scope not in groups:
        yield Fault("roles", line.row, "scope", "unknown-scope", {"found": line.scope})
    elif role in _IN_A_GROUP and scope not in groups:
        yield Fault("roles", line.row, "scope", "needs-a-group", {"found": line.scope})
    elif role not in _IN_A_GROUP | _IN_EITHER and scope not in units:
        yield Fault("roles", line.row, "scope", "needs-a-unit", {"found": line.scope})


def is_group_scope(role: Role, scope: str, groups: Iterable[str]) -> bool:
    """Say whether `scope` of `role` names a group; a supervisor's may name either."""
    return role in _IN_A_GROUP | _IN_EITHER and key(scope) in groups


class PeopleByWord:
    """Finds people by what a roles sheet calls them: a code, a full name, a name without its marks."""

    def __init__(self, roster: Roster, there: Standing) -> None:
        self._codes: dict[str, str] = {}
        self._names: defaultdict[str, list[str]] = defaultdict(list)
        self._folded: defaultdict[str, list[str]] = defaultdict(list)
        listed = {person_key(line) for line in roster.people}
        for line in roster.people:
            self._codes[person_key(line)] = person_key(line)
            self._names[line.full_name.casefold()].append(person_key(line))
            self._folded[fold(line.full_name)].append(person_key(line))
        in_file = set(self._folded)
        for code, (_, folded) in there.people.items():
            self._codes.setdefault(code, code)
            if code not in listed and folded not in in_file:
                self._folded[folded].append(code)

    def named(self, word: str) -> list[str]:
        """Return the keys of people whom `word` may mean, the surest reading only."""
        if key(word) in self._codes:
            return [self._codes[key(word)]]
        return self._names.get(word.casefold()) or self._folded.get(fold(word)) or []


def person_key(line: PersonLine) -> str:
    """Return what an import recognises a person by: the code, or unit and name where there is none."""
    return key(line.code) if line.code else f"~{key(line.unit)}/{fold(line.full_name)}"


def _filled(sheet: str, lines: Iterable[UnitLine | GroupLine | PersonLine], *columns: str) -> Iterator[Fault]:
    for line in lines:
        for column in columns:
            if not getattr(line, column):
                yield Fault(sheet, line.row, column, "missing")
        for column, limit in _LIMITS[sheet].items():
            if len(getattr(line, column)) > limit:
                yield Fault(sheet, line.row, column, "too-long", {"limit": limit})


def _twice(sheet: str, lines: Iterable[UnitLine | GroupLine | PersonLine]) -> Iterator[Fault]:
    lines = tuple(lines)
    counts = Counter(key(line.code) for line in lines if line.code)
    first: dict[str, int] = {}
    for line in lines:
        if counts[key(line.code)] > 1 and first.setdefault(key(line.code), line.row) != line.row:
            params = {"found": line.code, "other": first[key(line.code)]}
            yield Fault(sheet, line.row, "code", "duplicate-code", params)


def _dates(sheet: str, row: int, column: str, from_: date | None, to: date | None) -> Iterator[Fault]:
    if from_ and to and to < from_:
        yield Fault(sheet, row, column, "ends-before-it-begins", {"from": from_, "to": to})
