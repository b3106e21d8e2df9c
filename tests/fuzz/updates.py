"""Raw Telegram updates nobody should trust: forged, stale, malformed, and some that people really send."""

import copy
from collections.abc import Callable
from dataclasses import dataclass
from random import Random
from typing import Any

from tests.fuzz import texts
from tests.fuzz.choices import Forger
from tests.fuzz.collector import GOOD, Collector

Update = Any
"""A JSON value: an update, or what calls itself one."""

JUNK: tuple[Any, ...] = (
    None,
    True,
    False,
    0,
    -1,
    2**31,
    2**63,
    2**64,
    -(2**70),
    10**300,
    1.5,
    float("nan"),
    float("inf"),
    -0.0,
    "",
    "1",
    "\x00",
    "\ud800",
    "x" * 5000,
    [],
    {},
    [[]],
    [None],
    {"id": None},
    {"": {}},
    {"type": "private"},
    [{"file_id": 1}],
)
UNSUPPORTED = ("sticker", "voice", "video", "video_note", "animation", "contact", "location", "venue", "poll", "dice")
SERVICE = ("new_chat_title", "pinned_message", "group_chat_created", "migrate_to_chat_id", "write_access_allowed")
NAMES = (
    "bai.pdf",
    "../../etc/passwd",
    "a" * 300 + ".pdf",
    "anh.JPG.exe",
    "\u202egpj.exe",
    "CON",
    "",
    "x\x00y.docx",
    "\ud800.pdf",
    "Bài viết cảm nhận của em.docx",
    "<img src=x>",
    ".",
    "/",
)
MIMES = (
    "application/pdf",
    "image/jpeg",
    "text/html",
    "",
    "x" * 200,
    "image/../png",
    "application/x-msdownload",
    "\x00",
)


@dataclass(frozen=True, slots=True)
class Sent:
    """One update; `awaits` is the (chat, kinds of message) of which one has to come in answer, if any."""

    raw: Update
    awaits: tuple[str, frozenset[str]] | None = None


SAYS = frozenset({"say", "pictures", "document"})
ANSWER = frozenset({"answer"})


