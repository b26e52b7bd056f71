"""What explains an exception: a graph that is lost, None from a call, names that hide others.

In: a `Body`. Out: signs.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from typing import Final

from autograder.diagnose.code.body import GIVING, LONGEST, NONE, Body, Sign, short
from autograder.notebook.scopes import parameters

__all__ = ["graph_lost", "hidden_name", "local_name", "none_from_call", "not_called", "self_missing"]


def graph_lost(body: Body) -> Iterator[Sign]:
    """Tensors are turned into numbers on the way to a loss."""
    for node in body.own:
        match node:
            case ast.Call(func=ast.Attribute(attr="item" | "detach" | "tolist" | "numpy" as how), lineno=line):
                called = f"`{how}` in line {line} of `{short(body.name)}`"
            case ast.Call(func=ast.Attribute(value=ast.Name(id="torch"), attr="tensor"), lineno=line):
                called = f"`torch.tensor` in line {line} of `{short(body.name)}`"
            case _:
                continue
        yield Sign(
            "graph lost",
            f"{called} takes the numbers alone: how they were computed is forgotten there, and `backward` finds no "
            "way back to the parameters. Compute with the tensors themselves (`torch.stack` joins several).",
            r"RuntimeError: element \d+ of tensors does not require grad",
        )


def none_from_call(body: Body) -> Iterator[Sign]:
    """A name for what a method that changes in place gives back."""
    for node in body.own:
        match node:
            case ast.Assign(targets=[ast.Name(id=name)], value=ast.Call(func=ast.Attribute(attr=how))):
                if how in {"append", "extend", "insert", "sort", "reverse", "update", "shuffle", "backward", "clear"}:
                    yield Sign(
                        "None from a call",
                        f"Line {node.lineno} of `{short(body.name)}` gives `{short(name)}` what `{how}` gives back, "
                        f"and that is None: `{how}` changes what it is called on. Write the call alone.",
                        rf"\w+: .*\bNoneType\b|{NONE}$",
                    )


def hidden_name(body: Body) -> Iterator[Sign]:
    """A value that has the name of one of Python's functions."""
    called = {node.func.id for node in body.own if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)}
    local = {name: lines[0] for name, lines in body.writes.items()}
    local |= dict.fromkeys(body.arguments, body.node.lineno)
    for name in sorted(called & _BUILTIN & local.keys()):
        yield Sign(
            "hidden name",
            f"In `{short(body.name)}` `{name}` is the name of a value of your own (line {local[name]}) and hides "
            f"Python's `{name}`. Give the value another name.",
            rf"TypeError: '[\w.]+' object is not callable|UnboundLocalError: .*'{name}'",
        )


_BUILTIN: Final = frozenset({
    "abs", "all", "any", "dict", "enumerate", "float", "input", "int", "iter", "len", "list", "map", "max", "min",
    "next", "print", "range", "round", "set", "sorted", "str", "sum", "tuple", "type", "zip",
})  # fmt: skip


def local_name(body: Body) -> Iterator[Sign]:
    """A name that is read before the function gives it its value."""
    for name, lines in body.writes.items():
        if name not in body.arguments and name in body.reads and len(name) <= LONGEST:
            yield Sign(
                "local name",
                f"`{short(body.name)}` assigns `{name}` (line {lines[0]}), so `{name}` is its own name in all of "
                "its lines, and here it was read before that line had run. A variable of the notebook with this name "
                "is not meant.",
                rf"UnboundLocalError: .*'{re.escape(name)}'",
            )


def self_missing(body: Body) -> Iterator[Sign]:
    """What an object keeps, read without `self`."""
    for name in body.reads:
        own = name in body.writes or name in parameters(body.node.args)
        if name in body.attributes and not own and len(name) <= LONGEST:
            yield Sign(
                "self missing",
                f"`{short(body.name)}` reads `{name}` in line {body.reads[name][0]}; what the object keeps under "
                f"this name is `self.{name}`.",
                rf"NameError: name '{re.escape(name)}'",
            )


def not_called(body: Body) -> Iterator[Sign]:
    """The brackets of a method are missing."""
    for node in body.own:
        sides = [node.left, node.right] if isinstance(node, ast.BinOp) else []
        for side in sides:
            if isinstance(side, ast.Attribute) and side.attr in GIVING | {"item", "numel", "size", "dim", "t"}:
                yield Sign(
                    "method not called",
                    f"In line {side.lineno} of `{short(body.name)}` the brackets after `{side.attr}` are missing: "
                    f"without them it is the method itself, and not its result.",
                    r"TypeError: unsupported operand .*method",
                )
