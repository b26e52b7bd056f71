"""Which submissions need not be graded again: nothing that their grade depends on has changed since.

In: what was handed in, and how it would be graded now. Out: the reports of those whose autograded notebook
and rows are still what such a grading would make. What is found says nothing of due dates and penalties:
whoever changes those grades again by force.
"""

from __future__ import annotations

import hashlib
import json
import os
import stat
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from nbgrader.api import Assignment, BaseCell, Grade, SubmittedAssignment, SubmittedNotebook
from nbgrader.api import Notebook as NotebookRow

from autograder.course import Course, Submitted
from autograder.errors import GraderError
from autograder.grade import versions
from autograder.gradebook.configuration import course_directory, load_config
from autograder.gradebook.database import open_gradebook
from autograder.model import Level, Report
from autograder.report import from_json

__all__ = ["Conditions", "made_from", "unchanged"]

_LARGE = 2**22  # bytes: a file beyond this is known by its size and time
_Key = tuple[str, str, str]  # student, assignment, notebook


@dataclass(frozen=True, slots=True)
class Conditions:
    """How a submission would be graded now; None: in whichever way."""

    seed_id: str
    device: str | None
    level: Level | None


def made_from(folders: Iterable[Path]) -> str:
    """Return a hash of all files in these folders; of notebooks only the names, whose content has hashes of its own."""
    found = hashlib.sha256()
    for folder in folders:
        for place, names, files in os.walk(folder):
            names.sort()
            for name in sorted(files):
                path = Path(place, name)
                found.update(f"{path.relative_to(folder)}\0{_content(path)}\0".encode("utf-8", "surrogateescape"))
        found.update(b"\0\0")
    return found.hexdigest()


def _content(path: Path) -> str:
    about = path.lstat()
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
    rows = _scores(course, {one.assignment for one in graded})
    found = {}
    for name in dict.fromkeys(one.assignment for one in graded):
        try:
            sources = {notebook.name: notebook.sha256 for notebook in course.notebooks(name)}
        except GraderError:  # said where it is graded
            continue
        for one in (one for one in graded if one.assignment == name):
            report = _report(course, one)
            if report is not None and _same(report, sources[one.notebook], read(one.path), conditions):
                row = rows.get((one.student, one.assignment, one.notebook), {})
                if all(row.get(cell.cell_id) == cell.score for cell in report.cells):
                    found[one] = report
    return found


def _autograded(course: Course, one: Submitted) -> Path:
    return course.folder("autograded") / one.student / one.assignment / f"{one.notebook}.ipynb"


def _report(course: Course, one: Submitted) -> Report | None:
    """Return the report in an autograded notebook that was made from the files that are there now."""
    try:
        kept = json.loads(_autograded(course, one).read_text("utf-8"))["metadata"]["autograder"]
        folders = (course.folder(kind) / place / one.assignment
                   for kind, place in (("submitted", one.student), ("source", "")))  # fmt: skip
        return from_json(kept["report"]) if kept["made_from"] == made_from(folders) else None
    except (OSError, ValueError, LookupError, TypeError, AttributeError):  # written by others, or damaged
        return None


def _same(report: Report, source_sha256: str, data: bytes | None, conditions: Conditions) -> bool:
    evidence = report.evidence
    return (
        evidence.submission_sha256 == ("" if data is None else hashlib.sha256(data).hexdigest())
        and evidence.source_sha256 == source_sha256
        and evidence.versions == versions()
        and evidence.seed_id == conditions.seed_id
        and conditions.device in (None, evidence.device)
        and conditions.level in (None, evidence.isolation)
    )


def _scores(course: Course, assignments: set[str]) -> dict[_Key, dict[str, float | None]]:
    """Return {submitted notebook: {check cell: automatic score}} as the gradebook has them."""
    found: dict[_Key, dict[str, float | None]] = {}
    with open_gradebook(course_directory(load_config(course))) as book:
        rows = (
            book.db.query(
                SubmittedAssignment.student_id, Assignment.name, NotebookRow.name, BaseCell.name, Grade.auto_score
            )
            .select_from(Grade)
            .join(BaseCell, Grade.cell_id == BaseCell.id)
            .join(SubmittedNotebook, Grade.notebook_id == SubmittedNotebook.id)
            .join(NotebookRow, SubmittedNotebook.notebook_id == NotebookRow.id)
            .join(SubmittedAssignment, SubmittedNotebook.assignment_id == SubmittedAssignment.id)
            .join(Assignment, SubmittedAssignment.assignment_id == Assignment.id)
            .filter(Assignment.name.in_(assignments))
        )
        for student, assignment, notebook, cell, score in rows:
            found.setdefault((student, assignment, notebook), {})[cell] = score
    return found
