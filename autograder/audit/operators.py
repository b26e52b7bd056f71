"""The small mistakes that a machine can make in a line of code: one function each.

An operator takes a node of a syntax tree and yields nodes that may stand in its place. It looks at this
node alone; `mutants.py` finds the places and makes the texts.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Iterator
from typing import TypeVar

__all__ = ["OPERATORS", "axis_nodes", "copied"]

_Node = TypeVar("_Node", bound=ast.AST)

_SIZES = re.compile(r"[nNBCDHTVd]|hs|[nd]_\w+|num_\w+|\w+_(size|dim|len)")
_MODULES = {"torch", "F", "nn", "np", "math"}
_AXES = {
    *("all", "amax", "amin", "any", "argmax", "argmin", "argsort", "cat", "concat", "cummax", "cumprod", "cumsum"),
    *("flip", "index_add", "index_add_", "index_select", "gather", "log_softmax", "logsumexp", "max", "mean", "min"),
    *("norm", "prod", "scatter", "scatter_", "scatter_add_", "size", "softmax", "sort", "squeeze", "stack", "std"),
    *("sum", "unsqueeze", "var"),
}
_OTHER_AXES = {0: (1,), 1: (0,), 2: (1,), -1: (-2, 0), -2: (-1,)}
_TRANSPOSES = {"T", "mT", "t", "transpose", "permute", "swapaxes"}
_STEPS = {  # calls that a chain may lose
    *("abs", "bool", "clamp", "clamp_max", "clamp_min", "clone", "contiguous", "copy", "cumsum", "detach", "double"),
    *("exp", "flatten", "flip", "float", "int", "item", "list", "log", "log_softmax", "long", "lower", "mean", "norm"),
    *("relu", "reshape", "reversed", "round", "rsqrt", "set", "sigmoid", "softmax", "sorted", "sqrt", "square"),
    *("squeeze", "strip", "sum", "tanh", "to", "tolist", "tril", "triu", "tuple", "unsqueeze", "view"),
}
_TWINS = ("min max, amin amax, argmin argmax, mean sum, any all, zeros ones, zeros_like ones_like, new_zeros new_ones,"
          " floor ceil, cos sin, clamp_min clamp_max, softmax log_softmax, enable_grad no_grad")  # fmt: skip
_MASKS = "tril triu"
_ARITHMETIC: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.Div,
    ast.Div: ast.Mult,
    ast.FloorDiv: ast.Div,
    ast.Mod: ast.FloorDiv,
}
_COMPARISONS: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
}


def _twins(text: str) -> dict[str, str]:
    pairs = [pair.split() for pair in text.split(",")]
    return {name: other for pair in pairs for name, other in (pair, pair[::-1])}


def copied(node: _Node, **changed: object) -> _Node:
    """Return a copy of a node with some fields changed."""
    fields = {name: getattr(node, name) for name in node._fields if hasattr(node, name)}
    return ast.copy_location(type(node)(**(fields | changed)), node)


def _number(node: ast.AST | None) -> int | float | None:
    """Return what a literal number is, signed or not; None if it is something else."""
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub):
        inner = _number(node.operand)
        return None if inner is None else -inner
    if isinstance(node, ast.Constant) and isinstance(node.value, int | float) and not isinstance(node.value, bool):
        return node.value
    return None


def _plus(node: ast.expr, step: int) -> ast.expr:
    """Return node + step, literals summed up: i + 1 and 1 -> i + 2."""
    number = _number(node)
    if number is not None:
        return ast.Constant(number + step)
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add) and (last := _number(node.right)) is not None:
        return copied(node, right=ast.Constant(last + step)) if last + step else node.left
    return ast.BinOp(node, ast.Add() if step > 0 else ast.Sub(), ast.Constant(abs(step)))


def _called(node: ast.AST) -> tuple[str, ast.expr | None, list[ast.expr]]:
    """Return (name, what it is done to, its other arguments) of a call: the same for x.f(a) and torch.f(x, a)."""
    if not isinstance(node, ast.Call):
        return "", None, []
    if isinstance(node.func, ast.Attribute):
        receiver = node.func.value
        if not (isinstance(receiver, ast.Name) and receiver.id in _MODULES):
            return node.func.attr, receiver, node.args
        name = node.func.attr
    elif isinstance(node.func, ast.Name):
        name = node.func.id
    else:
        return "", None, []
    return name, (node.args[0] if node.args else None), node.args[1:]


def axis_nodes(node: ast.AST) -> list[ast.expr]:
    """Return the literal axes that a call, or x.shape[axis], is given: numbers, or tuples of numbers."""
    name, _, others = _called(node)
    axes: list[ast.expr] = []
    if isinstance(node, ast.Call):
        axes += [word.value for word in node.keywords if word.arg in ("dim", "axis", "dims")]
        if isinstance(node.func, ast.Attribute):
            axes += others if name in _TRANSPOSES else others[:1] if name in _AXES else []
    elif isinstance(node, ast.Subscript) and isinstance(node.value, ast.Attribute) and node.value.attr == "shape":
        axes.append(node.slice)
    return [axis for axis in axes if all(_number(item) is not None for item in getattr(axis, "elts", [axis]))]


def _replaced(node: ast.AST, old: ast.expr, new: ast.expr) -> ast.AST:
    """Return a call with another argument, or a subscript with another index."""
    if not isinstance(node, ast.Call):
        return copied(node, slice=new)
    words = [copied(word, value=new) if word.value is old else word for word in node.keywords]
    return copied(node, args=[new if argument is old else argument for argument in node.args], keywords=words)


def _one_less(node: ast.AST) -> Iterator[ast.AST]:
    """One less of a size that divides or multiplies: n -> n - 1; an unbiased variance -> a biased one."""
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Mult | ast.Div | ast.FloorDiv | ast.Pow):
        if _is_size(node.left):
            yield copied(node, left=_plus(node.left, -1))
        if _is_size(node.right):
            yield copied(node, right=_plus(node.right, -1))
    name, _, _ = _called(node)
    if isinstance(node, ast.Call) and name in ("var", "std"):
        words = {word.arg: word.value for word in node.keywords} | {"correction": ast.Constant(0)}
        yield copied(node, keywords=[ast.keyword(arg, value) for arg, value in words.items() if arg != "unbiased"])


def _is_size(node: ast.expr) -> bool:
    if isinstance(node, ast.Subscript):
        return isinstance(node.value, ast.Attribute) and node.value.attr == "shape"
    name, _, _ = _called(node)
    return name in ("len", "size", "numel") or (isinstance(node, ast.Name) and bool(_SIZES.fullmatch(node.id)))


def _arithmetic(node: ast.AST) -> Iterator[ast.AST]:
    if isinstance(node, ast.BinOp | ast.AugAssign) and type(node.op) in _ARITHMETIC:
        yield copied(node, op=_ARITHMETIC[type(node.op)]())


def _matmul(node: ast.AST) -> Iterator[ast.AST]:
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.MatMult):
        yield copied(node, left=node.right, right=node.left)


def _axis(node: ast.AST) -> Iterator[ast.AST]:
    axes = axis_nodes(node)
    given = {_number(axis) for axis in axes}
    for old in axes:
        if isinstance(old, ast.Tuple | ast.List):
            for left_out in old.elts:
                yield _replaced(
                    node, old, copied(old, elts=[element for element in old.elts if element is not left_out])
                )
        else:
            for other in _OTHER_AXES.get(int(_number(old) or 0), ()):
                if other not in given:  # a transpose of an axis with itself is none
                    yield _replaced(node, old, ast.Constant(other))


def _keyword(node: ast.AST) -> Iterator[ast.AST]:
    """Leave out a keyword argument: keepdim, diagonal, key; but no device, which changes nothing on one device."""
    if isinstance(node, ast.Call):
        for word in node.keywords:
            if word.arg not in (None, "device"):
                yield copied(node, keywords=[keyword for keyword in node.keywords if keyword is not word])


def _transpose(node: ast.AST) -> Iterator[ast.AST]:
    name, subject, _ = _called(node)
    if name in _TRANSPOSES and subject is not None:
        yield subject
    elif isinstance(node, ast.Attribute) and node.attr in ("T", "mT"):
        yield node.value


def _term(node: ast.AST) -> Iterator[ast.AST]:
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add | ast.Sub):
        yield node.left
        yield node.right if isinstance(node.op, ast.Add) else ast.UnaryOp(ast.USub(), node.right)


def _factor(node: ast.AST) -> Iterator[ast.AST]:
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Mult | ast.Div | ast.FloorDiv | ast.Mod):
        yield node.left
        yield node.right if isinstance(node.op, ast.Mult) else copied(node, left=ast.Constant(1))


def _assignment(node: ast.AST) -> Iterator[ast.AST]:
    """`+=` -> `=`; `=` into a place that may hold something -> `+=`."""
    if isinstance(node, ast.AugAssign):
        yield ast.Assign([node.target], node.value, None)
    elif isinstance(node, ast.Assign) and len(node.targets) == 1:
        (target,) = node.targets
        if isinstance(target, ast.Subscript | ast.Attribute):
            yield ast.AugAssign(target, ast.Add(), node.value)


def _comparison(node: ast.AST) -> Iterator[ast.AST]:
    if isinstance(node, ast.Compare):
        for location, old in enumerate(node.ops):
            yield copied(node, ops=[*node.ops[:location], _COMPARISONS[type(old)](), *node.ops[location + 1 :]])


def _logic(node: ast.AST) -> Iterator[ast.AST]:
    """And <-> or; one condition left out; `not` dropped."""
    if isinstance(node, ast.BoolOp):
        yield copied(node, op=ast.Or() if isinstance(node.op, ast.And) else ast.And())
        for left_out in node.values:
            kept = [value for value in node.values if value is not left_out]
            yield copied(node, values=kept) if len(kept) > 1 else kept[0]
    elif isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
        yield node.operand


def _constant(node: ast.AST) -> Iterator[ast.AST]:
    """0 -> 1, 1 -> 2 and 0, a tiny or a huge number -> 0, any other doubled; True <-> False."""
    if isinstance(node, ast.Constant) and isinstance(node.value, bool):
        yield ast.Constant(not node.value)
    elif isinstance(node, ast.Constant) and isinstance(node.value, int | float):
        if node.value in (0, 1):
            yield ast.Constant(node.value + 1)
        yield ast.Constant(2 * node.value if 1e-3 < node.value < 1e6 and node.value != 1 else 0)


def _minus(node: ast.AST) -> Iterator[ast.AST]:
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub):
        yield node.operand


def _mask(node: ast.AST) -> Iterator[ast.AST]:
    """Another triangle, another diagonal, a mask that hides what it should show; -inf -> 0."""
    yield from _renamed(node, _twins(_MASKS))
    name, subject, others = _called(node)
    if isinstance(node, ast.Call) and name in ("tril", "triu") and not others and not node.keywords:
        for diagonal in (-1, 1):
            yield copied(node, keywords=[ast.keyword("diagonal", ast.Constant(diagonal))])
    elif name in ("masked_fill", "masked_fill_") and others:
        yield _replaced(node, others[0], ast.UnaryOp(ast.Invert(), others[0]))
    elif name == "where" and len(others) == 2:
        yield copied(node, args=[subject, others[1], others[0]])
    elif _is_infinite(node):
        yield ast.Constant(0)


def _is_infinite(node: ast.AST) -> bool:
    name, subject, _ = _called(node)
    if name == "float":
        return isinstance(subject, ast.Constant) and "inf" in str(subject.value)
    return isinstance(node, ast.Attribute) and node.attr == "inf"


def _step(node: ast.AST) -> Iterator[ast.AST]:
    """Leave a call out: x.exp() -> x, torch.exp(x) -> x."""
    name, subject, _ = _called(node)
    text = isinstance(subject, ast.Constant) and isinstance(subject.value, str)  # float("inf")
    if name in _STEPS and subject is not None and not text:
        yield subject


def _power(node: ast.AST) -> Iterator[ast.AST]:
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Pow):
        yield node.left
        exponent = _number(node.right)
        if exponent is not None and exponent < -1:
            yield copied(node, right=_plus(node.right, 1))


def _bounds(node: ast.AST) -> Iterator[ast.AST]:
    """Bounds of slices and ranges, and plain indices, off by one."""
    if isinstance(node, ast.Slice):
        if node.upper is not None or node.lower is not None:
            yield copied(node, upper=_plus(node.upper, -1) if node.upper is not None else ast.Constant(-1))
            yield copied(node, lower=_plus(node.lower, 1) if node.lower is not None else ast.Constant(1))
        if node.upper is not None:
            yield copied(node, upper=_plus(node.upper, 1))
    elif isinstance(node, ast.Subscript) and isinstance(node.slice, ast.Name):
        yield copied(node, slice=_plus(node.slice, 1))
    elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "range":
        if len(node.args) == 1:
            yield copied(node, args=[ast.Constant(1), *node.args])
        for location, old in enumerate(node.args[:2]):
            for step in (-1, 1):
                yield copied(node, args=[*node.args[:location], _plus(old, step), *node.args[location + 1 :]])


def _slice(node: ast.AST) -> Iterator[ast.AST]:
    if isinstance(node, ast.Subscript) and isinstance(node.slice, ast.Slice):
        yield node.value


def _twin(node: ast.AST) -> Iterator[ast.AST]:
    yield from _renamed(node, _twins(_TWINS))


def _renamed(node: ast.AST, names: dict[str, str]) -> Iterator[ast.AST]:
    """Call the function's twin instead: x.amax(1) -> x.amin(1)."""
    if isinstance(node, ast.Call):
        if isinstance(node.func, ast.Attribute) and node.func.attr in names:
            yield copied(node, func=copied(node.func, attr=names[node.func.attr]))
        elif isinstance(node.func, ast.Name) and node.func.id in names:
            yield copied(node, func=copied(node.func, id=names[node.func.id]))


