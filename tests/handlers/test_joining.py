"""Joining: one link or code, two consents, one confirmation; and everything that can go wrong."""

import json
from datetime import timedelta

import pytest

from handlers import joining
from storage import audit, chats, consents, invitations
from storage.consents import ConsentRow
from storage.conversations import State
from storage.invitations import Invitation, InvitationRow
from tests.handlers.phone import START, Phone, enlist

pytestmark = pytest.mark.usefixtures("opened")

HUONG = "Nguyễn Thị Hương"
_drawn = iter(range(10**9))


def draw(count: int) -> bytes:
    """Return bytes that never come twice."""
    return bytes((next(_drawn) * 37 + 11 * place) % 250 for place in range(count - 3)) + next(_drawn).to_bytes(3, "big")


async def invite(name: str = HUONG, *, renew: bool = False) -> Invitation:
    ids = await enlist()
    made = await invitations.make([ids[name]], now=START, valid_for=timedelta(days=30), draw=draw, renew=renew)
    return made[0]


async def join(phone: Phone, invitation: Invitation) -> None:
    await phone.starts(invitation.token)
    await phone.taps("joining.yes personal")
    await phone.taps("joining.yes sensitive")
    await phone.taps("joining.yes confirm")


async def sits_at(chat: str) -> int | None:
    found = await chats.load([chat])
    return found[chat].person if chat in found else None


async def test_a_member_joins_by_a_link() -> None:
    invitation, phone = await invite(), Phone("telegram:1")

    await phone.starts(invitation.token)
    phone.hears("joining.personal", unit="Chi đoàn Văn phòng", officer="Trần Văn Bình")
    assert "Hương" not in phone.reads()
    await phone.taps("joining.yes personal")
    phone.hears("joining.sensitive")
    assert "Hương" not in phone.reads()
    await phone.taps("joining.yes sensitive")
    phone.hears("joining.confirm-group", name=HUONG, unit="Chi đoàn Văn phòng", group="Tổ 2")
    assert await sits_at("telegram:1") is None
    await phone.taps("joining.yes confirm")
    phone.hears("joining.welcome")
    phone.hears("menu.first")
    assert phone.reads().count("Chào") == 1, "one greeting is enough"
    assert "registration.open" in phone.buttons()
    assert "reviews.open" not in phone.buttons()

    assert await sits_at("telegram:1") == invitation.person
    given = await consents.of_person(invitation.person)
    assert [(c.kind, c.given, c.text_version, c.at) for c in given] == [
        ("personal", True, joining.TEXT_VERSION, START),
        ("sensitive", True, joining.TEXT_VERSION, START),
    ]
    ((_, actor, action, details),) = await audit.trail(f"person {invitation.person}")
    assert (actor, action, details) == (invitation.person, "person.joined", {"invitation": invitation.id})


@pytest.mark.parametrize("written", ["{}", "  {} ", "{lower}", "{dashed}", "{spaced}", "https://t.me/b?start={token}"])
async def test_a_code_is_understood_however_it_is_typed(written: str) -> None:
    invitation, phone = await invite(), Phone("telegram:1")
    code = invitation.code
    await phone.says(
        written.format(
            code,
            lower=code.lower(),
            dashed=invitations.shown(code),
            spaced=f"{code[:4]} {code[4:]}",
            token=invitation.token,
        )
    )

    phone.hears("joining.personal")


async def test_typed_answers_do_as_well_as_buttons_without_accents() -> None:
    invitation, phone = await invite(), Phone("zalo:1")
    await phone.says(invitation.code)
    await phone.says("Dong y")
    phone.hears("joining.sensitive")
    await phone.says("đồng ý")
    await phone.says("dung roi")

    phone.hears("joining.welcome")


async def test_every_step_survives_a_restart() -> None:
    invitation, phone = await invite(), Phone("telegram:1")
    await phone.starts(invitation.token)
    for step in ("personal", "sensitive", "confirm"):
        phone.state = State(phone.state.step, json.loads(json.dumps(phone.state.data)))
        phone.waits(timedelta(days=7))
        await phone.says("xin chào")
        await phone.taps(f"joining.yes {step}")

    assert await sits_at("telegram:1") == invitation.person


