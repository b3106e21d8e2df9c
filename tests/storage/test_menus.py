"""What people have in front of them: since when, how long, once."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from scheduler import purge_handled
from scheduler.desk import Desk
from storage import chats, menus, outbox, sql
from storage.menus import CODES_LAST, LASTS, Option, Showing
from storage.outbox import Owed
from storage.sql import ms

NOW = datetime(2027, 1, 11, 2, 0, tzinfo=UTC)
LOOK = Option("1", "Sổ của tôi", "book.open")
APPROVE = Option("1", "Duyệt", "reviews.approve 7", "good", "DUYET")
HER, HIM = "zalo:a", "zalo:b"


def _showing(id_: int, chat: str = HER, card: str | None = None, option: Option | None = LOOK) -> Showing:
    return Showing(id_, chat, card, f"C{id_}", () if option is None else (option,))


async def _shown(*showing: Showing, at: datetime = NOW, priority: int = 1, status: str = "sent") -> None:
    await outbox.add([Owed(each.id, each.chat, "say", "{}", ms(NOW), priority=priority) for each in showing])
    await sql.run("UPDATE outbox SET status = ?1 WHERE status = 'waiting'", status)
    await menus.show([replace(each, is_reply=priority <= 1) for each in showing], ms(at))


async def _of(chat: str = HER, at: datetime = NOW) -> list[int]:
    found = (await menus.of_chats([HER, HIM], ms(at))).get(chat, [])
    return [menu.id for menu in found if not menu.is_used]


async def test_each_chat_has_its_own_the_oldest_first(opened: str) -> None:
    await _shown(_showing(1))
    await _shown(_showing(2, HIM), _showing(3))

    assert (await _of(), await _of(HIM)) == ([1, 3], [2])
    [first, _] = (await menus.of_chats([HER], ms(NOW)))[HER]
    assert (first.options, first.code, first.is_reply, first.decides) == ((LOOK,), "C1", True, False)


async def test_a_list_is_used_once(opened: str) -> None:
    await _shown(_showing(1))

    assert await menus.use(1, ms(NOW))
    assert not await menus.use(1, ms(NOW))
    assert await _of() == []


async def test_a_newer_version_of_a_card_takes_its_place(opened: str) -> None:
    await _shown(_showing(1, card="review:7"), _showing(2, card="review:8"), _showing(3, HIM, card="review:7"))
    await _shown(_showing(4, card="review:7", option=None), priority=2)

    assert (await _of(), await _of(HIM)) == ([2], [3])
    assert not await menus.use(1, ms(NOW))


async def test_what_looks_is_good_for_a_day_and_what_decides_for_two_weeks(opened: str) -> None:
    await _shown(_showing(1), _showing(2, option=APPROVE))

    assert await _of(at=NOW + LASTS - timedelta(seconds=1)) == [1, 2]
    assert await _of(at=NOW + LASTS) == [2]
    assert await _of(at=NOW + CODES_LAST) == []
    assert not await menus.use(1, ms(NOW + LASTS))
    assert await purge_handled.run(NOW + LASTS + timedelta(seconds=1), Desk(ZoneInfo("UTC"))) == 1


async def test_what_has_not_left_is_in_front_of_nobody(opened: str) -> None:
    await _shown(_showing(1))
    await _shown(_showing(2), status="held")

    assert await _of() == [1]
    await sql.run("UPDATE outbox SET status = 'sending' WHERE id = 2")
    await menus.show([_showing(2)], ms(NOW + timedelta(days=3)))
    assert await _of(at=NOW + timedelta(days=3)) == [2]


async def test_a_list_is_there_from_when_the_platform_has_taken_it(opened: str) -> None:
    async def shown_at() -> list[int]:
        return [menu.shown_at for menu in (await menus.of_chats([HER], ms(NOW + timedelta(minutes=3))))[HER]]

    await _shown(_showing(1), status="sending")
    assert await shown_at() == [ms(NOW + timedelta(minutes=3))]
    await sql.run("UPDATE outbox SET status = 'sent', changed_at = ?1", ms(NOW + timedelta(minutes=2)))
    assert await shown_at() == [ms(NOW + timedelta(minutes=2))]


async def test_only_the_last_question_in_words_is_kept_and_news_is_none(opened: str) -> None:
    await _shown(_showing(1, option=None))
    await _shown(_showing(2, option=None))
    await _shown(_showing(3, option=None), priority=2)

    assert await _of() == [2]


async def test_a_chat_that_moves_takes_its_lists_along(opened: str) -> None:
    await _shown(_showing(1))
    await chats.move(HER, HIM)

    assert (await _of(), await _of(HIM)) == ([], [1])
