"""A static look at a student's code for names that the exercise forbids.

In: cells and rules. Out: which rule which cell breaks, and which checks that costs. Reads the syntax tree, statement
by statement: comments and strings are no offence, other names (`import torch.nn.functional as F`, `ce =
F.cross_entropy`) are followed until something else is bound to them, and what they stand for is compared as objects
of torch, which runs no code of the student's. It does NOT find what is hidden on purpose (names put together, eval):
the worker's own guards meet that. Of a value's method it knows only the name; where the notebook defines a class with
such a method, it leaves the call to those guards too.
"""

from __future__ import annotations

import ast
import contextlib
import functools
import importlib
import importlib.util
import sys
from collections import deque
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from types import ModuleType
from typing import NamedTuple

from autograder.errors import NotebookError
from autograder.model import Rule
from autograder.notebook import Cell, marked_by, parse
from autograder.notebook.magics import without_magics
from autograder.notebook.mentions import Ref, Step, kept, mentions
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
    a student's own session has no others, and says the same. An import or another name for something costs only the
    checks that use it, and so does an own cell's expression that keeps nothing (a comparison): those that use what
    the cell, which stops there, defines below it.
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
        alone = one.idle or any(name not in hidden for name in users)
        for name in users if alone else group:
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
    idle: bool = False  # costs nothing where no check comes to use what it defines


def _broken(cells: Sequence[Cell], rules: Sequence[Rule]) -> list[_Broken]:
    codes = [cell for cell in cells if cell.is_code] if rules else []
    own = frozenset(method for cell in codes for method in _look(cell.source).methods)
    groups = marked_by(cells) if any(rule.cells for rule in rules) else {}
    reading = _Reading(_forbidden(tuple(rules)), own)
    for cell in codes:
        student = cell.kind in ("solution", "extra")
        held = [number for number, rule in enumerate(rules) if student and _holds(rule, cell, groups)]
        look = _look(cell.source)
        for number, statement in enumerate(look.statements):
            reading.read(_Place(cell, look, number, frozenset(held)), statement.steps)
    return reading.found()


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

    steps: tuple[Step, ...]  # what it does with names
    defines: frozenset[str]
    uses: frozenset[str]
    pure: bool  # whether it only defines
    keeps: frozenset[Ref] | None  # of an expression: what it stores the result of


class _Look(NamedTuple):
    """What a cell says."""

    methods: frozenset[str]  # of its classes
    statements: tuple[_Statement, ...]


@functools.lru_cache(maxsize=4096)
def _look(source: str) -> _Look:
    """Read a cell. Most cells of a class are alike, so each text is looked at once."""
    tree = _parse(source)
    if tree is None:
        return _Look(frozenset(), ())
    return _Look(frozenset(_methods(ast.walk(tree))), tuple(_statement(one) for one in tree.body))


def _statement(node: ast.stmt) -> _Statement:
    keeps = kept(node) if isinstance(node, ast.Expr | ast.Assert) else None
    return _Statement(mentions(node), defined_names(node), used_names(node), only_defines(node), keeps)


def _parse(source: str) -> ast.Module | None:
    """Parse a cell, IPython's own syntax left out; None if it is not Python (it will fail when run)."""
    with contextlib.suppress(ValueError, RecursionError, MemoryError, SyntaxError):
        try:
            return parse(source)
        except SyntaxError:
            return parse(without_magics(source))
    return None


def _methods(nodes: Iterable[ast.AST]) -> Iterator[str]:
    for node in nodes:
        if isinstance(node, ast.ClassDef):
            yield from (item.name for item in node.body if isinstance(item, ast.FunctionDef))


# ---------------------------------------------------------------- what rules name

_MISSING = object()
_LONGEST = 16  # parts of a name that are looked at; nothing that can be called has more
_MOST = 8  # things that one name may stand for
_KNOWN = 20_000  # names whose answer is remembered


class _Hits(NamedTuple):
    """What is known of a full name."""

    rules: tuple[int, ...]  # the numbers of those that forbid it, or something that it is a part of
    value: int | None  # how many of its parts lead to a value whose attributes are methods; None: none do


