"""What travels with a notebook: the files that its author lists, and nothing else.

In: a source notebook's metadata, and the folder it lies in. Out: the listed files' bytes, or a NotebookError
that names a listed file that is not there, or one that is there and not listed. Hidden files (.DS_Store,
._unit.ipynb, .ipynb_checkpoints) and __pycache__ are nobody's: they travel nowhere and are not named.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path, PurePath, PurePosixPath
from typing import Any

from autograder.errors import NotebookError
from autograder.notebook.cells import Notebook

__all__ = ["FILE_NAME", "files_beside", "find_expected", "is_nobodys", "listed_files", "require_listed"]

FILE_NAME = "expected.safetensors"  # what students compare with, beside the released notebook

_NAMED = 5  # files in one message


def listed_files(settings: Mapping[str, Any]) -> tuple[str, ...]:
    """Return metadata.autograder.files: relative paths with /; NotebookError if they are anything else."""
    names = settings.get("files", [])
    if not isinstance(names, list) or not all(isinstance(name, str) and _is_plain(name) for name in names):
        raise NotebookError(
            'metadata.autograder.files: a list of files in the notebook\'s folder or below it, ["names.txt", '
            '"data/small.csv"]; no patterns, no notebooks, no hidden files, nothing outside'
        )
    if len(set(names)) < len(names):
        raise NotebookError("metadata.autograder.files: a file is listed twice")
    return tuple(names)


def _is_plain(name: str) -> bool:
    path = PurePosixPath(name)
    return (
        bool(path.name)
        and path.as_posix() == name
        and not path.is_absolute()
        and path.suffix.lower() != ".ipynb"
        and not is_nobodys(path)
        and not set(name) & set("\\*?[]")
    )


def is_nobodys(path: PurePath) -> bool:
    """Tell whether a path relative to a source folder is left out: something in it is hidden, or made by Python."""
    return any(part.startswith(".") or part == "__pycache__" for part in path.parts)


def files_beside(notebook: Notebook) -> dict[str, bytes]:
    """Return the files that travel with a source notebook, {relative path: bytes}; NotebookError if one is missing."""
    if notebook.folder is None:
        return {}
    contents = {}
    for name in notebook.files:
        path = notebook.folder / name
        try:
            contents[name] = path.read_bytes()
        except OSError as error:
            raise NotebookError(
                f"{path}: cannot be read ({error.strerror}), and the notebook's metadata.autograder.files lists it. "
                "Put it there, or take it off the list."
            ) from error
    return contents


def require_listed(notebook: Notebook) -> None:
    """Raise NotebookError if a file lies beside a source notebook that it does not list: it would reach nobody."""
    if notebook.folder is None:
        return
    files_beside(notebook)
    known = {*notebook.files, f"{notebook.name}.ipynb"}
    below = (path.relative_to(notebook.folder) for path in sorted(notebook.folder.rglob("*")) if not path.is_dir())
    stray = [path.as_posix() for path in below if path.as_posix() not in known and not is_nobodys(path)]
    if stray:
        listing = ", ".join(stray[:_NAMED]) + (f" and {len(stray) - _NAMED} more" if len(stray) > _NAMED else "")
        raise NotebookError(
            f"{notebook.folder}: beside the notebook, but not listed in it: {listing}. What students and graded runs "
            f'need is listed in the metadata of {notebook.name}.ipynb, "autograder": {{"files": ["{stray[0]}"]}}; '
            "move all else out of source/."
        )


def find_expected(folder: Path) -> Path:
    """Return where the expected values of the notebook in this folder lie.

    Beside the notebook; for an author, who works in source/NN-unit or solutions/NN-unit, in
    release/NN-unit. The returned file may be missing.
    """
    released = folder.parent.parent / "release" / folder.name / FILE_NAME
    beside = folder / FILE_NAME
    return released if not beside.exists() and released.exists() else beside
