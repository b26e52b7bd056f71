"""Which names a top-level statement of a cell defines, and which it uses.

In: a statement's syntax tree. Out: names. Local names of functions count for nothing. It does NOT follow calls, nor
what a name stands for; a statement that changes an object (`layer.weight = w`, `x[0] = 1`) counts as defining its name.
Trees may be deep: nothing here recurses.
"""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator

__all__ = ["bound_names", "defined_names", "only_defines", "parameters", "used_names"]

_Function = ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda
_SCOPES = (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda, ast.ClassDef)


def defined_names(statement: ast.stmt) -> frozenset[str]:
    """Return the names that a statement binds in its own scope, and those whose objects it assigns into."""
    return frozenset(bound_names([statement])) | frozenset(_assigned_into(statement))


def only_defines(statement: ast.stmt) -> bool:
    """Tell whether a statement does nothing but define names: a function, a class, an import, an assignment."""
    defining = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef, ast.Import, ast.ImportFrom, ast.Assign)
    return isinstance(statement, (*defining, ast.AnnAssign, ast.AugAssign))


def used_names(statement: ast.stmt) -> frozenset[str]:
    """Return the names that a statement looks up outside its functions' own, now or when those are called."""
    names: set[str] = set()
    waiting: list[tuple[ast.AST, frozenset[str]]] = [(statement, frozenset())]
    while waiting:
        node, local = waiting.pop()
        if isinstance(node, _Function):
            body = [node.body] if isinstance(node, ast.Lambda) else node.body
            within = local | parameters(node.args) | frozenset(bound_names(body))
            outside = [*node.args.defaults, *(default for default in node.args.kw_defaults if default is not None)]
            outside += [] if isinstance(node, ast.Lambda) else node.decorator_list
            waiting += [(child, local) for child in outside] + [(child, within) for child in body]
            continue
        if isinstance(node, ast.Name) and not isinstance(node.ctx, ast.Store) and node.id not in local:
            names.add(node.id)
        elif isinstance(node, ast.AugAssign) and isinstance(node.target, ast.Name) and node.target.id not in local:
            names.add(node.target.id)
        waiting += [(child, local) for child in ast.iter_child_nodes(node)]
    return frozenset(names)


def parameters(arguments: ast.arguments) -> frozenset[str]:
    """Return the names of a function's parameters."""
    all_of_them = [*arguments.posonlyargs, *arguments.args, *arguments.kwonlyargs, arguments.vararg, arguments.kwarg]
    return frozenset(argument.arg for argument in all_of_them if argument is not None)


def bound_names(body: Iterable[ast.AST]) -> set[str]:
    """Return the names that code binds in its own scope, without what it declares global."""
    bound: set[str] = set()
    outer: set[str] = set()
    for node in _of_one_scope(body):
        match node:
            case ast.Name(id=name, ctx=ast.Store()):
                bound.add(name)
            case ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name) | ast.ClassDef(name=name):
                bound.add(name)
            case ast.Import(names=names) | ast.ImportFrom(names=names):
                bound.update((alias.asname or alias.name).partition(".")[0] for alias in names)
            case ast.ExceptHandler(name=str(name)) | ast.MatchAs(name=str(name)) | ast.MatchStar(name=str(name)):
                bound.add(name)
            case ast.Global(names=declared) | ast.Nonlocal(names=declared):
                outer.update(declared)
    return bound - outer


def _assigned_into(statement: ast.stmt) -> Iterator[str]:
    for node in _of_one_scope([statement]):
        if isinstance(node, ast.Attribute | ast.Subscript) and isinstance(node.ctx, ast.Store):
            base: ast.expr = node
            while isinstance(base, ast.Attribute | ast.Subscript):
                base = base.value
            if isinstance(base, ast.Name):
                yield base.id


def _of_one_scope(body: Iterable[ast.AST]) -> Iterator[ast.AST]:
    """Yield the nodes of some code, but not what stands inside its functions and classes."""
    waiting = list(body)
    while waiting:
        node = waiting.pop()
        yield node
        if not isinstance(node, _SCOPES):
            waiting += ast.iter_child_nodes(node)
