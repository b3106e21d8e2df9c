"""A link that Thu has sent to the committee about Hương's BB1."""

from storage import links
from storage.links import Purpose
from tests.rights.cast import MARCH, Cast


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
    cast.things |= {"huong/link": made.id, "nobody/link": 2**31 - 1}
