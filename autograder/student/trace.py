"""Where an exception came from: the lines of the student's own code that it passed through.

In: an exception, and which code belongs to which cell. Out: `TraceLine`s, plain data: cell, line, columns, and the
shapes and types of what stands in the failing expression. No value, no frame of ours or of a library, no path. Nothing
of a student's is called: what an object is, is read from its type and its dict.
"""

from __future__ import annotations

import ast
import linecache
from collections.abc import Callable, Iterator
from pathlib import Path
from types import CodeType, FrameType, TracebackType
from typing import Any

from autograder.model import Operand, TraceLine

__all__ = ["trace_of"]

_MOST_LINES = 3  # the outermost of the student's, and the innermost two
_MOST_OPERANDS = 6
_TALLEST = 20  # lines of an expression that are looked at
_MOST_STEPS = 100_000  # of a traceback
_NOT_OWN = {"autograder", "course_data", "site-packages"}  # folders that hold no student's file
_SIZED = (list, tuple, dict, set, str, bytes)
_OF_TYPES = (TypeError, AttributeError)  # for which it helps to know what is no tensor


def trace_of(error: BaseException, cell_of: Callable[[str], str | None], own_cell: str = "") -> tuple[TraceLine, ...]:
    """Return the student's lines on an exception's way, the outermost first.

    `cell_of` gives the cell of a code's file name, None if it is no cell's; `own_cell` did not compile.
    A file in the working folder, a module of the student's own, counts too. Whatever goes wrong here: ().
    """
    try:
        if isinstance(error, SyntaxError) and error.__traceback__ is not None and error.lineno:
            cell = cell_of(error.filename or "") or own_cell
            if cell and not any(cell_of(file) for file, *_ in _steps(error.__traceback__)):
                return (_of_syntax(error, cell),)
        return _own_lines(error, cell_of)
    except Exception:  # noqa: BLE001  a student's objects may do anything, and the exception itself is still told
        return ()


def _of_syntax(error: SyntaxError, cell: str) -> TraceLine:
    start = max((error.offset or 1) - 1, 0)
    one_line = error.end_lineno in (None, error.lineno)
    end = (error.end_offset or 0) - 1 if one_line else start + 1
    return TraceLine(cell, error.lineno or 1, (start, max(end, start + 1)))


def _own_lines(error: BaseException, cell_of: Callable[[str], str | None]) -> tuple[TraceLine, ...]:
    steps = []
    for file, line, frame, at in _steps(error.__traceback__):
        cell = cell_of(file)
        module = "" if cell is not None else _module(file)
        if cell is not None or module:
            steps.append((cell or "", module, file, line, frame, at))
    if not steps:
        return ()
    innermost_step = steps[-1]
    times = sum(step[2:4] == innermost_step[2:4] for step in steps)
    if times < _MOST_LINES:
        numbers = list(dict.fromkeys([0, *range(max(len(steps) - _MOST_LINES + 1, 0), len(steps))]))
    else:
        numbers = [len(steps) - 1]  # it calls itself: one line says it
    lines = []
    for number in numbers:
        cell, module, file, line, frame, at = steps[number]
        columns, expression = _failing(frame.f_code, at, file, line)
        innermost = number == len(steps) - 1
        operands = tuple(_operands(frame, expression, error)) if innermost else ()
        repeats = times if innermost and times >= _MOST_LINES else 0
        lines.append(TraceLine(cell, line, columns, operands, module, repeats))
    return tuple(lines)


def _steps(traceback: TracebackType | None) -> Iterator[tuple[str, int, FrameType, int]]:
    for _ in range(_MOST_STEPS):
        if traceback is None:
            return
        yield traceback.tb_frame.f_code.co_filename, traceback.tb_lineno, traceback.tb_frame, traceback.tb_lasti
        traceback = traceback.tb_next


def _module(file: str) -> str:
    """Return the name of a student's own file in the working folder, "" for any other."""
    path, folder = Path(file), Path.cwd()
    if path.suffix != ".py" or not path.is_absolute() or not path.is_relative_to(folder):
        return ""
    inside = path.relative_to(folder)
    return "" if _NOT_OWN & set(inside.parts) or inside.parts[0].startswith(".") else inside.as_posix()[:100]


