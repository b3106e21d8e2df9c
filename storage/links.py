"""One-time links: each serves one person on one page for a while; the page behind it is of `bot/web/pages.py`."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from tortoise import fields
from tortoise.indexes import Index
from tortoise.models import Model

from storage.people import PersonRow
from storage.prepared import Prepared
from storage.sessions import SessionRow
from storage.submissions import SubmissionRow


class Purpose(StrEnum):
    """What a link opens."""

    REVIEW = "review"  # an assessor without the bot answers
    GALLERY = "gallery"  # an assessor looks at all pictures
    ESSAY = "essay"  # a member writes
    ATTENDANCE = "attend"  # an organiser shows the session's code
    UPLOAD = "upload"  # a member sends photos and documents
    TICKS = "ticks"  # an organiser ticks a session's list


VALID_FOR = {
    Purpose.REVIEW: timedelta(days=14),  # ten working days until the approver's clock reaches the secretary (DESIGN 5)
    Purpose.GALLERY: timedelta(days=2),  # made by a tap, and again by another
    Purpose.ATTENDANCE: timedelta(hours=24),  # made by a tap, and again by another
    Purpose.TICKS: timedelta(hours=24),  # like the code
    Purpose.UPLOAD: timedelta(days=7),  # as long as an essay's
    Purpose.ESSAY: timedelta(days=7),  # a week of evenings; weeks may pass, and a tap makes the next one
}


class LinkRow(Model):
    """One link.

    `person` is whom it serves; for an assessor without an account that is None, and `body` (an assessor's code) and
    `name` say who answers. `used_as` is how the answer came: page, paper; `sheet` the photo of the signed sheet, a key
    of the file store.
    """

    id = fields.IntField(primary_key=True)
    purpose = fields.CharField(max_length=8)
    person: fields.ForeignKeyNullableRelation[PersonRow] = fields.ForeignKeyField(
        "models.PersonRow", related_name="links", null=True, on_delete=fields.CASCADE
    )
    person_id: int | None
    body = fields.CharField(max_length=32, db_default="")
    name = fields.CharField(max_length=120, db_default="")
    submission: fields.ForeignKeyNullableRelation[SubmissionRow] = fields.ForeignKeyField(
        "models.SubmissionRow", related_name="links", null=True, on_delete=fields.CASCADE
    )
    submission_id: int | None
    session: fields.ForeignKeyNullableRelation[SessionRow] = fields.ForeignKeyField(
        "models.SessionRow", related_name="links", null=True, on_delete=fields.CASCADE
    )
    session_id: int | None
    made_by: fields.ForeignKeyRelation[PersonRow] = fields.ForeignKeyField(
        "models.PersonRow", related_name="made_links", on_delete=fields.CASCADE
    )
    made_by_id: int
    made_at = fields.DatetimeField()
    expires_at = fields.DatetimeField()
    opened_at = fields.DatetimeField(null=True)
    used_at = fields.DatetimeField(null=True)
    used_as = fields.CharField(max_length=8, db_default="")
    sheet = fields.CharField(max_length=160, db_default="")
    revoked_at = fields.DatetimeField(null=True)

    class Meta:
        table = "links"
        indexes = (Index(fields=("submission_id", "purpose"), name="links_submission"),)


@dataclass(frozen=True, slots=True)
class StoredLink:
    """One link; the fields are those of LinkRow, moments in UTC."""

    id: int
    purpose: str
    person: int | None
    body: str
    name: str
    submission: int | None
    session: int | None
    made_by: int
    made_at: datetime
    expires_at: datetime
    opened_at: datetime | None
    used_at: datetime | None
    used_as: str
    sheet: str
    revoked_at: datetime | None


_links = Prepared(LinkRow, StoredLink)
_LIVE = "used_at IS NULL AND revoked_at IS NULL"


async def make(
    purpose: Purpose,
    *,
    made_by: int,
    now: datetime,
    person: int | None = None,
    body: str = "",
    name: str = "",
    submission: int | None = None,
    session: int | None = None,
) -> StoredLink:
    """Return a new link; those before it for the same reader of the same page are revoked."""
    same = LinkRow.filter(
        purpose=purpose,
        person_id=person,
        body=body,
        submission_id=submission,
        session_id=session,
        used_at=None,
        revoked_at=None,
    )
    if person is not None or submission is not None:
        await same.update(revoked_at=now)
    row = await LinkRow.create(
        purpose=str(purpose),
        person_id=person,
        body=body,
        name=name,
        submission_id=submission,
        session_id=session,
        made_by_id=made_by,
        made_at=now,
        expires_at=now + VALID_FOR[purpose],
        used_as="",
        sheet="",
    )
    return _links.of(row)


async def get(id_: int) -> StoredLink | None:
    """Return one link."""
    return await _links.first("WHERE id = ?1", id_)


async def to_answer(submission: int, body: str, now: datetime) -> StoredLink | None:
    """Return the link by which `body` can answer about `submission` (at `now`, UTC), None without one."""
    found = await _links.all(
        f"WHERE submission_id = ?1 AND purpose = ?2 AND body = ?3 AND {_LIVE} ORDER BY id DESC",
        submission,
        str(Purpose.REVIEW),
        body,
    )
    return next((each for each in found if now < each.expires_at), None)


async def with_sheets(registration: int, part: int) -> list[StoredLink]:
    """Return the links about any version of one part that were answered with a photo of the signed sheet, in order."""
    of_part = "SELECT id FROM submissions WHERE registration_id = ?1 AND part = ?2"
    return await _links.all(f"WHERE sheet <> '' AND submission_id IN ({of_part}) ORDER BY id", registration, part)


async def open_first(id_: int, now: datetime) -> bool:
    """Note that a link was opened; False when it had been before."""
    return bool(await LinkRow.filter(id=id_, opened_at__isnull=True).update(opened_at=now))


async def use(id_: int, used_as: str, sheet: str, now: datetime) -> bool:
    """Use a link up; False when it is not live any more. `sheet` is the photo's key, "" without one."""
    live = LinkRow.filter(id=id_, used_at__isnull=True, revoked_at__isnull=True, expires_at__gt=now)
    return bool(await live.update(used_at=now, used_as=used_as, sheet=sheet))


async def reopen(used: StoredLink, expires_at: datetime) -> bool:
    """Let a used link answer again until `expires_at` (UTC); False when it is not as `used` says any more."""
    found = LinkRow.filter(id=used.id, used_at=used.used_at, revoked_at__isnull=True)
    return bool(await found.update(used_at=None, used_as="", sheet="", expires_at=expires_at))


async def revoke_for(person: int, now: datetime) -> int:
    """Revoke every link that serves `person`; return how many."""
    return int(
        await LinkRow.filter(person_id=person, used_at__isnull=True, revoked_at__isnull=True).update(revoked_at=now)
    )


async def revoke_all(submission: int, purpose: Purpose, now: datetime) -> None:
    """Revoke every link of one purpose to `submission`."""
    found = LinkRow.filter(submission_id=submission, purpose=str(purpose), used_at__isnull=True)
    await found.filter(revoked_at__isnull=True).update(revoked_at=now)


async def revoke(id_: int, now: datetime) -> bool:
    """Revoke a link; False when it was used or revoked before."""
    return bool(await LinkRow.filter(id=id_, used_at__isnull=True, revoked_at__isnull=True).update(revoked_at=now))
