"""How an officer's announcement reads, the same in the sample as when it leaves; and the card of one that is leaving."""

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


def leaving(broadcast: int, *, sent: int, people: int) -> Say:
    """Return the card of a broadcast that is leaving: how many have it, and the way to stop it."""
    stop = choice("broadcast.stop", broadcast, label="broadcast.do-stop", style="bad")
    return Say(text("broadcast.leaving", sent=sent, people=people), choices=((stop,),), card=card(broadcast))
