"""A trial of jobs knows what platforms allow: what leaves, what waits, what goes another way, what it costs."""

from datetime import datetime, timedelta

import pytest

from bot.commands import jobs_run
from bot.commands.console import out, words
from locales import texts
from locales.saying import Say, Urgency, text
from scheduler.desk import Desk
from storage import chats, metered, people, sql
from storage.units import UnitRow
from tests.bot.platforms import ZONE
from tests.bot.test_dead_rows import Terminal, terminal
from tests.bot.test_rounds import Job

__all__ = ("terminal",)

AT = datetime.now(ZONE).replace(day=15, hour=9, minute=0, second=0, microsecond=0)
MONTH = f"{AT:%Y-%m}"
HOUR = timedelta(hours=1)

PLANS = {
    "TELEGRAM_TOKEN": "123456789:AAExampleExampleExampleExample",
    "ZALO_TOKEN": "123456789:ExampleExampleExampleExample",
    "ZALO_A_MONTH": "10",
    "ZALO_OA_ID": "1234567890123456789",
    "ZALO_OA_APP_ID": "9876543210987654321",
    "ZALO_OA_APP_SECRET": "ma-bi-mat-cua-ung-dung",
    "ZALO_OA_TEMPLATE": "123456",
    "PUBLIC_URL": "https://example.org",
}


class Telling(Job):
    """Says what it is given, each in a portion of its own, and does not reach An."""

    def __init__(self, *said: tuple[str, Say]) -> None:
        super().__init__("telling")
        self.left = list(said)

    async def run(self, now: datetime, desk: Desk) -> int:
        if not self.left:
            return 0
        chat, say = self.left.pop(0)
        desk.owe(chat, "vi", say, why=f"about {chat}")
        desk.unreached[1] = "window"
        return 1


def reminder(words: str, key: str, *, bites: bool = False, after: timedelta = timedelta(0)) -> Say:
    said = text("digest.lines", lines=[words])
    return Say(said, key=key, urgency=Urgency.REMINDER, bites=bites, after=after)


async def there() -> None:
    """An has a chat of a bot with three of ten left; Binh an account's, closed, beside Telegram; Chi, Du only that."""
    unit = await UnitRow.create(code="U1", name="Đoàn phường Tân Phú", level="phường")
    for number, name in enumerate(("An", "Binh", "Chi", "Du"), 1):
        person = await people.PersonRow.create(
            id=number, code=name, full_name=name, called=name, sort_key=name, folded=name, address="bạn", unit=unit
        )
        chat = "zalo:1" if number == 1 else f"oa:{number}"
        await chats.link(chat, person.id, "vi", AT - timedelta(days=9))
        await chats.heard({chat: sql.ms(AT - timedelta(days=3))})
    await chats.link("telegram:2", 2, "vi", AT)
    await metered.count({("zalo", MONTH): (4, 3)})


@pytest.mark.parametrize("language", texts.LANGUAGES)
def test_whatever_becomes_of_a_message_has_its_words(language: str) -> None:
    names = ("elsewhere", "template", "held", "over")
    assert [n for n in names if not (texts.has(language, f"jobs.{n}") and texts.has(language, f"jobs.count-{n}"))] == []


async def test_a_trial_says_what_leaves_what_waits_and_what_goes_another_way(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in PLANS.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(out, "width", 400)
    job = Telling(
        ("zalo:1", reminder("một", "one:1", after=HOUR)),  # later: the one that comes next is counted before
        ("zalo:1", reminder("hai", "two:1")),
        ("oa:2", reminder("ba", "three:1", bites=True)),
        ("oa:3", reminder("bốn", "four:1", bites=True)),
        ("oa:4", reminder("năm", "five:1")),
        ("oa:4", reminder("sáu", "six:1")),
        ("oa:4", reminder("bảy", "six:2")),
    )
    monkeypatch.setattr(jobs_run, "JOBS", (job,))
    await terminal.holds(there())

    status, printed = await terminal.runs(jobs_run.run(["telling"], f"{AT:%Y-%m-%d %H:%M}", is_dry=True, is_sure=False))
    at, later = f"{AT:%H:%M %d/%m/%Y}", f"{AT + HOUR:%H:%M %d/%m/%Y}"
    expected = {
        "one": words("jobs.held", at=later, by="zalo", why="quota"),
        "two": words("jobs.leaves", at=at),
        "three": words("jobs.elsewhere", at=at, by="telegram", why="window"),
        "four": words("jobs.template", at=at),
        "five": f"{words('jobs.held', at=at, by='oa', why='window')} · {words('jobs.together', n=1)}",
        "six:1": words("jobs.over"),
        "six:2": f"{words('jobs.held', at=at, by='oa', why='window')} · {words('jobs.together', n=1)}",
    }
    facts = [line for line in printed.splitlines() if "khóa" in line]
    for key, said in expected.items():
        assert any(key in line and said in line for line in facts), (key, facts)
    assert status == 0
    month = f"{AT:%m/%Y}"
    for line in (
        words("jobs.tried", at=at, n=3, rows=7, silent=0),
        words("jobs.count-held", n=3),
        words("jobs.unreached", who="An, Đoàn phường Tân Phú", why="window"),
        words("jobs.month", bot="zalo", month=month, left=3, of=10, used=1),
    ):
        assert line in printed
    assert await terminal.reads("SELECT id FROM outbox") == []
    (row,) = await terminal.reads("SELECT said, heard FROM metered")
    assert (row["said"], row["heard"]) == (4, 3)
