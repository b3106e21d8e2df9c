"""The questions about a hand-in: what it counts for, who organised it, when, where; one at a time."""

from dataclasses import dataclass
from datetime import date, timedelta

from handlers.arguments import number
from handlers.conversation import Choice, Elastic, Say, Text, choice, text
from handlers.member.evidence_dates import read_date
from handlers.member.hand_ins import Draft
from handlers.member.wording import label
from journey.claims import claims_needed
from journey.criteria import need
from journey.programme import CriteriaRule, Criterion, Field, FieldKind, Kind, Task
from journey.text import fold, nfc
from locales import texts
from storage.submissions import Submission

WHICH = "criterion"
"""The name among the given facts of the criterion that a hand-in is for, where any of several suffices."""

LONGEST = 200
MOST = 99


@dataclass(frozen=True, slots=True)
class Question:
    """One thing to ask: a criterion, a field, or (both None) which of the criteria it is for."""

    criterion: Criterion | None = None
    field: Field | None = None

    @property
    def id(self) -> str:
        """What a choice carries."""
        if self.criterion is not None:
            return f"c.{self.criterion.id}"
        return f"f.{self.field.code}" if self.field is not None else "which"


class NotAnAnswer(Exception):
    """What was said answers nothing; `why` is what to say about it."""

    def __init__(self, why: Text) -> None:
        super().__init__(why.key)
        self.why = why


def questions(task: Task, submission: Submission) -> list[Question]:
    """Return everything the task asks for, in order, answered or not."""
    needed = claims_needed(task)
    asked: list[Question] = []
    if task.criteria_rule is CriteriaRule.ANY and len(needed) > 1:
        asked.append(Question())
        needed = tuple(each for each in needed if each.id == submission.given.get(WHICH))
    asked += [Question(criterion=each) for each in needed]
    return asked + [Question(field=each) for each in task.fields]


def next_question(task: Task, submission: Submission) -> Question | None:
    """Return the first question that has no answer yet."""
    return next((each for each in questions(task, submission) if not _answered(each, submission)), None)


def _answered(question: Question, submission: Submission) -> bool:
    if question.criterion is not None:
        return question.criterion.id in submission.claims
    return bool(submission.given.get(question.field.code if question.field else WHICH))


def answer(
    task: Task, submission: Submission, question: Question, said: str, today: date, year: int
) -> tuple[dict[str, int | bool | str | None], dict[str, str]]:
    """Return the claims and the given facts with this answer among them.

    Args:
        said: typed, or the value of a choice.
        year: of the season; what happened in another does not count.

    Raises:
        NotAnAnswer: it does not answer the question.
    """
    claims, given = dict(submission.claims), dict(submission.given)
    if question.criterion is not None:
        claims[question.criterion.id] = _claim(task, question.criterion, said)
    elif question.field is not None:
        given[question.field.code] = _fact(question.field, said, today, year)
    else:
        picked = _picked(task, said)
        given[WHICH] = picked.id
        claims = {picked.id: True if picked.kind is Kind.YES_NO else 1} if need(task, picked) == 1 else {}
    return claims, given


def _claim(task: Task, criterion: Criterion, said: str) -> int | bool | str | None:
    match criterion.kind:
        case Kind.COUNT:
            return _counted(task, said)
        case Kind.YES_NO:
            return _yes_or_no(said)
        case _:
            return _level(criterion, said)


def _counted(task: Task, said: str) -> int | None:
    least = 0 if len(claims_needed(task)) > 1 else 1
    value = number(said.strip(), MOST)
    if value is None or value < least:
        raise NotAnAnswer(text("evidence.not-a-count", least=least, most=MOST))
    return value or None


def _yes_or_no(said: str) -> bool:
    if fold(said) in texts.words("evidence.yes-words"):
        return True
    if fold(said) in texts.words("evidence.no-words"):
        return False
    raise NotAnAnswer(text("evidence.not-yes-or-no"))


def _level(criterion: Criterion, said: str) -> str | None:
    place = number(said.strip(), len(criterion.scale))
    if place == 0 or fold(said) in texts.words("evidence.no-words"):
        return None
    if place is not None:
        return criterion.scale[place - 1]
    for level in criterion.scale:
        if fold(level) == fold(said):
            return level
    raise NotAnAnswer(text("evidence.not-a-level"))


def _picked(task: Task, said: str) -> Criterion:
    needed = claims_needed(task)
    place = number(said.strip(), len(needed))
    if not place:
        raise NotAnAnswer(text("evidence.not-one-of-these"))
    return needed[place - 1]


def _fact(field: Field, said: str, today: date, year: int) -> str:
    if field.kind is FieldKind.DATE:
        day = read_date(said, today)
        if day is None:
            raise NotAnAnswer(text("evidence.not-a-date"))
        if day > today:
            raise NotAnAnswer(text("evidence.not-yet", day=day))
        if day.year != year:
            raise NotAnAnswer(text("evidence.not-this-year", day=day, year=str(year)))
        return day.isoformat()
    words = " ".join(nfc(said).split())
    if not words or len(words) > LONGEST:
        raise NotAnAnswer(text("evidence.not-a-name", most=LONGEST))
    return words


def ask(draft: Draft, question: Question, today: date, language: str) -> Say:
    """Ask `question`, with the likely answers to choose from."""
    values = likely(draft.task, question, today, language)
    prefix = f"evidence.answer {draft.submission.id} {question.id}"
    answers = [Choice(f"{prefix} {value}", word) for value, word in values]
    later = choice("evidence.later", draft.submission.id, label="evidence.do-later")
    return Say(
        _asking(draft.task, question, language),
        (*((each,) for each in answers), (later,)),
        card=f"evidence-question:{draft.submission.id}",
        fresh=True,
        asks_number=question.criterion is not None and question.criterion.kind is Kind.COUNT,
    )


def _asking(task: Task, question: Question, language: str) -> Text:
    if question.criterion is not None:
        kind = question.criterion.kind.replace("_", "-")
        return text(f"evidence.ask-{kind}", label=label(question.criterion, language), unit=question.criterion.unit)
    if question.field is not None:
        title = question.field.title if language == "vi" else question.field.title_en
        return text(f"evidence.ask-{question.field.kind}", label=title)
    options = [
        text("evidence.option", n=place, label=label(each, language))
        for place, each in enumerate(claims_needed(task), 1)
    ]
    return text("evidence.ask-which", options=options)


def likely(task: Task, question: Question, today: date, language: str) -> list[tuple[object, Text]]:
    """Return the likely answers: what comes back, and its label."""
    criterion, field = question.criterion, question.field
    if field is not None:
        if field.kind is not FieldKind.DATE:
            return []
        days = (("today", today), ("yesterday", today - timedelta(days=1)))
        return [(day.isoformat(), text(f"evidence.{name}")) for name, day in days]
    if criterion is None:
        return [
            (place, text("evidence.option-label", n=place, label=Elastic(label(each, language))))
            for place, each in enumerate(claims_needed(task), 1)
        ]
    none = [(0, text("evidence.none-yet"))] if len(claims_needed(task)) > 1 else []
    match criterion.kind:
        case Kind.YES_NO:
            return [("yes", text("evidence.claim-yes")), ("no", text("evidence.claim-no"))]
        case Kind.LEVEL:
            levels = [(n, text("evidence.level", name=Elastic(each))) for n, each in enumerate(criterion.scale, 1)]
            return [*levels[:7], *none]
        case _:
            most = max(3, min(need(task, criterion), 5))
            return [*((n, text("evidence.number", n=n)) for n in range(1, most + 1)), *none]
