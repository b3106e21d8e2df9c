"""A picture as a platform takes it: JPEG, under a limit of bytes, telling nothing but what is seen.

For pictures of our own making (drawn, or made anew by papers.pictures); what people send is checked there first.
"""

import io

from PIL import Image

MIB = 1024 * 1024
"""Bytes: what a Zalo Official Account takes, and what opens fast on a phone (ZALO 4.5)."""

QUALITIES = (92, 84, 74)
"""Tried in turn: thin letters and lines of a chart stay clean at the first, a photo is still good at the last."""

_SHRINK = 0.8
"""Of each side, when no quality was enough."""


def lighter(data: bytes, limit: int = MIB) -> bytes:
    """Return the picture `data` (PNG or JPEG) as a JPEG of at most `limit` bytes, as large and fine as that allows."""
    image: Image.Image = Image.open(io.BytesIO(data), formats=["JPEG", "PNG"])
    if image.format == "JPEG" and len(data) <= limit and not image.getexif():
        return data
    image = _on_white(image)
    while True:
        for quality in QUALITIES:
            if len(made := _jpeg(image, quality)) <= limit:
                return made
        image = image.resize((max(1, int(image.width * _SHRINK)), max(1, int(image.height * _SHRINK))))


def _on_white(image: Image.Image) -> Image.Image:
    """Return it without transparency."""
    if not image.has_transparency_data:
        return image.convert("RGB")
    image = image.convert("RGBA")
    ground = Image.new("RGB", image.size, "white")
    ground.paste(image, mask=image.getchannel("A"))
    return ground


def _jpeg(image: Image.Image, quality: int) -> bytes:
    out = io.BytesIO()
    image.info.clear()
    image.save(out, "JPEG", quality=quality, subsampling=0)
    return out.getvalue()
