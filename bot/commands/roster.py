"""`hanhtrinh roster template` and `roster import`: the unit's list of people, out and in."""

import asyncio
from collections.abc import Iterable
from datetime import UTC, date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from rich.console import Console
from rich.table import Table
from rich.text import Text

from bot.commands import console as terminal
from bot.commands.console import load_settings, open_database
from bot.commands.roster_words import YES, roster_words, say
from journey.people import Role
from journey.refusal import Refused
from locales.texts import LANGUAGES
from papers import roster_sheet, roster_template
from papers.roster_layout import Column, Sheet
from papers.roster_rows import (
    MissingColumns,
    MissingSheet,
    NotASpreadsheet,
    RawRoster,
    TooManyColumns,
    TooManyRows,
)
from storage import roster
from storage.roster import Report
from storage.roster_lines import Count, Fault, GroupLine, PersonLine, RoleLine, Roster, UnitLine

ROW_LIMIT = 50_000
"""Rows of one sheet."""

_COLUMNS = {
    **{field: field for field in ("code", "name", "kind", "parent", "unit", "group", "called", "address")},
    **{"full_name": "name", "person": "person", "role": "role", "scope": "scope"},
    **{"valid_from": "from", "valid_to": "to", "from_on": "from", "to_on": "to"},
}
"""The column of the sheet by field of a line."""


async def template(out: Path) -> int:
    """Run `roster template`; return its exit status."""
    language = terminal.language()
    try:
        write_template(out, language)
    except OSError:
        terminal.errors.print(say(language, "cannot-write", file=str(out)))
        return 1
    terminal.out.print(say(language, "written", file=str(out)))
    return 0


async def import_(file: Path, *, dry_run: bool) -> int:
    """Run `roster import`; return its exit status."""
    language, settings = terminal.language(), load_settings()
    now = datetime.now(UTC)
    today = now.astimezone(ZoneInfo(settings.timezone)).date()
    async with open_database(settings):
        good = await import_file(file, now=now, today=today, language=language, console=terminal.out, dry_run=dry_run)
    return 0 if good else 1


def write_template(out: Path, language: str) -> None:
    """Write an empty roster in `language`."""
    out.write_bytes(roster_template.template(roster_words(language)))


async def import_file(
    file: Path, *, now: datetime, today: date, language: str, console: Console, dry_run: bool = False
) -> bool:
    """Bring the roster of `file` in and print what changed, or every fault; return whether it was good.

    The database is open. `today` is local; `language` is that of what is printed, the file may be in any.
    """
    try:
        raw = _read(await asyncio.to_thread(file.read_bytes))
    except OSError:
        console.print(say(language, "cannot-open", file=str(file)))
        return False
    except Refused as refused:
        console.print(_refusal(refused, language))
        return False
    lines = _lines(raw)
    found = _all_faults(raw, await roster.faults(lines))
    if found:
        _print_faults(found, language, console)
        return False
    report = await roster.bring_in(lines, now=now, today=today, chat="cli", dry_run=dry_run)
    _print_report(report, raw, language, console, dry_run=dry_run)
    return True


def _read(data: bytes) -> RawRoster:
    """Read a workbook of any of our languages; its refusal is the first one's."""
    refusal: MissingSheet | None = None
    for language in LANGUAGES:
        try:
            return roster_sheet.read(data, roster_words(language), row_limit=ROW_LIMIT)
        except MissingSheet as missing:
            refusal = refusal or missing
    assert refusal is not None
    raise refusal


def _refusal(refused: Refused, language: str) -> str:
    match refused:
        case NotASpreadsheet():
            return say(language, "refused-not-a-spreadsheet")
        case MissingSheet():
            return say(language, "refused-missing-sheet", name=refused.name)
        case MissingColumns():
            return say(language, "refused-missing-columns", sheet=refused.name, names=", ".join(refused.names))
        case TooManyRows():
            return say(language, "refused-too-many-rows", sheet=refused.sheet, limit=refused.limit)
        case TooManyColumns():
            return say(language, "refused-too-many-columns", sheet=refused.sheet, limit=refused.limit)
    raise refused


