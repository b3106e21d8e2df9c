"""People's names where there is little room."""


def short(name: str, limit: int) -> str:
    """Return a name that fits: a Vietnamese name is known by its end."""
    return name if len(name) <= limit else "…" + name[1 - limit :].partition(" ")[2]
