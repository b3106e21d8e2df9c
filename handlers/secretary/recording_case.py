"""A result that a secretary is recording: what it says so far, and what is still to be asked."""

from dataclasses import dataclass, replace
from typing import Any

from handlers.arguments import number
from handlers.conversation import InboxMessage
from handlers.member.evidence_facts import next_question
from handlers.secretary.keeping import KeptTask, find_task, secretary
from journey.criteria import need
from journey.programme import Kind
from journey.rulings import missing
from storage import enrolments, evidence, recorded, registrations, submissions
from storage.evidence import Evidence
from storage.recorded import Recorded
from storage.submissions import Submission

PAPER, PROOF = "paper", "proof"
"""How a result came: from the paper book, or as the proof of a provisional one."""

DAY, ASSESSOR = "day", "assessor"
"""The questions about the page of the paper book, besides the task's own."""


@dataclass(frozen=True, slots=True)
class Case:
    """What is recorded for a member's task; `pieces` prove it, those refused aside."""

    entry: Recorded
    submission: Submission
    found: KeptTask
    pieces: tuple[Evidence, ...]

    @property
    def question(self) -> str:
        """What is to be asked next, "" when only the proof is left."""
        if self.entry.how == PROOF:
            return ""
        if (asked := next_question(self.found.task, self.submission)) is not None:
            return asked.id
        if self.entry.assessed_on is None:
            return DAY
        return "" if self.entry.assessed_by else ASSESSOR

    @property
    def is_proved(self) -> bool:
        """Whether something shows it: of paper a picture or file of the page, else a sentence is enough."""
        return any(self.entry.how == PROOF or piece.kind != "text" for piece in self.pieces)

    @property
    def is_here(self) -> bool:
        """Whether what shows it has been fetched and checked."""
        return any(
            piece.state == "stored" and (self.entry.how == PROOF or piece.kind != "text") for piece in self.pieces
        )

    @property
    def claims(self) -> dict[str, Any]:
        """What it counts for: as stated, the length of an essay vouched for; a proof makes up for what is missing."""
        if self.entry.how == PROOF:
            return dict(missing(self.found.progress))
        task = self.found.task
        return self.submission.claims | {c.id: need(task, c) for c in task.criteria if c.kind is Kind.WORDS}


async def load(message: InboxMessage, raw: object) -> Case | None:
    """Return what `raw` (an id) names, in any state; None for a member of somebody else's, or of another season."""
    id_ = number(str(raw))
    entry = await recorded.get(id_) if id_ is not None else None
    return await of_entry(message, entry) if entry is not None else None


async def unfinished(message: InboxMessage, raw: object) -> Case | None:
    """Return what this person is recording; None for what is finished, or somebody else's."""
    case = await load(message, raw)
    mine = case is not None and case.entry.state == "entering" and case.entry.by == secretary(message).id
    return case if mine else None


async def of_entry(message: InboxMessage, entry: Recorded) -> Case | None:
    """Return the case of an entry as it is now."""
    submission = await submissions.get(entry.submission)
    assert submission is not None
    registration = await registrations.get(submission.registration)
    member = (await enrolments.get(registration.enrolment)).person
    found = await find_task(message, str(member), registration.task)
    if found is None or found.registration != registration.id:
        return None
    pieces = await evidence.of_submission(submission.id)
    good = tuple(piece for piece in pieces if piece.state in ("arrived", "stored"))
    return Case(entry, submission, found, good)


async def begun(message: InboxMessage, found: KeptTask, how: str) -> Case:
    """Return what this person began to record for the task and left, else a new one."""
    by = secretary(message).id
    entry = await recorded.entering(found.registration, how, by)
    if entry is None:
        entry = await recorded.begin(
            registration=found.registration, member=found.kept.member.id, task=found.task.code, how=how, by=by,
            now=message.now,
        )  # fmt: skip
    await recorded.see(entry.id, message.now)
    case = await of_entry(message, replace(entry, shown_at=message.now))
    assert case is not None
    return case
