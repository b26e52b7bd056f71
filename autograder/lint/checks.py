"""Check cells: checks in loops, cells without points, hidden cases that stand on another cell's data."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from autograder.lint.problem import Problem
from autograder.notebook import Cell, Notebook, calls_check, marked_by, parse
from autograder.notebook.regions import split_hidden
from autograder.notebook.scopes import bound_names, used_names
from autograder.notebook.syntax import parse_cell

__all__ = ["check_problems"]

_LOOPS = (ast.For, ast.While, ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp)
_DEFINITIONS = (ast.FunctionDef, ast.ClassDef, ast.Import, ast.ImportFrom)


def check_problems(notebook: Notebook) -> Iterator[Problem]:
    """Yield what is wrong with a notebook's check cells."""
    data = _data(notebook)
    marks = marked_by(notebook.cells)
    for cell in notebook.check_cells:
        if not cell.points:
            yield Problem(cell.id, "it has no points, so its checks count for nothing.", "Give it some.")
        yield from _in_loops(cell)
        answered = {other.id for other in notebook.cells if other.kind == "solution" and cell.id in marks[other.id]}
        for name, owner in _borrowed(cell, data):
            if owner not in answered:
                yield Problem(
                    cell.id,
                    f"a hidden case uses `{name}`, which cell '{owner}' makes: a student's code may change it.",
                    "Let the hidden case make its own, with a generator of its own.",
                )


def _in_loops(cell: Cell) -> Iterator[Problem]:
    for node in ast.walk(parse(cell.source)):
        if isinstance(node, _LOOPS) and calls_check(node):
            yield Problem(
                cell.id,
                f"line {node.lineno}: a check in a loop; an exception in one round loses the checks of the next.",
                "Write a check for each, or check a list of the values once.",
            )
            return


def _borrowed(cell: Cell, data: dict[str, str]) -> Iterator[tuple[str, str]]:
    """Yield the data that a cell's hidden cases use and the cell does not make, with the cell that does."""
    made = set(bound_names(parse(cell.source).body))
    _, hidden = split_hidden(cell.source, keep_lines=True)
    used = dict.fromkeys(name for statement in parse(hidden).body for name in sorted(used_names(statement)))
    yield from ((name, data[name]) for name in used if name in data and name not in made)


def _data(notebook: Notebook) -> dict[str, str]:
    """Return {variable: the cell that makes it}: what is drawn with a generator, made of such, or a solution's.

    Constants, functions and classes are none: a hidden case may use an author's.
    """
    data: dict[str, str] = {}
    for cell in notebook.cells:
        tree = parse_cell(cell.source) if cell.kind in ("setup", "solution", "check") else None
        for statement in tree.body if tree is not None else ():
            if isinstance(statement, _DEFINITIONS):
                continue
            drawn = "check.generator" in ast.unparse(statement) or used_names(statement) & data.keys()
            if cell.kind == "solution" or drawn:
                data.update(dict.fromkeys(bound_names([statement]), cell.id))
    return data