@pytest.mark.parametrize("refused", ["personal", "sensitive"])
async def test_who_refuses_leaves_nothing_but_the_refusal_and_may_come_back(refused: str) -> None:
    invitation, phone = await invite(), Phone("telegram:1")
    await phone.starts(invitation.token)
    if refused == "sensitive":
        await phone.taps("joining.yes personal")
    await phone.taps(f"joining.no {refused}")
    phone.hears("joining.declined")

    assert phone.state == State()
    assert await sits_at("telegram:1") is None
    (row,) = await ConsentRow.all()
    assert (row.person_id, row.chat, row.kind, row.given) == (None, "telegram:1", refused, False)

    await join(phone, invitation)
    assert await sits_at("telegram:1") == invitation.person


async def test_not_me_keeps_the_invitation_for_whom_it_is_for() -> None:
    invitation, wrong, right = await invite(), Phone("telegram:1"), Phone("telegram:2")
    await wrong.starts(invitation.token)
    await wrong.taps("joining.yes personal")
    await wrong.taps("joining.yes sensitive")
    await wrong.taps("joining.no confirm")
    wrong.hears("joining.not-me")
    assert await consents.of_person(invitation.person) == []

    await join(right, invitation)
    assert await sits_at("telegram:2") == invitation.person
    assert await sits_at("telegram:1") is None


async def test_a_second_tap_on_the_first_consent_is_not_the_second_consent() -> None:
    invitation, phone = await invite(), Phone("telegram:1")
    await phone.starts(invitation.token)
    await phone.taps("joining.yes personal")
    await phone.forges("joining.yes personal")
    phone.hears("joining.sensitive")
    await phone.forges("joining.yes confirm")
    phone.hears("joining.sensitive")

    assert await sits_at("telegram:1") is None


async def test_an_invitation_somebody_else_used_is_refused() -> None:
    invitation, first, second = await invite(), Phone("telegram:1"), Phone("telegram:2")
    await join(first, invitation)
    await second.starts(invitation.token)

    second.hears("joining.used")
    assert await sits_at("telegram:2") is None


async def test_of_two_chats_racing_with_one_invitation_one_joins() -> None:
    invitation, first, second = await invite(), Phone("telegram:1"), Phone("telegram:2")
    for phone in (first, second):
        await phone.starts(invitation.token)
        await phone.taps("joining.yes personal")
        await phone.taps("joining.yes sensitive")
    await first.taps("joining.yes confirm")
    await second.taps("joining.yes confirm")

    first.hears("joining.welcome")
    second.hears("joining.used")
    assert not await invitations.use(invitation.id, "telegram:3", START)
    assert await sits_at("telegram:2") is None


async def test_who_joined_and_opens_the_link_again_gets_the_menu() -> None:
    invitation, phone = await invite(), Phone("telegram:1")
    await join(phone, invitation)
    await phone.starts(invitation.token)

    phone.hears("joining.already")
    assert "book.open" in phone.buttons()


async def test_who_joined_and_types_the_code_is_told_so() -> None:
    invitation, phone = await invite(), Phone("telegram:1")
    await join(phone, invitation)
    await phone.says(invitations.shown(invitation.code))

    phone.hears("joining.already")


async def test_an_officer_reads_what_is_kept_of_officers() -> None:
    invitation, phone = await invite("Trần Văn Bình"), Phone("telegram:1")
    await phone.starts(invitation.token)
    phone.hears("joining.personal-officer", unit="Đoàn cơ sở Sở Xây dựng", officer="Lê Thị Mai")
    await phone.taps("joining.yes personal")
    phone.hears("joining.sensitive-officer")
    await phone.taps("joining.yes sensitive")
    await phone.taps("joining.yes confirm")

    phone.hears("joining.welcome-officer")
    assert "bạn" not in phone.reads()


