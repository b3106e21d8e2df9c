"""Every step that may wait in one chat goes on in another of the same person: it asks again, and changes nothing."""

from collections.abc import Iterator
from dataclasses import replace

from handlers.conversation import Kind
from handlers.dispatch import Dispatch
from handlers.resuming import RESTING
from storage import chats, conversations, database
from storage.conversations import State
from tests.handlers.phone import EVERYWHERE
from tests.rights import ledger, trying
from tests.rights.cast import ZONE, Cast, message
from tests.rights.ledger import Look
from tests.rights.table import TABLE, WHO
from tests.rights.test_rights import laid as laid
from tests.rights.trying import Row

OTHER = "zalo:9"

SAID_BEFORE = {"calendar.why": {"audit", "session_answers"}}
"""What had been said before the step, and is said again: whoever is asked why does not come; not so in the cast."""


async def test_a_step_that_waited_elsewhere_asks_again_here(laid: tuple[Cast, Look]) -> None:
    cast, _ = laid
    silent: list[str] = []
    names: set[str] = set()
    for row, who in _lines():
        said, state, changed = await _resumed(row, who, cast)
        names.add(state.step)
        new = set(changed) - SAID_BEFORE.get(row.name.removeprefix("step "), set())
        if not said or said[0] in ("resuming.gone", "menu.not-understood") or new:
            silent.append(f"{row.what} by {who}: {said}, {changed}")
    assert not silent, "\n".join(silent)
    assert len(names) > 20


def _lines() -> Iterator[tuple[Row, str]]:
    """Yield each step with the first thing that somebody may do it to, and that person."""
    seen = set(RESTING)
    for row in TABLE:
        kind, _, rest = row.what.partition(" ")
        step = rest.split(" ")[0]
        who = next((who for who, mark in zip(WHO, row.marks.split(), strict=True) if mark in "Ws"), None)
        if kind == "step" and who not in (None, "stranger") and step not in seen and not step.startswith("joining."):
            seen.add(step)
            yield row, str(who)


async def _resumed(row: Row, who: str, cast: Cast) -> tuple[list[str], State, list[str]]:
    """Go on in the person's chat with what waits in another one; take it all back."""
    _, waiting = trying._message(row, who, cast, by_word=False)
    dispatch = Dispatch(ZONE, allowed=EVERYWHERE)
    dispatch.words = trying.Keys(ZONE)
    found: list[tuple[list[str], State, list[str]]] = []
    try:
        async with database.transaction():
            await chats.link(OTHER, cast.people[who], "vi", row.at)
            await conversations.lock([OTHER])
            await conversations.save([(OTHER, waiting)])
            there = await ledger.look()
            sent = replace(message(cast, who, Kind.CHOICE, now=row.at), choice="resuming.go_on zalo")
            handled = await dispatch.handle(sent, State(), await dispatch.known([sent.chat], row.at))
            assert handled.emptied == OTHER
            assert (await conversations.lock([OTHER]))[OTHER] == State()
            after = await ledger.look()
            changed = [each.table for each in ledger.changes(there, after)]
            said = [spoken.text for spoken in handled.spoken if spoken.chat == sent.chat]
            found.append((said, handled.state, changed))
            raise _TakenBack
    except _TakenBack:
        return found[0]


class _TakenBack(Exception):
    """Ends a trial."""
