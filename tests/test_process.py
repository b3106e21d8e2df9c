"""The product as an operator runs it: commands and processes over HTTP, nothing of it in this one."""

import asyncio
import base64
import os
import signal
import sys
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import Any, TypeVar

import aiohttp
import pytest
from python_calamine import CalamineWorkbook

from journey import programme_file
from tests.fakes.telegram import TOKEN
from tests.fakes.telegram_spec import CHECKOUT
from tests.handlers.pictures import PDF, photo
from tests.logs import keeping
from tests.support import thirty
from tests.support.any_time import ZONE, at_any_time, today
from tests.support.harness import said
from tests.support.ports import free_port

pytestmark = pytest.mark.timeout(150)  # in real time, at the pace of a real chat: a message a second

PATIENCE = 15
"""Seconds until something that should be seen is given up."""

TODAY = today()
YEAR = TODAY.year


Found = TypeVar("Found")


@dataclass
class Phone:
    """One person on the fake Bot API server, played from outside its process."""

    control: aiohttp.ClientSession
    number: str
    before: dict[int, tuple[Any, ...]] = field(default_factory=dict)

    async def screen(self) -> list[dict[str, Any]]:
        """Return what the chat shows."""
        async with self.control.get(f"people/{self.number}/messages") as answer:
            return list(await answer.json())

    async def does(self, act: str, **arguments: object) -> None:
        """Do one of the acts of the fake's /control."""
        self.before = {message["message_id"]: _content(message) for message in await self.screen()}
        async with self.control.post(f"people/{self.number}/{act}", json=arguments) as answer:
            assert answer.status == 200, await answer.text()

    async def taps(self, action: str) -> None:
        """Tap the newest button whose action is `action`, or begins with it and a blank."""
        message, found = await self.button(action)
        await self.does("taps", message_id=message, data=found)

    async def button(self, action: str) -> tuple[int, str]:
        """Wait for a button; return its message and its whole action."""

        async def look() -> tuple[int, str] | None:
            for message in reversed(await self.screen()):
                for _, found in (button for row in message["buttons"] for button in row):
                    if found == action or found.startswith(f"{action} "):
                        return message["message_id"], found
            return None

        return await appears(look, self, action)

    async def hears(self, key: str, **params: object) -> str:
        """Wait for a message, new or changed since the last act, that says `key`; return its text."""
        is_it = said("vi", key, params, ZONE)

        async def look() -> str | None:
            for message in reversed(await self.screen()):
                is_news = self.before.get(message["message_id"]) != _content(message)
                if is_news and not message["is_mine"] and is_it(message["text"]):
                    return str(message["text"])
            return None

        return await appears(look, self, key)


def _content(message: dict[str, Any]) -> tuple[Any, ...]:
    return message["text"], message["buttons"]


async def appears(look: Callable[[], Awaitable[Found | None]], phone: Phone, what: str) -> Found:
    """Return what `look` finds, looking again until it does."""
    try:
        async with asyncio.timeout(PATIENCE):
            while True:
                if (found := await look()) is not None:
                    return found
                await asyncio.sleep(0.02)
    except TimeoutError:
        shown = "\n".join(f"{message['text']!r} {message['buttons']}" for message in await phone.screen())
        raise AssertionError(f"{what} did not appear for {phone.number}; there is\n{shown}") from None


@dataclass
class Operator:
    """Whoever sits at the server's terminal."""

    folder: Path
    environment: dict[str, str]

    async def runs(self, *command: object) -> str:
        """Run `python -m bot …` to its end, which is good; return what it printed."""
        process = await self._start(*command)
        printed, _ = await process.communicate()
        assert process.returncode == 0, printed.decode()
        return printed.decode()

    @asynccontextmanager
    async def running(self) -> AsyncIterator[None]:
        """Keep `python -m bot run` running; SIGTERM must end it with status 0."""
        process = await self._start("run")
        assert process.stdout is not None
        lines = bytearray()
        try:
            while "Bot telegram đang nhận tin".encode() not in lines:
                line = await asyncio.wait_for(process.stdout.readline(), PATIENCE)
                assert line, lines.decode()
                lines += line
            yield
            process.send_signal(signal.SIGTERM)
            rest, _ = await asyncio.wait_for(process.communicate(), PATIENCE)
            assert process.returncode == 0, (lines + rest).decode()
            keeping.output(bytes(lines + rest))
        finally:
            if process.returncode is None:
                process.kill()
                print((lines + (await process.communicate())[0]).decode())  # noqa: T201 - for whoever reads why

    async def _start(self, *command: object) -> asyncio.subprocess.Process:
        return await asyncio.create_subprocess_exec(
            sys.executable, "-m", "bot", *map(str, command), cwd=self.folder, env=self.environment,
            stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.STDOUT,
        )  # fmt: skip


