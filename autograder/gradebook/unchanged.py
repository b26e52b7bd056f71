"""Which submissions need not be graded again: nothing that their grade depends on has changed since.

In: what was handed in, and how it would be graded now. Out: the reports of those whose autograded notebook
and rows are still what such a grading would make. What is found says nothing of due dates and penalties:
whoever changes those grades again by force.
"""

from __future__ import annotations

import functools
import hashlib
import json
import os
import stat
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from nbgrader.api import Assignment, BaseCell, Grade, SubmittedAssignment
from nbgrader.api import Notebook as NotebookRow

import autograder
import course_data
from autograder.course import Course, Submitted
from autograder.errors import GraderError
from autograder.grade import versions
from autograder.gradebook.configuration import course_directory, load_config
from autograder.gradebook.database import grades, open_gradebook
from autograder.gradebook.rows import handed_in_at
from autograder.model import Level, Report
from autograder.report import from_json

__all__ = ["Conditions", "made_from", "made_from_source", "unchanged"]

_LARGE = 2**22  # bytes: a file beyond this is known by its size and time
_Key = tuple[str, str, str]  # student, assignment, notebook


@dataclass(frozen=True, slots=True)
class Conditions:
    """How a submission would be graded now; None: on whichever device, at whichever level that isolates."""

    seed_id: str
    device: str | None
    level: Level | None


def made_from(folder: Path) -> str:
    """Return a hash of all files in a folder; of notebooks only the names, whose content has hashes of its own."""
    found = hashlib.sha256()
    for place, names, files in os.walk(folder):
        names.sort()
        for name in sorted(files):
            path = Path(place, name)
            found.update(f"{path.relative_to(folder)}\0{_content(path)}\0".encode("utf-8", "surrogateescape"))
    return found.hexdigest()


def made_from_source(course: Course, assignment: str) -> list[str]:
    """Return hashes of what grading an assignment depends on, but for the notebook itself: its files, our own code."""
    return [made_from(course.folder("source") / assignment), _own_code()]


@functools.cache
def _own_code() -> str:
    """Return a hash of the packages that grade: a version number says nothing of a checkout that is worked on."""
    found = hashlib.sha256()
    for package in (autograder, course_data):
        for path in sorted(Path(package.__path__[0]).rglob("*")):
            if path.is_file() and "__pycache__" not in path.parts:
                found.update(path.read_bytes())
    return found.hexdigest()


def _content(path: Path) -> str:
    try:
        return _known_by(path, path.lstat())
    except OSError as error:
        return f"unreadable {error.errno}"


def _known_by(path: Path, about: os.stat_result) -> str:
    if path.suffix == ".ipynb" or not stat.S_ISREG(about.st_mode):
        return str(stat.S_IFMT(about.st_mode))
    if about.st_size > _LARGE:
        return f"{about.st_size} {about.st_mtime_ns}"
    return hashlib.sha256(path.read_bytes()).hexdigest()


def unchanged(
    course: Course, submitted: Sequence[Submitted], conditions: Conditions, *, read: Callable[[Path], bytes | None]
) -> dict[Submitted, Report]:
    """Return the reports of those that are as they were; `read` gives a file's bytes, None if there is none."""
    graded = [one for one in submitted if _autograded(course, one).is_file()]
    if not graded:
        return {}
    rows = _rows(course, {one.assignment for one in graded})
    found = {}
    for name in dict.fromkeys(one.assignment for one in graded):
        try:
            sources = {notebook.name: notebook.sha256 for notebook in course.notebooks(name)}
        except GraderError:  # said where it is graded
            continue
        behind = made_from_source(course, name)
        for one in (one for one in graded if one.assignment == name):
            report = _report(course, one, behind)
            if report is not None and _same(report, sources[one.notebook], read(one.path), conditions):
                row = rows.get((one.student, one.assignment, one.notebook))
                if row is not None and row.agrees(report, handed_in_at(_submitted(course, one))):
                    found[one] = report
    return found


@dataclass(slots=True)
class _Row:
    """What the gradebook says of a submitted notebook."""

    handed_in: datetime | None
    scores: dict[str, float | None] = field(default_factory=dict)  # the automatic ones, by check cell

    def agrees(self, report: Report, handed_in: datetime | None) -> bool:
        """Tell whether this is what the report, and the folder's timestamp, would make it."""
        return handed_in in (None, self.handed_in) and all(
            self.scores.get(cell.cell_id) == cell.score for cell in report.cells
        )


def _autograded(course: Course, one: Submitted) -> Path:
    return course.folder("autograded") / one.student / one.assignment / f"{one.notebook}.ipynb"


def _submitted(course: Course, one: Submitted) -> Path:
    return course.folder("submitted") / one.student / one.assignment


def _report(course: Course, one: Submitted, behind: list[str]) -> Report | None:
    """Return the report in an autograded notebook that was made from the files that are there now."""
    try:
        kept = json.loads(_autograded(course, one).read_text("utf-8"))["metadata"]["autograder"]
        now = [made_from(_submitted(course, one)), *behind]
        return from_json(kept["report"]) if kept["made_from"] == now else None
    except (OSError, ValueError, LookupError, TypeError, AttributeError, GraderError):  # others', damaged, old
        return None


def _same(report: Report, source_sha256: str, data: bytes | None, conditions: Conditions) -> bool:
    evidence = report.evidence
    return (
        evidence.submission_sha256 == ("" if data is None else hashlib.sha256(data).hexdigest())
        and evidence.source_sha256 == source_sha256
        and evidence.versions == versions()
        and evidence.seed_id == conditions.seed_id
        and conditions.device in (None, evidence.device)
        and evidence.isolation in ((Level.STRONG, Level.ADEQUATE) if conditions.level is None else (conditions.level,))
    )


def _rows(course: Course, assignments: set[str]) -> dict[_Key, _Row]:
    """Return what the gradebook has of each submitted notebook."""
    found: dict[_Key, _Row] = {}
    with open_gradebook(course_directory(load_config(course))) as book:
        rows = grades(
            book, SubmittedAssignment.student_id, SubmittedAssignment.timestamp, Assignment.name, NotebookRow.name,
            BaseCell.name, Grade.auto_score,
        ).filter(Assignment.name.in_(assignments))  # fmt: skip
        for student, stamp, assignment, notebook, cell, score in rows:
            found.setdefault((student, assignment, notebook), _Row(stamp)).scores[cell] = score
    return found
