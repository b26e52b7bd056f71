"""A course folder: where its assignments, submissions and secret lie.

In: a folder (or one below it). Out: paths, source notebooks, submitted files. Reads only; the
one thing it writes is the course's secret and the cache folder, `.autograder/`, on first use.
"""

from __future__ import annotations

import hashlib
import os
import secrets
import stat
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from autograder.errors import CourseError
from autograder.files import read_regular
from autograder.notebook import MAX_FILE, Notebook, read_source, require_listed

__all__ = ["Course", "Submitted", "find_course", "handed_in"]


@dataclass(frozen=True, slots=True)
class Submitted:
    """One notebook that one student should have handed in."""

    student: str
    assignment: str
    notebook: str  # name without suffix
    path: Path  # may not exist
    note: str = ""  # what is to be said of it: another name, a link

    def read(self) -> bytes | None:
        """Return the file's bytes, None if there is none or it is no regular file; OSError where reading fails.

        Of a file that is larger than a submission may be, one byte more than that.
        """
        return read_regular(self.path, most=MAX_FILE)


@dataclass(frozen=True, slots=True)
class Course:
    """The folder that holds source/, release/, solutions/ and nbgrader's run-time folders."""

    root: Path

    def folder(self, kind: str) -> Path:
        """Return one of nbgrader's folders: source, release, solutions, submitted, autograded, feedback."""
        return self.root / kind

    @property
    def private(self) -> Path:
        """The grader's own folder: secret and caches; made with mode 0700."""
        folder = self.root / ".autograder"
        folder.mkdir(mode=0o700, exist_ok=True)
        return folder

    def assignments(self) -> list[str]:
        """Return the names of all assignments that have a source notebook, sorted."""
        folders = [path for path in self.folder("source").glob("*") if not path.name.startswith(".")]
        return sorted(path.name for path in folders if _sources(path))

    def select(self, names: Sequence[str]) -> list[str]:
        """Return the named assignments, or all.

        Raises:
            CourseError: one is unknown (what there is, is named), or has a second notebook.
        """
        assignments = self.assignments()
        if not assignments:
            raise CourseError(
                f"{self.folder('source')}: no exercises (NN-unit/unit.ipynb). `autograder new NN-unit` makes one."
            )
        for name in names:
            if name not in assignments:
                listing = ", ".join(assignments)
                raise CourseError(f"no assignment '{name}' in {self.folder('source')}; there are: {listing}")
        chosen = list(names) or assignments
        for name in chosen:
            self.source(name)
        return chosen

    def source(self, assignment: str) -> Path:
        """Return the path of an assignment's source notebook; CourseError unless there is exactly one."""
        folder = self.folder("source") / assignment
        notebooks = _sources(folder)
        if len(notebooks) != 1:
            listing = ", ".join(path.name for path in notebooks)
            raise CourseError(
                f"{folder}: {len(notebooks)} notebooks ({listing}). An assignment is one notebook: keep it, and move "
                "what is no exercise out of source/, another exercise into a folder of its own."
                if notebooks
                else f"{folder}: no notebook"
            )
        return notebooks[0]

    def notebooks(self, assignment: str) -> list[Notebook]:
        """Return an assignment's source notebook, read: a list of one.

        Raises:
            CourseError: there is a second notebook, or none.
            NotebookError: it is not well formed, or a file beside it is not listed in it, or a listed one missing.
        """
        notebook = read_source(self.source(assignment), assignment)
        require_listed(notebook)
        return [notebook]

    def submitted(self, assignment: str, student: str | None = None) -> Iterator[Submitted]:
        """Yield what should be there for each student who handed in anything for this assignment."""
        name = self.source(assignment).stem
        for folder in sorted(self.folder("submitted").glob(f"*/{assignment}")):
            if folder.is_dir() and student in (None, folder.parent.name):
                path, note = handed_in(folder, name)
                yield Submitted(folder.parent.name, assignment, name, path, note)

    def unknown(self) -> list[Path]:
        """Return what lies in submitted/ where nothing is looked for: wrong folders, files beside folders."""
        names = {"", *self.assignments()}
        paths = [path for path in self.folder("submitted").glob("*/*") if not path.name.startswith(".")]
        return sorted(path for path in paths if path.name not in names or not path.is_dir())

    def secret(self) -> bytes:
        """Return the course's secret (32 bytes), made on first use. Delete the file to rotate it."""
        path = self.private / "secret"
        if not path.exists() or not path.stat().st_size:
            _make_secret(path)
        secret = path.read_bytes()
        if len(secret) < 32:
            raise CourseError(
                f"{path}: the course's secret is damaged ({len(secret)} bytes); delete it to make a new one"
            )
        return secret

    def seed_id(self) -> str:
        """Return a name of the secret that tells nothing about it."""
        return hashlib.sha256(b"seed id" + self.secret()).hexdigest()[:12]


def _make_secret(path: Path) -> None:
    """Write 32 random bytes unless they are there: once, whoever else does so, whenever this process is killed."""
    import fcntl

    with os.fdopen(os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600), "r+b") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        if not file.read(1):
            file.write(secrets.token_bytes(32))
            file.flush()
            os.fsync(file.fileno())


def _sources(folder: Path) -> list[Path]:
    """Return the notebooks of a folder in source/; hidden ones (._unit.ipynb, of a Mac's archive) are none."""
    return sorted(path for path in folder.glob("*.ipynb") if not path.name.startswith("."))


def handed_in(folder: Path, name: str) -> tuple[Path, str]:
    """Return the file that counts as an assignment's notebook, and a sentence about it ("": nothing to say).

    That is NAME.ipynb; where there is none, the only other notebook in the folder or below it.
    """
    path = folder / f"{name}.ipynb"
    other_notebooks = [other for other in _notebooks(folder) if other != path]
    listed = ", ".join(f"'{other.relative_to(folder)}'" for other in other_notebooks[:5])
    if path.is_symlink():
        return path, f"{path.name} is a link. Links are not followed: hand in the file itself."
    if path.exists() and not path.is_file():
        return path, f"{path.name} is no file: hand in the notebook itself."
    if path.is_file():
        if not os.access(path, os.R_OK):
            return path, f"{path.name} could not be opened: it has no permission to be read."
        return path, f"Only {path.name} was graded, not {listed}." if other_notebooks else ""
    if len(other_notebooks) == 1:
        return other_notebooks[0], f"There was no {path.name}; {listed} was graded in its place."
    if other_notebooks:
        message = (
            f"No file {path.name} was handed in, and which of these is it: {listed}? Rename it and submit it again."
        )
        return path, message
    return path, f"No file {path.name} was handed in."


def _notebooks(folder: Path) -> list[Path]:
    """Return the notebooks in a folder and below it, links and hidden folders left out."""
    paths = []
    for parent, folders, files in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith((".", "__"))]
        paths += [Path(parent, name) for name in files if name.lower().endswith(".ipynb") and not name.startswith(".")]
    return sorted(path for path in paths if _is_regular(path))


def _is_regular(path: Path) -> bool:
    try:
        return stat.S_ISREG(path.lstat().st_mode)
    except OSError:  # a path that is longer than the kernel takes
        return False


def find_course(start: Path) -> Course:
    """Return the course that `start` lies in: the nearest folder upwards with nbgrader_config.py."""
    for folder in (start, *start.parents):
        if (folder / "nbgrader_config.py").is_file():
            return Course(folder)
    raise CourseError(
        f"{start}: not inside a course, which is a folder with nbgrader_config.py and source/. "
        "`autograder init DIR` makes one."
    )
