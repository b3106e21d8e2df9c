"""The six updates of a conversation, and which reply belongs to each.

The peers' order is start, choose, confirm, photo, photo, done. Ours asks for the confirmation when the photos are here
("Xem lại", then "Nộp"), so it is start, choose, photo, photo, confirm, done: the same six.
"""

from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Step:
    """One update and the reply that it must have.

    Args:
        does: "says", "taps" or "sends" (a photo).
        what: the text, or the beginning of the callback data; `{task}` is the round's.
        hears: the beginning of the reply's text, or of the callback data of one of its buttons.
        by: the methods of which the reply is one.
    """

    does: str
    what: str
    hears: str
    by: tuple[str, ...] = ("sendMessage",)


@dataclass(frozen=True, slots=True)
class Flow:
    """A conversation; with several `tasks` it is held once for each."""

    steps: tuple[Step, ...]
    tasks: tuple[str, ...] = ("RL6",)


PEER = Flow(
    (
        Step("says", "/start", "step 1"),
        Step("taps", "choose", "step 2"),
        Step("taps", "confirm", "step 3"),
        Step("sends", "", "step 4"),
        Step("sends", "", "step 5"),
        Step("says", "/done", "step 6"),
    )
)

PRODUCT = Flow(
    (
        Step("says", "/nop", "evidence.start"),
        Step("taps", "evidence.start {task}", "evidence.later"),
        Step("sends", "", "evidence.preview"),
        Step("sends", "", "evidence.preview"),
        Step("taps", "evidence.preview", "evidence.submit"),
        Step("taps", "evidence.submit", "book.open", by=("editMessageText", "sendMessage")),
    ),
    ("RL6", "RL5", "RL4", "TT1", "TT3", "TT4"),
)

FLOWS = {"peer": PEER, "product": PRODUCT}


@dataclass(slots=True)
class Person:
    """Somebody in the middle of the flow. `sent_at` is in ms of CLOCK_MONOTONIC, 0 while nothing is expected."""

    chat: int
    round: int = 0
    at: int = 0
    sent_at: float = 0
    message: int = 1
    buttons: list[str] = field(default_factory=list)


def update(person: Person, flow: Flow, number: int) -> dict[str, Any]:
    """Return the update with which `person` takes the next step, as the Bot API writes it."""
    step = flow.steps[person.at]
    who = {"id": person.chat, "is_bot": False, "first_name": "Hương", "last_name": "Nguyễn", "language_code": "vi"}
    chat = {"id": person.chat, "first_name": "Hương", "last_name": "Nguyễn", "type": "private"}
    message = {"message_id": number, "from": who, "chat": chat, "date": 1790000000}
    if step.does == "taps":
        card = {"message_id": person.message, "from": {"id": 1, "is_bot": True, "first_name": "bench"}, "chat": chat}
        tapped = {"id": str(number), "from": who, "message": {**card, "date": 1790000000, "text": "…"}}
        data = _data(person, step.what.format(task=flow.tasks[person.round % len(flow.tasks)]))
        return {"update_id": number, "callback_query": {**tapped, "chat_instance": "1", "data": data}}
    if step.does == "sends":
        return {"update_id": number, "message": {**message, "photo": _photo(number)}}
    entity = {"offset": 0, "length": len(step.what), "type": "bot_command"}
    return {"update_id": number, "message": {**message, "text": step.what, "entities": [entity]}}


def _data(person: Person, wanted: str) -> str:
    """Return the callback data of the button that begins with `wanted`; the peers' cards carry none to look for."""
    return next((each for each in person.buttons if each.startswith(wanted)), wanted)


def _photo(number: int) -> list[dict[str, Any]]:
    sizes = ((90, 67, 1200), (320, 240, 9000), (640, 480, 21000))
    return [
        {"file_id": f"photo{number}-{width}", "file_unique_id": f"u{number}-{width}", "width": width, "height": height,
         "file_size": size}
        for width, height, size in sizes
    ]  # fmt: skip
