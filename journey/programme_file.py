"""A programme file (TOML, our own schema): read whole, every mistake reported at once."""

import hashlib
import re
import tomllib
from collections import Counter
from importlib import resources
from pathlib import Path
from typing import Final

from journey.programme import Programme
from journey.programme_faults import BrokenProgramme, Fault, Reason
from journey.programme_sections import (
    SHORT,
    read_assessors,
    read_attendance,
    read_calendar,
    read_categories,
    read_duties,
    read_evidence_kinds,
    read_fields,
    read_levels,
    read_reminders,
    read_reports,
)
from journey.programme_table import Table
from journey.programme_tasks import Known, read_task

__all__ = ["SHIPPED", "BrokenProgramme", "Fault", "Reason", "digest", "read", "shipped"]

SHIPPED: Final = ("nguoi-cong-san-tre", "thu-thach-dong-hanh")
SCHEMA: Final = 1
CODE: Final = 32  # characters of a programme's own code, which is never in a button
YEARS: Final = (2000, 2100)


def shipped(name: str) -> bytes:
    """Return the file of one of SHIPPED."""
    return resources.files("journey").joinpath("programmes", f"{name}.toml").read_bytes()


def digest(data: bytes) -> str:
    """Return the SHA-256 of a file in hex: what a frozen version is known by."""
    return hashlib.sha256(data).hexdigest()


def read(source: Path | bytes, name: str) -> Programme:
    """Return the programme of a file.

    Args:
        name: what faults call the file.

    Raises:
        BrokenProgramme: with all its faults.
    """
    data = source if isinstance(source, bytes) else source.read_bytes()
    faults: list[Fault] = []
    programme = _programme(Table(_parse(data, name), "", name, faults))
    if faults:
        raise BrokenProgramme(tuple(faults))
    return programme


def _parse(data: bytes, name: str) -> dict[str, object]:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise BrokenProgramme((Fault(name, "", Reason.NOT_UTF8, {"line": line}),)) from error
    try:
        return tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        at = re.search(r"at line (\d+)", str(error))  # the other case is "at end of document"
        line = int(at.group(1)) if at else text.count("\n") + 1
        raise BrokenProgramme((Fault(name, "", Reason.SYNTAX, {"line": line}),)) from error


def _programme(root: Table) -> Programme:
    schema = root.number("schema", least=1)
    if schema not in (SCHEMA, None):
        root.fault("schema", Reason.SCHEMA, found=schema or 0, known=SCHEMA)
    head = root.table("programme")
    first_year = head.number("first_year", least=YEARS[0], most=YEARS[1]) or YEARS[0]
    levels = read_levels(root)
    assessors = read_assessors(root)
    kinds = read_evidence_kinds(root)
    fields = read_fields(root)
    calendar = read_calendar(root)
    tasks = root.tables("tasks")
    categories = read_categories(root, Counter(str(table.raw.get("category")) for table in tasks))
    codes = tuple(category.code for category in categories)
    known = Known(
        levels=tuple(level.code for level in levels),
        assessors=tuple(assessor.code for assessor in assessors),
        evidence_kinds=tuple(kind.code for kind in kinds),
        categories=codes,
        fields={field.code: field for field in fields},
        evaluated_in=next((p.months[0] for p in calendar if p.code == "danh_gia" and p.months), 12),
    )
    programme = Programme(
        code=head.code("code", limit=CODE),
        version=head.number("version", least=1) or 1,
        title=head.text("title"),
        short_title=head.text("short_title", limit=SHORT),
        title_en=head.text("title_en"),
        issuer=head.text("issuer"),
        source_number=head.text("source_number", optional=True),
        member_document=head.text("member_document"),
        closing_event=head.text("closing_event", optional=True),
        first_year=first_year,
        last_year=head.number("last_year", least=first_year, most=YEARS[1], optional=True),
        forbidden=head.texts("forbidden", optional=True),
        levels=levels,
        assessors=assessors,
        evidence_kinds=kinds,
        categories=categories,
        tasks=tuple(read_task(table, known) for table in tasks),
        duties=read_duties(root, codes),
        calendar=calendar,
        reports=read_reports(root),
        open_questions=head.texts("open_questions", optional=True),
        notes=head.texts("notes", optional=True),
        reminders=read_reminders(root, tuple(period.code for period in calendar)),
        attendance=read_attendance(root),
    )
    head.close()
    root.close()
    return programme
