"""A student's notebook file, changed by us: read, and written back as the editor that wrote it would write it.

In: a path. Out: the notebook as JSON; after a change the same file with the same indentation, escapes and order of
keys, written whole or not at all. A file that has been saved by somebody else since it was read is not overwritten.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from autograder.errors import CourseError
from autograder.files import write_atomically

__all__ = ["NotebookFile", "open_notebook", "set_source", "write_whole"]

_FIRST_INDENT = re.compile(r"^[\[{]\r?\n([ \t]+)")
_ESCAPED = re.compile(r"\\u[0-9a-fA-F]{4}")


@dataclass(frozen=True)
class NotebookFile:
    """A file as it was read, and the notebook in it."""

    path: Path
    data: bytes
    raw: dict[str, Any]

    @property
    def cells(self) -> list[dict[str, Any]]:
        """Its cells, as JSON."""
        return [cell for cell in self.raw["cells"] if isinstance(cell, dict)]

    def save(self) -> None:
        """Write the notebook back; CourseError if the file has changed since, or cannot be written."""
        text = _in_style(self.raw, self.data.decode("utf-8"))
        try:
            if self.path.read_bytes() != self.data:
                raise CourseError(f"{self.path}: was saved by another program just now; nothing was changed, try again")
            write_whole(self.path, text.encode("utf-8"))
        except OSError as error:
            raise CourseError(f"{self.path}: cannot be written ({error.strerror})") from error


def open_notebook(path: Path) -> NotebookFile:
    """Read a notebook; CourseError if it is none that an editor of today has written."""
    try:
        data = path.read_bytes()
    except OSError as error:
        raise CourseError(f"{path}: cannot be read ({error.strerror})") from error
    try:
        raw = json.loads(data.decode("utf-8"))
    except (ValueError, RecursionError) as error:
        raise CourseError(f"{path}: no notebook that could be read as JSON ({' '.join(str(error).split())})") from error
    if not isinstance(raw, dict) or not isinstance(raw.get("cells"), list):
        raise CourseError(f"{path}: holds no cells. Open it in JupyterLab, save it, and try again.")
    return NotebookFile(path, data, raw)


def set_source(cell: dict[str, Any], text: str) -> None:
    """Give a cell another text, in the form that it has: one string, or a list of lines."""
    cell["source"] = text.splitlines(keepends=True) if isinstance(cell.get("source"), list) else text


def write_whole(path: Path, data: bytes) -> None:
    """Write a file whole or not at all; one that is there keeps its permissions."""
    write_atomically(path, data, mode=path.stat().st_mode & 0o777 if path.exists() else None)


def _in_style(raw: object, before: str) -> str:
    """Return JSON as the text `before` was written: its indent, its way with other alphabets, its line ends."""
    indent = _FIRST_INDENT.match(before)
    old = json.loads(before)
    text = json.dumps(
        raw,
        sort_keys=json.dumps(old) == json.dumps(old, sort_keys=True),  # as Jupyter writes them
        indent=indent[1] if indent is not None else None,
        ensure_ascii=before.isascii() and _ESCAPED.search(before) is not None,
        separators=(", " if '", "' in before else ",", ": " if '": ' in before else ":") if indent is None else None,
    )
    if before.endswith("\n"):
        text += "\n"
    return text.replace("\n", "\r\n") if "\r\n" in before else text
