"""The words and values of the workbook behind a digest, and of a quarter's statistics."""

from datetime import date, datetime, tzinfo

from journey.calendar import quarter, quarter_name
from journey.digest import Tally
from journey.digest_page import Bar, Line, Lines, Waits
from journey.progress import Outcome
from locales.digest_words import fact, part_name
from locales.saying import Document, Text, text

Cell = str | int | None | Text

_PARTS = (
    ("part", 40, "text"),
    ("members", 11, "number"),
    ("registered", 11, "number"),
    ("in-progress", 11, "number"),
    ("provisional", 11, "number"),
    ("done", 11, "number"),
    ("at-risk", 11, "number"),
    ("handed-in", 12, "number"),
    ("approved", 12, "number"),
    ("waiting", 11, "number"),
)
_QUARTER = tuple(
    (f"{name}-quarter" if name in ("handed-in", "approved") else name, width, kind) for name, width, kind in _PARTS
)
_MEMBERS = (
    ("name", 30, "text"),
    ("unit", 34, "text"),
    ("group", 22, "text"),
    ("registered-on", 14, "date"),
    ("state", 17, "text"),
    ("tasks-done", 11, "number"),
    ("tasks-needed", 11, "number"),
    ("waiting", 11, "number"),
    ("last", 14, "date"),
    ("fact", 44, "text"),
    ("unreached", 30, "text"),
)
_WAITING = (("name", 30, "text"), ("task", 12, "text"), ("days", 10, "number"), ("on", 60, "text"))

_STATES = {Outcome.IN_PROGRESS: "in-progress", Outcome.PROVISIONAL: "provisional", Outcome.PASSED: "passed"}


def workbook(of: Lines, at: datetime, zone: tzinfo) -> Document:
    """Return the lines behind a digest, as of `at` (aware)."""
    title = text("digest.sheet-title", place=of.page.place, at=at)
    sheets = [
        _parts(of, title, _PARTS),
        _sheet("members", title, _MEMBERS, [_member(each, zone) for each in of.members]),
        _sheet("waiting", title, _WAITING, [_wait(each) for each in of.waits]),
    ]
    return Document(name="tinh-hinh-tuan.xlsx", drawing="digest-workbook", values={"sheets": sheets})


def quarterly(of: Lines, at: datetime, today: date) -> Document:
    """Return the statistics of the quarter of `today` by group or unit, for the committees: figures, nobody's name."""
    year = str(today.year)
    title = text("digest.sheet-quarter", place=of.page.place, quarter=quarter_name(today), year=year, at=at)
    return Document(
        name=f"thong-ke-quy-{quarter(today)}-{year}.xlsx",
        drawing="digest-workbook",
        values={"sheets": [_parts(of, title, _QUARTER)]},
    )


def _parts(of: Lines, title: Text, columns: tuple[tuple[str, int, str], ...]) -> dict[str, object]:
    rows = [_figures(_named(bar), bar.tally) for bar in of.page.bars]
    return {
        **_sheet("parts", title, columns, rows),
        "total": _figures(text("digest.total"), of.page.digest.tally),
    }


def _named(bar: Bar) -> str | Text:
    return bar.name or part_name(bar.rest)


def _figures(name: str | Text, of: Tally) -> list[Cell]:
    return [
        name,
        of.members,
        of.registered,
        of.in_progress,
        of.provisional,
        of.done,
        of.at_risk,
        of.handed_in,
        of.approved,
        of.waiting,
    ]


def _member(of: Line, zone: tzinfo) -> list[Cell]:
    state = _STATES[of.now.outcome] if of.now else "unregistered"
    return [
        of.name,
        of.unit,
        of.group,
        _day(of.registered_at, zone),
        text(f"digest.state-{state}"),
        of.now.done if of.now else None,
        of.now.needed if of.now else None,
        of.waiting,
        _day(of.handed_in_at, zone),
        fact(of.risk) if of.risk else None,
        text(f"digest.barrier-{of.unreached}") if of.unreached else None,
    ]


def _wait(of: Waits) -> list[Cell]:
    on = "; ".join(f"{body}: {', '.join(people)}" if people else body for body, people in of.on)
    return [of.name, of.task, of.days, on]


def _day(at: datetime | None, zone: tzinfo) -> str | None:
    return at.astimezone(zone).date().isoformat() if at else None


def _sheet(
    name: str, title: Text, columns: tuple[tuple[str, int, str], ...], rows: list[list[Cell]]
) -> dict[str, object]:
    headings = [{"heading": text(f"digest.column-{key}"), "width": width, "kind": kind} for key, width, kind in columns]
    return {"name": text(f"digest.sheet-{name}"), "title": title, "columns": headings, "rows": rows, "total": []}
