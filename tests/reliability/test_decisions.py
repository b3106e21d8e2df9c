"""What the audit says of trails that are wrong."""

import pytest

from tests.reliability.decisions import Entry, Version, wrong

VERSIONS = {1: Version(5, 1, 1), 2: Version(5, 1, 2)}
HANDED_IN = Entry("submission.handed_in", 1, 41, ())
NEXT = Entry("submission.handed_in", 2, 41, ())


def verdict(action: str, by: int, submission: int = 1) -> Entry:
    return Entry(f"review.{action}", submission, by, (submission * 10,))


def test_a_verdict_undone_and_given_again_is_as_it_should_be() -> None:
    trail = [HANDED_IN, verdict("approved", 7), verdict("undone", 7), verdict("returned", 8), NEXT]

    assert list(wrong(trail, VERSIONS, {10: ("returned", 8), 20: ("waiting", None)})) == []


@pytest.mark.parametrize(
    ("trail", "table", "said"),
    [
        ([HANDED_IN, HANDED_IN], {}, "submission 1 was handed in 2 times"),
        ([verdict("approved", 7), verdict("returned", 8)], {10: ("returned", 8)}, "review 10 was decided twice"),
        ([verdict("approved", 7), verdict("undone", 8)], {}, "review 10 was undone by somebody who had not decided it"),
        ([verdict("reversed", 8)], {}, "review 10 was taken back and had not been decided"),
        ([NEXT, verdict("approved", 7)], {10: ("approved", 7)}, "submission 1 got a verdict after its next version"),
        ([], {10: ("approved", 7)}, "review 10 is ('approved', 7) and its trail says None"),
        ([verdict("approved", 7)], {10: ("waiting", None)},
         "review 10 is ('waiting', None) and its trail says ('approved', 7)"),
    ],
)  # fmt: skip
def test_a_trail_that_cannot_be_is_found(
    trail: list[Entry], table: dict[int, tuple[str, int | None]], said: str
) -> None:
    assert said in list(wrong(trail, VERSIONS, table))
