"""The word of the day: for those who cannot scan. Typed as it was heard, with or without accents."""

import re
from functools import cache
from zoneinfo import ZoneInfo

from handlers.attendance.scan import Coming, come
from handlers.conversation import InboxMessage, Turn, say
from journey.attendance import Phase, Way, phase
from journey.attendance_code import pick
from journey.attendance_window import LATEST
from journey.people import Role
from journey.text import fold
from locales import texts
from storage import attendance, attendance_key, attendance_windows, invitations, sessions
from storage.sessions import Session

_FORM = re.compile(r"(.+?)\s*(\d\d)")


@cache
def _words() -> tuple[str, ...]:
    said = texts.render(texts.LANGUAGES[0], "attendance.day-words", {}, ZoneInfo("UTC"))
    return tuple(word.strip() for word in said.split("|"))


async def word_of(session: Session) -> str:
    """Return the word of `session`, drawn when it is first asked for."""
    if session.word:
        return session.word
    return await attendance.keep_word(session.id, pick(_words(), session.id, await attendance_key.get()))


def is_word(said: str) -> bool:
    """Say whether a text has the form of a word of the day: one of ours and two digits."""
    found = _FORM.fullmatch(fold(said))
    return found is not None and found[1] in texts.words("attendance.day-words")


async def word_said(message: InboxMessage) -> Turn | None:
    """Answer what may be the word of a session that is on now; None for anything else. Wrong ones are counted."""
    person = message.person
    if person is None or not person.has(Role.MEMBER) or not is_word(message.text):
        return None
    on = [
        each
        for each in await sessions.coming(person, message.now - LATEST)
        if each.state == "planned" and each.word and await _is_open(each, message)
    ]
    if not on:
        return Turn(says=(say("attendance.word-no-session"),))
    guesses = f"word:{person.id}"
    if until := await invitations.blocked_until(guesses, message.now):
        return Turn(says=(say("attendance.word-blocked", until=until),))
    meant = next((each for each in on if _bare(each.word) == _bare(message.text)), None)
    if meant is None:
        left = await invitations.count_wrong(guesses, message.now)
        return Turn(says=(say("attendance.word-wrong", left=left),))
    return await come(message, Coming(meant, Way.WORD, message.now))


async def _is_open(session: Session, message: InboxMessage) -> bool:
    window = await attendance_windows.of_season(session.season)
    return phase(session, message.now, window) is Phase.OPEN


def _bare(said: str) -> str:
    return fold(said).replace(" ", "")
