"""The audit trail of verdicts, told again from its beginning: none given twice, none on an old version."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the trail, in its order. `submission` is an id, `reviews` are those it closed or opened."""

    action: str
    submission: int
    actor: int | None
    reviews: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Version:
    """Which version of which hand-in a submission is."""

    registration: int
    part: int
    number: int


def wrong(
    trail: Sequence[Entry], versions: Mapping[int, Version], reviews: Mapping[int, tuple[str, int | None]]
) -> Iterator[str]:
    """Yield what is wrong. `reviews` are (state, who decided) by id, as the tables say now."""
    standing: dict[int, tuple[str, int | None]] = {}
    newest: dict[tuple[int, int], int] = {}
    handed_in = Counter(each.submission for each in trail if each.action == "submission.handed_in")
    yield from (f"submission {id_} was handed in {times} times" for id_, times in handed_in.items() if times > 1)
    for each in trail:
        version = versions[each.submission]
        hand_in = version.registration, version.part
        if each.action == "submission.handed_in":
            newest[hand_in] = max(newest.get(hand_in, 0), version.number)
        elif each.action == "review.reversed":  # with a reason, by whoever is above too
            for review in each.reviews:
                if standing.pop(review, None) is None:
                    yield f"review {review} was taken back and had not been decided"
        elif each.action == "review.undone":
            for review in each.reviews:
                if standing.pop(review, (None, None))[1] != each.actor:
                    yield f"review {review} was undone by somebody who had not decided it"
        else:
            if version.number < newest.get(hand_in, 0):
                yield f"submission {each.submission} got a verdict after its next version"
            for review in each.reviews:
                if review in standing:
                    yield f"review {review} was decided twice"
                standing[review] = each.action.removeprefix("review."), each.actor
    for id_, told in reviews.items():
        is_decided = told[0] in ("approved", "returned")
        if standing.get(id_) != (told if is_decided else None):
            yield f"review {id_} is {told} and its trail says {standing.get(id_)}"
