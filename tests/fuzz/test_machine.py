"""Members, assessors and the clock in any order: what must hold, holds after every step.

`MACHINE_EXAMPLES=300 pytest tests/fuzz/test_machine.py` looks longer, and elsewhere each time.
"""

import asyncio
import contextvars
import os
import shutil
import tempfile
from collections.abc import Coroutine
from datetime import timedelta
from pathlib import Path
from typing import Any, ClassVar, TypeVar

from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from tests.fuzz.house import ASSESSORS, MEMBERS, House
from tests.support.databases import SqliteTemplate

Result = TypeVar("Result")
LONG = int(os.environ.get("MACHINE_EXAMPLES", "0"))

TASKS = ("RL1", "RL2", "RL6", "TT4", "BB2")
SAID = ("xong", "nộp", "hủy", "menu", "2", "Đoàn phường Một", "1/3/2027", "{ $x }", "\u202e", "duyệt", "/start")

members = st.sampled_from(MEMBERS)
assessors = st.sampled_from(ASSESSORS)
tasks = st.sampled_from(TASKS)


class Journey(RuleBasedStateMachine):
    """A small unit on the product's own road; `seen` is what was true of each version that was ever decided."""

    template: ClassVar[SqliteTemplate]

    def __init__(self) -> None:
        super().__init__()
        self._loop = asyncio.new_event_loop()
        self._context = contextvars.copy_context()
        self._folder = Path(tempfile.mkdtemp())
        self._copy = self.template.copy()
        self.house = House(self._copy.__enter__(), self._folder)
        self._run(self.house.opens())

    def _run(self, work: Coroutine[Any, Any, Result]) -> Result:
        """Run `work` in the one context of this unit: the open database is kept in it."""
        return self._loop.run_until_complete(self._loop.create_task(work, context=self._context))

    def teardown(self) -> None:
        self._run(self.house.closes())
        _ = self._copy.__exit__(None, None, None)
        shutil.rmtree(self._folder)
        self._loop.close()

    @initialize(registered=st.sets(members, min_size=1))
    def members_register(self, registered: set[str]) -> None:
        for who in sorted(registered):
            self._run(self.house.registers(who))

    @rule(who=members)
    def registers(self, who: str) -> None:
        self._run(self.house.registers(who))

    @rule(who=members, task=tasks, is_more=st.booleans())
    def hands_in(self, who: str, task: str, is_more: bool) -> None:
        self._run(self.house.hands_in(who, task, is_more=is_more))

    @rule(who=members, task=tasks)
    def begins_and_gives_up(self, who: str, task: str) -> None:
        self._run(self.house.gives_up(who, task))

    @rule(who=members, keep=st.booleans())
    def hands_in_again(self, who: str, keep: bool) -> None:
        self._run(self.house.hands_in_again(who, keep=keep))

    @rule(who=st.sampled_from((*ASSESSORS, *MEMBERS)), pick=st.integers(0, 30))
    def approves(self, who: str, pick: int) -> None:
        self._run(self.house.decides(who, pick, "reviews.approve {}"))

    @rule(who=st.sampled_from((*ASSESSORS, *MEMBERS)), pick=st.integers(0, 30))
    def returns(self, who: str, pick: int) -> None:
        self._run(self.house.decides(who, pick, "reviews.because {} blurred"))

    @rule(who=assessors, pick=st.integers(0, 30))
    def returns_in_words(self, who: str, pick: int) -> None:
        self._run(self.house.decides(who, pick, "reviews.return {}"))
        self._run(self.house.says(who, "Thiếu danh sách có chữ ký"))

    @rule(who=assessors, pick=st.integers(0, 30))
    def undoes(self, who: str, pick: int) -> None:
        self._run(self.house.undoes(who, pick))

    @rule(who=members, code=st.sampled_from(("RL4", "RL2", "TT1")))
    def asks_for_another_choice(self, who: str, code: str) -> None:
        self._run(self.house.asks_for_change(who, code))

    @rule(who=assessors, pick=st.integers(0, 5), verb=st.sampled_from(("approve", "withdraw")))
    def decides_about_the_choice(self, who: str, pick: int, verb: str) -> None:
        self._run(self.house.decides_change(who, pick, verb))

    @rule(who=st.sampled_from((*ASSESSORS, *MEMBERS)), said=st.sampled_from(SAID))
    def says(self, who: str, said: str) -> None:
        self._run(self.house.says(who, said))

    @rule(who=st.sampled_from((*ASSESSORS, *MEMBERS)), pick=st.integers(0, 200))
    def taps_an_old_button(self, who: str, pick: int) -> None:
        self._run(self.house.taps_any(who, pick))

    @rule(by=st.sampled_from((timedelta(minutes=1), timedelta(minutes=9), timedelta(minutes=11), timedelta(days=30))))
    def time_passes(self, by: timedelta) -> None:
        self.house.passes(by)

    @precondition(lambda self: self.house.ended < 2)
    @rule(who=assessors)
    def a_post_ends(self, who: str) -> None:
        self._run(self.house.post_ends(who))

    @rule()
    def the_product_starts_again(self) -> None:
        self._run(self.house.starts_again())

    @invariant()
    def what_must_hold_holds(self) -> None:
        assert self._run(self.house.faults()) == []


def test_whatever_people_do_in_whatever_order_what_must_hold_holds(sqlite_template: SqliteTemplate) -> None:
    Journey.template = sqlite_template
    run_state_machine_as_test(
        Journey,
        settings=settings(
            max_examples=LONG or 6,
            stateful_step_count=50 if LONG else 20,
            phases=(Phase.generate, Phase.shrink) if LONG else (Phase.generate,),
            derandomize=not LONG,
            deadline=None,
            database=None,
            suppress_health_check=list(HealthCheck),
        ),
    )
