"""What a notebook may ask for and a graded run does in another way, so that it costs nobody a cell.

In: torch and matplotlib as they are. Out: after `stand_in`, `torch.compile` gives back what it gets, a
DataLoader loads in this process, and figures stay inline whatever window is asked for; after
`import_from_here`, modules in the working folder can be imported, however new they are.
It does NOT change a value: compiled code, worker processes and windows only differ in how they get there.
"""

from __future__ import annotations

import functools
import importlib.abc
import inspect
import os
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import Any

import torch
from torch.utils.data import DataLoader

__all__ = ["import_from_here", "stand_in"]

# backends that need a browser's half and come with a package of their own
_WIDGETS = ("ipympl", "widget", "module://ipympl.backend_nbagg")
_OF_WORKERS = ("num_workers", "timeout", "multiprocessing_context", "prefetch_factor", "persistent_workers")


def stand_in() -> None:
    """Take the place of what cannot work without a compiler, other processes, or a window; once in a process."""
    torch.compile = _eager
    torch.nn.Module.compile = _compile_nothing  # type: ignore[method-assign]
    _load_here()
    _stay_inline()


def import_from_here() -> None:
    """Let modules be imported from the working folder, where a notebook's kernel has it on its path.

    That is behind Python's own modules and before packages. What is imported already stays what it is,
    whatever files are there: torch and this package among it.
    """
    if "" not in sys.path:
        packages = (
            number for number, folder in enumerate(sys.path) if folder.endswith(("site-packages", "dist-packages"))
        )
        sys.path.insert(next(packages, len(sys.path)), "")
    sys.meta_path.insert(0, _LookAgain())


def _eager(model: Any = None, **options: Any) -> Any:
    """Stand in for `torch.compile`: the same results, without a compiler."""
    del options
    return (lambda function: function) if model is None else model


def _compile_nothing(self: torch.nn.Module, *args: Any, **options: Any) -> None:
    """Stand in for `Module.compile`."""
    del self, args, options


def _load_here() -> None:
    """Let every DataLoader load in this process: what it gives, and in which order, is the same."""
    load = DataLoader.__init__
    signature = inspect.signature(load)

    @functools.wraps(load)
    def without_workers(self: Any, *args: Any, **options: Any) -> None:
        try:
            arguments = signature.bind(self, *args, **options).arguments
        except TypeError:  # the call itself is wrong, and torch says how
            return load(self, *args, **options)
        workers = arguments.get("num_workers")
        if isinstance(workers, int) and workers > 0:
            for name in _OF_WORKERS:
                arguments.pop(name, None)
            return load(**arguments)
        return load(self, *args, **options)

    DataLoader.__init__ = without_workers  # type: ignore[method-assign]


def _stay_inline() -> None:
    """Leave the backend alone when one is asked for that opens windows."""
    import matplotlib as mpl
    import matplotlib.pyplot as plt
    from matplotlib.backends.registry import BackendFilter, backend_registry

    interactive = backend_registry.list_builtin(BackendFilter.INTERACTIVE)  # type: ignore[no-untyped-call]
    windows = {*interactive, "notebook", *_WIDGETS}

    def guarded(switch: Callable[..., None]) -> Callable[..., None]:
        @functools.wraps(switch)
        def unless_window(backend: object, *args: Any, **options: Any) -> None:
            if not (isinstance(backend, str) and backend.lower() in windows):
                switch(backend, *args, **options)

        return unless_window

    mpl.use = guarded(mpl.use)
    plt.switch_backend = guarded(plt.switch_backend)


class _LookAgain(importlib.abc.MetaPathFinder):
    """Finds nothing itself: it makes Python look at the working folder again at every import.

    Python remembers what a folder holds until its time of change differs, and cells follow each other faster
    than that clock ticks: a module written after a failed import would not be found.
    """

    def find_spec(self, fullname: str, path: Sequence[str] | None = None, target: object = None) -> None:
        """Forget what the working folder and its packages held."""
        del fullname, target
        with suppress(OSError):  # the folder is gone
            folder = os.getcwd()  # noqa: PTH109
            for entry in [folder] if path is None else [entry for entry in path if entry.startswith(folder)]:
                sys.path_importer_cache.pop(entry, None)
