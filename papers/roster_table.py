"""One sheet of a filled-in roster: where its headings are, and the rows under them."""

from collections.abc import Iterator, Sequence
from datetime import date

from journey.text import fold
from papers.roster_layout import LAYOUT, Column, Field, Kind, RosterWords, Sheet
from papers.roster_rows import MissingColumns, RawRow, Reason, RowFault
from papers.roster_values import Raw, as_date, as_text, parse_date

HEADING_WITHIN = 10
"""Rows from the top in which the headings are looked for: people put a title above."""


class Table:
    """Rows come out once, in order; the faults are known when the last one has."""

    def __init__(
        self,
        sheet: Sheet,
        name: str,
        words: RosterWords,
        formulas: set[tuple[int, int]],
        cells: list[list[Raw]],
    ) -> None:
        """Find the headings.

        Args:
            name: of the sheet, as the file writes it.
            formulas: (row, column) from 1.
            cells: rows from the first of the sheet, each from its first column.

        Raises:
            MissingColumns: some heading is on none of the first rows.
        """
        self.sheet = sheet
        self.faults: list[RowFault] = []
        self._fields = LAYOUT[sheet]
        self._words = words
        self._formulas = formulas
        self._cells = cells
        self._known = {f.column: _values_by_word(words, f.column) for f in self._fields if f.kind is Kind.CHOSEN}
        self._example = {field.column: self._example_of(field) for field in self._fields}
        self._head = self._heading_row()
        self._places = self._find_columns(name)
        self._formula_rows = {row for row, column in formulas if column - 1 in self._places.values()}
        self.ignored = self._foreign_headings()

    def rows(self) -> Iterator[RawRow]:
        """Yield what is filled in, noting faults on the way."""
        for number, raw in enumerate(self._cells[self._head + 1 :], start=self._head + 2):
            if self._is_filled(number, raw):
                known = len(self.faults)
                cells = {field.column: self._cell(number, raw, field) for field in self._fields}
                if cells == self._example:
                    del self.faults[known:]
                else:
                    self._check_example_code(number, cells)
                    yield RawRow(number, cells)

    def _is_filled(self, number: int, raw: Sequence[Raw]) -> bool:
        """Say whether our columns hold anything; numbering of one's own beside them does not count."""
        ours = (place for place in self._places.values() if place < len(raw))
        return number in self._formula_rows or any(as_text(raw[place]) for place in ours)

    def _heading_row(self) -> int:
        """Return the index of the row that has most of our headings."""
        ours = {fold(self._words.headings[field.column]) for field in self._fields}
        scores = [len(ours & set(map(_heading_key, row))) for row in self._cells[:HEADING_WITHIN]]
        return scores.index(max(scores)) if scores else 0

    def _find_columns(self, name: str) -> dict[Column, int]:
        head = self._cells[self._head] if self._cells else []
        at = {_heading_key(cell): place for place, cell in reversed(list(enumerate(head)))}
        headings = {field.column: self._words.headings[field.column] for field in self._fields}
        if missing := tuple(heading for heading in headings.values() if fold(heading) not in at):
            raise MissingColumns(self.sheet, name, missing)
        return {column: at[fold(heading)] for column, heading in headings.items()}

    def _foreign_headings(self) -> tuple[str, ...]:
        ours = set(self._places.values())
        head = enumerate(self._cells[self._head])
        return tuple(as_text(cell) for place, cell in head if place not in ours and as_text(cell))

    def _cell(self, number: int, raw: Sequence[Raw], field: Field) -> str | date:
        place = self._places[field.column]
        value = raw[place] if place < len(raw) else ""
        if (number, place + 1) in self._formulas:
            self._fault(number, field.column, Reason.FORMULA)
            return ""
        if not (text := as_text(value)):
            if field.is_needed:
                self._fault(number, field.column, Reason.EMPTY)
            return ""
        match field.kind:
            case Kind.DATE:
                return self._date(number, field.column, value)
            case Kind.CHOSEN:
                return self._chosen(number, field.column, text)
            case _:
                return self._text(number, field, value)

    def _date(self, number: int, column: Column, value: Raw) -> str | date:
        day = as_date(value)
        if day is None:
            self._fault(number, column, Reason.BROKEN_DATE, found=as_text(value))
            return as_text(value)
        return day

    def _chosen(self, number: int, column: Column, text: str) -> str:
        chosen = self._known[column].get(fold(text))
        if chosen is None:
            known = ", ".join(words[0] for words in self._words.choices[column].values())
            self._fault(number, column, Reason.UNKNOWN_WORD, found=text, known=known)
            return ""
        return chosen

    def _text(self, number: int, field: Field, value: Raw) -> str:
        text = as_text(value)
        if isinstance(value, date):
            self._fault(number, field.column, Reason.DATE_FOR_TEXT, found=text)
        elif len(text) > field.limit:
            self._fault(number, field.column, Reason.TOO_LONG, limit=str(field.limit))
        return text

    def _check_example_code(self, number: int, cells: dict[Column, str | date]) -> None:
        key = self._fields[0].column
        found = str(cells[key])
        if fold(found).startswith(fold(self._words.example_prefix)):
            self._fault(number, key, Reason.EXAMPLE_KEPT, found=found)

    def _example_of(self, field: Field) -> str | date:
        text = as_text(self._words.examples.get(field.column, ""))
        match field.kind:
            case Kind.DATE:
                return parse_date(text) or text
            case Kind.CHOSEN:
                return self._known[field.column].get(fold(text), text)
            case _:
                return text

    def _fault(self, row: int, column: Column, reason: Reason, **params: str) -> None:
        self.faults.append(RowFault(self.sheet, row, column, reason, params))


def _heading_key(cell: Raw) -> str:
    """Return a heading as it is compared: no accents, no case, no mark of being needed."""
    return fold(as_text(cell)).rstrip("* ")


def _values_by_word(words: RosterWords, column: Column) -> dict[str, str]:
    return {fold(word): value for value, known in words.choices[column].items() for word in known}
