"""Who decides in somebody's place while they are away."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Substitution:
    """`substitute` decides beside `absent` on every local day from `from_on` to `to_on`, both included.

    `set_by` is who said so; all three are people.
    """

    id: int
    absent: int
    substitute: int
    from_on: date
    to_on: date
    set_by: int | None
