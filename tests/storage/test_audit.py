"""The trail of every change: it only grows."""

from datetime import UTC, datetime

import pytest

from storage import audit, database, sql
from storage.audit import AuditRow

NOW = datetime(2027, 1, 11, 2, 0, tzinfo=UTC)


async def _record(action: str = "review.approved") -> None:
    await audit.record(action, "submission 12", actor=None, chat="telegram:42", now=NOW, version=2)


async def test_the_trail_tells_who_did_what_when_oldest_first(opened: str) -> None:
    await _record("submission.begun")
    await _record("review.approved")

    assert await audit.trail("submission 12") == [
        (NOW, None, "submission.begun", {"version": 2}),
        (NOW, None, "review.approved", {"version": 2}),
    ]
    assert await audit.trail("submission 1") == []


@pytest.mark.parametrize("statement", ["UPDATE audit SET action = 'x'", "DELETE FROM audit"])
async def test_the_database_refuses_to_change_or_delete_a_line(opened: str, statement: str) -> None:
    await _record()

    with pytest.raises(Exception, match="append-only"):
        await sql.run(statement)
    with pytest.raises(Exception, match="append-only"):
        await (AuditRow.all().update(action="x") if "UPDATE" in statement else AuditRow.all().delete())

    assert [action for _, _, action, _ in await audit.trail("submission 12")] == ["review.approved"]


async def _fails_after_recording() -> None:
    async with database.transaction():
        await _record()
        raise ZeroDivisionError


async def test_a_line_is_taken_back_with_the_change_it_tells(opened: str) -> None:
    with pytest.raises(ZeroDivisionError):
        await _fails_after_recording()

    assert await audit.trail("submission 12") == []
