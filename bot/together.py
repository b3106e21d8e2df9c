"""What one turn says to one chat, as one message where each message stays and counts."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from bot import wire
from handlers.conversation import Urgency
from handlers.rendering import Spoken
from storage.outbox import Owed

Render = Callable[[Spoken], list[Owed]]


@dataclass(frozen=True, slots=True)
class Said:
    """Something said in the turn of this number, and the rows that say it."""

    turn: int
    spoken: Spoken
    rows: Sequence[Owed]


def together(said: Sequence[Said], stays: Callable[[str], bool], render: Render) -> list[Said]:
    """Let words alone leave at the head of what is said next, to the same chat and in the same turn, as one message.

    Only in chats where a message `stays`; not where that would be more than one, nor with what may not leave at all.
    """
    chats: dict[str, list[Said]] = {}
    for each in said:
        theirs = chats.setdefault(each.spoken.chat, [])
        joined = _joined(theirs[-1], each, render) if theirs and stays(each.spoken.chat) else None
        theirs[-1:] = [*theirs[-1:], each] if joined is None else [joined]
    return [each for theirs in chats.values() for each in theirs]


def alone(spoken: Spoken, words: str, *, must_arrive: bool) -> Spoken:
    """Return `words` as a message of their own beside `spoken`: they stood at the head of a card that did not leave."""
    return Spoken(spoken.chat, words, urgency=spoken.urgency, must_arrive=must_arrive, language=spoken.language)


def _joined(first: Said, then: Said, render: Render) -> Said | None:
    """Return both as one message, None where they cannot be one."""
    if first.turn != then.turn or not _is_bare(first) or not _takes_words(then, first):
        return None
    a, b = wire.in_short(first.spoken), wire.in_short(then.spoken)
    spoken = replace(
        b,
        text=f"{a.text}\n\n{b.text}",
        lead=a.text,
        must_arrive=a.must_arrive or b.must_arrive,
        asks_number=a.asks_number or b.asks_number,
        ends=(*a.ends, *([a.card] if a.card else []), *b.ends),
    )
    rendered = render(spoken)
    if len(rendered) != 1:
        return None
    [row] = then.rows
    row = replace(row, kind=rendered[0].kind, body=rendered[0].body, must_arrive=spoken.must_arrive)
    return Said(then.turn, spoken, [row])


def _is_bare(said: Said) -> bool:
    """Say whether it is words and nothing else, which leave now; a card is that where it ends what is shown already."""
    one = said.spoken
    has_more = one.options or one.pictures or one.documents or one.key or one.within or one.fresh
    return not (has_more or one.after or one.quiet or one.bites) and len(said.rows) == 1


def _takes_words(said: Said, first: Said) -> bool:
    """Say whether the words of `first` may stand at the head of `said`: one message that certainly leaves as soon."""
    one = said.spoken
    is_quiet = one.card is not None and not one.fresh and one.urgency.value >= Urgency.NEWS.value  # a card's look: held
    is_certain = one.key is None and one.within is None and len(said.rows) == 1 and not is_quiet
    return is_certain and one.urgency is first.spoken.urgency and said.rows[0].not_before <= first.rows[0].not_before
