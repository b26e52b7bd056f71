"""Small changes of a solution, made by machine: each is a mistake that the checks should notice.

In: a source notebook. Out: its `Mutant`s. A mutant is one edit of one place in one solution region,
found in the syntax tree and made in the text: the rest of the cell stays as it is, byte for byte. What
would equal the solution or one of the author's variants is left out. Nothing is run here; `killing.py`
runs them. (mutmut, cosmic-ray, mutatest and poodle change modules on disk and run a test command; none
takes a region of a notebook cell, hence `ast`.)
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass

from autograder.audit.operators import OPERATORS, axis_nodes, copied
from autograder.notebook import Cell, Notebook, answers

__all__ = ["Mutant", "mutants", "normal_line"]


@dataclass(frozen=True, slots=True)
class Mutant:
    """One small change of one solution cell."""

    cell_id: str
    operator: str
    line: str  # the changed statement, or the header of the changed compound one; "# STATEMENT" if deleted
    source: str  # the whole cell, changed


def mutants(notebook: Notebook) -> tuple[Mutant, ...]:
    """Return all mutants of a notebook's solution cells, in reading order, each distinct one once."""
    return tuple(
        mutant
        for cell in notebook.cells
        if cell.kind == "solution"
        for mutant in _of_cell(cell, _right(notebook, cell))
    )


def normal_line(text: str) -> str:
    """Return a statement, or a compound statement's header, as `Mutant.line` writes it."""
    text = text.strip()
    if text.startswith("#"):
        return f"# {normal_line(text[1:])}"
    for ending in ("", " pass"):
        try:
            tree = ast.parse(text + ending)
        except SyntaxError:
            continue
        if len(tree.body) == 1:
            return _line(tree.body[0])
    return text


def _right(notebook: Notebook, cell: Cell) -> set[str]:
    """Return what is known to be right: the solution and the author's variants, as dumped trees."""
    variants = [
        variant for variant in notebook.alternatives if variant.kind == "variant" and variant.cell_id == cell.id
    ]
    texts = [cell.source, *(answers(notebook, {cell.id: variant})[cell.id] for variant in variants)]
    return {ast.dump(tree) for text in texts if (tree := _parsed(text)) is not None}


def _of_cell(cell: Cell, seen: set[str]) -> Iterator[Mutant]:
    tree = _parsed(cell.source)
    if tree is None:
        return
    inside = _inside(cell.source)
    for node in _nodes(tree):
        if all(number in inside for number in range(node.lineno, (node.end_lineno or node.lineno) + 1)):
            for name, operator in OPERATORS:
                for other in operator(node):
                    source = _edited(cell.source, node, other)
                    changed = _parsed(source)
                    if changed is not None and (dump := ast.dump(changed)) not in seen:
                        seen.add(dump)
                        deleted = isinstance(other, ast.Pass)
                        line = f"# {_line(node)}" if deleted else _line(_statement_at(changed, node))
                        yield Mutant(cell.id, name, line, source)


def _parsed(source: str) -> ast.Module | None:
    """Return the tree; None if the cell is not plain Python, or does not compile."""
    try:
        compile(source, "cell", "exec", dont_inherit=True)
        return ast.parse(source)
    except (SyntaxError, ValueError):
        return None


def _inside(source: str) -> set[int]:
    """Return the numbers (from 1) of the lines within a solution region: all lines if there is none."""
    numbers, within, marked = set(), False, False
    for number, line in enumerate(source.split("\n"), start=1):
        if "BEGIN SOLUTION" in line or "END SOLUTION" in line:
            within, marked = "BEGIN SOLUTION" in line, True
        elif within:
            numbers.add(number)
    return numbers if marked else set(range(1, source.count("\n") + 2))


def _nodes(node: ast.AST) -> Iterator[ast.expr | ast.stmt]:
    """Yield statements and expressions that may be replaced, in reading order."""
    if isinstance(node, ast.JoinedStr):
        return  # positions within f-strings are not those of the text
    if isinstance(node, ast.stmt | ast.expr) and not isinstance(getattr(node, "ctx", None), ast.Store | ast.Del):
        yield node
    axes = axis_nodes(node)
    for child in ast.iter_child_nodes(node):
        if child not in axes and not (isinstance(child, ast.keyword) and (child.value in axes or _is_keepdim(child))):
            yield from _nodes(child)


def _edited(source: str, old: ast.expr | ast.stmt, new: ast.AST) -> str:
    """Return the source with a node's text replaced. The tree counts columns in UTF-8 bytes."""
    lines = source.encode().split(b"\n")
    text = ast.unparse(ast.copy_location(copied(new), old))  # a copy: `new` may be a part of the tree
    if isinstance(old, ast.expr) and not isinstance(old, ast.Slice):
        text = f"({text})"
    begin = sum(len(line) + 1 for line in lines[: old.lineno - 1]) + old.col_offset
    end = sum(len(line) + 1 for line in lines[: (old.end_lineno or 1) - 1]) + (old.end_col_offset or 0)
    data = source.encode()
    return (data[:begin] + text.encode() + data[end:]).decode()


def _statement_at(tree: ast.Module, node: ast.expr | ast.stmt) -> ast.stmt:
    """Return the innermost statement that stands where a node stood."""
    location = (node.lineno, node.col_offset)
    statements = [statement for statement in ast.walk(tree) if isinstance(statement, ast.stmt)]
    around = [
        statement
        for statement in statements
        if (statement.lineno, statement.col_offset)
        <= location
        < (statement.end_lineno or 0, statement.end_col_offset or 0)
    ]
    return max(around, key=lambda statement: (statement.lineno, statement.col_offset))


def _line(node: ast.AST) -> str:
    """Return a simple statement, or the header of a compound one, as one line."""
    if not hasattr(node, "body"):
        return ast.unparse(node).replace("\n", " ")
    bare = copied(node, body=[ast.Pass()], **{name: [] for name in ("orelse", "finalbody") if hasattr(node, name)})
    return ast.unparse(bare).split("\n")[len(getattr(node, "decorator_list", []))]


def _is_keepdim(word: ast.keyword) -> bool:
    return word.arg in ("keepdim", "keepdims")  # dropped as a whole
