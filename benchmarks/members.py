"""A unit for the product to serve: members who have joined and registered, a supervisor for every twenty.

    python -m benchmarks.members DATABASE_URL COUNT

Everything goes through the product's own code; only what a member would have to tap (joining, registering) is written
by the rows themselves, since ten thousand people tap for a while.
"""

import asyncio
import re
import sys
import tempfile
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from bot.commands.season import open_season
from handlers.joining import TEXT_VERSION
from journey import programme_file
from journey.people import Role
from storage import database, enrolments, people, roster, sql
from storage.chats import ChatRow
from storage.consents import ConsentRow
from storage.enrolments import EnrolmentRow
from storage.registrations import RegistrationRow
from storage.roster_lines import GroupLine, PersonLine, RoleLine, Roster, UnitLine
from tests.support.any_time import today

TASKS = ("BB1", "BB2", "BB3", "RL4", "RL5", "RL6", "TT1", "TT3", "TT4")
A_GROUP = 20
FIRST_CHAT = 10_000_000
FIRST_SUPERVISOR = 90_000_000
PORTION = 500


def programme() -> str:
    """Return 44-KH as an operator may have it: all year, nothing asked beside photos, the supervisor decides."""
    text = programme_file.shipped("nguoi-cong-san-tre").decode()
    text = re.sub(r"(?m)^months = .*$", f"months = {list(range(1, 13))}", text)
    text = re.sub(r"(?m)^fields = \[\".*$", "", text)
    return re.sub(r"(?m)^assessment = .*$", 'assessment = { any = ["giam_sat_vien"] }', text)


def unit(members: int) -> Roster:
    """Return the roster of one unit with groups of twenty."""
    groups = range((members + A_GROUP - 1) // A_GROUP)
    return Roster(
        (UnitLine(2, "U", "Đoàn cơ sở Bình Minh", "Đoàn cơ sở"),),
        tuple(GroupLine(2 + n, f"G{n}", f"Tổ {n + 1}", "U") for n in groups),
        (
            *(PersonLine(2 + n, f"M{n}", f"Nguyễn Thị Hương {n}", "U", f"G{n // A_GROUP}") for n in range(members)),
            *(PersonLine(2 + members + n, f"S{n}", f"Trần Văn Bình {n}", "U", is_member=False) for n in groups),
        ),
        tuple(RoleLine(2 + n, f"S{n}", Role.SUPERVISOR, f"G{n}") for n in groups),
    )


async def settle(url: str, members: int) -> None:
    """Make the database of `url` and everybody in it."""
    now = datetime.now(UTC) - timedelta(days=1)
    day = today()
    await database.migrate(url)
    await database.open_database(url)
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "programme.toml"
        file.write_text(programme(), "utf-8")
        year = day.year, date(day.year, 1, 1), date(day.year, 12, 31)
        await open_season(str(file), *year, now=now, today=day)
    await roster.bring_in(unit(members), now=now, today=day, chat="")
    async with database.transaction():
        await _join(now)
        await _register(now)
    await sql.run("ANALYZE")
    await database.close_database()


async def _join(now: datetime) -> None:
    """Let everybody sit behind a chat, having consented."""
    ids = {row["code"]: row["id"] for row in await sql.rows("SELECT id, code FROM people")}
    chats = [(_chat(code), id_) for code, id_ in ids.items()]
    rows = [ChatRow(chat=chat, person_id=id_, language="vi", reachable=True, linked_at=now) for chat, id_ in chats]
    await ChatRow.bulk_create(rows, batch_size=PORTION)
    said = [
        ConsentRow(
            person_id=id_, chat=chat, kind=kind, given=True, text_version=TEXT_VERSION, language="vi", at=now
        )
        for chat, id_ in chats
        for kind in ("personal", "sensitive")
    ]  # fmt: skip
    await ConsentRow.bulk_create(said, batch_size=PORTION)


def _chat(code: str) -> str:
    first = FIRST_CHAT if code.startswith("m") or code.startswith("M") else FIRST_SUPERVISOR
    return f"telegram:{first + int(code[1:])}"


async def _register(now: datetime) -> None:
    """Let every member have the year's tasks."""
    (season,) = await sql.rows("SELECT id, programme_id FROM seasons")
    _ = await enrolments.enrol_all([each.person for each in await people.holders([Role.MEMBER], today())], season["id"])
    await EnrolmentRow.filter(season_id=season["id"]).update(programme_id=season["programme_id"], registered_at=now)
    taken = [
        RegistrationRow(enrolment_id=row["id"], task=task, registered_at=now)
        for row in await sql.rows("SELECT id FROM enrolments")
        for task in TASKS
    ]
    await RegistrationRow.bulk_create(taken, batch_size=PORTION)


if __name__ == "__main__":
    asyncio.run(settle(sys.argv[1], int(sys.argv[2])))
