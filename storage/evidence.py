"""What a person hands in, file by file: registered when it arrives, fetched and checked beside the chat."""

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime

from tortoise import fields
from tortoise.indexes import Index, PartialIndex
from tortoise.models import Model

from storage import sql
from storage.people import PersonRow
from storage.prepared import Prepared
from storage.submissions import SubmissionRow


class EvidenceRow(Model):
    """One piece of evidence. Moments in ms since 1970 (UTC) where the fetcher reads them.

    kind: photo, document, text. state: arrived → stored | refused | lost; texts are stored at once. `process`
    fetches it, null when nobody does. `refusal`
    is the fact's name (TooManyPixels). `sha256` is of the original; `file` and `thumbnail` are keys in the
    file store. Without a `submission` it waits for the person to say which task it is for. `extracted` is what a
    document says (NFC); where it is null, `unread` says why (papers.essay_text.Unread).
    `text` is what was written; of a document of an essay, what it says, since the member confirmed it (`use`). Neither
    is kept of what is taken back.
    """

    id = fields.BigIntField(primary_key=True)
    person: fields.ForeignKeyRelation[PersonRow] = fields.ForeignKeyField(
        "models.PersonRow", related_name="evidence", on_delete=fields.CASCADE
    )
    person_id: int
    chat = fields.CharField(max_length=96)
    submission: fields.ForeignKeyNullableRelation[SubmissionRow] = fields.ForeignKeyField(
        "models.SubmissionRow", related_name="evidence", null=True, on_delete=fields.CASCADE
    )
    submission_id: int | None
    kind = fields.CharField(max_length=8)
    source = fields.CharField(max_length=96, null=True)
    album = fields.CharField(max_length=96, null=True)
    remote = fields.CharField(max_length=512, db_default="")
    same_as = fields.CharField(max_length=96, db_default="")
    name = fields.CharField(max_length=255, db_default="")
    mime = fields.CharField(max_length=96, db_default="")
    size = fields.BigIntField(null=True)
    text = fields.TextField(db_default="")
    state = fields.CharField(max_length=8, db_default="arrived")
    refusal = fields.CharField(max_length=48, db_default="")
    attempts = fields.SmallIntField(db_default=0)
    not_before = fields.BigIntField(db_default=0)
    process = fields.BigIntField(null=True)
    arrived_at = fields.DatetimeField()
    sha256 = fields.CharField(max_length=64, db_default="")
    file = fields.CharField(max_length=160, db_default="")
    thumbnail = fields.CharField(max_length=160, db_default="")
    width = fields.IntField(null=True)
    height = fields.IntField(null=True)
    taken_at = fields.CharField(max_length=32, db_default="")
    dhash = fields.CharField(max_length=16, db_default="")
    extracted = fields.TextField(null=True)
    unread = fields.CharField(max_length=24, db_default="")
    removed_at = fields.DatetimeField(null=True)

    class Meta:
        table = "evidence"
        indexes = (
            PartialIndex(fields=("not_before", "id"), name="evidence_arrived", condition={"state": "arrived"}),
            Index(fields=("submission_id",), name="evidence_submission"),
            Index(fields=("sha256",), name="evidence_sha256"),
            Index(fields=("person_id",), name="evidence_person"),
            Index(fields=("chat", "source"), name="evidence_message"),
        )


@dataclass(frozen=True, slots=True)
class Arrival:
    """A file that reached us, before its bytes; name, type and size are what the sender claims."""

    kind: str
    remote: str
    same_as: str
    source: str | None = None
    album: str | None = None
    name: str = ""
    mime: str = ""
    size: int | None = None


@dataclass(frozen=True, slots=True)
class Evidence:
    """One piece that was not taken back."""

    id: int
    person: int
    chat: str
    submission: int | None
    kind: str
    state: str
    refusal: str
    album: str | None
    remote: str
    name: str
    text: str
    attempts: int
    process: int | None
    arrived_at: datetime
    sha256: str
    file: str
    thumbnail: str
    unread: str
    source: str | None

    @property
    def served_as(self) -> str:
        """Return the file's name for whoever keeps it: it ends as its content is (a PDF called "a.hta" is "a.hta.pdf").

        Signs that no reader sees are left out: some turn around how a name reads.
        """
        own = self.file.rpartition("/")[2]
        ending = own[own.rfind(".") :]
        name = "".join(c for c in self.name if c.isprintable()).strip()
        is_right = name.lower().endswith(_ENDINGS.get(ending, (ending,)))
        return name if name and is_right else f"{name}{ending}" if name else own

    @property
    def is_uploaded(self) -> bool:
        """Say whether it came by a page: its bytes wait in the file store, not at a platform."""
        return self.remote.startswith(UPLOADS)


