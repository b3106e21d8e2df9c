"""How a week's digest reads: the same words from the job on Monday and for whoever asks in the chat."""

from collections.abc import Iterator
from datetime import datetime

from journey import sessions
from journey.at_risk import AtRisk, Why
from journey.digest import Kept, Scope
from journey.digest_page import Page, Waits
from journey.segments import Segment, Who
from locales.names import short
from locales.saying import Choice, Picture, Say, Text, choice, text

NAMED = 5
"""Members to look after who are named; the file has all."""

UNREACHED, CALLED = 3, 20
"""Members whom nothing can reach who are named, and letters of each name."""

SESSIONS = 3
NAME, TITLE, PLACE, PART = 32, 44, 60, 48
"""Letters of a person's name, a session's title, the scope's name, a bar's: so page and picture stay a screen."""


def page(of: Page, before: Kept | None, at: datetime) -> Text:
    """Return a digest in words, at most 1.500 letters; `before` is what it is compared with."""
    lines = [*_counts(of, before), *_waits(of), *_named(of), *_unreached(of), *_coming(of)]
    return text("digest.page", place=_cut(of.place, PLACE), at=at, lines=lines)


def full(of: Page, before: Kept | None, at: datetime, year: int, *, is_open: bool) -> Say:
    """Return a digest as it is sent: its picture, its words, what can be done at once.

    Args:
        is_open: whether members can still register.
    """
    rows = (
        *_to_remind(of, is_open=is_open),
        *_to_queue(of),
        (*_to_one(of), choice("digest.file", label="digest.do-file")),
        (choice("digest.when", label="digest.do-when"),),
    )
    return Say(page(of, before, at), rows, pictures=(picture(of, at, year),))


def no_news(place: str, before: Kept) -> Say:
    """Return the word that nothing has changed since the last digest."""
    rows = (
        (choice("digest.open", label="digest.do-open"),),
        (choice("digest.when", label="digest.do-when"),),
    )
    return Say(text("digest.no-news", place=_cut(place, PLACE), on=before.on), rows)


def picture(of: Page, at: datetime, year: int) -> Picture:
    """Return the picture of the progress by group, in the fields of a DigestPicture."""
    values = {
        "title": text("digest.picture-title", year=str(year)),
        "place": of.place,
        "at": text("digest.picture-at", at=at),
        "members": text("digest.picture-members", n=of.digest.tally.members),
        "legend": [text(f"digest.picture-{each}") for each in ("done", "provisional", "in-progress", "unregistered")],
        "note": text("digest.picture-note"),
        "bars": [
            {
                "name": _cut(bar.name, PART) if bar.name else part_name(bar.rest),
                "members": bar.tally.members,
                "done": bar.tally.done,
                "provisional": bar.tally.provisional,
                "in_progress": bar.tally.in_progress,
                "label": text("digest.picture-of", n=bar.tally.done + bar.tally.provisional, of=bar.tally.members),
            }
            for bar in of.bars
        ],
    }
    return Picture(name="tinh-hinh-tuan.png", drawing="digest", values=values)


def part_name(rest: int) -> Text:
    """Return what a part without a name is called: those in no group, or the `rest` of the parts."""
    return text("digest.picture-rest", n=rest) if rest else text("digest.picture-no-group")


def fact(why: AtRisk) -> Text:
    """Return why somebody is to be looked after."""
    match why.why:
        case Why.OUT_OF_REACH:
            return text("digest.risk-out-of-reach")
        case Why.PACE:
            return text("digest.risk-pace", tasks=why.tasks, months=why.months)
        case Why.QUIET:
            return text("digest.risk-quiet", days=why.days, tasks=why.tasks)


def place(who: Scope) -> sessions.Scope | None:
    """Return the one unit or group that a scope is; None where it is several."""
    if len(who.tops) == 1 and not who.groups:
        return sessions.Scope(unit=who.tops[0])
    return sessions.Scope(group=min(who.groups)) if len(who.groups) == 1 and not who.units else None


