"""Submitted files -> the files beside an autograded notebook; links and special files never come along.

In: a student's folder and the exercise's own. Out: copies. A link in a submission could point at any
file of the grader's; nbgrader would copy what it points at, and hand it back with the feedback.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import stat
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from nbgrader.utils import is_ignored

__all__ = ["drop_copies_of_links", "other_files", "renew_folder", "replace_links", "write_whole"]

_LINK_NOTE = "Here was a link. Links in a submission are not followed.\n"


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


def other_files(folder: Path, ignore: Sequence[str]) -> Iterator[Path]:
    """Yield the regular files of a folder that are no notebooks, as nbgrader's converters find them."""
    for place, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not is_ignored(str(Path(place, name)), ignore))
        for name in sorted(names):
            path = Path(place, name)
            regular = stat.S_ISREG(path.lstat().st_mode)
            if regular and path.suffix != ".ipynb" and not is_ignored(str(path), ignore):
                yield path


def renew_folder(target: Path, folders: Sequence[Path], *, ignore: Sequence[str], keep: Sequence[str]) -> None:
    """Empty `target` but for the files in `keep`; copy the other files of `folders`, the last one wins.

    A student's file that is in the way of the author's, or of a notebook, or cannot be read, is left out.
    """
    target.mkdir(parents=True, exist_ok=True)
    for entry in target.iterdir():
        if entry.is_dir() and not entry.is_symlink():
            shutil.rmtree(entry)
        elif entry.name not in keep:
            entry.unlink()
    for folder in reversed(folders):
        for path in (*other_files(folder, ignore), *_links(folder)):
            name = path.relative_to(folder)
            if name.suffix != ".ipynb" and name.parts[0] not in keep:
                with contextlib.suppress(FileExistsError, NotADirectoryError, IsADirectoryError, PermissionError):
                    _copy(path, target / name)


def _copy(path: Path, copy: Path) -> None:
    copy.parent.mkdir(parents=True, exist_ok=True)
    if path.is_symlink():
        with copy.open("x", encoding="utf-8") as note:
            note.write(_LINK_NOTE)
    elif not copy.exists():
        shutil.copyfile(path, copy, follow_symlinks=False)


def _links(folder: Path) -> Iterator[Path]:
    for place, folders, names in os.walk(folder):
        for name in [*folders, *names]:
            path = Path(place, name)
            if path.is_symlink():
                yield path


def replace_links(*, notebooks: Sequence[str], **_: Any) -> None:
    """Put a note in the place of every link of one submission: nbgrader's hook before it copies files."""
    for folder in {Path(notebook).parent for notebook in notebooks}:
        for link in list(_links(folder)):
            link.unlink()
            link.write_text(_LINK_NOTE, encoding="utf-8")


def drop_copies_of_links(submitted: Path, autograded: Path) -> None:
    """Remove what was copied through links all the same: an error in nbgrader's hook is only logged."""
    for link in _links(submitted):
        copy = autograded / link.relative_to(submitted)
        if copy.is_file() and copy.suffix != ".ipynb":
            copy.unlink()
