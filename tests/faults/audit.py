"""What must hold after a run with faults, whatever the die drew; each sentence returned is one that does not."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from bot.pacing import Pace
from storage import sql
from tests.fakes.telegram import FakeTelegram
from tests.fakes.telegram_faults import FaultPlan, Seen, Trouble
from tests.faults.load import Done

PACE = Pace()
EACH, WORD, EDIT = 1 / 25, 1.0, 0.25  # seconds a call takes of the bot's pace, a word and an edit of their chat's
NO_PACE = ("answerCallbackQuery",)
EDITS = ("editMessageText", "deleteMessage")


@dataclass(frozen=True, slots=True)
class Report:
    """What happened: calls by trouble, words owed, those that came twice, those in doubt, what is wrong.

    `missing` are words that must arrive and did not, twice in doubt: the operator's to decide.
    """

    troubles: Counter[str]
    owed: int
    twice: int
    doubtful: int
    missing: int
    wrong: list[str]


async def audit(fake: FakeTelegram, done: Done) -> Report:
    """Compare what people see, what the books say and what the server saw."""
    assert fake.plan is not None
    books = await _books()
    wrong = [*_open(books), *_paces(fake.plan), *_pauses(fake.plan.seen)]
    for chat in sorted({*done.words, *done.musts, *done.cards}):
        wrong += [f"{chat}: {each}" for each in _chat(fake, chat, done, books.get(chat, {}))]
    return Report(
        troubles=Counter(seen.trouble.value for seen in fake.plan.seen),
        owed=sum(len(rows) for rows in books.values()),
        twice=sum(count - 1 for chat in done.musts for count in _heard(fake, chat).values()),
        doubtful=sum(_in_doubt(row) for rows in books.values() for row in rows.values()),
        missing=sum(not _heard(fake, chat)[number] for chat, numbers in done.musts.items() for number in numbers),
        wrong=wrong,
    )


Row = tuple[str, str]
"""(status, error) of a row of the outbox."""

GIVEN_UP = ("unknown", "unknown")
"""Twice in doubt: a third try might be a third copy, so `hanhtrinh outbox` shows it to the operator, who decides."""


async def _books() -> dict[int, dict[str, Row]]:
    """Return by chat what became of each numbered word."""
    found = await sql.rows("SELECT chat, body, status, error FROM outbox WHERE kind = 'say' AND card IS NULL")
    books: dict[int, dict[str, Row]] = {}
    for row in found:
        text = row["body"].partition('"text": "')[2].partition('"')[0]
        if text.isdecimal():
            books.setdefault(int(row["chat"].partition(":")[2]), {})[text] = (row["status"], row["error"] or "")
    return books


def _in_doubt(row: Row) -> bool:
    return row[1].startswith("unknown")


def _heard(fake: FakeTelegram, chat: int) -> Counter[str]:
    return Counter(each.text for each in fake.person(chat).heard if each.text.isdecimal())


def _open(books: dict[int, dict[str, Row]]) -> Iterator[str]:
    for chat, rows in books.items():
        for number, (status, error) in rows.items():
            if status not in ("sent", "unknown"):
                yield f"{chat}: {number} ended as {status} {error}"


def _chat(fake: FakeTelegram, chat: int, done: Done, rows: dict[str, Row]) -> Iterator[str]:
    """Say what is wrong in one chat: what is missing, doubled, out of order, or not on record."""
    heard = _heard(fake, chat)
    words, musts = done.words.get(chat, []), done.musts.get(chat, [])
    for number in words:
        if heard[number] > 1:
            yield f"ordinary {number} came {heard[number]} times"
        if not heard[number] and rows[number][0] == "sent":
            yield f"ordinary {number} did not come and is on record as sent"
    for number in musts:
        if heard[number] > 2 or (not heard[number] and rows[number] != GIVEN_UP):
            yield f"{number} must arrive, came {heard[number]} times, and is on record as {rows[number]}"
        if heard[number] == 2 and not _in_doubt(rows[number]):
            yield f"{number} came twice and the doubt is not on record"
    said = [each.text for each in fake.person(chat).heard if each.text in {*words, *musts}]
    if (once := list(dict.fromkeys(said))) != sorted(once, key=int):
        yield f"out of order: {said}"
    if done.cards.get(chat) and [each.text for each in fake.person(chat).heard if each.buttons][-1] != _last(
        done, chat
    ):
        yield "the card does not show its last number"
    if chat in done.spared and any(row != ("sent", "") for row in rows.values()):
        yield "no call of it failed, and yet not everything is plainly sent"


def _last(done: Done, chat: int) -> str:
    return done.cards[chat][-1]


def _paces(plan: FaultPlan) -> Iterator[str]:
    """No window of any length holds more calls than the pace and its burst allow, tries that failed included."""
    calls = [seen for seen in plan.seen if seen.method not in NO_PACE]
    yield from _pace("the bot", [(seen.at, EACH) for seen in calls], PACE.bot_burst * EACH)
    chats: dict[int | None, list[tuple[int, float]]] = {}
    for seen in calls:
        chats.setdefault(seen.chat, []).append((seen.at, EDIT if seen.method in EDITS else WORD))
    for chat, moments in chats.items():
        yield from _pace(str(chat), moments, PACE.chat_burst * WORD)


def _pace(whose: str, calls: list[tuple[int, float]], furthest: float) -> Iterator[str]:
    """Each call takes its seconds; the account may run ahead of the clock by `furthest` seconds and no more."""
    account = 0.0
    for at, costs in calls:
        account = max(account, at / 1000) + costs
        if account - at / 1000 > furthest + 0.002:  # the books count in milliseconds
            yield f"{whose}: too fast at {at}"
            return


def _pauses(calls: list[Seen]) -> Iterator[str]:
    """While the platform has asked us to wait nothing leaves but what was on its way."""
    for place, seen in enumerate(calls):
        if seen.trouble is Trouble.SLOW_DOWN:
            until = seen.at + seen.wait * 1000
            early = [later for later in calls[place + 1 :] if seen.at < later.at < until]
            if early:
                yield f"{len(early)} calls left in the {seen.wait} s after {seen.at}: {early[0].method}"
