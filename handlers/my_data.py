"""What we keep about the person who asks, and taking a consent back."""

from dataclasses import replace

from handlers.channel_names import name_of
from handlers.conversation import Conversation, InboxMessage, Say, Text, Turn, Urgency, choice, say, text
from journey.person import Person
from storage import attendance, audit, broadcast_recipients, chats, consents, outbox, people, session_answers, units
from storage.consents import Consent

_CARD = "my-data"


async def open_(message: InboxMessage, *_args: str) -> Turn:
    """Show what is kept: who they are to us, how much they handed in, what they agreed to and when."""
    assert message.person is not None
    shown = await _kept(message.person)
    withdraw = choice("my-data.withdraw", label="my-data.withdraw")
    channels = choice("linking.open", label="my-data.do-channels")
    back = choice("menu.open", label="my-data.menu")
    return Turn(says=(replace(shown, choices=((channels,), (withdraw,), (back,)), card=_CARD, fresh=True),))


async def _kept(person: Person) -> Say:
    tasks, handed_in, evidence = await people.kept_about(person.id)
    return say(
        "my-data.kept",
        name=person.full_name,
        unit=await units.unit_name(person.unit),
        group=await units.group_name(person.group) or text("my-data.no-group"),
        roles=[text(f"my-data.role-{role.value.replace('_', '-')}") for role in sorted(person.roles())],
        channels=[text("my-data.channel", name=name_of(each.channel)) for each in await chats.of_person(person.id)],
        tasks=tasks,
        handed=handed_in,
        evidence=evidence,
        answers=await session_answers.count_of(person.id),
        attended=await attendance.count_of(person.id),
        announcements=await broadcast_recipients.count_of(person.id),
        consents=[_line(consent) for consent in await consents.of_person(person.id)],
    )


def _line(consent: Consent) -> Text:
    if consent.withdrawn_at is not None:
        return text(f"my-data.{consent.kind}-withdrawn", at=consent.withdrawn_at)
    return text(f"my-data.{consent.kind}", at=consent.at)


async def withdraw(_message: InboxMessage) -> Turn:
    """Ask once whether they mean it."""
    yes = choice("my-data.withdraw-now", label="my-data.withdraw-yes", style="bad")
    no = choice("my-data.open", label="my-data.withdraw-no")
    return Turn(says=(replace(say("my-data.ask-withdraw"), choices=((no,), (yes,)), card=_CARD),))


async def withdraw_now(message: InboxMessage) -> Turn:
    """Take the consents back, let every chat of theirs go, and call an officer who must act."""
    assert message.person is not None
    person = message.person
    await people.hold(person.id)  # a chat that joins as them in this moment is there to be let go, or comes too late
    count = await consents.withdraw(person.id, message.now)
    await outbox.forget(person.id, Urgency.NEWS.value)  # what nobody asked for, and waits for its hours
    await session_answers.forget_reasons(person.id)
    unlinked = await chats.unlink_person(person.id)
    officer = await _reached(message, person)
    if not unlinked:  # another chat of theirs was faster
        return Turn(says=(replace(await _goodbye(officer), card=_CARD),), step=None, commands="stranger")
    await audit.record(
        "consent.withdrawn",
        f"person {person.id}",
        actor=person.id,
        chat=message.chat,
        now=message.now,
        consents=count,
        told=officer,
    )
    return Turn(
        says=(replace(await _goodbye(officer), card=_CARD),),
        step=None,
        tells=((officer, await _to_officer(person)),) if officer else (),
        elsewhere=tuple((chat, say("my-data.withdrawn-there")) for chat in unlinked if chat != message.chat),
        commands="stranger",
    )


async def _reached(message: InboxMessage, person: Person) -> int | None:
    """Return the first of the officers whom a message reaches, None when it reaches none."""
    officers = await people.officers_of(person.unit, message.today, besides=person.id)
    reachable = await chats.of_people(officers)
    return next((officer for officer in officers if officer in reachable), None)


async def _goodbye(officer: int | None) -> Say:
    if officer is None:
        return say("my-data.withdrawn-nobody")
    return say("my-data.withdrawn", officer=(await people.names([officer]))[officer])


async def _to_officer(person: Person) -> Say:
    told = say("my-data.officer-told", name=person.full_name, unit=await units.unit_name(person.unit))
    return replace(told, must_arrive=True)


MY_DATA = Conversation(
    "my-data",
    command="/dulieu",
    open_=open_,
    actions={"open": open_, "withdraw": withdraw, "withdraw-now": withdraw_now},
)
