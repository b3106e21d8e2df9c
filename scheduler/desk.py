"""What a job is handed beside the moment, and where it lays what it wants said."""

from dataclasses import dataclass, field
from zoneinfo import ZoneInfo

from journey.allowance import UNLIMITED, Allowances
from journey.approvers_clock import Office
from journey.sending_hours import SendingHours
from locales.saying import Say


@dataclass(frozen=True, slots=True)
class Defect:
    """Something of ours that failed for one row while the others went on; it is logged whole."""

    what: str
    id: int
    error: Exception


@dataclass(slots=True)
class Desk:
    """One portion of a job's work.

    `zone` is the product's; `operators` are the chats of who keeps it running; `sending` is when people are written to,
    `allowed` what the platforms of the bots allow.

    What lies in `owed`, as (chat, language, what to say), becomes rows of the outbox in the job's own transaction;
    `why` says, by key, in a short code ("session 12 7d") what for: `hanhtrinh jobs run --dry-run` shows it. `defects`
    are of rows that were left out; `unreached` are people to whom nothing could be said, and why: "window", "quota".
    """

    zone: ZoneInfo
    operators: tuple[str, ...] = ()
    sending: SendingHours = field(default_factory=SendingHours)
    allowed: Allowances = UNLIMITED
    owed: list[tuple[str, str, Say]] = field(default_factory=list)
    why: dict[str, str] = field(default_factory=dict)
    defects: list[Defect] = field(default_factory=list)
    unreached: dict[int, str] = field(default_factory=dict)

    @property
    def office(self) -> Office:
        """Return when officers work."""
        return self.sending.office

    def owe(self, chat: str, language: str, say: Say, why: str = "") -> None:
        """Have `say` said in `chat`, once: without a `key` a job that runs twice would say it twice."""
        if say.key is None:
            raise ValueError("what a job says needs a key")
        self.owed.append((chat, language, say))
        self.why[say.key] = why
