"""Bringing a whole roster in: all or nothing, in one transaction, as often as one likes."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from storage import audit, enrolments, programmes
from storage.database import transaction
from storage.people import PersonRow
from storage.roster_check import check
from storage.roster_lines import Count, Fault, Roster, Standing, key
from storage.roster_people import ListedPeople
from storage.roster_posts import Ended, ListedPosts
from storage.units import GroupRow, UnitRow


@dataclass(frozen=True, slots=True)
class Report:
    """What an import did. `unlisted` are the names of people the file leaves out: they stay as they are."""

    units: Count
    groups: Count
    people: Count
    roles: Count
    ended: tuple[Ended, ...]
    enrolled: int
    unlisted: tuple[str, ...]

    @property
    def changes_something(self) -> bool:
        """Say whether anything differs from before."""
        counts = (self.units, self.groups, self.people, self.roles)
        return bool(any(count.new or count.changed for count in counts) or self.ended or self.enrolled)


class BrokenRoster(Exception):
    """The lines do not agree; nothing was changed."""

    def __init__(self, faults: tuple[Fault, ...]) -> None:
        super().__init__(f"{len(faults)} faults")
        self.faults = faults


class _DryRun(Exception):
    """Takes a finished import back."""


async def faults(roster: Roster) -> tuple[Fault, ...]:
    """Return every mistake of `roster`, seen beside what the database holds."""
    units = {row.id: row async for row in UnitRow.all()}
    codes = {id_: key(row.code) for id_, row in units.items()}
    standing = Standing(
        {codes[row.id]: codes.get(row.parent_id or 0, "") for row in units.values()},
        frozenset([key(row.code) async for row in GroupRow.all()]),
        {key(row.code): (codes.get(row.unit_id or 0, ""), row.folded) async for row in PersonRow.all()},
    )
    return check(roster, standing)


async def bring_in(roster: Roster, *, now: datetime, today: date, chat: str, dry_run: bool = False) -> Report:
    """Make the database say what `roster` says, and return what that changed.

    Nobody is deleted. Of the people listed, a role that the file no longer gives ends the day before `today`
    (local). Members are enrolled in the current season. A `dry_run` does the same and takes it back.

    Raises:
        BrokenRoster: with every mistake; nothing was changed.
    """
    report = Report(Count(), Count(), Count(), Count(), (), 0, ())
    try:
        async with transaction():
            report = await _bring_in(roster, today)
            await audit.record("roster.imported", "roster", actor=None, chat=chat, now=now, **_counts(report))
            if dry_run:
                raise _DryRun
    except _DryRun:
        pass
    return report


async def _bring_in(roster: Roster, today: date) -> Report:
    if found := await faults(roster):
        raise BrokenRoster(found)
    units = await _Units.bring_in(roster)
    groups, group_ids = await _groups(roster, units.ids)
    people = ListedPeople(roster, await PersonRow.all(), units.ids, group_ids)
    count = await people.save()
    posts = ListedPosts(roster, people, units.ids, group_ids, today)
    roles, ended = await posts.save()
    return Report(units.count, groups, count, roles, ended, await _enrol(posts.members), people.unlisted())


def _counts(report: Report) -> dict[str, object]:
    return {
        "units": [report.units.new, report.units.changed],
        "groups": [report.groups.new, report.groups.changed],
        "people": [report.people.new, report.people.changed],
        "roles": [report.roles.new, report.roles.changed, len(report.ended)],
        "enrolled": report.enrolled,
    }


async def _enrol(members: Collection[int]) -> int:
    season = await programmes.current_season()
    return await enrolments.enrol_all(members, season.id) if season else 0


@dataclass(frozen=True, slots=True)
class _Units:
    """Units by code, after the file's are in."""

    ids: Mapping[str, int]
    count: Count

    @classmethod
    async def bring_in(cls, roster: Roster) -> "_Units":
        """Make the units first, then hang each under its parent."""
        before = {key(row.code): row for row in await UnitRow.all()}
        new = [line for line in roster.units if key(line.code) not in before]
        await UnitRow.bulk_create([UnitRow(code=line.code, name=line.name) for line in new])
        rows = {key(row.code): row for row in await UnitRow.all()}
        changed = 0
        for line in roster.units:
            row = rows[key(line.code)]
            parent = rows[key(line.parent)].id if line.parent else None
            said = (line.name, line.kind, parent, line.valid_from, line.valid_to)
            if said != (row.name, row.kind, row.parent_id, row.valid_from, row.valid_to):
                changed += key(line.code) in before
                row.name, row.kind, row.parent_id, row.valid_from, row.valid_to = said
                await row.save()
        ids = {code: row.id for code, row in rows.items()}
        return cls(ids, Count(len(new), changed, len(roster.units) - len(new) - changed))


async def _groups(roster: Roster, units: Mapping[str, int]) -> tuple[Count, dict[str, int]]:
    rows = {key(row.code): row for row in await GroupRow.all()}
    new, changed = [], 0
    for line in roster.groups:
        said = (line.name, units[key(line.unit)])
        row = rows.get(key(line.code))
        if row is None:
            new.append(GroupRow(code=line.code, name=said[0], unit_id=said[1]))
        elif said != (row.name, row.unit_id):
            changed += 1
            await GroupRow.filter(id=row.id).update(name=said[0], unit_id=said[1])
    await GroupRow.bulk_create(new)
    ids = {key(row.code): row.id for row in await GroupRow.all()}
    return Count(len(new), changed, len(roster.groups) - len(new) - changed), ids
