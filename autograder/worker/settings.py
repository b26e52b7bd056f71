"""The settings that hold for a whole process, and that code of one cell changes for all that follow.

In: a process. Out: its settings as plain data, and a process that has them again: torch's default dtype and
device, gradients, threads, precision and print options; numpy's errors and print options; warnings; the
working folder; and, for a state that is gone back to, the states of the random generators. An author's cell
runs under the author's settings, whatever a student's code has set, and the other way round.
"""

from __future__ import annotations

import os
import random
import warnings
from collections.abc import Callable
from contextlib import suppress
from typing import Any

import numpy as np
import torch

__all__ = ["Sides", "apply", "apply_random", "random_states", "read"]

Settings = dict[str, Any]


def read() -> Settings:
    """Return the settings of this process."""
    settings: Settings = {
        "dtype": torch.get_default_dtype(),
        "device": _default_device(),
        "gradients": torch.is_grad_enabled(),
        "threads": torch.get_num_threads(),
        "precision": torch.get_float32_matmul_precision(),
        "torch prints": _torch_prints(),
        "numpy prints": np.get_printoptions(),
        "numpy errors": np.geterr(),
        "warnings": list(warnings.filters),
    }
    with suppress(OSError):  # the folder may be gone
        settings["folder"] = os.getcwd()  # noqa: PTH109  a string is what chdir takes
    return settings


def apply(settings: Settings) -> None:
    """Give this process the settings; those that it has already are left alone."""
    current = read()
    for name, value in settings.items():
        if current.get(name) != value:
            with suppress(OSError):  # a folder that is gone
                _SETTERS[name](value)


def _torch_prints() -> Settings:
    """Return how torch prints; it has no public way to ask in all its versions."""
    options = torch._tensor_str.PRINT_OPTS  # noqa: SLF001
    return {name: getattr(options, name) for name in ("precision", "threshold", "edgeitems", "linewidth", "sci_mode")}


def _warn_by(filters: list[Any]) -> None:
    warnings.filters[:] = filters  # type: ignore[index]
    warnings._filters_mutated()  # type: ignore[attr-defined]  # noqa: SLF001


_SETTERS: dict[str, Callable[[Any], object]] = {
    "dtype": torch.set_default_dtype,
    "device": torch.set_default_device,
    "gradients": torch.set_grad_enabled,
    "threads": torch.set_num_threads,
    "precision": torch.set_float32_matmul_precision,
    "torch prints": lambda value: torch.set_printoptions(**value),
    "numpy prints": lambda value: np.set_printoptions(**value),
    "numpy errors": lambda value: np.seterr(**value),
    "warnings": _warn_by,
    "folder": os.chdir,
}


def _default_device() -> str | None:
    """Return the default device's name; None if none was set. torch's own way to ask fails where there is no such."""
    stored = getattr(torch, "_GLOBAL_DEVICE_CONTEXT", None)  # private; where it has another name, none is known
    context = getattr(stored, "device_context", None)
    return None if context is None else str(context.device)


class Sides:
    """The settings of two sides that take turns in one process: the author's cells and the student's."""

    def __init__(self) -> None:
        """Begin with what this process has, for both."""
        self.author = read()
        self.student = dict(self.author)

    def begin(self, *, student: bool) -> None:
        """Let the process have the settings of the side whose code comes next."""
        apply(self.student if student else self.author)

    def end(self, *, student: bool) -> None:
        """Remember what its code has set; what an author sets holds for the student too."""
        current = read()
        if student:
            self.student = current
        else:
            changed = {name: value for name, value in current.items() if self.author.get(name) != value}
            self.author = current
            self.student.update(changed)

    def copies(self) -> tuple[Settings, Settings]:
        """Return both, to go back to."""
        return dict(self.author), dict(self.student)

    def go_back(self, copies: tuple[Settings, Settings]) -> None:
        """Have again what `copies` gave."""
        self.author, self.student = dict(copies[0]), dict(copies[1])


def random_states() -> tuple[Any, ...]:
    """Return the states of the global random generators."""
    return random.getstate(), np.random.get_state(), torch.default_generator.get_state()  # noqa: NPY002


def apply_random(states: tuple[Any, ...]) -> None:
    """Put the global random generators back to these states."""
    random.setstate(states[0])
    np.random.set_state(states[1])  # noqa: NPY002
    torch.default_generator.set_state(states[2])
