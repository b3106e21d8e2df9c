"""How an officer's announcement reads, the same in the sample as when it leaves, and how far one is."""

from collections.abc import Mapping
from datetime import datetime

from journey.announcement import Announcement
from journey.segments import Who
from locales.saying import Say, Text, choice, text


def words(of: Announcement) -> Text:
    """Return the message: who it is from, the text as it was written, and whom to turn to."""
    reader = "one" if of.who is Who.ONE else "officer" if of.who is Who.ROLE else "member"
    post = text(f"broadcast.post-{of.role.replace('_', '-')}", place=of.place)
    return text(f"broadcast.message-{reader}", name=of.name, post=post, text=of.text)


def card(broadcast: int) -> str:
    """Return the name of the card that shows how far a broadcast is."""
    return f"broadcast:{broadcast}"


def state(sent: int, opens_at: datetime | None = None) -> str:
    """Return what `leaving` would say, in short: whoever has shown that need not show it again."""
    return f"{sent}" if opens_at is None else f"{sent}:{opens_at:%Y-%m-%dT%H.%M}"


def leaving(broadcast: int, *, sent: int, people: int, opens_at: datetime | None = None) -> Say:
    """Return the card of a broadcast that is leaving, or waits until `opens_at`: how many have it, how to stop it."""
    stop = choice("broadcast.stop", broadcast, label="broadcast.do-stop", style="bad")
    said = text("broadcast.leaving", sent=sent, people=people)
    if opens_at is not None:
        said = text("broadcast.waits", sent=sent, people=people, at=opens_at)
    return Say(said, choices=((stop,),), card=card(broadcast))


def ended(broadcast: int, *, is_stopped: bool, sent: int, people: int, missed: Mapping[str, int]) -> Say:
    """Return the card of one that is done, or was stopped: how many have it, and how many not (`missed`, by reason)."""
    lines = [text(f"broadcast.missed-{why}", n=n) for why, n in missed.items()]
    who = choice("broadcast.missed", broadcast, label="broadcast.do-missed", n=sum(missed.values()))
    back = choice("broadcast.open", label="broadcast.do-back")
    key = "broadcast.stopped" if is_stopped else "broadcast.done"
    return Say(
        text(key, sent=sent, people=people, lines=lines),
        choices=((who,), (back,)) if missed else ((back,),),
        card=card(broadcast),
    )
