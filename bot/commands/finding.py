"""What `hanhtrinh doctor` finds: how it stands, and the line about it with the remedy."""

from typing import Literal

Finding = tuple[Literal["good", "bad", "note"], str]
