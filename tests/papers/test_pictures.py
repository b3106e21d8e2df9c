import hashlib
import io
import zipfile
from datetime import datetime

import pytest
from PIL import Image

from papers.pictures import (
    BrokenPicture,
    EmptyFile,
    NotAPicture,
    Picture,
    TooManyPixels,
    UnsupportedPicture,
    check_picture,
)
from tests.papers.files import HEIC, HTML, PDF, photo, png_of, saved

LIMIT = 40_000_000


def checked(data: bytes) -> Picture:
    return check_picture(data, max_pixels=LIMIT)


def opened(jpeg: bytes) -> Image.Image:
    return Image.open(io.BytesIO(jpeg), formats=["JPEG"])


def apart(one: Picture, other: Picture) -> int:
    return (one.dhash ^ other.dhash).bit_count()


def test_photo_is_kept_with_a_thumbnail_and_the_hash_of_what_was_sent() -> None:
    data = photo((1600, 1200))
    found = checked(data)
    assert (found.width, found.height) == opened(found.jpeg).size == (1600, 1200)
    assert max(opened(found.thumbnail).size) == 512
    assert found.sha256 == hashlib.sha256(data).hexdigest()


def test_large_photo_is_made_smaller() -> None:
    found = checked(photo((4000, 3000)))
    assert (found.width, found.height) == (2560, 1920)


def test_place_and_phone_are_gone_from_what_is_kept() -> None:
    data = photo(latitude=(10.0, 46.0, 33.0), taken="2026:03:05 08:30:00")
    assert b"SecretPhone" in data
    assert b"SecretComment" in data
    found = checked(data)
    for kept in (found.jpeg, found.thumbnail):
        assert not opened(kept).getexif()
        assert b"Exif" not in kept
        assert b"Secret" not in kept


def test_comments_and_xmp_of_other_formats_are_gone_too() -> None:
    image = Image.new("RGB", (64, 64), "white")
    for data in (
        saved(image, "GIF", comment=b"SecretComment"),
        saved(image, "WEBP", xmp=b"<x>SecretXmp</x>"),
    ):
        assert b"Secret" in data
        assert b"Secret" not in checked(data).jpeg


def test_camera_s_clock_is_read_as_local_time() -> None:
    assert checked(photo(taken="2026:03:05 08:30:00")).taken_at == datetime.fromisoformat("2026-03-05T08:30")


@pytest.mark.parametrize("taken", ["0000:00:00 00:00:00", "hôm qua", "", "2026:13:05 08:30:00"])
def test_nonsense_on_the_camera_s_clock_is_no_fault_of_the_photo(taken: str) -> None:
    assert checked(photo(taken=taken)).taken_at is None


def test_photo_is_turned_as_it_was_held() -> None:
    found = checked(photo((640, 480), orientation=6))
    assert (found.width, found.height) == (480, 640)
    assert apart(found, checked(saved(opened(photo((640, 480))).rotate(-90, expand=True), "JPEG"))) <= 2


def test_copies_of_a_photo_have_near_hashes_and_others_have_not() -> None:
    original = checked(photo((1600, 1200)))
    copy = checked(saved(opened(photo((1600, 1200))).resize((800, 600)), "JPEG", quality=40))
    other = checked(saved(Image.radial_gradient("L").convert("RGB"), "JPEG"))
    assert apart(original, copy) <= 6
    assert apart(original, other) > 10
    assert 0 <= original.dhash < 1 << 64


@pytest.mark.parametrize("picture_format", ["PNG", "WEBP", "GIF"])
def test_other_formats_become_jpeg(picture_format: str) -> None:
    found = checked(saved(Image.new("RGB", (90, 60), "#0b5cab"), picture_format))
    assert opened(found.jpeg).size == (90, 60)


def test_first_frame_of_an_animation_is_kept() -> None:
    frames = [Image.new("RGB", (40, 40), colour) for colour in ("red", "blue")]
    found = checked(saved(frames[0], "GIF", save_all=True, append_images=frames[1:]))
    red, _, blue = pixel(found)
    assert red > 200 > 50 > blue


@pytest.mark.parametrize("mode", ["RGBA", "LA", "P", "CMYK", "L", "1"])
def test_every_kind_of_colour_is_kept_and_transparency_lies_on_white(mode: str) -> None:
    is_nothing_white = mode in {"RGBA", "LA", "CMYK"}
    image = Image.new(mode, (40, 40), (0,) * len(mode) if is_nothing_white else "white")
    found = checked(saved(image, "JPEG" if mode == "CMYK" else "PNG"))
    assert min(pixel(found)) > 240


@pytest.mark.parametrize("kept", [0.2, 0.5, 0.9])
@pytest.mark.parametrize("picture_format", ["JPEG", "PNG", "WEBP", "GIF"])
def test_photo_cut_off_is_refused(picture_format: str, kept: float) -> None:
    data = saved(Image.effect_noise((300, 300), 80).convert("RGB"), picture_format)
    with pytest.raises(BrokenPicture):
        checked(data[: int(len(data) * kept)])


@pytest.mark.parametrize(("width", "height"), [(10_000, 10_000), (30_000, 30_000), (7_000, 7_000)])
def test_bomb_is_refused_by_its_size_alone(width: int, height: int) -> None:
    with pytest.raises(TooManyPixels) as caught:
        checked(png_of(width, height))
    assert (caught.value.pixels, caught.value.limit) == (width * height, LIMIT)


def test_nothing_is_refused_as_nothing() -> None:
    with pytest.raises(EmptyFile):
        checked(b"")


@pytest.mark.parametrize(("data", "found"), [(HTML, None), (b"hello", None), (PDF, "pdf"), (b"MZ" + b"\0" * 99, "exe")])
def test_what_is_no_picture_is_named(data: bytes, found: str | None) -> None:
    with pytest.raises(NotAPicture) as caught:
        checked(data)
    assert caught.value.found == found


@pytest.mark.parametrize(
    ("data", "kind"), [(HEIC, "heic"), (b"BM" + b"\0" * 99, "bmp"), (b"II*\0" + b"\0" * 99, "tif")]
)
def test_pictures_we_do_not_read_are_named(data: bytes, kind: str) -> None:
    with pytest.raises(UnsupportedPicture) as caught:
        checked(data)
    assert caught.value.kind == kind


def test_archive_behind_a_photo_does_not_come_along() -> None:
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w") as hidden:
        hidden.writestr("payload.html", HTML)
    both = photo() + archive.getvalue()
    assert zipfile.is_zipfile(io.BytesIO(both))
    found = checked(both)
    assert not zipfile.is_zipfile(io.BytesIO(found.jpeg))
    assert HTML not in found.jpeg


def pixel(found: Picture) -> tuple[int, ...]:
    colour = opened(found.jpeg).getpixel((20, 20))
    assert isinstance(colour, tuple)
    return colour
