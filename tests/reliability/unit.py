"""The unit that lives through the kills: thirty members, and two officers for every post so that they race."""

import os
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from bot.commands.roster_words import roster_words
from papers.roster_layout import LAYOUT, Sheet
from tests.fakes.telegram import TOKEN
from tests.fakes.telegram_spec import CHECKOUT
from tests.papers.workbooks import Rows, workbook
from tests.support import thirty
from tests.support.any_time import at_any_time
from tests.test_process import TODAY, YEAR, Operator, all_year, links

WRITERS = 5
"""Members who only write parts of an essay; the others hand in."""

EXECUTIVE, SUPERVISOR, LEADER = "Ban Chấp hành Đoàn cơ sở", "Giám sát viên phụ trách tổ", "Tổ trưởng"
OFFICERS = (
    ("B1", "Vũ Đức Thắng", EXECUTIVE, "STP"),
    ("B2", "Tạ Hồng Nhung", EXECUTIVE, "STP"),
    ("B3", "Phan Quốc Việt", EXECUTIVE, "SXD"),
    ("B4", "Dương Mỹ Linh", EXECUTIVE, "SXD"),
    ("G1", "Lý Thu Thuỷ", SUPERVISOR, "T1"),
    ("G2", "Mạc Kim Ngân", SUPERVISOR, "T1"),
    ("L1", "Cao Hữu Nghĩa", LEADER, "T1"),
    ("L2", "Tô Bảo Trâm", LEADER, "T1"),
)


@dataclass(frozen=True, slots=True)
class Unit:
    """Invitation tokens by full name, of members and of officers."""

    members: dict[str, str]
    officers: dict[str, str]


@dataclass(frozen=True, slots=True)
class Ground:
    """Where a run takes place: its folder, its database and its platform. Ports are one a process."""

    folder: Path
    database: str
    api: str
    ports: tuple[int, ...]

    def environment(self, process: int, mode: str) -> dict[str, str]:
        """Return the settings of one process; the platform reaches all of them under one address.

        By polling at a chat's pace, by webhook as fast as it can: so both are killed.
        """
        return {
            "PATH": os.environ["PATH"],
            "PYTHONPATH": str(CHECKOUT),
            "PYTHONUTF8": "1",
            "DATABASE_URL": self.database,
            "DATA_DIR": str(self.folder / "data"),
            "HTTP_PORT": str(self.ports[process]),
            "PUBLIC_URL": f"http://127.0.0.1:{self.ports[0]}",
            "TELEGRAM_API_URL": self.api,
            "TELEGRAM_MODE": mode,
            "TELEGRAM_PACE": "200" if mode == "polling" else "0",
            "TELEGRAM_TOKEN": TOKEN,
            "TELEGRAM_WEBHOOK_SECRET": "secret-of-the-tests",
            **at_any_time(self.folder),
        }


def roster() -> bytes:
    """Return the unit's roster as an .xlsx."""
    plain = [each for each in thirty.people() if each[5] == "Có"]
    people: Rows = [*plain, *([code, name, "", "DK", "", "Không", "đồng chí"] for code, name, _, _ in OFFICERS)]
    roles: Rows = [[code, post, place, "", ""] for code, _, post, place in OFFICERS]
    words = roster_words("vi")
    tables = zip(Sheet, (thirty.UNITS, thirty.GROUPS, people, roles), strict=True)
    return workbook(
        {
            words.sheets[sheet]: [[words.headings[field.column] for field in LAYOUT[sheet]], *rows]
            for sheet, rows in tables
        }
    )


async def settle_in(ground: Ground) -> Unit:
    """Bring the unit in, as an operator does, open its season and write its invitations."""
    operator = Operator(ground.folder, ground.environment(0, "polling"))
    sheet, invitations = ground.folder / "danh-sach.xlsx", ground.folder / "thu-moi.xlsx"
    sheet.write_bytes(roster())
    opens, closes = TODAY - timedelta(days=2), TODAY + timedelta(days=30)
    window = ("--opens", f"{opens:%d/%m/%Y}", "--closes", f"{closes:%d/%m/%Y}")
    await operator.runs("roster", "import", sheet)
    await operator.runs("season", "open", all_year(ground.folder), YEAR, *window)
    await operator.runs("invites", invitations)
    tokens = links(invitations)
    members = [thirty.member(number) for number in range(30)]
    return Unit({name: tokens[name] for name in members}, {name: tokens[name] for _, name, _, _ in OFFICERS})
