"""What a statement does with names, in the order in which it does it.

In: a statement's syntax tree. Out: steps: a name is read (with the attributes after it), bound, made another name of
something, imported; scopes and branches begin and end. Literal `getattr(x, "a")`, `vars(x)["a"]` and
`x.__dict__["a"]` count as `x.a`. It does NOT know what a name stands for (`autograder.rules` does).
Trees may be deep: nothing here recurses.
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator, Sequence
from typing import Literal, NamedTuple

from autograder.notebook.scopes import bound_names, parameters

__all__ = ["Ref", "Step", "mentions", "ref_of"]


_LONGEST = 32  # attributes that are kept of `x.a.b`


class Ref(NamedTuple):
    """A name and the attributes after it: `x.a.b`."""

    root: str  # "": some value
    path: tuple[str, ...] = ()


class Step(NamedTuple):
    """One thing that is done with a name.

    read: `ref`. bind: `name` to something new, or with `ref` to what that is. member: an attribute `name`, the same.
    import: `name` to `full`. module: `full` is loaded. star: all of `full`. function: `body` may run from now on, with
    `names` its own and `defaults` bound. class, own: a scope begins (of a class; of `names`); leave: it ends.
    fork, other, join: alternatives begin, another one begins, all end.
    """

    kind: Literal[
        "read", "bind", "member", "import", "module", "star", "function",
        "class", "own", "leave", "fork", "other", "join",
    ]  # fmt: skip
    name: str = ""
    ref: Ref | None = None
    full: str = ""
    names: frozenset[str] = frozenset()
    defaults: tuple[tuple[str, Ref], ...] = ()
    body: list[Step] | None = None


class _Later(NamedTuple):
    step: Step
    code: Sequence[ast.AST]  # what becomes the step's body


_Part = ast.AST | Step | _Later
_Comprehension = ast.ListComp | ast.SetComp | ast.DictComp | ast.GeneratorExp


def mentions(statement: ast.stmt) -> tuple[Step, ...]:
    """Return what a statement does with names."""
    steps: list[Step] = []
    bodies: list[tuple[Sequence[ast.AST], list[Step]]] = [([statement], steps)]
    while bodies:
        code, out = bodies.pop()
        waiting: list[_Part] = list(reversed(code))
        while waiting:
            part = waiting.pop()
            if isinstance(part, Step):
                out.append(part)
            elif isinstance(part, _Later):
                body: list[Step] = []
                out.append(part.step._replace(body=body))
                bodies.append((part.code, body))
            else:
                waiting += reversed(_parts(part))
    return tuple(steps)


def _parts(node: ast.AST) -> list[_Part]:
    reader = _KNOWN.get(type(node))
    return reader(node) if reader else list(ast.iter_child_nodes(node))


# ---------------------------------------------------------------- expressions


def ref_of(node: ast.AST) -> tuple[Ref, list[_Part]] | None:
    """Return (what an expression refers to, what else it evaluates); None if it is no name with attributes."""
    path: list[str] = []
    inside: list[_Part] = []
    while (further := _further(node)) is not None:
        names, node, evaluated = further
        path += names
        inside += evaluated
    if isinstance(node, ast.Name):
        return Ref(node.id, _path(path)), inside
    return (Ref("", _path(path)), [*inside, node]) if path or inside else None


def _path(attributes: list[str]) -> tuple[str, ...]:
    """Return attributes, found from the last one, in their order: the first of them, which say what a name is."""
    return tuple(reversed(attributes[-_LONGEST:]))


def _further(node: ast.AST) -> tuple[list[str], ast.AST, list[_Part]] | None:
    """Return (attribute, what it is taken of, what else is evaluated)."""
    match node:
        case ast.Attribute(value=value, attr=name):
            return [name], value, []
        case ast.Call(func=ast.Name(id="getattr"), args=[value, ast.Constant(value=str(name)), *rest], keywords=[]):
            return name.split("."), value, list(rest)
        case ast.Subscript(
            value=ast.Attribute(value=value, attr="__dict__") | ast.Call(func=ast.Name(id="vars"), args=[value]),
            slice=ast.Constant(value=str(name)),
        ):
            return [name], value, []
        case ast.NamedExpr(target=target, value=value) if (ref := _spelt(value)) is not None:
            return [], value, [Step("bind", target.id, ref)]
    return None


def _spelt(node: ast.AST) -> Ref | None:
    path: list[str] = []
    while isinstance(node, ast.Attribute):
        path.append(node.attr)
        node = node.value
    return Ref(node.id, _path(path)) if isinstance(node, ast.Name) else None


def _pure(node: ast.AST | None) -> Ref | None:
    """Return what an expression refers to, if it does nothing else."""
    chain = ref_of(node) if isinstance(node, ast.Name | ast.Attribute | ast.Call | ast.Subscript) else None
    return chain[0] if chain is not None and not chain[1] and chain[0].root else None


def _expression(node: ast.AST) -> list[_Part]:
    if isinstance(node, ast.Name) and not isinstance(node.ctx, ast.Load):
        return [Step("bind", node.id)]
    chain = None
    if not isinstance(getattr(node, "ctx", None), ast.Store | ast.Del):
        chain = ref_of(node)
    if chain is None:
        return list(ast.iter_child_nodes(node))
    ref, inside = chain
    return [*inside, Step("read", ref=ref)]


def _named(node: ast.NamedExpr) -> list[_Part]:
    ref = _pure(node.value)
    return [Step("bind", node.target.id, ref), Step("read", ref=ref)] if ref else [node.value, node.target]


def _lambda(node: ast.Lambda) -> list[_Part]:
    return _code(node.args, [node.body])


def _comprehension(node: _Comprehension) -> list[_Part]:
    within: list[_Part] = []
    for generator in node.generators:
        within += [generator.iter, generator.target, *generator.ifs]
    names = frozenset(name for generator in node.generators for name in bound_names([generator.target]))
    results = [node.key, node.value] if isinstance(node, ast.DictComp) else [node.elt]
    return [within[0], Step("own", names=names), *within[1:], *results, Step("leave")]


def _code(arguments: ast.arguments, body: Sequence[ast.AST]) -> list[_Part]:
    """Return what a function does when it is defined: its defaults, and that its body may run."""
    placed = [*arguments.posonlyargs, *arguments.args]
    pairs = [*zip(reversed(placed), reversed(arguments.defaults), strict=False)]
    pairs += [(name, value) for name, value in zip(arguments.kwonlyargs, arguments.kw_defaults, strict=True) if value]
    defaults = tuple((name.arg, ref) for name, value in pairs if (ref := _pure(value)) is not None)
    names = parameters(arguments) | frozenset(bound_names(body))
    variadic = [argument for argument in (arguments.vararg, arguments.kwarg) if argument is not None]
    notes = [argument.annotation for argument in (*placed, *arguments.kwonlyargs, *variadic) if argument.annotation]
    return [
        *(value for _, value in pairs),
        *notes,
        _Later(Step("function", names=names, defaults=defaults), body),
    ]


# ---------------------------------------------------------------- statements


def _function(node: ast.FunctionDef | ast.AsyncFunctionDef) -> list[_Part]:
    notes = [node.returns] if node.returns else []
    return [*node.decorator_list, *notes, *_code(node.args, node.body), Step("bind", node.name)]


def _class(node: ast.ClassDef) -> list[_Part]:
    head = [*node.decorator_list, *node.bases, *node.keywords]
    return [*head, Step("class"), *node.body, Step("leave"), Step("bind", node.name)]


def _import(node: ast.Import) -> list[_Part]:
    parts: list[_Part] = []
    for alias in node.names:
        top = alias.name.partition(".")[0]
        name, full = (alias.asname, alias.name) if alias.asname else (top, top)
        parts += [Step("module", full=alias.name), Step("import", name, full=full)]
    return parts


def _import_from(node: ast.ImportFrom) -> list[_Part]:
    if not node.module or node.level:
        return [Step("bind", alias.asname or alias.name) for alias in node.names]
    parts: list[_Part] = [Step("module", full=node.module)]
    for alias in node.names:
        if alias.name == "*":
            parts.append(Step("star", full=node.module))
        else:
            parts.append(Step("import", alias.asname or alias.name, full=f"{node.module}.{alias.name}"))
    return parts


def _assign(node: ast.Assign | ast.AnnAssign) -> list[_Part]:
    targets = node.targets if isinstance(node, ast.Assign) else [node.target]
    note: list[_Part] = [node.annotation] if isinstance(node, ast.AnnAssign) else []
    if node.value is None:
        return note
    pairs = [pair for target in targets for pair in _pairs(target, node.value)]
    values = {id(value): value for _, value in pairs}  # of `a = b = ... = value` there is one
    refs = {key: _pure(value) for key, value in values.items()}
    reads: dict[int, ast.AST] = {}
    for target, value in pairs:
        if value is None:
            reads = {0: node.value}
            break
        if refs[id(value)] is None or isinstance(target, ast.Subscript):
            reads[id(value)] = value
    bound = [part for target, value in pairs for part in _bind(target, refs[id(value)])]
    return [*note, *reads.values(), *bound]


def _pairs(target: ast.expr, value: ast.expr) -> Iterator[tuple[ast.expr, ast.expr | None]]:
    """Yield (a single target, its value; None if that is not written there)."""
    waiting: list[tuple[ast.expr, ast.expr | None]] = [(target, value)]
    while waiting:
        left, right = waiting.pop()
        if isinstance(left, ast.Starred):
            waiting.append((left.value, None))
        elif isinstance(left, ast.Tuple | ast.List):
            values: Sequence[ast.expr | None] = [None] * len(left.elts)
            if isinstance(right, ast.Tuple | ast.List) and len(right.elts) == len(left.elts):
                starred = any(isinstance(element, ast.Starred) for element in (*right.elts, *left.elts))
                values = values if starred else right.elts
            waiting += reversed(list(zip(left.elts, values, strict=True)))
        else:
            yield left, right


def _bind(target: ast.expr, ref: Ref | None) -> list[_Part]:
    if isinstance(target, ast.Name):
        return [Step("bind", target.id, ref)]
    if isinstance(target, ast.Attribute):
        return [target.value, Step("member", target.attr, ref)]
    return [target]


def _changed(node: ast.AugAssign) -> list[_Part]:
    if isinstance(node.target, ast.Name):
        return [Step("read", ref=Ref(node.target.id)), node.value, node.target]
    return [node.target, node.value]


def _loop(node: ast.For | ast.AsyncFor) -> list[_Part]:
    return [node.iter, node.target, *node.body, *node.orelse]


def _if(node: ast.If) -> list[_Part]:
    """Return all alternatives of one chain of elif at once."""
    parts: list[_Part] = [node.test, Step("fork"), *node.body]
    orelse = node.orelse
    while len(orelse) == 1 and isinstance(orelse[0], ast.If):
        parts += [Step("other"), orelse[0].test, *orelse[0].body]
        orelse = orelse[0].orelse
    return [*parts, Step("other"), *orelse, Step("join")]


def _try(node: ast.Try) -> list[_Part]:
    handlers = [part for handler in node.handlers for part in (Step("other"), handler)]
    return [*node.body, Step("fork"), *node.orelse, *handlers, Step("join"), *node.finalbody]


def _handler(node: ast.ExceptHandler) -> list[_Part]:
    name = [Step("bind", node.name)] if node.name else []
    return [*([node.type] if node.type else []), *name, *node.body]


def _match(node: ast.Match) -> list[_Part]:
    cases = [part for branch in node.cases for part in (branch, Step("other"))]
    return [node.subject, Step("fork"), *cases, Step("join")]


def _pattern(node: ast.MatchAs | ast.MatchStar | ast.MatchMapping) -> list[_Part]:
    name = node.rest if isinstance(node, ast.MatchMapping) else node.name
    return [*ast.iter_child_nodes(node), *([Step("bind", name)] if name else [])]


_KNOWN: dict[type[ast.AST], Callable[..., list[_Part]]] = {
    **dict.fromkeys((ast.Name, ast.Attribute, ast.Subscript, ast.Call), _expression),
    **dict.fromkeys((ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp), _comprehension),
    **dict.fromkeys((ast.FunctionDef, ast.AsyncFunctionDef), _function),
    **dict.fromkeys((ast.Assign, ast.AnnAssign), _assign),
    **dict.fromkeys((ast.For, ast.AsyncFor), _loop),
    **dict.fromkeys((ast.Try, ast.TryStar), _try),
    **dict.fromkeys((ast.MatchAs, ast.MatchStar, ast.MatchMapping), _pattern),
    ast.NamedExpr: _named,
    ast.Lambda: _lambda,
    ast.ClassDef: _class,
    ast.Import: _import,
    ast.ImportFrom: _import_from,
    ast.AugAssign: _changed,
    ast.If: _if,
    ast.ExceptHandler: _handler,
    ast.Match: _match,
}