def _failing(code: CodeType, at: int, file: str, line: int) -> tuple[tuple[int, int] | None, str]:
    """Return the failing part of a line, in characters, and the failing expression, which may go on below.

    (None, the line) where Python does not know the part; (None, the expression) if it has several lines.
    """
    text = linecache.getline(file, line)
    first, last, start, end = next(
        (span for number, span in enumerate(code.co_positions()) if 2 * number == at), (None, None, None, None)
    )
    if start is None or end is None or first is None or last is None or not first <= line <= last <= first + _TALLEST:
        return None, text
    lines = [linecache.getline(file, number).encode() for number in range(first, last + 1)]
    if first == last:
        columns = len(lines[0][:start].decode(errors="replace")), len(lines[0][:end].decode(errors="replace"))
        return columns, text[slice(*columns)]
    lines[0], lines[-1] = lines[0][start:], lines[-1][:end]
    return None, b"".join(lines).decode(errors="replace")


def _operands(frame: FrameType, expression: str, error: BaseException) -> Iterator[Operand]:
    """Give what an expression refers to: tensors with shape and dtype; after a TypeError also other types."""
    tree = _parsed(expression)
    nodes = [node for node in ast.walk(tree) if isinstance(node, ast.Name | ast.Attribute)] if tree is not None else []
    names: set[str] = set()
    for node in sorted(nodes, key=lambda node: (node.lineno, node.col_offset)):
        name = _dotted(node)
        if not name or name in names or len(names) == _MOST_OPERANDS:
            continue
        names.add(name)
        exists, value = _value(frame, name)
        if exists:
            operand = _described(name, value, all_types=isinstance(error, _OF_TYPES))
            if operand is not None:
                yield operand


def _parsed(text: str) -> ast.AST | None:
    for source in (f"({text.strip()})", text.strip(), f"{text.strip()} pass", text.strip().removeprefix("return ")):
        try:
            return ast.parse(source)
        except (SyntaxError, ValueError):
            continue
    return None


def _dotted(node: ast.AST) -> str:
    """Return `self.W1` for such an expression, else ""."""
    parts: list[str] = []
    while isinstance(node, ast.Attribute):
        parts.append(node.attr)
        node = node.value
    return ".".join([node.id, *reversed(parts)]) if isinstance(node, ast.Name) else ""


def _value(frame: FrameType, name: str) -> tuple[bool, Any]:
    """Look a dotted name up without calling anything of a student's."""
    root, *parts = name.split(".")
    for scope in (frame.f_locals, frame.f_globals):
        if root in scope:
            value = scope[root]
            break
    else:
        return False, None
    for part in parts:
        attributes = getattr(value, "__dict__", None)
        if type(attributes) is not dict:
            return False, None
        registries = [attributes.get(registry) for registry in ("_parameters", "_buffers", "_modules")]
        dicts = [registry for registry in registries if isinstance(registry, dict)]
        holders = [attributes, *dicts, *map(vars, type(value).__mro__)]
        holder = next((holder for holder in holders if part in holder), None)
        if holder is None:
            return False, None
        value = holder[part]
    return True, value


def _described(name: str, value: object, *, all_types: bool) -> Operand | None:
    import torch

    kind = type(value)
    if issubclass(kind, torch.Tensor):
        assert isinstance(value, torch.Tensor)
        return Operand(name, tuple(torch.Tensor.size(value)), str(value.dtype).removeprefix("torch."))
    if kind.__module__ == "numpy" and kind.__name__ == "ndarray":
        return Operand(name, tuple(value.shape), f"numpy {value.dtype}")  # type: ignore[attr-defined]
    if not all_types or kind.__name__ in ("module", "function", "builtin_function_or_method", "type"):
        return None
    if issubclass(kind, _SIZED) and kind in _SIZED:
        return Operand(name, (len(value),), kind.__name__)  # type: ignore[arg-type]
    return Operand(name, None, kind.__name__)