class Updates:
    """Draws updates, the same ones for the same seed and the same answers; `codes` are of real invitations."""

    def __init__(self, draw: Random, collector: Collector) -> None:
        self.draw = draw
        self.forger = Forger(draw)
        self._collector = collector
        self.codes = ["K7Q2-M9XD"]
        self._newest = 0
        self._earlier: list[Update] = []
        self._kinds: tuple[tuple[int, Callable[[int], Sent]], ...] = (
            (24, self._tap_offered),
            (14, self._handing_in),
            (7, self._tap_stale),
            (20, self._tap_forged),
            (16, self._text),
            (11, self._hostile_text),
            (6, self._files),
            (4, self._unsupported),
            (3, self._start),
            (3, self._edited),
            (5, self._malformed),
            (3, self._elsewhere),
            (1, self._membership),
            (3, self._again),
        )
        self._weights = [weight for weight, _ in self._kinds]

    def one(self, chat: int) -> Sent:
        """Return the next update, of `chat` if of anybody."""
        sent = self.draw.choices(self._kinds, self._weights)[0][1](chat)
        if len(self._earlier) < 200:
            self._earlier.append(sent.raw)
        else:
            self._earlier[self.draw.randrange(200)] = sent.raw
        return sent

    def _id(self) -> int:
        self._newest += self.draw.choice((1, 1, 1, 2, 30))
        return self._newest

    def _update(self, **parts: Any) -> dict[str, Any]:
        return {"update_id": self._id(), **parts}

    def _message(self, chat: int, **content: Any) -> dict[str, Any]:
        user = {"id": chat, "is_bot": False, "first_name": "An", "language_code": self.draw.choice(("vi", "en", "ar"))}
        message_id = self.draw.randrange(1, 2**31) if self.draw.random() < 0.1 else self._newest + 1000
        shown = {"id": chat, "type": "private", "first_name": "An"}
        return {"message_id": message_id, "from": user, "chat": shown, "date": 1_800_000_000, **content}

    def _says(self, chat: int, **content: Any) -> Sent:
        return Sent(self._update(message=self._message(chat, **content)), (f"telegram:{chat}", SAYS))

    def _text(self, chat: int) -> Sent:
        return self._says(chat, text=texts.plain(self.draw))

    def _hostile_text(self, chat: int) -> Sent:
        text = texts.hostile(self.draw)
        sent = self._says(chat, text=text)
        return sent if texts.said(text) else Sent(sent.raw)

    def _start(self, chat: int) -> Sent:
        draw = self.draw
        payload = draw.choice((draw.choice(self.codes), texts.hostile(draw)[:64], "A" * 8, "A" * 32, "", "x" * 64))
        return self._says(chat, text=f"/start {payload}")

    def _handing_in(self, chat: int) -> Sent:
        """Go one step on with a hand-in, as somebody who means it."""
        match self.draw.randrange(10):
            case 0:
                return self._says(chat, text="/nop")
            case 1:
                return self._says(chat, photo=[{"file_id": f"{GOOD}{self.draw.randrange(10**9)}"}])
            case _:
                screen = self._collector.screens.get(f"telegram:{chat}")
                onward = [each for each in screen[-1][1] if each.startswith("evidence.")] if screen else []
                if not screen or not onward:
                    return self._says(chat, text="/nop")
                return self._tap(chat, screen[-1][0], self.draw.choice(onward))

    def _files(self, chat: int) -> Sent:
        draw = self.draw
        remote = f"{GOOD if draw.random() < 0.01 else 'gone:'}{draw.randrange(10**9)}"
        file = {
            "file_id": remote,
            "file_unique_id": f"U{remote}",
            "file_size": draw.choice((None, 1, 10**9, 2**63, "7")),
        }
        extra: dict[str, Any] = {}
        if draw.random() < 0.4:
            extra["caption"] = texts.hostile(draw)[:1024]
        if draw.random() < 0.3:
            extra["media_group_id"] = draw.choice(("7", str(self._newest // 5), "9" * 200, "\x00"))
        if draw.random() < 0.5:
            return self._says(chat, photo=[{"file_id": "small"}, file], **extra)
        file |= {"file_name": draw.choice(NAMES), "mime_type": draw.choice(MIMES)}
        return self._says(chat, document=file, **extra)

    def _unsupported(self, chat: int) -> Sent:
        kind = self.draw.choice(UNSUPPORTED)
        return self._says(chat, **{kind: self.draw.choice(({"file_id": "1"}, {}, None, "x", []))})

    def _edited(self, chat: int) -> Sent:
        edited = self._message(chat, text=texts.hostile(self.draw), edit_date=1)
        edited["message_id"] = max(1, self._newest + 1000 - self.draw.randrange(60))
        return Sent(self._update(edited_message=edited))

    def _membership(self, chat: int) -> Sent:
        status = self.draw.choice(("kicked", "member", "member", "left", "administrator", None, {"a": 1}))
        change = {"chat": {"id": chat, "type": "private"}, "new_chat_member": {"status": status}}
        return Sent(self._update(my_chat_member=change))

    def _tap(self, chat: int, card: int, data: Any) -> Sent:
        id_ = self._id()
        user = {"id": chat, "is_bot": False, "first_name": "An"}
        message = {"message_id": card, "date": self.draw.choice((0, 1)), "chat": {"id": chat, "type": "private"}}
        query = {"id": f"q{id_}", "from": user, "chat_instance": "1", "message": message, "data": data}
        return Sent({"update_id": id_, "callback_query": query}, (f"telegram:{chat}", ANSWER))

    def _tap_offered(self, chat: int) -> Sent:
        screen = self._collector.screens.get(f"telegram:{chat}")
        if not screen:
            return self._text(chat)
        card, choices = screen[-1]
        onward = choices[0] if self.draw.random() < 0.5 else self.draw.choice(choices)
        return self._tap(chat, card, onward)

    def _tap_stale(self, chat: int) -> Sent:
        """Tap any button that anybody ever had, also somebody else's."""
        screens = self._collector.screens
        whose = self.draw.choice(tuple(screens)) if screens and self.draw.random() < 0.5 else f"telegram:{chat}"
        if not screens.get(whose):
            return self._tap_forged(chat)
        card, choices = self.draw.choice(screens[whose])
        return self._tap(chat, card, self.draw.choice(choices))

    def _tap_forged(self, chat: int) -> Sent:
        return self._tap(chat, self.draw.randrange(1, 10**6), self.forger.choice())

    def _elsewhere(self, chat: int) -> Sent:
        """Write where we do not listen: groups, channels, other bots, inline; or in a rich message."""
        draw = self.draw
        message = self._message(chat, text=texts.plain(draw))
        match draw.randrange(5):
            case 0:
                message["chat"] = {"id": -chat, "type": draw.choice(("group", "supergroup", "channel", "sender"))}
                return Sent(self._update(message=message))
            case 1:
                return Sent(
                    self._update(**{draw.choice(("channel_post", "inline_query", "poll", "business")): message})
                )
            case 2:
                del message["text"]
                blocks = [{"type": "paragraph", "text": [{"type": "bold", "text": texts.plain(draw)}]}]
                return self._says(chat, rich_message={"blocks": blocks})
            case 3:
                return Sent(self._update(message=self._message(chat, **{draw.choice(SERVICE): {"message_id": 1}})))
            case _:
                message["forward_origin"] = {"type": "hidden_user", "sender_user_name": texts.hostile(draw)[:60]}
                message["via_bot"] = {"id": 1, "is_bot": True}
                return Sent(self._update(message=message), (f"telegram:{chat}", SAYS))

    def _again(self, chat: int) -> Sent:
        """Send an earlier update again, as it was or with another's content under its id."""
        if not self._earlier:
            return self._text(chat)
        earlier = self.draw.choice(self._earlier)
        if self.draw.random() < 0.3 and isinstance(earlier, dict):
            other = self._text(chat).raw
            return Sent({**other, "update_id": earlier.get("update_id")})
        return Sent(earlier)

    def _malformed(self, chat: int) -> Sent:
        draw = self.draw
        whole = draw.choice((self._text, self._files, self._tap_forged, self._membership))(chat).raw
        match draw.randrange(10):
            case 0:
                return Sent(draw.choice(JUNK))
            case 1:
                return Sent({"update_id": draw.choice(JUNK), "message": nested(draw.choice((16, 900, 940, 990)), draw)})
            case 2:
                return Sent({"unparsed": texts.hostile(draw)})
            case _:
                for _ in range(draw.choice((1, 1, 2, 6))):
                    spoil(whole, draw)
                return Sent(whole)


def nested(depth: int, draw: Random) -> Any:
    """Return lists or objects in each other, `depth` deep."""
    value: Any = draw.choice(JUNK)
    name = draw.choice(("text", "message", "chat", "blocks", "a"))
    for _ in range(depth):
        value = [value] if draw.random() < 0.5 else {name: value}
    return value


def spoil(value: Any, draw: Random) -> None:
    """Take out, or replace by junk, one thing somewhere in `value`."""
    while isinstance(value, dict | list) and value:
        key: Any = draw.choice(list(value)) if isinstance(value, dict) else draw.randrange(len(value))
        inner = value[key]
        if isinstance(inner, dict | list) and inner and draw.random() < 0.7:
            value = inner
            continue
        if draw.random() < 0.3:
            del value[key]
        else:
            value[key] = copy.deepcopy(draw.choice(JUNK))
        return
