"""How the state of a task is said: in a line, in full, with who holds it and since when."""

from collections.abc import Sequence
from functools import reduce

from handlers.conversation import Text, text
from handlers.member import wording
from handlers.member.standing import Standing
from journey.programme import Assessor, Kind, Programme
from journey.progress import CategoryProgress, CriterionCount, Holder, TaskProgress, TaskState
from locales.texts import Day
from storage.book import Entry, Opinion

REASON = 200  # characters of an officer's reason in a history
HISTORY = 6  # versions shown in full; earlier ones are counted
LINE = 40  # characters of a task in an overview


def line(progress: TaskProgress, language: str) -> Text:
    """Return the task's line of the overview."""
    return text("book.line", task=wording.short(progress.task, language, LINE), state=state(progress, language))


def state(progress: TaskProgress, language: str) -> Text:
    """Return the state, the next step, who holds it and since when."""
    return text(
        f"book.state-{progress.state.replace('_', '-')}",
        counted=_counted(progress, language),
        holders=_holders(progress.holders),
        since=Day(progress.since),
        months=wording.months(progress.task.months),
    )


def note(progress: TaskProgress, language: str) -> Text | str:
    """Return what a picture adds to the state's word: who holds it since when, or how many there are."""
    if progress.state is TaskState.WAITING:
        return text("book.note-waiting", holders=_holders(progress.holders), since=Day(progress.since))
    several = _several(progress)
    if progress.state is not TaskState.PARTIAL or several is None:
        return ""
    unit = wording.unit(several.criterion, language)
    return text("book.note-partial", amount=wording.amount(several.have, several.need, unit))


def category(each: CategoryProgress, language: str) -> Text:
    """Return "Nhiệm vụ rèn luyện: 2/3", provisional ones apart."""
    return text(
        "book.category",
        title=wording.title(each.category, language),
        amount=wording.amount(each.done, each.needed),
        provisional=each.provisional,
    )


def block(now: Standing, each: CategoryProgress, language: str) -> Text:
    """Return a category with its tasks, one a line."""
    tasks = [line(p, language) for p in now.tasks.values() if p.task.category == each.category.code]
    return text("book.block", category=category(each, language), tasks=tasks)


def count(counted: CriterionCount, language: str) -> Text:
    """Return one criterion: approved of needed, or "chưa rõ" where nobody said anything."""
    label = wording.label(counted.criterion, language)
    if counted.criterion.kind in (Kind.COUNT, Kind.WORDS) and counted.holds is not None:
        unit = wording.unit(counted.criterion, language)
        return text("book.count", label=label, amount=wording.amount(counted.have, counted.need, unit))
    known = {None: "unknown", True: "holds", False: "short"}[counted.holds]
    return text(f"book.criterion-{known}", label=label)


def counts(progress: TaskProgress | None, language: str) -> Text | str:
    """Return what was approved, by criterion; "" for a task that is not taken on."""
    if progress is None:
        return ""
    return text("book.counts", counts=[count(each, language) for each in progress.counts])


def ruling(now: Standing, code: str) -> tuple[Text, ...]:
    """Return what the secretary ruled about the task: who, when, why; () where nothing was, or what was is settled."""
    found = now.book.rulings.get(code)
    if found is None or (code in now.tasks and now.tasks[code].state is TaskState.DONE):
        return ()
    return (text(f"book.ruled-{found.kind}", name=found.by, at=Day(found.at), reason=_cut(found.reason)),)


def history(now: Standing, entries: Sequence[Entry]) -> Text:
    """Return the latest versions in full, the earlier ones counted."""
    shown = entries[-HISTORY:]
    lines = [version(now.programme, entry) for entry in shown]
    return text("book.history", versions=lines, earlier=len(entries) - len(shown))


def version(programme: Programme, entry: Entry) -> Text:
    """Return one version handed in: when, with how much, and what each body said; or how it was recorded."""
    if entry.record is not None:
        return text(
            f"book.recorded-{entry.record.how}",
            part=entry.part,
            evidence=entry.evidence,
            name=entry.record.by or "–",
            at=Day(entry.record.at),
            assessor=entry.record.assessed_by,
            day=entry.record.assessed_on,
        )
    return text(
        "book.version",
        part=entry.part,
        version=entry.version,
        state=text(f"book.handin-{entry.state}"),
        at=text("book.handed-in", at=Day(entry.submitted_at)) if entry.submitted_at else "",
        evidence=entry.evidence,
        opinions=[
            *(_opinion(programme, each) for each in entry.opinions if each.state != "cancelled"),
            *besides(entry),
        ],
    )


def besides(entry: Entry) -> list[Text]:
    """Return what was taken back of a version, and that the member asked for another look."""
    lines = [
        text(f"book.taken-back-{each.verdict}", who=each.by or "–", at=Day(each.at), reason=_cut(each.reason))
        for each in entry.taken_back
    ]
    if entry.appealed_at is not None:
        lines.append(text("book.appealed", at=Day(entry.appealed_at), reason=_cut(entry.appeal)))
    return lines


def _opinion(programme: Programme, opinion: Opinion) -> Text:
    assessor = programme.assessor(opinion.body)
    if opinion.decided_at is None:
        return text("book.opinion-waiting", who=_holder(_called(assessor), opinion.asked), since=Day(opinion.asked_at))
    who = wording.body(assessor, [opinion.decided_by] if opinion.decided_by else ())
    return text(f"book.opinion-{opinion.state}", who=who, at=Day(opinion.decided_at), reason=_cut(opinion.reason))


def _called(assessor: Assessor) -> str:
    return assessor.short


def _counted(progress: TaskProgress, language: str) -> Text | str:
    """Return "(đã duyệt 1/2 hoạt động)" where more than one is needed."""
    several = _several(progress)
    if several is None:
        return ""
    unit = wording.unit(several.criterion, language)
    key = "book.counted-over" if several.have > several.need else "book.counted"
    return text(key, have=several.have, need=several.need, unit=unit)


def _several(progress: TaskProgress) -> CriterionCount | None:
    return next((c for c in progress.counts if c.criterion.kind is Kind.COUNT and c.need > 1), None)


def _holders(holders: Sequence[Holder]) -> Text | str:
    said = list(dict.fromkeys((holder.title, holder.people) for holder in holders))
    texts = [_holder(title, people) for title, people in said]
    return reduce(lambda first, then: text("book.or", first=first, then=then), texts) if texts else ""


def _holder(title: str, people: Sequence[str]) -> Text:
    if not people:
        return text("book.holder-nobody", title=title)
    return wording.named(title, people)


def _cut(reason: str) -> str:
    return reason if len(reason) <= REASON else reason[: REASON - 1].rstrip() + "…"
