"""Python's syntax tree of a cell, one thread at a time.

CPython 3.11 counts the depth of the trees that it makes per interpreter, not per thread: two threads that
parse at once may end in `SystemError: AST constructor recursion depth mismatch`.
"""

from __future__ import annotations

import ast
import threading

__all__ = ["parse"]

_LOCK = threading.Lock()


def parse(source: str) -> ast.Module:
    """Return `ast.parse(source)`, with its errors (SyntaxError, ValueError, RecursionError, MemoryError)."""
    with _LOCK:
        return ast.parse(source)
