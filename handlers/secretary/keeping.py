"""Whose records a secretary keeps: checked whenever something is shown or decided, never by a button."""

from dataclasses import dataclass, replace

from handlers.arguments import number
from handlers.conversation import InboxMessage, Turn, choice, say
from handlers.member.standing import Standing, standing_of
from handlers.member.wording import title
from journey.people import Role
from journey.person import Person
from journey.programme import Task
from journey.progress import Ruling, TaskProgress
from journey.secretaries import keeps, secretary_posts
from storage import people, units


@dataclass(frozen=True, slots=True)
class Kept:
    """A member whose records the person who writes keeps, and where that member stands today."""

    member: Person
    now: Standing
    place: str

    def named(self, task: Task, language: str) -> str:
        """Return the task's code and title."""
        return f"{task.code} {title(task, language)}"


@dataclass(frozen=True, slots=True)
class KeptTask:
    """One task that such a member has taken on; `registration` is its row."""

    kept: Kept
    registration: int
    progress: TaskProgress

    @property
    def task(self) -> Task:
        return self.progress.task

    @property
    def ruling(self) -> Ruling | None:
        """What is ruled about it."""
        found = self.kept.now.book.rulings.get(self.task.code)
        return Ruling(found.kind) if found else None


def secretary(message: InboxMessage) -> Person:
    """Return who writes; the dispatch lets nobody else through."""
    assert message.person is not None
    return message.person


async def kept_units(person: Person) -> list[int]:
    """Return the units whose members `person` looks after: those of the posts, and all below."""
    held = {post.unit for post in secretary_posts(person.posts)}
    if not held:
        return []
    tree = await units.tree()
    return [unit for unit in tree if held.intersection(units.path(tree, unit))]


async def find(message: InboxMessage, raw: str) -> Kept | None:
    """Return the member that `raw` (an id) names with their standing, None as `find_member` does."""
    member = await find_member(message, raw)
    if member is None:
        return None
    return Kept(member, await standing_of(member, message.today), await place_of(member))


async def find_member(message: InboxMessage, raw: str) -> Person | None:
    """Return the member that `raw` (an id) names, None for nobody's and for one whom somebody else keeps."""
    id_ = number(raw)
    member = (await people.load([id_], message.today)).get(id_) if id_ is not None else None
    return member if member is not None and await _is_kept(member, secretary(message)) else None


async def place_of(member: Person) -> str:
    """Return the name of the member's group, else of the unit."""
    return await units.group_name(member.group) or await units.unit_name(member.unit)


async def _is_kept(member: Person, by: Person) -> bool:
    path = await units.unit_path(member.unit)
    return member.has(Role.MEMBER) and keeps(by.posts, by=by.id, member=member.id, unit_path=path)


async def find_task(message: InboxMessage, raw: str, code: str) -> KeptTask | None:
    """Return the task `code` of such a member, None where it is not taken on."""
    kept = await find(message, raw)
    if kept is None or code not in kept.now.tasks:
        return None
    taken = next(each for each in kept.now.book.registrations if each.task == code and each.dropped_at is None)
    return KeptTask(kept, taken.id, kept.now.tasks[code])


def lost() -> Turn:
    """Answer a choice that is old, or was never this person's."""
    back = choice("secretary.open", label="secretary.do-list")
    return Turn(says=(replace(say("secretary.not-there"), choices=((back,),)),), step=None)
