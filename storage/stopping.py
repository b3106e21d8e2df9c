"""What ends with a chat that somebody sits behind no more: what is on its way to it, its step, its menus and codes."""

from collections.abc import Collection

from storage import sql

_ASKED = "status IN ('waiting', 'held') AND priority >= 1"
"""All but the mark on a tapped button."""

_LEAVING = "status = 'sending' AND priority >= 1"
"""What is being sent arrives, or is not tried again: it was meant for whoever sat there."""


async def stop(chats: Collection[str]) -> None:
    """Let nothing more be said to `chats`, and nothing be waited for there. In doubt, a delivery stays on record."""
    if not chats:
        return
    those, here = sql.listed(chats), sql.among("chat", "?1")
    await sql.run(f"UPDATE outbox SET status = 'unknown' WHERE {here} AND {_ASKED} AND error LIKE 'unknown%'", those)
    await sql.run(f"DELETE FROM outbox WHERE {here} AND {_ASKED}", those)
    await sql.run(f"UPDATE outbox SET expires_at = 0 WHERE {here} AND {_LEAVING}", those)
    await sql.run(f"UPDATE conversations SET step = '', data = '{{}}' WHERE {here} AND step <> ''", those)
    await sql.run(f"DELETE FROM menus WHERE {here}", those)
    await sql.run(f"DELETE FROM link_codes WHERE {sql.among('made_in', '?1')} AND used_at IS NULL", those)
