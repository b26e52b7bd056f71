"""One cell's text, read once: its statements, and the methods of its classes.

In: a cell's source. Out: a `Look`. Does NOT know any rule.
"""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from autograder.notebook.keeping import kept
from autograder.notebook.mentions import Ref, Step, mentions
from autograder.notebook.remembered import remembered
from autograder.notebook.scopes import defined_names, only_defines, used_names
from autograder.notebook.syntax import parse_cell

__all__ = ["Look", "Statement", "look"]


class Statement(NamedTuple):
    """A top-level statement of a cell."""

    steps: tuple[Step, ...]  # what it does with names
    defines: frozenset[str]
    uses: frozenset[str]
    pure: bool  # whether it only defines
    keeps: frozenset[Ref] | None  # of an expression: what it stores the result of


class Look(NamedTuple):
    """What a cell says."""

    methods: frozenset[str]  # of its classes
    statements: tuple[Statement, ...]


@remembered
def look(source: str) -> Look:
    """Read a cell. Most cells of a class are alike, so each text is looked at once."""
    tree = parse_cell(source)
    if tree is None:
        return Look(frozenset(), ())
    return Look(frozenset(_methods(ast.walk(tree))), tuple(_statement(statement) for statement in tree.body))


def _statement(node: ast.stmt) -> Statement:
    keeps = kept(node) if isinstance(node, ast.Expr | ast.Assert) else None
    return Statement(mentions(node), defined_names(node), used_names(node), only_defines(node), keeps)


def _methods(nodes: Iterable[ast.AST]) -> Iterator[str]:
    for node in nodes:
        if isinstance(node, ast.ClassDef):
            yield from (item.name for item in node.body if isinstance(item, ast.FunctionDef))