_ENDINGS = {".txt": (".txt", ".md")}
"""What a name may end in by the ending of the key in the store, where that is not the one."""

UPLOADS = "uploads/"
"""Under such keys the file store has what was uploaded, until it is checked."""

_evidence = Prepared(EvidenceRow, Evidence)
_GOOD = "removed_at IS NULL AND state IN ('arrived', 'stored')"
_BROUGHT = (
    "WHERE id = (SELECT MAX(id) FROM evidence WHERE chat = ?1 AND source = ?2 AND kind = 'text')"  # kept again: `reuse`
)


async def arrive(arrivals: Sequence[Arrival], *, person: int, chat: str, submission: int | None, now: datetime) -> None:
    """Register files that reached us; from now on the fetcher brings their bytes."""
    rows = [
        {
            "person_id": person,
            "chat": chat,
            "submission_id": submission,
            "kind": each.kind,
            "source": each.source,
            "album": each.album,
            "remote": each.remote[:512],
            "same_as": each.same_as[:96],
            "name": each.name[:255],
            "mime": each.mime[:96],
            "size": each.size,
            "state": "arrived",
            "arrived_at": now,
        }
        for each in arrivals
    ]
    await sql.add("evidence", rows)


async def add_text(
    text: str, *, person: int, chat: str, submission: int | None, source: str | None, now: datetime
) -> None:
    """Keep a note, a link, a part of an essay, or the words under files (without a task like them)."""
    row = {
        "person_id": person,
        "chat": chat,
        "submission_id": submission,
        "kind": "text",
        "source": source,
        "text": text,
        "state": "stored",
        "arrived_at": now,
    }
    await sql.add("evidence", [row])


async def get(id_: int) -> Evidence | None:
    """Return one piece, unless it was taken back."""
    return await _evidence.first("WHERE id = ?1 AND removed_at IS NULL", id_)


async def get_all(ids: Collection[int]) -> list[Evidence]:
    """Return those pieces, taken back or not, in the order they came."""
    return await _evidence.all(f"WHERE {sql.among('id', '?1')} ORDER BY id", sql.listed(ids)) if ids else []


async def same_bytes(submission: int, sha256: str) -> bool:
    """Say whether a good file of `submission` has the bytes of this SHA-256 (hex), checked or on its way."""
    where = f"submission_id = ?1 AND (sha256 = ?2 OR same_as = ?2) AND {_GOOD}"
    return bool(await sql.tuples(f"SELECT id FROM evidence WHERE {where} LIMIT 1", submission, sha256))


async def extracted(id_: int) -> str | None:
    """Return what a document says (NFC); None when it was taken back, is no document, or could not be read: `unread`.

    Not a field of Evidence, since it is long and most who look at a piece do not need it.
    """
    found = await sql.tuples("SELECT extracted FROM evidence WHERE id = ?1 AND removed_at IS NULL", id_)
    return found[0][0] if found else None


async def of_submission(submission: int) -> list[Evidence]:
    """Return its pieces in the order of their messages: a later one may have overtaken an earlier one."""
    return by_message(await _evidence.all("WHERE submission_id = ?1 AND removed_at IS NULL ORDER BY id", submission))


def by_message(arrived: list[Evidence]) -> list[Evidence]:
    """Put the pieces of each chat in the order of its messages, in the places that they have together.

    A piece whose message has no number (Zalo, our page) keeps its place.
    """
    numbered: dict[str, list[tuple[int, Evidence]]] = {}
    for piece in arrived:
        if (number := _number(piece)) is not None:
            numbered.setdefault(piece.chat, []).append((number, piece))
    ordered = {chat: iter(sorted(found, key=lambda one: one[0])) for chat, found in numbered.items()}
    return [piece if _number(piece) is None else next(ordered[piece.chat])[1] for piece in arrived]


def _number(piece: Evidence) -> int | None:
    source = piece.source or ""
    return int(source) if source.isascii() and source.isdecimal() else None


async def unconfirmed(submission: int) -> list[Evidence]:
    """Return the documents whose text was read and not confirmed yet, in the order they came."""
    where = "WHERE submission_id = ?1 AND removed_at IS NULL AND extracted IS NOT NULL"
    return await _evidence.all(f"{where} ORDER BY id", submission)


