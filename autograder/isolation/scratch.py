"""A run's scratch folder where there is no private root: made and removed by the grader.

In: a folder, an owner. Out: the folder, its size, its end. Inside is what a student's code left:
any depth, any name, any permission; nothing is followed. It does NOT stop a run that writes too
much: its supervisor does, by `measure`.
"""

from __future__ import annotations

import contextlib
import fcntl
import itertools
import os
import secrets
import tempfile
from collections.abc import Iterator
from pathlib import Path

__all__ = ["hold", "make", "measure", "remove"]

_PREFIX = "autograder-run-"  # of the folder that holds all runs of one fork server

_MAX_DEPTH = 64  # a path that gets longer with every level takes time quadratic in the depth


def hold() -> tuple[Path, int]:
    """Make a folder for runs, held by the descriptor returned; remove those whose graders were killed.

    Who is killed together with the fork server leaves the folder, but not the kernel's lock on it.
    """
    for left in Path(tempfile.gettempdir()).glob(f"{_PREFIX}*"):
        with contextlib.suppress(OSError):
            _remove_if_left(left)
    while True:
        folder = Path(tempfile.mkdtemp(prefix=_PREFIX))
        with contextlib.suppress(FileNotFoundError):  # another one took it for a dead grader's, before the lock
            held = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
            fcntl.flock(held, fcntl.LOCK_SH)
            if folder.exists():
                return folder, held
            os.close(held)


def _remove_if_left(folder: Path) -> None:
    held = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW | os.O_CLOEXEC)
    try:
        if os.fstat(held).st_uid == os.geteuid():
            fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
            remove(folder)
    finally:
        os.close(held)


def make(folder: Path, owner: int | None) -> None:
    """Make a private folder, and give it to `owner` (None: keep it)."""
    folder.mkdir(mode=0o700)
    if owner is not None:
        os.chown(folder, owner, owner)


def measure(folder: str, max_files: int) -> tuple[int, int]:
    """Return (files and folders, bytes on disk).

    Where that can't be told (too many, nested too deep, a closed folder) there are `max_files` + 1.
    """
    files = size = 0
    waiting = [(folder, 0)]
    while waiting:
        path, depth = waiting.pop()
        try:
            with os.scandir(path) as entries:
                for entry in entries:
                    files += 1
                    size += entry.stat(follow_symlinks=False).st_blocks * 512
                    if entry.is_dir(follow_symlinks=False):
                        waiting.append((entry.path, depth + 1))
        except FileNotFoundError:  # removed meanwhile
            continue
        except OSError:
            return max_files + 1, size
        if files > max_files or depth > _MAX_DEPTH:
            return max_files + 1, size
    return files, size


def remove(folder: Path) -> None:
    """Remove the folder and everything in it; nothing may write there any more.

    Nested folders are moved up to the top first, so that no path and no recursion gets deep.
    """
    try:
        os.chmod(folder, 0o700)
    except FileNotFoundError:
        return
    prefix = secrets.token_hex(8)  # no name that a student can have taken
    numbers = itertools.count()
    top = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW | os.O_CLOEXEC)
    try:
        while names := os.listdir(top):
            for name in names:
                if not _unlinked(name, top):
                    _empty(name, top, (f"{prefix}-{n}" for n in numbers))
                    os.rmdir(name, dir_fd=top)
    finally:
        os.close(top)
    folder.rmdir()


def _unlinked(name: str, folder: int) -> bool:
    """Remove what is not a folder; open a folder's permissions and return False."""
    try:
        os.unlink(name, dir_fd=folder)
    except IsADirectoryError:
        os.chmod(name, 0o700, dir_fd=folder)
        return False
    return True


def _empty(name: str, top: int, free_names: Iterator[str]) -> None:
    """Empty a folder of the top folder, moving the folders in it up to the top."""
    inner = os.open(name, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW | os.O_CLOEXEC, dir_fd=top)
    try:
        for child in os.listdir(inner):
            if not _unlinked(child, inner):
                os.rename(child, next(free_names), src_dir_fd=inner, dst_dir_fd=top)
    finally:
        os.close(inner)
