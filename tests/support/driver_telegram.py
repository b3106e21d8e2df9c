"""A phone with Telegram, on the fake Bot API server."""

from collections.abc import Awaitable, Callable, Sequence

from tests.fakes.telegram import FakeTelegram
from tests.fakes.telegram_people import FakePerson
from tests.support.driver import Shown, until


class TelegramDriver:
    """Plays people on the fake Bot API server."""

    name = "telegram"
    shows_changes = True
    settle: Callable[..., Awaitable[None]]

    def __init__(self, fake: FakeTelegram) -> None:
        self.fake = fake

    def chat(self, number: str) -> str:
        return f"{self.name}:{number}"

    async def says(self, chat: str, text: str) -> None:
        self._person(chat).says(text)

    async def starts(self, chat: str, payload: str) -> None:
        self._person(chat).starts(payload)

    async def taps(self, chat: str, message: str, action: str) -> None:
        person = self._person(chat)
        card = person.message(int(message))
        if card is None:  # forged: a card that is not there, as the platform shows an old one
            gone = {"chat": person.chat, "message_id": int(message), "date": 0}
            query = {"id": f"{chat}0", "from": person.user, "chat_instance": "1", "message": gone, "data": action}
            self.fake.delivery.add("callback_query", query, f"user:{chat}")
        elif not card.shows(action):  # forged: real servers pass any data on
            card.buttons.append([("forged", action)])
            person.taps(int(message), action)
            card.buttons.pop()
        else:
            person.taps(int(message), action)

    async def sends(self, chat: str, files: Sequence[tuple[str, str, bytes]], caption: str) -> None:
        person = self._person(chat)
        if len(files) > 1:
            person.sends_album([data for _, _, data in files], caption or None)
            return
        for name, mime, data in files:
            if mime.startswith("image/"):
                person.sends_photo(data, caption or None)
            else:
                person.sends_document(data, name, mime, caption or None)

    async def catches_up(self, chat: str) -> None:
        """What was said changes by itself."""

    async def sees(self, chat: str) -> list[Shown]:
        return [
            Shown(
                str(message.message_id),
                message.text,
                tuple(button for row in message.buttons for button in row),
                (
                    *((message.photo,) if message.photo else ()),
                    *((message.document[1],) if message.document else ()),
                ),
                message.is_mine,
            )
            for message in self._person(chat).messages
        ]

    def _person(self, chat: str) -> FakePerson:
        return self.fake.person(int(chat))

    def meets(self, chat: str) -> None:
        """Have pressed Start some time ago; a bot cannot write to anybody else."""
        self._person(chat).has_started = True

    async def delivered(self) -> None:
        """Wait until the product has confirmed every update."""
        await until(lambda: not self.fake.delivery.waiting)

    async def close(self) -> None:
        assert not self.fake.violations, self.fake.violations
