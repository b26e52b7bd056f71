"""The statements of a notebook, read in their order: what each name stands for where it is used.

In: statements (`look`), and what is forbidden. Out: the statements that break a rule (`Broken`).
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Collection, Iterable
from typing import NamedTuple

from autograder.model import Rule
from autograder.notebook import Cell
from autograder.notebook.mentions import Ref, Step
from autograder.rules.forbidden import LONGEST, Forbidden
from autograder.rules.look import Look
from autograder.rules.scopes import Fork, Scope, Values, few

__all__ = ["Broken", "Place", "Reading"]


class Broken(NamedTuple):
    """A statement of a student's cell that breaks a rule."""

    cell_id: str
    rule: Rule
    defines: frozenset[str]  # empty where it may do more than define names
    idle: bool = False  # costs nothing where no check comes to use what it defines


class Place(NamedTuple):
    """The top-level statement that is read."""

    cell: Cell
    look: Look
    number: int
    held: frozenset[int]  # the rules that hold in its cell


class Reading:
    """The statements of a notebook, read in their order."""

    def __init__(self, forbidden: Forbidden, own_methods: Collection[str]) -> None:
        self._forbidden = forbidden
        self._own = own_methods  # methods of the notebook's classes
        self._module = Scope("module", None)
        self._stars: dict[str, frozenset[str]] = {}
        self._members: dict[str, Values] = {}  # attribute -> what some code made it stand for
        self._waiting: dict[str, list[tuple[Place, Ref]]] = {}  # read in functions, not bound yet
        self._hits: dict[tuple[str, int], Broken] = {}  # one for each statement
        self._other_names: dict[str, Broken] = {}  # imports and the like that nothing has replaced
        self._used: list[Broken] = []  # those of them that an author's cell has used
        self._location: Place
        self._scope = self._module
        self._compared: set[str] = set()  # cells whose first comparison is found

    def found(self) -> list[Broken]:
        """Return the statements that break a rule."""
        return [*self._hits.values(), *self._used, *self._other_names.values()]

    def read(self, location: Place, steps: Iterable[Step]) -> None:
        """Read one top-level statement: first itself, then what its functions may do."""
        self._location = location
        waiting: deque[tuple[Iterable[Step], Scope]] = deque([(steps, self._module)])
        while waiting:
            code, self._scope = waiting.popleft()
            for step in code:
                if step.kind == "function":
                    waiting.append((step.body or (), self._function(step)))
                else:
                    _DO[step.kind](self, step)

    # ------------------------------------------------------------ scopes

    def _function(self, step: Step) -> Scope:
        inner = Scope("function", self._scope, step.names)
        for name, ref in step.defaults:
            inner.names[name] = self._values(ref)
        return inner

    def enter(self, step: Step) -> None:
        """Begin a class or a comprehension."""
        self._scope = Scope(step.kind, self._scope, step.names)

    def leave(self, _step: Step) -> None:
        """End it."""
        assert self._scope.outer is not None
        self._scope = self._scope.outer

    def fork(self, _step: Step) -> None:
        """Come to alternatives: an if, a try, a match."""
        self._scope.forks.append(Fork())

    def other(self, _step: Step) -> None:
        """End one of them."""
        self._scope.forks[-1].end(self._scope.names)

    def join(self, _step: Step) -> None:
        """Come to where they meet."""
        fork = self._scope.forks.pop()
        fork.end(self._scope.names)
        for name, values in fork.joined():
            self._scope.set(name, values)

    def _look_up(self, name: str) -> Values | None:
        """Return what a name may stand for; None if nothing has bound it yet."""
        values = self._scope.look_up(name)
        if values is not None:
            return values
        stars = frozenset(f"{module}.{name}" for module, names in self._stars.items() if name in names)
        return few(stars) if stars else None

    # ------------------------------------------------------------ names

    def bind(self, step: Step) -> None:
        """Bind a name, to what another one stands for or to something new."""
        values = self._values(step.ref) if step.ref is not None else frozenset()
        if step.ref is not None:
            self._renamed(step.name, step.ref, values)
        else:
            self._set(step.name, values)

    def member(self, step: Step) -> None:
        """Take in what an attribute was made to stand for."""
        if step.ref is None:
            return
        self.read_name(Step("read", ref=step.ref))
        self._member(step.name, self._values(step.ref))

    def _member(self, name: str, values: Values) -> None:
        if values:
            self._members[name] = few(self._members.get(name, frozenset()) | values)

    def bring(self, step: Step) -> None:
        """Bind an imported name."""
        self._renamed(step.name, None, frozenset({step.full}))

    def module(self, step: Step) -> None:
        """Take in the import of a module."""
        self._check(step.full, (), Ref(step.full))

    def star(self, step: Step) -> None:
        """Bind what `from module import *` brings."""
        self.module(step)
        if step.full in self._stars:
            return
        names = self._forbidden.star(step.full)
        if names:  # few modules have any: each name that nothing binds is looked for in all of these
            self._stars[step.full] = names
        for name in [name for name in self._waiting if name in names]:
            self._late(name, frozenset({f"{step.full}.{name}"}))

    def _renamed(self, name: str, ref: Ref | None, values: Values) -> None:
        """Make a name stand for what another one does. Alone, that uses nothing."""
        broken = [number for value in values for number in self._held(value)]
        at_top = self._scope is self._module
        if ref is not None and (not values or not at_top):
            if not (broken and self._scope.target(name) is self._scope and self._scope.kind == "function"):
                self.read_name(Step("read", ref=ref))
        elif any(self._forbidden.is_module(number) for number in broken):
            for value in values:
                self._check(value, (), ref or Ref(value))
        self._set(name, values)
        if self._scope.kind == "class":
            self._member(name, values)
        if broken and at_top and not any(self._forbidden.is_module(number) for number in broken):
            rule = self._forbidden.rules[min(broken)]
            self._other_names[name] = Broken(self._location.cell.id, rule, frozenset({name}), idle=True)

    def _set(self, name: str, values: Values) -> None:
        scope = self._scope.target(name)
        scope.set(name, values)
        if scope is not self._module:
            return
        if self._scope is scope and not scope.forks and name in self._other_names:
            del self._other_names[name]
        self._late(name, values)

    def _late(self, name: str, values: Values) -> None:
        """Look at functions that used a name before it was bound."""
        current = self._location
        for location, ref in self._waiting.pop(name, ()):
            self._location = location
            for value in values:
                self._check(value, ref.path, ref)
        self._location = current

    def _values(self, ref: Ref) -> Values:
        bound = self._look_up(ref.root)
        if not bound:
            for at, name in enumerate(ref.path[:LONGEST]):
                if name in self._members:
                    return self._further(self._members[name], ref.path[at + 1 :])
            return frozenset()
        return self._further(bound, ref.path)

    def _further(self, values: Values, path: tuple[str, ...]) -> Values:
        if not path:
            return values
        names = (_joined(value, path) for value in values if self._forbidden.known(value))
        return frozenset(name for name in names if name)

    def read_name(self, step: Step) -> None:
        """Look at a use of a name."""
        assert step.ref is not None
        ref = step.ref
        values = self._look_up(ref.root) if ref.root else frozenset()
        if values and not self._location.held and ref.root in self._other_names:
            self._used.append(self._other_names.pop(ref.root))
        if values is None and self._scope is not self._module:
            self._waiting.setdefault(ref.root, []).append((self._location, ref))
        for value in values or ():
            self._check(value, ref.path, ref)
        if not values:
            self._check_value(ref.path, ref)

    # ------------------------------------------------------------ rules

    def _held(self, name: str) -> list[int]:
        return [number for number in self._forbidden.hits(name).rules if number in self._location.held]

    def _check(self, full: str, path: tuple[str, ...], ref: Ref) -> None:
        if not self._location.held:
            return
        parts = [*full.split("."), *path]
        name = _joined(".".join(parts[:LONGEST]), ())
        if not name:
            return
        hits = self._forbidden.hits(name)
        broken = [number for number in hits.rules if number in self._location.held]
        if broken:
            self._break(min(broken), ref)
        elif hits.value is not None:
            self._check_value(tuple(parts[hits.value :]), ref)

    def _check_value(self, path: tuple[str, ...], ref: Ref) -> None:
        """Look at the attributes of a value of which nothing is known."""
        for at, name in enumerate(path):
            numbers = self._forbidden.methods.get(name, ())
            broken = [number for number in numbers if number in self._location.held and name not in self._own]
            if broken:
                self._break(min(broken), ref)
                return
            if name in self._members:
                for value in self._members[name]:
                    self._check(value, path[at + 1 : at + 1 + LONGEST], ref)
                return

    def _break(self, number: int, ref: Ref) -> None:
        cell, look, at, _ = self._location
        statement = look.statements[at]
        earlier = self._hits.get((cell.id, at))
        if earlier is not None and not earlier.idle:
            return
        rule = self._forbidden.rules[number]
        compares = cell.kind != "solution" and statement.keeps is not None and ref not in statement.keeps
        if not compares:
            defines = statement.defines if statement.pure else frozenset()
            self._hits[cell.id, at] = Broken(cell.id, rule, defines)
        elif cell.id not in self._compared:
            self._compared.add(cell.id)
            after = look.statements[at + 1 :]
            idle = all(following.pure or following.keeps is not None for following in after)
            defines = frozenset(name for following in after for name in following.defines)
            self._hits[cell.id, at] = Broken(cell.id, rule, defines if idle else frozenset(), idle=idle)


_DO: dict[str, Callable[[Reading, Step], None]] = {
    "read": Reading.read_name,
    "bind": Reading.bind,
    "member": Reading.member,
    "import": Reading.bring,
    "module": Reading.module,
    "star": Reading.star,
    "class": Reading.enter,
    "own": Reading.enter,
    "leave": Reading.leave,
    "fork": Reading.fork,
    "other": Reading.other,
    "join": Reading.join,
}


def _joined(name: str, path: tuple[str, ...]) -> str:
    """Return a full name with attributes after it; "" if it is too long to name anything."""
    if name.count(".") + len(path) >= LONGEST:
        return ""
    full_name = ".".join((name, *path))
    return full_name if len(full_name) <= 20 * LONGEST else ""
