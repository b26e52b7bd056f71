"""Until when what is to be handed in: each assignment's due date in the gradebook, and the extensions of it.

In: a course. Out: the dates in UTC, as nbgrader's gradebook keeps them; or one of them set. It does NOT set
penalties: the next grading does.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from nbgrader.api import Assignment, SubmittedAssignment

from autograder.course import Course
from autograder.gradebook.configuration import course_directory, load_config
from autograder.gradebook.database import open_gradebook
from autograder.gradebook.extensions import read_extensions

__all__ = ["DueDates", "due_dates", "set_due_date"]


@dataclass(frozen=True, slots=True)
class DueDates:
    """Times in UTC, without a zone as in the gradebook."""

    of: dict[str, datetime | None]  # every assignment in source/ or in the gradebook
    extensions: dict[tuple[str, str], datetime]  # (student, assignment) -> until when
    from_file: bool  # whether these are those of extensions.csv, or what the gradebook has


def due_dates(course: Course) -> DueDates:
    """Return all due dates and extensions; CourseError if extensions.csv is not well formed."""
    with open_gradebook(course_directory(load_config(course))) as book:
        entered = dict(book.db.query(Assignment.name, Assignment.duedate).all())
        of = {name: entered.get(name) for name in sorted({*course.assignments(), *entered})}
        extensions = read_extensions(course, book)
        if extensions is not None:
            return DueDates(of, dict(extensions), from_file=True)
        granted = (
            book.db.query(
                SubmittedAssignment.student_id, Assignment.name, Assignment.duedate, SubmittedAssignment.extension
            )
            .join(Assignment, SubmittedAssignment.assignment_id == Assignment.id)
            .filter(SubmittedAssignment.extension.is_not(None), Assignment.duedate.is_not(None))
        )
        until = {(student, name): due + extension for student, name, due, extension in granted}
        return DueDates(of, until, from_file=False)


def set_due_date(course: Course, assignment: str, due: datetime | None) -> None:
    """Set an assignment's due date (UTC), or take it away; the gradebook need not know the assignment yet."""
    with open_gradebook(course_directory(load_config(course))) as book:
        book.update_or_create_assignment(assignment).duedate = due
        book.db.commit()
