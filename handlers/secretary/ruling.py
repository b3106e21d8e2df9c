"""Exempting a member from a task, calling a result provisional or unmet, ending that; always with a reason."""

from dataclasses import replace

from handlers.arguments import number
from handlers.conversation import Conversation, Data, InboxMessage, Kind, Say, Turn, Urgency, choice, say, text
from handlers.secretary.keeping import KeptTask, find_task, lost, secretary
from handlers.secretary.member import again, card_of, task_card, told
from journey.progress import Ruling
from journey.rulings import open_to
from journey.text import nfc
from storage import audit, enrolments, people, registrations, rulings, submissions
from storage.rulings import StoredRuling

REASON = 300  # characters of a reason: what a card still shows whole


async def exempt(message: InboxMessage, member: str, code: str) -> Turn:
    """Ask why the member is exempt."""
    return await _ask(message, member, code, Ruling.EXEMPT)


async def provisional(message: InboxMessage, member: str, code: str) -> Turn:
    """Ask what is still waited for."""
    return await _ask(message, member, code, Ruling.PROVISIONAL)


async def unmet(message: InboxMessage, member: str, code: str) -> Turn:
    """Ask what came of what was waited for."""
    return await _ask(message, member, code, Ruling.UNMET)


async def _ask(message: InboxMessage, member: str, code: str, kind: Ruling) -> Turn:
    found = await find_task(message, member, code)
    if found is None:
        return lost()
    if kind not in _open_to(found, message):
        return await _overtaken(message, found)
    return _asking(found, message, kind)


def _open_to(found: KeptTask, message: InboxMessage) -> frozenset[Ruling]:
    return open_to(found.progress, found.ruling, message.today, found.kept.now.season.year)


def _asking(found: KeptTask, message: InboxMessage, kind: Ruling) -> Turn:
    member, code = found.kept.member, found.task.code
    task = found.kept.named(found.task, message.language)
    words = say(f"rulings.ask-{kind}", name=member.full_name, task=task, limit=REASON)
    return Turn(says=(_card(words, found),), step="reason", data={"member": member.id, "task": code, "kind": str(kind)})


def _card(words: Say, found: KeptTask) -> Say:
    """Return the question in the card's place, with the way back to the task."""
    back = choice("secretary.task", found.kept.member.id, found.task.code, label="rulings.do-not")
    return replace(words, choices=(*words.choices, (back,)), card=card_of(found.kept), fresh=True)


async def reason(message: InboxMessage, data: Data) -> Turn:
    """Show what is about to be ruled, with the reason written."""
    found = await find_task(message, str(data.get("member", "")), str(data.get("task", "")))
    if found is None:
        return lost()
    kind, written = Ruling(str(data.get("kind"))), _written(message)
    if kind not in _open_to(found, message):
        return await _overtaken(message, found)
    if written is None:
        return _asking(found, message, kind)
    drafted = await rulings.draft(found.registration, str(kind), written, by=secretary(message).id, now=message.now)
    words = say(
        f"rulings.summary-{kind}",
        name=found.kept.member.full_name,
        task=found.kept.named(found.task, message.language),
        year=str(found.kept.now.season.year),
        reason=written,
    )
    confirm = choice("rulings.confirm", drafted.id, label=f"rulings.do-confirm-{kind}", style="good")
    anew = choice(f"rulings.{kind}", found.kept.member.id, found.task.code, label="rulings.do-reword")
    return Turn(says=(_card(replace(words, choices=((confirm,), (anew,))), found),), step=None)


def _written(message: InboxMessage) -> str | None:
    """Return the reason written, None when it is none or too long."""
    written = nfc(message.text).strip()
    return written if message.kind is Kind.TEXT and 0 < len(written) <= REASON else None


async def confirm(message: InboxMessage, id_: str) -> Turn:
    """Let it stand, unless another ruling, other words for it, or the member's result came before."""
    drafted = await _ruling(id_)
    if drafted is None or drafted.by != secretary(message).id:
        return lost()
    await submissions.hold_task(drafted.registration)
    found = await _task_of(message, drafted)
    if found is None:
        return lost()
    kind = Ruling(drafted.kind)
    if not await rulings.hold(drafted.id) or kind not in _open_to(found, message):
        return await _overtaken(message, found)
    await _end_what_stands(message, found)
    if not await rulings.let_stand(drafted.id, message.now):
        return await _overtaken(message, found)
    await _record(message, f"ruling.{kind}", drafted)
    return await _done(message, found, f"told-{kind}", drafted.reason)


