"""The two shipped programmes say what their plans say."""

import pytest

from journey.claims import claims_needed
from journey.criteria import need
from journey.people import Role
from journey.programme import (
    AllOf,
    AnyOf,
    CategoryRule,
    FieldKind,
    Op,
    Organiser,
    Programme,
    Reach,
    UnknownAssessor,
    UnknownPeriod,
    UnknownTask,
    ValueFrom,
    bodies,
)
from journey.programme_file import SHIPPED, digest, read, shipped
from tests.journey.values import plan_44

PLAN = plan_44()
CHALLENGE = read(shipped("thu-thach-dong-hanh"), "thu-thach-dong-hanh.toml")


def test_plan_44_has_twelve_tasks_under_the_numbers_of_the_plan() -> None:
    assert " ".join(t.code for t in PLAN.tasks) == "BB1 BB2 BB3 RL1 RL2 RL3 RL4 RL5 RL6 TT1 TT3 TT4"
    assert [t.code for t in PLAN.tasks_in("TT")] == ["TT1", "TT3", "TT4"]
    assert all(t.code == f"{t.category}{t.number}" for t in PLAN.tasks)


def test_plan_44_asks_for_all_mandatory_three_training_and_one_challenge() -> None:
    rules = [(c.code, c.rule, c.min_completed) for c in PLAN.categories]
    assert rules == [
        ("BB", CategoryRule.ALL, 3),
        ("RL", CategoryRule.AT_LEAST, 3),
        ("TT", CategoryRule.AT_LEAST, 1),
    ]
    assert [t.code for t in PLAN.mandatory_tasks()] == ["BB1", "BB2", "BB3"]


def test_the_essay_is_strictly_more_than_a_thousand_words_and_every_other_threshold_at_least() -> None:
    words = PLAN.task("BB3").criteria[1]
    assert (words.op, words.value, need(PLAN.task("BB3"), words)) == (Op.GT, 1000, 1001)
    others = [c for t in PLAN.tasks for c in t.criteria if c is not words]
    assert {c.op for c in others} == {Op.GE}
    assert PLAN.task("BB3").sensitive


@pytest.mark.parametrize(
    ("code", "needed"),
    [("BB2", 4), ("RL2", 2), ("RL3", 1), ("RL4", 1), ("RL5", 1), ("RL6", 1), ("TT1", 1), ("TT3", 1)],
)
def test_how_many_the_plan_asks_for(code: str, needed: int) -> None:
    task = PLAN.task(code)
    assert need(task, task.criteria[0]) == needed


def test_who_assesses() -> None:
    assert PLAN.task("BB2").assessment == AnyOf(("btv_doan_khoi", "cap_uy"))
    assert PLAN.task("RL6").assessment == AllOf(("to_truong", "giam_sat_vien"))
    assert isinstance(PLAN.task("RL5").assessment, Organiser)
    assert [t.code for t in PLAN.tasks if t.assessment.evidence_suffices] == ["RL3"]
    assert [t.code for t in PLAN.tasks if isinstance(t.assessment, AllOf)] == ["RL6"]


def test_the_roster_is_asked_where_the_plan_says() -> None:
    places = {a.code: (a.role, a.reach) for a in PLAN.assessors}
    assert places["cap_uy"] == (Role.PARTY_COMMITTEE, Reach.UNIT)
    assert places["btv_doan_khoi"] == (Role.STANDING_COMMITTEE, Reach.TOP)
    assert places["bch_doan_co_so"] == (Role.EXECUTIVE, Reach.UNIT)
    assert places["to_truong"] == (Role.GROUP_LEADER, Reach.GROUP)
    assert {code for t in PLAN.tasks for code in bodies(t.assessment)} == set(places)


def test_what_is_known_after_october_is_provisional() -> None:
    assert [t.code for t in PLAN.tasks if t.provisional] == ["BB1", "BB2"]
    assert {t.evaluated_in for t in PLAN.tasks} == {10}


def test_the_year_of_plan_44() -> None:
    months = {p.code: p.months for p in PLAN.calendar}
    assert months["dang_ky"] == (1,)
    assert months["hoat_dong"] == (2, 3, 4, 5, 6, 7, 8, 9, 10)
    assert months["danh_gia"] == (10,)
    assert months["hoi_trai"] == (11,)
    assert PLAN.task("RL1").criteria[0].months == (3, 4, 9, 10)


def test_volunteering_asks_for_the_organiser_the_date_and_the_place() -> None:
    fields = {f.code: f.kind for f in PLAN.task("RL2").fields}
    assert fields == {"organiser": FieldKind.TEXT, "held_on": FieldKind.DATE, "place": FieldKind.TEXT}
    assert PLAN.task("RL2").fields[0].title == "Tên đơn vị tổ chức"


@pytest.mark.parametrize(
    ("code", "asked"),
    [("BB1", "abc"), ("BB2", "a"), ("BB3", ""), ("RL1", "ab"), ("RL2", "a"), ("RL3", ""), ("TT4", "")],
)
def test_a_member_is_asked_only_what_the_hand_in_does_not_show(code: str, asked: str) -> None:
    assert "".join(c.id for c in claims_needed(PLAN.task(code))) == asked


def test_the_other_plan_counts_three_challenges_and_no_duty_of_the_organisation() -> None:
    assert [t.code for t in CHALLENGE.mandatory_tasks()] == ["TC1", "TC2", "TC3"]
    assert [(c.code, c.counts) for c in CHALLENGE.categories] == [("TC", True), ("DH", False)]
    assert [d.code for d in CHALLENGE.duties] == ["DH1", "DH2", "DH3", "DH4"]


def test_only_one_number_of_the_other_plan_is_its_own() -> None:
    counts = [c for t in CHALLENGE.tasks for c in t.criteria if c.value is not None]
    assert [c.label for c in counts if c.value_from is ValueFrom.SOURCE] == ["Thanh niên được vận động, giới thiệu"]
    assert need(CHALLENGE.task("TC1"), CHALLENGE.task("TC1").criteria[0]) == 4  # one a quarter


@pytest.mark.parametrize("programme", [PLAN, CHALLENGE], ids=SHIPPED)
def test_titles_fit_a_phone_and_every_task_has_an_english_one(programme: Programme) -> None:
    assert all(len(t.title) <= 40 and t.title_en for t in programme.tasks)
    assert all(c.label_en for t in programme.tasks for c in t.criteria)
    assert programme.open_questions
    assert programme.forbidden


def test_what_a_programme_does_not_have_is_named() -> None:
    with pytest.raises(UnknownTask) as task:
        PLAN.task("TT2")
    assert task.value.code == "TT2"
    with pytest.raises(UnknownAssessor):
        PLAN.assessor("x")
    with pytest.raises(UnknownPeriod):
        PLAN.period("x")


def test_a_version_is_known_by_its_bytes() -> None:
    one, two = (shipped(name) for name in SHIPPED)
    assert digest(one) == digest(bytes(one)) != digest(two)
    assert len(digest(one)) == 64
