"""Who hears of it: what others are told, in which of their chats and when; what somebody did is answered at once."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta, tzinfo

from handlers.conversation import HoursOn, Say, Urgency
from handlers.rendering import Spoken, Words
from journey.allowance import Allowances
from journey.person import Person
from journey.sending_hours import Audience
from storage import chats, reach


@dataclass(frozen=True, slots=True)
class Telling:
    """In one time zone, within what the bots' platforms allow; `hours` are those at which people are told news."""

    words: Words
    zone: tzinfo
    hours: HoursOn
    allowed: Allowances

    async def told(self, tells: Sequence[tuple[int, Say]], now: datetime, by: Person | None = None) -> list[Spoken]:
        """Return what is said in the chat of everyone told; who is in no chat is not told here.

        At night, on a holiday and around Tết it waits, but for the person whose doing it is (`by`): it is their answer.
        """
        if not tells:
            return []
        urgency = max(say.urgency.value for _, say in tells)
        reached = await reach.people({person for person, _ in tells}, self.allowed, now, urgency)
        wait = self._wait(now)
        found = []
        for person, say in tells:
            if person in reached:
                is_answer = by is not None and by.id == person
                there = reached[person].chat
                meant = answer_of(say) if is_answer else say if say.at_once else replace(say, after=say.after + wait)
                found.append(self.words.spoken(meant, there.chat, there.language))
        return found

    async def elsewhere(self, says: Sequence[tuple[str, Say]]) -> list[Spoken]:
        """Return what is said in chats by their keys; it is news there."""
        found = await chats.load({chat for chat, _ in says}) if says else {}
        news = [(chat, replace(say, urgency=Urgency.NEWS)) for chat, say in says if chat in found]
        return [self.words.spoken(say, chat, found[chat].language) for chat, say in news]

    def _wait(self, now: datetime) -> timedelta:
        """Return how long after `now` (UTC) people may be told news."""
        local = now.astimezone(self.zone)
        return self.hours(local.date()).opens_at(local, Audience.MEMBER) - local


def answer_of(say: Say) -> Say:
    """Return `say` as it is said to who did something: they wait for it, whatever it is to others."""
    return replace(say, urgency=Urgency.REPLY) if say.urgency is Urgency.NEWS else say
