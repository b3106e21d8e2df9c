"""Small files to hand in, made on the spot."""

import io
from random import Random

from PIL import Image

from bot.web import demo_pictures


def photo(tone: int = 0, size: int = 64) -> bytes:
    """Return a JPEG; another `tone` is another picture."""
    out = io.BytesIO()
    Image.new("RGB", (size, size), (tone % 256, 80, 120)).save(out, "JPEG")
    return out.getvalue()


PDF = (
    b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\n"
    b"trailer<</Root 1 0 R>>\n%%EOF\n"
)

SCAN = demo_pictures.essay(Random(7))
"""A PDF of pages that are pictures: people read it, no machine counts its words."""
