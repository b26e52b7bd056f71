"""A function's syntax tree, looked through once, and what the looks for signs ask of it.

In: the tree of a function. Out: a `Body`. Nothing recurses.
"""

from __future__ import annotations

import ast
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Final

__all__ = [
    "ANY", "CHANGED", "GIVING", "LONGEST", "NONE", "RAISED", "VALUE", "Body", "FunctionNode", "Sign", "called_name",
    "changes", "looks_all_up", "own_nodes", "short",
]  # fmt: skip

FunctionNode = ast.FunctionDef | ast.AsyncFunctionDef
_SCOPES = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef, ast.Lambda)
LONGEST = 40  # characters of a name that a sentence quotes

# What a check saw, beside the text of an exception: a wrong value; None; an argument that was changed in place.
VALUE: Final = "a wrong value"
NONE: Final = "None"
CHANGED: Final = "an argument changed in place"

# Patterns of what a check saw
RAISED: Final = r"(?:Runtime|Index|Value|Key)Error: "  # by a value of the wrong shape, size or range
ANY: Final = rf"{re.escape(VALUE)}|{RAISED}"


@dataclass(frozen=True, slots=True)
class Sign:
    """Something that a text shows."""

    cause: str
    text: str
    explains: str = re.escape(VALUE)  # a pattern of what the check saw
    weak: bool = False  # true of right code at times, too
    about: str = ""  # a name that the function gives a value to: no sign if the exercise's own lines do that
    argument: str = ""  # that is never looked at: no sign if the author's own code does not either


@dataclass(frozen=True, slots=True)
class Body:
    """A function, and what stands in it."""

    name: str  # as a student calls it: "softmax", "Layer.__call__"
    node: FunctionNode
    method: bool
    attributes: frozenset[str]  # that its class assigns to `self`
    own: tuple[ast.AST, ...]  # what stands in its own scope
    size: int  # parts, inner functions too
    beside: frozenset[str]  # what the cell assigns outside of functions
    reads: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))  # name -> lines, inner functions too
    writes: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))  # in its own scope

    @classmethod
    def of(
        cls,
        node: FunctionNode,
        *,
        owner: str = "",
        attributes: frozenset[str] = frozenset(),
        beside: frozenset[str] = frozenset(),
    ) -> Body:
        """Look through a function, or a method of the class `owner`."""
        everything = [each for statement in node.body for each in ast.walk(statement)]
        name = f"{owner}.{node.name}" if owner else node.name
        body = cls(name, node, bool(owner), attributes, own_nodes(node.body), len(everything), beside)
        for each in everything:
            if isinstance(each, ast.Name) and isinstance(each.ctx, ast.Load):
                body.reads[each.id].append(each.lineno)
        for each in body.own:
            if isinstance(each, ast.Name) and isinstance(each.ctx, ast.Store):
                body.writes[each.id].append(each.lineno)
        return body

    @property
    def arguments(self) -> tuple[str, ...]:
        """The parameters that a caller fills one by one, without `self`."""
        given = self.node.args
        names = [one.arg for one in (*given.posonlyargs, *given.args, *given.kwonlyargs)]
        return tuple(names[1:] if self.method and names else names)


def own_nodes(code: Iterable[ast.AST]) -> tuple[ast.AST, ...]:
    """Return the nodes of some code in their order, without the insides of its functions and classes."""
    found: list[ast.AST] = []
    waiting = list(code)[::-1]
    while waiting:
        node = waiting.pop()
        found.append(node)
        if not isinstance(node, _SCOPES):
            waiting += [*ast.iter_child_nodes(node)][::-1]
    return tuple(found)


def looks_all_up(body: Body) -> bool:
    """Tell whether a function may read names that its text does not show."""
    return not {"locals", "vars", "eval", "exec", "super"}.isdisjoint(body.reads)


def short(name: str) -> str:
    """Return a name as a sentence quotes it."""
    return name if len(name) <= LONGEST else f"{name[:LONGEST]}…"


def called_name(call: ast.Call) -> str:
    """Return the last name of what is called: "zeros" of `torch.zeros(3)`."""
    match call.func:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name
    return ""


_CHANGING: Final = frozenset({
    "add", "append", "clear", "discard", "extend", "insert", "pop", "popitem", "remove", "reverse", "setdefault",
    "shuffle", "sort", "update",
})  # fmt: skip


def changes(nodes: Iterable[ast.AST], *, inner: Iterable[ast.AST] = ()) -> Iterator[tuple[str, int]]:
    """Yield (name, line) of what is changed in place: `x[0] = 1`, `x.append(1)`, `x.clamp_(0)`.

    `inner`: code in which calls count wherever they stand, also in functions within it.
    """
    for node in (*nodes, *(each for one in inner for each in ast.walk(one) if isinstance(each, ast.Call))):
        match node:
            case ast.Subscript(value=value, ctx=ast.Store(), lineno=line):
                yield _root(value), line
            case ast.Call(func=ast.Attribute(value=value, attr=how), lineno=line):
                in_place = how.endswith("_") and not how.endswith("__")
                if how in _CHANGING or in_place:
                    yield _root(value), line


def _root(value: ast.expr) -> str:
    """Return the name of what is indexed: "P" of `P[a][b]`; "" if it has none."""
    while isinstance(value, ast.Subscript):
        value = value.value
    return value.id if isinstance(value, ast.Name) else ""


GIVING: Final = frozenset({
    "abs", "argmax", "argmin", "clamp", "clone", "contiguous", "cumsum", "detach", "div", "double", "exp", "expand",
    "flatten", "flip", "float", "index_add", "log", "log_softmax", "long", "lower", "masked_fill", "matmul", "mean",
    "mul", "permute", "pow", "relu", "replace", "reshape", "roll", "scatter_add", "sigmoid", "softmax", "sqrt",
    "squeeze", "std", "strip", "sum", "tanh", "transpose", "tril", "triu", "unsqueeze", "upper", "var", "view",
})  # fmt: skip
