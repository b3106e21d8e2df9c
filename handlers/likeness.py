"""What of a hand-in is like something handed in before: found when it is handed in, said to its assessors alone."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime

from handlers.conversation import Text, text
from handlers.member.essay_words import essay, text_of
from handlers.member.hand_ins import programme_of_submission
from handlers.review_case import Case
from journey import overlap
from storage import evidence, fingerprints, likenesses, photo_hashes, photo_pairs, programmes, submissions
from storage.evidence import Evidence
from storage.likenesses import Likeness, New
from storage.photo_hashes import Used
from storage.submissions import Submission

_PICTURES = ("exact", "near", "taken")
_SAID = 5
"""Lines of a card about likenesses."""

_programmes_words: dict[tuple[str, bytes], frozenset[int]] = {}  # by digest and key: a version never changes


async def examine(submission: int) -> None:
    """Compare what was just handed in with all that was before, and keep its fingerprints for those to come."""
    found = await submissions.get(submission)
    assert found is not None
    programme = await programme_of_submission(found)
    if essay(programme.task(found.task)) is not None:
        await _examine_essay(found)
    await examine_photos(submission)


async def _examine_essay(submission: Submission) -> None:
    words = text_of(await evidence.of_submission(submission.id))[: overlap.LONGEST]
    key = await fingerprints.key()
    known = await _programmes_own(submission.id, key)
    mine = [each for each in overlap.prints(words, key) if each[0] not in known]
    elsewhere = await fingerprints.elsewhere([value for value, _ in mine], submission.id)
    found = overlap.compare(mine, overlap.length(words), elsewhere)
    await fingerprints.keep(submission.id, [each for each in mine if each[0] not in found.common])
    alike = [New("essay", share, other) for other, share in found.alike]
    if not alike and found.everybodys >= overlap.EVERYBODYS:
        alike = [New("essay", found.everybodys)]
    await likenesses.keep(submission.id, ("essay",), alike)


async def _programmes_own(submission: int, key: bytes) -> frozenset[int]:
    """Return the fingerprints of the programme's own words: everybody may use them."""
    version, digest, _ = await programmes.judging(submission)
    if (digest, key) not in _programmes_words:
        document, _ = await programmes.document(version)
        _programmes_words[digest, key] = frozenset(value for value, _ in overlap.prints(document, key))
    return _programmes_words[digest, key]


async def examine_photos(submission: int) -> None:
    """Find which of those handed in before the pictures are like; what looks alike was found when they arrived."""
    photos = [each for each in await evidence.of_submission(submission) if _is_picture(each)]
    if not photos:
        return
    files = {each.sha256 for each in photos}
    near = await photo_pairs.of_files(files)
    used = await photo_hashes.used(files.union(*near.values()), submission)
    own = await submissions.get(submission)
    assert own is not None
    alike = [_earlier(each, own.registration, used, near.get(each.sha256, {})) for each in photos]
    found = [each for each in alike if each is not None] + await _of_another_year(submission)
    await likenesses.keep(submission, _PICTURES, found)


def _is_picture(piece: Evidence) -> bool:
    return piece.kind == "photo" and piece.state == "stored" and bool(piece.sha256)


def _earlier(piece: Evidence, registration: int, used: Sequence[Used], near: Mapping[str, int]) -> New | None:
    """Return the first use of the very file; without one, the picture that is nearest to it.

    The very file with another part of the same task is told by `Case.same_at`.
    """
    for each in used:
        if each.sha256 == piece.sha256 and each.registration != registration:
            return New("exact", None, each.submission, piece.id, each.piece)
    others = [each for each in used if each.sha256 in near]
    if not others:
        return None
    nearest = min(others, key=lambda each: near[each.sha256])
    return New("near", None, nearest.submission, piece.id, nearest.piece)


async def _of_another_year(submission: int) -> list[New]:
    _, _, year = await programmes.judging(submission)
    pictures = await likenesses.taken(submission)
    return [New("taken", piece=piece) for piece, at in pictures if datetime.fromisoformat(at).year != year]


async def is_flagged(submission: int) -> bool:
    """Say whether an assessor should look at this hand-in again because of a likeness."""
    return await likenesses.has(submission)


def hints(case: Case, person: int | None) -> list[Text]:
    """Return what an assessor should look at again, a line each, the first _SAID.

    Args:
        person: who reads it. Whoever may not judge the other hand-in (None: nobody in particular) is told of what
            kind and how much, not whose.
    """
    lines = [_line(each, case, person) for each in case.alike]
    more = len(lines) - _SAID
    return lines if more <= 0 else [*lines[:_SAID], text("likeness.more", n=more)]


def may_see(case: Case, alike: Likeness, person: int | None) -> bool:
    """Say whether `person` may see the other hand-in: who may judge it today may."""
    return alike.other is not None and person in case.readers.get(alike.other, ())


def number(case: Case, piece: int | None) -> int:
    """Return which of the hand-in's pictures a piece is, from 1."""
    photos = [each.id for each in case.pieces if each.kind == "photo" and each.state == "stored"]
    return photos.index(piece) + 1 if piece in photos else 0


def _line(alike: Likeness, case: Case, person: int | None) -> Text:
    values: dict[str, object] = {"task": alike.task, "year": str(alike.year), "name": alike.name}
    values["share"], values["n"] = alike.share, number(case, alike.piece)
    if alike.kind == "taken":
        day = date.fromisoformat(str(alike.taken_at)[:10])
        return text("likeness.taken", day=day, **values)
    if alike.other is None:
        return text("likeness.everybodys", **values)
    if alike.person == case.author.id:
        return text(f"likeness.{alike.kind}-own", **values)
    return text(f"likeness.{alike.kind}" if may_see(case, alike, person) else f"likeness.{alike.kind}-hidden", **values)
