"""What officers do: decide what waits for them, set a substitute before they leave."""

from random import Random

from bot.rehearsal.acting import Act, Hand

A_VISIT = 40
"""Hand-ins that an officer decides at one sitting."""


def visit(hand: Hand, chance: Random, returns: float, bulk_from: int, *, looks: bool) -> Act:
    """Decide what the phone shows as waiting; where there is much of it, or with `looks`, by the queue."""
    waiting = hand.phone.all("reviews.approve")
    if looks or len(waiting) >= bulk_from:
        yield hand.says("/duyet")
        if hand.phone.find("bulk.open"):
            yield hand.taps("bulk.open")
            if approve := hand.phone.find("bulk.approve"):
                yield hand.taps_exactly(approve)
        for shown in _queue(hand):
            yield hand.taps_exactly(shown)
            yield from _decide(hand, shown.split(" ")[1], chance, returns)
    for action in hand.phone.all("reviews.approve")[:A_VISIT]:
        yield from _decide(hand, action.split(" ")[1], chance, returns)


def _queue(hand: Hand) -> list[str]:
    """Return what the queue offers to open and no card shows yet."""
    cards = {each.split(" ")[1] for each in hand.phone.all("reviews.approve")}
    return [each for each in dict.fromkeys(hand.phone.all("reviews.show")) if each.split(" ")[1] not in cards]


def _decide(hand: Hand, submission: str, chance: Random, returns: float) -> Act:
    """Approve or return one; nothing when somebody else was faster."""
    approve = hand.phone.find(f"reviews.approve {submission}")
    if approve is None:
        return
    return_ = hand.phone.find(f"reviews.return {submission}")
    if return_ is None or chance.random() >= returns:
        yield hand.taps_exactly(approve)
        return
    yield hand.taps_exactly(return_)
    if because := hand.phone.find(f"reviews.because {submission} blurred"):
        yield hand.taps_exactly(because)  # else somebody else decided at the same moment


def substitute(hand: Hand) -> Act:
    """Name whom the list of officers shows first for the coming absence."""
    yield hand.says("/duyetthay")
    yield hand.taps("substitutes.who")
    yield hand.taps("substitutes.from")
    yield hand.taps("substitutes.to")
    offered = hand.phone.all("substitutes.set")
    if offered:
        yield hand.taps_exactly(offered[-1])