class _Forbidden:
    """What some rules name: by its name, by the object that it is, by its method's name."""

    def __init__(self, rules: tuple[Rule, ...]) -> None:
        self.rules = rules
        self.methods: dict[str, list[int]] = {}
        self._names: dict[str, list[int]] = {}
        self._objects: dict[int, list[int]] = {}
        self._hits: dict[str, _Hits] = {}
        whole = {rule.name for rule in rules if "." not in rule.name}
        self._packages = ({"torch", "numpy"} | {rule.name.partition(".")[0] for rule in rules}) - whole
        self._modules = set(range(len(rules)))  # the numbers of rules that forbid a module
        self._resolved = False
        for number, rule in enumerate(rules):
            self._names.setdefault(rule.name, []).append(number)
            owner, _, attribute = rule.name.rpartition(".")
            if owner.rpartition(".")[2][:1].isupper():
                self.methods.setdefault(attribute, []).append(number)

    def hits(self, name: str) -> _Hits:
        """Return what is known of a full name."""
        if name not in self._hits:
            if len(self._hits) >= _KNOWN:
                self._hits.clear()
            self._hits[name] = self._look_up(name.split("."))
        return self._hits[name]

    def known(self, name: str) -> bool:
        """Tell whether a full name is one of a package whose objects are known."""
        return name.partition(".")[0] in self._packages

    def is_module(self, number: int) -> bool:
        """Tell whether a rule forbids a module: importing it is refused."""
        self._resolve()
        return number in self._modules

    def star(self, module: str) -> frozenset[str]:
        """Return the names that `from module import *` brings."""
        found = self._walk(module.split("."))[-1:]
        if not found or not isinstance(found[0], ModuleType):
            return frozenset()
        inside = vars(found[0])
        names = inside.get("__all__") or [name for name in inside if not name.startswith("_")]
        return frozenset(name for name in names if isinstance(name, str))

    def _look_up(self, parts: list[str]) -> _Hits:
        self._resolve()
        found: list[int] = []
        name = ""
        for part in parts:
            name = f"{name}.{part}" if name else part
            found += self._names.get(name, ())
        walked = self._walk(parts)
        for one in walked:
            found += self._objects.get(id(one), ())
        value = None
        if walked and (len(walked) < len(parts) or not isinstance(walked[-1], ModuleType | type)):
            value = len(walked) + (1 if isinstance(walked[-1], ModuleType | type) else 0)
        return _Hits(tuple(sorted(set(found))), value)

    def _resolve(self) -> None:
        if self._resolved:
            return
        self._resolved = True
        for number, rule in enumerate(self.rules):
            owner, _, attribute = rule.name.rpartition(".")
            also = [f"torch.special.{attribute}"] if owner in ("torch", "torch.nn.functional") else []
            for name in (rule.name, *also):
                parts = name.split(".")
                walked = self._walk(parts)
                if len(walked) != len(parts):
                    continue
                if name == rule.name and not isinstance(walked[-1], ModuleType):
                    self._modules.discard(number)
                if isinstance(walked[-1], ModuleType | type) or callable(walked[-1]):
                    self._objects.setdefault(id(walked[-1]), []).append(number)

    def _walk(self, parts: Sequence[str]) -> list[object]:
        """Return the objects on the way of a full name, as far as it leads. Runs no code but an import of its package.

        Only modules and classes are looked into: a value's attributes may be computed.
        """
        package = _package(parts[0]) if parts[0] in self._packages else None
        found: list[object] = [] if package is None else [package]
        for part in parts[1:] if found else ():
            inside = _inside(found[-1], part)
            if inside is _MISSING:
                break
            found.append(inside)
        return found


@functools.lru_cache(maxsize=64)
def _forbidden(rules: tuple[Rule, ...]) -> _Forbidden:
    return _Forbidden(rules)


@functools.lru_cache(maxsize=64)
def _package(name: str) -> ModuleType | None:
    try:
        return importlib.import_module(name)
    except Exception:  # noqa: BLE001  whatever a broken package raises, it is as good as not there
        return None


