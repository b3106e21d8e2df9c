"""What the reader of values cannot see in a workbook: formulas, and how far its sheets reach."""

import posixpath
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from xml.parsers import expat

from papers.packages import NotAPackage, Package

_Start = Callable[[str, dict[str, str]], None]
_CELL = re.compile(r"([A-Z]{1,3})(\d{1,7})")


@dataclass
class Extent:
    """Of one sheet: cells are (row, column), counted from 1; only cells that hold something."""

    rows: int = 0
    columns: int = 0
    formulas: set[tuple[int, int]] = field(default_factory=set)


def survey(package: Package) -> dict[str, Extent]:
    """Return the extent of each sheet by its name.

    Raises:
        NotAPackage: its parts are missing or no XML, or declare entities.
    """
    targets = _targets(package)
    return {name: _extent(package.read(targets[rid])) for name, rid in _sheets(package) if rid in targets}


def _sheets(package: Package) -> list[tuple[str, str]]:
    found = []

    def start(tag: str, attributes: dict[str, str]) -> None:
        if tag == "sheet":
            rid = next((value for key, value in attributes.items() if key.endswith(":id")), "")
            found.append((attributes.get("name", ""), rid))

    _parse(package.read("xl/workbook.xml"), start)
    return found


def _targets(package: Package) -> dict[str, str]:
    """Return the entry of each worksheet by its relation; chart sheets are none."""
    found = {}

    def start(tag: str, attributes: dict[str, str]) -> None:
        if tag == "Relationship" and attributes.get("Type", "").endswith("/worksheet"):
            target = attributes.get("Target", "")
            found[attributes.get("Id", "")] = posixpath.normpath(posixpath.join("/xl", target)).lstrip("/")

    _parse(package.read("xl/_rels/workbook.xml.rels"), start)
    return found


def _extent(xml: bytes) -> Extent:
    extent = Extent()
    row = column = 0

    def start(tag: str, attributes: dict[str, str]) -> None:
        nonlocal row, column
        match tag:
            case "row":
                row, column = int(attributes.get("r", row + 1)), 0
            case "c":
                row, column = _place(attributes.get("r", ""), row, column + 1)
            case "v" | "is" | "f":
                extent.rows, extent.columns = max(extent.rows, row), max(extent.columns, column)
                if tag == "f":
                    extent.formulas.add((row, column))

    _parse(xml, start)
    return extent


def _place(reference: str, row: int, column: int) -> tuple[int, int]:
    """Return where "B3" is; a cell without a reference follows the one before."""
    if not (found := _CELL.fullmatch(reference)):
        return row, column
    column = 0
    for letter in found[1]:
        column = column * 26 + ord(letter) - ord("A") + 1
    return int(found[2]), column


def _parse(xml: bytes, start: _Start) -> None:
    def refuse(*_: object) -> None:
        raise NotAPackage

    parser = expat.ParserCreate()
    parser.StartElementHandler = lambda tag, attributes: start(tag.rpartition(":")[2], attributes)
    parser.EntityDeclHandler = refuse
    try:
        parser.Parse(xml, True)
    except (expat.ExpatError, ValueError) as error:
        raise NotAPackage from error
