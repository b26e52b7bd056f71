"""Runs, kept on disk by what they depend on, so that nothing is run twice.

In: a key (a hash of everything that the run depends on; see provenance.py) and a `Run`. Out: the same `Run`,
later: a grading that was killed, or tried with --dry-run, is not run twice. The values are stored encoded
(autograder.wire.values), never pickled; a damaged file counts as absent, and a run that cannot be kept (a full
disk) is made again next time. What was not used for a term goes, and the oldest where all take too much room.
"""

from __future__ import annotations

import contextlib
import functools
import json
import os
import tempfile
import threading
import time
import weakref
from dataclasses import fields, is_dataclass, replace
from pathlib import Path
from typing import Any

from autograder.errors import ValueCodecError
from autograder.model import Capture, CellRun, CheckOptions, Exit, Level, Operand, Output, Run, TraceLine
from autograder.run.provenance import digest
from autograder.wire import values

__all__ = ["RunCache", "key_of"]

KEPT_DAYS = 120  # since a run was last used: a term
KEPT_BYTES = 4 * 2**30  # of all runs: a class of 500, 14 exercises, kept some ten times
_FORMAT = 6
_BYTES = "bytes"
_KEY_CHARS = 64  # so that nothing else in the folder is taken for a run
_NEW = "new-"  # how the name of a file begins that is still being written


def key_of(**parts: object) -> str:
    """Return the key of a run that depends on these parts (JSON values)."""
    return digest({"format": _FORMAT, **parts})


class RunCache:
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
        path = self._folder / key
        try:
            if self._folder.is_dir():
                self._open(self._folder)
            kept: Any = values.decode(path.read_bytes(), max_bytes=2**30)
            run = _run(json.loads(kept[0], object_hook=functools.partial(_filled, kept[1])))
        except (OSError, ValueCodecError, LookupError, TypeError, ValueError):
            return None
        with contextlib.suppress(OSError):
            os.utime(path)  # used now: it stays
        return run

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
        """Make the folder and, once, remove what is half written or old, if no other process uses it now.

        Whoever uses it holds a shared lock on the folder, which the kernel takes back at any kind of end.
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
            _prune(folder)
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


def _prune(folder: Path) -> None:
    """Remove the runs that were not used for KEPT_DAYS, then the oldest until the rest fit into KEPT_BYTES."""
    runs = [(path, path.stat()) for path in folder.iterdir() if len(path.name) == _KEY_CHARS]
    left = sum(about.st_size for _, about in runs)
    oldest = time.time() - KEPT_DAYS * 86_400
    for path, about in sorted(runs, key=lambda run: run[1].st_mtime):
        if about.st_mtime >= oldest and left <= KEPT_BYTES:
            return
        path.unlink()
        left -= about.st_size


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
    changed = {location: tuple(names) for location, names in plain["changed"].items()}
    after, left = tuple(plain["after_given"]), tuple(plain["open_rules"])
    traces = {key: tuple(map(_trace_line, lines)) for key, lines in plain["traces"].items()}
    found = {
        "captures": captures,
        "cells": cells,
        "exit": Exit(**plain["exit"]),
        "changed": changed,
        "after_given": after,
        "open_rules": left,
        "traces": traces,
    }
    run = Run(**{**plain, **found})
    return replace(run, level=Level(run.level))


def _trace_line(plain: Any) -> TraceLine:
    operands = tuple(Operand(**{**one, "shape": one["shape"] and tuple(one["shape"])}) for one in plain["operands"])
    return TraceLine(**{**plain, "columns": plain["columns"] and tuple(plain["columns"]), "operands": operands})
