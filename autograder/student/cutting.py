"""A check cell of a live session, cut as the grader cuts it: each statement that checks something fails alone.

In: the syntax tree of a cell that is to run, and the exercise's cell that it is. Out: the tree with each of its
pieces in a `try` that calls the session, and which of the exercise's statements each piece is. Does NOT run it.
"""

from __future__ import annotations

import ast
from collections.abc import Iterable, Mapping

from autograder.errors import NotebookError
from autograder.model import Capture
from autograder.notebook import Cell, calls_check, pieces, steps
from autograder.notebook.regions import split_hidden

__all__ = ["HERE", "cut", "hidden_pieces", "locations"]

HERE = "__autograder__"  # under this name the cut cell finds the session, while it runs


def locations(
    cell: Cell | None, tree: ast.Module, captures: Mapping[str, Capture]
) -> list[tuple[str, tuple[str, ...]]]:
    """Return, for each piece of a cell, which of the exercise's statements it is, and the variables of that one.

    By number; where the student has changed the cell, by the first check's name. `cell`: None for a student's own.
    """
    cell_pieces = pieces(tree)
    if cell is None:
        return [("", ())] * len(cell_pieces)
    released = steps([cell])
    if len(released) == len(cell_pieces) and ast.dump(ast.parse(cell.released)) == ast.dump(tree):
        return [(step.location, step.names) for step in released]
    names = {step.location: step.names for step in released}
    location_of = {name: capture.location for name, capture in captures.items() if capture.cell_id == cell.id}
    piece_locations = (
        next((location_of[name] for name in _checked(piece) if name in location_of), f"{cell.id}: {number}")
        for number, piece in enumerate(cell_pieces)
    )
    return [(location, names.get(location, ())) for location in piece_locations]


def hidden_pieces(tree: ast.Module, text: str) -> frozenset[int]:
    """Return the numbers of a cell's pieces that are hidden cases: the author's source notebook alone has any."""
    try:
        _, hidden = split_hidden(text, keep_lines=True)
    except NotebookError:  # marks that are not well formed, which a build will name
        return frozenset()
    lines = hidden.split("\n")
    last_lines = (piece[-1].lineno for piece in pieces(tree))
    return frozenset(number for number, line in enumerate(last_lines) if "".join(lines[line - 1 : line]).strip())


def _checked(piece: Iterable[ast.stmt]) -> list[str]:
    """Return the names of the checks in some statements, as far as they are written there."""
    calls = [node for statement in piece for node in ast.walk(statement) if isinstance(node, ast.Call)]
    arguments = [node.args[0] for node in calls if getattr(node.func, "id", "") == "check" and node.args]
    constants = [argument.value for argument in arguments if isinstance(argument, ast.Constant)]
    return [name for name in constants if isinstance(name, str)]


def cut(tree: ast.Module, *, whole: bool) -> ast.Module:
    """Return the cell with each of its pieces in a `try`, and then its table.

    `whole`: the last piece too, if it checks nothing; in a student's own cell that is left as it is, at the end.
    """
    cell_pieces = pieces(tree)
    future = [node for node in tree.body if _is_of_the_future(node)]
    uncut = [] if whole or any(map(calls_check, cell_pieces[-1])) else cell_pieces.pop()
    body: list[ast.stmt] = [*future]
    for number, piece in enumerate(cell_pieces):
        inside = [node for node in piece if not _is_of_the_future(node)]
        if inside:
            body += _guarded(inside, number)
    tree.body = [*body, *_ours(f"{HERE}.close()", like=cell_pieces[-1][-1]), *uncut]
    return ast.fix_missing_locations(tree)


def _guarded(piece: list[ast.stmt], number: int) -> list[ast.stmt]:
    """Return a piece within calls that say when it begins, comes to its check, raises and ends."""
    begin, attempt = _ours(
        f"{HERE}.begin({number})\n"
        f"try:\n    {HERE}.guard()\nexcept {HERE}.exception as {HERE}error:\n    {HERE}.raised({HERE}error)\n"
        f"finally:\n    {HERE}.end()",
        like=piece[-1],
    )
    assert isinstance(attempt, ast.Try)
    attempt.body = [*piece[:-1], *attempt.body, piece[-1]]
    return [begin, attempt]


def _ours(source: str, *, like: ast.stmt) -> list[ast.stmt]:
    """Return statements of ours that stand, for a traceback, where a student's does."""
    module = ast.parse(source)
    for node in ast.walk(module):
        ast.copy_location(node, like)
    return module.body


def _is_of_the_future(node: ast.stmt) -> bool:
    return isinstance(node, ast.ImportFrom) and node.module == "__future__"
