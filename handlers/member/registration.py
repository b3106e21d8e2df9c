"""Registering the year's tasks on one card that edits itself."""

from dataclasses import replace

from handlers.attendance.counting import settle
from handlers.conversation import Conversation, InboxMessage, Say, Text, Turn, Urgency, choice, say, text
from handlers.member import registration_card as card
from handlers.member.choosing import Choosing, choosing, held
from handlers.member.companions import companions, named
from handlers.member.wording import listed, months, title
from journey import registration
from journey.programme import Task
from journey.registration import RegistrationClosed, TooFewTasks
from locales.texts import Day
from storage import audit, book, enrolments, registrations, units


async def open_(message: InboxMessage) -> Turn:
    """Show the card where the member stands: too early, choosing, settled, or too late."""
    return await _shown(message, await choosing(message))


async def page(message: InboxMessage, season: str, number: str) -> Turn:
    """Show a screen of tasks, or the summary behind the last one."""
    now = await choosing(message)
    if _is_old(now, season) or now.is_early:
        return await _shown(message, now)
    numbers = {str(each): each for each in range(len(now.pages) + 1)}
    return Turn(says=(await _screen(now, numbers.get(number, 0)),))


async def tick(message: InboxMessage, season: str, code: str) -> Turn:
    """Tick a task; a second tap on the same button changes nothing.

    Raises:
        UnknownTask, MandatoryTask: there is nothing to tick.
    """
    now = await choosing(message)
    if _is_old(now, season) or now.is_early:
        return await _shown(message, now)
    task = now.programme.task(code)
    if code not in now.chosen and not now.may_take(task):
        return Turn(says=(_not_feasible(now, task),), toast=text("registration.toast-gone", code=code))
    return await _ticked(message, now.ticking(code, wished=True), code, fresh=False)


async def untick(message: InboxMessage, season: str, code: str) -> Turn:
    """Untick a task; a second tap on the same button changes nothing.

    Raises:
        UnknownTask, MandatoryTask: there is nothing to untick.
    """
    now = await choosing(message)
    if _is_old(now, season) or now.is_early:
        return await _shown(message, now)
    return await _ticked(message, now.ticking(code, wished=False), code, fresh=False)


async def pick(message: InboxMessage, season: str, code: str) -> Turn:
    """Take the task that was just explained, and show the card at the bottom."""
    now = await choosing(message)
    if _is_old(now, season) or now.is_early:
        return await _shown(message, now)
    task = now.programme.task(code)
    if not now.may_take(task):
        return Turn(says=(_not_feasible(now, task),))
    return await _ticked(message, now.ticking(code, wished=True), code, fresh=True)


async def edit(message: InboxMessage, season: str) -> Turn:
    """Start from what is registered; while the window is open freely, later towards a request."""
    now = await choosing(message)
    if _is_old(now, season) or now.is_early:
        return await _shown(message, now)
    if not await enrolments.keep_draft(now.enrolment.id, now.chosen, before=now.enrolment.draft):
        return await open_(message)
    return Turn(says=(await _screen(now, 0),))


async def discard(message: InboxMessage, season: str) -> Turn:
    """Leave the registration as it is."""
    now = await choosing(message)
    if not _is_old(now, season):
        await enrolments.close_draft(now.enrolment.id)
    return await open_(message)


async def confirm(message: InboxMessage, season: str) -> Turn:
    """Register what is ticked, freeze the programme's version, tell who accompanies the member.

    Raises:
        RegistrationClosed: the window closed since the card was shown.
    """
    now = await held(message)
    if _is_old(now, season) or (now.is_registered and now.enrolment.draft is None):
        return await _shown(message, now)
    if not now.is_open:
        raise RegistrationClosed(now.season.opens_on, now.closes_on)
    try:
        codes = registration.confirm(now.programme, now.chosen).codes
    except TooFewTasks:
        return Turn(says=(await _summary(now),), toast=text("registration.toast-short"))
    return await _registered(message, now, codes)


