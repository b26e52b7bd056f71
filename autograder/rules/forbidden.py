"""What rules name: by the name itself, by the object that it is, by its method's name.

In: rules. Out: `Forbidden`, which knows of a full name which rules forbid it. Only torch, numpy and the rules' own
packages are imported, never one that a rule forbids whole; nothing of a student's is run.
"""

from __future__ import annotations

import functools
import importlib
import importlib.util
import sys
import warnings
from collections.abc import Iterable, Sequence
from types import ModuleType
from typing import NamedTuple

from autograder.errors import NotebookError
from autograder.model import Rule

__all__ = ["LONGEST", "Forbidden", "forbidden", "require_names"]

_MISSING = object()
LONGEST = 16  # parts of a name that are looked at; nothing that can be called has more
_KNOWN = 20_000  # names whose answer is remembered


class _Hits(NamedTuple):
    """What is known of a full name."""

    rules: tuple[int, ...]  # the numbers of those that forbid it, or something that it is a part of
    value: int | None  # how many of its parts lead to a value whose attributes are methods; None: none do


class Forbidden:
    """What some rules name: by its name, by the object that it is, by its method's name."""

    def __init__(self, rules: tuple[Rule, ...]) -> None:
        self.rules = rules
        self.methods: dict[str, list[int]] = {}
        self._names: dict[str, list[int]] = {}
        self._objects: dict[int, list[int]] = {}
        self._hits: dict[str, _Hits] = {}
        modules = {rule.name for rule in rules if "." not in rule.name}
        self._packages = ({"torch", "numpy"} | {rule.name.partition(".")[0] for rule in rules}) - modules
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
        walked = self._walk(module.split("."))[-1:]
        if not walked or not isinstance(walked[0], ModuleType):
            return frozenset()
        inside = vars(walked[0])
        names = inside.get("__all__") or [name for name in inside if not name.startswith("_")]
        return frozenset(name for name in names if isinstance(name, str))

    def _look_up(self, parts: list[str]) -> _Hits:
        self._resolve()
        numbers: list[int] = []
        name = ""
        for part in parts:
            name = f"{name}.{part}" if name else part
            numbers += self._names.get(name, ())
        walked = self._walk(parts)
        for step in walked:
            numbers += self._objects.get(id(step), ())
        value = None
        if walked and (len(walked) < len(parts) or not isinstance(walked[-1], ModuleType | type)):
            value = len(walked) + (1 if isinstance(walked[-1], ModuleType | type) else 0)
        return _Hits(tuple(sorted(set(numbers))), value)

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
        objects: list[object] = [] if package is None else [package]
        for part in parts[1:] if objects else ():
            inside = _inside(objects[-1], part)
            if inside is _MISSING:
                break
            objects.append(inside)
        return objects


@functools.lru_cache(maxsize=64)
def forbidden(rules: tuple[Rule, ...]) -> Forbidden:
    """Return what these rules name, looked up once."""
    return Forbidden(rules)


@functools.lru_cache(maxsize=64)
def _package(name: str) -> ModuleType | None:
    try:
        with warnings.catch_warnings():  # what a package says when it is imported here is no student's concern
            warnings.simplefilter("ignore")
            return importlib.import_module(name)
    except Exception:  # noqa: BLE001  whatever a broken package raises, it is as good as not there
        return None


def _inside(owner: object, name: str) -> object:
    if isinstance(owner, ModuleType):
        members = vars(owner)
        return members[name] if name in members else sys.modules.get(f"{members.get('__name__')}.{name}", _MISSING)
    if isinstance(owner, type):
        inside = next((vars(base)[name] for base in owner.__mro__ if name in vars(base)), _MISSING)
        return inside.__func__ if isinstance(inside, staticmethod | classmethod) else inside
    return _MISSING


def require_names(rules: Iterable[Rule]) -> None:
    """Raise NotebookError for a rule whose name is none, as far as its package is installed here."""
    for rule in rules:
        package = rule.name.partition(".")[0]
        if importlib.util.find_spec(package) is not None and not _exists(rule.name):
            raise NotebookError(f"a rule forbids {rule.name!r}, but {package} has no such name. Is it misspelt?")


def _exists(name: str) -> bool:
    parts = name.split(".")
    for cut in range(len(parts), 0, -1):
        try:
            value: object = importlib.import_module(".".join(parts[:cut]))
        except ImportError:
            continue
        return _has(value, parts[cut:])
    return False


def _has(value: object, path: Sequence[str]) -> bool:
    missing = object()
    for part in path:
        value = getattr(value, part, missing)
    return value is not missing
