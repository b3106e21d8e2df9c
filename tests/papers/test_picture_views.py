"""What a picture looks like: the same after what people do to a picture, another for another one."""

import io
import random

import pytest
from PIL import Image

from benchmarks.photographs import ALTERED, photograph, screenshot
from journey.photo_likeness import Search, View
from papers.picture_views import looks

PICTURES = [photograph(number) for number in range(4)]
KEPT = [View(number, *each) for number, image in enumerate(PICTURES) for each in looks(image).items()]


@pytest.mark.parametrize("kind", [*ALTERED, "screenshot"])
def test_an_altered_copy_is_known(kind: str) -> None:
    alter = {**ALTERED, "screenshot": screenshot}[kind]
    copy = Image.open(io.BytesIO(alter(PICTURES[1], random.Random(1))))
    assert list(Search(looks(copy)).nearest(KEPT)) == [1]


def test_a_crop_is_known_when_the_whole_comes_after_it() -> None:
    crop = Image.open(io.BytesIO(ALTERED["cropped"](PICTURES[2], random.Random(2))))
    kept = [View(9, *each) for each in looks(crop).items()]
    assert list(Search(looks(PICTURES[2])).nearest(kept)) == [9]


def test_a_blank_picture_looks_like_nothing() -> None:
    assert looks(Image.new("RGB", (64, 64), (10, 80, 120))) == {}
