"""Every sentence of the sandbox's page: it has none of its own."""

import re
from importlib.resources import files
from zoneinfo import ZoneInfo

from locales import texts

_KEY = re.compile(r"^([a-z][a-z0-9-]*) =", re.MULTILINE)


def words(language: str) -> dict[str, str]:
    """Return the sentences of `sandbox.ftl` by key; a language we do not have is answered in Vietnamese."""
    source = files("locales").joinpath(texts.LANGUAGES[0], "sandbox.ftl").read_text("utf-8")
    return {key: texts.render(language, f"sandbox.{key}", {}, ZoneInfo("UTC")) for key in _KEY.findall(source)}
