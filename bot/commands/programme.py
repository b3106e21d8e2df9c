"""`hanhtrinh programme check`: every mistake of a programme file, each with its place and its remedy."""

from pathlib import Path
from zoneinfo import ZoneInfo

from rich.console import Console
from rich.table import Table

from journey.programme_faults import BrokenProgramme, Fault
from journey.programme_file import read
from locales import texts


def check_file(file: Path, *, language: str, console: Console) -> bool:
    """Print what the programme of `file` holds, or every fault; return whether it is good."""
    try:
        programme = read(file.read_bytes(), file.name)
    except BrokenProgramme as broken:
        console.print(_say(language, "check-faults", file=file.name, count=len(broken.faults)), markup=False)
        console.print(_table(broken.faults, language), markup=False)
        return False
    counts = {"categories": len(programme.categories), "tasks": len(programme.tasks)}
    console.print(_say(language, "check-good", file=file.name, title=programme.title, **counts), markup=False)
    return True


def _table(faults: tuple[Fault, ...], language: str) -> Table:
    table = Table(_say(language, "check-key"), _say(language, "check-reason"), show_lines=True)
    for fault in faults:
        sentence = texts.render(language, f"programme-file.{_key(fault)}", fault.params, ZoneInfo("UTC"))
        table.add_row(fault.key, sentence)
    return table


def _key(fault: Fault) -> str:
    return fault.reason.value.replace("_", "-")


def _say(language: str, key: str, **params: object) -> str:
    return texts.render(language, f"programme.{key}", params, ZoneInfo("UTC"))
