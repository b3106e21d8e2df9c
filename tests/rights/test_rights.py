"""Every action, step, command and kind of message, tried by everybody: only who may changes anything."""

import re
from collections.abc import AsyncIterator
from inspect import signature
from pathlib import Path

import pytest

import handlers
from handlers import joining
from handlers.conversation import Conversation, Kind
from storage import database
from tests.rights import ledger
from tests.rights.cast import Cast, lay_down
from tests.rights.cast_attendance import attended
from tests.rights.cast_broadcasts import written
from tests.rights.cast_pages import sent
from tests.rights.cast_reminders import reminded
from tests.rights.cast_secretary import ruled_and_recorded
from tests.rights.cast_sessions import sessions_planned
from tests.rights.ledger import Change, Look
from tests.rights.table import TABLE, WHO
from tests.rights.trying import Outcome, Row, trial

ALREADY_SPOKEN = {Kind.TEXT, Kind.CHOICE}
"""Kinds that the other lines of the table are made of."""

TRIED_ON = {
    "appeals": {"huong", "minh", "nobody"},
    "evidence": {"huong", "minh", "nobody"},
    "reviews": {"huong", "mai", "yen", "nam", "minh", "nobody"},
    "likeness": {"huong", "mai", "yen", "nam", "minh", "nobody"},
    "substitutes": {"dung", "phuc", "nobody"},
    "pages": {"huong", "nam", "minh", "nobody"},
    "essay-page": {"huong", "minh", "nobody"},
    "upload-page": {"huong", "minh", "nobody"},
    "changes": {"huong", "nam", "thu", "minh", "nobody"},
    "secretary": {"huong", "nam", "thu", "minh", "nobody"},
    "rulings": {"huong", "nam", "thu", "minh", "nobody"},
    "paper": {"huong", "nam", "thu", "minh", "nobody"},
    "sessions": {"thu", "binh", "nobody"},
    "calendar": {"thu", "binh", "nobody"},
    "attendance": {"huong", "thu", "nobody"},
    "broadcast": {"thu", "binh", "nobody"},
    "account": {"huong", "nam", "thu", "minh", "nobody"},
}
"""Whose things every action upon a thing is tried on: one's own, a colleague's, a foreign one's, nobody's."""

THINGS = {"submission", "id_", "raw", "member"}
"""How the actions call the id of a thing."""

VERDICTS = (
    "reviews.approve",
    "reviews.because",
    "reviews.undo",
    "reviews.reverse_because",
    "step reviews.reason",
    "step reviews.reversal",
    "changes.approve",
    "changes.ret",
    "secretary.open_for",
    "rulings.",
    "step rulings.",
    "paper.",
    "attendance.yes",
    "attendance.no",
    "step paper.",
)

Laid = tuple[Cast, Look]


@pytest.fixture
async def laid(sqlite_url: str) -> AsyncIterator[Laid]:
    await database.open_database(sqlite_url)
    cast = await lay_down()
    await ruled_and_recorded(cast)
    await attended(cast)
    await sessions_planned(cast)
    await reminded(cast)
    await sent(cast)
    await written(cast)
    yield cast, await ledger.look()
    await database.close_database()


def everything() -> set[str]:
    """Return the names of all that a person can do, by construction."""
    strangers = handlers.STRANGERS
    found = {f"kind {kind}" for kind in Kind if kind not in ALREADY_SPOKEN}
    found |= {f"step {strangers.name}.{question}" for question in (*joining._QUESTIONS, "confirm", "linking")}
    found |= {f"{strangers.name}.yes", f"{strangers.name}.no"}
    for each in handlers.CONVERSATIONS:
        found |= {f"{each.name}.{action}" for action in each.actions}
        found |= {f"step {each.name}.{step}" for step in (*each.steps, *each.lasting)}
        found |= {each.command} if each.command else set()
    return found


def test_everything_that_people_can_do_has_a_line_and_every_line_is_something_people_can_do() -> None:
    lines = {row.name for row in TABLE}
    assert lines == everything()
    assert len({(row.what, row.at) for row in TABLE}) == len(TABLE)


def test_every_choice_that_is_offered_leads_somewhere() -> None:
    offered: set[str] = set()
    for file in Path(handlers.__file__).parent.rglob("*.py"):
        offered |= set(re.findall(r"""\bchoice\(\s*"([^"]+)\"""", file.read_text()))
    assert len(offered) > 40
    assert offered <= everything()


@pytest.mark.parametrize("name", sorted(TRIED_ON))
def test_every_action_upon_a_thing_is_tried_on_everybodys(name: str) -> None:
    for action, does in handlers.BY_NAME[name].actions.items():
        if THINGS & set(signature(does).parameters):
            tried = {word.split("/")[0] for row in TABLE if row.name == f"{name}.{action}" for word in row.what.split()}
            assert tried >= TRIED_ON[name], action


def test_no_other_conversation_has_actions_upon_things() -> None:
    others = [each for each in handlers.CONVERSATIONS if each.name not in TRIED_ON]
    assert not [each.name for each in others if _acts_upon_things(each)]


def _acts_upon_things(conversation: Conversation) -> bool:
    return any(THINGS & set(signature(does).parameters) for does in conversation.actions.values())


def test_nobody_decides_about_oneself() -> None:
    for row in TABLE:
        whose = re.search(r"(\w+)(?:/|$)", row.what.removeprefix(row.name))
        if whose and row.name.startswith(VERDICTS) and whose[1] in WHO:
            assert row.marks.split()[WHO.index(whose[1])] not in "Wrs", row.what


async def test_the_table_holds(laid: Laid) -> None:
    cast, before = laid
    wrong = []
    for row in TABLE:
        expected = row.marks.split()
        assert len(expected) == len(WHO), row.what
        for who, mark in zip(WHO, expected, strict=True):
            for by_word in (False, True) if row.what.startswith("/") else (False,):
                outcome = await trial(row, who, cast, before, by_word=by_word)
                if outcome.mark != mark or not _is_theirs(row, who, cast, before, outcome):
                    wrong.append(f"{row.what} by {who}: {outcome.mark} instead of {mark}, {outcome.said}")
    assert not wrong, "\n".join(wrong)


def _is_theirs(row: Row, who: str, cast: Cast, before: Look, outcome: Outcome) -> bool:
    """Say whether all that changed belongs to who did it, or to the one the thing is of."""
    whose = {cast.people.get(who)} | {
        cast.people[word.split("/")[0]]
        for word in re.findall(r"\w+/\w+", f"{row.what} {row.says}")
        if word.split("/")[0] in cast.people
    }
    return all(_owner(change, before) in {*whose, None} for change in outcome.changes)


def _owner(change: Change, before: Look) -> int | None:
    """Return whose it was; a chat that nobody was linked to is nobody's."""
    if change.before is None:
        return change.owner
    return ledger.owner(change.table, change.before, before)
