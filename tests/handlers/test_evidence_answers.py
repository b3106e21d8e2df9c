"""How soon a file is answered: at once when it comes alone, after its siblings when it is of an album."""

from datetime import timedelta

import pytest

from handlers.conversation import Attachment, Kind
from handlers.dispatch import Outcome
from handlers.member.evidence_card import QUIET
from storage import sql
from storage.conversations import State
from tests.handlers.handing_in import desk
from tests.handlers.pictures import photo
from tests.support.harness import World


@pytest.mark.parametrize(("album", "waits"), [(None, timedelta(0)), ("a1", QUIET)], ids=["alone", "album"])
async def test_a_photo_sent_alone_is_answered_at_once(world: World, album: str | None, waits: timedelta) -> None:
    here = await desk(world)
    sent = Attachment("photo", "remote", "unique", album=album)

    await here.begins("RL2")
    [draft] = await sql.rows("SELECT id FROM submissions WHERE state = 'draft'")
    collecting = State("evidence.collect", {"submission": draft["id"]})

    counted = await here.reaches(Kind.FILES, files=(sent,), at=collecting)
    without_a_task = await here.reaches(Kind.FILES, files=(sent,))

    assert [spoken.quiet for spoken in counted.spoken] == [waits]
    assert [spoken.quiet for spoken in without_a_task.spoken] == [waits]


async def test_a_file_that_comes_in_takes_no_preview_away(world: World) -> None:
    here = await desk(world)
    await here.begins("RL6")
    await here.huong.sends_photo(photo(90))
    [piece] = await sql.rows("SELECT id, submission_id FROM evidence")
    previewed = State("evidence.collect", {"submission": piece["submission_id"], "previewed": True})

    here_now = await here.reaches(Kind.INSPECTED, str(piece["id"]), at=previewed)
    more = await here.reaches(Kind.FILES, files=(Attachment("photo", "remote", "unique"),), at=previewed)
    later = await here.reaches(Kind.INSPECTED, str(piece["id"]), at=more.state)

    assert f"evidence.submit {piece['submission_id']}" in _offered(here_now)
    assert f"evidence.preview {piece['submission_id']}" in _offered(more)
    assert "evidence.submit" not in str(_offered(later))


def _offered(outcome: Outcome) -> list[str]:
    return [each.action for spoken in outcome.spoken for row in spoken.options for each in row]
