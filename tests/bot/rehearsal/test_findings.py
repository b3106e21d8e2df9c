"""What a plan cannot keep is found without playing it."""

from dataclasses import replace
from datetime import date

from bot.office import working_days
from bot.rehearsal import findings, people
from bot.rehearsal.findings import Finding
from bot.rehearsal.outcome import Approvals, Standings, Waits
from journey.approvers_clock import Office
from journey.people import Role
from journey.programme import AllOf, AnyOf, Assessor, Programme, Reach
from journey.programme_file import read, shipped
from storage.programmes import Season

PLAN = read(shipped("nguoi-cong-san-tre"), "nguoi-cong-san-tre")
OFFICE = Office(working_days(range(2026, 2029), {}))
SEASON = Season(1, PLAN.code, 2027, 1, date(2027, 1, 1), date(2027, 1, 31))


def found(programme: Programme = PLAN, season: Season = SEASON, sessions: int = 5) -> dict[str, Finding]:
    return {each.name: each for each in findings.of_plan(programme, season, OFFICE, sessions)}


def changed(code: str, **what: object) -> Programme:
    tasks = tuple(replace(task, **what) if task.code == code else task for task in PLAN.tasks)  # type: ignore[arg-type]
    return replace(PLAN, tasks=tasks)


def test_a_registration_that_closes_around_tet_is_named_with_a_better_day() -> None:
    assert found()["closes-quiet"].params == {"day": date(2027, 1, 31), "better": date(2027, 1, 28)}
    assert "closes-quiet" not in found(season=replace(SEASON, closes_on=date(2027, 1, 20)))


def test_a_task_whose_months_are_over_when_the_registration_closes_cannot_be_met() -> None:
    assert found(changed("RL2", months=(1,)))["ends-early"].params["code"] == "RL2"
    assert "ends-early" not in found()


def test_as_many_sessions_as_are_needed_leave_none_to_miss_and_fewer_are_too_few() -> None:
    assert found(sessions=4)["no-spare-session"].params == {"code": "BB2", "need": 4, "planned": 4}
    assert "too-few-sessions" in found(sessions=3)
    assert not {"no-spare-session", "too-few-sessions"} & found(sessions=5).keys()


def test_a_body_that_no_roster_has_is_named() -> None:
    nobody = Assessor("nobody", "Không ai", "", Role.GROUP_LEADER, Reach.TOP)
    plan = replace(changed("RL2", assessment=AnyOf(("nobody",))), assessors=(*PLAN.assessors, nobody))
    assert found(plan)["nobody-assesses"].params["code"] == "RL2"
    known = PLAN.assessors[0].code
    both = replace(changed("RL2", assessment=AllOf((known, "nobody"))), assessors=plan.assessors)
    assert found(both)["nobody-assesses"].params == {"code": "RL2", "bodies": nobody.short}
    either = replace(changed("RL2", assessment=AnyOf((known, "nobody"))), assessors=plan.assessors)
    assert "nobody-assesses" not in found(either)


def test_a_month_with_few_working_days_and_a_day_to_hand_in_by_are_named() -> None:
    assert found()["few-working-days"].params["month"] == 2
    assert found()["hand-in-by"].params["by"] == date(2027, 10, 17)


def test_what_waits_when_the_year_is_over_is_named() -> None:
    approvals = Approvals({PLAN.assessors[0].code: Waits([0.5], open=3)})
    played = findings.of_play(PLAN, Standings(date(2027, 12, 31)), approvals, {}, people.cast())
    (each,) = [each for each in played if each.name == "still-waiting"]
    assert each.params == {"body": PLAN.assessors[0].short, "n": 3}


def test_reminders_whose_moment_lies_out_of_hours_are_named() -> None:
    told = [("session", "told", "", 10), ("session", "dropped", "late", 5), ("count", "told", "", 90)]
    (each,) = findings.of_reminders(told)
    assert each.params == {"kind": "session", "n": 5, "of": 15}
