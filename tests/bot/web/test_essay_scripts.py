"""What the page's scripts reckon: the length that counts, to the word, and two texts of one essay."""

import json
import random
import shutil
import subprocess
import sys
import unicodedata
from importlib.resources import files
from pathlib import Path

import pytest

from journey.essay import NEAR, count, is_near

CASES: tuple[tuple[str, int], ...] = (
    ("", 0),
    ("   \n\t ", 0),
    ("Được đứng trong hàng ngũ của Đảng", 7),
    (unicodedata.normalize("NFD", "Được đứng trong hàng ngũ của Đảng"), 7),
    ("– Một • hai … ba – 4", 4),
    ("1.000 chữ, 75,5% (nhiệm vụ)", 5),
    ("một\u00a0hai\u2003ba\u3000bốn\u2028năm\x85sáu\x1fbảy", 7),
    ("một\u200bhai ba\ufeffbốn", 2),
    ("hòa – \u0301 \u0323", 1),
    ("² ½ Ⅳ ५ 一 \U0001d7d8", 6),
    ("😀 ☆ -- ***", 0),
    ("\U00010380\U00010381 \U0001f600a", 2),
)
"""Texts and their chữ: white space of all kinds, letters in pieces, stray marks, numbers beyond ours."""

NEEDS = ((949, 1001), (951, 1001), (1000, 1001), (1051, 1001), (1052, 1001), (0, 1), (1, 1))

PAIRS = (
    ("a\nb\nmine", "a\nb\ntheirs", "mine", "a\nb\ntheirs\nmine", False),
    ("a\nb\nmine", "a\nb", "mine", "a\nb\nmine", False),
    ("a", "a\ntheirs", "", "a\ntheirs", False),
    ("mine", "", "mine", "mine", False),
    ("", "theirs", "", "theirs", False),
    (unicodedata.normalize("NFD", "Đã\nđủ "), "Đã\nđủ", None, None, True),
)
"""A text on the machine and a newer one; what the first has beyond, both together, whether they are the same."""

SCRIPT = """
import { count, isNear } from "./essay_count.mjs";
import { beyond, isSame, joined } from "./essay_texts.mjs";
import { readFileSync } from "node:fs";
const { texts, needs, near, pairs } = JSON.parse(readFileSync(0, "utf-8"));
console.log(JSON.stringify({
  counts: texts.map(count),
  near: needs.map(([have, need]) => isNear(have, need, near)),
  pairs: pairs.map(([mine, theirs]) => [beyond(mine, theirs), joined(mine, theirs), isSame(mine, theirs)]),
}));
"""


def test_every_case_has_its_length() -> None:
    assert [(text, count(text)) for text, _ in CASES] == list(CASES)


def test_the_pages_script_counts_the_same_and_loses_nothing_of_two_texts(tmp_path: Path) -> None:
    node = shutil.which("node")
    if node is None:
        pytest.skip("no node on this machine; the cases above are those of the script as well")
    for name in ("essay_count", "essay_texts"):
        source = files("bot.web").joinpath("static", f"{name}.js").read_text("utf-8")
        _ = (tmp_path / f"{name}.mjs").write_text(source, "utf-8")
    _ = (tmp_path / "asked.mjs").write_text(SCRIPT, "utf-8")
    old = unicodedata.ucd_3_2_0  # what every Python and every Node knows
    known = [each for each in map(chr, range(sys.maxunicode + 1)) if old.category(each) not in ("Cn", "Cs", "Co")]
    rng = random.Random(4)
    texts = [text for text, _ in CASES] + known + ["".join(rng.choices(known, k=60)) for _ in range(500)]
    asked = json.dumps({"texts": texts, "needs": NEEDS, "near": NEAR, "pairs": PAIRS})

    done = subprocess.run(
        [node, tmp_path / "asked.mjs"], input=asked.encode(), capture_output=True, check=True, timeout=60
    )

    said = json.loads(done.stdout)
    differing = [text for text, n in zip(texts, said["counts"], strict=True) if n != count(text)]
    assert [each.encode("unicode_escape") for each in differing] == []
    assert said["near"] == [is_near(have, need) for have, need in NEEDS]
    for (*_, rest, both, is_same), (rest_said, both_said, is_same_said) in zip(PAIRS, said["pairs"], strict=True):
        assert is_same_said == is_same
        assert rest is None or (rest_said, both_said) == (rest, both)
