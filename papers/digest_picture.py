"""The picture of a unit's progress: a bar a group, one under the other, as a phone shows it."""

from dataclasses import dataclass

from papers.typesetting import typeset


@dataclass(frozen=True)
class PartBar:
    """One group; of its `members`, those who are neither done, provisional nor in progress have not registered."""

    name: str
    members: int
    done: int
    provisional: int
    in_progress: int
    label: str
    """How many of how many, as in "12/48"."""


@dataclass(frozen=True)
class DigestPicture:
    """One picture; every word as it is to be read."""

    title: str
    place: str
    at: str
    members: str
    legend: tuple[str, str, str, str]
    """What done, provisional, in progress and not registered are called."""
    note: str
    """What the label of a bar says."""
    bars: tuple[PartBar, ...]


def draw(picture: DigestPicture) -> bytes:
    """Return a PNG 1080 pixels wide, as tall as the groups need; about 20 ms."""
    return typeset("digest.typ", picture, "png")