@pytest.fixture
async def api() -> AsyncIterator[str]:
    """The address of a Bot API server in a process of its own."""
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "tests.fakes.telegram", "--port", "0", cwd=CHECKOUT, stdout=asyncio.subprocess.PIPE
    )
    assert process.stdout is not None
    yield (await process.stdout.readline()).decode().strip()
    process.terminate()
    await process.wait()


@pytest.fixture
async def control(api: str) -> AsyncIterator[aiohttp.ClientSession]:
    """The way to play people on that server."""
    async with aiohttp.ClientSession(f"{api}/control/") as session:
        yield session


def operator(folder: Path, api: str, mode: str) -> Operator:
    """Return an operator with the settings of one bot and nothing else."""
    port = free_port()
    settings = {
        "TELEGRAM_TOKEN": TOKEN,
        "TELEGRAM_API_URL": api,
        "TELEGRAM_MODE": mode,
        "TELEGRAM_WEBHOOK_SECRET": "secret-of-the-tests",
        "PUBLIC_URL": f"http://127.0.0.1:{port}",
        "HTTP_PORT": str(port),
        "DATA_DIR": str(folder / "data"),
    }
    own = {"PATH": os.environ["PATH"], "PYTHONUTF8": "1", "LOG_LEVEL": keeping.CHILDREN, **at_any_time(folder)}
    return Operator(folder, {**own, **settings})


def all_year(folder: Path) -> Path:
    """Write an operator's own programme: 44-KH with activities in any month, so that the day of the test is one."""
    text = programme_file.shipped("nguoi-cong-san-tre").decode()
    file = folder / "chuong-trinh.toml"
    file.write_text(text.replace("months = [2, 3, 4, 5, 6, 7, 8, 9, 10]", f"months = {list(range(1, 13))}"))
    return file


async def sets_up(operator: Operator) -> dict[str, str]:
    """Bring the unit in, open the season, write the invitations; return each person's token by full name."""
    roster, sheet = operator.folder / "danh-sach.xlsx", operator.folder / "thu-moi.xlsx"
    roster.write_bytes(thirty.spreadsheet())
    opens, closes = TODAY - timedelta(days=2), TODAY + timedelta(days=30)
    window = ("--opens", f"{opens:%d/%m/%Y}", "--closes", f"{closes:%d/%m/%Y}")
    await operator.runs("roster", "import", roster)
    await operator.runs("season", "open", all_year(operator.folder), YEAR, *window)
    await operator.runs("invites", sheet)
    return links(sheet)


def links(sheet: Path) -> dict[str, str]:
    """Return the token of each person's link by full name, as the XLSX has them."""
    found: dict[str, str] = {}
    for row in CalamineWorkbook.from_path(str(sheet)).get_sheet_by_index(0).to_python():
        cells = [str(cell) for cell in row]
        link = next((cell for cell in cells if cell.startswith("https://t.me/hanhtrinh_test_bot?start=")), None)
        if link is not None:
            found |= {cell: link.partition("start=")[2] for cell in cells}
    return found


async def joins(phone: Phone, name: str, token: str) -> None:
    reads = "" if name == thirty.member(0) else "-officer"
    await phone.does("starts", payload=token)
    await phone.hears(f"joining.personal{reads}")
    await phone.taps("joining.yes")
    await phone.hears(f"joining.sensitive{reads}")
    await phone.taps("joining.yes")
    assert name in await phone.hears("joining.confirm-group" if name == thirty.member(0) else "joining.confirm")
    await phone.taps("joining.yes")
    await phone.hears("menu.first")


async def registers(member: Phone) -> None:
    await member.taps("registration.open")
    _, toggle = await member.button("registration.tick")
    season = toggle.split()[1]
    for code in ("RL1", "RL2", "RL6"):
        await member.taps(f"registration.tick {season} {code}")
    await member.taps(f"registration.page {season} 1")
    await member.taps(f"registration.tick {season} TT4")
    await member.taps(f"registration.page {season} 2")
    await member.hears("registration.summary")
    await member.taps("registration.confirm")
    await member.hears("registration.confirmed", count=7, year=str(YEAR))


