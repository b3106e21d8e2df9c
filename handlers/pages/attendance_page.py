"""The page that shows a session's code: what it shows now, and whether its reader still runs the session."""

from dataclasses import dataclass
from datetime import date, datetime

from handlers.attendance.case import running
from handlers.pages.opening import Shut
from journey.attendance import Phase, phase
from journey.attendance_code import SLOT, Code, on_screen, seal
from journey.attendance_window import Window
from storage import attendance, attendance_key, attendance_windows, chats
from storage.attendance import Sums
from storage.links import StoredLink
from storage.sessions import Session


@dataclass(frozen=True, slots=True)
class Showing:
    """What the page shows at one moment; `payload` is the code's, "" for none, `ends_at` (UTC) the end of its slot."""

    session: Session
    window: Window
    phase: Phase
    sums: Sums
    payload: str
    ends_at: datetime

    @property
    def opens_at(self) -> datetime:
        """When attendance opens (UTC)."""
        return self.session.starts_at - self.window.early

    @property
    def closes_at(self) -> datetime:
        """Until when a code is taken (UTC)."""
        return self.session.ends_at + self.window.leaving


async def opened(link: StoredLink, today: date) -> Session | Shut:
    """Return the session a link shows: whoever it serves still runs it, and is in a chat."""
    if link.person is None or link.session is None or not await chats.is_anywhere(link.person):
        return Shut("attend-gone")
    return await running(link.person, link.session, today) or Shut("attend-gone")


async def showing(session: Session, now: datetime, today: date) -> Showing:
    """Return what is shown of `session` at `now` (UTC), `today` (local)."""
    window = await attendance_windows.of_season(session.season)
    stage, code = phase(session, now, window), on_screen(session.id, now)
    payload = seal(code, await attendance_key.get()) if stage is Phase.OPEN else ""
    sums = await attendance.counted(session.id, today)
    return Showing(session, window, stage, sums, payload, code.ends_at or now + SLOT)


async def printed(session: Session) -> str:
    """Return the payload of the code on paper."""
    return seal(Code(session.id, None), await attendance_key.get())
