"""Whom an officer writes to: part of a unit or a group, in a short form that fits a choice."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from journey.criteria import need
from journey.people import Post, Role
from journey.person import Person, with_posts
from journey.programme import CriteriaRule, Criterion, Kind, Task
from journey.sending_hours import Audience
from journey.sessions import Scope, may_hold, posts_that_hold


class Who(StrEnum):
    """Which people of a scope; what they have in common is in the segment's `subject`."""

    EVERYONE = "all"  # every member
    NOT_REGISTERED = "new"
    SILENT = "silent"  # registered, nothing handed in yet
    AT_RISK = "risk"  # registered, and may not come to the end of the year (journey/at_risk.py)
    BEHIND = "behind"  # on a task: its code
    ROLE = "role"  # holders of a role: its value
    DECLINED = "declined"  # who said they would not come to a session: its id
    MISSED = "missed"  # who neither declined nor came to a session: its id
    ONE = "one"  # a person: the id


ROLES = tuple(role for role in Role if role is not Role.MEMBER)
"""Which roles an officer may write to; members are everyone."""

_FORM = re.compile(r"([a-z]+)(?::([A-Za-z0-9_.-]{1,24}))?@(\*|[ug][0-9]{1,9})", re.ASCII)
_ABOUT_AN_ID = frozenset({Who.DECLINED, Who.MISSED, Who.ONE})
_ABOUT_NOTHING = frozenset({Who.EVERYONE, Who.NOT_REGISTERED, Who.SILENT, Who.AT_RISK})


@dataclass(frozen=True, slots=True)
class Segment:
    """`who` of a scope (a unit with all below it, a group, everywhere); as text "behind:RL2@u12"."""

    who: Who
    scope: Scope
    subject: str = ""

    def __str__(self) -> str:
        subject = f":{self.subject}" if self.subject else ""
        return f"{self.who}{subject}@{place(self.scope)}"

    @property
    def audience(self) -> Audience:
        """Return whose hours hold for it."""
        return Audience.OFFICER if self.who is Who.ROLE else Audience.MEMBER


def one(person: int) -> Segment:
    """Return the segment of one person; whether somebody may write to them goes by their unit and group."""
    return Segment(Who.ONE, Scope(), str(person))


def place(scope: Scope) -> str:
    """Return a scope as text: "u12", "g3", "*" for everywhere."""
    if scope.group is not None:
        return f"g{scope.group}"
    return "*" if scope.unit is None else f"u{scope.unit}"


def read_place(raw: str) -> Scope | None:
    """Return the scope that `place` wrote, None for anything else."""
    if raw == "*":
        return Scope()
    if re.fullmatch(r"[ug][0-9]{1,9}", raw, re.ASCII) is None:
        return None
    id_ = int(raw[1:])
    return Scope(unit=id_) if raw[0] == "u" else Scope(group=id_)


def read(raw: str) -> Segment | None:
    """Return the segment that was written as text, None for anything else."""
    found = _FORM.fullmatch(raw)
    if found is None or found[1] not in set(Who):
        return None
    who, subject, scope = Who(found[1]), found[2] or "", read_place(found[3])
    if scope is None or (who in _ABOUT_NOTHING) != (not subject):
        return None
    if who in _ABOUT_AN_ID and not (subject.isdecimal() and len(subject) <= 9):
        return None
    return None if who is Who.ROLE and subject not in ROLES else Segment(who, scope, subject)


def post_for(person: Person, scope: Scope, path: Sequence[int]) -> Post | None:
    """Return the post by which `person` writes to `scope`, None without one.

    Whoever may hold a session for people may write to them: `path` is as for `may_hold`. Of several posts a secretary's
    is the one people know.
    """
    posts = sorted(posts_that_hold(person.posts), key=lambda post: post.role is not Role.SECRETARY)
    return next((post for post in posts if may_hold(with_posts(person, [post]), scope, path)), None)


def counted(task: Task) -> tuple[Criterion, int] | None:
    """Return the criterion of `task` that several hand-ins add up to and how many are needed; None: one is enough."""
    if task.criteria_rule is CriteriaRule.ANY:
        return None
    found = ((each, need(task, each)) for each in task.criteria if each.kind is Kind.COUNT)
    return next((each for each in found if each[1] > 1), None)
