"""The benchmarks run from end to end and see what must not count; how fast anything is, no test says."""

from dataclasses import replace

import pytest

from benchmarks.cases import CASES, Bench
from benchmarks.flows import PRODUCT, Person, update
from benchmarks.load import Result
from benchmarks.measured import Measured
from benchmarks.report import ratios

FEW = replace(next(case for case in CASES if case.name == "sqlite_files"), chats=5)


def test_the_product_is_driven_through_six_updates_and_six_replies_a_person() -> None:
    measured = Bench(peers="", postgres=None).run(FEW)

    assert measured.result.updates == 4 * len(PRODUCT.steps)  # one of the five goes ahead to warm up
    assert measured.result.calls["sendMessage"] >= 1
    assert measured.result.calls["getFile"] > 0
    assert measured.cpu > 0


def _measured(case: str, rate: float) -> Measured:
    result = Result(6, 1, rate, 1, 2, 3, 1, {}, (0, 1), 6, 0)
    return Measured(case, result, 100, 0, 0, 50)


def test_a_ratio_is_taken_within_a_repetition_and_told_by_its_median() -> None:
    repetitions = [
        {"sqlite": [_measured("sqlite", mine)], "ptb": [_measured("ptb", first), _measured("ptb", last)]}
        for mine, first, last in ((300, 90, 110), (800, 200, 200), (50, 24, 26))
    ]

    assert ratios(repetitions)["sqlite_vs_ptb_updates"] == {"median": 3.0, "least": 2.0, "most": 4.0}


@pytest.mark.parametrize(("step", "data"), [(1, "evidence.start RL6"), (4, "evidence.preview 7")])
def test_a_tap_carries_what_the_button_that_was_shown_carries(step: int, data: str) -> None:
    person = Person(42, at=step, buttons=["evidence.start RL5", "evidence.start RL6", "evidence.preview 7"])

    assert update(person, PRODUCT, 1)["callback_query"]["data"] == data
