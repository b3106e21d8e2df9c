"""Backups: everything there is, of either database, back on either; never half, never over what is there."""

import asyncio
import contextvars
import gzip
import io
import json
import random
import tarfile
import tracemalloc
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from storage import archive, archive_reading, audit, backup, database, links, restoring, sql, tables
from storage.archive_reading import DamagedBackup, Hashed, NewerBackup, NotABackup
from storage.backup import Contents
from storage.files import Files
from storage.people import PersonRow
from storage.snapshot import snapshot
from storage.units import UnitRow
from tests.conftest import ENGINES
from tests.storage.test_migrations import _catalogue
from tests.support import filling
from tests.support.databases import PostgresTemplate, SqliteTemplate, opened_at

NOW = datetime(2027, 1, 11, 2, 0, tzinfo=UTC)
RELEASE = "0.1.0"


@pytest.fixture(params=ENGINES)
def target(request: pytest.FixtureRequest) -> Iterator[str]:
    """The address of an empty database to restore into, of each kind in turn."""
    template: SqliteTemplate | PostgresTemplate = request.getfixturevalue(f"{request.param}_template")
    with template.copy() as url:
        yield url


async def somebody(name: str, unit_id: int | None = None) -> PersonRow:
    return await PersonRow.create(code=name, full_name=name, called=name, sort_key=name, folded=name, unit_id=unit_id)


async def a_unit(folder: Path) -> Files:
    """Put a few rows and files into the open database and a store; the upper unit came after the lower one."""
    lower = await UnitRow.create(code="CS", name="Đoàn cơ sở")
    upper = await UnitRow.create(code="TP", name="Thành đoàn")
    await UnitRow.filter(id=lower.id).update(parent_id=upper.id)
    people = [await somebody(name, unit_id=lower.id) for name in ("An", "Bình", "Chi")]
    await audit.record("person.seen", f"person {people[2].id}", actor=people[2].id, chat="cli", now=NOW, n=1)
    await PersonRow.filter(code="Bình").delete()
    files = Files((folder / "files").as_uri())
    await files.put("evidence/ab/ab12.jpg", bytes(range(256)) * 5000)
    await files.put("evidence/cd/cd34.pdf", b"%PDF-")
    return files


async def taken(url: str, folder: Path, name: str = "a.tar") -> tuple[Path, Contents]:
    """Return a backup of a small unit, whose database is closed again."""
    async with opened_at(url):
        files = await a_unit(folder)
        out = folder / name
        return out, await backup.take(out, url, files, release=RELEASE, now=NOW)


def elsewhere(folder: Path) -> Files:
    return Files((folder / "elsewhere").as_uri())


async def kept(files: Files) -> dict[str, bytes]:
    return {key: await files.get(key) async for key, _ in files.kept()}


async def test_a_backup_of_either_database_goes_back_into_either(
    database_url: str, target: str, tmp_path: Path
) -> None:
    out, contents = await taken(database_url, tmp_path)
    async with opened_at(target):
        before = await _catalogue()

    restored = await restoring.restore(out, target, elsewhere(tmp_path))

    assert restored == contents
    assert (contents.rows, contents.files, contents.missing) == (5, 2, 0)
    assert await kept(elsewhere(tmp_path)) == await kept(Files((tmp_path / "files").as_uri()))
    async with opened_at(target):
        assert await _catalogue() == before, "the restore left the tables' rules changed"
        assert [row.parent_id for row in await UnitRow.all().order_by("id")] == [2, None]
        assert await audit.trail("person 3") == [(NOW, 3, "person.seen", {"n": 1})]
        with pytest.raises(Exception, match="append-only"):
            await sql.run("DELETE FROM audit")
        with pytest.raises(Exception, match=r"(?i)foreign key"):
            await UnitRow.filter(code="TP").update(parent_id=99)
        again = await backup.take(tmp_path / "b.tar", target, elsewhere(tmp_path), release=RELEASE, now=NOW)
    assert again == contents
    assert (tmp_path / "b.tar").read_bytes() == out.read_bytes(), "the same content makes the same file"


