"""Sending a link: to an assessor without the bot, to oneself for the pictures; and taking one back."""

from dataclasses import replace

from handlers.arguments import number
from handlers.conversation import (
    Choice,
    Conversation,
    Data,
    InboxMessage,
    Kind,
    Link,
    Say,
    Turn,
    Urgency,
    choice,
    page,
    say,
    text,
)
from handlers.pages import sheet
from handlers.pages.senders import may_send, without_bot
from handlers.pages.waiting import unheard
from handlers.review_card import named
from handlers.review_case import Case, load
from handlers.review_decisions import case_of, person_of
from handlers.review_decisions import lost as not_ones_own
from journey.text import nfc
from locales.texts import Day
from storage import audit, links, people, submissions
from storage.links import Purpose, StoredLink
from storage.reviews import StoredReview

A_PAGE = 7
SHORTEST, LONGEST = 5, 120
"""Characters of the name and position of who will answer; as many as the column holds."""


async def open_(message: InboxMessage, page_: str = "0") -> Turn:
    """Show what waits for assessors without the bot, oldest first."""
    found = await unheard(person_of(message), message.today)
    if not found:
        return _with_way_on(say("pages.nothing"))
    first = (number(page_, 999) or 0) * A_PAGE
    first = first if first < len(found) else 0
    shown = found[first : first + A_PAGE]
    lines = [
        text(
            "pages.waiting-line",
            n=place,
            name=each.waiting.name,
            task=each.waiting.task,
            bodies=each.bodies,
            since=Day(each.waiting.since),
        )
        for place, each in enumerate(shown, 1)
    ]
    rows: list[tuple[Choice, ...]] = [
        (_one(each.waiting.submission, each.waiting.name, each.waiting.task),) for each in shown
    ]
    if first + A_PAGE < len(found):
        rows.append((choice("pages.open", first // A_PAGE + 1, label="pages.do-more"),))
    return Turn(says=(replace(say("pages.waiting", n=len(found), lines=lines), choices=tuple(rows)),), step=None)


def _one(submission: int, name: str, task: str) -> Choice:
    return choice("pages.ask", submission, label="pages.one", name=name[-22:], task=task)


async def ask(message: InboxMessage, submission: str) -> Turn:
    """Ask to whom, where there are several; else who will answer."""
    case = await _to_send(message, submission)
    if isinstance(case, Turn):
        return case
    bodies = await without_bot(case)
    if not bodies:
        return lost()
    if len(bodies) == 1:
        return await _ask_name(case, bodies[0], message)
    rows = tuple(
        (choice("pages.to", case.submission.id, each.body, label="pages.body", body=_title(case, each)),)
        for each in bodies
    )
    return Turn(
        says=(replace(say("pages.ask-body", task=named(case, message.language), name=_author(case)), choices=rows),)
    )


async def to(message: InboxMessage, submission: str, body: str) -> Turn:
    """Ask who will answer for `body`."""
    case = await _to_send(message, submission)
    if isinstance(case, Turn):
        return case
    review = await _asked(case, body)
    return lost() if review is None else await _ask_name(case, review, message)


async def _ask_name(case: Case, review: StoredReview, message: InboxMessage) -> Turn:
    """Ask who will answer; whoever would replace a link that still opens, and the sheet printed from it, reads so."""
    asked = say("pages.ask-name", body=_title(case, review), name=_author(case))
    if before := await links.to_answer(case.submission.id, review.body, message.now):
        sender = (await people.names([before.made_by])).get(before.made_by, "–")
        asked = say(
            "pages.ask-name-replaces",
            body=_title(case, review),
            to=before.name,
            sender=sender,
            at=before.made_at,
            until=before.expires_at,
        )
    return Turn(
        says=(asked,),
        step="name",
        data={"submission": case.submission.id, "body": review.body},
    )


async def name(message: InboxMessage, data: Data) -> Turn:
    """Make the link for who was named; the one sent before to the same body is revoked, and its sender told."""
    named_ = " ".join(nfc(message.text).split())
    if message.kind is not Kind.TEXT or not SHORTEST <= len(named_) <= LONGEST:
        return Turn(says=(say("pages.ask-name-again", least=SHORTEST, most=LONGEST),))
    case = await _to_send(message, str(data.get("submission", "")))
    if isinstance(case, Turn):
        return case
    review = await _asked(case, str(data.get("body", "")))
    if review is None:
        return lost()
    await submissions.hold(case.submission.id)  # one of two links made in one moment knows of the other
    before = await links.to_answer(case.submission.id, review.body, message.now)
    made = await links.make(
        Purpose.REVIEW,
        made_by=person_of(message).id,
        now=message.now,
        body=review.body,
        name=named_,
        submission=case.submission.id,
    )
    await _record("link.made", made, message)
    turn = Turn(says=(_sent(case, review, made, message.language),), step=None)
    if before is None or before.made_by == made.made_by:
        return turn
    return replace(turn, tells=((before.made_by, _replaced(case, before, message)),))


def _replaced(case: Case, before: StoredLink, message: InboxMessage) -> Say:
    """Tell who sent the link before that it opens no more."""
    said = say(
        "pages.told-replaced",
        task=named(case, "vi"),
        name=_author(case),
        to=before.name,
        sender=person_of(message).full_name,
    )
    return replace(_with_way_on(said).says[0], urgency=Urgency.NEWS, must_arrive=True)


def _sent(case: Case, review: StoredReview, made: StoredLink, language: str) -> Say:
    said = say(
        "pages.sent",
        to=made.name,
        body=_title(case, review),
        task=named(case, language),
        name=_author(case),
        link=Link(made.id),
        until=made.expires_at,
    )
    rows = (
        (page(Link(made.id), label="pages.do-page"), page(Link(made.id, sheet.NAME), label="pages.do-sheet")),
        (choice("pages.revoke", made.id, label="pages.do-revoke", style="bad"),),
    )
    return replace(said, choices=rows, card=f"link:{made.id}")


async def revoke(message: InboxMessage, link: str) -> Turn:
    """Take back a link one has made."""
    found = await links.get(number(link) or 0)
    if found is None or found.made_by != person_of(message).id:
        return lost()
    if not await links.revoke(found.id, message.now):
        return _with_way_on(say("pages.not-revoked"))
    await _record("link.revoked", found, message)
    return Turn(says=(replace(_with_way_on(say("pages.revoked")).says[0], card=f"link:{found.id}"),), step=None)


async def gallery(message: InboxMessage, submission: str) -> Turn:
    """Make a link to all pictures of a hand-in, for who may judge it."""
    case = await case_of(message, submission)
    person = person_of(message).id
    if case is None or case.author.id == person or not case.for_person(person):
        return not_ones_own()
    made = await links.make(
        Purpose.GALLERY, made_by=person, person=person, now=message.now, submission=case.submission.id
    )
    await _record("link.made", made, message)
    said = say(
        "pages.gallery",
        name=_author(case),
        task=named(case, message.language),
        link=Link(made.id),
        until=made.expires_at,
    )
    return Turn(says=(replace(said, choices=((page(Link(made.id), label="pages.do-open-gallery"),),)),))


async def _to_send(message: InboxMessage, submission: str) -> Case | Turn:
    """Return the hand-in, or the answer to who may send no link about it."""
    id_ = number(submission)
    case = await load(id_, message.today) if id_ is not None else None
    if case is not None and case.author.id == person_of(message).id:
        return Turn(says=(say("pages.own-work"),), step=None)
    if case is None or not await may_send(case, person_of(message).id, message.today):
        return lost()
    return case


async def _asked(case: Case, body: str) -> StoredReview | None:
    return next((each for each in await without_bot(case) if each.body == body), None)


def _title(case: Case, review: StoredReview) -> str:
    return case.programme.assessor(review.body).short


def _author(case: Case) -> str:
    return case.author.full_name


async def _record(action: str, link: StoredLink, message: InboxMessage) -> None:
    await audit.record(
        action,
        f"submission {link.submission}",
        actor=person_of(message).id,
        chat=message.chat,
        now=message.now,
        link=link.id,
        purpose=link.purpose,
        body=link.body,
    )


def lost() -> Turn:
    """Answer a choice that is old, or was never this person's."""
    return _with_way_on(say("pages.not-there"))


def _with_way_on(said: Say) -> Turn:
    back = choice("pages.open", label="pages.do-waiting")
    menu = choice("menu.open", label="menu.command-menu")
    rows = ((menu,),) if said.text.key == "pages.nothing" else ((back,), (menu,))
    return Turn(says=(replace(said, choices=rows),), step=None)


PAGES = Conversation(
    name="pages",
    command="/duongdan",
    open_=open_,
    steps={"name": name},
    actions={"open": open_, "ask": ask, "to": to, "revoke": revoke, "gallery": gallery},
)
