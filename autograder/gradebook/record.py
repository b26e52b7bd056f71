"""Graded submissions -> gradebook and autograded/, without nbgrader's converters: our own fast path.

In: what the Grader gave, in any order. Out: the rows and files that `nbgrader autograde` makes of the
same submissions, one transaction for each batch. Rows and notebooks are filled by the same code as
there (rows.py, fill.py). It does NOT grade.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path

from nbformat import NotebookNode
from nbgrader.api import (
    Assignment,
    Comment,
    Grade,
    Gradebook,
    Student,
    SubmittedAssignment,
    SubmittedNotebook,
)
from nbgrader.converters import Autograde
from nbgrader.coursedir import CourseDirectory
from nbgrader.preprocessors import AssignLatePenalties
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import selectinload
from sqlalchemy.orm.exc import StaleDataError
from traitlets.config import Config

from autograder.course import Course
from autograder.grade import Graded
from autograder.gradebook.configuration import course_directory, load_config
from autograder.gradebook.database import open_gradebook, register
from autograder.gradebook.exercise import read_exercise
from autograder.gradebook.files import renew_folder, write_whole
from autograder.gradebook.fill import filled
from autograder.gradebook.rows import handed_in_at, set_rows
from autograder.gradebook.unchanged import made_from, made_from_source

__all__ = ["record"]

_BATCH = 50
_TRIES = 5  # of a transaction: nbgrader's own commands may make the same rows at the same time


def record(course: Course, graded: Iterable[Graded], *, progress: Callable[[Graded], None] | None = None) -> None:
    """Write all of them; `progress` is called for each one after its batch is safe in the gradebook.

    If `graded` ends with an error or is interrupted, what it gave before is written all the same.
    """
    recorder = _Recorder(course, load_config(course))
    waiting: list[Graded] = []

    def write() -> None:
        try:
            recorder.write(waiting)
        except Exception:
            waiting.clear()  # not tried once more below; after a Ctrl-C it is
            raise
        for one in waiting if progress is not None else ():
            progress(one)  # type: ignore[misc]  # not None: the line above
        waiting.clear()

    try:
        for one in graded:
            waiting.append(one)
            if len(waiting) == _BATCH:
                write()
    finally:
        if waiting:
            write()


@dataclass(slots=True)
class _Recorder:
    """One call of `record`: the settings, and what it has seen so far."""

    course: Course
    config: Config
    directory: CourseDirectory = field(init=False)
    permissions: int = field(init=False)
    penalties: AssignLatePenalties = field(init=False)
    exercises: dict[tuple[str, str], NotebookNode] = field(default_factory=dict)
    registered: set[str] = field(default_factory=set)
    renewed: set[tuple[str, str]] = field(default_factory=set)
    sources: dict[str, list[str]] = field(default_factory=dict)  # as they are before anything is graded

    def __post_init__(self) -> None:
        self.directory = course_directory(self.config)
        self.permissions = int(str(Autograde(coursedir=self.directory, config=self.config).permissions), 8)
        self.penalties = AssignLatePenalties(config=self.config)
        self.penalties.init_plugin()
        for name in self.course.assignments():
            self.sources[name] = made_from_source(self.course, name)

    def write(self, batch: list[Graded]) -> None:
        """Write the rows of a batch in one transaction, then its files, each in one step.

        In this order: a notebook that is there says that its submission need not be graded again.
        """
        self._write_all_rows(batch)
        for one in batch:
            self._write_notebook(one)

    def _write_all_rows(self, batch: list[Graded]) -> None:
        for left in reversed(range(_TRIES)):
            try:
                self._register({one.report.assignment for one in batch} - self.registered)
                self._write_rows(batch)
            except (IntegrityError, StaleDataError):
                if not left:
                    raise
            else:
                return

    def _register(self, new: set[str]) -> None:
        if new:
            register(self.course, self.directory, new)
            self.registered |= new

    def _write_rows(self, batch: list[Graded]) -> None:
        with open_gradebook(self.directory) as book, book.db.no_autoflush:
            rows = _Rows(book, {one.report.assignment for one in batch}, {one.report.student for one in batch})
            for one in batch:
                notebook = rows.notebook(one.report.student, one.report.assignment, one.report.notebook)
                submitted = self._folder("submitted", one.report.student, one.report.assignment)
                notebook.assignment.timestamp = handed_in_at(submitted) or notebook.assignment.timestamp
                set_rows(notebook, one)
                if one.run is not None:
                    self._set_penalty(book, notebook)
            book.db.commit()

    # -- files

    def _write_notebook(self, graded: Graded) -> None:
        report = graded.report
        target = self._folder("autograded", report.student, report.assignment)
        source = self.course.folder("source") / report.assignment
        submitted = self._folder("submitted", report.student, report.assignment)
        if (report.student, report.assignment) not in self.renewed:
            self.renewed.add((report.student, report.assignment))
            names = [f"{report.notebook}.ipynb"]
            renew_folder(target, [submitted, source], ignore=self.directory.ignore, keep=names)
            for path in target.rglob("*"):
                if path.is_file():
                    path.chmod(self.permissions)
        path = target / f"{report.notebook}.ipynb"
        nb = filled(self._exercise(report.assignment, report.notebook), graded)
        if graded.run is None or not graded.run.cut_short:  # one that was, is tried again next time
            nb.metadata["autograder"]["made_from"] = [made_from(submitted), *self.sources[report.assignment]]
        text = json.dumps(nb, ensure_ascii=False)  # with nbformat's indents it takes ten times as long
        write_whole(path, f"{text}\n", mode=self.permissions)

    def _folder(self, kind: str, student: str, assignment: str) -> Path:
        return Path(self.directory.format_path(kind, student, assignment))

    def _exercise(self, assignment: str, notebook: str) -> NotebookNode:
        key = (assignment, notebook)
        if key not in self.exercises:
            path = self.course.folder("source") / assignment / f"{notebook}.ipynb"
            self.exercises[key] = read_exercise(path)
        return self.exercises[key]

    # -- rows

    def _set_penalty(self, book: Gradebook, notebook: SubmittedNotebook) -> None:
        """Ask the course's late-penalty plugin, as nbgrader's AssignLatePenalties does."""
        notebook.late_submission_penalty = None
        late = notebook.assignment.total_seconds_late
        if late > 0:
            book.db.flush()
            book.db.refresh(notebook, ["score"])
            student = notebook.assignment.student_id
            penalty = self.penalties.plugin_inst.late_submission_penalty(student, notebook.score, late)
            if penalty is not None:
                notebook.late_submission_penalty = self.penalties._check_late_penalty(notebook, penalty)  # noqa: SLF001 - nbgrader's own clamp


class _Rows:
    """The rows of one batch: read with a few queries, made where they are missing."""

    def __init__(self, book: Gradebook, assignments: set[str], students: set[str]) -> None:
        self._db = book.db
        self._assignments = {
            row.name: row for row in self._db.query(Assignment).filter(Assignment.name.in_(assignments))
        }
        for assignment in self._assignments.values():
            for notebook in assignment.notebooks:
                notebook.grade_cells  # noqa: B018 - so that no grade asks for its cell one by one
        self._students = {row.id: row for row in self._db.query(Student).filter(Student.id.in_(students))}
        wanted = selectinload(SubmittedAssignment.notebooks)
        found = (
            self._db.query(SubmittedAssignment)
            .filter(SubmittedAssignment.student_id.in_(students))
            .filter(SubmittedAssignment.assignment_id.in_([row.id for row in self._assignments.values()]))
            .options(wanted.selectinload(SubmittedNotebook.grades), wanted.selectinload(SubmittedNotebook.comments))
        )
        self._submissions = {(row.student_id, row.assignment.name): row for row in found}

    def notebook(self, student: str, assignment: str, notebook: str) -> SubmittedNotebook:
        """Return the row of one submitted notebook."""
        key = (student, assignment)
        if key not in self._submissions:
            self._submissions[key] = self._submission(student, self._assignments[assignment])
        return next(row for row in self._submissions[key].notebooks if row.notebook.name == notebook)

    def _submission(self, student: str, assignment: Assignment) -> SubmittedAssignment:
        """Make the rows of a submission, as Gradebook.add_submission does."""
        if student not in self._students:
            self._students[student] = Student(id=student)
            self._db.add(self._students[student])
        submission = SubmittedAssignment(
            assignment=assignment,
            assignment_id=assignment.id,
            student=self._students[student],
            student_id=student,
        )
        for notebook in assignment.notebooks:
            made = SubmittedNotebook(notebook=notebook, assignment=submission)
            for cell in [*notebook.grade_cells, *notebook.task_cells]:
                Grade(cell=cell, notebook=made)
            for cell in [*notebook.solution_cells, *notebook.task_cells]:
                Comment(cell=cell, notebook=made)
        self._db.add(submission)
        return submission
