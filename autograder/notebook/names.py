"""Which names a cell binds, deletes and reads, told from its text alone.

In: a cell's source, IPython's magics among it. Out: a `Names`. It does NOT run anything, so it knows
nothing of `exec`, `setattr` or `globals()`.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass

from autograder.notebook.remembered import remembered
from autograder.notebook.syntax import parse

__all__ = ["Names", "names_of"]

_MAGIC_VALUE = re.compile(r"^([\w, \t]+=)\s*[!%].*$")  # files = !ls
_SCOPES = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef, ast.Lambda)
_LOOPS_OF_THEIR_OWN = (ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp)


@dataclass(frozen=True, slots=True)
class Names:
    """The names of one cell, as far as its own level goes: what functions bind inside is theirs."""

    bound: frozenset[str] = frozenset()
    deleted: frozenset[str] = frozenset()
    read: frozenset[str] = frozenset()  # anywhere in the cell
    star: bool = False  # `from module import *`: it may bind any name
    magic: str = ""  # the cell magic in its first line: "%%timeit"
    reset: bool = False  # `%reset` deletes all names
    is_python: bool = True  # False: it does not parse; then `bound` holds every word of it


@remembered
def names_of(source: str) -> Names:
    """Return the names of one cell."""
    lines = source.split("\n")
    first_line = next((line for line in lines if line.strip()), "")
    magic = first_line.split()[0] if first_line.startswith("%%") else ""
    reset = any(line.split()[:1] == ["%reset"] for line in lines)
    try:
        tree = parse("\n".join(_MAGIC_VALUE.sub(r"\1 None", line) if not _is_magic(line) else "" for line in lines))
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return Names(frozenset(re.findall(r"\w+", source)), magic=magic, reset=reset, is_python=False)
    nodes = [*_own_level(tree)]
    return Names(
        bound=frozenset(name for node in nodes for name in _bound(node)) | _declared_global(tree),
        deleted=frozenset(node.id for node in nodes if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Del)),
        read=frozenset(
            node.id for node in ast.walk(tree) if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load)
        ),
        star=any(isinstance(node, ast.ImportFrom) and node.names[0].name == "*" for node in nodes),
        magic=magic,
        reset=reset,
    )


def _is_magic(line: str) -> bool:
    return line.lstrip()[:1] in ("%", "!", "?") or line.rstrip().endswith("?")


def _own_level(tree: ast.AST) -> Iterator[ast.AST]:
    """Yield what stands on the cell's own level: not the insides of functions, classes and comprehensions."""
    waiting = [*ast.iter_child_nodes(tree)]
    while waiting:  # no recursion: a sum of a thousand terms is a thousand levels deep
        node = waiting.pop()
        yield node
        if isinstance(node, _LOOPS_OF_THEIR_OWN):
            yield from (inner for inner in ast.walk(node) if isinstance(inner, ast.NamedExpr))
        elif not isinstance(node, _SCOPES):
            waiting += ast.iter_child_nodes(node)


def _bound(node: ast.AST) -> Iterator[str]:
    if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
        yield node.id
    elif isinstance(node, ast.NamedExpr):
        yield node.target.id
    elif isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
        yield node.name
    elif isinstance(node, ast.Import):
        yield from (item.asname or item.name.split(".")[0] for item in node.names)
    elif isinstance(node, ast.ImportFrom):
        yield from (item.asname or item.name for item in node.names)
    elif isinstance(node, ast.MatchAs | ast.MatchStar) and node.name:
        yield node.name


def _declared_global(tree: ast.AST) -> frozenset[str]:
    return frozenset(name for node in ast.walk(tree) if isinstance(node, ast.Global) for name in node.names)
