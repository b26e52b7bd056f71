"""What has arrived in submitted/: new or changed since it was last taken, and no longer being written.

In: the folder, looked at now and then. Out: (student, assignment) of each folder in which no file has changed for two
seconds. What tells is each file's size and change time, which every write, copy and rename sets, whatever time of
modification it leaves behind. It does NOT open a file, and does not know what was graded.
"""

from __future__ import annotations

import contextlib
import os
import time
from collections.abc import Callable, Collection, Iterator
from pathlib import Path

__all__ = ["Arrivals"]

_REST_S = 2.0
_Key = tuple[str, str]  # student, assignment
_State = tuple[tuple[str, int, int, int], ...]  # of each file: path, inode, size, change time


class Arrivals:
    """Remembers what each look at submitted/ saw."""

    def __init__(
        self, submitted: Path, assignments: Collection[str], *, clock: Callable[[], float] = time.monotonic
    ) -> None:
        """Look in submitted/STUDENT/ASSIGNMENT/ for these assignments; nothing has been taken yet."""
        self._submitted, self._assignments, self._clock = submitted, frozenset(assignments), clock
        self._seen: dict[_Key, tuple[_State, float]] = {}  # and since when it has been so
        self._taken: dict[_Key, _State] = {}

    def rested(self) -> list[_Key]:
        """Look; return what is to be taken, what has rested longest first. A folder without a file is not there yet."""
        now = self._clock()
        states = {key: state for key, path in self._folders() if (state := _state(path))}
        self._seen = {
            key: self._seen[key] if key in self._seen and self._seen[key][0] == state else (state, now)
            for key, state in states.items()
        }
        self._taken = {key: state for key, state in self._taken.items() if key in states}
        new = [key for key, state in states.items() if self._taken.get(key) != state]
        since = {key: self._seen[key][1] for key in new}
        return sorted((key for key in new if now - since[key] >= _REST_S), key=lambda key: (since[key], key))

    def take(self, keys: Collection[_Key]) -> None:
        """Return these no more as long as they are as the last look saw them."""
        self._taken.update({key: self._seen[key][0] for key in keys})

    def _folders(self) -> Iterator[tuple[_Key, str]]:
        for student in _entries(self._submitted):
            for folder in _entries(student.path) if student.is_dir() else ():
                if folder.name in self._assignments and folder.is_dir():
                    yield (student.name, folder.name), folder.path


def _entries(folder: str | Path) -> list[os.DirEntry[str]]:
    """Return what is in a folder; nothing where it is gone, or may not be read."""
    try:
        with os.scandir(folder) as entries:
            return list(entries)
    except OSError:
        return []


def _state(folder: str) -> _State:
    """Return what tells whether anything in a folder or below it has changed; empty: there is no file."""
    files, folders = [], [folder]
    while folders:
        for entry in _entries(folders.pop()):
            if entry.is_dir(follow_symlinks=False):
                folders.append(entry.path)
                continue
            with contextlib.suppress(OSError):  # it is being replaced: the next look sees what came
                status = entry.stat(follow_symlinks=False)
                files.append((entry.path, status.st_ino, status.st_size, status.st_ctime_ns))
    return tuple(sorted(files))
