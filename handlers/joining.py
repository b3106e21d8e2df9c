"""How somebody joins: an invitation, two consents, one confirmation; until then nothing of them is said."""

from dataclasses import replace
from datetime import datetime

from handlers import linking, linking_arrival, menu, seats
from handlers.attendance.scan import scanned
from handlers.conversation import Conversation, Data, InboxMessage, Kind, Say, Turn, choice, say
from journey import attendance_code
from journey.attendance import moment
from journey.people import Role
from journey.person import Person
from journey.text import fold
from locales import texts
from storage import audit, chats, consents, invitations, link_codes, links, people, units
from storage.invitations import Invitation, Standing

TEXT_VERSION = "2026-11-21"
"""Names the wording of `joining.personal`, `joining.sensitive` and the officers' own; a new wording gets a new name."""

_CARD = "joining"
_QUESTIONS = ("personal", "sensitive")


def is_invitation(said: str) -> bool:
    """Say whether a text has the form of an invitation's code or token."""
    return invitations.typed(said) is not None


async def stranger(message: InboxMessage, step: str, data: Data) -> Turn:
    """Answer whoever we do not know; `step` is where they stand on the way in, "" before it."""
    match message.kind:
        case Kind.START if attendance_code.has_form(message.text):
            return Turn(says=(say("attendance.stranger"),), step="scanned", data={**data, **_scan(message)})
        case Kind.START if link_code := link_codes.typed(message.text):
            return await linking_arrival.tried(message, link_code)
        case Kind.START if message.text:
            return await _invited(message, message.text, data)
        case Kind.TEXT:
            return await _said(message, step, data)
        case Kind.CHOICE:
            return await _chose(message, step, data)
        case Kind.START | Kind.FILES | Kind.UNSUPPORTED:
            return await _ask_again(message, step, data)
    return Turn()


async def started(message: InboxMessage, _step: str, _data: Data) -> Turn:
    """Answer a link that somebody who has joined opens: the code of a session, or they are in already."""
    assert message.person is not None
    if attendance_code.has_form(message.text):
        return await scanned(message, message.text)
    says = (say("joining.already"),) if message.text else ()
    return Turn(says=(*says, await menu.screen(message.person, message)))


async def _said(message: InboxMessage, step: str, data: Data) -> Turn:
    if invitations.typed(message.text):
        return await _invited(message, message.text, data)
    if link_code := link_codes.typed(message.text):
        return await linking_arrival.tried(message, link_code)
    said = fold(message.text)
    if said in texts.words("cancel.words"):
        return Turn(says=(say("joining.stranger"),), step=None)
    if said in texts.words("joining.yes-words"):
        return await _answered(message, step, data, yes=True)
    if said in texts.words("joining.no-words"):
        return await _answered(message, step, data, yes=False)
    return await _ask_again(message, step, data)


async def _chose(message: InboxMessage, step: str, data: Data) -> Turn:
    """Take a tap only for the question that is asked now: a second tap on an earlier one answers nothing."""
    match message.choice.split(" "):
        case ["joining.yes", question] if question == step:
            return await _answered(message, step, data, yes=True)
        case ["joining.no", question] if question == step:
            return await _answered(message, step, data, yes=False)
    return await _ask_again(message, step, data)


async def _invited(message: InboxMessage, said: str, data: Data) -> Turn:
    """Look a code or token up; after too many wrong ones codes rest for a while, a token nobody guesses does not."""
    given = invitations.typed(said) or ""
    is_code = len(given) == invitations.CODE_LENGTH
    if is_code and (until := await invitations.blocked_until(message.chat, message.now)):
        return Turn(says=(say("joining.blocked", until=until),))
    found = await invitations.find(given, message.now)
    if found is None:
        left = await invitations.count_wrong(message.chat, message.now)
        return Turn(says=(say("joining.wrong", left=left) if left else say("joining.wrong-last"),))
    if found.standing is not Standing.LIVE:
        return _not_live(message, found)
    if (refused := await seats.refused(message, found.person)) is not None:
        return refused
    return await _ask(message, "personal", {"invitation": found.id, **_kept_scan(data)})


def _scan(message: InboxMessage) -> Data:
    """Return the code of a session that somebody scanned before they joined, and when: it is good once they have."""
    return {"scan": message.text, "scanned_at": moment(message.now, message.sent_at).isoformat()}


def _kept_scan(data: Data) -> Data:
    return {name: data[name] for name in ("scan", "scanned_at") if name in data}


async def _scanned_before(message: InboxMessage, person: Person, data: Data) -> tuple[Say, ...]:
    """Take the code that was scanned before joining as of then."""
    if "scan" not in data or not person.has(Role.MEMBER):
        return ()
    then = replace(message, person=person, sent_at=datetime.fromisoformat(data["scanned_at"]))
    return (await scanned(then, data["scan"])).says


def _not_live(message: InboxMessage, invitation: Invitation) -> Turn:
    match invitation.standing:
        case Standing.USED if invitation.used_by == message.chat:
            key = "joining.used-here"
        case Standing.USED:
            key = "joining.used"
        case Standing.REVOKED:
            key = "joining.revoked"
        case _:
            return Turn(says=(say("joining.expired", on=invitation.expires_at),), step=None)
    return Turn(says=(say(key),), step=None)


