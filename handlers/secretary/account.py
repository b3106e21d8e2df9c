"""A member's way in, as the secretary keeps it: which channels they use, a new invitation, a lost account shut."""

from dataclasses import replace

from handlers.channel_names import name_of
from handlers.conversation import Choice, Conversation, InboxMessage, Say, Text, Turn, choice, say, text
from handlers.linking import record
from handlers.linking_arrival import replaced
from handlers.secretary.keeping import find_member, lost, place_of, secretary
from journey.person import Person
from locales.texts import Day
from storage import audit, chats, invitations, links, people
from storage.chats import Linked


async def open_(message: InboxMessage, member: str) -> Turn:
    """Show which channels the member uses."""
    found = await find_member(message, member)
    return Turn(says=(await _account(found),), step=None) if found else lost()


async def _account(found: Person) -> Say:
    id_ = found.id
    theirs = await chats.of_person(id_)
    shut = tuple((_lock(id_, each.channel),) for each in theirs)
    renew = (choice("account.renew", id_, label="account.do-renew"),)
    lines = [_line(each) for each in theirs] or [text("account.nowhere")]
    words = say("account.channels", name=found.full_name, place=await place_of(found), lines=lines)
    return replace(words, choices=(renew, *shut, _back(id_)), card=_card(id_), fresh=True)


def _card(member: int) -> str:
    return f"account:{member}"


def _line(linked: Linked) -> Text:
    key = "account.line" if linked.reachable else "account.line-blocked"
    return text(key, channel=name_of(linked.channel), since=Day(linked.linked_at))


def _lock(member: int, channel: str, *sure: str) -> Choice:
    return choice(
        "account.lock", member, channel, *sure, label="account.do-lock", channel=name_of(channel), style="bad"
    )


def _back(member: int) -> tuple[Choice, ...]:
    return (choice("secretary.member", member, label="secretary.do-member"),)


def _keep(member: int) -> tuple[Choice, ...]:
    return (choice("account.open", member, label="account.do-keep"),)


async def lock(message: InboxMessage, member: str, channel: str, sure: str = "") -> Turn:
    """Shut a lost account, after asking once: its chat is nobody's, links that were sent to it open nothing."""
    found = await find_member(message, member)
    if found is None:
        return lost()
    id_, named = found.id, found.full_name
    theirs = [each for each in await chats.of_person(id_) if each.channel == channel]
    if not theirs:
        return Turn(says=(await _account(found),), toast=text("account.not-there"), step=None)
    if sure != "yes":
        words = say("account.lock-sure", name=named, channel=name_of(channel))
        asked = replace(words, choices=(_keep(id_), (_lock(id_, channel, "yes"),)), card=_card(id_))
        return Turn(says=(asked,), step=None)
    await people.hold(id_)
    gone = await chats.unlink(id_, channel)
    if gone:
        await links.revoke_for(id_, message.now)
        await record("chat.locked", id_, channel, message)
    words = replace(say("account.locked", channel=name_of(channel), by=secretary(message).full_name), must_arrive=True)
    says = (await _account(found),)
    toast = text("account.lock-done", channel=name_of(channel))
    return Turn(says=says, step=None, toast=toast, tells=((id_, words),) if gone else (), elsewhere=replaced(gone))


async def renew(message: InboxMessage, member: str, sure: str = "") -> Turn:
    """Give a new invitation out, after asking once: the one before is good no more."""
    found = await find_member(message, member)
    if found is None:
        return lost()
    id_, named = found.id, found.full_name
    if sure != "yes":
        yes = (choice("account.renew", id_, "yes", label="account.do-renew"),)
        asked = replace(say("account.renew-sure", name=named), choices=(_keep(id_), yes), card=_card(id_))
        return Turn(says=(asked,), step=None)
    [made] = await invitations.make(
        [id_], now=message.now, valid_for=invitations.VALID_FOR, draw=message.draw, renew=True
    )
    await audit.record(
        "invitation.renewed",
        f"person {id_}",
        actor=secretary(message).id,
        chat=message.chat,
        now=message.now,
        invitation=made.id,
    )
    shown = (choice("account.open", id_, label="account.do-account"),)
    words = say("account.renewed", name=named, code=invitations.shown(made.code), until=Day(made.expires_at))
    return Turn(says=(replace(words, choices=(shown, _back(id_)), card=_card(id_)),), step=None)


ACCOUNT = Conversation("account", actions={"open": open_, "lock": lock, "renew": renew})
