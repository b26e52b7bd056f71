"""Which checks a change of one solution cell can reach.

In: a source notebook, and an alternative of one solution cell. Out: the check cells whose text may come across what it
changes: by a name that it binds or whose contents it may change, or by what other cells make of those. The other
check cells need no run: they would compute what they computed in the reference's.
"""

from __future__ import annotations

import ast
import functools
from collections.abc import Iterator
from typing import NamedTuple

from autograder.notebook import Alternative, Notebook, names_of, with_alternative
from autograder.notebook.scopes import defined_names, used_names
from autograder.notebook.syntax import parse_cell

__all__ = ["reached"]

_CODE = ast.FunctionDef | ast.ClassDef | ast.Import | ast.ImportFrom


def reached(notebook: Notebook, other: Alternative) -> frozenset[str]:
    """Return the ids of the check cells that this misconception or variant can reach, those of its group among them."""
    cells = [cell for cell in with_alternative(notebook, other).cells if cell.is_code and cell.kind != "show"]
    kept = frozenset(name for cell in cells for name in _names(cell.source).data)
    own = next(cell for cell in cells if cell.id == other.cell_id)
    changed = set(_names(notebook.cell(own.id).source).bound | _names(own.source).bound)
    changed |= kept & _names(own.source).used_now
    reaches: set[str] = {own.id}
    while new := [cell for cell in cells if cell.id not in reaches and _names(cell.source).exposed & changed]:
        for cell in new:
            reaches.add(cell.id)
            changed |= _names(cell.source).bound
            if cell.kind != "check":  # what a check's statement changes in place is put back
                changed |= kept & _names(cell.source).used_now
    of_checks = {cell.id for cell in cells if cell.kind == "check" and cell.id in reaches}
    return frozenset(of_checks.union(notebook.group(own.id)))


class _Names(NamedTuple):
    """The names of one cell."""

    bound: frozenset[str]  # on its own level, or assigned into
    data: frozenset[str]  # of these, what holds data, whose contents may change: no functions, classes, modules
    exposed: frozenset[str]  # that it uses, its functions included, and has not bound itself before
    used_now: frozenset[str]  # that it uses when it is run, not only in functions that it defines


@functools.lru_cache(maxsize=4096)
def _names(source: str) -> _Names:
    tree = parse_cell(source)
    if tree is None:  # every word of it
        words = names_of(source).bound
        return _Names(words, words, words, words)
    bound: set[str] = set()
    data: set[str] = set()
    exposed: set[str] = set()
    used_now: set[str] = set()
    for statement in tree.body:
        loops = {node.id for one in ast.walk(statement) for node in _loop_names(one)}
        used = used_names(statement) - loops
        exposed |= used - bound
        if isinstance(statement, _CODE):
            bound |= defined_names(statement)
            continue
        used_now |= used
        data |= defined_names(statement) - loops
        if isinstance(statement, ast.Assign):
            bound |= defined_names(statement) - loops
    return _Names(frozenset(bound | data), frozenset(data), frozenset(exposed), frozenset(used_now))


def _loop_names(node: ast.AST) -> Iterator[ast.Name]:
    """Yield the names that a comprehension binds, which are its own."""
    if isinstance(node, ast.comprehension):
        yield from (name for name in ast.walk(node.target) if isinstance(name, ast.Name))
