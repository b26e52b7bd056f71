"""Signs of a mistake that a function's text shows, whatever it computes.

In: the syntax tree of a function. Out: `Sign`s: what is written there, in a sentence, and what of a check it explains.
Each is true of the text; that it is the mistake is only said where a check fails that shows it. Nothing recurses.
"""

from __future__ import annotations

import ast
import itertools
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Final

from autograder.notebook.scopes import parameters

__all__ = ["CAUSES", "CHANGED", "NONE", "RAISED", "VALUE", "Body", "FunctionNode", "Sign", "rank", "signs_of", "unused"]

FunctionNode = ast.FunctionDef | ast.AsyncFunctionDef
_SCOPES = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef, ast.Lambda)
_LONGEST = 40  # characters of a name that a sentence quotes
_LARGEST = 3000  # parts of a function that is looked at: the longest of a solution has some 700
_MOST = 100  # signs of one function

# The causes that code shows, the surest first. The two about the notebook are found by autograder/judge/code.py.
CAUSES: Final = (
    "no return",
    "return in the first round",
    "result thrown away",
    "variable of the notebook",
    "argument never used",
    "size as a number",
    "default that is kept",
    "kept between calls",
    "classes from the data",
    "overwritten in each round",
    "begun anew in each round",
    "axes not moved",
    "compared with NaN",
    "graph lost",
    "None from a call",
    "hidden name",
    "local name",
    "self missing",
    "method not called",
    "value never used",
    "argument changed in place",
)

# What a check saw, beside the text of an exception: a wrong value; None; an argument that was changed in place.
VALUE: Final = "a wrong value"
NONE: Final = "None"
CHANGED: Final = "an argument changed in place"

# Patterns of what a check saw
RAISED: Final = r"(?:Runtime|Index|Value|Key)Error: "  # by a value of the wrong shape, size or range
_ANY: Final = rf"{re.escape(VALUE)}|{RAISED}"


@dataclass(frozen=True, slots=True)
class Sign:
    """Something that a text shows."""

    cause: str
    text: str
    explains: str = re.escape(VALUE)  # a pattern of what the check saw
    weak: bool = False  # true of right code at times, too
    about: str = ""  # a name that the function gives a value to: no sign if the exercise's own lines do that


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
        body = cls(name, node, bool(owner), attributes, _own(node.body), len(everything), beside)
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


def signs_of(body: Body) -> tuple[Sign, ...]:
    """Return what a function's text shows; nothing of one that is not filled in."""
    if body.size > _LARGEST or any(_is_stub(node) for node in body.own):
        return ()
    return tuple(itertools.islice((sign for look in _LOOKS for sign in look(body)), _MOST))


def rank(cause: str) -> int:
    """Return how sure a cause is: of several that fit, the one of the lowest rank is told."""
    return CAUSES.index(cause)


def _own(code: Iterable[ast.AST]) -> tuple[ast.AST, ...]:
    """Return the nodes of some code in their order, without the insides of its functions and classes."""
    found: list[ast.AST] = []
    waiting = list(code)[::-1]
    while waiting:
        node = waiting.pop()
        found.append(node)
        if not isinstance(node, _SCOPES):
            waiting += [*ast.iter_child_nodes(node)][::-1]
    return tuple(found)


def _is_stub(node: ast.AST) -> bool:
    match node:
        case ast.Raise(exc=ast.Name(id="NotImplementedError") | ast.Call(func=ast.Name(id="NotImplementedError"))):
            return True
    return False


def _short(name: str) -> str:
    return name if len(name) <= _LONGEST else f"{name[:_LONGEST]}…"


# ---------------------------------------------------------------- what a function gives back


def _no_return(body: Body) -> Iterator[Sign]:
    returns = [node for node in body.own if isinstance(node, ast.Return) and not _is_none(node.value)]
    called = not body.method or body.node.name in {"__call__", "forward"}
    if not called or any(isinstance(node, ast.Yield | ast.YieldFrom) for node in body.own):
        return
    name = _short(body.name)
    explains = rf"{NONE}$"
    if not returns:
        prints = any(isinstance(node, ast.Call) and _called(node) == "print" for node in body.own)
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


