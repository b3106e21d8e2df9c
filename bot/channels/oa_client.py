"""The calls of the Official Account API that we make; a token that died is renewed once, and the call made again."""

from collections.abc import Mapping
from typing import Any

import aiohttp

from bot.channels.oa_grants import Grants
from bot.channels.oa_request import UPLOAD_SECONDS, Broken, Failed, Lost, NotSent, OaRequest

TOKEN_DIED = (-216, -220, -124)


class OaClient:
    """One account's calls, with its grant."""

    def __init__(self, grants: Grants, request: OaRequest) -> None:
        self.grants = grants
        self._request = request
        self._base = grants.app.api_url

    async def message(self, recipient: Mapping[str, str], message: Mapping[str, object]) -> str:
        """Send a consultation message (v3.0/oa/message/cs) to `recipient` ({"user_id": …}); return its id.

        Raises:
            NotGranted, Failed, Broken, NotSent, Lost.
        """
        body = {"recipient": recipient, "message": message}
        return str((await self._call("POST", "/v3.0/oa/message/cs", body=body)).get("message_id", ""))

    async def template(self, user_id: str, template: str, values: Mapping[str, str]) -> str:
        """Send an approved template to somebody who may be out of every window; it costs money. Return its id.

        Raises:
            NotGranted, Failed, Broken, NotSent, Lost.
        """
        body = {"user_id": user_id, "template_id": template, "template_data": values}
        return str((await self._call("POST", "/v3.0/oa/message/template", body=body)).get("message_id", ""))

    async def upload(self, kind: str, name: str, data: bytes, mime: str) -> str:
        """Upload an "image" or a "file"; return what stands for it in a message, for seven days.

        Raises:
            NotGranted, Failed, Broken, NotSent, Lost: doing it again does no harm.
        """
        answer = await self._call("POST", f"/v2.0/oa/upload/{kind}", file=(name, data, mime), patience=UPLOAD_SECONDS)
        return str(answer.get("attachment_id") or answer.get("token") or "")

    async def account(self) -> Mapping[str, Any]:
        """Return what the platform knows of the account: name, is_verified, package_name.

        Raises:
            NotGranted, Failed, Broken, NotSent, Lost.
        """
        return await self._call("GET", "/v2.0/oa/getoa")

    async def _call(
        self, method: str, path: str, *, file: tuple[str, bytes, str] | None = None, **options: Any
    ) -> Mapping[str, Any]:
        token = await self._token()
        try:
            return await self._once(token, method, path, file, options)
        except Failed as failed:
            if failed.code not in TOKEN_DIED:
                raise
        return await self._once(await self._token(stale=token), method, path, file, options)

    async def _token(self, stale: str = "") -> str:
        """Return the access token that is good, another one than `stale`.

        Raises:
            NotGranted.
            NotSent: it cannot be renewed now, so that no call was made, however the renewal ended.
        """
        try:
            return await (self.grants.renew(stale) if stale else self.grants.access())
        except (Failed, Broken, Lost) as error:
            problem = NotSent(type(error).__name__)
        raise problem

    async def _once(
        self, token: str, method: str, path: str, file: tuple[str, bytes, str] | None, options: Mapping[str, Any]
    ) -> Mapping[str, Any]:
        form = None if file is None else _form(*file)
        answer = await self._request.call(
            method, f"{self._base}{path}", headers={"access_token": token}, form=form, **options
        )
        data = answer.get("data")
        return data if isinstance(data, Mapping) else {}

    async def close(self) -> None:
        """Let go of connections."""
        await self._request.close()


def _form(name: str, data: bytes, mime: str) -> aiohttp.FormData:
    """Return the form; the file's name leaves as UTF-8 as it is."""
    form = aiohttp.FormData(quote_fields=False, charset="utf-8")
    form.add_field("file", data, filename=name.replace('"', "'"), content_type=mime)
    return form
