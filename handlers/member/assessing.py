"""Who would assess a member's tasks, as the roster knows them today."""

from collections.abc import Mapping, Sequence
from datetime import date

from journey.assessors import people_for
from journey.people import Role
from journey.person import Person
from journey.programme import Programme, Task
from journey.substitutes import chain
from storage import people, substitutes, units


async def people_by_body(
    programme: Programme, tasks: Sequence[Task], member: Person, today: date
) -> Mapping[str, tuple[str, ...]]:
    """Return full names by assessor code, for the bodies of `tasks`: substitutes last, () where there is nobody."""
    codes = {code for task in tasks for code in task.assessment.codes}
    bodies = [programme.assessor(code) for code in sorted(codes)]
    path = await units.unit_path(member.unit)
    roles = {body.role for body in bodies} | {Role.GROUP_LEADER, Role.SUPERVISOR}
    posts = await people.holders_near(roles, today, path, member.group)
    found = {
        body.code: people_for(body, author=member.id, unit_path=path, group=member.group, posts=posts)
        for body in bodies
    }
    away = await substitutes.on(today, {first for named in found.values() for first in named})
    for code, named in found.items():
        standing_in = [each for first in named for each in chain(first, away, author=member.id)]
        found[code] = tuple(dict.fromkeys((*named, *standing_in)))
    names = await people.names({id_ for ids in found.values() for id_ in ids})
    return {code: tuple(names[id_] for id_ in ids) for code, ids in found.items()}
