"""How soon a file is answered: at once when it comes alone, after its siblings when it is of an album."""

from datetime import timedelta

import pytest

from handlers.conversation import Attachment, Kind
from handlers.member.evidence_card import QUIET
from storage import sql
from storage.conversations import State
from tests.handlers.handing_in import desk
from tests.support.harness import World


@pytest.mark.parametrize(("album", "waits"), [(None, timedelta(0)), ("a1", QUIET)], ids=["alone", "album"])
async def test_a_photo_sent_alone_is_answered_at_once(world: World, album: str | None, waits: timedelta) -> None:
    here = await desk(world)
    photo = Attachment("photo", "remote", "unique", album=album)

    await here.begins("RL2")
    [draft] = await sql.rows("SELECT id FROM submissions WHERE state = 'draft'")
    collecting = State("evidence.collect", {"submission": draft["id"]})

    counted = await here.reaches(Kind.FILES, files=(photo,), at=collecting)
    without_a_task = await here.reaches(Kind.FILES, files=(photo,))

    assert [spoken.quiet for spoken in counted.spoken] == [waits]
    assert [spoken.quiet for spoken in without_a_task.spoken] == [waits]
