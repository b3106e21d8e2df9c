"""When PostgreSQL is told about tables that have just begun to fill."""

from storage import sql, statistics
from storage.statistics import Growth


def test_it_is_time_ever_more_rarely() -> None:
    growth = Growth()
    assert [n for n in range(1, 30_001) if growth.is_due(1)] == [100, 400, 1600, 6400, 25600]


def test_in_the_end_it_is_left_to_autovacuum() -> None:
    growth = Growth()
    assert sum(growth.is_due(1000) for _ in range(1000)) == 5


async def test_afterwards_the_planner_knows_how_full_a_table_is(opened: str) -> None:
    row = {"channel": "web", "chat": "web:1", "body": "{}", "received_at": 1, "status": "done"}
    await sql.add("inbox", [row | {"id": id_, "key": str(id_)} for id_ in range(1, 301)])

    await statistics.refresh()

    if not sql.is_sqlite():
        (known,) = await sql.rows("SELECT reltuples FROM pg_class WHERE relname = 'inbox'")
        assert known["reltuples"] == 300
    assert len(await sql.rows("SELECT id FROM inbox")) == 300
