"""Where an exception came from, as it crosses the process boundary.

In: `TraceLine`s whose cells are numbers of steps. Out: JSON values; and back, bounded and checked: what a worker says
may be anything, and what is not well formed is left out.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from autograder.model import Operand, TraceLine

__all__ = ["trace_from_json", "trace_to_json"]

_MOST_LINES, _MOST_OPERANDS, _MOST_AXES = 3, 6, 8
_LARGEST = 10**9
_NAME = re.compile(r"[^\W\d]\w{0,60}(\.[^\W\d]\w{0,60}){0,3}")
_KIND = re.compile(r"[\w ]{1,40}")
_FILE = re.compile(r"[\w./ -]{1,100}")


def trace_to_json(trace: Sequence[TraceLine]) -> list[object]:
    """Return a trace as JSON values."""
    return [
        [line.cell_id, line.file, line.line, line.columns, line.repeats, [_plain(operand) for operand in line.operands]]
        for line in trace
    ]


def _plain(operand: Operand) -> list[object]:
    return [operand.name, operand.shape, operand.kind]


def trace_from_json(raw: object, cell_of: Callable[[str], str | None]) -> tuple[TraceLine, ...]:
    """Return the trace that a worker has sent; `cell_of`: the cell of a step's number, None if it may not be told."""
    if not isinstance(raw, list):
        return ()
    lines = [_line(item, cell_of) for item in raw[:_MOST_LINES]]
    return tuple(line for line in lines if line is not None)


def _line(raw: object, cell_of: Callable[[str], str | None]) -> TraceLine | None:
    match raw:
        case [str(number), str(file), int(line), columns, int(repeats), list(operands)]:
            cell = "" if file else cell_of(number)
            if cell is None or (file and _FILE.fullmatch(file) is None):
                return None
            sound = _sizes(columns)
            span = (sound[0], sound[1]) if sound is not None and len(sound) == 2 and sound[0] < sound[1] else None
            readable = [_operand(item) for item in operands[:_MOST_OPERANDS]]
            return TraceLine(
                cell, min(max(line, 0), _LARGEST), span, tuple(operand for operand in readable if operand), file,
                min(max(repeats, 0), _LARGEST),
            )  # fmt: skip
    return None


def _operand(raw: object) -> Operand | None:
    match raw:
        case [str(name), None, str(kind)] if _NAME.fullmatch(name) and _KIND.fullmatch(kind):
            return Operand(name, None, kind)
        case [str(name), shape, str(kind)] if _NAME.fullmatch(name) and _KIND.fullmatch(kind):
            sizes = _sizes(shape)
            return None if sizes is None else Operand(name, sizes, kind)
    return None


def _sizes(raw: object) -> tuple[int, ...] | None:
    if not isinstance(raw, list) or len(raw) > _MOST_AXES:
        return None
    sound = all(isinstance(size, int) and not isinstance(size, bool) and 0 <= size < _LARGEST for size in raw)
    return tuple(raw) if sound else None
