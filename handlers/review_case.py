"""Everything an assessor needs to judge one hand-in, and who may."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from handlers.member.hand_ins import programme_of_submission
from journey.assessors import STAND_IN, Panel, panel
from journey.expression import AllOf
from journey.people import Post, Role
from journey.person import Person
from journey.programme import Programme, Task, bodies
from journey.review import Review, Verdict
from storage import evidence, people, reviews, submissions, units
from storage.evidence import Evidence
from storage.reviews import StoredReview
from storage.submissions import Submission


@dataclass(frozen=True, slots=True)
class Case:
    """A hand-in with its author, its pieces and its reviews.

    `panel` is who may act, as the roster is today. `before` is the version before it, None for the first; `after`
    the version since. `same_at` (UTC) is when one of its files was handed in with another part of the task.
    """

    submission: Submission
    programme: Programme
    task: Task
    author: Person
    place: tuple[str, ...]
    pieces: tuple[Evidence, ...]
    reviews: tuple[StoredReview, ...]
    panel: Panel
    names: Mapping[int, str]
    before: Submission | None
    after: Submission | None
    same_at: datetime | None

    @property
    def may_act(self) -> Mapping[str, tuple[int, ...]]:
        """Who may act, by body."""
        return self.panel.may_act

    def for_person(self, person: int) -> list[StoredReview]:
        """Return the reviews that `person` may act on."""
        return [each for each in self.reviews if person in self.may_act.get(each.body, ())]

    def everyone(self) -> set[int]:
        """Return all who may act on any of it."""
        return {person for may in self.may_act.values() for person in may}


async def load(id_: int, today: date) -> Case | None:
    """Return the hand-in with this id, None for one that is not there or was never handed in."""
    submission = await submissions.get(id_)
    if submission is None or submission.state in ("draft", "withdrawn"):
        return None
    programme = await programme_of_submission(submission)
    task = programme.task(submission.task)
    author = await people.get(submission.person, today)
    asked = await reviews.of_submission(id_)
    signed = {each.body: each.decided_by for each in asked if each.decided_by is not None}
    found = await _panel(programme, task, author, signed, today)
    place = (await units.group_name(author.group), await units.unit_name(author.unit))
    versions = await submissions.versions(submission.registration, submission.part)
    return Case(
        submission=submission,
        programme=programme,
        task=task,
        author=author,
        place=tuple(each for each in place if each),
        pieces=tuple(await evidence.of_submission(id_)),
        reviews=tuple(asked),
        panel=found,
        names=await people.names({*signed.values(), *(each for may in found.may_act.values() for each in may)}),
        before=next((each for each in reversed(versions) if each.version < submission.version), None),
        after=next((each for each in versions if each.version > submission.version), None),
        same_at=await reviews.same_elsewhere(submission),
    )


async def _panel(programme: Programme, task: Task, author: Person, signed: Mapping[str, int], today: date) -> Panel:
    asked = {programme.assessor(code).role for code in bodies(task.assessment)}
    path = await units.unit_path(author.unit)
    roles = asked | {STAND_IN.role, Role.GROUP_LEADER, Role.SUPERVISOR}
    posts = await people.holders_near(roles, today, path, author.group)
    return who_may(programme, task, signed, author=author.id, unit_path=path, group=author.group, posts=posts)


def who_may(
    programme: Programme,
    task: Task,
    signed: Mapping[str, int],
    *,
    author: int,
    unit_path: Sequence[int],
    group: int | None,
    posts: Sequence[Post],
) -> Panel:
    """Return who may act for each body of the task on the author's work; `posts` are those held today."""
    return panel(
        [programme.assessor(code) for code in bodies(task.assessment)],
        all_sign=isinstance(task.assessment, AllOf),
        signed=signed,
        author=author,
        unit_path=unit_path,
        group=group,
        posts=posts,
    )


def as_rule(case: Case, review: StoredReview) -> Review:
    """Return a review as the rules see it; a cancelled one is closed by whoever closed the case."""
    closing = review
    if review.state == "cancelled":
        closing = next((each for each in case.reviews if each.decided_by is not None), review)
    verdict = Verdict(closing.state) if closing.state in ("approved", "returned") else None
    return Review(
        review.id,
        review.submission,
        review.body,
        case.author.id,
        verdict,
        closing.decided_by,
        closing.decided_at,
        closing.reason,
    )
