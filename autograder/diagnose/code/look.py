"""One cell's functions, as far as their text says what may be wrong with them.

In: a cell's source. Out: a `Function` for each function, and each method of a class: names, numbers, signs of a
mistake. It keeps no syntax tree, for a tree takes a hundred times the room of its text. It runs nothing.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TypeGuard

from autograder.diagnose.code.arguments import unused
from autograder.diagnose.code.body import Body, FunctionNode, Sign
from autograder.diagnose.code.signs import signs_of
from autograder.notebook.remembered import remembered
from autograder.notebook.scopes import used_names
from autograder.notebook.sizes import MAX_CELL
from autograder.notebook.syntax import parse_cell

__all__ = ["Function", "functions_of"]

_FEWEST = 4  # of a number that may be a size: smaller ones stand in many formulas


@dataclass(frozen=True, slots=True)
class Function:
    """A function or method of a cell."""

    name: str  # "softmax", "Layer.__call__"
    owner: str  # by what name others know it: "softmax", "Layer"
    unused: tuple[str, ...]  # arguments that it never mentions
    outer: Mapping[str, int]  # names that it looks up outside, and the first line that does
    numbers: Mapping[int, int]  # whole numbers that are written where a size may stand, and the first line of each
    signs: tuple[Sign, ...]


@remembered
def functions_of(source: str) -> tuple[Function, ...]:
    """Return the functions that stand on a cell's own level, and the methods of its classes."""
    tree = parse_cell(source) if len(source) <= MAX_CELL else None  # longer than a cell may be
    return () if tree is None else tuple(_functions(tree))


def _functions(tree: ast.Module) -> Iterator[Function]:
    made = {node.id for statement in tree.body if _makes(statement) for node in ast.walk(statement) if _is_target(node)}
    for statement in tree.body:
        if isinstance(statement, FunctionNode):
            yield _function(Body.of(statement, beside=frozenset(made)), statement.name)
        elif isinstance(statement, ast.ClassDef):
            methods = [node for node in statement.body if isinstance(node, FunctionNode)]
            attributes = frozenset(name for method in methods for name in _on_self(method))
            for method in methods:
                yield _function(Body.of(method, owner=statement.name, attributes=attributes), statement.name)


def _makes(statement: ast.stmt) -> bool:
    return isinstance(statement, ast.Assign | ast.AnnAssign)


def _is_target(node: ast.AST) -> TypeGuard[ast.Name]:
    return isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)


def _on_self(method: FunctionNode) -> Iterator[str]:
    for node in ast.walk(method):
        match node:
            case ast.Attribute(value=ast.Name(id="self"), attr=name, ctx=ast.Store()):
                yield name


def _function(body: Body, owner: str) -> Function:
    outside = used_names(body.node)
    numbers: dict[int, int] = {}
    for node in body.own:
        for number, line in _sizes(node):
            numbers.setdefault(number, line)
    return Function(
        name=body.name,
        owner=owner,
        unused=unused(body),
        outer={name: min(lines) for name, lines in body.reads.items() if name in outside},
        numbers=numbers,
        signs=signs_of(body),
    )


def _sizes(node: ast.AST) -> Iterator[tuple[int, int]]:
    """Yield (whole number, line) of what may be a size in an expression: a factor, a divisor, that of `zeros(32)`."""
    match node:
        case ast.BinOp(left=left, op=ast.Pow()):
            parts = [left]
        case ast.BinOp(left=ast.Constant(), right=ast.Constant()):
            parts = []  # a constant like 5 / 3
        case ast.BinOp(left=left, right=right):
            parts = [left, right]
        case ast.Call(func=ast.Name(id=name) | ast.Attribute(attr=name), args=parts) if name in _SIZED:
            parts = [part for one in parts for part in (one.elts if isinstance(one, ast.Tuple) else [one])]
        case ast.AugAssign(value=value):
            parts = [value]
        case _:
            parts = []
    for part in parts:
        if isinstance(part, ast.Constant) and type(part.value) is int and part.value >= _FEWEST:
            yield part.value, part.lineno


_SIZED = frozenset({
    "arange", "empty", "expand", "eye", "full", "linspace", "narrow", "new_zeros", "one_hot", "ones", "rand", "randn",
    "range", "reshape", "split", "tensor_split", "tril", "triu", "unflatten", "view", "zeros",
})  # fmt: skip