async def test_an_expired_invitation_says_until_when_it_was_good() -> None:
    invitation, phone = await invite(), Phone("telegram:1")
    await phone.starts(invitation.token)
    phone.waits(timedelta(days=31))
    await phone.taps("joining.yes personal")
    phone.hears("joining.expired", on=invitation.expires_at)

    await phone.says(invitation.code)
    phone.hears("joining.expired", on=invitation.expires_at)


async def test_a_renewed_invitation_ends_the_old_one_and_moves_to_the_new_phone() -> None:
    old = await invite()
    lost, zalo, new = Phone("telegram:1"), Phone("zalo:1"), Phone("telegram:2")
    await join(lost, old)
    await join(zalo, await invite(renew=True))
    assert await sits_at("telegram:1") == old.person
    replaced = await invite(renew=True)
    newest = await invite(renew=True)

    await new.starts(replaced.token)
    new.hears("joining.revoked")
    await join(new, newest)
    assert await sits_at("telegram:2") == old.person
    assert await sits_at("telegram:1") is None
    assert await sits_at("zalo:1") == old.person


async def test_five_wrong_codes_an_hour_and_then_a_rest() -> None:
    invitation, phone = await invite(), Phone("telegram:1")
    for left in (4, 3, 2, 1):
        await phone.says("QQQQ-7777")
        phone.hears("joining.wrong", left=left)
    await phone.starts("x" * 32)
    phone.hears("joining.wrong-last")
    await phone.says(invitation.code)
    phone.hears("joining.blocked", until=START + timedelta(hours=1))

    other = Phone("telegram:2")
    await other.says(invitation.code)
    other.hears("joining.personal")
    await phone.starts(invitation.token)
    phone.hears("joining.personal")
    phone.waits(timedelta(hours=1))
    await phone.says(invitation.code)
    phone.hears("joining.personal")


async def test_a_stranger_always_reads_how_to_get_an_invitation_and_leaves_nothing() -> None:
    phone = Phone("telegram:9")
    for words in ("xin chào", "menu", "trợ giúp", "huỷ", "đồng ý", "/help", "a" * 4000):
        await phone.says(words)
        phone.hears("joining.stranger")
    await phone.sends_a_photo()
    phone.hears("joining.stranger")
    for forged in ("joining.yes confirm", "joining.yes", "reviews.approve 1 1", "my-data.withdraw-now"):
        await phone.forges(forged)
        phone.hears("joining.stranger")
    await phone.starts("")
    phone.hears("joining.stranger")

    assert phone.state == State()
    assert await chats.load(["telegram:9"]) == {}
    assert await ConsentRow.all() == []


async def test_cancelling_on_the_way_in_forgets_the_invitation() -> None:
    invitation, phone = await invite(), Phone("telegram:1")
    await phone.starts(invitation.token)
    await phone.says("huy")

    assert phone.state == State()
    assert (await InvitationRow.get(id=invitation.id)).used_at is None


async def test_who_holds_several_posts_gets_all_their_menus() -> None:
    phone = Phone("telegram:1")
    await join(phone, await invite("Lê Thị Mai"))

    assert {"registration.open", "reviews.open"} <= set(phone.buttons())


async def test_english_chats_join_in_english() -> None:
    phone = Phone("telegram:1", language="en")
    await join(phone, await invite())
    phone.hears("joining.welcome")
    await phone.says("help")
    phone.hears("help.text")


def test_codes_leave_out_look_alikes_and_tokens_fit_a_link() -> None:
    assert not set("0O1IL5S2Z8B") & set(invitations.ALPHABET)
    assert invitations.typed("xin chào") is None
    assert invitations.typed("K7Q2–M9XD") == "K7Q2M9XD"
    assert invitations.typed("Mã của em là A74Y-WAAG ạ") == "A74YWAAG"
    assert invitations.typed("em gửi mã A74YWAAG.") == "A74YWAAG"
    assert invitations.typed("họp ở TRUNGTAM phường") is None
    assert invitations.typed("A74YWAAG hay K7Q3M9XD?") is None
