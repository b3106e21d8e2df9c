"""After the last kill and a quiet end: what was lost, done twice, stuck, said too often."""

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

from storage import sql
from tests.reliability import decisions, replies
from tests.reliability.decisions import Entry, Version
from tests.reliability.people import Robot, Writer
from tests.reliability.replies import Row, Settled
from tests.reliability.witness import Witness

SOON = timedelta(seconds=8)
"""What leaves so much later is waited for: a message in doubt goes out once more after five seconds."""


@dataclass(slots=True)
class Findings:
    """What the audit counted, by name, and every sentence that is a violation."""

    counts: dict[str, int] = field(default_factory=dict)
    wrong: list[str] = field(default_factory=list)


async def unsettled(witness: Witness) -> dict[str, int]:
    """Return what is still under way on the road, by name; nothing at a quiet end. The database is open."""
    due = sql.ms(datetime.now(UTC) + SOON)
    questions = {
        "inbox rows new": "SELECT COUNT(*) AS n FROM inbox WHERE status = 'new'",
        "outbox rows sending": "SELECT COUNT(*) AS n FROM outbox WHERE status = 'sending'",
        "outbox rows that could leave":
            f"SELECT COUNT(*) AS n FROM outbox WHERE status = 'waiting' AND not_before < {due}",
        "files not fetched":
            f"SELECT COUNT(*) AS n FROM evidence WHERE state = 'arrived' AND removed_at IS NULL AND not_before < {due}",
    }  # fmt: skip
    found = {name: int((await sql.rows(question))[0]["n"]) for name, question in questions.items()}
    found["updates not confirmed"] = len(witness.delivery.waiting)
    return {name: count for name, count in found.items() if count}


async def audit(witness: Witness, people: Sequence[Robot]) -> Findings:
    """Hold the database against what the platform and the people know. The database is open, the product stopped."""
    findings = Findings()
    findings.wrong += [f"stuck: {count} {name}" for name, count in (await unsettled(witness)).items()]
    findings.wrong += [f"the platform would refuse: {fault}" for fault in witness.violations[:20]]
    await _updates(witness, findings)
    await _effects(people, findings)
    await _decisions(findings)
    await _replies(witness, findings)
    return findings


async def _updates(witness: Witness, findings: Findings) -> None:
    """Every confirmed update is in the inbox once and handled, and every tap has its one answer."""
    stored = Counter({row["key"]: row["n"] for row in await sql.rows(
        "SELECT key, COUNT(*) AS n FROM inbox WHERE channel = 'telegram' GROUP BY key"
    )})  # fmt: skip
    confirmed = {str(id_) for id_ in witness.delivery.confirmed}
    lost = sorted(confirmed - stored.keys())
    failed = await sql.rows("SELECT id, error FROM inbox WHERE status NOT IN ('done', 'new')")
    answers = Counter(
        json.loads(row["body"])["target"] for row in await sql.rows("SELECT body FROM outbox WHERE kind = 'answer'")
    )
    taps = [query["id"] for made in witness.delivery.made.values() if (query := made.get("callback_query"))]
    unanswered = [tap for tap in taps if answers[tap] != 1]
    findings.counts |= {
        "updates": len(confirmed),
        "updates lost": len(lost),
        "updates failed": len(failed),
        "taps": len(taps),
    }
    findings.wrong += [f"update {key} was confirmed and is not there" for key in lost]
    findings.wrong += [f"update {key} is there {n} times" for key, n in stored.items() if n > 1]
    findings.wrong += [f"inbox {row['id']} failed: {row['error']}" for row in failed]
    findings.wrong += [f"tap {tap} is owed {answers[tap]} answers" for tap in unanswered]