def _statement(node: ast.AST) -> Iterator[ast.AST]:
    """Delete a statement that only has an effect; break <-> continue."""
    effect = isinstance(node, ast.AugAssign) or (
        isinstance(node, ast.Expr) and not isinstance(node.value, ast.Constant)
    )
    if isinstance(node, ast.Assign):
        effect = all(isinstance(target, ast.Subscript | ast.Attribute) for target in node.targets)
    if effect:
        yield ast.Pass()
    elif isinstance(node, ast.Break | ast.Continue):
        yield ast.Continue() if isinstance(node, ast.Break) else ast.Break()


OPERATORS: tuple[tuple[str, Callable[[ast.AST], Iterator[ast.AST]]], ...] = (
    ("one less", _one_less),
    ("arithmetic", _arithmetic),
    ("matmul", _matmul),
    ("axis", _axis),
    ("keyword dropped", _keyword),
    ("transpose dropped", _transpose),
    ("term dropped", _term),
    ("factor dropped", _factor),
    ("assignment", _assignment),
    ("comparison", _comparison),
    ("logic", _logic),
    ("constant", _constant),
    ("minus dropped", _minus),
    ("mask", _mask),
    ("call dropped", _step),
    ("power", _power),
    ("bounds", _bounds),
    ("slice dropped", _slice),
    ("twin", _twin),
    ("statement", _statement),
)
