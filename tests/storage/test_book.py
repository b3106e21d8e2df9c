"""The book: the same few queries whatever it holds."""

import logging
from datetime import UTC, datetime

import pytest

from storage import book, enrolments, programmes, registrations
from storage.evidence import EvidenceRow
from storage.people import PersonRow
from storage.reviews import AskedRow, ReviewRow
from storage.submissions import SubmissionRow

NOW = datetime(2027, 3, 1, 2, 0, tzinfo=UTC)


async def _person(name: str) -> int:
    row = await PersonRow.create(code=name, full_name=name, called=name, sort_key=name, folded=name)
    return row.id


@pytest.fixture
async def enrolment(opened: str) -> int:
    version = await programmes.add_version("p", "d", "", NOW)
    season = await programmes.open_season("p", 2027, version, NOW.date(), NOW.date())
    found = await enrolments.enrol(await _person("Hương"), season.id)
    await registrations.choose(found.id, ["RL1", "RL2"], NOW)
    return found.id


async def _hand_in(enrolment: int, version: int, asked: int) -> None:
    [registration] = [r for r in await registrations.of_enrolment(enrolment) if r.task == "RL2"]
    row = await SubmissionRow.create(
        registration_id=registration.id, person_id=(await enrolments.get(enrolment)).person, task="RL2",
        part=1, version=version, state="waiting", claims={"a": 1}, given={}, note="", opened_at=NOW,
        submitted_at=NOW, reason="",
    )  # fmt: skip
    review = await ReviewRow.create(submission_id=row.id, body="bch", state="waiting", asked_at=NOW, reason="")
    _ = await AskedRow.create(review_id=review.id, person_id=asked)
    for state in ("stored", "stored", "refused"):
        _ = await EvidenceRow.create(
            person_id=row.person_id,
            chat="web:1",
            submission_id=row.id,
            kind="photo",
            arrived_at=NOW,
            state=state,
        )


async def test_it_holds_versions_with_their_evidence_and_who_is_asked(enrolment: int) -> None:
    await _hand_in(enrolment, 1, await _person("Dũng"))

    found = await book.load(enrolment)

    [entry] = found.of_task("RL2")
    assert (entry.version, entry.evidence, entry.claims, entry.submitted_at) == (1, 2, {"a": 1}, NOW)
    assert [(o.body, o.state, o.asked, o.decided_by) for o in entry.opinions] == [("bch", "waiting", ("Dũng",), "")]
    assert found.active == {"RL1", "RL2"}
    assert await book.handed_in(enrolment) == {"RL2"}


async def test_a_fuller_book_takes_no_more_queries(enrolment: int, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG, logger="tortoise.db_client")
    dung = await _person("Dũng")
    taken = set()
    for version in range(1, 6):
        await _hand_in(enrolment, version, dung)
        caplog.clear()

        await book.load(enrolment)

        taken.add(len(caplog.records))
    assert len(taken) == 1
    assert taken <= {8, 9}, "a plain statement is not logged on every database"


async def test_a_dropped_task_stays_and_may_be_taken_again(enrolment: int) -> None:
    added, dropped = await registrations.choose(enrolment, ["RL2", "RL3"], NOW)
    assert (added, dropped) == (frozenset({"RL3"}), frozenset({"RL1"}))
    assert (await book.load(enrolment)).active == {"RL2", "RL3"}

    added, dropped = await registrations.choose(enrolment, ["RL1", "RL2"], NOW)

    assert (added, dropped) == (frozenset({"RL1"}), frozenset({"RL3"}))
    assert len(await registrations.of_enrolment(enrolment)) == 3


async def test_a_request_is_decided_by_the_first(enrolment: int) -> None:
    dung = await _person("Dũng")
    change = await registrations.ask_change(enrolment, {"RL1"}, "vì", NOW)
    assert await registrations.decide_change(change.id, "approved", by=dung, answer="", now=NOW)
    assert not await registrations.decide_change(change.id, "returned", by=dung, answer="muộn", now=NOW)
    assert not await registrations.withdraw_change(change.id, NOW)
    found = await registrations.change(change.id)
    assert found is not None
    assert (found.state, found.answer) == ("approved", "")


async def test_a_draft_is_closed_once(enrolment: int) -> None:
    await enrolments.keep_draft(enrolment, {"RL2", "BB1"})
    assert (await enrolments.get(enrolment)).draft == frozenset({"BB1", "RL2"})
    assert await enrolments.close_draft(enrolment)
    assert not await enrolments.close_draft(enrolment)
    assert (await enrolments.get(enrolment)).draft is None
