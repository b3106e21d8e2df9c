"""Pictures for the sandbox: people outdoors, a meeting, a certificate, a list, an essay; no two are alike."""

from io import BytesIO
from math import sin
from random import Random

from PIL import Image, ImageDraw

SIZE = (800, 600)
SHIRTS = ("#1565c0", "#1e88e5", "#2a79c8", "#0d4f9a", "#3b8fd9")
SKIN, HAIR, TROUSERS = "#e0ac82", "#33261f", "#2b3440"

SCENES = {
    "RL2": "outdoors", "RL6": "outdoors",
    "BB1": "certificate", "RL3": "certificate", "TT4": "certificate",
}  # fmt: skip
"""What the evidence of a task shows; of any other, a meeting and its list of those who came."""


def evidence(task: str, number: int, chance: Random) -> bytes:
    """Return the `number`-th picture (from 0) of a hand-in of `task`, as JPEG."""
    scene = SCENES.get(task) or ("list" if number == 1 else "meeting")
    picture = Image.new("RGB", SIZE)
    {"outdoors": _outdoors, "meeting": _meeting, "certificate": _certificate, "list": _list}[scene](
        ImageDraw.Draw(picture), chance
    )
    return _jpeg(picture)


def essay(chance: Random) -> bytes:
    """Return a PDF of three pages of lines: an essay whose words are nobody's business."""
    pages = []
    for _ in range(3):
        page = Image.new("RGB", (620, 877), "white")
        pen = ImageDraw.Draw(page)
        for line in range(34):
            pen.rectangle((70, 80 + line * 21, 550 if chance.random() > 0.15 else 330, 87 + line * 21), fill="#c4cad1")
        pages.append(page)
    found = BytesIO()
    pages[0].save(found, "PDF", save_all=True, append_images=pages[1:])
    return found.getvalue()


def _jpeg(picture: Image.Image) -> bytes:
    found = BytesIO()
    picture.save(found, "JPEG", quality=82)
    return found.getvalue()


def _outdoors(pen: ImageDraw.ImageDraw, chance: Random) -> None:
    _fade(pen, chance.choice(((150, 205, 245), (255, 214, 165), (170, 220, 235))), (245, 245, 235), 380)
    for height, rise, colour in ((320, 40, "#8fbf87"), (380, 24, "#5f9d62")):
        shift = chance.uniform(0, 6)
        ridge = [(x, height + sin(x / 120 + shift) * rise) for x in range(0, 801, 10)]
        pen.polygon([(0, 600), *ridge, (800, 600)], fill=colour)
    pen.rectangle((0, 470, 800, 600), fill="#d8c49a")
    for _ in range(chance.randint(2, 4)):
        x = chance.randint(40, 760)
        pen.rectangle((x - 4, 500, x + 4, 560), fill="#6d4c33")
        pen.ellipse((x - 34, 430, x + 34, 515), fill=chance.choice(("#3e8a4e", "#4c9a58")))
    people = chance.randint(3, 7)
    for each in range(people):
        _person(pen, (each + chance.uniform(0.5, 0.9)) / (people + 0.4) * 800, chance)


def _person(pen: ImageDraw.ImageDraw, x: float, chance: Random) -> None:
    tall, foot = chance.uniform(185, 225), chance.uniform(535, 575)
    pen.rectangle((x - 20, foot - tall * 0.42, x - 3, foot), fill=TROUSERS)
    pen.rectangle((x + 3, foot - tall * 0.42, x + 20, foot), fill=TROUSERS)
    body = (x - 30, foot - tall * 0.82, x + 30, foot - tall * 0.36)
    pen.rounded_rectangle(body, 18, fill=chance.choice(SHIRTS))
    middle = foot - tall * 0.93
    pen.ellipse((x - 24, middle - 24, x + 24, middle + 24), fill=SKIN)
    pen.pieslice((x - 25, middle - 27, x + 25, middle + 23), 180, 360, fill=HAIR)


def _meeting(pen: ImageDraw.ImageDraw, chance: Random) -> None:
    _fade(pen, (247, 238, 218), (225, 205, 170), 600)
    left = chance.randint(130, 200)
    pen.rectangle((left, 60, 800 - left, 260), fill=chance.choice(("#0b57a4", "#0b7263", "#1c6fb8")))
    for line in range(3):
        inset = left + chance.randint(40, 110)
        pen.rectangle((inset, 100 + line * 45, 800 - inset, 116 + line * 45), fill="#e9f2fb")
    pen.rectangle((0, 330, 800, 600), fill="#9c6b43")
    pen.rounded_rectangle((330, 270, 470, 380), 8, fill="#7b4f2e")
    for row in range(3):
        size, gap, y = 30 + row * 9, 86 + row * 26, 400 + row * 78
        shift = chance.randint(-30, 20)
        for x in range(shift, 840, gap):
            pen.rounded_rectangle((x - size, y + size * 0.7, x + size, 640), 20, fill=chance.choice(SHIRTS))
            pen.ellipse((x - size * 0.7, y - size * 0.8, x + size * 0.7, y + size * 0.7), fill=HAIR)


def _certificate(pen: ImageDraw.ImageDraw, chance: Random) -> None:
    _fade(pen, (140, 96, 62), (104, 68, 42), 600)
    x, y = chance.randint(80, 120), chance.randint(60, 90)
    pen.rectangle((x + 10, y + 12, x + 610, y + 442), fill="#57361f")
    pen.rectangle((x, y, x + 600, y + 430), fill="#fbf5e3")
    pen.rectangle((x + 16, y + 16, x + 584, y + 414), outline=chance.choice(("#b58a2b", "#a5382b")), width=6)
    pen.rectangle((x + 170, y + 62, x + 430, y + 84), fill="#a5382b")
    for line in range(5):
        short = chance.randint(0, 60)
        pen.rectangle((x + 90 + short, y + 130 + line * 34, x + 510 - short, y + 138 + line * 34), fill="#8d8a80")
    pen.ellipse((x + 400, y + 300, x + 480, y + 380), outline="#c4322b", width=6)
    pen.line([(x + 390 + 12 * n, y + 350 + sin(n) * 14) for n in range(12)], fill="#27408b", width=4)


def _list(pen: ImageDraw.ImageDraw, chance: Random) -> None:
    _fade(pen, (226, 226, 222), (205, 207, 205), 600)
    tilt = chance.randint(-12, 12)
    pen.polygon([(150, 30), (650, 30 + tilt), (662, 600), (140, 600)], fill="#fdfdfb")
    pen.rectangle((260, 66, 540, 82), fill="#6d747c")
    for row in range(14):
        y = 120 + row * 34
        pen.line((180, y, 625, y + tilt / 3), fill="#aab1b8", width=2)
        name = chance.randint(290, 380)
        pen.rectangle((230, y + 12, name, y + 20), fill="#8b929a")
        if chance.random() > 0.15:
            ink = [(470 + 9 * n, y + 17 + sin(n * chance.uniform(0.8, 2)) * 9) for n in range(11)]
            pen.line(ink, fill="#27408b", width=3)
    for x in (180, 220, 440, 625):
        pen.line((x, 120, x, 600), fill="#aab1b8", width=2)


def _fade(pen: ImageDraw.ImageDraw, high: tuple[int, int, int], low: tuple[int, int, int], height: int) -> None:
    for y in range(0, 600, 4):
        part = min(1.0, y / height)
        pen.rectangle((0, y, 800, y + 4), fill=tuple(round(a + (b - a) * part) for a, b in zip(high, low, strict=True)))
