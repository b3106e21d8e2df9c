"""Which language the command line speaks."""

import os


def language() -> str:
    """Return the operator's language: English when the terminal is, else Vietnamese."""
    return "en" if (os.environ.get("LC_ALL") or os.environ.get("LANG", "")).startswith("en") else "vi"
