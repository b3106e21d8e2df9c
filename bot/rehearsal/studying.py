"""Sessions of study as people live them: announced by a secretary, answered, attended by the code on the screen."""

from datetime import date, datetime

from bot.rehearsal.acting import Act, Hand, Stuck
from journey.attendance_code import on_screen, seal

A_TIME = "08:00"
QUESTIONS = 4
"""What a secretary is asked at most before a session can be planned."""


def announce(hand: Hand, task: str, day: date, place: str) -> Act:
    """Make a session of `task` on `day` (local), and tell whom it is for."""
    yield hand.says("/buoihoc")
    yield hand.taps("sessions.new")
    yield hand.taps(f"sessions.kind {task}")
    yield hand.says(f"{day:%d/%m/%Y} {A_TIME}")
    for _ in range(QUESTIONS):
        if hand.phone.offered("sessions.plan"):
            yield hand.taps("sessions.plan")
            return
        yield hand.says(place)
    raise Stuck("sessions.plan")


def planned(hand: Hand) -> int | None:
    """Return the session that `hand` has just planned: the card shows it; None without one."""
    shown = hand.phone.offered("sessions.show")
    return int(shown.split(" ")[1]) if shown else None


def answer(hand: Hand, session: int) -> Act:
    """Say that one comes, if it is still asked."""
    if going := hand.phone.find(f"calendar.going {session}"):
        yield hand.taps_exactly(going)


def attend(hand: Hand, session: int, key: bytes, now: datetime) -> Act:
    """Scan the code as it is on the screen at `now` (UTC)."""
    yield hand.starts(seal(on_screen(session, now), key))
