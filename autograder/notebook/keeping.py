"""What an expression statement may change something with, or store the result of.

In: a statement's syntax tree. Out: the names that it refers to there, as far as the names of what it calls say so.
"""

from __future__ import annotations

import ast

from autograder.notebook.mentions import Ref, ref_of

__all__ = ["kept"]

_HARMLESS = frozenset({
    "print", "display", "abs", "all", "any", "bool", "enumerate", "float", "format", "int", "isinstance", "len",
    "list", "max", "min", "range", "repr", "round", "sorted", "str", "sum", "tuple", "type", "zip", "allclose",
    "isclose", "equal", "eq", "ne", "item", "tolist", "mean", "std", "var", "norm", "detach", "numpy", "double",
    "long", "cpu", "view", "reshape", "flatten", "squeeze", "unsqueeze", "t", "argmax", "argmin", "log", "exp",
    "sqrt", "pow", "size", "dim",
})  # fmt: skip
_LIBRARIES = ("torch", "F", "nn", "np", "numpy")
_CHANGING = ("backward", "step", "save", "load_state_dict", "batch_norm", "instance_norm", "native_batch_norm")
_STORING = ("out", "inplace", "max_norm")


def kept(statement: ast.stmt) -> frozenset[Ref]:
    """Return what an expression statement refers to, and may change something with, or store the result of.

    `print(f(x) - mine)` keeps nothing; `results.append(f(x))` and `loss.backward()` do.
    """
    refs: set[Ref] = set()
    waiting: list[tuple[ast.AST, bool]] = [(statement, False)]
    while waiting:
        node, stored = waiting.pop()
        stored = stored or isinstance(node, ast.NamedExpr | ast.Lambda | ast.Await | ast.Yield | ast.YieldFrom)
        chain = ref_of(node) if isinstance(node, ast.expr) else None
        if chain is not None:
            if stored:
                refs.add(chain[0])
            waiting += [(part, stored) for part in chain[1] if isinstance(part, ast.AST)]
        elif isinstance(node, ast.Call):
            func = ref_of(node.func)
            passed = stored or not _harmless(node)
            waiting += [(argument, passed) for argument in (*node.args, *node.keywords)]
            if func is None:
                waiting.append((node.func, stored))
                continue
            waiting += [(part, passed) for part in func[1] if isinstance(part, ast.AST)]
            if stored or _changes(node, func[0]):
                refs.add(func[0])
        else:
            waiting += [(child, stored) for child in ast.iter_child_nodes(node)]
    return frozenset(refs)


def _harmless(node: ast.Call) -> bool:
    """Tell whether what is called keeps none of its arguments, as far as its name says."""
    callee = node.func.func if isinstance(node.func, ast.Call) else node.func  # layer(3)(x)
    ref = (ref_of(callee) or (Ref(""), []))[0]
    name = _last(ref)
    return name in _HARMLESS or (ref.root in _LIBRARIES and not name.endswith("_") and name not in _CHANGING)


def _changes(node: ast.Call, ref: Ref) -> bool:
    name = _last(ref)
    return name.endswith("_") or name in _CHANGING or any(keyword.arg in (*_STORING, None) for keyword in node.keywords)


def _last(ref: Ref) -> str:
    return ref.path[-1] if ref.path else ref.root
