"""Everything an assessor needs to judge one hand-in, and who may."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from handlers.member.hand_ins import programme_of_submission
from journey.above import SUPERVISOR, Author, above, is_above, next_level, signs_as_supervisor
from journey.assessors import STAND_IN, Panel
from journey.expression import Organiser
from journey.panels import ORGANISER, organising_unit
from journey.panels import who_may as who_may
from journey.people import Post, Role
from journey.person import Person
from journey.programme import Programme, Task, bodies
from journey.review import Review, Verdict
from storage import (
    appeals,
    evidence,
    likenesses,
    overdue,
    people,
    recorded,
    reversals,
    reviews,
    submissions,
    substitutes,
    units,
)
from storage.appeals import Appeal
from storage.evidence import Evidence
from storage.likenesses import Likeness
from storage.recorded import Recorded
from storage.reversals import Reversal
from storage.reviews import StoredReview
from storage.submissions import Submission
from storage.units import Unit


@dataclass(frozen=True, slots=True)
class Case:
    """A hand-in with its author, its pieces and its reviews.

    `panel` is who may act, as the roster is today. `before` is the version before it, None for the first; `after`
    the version since. `same_at` (UTC) is when one of its files was handed in with another part of the task. `level` is
    the body that would judge an appeal, `judges` its people, `over` who may take the verdict back besides who gave it;
    None and () while it is open. `last_word` is who decides where two signatures differ. `elsewhere` is the organiser
    as the member named it, where that is no unit of the roster's. `alike` is what of it was found in other hand-ins,
    `readers` who may judge those, by their ids. `recorded` is what secretaries put into the book for the same task.
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
    level: str | None
    judges: tuple[int, ...]
    over: tuple[int, ...]
    last_word: tuple[int, ...]
    appeal: Appeal | None
    reversed: tuple[Reversal, ...]
    elsewhere: str
    alike: tuple[Likeness, ...]
    readers: Mapping[int, frozenset[int]]
    recorded: tuple[Recorded, ...]

    @property
    def above(self) -> StoredReview | None:
        """The review of a body above the plan's that counts: it waits, or it decided; the highest."""
        asked = [each for each in self.reviews if is_above(each.body) and each.state != "cancelled"]
        return asked[-1] if asked else None

    @property
    def may_act(self) -> Mapping[str, tuple[int, ...]]:
        """Who may act, by body."""
        return self.panel.may_act

    def for_person(self, person: int) -> list[StoredReview]:
        """Return the reviews that `person` may act on."""
        return [each for each in self.reviews if person in self.may_act.get(each.body, ())]

    def first_of(self, review: StoredReview, person: int) -> int | None:
        """Return for whom `person` acts on a review as a substitute, None for nobody."""
        return self.panel.instead_of.get(review.body, {}).get(person)

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
    seen = await _around(programme, task, author, submission, today)
    waiting = {each.body for each in asked if each.state != "cancelled"}
    found = who_may(
        programme,
        task,
        signed,
        author=seen.author,
        organiser=seen.organiser,
        posts=seen.posts,
        asked=waiting,
        substitutes=await substitutes.on(today, {post.person for post in seen.posts}),
        raised=(await overdue.raised([id_])).get(id_, frozenset()),
    )
    alike = await likenesses.of_submission(id_)
    level, judges, over = _next(programme, submission, asked, signed, found, seen)
    taken_back = await reversals.of_submission(id_)
    place = (await units.group_name(author.group), await units.unit_name(author.unit))
    versions = await submissions.versions(submission.registration, submission.part)
    named = {*signed.values(), *over, *(each for may in found.may_act.values() for each in may)}
    named |= {each.instead_of for each in asked if each.instead_of is not None}
    named |= {first for of_body in found.instead_of.values() for first in of_body.values()}
    named |= {each for back in taken_back for each in (back.decided_by, back.reversed_by) if each is not None}
    return Case(
        submission=submission,
        programme=programme,
        task=task,
        author=author,
        place=tuple(each for each in place if each),
        pieces=tuple(await evidence.of_submission(id_)),
        reviews=tuple(asked),
        panel=found,
        names=await people.names(named),
        before=next((each for each in reversed(versions) if each.version < submission.version), None),
        after=next((each for each in versions if each.version > submission.version), None),
        same_at=await reviews.same_elsewhere(submission),
        level=level,
        judges=judges,
        over=over,
        last_word=signs_as_supervisor(found, programme) or above(SUPERVISOR, seen.author, signed, seen.posts),
        appeal=await appeals.of_submission(id_),
        reversed=tuple(taken_back),
        elsewhere=_elsewhere(task, submission, seen.organiser),
        alike=tuple(alike),
        readers={each.other: await _readers(each.other, today) for each in alike if each.other is not None},
        recorded=tuple(await recorded.of_task(submission.registration)),
    )


