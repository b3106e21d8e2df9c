"""Files of messages that left, for whoever has a signed address of one: what it is, while it is still to be had."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from storage import consents, sql


@dataclass(frozen=True, slots=True)
class Sent:
    """One file of a message, as its row names it; pictures are served as such, anything else to be kept."""

    file: Mapping[str, Any]
    is_picture: bool


async def find(row: int, place: int) -> Sent | None:
    """Return the file at `place` of a row of the outbox, those whose address stands in the text included.

    None where there is none; where nobody sits behind its chat any more; and where it is a file that only people handed
    in who have withdrawn their consent since.
    """
    found = await sql.rows(
        "SELECT o.kind, o.body FROM outbox o JOIN chats c ON c.chat = o.chat"
        " WHERE o.id = ?1 AND c.person_id IS NOT NULL",
        row,
    )
    if not found:
        return None
    body = json.loads(found[0]["body"])
    files = body.get("files") or body.get("linked") or []
    if not 0 <= place < len(files) or await _is_withdrawn(str(files[place].get("file") or "")):
        return None
    return Sent(files[place], is_picture=found[0]["kind"] == "pictures")


async def _is_withdrawn(key: str) -> bool:
    """Say whether all who handed in the file that the store keeps under `key` have withdrawn."""
    sha256 = key.rpartition("/")[2][:64]
    if not key.startswith("evidence/"):
        return False
    found = await sql.tuples("SELECT DISTINCT person_id FROM evidence WHERE sha256 = ?1", sha256)
    people = {int(person) for (person,) in found}
    return bool(people) and await consents.withdrawn(people) == people
