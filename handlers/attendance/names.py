"""Finding people on a list by the names that were typed: "Lan, Nguyễn Văn An"."""

import re
from collections.abc import Sequence

from journey.text import fold
from storage.attendance import Attendee

_BETWEEN = re.compile(r"[,;\n]+")


class Unclear(Exception):
    """A name that nobody on the list has, or `several` have."""

    def __init__(self, name: str, *, several: bool) -> None:
        super().__init__(several)
        self.name = name
        self.several = several


def absentees(said: str, listed: Sequence[Attendee]) -> list[Attendee]:
    """Return whom `said` names, each by the whole name or its end, with or without accents.

    Raises:
        Unclear: a name is nobody's or several people's; nothing named at all is nobody's.
    """
    names = [name.strip() for name in _BETWEEN.split(said) if name.strip()] or [said.strip()]
    return list({each.person: each for each in (_one(name, listed) for name in names)}.values())


def _one(name: str, listed: Sequence[Attendee]) -> Attendee:
    wanted = fold(name)
    whole = [each for each in listed if fold(each.name) == wanted]
    found = whole or [each for each in listed if wanted and fold(each.name).endswith(f" {wanted}")]
    exact = [each for each in found if each.name.casefold().endswith(name.casefold())] if len(found) > 1 else found
    if len(exact) == 1:
        return exact[0]
    raise Unclear(name, several=len(found) > 1)
