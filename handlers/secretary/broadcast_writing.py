"""Writing to people: the text, who of them a message reaches, and the message exactly as it will be read."""

from dataclasses import replace
from zoneinfo import ZoneInfo

from handlers.arguments import number
from handlers.conversation import Choice, Data, InboxMessage, Kind, Say, Text, Turn, choice, say, text
from handlers.secretary.broadcast_choosing import CARD
from handlers.secretary.broadcast_target import Target, lost, target, writer
from journey.announcement import LONGEST, written
from journey.segments import Who, one, place
from locales import announcing, texts
from storage import broadcasts, programmes, segments
from storage.broadcasts import Broadcast
from storage.programmes import Season
from storage.segments import Count

READY = (Who.NOT_REGISTERED, Who.SILENT, Who.AT_RISK, Who.BEHIND)
"""To whom there is something ready to say."""


async def to(message: InboxMessage, segment: str) -> Turn:
    """Ask what to write to a segment."""
    found = await target(message, segment)
    if found is None:
        return lost()
    count = await segments.count(found.segment, message.local, besides=writer(message).id)
    return _asking(found, count) if count.reachable else _nobody(found, found.words, count)


async def to_one(message: InboxMessage, member: str) -> Turn:
    """Ask what to write to one person."""
    id_ = number(member)
    return lost() if id_ is None else await to(message, str(one(id_)))


def _asking(found: Target, count: Count) -> Turn:
    is_one = found.segment.who is Who.ONE
    key = "broadcast.ask-one" if is_one else "broadcast.ask"
    ready = (choice("broadcast.remind", found.segment, label="broadcast.do-ready"),)
    rows = (*((ready,) if found.segment.who in READY else ()), _back(found))
    asked = say(key, who=found.words, n=count.people, limit=LONGEST)
    return Turn(says=(_card(asked, *rows),), step="text", data={"segment": str(found.segment)})


def _nobody(found: Target, who: Text, count: Count) -> Turn:
    words = say("broadcast.nobody", who=who)
    if count.people:
        words = say("broadcast.nobody-reached", who=who, reach=_reach(count))
    return Turn(says=(_card(words, _back(found)),), step=None)


def _back(found: Target) -> tuple[Choice, ...]:
    if found.segment.who is Who.ONE:
        return (choice("menu.open", label="broadcast.do-menu"),)
    return (choice("broadcast.open", place(found.segment.scope), label="broadcast.do-back"),)


async def remind(message: InboxMessage, segment: str) -> Turn:
    """Show what is ready to be said to those who did not register, or are behind; other words may be written."""
    found = await target(message, segment)
    if found is None or found.segment.who not in READY:
        return lost()
    return await _sample(message, found, await _ready(message, found))


async def _ready(message: InboxMessage, found: Target) -> str:
    """Return the words, in the language the programme is written in."""
    key, task, season = f"broadcast.ready-{found.segment.who}", "", await programmes.current_season()
    if found.segment.who is Who.BEHIND and season is not None:
        known = (await programmes.parsed(season.programme)).task(found.segment.subject)
        task = f"{known.code} {known.title}"
    if found.segment.who is Who.NOT_REGISTERED and not _is_open(season, message):
        key = "broadcast.ready-new-closed"
    return texts.render(texts.LANGUAGES[0], key, {"task": task}, ZoneInfo("UTC"))


def _is_open(season: Season | None, message: InboxMessage) -> bool:
    return season is not None and season.opens_on <= message.today <= season.closes_on


async def write(message: InboxMessage, data: Data) -> Turn:
    """Take the text, and show it as it will be read.

    Raises:
        AnnouncementTooLong, AddressNotSafe
    """
    found = await target(message, str(data.get("segment", "")))
    if found is None:
        return lost()
    if message.kind is not Kind.TEXT or not message.text.strip():
        return Turn(says=(say("broadcast.only-text"),))
    return await _sample(message, found, written(message.text), again_of=data.get("again_of"))


async def again(message: InboxMessage, id_: str) -> Turn:
    """Show the same text for those who missed it."""
    before = await mine(message, id_)
    found = await target(message, str(before.segment)) if before is not None else None
    if before is None or found is None or before.state not in ("done", "stopped"):
        return lost()
    return await _sample(message, found, before.text, again_of=before.id)


async def mine(message: InboxMessage, raw: str) -> Broadcast | None:
    """Return the broadcast of the person who writes that `raw` names."""
    id_ = number(raw)
    return None if id_ is None else await broadcasts.of_author(id_, writer(message).id)


async def _sample(message: InboxMessage, found: Target, said: str, *, again_of: int | None = None) -> Turn:
    """Keep the text, and show it with whom it reaches; nothing leaves yet."""
    season = await programmes.current_season()
    id_ = await broadcasts.draft(
        found.segment,
        said,
        author=writer(message).id,
        chat=message.chat,
        season=season.id if season is not None else None,
        again_of=again_of,
        role=found.post.role,
        place=found.place,
        now=message.now,
    )
    kept = await broadcasts.of_author(id_, writer(message).id)
    assert kept is not None
    count = await broadcasts.count(kept, message.local)
    who = found.words if again_of is None else text("broadcast.who-again", who=found.words)
    if not count.reachable:
        return _nobody(found, who, count)
    shown = Say(announcing.words(found.announcement(message, said)))
    asked = say("broadcast.sample", who=who, reach=_reach(count), when=_when(message, found))
    is_one = found.segment.who is Who.ONE
    label = "broadcast.do-send-one" if is_one else "broadcast.do-send"
    rows = (
        (choice("broadcast.send", id_, label=label, n=count.reachable, style="good"),),
        (choice("broadcast.discard", id_, label="broadcast.do-not"),),
    )
    data = {"segment": str(found.segment), **({"again_of": again_of} if again_of is not None else {})}
    return Turn(says=(shown, _card(asked, *rows)), step="text", data=data)


def _reach(count: Count) -> list[Text]:
    lines = [text("broadcast.reach", people=count.people, reachable=count.reachable)]
    if count.not_joined:
        lines.append(text("broadcast.reach-not-joined", n=count.not_joined))
    if count.closed:
        lines.append(text("broadcast.reach-closed", n=count.closed))
    return lines


def _when(message: InboxMessage, found: Target) -> Text:
    local = message.local
    opens_at = message.hours(message.today).opens_at(local, found.segment.audience)
    return text("broadcast.when-now") if opens_at <= local else text("broadcast.when-later", at=opens_at)


def _card(words: Say, *rows: tuple[Choice, ...]) -> Say:
    return replace(words, choices=rows, card=CARD, fresh=True)
