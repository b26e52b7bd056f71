"""Runs, kept on disk by what they depend on, so that nothing is run twice.

In: a key (a hash of everything that the run depends on; see provenance.py) and a `Run`. Out: the same `Run`,
later: a grading that was killed, or tried with --dry-run, is not run twice. A run is stored as MessagePack, its
values encoded (autograder.wire.values), never pickled; a damaged file counts as absent, and a run that cannot be kept
(a full disk) is made again next time. What was not used for a term goes, and the oldest where all take too much room.
"""

from __future__ import annotations

import contextlib
import os
import secrets
import threading
import time
import weakref
from pathlib import Path

import msgspec

from autograder.files import write_atomically
from autograder.model import Run
from autograder.run.provenance import digest

__all__ = ["RunCache", "key_of"]

KEPT_DAYS = 120  # since a run was last used: a term
KEPT_BYTES = 4 * 2**30  # of all runs: a class of 500, 14 exercises, kept some ten times
_FORMAT = 7
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
        self._being_made: weakref.WeakValueDictionary[str, threading.Lock] = weakref.WeakValueDictionary()

    def one_at_a_time(self, key: str) -> contextlib.AbstractContextManager[object]:
        """Return what lets one thread at a time load or make the run of this key: the next one finds it kept."""
        if self._folder is None:
            return contextlib.nullcontext()
        with self._lock:
            return self._being_made.setdefault(key, threading.Lock())

    def load(self, key: str) -> Run | None:
        """Return the run of this key, None if there is none that can be read."""
        if self._folder is None:
            return None
        path = self._folder / key
        try:
            if self._folder.is_dir():
                self._open(self._folder)
            run = msgspec.msgpack.decode(path.read_bytes(), type=Run)
        except (OSError, ValueError):  # ValueError: what msgspec and UTF-8 raise
            return None
        with contextlib.suppress(OSError):
            os.utime(path)  # used now: it stays
        return run

    def save(self, key: str, run: Run) -> None:
        """Keep a run; a reader never sees half of it."""
        if self._folder is None:
            return
        with contextlib.suppress(OSError, ValueError):  # no room; half a character, which UTF-8 has no bytes for
            folder = self._open(self._folder)
            part = folder / f"{_NEW}{secrets.token_hex(8)}"  # several may keep the same run at a time
            write_atomically(folder / key, msgspec.msgpack.encode(run), mode=0o600, part=part, sync=False)

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

        descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
        weakref.finalize(self, os.close, descriptor)
        with contextlib.suppress(BlockingIOError):
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
            for path in folder.glob(f"{_NEW}*"):
                path.unlink()
            _prune(folder)
        fcntl.flock(descriptor, fcntl.LOCK_SH)


def _prune(folder: Path) -> None:
    """Remove the runs that were not used for KEPT_DAYS, then the oldest until the rest fit into KEPT_BYTES."""
    runs = [(path, path.stat()) for path in folder.iterdir() if len(path.name) == _KEY_CHARS]
    size = sum(about.st_size for _, about in runs)
    oldest = time.time() - KEPT_DAYS * 86_400
    for path, about in sorted(runs, key=lambda run: run[1].st_mtime):
        if about.st_mtime >= oldest and size <= KEPT_BYTES:
            return
        path.unlink()
        size -= about.st_size
