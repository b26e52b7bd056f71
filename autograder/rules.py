"""A static look at a student's code for names that the exercise forbids.

In: cells and rules. Out: which rule which cell breaks, and which checks that costs. Reads the syntax tree: comments
and strings are no offence, aliases (`import torch.nn.functional as F`) are followed. It does NOT find what is
hidden on purpose (getattr, eval): the worker's own guards meet that. Of a value's method it knows only
the name; where the notebook defines a class with such a method, it leaves the call to those guards too.
"""

from __future__ import annotations

import ast
import functools
import importlib
import importlib.util
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from autograder.errors import NotebookError
from autograder.model import Rule
from autograder.notebook import Cell, marked_by, parse
from autograder.notebook.scopes import defined_names, only_defines, used_names

__all__ = ["forbidden_checks", "require_names", "violations"]


def violations(cells: Sequence[Cell], rules: Sequence[Rule]) -> dict[str, Rule]:
    """Return {cell id: the first rule that the student's cell breaks}."""
    found: dict[str, Rule] = {}
    for broken in _broken(cells, rules):
        found.setdefault(broken.cell_id, broken.rule)
    return found


def forbidden_checks(
    cells: Sequence[Cell],
    rules: Sequence[Rule],
    checks: Mapping[str, tuple[str, str]],
    hidden: Collection[str] = (),
) -> dict[str, Rule]:
    """Return {check: the rule that it is forbidden for}.

    `checks`: {name: (its check cell, the source of its statement)}. A definition that breaks a rule costs those checks
    of its group that use it, also by way of other definitions; one that none of them uses, or a statement that defines
    nothing, costs all of the group's. Which of both it is, the public checks alone decide (not the `hidden` ones):
    a student's own session has no others, and says the same.
    """
    broken = _broken(cells, rules)
    if not broken:
        return {}
    marks = marked_by(cells)
    reached = _Reached(cells)
    found: dict[str, Rule] = {}
    for one in broken:
        group = {name: source for name, (cell_id, source) in checks.items() if cell_id in marks[one.cell_id]}
        users = [name for name, source in group.items() if one.defines & reached.names(source)]
        for name in users if any(name not in hidden for name in users) else group:
            found.setdefault(name, one.rule)
    return found


def require_names(rules: Iterable[Rule]) -> None:
    """Raise NotebookError for a rule whose name is none, as far as its package is installed here."""
    for rule in rules:
        package = rule.name.partition(".")[0]
        if importlib.util.find_spec(package) is not None and not _exists(rule.name):
            message = f"a rule forbids {rule.name!r}, but {package} has no such name. Is it misspelt?"
            raise NotebookError(message)


def _exists(name: str) -> bool:
    parts = name.split(".")
    for cut in range(len(parts), 0, -1):
        try:
            found: object = importlib.import_module(".".join(parts[:cut]))
        except ImportError:
            continue
        return _has(found, parts[cut:])
    return False


def _has(found: object, path: Sequence[str]) -> bool:
    missing = object()
    for part in path:
        found = getattr(found, part, missing)
    return found is not missing


class _Broken(NamedTuple):
    """A statement of a student's cell that breaks a rule."""

    cell_id: str
    rule: Rule
    defines: frozenset[str]  # empty where it may do more than define names


def _broken(cells: Sequence[Cell], rules: Sequence[Rule]) -> list[_Broken]:
    codes = [cell for cell in cells if cell.is_code] if rules else []
    own = {method for cell in codes for method in _look(cell.source).methods}
    groups = marked_by(cells) if any(rule.cells for rule in rules) else {}
    aliases: dict[str, str] = {}
    found: list[_Broken] = []
    for cell in codes:
        look = _look(cell.source)
        aliases.update(look.imports)
        if cell.kind not in ("solution", "extra"):
            continue
        held = [rule for rule in rules if _holds(rule, cell, groups)]
        for statement in look.statements:
            full = ((f"{aliases[one]}{rest}" if one in aliases else f"?{rest}") for one, rest in statement.dotted)
            named = [name for name in full if name[:2] != "?." or name.rpartition(".")[2] not in own]
            broken = next((rule for name in named for rule in held if _breaks(name, rule.name)), None)
            if broken is not None:
                found.append(_Broken(cell.id, broken, statement.defines if statement.pure else frozenset()))
    return found


