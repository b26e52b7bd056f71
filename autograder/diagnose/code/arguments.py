"""What a function does with its arguments: never looks at one, keeps a default, changes one in place.

In: a `Body`. Out: signs.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from autograder.diagnose.code.body import ANY, CHANGED, Body, Sign, called_name, changes, looks_all_up, short

__all__ = ["argument_changed", "argument_never_used", "kept_default", "unused"]


def argument_never_used(body: Body) -> Iterator[Sign]:
    """An argument that is never looked at, or given another value first."""
    called = short(body.name)
    for name in unused(body):
        yield Sign(
            "argument never used",
            f"`{called}` never looks at its argument `{short(name)}`: whatever is passed there, the result is the "
            "same. What is it for, and what stands in its place?",
            ANY,
            argument=name,
        )
    for name, line in _overwritten(body):
        yield Sign(
            "argument never used",
            f"`{called}` gives its argument `{short(name)}` another value in line {line} before it has looked at it: "
            "what is passed there counts for nothing.",
            ANY,
        )


def unused(body: Body) -> tuple[str, ...]:
    """Return the arguments that a function never mentions."""
    if looks_all_up(body):
        return ()
    deleted = {node.id for node in body.own if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Del)}
    mentioned = body.reads.keys() | body.writes.keys() | deleted
    return tuple(name for name in body.arguments if name not in mentioned and not name.startswith("_"))


def _overwritten(body: Body) -> Iterator[tuple[str, int]]:
    """Yield each argument that an assignment gives another value before anything has read it, and the line."""
    waiting = set(body.arguments)
    for statement in body.node.body:
        names = [node for node in ast.walk(statement) if isinstance(node, ast.Name) and node.id in waiting]
        waiting -= {node.id for node in names}
        if isinstance(statement, ast.Assign) and all(isinstance(node.ctx, ast.Store) for node in names):
            yield from ((node.id, statement.lineno) for node in names)


def kept_default(body: Body) -> Iterator[Sign]:
    """A list, dict or set as a default is changed: it is made once."""
    given = body.node.args
    placed = [*given.posonlyargs, *given.args]
    pairs = [*zip(reversed(placed), reversed(given.defaults), strict=False)]
    pairs += [(one, default) for one, default in zip(given.kwonlyargs, given.kw_defaults, strict=True) if default]
    for argument, default in pairs:
        made = isinstance(default, ast.Call) and called_name(default) in {"list", "dict", "set"}
        if not (made or isinstance(default, ast.List | ast.Dict | ast.Set)):
            continue
        if any(name == argument.arg for name, _ in changes(body.own, inner=body.node.body)):
            yield Sign(
                "default that is kept",
                f"The default of `{short(argument.arg)}` is made once, when `{short(body.name)}` is defined, and "
                "every call adds to the same one: what an earlier call left is still there. Make it new inside the "
                "function.",
            )


def argument_changed(body: Body) -> Iterator[Sign]:
    """An argument that belongs to the caller is changed in place."""
    added = [
        (node.target.id, node.lineno)
        for node in body.own
        if isinstance(node, ast.AugAssign)
        and isinstance(node.target, ast.Name)
        and body.writes[node.target.id][0] == node.lineno
    ]
    changed = [(name, line) for name, line in changes(body.own) if min(body.writes.get(name, [line + 1])) > line]
    for name, line in sorted([*added, *changed], key=lambda one: one[1]):
        if name in body.arguments:
            yield Sign(
                "argument changed in place",
                f"Line {line} of `{short(body.name)}` writes into its argument `{short(name)}` itself, so what comes "
                "later, and the next call, meet the changed one. Work on a new value, or on a copy.",
                re.escape(CHANGED),
                weak=True,
            )
