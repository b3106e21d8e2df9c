"""Made photographs for the figures of photo reuse: halls, streets, papers and groups; and copies of them, altered."""

import io
import random
from collections.abc import Callable

from PIL import Image, ImageDraw, ImageFilter, ImageFont, ImageOps

SIZE = (960, 720)
PLACES = 60
"""Places that photographs are taken at, so that many show the same hall with others in it."""

_FONT = "papers/fonts/BeVietnamPro-Bold.ttf"
_CAPTION = "Hội trại thanh niên 2027"


def photograph(number: int) -> Image.Image:
    """Return photograph `number`: one of the places from where one happens to stand, with whoever is there."""
    dice = random.Random(f"photograph/{number}")
    place = random.Random(f"place/{dice.randrange(PLACES)}")
    image = _place(place)
    draw = ImageDraw.Draw(image)
    for _ in range(dice.randint(3, 12)):
        _person(draw, dice)
    zoom, across, down = dice.uniform(0.62, 0.9), dice.random(), dice.random()
    width, height = round(SIZE[0] * zoom), round(SIZE[1] * zoom)
    left, top = round((SIZE[0] - width) * across), round((SIZE[1] - height) * down)
    image = image.crop((left, top, left + width, top + height)).resize(SIZE, Image.Resampling.BICUBIC)
    image = Image.blend(image, Image.effect_noise(SIZE, 40).convert("RGB"), 0.08)
    return image.filter(ImageFilter.GaussianBlur(dice.uniform(0, 1.2))).point(_light(dice.uniform(0.75, 1.25)))


def _light(factor: float) -> Callable[[int], float]:
    return lambda tone: min(255, tone * factor)


def _place(dice: random.Random) -> Image.Image:
    ground, wall = _colour(dice), _colour(dice)
    image = Image.new("RGB", SIZE, wall)
    shade = Image.linear_gradient("L").resize(SIZE)
    image = Image.composite(Image.new("RGB", SIZE, _colour(dice)), image, shade.rotate(dice.choice((0, 180))))
    draw = ImageDraw.Draw(image)
    horizon = round(SIZE[1] * dice.uniform(0.35, 0.75))
    draw.rectangle((0, horizon, *SIZE), fill=ground)
    for _ in range(dice.randint(5, 14)):
        left, top = dice.randrange(SIZE[0]), dice.randrange(horizon)
        box = (left, top, left + dice.randint(40, 320), top + dice.randint(30, 260))
        (draw.ellipse if dice.random() < 0.3 else draw.rectangle)(box, fill=_colour(dice))
    if dice.random() < 0.5:
        top = dice.randrange(20, 160)
        draw.rectangle((120, top, SIZE[0] - 120, top + 90), fill=(200, 20, 30))
        draw.text((150, top + 20), _CAPTION, fill="yellow", font=ImageFont.truetype(_FONT, 40))
    return image


def _person(draw: ImageDraw.ImageDraw, dice: random.Random) -> None:
    height = dice.randint(120, 420)
    left, foot = dice.randrange(-40, SIZE[0]), dice.randint(SIZE[1] // 2, SIZE[1] + 100)
    wide = height // 3
    draw.rounded_rectangle((left, foot - height, left + wide, foot), wide // 3, fill=_colour(dice))
    draw.ellipse(
        (left + wide // 4, foot - height - wide // 2, left + 3 * wide // 4, foot - height), fill=(222, 184, 150)
    )


def _colour(dice: random.Random) -> tuple[int, int, int]:
    return dice.randrange(20, 240), dice.randrange(20, 240), dice.randrange(20, 240)


def jpeg(image: Image.Image, quality: int = 88) -> bytes:
    """Return the picture as a phone sends it."""
    out = io.BytesIO()
    image.save(out, "JPEG", quality=quality)
    return out.getvalue()


def cropped(image: Image.Image, dice: random.Random) -> bytes:
    """Return it without a tenth of its width and height, off any side."""
    width, height = image.width * 9 // 10, image.height * 9 // 10
    left, top = dice.randint(0, image.width - width), dice.randint(0, image.height - height)
    return jpeg(image.crop((left, top, left + width, top + height)))


def compressed(image: Image.Image, _dice: random.Random) -> bytes:
    """Return it as JPEG of quality 40."""
    return jpeg(image, 40)


def resized(image: Image.Image, dice: random.Random) -> bytes:
    """Return it smaller, down to a third."""
    return jpeg(ImageOps.scale(image, dice.uniform(0.33, 0.8)))


def mirrored(image: Image.Image, _dice: random.Random) -> bytes:
    """Return it as in a mirror."""
    return jpeg(ImageOps.mirror(image))


def captioned(image: Image.Image, dice: random.Random) -> bytes:
    """Return it with a bar of 8 to 14 % for a caption, laid over it or set below."""
    bar = round(image.height * dice.uniform(0.08, 0.14))
    below = dice.random() < 0.5
    ground = dice.choice(("white", "black"))
    out = Image.new("RGB", (image.width, image.height + (bar if below else 0)), ground)
    out.paste(image)
    draw = ImageDraw.Draw(out)
    draw.rectangle((0, out.height - bar, *out.size), fill=ground)
    ink = "black" if ground == "white" else "white"
    draw.text((20, out.height - bar + bar // 5), _CAPTION, fill=ink, font=ImageFont.truetype(_FONT, bar // 2))
    return jpeg(out)


def screenshot(image: Image.Image, dice: random.Random) -> bytes:
    """Return it in the middle of an upright phone's black screen."""
    width = 720
    shown = image.resize((width, width * image.height // image.width))
    out = Image.new("RGB", (width, 1440), "black")
    out.paste(shown, (0, (out.height - shown.height) // 2 + dice.randint(-40, 40)))
    return jpeg(out)


ALTERED: dict[str, Callable[[Image.Image, random.Random], bytes]] = {
    "cropped": cropped,
    "compressed": compressed,
    "resized": resized,
    "mirrored": mirrored,
    "captioned": captioned,
}
