"""The photo that people send in the benchmarks: small, valid, and the same for all."""

from io import BytesIO

from PIL import Image


def jpeg() -> bytes:
    """Return a JPEG of 640 × 480, some ten kilobytes."""
    shades = Image.radial_gradient("L").resize((640, 480))
    out = BytesIO()
    Image.merge("RGB", (shades, shades.rotate(90), shades.rotate(180))).save(out, "JPEG", quality=80)
    return out.getvalue()
