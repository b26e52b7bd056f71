"""A static look at a student's code for names that the exercise forbids.

In: cells and rules. Out: which rule which cell breaks. Reads the syntax tree: comments and strings
are no offence, aliases (`import torch.nn.functional as F`) are followed. It does NOT find what is
hidden on purpose (getattr, eval): the worker's own guard meets that.
"""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator, Sequence

from autograder.model import Rule
from autograder.notebook import Cell

__all__ = ["violations"]


def violations(cells: Iterable[Cell], rules: Sequence[Rule]) -> dict[str, Rule]:
    """Return {cell id: the first rule that the student's cell breaks}."""
    aliases: dict[str, str] = {}
    found: dict[str, Rule] = {}
    for cell in cells:
        if not cell.is_code or not rules:
            continue
        tree = _parse(cell.source)
        if tree is None:
            continue
        aliases.update(_imports(tree))
        if cell.kind in ("solution", "extra"):
            for name in _names(tree, aliases):
                rule = next((rule for rule in rules if _breaks(name, rule.name)), None)
                if rule is not None:
                    found.setdefault(cell.id, rule)
                    break
    return found


def _parse(source: str) -> ast.Module | None:
    """Parse a cell, its IPython magics left out; None if it is not Python (it will fail when run)."""
    lines = ["" if line.lstrip()[:1] in ("%", "!") else line for line in source.split("\n")]
    try:
        return ast.parse("\n".join(lines))
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None


def _imports(tree: ast.Module) -> Iterator[tuple[str, str]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            for item in node.names:
                yield (item.asname, item.name) if item.asname else (item.name.split(".")[0],) * 2
        elif isinstance(node, ast.ImportFrom) and node.module:
            for item in node.names:
                yield item.asname or item.name, f"{node.module}.{item.name}"


def _names(tree: ast.Module, aliases: dict[str, str]) -> Iterator[str]:
    """Yield dotted names that the code uses; an attribute of a value has '?' as its owner."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (item.name for item in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield from (f"{node.module}.{item.name}" for item in node.names)
        elif isinstance(node, ast.Attribute):
            yield _dotted(node, aliases)
        elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load) and node.id in aliases:
            yield aliases[node.id]


def _dotted(node: ast.Attribute, aliases: dict[str, str]) -> str:
    parts = [node.attr]
    value: ast.expr = node.value
    while isinstance(value, ast.Attribute):
        parts.append(value.attr)
        value = value.value
    owner = aliases.get(value.id) if isinstance(value, ast.Name) else None
    return ".".join([owner, *reversed(parts)]) if owner else f"?.{node.attr}"


def _breaks(name: str, rule: str) -> bool:
    if name == rule or name.startswith(rule + "."):
        return True
    owner, _, attribute = rule.rpartition(".")
    if name.startswith("?."):  # a method of some value: loss.backward()
        return owner.rpartition(".")[2][:1].isupper() and name == f"?.{attribute}"
    return False
