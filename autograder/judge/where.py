"""Where in a student's own code an exception was raised, as the faces show it.

In: the lines that an exception passed through, and the submission's cells. Out: a few lines of text, or "". The
source comes from the submission, never from the process that raised: that one may say anything.

    in the cell of task '4 · Softmax', line 3:
        out = logits @ h
              ^^^^^^^^^^
        logits @ h: (32, 27) @ (32, 64)
"""

from __future__ import annotations

import ast
import re
from collections.abc import Sequence

from autograder.model import Operand, TraceLine
from autograder.notebook import Cell, cell_title, without_hidden

__all__ = ["enclosing_function", "where", "without_claims"]

_WIDEST = 110  # characters of a source line
_BINARY = re.compile(r"([\w.]+)(\s*[-+*/@%<>=&|]+\s*)([\w.]+)")
_INDENT = "    "


def where(trace: Sequence[TraceLine], cells: Sequence[Cell]) -> str:
    """Return what is to be shown of a trace; "" if none of its lines is the student's own.

    A line of a public check cell is shown only where no line of the student's is: a call with the wrong arguments.
    """
    by_id = {cell.id: cell for cell in cells}
    known = [line for line in trace if line.file or _source(line, by_id) is not None]
    own = [line for line in known if line.file or by_id[line.cell_id].is_student_code]
    shown = own or [line for line in known if by_id[line.cell_id].kind == "check"][-1:]
    if not shown:
        return ""
    *callers, last = shown
    text = [_called(line, last, cells, by_id) for line in callers]
    source = _source(last, by_id)
    text.append(f"in {_title(last, cells)}, line {last.line}{_times(last)}{':' if source is not None else ''}")
    if source is not None:
        text += _marked(source, last)
    return "\n".join(text)


def without_claims(trace: Sequence[TraceLine]) -> tuple[TraceLine, ...]:
    """Return a trace without what only the process that raised says: names, shapes, counts and files.

    After a right value was given to that process, these could spell it.
    """
    return tuple(TraceLine(line.cell_id, line.line, line.columns) for line in trace if not line.file)


def enclosing_function(cell: Cell, line: int) -> str:
    """Return the name of the outermost function or class that a line of a cell stands in, "" if in none."""
    try:
        tree = ast.parse(cell.source)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return ""
    kinds = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)
    return next(
        (n.name for n in tree.body if isinstance(n, kinds) and n.lineno <= line <= (n.end_lineno or n.lineno)), ""
    )


def _source(line: TraceLine, by_id: dict[str, Cell]) -> str | None:
    """Return the line's text, None if it is in a file or there is no such line."""
    cell = by_id.get(line.cell_id)
    if cell is None:
        return None
    lines = (without_hidden(cell.source) if cell.kind == "check" else cell.source).split("\n")
    return lines[line.line - 1] if 1 <= line.line <= len(lines) and lines[line.line - 1].strip() else None


def _title(line: TraceLine, cells: Sequence[Cell]) -> str:
    return f"your file {line.file}" if line.file else cell_title(cells, line.cell_id)


def _times(line: TraceLine) -> str:
    return f", which calls itself again ({line.repeats} times here)" if line.repeats else ""


def _called(line: TraceLine, last: TraceLine, cells: Sequence[Cell], by_id: dict[str, Cell]) -> str:
    source = _source(line, by_id)
    said = f": {source.strip()[:_WIDEST]}" if source is not None else ""
    same = (line.cell_id, line.file) == (last.cell_id, last.file)
    return f"called {'' if same else f'in {_title(line, cells)}, '}in line {line.line}{said}".replace(
        ", in line", ", line"
    )


def _marked(source: str, line: TraceLine) -> list[str]:
    """Return the line, a mark below its failing part, and what stood there."""
    lead = len(source) - len(source.lstrip())
    bare = source.strip()
    text = [f"{_INDENT}{bare[:_WIDEST]}{'…' if len(bare) > _WIDEST else ''}"]
    part = ""
    if line.columns is not None:
        start, end = (min(max(column - lead, 0), len(bare)) for column in line.columns)
        part = bare[start:end]
        if part and end <= _WIDEST:
            text.append(f"{_INDENT}{' ' * start}{'^' * len(part)}")
    if line.operands:
        text.append(f"{_INDENT}{_shapes(part, line.operands)}")
    return text


def _shapes(part: str, operands: Sequence[Operand]) -> str:
    """Return "logits @ h: (32, 27) @ (32, 64)", or one after the other: "x (3, 4) float32, W (5, 6) float32"."""
    found = _BINARY.fullmatch(part)
    tensors = {one.name: one for one in operands if one.shape is not None}
    if found is not None and found[1] in tensors and found[3] in tensors and len({o.kind for o in operands}) == 1:
        return f"{part}: {tensors[found[1]].shape}{found[2]}{tensors[found[3]].shape}"
    return ", ".join(f"{one.name} {_kind(one)}" for one in operands)


def _kind(operand: Operand) -> str:
    if operand.shape is None:
        return "is None" if operand.kind == "NoneType" else f"is of type {operand.kind}"
    if operand.kind in ("list", "tuple", "dict", "set", "str", "bytes"):
        return f"is a {operand.kind} of {operand.shape[0]}"
    return f"{operand.shape} {operand.kind}"
