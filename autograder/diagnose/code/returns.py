"""What a function gives back: no `return`, one in the first round, a result that nobody keeps.

In: a `Body`. Out: signs.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from autograder.diagnose.code.body import ANY, GIVING, NONE, VALUE, Body, Sign, called_name, own_nodes, short

__all__ = ["first_round", "no_return", "thrown_away"]


def no_return(body: Body) -> Iterator[Sign]:
    """Nothing is given back, on some way or on all."""
    returns = [node for node in body.own if isinstance(node, ast.Return) and not _is_none(node.value)]
    called = not body.method or body.node.name in {"__call__", "forward"}
    if not called or any(isinstance(node, ast.Yield | ast.YieldFrom) for node in body.own):
        return
    name = short(body.name)
    explains = rf"{NONE}$"
    if not returns:
        prints = any(isinstance(node, ast.Call) and called_name(node) == "print" for node in body.own)
        how = "only prints, and printing gives nothing back" if prints else "has no `return`"
        yield Sign("no return", f"`{name}` {how}, so its result is None. Which value is it to give back?", explains)
    elif _falls_off(body.node.body):
        last = returns[-1].lineno
        yield Sign(
            "no return",
            f"`{name}` can come to its end without meeting a `return` (the last one stands in line {last}, further "
            "in), and then its result is None. Does that line stand too far to the right?",
            explains,
        )


def _is_none(value: ast.expr | None) -> bool:
    return value is None or (isinstance(value, ast.Constant) and value.value is None)


def _falls_off(code: list[ast.stmt]) -> bool:
    """Tell whether some way through the code comes to its end."""
    waiting = [code]
    while waiting:
        block = waiting.pop()
        match block[-1] if block else None:
            case ast.Return() | ast.Raise():
                continue
            case ast.If(body=body, orelse=orelse):
                waiting += [body, orelse]
            case ast.With(body=body) | ast.AsyncWith(body=body):
                waiting.append(body)
            case ast.Try() | ast.TryStar() | ast.Match() | ast.While():
                continue  # not looked into
            case _:
                return True
    return False


def first_round(body: Body) -> Iterator[Sign]:
    """A `return` ends the loop that it stands in."""
    for loop in body.own:
        if not isinstance(loop, ast.For) or any(isinstance(node, ast.Continue) for node in own_nodes(loop.body)):
            continue
        ends = next((node for node in loop.body if isinstance(node, ast.Return)), None)
        if ends is not None and not _is_next(loop, ends):
            yield Sign(
                "return in the first round",
                f"In `{short(body.name)}` the `return` of line {ends.lineno} stands inside the loop of line "
                f"{loop.lineno}, so the loop ends in its first round. Should it come after the loop?",
                rf"{re.escape(VALUE)}|{NONE}$|IndexError: ",
            )


def _is_next(loop: ast.For, ends: ast.Return) -> bool:
    """Tell whether a loop only takes the first item: `for x in xs: return x`."""
    return len(loop.body) == 1 and isinstance(ends.value, ast.Name)


def thrown_away(body: Body) -> Iterator[Sign]:
    """A value is computed and kept nowhere."""
    for node in body.own:
        if not isinstance(node, ast.Expr):
            continue
        match node.value:
            case ast.Call(func=ast.Attribute(attr=name), keywords=keywords) if name in GIVING and not any(
                one.arg in {"out", "inplace"} for one in keywords
            ):
                yield Sign(
                    "result thrown away",
                    f"Line {node.lineno} of `{short(body.name)}` calls `{name}` and keeps nothing of it: `{name}` "
                    "changes nothing, it gives back a new value. Give the result a name.",
                    ANY,
                )
            case ast.Compare(ops=[ast.Eq()]):
                yield Sign(
                    "result thrown away",
                    f"Line {node.lineno} of `{short(body.name)}` compares, with `==`, and keeps nothing of it. "
                    "Is an assignment meant, with a single `=`?",
                )
            case ast.BinOp() | ast.UnaryOp() | ast.Compare():
                yield Sign(
                    "result thrown away",
                    f"Line {node.lineno} of `{short(body.name)}` computes something and keeps nothing of it. Is a "
                    "name in front of it missing, or the sign that joins it to the line above?",
                )
