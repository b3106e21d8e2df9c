"""Phones of several platforms on the sandbox's page, each with what its platform can."""

from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from aiohttp import ClientSession, FormData
from pydantic import SecretStr

from bot.channels.channel import Button, OutboxMessage, Refused
from bot.clock import MovableClock
from bot.service import Service
from bot.settings import BotToken, Settings
from bot.web.phones import phones
from storage import sql

OURS = {"X-Sandbox": "1"}


@pytest.fixture
async def service(sqlite_url: str, tmp_path: Path, clock: MovableClock) -> AsyncIterator[Service]:
    settings = Settings(database_url=SecretStr(sqlite_url), data_dir=tmp_path, http_port=0, sandbox=True)
    started = Service(settings, clock=clock, demo=False, ticks=False)
    await started.start()
    yield started
    await started.stop()


@pytest.fixture
async def browser(service: Service) -> AsyncIterator[ClientSession]:
    async with ClientSession(f"http://127.0.0.1:{service.port}", headers=OURS) as session:
        yield session


async def _news(browser: ClientSession, address: str) -> list[dict[str, Any]]:
    async with browser.get(address) as answer:
        return list(await answer.json())


async def test_each_kind_of_phone_has_chats_of_its_own(browser: ClientSession) -> None:
    for phone in ("7", "telegram:7", "zalo:7"):
        async with browser.post(f"/sandbox/api/chat/{phone}/text", json={"text": f"từ {phone}"}) as answer:
            assert answer.status == 200

    found = await _news(browser, "/sandbox/api/chat/7,telegram:7,zalo:7?since=0,0,0")
    said = {each["phone"]: each["body"]["text"] for each in found if each["mine"]}
    assert said == {phone: f"từ {phone}" for phone in ("7", "telegram:7", "zalo:7")}
    stored = await sql.rows("SELECT channel, chat FROM inbox ORDER BY channel")
    assert [(row["channel"], row["chat"]) for row in stored] == [
        ("telegram", "telegram:7"), ("web", "web:7"), ("zalo", "zalo:7"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("phone", "what", "status"),
    [
        ("zalo:7", "choice", 409),
        ("zalo:7", "edit", 409),
        ("zalo:7", "start", 409),
        ("telegram:7", "choice", 200),
        ("sms:7", "text", 404),
    ],
)
async def test_on_a_phone_people_can_do_what_its_platform_can(
    browser: ClientSession, phone: str, what: str, status: int
) -> None:
    asked = {"text": "menu", "choice": "menu.open", "source": "1"}
    async with browser.post(f"/sandbox/api/chat/{phone}/{what}", json=asked) as answer:
        assert answer.status == status


async def test_the_page_is_told_what_can_be_done_on_each_kind_of_phone(browser: ClientSession) -> None:
    async with browser.get("/sandbox/api/kinds") as answer:
        kinds = await answer.json()

    everything = {"buttons": True, "edits": True, "starts": True, "documents": True}
    assert kinds == {"web": everything, "telegram": everything, "zalo": dict.fromkeys(everything, False)}


async def test_of_a_document_a_zalo_phone_tells_only_that_something_came(browser: ClientSession) -> None:
    form = FormData()
    form.add_field("file", b"%PDF-1.4", filename="bai.pdf", content_type="application/pdf")
    await browser.post("/sandbox/api/chat/zalo:7/files", data=form)

    [row] = await sql.rows("SELECT body FROM inbox")
    assert '"unsupported"' in row["body"]
    assert "bai.pdf" not in row["body"]


async def test_pictures_chosen_together_come_one_by_one_from_a_zalo_phone(browser: ClientSession) -> None:
    form = FormData()
    for name in ("mot.jpg", "hai.jpg"):
        form.add_field("file", b"\xff\xd8\xff\xe0", filename=name, content_type="image/jpeg")
    await browser.post("/sandbox/api/chat/zalo:7/files", data=form)

    shown = [each["body"] for each in await _news(browser, "/sandbox/api/chat/zalo:7") if each["mine"]]
    assert [each["album"] for each in shown] == [None, None]


async def test_a_zalo_phone_refuses_what_zalo_would_refuse(service: Service) -> None:
    phone = service.phones["zalo"]
    fine = OutboxMessage("zalo:7", "say", "a" * 1900)
    sent = await phone.send(fine)

    for wrong in (
        replace(fine, text="a" * 1901),
        replace(fine, target=sent),
        replace(fine, buttons=((Button("Menu", "menu.open"),),)),
        OutboxMessage("zalo:7", "document"),
    ):
        with pytest.raises(Refused):
            await phone.send(wrong)


def test_a_platform_that_is_set_has_no_phone_on_the_page() -> None:
    token = (BotToken(token=SecretStr("123456789:AAExampleExampleExampleExample")),)

    assert phones(Settings(_env_file=None)).keys() == {"web", "telegram", "zalo"}
    assert phones(Settings(_env_file=None, telegram_token=token)).keys() == {"web", "zalo"}
    assert phones(Settings(_env_file=None, zalo_token=token)).keys() == {"web", "telegram"}