def _holds(rule: Rule, cell: Cell, groups: Mapping[str, tuple[str, ...]]) -> bool:
    """Tell whether a rule holds in a student's cell: a rule of some cells, also in the student's own of their group."""
    if not rule.cells or cell.id in rule.cells:
        return True
    return cell.kind == "extra" and any(set(groups[cell.id]) & set(groups.get(one, ())) for one in rule.cells)


class _Reached:
    """What names a statement uses, also by way of what the cells define."""

    def __init__(self, cells: Iterable[Cell]) -> None:
        self._uses: dict[str, set[str]] = {}
        for cell in cells:
            for statement in _look(cell.source).statements if cell.is_code else ():
                for name in statement.defines:
                    self._uses.setdefault(name, set()).update(statement.uses)

    def names(self, source: str) -> set[str]:
        """Return them."""
        waiting = {name for statement in _look(source).statements for name in statement.uses}
        found: set[str] = set()
        while waiting:
            name = waiting.pop()
            found.add(name)
            waiting |= self._uses.get(name, set()) - found
        return found


class _Statement(NamedTuple):
    """A top-level statement of a cell."""

    dotted: tuple[tuple[str, str], ...]  # what it names: (first name, ".rest"), '?' for a value
    defines: frozenset[str]
    uses: frozenset[str]
    pure: bool  # whether it only defines


class _Look(NamedTuple):
    """What a cell says."""

    imports: dict[str, str]  # name here -> full name
    methods: frozenset[str]  # of its classes
    statements: tuple[_Statement, ...]


@functools.lru_cache(maxsize=4096)
def _look(source: str) -> _Look:
    """Read a cell. Most cells of a class are alike, so each text is looked at once."""
    tree = _parse(source)
    if tree is None:
        return _Look({}, frozenset(), ())
    nodes = list(ast.walk(tree))
    statements = tuple(
        _Statement(tuple(_names(ast.walk(one))), defined_names(one), used_names(one), only_defines(one))
        for one in tree.body
    )
    return _Look(dict(_imports(nodes)), frozenset(_methods(nodes)), statements)


def _parse(source: str) -> ast.Module | None:
    """Parse a cell, its IPython magics left out; None if it is not Python (it will fail when run)."""
    lines = ["" if line.lstrip()[:1] in ("%", "!") else line for line in source.split("\n")]
    try:
        return parse("\n".join(lines))
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None


def _imports(nodes: Iterable[ast.AST]) -> Iterator[tuple[str, str]]:
    """Yield (name here, full name); an imported full name also stands for itself."""
    for node in nodes:
        if isinstance(node, ast.Import):
            for item in node.names:
                yield (item.asname, item.name) if item.asname else (item.name.split(".")[0],) * 2
                yield item.name, item.name
        elif isinstance(node, ast.ImportFrom) and node.module:
            for item in node.names:
                yield item.asname or item.name, f"{node.module}.{item.name}"


def _names(nodes: Iterable[ast.AST]) -> Iterator[tuple[str, str]]:
    for node in nodes:
        if isinstance(node, ast.Import):
            yield from ((item.name, "") for item in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield from ((item.asname or item.name, "") for item in node.names)
        elif isinstance(node, ast.Attribute):
            yield _dotted(node)
        elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load):
            yield node.id, ""


def _methods(nodes: Iterable[ast.AST]) -> Iterator[str]:
    for node in nodes:
        if isinstance(node, ast.ClassDef):
            yield from (item.name for item in node.body if isinstance(item, ast.FunctionDef))


def _dotted(node: ast.Attribute) -> tuple[str, str]:
    parts = [node.attr]
    value: ast.expr = node.value
    while isinstance(value, ast.Attribute):
        parts.append(value.attr)
        value = value.value
    if isinstance(value, ast.Name):
        return value.id, "".join(f".{part}" for part in reversed(parts))
    return "?", f".{node.attr}"


def _breaks(name: str, rule: str) -> bool:
    if name == rule or name.startswith(rule + "."):
        return True
    owner, _, attribute = rule.rpartition(".")
    if name.startswith("?."):  # a method of some value: loss.backward()
        return owner.rpartition(".")[2][:1].isupper() and name.endswith(f".{attribute}")
    return False
