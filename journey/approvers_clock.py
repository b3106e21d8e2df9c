"""How long an approval may wait before somebody else hears of it."""

from enum import StrEnum


class Stage(StrEnum):
    """What was done about a review that waits too long, in this order."""

    NUDGED = "nudged"
    SUBSTITUTE = "substitute"
    NEXT_LEVEL = "next_level"
