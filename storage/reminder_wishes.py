"""How each person wants to be reminded: in which hours, of what not at all, how often, not before which day."""

from collections.abc import Collection
from datetime import date, time

from tortoise import fields
from tortoise.models import Model

from journey.reminders import Kind
from journey.reminding import Wishes
from journey.sending_hours import Own
from storage import sql
from storage.people import PersonRow


class WishesRow(Model):
    """What one person asked for.

    Nothing is kept of who asked for nothing. `opens` and `closes` are local ("13:30"), "" for the house's hours.
    `muted` lists kinds (journey/reminders.py) by blanks. `paused_until` is a local day, inclusive. `a_week` is None for
    the house's number.
    """

    id = fields.IntField(primary_key=True)
    person: fields.OneToOneRelation[PersonRow] = fields.OneToOneField(
        "models.PersonRow", related_name="reminder_wishes", on_delete=fields.CASCADE
    )
    person_id: int
    opens = fields.CharField(max_length=5, db_default="")
    closes = fields.CharField(max_length=5, db_default="")
    muted = fields.TextField(db_default="")
    paused_until = fields.DateField(null=True)
    a_week = fields.SmallIntField(null=True)

    class Meta:
        table = "reminder_wishes"


def _wishes(opens: str, closes: str, muted: str, paused_until: date | str | None, a_week: int | None) -> Wishes:
    own = Own(time.fromisoformat(opens), time.fromisoformat(closes)) if opens else None
    until = date.fromisoformat(paused_until) if isinstance(paused_until, str) else paused_until
    return Wishes(own, frozenset(muted.split()), until, a_week)


async def of_people(people: Collection[int]) -> dict[int, Wishes]:
    """Return the wishes of those of `people` who have any."""
    found = await sql.tuples(
        "SELECT person_id, opens, closes, muted, paused_until, a_week FROM reminder_wishes"
        f" WHERE {sql.among('person_id', '?1')}",
        sql.listed(people),
    )
    return {person: _wishes(*cells) for person, *cells in found}


async def of_person(person: int) -> Wishes:
    """Return how one person wants to be reminded."""
    return (await of_people([person])).get(person, Wishes())


async def mute(person: int, kind: Kind) -> None:
    """Remind `person` of nothing of `kind`."""
    wishes = await _held(person)
    await _set(person, "muted", " ".join(sorted({*wishes.muted, kind})))


async def unmute(person: int, kind: Kind) -> None:
    """Remind `person` of `kind` again."""
    wishes = await _held(person)
    await _set(person, "muted", " ".join(sorted(wishes.muted - {kind})))


async def keep_hours(person: int, own: Own | None) -> None:
    """Write to `person` in their own hours (local); None: in the house's."""
    await _held(person)
    await _set(person, "opens", f"{own.opens:%H:%M}" if own else "")
    await _set(person, "closes", f"{own.closes:%H:%M}" if own else "")


async def pause(person: int, until: date | None) -> None:
    """Remind `person` of nothing up to and with `until` (local); None ends it."""
    await _held(person)
    await _set(person, "paused_until", until and sql.day(until))


async def keep_budget(person: int, a_week: int | None) -> None:
    """Write to `person` on so many days a week at most; None: on as many as the house does."""
    await _held(person)
    await _set(person, "a_week", a_week)


async def _held(person: int) -> Wishes:
    """Return the wishes of `person`, whose row is there now and held: of two phones one comes after the other."""
    await sql.run(
        "INSERT INTO reminder_wishes (person_id) VALUES (?1)"
        " ON CONFLICT (person_id) DO UPDATE SET person_id = excluded.person_id",
        person,
    )
    return await of_person(person)


async def _set(person: int, column: str, value: object) -> None:
    await sql.run(f"UPDATE reminder_wishes SET {column} = ?1 WHERE person_id = ?2", value, person)
