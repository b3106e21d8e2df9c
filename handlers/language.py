"""The language of a chat."""

from dataclasses import replace

from handlers.conversation import Conversation, InboxMessage, Turn, choice, say
from locales.texts import LANGUAGES
from storage import chats


async def open_(_message: InboxMessage, *_args: str) -> Turn:
    """Offer the languages, each in its own words."""
    rows = tuple((choice("language.set", language, label=f"language.{language}"),) for language in LANGUAGES)
    return Turn(says=(replace(say("language.ask"), choices=rows, card="language"),))


async def set_(message: InboxMessage, language: str) -> Turn:
    """Speak `language` in this chat, from the next message on."""
    assert message.person is not None
    if language not in LANGUAGES:
        return await open_(message)
    await chats.set_language(message.chat, language)
    done = replace(say(f"language.set-{language}"), card="language")
    return Turn(says=(replace(done, choices=((choice("menu.open", label=f"language.menu-{language}"),),)),))


LANGUAGE = Conversation("language", command="/ngonngu", open_=open_, actions={"open": open_, "set": set_})
