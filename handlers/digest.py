"""The week of one's unit or group: seen whenever it is asked for, the lines behind it, and when it comes by itself."""

from dataclasses import replace

from handlers.arguments import number
from handlers.conversation import Choice, Conversation, InboxMessage, Turn, choice, name_of, say, text
from handlers.digest_asking import Asking, asking
from handlers.digest_when import choose, day, off, when
from journey.calendar import quarter_name
from journey.digest import Digest, Kept
from journey.digest_time import week_of
from locales import digest_files, digest_words
from storage import audit, digest_lines, digest_pages, digests, figures

PAGE = 7
"""Members of one screen, with "more" and the way back nine choices: what a numbered menu carries."""


async def open_(message: InboxMessage, *_args: str) -> Turn:
    """Show the figures as they are now, beside those of the last digest that came by itself."""
    found = await asking(message)
    if isinstance(found, Turn):
        return found
    digest = await _now(found, message)
    if not digest.tally.members:
        return Turn(says=(replace(say("digest.no-members"), choices=(_MENU,)),), step=None)
    [page] = await digest_pages.pages([digest], found.where, message.now, message.today, named=digest_words.NAMED)
    is_open = message.today <= found.season.closes_on
    shown = digest_words.full(page, await _before(found, message), message.now, found.season.year, is_open=is_open)
    return Turn(says=(shown,), step=None)


async def _now(found: Asking, message: InboxMessage) -> Digest:
    known = await figures.of([found.who], found.season, message.local, allowed=message.allowed)
    return found.where.fold(found.who, known)


async def _before(found: Asking, message: InboxMessage) -> Kept | None:
    last = (await digests.last([found.person.id], week_of(message.today))).get(found.person.id)
    return last.kept if last and last.kept.of == found.who.named else None


async def people(message: InboxMessage, page: str = "0") -> Turn:
    """List those to look after by name, to write to one of them."""
    found = await asking(message)
    if isinstance(found, Turn):
        return found
    digest = await _now(found, message)
    [shown] = await digest_pages.pages([digest], found.where, message.now, message.today, named=len(digest.noticed))
    if not shown.named:
        return Turn(says=(replace(say("digest.people-none"), choices=(_BACK,)),), step=None)
    at = (number(page, 9999) or 0) * PAGE
    at = at if at < len(shown.named) else 0
    here = shown.named[at : at + PAGE]
    lines = [
        text("digest.people-line", n=place, name=each.name, fact=digest_words.fact(each.why))
        for place, each in enumerate(here, 1)
    ]
    rows = [
        (choice("broadcast.one", each.person, label="digest.people-one", name=name_of(each.name)),) for each in here
    ]
    if at + PAGE < len(shown.named):
        rows.append((choice("digest.people", at // PAGE + 1, label="digest.do-more"),))
    words = say("digest.people", n=len(shown.named), lines=lines)
    return Turn(says=(replace(words, choices=(*rows, _BACK)),), step=None)


async def file(message: InboxMessage) -> Turn:
    """Give the workbook with the lines behind the figures of this moment; who took it is in the trail."""
    found = await asking(message)
    if isinstance(found, Turn):
        return found
    lines = await digest_lines.of(found.who, found.where, found.season, message.local, message.allowed)
    await audit.record(
        "digest.read",
        f"season {found.season.id}",
        actor=found.person.id,
        chat=message.chat,
        now=message.now,
        members=len(lines.members),
    )
    said = [text("digest.file", place=lines.page.place, at=message.now)]
    if len(lines.members) < lines.page.digest.tally.members:
        said.append(text("digest.file-cut", n=len(lines.members)))
    document = digest_files.workbook(lines, message.now, message.zone)
    rows = ((choice("digest.quarter", label="digest.do-quarter"),), _BACK)
    return Turn(says=(replace(say("digest.lines", lines=said), choices=rows, documents=(document,)),), step=None)


async def quarterly(message: InboxMessage) -> Turn:
    """Give the statistics of this quarter by group or unit, as the committees are sent them; no names in it."""
    found = await asking(message)
    if isinstance(found, Turn):
        return found
    lines = await digest_lines.of_quarter(found.who, found.where, found.season, message.local)
    document = digest_files.quarterly(lines, message.now, message.today)
    named, year = quarter_name(message.today), str(message.today.year)
    words = say("digest.quarter", place=lines.page.place, quarter=named, year=year, at=message.now)
    return Turn(says=(replace(words, choices=(_BACK,), documents=(document,)),), step=None)


_BACK: tuple[Choice, ...] = (choice("digest.open", label="digest.do-back"),)
_MENU: tuple[Choice, ...] = (choice("menu.open", label="digest.do-menu"),)

DIGEST = Conversation(
    "digest",
    command="/tuan",
    open_=open_,
    actions={
        "open": open_,
        "people": people,
        "file": file,
        "quarter": quarterly,
        "when": when,
        "day": day,
        "at": choose,
        "off": off,
    },
)
