"""What several verdicts come to."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journey.programme import AllOf, AnyOf, Expression, Organiser, bodies, outcome
from journey.review import Verdict

A, R = Verdict.APPROVED, Verdict.RETURNED
BODIES = ("to_truong", "giam_sat_vien", "cap_uy")
KINDS: list[type[AnyOf | AllOf | Organiser]] = [AnyOf, AllOf, Organiser]
CODES = st.lists(st.sampled_from(BODIES), min_size=1, unique=True).map(tuple)
EXPRESSIONS = st.builds(lambda kind, codes: kind(codes), st.sampled_from(KINDS), CODES)
VERDICTS = st.dictionaries(st.sampled_from(BODIES), st.sampled_from(Verdict))


@pytest.mark.parametrize("kind", [AnyOf, Organiser])
def test_the_first_verdict_of_any_body_settles_it(kind: type[AnyOf | Organiser]) -> None:
    either = kind(("btv", "cap_uy"))
    assert outcome(either, {}) is None
    assert outcome(either, {"cap_uy": A}) is A
    assert outcome(either, {"btv": R}) is R


def test_all_bodies_must_approve_and_one_return_returns() -> None:
    both = AllOf(("to_truong", "giam_sat_vien"))
    assert outcome(both, {"to_truong": A}) is None
    assert outcome(both, {"to_truong": A, "giam_sat_vien": A}) is A
    assert outcome(both, {"to_truong": A, "giam_sat_vien": R}) is R
    assert outcome(both, {"giam_sat_vien": R}) is R


@given(EXPRESSIONS, VERDICTS)
def test_bodies_that_were_not_asked_have_no_say(expression: Expression, verdicts: dict[str, Verdict]) -> None:
    asked = {code: v for code, v in verdicts.items() if code in bodies(expression)}
    assert outcome(expression, verdicts) is outcome(expression, asked)


@given(EXPRESSIONS, VERDICTS)
def test_unanimity_is_the_outcome(expression: Expression, verdicts: dict[str, Verdict]) -> None:
    for verdict in Verdict:
        assert outcome(expression, dict.fromkeys(bodies(expression), verdict)) is verdict
    if outcome(expression, verdicts) is A:
        assert A in verdicts.values()


@given(EXPRESSIONS, VERDICTS, st.sampled_from(BODIES))
def test_one_more_approval_never_undoes_an_approval(
    expression: Expression, verdicts: dict[str, Verdict], body: str
) -> None:
    if outcome(expression, verdicts) is A:
        assert outcome(expression, {**verdicts, body: A}) is A


def test_one_body_is_any_and_all_alike() -> None:
    for verdicts in ({}, {"cap_uy": A}, {"cap_uy": R}):
        assert outcome(AnyOf(("cap_uy",)), verdicts) is outcome(AllOf(("cap_uy",)), verdicts)
