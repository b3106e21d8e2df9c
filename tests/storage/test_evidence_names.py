"""What a file that people handed in is called when an officer keeps it."""

from datetime import UTC, datetime

import pytest

from storage.evidence import Evidence


@pytest.mark.parametrize(
    ("called", "kept_as", "served_as"),
    [
        ("Giấy khen.PDF", "pdf", "Giấy khen.PDF"),
        ("giay-khen.hta", "pdf", "giay-khen.hta.pdf"),
        ("anh\u202efdp.exe", "docx", "anhfdp.exe.docx"),
        ("ghi chép.md", "txt", "ghi chép.md"),
        ("", "pdf", "ab.pdf"),
        ("\u200b", "odt", "ab.odt"),
    ],
)
def test_a_name_ends_as_its_content_is(called: str, kept_as: str, served_as: str) -> None:
    piece = Evidence(
        id=1, person=1, chat="", submission=1, kind="document", state="stored", refusal="", album=None, remote="",
        name=called, text="", attempts=0, process=None, arrived_at=datetime(2027, 3, 1, tzinfo=UTC), sha256="",
        file=f"evidence/ab/ab.{kept_as}", thumbnail="", unread="", source=None,
    )  # fmt: skip
    assert piece.served_as == served_as
