"""The search finds what must never be in a log line, and nothing else."""

import json
from pathlib import Path

import pytest

from tests.fakes.telegram import TOKEN
from tests.logs.search import findings

SAID = "Em đã trồng cây\nở công viên “Gia Định”"


@pytest.mark.parametrize(
    "leak",
    [
        f"https://127.0.0.1/bot{TOKEN}/getMe",
        "the secret-of-the-tests was wrong",
        "postgres://hanhtrinh:kin@localhost/hanhtrinh",
        "call 0912 345 678",
        "call +84912345678",
        'she wrote "ở công viên “Gia Định”"',
    ],
)
def test_a_leak_is_found(tmp_path: Path, leak: str) -> None:
    (tmp_path / "1.words").write_text(json.dumps(SAID), "utf-8")
    (tmp_path / "1.log").write_text(json.dumps({"event": leak}, ensure_ascii=False) + "\n", "utf-8")
    assert len(findings(tmp_path)[2]) >= 1


def test_what_may_be_there_is_not_found(tmp_path: Path) -> None:
    (tmp_path / "1.words").write_text("\n".join(map(json.dumps, (SAID, "menu", "reviews.approve 12"))), "utf-8")
    line = {"event": "a step failed", "inbox_id": 7_529_774_557_485_428_736, "chat": "telegram:42", "took": 0.1234567}
    plain = "postgres://hanhtrinh:***@localhost/hanhtrinh, menu, reviews.approve 12, 2026-11-21T05:50:43.156343Z"
    (tmp_path / "1.log").write_text(f"{json.dumps(line)}\n{plain}\n", "utf-8")
    assert findings(tmp_path) == (2, 3, [])
