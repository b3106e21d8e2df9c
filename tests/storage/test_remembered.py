"""What a transaction remembers is what the database would answer."""

from random import Random

import pytest
from asyncpg import Connection, connect

from storage import database, sql
from storage.prepared import Prepared
from storage.units import Group, GroupRow, Unit, UnitRow
from tests.support.databases import PostgresTemplate

_units = Prepared(UnitRow, Unit)
_groups = Prepared(GroupRow, Group)


async def _add(code: str) -> None:
    await sql.add("units", [{"code": code, "name": code, "kind": "co_so"}])


async def _read() -> list[str]:
    return [each.code + each.name for each in await _units.all("ORDER BY id")]


async def _asked() -> list[str]:
    return [row["code"] + row["name"] for row in await sql.rows("SELECT code, name FROM units ORDER BY id")]


async def test_the_same_question_is_asked_once_until_something_is_written(opened: str) -> None:
    async with database.transaction():
        await _add("A")
        first = await _units.all("ORDER BY id")
        again = await _units.all("ORDER BY id")
        assert again[0] is first[0]  # nobody asked the database

        await _add("B")
        assert await _read() == ["AA", "BB"]


async def test_whoever_changes_the_list_changes_no_answer(opened: str) -> None:
    async with database.transaction():
        await _add("A")
        (await _units.all("ORDER BY id")).clear()
        assert await _read() == ["AA"]


async def test_outside_a_transaction_nothing_is_remembered(opened: str) -> None:
    await _add("A")
    first = await _units.all("ORDER BY id")
    assert (await _units.all("ORDER BY id"))[0] is not first[0]


@pytest.mark.parametrize("seed", range(6))
async def test_whatever_is_written_and_taken_back_it_answers_like_the_database(opened: str, seed: int) -> None:
    draw = Random(seed)

    async def some(depth: int) -> None:
        for _ in range(draw.randrange(3, 8)):
            match draw.randrange(6):
                case 0:
                    await _add(f"U{draw.randrange(10**6)}")
                case 1:
                    await sql.run("DELETE FROM units WHERE id = (SELECT MAX(id) FROM units)")
                case 2:
                    _ = await UnitRow.create(code=f"O{draw.randrange(10**6)}", name="by the ORM", kind="co_so")
                case 3:
                    await UnitRow.filter(code__startswith="U").update(name=f"X{draw.randrange(10**6)}")
                case 4 if depth < 3:
                    try:
                        async with database.savepoint():
                            await some(depth + 1)
                            if draw.random() < 0.5:
                                raise LookupError
                    except LookupError:
                        pass
                case _:
                    await _groups.all("ORDER BY id")
            assert await _read() == await _asked()

    async with database.transaction():
        await some(0)


async def test_what_was_read_before_a_lock_is_read_again_after_it(postgres_template: PostgresTemplate) -> None:
    with postgres_template.copy() as url:
        await database.open_database(url)
        await _add("A")
        other: Connection = await connect(**database.credentials(url))
        try:
            async with database.transaction():
                assert [each.name for each in await _units.all("ORDER BY id")] == ["A"]
                await other.execute("UPDATE units SET name = 'changed meanwhile'")
                await sql.run("UPDATE units SET code = code")
                assert [each.name for each in await _units.all("ORDER BY id")] == ["changed meanwhile"]
        finally:
            await other.close()
            await database.close_database()