async def _answered(message: InboxMessage, step: str, data: Data, *, yes: bool) -> Turn:
    if step == linking_arrival.STEP:
        return await linking_arrival.answered(message, data, yes=yes)
    invitation = await _invitation(message, data)
    if not step or invitation is None:
        return Turn(says=(say("joining.stranger"),), step=None)
    if invitation.standing is not Standing.LIVE:
        return _not_live(message, invitation)
    if step == "confirm":
        return await _join(message, invitation, data) if yes else Turn(says=(_card("joining.not-me"),), step=None)
    if not yes:
        return await _refused(message, step, invitation)
    agreed = {**data.get("agreed", {}), step: message.now.isoformat()}
    following = "sensitive" if step == "personal" else "confirm"
    return await _ask(message, following, {"invitation": invitation.id, "agreed": agreed, **_kept_scan(data)})


async def _refused(message: InboxMessage, question: str, invitation: Invitation) -> Turn:
    """Keep the refusal and nothing else; the invitation stays good."""
    await _record(message, question, given=False, person=None, at=message.now)
    return Turn(says=(_card("joining.declined", until=invitation.expires_at),), step=None)


async def _join(message: InboxMessage, invitation: Invitation, data: Data) -> Turn:
    """Link the chat, unless another chat was faster with the same invitation."""
    await people.hold(invitation.person)
    if (refused := await seats.refused(message, invitation.person)) is not None:
        return refused
    if not await invitations.use(invitation.id, message.chat, message.now):
        return Turn(says=(say("joining.used"),), step=None)
    before = await chats.of_person(invitation.person)
    await chats.link(message.chat, invitation.person, message.language, message.now)
    stopped = await chats.unlink_others(message.chat, invitation.person)
    if stopped:
        await links.revoke_for(invitation.person, message.now)
    for question in _QUESTIONS:
        at = datetime.fromisoformat(data["agreed"][question])
        await _record(message, question, given=True, person=invitation.person, at=at)
    await audit.record(
        "person.joined",
        f"person {invitation.person}",
        actor=invitation.person,
        chat=message.chat,
        now=message.now,
        invitation=invitation.id,
    )
    person = await people.get(invitation.person, message.today)
    welcome = "joining.welcome" if person.has(Role.MEMBER) else "joining.welcome-officer"
    came = await _scanned_before(message, person, data)
    asked = await linking.after_joining(message, person.id)
    says = (_card(welcome, who=menu.who(person)), *came, await menu.first(person, message), *asked)
    told = (*linking_arrival.added(message, before, stopped), *linking_arrival.replaced(stopped))
    return Turn(says=says, step=None, commands=menu.standing(person), elsewhere=told)


async def _record(message: InboxMessage, question: str, *, given: bool, person: int | None, at: datetime) -> None:
    await consents.record(
        question,
        given,
        person=person,
        chat=message.chat,
        text_version=TEXT_VERSION,
        language=message.language,
        at=at,
    )


async def _ask_again(message: InboxMessage, step: str, data: Data) -> Turn:
    """Ask what is open once more, at the bottom; whoever is on no way in reads how to get an invitation."""
    if step == linking_arrival.STEP:
        return await linking_arrival.asked_again(message, data)
    invitation = await _invitation(message, data)
    if not step or invitation is None:
        return Turn(says=(say("joining.stranger"),), step=None)
    if invitation.standing is not Standing.LIVE:
        return _not_live(message, invitation)
    return await _ask(message, step, data)


async def _invitation(message: InboxMessage, data: Data) -> Invitation | None:
    return await invitations.get(data["invitation"], message.now) if "invitation" in data else None


async def _ask(message: InboxMessage, step: str, data: Data) -> Turn:
    invitation = await invitations.get(data["invitation"], message.now)
    assert invitation is not None
    person = await people.get(invitation.person, message.today)
    question = await (_confirmation(person) if step == "confirm" else _consent(message, person, step))
    return Turn(says=(_with_answers(question, step),), step=step, data=data)


async def _consent(message: InboxMessage, person: Person, step: str) -> Say:
    """Ask for one consent; it names the unit and its officer, nobody and nothing else."""
    unit = await units.unit_name(person.unit)
    officer = await people.officer_of(person.unit, message.today, besides=person.id)
    names = await people.names([officer] if officer else [])
    runs = names.get(officer or 0, unit)
    key = f"joining.{step}" if person.has(Role.MEMBER) else f"joining.{step}-officer"
    return say(key, unit=unit, officer=runs)


async def _confirmation(person: Person) -> Say:
    unit, group = await units.unit_name(person.unit), await units.group_name(person.group)
    if group:
        return say("joining.confirm-group", name=person.full_name, unit=unit, group=group)
    return say("joining.confirm", name=person.full_name, unit=unit)


def _with_answers(question: Say, step: str) -> Say:
    labels = ("joining.me", "joining.not-me-label") if step == "confirm" else ("joining.yes", "joining.no")
    yes = choice("joining.yes", step, label=labels[0], style="good")
    no = choice("joining.no", step, label=labels[1])
    return replace(question, choices=((yes,), (no,)), card=_CARD, fresh=True)


def _card(key: str, **params: object) -> Say:
    return replace(say(key, **params), card=_CARD)


JOINING = Conversation("joining")