def _first_round(body: Body) -> Iterator[Sign]:
    for loop in body.own:
        if not isinstance(loop, ast.For) or any(isinstance(node, ast.Continue) for node in _own(loop.body)):
            continue
        ends = next((node for node in loop.body if isinstance(node, ast.Return)), None)
        if ends is not None and not _is_next(loop, ends):
            yield Sign(
                "return in the first round",
                f"In `{_short(body.name)}` the `return` of line {ends.lineno} stands inside the loop of line "
                f"{loop.lineno}, so the loop ends in its first round. Should it come after the loop?",
                rf"{re.escape(VALUE)}|{NONE}$|IndexError: ",
            )


def _is_next(loop: ast.For, ends: ast.Return) -> bool:
    """Tell whether a loop only takes the first item: `for x in xs: return x`."""
    return len(loop.body) == 1 and isinstance(ends.value, ast.Name)


def _thrown_away(body: Body) -> Iterator[Sign]:
    for node in body.own:
        if not isinstance(node, ast.Expr):
            continue
        match node.value:
            case ast.Call(func=ast.Attribute(attr=name), keywords=keywords) if name in _GIVING and not any(
                one.arg in {"out", "inplace"} for one in keywords
            ):
                yield Sign(
                    "result thrown away",
                    f"Line {node.lineno} of `{_short(body.name)}` calls `{name}` and keeps nothing of it: `{name}` "
                    "changes nothing, it gives back a new value. Give the result a name.",
                    _ANY,
                )
            case ast.Compare(ops=[ast.Eq()]):
                yield Sign(
                    "result thrown away",
                    f"Line {node.lineno} of `{_short(body.name)}` compares, with `==`, and keeps nothing of it. "
                    "Is an assignment meant, with a single `=`?",
                )
            case ast.BinOp() | ast.UnaryOp() | ast.Compare():
                yield Sign(
                    "result thrown away",
                    f"Line {node.lineno} of `{_short(body.name)}` computes something and keeps nothing of it. Is a "
                    "name in front of it missing, or the sign that joins it to the line above?",
                )


_GIVING: Final = frozenset({
    "abs", "argmax", "argmin", "clamp", "clone", "contiguous", "cumsum", "detach", "div", "double", "exp", "expand",
    "flatten", "flip", "float", "index_add", "log", "log_softmax", "long", "lower", "masked_fill", "matmul", "mean",
    "mul", "permute", "pow", "relu", "replace", "reshape", "roll", "scatter_add", "sigmoid", "softmax", "sqrt",
    "squeeze", "std", "strip", "sum", "tanh", "transpose", "tril", "triu", "unsqueeze", "upper", "var", "view",
})  # fmt: skip


# ---------------------------------------------------------------- what it takes


def _argument_never_used(body: Body) -> Iterator[Sign]:
    called = _short(body.name)
    for name in unused(body):
        yield Sign(
            "argument never used",
            f"`{called}` never looks at its argument `{_short(name)}`: whatever is passed there, the result is the "
            "same. What is it for, and what stands in its place?",
            _ANY,
        )
    for name, line in _overwritten(body):
        yield Sign(
            "argument never used",
            f"`{called}` gives its argument `{_short(name)}` another value in line {line} before it has looked at it: "
            "what is passed there counts for nothing.",
            _ANY,
        )


def unused(body: Body) -> tuple[str, ...]:
    """Return the arguments that a function never mentions."""
    if _looks_all_up(body):
        return ()
    deleted = {node.id for node in body.own if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Del)}
    mentioned = body.reads.keys() | body.writes.keys() | deleted
    return tuple(name for name in body.arguments if name not in mentioned and not name.startswith("_"))


def _looks_all_up(body: Body) -> bool:
    """Tell whether a function may read names that its text does not show."""
    return not {"locals", "vars", "eval", "exec", "super"}.isdisjoint(body.reads)


