"""Where the exercise's file lies: beside the notebook, wherever a student works.

In: the working folder now and at the start, what the front end says of the notebook's own folder, the environment.
Out: candidates, the likeliest first, and of these the one that has the check that was asked for. It is looked for at
every check, so a `%cd`, or a file that came later, does no harm; it is read anew only where another file, or another
version of it, is found.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from autograder.errors import ExpectedValuesError
from autograder.judge.expected import FILE_NAME, ExpectedValues, read_expected
from autograder.student.table import running_shell

__all__ = ["Beside"]

VARIABLE = "AUTOGRADER_EXPECTED"
_ABOVE = 4  # folders above the working one that may be the course's root
_Stamp = tuple[Path, int, int]


class Beside:
    """The exercise's file of one session."""

    def __init__(self, folder: Path) -> None:
        """Look in `folder` first, the working folder at the start."""
        self._start = folder
        self._read: dict[_Stamp, ExpectedValues | ExpectedValuesError] = {}

    def find(self, name: str | None = None) -> ExpectedValues:
        """Return the exercise: the one with a check of this name, else the likeliest.

        Raises:
            ExpectedValuesError: there is no file, or none that can be read; where it was looked for.
        """
        readable: list[ExpectedValues] = []
        problems: list[ExpectedValuesError] = []
        looked: list[Path] = []
        for path in self._near(looked):
            file = self._load(path)
            if isinstance(file, ExpectedValuesError):
                problems.append(file)
            elif name is None or name in file.checks:
                return file
            else:
                readable.append(file)
        around = [expected for path in _in_course(looked) if isinstance(expected := self._load(path), ExpectedValues)]
        fitting = [file for file in around if name is None or name in file.checks]
        if name is not None and fitting:
            return fitting[0]
        if readable or len(fitting) == 1:
            return [*readable, *fitting][0]
        if problems:
            raise problems[0]
        folders = "".join(f"\n  {folder}" for folder in dict.fromkeys(looked[:6]))
        raise ExpectedValuesError(
            f"{FILE_NAME} was not found, so there is nothing to compare with. It comes with the exercise and belongs "
            f"into the notebook's own folder; or name it: %env {VARIABLE}=/path/to/{FILE_NAME}. Looked in:{folders}"
        )

    def _near(self, looked: list[Path]) -> Iterator[Path]:
        """Give the files that are named or lie beside the notebook, the likeliest first; `looked` collects folders."""
        variable = os.environ.get(VARIABLE)
        if variable:
            path = Path(variable).expanduser()
            looked.append(path)
            yield from _there(path / FILE_NAME if path.is_dir() else path)
        for folder in dict.fromkeys(path for path in (*_notebooks_folders(), self._start, _here()) if path is not None):
            looked.append(folder)
            yield from _there(folder / FILE_NAME)
            yield from _there(folder.parent.parent / "release" / folder.name / FILE_NAME)  # an author's, in source/

    def _load(self, path: Path) -> ExpectedValues | ExpectedValuesError:
        about = path.stat()
        stamp = (path, about.st_mtime_ns, about.st_size)
        if stamp not in self._read:
            try:
                self._read[stamp] = read_expected(path)
            except ExpectedValuesError as error:
                self._read[stamp] = error
        return self._read[stamp]


def _in_course(looked: list[Path]) -> Iterator[Path]:
    """Give the files of a course's exercises, from a folder within it."""
    for root in _roots():
        looked.append(root)
        for pattern in (f"release/*/{FILE_NAME}", f"*/{FILE_NAME}"):
            yield from sorted(root.glob(pattern))


def _there(path: Path) -> Iterator[Path]:
    try:
        if path.is_file():
            yield path.resolve()
    except OSError:  # a folder that may not be looked into
        return


def _here() -> Path | None:
    try:
        return Path.cwd()
    except OSError:  # the working folder was deleted
        return None


def _notebooks_folders() -> Iterator[Path]:
    """Give the notebook's own folder as JupyterLab (an environment variable) and VS Code (a variable) tell it."""
    shell = running_shell()
    paths = (shell.user_ns.get("__vsc_ipynb_file__") if shell is not None else None, os.environ.get("JPY_SESSION_NAME"))
    for path in paths:
        if isinstance(path, str) and path.endswith(".ipynb"):
            yield Path(path).expanduser().absolute().parent


def _roots() -> Iterator[Path]:
    """Give the working folder, and those above it that are a course's root or hold several exercises."""
    folder_here = _here()
    if folder_here is None:
        return
    yield folder_here
    for folder in list(folder_here.parents)[:_ABOVE]:
        if (folder / "release").is_dir() or (folder / "nbgrader_config.py").is_file():
            yield folder
