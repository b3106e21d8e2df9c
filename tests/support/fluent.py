"""What a .ftl file says about itself: its keys and the values each sentence takes."""

from functools import cache
from importlib.resources import files
from typing import Any

from fluent.syntax import FluentParser, ast
from fluent.syntax.visitor import Visitor


class _Variables(Visitor):
    def __init__(self) -> None:
        self.names: set[str] = set()

    def visit_VariableReference(self, node: Any) -> None:  # noqa: N802 - the library's name
        self.names.add(node.id.name)


@cache
def sentences(language: str, name: str) -> dict[str, frozenset[str]]:
    """Return the values each sentence of `<name>.ftl` takes, by its id."""
    source = files("locales").joinpath(language, f"{name}.ftl").read_text("utf-8")
    found = {}
    for entry in FluentParser().parse(source).body:
        if isinstance(entry, ast.Message):
            visitor = _Variables()
            visitor.visit(entry)
            found[entry.id.name] = frozenset(visitor.names)
    return found


def variables(language: str, key: str) -> frozenset[str]:
    """Return the names of the values that the sentence "file.id" takes."""
    name, _, message = key.partition(".")
    return sentences(language, name)[message]
