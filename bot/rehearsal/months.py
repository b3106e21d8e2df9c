"""What a rehearsal keeps by the month: how much was said to people and heard of them, by their group or kind."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

from bot.rehearsal.people import Player


@dataclass(frozen=True, slots=True)
class Use:
    """What one person used of a month on average: `said` to them, `heard` of them, among so many `people`."""

    people: int
    said: float
    heard: float


@dataclass(slots=True)
class Months:
    """Sums by (month, place): a member's group, an officer's kind. Whoever has got a message is there from then on."""

    players: Mapping[str, Player]
    said: Counter[tuple[int, str]] = field(default_factory=Counter)
    heard: Counter[tuple[int, str]] = field(default_factory=Counter)
    _there: Counter[tuple[int, str]] = field(default_factory=Counter)
    _known: set[str] = field(default_factory=set)

    def count(self, month: int, said: Counter[str], heard: Counter[str]) -> None:
        """Add what was said to chats and heard of them on a day of `month`."""
        for of, sums in ((said, self.said), (heard, self.heard)):
            for chat, number in of.items():
                sums[month, _place(self.players[chat])] += number
        for chat in (said | heard).keys() - self._known:
            self._known.add(chat)
            self._there[month, _place(self.players[chat])] += 1

    @property
    def months(self) -> range:
        """The months from the first to the last in which anything was said."""
        named = [month for month, _ in self.said]
        return range(min(named), max(named) + 1) if named else range(0)

    def use(self, month: int, places: set[str]) -> Use:
        """Return what people of `places`, those who were there by then, used of `month`."""
        people = sum(number for (first, place), number in self._there.items() if first <= month and place in places)
        said, heard = (sum(of[month, place] for place in places) for of in (self.said, self.heard))
        return Use(people, said / people, heard / people) if people else Use(0, 0.0, 0.0)


def _place(player: Player) -> str:
    return player.group if player.member else player.kind