def _overwritten(body: Body) -> Iterator[tuple[str, int]]:
    """Yield each argument that an assignment gives another value before anything has read it, and the line."""
    waiting = set(body.arguments)
    for statement in body.node.body:
        names = [node for node in ast.walk(statement) if isinstance(node, ast.Name) and node.id in waiting]
        waiting -= {node.id for node in names}
        if isinstance(statement, ast.Assign) and all(isinstance(node.ctx, ast.Store) for node in names):
            yield from ((node.id, statement.lineno) for node in names)


def _kept_default(body: Body) -> Iterator[Sign]:
    given = body.node.args
    placed = [*given.posonlyargs, *given.args]
    pairs = [*zip(reversed(placed), reversed(given.defaults), strict=False)]
    pairs += [(one, default) for one, default in zip(given.kwonlyargs, given.kw_defaults, strict=True) if default]
    for argument, default in pairs:
        made = isinstance(default, ast.Call) and _called(default) in {"list", "dict", "set"}
        if not (made or isinstance(default, ast.List | ast.Dict | ast.Set)):
            continue
        if any(name == argument.arg for name, _ in _changes(body.own, inner=body.node.body)):
            yield Sign(
                "default that is kept",
                f"The default of `{_short(argument.arg)}` is made once, when `{_short(body.name)}` is defined, and "
                "every call adds to the same one: what an earlier call left is still there. Make it new inside the "
                "function.",
            )


# ---------------------------------------------------------------- what it does in between


def _kept_outside(body: Body) -> Iterator[Sign]:
    for name, line in _changes(body.own, inner=body.node.body):
        if name in body.beside and name not in body.writes and name not in body.arguments:
            yield Sign(
                "kept between calls",
                f"Line {line} of `{_short(body.name)}` changes `{_short(name)}`, which is made once, outside of it: "
                "what an earlier call left is still there. Make it new inside the function.",
                _ANY,
            )
            return


def _classes_from_data(body: Body) -> Iterator[Sign]:
    for node in body.own:
        if not isinstance(node, ast.Call) or len(node.args) != 1 or node.keywords:
            continue
        how = _called(node)
        if how in {"one_hot", "bincount"}:
            yield Sign(
                "classes from the data",
                f"`{how}` in line {node.lineno} of `{_short(body.name)}` is not told how many classes there are, and "
                "makes only as many as the largest one that occurs needs. Pass the number.",
                _ANY,
            )


def _overwritten_each_round(body: Body) -> Iterator[Sign]:
    for loop in body.own:
        if not isinstance(loop, ast.For):
            continue
        inside = _own(loop.body)
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
                            f"In `{_short(body.name)}` line {statement.lineno} gives `{_short(name)}` a new value in "
                            f"each round of the loop, and only the last one is left after it. Where are the others "
                            "kept, or added up?",
                        )


def _begun_anew(body: Body) -> Iterator[Sign]:
    for loop in body.own:
        if not isinstance(loop, ast.For | ast.While):
            continue
        everything = [node for statement in loop.body for node in ast.walk(statement)]
        read = [node.id for node in everything if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load)]
        for number, statement in enumerate(loop.body):
            match statement:
                case ast.Assign(targets=[ast.Name(id=name)], value=value) if _begins(value):
                    changed = [one for one, _ in _changes(_own(loop.body[number + 1 :]))].count(name)
                    added = sum(
                        isinstance(node, ast.AugAssign) and isinstance(node.target, ast.Name) and node.target.id == name
                        for node in everything
                    )
                    after = any(line > (loop.end_lineno or 0) for line in body.reads[name])
                    if after and added + changed and read.count(name) == changed:
                        yield Sign(
                            "begun anew in each round",
                            f"In `{_short(body.name)}` line {statement.lineno} stands inside the loop, so "
                            f"`{_short(name)}` begins anew in each round, and only the last round is left. Should it "
                            "stand before the loop?",
                        )


