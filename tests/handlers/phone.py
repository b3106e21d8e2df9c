"""A phone before the dispatch: what somebody types, and what they read, without the road around it."""

import os
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from handlers.conversation import InboxMessage, Kind
from handlers.dispatch import Dispatch
from handlers.rendering import Spoken
from journey.allowance import Allowances
from journey.door import Door
from journey.people import Role
from storage import database, people
from storage.conversations import State
from storage.roster import bring_in
from storage.roster_lines import GroupLine, PersonLine, RoleLine, Roster, UnitLine
from tests.support.harness import said

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
START = datetime(2027, 1, 5, 2, 0, tzinfo=UTC)

EVERYWHERE = Allowances(bots=("telegram", "zalo", "oa", "web"))
"""Of a product that has a bot on each channel, none of them with a limit."""

ROSTER = Roster(
    units=(
        UnitLine(3, "DCS", "Đoàn cơ sở Sở Xây dựng"),
        UnitLine(4, "CD1", "Chi đoàn Văn phòng", parent="DCS"),
    ),
    groups=(GroupLine(3, "TO2", "Tổ 2", "DCS"),),
    people=(
        PersonLine(3, "H1", "Nguyễn Thị Hương", "CD1", "TO2"),
        PersonLine(4, "B7", "Trần Văn Bình", "DCS", is_member=False),
        PersonLine(5, "M3", "Lê Thị Mai", "CD1", "TO2"),
    ),
    roles=(
        RoleLine(3, "B7", Role.SECRETARY, "DCS"),
        RoleLine(4, "M3", Role.GROUP_LEADER, "TO2"),
        RoleLine(5, "M3", Role.EXECUTIVE, "DCS"),
    ),
)


async def enlist() -> dict[str, int]:
    """Bring ROSTER in and return its people by name."""
    await bring_in(ROSTER, now=START, today=date(2027, 1, 5), chat="cli")
    return {each.full_name: each.id for each in await people.listed()}


@dataclass
class Phone:
    """One chat; `now` moves only when told, `elsewhere` is what others were told, `doors` are where bots are found."""

    chat: str
    language: str = "vi"
    now: datetime = START
    state: State = field(default_factory=State)
    screen: tuple[Spoken, ...] = ()
    elsewhere: tuple[Spoken, ...] = ()
    allowed: Allowances = EVERYWHERE
    doors: tuple[Door, ...] = ()

    async def starts(self, payload: str = "") -> None:
        await self._hands_over(Kind.START, text=payload)

    async def says(self, text: str) -> None:
        await self._hands_over(Kind.TEXT, text=text)

    async def taps(self, action: str) -> None:
        assert action in self.buttons(), self.buttons()
        await self.forges(action)

    async def forges(self, action: str) -> None:
        await self._hands_over(Kind.CHOICE, choice=action)

    async def sends_a_photo(self) -> None:
        await self._hands_over(Kind.FILES)

    async def is_told_of(self, evidence: int) -> None:
        """Get the news of a file that was inspected."""
        await self._hands_over(Kind.INSPECTED, text=str(evidence))

    def waits(self, by: timedelta) -> None:
        self.now += by

    def buttons(self) -> list[str]:
        return [option.action for spoken in self.screen for row in spoken.options for option in row]

    def hears(self, key: str, **params: object) -> None:
        assert any(self._match(spoken, key, params) for spoken in self.screen), self.screen

    def others_hear(self, key: str, **params: object) -> None:
        assert any(self._match(spoken, key, params) for spoken in self.elsewhere), self.elsewhere

    def reads(self) -> str:
        return "\n".join(spoken.text for spoken in self.screen)

    def _match(self, spoken: Spoken, key: str, params: dict[str, object]) -> bool:
        return said(self.language, key, params, ZONE)(spoken.text)

    async def _hands_over(self, kind: Kind, *, text: str = "", choice: str = "") -> None:
        dispatch = Dispatch(ZONE, draw=os.urandom, allowed=self.allowed, doors=lambda: self.doors)
        message = InboxMessage(self.chat, kind, text, choice, language=self.language, now=self.now)
        async with database.transaction():
            known = await dispatch.known([self.chat], self.now)
            outcome = await dispatch.handle(message, self.state, known)
        self.state = outcome.state
        self.screen = tuple(spoken for spoken in outcome.spoken if spoken.chat == self.chat)
        self.elsewhere = tuple(spoken for spoken in outcome.spoken if spoken.chat != self.chat)
