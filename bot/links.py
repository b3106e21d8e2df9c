"""One-time links as addresses: the row's number, signed, behind the address people reach this product at."""

import secrets
from dataclasses import dataclass
from hashlib import sha256

from itsdangerous import BadSignature, URLSafeSerializer

from bot.settings import Settings
from handlers.conversation import Link
from storage import settings as kept

KEY = "links.key"
"""Under this name the settings table keeps the signing key."""

PREFIX = "/l/"
"""Where the pages are: a proxy passes this on, and `/pages/` with what they are dressed in."""


_ITSELF = {"0.0.0.0": "127.0.0.1", "::": "::1", "[::]": "::1"}  # noqa: S104
"""A machine's own name where it listens at all of them."""


@dataclass(frozen=True, slots=True)
class Seal:
    """Signs and reads; one key for every process, and salts so that one thing's signature is not another's."""

    key: str

    def token(self, link: int) -> str:
        """Return what stands for `link` in an address."""
        return str(self._signer("link").dumps(link))

    def link(self, token: str) -> int | None:
        """Return the link that `token` stands for, None when it is none of ours."""
        return self._read("link", token)

    def form(self, link: int) -> str:
        """Return what the form on the page of `link` brings back, so that a POST comes from a page we showed."""
        return str(self._signer("form").dumps(link))

    def is_form(self, token: str, link: int) -> bool:
        """Say whether `token` was on the page of `link`."""
        return self._read("form", token) == link

    def media(self, row: int, place: int, until: int) -> str:
        """Return what stands in an address for the file at `place` of a row of the outbox, until `until` (s, UTC)."""
        return str(self._signer("media").dumps([row, place, until]))

    def media_named(self, token: str) -> tuple[int, int, int] | None:
        """Return (row, place, until) that `token` stands for, None when it is none of ours."""
        try:
            row, place, until = self._signer("media").loads(token)
        except BadSignature:
            return None
        return int(row), int(place), int(until)

    def _read(self, salt: str, token: str) -> int | None:
        try:
            found = self._signer(salt).loads(token)
        except BadSignature:
            return None
        return found if isinstance(found, int) else None

    def _signer(self, salt: str) -> URLSafeSerializer:
        return URLSafeSerializer(
            self.key, salt=f"hanhtrinh.{salt}", signer_kwargs={"digest_method": sha256, "key_derivation": "hmac"}
        )


async def seal() -> Seal:
    """Return the seal of this database; its key is drawn at the first start."""
    return Seal(await kept.get(KEY) or await kept.put_once(KEY, secrets.token_urlsafe(32)))


@dataclass(frozen=True, slots=True)
class Addresses:
    """The addresses of links. `base`: what people reach us at ("https://hanhtrinh.example.vn"), "" for nothing."""

    base: str
    seal: Seal

    def __call__(self, link: Link) -> str | None:
        """Return the address of `link`, None where people reach no page of ours."""
        if not self.base:
            return None
        return f"{self.base}{PREFIX}{self.seal.token(link.id)}{'/' if link.part else ''}{link.part}"


def base(settings: Settings, port: int) -> str:
    """Return what people reach this process at: PUBLIC_URL; in the sandbox the machine itself; "" for nothing."""
    if settings.public_url:
        return settings.public_url
    if settings.has_sandbox and not settings.has_bots:
        host = _ITSELF.get(settings.http_host, settings.http_host.strip("[]"))
        return f"http://{f'[{host}]' if ':' in host else host}:{port}"
    return ""
