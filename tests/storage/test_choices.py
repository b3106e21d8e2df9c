"""A choice not yet confirmed, and an invitation: changed only from what they were when they were read."""

from datetime import UTC, datetime, timedelta

import pytest

from storage import enrolments, invitations, programmes
from storage.people import PersonRow

NOW = datetime(2027, 1, 11, 2, 0, tzinfo=UTC)


@pytest.fixture
async def person(opened: str) -> int:
    return (await PersonRow.create(code="h", full_name="Hương", called="Hương", sort_key="h", folded="h")).id


async def test_a_draft_takes_the_place_of_the_one_it_was_made_from(person: int) -> None:
    version = await programmes.add_version("p", "d", "", NOW)
    season = await programmes.open_season("p", 2027, version, NOW.date(), NOW.date())
    enrolment = (await enrolments.enrol(person, season.id)).id
    assert await enrolments.keep_draft(enrolment, {"RL1"})
    assert not await enrolments.keep_draft(enrolment, {"RL2"})
    assert await enrolments.keep_draft(enrolment, {"RL2", "RL1"}, before={"RL1"})
    assert not await enrolments.keep_draft(enrolment, {"RL6"}, before={"RL1"})
    assert await enrolments.keep_draft(enrolment, (), before={"RL1", "RL2"})
    assert not await enrolments.keep_draft(enrolment, {"RL1"}), "an empty draft is one"
    assert (await enrolments.get(enrolment)).draft == frozenset()


async def test_an_invitation_used_meanwhile_stays_used_when_its_sheet_is_renewed(person: int) -> None:
    [old] = await invitations.make([person], now=NOW, valid_for=timedelta(days=30), draw=_draw)
    assert await invitations.use(old.id, "telegram:1", NOW)
    await invitations._revoke([old.id], NOW)  # read as live before it was used
    row = await invitations.InvitationRow.get(id=old.id)
    assert row.revoked_at is None


def _draw(count: int) -> bytes:
    return bytes(range(count))
