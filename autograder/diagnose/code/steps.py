"""What a function does in between: state that is kept, loops that forget, axes that are not moved.

In: a `Body`. Out: signs.
"""

from __future__ import annotations

import ast
import itertools
from collections.abc import Iterator

from autograder.diagnose.code.body import ANY, Body, Sign, called_name, changes, looks_all_up, own_nodes, short

__all__ = [
    "axes_not_moved",
    "begun_anew",
    "classes_from_data",
    "compared_with_nan",
    "kept_outside",
    "overwritten_each_round",
    "value_never_used",
]


def kept_outside(body: Body) -> Iterator[Sign]:
    """What is made outside of the function is changed in it."""
    for name, line in changes(body.own, inner=body.node.body):
        if name in body.beside and name not in body.writes and name not in body.arguments:
            yield Sign(
                "kept between calls",
                f"Line {line} of `{short(body.name)}` changes `{short(name)}`, which is made once, outside of it: "
                "what an earlier call left is still there. Make it new inside the function.",
                ANY,
            )
            return


def classes_from_data(body: Body) -> Iterator[Sign]:
    """The number of classes is left to the data."""
    for node in body.own:
        if not isinstance(node, ast.Call) or len(node.args) != 1 or node.keywords:
            continue
        how = called_name(node)
        if how in {"one_hot", "bincount"}:
            yield Sign(
                "classes from the data",
                f"`{how}` in line {node.lineno} of `{short(body.name)}` is not told how many classes there are, and "
                "makes only as many as the largest one that occurs needs. Pass the number.",
                ANY,
            )


def overwritten_each_round(body: Body) -> Iterator[Sign]:
    """A loop keeps only its last round."""
    for loop in body.own:
        if not isinstance(loop, ast.For):
            continue
        inside = own_nodes(loop.body)
        if any(isinstance(node, ast.Break | ast.Return | ast.Continue) for node in inside):
            continue
        everything = [node for statement in loop.body for node in ast.walk(statement)]
        read = {node.id for node in everything if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load)}
        written = [node.id for node in everything if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)]
        counters = {node.id for node in ast.walk(loop.target) if isinstance(node, ast.Name)}
        for statement in loop.body:
            match statement:
                case ast.Assign(targets=[ast.Name() | ast.Tuple() as target], value=value):
                    targets = {node.id for node in ast.walk(target) if isinstance(node, ast.Name)}
                    used = {node.id for node in ast.walk(value) if isinstance(node, ast.Name)}
                    kept = [
                        name
                        for name in sorted(targets - read)
                        if written.count(name) == 1 and any(line > (loop.end_lineno or 0) for line in body.reads[name])
                    ]
                    if kept and used & counters and not used & set(written):
                        name = kept[0]
                        yield Sign(
                            "overwritten in each round",
                            f"In `{short(body.name)}` line {statement.lineno} gives `{short(name)}` a new value in "
                            f"each round of the loop, and only the last one is left after it. Where are the others "
                            "kept, or added up?",
                        )


def begun_anew(body: Body) -> Iterator[Sign]:
    """What a loop collects is begun inside it."""
    for loop in body.own:
        if not isinstance(loop, ast.For | ast.While):
            continue
        everything = [node for statement in loop.body for node in ast.walk(statement)]
        read = [node.id for node in everything if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load)]
        for number, statement in enumerate(loop.body):
            match statement:
                case ast.Assign(targets=[ast.Name(id=name)], value=value) if _begins(value):
                    changed = [one for one, _ in changes(own_nodes(loop.body[number + 1 :]))].count(name)
                    added = sum(
                        isinstance(node, ast.AugAssign) and isinstance(node.target, ast.Name) and node.target.id == name
                        for node in everything
                    )
                    after = any(line > (loop.end_lineno or 0) for line in body.reads[name])
                    if after and added + changed and read.count(name) == changed:
                        yield Sign(
                            "begun anew in each round",
                            f"In `{short(body.name)}` line {statement.lineno} stands inside the loop, so "
                            f"`{short(name)}` begins anew in each round, and only the last round is left. Should it "
                            "stand before the loop?",
                        )


def _begins(value: ast.expr) -> bool:
    match value:
        case ast.Constant(value=int() | float() | str()) | ast.List(elts=[]) | ast.Dict(keys=[]):
            return True
        case ast.Call():
            return called_name(value) in {"zeros", "zeros_like", "ones", "list", "dict", "set", "Counter"}
    return False


