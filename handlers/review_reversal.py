"""Taking a verdict back after the time to undo: what was decided lately, why it is taken back, and that it is."""

from dataclasses import replace
from datetime import timedelta
from zoneinfo import ZoneInfo

from handlers.arguments import number
from handlers.conversation import Choice, Data, InboxMessage, Kind, Say, Turn, choice, say, text
from handlers.review_card import again, card_of, reversible
from handlers.review_case import Case
from handlers.review_decisions import case_of, lost, person_of
from handlers.review_undo import Stands, held, reverse, to_reverse
from journey.people import Role
from journey.text import nfc
from locales import texts
from locales.texts import Day
from storage import reviews, units
from storage.reviews import Decided

REASONS = ("mistake", "new-facts")
"""The ready reasons, by the end of their key."""

LONGEST = 500
A_PAGE = 7
LOOKED_AT = 50
"""Verdicts looked at for one page: whether each may be looked at is a question of a millisecond."""

LATELY = timedelta(days=92)
"""How far the list of what was decided goes back: a quarter, as results are reported."""


async def decided(message: InboxMessage, place: str = "0") -> Turn:
    """Show what this person, or whoever is below them as a secretary, decided lately, the newest first.

    Of what is below, most is for a nearer secretary to take back: a page is what is left of LOOKED_AT from `place` on.
    """
    first = number(place, 99_999) or 0
    person = person_of(message)
    tree = await units.tree()
    over = {post.unit for post in person.posts if post.role in (Role.SECRETARY, Role.STANDING_COMMITTEE)}
    below = [unit for unit in tree if over.intersection(units.path(tree, unit))]
    found = await reviews.decided(person.id, below, since=message.now - LATELY, skip=first, most=LOOKED_AT + 1)
    shown: list[Decided] = []
    looked_at = 0
    while looked_at < min(len(found), LOOKED_AT) and len(shown) < A_PAGE:
        if await case_of(message, str(found[looked_at].submission)) is not None:
            shown.append(found[looked_at])
        looked_at += 1
    lines = [
        text(f"reviews.decided-{each.state}", n=place, name=each.name, task=each.task, on=Day(each.at))
        for place, each in enumerate(shown, 1)
    ]
    rows: list[tuple[Choice, ...]] = [
        (choice("reviews.show", each.submission, label="reviews.one", name=each.name[-22:], task=each.task),)
        for each in shown
    ]
    if len(found) > looked_at:
        rows.append((choice("reviews.decided", first + looked_at, label="reviews.do-more"),))
    rows += [] if shown else [(choice("reviews.open", label="reviews.do-queue"),)]
    none = "reviews.decided-none-here" if len(found) > looked_at else "reviews.decided-nothing"
    words = say("reviews.decided", lines=lines) if shown else say(none, n=looked_at)
    return Turn(says=(replace(words, choices=tuple(rows)),), step=None)


async def ask(message: InboxMessage, submission: str) -> Turn:
    """Ask why the verdict is taken back."""
    case = await case_of(message, submission)
    if case is None or not reversible(case, person_of(message).id):
        return lost()
    try:
        await to_reverse(case, message)
    except Stands as stands:
        return Turn(says=(stands.why,), step=None)
    id_ = case.submission.id
    rows = [(choice("reviews.reverse_because", id_, each, label=f"reviews.label-{each}"),) for each in REASONS]
    rows.append((choice("reviews.show", id_, label="reviews.do-keep"),))
    asked = say("reviews.ask-reversal", task=case.task.code, name=case.author.full_name, most=LONGEST)
    asked = replace(asked, choices=tuple(rows), card=card_of(id_), fresh=True)
    return Turn(says=(asked,), step="reversal", data={"submission": id_})


async def because(message: InboxMessage, submission: str, why: str) -> Turn:
    """Take it back for a ready reason."""
    if why not in REASONS:
        return await ask(message, submission)
    words = texts.render(texts.LANGUAGES[0], f"reviews.reversal-{why}", {}, ZoneInfo("UTC"))
    return await _reverse(message, submission, words)


async def typed(message: InboxMessage, data: Data) -> Turn:
    """Take it back for the reason that was typed."""
    words = nfc(message.text).strip()
    if message.kind is not Kind.TEXT or not words or len(words) > LONGEST:
        return Turn(says=(say("reviews.ask-reversal-words", most=LONGEST),))
    return await _reverse(message, str(data.get("submission", "")), words)


async def _reverse(message: InboxMessage, submission: str, reason: str) -> Turn:
    case = await held(message, submission)
    if case is None:
        return lost()
    try:
        mine = await to_reverse(case, message)
    except Stands as stands:
        return Turn(says=(stands.why, _as_it_is(case, message)), step=None)
    if not mine:  # a second tap, or somebody else was faster: the card says how it stands
        return Turn(says=(_as_it_is(case, message),), step=None) if _may_look(case, message) else lost()
    return await reverse(case, mine, reason, message)


def _as_it_is(case: Case, message: InboxMessage) -> Say:
    return again(case, person_of(message).id, message.now, message.language)


def _may_look(case: Case, message: InboxMessage) -> bool:
    return bool(case.for_person(person_of(message).id))
