"""What names stand for, in scopes and branches.

In: names as they are bound. Out: what each may stand for where it is looked up; after alternatives, what any of
them has left. It does NOT know which names are forbidden.
"""

from __future__ import annotations

from collections.abc import Iterator

__all__ = ["Fork", "Scope", "Values", "few"]

Values = frozenset[str]  # the full names of what a name may stand for; empty: something of the student's own
_MOST = 8  # things that one name may stand for
_DEEPEST = 64  # scopes in one another that are looked into


class Scope:
    """The names of a module, function, class or comprehension."""

    def __init__(self, kind: str, outer: Scope | None, local: frozenset[str] = frozenset()) -> None:
        """Begin a "module", "class", "function" or "own" scope (a comprehension's) with names of its own."""
        self.kind = kind
        self.outer = outer
        self.local = local
        self.names: dict[str, Values] = {}
        self.forks: list[Fork] = []

    def set(self, name: str, values: Values | None) -> None:
        """Let a name stand for something; None: for nothing any more."""
        if self.forks:
            self.forks[-1].before.setdefault(name, self.names.get(name))
        if values is None:
            self.names.pop(name, None)
        else:
            self.names[name] = values

    def look_up(self, name: str) -> Values | None:
        """Return what a name may stand for here; None if nothing has bound it yet."""
        scope: Scope | None = self
        for depth in range(_DEEPEST):
            if scope is None:
                return None
            if not (depth and scope.kind == "class"):
                if name in scope.names:
                    return scope.names[name]
                if name in scope.local:
                    return frozenset()
            scope = scope.outer
        return frozenset() if scope is not None else None

    def target(self, name: str) -> Scope:
        """Return the scope that a name is bound in."""
        scope = self
        for _ in range(_DEEPEST):
            if scope.kind in ("module", "class") or name in scope.local or scope.outer is None:
                return scope
            scope = scope.outer
        return scope


class Fork:
    """Alternatives of which one runs: what each of them left of the names that it bound."""

    def __init__(self) -> None:
        self.before: dict[str, Values | None] = {}
        self.original: dict[str, Values | None] = {}
        self.left: dict[str, list[Values | None]] = {}
        self.count = 0

    def end(self, names: dict[str, Values]) -> None:
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

    def joined(self) -> Iterator[tuple[str, Values | None]]:
        """Yield what each name may stand for after all of them."""
        for name, branches in self.left.items():
            values = [*branches, *([self.original[name]] if len(branches) < self.count else [])]
            bound = [value for value in values if value is not None]
            yield name, few(frozenset().union(*bound)) if bound else None


def few(values: Values) -> Values:
    """Return some of them, if there are too many to follow."""
    return values if len(values) <= _MOST else frozenset(sorted(values)[:_MOST])
