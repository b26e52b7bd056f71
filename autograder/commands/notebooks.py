"""Which notebooks of a student's there are to check, and what the file beside each says of its exercise.

In: a file, a folder, the working folder. Out: the paths of notebooks that have their exercise's file beside them, and
the exercise's frame and checks as that file's head says them. Light: torch is not imported, for a list of checks and
a line for each notebook need no tensors.
"""

from __future__ import annotations

import json
import os
import struct
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from autograder.errors import CourseError
from autograder.notebook import FILE_NAME as EXPECTED
from autograder.notebook import Notebook, find_expected, from_frame

__all__ = ["EXPECTED", "Head", "exercise_folders", "find_notebooks", "find_values", "notebooks_of", "read_head"]

_LENGTH = struct.Struct("<Q")
_LARGEST = 100 * 2**20  # bytes of the file's head
_NOT_LOOKED_INTO = {"node_modules", "site-packages", "source", "solutions", "submitted", "autograded", "feedback"}
_DEEPEST = 6  # folders below the one that was asked for


@dataclass(frozen=True, slots=True)
class Head:
    """What the head of expected.safetensors says: the exercise, and its public checks in the notebook's order."""

    notebook: Notebook
    checks: tuple[tuple[str, str], ...]  # (name, id of its check cell)


def read_head(path: Path) -> Head | None:
    """Read the head of an exercise's file; None if it cannot be read: who checks with it then says why."""
    try:
        with path.open("rb") as file:
            (size,) = _LENGTH.unpack(file.read(_LENGTH.size))
            head: Any = json.loads(file.read(size)) if size <= _LARGEST else {}
        metadata = head["__metadata__"]
        notebook = from_frame(json.loads(metadata["frame"]))
        listed = [(check["name"], check["cell"]) for check in json.loads(metadata["checks"])]
    except (OSError, ValueError, KeyError, TypeError, struct.error):
        return None
    order = {cell.id: number for number, cell in enumerate(notebook.cells)}
    return Head(notebook, tuple(sorted(listed, key=lambda check: order.get(check[1], len(order)))))


def find_values(notebook: Path) -> Path:
    """Return where a notebook's exercise's file lies: beside it, or for an author in release/; it may be missing."""
    return find_expected(notebook.absolute().parent)


def find_notebooks(start: Path) -> list[Path]:
    """Return the notebooks to check in a folder: its own, else those of a course's release/, else all below it.

    Raises:
        CourseError: there is no such folder, or no exercise in it.
    """
    if not start.is_dir():
        raise CourseError(f"{start}: no such file or folder")
    folders = exercise_folders(start)
    notebooks = [path for folder in folders for path in notebooks_of(folder)]
    if not notebooks:
        raise CourseError(
            f"{start}: no exercise here, nor below. An exercise is a notebook with its {EXPECTED} beside it. "
            "Go to the folder that you were given, or name a notebook."
        )
    return notebooks


def exercise_folders(start: Path) -> list[Path]:
    """Return the folders that hold an exercise, sorted."""
    if (start / EXPECTED).is_file():
        return [start]
    if any(start.glob("*.ipynb")) and find_values(start / "any.ipynb").is_file():  # an author in source/NN-unit
        return [start]
    released = start / "release"
    below = list(_below(released if released.is_dir() else start))
    return sorted(below)


def notebooks_of(folder: Path) -> list[Path]:
    """Return the notebook of an exercise's folder: of the exercise's own name, else all that there are."""
    head = read_head(find_values(folder / "any.ipynb"))
    notebook = folder / f"{head.notebook.name}.ipynb" if head is not None else None
    if notebook is not None and notebook.is_file():
        return [notebook]
    return sorted(path for path in folder.glob("*.ipynb") if path.is_file() and not path.name.startswith("."))


def _below(start: Path) -> Iterator[Path]:
    """Yield the folders with an exercise's file; hidden folders and virtual environments are not looked into."""
    top = len(start.parts)
    for folder, folders, files in os.walk(start):
        if EXPECTED in files:
            yield Path(folder)
        deep = len(Path(folder).parts) - top
        stop = "pyvenv.cfg" in files or deep >= _DEEPEST
        folders[:] = [] if stop else sorted(name for name in folders if _is_looked_into(name))


def _is_looked_into(name: str) -> bool:
    return not name.startswith((".", "__")) and name not in _NOT_LOOKED_INTO
