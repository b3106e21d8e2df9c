"""How well and how fast copies are found: `python -m benchmarks --only likeness`.

Essays and pictures are made from seeds (benchmarks/essays.py, photographs.py), compared by the product's own rules, and
looked up in a SQLite file and a PostgreSQL server that hold as much as many years bring.
"""

import asyncio
import random
import tempfile
import time
from collections.abc import Iterable, Mapping, Sequence
from contextlib import ExitStack
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from statistics import median

from PIL import Image

from benchmarks import databases
from benchmarks.databases import Postgres
from benchmarks.essays import KINDS, essay
from benchmarks.photographs import ALTERED, jpeg, photograph
from journey import overlap
from journey.overlap import Elsewhere
from journey.photo_likeness import Look, Search, View, bands
from papers.picture_views import WINDOWS, looks
from storage import database, fingerprints, photo_hashes, sql

ESSAYS, COPIES = 2_000, 100
PICTURES, ALTERED_COPIES = 400, 100
KEPT_ESSAYS, KEPT_LOOKS = 100_000, 200_000
TIMED = 40
PORTION = 1_000
PRINTS = 160
"""Of an essay."""
FIRST = 1_000_000
"""The id of the first essay."""
KEY = bytes(range(32))

Figures = dict[str, float]


def run(server: Postgres | None, *, is_quick: bool = False) -> Figures:
    """Return recall and precision by kind, and the times (ms) on both databases."""
    part = 10 if is_quick else 1
    figures = _essays() | _pictures()
    with ExitStack() as opened:
        folder = Path(opened.enter_context(tempfile.TemporaryDirectory(prefix="bench-")))
        places = {"sqlite": opened.enter_context(databases.sqlite(folder, 1))}
        if server is not None:
            places["postgres"] = opened.enter_context(server.database(1))
        for name, place in places.items():
            times = asyncio.run(_times(place.url, KEPT_ESSAYS // part, KEPT_LOOKS // part))
            figures |= {f"likeness_{name}_{what}": each for what, each in times.items()}
    return figures


# how well


class _Essays:
    """Essays in memory, looked up as storage.fingerprints does."""

    def __init__(self) -> None:
        self._places: dict[int, list[Elsewhere]] = {}

    def look(self, text: str) -> tuple[list[tuple[int, int]], overlap.Comparison]:
        mine = overlap.prints(text, KEY)
        found = [each for value, _ in mine for each in self._places.get(value, ())]
        return mine, overlap.compare(mine, overlap.length(text), found)

    def add(self, number: int, prints: Iterable[tuple[int, int]]) -> None:
        for value, place in prints:
            self._places.setdefault(value, []).append(Elsewhere(value, place, number, number))


def _essays() -> Figures:
    """Compare copies, and as many essays of one's own, with ESSAYS others."""
    kept, sources = _Essays(), [essay(number) for number in range(ESSAYS)]
    alarms = 0
    for number, source in enumerate(sources):
        mine, comparison = kept.look("\n".join(source))
        alarms += bool(comparison.alike or comparison.everybodys >= overlap.EVERYBODYS)
        kept.add(number, [each for each in mine if each[0] not in comparison.common])
    figures: Figures = {"likeness_essays_false_alarms_per_1000": alarms * 1000 / ESSAYS}
    for kind, alter in KINDS.items():
        dice = random.Random(f"copies/{kind}")
        pairs = [dice.sample(range(ESSAYS), 2) for _ in range(COPIES)]
        named = [kept.look("\n".join(alter(dice, sources[a], sources[b])))[1].alike for a, b in pairs]
        honest = [kept.look("\n".join(essay(number, seed=1)))[1].alike for number in range(COPIES)]
        figures |= _judged(
            f"essays_{kind}", [set(pair[: 2 if kind == "mixed" else 1]) for pair in pairs], named, honest
        )
    return figures


def _judged(
    what: str,
    sources: Sequence[set[int]],
    named: Sequence[Sequence[tuple[int, int]]],
    honest: Sequence[Sequence[tuple[int, int]]],
) -> Figures:
    """Recall: copies of which a source was named. Precision: of all the names, those of sources."""
    hits = sum(any(each in own for each, _ in found) for own, found in zip(sources, named, strict=True))
    right = sum(each in own for own, found in zip(sources, named, strict=True) for each, _ in found)
    wrong = sum(map(len, named)) - right + sum(map(len, honest))
    return {
        f"likeness_{what}_recall": hits / len(sources),
        f"likeness_{what}_precision": right / (right + wrong) if right else 0.0,
    }


def _pictures() -> Figures:
    """Let 400 pictures come, then 100 altered copies, each compared with all before it."""
    kept: list[dict[int, list[View]]] = [{} for _ in bands(0, (0, 0))]
    sources = [photograph(number) for number in range(PICTURES)]
    named: list[tuple[int | None, set[int]]] = []
    for number, image in enumerate(sources):
        named.append((None, _look(kept, number, Image.open(BytesIO(jpeg(image))))))
    dice = random.Random("copies/pictures")
    kinds = [each for each in ALTERED for _ in range(ALTERED_COPIES // len(ALTERED))]
    copied = dice.sample(range(PICTURES), ALTERED_COPIES)
    hits: dict[str, list[bool]] = {}
    for number, (source, kind) in enumerate(zip(copied, kinds, strict=True), PICTURES):
        found = _look(kept, number, Image.open(BytesIO(ALTERED[kind](sources[source], dice))))
        named.append((source, found))
        hits.setdefault(kind, []).append(source in found)
    right = sum(source in found for source, found in named if source is not None)
    figures = {f"likeness_pictures_{kind}_recall": sum(each) / len(each) for kind, each in hits.items()}
    return figures | {
        "likeness_pictures_recall": right / ALTERED_COPIES,
        "likeness_pictures_precision": right / max(1, sum(len(found) for _, found in named)),
    }


def _look(kept: Sequence[dict[int, list[View]]], number: int, image: Image.Image) -> set[int]:
    """Return what a picture is like, and keep its own looks."""
    own = looks(image)
    search = Search(own)
    found = search.nearest(
        view for band, keys in zip(kept, search.keys, strict=True) for key in keys for view in band.get(key, ())
    )
    for view, look in own.items():
        for band, key in zip(kept, bands(view, look), strict=True):
            band.setdefault(key, []).append(View(number, view, look))
    return set(found)


# how fast


async def _times(url: str, essays: int, looks_: int) -> Figures:
    await database.open_database(url)
    try:
        member, registration = await _a_member()
        await _fill_essays(member, registration, essays)
        await _fill_looks(member, looks_)
        await sql.run("ANALYZE")
        return {**await _time_essays(member, registration), **await _time_looks()}
    finally:
        await database.close_database()


async def _a_member() -> tuple[int, int]:
    ((member, registration),) = await sql.tuples(
        "SELECT e.person_id, r.id FROM registrations r JOIN enrolments e ON e.id = r.enrolment_id"
        " WHERE r.task = 'BB3' LIMIT 1"
    )
    return member, registration


async def _fill_essays(member: int, registration: int, essays: int) -> None:
    """Keep `essays` essays, each under a registration of its own: three in ten say what the made ones say.

    So each fingerprint of a made essay has fifteen rows, of the overlap.COMMON + 1 that are ever kept of one; those
    of the others are drawn.
    """
    ((enrolment,),) = await sql.tuples("SELECT enrolment_id FROM registrations WHERE id = ?1", registration)
    now = datetime.now(UTC)
    for start in range(0, essays, PORTION):
        numbers = range(FIRST + start, FIRST + min(start + PORTION, essays))
        async with database.transaction():
            taken = [
                {"id": each, "enrolment_id": enrolment, "task": f"E{each}", "registered_at": now} for each in numbers
            ]
            await sql.add("registrations", taken)
            await sql.add("submissions", [_submission(each, each, member, now) for each in numbers])
    for index in ("value", "submission"):
        await sql.run(f"DROP INDEX essay_prints_{index}")
    made = essays // 50
    into = "INSERT INTO essay_prints (submission_id, value, place)"
    kept = {
        value: (FIRST + number, value, place)
        for number in range(made)
        for value, place in overlap.prints("\n".join(essay(number)), KEY)
    }
    rows = list(kept.values())
    async with database.transaction():
        for start in range(0, len(rows), PORTION):
            await sql.many(f"{into} VALUES (?1, ?2, ?3)", rows[start : start + PORTION])
    for copy in range(1, 15):
        await sql.run(
            f"{into} SELECT submission_id + ?1, value, place FROM essay_prints WHERE submission_id < ?2",
            copy * made,
            FIRST + made,
        )
    per_essay, others = PRINTS, essays - 15 * made
    drawn = "random()" if sql.is_sqlite() else "((random() - 0.5) * 9e18)::bigint"
    numbers_ = "WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < ?1 - 1)"
    await sql.run(
        f"{numbers_} {into} SELECT ?2 + i / ?3, {drawn}, i % ?3 * 8 FROM n",
        others * per_essay,
        FIRST + 15 * made,
        per_essay,
    )
    await sql.run("CREATE INDEX essay_prints_value ON essay_prints (value)")
    await sql.run("CREATE INDEX essay_prints_submission ON essay_prints (submission_id)")


def _submission(id_: int, registration: int, member: int, now: datetime) -> dict[str, object]:
    return {
        "id": id_,
        "registration_id": registration,
        "person_id": member,
        "task": "BB3",
        "part": 1,
        "version": 1,
        "state": "waiting",
        "claims": {},
        "given": {},
        "opened_at": now,
        "submitted_at": now,
    }


async def _time_essays(member: int, registration: int) -> Figures:
    """Hand TIMED essays in one after the other, each in a transaction."""
    compared, added = [], []
    for number in range(TIMED):
        text = "\n".join(essay(number, seed=number % 2))  # half of them are copies
        id_ = 5_000_000 + number
        async with database.transaction():
            await sql.add(
                "submissions", [{**_submission(id_, registration, member, datetime.now(UTC)), "part": number + 2}]
            )
            began = time.perf_counter()
            mine = overlap.prints(text, KEY)
            found = await fingerprints.elsewhere([value for value, _ in mine], id_)
            comparison = overlap.compare(mine, overlap.length(text), found)
            compared.append(time.perf_counter() - began)
            began = time.perf_counter()
            await fingerprints.keep(id_, [each for each in mine if each[0] not in comparison.common])
            added.append(time.perf_counter() - began)
    return {**_spread("essay_compare", compared), **_spread("essay_add", added)}


async def _fill_looks(member: int, wanted: int) -> None:
    """Keep `wanted` looks: those of made photographs with a quarter of their bits drawn anew."""
    dice = random.Random("kept looks")
    pool = [looks(photograph(number)) for number in range(200)]
    now = datetime.now(UTC)
    pieces = range(10_000_000, 10_000_000 + wanted // len(WINDOWS))
    for start in range(0, len(pieces), PORTION):
        numbers = pieces[start : start + PORTION]
        async with database.transaction():
            await sql.add("evidence", [_piece(each, member, now) for each in numbers])
            for each in numbers:
                await photo_hashes.keep(each, _varied(pool[each % len(pool)], dice))


def _piece(id_: int, member: int, now: datetime) -> dict[str, object]:
    return {"id": id_, "person_id": member, "chat": "bench", "kind": "photo", "state": "stored", "arrived_at": now}


def _varied(own: Mapping[int, Look], dice: random.Random) -> dict[int, Look]:
    across, down = (dice.getrandbits(64) & dice.getrandbits(64) for _ in range(2))
    return {view: (look[0] ^ across, look[1] ^ down) for view, look in own.items()}


async def _time_looks() -> Figures:
    took = []
    for number in range(TIMED):
        own = looks(photograph(number))
        began = time.perf_counter()
        await photo_hashes.near(Search(own))
        took.append(time.perf_counter() - began)
    return _spread("picture_compare", took)


def _spread(what: str, seconds: Sequence[float]) -> Figures:
    """Return the median and the 95th percentile, in ms."""
    ordered = sorted(seconds)
    return {
        f"{what}_p50_ms": round(median(ordered) * 1000, 2),
        f"{what}_p95_ms": round(ordered[len(ordered) * 95 // 100] * 1000, 2),
    }
