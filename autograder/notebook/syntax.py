"""Python's syntax tree of a cell, one thread at a time.

CPython 3.11 counts the depth of the trees that it makes per interpreter, not per thread: two threads that
parse at once may end in `SystemError: AST constructor recursion depth mismatch`.
"""

from __future__ import annotations

import ast
import contextlib
import threading

from autograder.notebook.magics import without_magics

__all__ = ["parse", "parse_cell"]

_LOCK = threading.Lock()


def parse(source: str) -> ast.Module:
    """Return `ast.parse(source)`, with its errors (SyntaxError, ValueError, RecursionError, MemoryError)."""
    with _LOCK:
        return ast.parse(source)


def parse_cell(source: str) -> ast.Module | None:
    """Return a cell's tree, IPython's own syntax left out; None if it is not Python (it will fail when run)."""
    with contextlib.suppress(ValueError, RecursionError, MemoryError, SyntaxError):
        try:
            return parse(source)
        except SyntaxError:
            return parse(without_magics(source))
    return None
