"""The essays of a member's book: how long each is, and its text for those who may read it."""

from dataclasses import dataclass
from datetime import datetime

from handlers.member.essay_words import text_of
from handlers.member.standing import Standing
from journey.programme import Kind, Programme, Task
from storage import evidence
from storage.book import Entry


@dataclass(frozen=True, slots=True)
class EssayText:
    """An essay that was handed in; `submitted_at` is in UTC, `submission` its newest version."""

    submission: int
    task: str
    words: int
    submitted_at: datetime | None
    text: str


def words_of(task: Task, entry: Entry) -> int | None:
    """Return the machine's count of an essay's words, None of what is no essay or was not counted."""
    counted = [entry.claims.get(each.id) for each in task.criteria if each.kind is Kind.WORDS]
    return next((each for each in counted if isinstance(each, int)), None)


def of_book(now: Standing) -> list[Entry]:
    """Return the newest version of every essay that was handed in, dropped tasks aside."""
    newest = {
        (entry.task, entry.part): entry
        for code in now.tasks
        for entry in now.book.of_task(code)
        if entry.state != "draft" and words_of(now.programme.task(code), entry) is not None
    }
    return list(newest.values())


async def texts_of(now: Standing) -> list[EssayText]:
    """Return the essays of the book with their texts."""
    return [await _read(now.programme, entry) for entry in of_book(now)]


async def _read(programme: Programme, entry: Entry) -> EssayText:
    pieces = await evidence.of_submission(entry.id)
    words = words_of(programme.task(entry.task), entry) or 0
    return EssayText(entry.id, entry.task, words, entry.submitted_at, text_of(pieces))