def _inside(found: object, name: str) -> object:
    if isinstance(found, ModuleType):
        known = vars(found)
        return known[name] if name in known else sys.modules.get(f"{known.get('__name__')}.{name}", _MISSING)
    if isinstance(found, type):
        inside = next((vars(one)[name] for one in found.__mro__ if name in vars(one)), _MISSING)
        return inside.__func__ if isinstance(inside, staticmethod | classmethod) else inside
    return _MISSING


# ---------------------------------------------------------------- the reading

_Values = frozenset[str]  # the full names of what a name may stand for; empty: something of the student's own
_DEEPEST = 64  # scopes in one another that are looked into


class _Place(NamedTuple):
    """The top-level statement that is read."""

    cell: Cell
    look: _Look
    number: int
    held: frozenset[int]  # the rules that hold in its cell


class _Scope:
    """The names of a module, function, class or comprehension."""

    def __init__(self, kind: str, outer: _Scope | None, local: frozenset[str] = frozenset()) -> None:
        self.kind = kind
        self.outer = outer
        self.local = local
        self.names: dict[str, _Values] = {}
        self.forks: list[_Fork] = []

    def set(self, name: str, values: _Values | None) -> None:
        if self.forks:
            self.forks[-1].before.setdefault(name, self.names.get(name))
        if values is None:
            self.names.pop(name, None)
        else:
            self.names[name] = values


class _Fork:
    """Alternatives of which one runs: what each of them left of the names that it bound."""

    def __init__(self) -> None:
        self.before: dict[str, _Values | None] = {}
        self.original: dict[str, _Values | None] = {}
        self.left: dict[str, list[_Values | None]] = {}
        self.count = 0

    def end(self, names: dict[str, _Values]) -> None:
        """End one alternative."""
        self.count += 1
        for name, value in self.before.items():
            self.left.setdefault(name, []).append(names.get(name))
            self.original.setdefault(name, value)
            if value is None:
                names.pop(name, None)
            else:
                names[name] = value
        self.before = {}

    def joined(self) -> Iterator[tuple[str, _Values | None]]:
        """Yield what each name may stand for after all of them."""
        for name, left in self.left.items():
            values = [*left, *([self.original[name]] if len(left) < self.count else [])]
            bound = [value for value in values if value is not None]
            yield name, _few(frozenset().union(*bound)) if bound else None


