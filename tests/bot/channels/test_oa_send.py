"""What leaves for an Official Account, and what its refusals mean; every call is held to the documented shapes."""

import io
from datetime import UTC, datetime, timedelta

import pytest
from PIL import Image

from bot.channels.channel import (
    Button,
    ChannelDown,
    ChatClosed,
    FileOut,
    NotNow,
    OutboxMessage,
    OutOfOrder,
    PlatformError,
    QuotaSpent,
    Refused,
    SendError,
    Unknown,
    Unreachable,
    WindowClosed,
)
from bot.channels.oa import Oa
from bot.channels.oa_errors import meaning
from bot.channels.oa_request import Broken, Failed
from bot.clock import MovableClock
from tests.bot.channels.oa_house import lan, oa, open_sqlite, server
from tests.fakes.oa import FakeOa
from tests.fakes.oa_people import FakeOaPerson
from tests.handlers.pictures import PDF, photo

__all__ = ("lan", "oa", "open_sqlite", "server")

CHAT = "oa:7000000000000000042"
NIGHT = datetime(2027, 1, 11, 16, 30, tzinfo=UTC)
"""23:30 in Vietnam."""


def words(text: str, *buttons: Button) -> OutboxMessage:
    return OutboxMessage(CHAT, "say", text, tuple((button,) for button in buttons))


async def test_words_leave_with_five_buttons_under_them(oa: Oa, lan: FakeOaPerson) -> None:
    choices = [Button(f"Nhiệm vụ {n}", f"tasks.open {n}") for n in range(4)]
    page = Button("Mở trang", "", url="https://hanhtrinh.example.vn/l/abc")
    sent = await oa.send(words("Chào bạn 👋", *choices, page))

    (shown,) = lan.heard
    assert (shown.message_id, shown.text) == (sent, "Chào bạn 👋")
    assert shown.buttons[0] == ("Nhiệm vụ 0", "oa.query.hide", "#a:tasks.open 0")
    assert shown.buttons[4] == ("Mở trang", "oa.open.url", "https://hanhtrinh.example.vn/l/abc")


async def test_a_card_said_again_is_a_new_message_and_marks_on_taps_are_none(oa: Oa, lan: FakeOaPerson) -> None:
    await oa.send(words("một"))
    await oa.send(OutboxMessage(CHAT, "say", "hai", target=lan.heard[0].message_id))
    for kind in ("answer", "delete", "commands"):
        assert await oa.send(OutboxMessage(CHAT, kind, "Đã ghi", target="1")) is None
    assert [message.text for message in lan.heard] == ["một", "hai"]


async def test_a_long_label_is_cut_between_characters(oa: Oa, lan: FakeOaPerson) -> None:
    await oa.send(words("Chọn", Button("a" * 99 + "🌱🌱", "tasks.open 1")))
    assert lan.heard[0].buttons[0][0] == "a" * 99


async def test_where_the_platform_takes_no_buttons_the_words_leave_with_the_choices_as_lines(
    oa: Oa, server: FakeOa, lan: FakeOaPerson
) -> None:
    server.fail_next(1, -201, "Params is invalid", path="message/cs")
    await oa.send(words("Chọn", Button("Duyệt", "reviews.approve 1"), Button("Trang", "", url="https://x.vn/l/1")))
    assert [(shown.text, shown.buttons) for shown in lan.heard] == [("Chọn\n– Duyệt\nTrang: https://x.vn/l/1", [])]


async def test_a_picture_shown_again_is_uploaded_once_and_anew_when_its_upload_has_died(
    oa: Oa, server: FakeOa, lan: FakeOaPerson, clock: MovableClock
) -> None:
    shown = OutboxMessage(CHAT, "pictures", "Ảnh của tổ", files=(FileOut("anh.jpg", photo()),))
    await oa.send(shown)
    await oa.send(shown)
    assert (server.counted("upload/image"), lan.heard[1].image) == (1, photo())

    clock.move(timedelta(days=8))
    lan.meets()
    await oa.send(shown)
    assert (server.counted("upload/image"), lan.heard[2].text) == (2, "Ảnh của tổ")


async def test_a_picture_over_a_megabyte_is_made_lighter(oa: Oa, lan: FakeOaPerson) -> None:
    out = io.BytesIO()
    Image.effect_noise((1400, 1400), 90).save(out, "PNG")
    assert len(out.getvalue()) > 1024 * 1024
    await oa.send(OutboxMessage(CHAT, "pictures", files=(FileOut("bieu-do.png", out.getvalue()),)))
    assert len(lan.heard[0].image or b"") <= 1024 * 1024


async def test_a_document_keeps_its_name(oa: Oa, lan: FakeOaPerson) -> None:
    await oa.send(OutboxMessage(CHAT, "document", files=(FileOut("Sổ hành trình.pdf", PDF),)))
    assert lan.heard[0].file == ("Sổ hành trình.pdf", PDF)


async def test_a_template_reaches_who_has_not_written_for_months(
    oa: Oa, server: FakeOa, lan: FakeOaPerson, clock: MovableClock
) -> None:
    clock.move(timedelta(days=60))
    values = {"ten": "Lan", "so_viec": "3"}
    await oa.send(OutboxMessage(CHAT, "template", template=server.template_id, values=values))
    assert (lan.heard[0].template, server.billed) == ((server.template_id, values), 1)


