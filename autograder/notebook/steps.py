"""What a run executes: cells cut into steps.

In: cells. Out: `Step`s in the order in which a worker runs them.
"""

from __future__ import annotations

import ast
import functools
from collections.abc import Iterable
from dataclasses import replace

from autograder.errors import NotebookError
from autograder.model import Step
from autograder.notebook.cells import Cell
from autograder.notebook.regions import split_hidden
from autograder.notebook.syntax import parse

__all__ = ["calls_check", "checks_named", "pieces", "statements", "steps"]


def steps(cells: Iterable[Cell], *, graded: bool = True) -> list[Step]:
    """Return what a worker runs, in order: every code cell, check cells statement by statement.

    A graded run leaves out the cells that only show something.

    Hidden cases come last: whatever a student's code sees of them, no output follows that a student
    will read. Those of one check cell run in the state that its public part left (`keeps`, `restores`).
    """
    public: list[Step] = []
    hidden: list[Step] = []
    for cell in cells:
        if cell.kind == "check":
            public_source, hidden_source = split_hidden(cell.source, keep_lines=True)
            public_steps = _check_steps(cell, public_source, hidden=False)
            hidden_steps = _check_steps(cell, hidden_source, hidden=True)
            if hidden_steps:  # they run in the state that the public part left
                public_steps = public_steps or [Step(cell.id, "", check=True)]
                reads = tuple(dict.fromkeys(name for step in hidden_steps for name in step.names))
                public_steps[-1] = replace(public_steps[-1], keeps=reads)
                hidden_steps[0] = replace(hidden_steps[0], restores=True)
            public += public_steps
            hidden += hidden_steps
        elif cell.is_code and not (graded and cell.kind == "show"):
            public.append(Step(cell.id, cell.source, student=cell.is_student_code))
    return public + hidden


def _check_steps(cell: Cell, source: str, *, hidden: bool) -> list[Step]:
    return [
        Step(
            cell.id,
            part,
            check=True,
            hidden=hidden,
            number=number,
            cases=_cases(part),
            names=_names(part),
            last=_last(part),
        )
        for number, part in enumerate(statements(source))
    ]


@functools.lru_cache(maxsize=4096)  # check cells are the author's: each is cut once for a whole class
def statements(source: str) -> tuple[str, ...]:
    """Cut a check cell after each top-level statement that calls `check(...)`, keeping line numbers."""
    try:
        tree = parse(source)
    except SyntaxError as error:
        raise NotebookError(f"a check cell must be plain Python: {error.msg} (line {error.lineno})") from error
    lines = source.split("\n")
    parts: list[str] = []
    for piece in pieces(tree):
        first_line = _first_line(piece[0])
        parts.append("\n" * (first_line - 1) + "\n".join(lines[first_line - 1 : piece[-1].end_lineno]))
    for part in parts:
        try:
            parse(part)
        except SyntaxError as error:
            raise NotebookError(
                f"a check cell: each statement begins on a line of its own (line {error.lineno})"
            ) from error
    return tuple(parts)


def pieces(tree: ast.Module) -> list[list[ast.stmt]]:
    """Cut a cell after each top-level statement that calls `check(...)`; what follows the last one is a piece too."""
    cut: list[list[ast.stmt]] = [[]]
    for statement in tree.body:
        cut[-1].append(statement)
        if calls_check(statement):
            cut.append([])
    return [piece for piece in cut if piece]


def checks_named(source: str) -> list[str]:
    """Return the names in a cell's `check("name", ..)` calls, once for each top-level statement that has them."""
    names: list[str] = []
    for statement in parse(source).body:
        calls = [node for node in ast.walk(statement) if isinstance(node, ast.Call) and _is_check(node) and node.args]
        texts = [call.args[0].value for call in calls if isinstance(call.args[0], ast.Constant)]
        names += dict.fromkeys(text for text in texts if isinstance(text, str))
    return names


def _first_line(statement: ast.stmt) -> int:
    decorators: list[ast.expr] = getattr(statement, "decorator_list", [])
    return min([statement.lineno, *(decorator.lineno for decorator in decorators)])


@functools.lru_cache(maxsize=4096)
def _names(statement: str) -> tuple[str, ...]:
    """Return the variables that a statement refers to."""
    names = [node for node in ast.walk(parse(statement)) if isinstance(node, ast.Name)]
    return tuple(dict.fromkeys(node.id for node in names if isinstance(node.ctx, ast.Load) and node.id != "check"))


@functools.lru_cache(maxsize=4096)
def _last(part: str) -> int:
    """Return the line of the last of several statements, 0 if there is only one."""
    body = parse(part).body
    return _first_line(body[-1]) if body[1:] else 0


@functools.lru_cache(maxsize=4096)
def _cases(statement: str) -> tuple[str, ...]:
    """Return the cases of the `check.generator("case")` calls in a statement."""
    return tuple(
        node.args[0].value
        for node in ast.walk(parse(statement))
        if isinstance(node, ast.Call)
        and ast.unparse(node.func) == "check.generator"
        and len(node.args) == 1
        and isinstance(node.args[0], ast.Constant)
        and isinstance(node.args[0].value, str)
    )


def calls_check(code: ast.AST) -> bool:
    """Tell whether a statement, or any other part of a tree, calls `check(...)`."""
    return any(isinstance(node, ast.Call) and _is_check(node) for node in ast.walk(code))


def _is_check(call: ast.Call) -> bool:
    return isinstance(call.func, ast.Name) and call.func.id == "check"
