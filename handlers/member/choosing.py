"""A member in the middle of choosing the year's tasks: what is ticked, and what may be."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Self

from handlers.conversation import InboxMessage
from handlers.member.programme_of import enrolled
from journey import registration
from journey.calendar import Window, feasible, is_open
from journey.programme import Category, Programme, Task
from journey.registration import Selection
from storage import enrolments, registrations
from storage.enrolments import Enrolment
from storage.programmes import Season

PAGE = 6  # tasks of one screen: with "back", "explain" and "next" nine choices, what a numbered menu carries


@dataclass(frozen=True, slots=True)
class Page:
    """The tasks of one screen, all of one category."""

    category: Category
    tasks: tuple[Task, ...]


@dataclass(frozen=True, slots=True)
class Choosing:
    """`taken` is what is registered, `chosen` what is ticked (codes); `today` is local."""

    season: Season
    enrolment: Enrolment
    programme: Programme
    taken: frozenset[str]
    chosen: frozenset[str]
    today: date
    language: str

    @property
    def is_registered(self) -> bool:
        return self.enrolment.registered_at is not None

    @property
    def is_early(self) -> bool:
        return self.today < self.season.opens_on

    @property
    def is_open(self) -> bool:
        return is_open(Window(self.season.opens_on, self.closes_on), self.today)

    @property
    def closes_on(self) -> date:
        """The last day for this member: of the season's window, or later where the secretary opened it for them."""
        return max(self.season.closes_on, self.enrolment.open_until or self.season.closes_on)

    @property
    def selection(self) -> Selection:
        return registration.check(self.programme, self.chosen)

    @property
    def pages(self) -> tuple[Page, ...]:
        """The screens of tasks to choose from; the mandatory ones are not for choosing."""
        mandatory = self.programme.mandatory_tasks()
        found = []
        for each in self.selection.categories:
            tasks = [t for t in self.programme.tasks_in(each.category.code) if t not in mandatory]
            found += [Page(each.category, tuple(tasks[at : at + PAGE])) for at in range(0, len(tasks), PAGE)]
        return tuple(found)

    def page_of(self, code: str) -> int:
        """Return the number of the screen with the task."""
        return next(number for number, page in enumerate(self.pages) if code in {t.code for t in page.tasks})

    def may_take(self, task: Task) -> bool:
        """Say whether it can still be done this year, or was taken before."""
        return task.code in self.taken or feasible(task, {}, self.today, self.season.year)

    def ticking(self, code: str, *, wished: bool) -> Self:
        """Return it with the task ticked (`wished`) or not; as it is when it was so already.

        Raises:
            UnknownTask: not the programme's.
            MandatoryTask: not for choosing.
        """
        toggled = registration.toggle(self.programme, self.chosen, code)
        return self if (code in self.chosen) is wished else replace(self, chosen=toggled)


async def held(message: InboxMessage) -> Choosing:
    """Return where the member stands as `choosing` does; nobody changes it until this turn is over."""
    await enrolments.hold((await choosing(message)).enrolment.id)
    return await choosing(message)


async def choosing(message: InboxMessage) -> Choosing:
    """Return where the member stands: the draft when there is one, else what is registered.

    Of an old draft only what can still be done counts.

    Raises:
        NoSeason, MembersOnly: there is nothing to choose.
    """
    season, enrolment, programme = await enrolled(message)
    taken = await registrations.chosen(enrolment.id)
    found = Choosing(season, enrolment, programme, taken, frozenset(), message.today, message.language)
    kept = taken if enrolment.draft is None else enrolment.draft
    chosen = {task.code for task in programme.tasks if task.code in kept and found.may_take(task)}
    return replace(found, chosen=registration.check(programme, chosen).codes)
