"""The pictures and documents that are made when they leave, by the name the outbox keeps."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import Any, TypeVar

from papers import attendance_sheet as attendance
from papers import calendar_file, digest_picture, digest_workbook
from papers import journey_book as book
from papers import progress_picture as progress

Made = TypeVar("Made")


def _progress(values: Mapping[str, Any]) -> bytes:
    card = progress.ProgressCard(
        **{
            **values,
            "categories": tuple(
                progress.CategoryBlock(
                    **{**block, "tasks": tuple(progress.TaskLine(**_stated(task)) for task in block["tasks"])}
                )
                for block in values["categories"]
            ),
            "legend": tuple(progress.LegendEntry(**_stated(entry)) for entry in values["legend"]),
        }
    )
    return progress.draw(card)


def _stated(values: Mapping[str, Any]) -> dict[str, Any]:
    return {**values, "state": progress.TaskState(values["state"])}


def _book(values: Mapping[str, Any]) -> book.JourneyBook:
    return book.JourneyBook(
        **{
            **values,
            "facts": _each(book.Fact, values["facts"]),
            "registration": tuple(
                book.RegisteredCategory(each["title"], _each(book.RegisteredTask, each["tasks"]))
                for each in values["registration"]
            ),
            "changes": _each(book.Change, values["changes"]),
            "sums": _each(book.CategorySum, values["sums"]),
            "results": tuple(
                book.CategoryResults(each["title"], tuple(map(_task, each["tasks"]))) for each in values["results"]
            ),
            "quarters": tuple(values["quarters"]),
            "signers": _each(book.Signer, values["signers"]),
            "essays": _each(book.Essay, values["essays"]),
        }
    )


def _task(values: Mapping[str, Any]) -> book.TaskResult:
    requirements = _each(book.Requirement, values["requirements"])
    versions = _each(book.Version, values["versions"])
    return book.TaskResult(**{**values, "requirements": requirements, "versions": versions})


def _calendar(values: Mapping[str, Any]) -> bytes:
    return calendar_file.ics([calendar_file.Entry(**_moments(entry)) for entry in values["sessions"]])


def _moments(values: Mapping[str, Any]) -> dict[str, Any]:
    """Return the values with every moment (`…_at`) as one."""
    return {name: datetime.fromisoformat(each) if name.endswith("_at") else each for name, each in values.items()}


def _digest(values: Mapping[str, Any]) -> bytes:
    return digest_picture.draw(
        digest_picture.DigestPicture(
            **{**values, "legend": tuple(values["legend"]), "bars": _each(digest_picture.PartBar, values["bars"])}
        )
    )


def _digest_workbook(values: Mapping[str, Any]) -> bytes:
    return digest_workbook.xlsx(digest_workbook.DigestWorkbook(tuple(map(_sheet, values["sheets"]))))


def _sheet(values: Mapping[str, Any]) -> digest_workbook.Sheet:
    columns = (
        digest_workbook.Column(**{**each, "kind": digest_workbook.Kind(each["kind"])}) for each in values["columns"]
    )
    rows = tuple(tuple(row) for row in values["rows"])
    return digest_workbook.Sheet(**{**values, "columns": tuple(columns), "rows": rows, "total": tuple(values["total"])})


def _each(made: Callable[..., Made], values: Sequence[Mapping[str, Any]]) -> tuple[Made, ...]:
    return tuple(made(**each) for each in values)


DRAWINGS: Mapping[str, Callable[[Mapping[str, Any]], bytes]] = {
    "progress": _progress,
    "journey-book-pdf": lambda values: book.pdf(_book(values)),
    "journey-book-docx": lambda values: book.docx(_book(values)),
    "calendar": _calendar,
    "attendance-sheet": lambda values: attendance.pdf(attendance.AttendanceSheet(**values)),
    "digest": _digest,
    "digest-workbook": _digest_workbook,
    "text": lambda values: str(values["text"]).encode(),
}
