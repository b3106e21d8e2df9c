"""People's names where there is little room."""

ON_A_BUTTON = 28
"""Letters of a name on a button, beside a mark or a task's code."""


def short(name: str, limit: int = ON_A_BUTTON) -> str:
    """Return a name that fits: a Vietnamese name is known by its end."""
    return name if len(name) <= limit else "…" + name[1 - limit :].partition(" ")[2]