def axes_not_moved(body: Body) -> Iterator[Sign]:
    """`x.view(B, H, T, -1)` where `x` is (B, T, C): the numbers stay in their order."""
    shapes: list[list[str]] = []
    turned: set[str] = set()
    for node in body.own:
        match node:
            case ast.Assign(targets=[ast.Tuple(elts=elts)], value=value) if _is_shape(value):
                shapes.append([one.id if isinstance(one, ast.Name) else "" for one in elts])
            case ast.Assign(targets=[ast.Name(id=name)], value=value) if _turns(value):
                turned.add(name)
    for node in body.own:
        match node:
            case ast.Call(func=ast.Attribute(attr="view" | "reshape" as how, value=of), args=args) if len(args) > 2:
                names = [one.id if isinstance(one, ast.Name) else "" for one in args]
                used = {each.id for each in ast.walk(of) if isinstance(each, ast.Name)}
                if _turns(of) or used & turned:
                    continue
                for first, second in {pair for shape in shapes for pair in itertools.pairwise(shape) if all(pair)}:
                    if first in names and second in names and _between(args, names.index(first), names.index(second)):
                        yield Sign(
                            "axes not moved",
                            f"`{how}` in line {node.lineno} of `{short(body.name)}` asks for an axis between "
                            f"`{short(first)}` and `{short(second)}`, which lie side by side: `{how}` cuts the "
                            "numbers in the order in which they lie, and moves none. Split the axis where it is, and "
                            "then let two axes change places.",
                            ANY,
                        )


def _between(sizes: list[ast.expr], first: int, second: int) -> bool:
    """Tell whether an axis of more than one element stands between two others."""
    return any(not (isinstance(one, ast.Constant) and one.value == 1) for one in sizes[first + 1 : second])


def _is_shape(value: ast.expr) -> bool:
    match value:
        case ast.Attribute(attr="shape") | ast.Call(func=ast.Attribute(attr="size"), args=[]):
            return True
    return False


def _turns(value: ast.AST) -> bool:
    """Tell whether an expression moves axes, or makes new ones."""
    moving = {
        "transpose", "permute", "swapaxes", "swapdims", "movedim", "moveaxis", "stack", "unbind", "chunk",
        "unsqueeze", "einsum", "T", "mT", "cat", "expand", "repeat", "rearrange",
    }  # fmt: skip
    return any(
        (isinstance(node, ast.Attribute) and node.attr in moving)
        or (isinstance(node, ast.Name) and node.id in moving)
        or (isinstance(node, ast.Constant) and node.value is None)
        for node in ast.walk(value)
    )


def compared_with_nan(body: Body) -> Iterator[Sign]:
    """`==` with NaN."""
    for node in body.own:
        if not isinstance(node, ast.Compare) or not any(_is_nan(side) for side in (node.left, *node.comparators)):
            continue
        if any(isinstance(one, ast.Eq | ast.NotEq) for one in node.ops):
            yield Sign(
                "compared with NaN",
                f"Line {node.lineno} of `{short(body.name)}` compares with NaN, and NaN is equal to nothing, not even "
                "to itself. `torch.isnan` asks that question.",
            )


def _is_nan(value: ast.expr) -> bool:
    match value:
        case ast.Attribute(attr="nan"):
            return True
        case ast.Call(func=ast.Name(id="float"), args=[ast.Constant(value=str(text))]):
            return text.strip().lower() == "nan"
    return False


def value_never_used(body: Body) -> Iterator[Sign]:
    """A name that nobody reads."""
    if looks_all_up(body):
        return
    outer = {name for node in body.own if isinstance(node, ast.Global | ast.Nonlocal) for name in node.names}
    for node in body.own:
        match node:
            case ast.Assign(targets=[ast.Name(id=name)]) if name not in body.reads and name not in outer:
                if name.startswith("_") or body.writes[name][0] != node.lineno:
                    continue
                called, known = short(body.name), short(name)
                returned = _returned(body)
                rest = (
                    f", and what `{called}` returns is `{short(returned)}`. Is that the name that you mean?"
                    if returned
                    else ". Where does it belong?"
                )
                yield Sign(
                    "value never used", f"`{called}` computes `{known}` in line {node.lineno}, never uses it{rest}"
                    if returned
                    else f"`{called}` computes `{known}` in line {node.lineno} and never uses it{rest}",
                    weak=True,
                    about=name,
                )  # fmt: skip


def _returned(body: Body) -> str:
    """Return the one argument that a function gives back, "" if it gives back something else."""
    returns = [node.value for node in body.own if isinstance(node, ast.Return)]
    names = {one.id for one in returns if isinstance(one, ast.Name)}
    return names.pop() if len(names) == len(returns) == 1 and names <= set(body.arguments) else ""
