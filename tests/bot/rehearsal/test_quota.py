"""What a season costs a bot whose platform counts: reckoned for those who are there, in their dearest month."""

from collections import Counter

import pytest

from bot.rehearsal.months import Months
from bot.rehearsal.people import Member, Player
from bot.rehearsal.quota import MEMBERS, OFFICERS, REGISTERING, quota
from journey.allowance import Plan
from journey.people import Role

DILIGENT = Member(
    name="diligent", joins=(0, 0), registers=(0, 0), by_themselves=1, works=(0, 1), corrects=(0, 0), reminded=1,
    attends=1, answers=1,
)  # fmt: skip
PLAYERS = {
    "rehearsal:1": Player("1", "An", "T1", member=DILIGENT),
    "rehearsal:2": Player("2", "Binh", "T2", member=DILIGENT),
    "rehearsal:3": Player("3", "Chi", "T2", member=DILIGENT),  # never comes
    "rehearsal:4": Player("4", "Du", "T1", body=Role.SUPERVISOR),
}
GROUPS = {"T1": "Tổ 1", "T2": "Tổ 2"}


@pytest.fixture
def months() -> Months:
    """January: a quiet one; February: 20 said to An, 10 to Binh, who came, and both wrote 7."""
    found = Months(PLAYERS)
    found.count(1, Counter({"rehearsal:1": 10}), Counter())
    found.count(2, Counter({"rehearsal:1": 20, "rehearsal:2": 10, "rehearsal:4": 50}), Counter({"rehearsal:1": 7}))
    found.count(2, Counter(), Counter({"rehearsal:2": 7}))
    return found


def test_the_dearest_month_is_held_against_the_plan_and_a_group_has_its_own(months: Months) -> None:
    found = quota(months, GROUPS, ["supervisor"], Plan(users=50, a_month=2000), [1])
    assert found is not None
    assert [each.all for each in found.months] == [
        round(10 * REGISTERING.said * 50),
        round(15 * MEMBERS.said * 50) + 7 * 50,
    ]
    assert (found.worst.month, found.group.name, found.group.month) == (2, "Tổ 1", 2)
    assert found.group.all == round(20 * MEMBERS.said * 50) + 7 * 50
    assert [(each.name, each.all) for each in found.each] == [
        ("member", round(15 * MEMBERS.said) + 7), ("supervisor", round(50 * OFFICERS.said))
    ]  # fmt: skip


@pytest.mark.parametrize(("share", "is_enough"), [(0.79, True), (0.81, False)])
def test_a_bot_is_enough_that_never_stops_reminding(months: Months, share: float, *, is_enough: bool) -> None:
    first = quota(months, GROUPS, [], Plan(users=50, a_month=3000), [1])
    assert first is not None
    found = quota(months, GROUPS, [], Plan(users=50, a_month=round(first.worst.all / share)), [1])
    assert found is not None
    assert found.is_enough is is_enough
    assert found.people == (50 if is_enough else 49)


def test_a_platform_that_counts_nothing_costs_nothing(months: Months) -> None:
    assert quota(months, GROUPS, [], Plan(users=50), []) is None
    assert quota(Months(PLAYERS), GROUPS, [], Plan(users=50, a_month=3000), []) is None
