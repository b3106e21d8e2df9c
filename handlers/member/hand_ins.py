"""What a member may hand in now: the registered tasks with where they stand, and the drafts."""

from collections.abc import Collection
from dataclasses import dataclass

from handlers.arguments import number
from handlers.conversation import InboxMessage
from handlers.member.programme_of import MembersOnly, enrolled, judging
from journey.people import Role
from journey.person import Person
from journey.programme import Programme, Task
from journey.progress import HandIn, HandInState, Ruling, TaskProgress, TaskState, task_progress
from journey.refusal import Refused
from storage import enrolments, evidence, programmes, registrations, rulings, submissions
from storage.evidence import Evidence
from storage.submissions import Submission


class NotRegisteredYet(Refused):
    """Nothing can be handed in before the year's tasks were chosen."""


class NoSuchHandIn(Refused):
    """It never was, or it is somebody else's."""


class AlreadyHandedIn(Refused):
    """It is no draft any more."""


@dataclass(eq=False)
class TaskDropped(Refused):
    """The member no longer has the task."""

    code: str


@dataclass(eq=False)
class SeasonOver(Refused):
    """The task belongs to a season that does not run any more."""

    year: str


@dataclass(frozen=True, slots=True)
class Standing:
    """One registered task. `latest` holds the newest version of each part, `empty` is a draft that holds nothing."""

    registration: int
    task: Task
    progress: TaskProgress
    latest: tuple[Submission, ...]
    empty: Submission | None

    def at(self, state: str) -> Submission | None:
        """Return the first part whose newest version is at `state`."""
        return next((each for each in self.latest if each.state == state), None)


@dataclass(frozen=True, slots=True)
class Draft:
    """What is being put together in the season of `year`; `pieces` in the order they came."""

    submission: Submission
    year: int
    programme: Programme
    task: Task
    pieces: tuple[Evidence, ...]

    @property
    def good(self) -> tuple[Evidence, ...]:
        """The pieces that were not refused and not lost."""
        return tuple(piece for piece in self.pieces if piece.state in ("arrived", "stored"))


_PLAUSIBLE = (
    TaskState.RETURNED,
    TaskState.DRAFT,
    TaskState.PARTIAL,
    TaskState.TODO,
    TaskState.PROVISIONAL,
    TaskState.WAITING,
    TaskState.LATE_MISSED,
    TaskState.DONE,
    TaskState.EXEMPT,
)


async def standings(message: InboxMessage) -> list[Standing]:
    """Return the member's registered tasks, the most plausible to hand in for first.

    Raises:
        NoSeason, NotAMember: see `programme_of`.
        NotRegisteredYet: the member chose nothing yet.
    """
    season, enrolment, programme = await enrolled(message)
    taken = [each for each in await registrations.of_enrolment(enrolment.id) if each.dropped_at is None]
    if enrolment.programme is None or not taken:
        raise NotRegisteredYet
    handed = [each for each in await submissions.of_enrolment(enrolment.id) if each.state != "withdrawn"]
    empty = await _empty(handed)
    ruled = await rulings.kinds(enrolment.id)
    found = [
        _standing(
            each.id,
            programme.task(each.task),
            [s for s in handed if s.registration == each.id],
            empty,
            message,
            season.year,
            ruled.get(each.task),
        )
        for each in taken
    ]
    return sorted(found, key=lambda standing: _PLAUSIBLE.index(standing.progress.state))


async def _empty(handed: Collection[Submission]) -> frozenset[int]:
    drafts = [each.id for each in handed if each.state == "draft"]
    held = await evidence.counts(drafts) if drafts else {}
    return frozenset(id_ for id_ in drafts if not held[id_])


def _standing(
    registration: int,
    task: Task,
    handed: list[Submission],
    empty: Collection[int],
    message: InboxMessage,
    year: int,
    ruled: str | None,
) -> Standing:
    full = [each for each in handed if each.id not in empty]
    ruling = Ruling(ruled) if ruled else None
    progress = task_progress(task, map(hand_in, full), today=message.today, year=year, ruling=ruling)
    latest = {each.part: each for each in full}
    begun = next((each for each in handed if each.id in empty), None)
    return Standing(registration, task, progress, tuple(latest.values()), begun)


def hand_in(submission: Submission) -> HandIn:
    """Return a submission as the rules see it."""
    return HandIn(
        submission.id,
        submission.part,
        submission.version,
        HandInState(submission.state),
        submission.claims,
        submission.submitted_at,
        submission.decided_at,
        submission.reason,
    )


async def find_draft(person: int, raw: object) -> Draft | None:
    """Return the draft of `person` with this id, None when it is not theirs or no draft."""
    try:
        return await draft(person, str(raw))
    except (NoSuchHandIn, AlreadyHandedIn):
        return None


async def find_held_draft(person: int, raw: object) -> Draft | None:
    """Return it so, held as by `held_draft`."""
    try:
        return await held_draft(person, str(raw))
    except (NoSuchHandIn, AlreadyHandedIn):
        return None


async def has_draft(person: int, raw: object) -> bool:
    """Say whether this is the id of a draft of `person`."""
    try:
        return (await own(person, str(raw))).state == "draft"
    except NoSuchHandIn:
        return False


async def draft(person: int, raw: str) -> Draft:
    """Return the draft of `person` with this id.

    Raises:
        NoSuchHandIn: it is not theirs, or there is none.
        AlreadyHandedIn: it is no draft any more.
    """
    submission = await own(person, raw)
    if submission.state != "draft":
        raise AlreadyHandedIn
    return await _filled(submission)


async def held_draft(person: int, raw: str) -> Draft:
    """Return the draft as `draft` does; until this turn is over no other chat hands it in, and no undo moves it."""
    if (id_ := number(raw)) is not None:
        await submissions.hold_task_of(id_)
    return await draft(person, raw)


async def still_open(message: InboxMessage, submission: Submission) -> None:
    """Check that the task may be handed in at all: an old card may outlive the task, the post and the season.

    Raises:
        MembersOnly: the person is not a member any more.
        TaskDropped, SeasonOver: the task is not theirs any more.
    """
    members_only(message)
    enrolment = await enrolments.of_submission(submission.id)
    current = await programmes.current_season()
    if current is None or current.id != enrolment.season:
        raise SeasonOver(str((await programmes.season(enrolment.season)).year))
    if (await registrations.get(submission.registration)).dropped_at is not None:
        raise TaskDropped(submission.task)


def members_only(message: InboxMessage) -> None:
    """Check that the person is still a member: a draft may outlive that, and takes nothing more then.

    Raises:
        MembersOnly
    """
    still_a_member(message.person)


def still_a_member(person: Person | None) -> None:
    """Check the same of somebody who does not write in a chat.

    Raises:
        MembersOnly
    """
    if person is None or not person.has(Role.MEMBER):
        raise MembersOnly


async def own(person: int, raw: str) -> Submission:
    """Return the submission of `person` with this id, in any state.

    Raises:
        NoSuchHandIn: it is not theirs, or there is none.
    """
    id_ = number(raw)
    submission = await submissions.get(id_) if id_ is not None else None
    if submission is None or submission.person != person:
        raise NoSuchHandIn
    return submission


async def _filled(submission: Submission) -> Draft:
    programme, year = await judging(submission.id)
    pieces = await evidence.of_submission(submission.id)
    return Draft(submission, year, programme, programme.task(submission.task), tuple(pieces))


async def programme_of_submission(submission: Submission) -> Programme:
    """Return the programme the submission is judged by."""
    return (await judging(submission.id))[0]
