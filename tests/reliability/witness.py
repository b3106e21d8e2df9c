"""The strict Bot API server, keeping what an audit needs: every update it made, every call that reached it."""

import random
from dataclasses import dataclass
from typing import Any

import aiohttp
from yarl import URL

from tests.fakes.telegram import Call, FakeTelegram, Refusal
from tests.fakes.telegram_delivery import SECRET_HEADER, Delivery

DECLINED = (aiohttp.ClientError, OSError, TimeoutError)


@dataclass(frozen=True, slots=True)
class Received:
    """A call that reached the server whole. `message` is the id of the first message it made or changed, if any."""

    method: str
    values: dict[str, Any]
    message: int | None
    files: tuple[str, ...]
    refusal: str


class WitnessedDelivery(Delivery):
    """Delivers to any of `ports`, as a proxy before several processes does; keeps every update."""

    def __init__(self, ports: tuple[int, ...], chance: random.Random) -> None:
        super().__init__()
        self.made: dict[int, Any] = {}
        self._ports = ports
        self._chance = chance
        self._client: aiohttp.ClientSession | None = None

    def add_raw(self, update: Any, lane: str = "raw") -> int:
        place = super().add_raw(update, lane)
        self.made[place] = update
        return place

    @property
    def confirmed(self) -> set[int]:
        """Return the ids the product has confirmed: by a 2xx, or by asking for later ones."""
        return self.made.keys() - self.waiting.keys()

    async def close(self) -> None:
        await super().close()
        if self._client is not None:
            await self._client.close()

    async def _post(self, update: Any) -> bool:
        self._client = self._client or aiohttp.ClientSession()
        headers = {} if self._secret is None else {SECRET_HEADER: self._secret}
        address = URL(self.webhook).with_port(self._chance.choice(self._ports))
        self.attempts += 1
        try:
            async with self._client.post(address, json=update, headers=headers) as answer:
                return answer.ok
        except DECLINED as error:
            self.last_error = type(error).__name__
            return False


class Witness(FakeTelegram):
    """The server of one run. `ports` are where the product's processes listen."""

    def __init__(self, ports: tuple[int, ...], chance: random.Random) -> None:
        super().__init__()
        self.delivery: WitnessedDelivery = WitnessedDelivery(ports, chance)
        self.received: list[Received] = []

    async def _checked(self, call: Call) -> Any:
        try:
            result = await super()._checked(call)
        except Refusal as refusal:
            self._keep(call, None, refusal.description)
            raise
        self._keep(call, result)
        return result

    def _keep(self, call: Call, result: Any, refusal: str = "") -> None:
        if call.method == "getUpdates":
            return
        first = result[0] if isinstance(result, list) and result else result
        message = first["message_id"] if isinstance(first, dict) and "message_id" in first else None
        names = tuple(file.name for file in call.files.values())
        self.received.append(Received(call.method, call.values, message, names, refusal))
