"""Reviews: what waits for me, approve or return it, look at everything, undo."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from zoneinfo import ZoneInfo

from handlers import menu, review_reversal
from handlers.arguments import number
from handlers.bulk_sorting import sort_out
from handlers.conversation import Choice, Conversation, Data, InboxMessage, Kind, Text, Turn, choice, name_of, say, text
from handlers.review_card import again, card, card_of, everything
from handlers.review_case import Case
from handlers.review_decisions import case_of, give, lost, person_of
from handlers.review_queue import queue
from handlers.review_undo import take_back
from journey.people import Role
from journey.review import Verdict
from journey.text import fold, nfc
from locales import texts
from locales.texts import Day
from storage import audit, cards, people
from storage.waiting import Waiting

A_PAGE = 7
REASONS = ("date", "blurred", "organiser", "wrong-task")
"""The ready reasons, by the end of their key."""

LONGEST = 500


_DECIDED = (choice("reviews.decided", label="reviews.do-decided"),)


async def open_(message: InboxMessage, page: str = "0") -> Turn:
    """Show what waits for this person, oldest first; a member without an office gets the menu."""
    if menu.standing(person_of(message)) == "member" and person_of(message).has(Role.MEMBER):
        offered = await menu.screen(person_of(message), message)
        return Turn(says=(replace(offered, text=text("reviews.for-officers")),), step=None)
    waiting = await queue(person_of(message), message.today)
    if not waiting:
        rows_ = (_DECIDED, *_elsewhere(message), (choice("menu.open", label="reviews.do-menu"),))
        return Turn(says=(replace(say("reviews.nothing"), choices=rows_),), step=None)
    first = (number(page, 999) or 0) * A_PAGE
    first = first if first < len(waiting) else 0
    shown = waiting[first : first + A_PAGE]
    names = await people.names({person for each in shown for person in each.instead_of})
    lines = [_line(place, each, message.now, names) for place, each in enumerate(shown, 1)]
    rows: list[tuple[Choice, ...]] = [
        (choice("reviews.show", each.submission, label="reviews.one", name=name_of(each.name), task=each.task),)
        for each in shown
    ]
    if first + A_PAGE < len(waiting):
        rows.append((choice("reviews.open", first // A_PAGE + 1, label="reviews.do-more"),))
    if first == 0 and len(clean := (await sort_out(waiting)).clean) > 1:
        rows.append((choice("bulk.open", label="bulk.do-open", style="good", n=len(clean)),))
    rows += [_DECIDED, *_elsewhere(message)]
    return Turn(says=(replace(say("reviews.queue", n=len(waiting), lines=lines), choices=tuple(rows)),), step=None)


def _elsewhere(message: InboxMessage) -> tuple[tuple[Choice, ...], ...]:
    """Return the choice to send a link to who is not in the bot, for those who may."""
    if not person_of(message).has(Role.SECRETARY, Role.SUPERVISOR):
        return ()
    return ((choice("pages.open", label="pages.do-waiting"),),)


def _line(place: int, waiting: Waiting, now: datetime, names: Mapping[int, str]) -> Text:
    line = text(
        "reviews.queue-line",
        n=place,
        name=waiting.name,
        task=waiting.task,
        since=Day(waiting.since),
        days=(now - waiting.since).days,
    )
    firsts = ", ".join(names[person] for person in waiting.instead_of)
    return text("substitutes.queue-line", line=line, names=firsts) if firsts else line


async def show(message: InboxMessage, submission: str) -> Turn:
    """Show the card at the bottom, its pictures before it; where each is a message, not if it is above already."""
    case = await _to_judge(message, submission)
    if case is None:
        return lost()
    await _record_read(case, message)
    shown = card(case, person_of(message).id, message.now, message.language, fresh=True, shown=True)
    here = (message.chat, card_of(case.submission.id))
    return Turn(says=(replace(shown, are_known=here in await cards.shown([here])),), step=None)


async def look(message: InboxMessage, submission: str) -> Turn:
    """Send everything that was handed in, then the card again."""
    case = await _to_judge(message, submission)
    if case is None:
        return lost()
    await _record_read(case, message)
    shown = again(case, person_of(message).id, message.now, message.language, fresh=True)
    return Turn(says=(*everything(case, message.language), shown), step=None)


async def _record_read(case: Case, message: InboxMessage) -> None:
    await audit.record(
        "submission.read",
        f"submission {case.submission.id}",
        actor=person_of(message).id,
        chat=message.chat,
        now=message.now,
    )


async def _to_judge(message: InboxMessage, submission: str) -> Case | None:
    case = await case_of(message, submission)
    return None if case is None or case.author.id == person_of(message).id else case


async def approve(message: InboxMessage, submission: str) -> Turn:
    """Approve at once."""
    return await give(message, submission, Verdict.APPROVED)


async def return_(message: InboxMessage, submission: str) -> Turn:
    """Ask why, with ready reasons to choose from."""
    case = await _to_judge(message, submission)
    if case is None:
        return lost()
    person = person_of(message).id
    if not any(each.state == "waiting" for each in case.for_person(person)):
        return await give(message, submission, Verdict.RETURNED, "-")
    rows = [(choice("reviews.because", case.submission.id, each, label=f"reviews.label-{each}"),) for each in REASONS]
    rows.append((choice("reviews.because", case.submission.id, "other", label="reviews.label-other"),))
    rows.append((choice("reviews.look", case.submission.id, label="reviews.do-look"),))
    rows.append((choice("reviews.show", case.submission.id, label="reviews.do-not-return"),))
    asked = say("reviews.ask-reason", task=case.task.code, name=case.author.full_name)
    asked = replace(asked, choices=tuple(rows), card=card_of(case.submission.id), fresh=True)  # in the card's place
    return Turn(says=(asked,), step="reason", data={"submission": case.submission.id})


async def because(message: InboxMessage, submission: str, why: str) -> Turn:
    """Return it for a ready reason, or ask for one in words."""
    if why in REASONS:
        return await give(message, submission, Verdict.RETURNED, ready(why))
    case = await _to_judge(message, submission)
    if case is None or not any(each.state == "waiting" for each in case.for_person(person_of(message).id)):
        return lost()
    return Turn(says=(say("reviews.ask-words", most=LONGEST),), step="reason", data={"submission": case.submission.id})


def ready(why: str) -> str:
    """Return a ready reason in words, as the member's book keeps it."""
    return texts.render(texts.LANGUAGES[0], f"reviews.reason-{why}", {}, ZoneInfo("UTC"))


async def reason(message: InboxMessage, data: Data) -> Turn:
    """Return it for the reason that was typed; the words that open the queue open it here too."""
    if message.kind is Kind.TEXT and fold(message.text) in texts.words("reviews.words"):
        return await open_(message)
    words = nfc(message.text).strip()
    if message.kind is not Kind.TEXT or not words or len(words) > LONGEST:
        return Turn(says=(say("reviews.ask-words", most=LONGEST),))
    return await give(message, str(data.get("submission", "")), Verdict.RETURNED, words)


REVIEWS = Conversation(
    name="reviews",
    command="/duyet",
    open_=open_,
    steps={"reason": reason, "reversal": review_reversal.typed},
    actions={
        "open": open_,
        "show": show,
        "approve": approve,
        "return": return_,
        "because": because,
        "look": look,
        "undo": take_back,
        "decided": review_reversal.decided,
        "reverse": review_reversal.ask,
        "reverse_because": review_reversal.because,
    },
)