async def hands_in(member: Phone) -> None:
    await member.does("says", text="nộp")
    await member.taps("evidence.start RL2")
    await member.hears("evidence.start")
    pictures = [base64.b64encode(photo(tone)).decode() for tone in range(5)]
    await member.does("sends_album", pictures=pictures)
    confirmation = base64.b64encode(PDF).decode()
    await member.does("sends_document", data=confirmation, name="xac-nhan.pdf", mime="application/pdf")
    await member.taps("evidence.preview")
    _, question = await member.button("evidence.answer")
    await member.taps(" ".join([*question.split()[:2], "c.a 2"]))
    for answer in ("Đoàn phường Bình An", "hôm nay", "Mái ấm Hoa Sen"):
        await member.hears("evidence.ask-date" if answer == "hôm nay" else "evidence.ask-text")
        await member.does("says", text=answer)
    shown = await member.hears("evidence.preview")
    assert "5 ảnh" in shown
    assert "1 tệp" in shown
    await member.taps("evidence.submit")
    assert "Vũ Đức Thắng" in await member.hears("evidence.handed-in")


async def hands_in_again(member: Phone) -> None:
    _, again = await member.button("evidence.again")
    await member.taps(again)
    await member.hears("evidence.again")
    await member.taps(f"{again} keep")
    await member.does("sends_photo", data=base64.b64encode(photo(90)).decode())
    await member.taps("evidence.preview")
    await member.hears("evidence.preview")
    await member.taps("evidence.submit")
    assert "bản 2" in await member.hears("evidence.handed-in")


async def nothing_went_wrong(control: aiohttp.ClientSession) -> None:
    """Every call was one the real server takes, and every update was confirmed."""
    async with control.get("state") as answer:
        state = await answer.json()
    assert state["violations"] == []
    assert state["waiting"] == 0


async def test_an_operator_brings_a_unit_from_its_roster_to_an_approved_task(
    api: str, control: aiohttp.ClientSession, tmp_path: Path
) -> None:
    server = operator(tmp_path, api, "polling")
    token = await sets_up(server)
    member, executive = Phone(control, "41"), Phone(control, "77")

    async with server.running():
        await asyncio.gather(
            joins(member, thirty.member(0), token[thirty.member(0)]),
            joins(executive, "Vũ Đức Thắng", token["Vũ Đức Thắng"]),
        )
        await registers(member)
        await hands_in(member)

        assert "Mái ấm Hoa Sen" in await executive.hears("reviews.card")
        await executive.taps("reviews.return")
        await executive.hears("reviews.ask-reason")
        await executive.does("says", text="Ảnh 3 chưa thấy ngày tổ chức.")
        assert "Ảnh 3 chưa thấy ngày" in await member.hears("reviews.told-returned")
        await hands_in_again(member)

        await executive.taps("reviews.approve")
        assert "đã duyệt lúc" in await executive.hears("reviews.card")
        await member.hears("reviews.told-approved", next=("reviews.told-done", {}))
        await member.does("says", text="sổ")
        assert "1/7" in await member.hears("book.overview")

    await nothing_went_wrong(control)


async def test_by_webhook_what_was_written_while_nobody_ran_is_answered_at_the_next_start(
    api: str, control: aiohttp.ClientSession, tmp_path: Path
) -> None:
    server = operator(tmp_path, api, "webhook")
    token = await sets_up(server)
    member = Phone(control, "41")

    async with server.running():
        await joins(member, thirty.member(0), token[thirty.member(0)])
    await member.does("says", text="đăng ký")
    async with server.running():
        await member.hears("registration.page")

    await nothing_went_wrong(control)


async def test_a_stop_in_the_middle_of_a_conversation_loses_nothing(
    api: str, control: aiohttp.ClientSession, tmp_path: Path
) -> None:
    server = operator(tmp_path, api, "polling")
    token = await sets_up(server)
    member = Phone(control, "41")

    async with server.running():
        await member.does("starts", payload=token[thirty.member(0)])
        await member.hears("joining.personal")
    await member.taps("joining.yes")
    async with server.running():
        await member.hears("joining.sensitive")
        await member.taps("joining.yes")
        await member.hears("joining.confirm-group")

    await nothing_went_wrong(control)


async def test_the_sheet_to_cut_out_is_a_pdf(api: str, tmp_path: Path) -> None:
    server = operator(tmp_path, api, "polling")
    (tmp_path / "danh-sach.xlsx").write_bytes(thirty.spreadsheet())
    await server.runs("roster", "import", "danh-sach.xlsx")

    await server.runs("invites", "thu-moi.pdf", "--unit", "STP")

    assert (tmp_path / "thu-moi.pdf").read_bytes().startswith(b"%PDF-")
