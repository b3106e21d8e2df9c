"""Sessions to run and to answer: one of the unit A, one of tổ 1, and what their organisers are putting together."""

from datetime import timedelta

from journey.sessions import Scope
from storage import session_changes
from tests.rights.cast import MARCH, Cast


async def sessions_planned(cast: Cast) -> None:
    """Let the secretary of A and the supervisor of tổ 1 each have a session planned and one being made."""
    scopes = {"thu": Scope(unit=cast.places["A"]), "binh": Scope(group=cast.places["T1"])}
    cast.codes |= {"scope-a": f"u{cast.places['A']}", "scope-t1": f"g{cast.places['T1']}"}
    cast.things |= dict.fromkeys(("nobody/session", "nobody/making"), 2**31 - 1)
    for who, scope in scopes.items():
        for what in ("session", "making"):
            made = await session_changes.draft(
                season=cast.things["season"],
                title="Thời sự",
                task="BB2",
                starts_at=MARCH + timedelta(days=13),
                held_on=(MARCH + timedelta(days=13)).date(),
                minutes=120,
                scope=scope,
                organiser=cast.people[who],
                now=MARCH,
                place="Hội trường",
            )
            if what == "session":
                _ = await session_changes.plan(made.id, cast.people[who], MARCH)
            cast.things[f"{who}/{what}"] = made.id
