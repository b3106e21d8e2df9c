"""What is alike, side by side: for an assessor who may see the other hand-in, too."""

from itertools import islice

from handlers.conversation import Conversation, InboxMessage, Picture, Say, Turn, say, text
from handlers.likeness import may_see, number
from handlers.member.essay_words import text_of
from handlers.review_card import again
from handlers.review_case import Case
from handlers.review_decisions import case_of, lost, person_of
from journey import overlap
from journey.text import nfc
from storage import audit, evidence, submissions
from storage.likenesses import Likeness

PASSAGES = 5
"""Of one other essay; each is a message."""

LONGEST = 600
"""Characters of a passage's side, so that both fit one message of every channel."""

NEARBY = 8
"""Words between two runs of words that still make one passage to look at."""


async def show(message: InboxMessage, submission: str) -> Turn:
    """Show the passages and the pictures that are alike, then the card again."""
    case = await case_of(message, submission)
    person = person_of(message).id
    if case is None or case.author.id == person:
        return lost()
    says: list[Say] = []
    for each in case.alike:
        if may_see(case, each, person):
            says += await (_essays if each.kind == "essay" else _pictures)(case, each)
    for id_ in {case.submission.id, *(each.other for each in case.alike if may_see(case, each, person))}:
        await audit.record(
            "submission.read", f"submission {id_}", actor=person, chat=message.chat, now=message.now
        )  # the other one was read, too
    shown = again(case, person, message.now, message.language, fresh=True)
    return Turn(says=(*(says or [say("likeness.nothing-to-see")]), shown), step=None)


async def _essays(case: Case, alike: Likeness) -> list[Say]:
    """Return the longest passages that both essays have."""
    assert alike.other is not None
    texts = (case.pieces, await evidence.of_submission(alike.other))
    mine, theirs = (nfc(text_of(each))[: overlap.LONGEST] for each in texts)
    values = {"name": alike.name, "task": alike.task, "year": str(alike.year), "share": alike.share}
    if not theirs:
        return [say("likeness.text-gone", **values)]
    found = overlap.passages(overlap.runs(mine), overlap.runs(theirs), gap=NEARBY)
    shown = list(islice(found, PASSAGES))
    my_words, their_words = overlap.words(mine), overlap.words(theirs)
    return [
        say("likeness.heading", n=len(shown), **values),
        *(
            say(
                "likeness.passage",
                n=place,
                words=each.length,
                author=case.author.full_name,
                name=alike.name,
                mine=_cut(mine[my_words[each.mine].start : my_words[each.mine_end - 1].end]),
                theirs=_cut(theirs[their_words[each.theirs].start : their_words[each.theirs_end - 1].end]),
            )
            for place, each in enumerate(shown, 1)
        ),
    ]


def _cut(words: str) -> str:
    joined = " ".join(words.split())
    return joined if len(joined) <= LONGEST else joined[:LONGEST].rpartition(" ")[0] + "…"


async def _pictures(case: Case, alike: Likeness) -> list[Say]:
    """Return the two pictures, the one to judge first."""
    pieces = {each.id: each for each in await evidence.get_all([alike.piece or 0, alike.other_piece or 0])}
    other = await submissions.get(alike.other or 0)
    mine, theirs = pieces.get(alike.piece or 0), pieces.get(alike.other_piece or 0)
    if mine is None or theirs is None or other is None:
        return []
    told = text(
        "likeness.pictures",
        n=number(case, mine.id),
        author=case.author.full_name,
        at=case.submission.submitted_at,
        name=alike.name,
        task=alike.task,
        year=str(alike.year),
        before=other.submitted_at,
    )
    return [Say(told, pictures=(Picture("1.jpg", file=mine.file), Picture("2.jpg", file=theirs.file)))]


LIKENESS = Conversation(name="likeness", actions={"show": show})
