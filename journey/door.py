"""Where people find a bot of ours: what it is called, the address that opens a chat with it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Door:
    """Of the bot `bot` ("zalo.tay"); "" is what its platform does not tell.

    `opens_with` is the address that opens a chat and brings a word, which is put behind it.
    """

    bot: str
    called: str = ""
    address: str = ""
    opens_with: str = ""
