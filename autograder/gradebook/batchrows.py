"""The rows of a batch of submissions in nbgrader's gradebook: read with a few queries, made where they are missing.

In: an open gradebook, the names of students and assignments. Out: `SubmittedNotebook` rows with their grades and
comments, as Gradebook.add_submission makes them one by one. Does NOT set scores, and does not commit.
"""

from __future__ import annotations

from nbgrader.api import Assignment, Comment, Grade, Gradebook, Student, SubmittedAssignment, SubmittedNotebook
from sqlalchemy.orm import selectinload

__all__ = ["BatchRows"]


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
