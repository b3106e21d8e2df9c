"""What the outbox says left, against what the platform received: call by call.

A row and a call have the same face when they say the same to the same chat. A row that left has the id of the message
its call made; of a row in doubt one call more, or one less, is what its record says.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from tests.reliability.witness import Received

Face = tuple[object, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the outbox; `body` as JSON values."""

    id: int
    chat: str
    kind: str
    body: dict[str, Any]
    status: str
    provider_id: str | None
    error: str
    attempts: int

    @property
    def is_in_doubt(self) -> bool:
        """Say whether it is on record that a call of it may have arrived."""
        return self.error.startswith("unknown")

    @property
    def fewest(self) -> int:
        """How many calls must have arrived."""
        return int(self.status == "sent")

    @property
    def most(self) -> int:
        """How many calls may have arrived: one, and one more where the doubt is on record."""
        if self.status in ("sent", "failed"):
            return 1 + int(self.is_in_doubt)
        return min(self.attempts, 2) if self.is_in_doubt else 0

    @property
    def face(self) -> Face:
        """What a call of it looks like."""
        number = self.chat.rpartition(":")[2]
        match self.kind:
            case "say":
                rows = self.body.get("buttons", [])
                actions = tuple(button.get("url") or button["action"] for row in rows for button in row)
                return "say", number, self.body["text"].strip(), actions
            case "pictures" | "document":
                return "files", number, self.body.get("text", ""), tuple(f["name"] for f in self.body["files"])
            case "answer":
                return "answer", self.body["target"]
            case "delete":
                return "delete", number, self.body["target"]
            case _:
                return self.kind, number


def face(call: Received) -> Face | None:
    """Return what a call says, None for one that no row stands behind (the bot's name, its webhook)."""
    asked = call.values
    number = str(asked.get("chat_id", ""))
    match call.method:
        case "sendMessage" | "editMessageText":
            rows = asked.get("reply_markup", {}).get("inline_keyboard", [])
            actions = tuple(button.get("url") or button["callback_data"] for row in rows for button in row)
            return "say", number, asked["text"].strip(), actions
        case "sendPhoto" | "sendMediaGroup" | "sendDocument":
            media = asked.get("media") or [asked]
            return "files", number, media[0].get("caption", ""), call.files
        case "answerCallbackQuery":
            return "answer", str(asked["callback_query_id"])
        case "deleteMessage" | "editMessageReplyMarkup":
            return "delete", number, str(asked["message_id"])
        case "setMyCommands" if asked.get("scope", {}).get("type") == "chat":
            return "commands", str(asked["scope"]["chat_id"])
    return None


@dataclass(slots=True)
class Settled:
    """The count of a run: rows that left, rows in doubt, what became of those, and what no record explains."""

    left: int = 0
    in_doubt: int = 0
    twice: int = 0
    missing: int = 0
    wrong: list[str] = field(default_factory=list)


def settle(rows: Iterable[Row], calls: Iterable[Received]) -> Settled:
    """Hold every row against the calls that look like it."""
    by_face: dict[Face, tuple[list[Row], list[Received]]] = defaultdict(lambda: ([], []))
    for row in rows:
        by_face[row.face][0].append(row)
    for call in calls:
        if (seen := face(call)) is not None:
            by_face[seen][1].append(call)
    found = Settled()
    for own, came in by_face.values():
        found.left += sum(row.status == "sent" for row in own)
        found.in_doubt += sum(row.is_in_doubt for row in own)
        owed = sum(row.most > 0 for row in own)
        found.twice += max(0, len(came) - owed)
        found.missing += max(0, owed - len(came))
        found.wrong += _wrong(own, came)
    return found


def _wrong(rows: list[Row], calls: list[Received]) -> Iterator[str]:
    fewest, most = sum(row.fewest for row in rows), sum(row.most for row in rows)
    named = f"outbox {[row.id for row in rows][:5]} ({rows[0].kind})" if rows else f"a {calls[0].method} without a row"
    if len(calls) < fewest:
        yield f"{named}: {len(calls)} calls where {fewest} left"
    if len(calls) > most:
        yield f"{named}: {len(calls)} calls where {most} are accounted for"
    made = {str(call.message) for call in calls} | {str(call.values.get("message_id")) for call in calls}
    for row in rows:
        if row.status == "sent" and row.provider_id is not None and row.provider_id not in made:
            yield f"outbox {row.id} left as message {row.provider_id}, which no call made"
