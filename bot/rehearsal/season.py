"""How made-up people go through a season: what they plan by themselves, and what they do about what they are told."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from random import Random
from zoneinfo import ZoneInfo

from bot.clock import MovableClock
from bot.rehearsal import members, officers, studying
from bot.rehearsal.acting import Act, Deed, Hand
from bot.rehearsal.agenda import MEMBERS_AT, OFFICERS_AT, SESSION_AT, Actor, Agenda
from bot.rehearsal.findings import study, times
from bot.rehearsal.people import Cast, Player, month_day
from bot.rehearsal.phones import Phones
from journey.criteria import earning_months
from journey.people import Role
from journey.programme import CriteriaRule, Kind, Programme, Task
from journey.working_days import WorkingDays
from storage.programmes import Season

A_DAY = timedelta(days=1)
PROVED_ON = (12, 10)
"""From this day (month, day) on what is known only at the year's end is known."""

PICTURED = 0.03
"""The share of hand-ins with a real picture: each is inspected in a process of its own, which takes real time."""


@dataclass
class Company:
    """Everybody who plays, with their plans. `days` are the officers' working days, `phones` what people see.

    `key` is that of the codes on the screens, `units` the unit of each group (roster codes).
    """

    cast: Cast
    programme: Programme
    season: Season
    days: WorkingDays
    zone: ZoneInfo
    clock: MovableClock
    phones: Phones
    key: bytes
    units: Mapping[str, str]
    actors: dict[str, Actor] = field(default_factory=dict)
    agenda: Agenda = field(default_factory=Agenda)

    @property
    def today(self) -> date:
        """Return the local day."""
        return self.clock.now().astimezone(self.zone).date()

    # -------------------- coming in

    def enter(self, player: Player, chat: str, token: str, seed: int) -> None:
        """Let somebody play who was invited today."""
        chance = Random(f"{seed} {player.code}")  # noqa: S311  (the same luck every time; nothing here is secret)
        actor = Actor(player, Hand(chat, self.phones), chance, token)
        self.actors[chat] = actor
        joins = (0, 0) if player.officer else player.member.joins if player.member else None
        if joins is not None:
            self._in(actor, joins, lambda: self._join(actor))
        away = player.officer.away if player.officer else None
        if player.officer and away and player.officer.substitute:
            before = self.days.before(date(self.season.year, *away), 1)
            self._at(actor, before, officer=True, deed=lambda: officers.substitute(actor.hand))

        if player.body is Role.SECRETARY and player.group and study(self.programme):
            for written in self.cast.habits["sessions"]:
                self._mean_to_announce(actor, date(self.season.year, *month_day(written)))

    def _join(self, actor: Actor) -> Act:
        yield from members.join(actor.hand, actor.token)
        member = actor.player.member
        if member is None:
            return
        if member.registers is not None:
            self._in(actor, member.registers, lambda: self._register(actor))
        elif actor.chance.random() < self.cast.habits["late_registration"]:
            self._at(actor, self.season.closes_on, deed=lambda: self._register(actor))

    def _register(self, actor: Actor) -> Act:
        if actor.is_registered:
            return
        codes = members.choose(self.programme, actor.chance, self.cast.habits["one_more_task"])
        yield from members.register(actor.hand, codes)
        if actor.hand.phone.find("registration.edit", "changes.open", "book.open"):
            actor.is_registered = True
            self._mean_to_work(actor, [*(each.code for each in self.programme.mandatory_tasks()), *codes])

    # -------------------- the year's work

    def _mean_to_work(self, actor: Actor, codes: Sequence[str]) -> None:
        """Plan every part of the tasks, or put it off until somebody reminds."""
        member = actor.player.member
        assert member is not None
        for code in codes:
            task = self.programme.task(code)
            held = len(self.cast.habits["sessions"]) if task == study(self.programme) else 0
            for _ in range(max(0, (1 if task.criteria_rule is CriteriaRule.ANY else times(task)) - held)):
                if actor.chance.random() >= member.by_themselves:
                    actor.backlog.append(task)
                elif days := self._days_of(task):
                    place = actor.chance.uniform(*member.works)
                    day = days[min(int(place * len(days)), len(days) - 1)]
                    self._at(actor, day, deed=self._handing_in(actor, task))
            if any(each.known_later and each.kind is Kind.LEVEL for each in task.criteria):
                proved = date(self.season.year, *PROVED_ON) + actor.chance.randrange(10) * A_DAY
                if actor.chance.random() < member.by_themselves:
                    self._at(actor, proved, deed=self._handing_in(actor, task, is_known=True))

    def _handing_in(self, actor: Actor, task: Task, *, is_known: bool = False) -> Deed:
        picture = f"{actor.player.code} {actor.chance.random()}" if actor.chance.random() < PICTURED else ""
        said = self.cast.said
        return lambda: members.hand_in(actor.hand, task, said, actor.chance, picture=picture, is_known=is_known)

    def _days_of(self, task: Task) -> list[date]:
        """Return the days from tomorrow on in which something of the task can be earned."""
        months = {month for each in task.criteria for month in earning_months(task, each)} or set(range(1, 13))
        today, last = self.today, date(self.season.year, 12, 31)
        days = [today + number * A_DAY for number in range(1, (last - today).days + 1)]
        return [each for each in days if each.month in months]

    # -------------------- sessions of study

    def _mean_to_announce(self, actor: Actor, day: date) -> None:
        before = self.days.before(day, self.cast.habits["announced"])
        self._at(actor, before, officer=True, deed=lambda: self._announce(actor, day))

    def _announce(self, actor: Actor, day: date) -> Act:
        task = study(self.programme)
        assert task is not None
        yield from studying.announce(actor.hand, task.code, day, actor.chance.choice(self.cast.said["place"]))
        session = studying.planned(actor.hand)
        if session is not None:
            for each in self.actors.values():
                if each.player.member and self.units[each.player.group] == actor.player.group:
                    self._mean_to_attend(each, session, task, day)

    def _mean_to_attend(self, actor: Actor, session: int, task: Task, day: date) -> None:
        """Decide now who will come; whoever misses it has to bring something else, when reminded."""
        member = actor.player.member
        assert member is not None
        if actor.chance.random() >= member.attends:
            actor.backlog.append(task)
            return
        at = datetime.combine(day, SESSION_AT, self.zone)
        self.agenda.add(at, actor.hand.chat, lambda: self._attend(actor, session))
        if actor.chance.random() < member.answers:
            self._in(actor, (1, 5), lambda: studying.answer(actor.hand, session))

    def _attend(self, actor: Actor, session: int) -> Act:
        if actor.is_registered:
            yield from studying.attend(actor.hand, session, self.key, self.clock.now())

    # -------------------- what they are told

    def told(self, chat: str, actions: Sequence[str], *, acts: bool) -> None:
        """Let somebody see a new message; one who `acts` at this moment deals with what waits themselves."""
        actor = self.actors.get(chat)
        if actor is None:
            return
        if actor.player.officer and not acts and any(each.startswith("reviews.") for each in actions):
            self._mean_to_visit(actor)
        came_back = [each for each in actions if each.startswith("evidence.again ") and each.count(" ") == 1]
        if actor.player.member and (new := [each for each in came_back if each not in actor.seen]):
            actor.seen.update(new)
            actor.returned += new
            self._mean_to_correct(actor)

    def _mean_to_visit(self, actor: Actor) -> None:
        officer = actor.player.officer
        assert officer is not None
        if actor.visits_on is not None:
            return
        number = actor.chance.randint(*officer.decides)
        day = self.days.after(self.today - A_DAY, number + 1)
        if officer.away is not None:
            leaves = date(self.season.year, *officer.away)
            back = leaves + officer.away_days * A_DAY
            day = self.days.after(back - A_DAY, 1) if leaves <= day < back else day
        actor.visits_on = day
        self._at(actor, day, officer=True, deed=lambda: self._visit(actor))

    def _visit(self, actor: Actor) -> Act:
        actor.visits_on = None
        habits = self.cast.habits
        looks = actor.hand.phone.find("reviews.open") is not None
        yield from officers.visit(actor.hand, actor.chance, habits["returns"], habits["bulk_from"], looks=looks)

    def _mean_to_correct(self, actor: Actor) -> None:
        member = actor.player.member
        if member is not None and member.corrects is not None and actor.corrects_on is None:
            actor.corrects_on = self.today
            self._in(actor, member.corrects, lambda: self._correct(actor))

    def _correct(self, actor: Actor) -> Act:
        actor.corrects_on = None
        while actor.returned:
            yield from members.correct(actor.hand, actor.returned.pop(), self.cast.said, actor.chance)

    def reminded(self, chat: str) -> None:
        """Let somebody read a reminder."""
        actor = self.actors.get(chat)
        member = actor.player.member if actor else None
        if actor is not None and member is not None and actor.chance.random() < member.reminded:
            self._in(actor, self.cast.habits["heeds_after"], lambda: self._heed(actor))

    def _heed(self, actor: Actor) -> Act:
        """Do what is most urgent: register, correct, or hand in what was put off and can still be done."""
        if not actor.is_registered:
            yield from self._register(actor)
        elif actor.returned:
            yield from self._correct(actor)
        else:
            days = {each.code: self._days_of(each) for each in actor.backlog}
            soonest = [each for each in actor.backlog if days[each.code]]
            if soonest:
                task = min(soonest, key=lambda each: days[each.code][-1])
                actor.backlog.remove(task)
                yield from self._handing_in(actor, task)()

    def acted(self, chat: str) -> None:
        """Let somebody who has done something look at what came meanwhile."""
        actor = self.actors[chat]
        if actor.player.officer and actor.hand.phone.find("reviews.approve"):
            self._mean_to_visit(actor)

    # -------------------- when

    def _in(self, actor: Actor, days: Sequence[int], deed: Deed) -> None:
        """Plan `deed` in so many days from today, drawn between the two."""
        self._at(actor, self.today + actor.chance.randint(days[0], days[1]) * A_DAY, deed=deed)

    def _at(self, actor: Actor, day: date, *, officer: bool = False, deed: Deed) -> None:
        """Plan `deed` for `day` (local); members do nothing while nobody does, around Tết."""
        while not officer and any(day in span for span in self.days.quiet):
            day += A_DAY
        at = actor.chance.choice(OFFICERS_AT if officer else MEMBERS_AT)
        self.agenda.add(datetime.combine(day, at, self.zone), actor.hand.chat, deed)
