"""Sends officers the week of their unit or group: at their hour, once a week, and a word where nothing has changed."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta

from journey.digest import Digest, Kept, has_news
from journey.digest_page import Page
from journey.digest_time import Choice, is_too_late, leaves_at, week_of
from journey.sending_hours import Audience
from locales import digest_words
from locales.saying import Say, Urgency
from scheduler.desk import Desk
from storage import digest_pages, digests, figures, people, programmes, reach
from storage.chats import Chat
from storage.digest_pages import Places
from storage.digests import Last, Made, State
from storage.programmes import Season

CRON = "*/15 * * * *"
MISFIRE = timedelta(minutes=15)

PORTION = 25
"""Officers of one transaction: with a hundred members each it takes a tenth of a second."""

DROPPED = 500


async def run(now: datetime, desk: Desk) -> int:
    """Owe a portion of the digests due at `now` (UTC), and give up those that are too late; return how many.

    What expired before it left, because the platform was away, is made anew while it is worth reading.
    Whoever is in no chat yet, or in none that may be written to now, gets theirs on the day they come, while it is
    still worth reading.
    """
    season = await programmes.current_season()
    if season is None:
        return 0
    local = now.astimezone(desk.zone)
    week = week_of(local.date())
    wanting = await digests.wanting(week, local.date())
    due, late = _due(wanting, week, local, desk)
    await digests.keep([Made(person, State.DROPPED, None) for person in late[:DROPPED]], week, now)
    if desk.sending.closes_at(local, Audience.OFFICER) is None:
        return len(late[:DROPPED])
    reached = await reach.people(due, desk.allowed, now, Urgency.REMINDER.value)
    desk.unreached |= {person: each.why for person, each in reached.items() if not each.is_open}
    portion = {person: reached[person].chat for person in due if person in reached and reached[person].is_open}
    portion = dict(list(portion.items())[:PORTION])
    if not portion:
        return len(late[:DROPPED]) + await digests.let_go_unheard(week)
    await _send(portion, season, now, desk)
    return len(late[:DROPPED]) + len(portion)


async def next_due(now: datetime, desk: Desk) -> datetime | None:
    """Return when there may be something to send or to give up from `now` (UTC) on: within two weeks, else None."""
    local = now.astimezone(desk.zone)
    this = week_of(local.date())
    moments = [
        _moment(week, chosen, local, desk)
        for week in (this, this + timedelta(days=7))
        for chosen in set((await digests.wanting(week, local.date())).values())
    ]
    return min(moments).astimezone(UTC) if moments and await programmes.current_season() else None


def _moment(week: date, chosen: Choice, local: datetime, desk: Desk) -> datetime:
    """Return when the digest of `week` is to be sent from `local` on, or given up."""
    due = leaves_at(week, chosen, desk.sending, desk.zone)
    if due is None or is_too_late(due, local):
        return max(local, datetime.combine(week, time(), desk.zone))
    return desk.sending.opens_at(max(due, local), Audience.OFFICER)


def _due(wanting: Mapping[int, Choice], week: date, local: datetime, desk: Desk) -> tuple[list[int], list[int]]:
    """Return whose digest of `week` is due at `local`, and whose is not worth sending any more."""
    moments = {each: leaves_at(week, each, desk.sending, desk.zone) for each in set(wanting.values())}
    late = {each for each, moment in moments.items() if moment is None or is_too_late(moment, local)}
    due = {each for each, moment in moments.items() if moment is not None and moment <= local} - late
    return [person for person in wanting if wanting[person] in due], [
        person for person in wanting if wanting[person] in late
    ]


@dataclass(frozen=True, slots=True)
class _Counted:
    """One officer's digest, with the last one they had of the same scope."""

    person: int
    digest: Digest
    last: Last | None

    @property
    def state(self) -> State:
        if self.digest.tally.members == 0:
            return State.SILENT
        if self.last is None or has_news(self.digest, self.last.kept):
            return State.TOLD
        return State.WORD if self.last.state is State.TOLD else State.SILENT

    def made(self, today: date) -> Made:
        """Return what is kept of it."""
        return Made(self.person, self.state, Kept(today, self.digest.tally, self.digest.scope.named))


async def _send(portion: Mapping[int, Chat], season: Season, now: datetime, desk: Desk) -> None:
    local = now.astimezone(desk.zone)
    week, where = week_of(local.date()), await digest_pages.places()
    counted = await _count(list(portion), where, season, local, desk)
    kept = await digests.keep([each.made(local.date()) for each in counted], week, now)
    told = [each for each in counted if each.person in kept and each.state is not State.SILENT]
    pages = await digest_pages.pages([each.digest for each in told], where, now, local.date(), named=digest_words.NAMED)
    for each, page in zip(told, pages, strict=True):
        _owe(each, page, portion[each.person], season, now, desk)


async def _count(officers: list[int], where: Places, season: Season, local: datetime, desk: Desk) -> list[_Counted]:
    if not officers:
        return []
    today = local.date()
    known = await people.load(officers, today)
    scopes = {person: where.scope(known[person].posts) for person in officers}
    found = await figures.of(scopes.values(), season, local, allowed=desk.allowed)
    before = await digests.last(officers, week_of(today) - timedelta(days=7))
    comparable = {person: last for person, last in before.items() if last.kept.of == scopes[person].named}
    return [_Counted(person, where.fold(scopes[person], found), comparable.get(person)) for person in officers]


def _owe(each: _Counted, page: Page, chat: Chat, season: Season, now: datetime, desk: Desk) -> None:
    local = now.astimezone(desk.zone)
    closes_at = desk.sending.closes_at(local, Audience.OFFICER)
    assert closes_at is not None
    desk.owe(
        chat.chat,
        chat.language,
        replace(
            _said(each, page, season, now, local.date()),
            urgency=Urgency.REMINDER,
            key=digests.key(each.person, week_of(local.date()), now),
            within=closes_at - local,
        ),
        why=f"digest {each.state}",
    )


def _said(each: _Counted, page: Page, season: Season, now: datetime, today: date) -> Say:
    before = each.last.kept if each.last else None
    if each.state is State.WORD and before is not None:
        return digest_words.no_news(page.place, before)
    return digest_words.full(page, before, now, season.year, is_open=today <= season.closes_on)
