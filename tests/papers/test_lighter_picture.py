"""Pictures as platforms take them: JPEG under a limit, with nothing but what is seen."""

import io
from random import Random

import pytest
from PIL import Image

from papers.lighter_picture import MIB, lighter
from tests.handlers.pictures import photo


def opened(data: bytes) -> Image.Image:
    image = Image.open(io.BytesIO(data))
    image.load()
    return image


def noise(side: int, kind: str) -> bytes:
    """Return a picture that compresses as badly as any."""
    out = io.BytesIO()
    Image.frombytes("RGB", (side, side), Random(1).randbytes(side * side * 3)).save(out, kind)
    return out.getvalue()


@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
def test_whatever_it_is_it_becomes_a_jpeg_under_the_limit(kind: str) -> None:
    made = lighter(noise(1600, kind))
    assert len(made) <= MIB
    assert opened(made).format == "JPEG"
    assert min(opened(made).size) > 500


def test_a_picture_that_is_light_already_is_left_as_it_is_and_one_that_tells_of_its_sender_is_not() -> None:
    plain = photo(3)
    assert lighter(plain) is plain
    told = io.BytesIO()
    exif = Image.Exif()
    exif[0x010F] = "Camera of Lan"
    opened(plain).save(told, "JPEG", exif=exif)
    made = lighter(told.getvalue())
    assert (b"Lan" in told.getvalue(), b"Lan" in made) == (True, False)


def test_a_chart_keeps_its_thin_lines_and_its_ground_is_white() -> None:
    drawn = Image.new("RGBA", (800, 400), (0, 0, 0, 0))
    for x in range(100, 700, 40):
        drawn.putpixel((x, 50), (200, 0, 0, 255))
        drawn.paste((200, 0, 0, 255), (x, 100, x + 1, 300))
    out = io.BytesIO()
    drawn.save(out, "PNG")
    made = opened(lighter(out.getvalue()))
    ground, line = made.getpixel((20, 20)), made.getpixel((100, 200))
    assert (made.size, ground) == ((800, 400), (255, 255, 255))
    assert isinstance(line, tuple)
    assert line[0] - line[1] > 100
