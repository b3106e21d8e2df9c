"""The words of office XML, read as a stream: no tree, no entities, no more depth or size than a document needs."""

import io
from collections.abc import Mapping
from dataclasses import dataclass
from xml.sax import SAXException
from xml.sax.handler import ContentHandler, feature_namespaces
from xml.sax.xmlreader import AttributesNSImpl

from defusedxml.common import DefusedXmlException
from defusedxml.sax import make_parser

from papers.essay_text import CannotRead, Unread
from papers.packages import NotAPackage, Package

MOST_XML = 8 << 20
"""Bytes of one part: an essay of a thousand words has 40 to 500 kB of them."""
BOMB = 200
"""Times that no honest part shrinks: a word processor's XML packs ten to forty times."""
DEEPEST = 250
"""Elements within each other: a table in a table in a text box has about sixty."""

Name = tuple[str | None, str]
"""Namespace and local name."""


@dataclass(frozen=True, slots=True)
class Grammar:
    """Which elements mean what to a reader of words; all others are looked through."""

    says: frozenset[Name]
    """What stands in them is read."""
    paragraphs: frozenset[Name]
    asides: frozenset[Name]
    """Text boxes and notes: they stand in a paragraph and are read after it."""
    skips: frozenset[Name]
    writes: Mapping[Name, str]
    """What an element without words stands for."""
    unbreaks: frozenset[tuple[Name, ...]] = frozenset()
    """Paths (innermost last) that say: the end of this paragraph is none any more."""


def read_part(package: Package, part: str, grammar: Grammar) -> str:
    """Return the words of one part, a line a paragraph.

    Raises:
        CannotRead: bomb, too large, damaged or missing.
    """
    size, packed = package.declared(part)
    if size > MOST_XML:
        raise CannotRead(Unread.BOMB if size > packed * BOMB else Unread.TOO_LARGE)
    words = _Words(grammar)
    parser = make_parser()
    parser.setFeature(feature_namespaces, True)
    parser.forbid_dtd = True  # neither format has one; entities are refused anyway
    parser.setContentHandler(words)
    try:
        parser.parse(io.BytesIO(package.read(part)))
    except DefusedXmlException as error:
        raise CannotRead(Unread.BOMB) from error
    except (NotAPackage, SAXException, LookupError, ValueError) as error:  # the last two: an encoding nobody knows
        raise CannotRead(Unread.DAMAGED) from error
    return words.text()


class _Words(ContentHandler):
    """Collects the words as the parser goes by."""

    def __init__(self, grammar: Grammar) -> None:
        super().__init__()
        self._grammar = grammar
        self._path: list[Name] = []
        self._saying = self._skipping = 0
        self._is_joined = False
        self._flows: list[list[str]] = [[]]
        """The text at hand, innermost aside last."""
        self._after: list[list[str]] = [[]]
        """What stands aside of each flow's paragraph at hand."""

    def startElementNS(self, name: Name, qname: str | None, attrs: AttributesNSImpl) -> None:  # noqa: N802
        del qname, attrs
        grammar = self._grammar
        self._path.append(name)
        if len(self._path) > DEEPEST:
            raise CannotRead(Unread.BOMB)
        self._skipping += name in grammar.skips
        if self._skipping:
            self._is_joined |= any(tuple(self._path[-len(path) :]) == path for path in grammar.unbreaks)
            return
        self._saying += name in grammar.says
        if name in grammar.writes:
            self._flows[-1].append(grammar.writes[name])
        if name in grammar.asides:
            self._flows.append([])
            self._after.append([])

    def endElementNS(self, name: Name, qname: str | None) -> None:  # noqa: N802
        del qname
        grammar = self._grammar
        self._path.pop()
        if self._skipping:
            self._skipping -= name in grammar.skips
            return
        self._saying -= name in grammar.says
        if name in grammar.paragraphs:
            self._end_paragraph()
        if name in grammar.asides:
            aside = [*self._flows.pop(), *self._after.pop()]
            self._after[-1] += aside

    def characters(self, content: str) -> None:
        if self._saying and not self._skipping:
            self._flows[-1].append(content.replace("\n", " "))

    def _end_paragraph(self) -> None:
        if self._is_joined:
            self._is_joined = False
            return
        self._flows[-1] += ["\n", *self._after[-1]]
        self._after[-1].clear()

    def text(self) -> str:
        """Return what was read."""
        return "".join([*self._flows[0], *self._after[0]])
