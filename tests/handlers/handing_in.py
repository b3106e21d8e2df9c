"""Hương who registered and hands in, Dũng of the board who assesses it; and messages no phone of ours can send."""

from dataclasses import dataclass
from datetime import timedelta

from handlers.conversation import Attachment, InboxMessage, Kind
from handlers.dispatch import Dispatch, Outcome
from journey.people import Role
from storage import database, sql
from storage.conversations import State
from tests.handlers.arrivals import comes
from tests.handlers.members import Unit, registers, season, unit
from tests.support.harness import Person, World

HUONG, DUNG = "Nguyễn Thị Hương", "Võ Quang Dũng"


@dataclass
class Desk:
    """The two of them, fifty days after Hương registered."""

    world: World
    house: Unit
    huong: Person
    dung: Person

    async def begins(self, code: str) -> None:
        await self.huong.says("nộp")
        await self.huong.taps(f"evidence.start {code}")

    async def tells_of_rl2(self, day: str = "1/3/2027") -> None:
        await self.huong.taps("evidence.preview")
        [count] = [each for each in self.huong.buttons() if each.startswith("evidence.answer") and each.endswith(" 1")]
        await self.huong.taps(count)
        await self.huong.says("Đoàn phường Một")
        await self.huong.says(day)
        await self.huong.says("Công viên Gia Định")

    async def hands_in_rl2(self, day: str = "1/3/2027") -> None:
        await self.tells_of_rl2(day)
        await self.huong.taps("evidence.submit")

    async def reaches(
        self,
        kind: Kind,
        text: str = "",
        *,
        source: str | None = None,
        files: tuple[Attachment, ...] = (),
        at: State | None = None,
    ) -> Outcome:
        """Let a message of Hương's arrive that the page cannot send, while the chat waits at `at`."""
        now = self.world.clock.now()
        dispatch = Dispatch(self.world.zone)
        message = InboxMessage(self.huong.chat, kind, text, attachments=files, source=source, now=now)
        async with database.transaction():
            known = await dispatch.known([self.huong.chat], now)
            return await dispatch.handle(message, at or State(), known)


async def desk(world: World) -> Desk:
    """Lay down the unit, open the season, let them come and Hương register."""
    house = await unit(world)
    await season(world.clock.now())
    dung = await comes(house, DUNG, Role.EXECUTIVE, group=False)
    huong = await comes(house, HUONG, Role.MEMBER)
    await registers(huong)
    await world.pass_time(timedelta(days=50))
    return Desk(world, house, huong, dung)


async def is_returned(part: int = 1) -> None:
    """Let the board have returned a part."""
    await sql.run("UPDATE submissions SET state = 'returned', reason = 'Thiếu ảnh' WHERE part = ?1", part)
    await sql.run("UPDATE reviews SET state = 'returned'")


async def texts_kept() -> list[str]:
    """Return what is kept of what was written."""
    found = await sql.rows("SELECT text FROM evidence WHERE kind = 'text' AND removed_at IS NULL ORDER BY id")
    return [each["text"] for each in found]
