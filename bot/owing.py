"""What a job wants said, as rows of the outbox."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

import structlog

from bot import wire
from bot.channels.channel import Capabilities
from bot.ids import Ids
from handlers.rendering import Spoken, Words
from scheduler.desk import Desk
from storage.outbox import Owed

log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class Owing:
    """The words, what each channel can by its name, and the ids that the rows get."""

    words: Words
    can: Mapping[str, Capabilities]
    ids: Ids

    def rows(self, desk: Desk, now: datetime) -> Iterator[tuple[Spoken, list[Owed]]]:
        """Yield each message of `desk` in words with its rows; one for a channel that is gone is left out."""
        for chat, language, say in desk.owed:
            channel = chat.partition(":")[0]
            if channel not in self.can:  # a bot that is no longer configured
                log.warning("nobody can say this", channel=channel)
                continue
            spoken = self.words.spoken(say, chat, language)
            yield spoken, wire.owed(spoken, self.can[channel], self.ids, now)
