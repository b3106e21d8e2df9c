"""What officers wrote: a text that is not confirmed, one that is leaving, one that is done, of unit A and of tổ 1."""

from journey.people import Role
from journey.segments import Segment, Who
from journey.sessions import Scope
from storage import broadcast_recipients, broadcasts
from storage.broadcasts import Missed
from tests.rights.cast import MARCH, Cast


async def written(cast: Cast) -> None:
    """Let the secretary of A and the supervisor of tổ 1 each have written three; nobody got the one that is done."""
    scopes = {
        "thu": (Scope(unit=cast.places["A"]), Role.SECRETARY),
        "binh": (Scope(group=cast.places["T1"]), Role.SUPERVISOR),
    }
    cast.codes |= {f"{who}-a": f"{who}@u{cast.places['A']}" for who in ("all", "new")}
    cast.codes |= {f"{who}-t1": f"{who}@g{cast.places['T1']}" for who in ("all", "new")}
    cast.things |= dict.fromkeys(("nobody/written", "nobody/leaving", "nobody/left"), 2**31 - 1)
    for who, (scope, role) in scopes.items():
        for what in ("left", "leaving", "written"):
            id_ = await broadcasts.draft(
                Segment(Who.EVERYONE, scope),
                "Mời các bạn dự họp",
                author=cast.people[who],
                chat=cast.chat(who),
                season=cast.things["season"],
                again_of=None,
                role=role,
                place="",
                now=MARCH,
            )
            cast.things[f"{who}/{what}"] = id_
            if what != "written":
                _ = await broadcasts.change(id_, "draft", "running", MARCH)
            if what == "left":
                kept = await broadcasts.of_author(id_, cast.people[who])
                assert kept is not None
                _ = await broadcasts.address(kept, MARCH)
                people = [person for person, _ in await broadcast_recipients.waiting(id_, 99)]
                await broadcast_recipients.miss(id_, people, Missed.STOPPED)
                _ = await broadcasts.change(id_, "running", "done", MARCH)
