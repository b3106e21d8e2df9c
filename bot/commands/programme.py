"""`hanhtrinh programme check`: every mistake of a programme file, each with its place and its remedy."""

from pathlib import Path
from zoneinfo import ZoneInfo

from rich.console import Console
from rich.table import Table
from rich.text import Text

from bot.commands import console as terminal
from bot.commands.console import words
from journey.programme_faults import BrokenProgramme, Fault
from journey.programme_file import read
from locales import texts


async def check(file: Path) -> int:
    """Run the command; return its exit status."""
    return 0 if check_file(file, terminal.out) else 1


def check_file(file: Path, console: Console) -> bool:
    """Print what the programme of `file` holds, or every fault; return whether it is good."""
    try:
        programme = read(file, file.name)
    except OSError:
        console.print(words("programme-check.cannot-open", file=str(file)))
        return False
    except BrokenProgramme as broken:
        print_faults(broken.faults, file.name, console)
        return False
    console.print(
        words(
            "programme-check.good",
            file=file.name,
            title=programme.title,
            categories=len(programme.categories),
            tasks=len(programme.tasks),
        )
    )
    return True


def print_faults(faults: tuple[Fault, ...], file: str, console: Console) -> None:
    """Print every mistake of a programme file."""
    console.print(words("programme-check.faults", file=file, count=len(faults)))
    console.print(_table(faults))


def _table(faults: tuple[Fault, ...]) -> Table:
    table = Table(words("programme-check.key"), words("programme-check.reason"), show_lines=True)
    for fault in faults:
        key = f"programme-file.{fault.reason.replace('_', '-')}"
        sentence = texts.render(terminal.language(), key, fault.params, ZoneInfo("UTC"))
        table.add_row(Text(fault.key), Text(sentence))
    return table
