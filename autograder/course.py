"""A course folder: where its assignments, submissions and secret lie.

In: a folder (or one below it). Out: paths, source notebooks, submitted files. Reads only; the
one thing it writes is the course's secret and the cache folder, `.autograder/`, on first use.
"""

from __future__ import annotations

import hashlib
import os
import secrets
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from autograder.errors import CourseError
from autograder.notebook import Notebook, read_source

__all__ = ["Course", "Submitted", "find_course"]


@dataclass(frozen=True, slots=True)
class Submitted:
    """One notebook that one student should have handed in."""

    student: str
    assignment: str
    notebook: str  # name without suffix
    path: Path  # may not exist


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
        return sorted({path.parent.name for path in self.folder("source").glob("*/*.ipynb")})

    def select(self, names: Sequence[str]) -> list[str]:
        """Return the named assignments, or all; CourseError names the unknown one and what there is."""
        known = self.assignments()
        if not known:
            message = f"{self.folder('source')}: no exercises (source/NN-unit/unit.ipynb). See docs/authoring.md."
            raise CourseError(message)
        for name in names:
            if name not in known:
                message = f"no assignment '{name}' in {self.folder('source')}; there are: {', '.join(known)}"
                raise CourseError(message)
        return list(names) or known

    def notebooks(self, assignment: str) -> list[Notebook]:
        """Return an assignment's source notebooks, read; NotebookError if one is not well formed."""
        paths = sorted(self.folder("source").joinpath(assignment).glob("*.ipynb"))
        return [read_source(path, assignment) for path in paths]

    def submitted(self, assignment: str, student: str | None = None) -> Iterator[Submitted]:
        """Yield what should be there for each student who handed in anything for this assignment."""
        names = [path.stem for path in sorted(self.folder("source").joinpath(assignment).glob("*.ipynb"))]
        for folder in sorted(self.folder("submitted").glob(f"*/{assignment}")):
            if folder.is_dir() and student in (None, folder.parent.name):
                for name in names:
                    yield Submitted(folder.parent.name, assignment, name, folder / f"{name}.ipynb")

    def secret(self) -> bytes:
        """Return the course's secret (32 bytes), made on first use. Delete the file to rotate it."""
        path = self.private / "secret"
        try:
            descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        except FileExistsError:
            pass
        else:
            with os.fdopen(descriptor, "wb") as file:
                file.write(secrets.token_bytes(32))
        secret = path.read_bytes()
        if len(secret) < 32:
            message = f"{path}: the course's secret is damaged ({len(secret)} bytes); delete it to make a new one"
            raise CourseError(message)
        return secret

    def seed_id(self) -> str:
        """Return a name of the secret that tells nothing about it."""
        return hashlib.sha256(b"seed id" + self.secret()).hexdigest()[:12]


def find_course(start: Path) -> Course:
    """Return the course that `start` lies in: the nearest folder upwards with nbgrader_config.py."""
    for folder in (start, *start.parents):
        if (folder / "nbgrader_config.py").is_file():
            return Course(folder)
    message = f"{start}: not inside a course. A course is a folder with nbgrader_config.py and source/."
    raise CourseError(message)
