"""Typst, the engine of our pictures and PDFs: a template of ours, data as JSON, our fonts and its own, no others."""

import json
from dataclasses import asdict
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    import typst
    from _typeshed import DataclassInstance

_HERE = Path(__file__).parent
_TEMPLATES = _HERE / "templates"


def typeset(template: str, data: "DataclassInstance", format: Literal["png", "pdf"]) -> bytes:
    """Return `template` drawn with `data`; a PNG has two pixels a point, one page.

    What people wrote reaches the template as JSON, so it is text there and never markup. Releases the GIL:
    call it in a thread.
    """
    import typst  # 7 MB, for a process that draws

    pages: Any = typst.compile(
        _TEMPLATES / template,
        root=_TEMPLATES,
        font_paths=_fonts(),
        format=format,
        ppi=144 if format == "png" else None,
        sys_inputs={"data": json.dumps(asdict(data), ensure_ascii=False)},
    )
    return bytes(pages)


@cache
def _fonts() -> "typst.Fonts":
    import typst

    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=True, font_paths=[_HERE / "fonts"])
