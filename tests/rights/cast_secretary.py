"""Something to rule and record about everybody whose things are tried: begun, and what stands and counts."""

from datetime import date

from storage import enrolments, recorded, registrations, rulings, submissions
from storage.evidence import EvidenceRow
from tests.rights.cast import MARCH, Cast

BY = {"huong": "thu", "nam": "son", "thu": "son", "minh": "son"}
"""Whose secretary it is: the nearest, and never oneself."""


async def ruled_and_recorded(cast: Cast) -> None:
    """Let each have a ruling drafted (BB3) and one that stands (TT4), a result begun (BB3) and one counted (RL3)."""
    for what in ("person", "draft", "ruling", "entering", "recorded"):
        cast.things[f"nobody/{what}"] = 2**31 - 1
    for who, by in BY.items():
        member, secretary = cast.people[who], cast.people[by]
        cast.things[f"{who}/person"] = member
        enrolment = await enrolments.enrol(member, cast.things["season"])
        taken = {each.task: each.id for each in await registrations.of_enrolment(enrolment.id)}
        drafted = await rulings.draft(taken["BB3"], "exempt", "Nghỉ dài ngày", by=secretary, now=MARCH)
        standing = await rulings.draft(taken["TT4"], "exempt", "Nghỉ dài ngày", by=secretary, now=MARCH)
        _ = await rulings.let_stand(standing.id, MARCH)
        cast.things[f"{who}/draft"], cast.things[f"{who}/ruling"] = drafted.id, standing.id
        cast.things[f"{who}/entering"] = (await _begun(member, secretary, taken["BB3"], "BB3")).id
        counted = await _begun(member, secretary, taken["RL3"], "RL3")
        _ = await recorded.let_count(counted, {"a": 1}, MARCH)
        cast.things[f"{who}/recorded"] = counted.id


async def _begun(member: int, secretary: int, registration: int, task: str) -> recorded.Recorded:
    """Begin a result from paper that lacks nothing but the last word."""
    entry = await recorded.begin(
        registration=registration, member=member, task=task, how="paper", by=secretary, now=MARCH
    )
    await recorded.state_assessment(entry.id, by="Nguyễn Văn An", on=date(2027, 2, 2))
    found = await submissions.get(entry.submission)
    assert found is not None
    _ = await EvidenceRow.create(
        person_id=member, chat="telegram:1", submission_id=found.id, kind="photo", state="stored", arrived_at=MARCH
    )
    return entry
