"""The values of the progress picture; the words in them are rendered with the message."""

from collections.abc import Mapping

from handlers.conversation import InboxMessage, Picture, Text, text
from handlers.member import wording
from handlers.member.book_wording import note
from handlers.member.standing import Standing
from journey.progress import CategoryProgress, TaskProgress, TaskState
from papers.progress_picture import TaskState as Drawn

_DRAWN = {
    TaskState.TODO: Drawn.NOT_STARTED,
    TaskState.DRAFT: Drawn.IN_PROGRESS,
    TaskState.WAITING: Drawn.WAITING,
    TaskState.RETURNED: Drawn.RETURNED,
    TaskState.PARTIAL: Drawn.IN_PROGRESS,
    TaskState.PROVISIONAL: Drawn.PROVISIONAL,
    TaskState.DONE: Drawn.DONE,
    TaskState.LATE_MISSED: Drawn.MISSED,
    TaskState.EXEMPT: Drawn.DONE,
}


def picture(now: Standing, message: InboxMessage, group: str) -> Picture:
    """Return the picture of where the member stands, in the fields of a ProgressCard."""
    assert message.person is not None
    language = message.language
    values = {
        "title": now.programme.short_title if language == "vi" else now.programme.title_en,
        "season": text("book.picture-season", year=str(now.season.year)),
        "name": message.person.full_name,
        "group": group,
        "done": now.progress.done,
        "needed": now.progress.needed,
        "done_label": text("book.picture-done"),
        "outcome_label": text(f"book.outcome-{now.progress.outcome.replace('_', '-')}"),
        "categories": [_category(now, each, language) for each in now.progress.categories],
        "legend": [{"state": str(each), "label": _label(each)} for each in Drawn],
        "printed_on": text("book.picture-printed", day=message.today),
    }
    return Picture(name="so-hanh-trinh.png", drawing="progress", values=values)


def _category(now: Standing, each: CategoryProgress, language: str) -> Mapping[str, object]:
    tasks = [p for p in now.tasks.values() if p.task.category == each.category.code]
    return {
        "title": wording.title(each.category, language),
        "done": each.done,
        "needed": each.needed,
        "tasks": [_task(progress, language) for progress in tasks],
    }


def _task(progress: TaskProgress, language: str) -> Mapping[str, object]:
    drawn = _DRAWN[progress.state]
    label = text("book.exempt") if progress.state is TaskState.EXEMPT else _label(drawn)
    return {
        "code": progress.task.code,
        "title": wording.title(progress.task, language),
        "state": str(drawn),
        "state_label": label,
        "note": note(progress, language),
    }


def _label(drawn: Drawn) -> Text:
    return text(f"book.drawn-{drawn.replace('_', '-')}")