async def _readers(id_: int, today: date) -> frozenset[int]:
    """Return who may judge that hand-in today."""
    submission = await submissions.get(id_)
    assert submission is not None
    programme = await programme_of_submission(submission)
    task = programme.task(submission.task)
    author = await people.get(submission.person, today)
    asked = await reviews.of_submission(id_)
    seen = await _around(programme, task, author, submission, today)
    found = who_may(
        programme,
        task,
        {each.body: each.decided_by for each in asked if each.decided_by is not None},
        author=seen.author,
        organiser=seen.organiser,
        posts=seen.posts,
        asked={each.body for each in asked if each.state != "cancelled"},
        substitutes=await substitutes.on(today, {post.person for post in seen.posts}),
        raised=(await overdue.raised([id_])).get(id_, frozenset()),
    )
    return frozenset(person for may in found.may_act.values() for person in may)


@dataclass(frozen=True, slots=True)
class _Around:
    """The author's place, the organiser's units (own first; () for none of ours), and the posts held there today."""

    author: Author
    organiser: tuple[int, ...]
    posts: Sequence[Post]


async def _around(programme: Programme, task: Task, author: Person, submission: Submission, today: date) -> _Around:
    tree = await units.tree()
    path = units.path(tree, author.unit)
    organiser = organising(task, submission.given, tree)
    asked = {programme.assessor(code).role for code in bodies(task.assessment)}
    roles = asked | {STAND_IN.role, Role.GROUP_LEADER, Role.SUPERVISOR, Role.STANDING_COMMITTEE}
    posts = await people.holders_near(roles, today, {*path, *organiser}, author.group)
    return _Around(Author(author.id, path, author.group), organiser, posts)


def organising(task: Task, given: Mapping[str, str], tree: dict[int, Unit]) -> tuple[int, ...]:
    """Return the units of the organiser that the member chose, own first, where the organiser assesses; else ()."""
    return units.path(tree, organising_unit(task, given))


def _elsewhere(task: Task, submission: Submission, organiser: Sequence[int]) -> str:
    if not isinstance(task.assessment, Organiser) or organiser:
        return ""
    return submission.given.get(ORGANISER, "")


def _next(
    programme: Programme,
    submission: Submission,
    asked: Sequence[StoredReview],
    signed: Mapping[str, int],
    found: Panel,
    seen: _Around,
) -> tuple[str | None, tuple[int, ...], tuple[int, ...]]:
    """Return the body that would judge an appeal, its people, and who may take the verdict back besides who gave it."""
    decided = [each for each in asked if each.state in ("approved", "returned")]
    if submission.state == "waiting" or not decided:
        return None, (), ()
    level = next_level([programme.assessor(each.body) for each in decided], seen.author, signed, seen.posts)
    judges = above(level, seen.author, signed, seen.posts) if level else ()
    over = set(judges)
    if found.apart:  # the supervisor has the last word where two sign
        over |= set(signs_as_supervisor(found, programme))
    return level, judges, tuple(sorted(over))


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
