"""Which of the messages that wait may leave next: the urgent first, in order within a chat, when its pace allows."""

import heapq
from bisect import insort
from collections import Counter
from collections.abc import Callable, Collection, Iterable

from storage.outbox import Owed


class Departures:
    """The rows in hand, a line a chat.

    `chat_free_at` says when (ms) the chat of a row is free again, `turns` how many rows of a bot may leave at a moment
    (ms) and, when that is none, from when (ms) on there are more.
    """

    def __init__(self, chat_free_at: Callable[[Owed], int], turns: Callable[[str, int], tuple[int, int]]) -> None:
        self._chat_free_at = chat_free_at
        self._turns = turns
        self._rows: dict[int, Owed] = {}
        self._lines: dict[str, list[tuple[int, int]]] = {}
        self._later: list[tuple[int, str]] = []
        self._ready: dict[str, list[tuple[int, int, str]]] = {}
        self._away: set[str] = set()
        self._of_bot: Counter[str] = Counter()

    def __len__(self) -> int:
        return len(self._rows)

    def of_bot(self, bot: str) -> int:
        """Return how many rows of a bot are in hand."""
        return self._of_bot[bot]

    def __contains__(self, id_: int) -> bool:
        return id_ in self._rows

    @property
    def away(self) -> Collection[str]:
        """The lines of which a row is being sent."""
        return self._away

    def add(self, row: Owed) -> None:
        """Take a row in; one that is in hand is replaced."""
        self.drop(row.id)
        line = line_of(row)
        self._rows[row.id] = row
        self._of_bot[row.chat.partition(":")[0]] += 1
        insort(self._lines.setdefault(line, []), (row.priority, row.id))
        self._look_at(line, row.not_before)

    def drop(self, id_: int) -> None:
        """Let a row go; the next of its line comes forward."""
        row = self._rows.pop(id_, None)
        if row is None:
            return
        self._of_bot[row.chat.partition(":")[0]] -= 1
        line = line_of(row)
        self._lines[line].remove((row.priority, id_))
        if not self._lines[line]:
            del self._lines[line]
        self._look_at(line, 0)

    def drop_line(self, line: str) -> None:
        """Let all rows of a line go."""
        for _, id_ in list(self._lines.get(line, ())):
            self.drop(id_)

    def leave(self, row: Owed) -> None:
        """Send a row off: nothing else of its line leaves until it is back."""
        self._away.add(line_of(row))
        self.drop(row.id)

    def back(self, lines: Iterable[str]) -> None:
        """Let the next of each line leave."""
        for line in lines:
            self._away.discard(line)
            self._look_at(line, 0)

    def stay(self, row: Owed) -> None:
        """Put a head back that could not leave after all."""
        if row.id in self._rows:
            self._look_at(line_of(row), max(row.not_before, self._chat_free_at(row)))

    def heads(self, now: int, room: int) -> list[Owed]:
        """Return the heads of the lines that may leave at `now` (ms), the urgent first, `room` at most.

        Each is then sent off, dropped, or put back with `stay`.
        """
        while self._later and self._later[0][0] <= now:
            self._come_forward(heapq.heappop(self._later)[1], now)
        found: dict[str, Owed] = {}
        for bot, ready in self._ready.items():
            most = min(room, len(found) + (self._turns(bot, now)[0] if bot else room))
            while ready and len(found) < most:
                line = heapq.heappop(ready)[2]
                row = None if line in found or line in self._away else self._head(line, now)
                if row is None:
                    continue
                if (at := self._chat_free_at(row)) > now:
                    self._look_at(line, at)
                else:
                    found[line] = row
        return list(found.values())

    def next_at(self, now: int) -> int | None:
        """Return when (ms) another row may leave, None when nothing waits for a moment."""
        moments = [self._turns(bot, now)[1] if bot else now for bot, ready in self._ready.items() if ready]
        if self._later:
            moments.append(self._later[0][0])
        return min(moments, default=None)

    def _come_forward(self, line: str, now: int) -> None:
        if line not in self._away and (row := self._head(line, now)) is not None:
            bot = "" if row.kind == "answer" else row.chat.partition(":")[0]
            heapq.heappush(self._ready.setdefault(bot, []), (row.priority, row.id, line))

    def _head(self, line: str, now: int) -> Owed | None:
        """Return the first row of a line that may leave at `now`; else see to it that it is looked at in time."""
        waiting = [self._rows[id_] for _, id_ in self._lines.get(line, ())]
        for row in waiting:
            if row.not_before <= now:
                return row
        if waiting:
            self._look_at(line, min(row.not_before for row in waiting))
        return None

    def _look_at(self, line: str, at: int) -> None:
        if line in self._lines and line not in self._away:
            heapq.heappush(self._later, (at, line))


def line_of(row: Owed) -> str:
    """Return in whose turn `row` is sent: its chat's, or that of the chat's taps, which wait for nobody."""
    return f"{row.chat}?" if row.kind == "answer" else row.chat
