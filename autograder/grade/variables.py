"""The variables that a notebook's setup cells define: what a wrong value may have been made from.

In: a source notebook. Out: a submission whose run captures, after each setup cell, the names assigned
there; and from that run the numbers. They are no checks: nothing is marked by them, they are only named
when a wrong value is explained ("this is “x” @ “W1”").
"""

from __future__ import annotations

import ast
import hashlib
from collections.abc import Collection, Iterator, Mapping
from typing import Final

import torch

from autograder.errors import ValueCodecError
from autograder.model import Run
from autograder.notebook import Cell, Notebook, Submission, parse
from autograder.wire import values

__all__ = ["LARGEST", "numbers", "with_captures"]

LARGEST: Final = 20_000  # elements of a variable that is kept

# evaluated by `check`, so that a value of any other kind is this variable's own failure
_CAPTURE: Final = """\
check({name!r}, lambda: {name} if getattr({name}, "numel", {name}.__len__)() <= {most} else None)
"""


def with_captures(notebook: Notebook, checks: Collection[str]) -> Submission:
    """Return the solution, with a made-up check cell after each setup cell in the place of the real ones.

    A variable that has the name of one of the `checks` is left out: its value is known.
    """
    cells: list[Cell] = []
    known_names = set(checks)
    for cell in notebook.cells:
        if cell.kind == "check":
            continue
        cells.append(cell)
        assigned = dict.fromkeys(_assigned(cell.source)) if cell.kind == "setup" else {}
        names = [name for name in assigned if name not in known_names]
        if names:
            known_names.update(names)
            source = "".join(_CAPTURE.format(name=name, most=LARGEST) for name in names)
            cells.append(Cell(f"{cell.id}: variables", "check", source))
    text = "\0".join(cell.source for cell in cells)
    return Submission(tuple(cells), hashlib.sha256(text.encode()).hexdigest())


def numbers(run: Run) -> Mapping[str, object]:
    """Return the captured values that are tensors or lists of numbers, by name."""
    variables: dict[str, object] = {}
    for capture in run.captures.values():
        if capture.value is None:
            continue
        try:
            value = values.decode(capture.value)
        except ValueCodecError:
            continue
        if _is_numbers(value):
            variables[capture.name] = value
    return variables


def _assigned(source: str) -> Iterator[str]:
    """Yield the names that a cell's top-level statements assign."""
    try:
        body = parse(source).body
    except SyntaxError:  # a line of IPython's own
        return
    for statement in body:
        targets: list[ast.expr] = []
        if isinstance(statement, ast.Assign):
            targets = statement.targets
        elif isinstance(statement, ast.AnnAssign) and statement.value is not None:
            targets = [statement.target]
        for target in targets:
            for node in ast.walk(target):
                if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store) and not node.id.startswith("_"):
                    yield node.id


def _is_numbers(value: object) -> bool:
    if isinstance(value, torch.Tensor):
        return value.dtype != torch.bool and not value.is_complex() and 0 < value.numel() <= LARGEST
    if isinstance(value, list):
        return 0 < len(value) <= LARGEST and all(type(item) in {int, float} for item in value)
    return False
