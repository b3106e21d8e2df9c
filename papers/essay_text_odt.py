"""The words of an .odt (OpenDocument 1.2 and later): what a reader sees.

Deleted text lies apart in a file that tracks its changes, and is not read; nor are comments. Text boxes and notes
are read after the paragraph they stand in.
"""

from papers.essay_text import CannotRead, Unread
from papers.essay_text_xml import Grammar, Name, read_part
from papers.packages import NotAPackage, Package

_MAIN = "content.xml"
_PICTURES = "Pictures/"
_MANIFEST = "META-INF/manifest.xml"
_ENCRYPTED = b"encryption-data"

_OASIS = "urn:oasis:names:tc:opendocument:xmlns:"


def _names(prefix: str, *names: str) -> frozenset[Name]:
    return frozenset((f"{_OASIS}{prefix}:1.0", name) for name in names)


_TEXT = f"{_OASIS}text:1.0"
_GRAMMAR = Grammar(
    says=_names("text", "p", "h"),
    paragraphs=_names("text", "p", "h"),
    asides=_names("text", "note-body") | _names("drawing", "text-box"),
    skips=_names("text", "tracked-changes", "note-citation", "ruby-text")
    | _names("office", "annotation", "forms")
    | _names("svg-compatible", "title", "desc"),
    writes={(_TEXT, "s"): " ", (_TEXT, "tab"): "\t", (_TEXT, "line-break"): "\n"},
)


def read(package: Package) -> str:
    """Return the words of the text and of its notes.

    Raises:
        CannotRead
    """
    try:
        if _MANIFEST in package.names and _ENCRYPTED in package.read(_MANIFEST):
            raise CannotRead(Unread.ENCRYPTED)
    except NotAPackage as error:
        raise CannotRead(Unread.DAMAGED) from error
    text = read_part(package, _MAIN, _GRAMMAR)
    if not text.strip() and any(name.startswith(_PICTURES) for name in package.names):
        raise CannotRead(Unread.NO_TEXT)
    return text
