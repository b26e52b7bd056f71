"""The state in which cells run: a namespace and the process's settings, kept at one time and gone back to later.

In: the namespace of a run. Out: the same namespace with the names, and the process with the settings, that
stood there when a check cell had run; and of the variables that its hidden cases can reach, by way of the functions
that they call, also the contents. Objects of classes are not copied: a model that was trained since stays trained.
"""

from __future__ import annotations

import types
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import suppress
from typing import Any

import numpy as np
import torch

from autograder.worker import settings
from autograder.worker.snapshot import Snapshots

__all__ = ["State", "make_exact"]


class State:
    """The state of one run, and what was kept of it."""

    def __init__(self, namespace: dict[str, Any]) -> None:
        """Watch a namespace; the settings are those of this process."""
        self.sides = settings.Sides()
        self._namespace = namespace
        self._kept: dict[str, tuple[dict[str, Any], Snapshots, Any, Any]] = {}

    def keep(self, name: str, reads: Collection[str]) -> None:
        """Keep what there is now under this name; `reads`: the variables that what runs later refers to."""
        contents = Snapshots()
        for variable in _reached(self._namespace, reads):
            with suppress(Exception):  # data that cannot be looked at
                contents.take(self._namespace[variable])
        names = dict(self._namespace)
        self._kept[name] = (names, contents, self.sides.copies(), settings.random_states())

    def restore(self, name: str) -> None:
        """Go back to what was kept under this name, if anything was."""
        if name in self._kept:
            names, contents, sides, random = self._kept[name]
            self._namespace.clear()
            self._namespace.update(names)
            contents.put_back()
            self.sides.go_back(sides)
            settings.apply_random(random)


def _reached(namespace: Mapping[str, Any], names: Iterable[str]) -> list[str]:
    """Return those of the names, and of the names that the functions and classes among them use, that there are."""
    reached: dict[str, None] = {}
    waiting = list(names)
    while waiting:
        name = waiting.pop()
        if name in reached or name not in namespace:
            continue
        reached[name] = None
        value = namespace[name]
        parts = vars(value).values() if isinstance(value, type) else [value]
        for part in parts:
            function = getattr(part, "__func__", part)
            if isinstance(function, types.FunctionType):
                waiting += _used(function.__code__)
    return list(reached)


def _used(code: types.CodeType) -> Iterator[str]:
    yield from code.co_names
    for constant in code.co_consts:
        if isinstance(constant, types.CodeType):
            yield from _used(constant)


def make_exact(namespace: dict[str, Any], name: str, value: object) -> None:
    """Give a variable the value that it has already but for rounding: the objects stay, their contents become exact."""
    if name in namespace:
        with suppress(Exception):  # a value that resists stays as it is: it is right
            namespace[name] = _exact(namespace[name], value)


def _exact(old: Any, value: Any) -> Any:
    """Return the old object with the value's contents; the old one as it is where they are not of one kind."""
    if type(old) is float and type(value) is float:
        return value
    if isinstance(old, torch.Tensor) and isinstance(value, torch.Tensor):
        if old.shape == value.shape and old.dtype == value.dtype and old.is_floating_point():
            old.data.copy_(value)
    elif isinstance(old, np.ndarray) and isinstance(value, np.ndarray):
        if old.shape == value.shape and old.dtype == value.dtype and old.dtype.kind == "f":
            old[...] = value
    elif type(old) is list and type(value) is list and len(old) == len(value):
        old[:] = [_exact(item, other) for item, other in zip(old, value, strict=True)]
    elif type(old) is tuple and type(value) is tuple and len(old) == len(value):
        return tuple(_exact(item, other) for item, other in zip(old, value, strict=True))
    elif type(old) is dict and type(value) is dict and old.keys() == value.keys():
        for key in old:
            old[key] = _exact(old[key], value[key])
    return old