async def _effects(people: Sequence[Robot], findings: Findings) -> None:
    """Everybody joined once; each photo is evidence once; each part of an essay was kept once, in order."""
    leased = await sql.rows("SELECT COUNT(*) AS n FROM evidence WHERE state = 'arrived' AND removed_at IS NULL")
    findings.counts["files a dead process had in hand"] = leased[0]["n"]  # another takes them over within seconds
    kept: dict[tuple[str, str], list[tuple[str, str]]] = {}
    for row in await sql.rows("SELECT chat, source, kind, text FROM evidence WHERE source IS NOT NULL ORDER BY id"):
        kept.setdefault((row["chat"], row["kind"]), []).append((row["source"], row["text"]))
    joined = Counter(row["chat"] for row in await sql.rows("SELECT chat FROM audit WHERE action = 'person.joined'"))
    twice = [f"evidence of message {source[0]} of {chat} is there {n} times"
             for (chat, _), found in kept.items() for source, n in Counter(found).items() if n > 1]  # fmt: skip
    findings.wrong += twice
    findings.counts |= {"photos": 0, "parts of essays": 0, "people who joined": len(joined)}
    for robot in people:
        chat = f"telegram:{robot.phone.id}"
        if joined[chat] > 1:
            findings.wrong.append(f"{chat} joined {joined[chat]} times")
        findings.counts["photos"] += len(robot.photos)
        there = Counter(source for source, _ in kept.get((chat, "photo"), []))
        findings.wrong += [f"photo {id_} of {chat} is not there" for id_ in robot.photos if not there[str(id_)]]
        if isinstance(robot, Writer):
            findings.counts["parts of essays"] += len(robot.texts)
            findings.wrong += _parts(chat, robot, kept.get((chat, "text"), []))


def _parts(chat: str, robot: Writer, kept: list[tuple[str, str]]) -> Iterator[str]:
    written = [(str(id_), words) for id_, words in robot.texts]
    if kept != written:
        missing = [words for words in written if words not in kept][:3]
        yield f"{chat} wrote {len(written)} parts and {len(kept)} are kept, out of order or without {missing}"


async def _decisions(findings: Findings) -> None:
    """The trail of verdicts tells one story, the story of the tables."""
    trail = [
        Entry(row["action"], int(row["subject"].split()[1]), row["actor_id"], tuple(_details(row).get("reviews", ())))
        for row in await sql.rows(
            "SELECT action, subject, actor_id, details FROM audit"
            " WHERE action LIKE 'review.%' OR action = 'submission.handed_in' ORDER BY id"
        )
    ]
    versions = {
        row["id"]: Version(row["registration_id"], row["part"], row["version"])
        for row in await sql.rows("SELECT id, registration_id, part, version FROM submissions")
    }
    reviews = {
        row["id"]: (row["state"], row["decided_by_id"])
        for row in await sql.rows("SELECT id, state, decided_by_id FROM reviews")
    }
    told = Counter(each.action for each in trail)
    findings.counts |= {
        "handed in": told["submission.handed_in"],
        "verdicts": told["review.approved"] + told["review.returned"],
        "undone": told["review.undone"],
    }
    findings.wrong += decisions.wrong(trail, versions, reviews)


def _details(row: dict[str, Any]) -> dict[str, Any]:
    found = row["details"]
    return dict(json.loads(found) if isinstance(found, str) else found)


async def _replies(witness: Witness, findings: Findings) -> None:
    """Every call has its row, and one more or one less only where the row says that nobody knows."""
    rows = [
        Row(row["id"], row["chat"], row["kind"], json.loads(row["body"]), row["status"], row["provider_id"],
            row["error"] or "", row["attempts"])
        for row in await sql.rows("SELECT id, chat, kind, body, status, provider_id, error, attempts FROM outbox")
    ]  # fmt: skip
    settled: Settled = replies.settle(rows, witness.received)
    statuses = Counter(row.status for row in rows)
    findings.counts |= {
        "messages that left": settled.left,
        "in doubt, recorded": settled.in_doubt,
        "of these said twice": settled.twice,
        "of these not said": settled.missing,
        "expired": statuses["expired"],
        "failed": statuses["failed"],
    }
    findings.wrong += settled.wrong
    findings.wrong += [f"outbox {row.id} failed: {row.error}" for row in rows if row.status == "failed"]
