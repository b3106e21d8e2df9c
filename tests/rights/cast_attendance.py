"""A session of the unit A and one of tổ 2 that take attendance now: Lan was ticked, Hương and Thu have asked."""

from datetime import timedelta

from journey.attendance import Way
from journey.attendance_code import on_screen, seal
from journey.sessions import Scope
from storage import attendance, attendance_key, attendance_questions, session_changes
from tests.rights.cast import MARCH, Cast


async def attended(cast: Cast) -> None:
    """Let them be there, and the code that is on the screen."""
    await attendance_key.make(bytes)
    cast.things |= dict.fromkeys(("nobody/today", "nobody/asked", "nobody/there"), 2**31 - 1)
    scopes = {"thu": Scope(unit=cast.places["A"]), "nam": Scope(group=cast.places["T2"])}
    for who, scope in scopes.items():
        organiser = cast.people["thu" if who == "thu" else "phuc"]
        made = await session_changes.draft(
            season=cast.things["season"], title="Thời sự", task="BB2", starts_at=MARCH, held_on=MARCH.date(),
            minutes=120, scope=scope, organiser=organiser, now=MARCH - timedelta(days=9), place="Hội trường",
        )  # fmt: skip
        _ = await session_changes.plan(made.id, organiser, MARCH - timedelta(days=9))
        cast.things[f"{who}/today"] = made.id
    today = cast.things["thu/today"]
    cast.codes["thu/code"] = seal(on_screen(today, MARCH), await attendance_key.get())
    _ = await attendance.take(today, [cast.people["lan"]], Way.TICKED, at=MARCH, by=cast.people["thu"])
    for who in ("huong", "thu"):
        _ = await attendance_questions.ask(today, cast.people[who], MARCH)
    for who, what in (("lan", "there"), ("huong", "asked"), ("thu", "asked")):
        record = await attendance.of_person(today, cast.people[who])
        assert record is not None
        cast.things[f"{who}/{what}"] = record.id
