"""A few races in every run of the suite; `python -m tests.reliability.races --times 1000` runs many."""

from pathlib import Path

import pytest

from tests.conftest import ENGINES
from tests.reliability.races import RACERS, run


@pytest.mark.parametrize("engine", ENGINES)
async def test_of_everybody_who_decides_at_once_one_does(
    request: pytest.FixtureRequest, engine: str, tmp_path: Path
) -> None:
    with request.getfixturevalue(f"{engine}_template").copy() as url:
        found = await run(url, 6, seed=3, folder=tmp_path, say=print)
    assert found.wrong == []
    assert sum(found.winners.values()) == 6
    assert len(RACERS) == 5
