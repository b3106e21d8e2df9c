"""What comes back with a choice is text that anybody may have forged."""

MOST = 2**31 - 1  # the largest id of the tables people choose from


def number(raw: str, most: int = MOST) -> int | None:
    """Return `raw` as a number from 0 to `most`, None for anything else."""
    if not (raw.isascii() and raw.isdecimal()) or len(raw) > 19:
        return None
    value = int(raw)
    return value if value <= most else None
