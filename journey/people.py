"""Who people are in the roster: roles and where they hold."""

from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    MEMBER = "member"
    GROUP_LEADER = "group_leader"
    SUPERVISOR = "supervisor"
    SECRETARY = "secretary"
    EXECUTIVE = "executive"  # BCH Đoàn cơ sở
    STANDING_COMMITTEE = "standing_committee"
    PARTY_COMMITTEE = "party_committee"
    ORGANISER = "organiser"


@dataclass(frozen=True, slots=True)
class Post:
    """One role of one person, for a unit, a group, or (both None) everywhere."""

    person: int
    role: Role
    unit: int | None
    group: int | None
