"""An Official Account's grant: sealed, renewed by one process at a time, and kept before it is used (OAuth v4)."""

import asyncio
import base64
import hashlib
import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from urllib.parse import urlencode

from cryptography.fernet import Fernet, InvalidToken
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from bot.channels.oa_request import Broken, Failed, Lost, NotSent, OaRequest
from storage import database, grants
from storage.grants import SealedGrant

LEASE = timedelta(seconds=30)
"""How long one process has for a renewal; a call takes fifteen at most."""

LOOK_AGAIN = 0.1
"""Seconds between looks whether the process that renews is done."""

LOOKS = 300

TOO_OFTEN = -32

DEFAULT_LIFE = timedelta(hours=25)
"""Of an access token whose answer does not say it."""

log = logging.getLogger(__name__)


class NotGranted(Exception):
    """There is no grant that is good: the account's administrator has to give one (`hanhtrinh oa grant`)."""


class WrongAccount(Exception):
    """What was granted is another account than ours."""


@dataclass(frozen=True, slots=True)
class OaApp:
    """The app and the account that granted it, with the addresses of both servers (no slash at their ends)."""

    oa_id: str
    app_id: str
    secret: str
    verifier: str
    api_url: str
    oauth_url: str

    def permission_link(self, callback: str) -> str:
        """Return the page where the account's administrator consents; the code then goes to `callback`."""
        asked = {"app_id": self.app_id, "redirect_uri": callback}
        if self.verifier:
            digest = hashlib.sha256(self.verifier.encode()).digest()
            asked["code_challenge"] = base64.urlsafe_b64encode(digest).rstrip(b"=").decode()
        return f"{self.oauth_url}/v4/oa/permission?{urlencode(asked)}"


