"""The questions about a result that a secretary records, and its summary before it counts."""

from datetime import timedelta

from handlers.conversation import Choice, InboxMessage, Say, Text, choice, text
from handlers.member.evidence_card import QUIET, notes, pictures
from handlers.member.evidence_facts import Question, likely, questions
from handlers.member.evidence_words import contents, facts
from handlers.member.wording import label
from handlers.secretary.member import card_of
from handlers.secretary.recording_case import ASSESSOR, DAY, PAPER, Case
from journey.claims import claims_needed
from journey.programme import Assessor

BODIES = 6  # of the task, offered as who assessed it


def ask(case: Case, message: InboxMessage) -> Say:
    """Ask what is missing, with the likely answers to choose from; at the end, show it all."""
    if case.question:
        return _card(case, _asking(case, message), *_answers(case, message))
    if not case.is_proved:
        return _card(case, _named(f"paper.ask-{case.entry.how}", case, message.language))
    return summary(case, message)


def summary(case: Case, message: InboxMessage, *, quiet: bool = False) -> Say:
    """Show what is about to count; `quiet` waits for more pictures of an album."""
    language = message.language
    words = text(
        f"paper.summary-{case.entry.how}",
        name=case.found.kept.member.full_name,
        task=case.found.kept.named(case.found.task, language),
        lines=[
            *facts(case.found.task, case.claims, case.submission.given, language),
            *_assessed(case),
            *contents(case.pieces),
            *notes(case.pieces),
        ],
    )
    id_ = case.entry.id
    rows = (
        (choice("paper.confirm", id_, label="paper.do-confirm", style="good"),),
        (choice("paper.again", id_, label="paper.do-again"),),
        _back(case),
    )
    wait = QUIET if quiet else timedelta(0)
    shown = pictures(case.pieces, small=True)
    return Say(words, rows, card=card_of(case.found.kept), fresh=True, quiet=wait, pictures=shown)


def assessors(case: Case) -> list[Assessor]:
    """Return the bodies that the plan lets assess the task."""
    return [case.found.kept.now.programme.assessor(code) for code in case.found.task.assessment.codes][:BODIES]


def _assessed(case: Case) -> list[Text]:
    if case.entry.how != PAPER:
        return []
    return [text("paper.assessed", assessor=case.entry.assessed_by, day=case.entry.assessed_on)]


def _asking(case: Case, message: InboxMessage) -> Text:
    if case.question in (DAY, ASSESSOR):
        return _named(f"paper.ask-{case.question}", case, message.language)
    asked, language = _question(case), message.language
    if asked.criterion is not None:
        criterion = asked.criterion
        kind = criterion.kind.replace("_", "-")
        return text(f"paper.ask-{kind}", label=label(criterion, language), unit=criterion.unit)
    if asked.field is not None:
        title = asked.field.title if language == "vi" else asked.field.title_en
        return text(f"paper.ask-{asked.field.kind}", label=title)
    options = [
        text("evidence.option", n=place, label=label(each, language))
        for place, each in enumerate(claims_needed(case.found.task), 1)
    ]
    return text("paper.ask-which", options=options)


def _named(key: str, case: Case, language: str) -> Text:
    return text(key, name=case.found.kept.member.full_name, task=case.found.kept.named(case.found.task, language))


def _answers(case: Case, message: InboxMessage) -> list[tuple[Choice, ...]]:
    """Return the likely answers."""
    if case.question == DAY:
        return []
    values: list[tuple[object, Text]] = (
        [(n, text("paper.assessor", title=each.short)) for n, each in enumerate(assessors(case))]
        if case.question == ASSESSOR
        else likely(case.found.task, _question(case), message.today, message.language)
    )
    prefix = f"paper.answer {case.entry.id} {case.question}"
    return [(Choice(f"{prefix} {value}", word),) for value, word in values]


def _question(case: Case) -> Question:
    return next(each for each in questions(case.found.task, case.submission) if each.id == case.question)


def _card(case: Case, words: Text, *rows: tuple[Choice, ...]) -> Say:
    return Say(words, (*rows, _back(case)), card=card_of(case.found.kept), fresh=True)


def _back(case: Case) -> tuple[Choice, ...]:
    """Return the way back: what was entered stays, to be gone on with."""
    return (choice("secretary.task", case.found.kept.member.id, case.found.task.code, label="paper.do-later"),)
