"""What kind of file some bytes are, whatever they are called."""

from dataclasses import dataclass

import filetype  # type: ignore[import-untyped]

_HEAD = 8192
"""No signature lies deeper."""


@dataclass(frozen=True, slots=True)
class FileKind:
    mime: str
    extension: str

    @property
    def is_image(self) -> bool:
        return self.mime.startswith("image/")


def sniff(data: bytes) -> FileKind | None:
    """Return the kind its first bytes tell; None when they tell nothing, as with text."""
    kind = filetype.guess(data[:_HEAD]) if data else None
    return FileKind(kind.mime, kind.extension) if kind else None
