"""The file store, as a folder."""

from pathlib import Path

import pytest

from storage.files import Files, FileStoreDown, NoSuchFile


@pytest.fixture
def files(tmp_path: Path) -> Files:
    return Files((tmp_path / "kho tệp").as_uri())


async def test_what_is_put_comes_back(files: Files) -> None:
    await files.put("evidence/ab/abcd.jpg", b"bytes")
    assert await files.get("evidence/ab/abcd.jpg") == b"bytes"


async def test_putting_the_same_again_is_harmless(files: Files) -> None:
    await files.put("evidence/ab/abcd.jpg", b"bytes")
    await files.put("evidence/ab/abcd.jpg", b"bytes")
    assert await files.get("evidence/ab/abcd.jpg") == b"bytes"


async def test_an_unknown_key_is_said_to_be_unknown(files: Files) -> None:
    with pytest.raises(NoSuchFile):
        await files.get("evidence/none")


async def test_deleting_twice_is_deleting_once(files: Files) -> None:
    await files.put("a/b", b"1")
    await files.delete("a/b")
    await files.delete("a/b")
    with pytest.raises(NoSuchFile):
        await files.get("a/b")


@pytest.mark.parametrize("key", ["../outside", "/etc/passwd/../../x", "a/../../outside"])
async def test_a_key_never_leaves_the_folder(files: Files, tmp_path: Path, key: str) -> None:
    with pytest.raises((FileStoreDown, ValueError)):
        await files.put(key, b"1")
    assert not (tmp_path / "outside").exists()


async def test_a_folder_that_cannot_be_written_is_said_to_be_down(tmp_path: Path) -> None:
    blocked = tmp_path / "kho"
    files = Files(blocked.as_uri())
    (blocked / "evidence").write_bytes(b"a file where a folder should be")
    with pytest.raises(FileStoreDown):
        await files.put("evidence/ab", b"1")
