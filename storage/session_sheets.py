"""Photos of a session's list that was signed on paper, kept with the session."""

from datetime import datetime

from tortoise import fields
from tortoise.models import Model

from storage import sql
from storage.evidence import Evidence, EvidenceRow
from storage.people import PersonRow
from storage.prepared import Prepared
from storage.sessions import SessionRow


class SheetRow(Model):
    """One photo, sent by an organiser: a piece of evidence that is of a session and of no task."""

    id = fields.IntField(primary_key=True)
    session: fields.ForeignKeyRelation[SessionRow] = fields.ForeignKeyField(
        "models.SessionRow", related_name="sheets", on_delete=fields.CASCADE
    )
    session_id: int
    evidence: fields.OneToOneRelation[EvidenceRow] = fields.OneToOneField(
        "models.EvidenceRow", related_name="sheet", on_delete=fields.CASCADE
    )
    evidence_id: int
    by: fields.ForeignKeyNullableRelation[PersonRow] = fields.ForeignKeyField(
        "models.PersonRow", related_name="sent_sheets", null=True, on_delete=fields.SET_NULL
    )
    by_id: int | None
    sent_at = fields.DatetimeField()

    class Meta:
        table = "session_sheets"


_evidence = Prepared(EvidenceRow, Evidence)


async def keep(session: int, *, by: int, chat: str, source: str | None, now: datetime) -> int:
    """Keep the files that the message `source` of `chat` has just brought with the session; return how many."""
    kept = await sql.tuples(
        "INSERT INTO session_sheets (session_id, evidence_id, by_id, sent_at)"
        " SELECT CAST(?1 AS INT), id, CAST(?2 AS INT), ?3 FROM evidence"
        " WHERE chat = ?4 AND source = ?5 AND person_id = ?2 AND kind <> 'text' AND submission_id IS NULL"
        " AND NOT EXISTS (SELECT 1 FROM session_sheets s WHERE s.evidence_id = evidence.id) RETURNING id",
        session,
        by,
        sql.at(now),
        chat,
        source or "",
    )
    return len(kept)


async def of_session(session: int) -> list[Evidence]:
    """Return the photos of a session's list, those refused aside, in the order they came."""
    return await _evidence.all(
        "JOIN session_sheets s ON s.evidence_id = evidence.id WHERE s.session_id = ?1"
        " AND evidence.removed_at IS NULL AND evidence.state IN ('arrived', 'stored') ORDER BY evidence.id",
        session,
    )


async def of_piece(evidence: int) -> int | None:
    """Return the session whose list a piece of evidence is, None for any other piece."""
    found = await sql.tuples("SELECT session_id FROM session_sheets WHERE evidence_id = ?1", evidence)
    return int(found[0][0]) if found else None