async def _end_what_stands(message: InboxMessage, found: KeptTask) -> None:
    """What turned out unmet is provisional no more."""
    standing = await rulings.standing(found.registration)
    if standing is not None:
        await rulings.end(standing.id, by=secretary(message).id, because="", now=message.now)


async def lift(message: InboxMessage, id_: str) -> Turn:
    """Show the ruling, and ask why it is ended."""
    standing = await _ruling(id_)
    found = await _task_of(message, standing) if standing is not None else None
    if standing is None or found is None:
        return lost()
    if standing.state != "standing":
        return await _overtaken(message, found)
    return Turn(says=(await _asking_to_lift(message, found, standing),), step="lifting", data={"ruling": standing.id})


async def _asking_to_lift(message: InboxMessage, found: KeptTask, standing: StoredRuling) -> Say:
    names = await people.names([standing.by] if standing.by else [])
    words = say(
        "rulings.ask-lift",
        kind=text(f"rulings.kind-{standing.kind}"),
        member=found.kept.member.full_name,
        task=found.kept.named(found.task, message.language),
        name=names.get(standing.by or 0, "–"),
        at=standing.made_at,
        reason=standing.reason,
        limit=REASON,
    )
    return _card(words, found)


async def lifting(message: InboxMessage, data: Data) -> Turn:
    """End the ruling for the reason written."""
    standing = await _ruling(str(data.get("ruling", "")))
    found = await _task_of(message, standing) if standing is not None else None
    if standing is None or found is None:
        return lost()
    written = _written(message)
    if written is None:
        return Turn(says=(await _asking_to_lift(message, found, standing),))
    if not await rulings.end(standing.id, by=secretary(message).id, because=written, now=message.now):
        return await _overtaken(message, found)
    await _record(message, "ruling.ended", standing)
    return await _done(message, found, f"told-lift-{standing.kind}", written)


async def _ruling(raw: str) -> StoredRuling | None:
    id_ = number(raw)
    return await rulings.get(id_) if id_ is not None else None


async def _task_of(message: InboxMessage, ruling: StoredRuling) -> KeptTask | None:
    """Return the task it is about, None for one that somebody else keeps, or of another season."""
    registration = await registrations.get(ruling.registration)
    member = (await enrolments.get(registration.enrolment)).person
    found = await find_task(message, str(member), registration.task)
    return found if found is not None and found.registration == registration.id else None


async def _done(message: InboxMessage, found: KeptTask, key: str, why: str) -> Turn:
    """Show the task as it is now, and tell the member once."""
    news = say(
        f"rulings.{key}",
        task=found.kept.named(found.task, "vi"),
        year=str(found.kept.now.season.year),
        name=secretary(message).full_name,
        reason=why,
    )
    shown = await again(message, found.kept.member.id, found.task.code)
    news = replace(news, urgency=Urgency.NEWS, must_arrive=True)
    return Turn(says=(shown,), step=None, tells=(told(news, found.kept),), toast=text("rulings.toast-done"))


async def _overtaken(message: InboxMessage, found: KeptTask) -> Turn:
    """Say who was faster and when, and show the task as it is."""
    standing = await rulings.standing(found.registration)
    said = say("rulings.changed")
    if standing is not None:
        names = await people.names([standing.by] if standing.by else [])
        kind = text(f"rulings.kind-{standing.kind}")
        said = say("rulings.already", name=names.get(standing.by or 0, "–"), kind=kind, at=standing.made_at)
    return Turn(says=(said, await task_card(found, message)), step=None)


async def _record(message: InboxMessage, action: str, ruling: StoredRuling) -> None:
    registration = await registrations.get(ruling.registration)
    await audit.record(
        action,
        f"enrolment {registration.enrolment}",
        actor=secretary(message).id,
        chat=message.chat,
        now=message.now,
        ruling=ruling.id,
        kind=ruling.kind,
        task=registration.task,
    )


RULINGS = Conversation(
    "rulings",
    steps={"reason": reason, "lifting": lifting},
    actions={"exempt": exempt, "provisional": provisional, "unmet": unmet, "confirm": confirm, "lift": lift},
)
