"""Files as students hand them in, and as they lie beside an autograded notebook.

In: a student's folder; what is to lie in another one. Out: a regular file's bytes; files, each written in one step.
Of a student's folder only the notebook is read, and nothing is copied: a link could point at any file of the
grader's, a page could act in the browser of whoever looks through autograded/.
"""

from __future__ import annotations

import contextlib
import os
import shutil
from collections.abc import Mapping, Sequence
from pathlib import Path

__all__ = ["renew_folder", "write_whole"]


def write_whole(path: Path, text: str, *, mode: int | None = None) -> None:
    """Write a file in one step: at any moment there is the old one or the new one, whoever is killed.

    What a killed process leaves, .NAME.part, the next write of that file takes away. `mode`: the new
    file's permissions; None: the usual ones.
    """
    part = path.with_name(f".{path.name}.part")
    try:
        part.unlink(missing_ok=True)
        with part.open("x", encoding="utf-8") as file:
            file.write(text)
            file.flush()
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
