"""The rows of submissions in nbgrader's gradebook: read or made a batch at a time, then given scores and comments.

In: an open gradebook, the names of students and assignments; then a `GradingResult` for each. Out: `SubmittedNotebook`
rows with their grades and comments, as Gradebook.add_submission makes them one by one; the caller commits. Both ways
into the gradebook use this one. What a person graded stays.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

from nbgrader.api import (
    Assignment,
    Comment,
    Grade,
    Gradebook,
    GradeCell,
    Student,
    SubmittedAssignment,
    SubmittedNotebook,
    TaskCell,
)
from sqlalchemy.orm import selectinload

from autograder.errors import CourseError
from autograder.model import ManualResult

if TYPE_CHECKING:
    from autograder.grade import GradingResult

__all__ = ["BatchRows", "set_rows"]

_NO_RESPONSE = "No response."  # nbgrader's own words


class BatchRows:
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
        loaded = selectinload(SubmittedAssignment.notebooks)
        submissions = (
            self._db.query(SubmittedAssignment)
            .filter(SubmittedAssignment.student_id.in_(students))
            .filter(SubmittedAssignment.assignment_id.in_([row.id for row in self._assignments.values()]))
            .options(loaded.selectinload(SubmittedNotebook.grades), loaded.selectinload(SubmittedNotebook.comments))
        )
        self._submissions = {(row.student_id, row.assignment.name): row for row in submissions}

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
            submitted = SubmittedNotebook(notebook=notebook, assignment=submission)
            for cell in [*notebook.grade_cells, *notebook.task_cells]:
                Grade(cell=cell, notebook=submitted)
            for cell in [*notebook.solution_cells, *notebook.task_cells]:
                Comment(cell=cell, notebook=submitted)
        self._db.add(submission)
        return submission


def set_rows(notebook: SubmittedNotebook, graded: GradingResult, *, seen: Collection[str] = ()) -> None:
    """Set the scores from the report; CourseError if the gradebook knows other graded cells.

    `seen`: the manual cells whose answer is the one that is in autograded/: a person who has marked it need not look
    again.
    """
    report = graded.report
    _compare_cells(notebook, graded)
    scores = {cell.cell_id: cell.score for cell in report.cells}
    manual = {answer.cell_id: answer for answer in report.manual}
    for grade in notebook.grades:
        if grade.cell.name in scores:
            grade.auto_score = scores[grade.cell.name]
            # As nbgrader does: a person's score over an automatic one that is new is to be looked at.
            grade.needs_manual_grade = grade.manual_score is not None and graded.run is not None
        elif grade.cell.name in manual:
            _set_manual(grade, manual[grade.cell.name], handed_in=graded.run is not None, seen=seen)
    for comment in notebook.comments:
        blank = graded.run is not None and comment.cell.name in graded.submission.unanswered
        comment.auto_comment = _NO_RESPONSE if blank else None


def _set_manual(grade: Grade, answer: ManualResult, *, handed_in: bool, seen: Collection[str]) -> None:
    """Set what a person is to mark, as nbgrader does: what was not answered has 0, what stands below a task is read.

    Unlike nbgrader's, a person's score is to be looked at again only if the answer is another one.
    """
    is_blank = not answer.answered and not isinstance(grade.cell, TaskCell)
    grade.auto_score = 0.0 if is_blank or not handed_in else None
    if grade.manual_score is None:
        grade.needs_manual_grade = grade.auto_score is None
    elif answer.cell_id not in seen:
        grade.needs_manual_grade = handed_in


def _compare_cells(notebook: SubmittedNotebook, graded: GradingResult) -> None:
    report = graded.report
    points = {cell.cell_id: cell.points for cell in report.cells}
    points |= {answer.cell_id: answer.points for answer in report.manual}
    entered = {g.cell.name: g.cell.max_score for g in notebook.grades if isinstance(g.cell, GradeCell | TaskCell)}
    if points != entered:
        differ = sorted(name for name in points.keys() | entered.keys() if points.get(name) != entered.get(name))
        raise CourseError(
            f"{report.assignment}/{report.notebook}: the gradebook and source/ disagree on the graded cells "
            f"{', '.join(differ)}. Run `autograder build {report.assignment}`."
        )
