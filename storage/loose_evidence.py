"""Evidence that waits for its person to say which task it is for: files, the words under them, texts of an essay."""

from datetime import datetime

from storage import sql
from storage.evidence import Evidence, EvidenceRow, by_message
from storage.prepared import Prepared

_evidence = Prepared(EvidenceRow, Evidence)
_GOOD = "state IN ('arrived', 'stored')"
_LOOSE = (
    "person_id = ?1 AND submission_id IS NULL AND removed_at IS NULL"
    " AND NOT EXISTS (SELECT 1 FROM session_sheets t WHERE t.evidence_id = evidence.id)"
)
"""A session's signed list is of no task either, and waits for nobody to say so."""
_ALONE = (
    "kind = 'text' AND NOT EXISTS (SELECT 1 FROM evidence f WHERE f.person_id = evidence.person_id"
    " AND f.submission_id IS NULL AND f.kind <> 'text' AND f.chat = evidence.chat AND f.source = evidence.source)"
)
"""A text that was not written under a file."""


async def files(person: int) -> list[Evidence]:
    """Return the files `person` sent without saying for which task, in the order they came."""
    where = f"WHERE {_LOOSE} AND kind <> 'text' AND {_GOOD}"
    return await _evidence.all(f"{where} ORDER BY id", person)


async def texts(person: int) -> list[Evidence]:
    """Return what `person` wrote, under no file, without saying for which task, in the order of its messages."""
    return by_message(await _evidence.all(f"WHERE {_LOOSE} AND {_ALONE} ORDER BY id", person))


async def attach(person: int, submission: int) -> int:
    """Give the loose files of `person`, and the words under them, to `submission`; return how many pieces."""
    statement = f"UPDATE evidence SET submission_id = ?2 WHERE {_LOOSE} AND {_GOOD} AND NOT ({_ALONE})"
    return await sql.run(statement, person, submission)


async def attach_texts(person: int, submission: int) -> int:
    """Give the loose texts of `person` that were under no file to `submission`; return how many."""
    return await sql.run(f"UPDATE evidence SET submission_id = ?2 WHERE {_LOOSE} AND {_ALONE}", person, submission)


async def forget(person: int, now: datetime) -> int:
    """Take back the loose files of `person`, and the words in and under them; return how many pieces."""
    statement = f"UPDATE evidence SET removed_at = ?2, text = '', extracted = NULL WHERE {_LOOSE} AND NOT ({_ALONE})"
    return await sql.run(statement, person, sql.at(now))


async def forget_texts(person: int, now: datetime) -> int:
    """Take back the loose texts of `person` that were under no file, and keep nothing of them; return how many."""
    statement = f"UPDATE evidence SET removed_at = ?2, text = '' WHERE {_LOOSE} AND {_ALONE}"
    return await sql.run(statement, person, sql.at(now))