class _Reading:
    """The statements of a notebook, read in their order."""

    def __init__(self, forbidden: _Forbidden, own: Collection[str]) -> None:
        self._forbidden = forbidden
        self._own = own  # methods of the notebook's classes
        self._module = _Scope("module", None)
        self._stars: dict[str, frozenset[str]] = {}
        self._members: dict[str, _Values] = {}  # attribute -> what some code made it stand for
        self._waiting: dict[str, list[tuple[_Place, Ref]]] = {}  # read in functions, not bound yet
        self._hits: dict[tuple[str, int], _Broken] = {}  # one for each statement
        self._other_names: dict[str, _Broken] = {}  # imports and the like that nothing has replaced
        self._used: list[_Broken] = []  # those of them that an author's cell has used
        self._place: _Place
        self._scope = self._module
        self._compared: set[str] = set()  # cells whose first comparison is found

    def found(self) -> list[_Broken]:
        """Return the statements that break a rule."""
        return [*self._hits.values(), *self._used, *self._other_names.values()]

    def read(self, place: _Place, steps: Iterable[Step]) -> None:
        """Read one top-level statement: first itself, then what its functions may do."""
        self._place = place
        waiting: deque[tuple[Iterable[Step], _Scope]] = deque([(steps, self._module)])
        while waiting:
            code, self._scope = waiting.popleft()
            for step in code:
                if step.kind == "function":
                    waiting.append((step.body or (), self._function(step)))
                else:
                    _DO[step.kind](self, step)

    # ------------------------------------------------------------ scopes

    def _function(self, step: Step) -> _Scope:
        inner = _Scope("function", self._scope, step.names)
        for name, ref in step.defaults:
            inner.names[name] = self._values(ref)
        return inner

    def enter(self, step: Step) -> None:
        self._scope = _Scope(step.kind, self._scope, step.names)

    def leave(self, _step: Step) -> None:
        assert self._scope.outer is not None
        self._scope = self._scope.outer

    def fork(self, _step: Step) -> None:
        self._scope.forks.append(_Fork())

    def other(self, _step: Step) -> None:
        self._scope.forks[-1].end(self._scope.names)

    def join(self, _step: Step) -> None:
        fork = self._scope.forks.pop()
        fork.end(self._scope.names)
        for name, values in fork.joined():
            self._scope.set(name, values)

    def _look_up(self, name: str) -> _Values | None:
        """Return what a name may stand for; None if nothing has bound it yet."""
        scope: _Scope | None = self._scope
        for depth in range(_DEEPEST):
            if scope is None:
                break
            if not (depth and scope.kind == "class"):
                if name in scope.names:
                    return scope.names[name]
                if name in scope.local:
                    return frozenset()
            scope = scope.outer
        if scope is not None:
            return frozenset()
        stars = frozenset(f"{module}.{name}" for module, names in self._stars.items() if name in names)
        return _few(stars) if stars else None

    def _target(self, name: str) -> _Scope:
        """Return the scope that a name is bound in."""
        scope = self._scope
        for _ in range(_DEEPEST):
            if scope.kind in ("module", "class") or name in scope.local or scope.outer is None:
                return scope
            scope = scope.outer
        return scope

    # ------------------------------------------------------------ names

    def bind(self, step: Step) -> None:
        values = self._values(step.ref) if step.ref is not None else frozenset()
        if step.ref is not None:
            self._renamed(step.name, step.ref, values)
        else:
            self._set(step.name, values)

    def member(self, step: Step) -> None:
        if step.ref is None:
            return
        self.read_name(Step("read", ref=step.ref))
        self._member(step.name, self._values(step.ref))

    def _member(self, name: str, values: _Values) -> None:
        if values:
            self._members[name] = _few(self._members.get(name, frozenset()) | values)

    def bring(self, step: Step) -> None:
        self._renamed(step.name, None, frozenset({step.full}))

    def module(self, step: Step) -> None:
        self._check(step.full, (), Ref(step.full))

    def star(self, step: Step) -> None:
        self.module(step)
        if step.full in self._stars:
            return
        names = self._stars[step.full] = self._forbidden.star(step.full)
        for name in [name for name in self._waiting if name in names]:
            self._late(name, frozenset({f"{step.full}.{name}"}))

    def _renamed(self, name: str, ref: Ref | None, values: _Values) -> None:
        """Make a name stand for what another one does. Alone, that uses nothing."""
        broken = [one for value in values for one in self._held(value)]
        at_top = self._scope is self._module
        if ref is not None and (not values or not at_top):
            if not (broken and self._target(name) is self._scope and self._scope.kind == "function"):
                self.read_name(Step("read", ref=ref))
        elif any(self._forbidden.is_module(one) for one in broken):
            for value in values:
                self._check(value, (), ref or Ref(value))
        self._set(name, values)
        if self._scope.kind == "class":
            self._member(name, values)
        if broken and at_top and not any(self._forbidden.is_module(one) for one in broken):
            rule = self._forbidden.rules[min(broken)]
            self._other_names[name] = _Broken(self._place.cell.id, rule, frozenset({name}), idle=True)

    def _set(self, name: str, values: _Values) -> None:
        scope = self._target(name)
        scope.set(name, values)
        if scope is not self._module:
            return
        if self._scope is scope and not scope.forks and name in self._other_names:
            del self._other_names[name]
        self._late(name, values)

    def _late(self, name: str, values: _Values) -> None:
        """Look at functions that used a name before it was bound."""
        now = self._place
        for place, ref in self._waiting.pop(name, ()):
            self._place = place
            for value in values:
                self._check(value, ref.path, ref)
        self._place = now

    def _values(self, ref: Ref) -> _Values:
        bound = self._look_up(ref.root)
        if not bound:
            for at, name in enumerate(ref.path[:_LONGEST]):
                if name in self._members:
                    return self._further(self._members[name], ref.path[at + 1 :])
            return frozenset()
        return self._further(bound, ref.path)

    def _further(self, values: _Values, path: tuple[str, ...]) -> _Values:
        if not path:
            return values
        known = (_joined(one, path) for one in values if self._forbidden.known(one))
        return frozenset(one for one in known if one)

    def read_name(self, step: Step) -> None:
        assert step.ref is not None
        ref = step.ref
        values = self._look_up(ref.root) if ref.root else frozenset()
        if values and not self._place.held and ref.root in self._other_names:
            self._used.append(self._other_names.pop(ref.root))
        if values is None and self._scope is not self._module:
            self._waiting.setdefault(ref.root, []).append((self._place, ref))
        for value in values or ():
            self._check(value, ref.path, ref)
        if not values:
            self._check_value(ref.path, ref)

    # ------------------------------------------------------------ rules

    def _held(self, name: str) -> list[int]:
        return [one for one in self._forbidden.hits(name).rules if one in self._place.held]

    def _check(self, full: str, path: tuple[str, ...], ref: Ref) -> None:
        if not self._place.held:
            return
        parts = [*full.split("."), *path]
        name = _joined(".".join(parts[:_LONGEST]), ())
        if not name:
            return
        hits = self._forbidden.hits(name)
        broken = [one for one in hits.rules if one in self._place.held]
        if broken:
            self._break(min(broken), ref)
        elif hits.value is not None:
            self._check_value(tuple(parts[hits.value :]), ref)

    def _check_value(self, path: tuple[str, ...], ref: Ref) -> None:
        """Look at the attributes of a value of which nothing is known."""
        for at, name in enumerate(path):
            numbers = self._forbidden.methods.get(name, ())
            broken = [one for one in numbers if one in self._place.held and name not in self._own]
            if broken:
                self._break(min(broken), ref)
                return
            if name in self._members:
                for value in self._members[name]:
                    self._check(value, path[at + 1 : at + 1 + _LONGEST], ref)
                return

    def _break(self, number: int, ref: Ref) -> None:
        cell, look, at, _ = self._place
        statement = look.statements[at]
        earlier = self._hits.get((cell.id, at))
        if earlier is not None and not earlier.idle:
            return
        rule = self._forbidden.rules[number]
        compares = cell.kind == "extra" and statement.keeps is not None and ref not in statement.keeps
        if not compares:
            defines = statement.defines if statement.pure else frozenset()
            self._hits[cell.id, at] = _Broken(cell.id, rule, defines)
        elif cell.id not in self._compared:
            self._compared.add(cell.id)
            after = look.statements[at + 1 :]
            idle = all(one.pure or one.keeps is not None for one in after)
            defines = frozenset(name for one in after for name in one.defines)
            self._hits[cell.id, at] = _Broken(cell.id, rule, defines if idle else frozenset(), idle=idle)


_DO: dict[str, Callable[[_Reading, Step], None]] = {
    "read": _Reading.read_name,
    "bind": _Reading.bind,
    "member": _Reading.member,
    "import": _Reading.bring,
    "module": _Reading.module,
    "star": _Reading.star,
    "class": _Reading.enter,
    "own": _Reading.enter,
    "leave": _Reading.leave,
    "fork": _Reading.fork,
    "other": _Reading.other,
    "join": _Reading.join,
}


def _few(values: _Values) -> _Values:
    return values if len(values) <= _MOST else frozenset(sorted(values)[:_MOST])


def _joined(name: str, path: tuple[str, ...]) -> str:
    """Return a full name with attributes after it; "" if it is too long to name anything."""
    if name.count(".") + len(path) >= _LONGEST:
        return ""
    found = ".".join((name, *path))
    return found if len(found) <= 20 * _LONGEST else ""
