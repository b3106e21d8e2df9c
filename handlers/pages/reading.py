"""Reading through a link: what of the hand-in it reaches, and that the trail says so."""

from datetime import datetime

from handlers.arguments import number
from handlers.review_asking import Tells
from handlers.review_case import Case
from storage import audit, evidence, links, submissions
from storage.evidence import Evidence
from storage.links import StoredLink


async def note_reading(link: StoredLink, now: datetime) -> tuple[None, Tells]:
    """Note once that what `link` shows was read; runs in a transaction."""
    if await links.open_first(link.id, now):
        await audit.record(
            "submission.read", f"submission {link.submission}", actor=link.person, chat=f"page:{link.id}", now=now
        )
    return None, ()


async def signed_sheets(case: Case) -> dict[str, StoredLink]:
    """Return the answers on paper of which a photo is kept, by the name that the photo has behind a link."""
    found = await links.with_sheets(case.submission.registration, case.submission.part)
    return {f"phieu-{each.id}.jpg": each for each in found}


async def piece_of(case: Case, name: str) -> Evidence | None:
    """Return the file whose id is `name`: of this hand-in or a version before it, None for any other."""
    id_ = number(name)
    piece = await evidence.get(id_) if id_ is not None else None
    if piece is None or piece.state != "stored" or piece.submission is None or not piece.file:
        return None
    home = case.submission if piece.submission == case.submission.id else await submissions.get(piece.submission)
    if home is None or (home.registration, home.part) != (case.submission.registration, case.submission.part):
        return None
    is_shown = home.version <= case.submission.version and home.state not in ("draft", "withdrawn")
    return piece if is_shown else None