def _begins(value: ast.expr) -> bool:
    match value:
        case ast.Constant(value=int() | float() | str()) | ast.List(elts=[]) | ast.Dict(keys=[]):
            return True
        case ast.Call():
            return _called(value) in {"zeros", "zeros_like", "ones", "list", "dict", "set", "Counter"}
    return False


def _axes_not_moved(body: Body) -> Iterator[Sign]:
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
                            f"`{how}` in line {node.lineno} of `{_short(body.name)}` asks for an axis between "
                            f"`{_short(first)}` and `{_short(second)}`, which lie side by side: `{how}` cuts the "
                            "numbers in the order in which they lie, and moves none. Split the axis where it is, and "
                            "then let two axes change places.",
                            _ANY,
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


def _compared_with_nan(body: Body) -> Iterator[Sign]:
    for node in body.own:
        if not isinstance(node, ast.Compare) or not any(_is_nan(side) for side in (node.left, *node.comparators)):
            continue
        if any(isinstance(one, ast.Eq | ast.NotEq) for one in node.ops):
            yield Sign(
                "compared with NaN",
                f"Line {node.lineno} of `{_short(body.name)}` compares with NaN, and NaN is equal to nothing, not even "
                "to itself. `torch.isnan` asks that question.",
            )


def _is_nan(value: ast.expr) -> bool:
    match value:
        case ast.Attribute(attr="nan"):
            return True
        case ast.Call(func=ast.Name(id="float"), args=[ast.Constant(value=str(text))]):
            return text.strip().lower() == "nan"
    return False


def _value_never_used(body: Body) -> Iterator[Sign]:
    if _looks_all_up(body):
        return
    outer = {name for node in body.own if isinstance(node, ast.Global | ast.Nonlocal) for name in node.names}
    for node in body.own:
        match node:
            case ast.Assign(targets=[ast.Name(id=name)]) if name not in body.reads and name not in outer:
                if name.startswith("_") or body.writes[name][0] != node.lineno:
                    continue
                called, known = _short(body.name), _short(name)
                returned = _returned(body)
                rest = (
                    f", and what `{called}` returns is `{_short(returned)}`. Is that the name that you mean?"
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


def _argument_changed(body: Body) -> Iterator[Sign]:
    added = [
        (node.target.id, node.lineno)
        for node in body.own
        if isinstance(node, ast.AugAssign)
        and isinstance(node.target, ast.Name)
        and body.writes[node.target.id][0] == node.lineno
    ]
    changed = [(name, line) for name, line in _changes(body.own) if min(body.writes.get(name, [line + 1])) > line]
    for name, line in sorted([*added, *changed], key=lambda one: one[1]):
        if name in body.arguments:
            yield Sign(
                "argument changed in place",
                f"Line {line} of `{_short(body.name)}` writes into its argument `{_short(name)}` itself, so what comes "
                "later, and the next call, meet the changed one. Work on a new value, or on a copy.",
                re.escape(CHANGED),
                weak=True,
            )


# ---------------------------------------------------------------- what explains an exception


def _graph_lost(body: Body) -> Iterator[Sign]:
    for node in body.own:
        match node:
            case ast.Call(func=ast.Attribute(attr="item" | "detach" | "tolist" | "numpy" as how), lineno=line):
                called = f"`{how}` in line {line} of `{_short(body.name)}`"
            case ast.Call(func=ast.Attribute(value=ast.Name(id="torch"), attr="tensor"), lineno=line):
                called = f"`torch.tensor` in line {line} of `{_short(body.name)}`"
            case _:
                continue
        yield Sign(
            "graph lost",
            f"{called} takes the numbers alone: how they were computed is forgotten there, and `backward` finds no "
            "way back to the parameters. Compute with the tensors themselves (`torch.stack` joins several).",
            r"RuntimeError: element \d+ of tensors does not require grad",
        )


def _none_from_call(body: Body) -> Iterator[Sign]:
    for node in body.own:
        match node:
            case ast.Assign(targets=[ast.Name(id=name)], value=ast.Call(func=ast.Attribute(attr=how))):
                if how in {"append", "extend", "insert", "sort", "reverse", "update", "shuffle", "backward", "clear"}:
                    yield Sign(
                        "None from a call",
                        f"Line {node.lineno} of `{_short(body.name)}` gives `{_short(name)}` what `{how}` gives back, "
                        f"and that is None: `{how}` changes what it is called on. Write the call alone.",
                        rf"\w+: .*\bNoneType\b|{NONE}$",
                    )


def _hidden_name(body: Body) -> Iterator[Sign]:
    called = {node.func.id for node in body.own if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)}
    local = {name: lines[0] for name, lines in body.writes.items()}
    local |= dict.fromkeys(body.arguments, body.node.lineno)
    for name in sorted(called & _BUILTIN & local.keys()):
        yield Sign(
            "hidden name",
            f"In `{_short(body.name)}` `{name}` is the name of a value of your own (line {local[name]}) and hides "
            f"Python's `{name}`. Give the value another name.",
            rf"TypeError: '[\w.]+' object is not callable|UnboundLocalError: .*'{name}'",
        )


