"""The plan of a platform is full: somebody new is told which way is open, and the operators know."""

from datetime import timedelta
from typing import Any

import pytest

from handlers.conversation import InboxMessage, Kind
from handlers.dispatch import Dispatch
from journey.allowance import Allowances, Plan
from scheduler import tell_operator
from scheduler.desk import Desk
from storage import chats, database, invitations, metered
from storage.conversations import State
from tests.handlers.phone import START, ZONE, enlist
from tests.handlers.test_joining import draw
from tests.support.harness import said

pytestmark = pytest.mark.usefixtures("opened")

USERS = 2
IDLE = State()


def allowed(*bots: str) -> Allowances:
    return Allowances({"zalo": Plan(users=USERS, a_month=100)}, bots, ZONE)


async def types(chat: str, words: str, where: Allowances, state: State = IDLE) -> tuple[State, str]:
    """Return where `chat` waits then, and what it reads."""
    dispatch = Dispatch(ZONE, allowed=where)
    message = InboxMessage(chat, Kind.TEXT, words, now=START)
    async with database.transaction():
        outcome = await dispatch.handle(message, state, await dispatch.known([chat], START))
    return outcome.state, "\n".join(spoken.text for spoken in outcome.spoken)


async def joins(chat: str, code: str, where: Allowances) -> str:
    state, words = await types(chat, code, where)
    while state.step:
        state, words = await types(chat, "có", where, state)
    return words


async def test_one_too_many_reads_which_way_is_open_and_the_invitation_stays_good() -> None:
    ids = list((await enlist()).values())
    made = await invitations.make(ids, now=START, valid_for=timedelta(days=30), draw=draw)
    both, alone = allowed("zalo", "telegram"), allowed("zalo")
    state, _ = await types("zalo:3", made[2].code, both)
    assert state.step, "there was room when it was opened"
    for number in range(USERS):
        await joins(f"zalo:{number}", made[number].code, both)
    assert await chats.people_behind("zalo") == USERS

    words = ""
    while state.step:
        state, words = await types("zalo:3", "có", both, state)
    names: dict[str, Any] = {"channel": ("channel.zalo", {})}
    assert said("vi", "seats.full", {**names, "others": ("channel.telegram", {})}, ZONE)(words)
    assert said("vi", "seats.full-everywhere", names, ZONE)(await joins("zalo:9", made[2].code, alone))
    assert await chats.people_behind("zalo") == USERS
    await joins("telegram:3", made[2].code, both)
    assert (await chats.load(["telegram:3"]))["telegram:3"].person == made[2].person

    renewed = await invitations.make(ids[:1], now=START, valid_for=timedelta(days=30), draw=draw, renew=True)
    await joins("zalo:7", renewed[0].code, both)
    assert await chats.people_behind("zalo") == USERS, "who has a new phone only changes places"
    assert (await chats.load(["zalo:7"]))["zalo:7"].person == ids[0]


async def test_operators_hear_of_a_full_bot_and_of_the_end_of_its_month() -> None:
    async def told() -> list[str]:
        desk = Desk(ZONE, ("telegram:42",), allowed=allowed("zalo"))
        await tell_operator.run(START + timedelta(hours=len(heard) * 2), desk)
        return [line.key for _, _, say in desk.owed for line in say.text.params["lines"]]  # type: ignore[attr-defined]

    heard: list[list[str]] = []
    month = "2027-01"
    for said_more in (79, 1, 0, 20):
        await metered.count({("zalo", month): (said_more, 0)})
        heard.append(await told())
    assert heard == [[], ["health.quota-low"], [], ["health.quota-spent"]]
    for number, person in enumerate((await enlist()).values()):
        await chats.link(f"zalo:{number}", person, "vi", START)
    assert await told() == ["health.quota-spent", "health.bot-full"]