async def use(id_: int, submission: int) -> bool:
    """Take what a document says into the text of a draft; False when that was done, or it is out."""
    return bool(
        await sql.run(
            "UPDATE evidence SET text = extracted, extracted = NULL"
            " WHERE id = ?1 AND submission_id = ?2 AND removed_at IS NULL AND extracted IS NOT NULL",
            id_,
            submission,
        )
    )


async def written_in(chat: str, source: str) -> Evidence | None:
    """Return the text that the message `source` of `chat` brought, in its newest version, unless it was taken back."""
    return await _evidence.first(f"{_BROUGHT} AND removed_at IS NULL", chat, source)


async def was_written_in(chat: str, source: str) -> Evidence | None:
    """Return the text that the message `source` of `chat` brought and that was taken back since."""
    return await _evidence.first(f"{_BROUGHT} AND removed_at IS NOT NULL", chat, source)


async def rewrite(id_: int, text: str, submission: int | None) -> bool:
    """Replace what a text says; False when it was taken back, or is not in `submission` (None: in none) any more."""
    where = "id = ?1 AND kind = 'text' AND removed_at IS NULL AND COALESCE(submission_id, 0) = ?3"
    return bool(await sql.run(f"UPDATE evidence SET text = ?2 WHERE {where}", id_, text, submission or 0))


async def counts(submissions: Collection[int]) -> dict[int, Counter[str]]:
    """Return how many pieces of each kind every submission has, those refused aside."""
    found: dict[int, Counter[str]] = {each: Counter() for each in submissions}
    pieces = await sql.tuples(
        f"SELECT submission_id, kind FROM evidence WHERE {sql.among('submission_id', '?1')} AND {_GOOD}",
        sql.listed(submissions),
    )
    for submission, kind in pieces:
        found[submission][kind] += 1
    return found


async def hashes(submissions: Collection[int]) -> list[tuple[int, str, str]]:
    """Return (submission, kind, SHA-256 in hex of the original) of their files, in the order they came."""
    found = await sql.tuples(
        "SELECT submission_id, kind, sha256 FROM evidence"
        f" WHERE {sql.among('submission_id', '?1')} AND sha256 <> '' AND {_GOOD} ORDER BY id",
        sql.listed(submissions),
    )
    return [(int(submission), str(kind), str(sha256)) for submission, kind, sha256 in found]


async def album_home(chat: str, album: str) -> int | None:
    """Return the submission that the first pictures of `album` went to."""
    where = "WHERE chat = ?1 AND album = ?2 AND submission_id IS NOT NULL AND removed_at IS NULL"
    newest = await _evidence.first(f"{where} ORDER BY id DESC", chat, album)
    return newest.submission if newest else None


async def take_back(id_: int, submission: int, now: datetime) -> bool:
    """Take one piece out of a draft, and keep nothing of its words; False when it was out before."""
    return bool(
        await EvidenceRow.filter(id=id_, submission_id=submission, removed_at__isnull=True).update(
            removed_at=now, text="", extracted=None
        )
    )


async def clear(submission: int, now: datetime) -> None:
    """Take everything out of a draft, and keep nothing of its words."""
    mine = EvidenceRow.filter(submission_id=submission, removed_at__isnull=True)
    await mine.update(removed_at=now, text="", extracted=None)


async def reuse(old: int, new: int, now: datetime) -> int:
    """Put what was good in `old` into `new` as well; return how many pieces."""
    place = {piece.id: n for n, piece in enumerate(await of_submission(old))}
    found = await EvidenceRow.filter(submission_id=old, state="stored", removed_at__isnull=True)
    rows = sorted(found, key=lambda row: place[row.id])
    await EvidenceRow.bulk_create(
        EvidenceRow(
            person_id=row.person_id,
            chat=row.chat,
            submission_id=new,
            kind=row.kind,
            same_as=row.same_as,
            name=row.name,
            mime=row.mime,
            size=row.size,
            text=row.text,
            state="stored",
            arrived_at=now,
            sha256=row.sha256,
            file=row.file,
            thumbnail=row.thumbnail,
            width=row.width,
            height=row.height,
            taken_at=row.taken_at,
            dhash=row.dhash,
            extracted=row.extracted,
            unread=row.unread,
            source=row.source,
            album=None,
            remote="",
            refusal="",
            attempts=0,
            not_before=0,
        )
        for row in rows
    )
    return len(rows)


async def next_due() -> datetime | None:
    """Return when the next file may be fetched (UTC), None when none waits."""
    found = await sql.rows("SELECT MIN(not_before) AS at FROM evidence WHERE state = 'arrived' AND removed_at IS NULL")
    return None if found[0]["at"] is None else sql.moment(int(found[0]["at"]))
