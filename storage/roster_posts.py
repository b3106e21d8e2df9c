"""The posts a roster file gives, beside those held by the people it lists."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from journey.people import Role
from storage.people import PostRow
from storage.roster_check import PeopleByWord, is_group_scope, person_key
from storage.roster_lines import Count, Roster, Standing, key
from storage.roster_people import ListedPeople

_AT_ONCE = 5000


@dataclass(frozen=True, slots=True)
class Ended:
    """A role somebody held and the file no longer gives them."""

    person: str
    role: Role


_PostKey = tuple[int, str, int | None, int | None, date | None]


class ListedPosts:
    """The posts the file gives, beside those held by the people it lists."""

    def __init__(
        self,
        roster: Roster,
        people: ListedPeople,
        units: Mapping[str, int],
        groups: Mapping[str, int],
        today: date,
    ) -> None:
        self._today = today
        self._names = {people.ids[person_key(line)]: line.full_name for line in people.lines}
        self._wanted: dict[_PostKey, date | None] = {}
        for person in people.lines:
            if person.is_member:
                post = (
                    people.ids[person_key(person)],
                    Role.MEMBER.value,
                    units[key(person.unit)],
                    None,
                    None,
                )
                self._wanted[post] = None
        there = {key(row.code): row.id for row in people.rows}
        standing = Standing(people={key(row.code): ("", row.folded) for row in people.rows})
        found = PeopleByWord(roster, standing)
        for line in roster.roles:
            named = found.named(line.person)[0]
            in_group = is_group_scope(line.role, line.scope, groups)
            self._wanted[
                people.ids.get(named) or there[named],
                line.role.value,
                units[key(line.scope)] if line.scope and not in_group else None,
                groups[key(line.scope)] if line.scope and in_group else None,
                line.from_on,
            ] = line.to_on
        self.members = {post[0] for post in self._wanted if post[1] == Role.MEMBER}

    async def save(self) -> tuple[Count, tuple[Ended, ...]]:
        """Write the new and changed ones and end what the file no longer gives."""
        there = {_post_key(row): row for row in await PostRow.all()}
        new = [post for post in self._wanted if post not in there]
        changed = [post for post in self._wanted if post in there and there[post].to_on != self._wanted[post]]
        await PostRow.bulk_create([_post(post, self._wanted[post]) for post in new], batch_size=_AT_ONCE)
        await _set_ends((there[post].id, self._wanted[post]) for post in changed)
        ended = [row for row in there.values() if self._is_over(row)]
        await _set_ends((row.id, self._today - timedelta(days=1)) for row in ended)
        count = Count(len(new), len(changed), len(self._wanted) - len(new) - len(changed))
        return count, tuple(Ended(self._names[row.person_id], Role(row.role)) for row in ended)

    def _is_over(self, row: PostRow) -> bool:
        if row.person_id not in self._names or _post_key(row) in self._wanted:
            return False
        return row.to_on is None or row.to_on >= self._today


def _post_key(row: PostRow) -> _PostKey:
    return (row.person_id, row.role, row.unit_id, row.group_id, row.from_on)


def _post(post: _PostKey, to_on: date | None) -> PostRow:
    person, role, unit, group, from_on = post
    return PostRow(person_id=person, role=role, unit_id=unit, group_id=group, from_on=from_on, to_on=to_on)


async def _set_ends(ends: Iterable[tuple[int, date | None]]) -> None:
    by_day: dict[date | None, list[int]] = {}
    for id_, day in ends:
        by_day.setdefault(day, []).append(id_)
    for day, ids in by_day.items():
        for start in range(0, len(ids), _AT_ONCE):
            await PostRow.filter(id__in=ids[start : start + _AT_ONCE]).update(to_on=day)
