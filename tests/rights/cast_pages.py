"""A link that Thu has sent to the committee about Hương's BB1, and two of Hương's own for BB3: to write, to send."""

from storage import database, links
from storage.links import Purpose
from tests.rights.cast import MARCH, Cast, draft_of


async def sent(cast: Cast) -> None:
    """Let the link be there."""
    made = await links.make(
        Purpose.REVIEW,
        made_by=cast.people["thu"],
        now=MARCH,
        body="cap_uy",
        name="Nguyễn Văn An",
        submission=cast.things["huong/BB1"],
    )
    cast.things |= {"huong/link": made.id, "nobody/link": 2**31 - 1, "nobody/BB3": 2**31 - 1}
    async with database.transaction():
        for who in ("huong", "minh"):
            await draft_of(cast, who, "BB3")
    huong = cast.people["huong"]
    draft = cast.things["huong/BB3"]
    written = await links.make(Purpose.ESSAY, made_by=huong, person=huong, now=MARCH, submission=draft)
    sent_by = await links.make(Purpose.UPLOAD, made_by=huong, person=huong, now=MARCH, submission=draft)
    cast.things |= {"huong/essay": written.id, "huong/upload": sent_by.id}
