"""A picture of what is being recorded was fetched and checked: the summary shows it, or asks for another."""

from handlers.arguments import number
from handlers.conversation import Data, InboxMessage, Turn
from handlers.member import evidence_arrival
from handlers.secretary.recording_card import ask
from handlers.secretary.recording_case import unfinished
from storage import evidence


async def inspected(message: InboxMessage, step: str, data: Data) -> Turn:
    """Show it where the secretary waits for it; any other file is a member's evidence."""
    id_ = number(message.text, 2**63 - 1)
    case = await unfinished(message, data.get("entry")) if step == "paper.page" else None
    piece = await evidence.get(id_) if case is not None and id_ is not None else None
    if case is None or piece is None or piece.submission != case.submission.id:
        return await evidence_arrival.inspected(message, step, data)
    refused = (evidence_arrival.refused(piece),) if piece.state in ("refused", "lost") else ()
    if not refused and any(each.state == "arrived" for each in case.pieces):
        return Turn()  # one look at the summary when the last is here
    return Turn(says=(*refused, ask(case, message)))
