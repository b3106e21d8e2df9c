"""What the upload page's script makes of an answer, and when it sends a file again."""

import json
import shutil
import subprocess
from importlib.resources import files
from pathlib import Path

import pytest

SCRIPT = """
import { pauseBefore, tells } from "./upload_tries.mjs";
const asked = [[200, true], [400, true],
  [400, false], [404, false], [410, false], [0, false], [429, false], [503, true]];
console.log(JSON.stringify([asked.map(([status, isData]) => tells(status, isData)), [0, 1, 3, 50].map(pauseBefore)]));
"""


@pytest.mark.skipif(shutil.which("node") is None, reason="there is no node here")
def test_what_got_no_answer_is_sent_again_later_and_later_and_a_page_instead_of_data_shuts(tmp_path: Path) -> None:
    _ = (tmp_path / "upload_tries.mjs").write_text((files("bot.web") / "static" / "upload_tries.js").read_text("utf-8"))
    _ = (tmp_path / "asked.mjs").write_text(SCRIPT)
    run = subprocess.run(["node", "asked.mjs"], cwd=tmp_path, capture_output=True, check=True, timeout=60)
    means, pauses = json.loads(run.stdout)
    assert means == ["there", "there", "shut", "shut", "shut", "again", "again", "again"]
    assert pauses == [2000, 5000, 30000, 30000]
