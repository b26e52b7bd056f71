"""A static look at a student's code for names that the exercise forbids.

In: cells and rules. Out: which rule which cell breaks. Reads the syntax tree: comments and strings
are no offence, aliases (`import torch.nn.functional as F`) are followed. It does NOT find what is
hidden on purpose (getattr, eval): the worker's own guards meet that. Of a value's method it knows only
the name; where the notebook defines a class with such a method, it leaves the call to those guards too.
"""

from __future__ import annotations

import ast
import functools
from collections.abc import Iterable, Iterator, Sequence

from autograder.model import Rule
from autograder.notebook import Cell, parse

__all__ = ["violations"]


def violations(cells: Iterable[Cell], rules: Sequence[Rule]) -> dict[str, Rule]:
    """Return {cell id: the first rule that the student's cell breaks}."""
    aliases: dict[str, str] = {}
    found: dict[str, Rule] = {}
    codes = [cell for cell in cells if cell.is_code] if rules else []
    own = {method for cell in codes for method in _look(cell.source)[2]}
    for cell in codes:
        imports, names, _ = _look(cell.source)
        aliases.update(imports)
        if cell.kind in ("solution", "extra"):
            full = ((f"{aliases[first]}{rest}" if first in aliases else f"?{rest}") for first, rest in names)
            named = [name for name in full if name[:2] != "?." or name.rpartition(".")[2] not in own]
            rule = next((rule for name in named for rule in rules if _breaks(name, rule.name)), None)
            if rule is not None:
                found.setdefault(cell.id, rule)
    return found


@functools.lru_cache(maxsize=4096)
def _look(source: str) -> tuple[dict[str, str], tuple[tuple[str, str], ...], frozenset[str]]:
    """Return what a cell imports; the names it uses as (first name, ".rest"), '?' for a value; its classes' methods.

    Most cells of a class are alike, so each text is looked at once.
    """
    tree = _parse(source)
    if tree is None:
        return {}, (), frozenset()
    nodes = list(ast.walk(tree))
    return dict(_imports(nodes)), tuple(_names(nodes)), frozenset(_methods(nodes))


def _parse(source: str) -> ast.Module | None:
    """Parse a cell, its IPython magics left out; None if it is not Python (it will fail when run)."""
    lines = ["" if line.lstrip()[:1] in ("%", "!") else line for line in source.split("\n")]
    try:
        return parse("\n".join(lines))
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None


def _imports(nodes: Iterable[ast.AST]) -> Iterator[tuple[str, str]]:
    """Yield (name here, full name); an imported full name also stands for itself."""
    for node in nodes:
        if isinstance(node, ast.Import):
            for item in node.names:
                yield (item.asname, item.name) if item.asname else (item.name.split(".")[0],) * 2
                yield item.name, item.name
        elif isinstance(node, ast.ImportFrom) and node.module:
            for item in node.names:
                yield item.asname or item.name, f"{node.module}.{item.name}"


def _names(nodes: Iterable[ast.AST]) -> Iterator[tuple[str, str]]:
    for node in nodes:
        if isinstance(node, ast.Import):
            yield from ((item.name, "") for item in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield from ((item.asname or item.name, "") for item in node.names)
        elif isinstance(node, ast.Attribute):
            yield _dotted(node)
        elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load):
            yield node.id, ""


def _methods(nodes: Iterable[ast.AST]) -> Iterator[str]:
    for node in nodes:
        if isinstance(node, ast.ClassDef):
            yield from (item.name for item in node.body if isinstance(item, ast.FunctionDef))


def _dotted(node: ast.Attribute) -> tuple[str, str]:
    parts = [node.attr]
    value: ast.expr = node.value
    while isinstance(value, ast.Attribute):
        parts.append(value.attr)
        value = value.value
    if isinstance(value, ast.Name):
        return value.id, "".join(f".{part}" for part in reversed(parts))
    return "?", f".{node.attr}"


def _breaks(name: str, rule: str) -> bool:
    if name == rule or name.startswith(rule + "."):
        return True
    owner, _, attribute = rule.rpartition(".")
    if name.startswith("?."):  # a method of some value: loss.backward()
        return owner.rpartition(".")[2][:1].isupper() and name.endswith(f".{attribute}")
    return False
