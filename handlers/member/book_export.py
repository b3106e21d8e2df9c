"""The values of the export: a member's book as facts, to be signed and checked by another unit."""

import hashlib
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

from handlers.member.book_essays import EssayText, texts_of, words_of
from handlers.member.standing import Standing
from journey.export import fingerprint
from journey.person import Person
from journey.programme import Task
from journey.text import nfc
from papers import signed_book as paper
from storage import evidence, units
from storage.book import Entry, Opinion, Record, Ruled
from storage.registrations import Registration

Values = Mapping[str, Any]


async def signed_book(now: Standing, owner: Person, at: datetime, key: bytes) -> tuple[str, str]:
    """Return (text of the file, fingerprint of the key) of `owner`'s book as it stands at `at` (UTC)."""
    return paper.sign(await _book(now, owner, at), key), fingerprint(paper.public_key(key))


async def _book(now: Standing, owner: Person, at: datetime) -> Values:
    tree = await units.tree()
    path = [tree[id_].name for id_ in units.path(tree, owner.unit)]
    hashes = await _hashes(now)
    programme = now.programme
    return {
        "issuer": path[-1] if path else "",
        "made_at": _at(at),
        "season": now.season.year,
        "programme": {
            "code": programme.code,
            "version": programme.version,
            "title": programme.title,
            "number": programme.source_number,
        },
        "person": {
            "name": owner.full_name,
            "unit": path[0] if path else "",
            "group": await units.group_name(owner.group),
        },
        "result": {
            "outcome": str(now.progress.outcome),
            "done": now.progress.done,
            "needed": now.progress.needed,
        },
        "tasks": [_task(now, each, hashes) for each in _in_order(now)],
    }


def _in_order(now: Standing) -> list[Registration]:
    order = {task.code: at for at, task in enumerate(now.programme.tasks)}
    return sorted((each for each in now.book.registrations if each.task in order), key=lambda each: order[each.task])


def _task(now: Standing, taken: Registration, hashes: Mapping[int, Sequence[Values]]) -> Values:
    task = now.programme.task(taken.task)
    progress = now.tasks.get(taken.task)
    ruled = now.book.rulings.get(taken.task)
    return {
        "code": task.code,
        "title": task.title,
        "category": task.category,
        "state": str(progress.state) if progress else "dropped",
        "taken_at": _at(taken.registered_at),
        "dropped_at": _at(taken.dropped_at),
        "ruling": _ruling(ruled) if ruled else None,
        "requirements": [
            {
                "id": each.criterion.id,
                "label": each.criterion.label,
                "needed": each.need,
                "approved": each.have,
                "holds": each.holds,
            }
            for each in (progress.counts if progress else ())
        ],
        "handed_in": [_hand_in(now, task, each, hashes) for each in _handed_in(now, task)],
    }


def _handed_in(now: Standing, task: Task) -> list[Entry]:
    return [entry for entry in now.book.of_task(task.code) if entry.state != "draft"]


def _hand_in(now: Standing, task: Task, entry: Entry, hashes: Mapping[int, Sequence[Values]]) -> Values:
    return {
        "part": entry.part,
        "version": entry.version,
        "state": entry.state,
        "at": _at(entry.submitted_at),
        "words": words_of(task, entry),
        "recorded": _record(entry.record) if entry.record else None,
        "assessors": [_assessor(now, each) for each in entry.opinions if each.state != "cancelled"],
        "taken_back": [{"verdict": each.verdict, "by": each.by, "at": _at(each.at)} for each in entry.taken_back],
        "appealed_at": _at(entry.appealed_at),
        "evidence": list(hashes.get(entry.id, ())),
    }


def _ruling(ruled: Ruled) -> Values:
    return {"kind": ruled.kind, "by": ruled.by, "at": _at(ruled.at)}


def _record(record: Record) -> Values:
    on = record.assessed_on.isoformat() if record.assessed_on else ""
    return {
        "how": record.how,
        "by": record.by,
        "at": _at(record.at),
        "assessed_by": record.assessed_by,
        "assessed_on": on,
    }


def _assessor(now: Standing, opinion: Opinion) -> Values:
    return {
        "body": opinion.body,
        "title": now.programme.assessor(opinion.body).title,
        "state": opinion.state,
        "by": opinion.decided_by,
        "instead_of": opinion.instead_of,
        "way": opinion.way,
        "at": _at(opinion.decided_at),
    }


async def _hashes(now: Standing) -> dict[int, list[Values]]:
    """Return by submission the hashes of the files as their owner sent them, and of the essays' texts."""
    found: dict[int, list[Values]] = {}
    ids = [entry.id for each in now.book.registrations for entry in now.book.of_task(each.task)]
    for submission, kind, sha256 in await evidence.hashes(ids):
        found.setdefault(submission, []).append({"kind": kind, "sha256": sha256})
    for essay in await texts_of(now):
        found.setdefault(essay.submission, []).append({"kind": "essay", "sha256": _hash(essay)})
    return found


def _hash(essay: EssayText) -> str:
    return hashlib.sha256(nfc(essay.text).encode()).hexdigest()


def _at(moment: datetime | None) -> str:
    """Return "2027-03-02T02:00:00Z"."""
    return f"{moment.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}" if moment else ""
