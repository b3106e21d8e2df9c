"""How far each job has come, and how it went: after an outage, or in another process, it goes on from there."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from tortoise import fields
from tortoise.models import Model

from storage import sql
from storage.sql import moment, ms

ERROR = 64
"""Characters of an error's name."""


class JobRunRow(Model):
    """How far one job has come.

    Moments are ms since 1970, UTC. `due_at` is the last due moment that was dealt with: run, or `missed_at`. `tries`
    that failed in a row, the last at `failed_at`; `asked_at` by an operator who does not wait for the next due moment.
    """

    name = fields.CharField(max_length=48, primary_key=True)
    due_at = fields.BigIntField()
    began_at = fields.BigIntField(null=True)
    ended_at = fields.BigIntField(null=True)
    rows = fields.BigIntField(db_default=0)
    owed = fields.BigIntField(db_default=0)
    missed_at = fields.BigIntField(null=True)
    tries = fields.IntField(db_default=0)
    failing_since = fields.BigIntField(null=True)
    failed_at = fields.BigIntField(null=True)
    error = fields.CharField(max_length=ERROR, db_default="")
    asked_at = fields.BigIntField(null=True)

    class Meta:
        table = "job_runs"


@dataclass(frozen=True, slots=True)
class JobRun:
    """How far the job `name` has come; moments in UTC. `rows` and `owed` are of the last run that ended."""

    name: str
    due_at: datetime
    began_at: datetime | None = None
    ended_at: datetime | None = None
    rows: int = 0
    owed: int = 0
    missed_at: datetime | None = None
    tries: int = 0
    failing_since: datetime | None = None
    failed_at: datetime | None = None
    error: str = ""
    asked_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Done:
    """A run that ended well: of which due moment, from when to when (UTC), with what."""

    due_at: datetime
    began_at: datetime
    ended_at: datetime
    rows: int
    owed: int


async def known() -> dict[str, JobRun]:
    """Return how far each job has come, by name."""
    return {row["name"]: _run(row) for row in await sql.rows("SELECT * FROM job_runs")}


def _run(row: dict[str, Any]) -> JobRun:
    values: dict[str, Any] = {
        name: moment(value) if name.endswith(("_at", "_since")) and value is not None else value
        for name, value in row.items()
    }
    return JobRun(**values)


async def begin(names: Iterable[str], now: datetime) -> None:
    """Have jobs that never ran owe nothing for the time before `now` (UTC)."""
    await sql.many(
        "INSERT INTO job_runs (name, due_at) VALUES (?1, ?2) ON CONFLICT (name) DO NOTHING",
        [(name, ms(now)) for name in names],
    )


async def ran(name: str, done: Done) -> bool:
    """Keep that a run ended well; False when it is known of a later one."""
    return await _changed(
        "UPDATE job_runs SET due_at = ?2, began_at = ?3, ended_at = ?4, rows = ?5, owed = ?6, tries = 0,"
        " failing_since = NULL, failed_at = NULL, error = '' WHERE name = ?1 AND due_at <= ?2",
        name,
        ms(done.due_at),
        ms(done.began_at),
        ms(done.ended_at),
        done.rows,
        done.owed,
    )


async def failed(name: str, error: str, now: datetime) -> None:
    """Keep that a run failed at `now` (UTC)."""
    await sql.run(
        "UPDATE job_runs SET tries = tries + 1, failing_since = COALESCE(failing_since, ?2), failed_at = ?2,"
        " error = ?3 WHERE name = ?1",
        name,
        ms(now),
        error[:ERROR],
    )


async def missed(name: str, due: datetime) -> bool:
    """Keep that it was too late for the run of `due` (UTC); False when that is known."""
    return await _changed(
        "UPDATE job_runs SET due_at = ?2, missed_at = ?2 WHERE name = ?1 AND due_at < ?2", name, ms(due)
    )


async def passed(name: str, due: datetime) -> bool:
    """Keep that there was nothing to do at any moment up to `due` (UTC)."""
    return await _changed("UPDATE job_runs SET due_at = ?2 WHERE name = ?1 AND due_at < ?2", name, ms(due))


async def set_back(now: datetime, most: timedelta) -> int:
    """Bring back to `now` (UTC) whoever is farther than `most` beyond it: a clock was wrong. Return how many."""
    return await sql.run("UPDATE job_runs SET due_at = ?1 WHERE due_at > ?2", ms(now), ms(now + most))


async def ask(name: str, now: datetime) -> bool:
    """Have a job run at the next look, whatever is due; False when no process has ever run it."""
    return await _changed("UPDATE job_runs SET asked_at = ?2 WHERE name = ?1", name, ms(now))


async def take(name: str, asked_at: datetime) -> bool:
    """Take that wish away, to fulfil it or for nobody did; False when it is gone."""
    return await _changed("UPDATE job_runs SET asked_at = NULL WHERE name = ?1 AND asked_at = ?2", name, ms(asked_at))


async def _changed(statement: str, *values: Any) -> bool:
    return await sql.run(statement, *values) == 1