class Grants:
    """The grant of one account, in the open database; `now` returns the moment in UTC."""

    def __init__(self, account: str, app: OaApp, request: OaRequest, now: Callable[[], datetime]) -> None:
        self.account = account
        self.app = app
        self._request = request
        self._now = now
        self._seal = _seal(app.secret)
        self._alone = asyncio.Lock()
        self._good = ""
        self._until = now()

    async def access(self) -> str:
        """Return the access token that is good now.

        Raises:
            NotGranted, Failed, Broken, NotSent, Lost: it had to be renewed, and was not.
        """
        return self._good if self._good and self._now() < self._until else await self.renew()

    async def renew(self, stale: str = "") -> str:
        """Return another token than `stale`, which the platform takes no more: another process may have it already.

        Raises:
            NotGranted, Failed, Broken, NotSent, Lost: as `access`.
        """
        async with self._alone:
            for _ in range(LOOKS):
                kept = await self._kept()
                access = self._opened(kept.access)
                if access != stale and self._now() < kept.expires_at:
                    self._good, self._until = access, kept.expires_at
                    return access
                if await self._begin(kept):
                    return await self._exchange(kept)
                await asyncio.sleep(LOOK_AGAIN)
        raise NotSent("another process renews the grant")

    async def renew_before(self, left: timedelta) -> None:
        """Renew when the token is good for no more than `left`.

        Raises:
            NotGranted, Failed, Broken, NotSent, Lost: as `access`.
        """
        kept = await self._kept()
        if kept.expires_at - self._now() <= left:
            await self.renew(stale=self._opened(kept.access))

    async def accept(self, code: str) -> None:
        """Change the code of a consent for a grant, and keep it.

        Raises:
            WrongAccount: it is another account's; nothing is kept.
            Failed, Broken, NotSent, Lost: there is none; a code is good once, for ten minutes.
        """
        answer = await self._ask(grant_type="authorization_code", code=code, code_verifier=self.app.verifier)
        access = str(answer["access_token"])
        account = await self._request.call("GET", f"{self.app.api_url}/v2.0/oa/getoa", headers={"access_token": access})
        data = account.get("data") or {}
        if str(data.get("oaid") or data.get("oa_id") or "") != self.app.oa_id:
            raise WrongAccount
        await self.keep(access, str(answer["refresh_token"]), self._now() + _life(answer))

    async def keep(self, access: str, refresh: str, expires_at: datetime) -> None:
        """Keep a new grant instead of whatever was there; `expires_at` in UTC."""
        async with database.transaction():
            await grants.put(self.account, self._sealed(access, refresh, expires_at))
        self._good = ""

    async def known(self) -> SealedGrant | None:
        """Return what is kept, None where nothing is or it cannot be opened: the app has another secret now."""
        async with database.transaction():
            kept = await grants.get(self.account)
        try:
            return None if kept is None or not self._seal.decrypt(kept.access) else kept
        except InvalidToken:
            return None

    async def _kept(self) -> SealedGrant:
        kept = await self.known()
        if kept is None or kept.refused_at is not None:
            raise NotGranted
        return kept

    async def _begin(self, kept: SealedGrant) -> bool:
        now = self._now()
        async with database.transaction():
            return await grants.begin_renewing(self.account, kept.refresh, now, now + LEASE)

    async def _exchange(self, kept: SealedGrant) -> str:
        """Use the refresh token, which is ours alone now; what comes is kept before anybody has it."""
        try:
            answer = await self._ask(grant_type="refresh_token", refresh_token=self._opened(kept.refresh))
        except (NotSent, Lost, Broken):  # a lost answer may have used it: the next try will show
            await self._not_renewed(kept, None)
            raise
        except Failed as failed:
            is_over = failed.code != TOO_OFTEN
            await self._not_renewed(kept, self._now() if is_over else None)
            if not is_over:
                raise
            log.error("the grant is refused", extra={"account": self.account, "code": failed.code})
        else:
            return await self._keep_renewed(kept, answer)
        raise NotGranted

    async def _keep_renewed(self, kept: SealedGrant, answer: Mapping[str, Any]) -> str:
        access, until = str(answer["access_token"]), self._now() + _life(answer)
        async with database.transaction():
            await grants.renewed(self.account, kept.refresh, self._sealed(access, str(answer["refresh_token"]), until))
        self._good, self._until = access, until
        return access

    async def _not_renewed(self, kept: SealedGrant, refused_at: datetime | None) -> None:
        async with database.transaction():
            await grants.not_renewed(self.account, kept.refresh, refused_at)

    async def _ask(self, **fields: str) -> Mapping[str, Any]:
        """Return the answer of the token endpoint, both tokens in it."""
        answer = await self._request.call(
            "POST",
            f"{self.app.oauth_url}/v4/oa/access_token",
            headers={"secret_key": self.app.secret},
            form={"app_id": self.app.app_id, **{name: value for name, value in fields.items() if value}},
        )
        if not (answer.get("access_token") and answer.get("refresh_token")):
            raise Broken(200)
        return answer

    def _sealed(self, access: str, refresh: str, expires_at: datetime) -> SealedGrant:
        def seal(token: str) -> str:
            return self._seal.encrypt(token.encode()).decode()

        return SealedGrant(seal(access), seal(refresh), expires_at, self._now())

    def _opened(self, sealed: str) -> str:
        return self._seal.decrypt(sealed).decode()


def _seal(secret: str) -> Fernet:
    """Return what seals tokens: its key comes of the app's secret, which is not in the database."""
    key = HKDF(SHA256(), 32, salt=None, info=b"hanhtrinh official account grant").derive(secret.encode())
    return Fernet(base64.urlsafe_b64encode(key))


def _life(answer: Mapping[str, Any]) -> timedelta:
    """Return how long the access token is good; the platform writes the seconds as text."""
    seconds = str(answer.get("expires_in", ""))
    return timedelta(seconds=int(seconds)) if seconds.isdigit() and len(seconds) < 9 else DEFAULT_LIFE
