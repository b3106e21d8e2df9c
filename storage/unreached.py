"""Members who have come and whom nothing can reach now: they blocked us, or no chat of theirs may be written to."""

from datetime import date, datetime

from journey.allowance import Allowances
from journey.digest import Barrier, Place, Scope, Unreached
from journey.people import Role
from storage import reach, sql
from storage.standings import member, scoped, within

URGENCY = 5
"""What officers want to know is whom a reminder does not reach (locales/saying.py)."""

_CHAT = "EXISTS (SELECT 1 FROM chats c WHERE c.person_id = p.id{})"


async def of(who: Scope, allowed: Allowances, now: datetime, today: date) -> dict[Place, list[Unreached]]:
    """Return those of `who` at `now` (UTC), on `today` (local), by place; who never came is no such member."""
    maybe = "" if allowed.plans else f" AND NOT {_CHAT.format(' AND c.reachable')}"
    rows = await sql.tuples(
        f"SELECT p.id, p.unit_id, p.group_id FROM people p WHERE {member('?1', '?2')} AND {within('?3', '?4')}"
        f" AND {_CHAT.format('')}{maybe} ORDER BY p.id",
        str(Role.MEMBER),
        sql.day(today),
        *scoped(who),
    )
    reached = await reach.people([row[0] for row in rows], allowed, now, URGENCY) if allowed.plans else {}
    found: dict[Place, list[Unreached]] = {}
    for person, unit, group in rows:
        if person not in reached:
            found.setdefault((unit, group), []).append(Unreached(person, Barrier.BLOCKED))
        elif not reached[person].is_open:
            found.setdefault((unit, group), []).append(Unreached(person, Barrier(reached[person].why)))
    return found