async def test_out_of_the_window_nothing_is_tried_again(
    oa: Oa, server: FakeOa, lan: FakeOaPerson, clock: MovableClock
) -> None:
    clock.move(timedelta(days=7, minutes=1))
    with pytest.raises(WindowClosed):
        await oa.send(words("Nhắc bạn"))
    assert (server.counted("message/cs"), lan.heard) == (1, [])


async def test_who_does_not_follow_is_not_reached(oa: Oa, lan: FakeOaPerson) -> None:
    lan.follows_us = False
    with pytest.raises(ChatClosed):
        await oa.send(words("Chào bạn"))


async def test_an_answer_that_is_lost_is_no_reason_to_say_it_twice(oa: Oa, server: FakeOa, lan: FakeOaPerson) -> None:
    server.cut_after_next(path="message/cs")
    with pytest.raises(Unknown):
        await oa.send(words("một lần"))
    assert len(lan.heard) == 1


async def test_a_token_that_died_is_renewed_once_and_the_call_made_again(
    oa: Oa, server: FakeOa, lan: FakeOaPerson, clock: MovableClock
) -> None:
    clock.move(timedelta(hours=26))
    server.fail_next(1, 0, status=500, path="access_token")
    with pytest.raises(Unreachable):  # no call was made: nothing may have arrived
        await oa.send(words("hết hạn"))
    await oa.send(words("hết hạn"))
    server.fail_next(1, -216, "Access token is invalid", path="message/cs")
    await oa.send(words("bị thay"))
    assert ([message.text for message in lan.heard], server.renewals) == (["hết hạn", "bị thay"], 2)

    server.fail_next(2, -216, "Access token is invalid", path="message/cs")
    with pytest.raises(ChannelDown):
        await oa.send(words("không được"))


async def test_without_a_connection_everything_waits(oa: Oa, server: FakeOa) -> None:
    await server.close()
    with pytest.raises(Unreachable):
        await oa.send(words("Chào bạn"))


@pytest.mark.parametrize(
    ("wrong", "files"),
    [
        (words("Chọn", *[Button(str(n), "tasks.open") for n in range(6)]), "six buttons"),
        (words("Chọn", Button("Mở", "x" * 901)), "a long action"),
        (OutboxMessage(CHAT, "pictures", files=(FileOut("a.jpg", photo()),) * 2), "two pictures"),
        (OutboxMessage(CHAT, "document", "chú thích", files=(FileOut("a.pdf", PDF),)), "a caption"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
async def test_what_the_platform_would_not_take_does_not_leave(
    oa: Oa, server: FakeOa, wrong: OutboxMessage, files: str
) -> None:
    with pytest.raises(Refused):
        await oa.send(wrong)
    assert server.calls == []


@pytest.mark.parametrize(
    ("code", "means"),
    [
        *((code, ChannelDown) for code in (-216, -220, -124, -204, -205, -209, -212, -219, -221, -223, -224, -235)),
        *((code, ChannelDown) for code in (-242,)),
        (-200, PlatformError),
        *((code, WindowClosed) for code in (-230, -232, -320, -321)),
        *((code, QuotaSpent) for code in (-211, -115, -144, -147)),
        *((code, ChatClosed) for code in (-213, -217, -227, -244)),
        *((code, NotNow) for code in (-32, -100, -218, -234, -133)),
        *((code, Refused) for code in (-201, -210, -233, -240, -248, -249, -108, -1121, -1122, -131, -99999)),
    ],
)
def test_each_code_has_its_meaning(code: int, means: type[SendError]) -> None:
    assert type(meaning(Failed(code, "in its own words"), NIGHT)) is means


def test_the_platform_s_days_and_nights_are_vietnam_s() -> None:
    quota, night, one = (meaning(Failed(code), NIGHT) for code in (-211, -234, -218))
    assert isinstance(quota, QuotaSpent)
    assert quota.until == datetime(2027, 1, 11, 17, 0, tzinfo=UTC)
    assert isinstance(night, NotNow)
    assert (night.retry_after, night.counts) == (timedelta(hours=6, minutes=35), False)
    assert isinstance(one, NotNow)
    assert (one.retry_after, one.whole_bot) == (timedelta(minutes=30), False)
    slow = meaning(Failed(-32), NIGHT)
    assert isinstance(slow, NotNow)
    assert (slow.whole_bot, slow.counts) == (True, False)


@pytest.mark.parametrize(("status", "means"), [(413, Refused), (500, PlatformError), (502, PlatformError)])
async def test_a_picture_too_large_for_the_platform_is_given_up_at_once(
    oa: Oa, server: FakeOa, status: int, means: type[SendError]
) -> None:
    server.fail_next(1, 0, status=status, path="upload/image")
    with pytest.raises(means):
        await oa.send(OutboxMessage(CHAT, "pictures", files=(FileOut("anh.jpg", photo()),)))


@pytest.mark.parametrize(
    ("status", "means"), [(500, PlatformError), (502, OutOfOrder), (503, OutOfOrder), (504, Unknown), (404, Refused)]
)
def test_an_answer_of_something_in_between_may_hide_a_delivery(status: int, means: type[SendError]) -> None:
    assert type(meaning(Broken(status), NIGHT)) is means