async def test_a_number_that_was_drawn_is_never_drawn_again(database_url: str, target: str, tmp_path: Path) -> None:
    async with opened_at(database_url):
        gone = await somebody("x")
        await gone.delete()
        await backup.take(tmp_path / "a.tar", database_url, elsewhere(tmp_path), release=RELEASE, now=NOW)

    await restoring.restore(tmp_path / "a.tar", target, elsewhere(tmp_path))

    async with opened_at(target):
        new = await somebody("y")
    assert new.id == gone.id + 1


async def test_a_snapshot_shows_one_moment_and_nobody_waits_for_it(opened: str) -> None:
    count = "SELECT COUNT(*) AS n FROM people"
    async with snapshot(opened) as read:
        assert [row["n"] for row in await read("SELECT COUNT(*) AS n FROM units")] == [0]
        meanwhile = asyncio.create_task(somebody("An"), context=contextvars.Context())
        _ = await asyncio.wait_for(meanwhile, 10)
        assert [row["n"] for row in await read(count)] == [0]
    assert [row["n"] for row in await sql.rows(count)] == [1]


async def test_every_table_of_the_database_is_in_a_backup(opened: str) -> None:
    found = set((await _catalogue())["tables"])
    known = await tables.at(await database.applied_migrations())
    assert {table.name for table in known} == found
    names = [table.name for table in known]
    for table in known:
        assert all(names.index(each) < names.index(table.name) for each in table.refers_to - {table.name})


