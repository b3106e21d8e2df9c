"""A picture somebody sent: judged by its bytes, made anew without what it told about the sender.

Run in a child process with limits (papers.inspector): decoders are where hostile files do harm.
"""

import hashlib
import importlib
import io
import re
import warnings
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime

from PIL import Image

from journey.photo_likeness import Look
from journey.refusal import Refused
from papers.picture_views import looks
from papers.sniffing import sniff

MAX_SIDE = 2560
"""Of the picture kept, in pixels: a certificate photographed whole can be read."""
THUMBNAIL_SIDE = 512

_FORMATS = {"image/jpeg": "JPEG", "image/png": "PNG", "image/webp": "WEBP", "image/gif": "GIF"}
_UPRIGHT = {  # EXIF 2.32, tag 0x0112: how to turn what the camera stored
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
_ORIENTATION, _EXIF_IFD, _TAKEN = 0x0112, 0x8769, (0x9003, 0x9004)


class EmptyFile(Refused):
    """It has no bytes."""


class NotAPicture(Refused):
    """`found` is the kind recognised, as a file name extension; None when none was."""

    def __init__(self, found: str | None) -> None:
        super().__init__(found)
        self.found = found


class UnsupportedPicture(Refused):
    """A picture of a `kind` we do not read, as "heic"."""

    def __init__(self, kind: str) -> None:
        super().__init__(kind)
        self.kind = kind


class BrokenPicture(Refused):
    """Cut off or damaged."""


class TooManyPixels(Refused):
    def __init__(self, pixels: int, limit: int) -> None:
        super().__init__(pixels, limit)
        self.pixels, self.limit = pixels, limit


@dataclass(frozen=True)
class Picture:
    jpeg: bytes
    """Upright, at most MAX_SIDE long, no metadata."""
    thumbnail: bytes
    """JPEG, at most THUMBNAIL_SIDE long."""
    width: int
    """Of `jpeg`, as is `height`."""
    height: int
    sha256: str
    """Of the bytes that were sent, in hexadecimal."""
    taken_at: datetime | None
    """What the camera's clock said: local, without a zone, and as right as that clock."""
    dhash: int
    """64 bits, unsigned; copies differ in at most 6, other photos in 17 and more (DEPENDENCIES 6)."""
    looks: dict[int, Look]
    """By window (papers.picture_views), those with something to see."""


def check_picture(data: bytes, *, max_pixels: int) -> Picture:
    """Return the picture made anew; of an animation, its first frame.

    Raises:
        EmptyFile, NotAPicture, UnsupportedPicture, TooManyPixels, BrokenPicture.
    """
    if not data:
        raise EmptyFile
    stored = _open(data, _format(data), max_pixels)
    taken_at = _taken_at(stored)
    picture = _upright(stored)
    small = picture.copy()
    small.thumbnail((THUMBNAIL_SIDE, THUMBNAIL_SIDE), reducing_gap=2)
    return Picture(
        _jpeg(picture, quality=86),
        _jpeg(small, quality=80),
        *picture.size,
        hashlib.sha256(data).hexdigest(),
        taken_at,
        _dhash(small),
        looks(small),
    )


def _format(data: bytes) -> str:
    """Return the one format the bytes may be opened as."""
    kind = sniff(data)
    if kind is None or not kind.is_image:
        raise NotAPicture(kind.extension if kind else None)
    if kind.mime == "image/heic" and _reads_heic():
        return "HEIF"
    if kind.mime not in _FORMATS:
        raise UnsupportedPicture(kind.extension)
    return _FORMATS[kind.mime]


def _reads_heic() -> bool:
    """Say whether the operator installed pillow-heif, which we may not ship: its wheels are GPL."""
    try:
        importlib.import_module("pillow_heif").register_heif_opener()
    except ImportError:
        return False
    return True


def _open(data: bytes, picture_format: str, max_pixels: int) -> Image.Image:
    """Return the picture decoded whole; its size is judged before a pixel is."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            image = Image.open(io.BytesIO(data), formats=[picture_format])
            if image.width * image.height > max_pixels:
                raise TooManyPixels(image.width * image.height, max_pixels)
            image.draft("RGB", (MAX_SIDE, MAX_SIDE))
            image.load()
    except (Image.DecompressionBombWarning, Image.DecompressionBombError) as error:
        raise TooManyPixels(_pixels_named(error), max_pixels) from error
    except (Refused, MemoryError):
        raise
    except Exception as error:  # a decoder given nonsense raises nearly anything
        raise BrokenPicture from error
    return image


def _pixels_named(error: Exception) -> int:
    """Return the count told by Pillow's "Image size (900000000 pixels) exceeds …"."""
    found = re.search(r"\((\d+) pixels\)", str(error))
    return int(found[1]) if found else Image.MAX_IMAGE_PIXELS or 0


def _taken_at(image: Image.Image) -> datetime | None:
    with suppress(Exception):  # EXIF is written by cameras, editors and forgers; none of it decides anything
        details = image.getexif().get_ifd(_EXIF_IFD)
        text = str(next(filter(None, map(details.get, _TAKEN))))
        return datetime.fromisoformat(text[:10].replace(":", "-") + text[10:19])
    return None


def _upright(image: Image.Image) -> Image.Image:
    """Return it in RGB, no larger than we keep, turned as the camera was held, transparency on white."""
    turn = None
    with suppress(Exception):
        turn = _UPRIGHT.get(image.getexif().get(_ORIENTATION, 1))
    image = image.convert("RGBA" if image.has_transparency_data else "RGB")
    image.thumbnail((MAX_SIDE, MAX_SIDE), reducing_gap=2)
    if image.mode == "RGBA":
        ground = Image.new("RGB", image.size, "white")
        ground.paste(image, mask=image.getchannel("A"))
        image = ground
    return image.transpose(turn) if turn is not None else image


def _jpeg(image: Image.Image, *, quality: int) -> bytes:
    out = io.BytesIO()
    image.info.clear()  # Pillow would copy the sender's comment and XMP
    image.save(out, "JPEG", quality=quality)
    return out.getvalue()


def _dhash(image: Image.Image) -> int:
    """Return one bit a pair of neighbours: is the right one brighter?"""
    tones = image.convert("L").resize((9, 8), Image.Resampling.LANCZOS).tobytes()
    bits = 0
    for row in range(8):
        for column in range(8):
            bits = bits << 1 | (tones[row * 9 + column + 1] > tones[row * 9 + column])
    return bits