async def _registered(message: InboxMessage, now: Choosing, codes: frozenset[str]) -> Turn:
    assert message.person is not None
    await enrolments.close_draft(now.enrolment.id)
    added, dropped = await registrations.choose(now.enrolment.id, codes, message.now)
    version = now.enrolment.programme or now.season.programme
    await enrolments.confirm(now.enrolment.id, version, message.now)
    await settle(message.person.id, message)
    await audit.record(
        "registration.confirmed",
        f"enrolment {now.enrolment.id}",
        actor=message.person.id,
        chat=message.chat,
        now=message.now,
        added=sorted(added),
        dropped=sorted(dropped),
        programme=version,
    )
    told = await companions(message.person, message.today) if added or dropped else ()
    after = text("registration.told", names=await named(told)) if told else None
    news = await _news(message, now, added, dropped)
    return Turn(
        says=(card.settled(replace(now, taken=codes, chosen=codes), told=after, news=True),),
        tells=tuple((id_, news) for id_ in told),
        toast=text("registration.toast-confirmed"),
    )


async def _news(message: InboxMessage, now: Choosing, added: frozenset[str], dropped: frozenset[str]) -> Say:
    assert message.person is not None
    key = "registration.news-changed" if now.is_registered else "registration.news"
    return replace(
        say(
            key,
            name=message.person.full_name,
            place=await units.group_name(message.person.group) or await units.unit_name(message.person.unit),
            year=str(now.season.year),
            parts=[
                *_part("registration.news-added", now, added),
                *_part("registration.news-dropped", now, dropped),
            ],
        ),
        urgency=Urgency.NEWS,
    )


def _part(key: str, now: Choosing, codes: frozenset[str]) -> tuple[Text, ...]:
    tasks = [task for task in now.programme.tasks if task.code in codes]
    return (text(key, tasks=listed(tasks, "vi")),) if tasks else ()


async def _shown(message: InboxMessage, now: Choosing) -> Turn:
    if now.is_early:
        return Turn(says=(card.early(now),))
    if now.enrolment.draft is not None:
        return Turn(says=(await _screen(now, 0, fresh=True),))
    if now.is_registered:
        return Turn(says=(card.settled(now, waiting=await _waiting(message, now), fresh=True),))
    if now.is_open:
        return Turn(says=(await _screen(now, 0, fresh=True),))
    return Turn(says=(card.late(now, await _waiting(message, now)),))


async def _waiting(message: InboxMessage, now: Choosing) -> card.Waiting | None:
    """Return the request for a change that waits, who holds it and since when; None without one."""
    assert message.person is not None
    change = await registrations.waiting_change(now.enrolment.id)
    if change is None:
        return None
    holders = await named(await companions(message.person, message.today))
    return card.Waiting(change.id, text("registration.after-waiting", names=holders, since=Day(change.asked_at)))


async def _ticked(message: InboxMessage, now: Choosing, code: str, *, fresh: bool) -> Turn:
    """Keep the draft; when another chat of this person was faster, show what it came to instead."""
    if not await enrolments.keep_draft(now.enrolment.id, now.chosen, before=now.enrolment.draft):
        return await open_(message)
    return Turn(says=(card.page(now, now.page_of(code), fresh=fresh),))


async def _screen(now: Choosing, number: int, *, fresh: bool = False) -> Say:
    if number < len(now.pages):
        return card.page(now, number, fresh=fresh)
    return await _summary(now, fresh=fresh)


async def _summary(now: Choosing, *, fresh: bool = False) -> Say:
    return card.summary(now, await book.handed_in(now.enrolment.id), fresh=fresh)


def _not_feasible(now: Choosing, task: Task) -> Say:
    words = say(
        "registration.not-feasible",
        code=task.code,
        title=title(task, now.language),
        months=months(task.months),
        year=str(now.season.year),
        month=now.today.month,
    )
    return replace(words, choices=((choice("tasks.show", task.code, label="registration.explain-one"),),))


def _is_old(now: Choosing, season: str) -> bool:
    """Say whether the choice is of another season: the card of this one answers it."""
    return season != str(now.season.id)


CONVERSATION = Conversation(
    "registration",
    command="/dangky",
    open_=open_,
    actions={
        "open": open_,
        "page": page,
        "tick": tick,
        "untick": untick,
        "pick": pick,
        "edit": edit,
        "confirm": confirm,
        "discard": discard,
    },
)
