"""The members of a secretary's unit: the list, a search by name, and whose results are provisional."""

from dataclasses import replace

from handlers.arguments import number
from handlers.conversation import (
    Choice,
    Conversation,
    Data,
    InboxMessage,
    Kind,
    Say,
    Text,
    Turn,
    choice,
    name_of,
    say,
    text,
)
from handlers.secretary.keeping import kept_units, secretary
from handlers.secretary.late import day, late, open_for, sure, until
from handlers.secretary.member import show, show_task
from handlers.secretary.provisional import provisional_after
from journey.text import fold
from locales import texts
from storage import members
from storage.people import Listed

PAGE = 7  # members of one screen: with "more" and the provisional ones nine choices, what a numbered menu carries
QUERY = 40  # letters of a search


async def open_(message: InboxMessage, page: str = "0") -> Turn:
    """List the members by name; a name that is typed is looked for."""
    kept = await kept_units(secretary(message))
    there = await members.count(kept, message.today, besides=secretary(message).id) if kept else 0
    if not there:
        return _nobody(is_secretary=bool(kept))
    first = (number(page, 9999) or 0) * PAGE
    first = first if first < there else 0
    shown = await members.page(kept, message.today, besides=secretary(message).id, first=first, most=PAGE)
    more = (choice("secretary.open", first // PAGE + 1, label="secretary.do-more"),) if first + PAGE < there else ()
    waiting = (choice("secretary.awaiting", label="secretary.do-awaiting"),)
    words = say("secretary.list", n=there, lines=_lines(shown))
    return _screen(words, shown, more, waiting)


async def find(message: InboxMessage, data: Data) -> Turn:
    """Look for the name that was typed; the words that open the list open it here too."""
    del data
    said = fold(message.text)
    if message.kind is not Kind.TEXT or not said or said in texts.words("secretary.words"):
        return await open_(message)
    if said in texts.words("secretary.behind-words"):
        back = (choice("secretary.open", label="secretary.do-list"),)
        return Turn(says=(replace(say("secretary.choose-first"), choices=(back,)),), step="find")
    kept, by, named = await kept_units(secretary(message)), secretary(message).id, said[:QUERY]
    if not kept:
        return _nobody(is_secretary=False)
    there = await members.count(kept, message.today, besides=by, named=named)
    shown = await members.page(kept, message.today, besides=by, named=named, first=0, most=PAGE)
    lines = [*_lines(shown)]
    if there > PAGE:
        lines.append(text("secretary.found-more", n=there - PAGE))
    key = "secretary.found" if shown else "secretary.found-nobody"
    words = say(key, named=" ".join(message.text.split())[:QUERY], n=there, lines=lines)
    return _screen(words, shown, (), (choice("secretary.open", label="secretary.do-list"),))


async def awaiting(message: InboxMessage, page: str = "0") -> Turn:
    """List whose results are provisional, a task a line."""
    kept = await kept_units(secretary(message))
    if not kept:
        return _nobody(is_secretary=False)
    at = number(page, 9999) or 0
    found = await provisional_after(message, kept, at * PAGE, PAGE + 1)
    back = (choice("secretary.open", label="secretary.do-list"),)
    if not found:
        return Turn(says=(replace(say("secretary.awaiting-none"), choices=(back,)),), step=None)
    lines = [
        text("secretary.awaiting-line", n=place, name=name, task=code)
        for place, (_, name, code) in enumerate(found[:PAGE], 1)
    ]
    rows = [
        (choice("secretary.task", id_, code, label="secretary.awaiting-one", name=name_of(name), task=code),)
        for id_, name, code in found[:PAGE]
    ]
    if len(found) > PAGE:
        rows.append((choice("secretary.awaiting", at + 1, label="secretary.do-more"),))
    words = say("secretary.awaiting", lines=lines)
    return Turn(says=(replace(words, choices=(*rows, back)),), step=None)


def _nobody(*, is_secretary: bool) -> Turn:
    menu = choice("menu.open", label="secretary.do-menu")
    key = "secretary.no-members" if is_secretary else "secretary.not-a-secretary"
    return Turn(says=(replace(say(key), choices=((menu,),)),), step=None)


def _screen(words: Say, shown: list[Listed], *rows: tuple[Choice, ...]) -> Turn:
    opened = (
        (choice("secretary.member", each.id, label="secretary.one", name=name_of(each.full_name)),) for each in shown
    )
    card = replace(words, choices=(*opened, *(row for row in rows if row)), card="secretary", fresh=True)
    return Turn(says=(card,), step="find")


def _lines(shown: list[Listed]) -> list[Text]:
    return [
        text("secretary.line", n=place, name=each.full_name, place=each.group or each.unit)
        for place, each in enumerate(shown, 1)
    ]


SECRETARY = Conversation(
    "secretary",
    command="/doanvien",
    open_=open_,
    steps={"find": find, "day": day},
    actions={
        "open": open_,
        "awaiting": awaiting,
        "member": show,
        "task": show_task,
        "late": late,
        "until": until,
        "sure": sure,
        "open_for": open_for,
    },
)