_BUILTIN: Final = frozenset({
    "abs", "all", "any", "dict", "enumerate", "float", "input", "int", "iter", "len", "list", "map", "max", "min",
    "next", "print", "range", "round", "set", "sorted", "str", "sum", "tuple", "type", "zip",
})  # fmt: skip


def _local_name(body: Body) -> Iterator[Sign]:
    for name, lines in body.writes.items():
        if name not in body.arguments and name in body.reads and len(name) <= _LONGEST:
            yield Sign(
                "local name",
                f"`{_short(body.name)}` assigns `{name}` (line {lines[0]}), so `{name}` is its own name in all of "
                "its lines, and here it was read before that line had run. A variable of the notebook with this name "
                "is not meant.",
                rf"UnboundLocalError: .*'{re.escape(name)}'",
            )


def _self_missing(body: Body) -> Iterator[Sign]:
    for name in body.reads:
        own = name in body.writes or name in parameters(body.node.args)
        if name in body.attributes and not own and len(name) <= _LONGEST:
            yield Sign(
                "self missing",
                f"`{_short(body.name)}` reads `{name}` in line {body.reads[name][0]}; what the object keeps under "
                f"this name is `self.{name}`.",
                rf"NameError: name '{re.escape(name)}'",
            )


def _not_called(body: Body) -> Iterator[Sign]:
    for node in body.own:
        sides = [node.left, node.right] if isinstance(node, ast.BinOp) else []
        for side in sides:
            if isinstance(side, ast.Attribute) and side.attr in _GIVING | {"item", "numel", "size", "dim", "t"}:
                yield Sign(
                    "method not called",
                    f"In line {side.lineno} of `{_short(body.name)}` the brackets after `{side.attr}` are missing: "
                    f"without them it is the method itself, and not its result.",
                    r"TypeError: unsupported operand .*method",
                )


# ---------------------------------------------------------------- what they ask of a tree


def _called(call: ast.Call) -> str:
    """Return the last name of what is called: "zeros" of `torch.zeros(3)`."""
    match call.func:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name
    return ""


_CHANGING: Final = frozenset({
    "add", "append", "clear", "discard", "extend", "insert", "pop", "popitem", "remove", "reverse", "setdefault",
    "shuffle", "sort", "update",
})  # fmt: skip


def _changes(nodes: Iterable[ast.AST], *, inner: Iterable[ast.AST] = ()) -> Iterator[tuple[str, int]]:
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


_LOOKS: Final[tuple[Callable[[Body], Iterator[Sign]], ...]] = (
    _no_return,
    _first_round,
    _thrown_away,
    _argument_never_used,
    _kept_default,
    _kept_outside,
    _classes_from_data,
    _overwritten_each_round,
    _begun_anew,
    _axes_not_moved,
    _compared_with_nan,
    _graph_lost,
    _none_from_call,
    _hidden_name,
    _local_name,
    _self_missing,
    _not_called,
    _value_never_used,
    _argument_changed,
)
