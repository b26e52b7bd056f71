"""Reading files that somebody else wrote, and writing files that others read meanwhile.

In: a path. Out: a regular file's bytes, never those behind a link or from a pipe; a file that at any moment is the old
one or the new one. It does NOT know what the files are.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import stat
from collections.abc import Mapping, Sequence
from pathlib import Path

__all__ = ["read_regular", "renew_folder", "write_atomically"]


def read_regular(path: Path, *, most: int, folder: int | None = None) -> bytes | None:
    """Return the bytes of a file, None if there is none or if it is a link or no regular file.

    Of a file of more than `most` bytes one more is read: who reads it sees that it is too large. `folder`: an open
    folder in which the path lies, whatever others meanwhile put into that folder's place.
    """
    try:
        descriptor = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC, dir_fd=folder)
    except OSError:
        return None
    if not stat.S_ISREG(os.fstat(descriptor).st_mode):  # a folder cannot even be wrapped in a file object
        os.close(descriptor)
        return None
    with os.fdopen(descriptor, "rb") as file:
        return file.read(most + 1)


def write_atomically(
    path: Path, data: bytes, *, mode: int | None = None, part: Path | None = None, sync: bool = True
) -> None:
    """Write a file in one step: at any moment there is the old one or the new one, whoever is killed.

    `mode`: the new file's permissions; None: the usual ones. `part`: the file, in the same folder, that is written
    first; None: .NAME.part, and what a killed process left there is taken away. Where several may write the same file
    at a time, each needs a name of its own. `sync`: whether the new file also survives a power cut.
    """
    if part is None:
        part = path.with_name(f".{path.name}.part")
    try:
        part.unlink(missing_ok=True)
        with part.open("xb") as file:
            file.write(data)
            file.flush()
            if sync:
                os.fsync(file.fileno())
        if mode is not None:
            part.chmod(mode)
        part.replace(path)
    except BaseException:
        with contextlib.suppress(OSError):
            part.unlink()
        raise


def renew_folder(target: Path, files: Mapping[str, bytes], *, keep: Sequence[str] = ()) -> None:
    """Empty `target` but for the files in `keep`, and write these files, {relative path: bytes}, into it."""
    target.mkdir(parents=True, exist_ok=True)
    for entry in target.iterdir():
        if entry.is_dir() and not entry.is_symlink():
            shutil.rmtree(entry)
        elif entry.name not in keep:
            entry.unlink()
    for name, data in files.items():
        path = target / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