def _lines(raw: RawRoster) -> Roster:
    """Return the lines as far as they can be read; what cannot is a fault already."""
    c = Column
    return Roster(
        tuple(
            UnitLine(
                row.row,
                row.text(c.UNITS_CODE),
                row.text(c.UNITS_NAME),
                row.text(c.UNITS_KIND),
                row.text(c.UNITS_PARENT),
                row.day(c.UNITS_FROM),
                row.day(c.UNITS_TO),
            )
            for row in raw.units
        ),
        tuple(
            GroupLine(row.row, row.text(c.GROUPS_CODE), row.text(c.GROUPS_NAME), row.text(c.GROUPS_UNIT))
            for row in raw.groups
        ),
        tuple(
            PersonLine(
                row.row,
                row.text(c.PEOPLE_CODE),
                row.text(c.PEOPLE_NAME),
                row.text(c.PEOPLE_UNIT),
                row.text(c.PEOPLE_GROUP),
                row.text(c.PEOPLE_CALLED),
                row.text(c.PEOPLE_ADDRESS),
                row.text(c.PEOPLE_MEMBER) == YES,
            )
            for row in raw.people
        ),
        tuple(
            RoleLine(
                row.row,
                row.text(c.ROLES_PERSON),
                Role(row.text(c.ROLES_ROLE)),
                row.text(c.ROLES_SCOPE),
                row.day(c.ROLES_FROM),
                row.day(c.ROLES_TO),
            )
            for row in raw.roles
            if row.text(c.ROLES_ROLE)
        ),
    )


def _all_faults(raw: RawRoster, crossed: Iterable[Fault]) -> list[Fault]:
    """Return one fault a cell, those of reading first, in the order of the file."""
    read = [
        Fault(fault.sheet.value, fault.row, fault.column.value, fault.reason.value, fault.params)
        for fault in raw.faults
    ]
    seen = {(fault.sheet, fault.row, fault.column) for fault in read}
    for fault in crossed:
        column = f"{fault.sheet}-{_COLUMNS[fault.column]}"
        if (fault.sheet, fault.row, column) not in seen:
            read.append(Fault(fault.sheet, fault.row, column, fault.reason, fault.params))
    order = [sheet.value for sheet in Sheet]
    return sorted(read, key=lambda fault: (order.index(fault.sheet), fault.row))


def _print_faults(faults: list[Fault], language: str, console: Console) -> None:
    words = roster_words(language)
    headings = [say(language, f"report-{key}") for key in ("sheet", "row", "column", "fault")]
    table = Table(*headings, show_lines=True)
    for fault in faults:
        sentence = say(language, f"fault-{fault.reason}", **fault.params)
        place = (words.sheets[Sheet(fault.sheet)], str(fault.row), words.headings[Column(fault.column)])
        table.add_row(*map(Text, (*place, sentence)))
    console.print(say(language, "report-refused", count=len(faults)))
    console.print(table)


def _print_report(report: Report, raw: RawRoster, language: str, console: Console, *, dry_run: bool) -> None:
    words = roster_words(language)
    head = "dry-run" if dry_run else ("done" if report.changes_something else "nothing-new")
    lines = [say(language, f"report-{head}")]
    counts = (report.units, report.groups, report.people, report.roles)
    lines += [_count(words.sheets[sheet], count, language) for sheet, count in zip(Sheet, counts, strict=True)]
    lines.append(say(language, "report-enrolled", count=report.enrolled))
    for ended in report.ended:
        role = words.choices[Column.ROLES_ROLE][ended.role.value][0]
        lines.append(say(language, "report-ended", name=ended.person, role=role))
    if report.unlisted:
        lines.append(say(language, "report-unlisted", count=len(report.unlisted), names=list(report.unlisted)))
    lines += [
        say(language, "report-ignored", sheet=words.sheets[sheet], heading=heading) for sheet, heading in raw.ignored
    ]
    console.print("\n".join(lines))


def _count(sheet: str, count: Count, language: str) -> str:
    return say(
        language,
        "report-count",
        sheet=sheet,
        new=count.new,
        changed=count.changed,
        unchanged=count.unchanged,
    )
