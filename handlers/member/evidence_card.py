"""The card of a hand-in, which counts what arrived, and its preview."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from handlers.conversation import Data, Picture, Say, Text, choice, text
from handlers.member.essay_words import essay, essay_line, glimpse, parts
from handlers.member.evidence_words import contents, facts
from handlers.member.hand_ins import Draft
from handlers.member.wording import title
from handlers.pages import upload_link
from handlers.pages.essay_link import offer
from storage.evidence import Evidence

QUIET = timedelta(seconds=2)
"""How long a card waits for more files, so that five photos get one answer."""

PICTURES = 10


def card_of(submission: int) -> str:
    """Return the name of the member's card of a hand-in."""
    return f"evidence:{submission}"


def card(draft: Draft, language: str, *, fresh: bool = False, quiet: bool = False) -> Say:
    """Say what has arrived, and what can be done now."""
    id_ = draft.submission.id
    first = [[choice("evidence.preview", id_, label="evidence.do-preview", style="good")]] if draft.good else []
    taken = "essay.do-take-back" if essay(draft.task) else "evidence.do-take-back"
    back = [choice("evidence.take_back", id_, draft.pieces[-1].id, label=taken)] if draft.pieces else []
    again = [choice("evidence.start_again", id_, label="evidence.do-start-again")] if draft.pieces else []
    is_written = essay(draft.task) is not None and parts(draft.pieces)
    read = [[choice("evidence.read", id_, label="essay.do-read")]] if is_written else []
    page = [[offer(id_)]] if essay(draft.task) else []
    later = [choice("evidence.later", id_, label="evidence.do-later")]
    rows = [*first, *page, *read, [upload_link.offer(id_)], [*back, *again], later]
    return Say(
        text("essay.card" if essay(draft.task) else "evidence.card", task=_named(draft, language), lines=_lines(draft)),
        tuple(tuple(row) for row in rows if row),
        card=card_of(id_),
        fresh=fresh,
        quiet=QUIET if quiet else timedelta(0),
        is_passing=any(piece.state == "arrived" for piece in draft.pieces),
    )


def among(shown: Say, news: Sequence[Say]) -> tuple[Say, ...]:
    """Return the card `shown` after what only tells and before what asks: the list to choose from comes last."""
    asks = tuple(each for each in news if len(each.choices) > 1)
    return (*(each for each in news if each not in asks), shown, *asks)


def preview(draft: Draft, language: str) -> Say:
    """Show the hand-in as the assessor will see it, its pictures small."""
    id_ = draft.submission.id
    stated = facts(draft.task, draft.submission.claims, draft.submission.given, language)
    edit = [(choice("evidence.edit", id_, label="evidence.do-edit"),)] if stated else []
    shown = pictures(draft.good, small=True)
    look = [(upload_link.look(id_),)] if shown else []
    return Say(
        text(
            "evidence.preview",
            task=_named(draft, language),
            lines=[*_lines(draft), *stated, *([] if essay(draft.task) else notes(draft.good))],
        ),
        (
            (choice("evidence.submit", id_, label="evidence.do-submit", style="good"),),
            *edit,
            *look,
            (choice("evidence.back", id_, label="essay.do-go-on" if essay(draft.task) else "evidence.do-add"),),
            (choice("evidence.later", id_, label="evidence.do-later"),),
        ),
        card=card_of(id_),
        fresh=True,
        pictures=shown,
        are_known=True,
    )


def as_shown(draft: Draft, data: Data, language: str, *, quiet: bool = False) -> Say:
    """Say anew what stands in the chat that collects for `draft`: its preview once that was asked for, else its card.

    `data` is what the chat's step keeps.
    """
    if data.get("submission") != draft.submission.id or not data.get("previewed"):
        return card(draft, language, quiet=quiet)
    return replace(preview(draft, language), fresh=False, pictures=(), quiet=QUIET if quiet else timedelta(0))


def pictures(pieces: tuple[Evidence, ...], *, small: bool = False) -> tuple[Picture, ...]:
    """Return the pictures that are here, as many as one message holds."""
    here = [piece for piece in pieces if piece.kind == "photo" and piece.state == "stored"]
    return tuple(
        Picture(f"{place}.jpg", file=piece.thumbnail if small else piece.file)
        for place, piece in enumerate(here[:PICTURES], 1)
    )


def notes(pieces: tuple[Evidence, ...], limit: int = 300) -> list[Text]:
    """Return the beginning of what was written."""
    written = "\n".join(piece.text for piece in pieces if piece.kind == "text")
    if not written:
        return []
    return [text("evidence.note", words=written if len(written) <= limit else written[:limit].rstrip() + "…")]


def _lines(draft: Draft) -> list[Text]:
    if essay(draft.task) is None:
        return contents(draft.pieces)
    besides = [piece for piece in draft.pieces if not piece.text.strip()]
    return [
        *essay_line(draft.task, draft.good),
        *glimpse(draft.good),
        *(contents(besides) if besides else []),
    ]


def _named(draft: Draft, language: str) -> str:
    return f"{draft.task.code} {title(draft.task, language)}"
