"""The whole text of a draft saved from elsewhere: the newer one stays, whoever comes late is told."""

import asyncio
from dataclasses import replace
from datetime import timedelta

import pytest

from handlers.member.essay import Essay, NewerText, save, written
from handlers.member.hand_ins import AlreadyHandedIn, NoSuchHandIn
from handlers.member.programme_of import MembersOnly
from journey.person import Person
from storage import database, evidence, people, submissions
from tests.rights.cast import MARCH, Cast, draft_of, lay_down


@pytest.fixture
async def cast(opened: str) -> Cast:
    found = await lay_down()
    async with database.transaction():
        await draft_of(found, "huong", "BB3")
    return found


async def _author(cast: Cast, who: str = "huong") -> Person:
    return await people.get(cast.people[who], MARCH.date())


async def _saves(cast: Cast, text: str, seen: int, who: str = "huong") -> Essay:
    async with database.transaction():
        author = await _author(cast, who)
        return await save(cast.things["huong/BB3"], text, seen, author=author, chat=cast.chat(who), now=MARCH)


async def test_a_save_takes_the_place_of_the_parts_and_a_late_one_is_told(cast: Cast) -> None:
    id_ = cast.things["huong/BB3"]
    first = await written(id_, await _author(cast))
    assert (first.text, first.need) == ("Đã tham gia", 1001)
    saved = await _saves(cast, "Đã tham gia nhiều", first.edition)
    assert (saved.text, saved.have) == ("Đã tham gia nhiều", 4)
    with pytest.raises(NewerText) as late:
        await _saves(cast, "Cũ", first.edition)
    assert late.value.edition == saved.edition
    assert (await _saves(cast, "Đã tham gia nhiều", first.edition)) == saved, "its own answer was lost"
    again = await _saves(cast, "Đã tham gia rất nhiều", saved.edition)
    assert again.edition > saved.edition
    assert [piece.text for piece in await evidence.of_submission(id_)] == ["Đã tham gia rất nhiều"]


async def test_nobody_else_saves_and_nothing_is_saved_after_handing_in(cast: Cast) -> None:
    id_ = cast.things["huong/BB3"]
    with pytest.raises(NoSuchHandIn):
        await _saves(cast, "Của người khác", 0, "nam")
    was_member = replace(await _author(cast, "minh"), id=cast.people["huong"])
    with pytest.raises(MembersOnly):
        async with database.transaction():
            await save(id_, "Không còn", 0, author=was_member, chat="web:1", now=MARCH)
    async with database.transaction():
        await submissions.hand_in(id_, {}, MARCH + timedelta(hours=1))
    with pytest.raises(AlreadyHandedIn):
        await _saves(cast, "Muộn", 0)


async def test_of_two_saves_at_the_same_moment_one_is_kept_and_the_other_told(cast: Cast) -> None:
    saves = [_saves(cast, text, 0) for text in ("Từ điện thoại", "Từ máy tính")]
    came = await asyncio.gather(*saves, return_exceptions=True)
    [kept] = [each.text for each in came if isinstance(each, Essay)]
    assert sum(isinstance(each, NewerText) for each in came) == 1
    assert (await written(cast.things["huong/BB3"], await _author(cast))).text == kept
