"""What somebody types where choices have no buttons, and what stands on the phone without the lines that list them.

A transcript says "taps": here a person reads the list and types its number, or the code of what decides.
"""

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

import aiohttp

from bot.numbered import with_code
from bot.splitting import units
from bot.whole import NAME
from storage import menus, outbox, sql
from storage.menus import Menu, Option
from tests.support.driver import Shown

ADDRESS = re.compile(r"https?://\S+/media/\S+")
ECHO = re.compile(r"\A(?:✓ [^\n]*\n)+\n*")


@dataclass(frozen=True)
class Heard:
    """One message as the platform shows it, before anything is known of what it means."""

    id: str
    text: str
    is_mine: bool
    files: tuple[bytes, ...] = ()
    buttons: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Typed:
    """The phones of one channel whose lists are typed; `limit` is what a text may have, in UTF-16 units."""

    limit: int
    session: aiohttp.ClientSession

    async def shown(self, chat: str, heard: Sequence[Heard], now: int) -> list[Shown]:
        """Return the chat as a reader takes it in: parts joined, lists as choices, papers fetched.

        An older version of a card that came again has scrolled away: nobody chooses from it.
        """
        rows = await _rows(chat)
        live = {menu.id: menu for menu in await _live(chat, now)}
        newest = {row["card"]: row["id"] for row in rows.values() if row["card"]}
        found: list[Shown] = []
        for message in heard:
            row = rows.get(message.id)
            if message.is_mine or row is None:
                found.append(Shown(message.id, message.text, (), message.files, mine=message.is_mine))
                continue
            assert units(message.text) <= self.limit, f"{units(message.text)} letters on {chat}"
            body = json.loads(row["body"])
            if body.get("part", 1) < body.get("parts", 1):
                continue
            is_old = row["card"] is not None and newest[row["card"]] != row["id"]
            found.append(
                Shown(
                    message.id,
                    _words(body, message),
                    () if is_old else _choices(message, live.get(row["id"])),
                    (*message.files, *await self._papers(message.text)),
                )
            )
        return found

    async def _papers(self, text: str) -> list[bytes]:
        """Fetch what stands as an address: a document that this channel cannot carry."""
        found = []
        for address in ADDRESS.findall(text):
            async with self.session.get(address) as answer:
                assert answer.status == 200, f"{answer.status} for a paper's address"
                found.append(await answer.read())
        return found


async def held(chat: str) -> set[int]:
    """Return the rows that wait for the person at `chat` to write."""
    return {row["id"] for row in await sql.rows("SELECT id FROM outbox WHERE chat = ?1 AND status = 'held'", chat)}


async def besides(chat: str, waited: set[int], messages: Sequence[str]) -> set[str]:
    """Return which of `messages` are not what had waited: the word that called it, and the answer to that."""
    rows = await _rows(chat)
    return {each for each in messages if each not in rows or rows[each]["id"] not in waited}


async def typed_for(chat: str, action: str, now: int) -> str | None:
    """Return what is typed for `action`, or for what begins with it: a code, or a number of the list shown last.

    None where neither stands for it: it is on no list, or on one that a number is for no more.
    """
    live = await _live(chat, now)
    numbered = [menu for menu in live if menu.options][-1:]
    for menu in reversed(live):
        for option in menu.options:
            is_meant = option.action == action or option.action.startswith(f"{action} ")
            if is_meant and (option.verb or menu in numbered):
                return _typed(menu, option)
    return None


async def forge(chat: str, action: str, now: int) -> str:
    """Put a list with `action` before somebody, as if it was shown when the action was theirs; return its key."""
    id_ = await outbox.newest_id() + 1
    listed = json.dumps([{"key": "1", "label": "?", "action": action, "style": "", "verb": ""}])
    await sql.run(
        "INSERT INTO outbox (id, chat, kind, body, not_before, status, priority)"
        " VALUES (?1, ?2, 'say', '{}', ?3, 'sent', 1)",
        id_, chat, now,
    )  # fmt: skip
    await sql.run(
        "INSERT INTO menus (id, chat, code, options, shown_at, expires_at) VALUES (?1, ?2, '', ?3, ?4, ?5)",
        id_, chat, listed, now, now + 60_000,
    )  # fmt: skip
    return "1"


def _typed(menu: Menu, option: Option) -> str:
    """Return the code for what decides, else the key; the key of "more" first where it is on a later screen."""
    if option.verb:
        return f"{option.verb} {menu.code}"
    return option.key or next(each.key for each in menu.options if not each.action)


async def _live(chat: str, now: int) -> list[Menu]:
    """Return the lists somebody has; of one that was answered only what its code decides is left."""
    found = (await menus.of_chats([chat], now)).get(chat, [])
    return [replace(menu, options=tuple(o for o in menu.options if o.verb)) if menu.is_used else menu for menu in found]


async def _rows(chat: str) -> dict[str, dict[str, Any]]:
    """Return the rows that were sent to `chat`, in order, by the platform's id."""
    found = await sql.rows(
        "SELECT id, provider_id, card, body FROM outbox WHERE chat = ?1 AND provider_id IS NOT NULL ORDER BY id", chat
    )
    return {row["provider_id"]: row for row in found}


def _words(body: dict[str, Any], message: Heard) -> str:
    """Return the words without the lines for those who type; what is taken off was there."""
    if NAME not in body:
        return re.sub(r"\A\[\d+/\d+\](?: \w{4})?\Z", "", ECHO.sub("", message.text))
    said = str(body[NAME]["text"])
    last_line = said.rstrip().rpartition("\n")[2]
    assert last_line.strip() in message.text or body.get("parts", 1) > 1, f"not said: {last_line!r}"
    return ECHO.sub("", said)


def _choices(message: Heard, menu: Menu | None) -> tuple[tuple[str, str], ...]:
    """Return the choices: buttons, and the lines of the list as they stand in the text."""
    listed = [] if menu is None else [option for option in menu.options if option.action]
    tapped = {action for _, action in message.buttons}
    lines = [option for option in listed if option.action not in tapped]
    for option in lines:
        line = with_code(option, menu.code, "vi") if menu and option.verb else option.label.removesuffix("…")
        assert not option.key or line in message.text, f"{line!r} is not shown"
    return (*message.buttons, *((option.label, option.action) for option in lines))