def _counts(of: Page, before: Kept | None) -> Iterator[Text]:
    """Say how many there are, and where it changed since `before`; what it is compared with only if anything did."""
    now, then = of.digest.tally, before.tally if before else of.digest.tally
    states = ("registered", "in_progress", "provisional", "done")
    changes = {name: getattr(now, name) - getattr(then, name) for name in (*states, "waiting")}
    for name in states:
        key = f"digest.{name.replace('_', '-')}"
        change = changes[name]
        yield text(key, n=getattr(now, name), of=now.members, change=change, signed=_signed(change))
    yield text("digest.week", handed=now.handed_in, approved=now.approved)
    yield text("digest.queue", n=now.waiting, change=changes["waiting"], signed=_signed(changes["waiting"]))
    if before is not None and any(changes.values()):
        yield text("digest.since", on=before.on)


def _signed(change: int) -> str:
    return f"+{change}" if change > 0 else f"−{-change}"


def _waits(of: Page) -> Iterator[Text | str]:
    if of.waits:
        yield from ("", text("digest.head-waits"))
    for each in of.waits:
        yield text("digest.waits", name=short(each.name, NAME), task=each.task, on=_on(each), days=each.days)


def _on(waits: Waits) -> Text | str:
    """Return the body that is asked first, with who acts for it."""
    if not waits.on:
        return ""
    body, people = waits.on[0]
    if not people:
        return text("digest.on-nobody", body=body)
    who = short(people[0], NAME)
    return (
        text("digest.on-more", body=body, who=who, n=len(people) - 1)
        if len(people) > 1
        else text("digest.on", body=body, who=who)
    )


def _named(of: Page) -> Iterator[Text | str]:
    if not of.named:
        return
    yield from ("", text("digest.head-named", n=of.digest.tally.at_risk, of=of.digest.tally.members))
    most = NAMED - bool(of.unreached)  # a screen holds no more
    for each in of.named[:most]:
        yield text("digest.named", name=short(each.name, NAME), fact=fact(each.why))
    if (rest := of.digest.tally.at_risk - most) > 0:
        yield text("digest.named-more", n=rest)


def _unreached(of: Page) -> Iterator[Text | str]:
    """Say in a line whom nothing can reach: the workbook has why."""
    if not of.unreached:
        return
    names = ", ".join(short(name, CALLED) for name, _ in of.unreached[:UNREACHED])
    rest = max(0, len(of.unreached) - UNREACHED)
    yield from ("", text("digest.unreached", n=len(of.unreached), of=of.digest.tally.members, names=names, rest=rest))


def _coming(of: Page) -> Iterator[Text | str]:
    coming = of.digest.coming
    if coming:
        yield from ("", text("digest.head-coming"))
    for each, answers in coming[:SESSIONS]:
        title = _cut(each.title, TITLE)
        yield text("digest.coming", at=each.starts_at, title=title, going=answers.going, away=answers.away)
    if len(coming) > SESSIONS:
        yield text("digest.coming-more", n=len(coming) - SESSIONS)


def _to_remind(of: Page, *, is_open: bool) -> tuple[tuple[Choice, ...], ...]:
    where, tally = place(of.digest.scope), of.digest.tally
    if where is None:
        return ()
    if tally.at_risk:
        return ((choice("broadcast.remind", Segment(Who.AT_RISK, where), label="digest.do-remind"),),)
    if is_open and tally.registered < tally.members:
        return ((choice("broadcast.remind", Segment(Who.NOT_REGISTERED, where), label="digest.do-remind-new"),),)
    return ()


def _to_queue(of: Page) -> tuple[tuple[Choice, ...], ...]:
    """Return the way to what waits; where nothing does there is nothing to open."""
    return ((choice("reviews.open", label="digest.do-queue", style="good"),),) if of.digest.tally.waiting else ()


def _to_one(of: Page) -> tuple[Choice, ...]:
    return (choice("digest.people", label="digest.do-one"),) if of.digest.tally.at_risk else ()


def _cut(title: str, limit: int) -> str:
    """Return a title that fits, cut between two words."""
    return title if len(title) <= limit else f"{title[:limit].rpartition(' ')[0].rstrip()}…"
