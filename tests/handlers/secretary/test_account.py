"""A member's lost account: the secretary shuts it and makes a new invitation."""

import re
from datetime import timedelta

import pytest

from storage import audit, chats, links
from storage.invitations import InvitationRow
from storage.links import Purpose
from tests.handlers.phone import START, Phone, enlist

pytestmark = pytest.mark.usefixtures("opened")

HUONG, BINH = "Nguyễn Thị Hương", "Trần Văn Bình"
LOST, OTHER = "telegram:1", "zalo:1"


async def secretary() -> tuple[Phone, int]:
    """Let the secretary be here, and Hương on two channels."""
    ids = await enlist()
    await chats.link("telegram:9", ids[BINH], "vi", START)
    for chat in (LOST, OTHER):
        await chats.link(chat, ids[HUONG], "vi", START)
    return Phone("telegram:9"), ids[HUONG]


async def sits_at(chat: str) -> int | None:
    return (await chats.load([chat]))[chat].person


async def test_a_lost_account_is_shut_and_the_member_reads_so_elsewhere() -> None:
    binh, huong = await secretary()
    link = await links.make(Purpose.GALLERY, made_by=huong, person=huong, now=START)
    await binh.forges(f"account.open {huong}")
    binh.hears("account.channels", name=HUONG)
    await binh.taps(f"account.lock {huong} telegram")
    binh.hears("account.lock-sure", name=HUONG, channel="Telegram")
    await binh.taps(f"account.lock {huong} telegram yes")
    assert f"account.lock {huong} telegram" not in binh.buttons()
    told = {spoken.chat: spoken.text for spoken in binh.elsewhere}
    assert "Telegram của bạn đã được khóa" in told[OTHER]
    assert "Hương" not in told[LOST]

    assert (await sits_at(LOST), await sits_at(OTHER)) == (None, huong)
    assert (found := await links.get(link.id)) is not None
    assert found.revoked_at is not None
    assert [line[2:] for line in await audit.trail(f"person {huong}")] == [("chat.locked", {"channel": "telegram"})]
    thief = Phone(LOST)
    await thief.says("sổ")
    thief.hears("joining.stranger")


async def test_a_new_invitation_stops_the_old_account_and_asks_about_the_others() -> None:
    binh, huong = await secretary()
    link = await links.make(Purpose.GALLERY, made_by=huong, person=huong, now=START)
    await binh.forges(f"account.renew {huong}")
    assert await InvitationRow.all().count() == 0
    await binh.taps(f"account.renew {huong} yes")
    code = re.search(r"\w{4}-\w{4}", binh.reads())
    assert code is not None
    binh.hears("account.renewed", name=HUONG, code=code[0])

    new = Phone("telegram:2")
    new.waits(timedelta(days=3))
    await new.says(code[0])
    for question in ("personal", "sensitive", "confirm"):
        await new.taps(f"joining.yes {question}")
    new.hears("linking.others", channels="Zalo")
    assert [(spoken.chat, "Hương" in spoken.text) for spoken in new.elsewhere] == [(OTHER, False), (LOST, False)]
    new.others_hear("linking.added", channel="Telegram")
    assert [await sits_at(chat) for chat in (LOST, OTHER, "telegram:2")] == [None, huong, huong]
    assert (found := await links.get(link.id)) is not None
    assert found.revoked_at is not None
    await new.taps("linking.let_go zalo")
    await new.taps("linking.let_go zalo yes")
    assert await sits_at(OTHER) is None