@settings(
    max_examples=2, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
@given(data=st.data())
async def test_whatever_the_tables_hold_goes_there_and_back(
    data: st.DataObject,
    sqlite_template: SqliteTemplate,
    postgres_template: PostgresTemplate,
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    folder = tmp_path_factory.mktemp("there-and-back")
    files = Files((folder / "none").as_uri())
    with sqlite_template.copy() as first, postgres_template.copy() as second, sqlite_template.copy() as third:
        async with opened_at(first):
            order = [table.name for table in await tables.at(await database.applied_migrations())]
            await filling.fill(data, order)
            written = await _by_the_orm()
            contents = await backup.take(folder / "1.tar", first, files, release=RELEASE, now=NOW)
        assert all(each.rows == filling.ROWS for each in contents.tables.values())
        await restoring.restore(folder / "1.tar", second, files)
        async with opened_at(second):
            assert await _by_the_orm() == written
            await backup.take(folder / "2.tar", second, files, release=RELEASE, now=NOW)
        await restoring.restore(folder / "2.tar", third, files)
        async with opened_at(third):
            assert await _by_the_orm() == written


async def _by_the_orm() -> dict[str, list[dict[str, object]]]:
    """Return every row of the open database as the product sees it."""
    found = {}
    for model in filling.models():
        rows = [dict(row) for row in await model.all().values()]
        found[model._meta.db_table] = sorted(rows, key=lambda row: str(row[model._meta.pk_attr]))
    return found


async def test_a_backup_of_older_tables_is_brought_forward(
    tmp_path: Path, target: str, sqlite_url: str, postgres_template: PostgresTemplate
) -> None:
    old = f"sqlite:///{tmp_path}/old.db"
    await database.migrate(old, upto="0002_audit_append_only")
    out, contents = await taken(old, tmp_path)
    assert "sessions" not in contents.tables

    await restoring.restore(out, target, elsewhere(tmp_path))

    async with opened_at(target):
        assert not await database.pending_migrations()
        assert await PersonRow.all().count() == 2
        found = await _catalogue()
        assert "sessions" in found["tables"]
        with pytest.raises(Exception, match="append-only"):
            await sql.run("DELETE FROM audit")


async def test_a_database_without_tables_gets_them(sqlite_url: str, tmp_path: Path) -> None:
    out, contents = await taken(sqlite_url, tmp_path)
    assert await restoring.restore(out, f"sqlite:///{tmp_path}/new/new.db", elsewhere(tmp_path)) == contents


async def test_a_database_that_has_a_row_is_left_alone(sqlite_url: str, target: str, tmp_path: Path) -> None:
    out, _ = await taken(sqlite_url, tmp_path)
    async with opened_at(target):
        _ = await UnitRow.create(code="mine", name="mine")

    with pytest.raises(restoring.DatabaseNotEmpty) as refused:
        await restoring.restore(out, target, elsewhere(tmp_path))

    assert refused.value.table == "units"
    assert await kept(elsewhere(tmp_path)) == {}
    async with opened_at(target):
        assert [row.code for row in await UnitRow.all()] == ["mine"]


async def test_a_store_that_keeps_something_else_is_left_alone(sqlite_url: str, target: str, tmp_path: Path) -> None:
    out, _ = await taken(sqlite_url, tmp_path)
    await elsewhere(tmp_path).put("evidence/ef/other.jpg", b"mine")

    with pytest.raises(restoring.FilesNotEmpty):
        await restoring.restore(out, target, elsewhere(tmp_path))

    assert await kept(elsewhere(tmp_path)) == {"evidence/ef/other.jpg": b"mine"}
    async with opened_at(target):
        assert await UnitRow.all().count() == 0


async def test_after_an_interruption_the_same_restore_begins_again(
    sqlite_url: str, target: str, tmp_path: Path
) -> None:
    out, contents = await taken(sqlite_url, tmp_path)
    await elsewhere(tmp_path).put("evidence/cd/cd34.pdf", b"%P")

    assert await restoring.restore(out, target, elsewhere(tmp_path)) == contents
    assert (await kept(elsewhere(tmp_path)))["evidence/cd/cd34.pdf"] == b"%PDF-"


async def test_rows_that_a_database_does_not_take_leave_it_empty(
    sqlite_url: str, postgres_template: PostgresTemplate, tmp_path: Path
) -> None:
    async with opened_at(sqlite_url):
        await sql.many(
            "INSERT INTO units (code, name, kind) VALUES (?1, ?2, ?3)", [("ok", "ok", ""), ("long", "x" * 300, "")]
        )
        await backup.take(tmp_path / "a.tar", sqlite_url, elsewhere(tmp_path), release=RELEASE, now=NOW)
    with postgres_template.copy() as url:
        with pytest.raises(restoring.RowsRefused) as refused:
            await restoring.restore(tmp_path / "a.tar", url, elsewhere(tmp_path))
        assert refused.value.table == "units"
        async with opened_at(url):
            assert await UnitRow.all().count() == 0


async def test_a_file_that_a_row_names_and_nobody_keeps_is_reported(opened: str, tmp_path: Path) -> None:
    person = await somebody("x")
    row = (
        "INSERT INTO evidence (person_id, chat, kind, state, file, thumbnail, arrived_at)"
        " VALUES (?1, '', 'photo', ?2, ?3, ?4, ?5)"
    )
    at = NOW.isoformat(" ") if sql.is_sqlite() else NOW
    await sql.many(row, [(person.id, "stored", "here", "gone", at), (person.id, "refused", "refused", "", at)])
    await elsewhere(tmp_path).put("here", b"1")
    link = await links.make(links.Purpose.REVIEW, made_by=person.id, now=NOW)
    assert await links.use(link.id, "paper", "sheet", NOW)
    await elsewhere(tmp_path).put("sheet", b"2")

    contents = await backup.take(tmp_path / "a.tar", opened, elsewhere(tmp_path), release=RELEASE, now=NOW)

    assert (contents.files, contents.missing, contents.named) == (2, 1, ["gone"])


async def test_a_backup_is_its_owners_and_never_written_over(sqlite_url: str, tmp_path: Path) -> None:
    out, _ = await taken(sqlite_url, tmp_path)
    whole = out.read_bytes()
    assert out.stat().st_mode & 0o777 == 0o600
    async with opened_at(sqlite_url):
        with pytest.raises(FileExistsError):
            await backup.take(out, sqlite_url, elsewhere(tmp_path), release=RELEASE, now=NOW)
    assert out.read_bytes() == whole
    assert parts(tmp_path) == ["a.tar"]


async def test_what_a_killed_backup_left_is_no_hindrance_and_two_at_once_are_kept_apart(
    sqlite_url: str, tmp_path: Path
) -> None:
    part = tmp_path / "a.tar.part"
    part.write_bytes(b"x" * 100_000)
    part.chmod(0o644)
    with (
        archive.writing(tmp_path / "a.tar", 0),
        pytest.raises(archive.BeingWritten),
        archive.writing(tmp_path / "a.tar", 0),
    ):
        pass
    (tmp_path / "a.tar").unlink()
    part.write_bytes(b"x" * 100_000)
    part.chmod(0o644)
    out, _ = await taken(sqlite_url, tmp_path)
    assert out.stat().st_mode & 0o777 == 0o600
    restoring.check(out)
    assert not part.exists()


async def test_a_backup_that_fails_leaves_nothing(opened: str, tmp_path: Path) -> None:
    files = await a_unit(tmp_path)
    await sql.run("DROP TABLE phones")
    with pytest.raises(Exception, match="phones"):
        await backup.take(tmp_path / "a.tar", opened, files, release=RELEASE, now=NOW)
    assert parts(tmp_path) == []


def parts(folder: Path) -> list[str]:
    """Return what a backup to a.tar left."""
    return sorted(path.name for path in folder.glob("a.tar*"))


def fails_the_check(damaged: bytes, kind: type[Exception], folder: Path) -> Path:
    """Assert that `backup --check` refuses bytes; return their file."""
    file = folder / "damaged.tar"
    file.write_bytes(damaged)
    with pytest.raises(kind):
        restoring.check(file)
    return file


async def refused_whole(damaged: bytes, kind: type[Exception], url: str, folder: Path) -> None:
    """Assert that bytes are refused, and nothing is changed by them."""
    file = fails_the_check(damaged, kind, folder)
    with pytest.raises(kind):
        await restoring.restore(file, url, elsewhere(folder))
    assert await kept(elsewhere(folder)) == {}
    async with opened_at(url):
        assert await UnitRow.all().count() == 0


async def test_a_backup_that_was_cut_or_has_a_wrong_byte_changes_nothing(
    sqlite_url: str, sqlite_template: SqliteTemplate, tmp_path: Path
) -> None:
    out, _ = await taken(sqlite_url, tmp_path)
    whole = out.read_bytes()
    draw = random.Random(4)
    for length in [*(draw.randrange(2000, len(whole)) for _ in range(40)), len(whole) - 1, len(whole) - 1024]:
        fails_the_check(whole[:length], DamagedBackup, tmp_path)
    places = _data_places(out, draw)
    for place in places:
        fails_the_check(_flipped(whole, place, draw), DamagedBackup, tmp_path)
    with sqlite_template.copy() as url:
        for wrong in (whole[:-9000], whole + b"x", _flipped(whole, places[0], draw)):
            await refused_whole(wrong, DamagedBackup, url, tmp_path)


def _flipped(whole: bytes, place: int, draw: random.Random) -> bytes:
    wrong = bytearray(whole)
    wrong[place] ^= 1 << draw.randrange(8)
    return bytes(wrong)


def _data_places(out: Path, draw: random.Random) -> list[int]:
    """Return a byte of the contents and one of the header's name, of every member but the first."""
    with tarfile.open(out) as tar:
        members = tar.getmembers()[1:]
    inside = [member.offset_data + draw.randrange(member.size) for member in members if member.size]
    return inside + [member.offset + draw.randrange(len(member.name)) for member in members]


def remade(out: Path, change: Callable[[str, bytes], tuple[str, bytes] | None]) -> bytes:
    """Return a backup made of `out`'s members as `change` wants them, with sums that are right."""
    made = io.BytesIO()
    writer = archive.Writer(made, 0)
    with tarfile.open(out) as tar:
        for member in tar.getmembers()[:-1]:
            file = tar.extractfile(member)
            assert file is not None
            changed = change(member.name, file.read())
            if changed is not None:
                writer.add(*changed)
    writer.finish()
    writer.close()
    return made.getvalue()


@pytest.mark.parametrize(
    "name",
    ["files/../../outside", "/etc/outside", "files/a/../b", "tables/../x", "outside", "files//a", "files/a\nb", "."],
)
async def test_a_member_that_leads_elsewhere_is_refused(
    sqlite_url: str, sqlite_template: SqliteTemplate, tmp_path: Path, name: str
) -> None:
    out, _ = await taken(sqlite_url, tmp_path)
    hostile = remade(out, lambda old, data: (name if old.endswith("cd34.pdf") else old, data))
    with sqlite_template.copy() as url:
        await refused_whole(hostile, DamagedBackup, url, tmp_path)
    assert [path for path in _all_below(tmp_path) if "outside" in path.name] == []


def _all_below(folder: Path) -> list[Path]:
    return list(folder.rglob("*"))


async def test_links_devices_and_other_odd_members_are_refused(
    sqlite_url: str, sqlite_template: SqliteTemplate, tmp_path: Path
) -> None:
    out, _ = await taken(sqlite_url, tmp_path)
    for kind in (tarfile.SYMTYPE, tarfile.LNKTYPE, tarfile.CHRTYPE, tarfile.FIFOTYPE, tarfile.DIRTYPE):
        made = io.BytesIO(out.read_bytes())
        with tarfile.open(out) as tar:
            member = next(each for each in tar.getmembers() if each.name.endswith("cd34.pdf"))
        odd = tarfile.TarInfo(member.name)
        odd.type, odd.linkname = kind, "/etc/passwd"
        made.seek(member.offset)
        made.write(odd.tobuf())
        with sqlite_template.copy() as url:
            await refused_whole(made.getvalue(), DamagedBackup, url, tmp_path)


@pytest.mark.parametrize(
    "rows",
    [
        b"not json\n",
        b'{"id": 1}\n',
        b"[1, 2]\n",
        b'{"id":"1","code":"x","kind":"","name":"x","parent_id":null,"valid_from":null,"valid_to":null}\n',
        b'{"id":1,"code":"x","kind":"","name":"x","parent_id":null,"valid_from":"soon","valid_to":null}\n',
        b'{"id":true,"code":"x","kind":"","name":"x","parent_id":null,"valid_from":null,"valid_to":null}\n',
        b"[" * 100_000 + b"\n",
    ],
)
async def test_rows_that_are_none_are_refused_before_anything_is_changed(
    sqlite_url: str, target: str, tmp_path: Path, rows: bytes
) -> None:
    def change(name: str, data: bytes) -> tuple[str, bytes]:
        if name.startswith("tables/units"):
            return name, gzip.compress(rows)
        if name == "contents.json":
            said = json.loads(data)
            said["tables"]["units"]["rows"] = 1
            return name, json.dumps(said).encode()
        return name, data

    out, _ = await taken(sqlite_url, tmp_path)
    file = tmp_path / "forged.tar"
    file.write_bytes(remade(out, change))
    with pytest.raises(DamagedBackup):
        await restoring.restore(file, target, elsewhere(tmp_path))
    assert await kept(elsewhere(tmp_path)) == {}


async def test_what_is_no_backup_and_what_is_newer_are_told_apart(
    sqlite_url: str, sqlite_template: SqliteTemplate, tmp_path: Path
) -> None:
    out, _ = await taken(sqlite_url, tmp_path)

    def about(**facts: object) -> bytes:
        return remade(
            out,
            lambda name, data: (
                name,
                json.dumps({**json.loads(data), **facts}).encode() if name == "about.json" else data,
            ),
        )

    with sqlite_template.copy() as url:
        for nothing in (b"", b"x" * 5000, bytes(10240), b"%PDF-1.7", about(what="another")):
            await refused_whole(nothing, NotABackup, url, tmp_path)
        await refused_whole(about(format=2, release="9.0"), NewerBackup, url, tmp_path)
        newer = tmp_path / "newer.tar"
        newer.write_bytes(about(migrations=[*database.known_migrations(), "9999_future"], release="9.0"))
        with pytest.raises(NewerBackup) as refused:
            await restoring.restore(newer, url, elsewhere(tmp_path))
        assert refused.value.release == "9.0"


async def test_a_member_that_unpacks_to_more_than_memory_is_refused(
    sqlite_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out, _ = await taken(sqlite_url, tmp_path)
    monkeypatch.setattr(archive_reading, "LARGEST", 100)
    with pytest.raises(DamagedBackup):
        restoring.check(out)


def member(unpacked: bytes, after: bytes = b"") -> Hashed:
    packed = gzip.compress(unpacked) + after
    return Hashed(io.BytesIO(packed), len(packed))


def test_a_small_file_that_unpacks_to_millions_of_lines_takes_little_memory() -> None:
    bomb = member(b"{}\n" * 1_500_000)
    tracemalloc.start()
    try:
        count = sum(1 for _ in bomb.lines())
        most = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert count == 1_500_000
    assert most < 50_000_000, "they were all there at once"


def test_a_member_far_larger_than_a_chunk_and_a_row_is_refused_by_what_it_unpacks_to() -> None:
    with pytest.raises(ValueError, match="larger"):
        for _ in member(b"{}\n" * 6_000_000).lines():
            pass


def test_rows_of_any_length_are_read_as_they_were_written() -> None:
    rows = [b"a" * size for size in (1, archive.PIECE - 2, archive.PIECE, 3 * archive.PIECE + 7, 5)]
    rows += [random.Random(1).randbytes(2 * archive.PIECE).hex().encode()]
    assert list(member(b"\n".join(rows) + b"\n").lines()) == rows
    assert list(member(b"".join(rows)).lines()) == [b"".join(rows)]


@pytest.mark.parametrize("cut", [1, 8, 20])
def test_a_member_that_is_cut_short_or_longer_than_it_was_is_refused(cut: int) -> None:
    packed = gzip.compress(b"{}\n" * 1000)[:-cut]
    for found in (Hashed(io.BytesIO(packed), len(packed)), member(b"{}\n", bytes(cut))):
        with pytest.raises(ValueError):
            list(found.lines())


async def test_tools_that_every_machine_has_can_check_and_unpack_it(sqlite_url: str, tmp_path: Path) -> None:
    out, _ = await taken(sqlite_url, tmp_path)
    unpacked = tmp_path / "unpacked"
    unpacked.mkdir()
    script = f"tar -xf {out} && sha256sum --check --quiet SHA256SUMS && zcat tables/units/*.gz"
    process = await asyncio.create_subprocess_shell(script, cwd=unpacked, stdout=asyncio.subprocess.PIPE)
    printed, _ = await process.communicate()
    assert process.returncode == 0
    assert [json.loads(line)["code"] for line in printed.splitlines()] == ["CS", "TP"]


async def test_a_database_that_was_never_made_or_is_newer_is_not_backed_up(tmp_path: Path, opened: str) -> None:
    out, files = tmp_path / "a.tar", elsewhere(tmp_path)
    await sql.run("UPDATE tortoise_migrations SET name = '9999_future' WHERE name LIKE '0002%'")
    with pytest.raises(backup.NewerDatabase):
        await backup.take(out, opened, files, release=RELEASE, now=NOW)
    await sql.run("DELETE FROM tortoise_migrations")
    with pytest.raises(backup.NoDatabase):
        await backup.take(out, opened, files, release=RELEASE, now=NOW)
    assert parts(tmp_path) == []


async def test_the_files_of_a_store_that_is_no_folder_are_read_too(sqlite_url: str, tmp_path: Path) -> None:
    files = Files("memory:///")
    await files.put("evidence/ab/ab12.jpg", b"1" * 3_000_000)
    async with opened_at(sqlite_url):
        await backup.take(tmp_path / "a.tar", sqlite_url, files, release=RELEASE, now=NOW)
    restored = Files("memory:///")
    await restoring.restore(tmp_path / "a.tar", f"sqlite:///{tmp_path}/new.db", restored)
    assert await kept(restored) == await kept(files)
