"""Runs, kept on disk by what they depend on, so that nothing is run twice.

In: a key (a hash of everything that the run depends on) and a `Run`. Out: the same `Run`, later.
A changed tolerance, weight or point count is thus regraded without running anything. The values are
stored encoded (autograder.values), never pickled; a damaged file counts as absent, and a run that cannot
be kept (a full disk) is made again next time.
"""

from __future__ import annotations

import contextlib
import functools
import hashlib
import json
import os
import tempfile
import threading
import weakref
from dataclasses import fields, is_dataclass, replace
from pathlib import Path
from typing import Any

from autograder import values
from autograder.errors import ValueCodecError
from autograder.model import Capture, CellRun, CheckOptions, Exit, Level, Output, Run

__all__ = ["Store", "key_of"]

_FORMAT = 5
_BYTES = "bytes"
_NEW = "new-"  # how the name of a file begins that is still being written


def key_of(**parts: object) -> str:
    """Return the key of a run that depends on these parts (JSON values)."""
    text = json.dumps({"format": _FORMAT, **parts}, sort_keys=True, default=str)
    return hashlib.sha256(text.encode()).hexdigest()


class Store:
    """A folder of runs; without a folder, nothing is kept."""

    def __init__(self, folder: Path | None = None) -> None:
        """Keep runs in `folder`, which is made when the first is kept."""
        self._folder = folder
        self._opened = False
        self._lock = threading.Lock()

    def load(self, key: str) -> Run | None:
        """Return the run of this key, None if there is none that can be read."""
        if self._folder is None:
            return None
        try:
            kept: Any = values.decode((self._folder / key).read_bytes(), max_bytes=2**30)
            return _run(json.loads(kept[0], object_hook=functools.partial(_filled, kept[1])))
        except (OSError, ValueCodecError, LookupError, TypeError, ValueError):
            return None

    def save(self, key: str, run: Run) -> None:
        """Keep a run; a reader never sees half of it."""
        if self._folder is None:
            return
        blobs: list[bytes] = []
        plain = json.dumps(run, default=functools.partial(_plain, blobs))
        with contextlib.suppress(OSError, ValueCodecError):  # no room, or more outputs than a file may hold
            data = values.encode([plain, blobs], max_bytes=2**30)
            self._write(self._open(self._folder), key, data)

    def _open(self, folder: Path) -> Path:
        """Make the folder and, once, remove what killed processes were writing, if no other process writes now.

        Whoever writes holds a shared lock on the folder, which the kernel takes back at any kind of end.
        """
        with self._lock:
            folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            if not self._opened:
                self._opened = True
                with contextlib.suppress(ImportError, OSError):  # no such locks here: what is left, stays
                    self._remove_left(folder)
        return folder

    def _remove_left(self, folder: Path) -> None:
        import fcntl

        held = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
        weakref.finalize(self, os.close, held)
        with contextlib.suppress(BlockingIOError):
            fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
            for path in folder.glob(f"{_NEW}*"):
                path.unlink()
        fcntl.flock(held, fcntl.LOCK_SH)

    def _write(self, folder: Path, key: str, data: bytes) -> None:
        descriptor, name = tempfile.mkstemp(dir=folder, prefix=_NEW)
        try:
            with os.fdopen(descriptor, "wb") as file:
                file.write(data)
            Path(name).replace(folder / key)
        except BaseException:
            with contextlib.suppress(OSError):
                Path(name).unlink()
            raise


def _plain(blobs: list[bytes], value: object) -> dict[str, Any]:
    """Return a dataclass's fields; put bytes aside, and in their place their number."""
    if is_dataclass(value):
        return {field.name: getattr(value, field.name) for field in fields(value)}
    if not isinstance(value, bytes):
        raise TypeError(type(value))
    blobs.append(value)
    return {_BYTES: len(blobs) - 1}


def _filled(blobs: list[bytes], plain: dict[str, Any]) -> object:
    number = plain.get(_BYTES)
    return blobs[number] if isinstance(number, int) and len(plain) == 1 else plain


def _run(plain: Any) -> Run:
    captures = {
        name: Capture(**{**capture, "options": CheckOptions(**capture["options"])})
        for name, capture in plain["captures"].items()
    }
    cells = tuple(
        CellRun(**{**cell, "outputs": tuple(Output(**output) for output in cell["outputs"])}) for cell in plain["cells"]
    )
    changed = {place: tuple(names) for place, names in plain["changed"].items()}
    after = tuple(plain["after_given"])
    found = {
        "captures": captures,
        "cells": cells,
        "exit": Exit(**plain["exit"]),
        "changed": changed,
        "after_given": after,
    }
    run = Run(**{**plain, **found})
    return replace(run, level=Level(run.level))
