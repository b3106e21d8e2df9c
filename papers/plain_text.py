"""Text without a format, in the encodings that people's editors write.

What has no mark of its own is UTF-8, or UTF-16 when every other byte is a zero, or else Windows-1258, the Vietnamese
code page of old Windows, which has the five tones as letters of their own.
"""

import codecs

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_WIDE = 0.4
"""Share of zeros among the upper bytes of UTF-16: of Vietnamese letters a quarter lie beyond U+00FF, spaces do not."""
_WHITE = frozenset("\t\n\r\f\v")


class NotPlainText(Exception):
    """The bytes are no text in an encoding we know."""


def decoded(data: bytes) -> str:
    """Return the text as it was written, in whatever normal form.

    Raises:
        NotPlainText
    """
    for encoding in _encodings(data):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if all(letter >= " " or letter in _WHITE for letter in text):
            return text
    raise NotPlainText


def _encodings(data: bytes) -> tuple[str, ...]:
    marked = next((encoding for mark, encoding in _MARKS if data.startswith(mark)), None)
    if marked is not None:
        return (marked,)
    if b"\0" not in data:
        return ("utf-8", "cp1258")
    low, high = data[::2], data[1::2]
    if high.count(0) >= _WIDE * len(high):
        return ("utf-16-le",)
    return ("utf-16-be",) if low.count(0) >= _WIDE * len(low) else ()
