"""A member asks, once, that a return be looked at again: by the next level, who sees the verdict and its reason."""

from dataclasses import replace

from handlers.conversation import Choice, Conversation, Data, InboxMessage, Kind, Say, Turn, Urgency, choice, say
from handlers.member.hand_ins import NoSuchHandIn, own, still_open
from handlers.review_asking import Tells
from handlers.review_card import card, holder, named
from handlers.review_case import Case, load
from handlers.review_decisions import NotHeld, others, person_of
from journey.text import nfc
from locales.texts import Day
from storage import appeals, audit, overdue, reviews, submissions

LONGEST = 500
"""Characters of the member's reason."""


async def ask(message: InboxMessage, submission: str) -> Turn:
    """Ask why it should be looked at again."""
    case = await _own_case(message, submission)
    if (refused := _refused(case)) is not None:
        return Turn(says=(refused,), step=None)
    asked = say("appeals.ask", task=named(case, message.language), reason=_last_reason(case), most=LONGEST)
    rows = ((choice("evidence.again", case.submission.id, label="reviews.do-again"),),)
    return Turn(says=(replace(asked, choices=rows),), step="reason", data={"submission": case.submission.id})


async def _own_case(message: InboxMessage, raw: str) -> Case:
    """Return a hand-in of the person who writes; until this turn is over nobody else decides or goes on with it.

    Raises:
        NoSuchHandIn: it is not theirs, or was never handed in.
        MembersOnly, TaskDropped, SeasonOver: see `still_open`.
    """
    found = await own(person_of(message).id, raw)
    await still_open(message, found)
    await submissions.hold_task_of(found.id)
    await submissions.hold(found.id)
    case = await load(found.id, message.today)
    if case is None:
        raise NoSuchHandIn
    return case


def _refused(case: Case) -> Say | None:
    """Return why it cannot be asked for (again), None when it can."""
    if case.appeal is not None:
        return replace(say("appeals.once"), choices=(_BOOK,))
    if case.submission.state != "returned":
        return replace(say("appeals.not-returned"), choices=(_BOOK,))
    if case.after is not None:
        return replace(say("appeals.begun"), choices=(_BOOK,))
    if case.level is None:
        return replace(say("appeals.nobody"), choices=(_BOOK,))
    return None


_BOOK: tuple[Choice, ...] = (choice("book.open", label="reviews.do-book"),)


async def reason(message: InboxMessage, data: Data) -> Turn:
    """Send the appeal to the next level, for the reason that was typed."""
    words = nfc(message.text).strip()
    if message.kind is not Kind.TEXT or not words or len(words) > LONGEST:
        return Turn(says=(say("appeals.ask-words", most=LONGEST),))
    case = await _own_case(message, str(data.get("submission", "")))
    if (refused := _refused(case)) is not None:
        return Turn(says=(refused,), step=None)
    id_, level = case.submission.id, case.level
    assert level is not None
    if not await submissions.reopen(id_):
        raise NotHeld
    await appeals.ask(id_, words, message.now)
    await overdue.start_anew([await reviews.ask_above(id_, level, case.judges, message.now)], message.now)
    await _record("appeal.asked", case, message, body=level)
    now = await load(id_, message.today)
    assert now is not None
    withdraw = (choice("appeals.withdraw", id_, label="appeals.do-withdraw"),)
    sent = say("appeals.sent", task=named(now, message.language), who=holder(now, level), since=Day(message.now))
    return Turn(says=(replace(sent, choices=(_BOOK, withdraw)),), step=None, tells=await _tells(now, level, message))


async def _tells(case: Case, level: str, message: InboxMessage) -> Tells:
    """Return the case with its pictures for whoever judges it now, and the others' cards as they are."""
    judges = case.may_act.get(level, ())
    cards = tuple(
        (person, replace(card(case, person, message.now, "vi", fresh=True, shown=True), urgency=Urgency.NEWS))
        for person in judges
    )
    rest = await others(case, case.author.id, message)
    return (*cards, *((person, told) for person, told in rest if person not in judges))


async def withdraw(message: InboxMessage, submission: str) -> Turn:
    """Take the appeal back while nobody has judged it: the return stands again."""
    case = await _own_case(message, submission)
    waiting = case.above
    if case.appeal is None or waiting is None or waiting.state != "waiting":
        return Turn(says=(replace(say("appeals.not-waiting"), choices=(_BOOK,)),), step=None)
    returned = max((each for each in case.reviews if each.state == "returned"), key=_when)
    if not (await appeals.withdraw(case.submission.id, message.now) and await reviews.cancel(waiting.id)):
        raise NotHeld
    assert returned.decided_at is not None
    stated = case.submission.claims
    if not await submissions.close(case.submission.id, "returned", stated, returned.reason, returned.decided_at):
        raise NotHeld
    await _record("appeal.withdrawn", case, message, body=waiting.body)
    again = (choice("evidence.again", case.submission.id, label="reviews.do-again", style="good"),)
    now = await load(case.submission.id, message.today)
    assert now is not None
    cards = tuple((person, replace(card(now, person, message.now, "vi"), urgency=Urgency.NEWS)) for person in now.over)
    withdrawn = say("appeals.withdrawn", task=named(case, message.language))
    return Turn(says=(replace(withdrawn, choices=(again, _BOOK)),), step=None, tells=cards)


def _when(review: reviews.StoredReview) -> tuple[str, int]:
    return (review.decided_at.isoformat() if review.decided_at else "", review.id)


def _last_reason(case: Case) -> str:
    return case.submission.reason or "–"


async def _record(action: str, case: Case, message: InboxMessage, *, body: str) -> None:
    await audit.record(
        action,
        f"submission {case.submission.id}",
        actor=person_of(message).id,
        chat=message.chat,
        now=message.now,
        body=body,
        version=case.submission.version,
    )


APPEALS = Conversation(
    name="appeals",
    steps={"reason": reason},
    actions={"ask": ask, "withdraw": withdraw},
)
