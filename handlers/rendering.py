"""Turning what a conversation says into finished words for one chat, in its language."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any, TypeVar
from zoneinfo import ZoneInfo

from handlers.conversation import Choice, Document, Elastic, Link, Picture, Say, Text, Urgency, Way
from locales import texts

Drawn = TypeVar("Drawn", Picture, Document)

Addresses = Callable[[Link], str | None]
"""Returns the address of a link; None where the product has none that people reach."""


_ANY = Link(0)
"""Whichever: either every link has an address, or none."""


def no_address(_link: Link) -> None:
    """Nobody reaches a page of ours."""


@dataclass(frozen=True, slots=True)
class Option:
    """A choice in words; `instead_of` as Choice has it.

    `words` are those in its label that may be cut where there is no room for them, as Elastic has it.
    """

    label: str
    action: str
    style: str = ""
    url: str | None = None
    instead_of: Way | None = None
    words: str = ""
    by_end: bool = False


@dataclass(frozen=True, slots=True)
class Spoken:
    """A Say in words, for one chat; the fields are those of Say.

    `is_aside`: it is about how somebody wrote; what was asked before it still is. `lead`: the words of the same turn
    that its text begins with, which a newer version of its card says, too; `ends`: the cards that end with those.
    """

    chat: str
    text: str
    options: tuple[tuple[Option, ...], ...] = ()
    card: str | None = None
    fresh: bool = False
    quiet: timedelta = timedelta(0)
    pictures: tuple[Picture, ...] = ()
    documents: tuple[Document, ...] = ()
    urgency: Urgency = Urgency.REPLY
    must_arrive: bool = False
    key: str | None = None
    after: timedelta = timedelta(0)
    within: timedelta | None = None
    language: str = "vi"
    asks_number: bool = False
    bites: bool = False
    has_gallery: bool = False
    are_known: bool = False
    is_passing: bool = False
    is_aside: bool = False
    briefly: str = ""
    only_looks: bool = False
    lead: str = ""
    ends: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Words:
    """The sentences in the product's time zone, links as their addresses."""

    zone: ZoneInfo
    address: Addresses = no_address

    def spoken(self, say: Say, chat: str, language: str) -> Spoken:
        """Return `say` in words for `chat`."""
        has_pages = self.address(_ANY) is not None
        return Spoken(
            chat=chat,
            text=self.text(say.text, language),
            options=self._options(say.choices, language),
            card=say.card,
            fresh=say.fresh,
            quiet=say.quiet,
            pictures=tuple(self._drawn(picture, language) for picture in say.pictures),
            documents=tuple(self._drawn(document, language) for document in say.documents),
            urgency=say.urgency,
            must_arrive=say.must_arrive,
            key=say.key,
            after=say.after,
            within=say.within,
            language=language,
            asks_number=say.asks_number,
            has_gallery=say.has_gallery and has_pages,
            are_known=say.are_known and (has_pages or not say.has_gallery),
            bites=say.bites,
            is_passing=say.is_passing,
            briefly=self.text(say.briefly, language) if say.briefly else "",
            only_looks=say.only_looks,
        )

    def text(self, text: Text, language: str) -> str:
        """Return a sentence, the sentences inside it too."""
        params = {name: self._value(value, language) for name, value in text.params.items()}
        return texts.render(language, text.key, params, self.zone)

    def _value(self, value: Any, language: str) -> Any:
        if isinstance(value, Text):
            return self.text(value, language)
        if isinstance(value, Elastic):
            return value.words
        if isinstance(value, Link):
            return self.address(value) or self.text(Text("pages.no-address"), language)
        if isinstance(value, list | tuple):
            return [self._value(each, language) for each in value]
        if isinstance(value, Mapping):
            return {name: self._value(each, language) for name, each in value.items()}
        return value

    def _options(self, choices: tuple[tuple[Choice, ...], ...], language: str) -> tuple[tuple[Option, ...], ...]:
        """Return the choices in words; one that would open a page without an address is left out."""
        rows = (tuple(filter(None, (self._option(choice, language) for choice in row))) for row in choices)
        return tuple(row for row in rows if row)

    def _option(self, choice: Choice, language: str) -> Option | None:
        if choice.is_for_page and self.address(_ANY) is None:
            return None
        url = None if choice.link is None else self.address(choice.link)
        if choice.link is not None and url is None:
            return None
        may_cut = next((each for each in choice.label.params.values() if isinstance(each, Elastic)), Elastic(""))
        label = self.text(choice.label, language)
        return Option(
            label, choice.action, choice.style, url, choice.instead_of, words=may_cut.words, by_end=may_cut.by_end
        )

    def _drawn(self, what: Drawn, language: str) -> Drawn:
        return what if what.values is None else replace(what, values=self._value(what.values, language))
