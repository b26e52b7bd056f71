"""The state in which cells run: a namespace and the process's settings, kept at one time and gone back to later.

In: the namespace of a run. Out: the same namespace with the names, and the process with the settings, that
stood there when a check cell had run. What a name stands for is not copied: a list that was changed since stays
changed, a name that was bound anew is what it was.
"""

from __future__ import annotations

from contextlib import suppress
from typing import Any

import torch

from autograder.student import settings

__all__ = ["State", "make_exact"]


class State:
    """The state of one run, and what was kept of it."""

    def __init__(self, namespace: dict[str, Any]) -> None:
        """Watch a namespace; the settings are those of this process."""
        self.sides = settings.Sides()
        self._namespace = namespace
        self._kept: dict[str, tuple[dict[str, Any], Any, Any]] = {}

    def keep(self, name: str) -> None:
        """Keep what there is now under this name."""
        self._kept[name] = (dict(self._namespace), self.sides.copies(), settings.random_states())

    def restore(self, name: str) -> None:
        """Go back to what was kept under this name, if anything was."""
        if name in self._kept:
            names, sides, random = self._kept[name]
            self._namespace.clear()
            self._namespace.update(names)
            self.sides.go_back(sides)
            settings.apply_random(random)


def make_exact(namespace: dict[str, Any], name: str, value: object) -> None:
    """Give a variable the value that it has already but for rounding: the same kind of object, its graph kept."""
    old = namespace.get(name)
    if type(old) is not type(value):
        return
    if not isinstance(old, torch.Tensor) or not isinstance(value, torch.Tensor):
        namespace[name] = value
    elif old.shape == value.shape and old.dtype == value.dtype and old.device == value.device:
        if old.requires_grad:
            with suppress(RuntimeError):
                old.data = value
        else:
            namespace[name] = value
