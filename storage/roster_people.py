"""The people of a roster file beside those that are there: who is who, who is new."""

from collections import Counter
from collections.abc import Mapping, Sequence

from journey.text import fold, given_name
from storage import sql
from storage.people import PersonRow, sort_text
from storage.roster_check import person_key
from storage.roster_lines import Count, PersonLine, Roster, key

_AT_ONCE = 5000
_FACTS = ("code", "full_name", "called", "address", "unit_id", "group_id")


class ListedPeople:
    """The file's people beside those that are there; `ids` by person key once saved."""

    def __init__(
        self,
        roster: Roster,
        rows: Sequence[PersonRow],
        units: Mapping[str, int],
        groups: Mapping[str, int],
    ) -> None:
        self.lines = roster.people
        self.rows = rows
        self.ids: dict[str, int] = {}
        self._units = units
        self._groups = groups
        self._by_code = {key(row.code): row for row in rows}
        self._namesakes = Counter((key(line.unit), fold(line.full_name)) for line in self.lines)
        self._codes = {person_key(line) for line in self.lines}
        self._by_place: dict[tuple[int | None, str], list[PersonRow]] = {}
        for row in rows:
            self._by_place.setdefault((row.unit_id, row.folded), []).append(row)

    def _there(self, line: PersonLine) -> PersonRow | None:
        """Return who `line` is: by code; else the only one of that name in the unit whom no line claims.

        That lets a later file give a code to somebody who had none, or leave a code out.
        """
        if row := self._by_code.get(person_key(line)):
            return row
        place = (self._units[key(line.unit)], fold(line.full_name))
        alike = [row for row in self._by_place.get(place, []) if key(row.code) not in self._codes]
        alone = len(alike) == 1 and self._namesakes[key(line.unit), fold(line.full_name)] == 1
        return alike[0] if alone and (alike[0].code.startswith("~") or not line.code) else None

    async def save(self) -> Count:
        """Write what is new or changed."""
        new: list[PersonRow] = []
        changed: list[PersonRow] = []
        for line in self.lines:
            row = self._there(line)
            if row is None:
                new.append(self._filled(PersonRow(code=line.code or person_key(line)), line))
            elif self._said(line, row) != _facts(row):
                changed.append(self._filled(row, line))
            if row is not None:
                self.ids[person_key(line)] = row.id
        await self._write(new, changed)
        return Count(len(new), len(changed), len(self.lines) - len(new) - len(changed))

    async def _write(self, new: Sequence[PersonRow], changed: Sequence[PersonRow]) -> None:
        await PersonRow.bulk_create(new, batch_size=_AT_ONCE)
        await sql.many(
            "UPDATE people SET code = ?2, full_name = ?3, called = ?4, address = ?5, unit_id = ?6,"
            " group_id = ?7, sort_key = ?8, folded = ?9 WHERE id = ?1",
            [(row.id, *_facts(row), row.sort_key, row.folded) for row in changed],
        )
        if new:
            there = {row.code: row.id for row in await PersonRow.all().only("id", "code")}
            self.ids |= {key(row.code): there[row.code] for row in new}

    def _said(self, line: PersonLine, row: PersonRow) -> tuple[object, ...]:
        return (
            line.code or row.code,
            line.full_name,
            line.called or given_name(line.full_name),
            line.address or ("bạn" if line.is_member else "đồng chí"),
            self._units[key(line.unit)],
            self._groups[key(line.group)] if line.group else None,
        )

    def _filled(self, row: PersonRow, line: PersonLine) -> PersonRow:
        said = self._said(line, row)
        for column, value in zip(_FACTS, said, strict=True):
            setattr(row, column, value)
        row.sort_key, row.folded = sort_text(line.full_name), fold(line.full_name)
        return row

    def unlisted(self) -> tuple[str, ...]:
        """Return the names of people the file leaves out, in Vietnamese order."""
        listed = set(self.ids.values())
        left_out = [row for row in self.rows if row.id not in listed]
        return tuple(row.full_name for row in sorted(left_out, key=lambda row: row.sort_key))


def _facts(row: PersonRow) -> tuple[object, ...]:
    return tuple(getattr(row, column) for column in _FACTS)
