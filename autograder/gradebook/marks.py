"""nbgrader's gradebook -> what it holds of one submitted notebook: the grade, its cells' grades, a person's comments.

In: an open gradebook and who handed in what. Out: `Marks`. Does NOT change rows.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from nbgrader.api import (
    Assignment,
    BaseCell,
    Comment,
    Grade,
    Gradebook,
    Notebook,
    Student,
    SubmittedAssignment,
    SubmittedNotebook,
)

from autograder.errors import CourseError
from autograder.gradebook.database import grades
from autograder.gradebook.entries import entries, with_grade
from autograder.report import Entry

__all__ = ["Marks", "marks_of"]


@dataclass(frozen=True, slots=True)
class Marks:
    """What a gradebook holds of one submitted notebook. `cells`, `points` and `comments` are by the cells' names."""

    name: str  # the student's, else the id
    handed_in: datetime | None  # UTC, without a zone
    entry: Entry
    cells: Mapping[str, Entry]
    points: Mapping[str, float]  # to win
    comments: Mapping[str, str]  # a person's


def marks_of(book: Gradebook, student: str, assignment: str, notebook: str) -> Marks:
    """Return what is entered for one notebook; CourseError if nothing is."""
    submitted = (
        SubmittedAssignment.student_id == student, Assignment.name == assignment, Notebook.name == notebook
    )  # fmt: skip
    person = (
        book.db.query(Student.first_name, Student.last_name, SubmittedAssignment.timestamp)
        .select_from(SubmittedNotebook)
        .join(Notebook, SubmittedNotebook.notebook_id == Notebook.id)
        .join(SubmittedAssignment, SubmittedNotebook.assignment_id == SubmittedAssignment.id)
        .join(Assignment, SubmittedAssignment.assignment_id == Assignment.id)
        .join(Student, SubmittedAssignment.student_id == Student.id)
        .filter(*submitted)
        .one_or_none()
    )
    if person is None:
        raise CourseError(f"{student} {assignment}/{notebook}: not in the gradebook. Run `autograder grade`.")
    first_name, last_name, handed_in = person
    cells: dict[str, Entry] = {}
    points: dict[str, float] = {}
    graded = grades(
        book, BaseCell.name, Grade.max_score,
        Grade.auto_score, Grade.manual_score, Grade.extra_credit, Grade.needs_manual_grade,
    ).filter(*submitted)  # fmt: skip
    for cell, most, auto, manual, extra, to_review in graded:
        cells[cell] = with_grade(Entry(student, assignment), auto, manual, extra, to_review=to_review)
        points[cell] = float(most or 0.0)
    comments = (
        book.db.query(BaseCell.name, Comment.manual_comment)
        .select_from(Comment)
        .join(BaseCell, Comment.cell_id == BaseCell.id)
        .join(SubmittedNotebook, Comment.notebook_id == SubmittedNotebook.id)
        .join(Notebook, SubmittedNotebook.notebook_id == Notebook.id)
        .join(SubmittedAssignment, SubmittedNotebook.assignment_id == SubmittedAssignment.id)
        .join(Assignment, SubmittedAssignment.assignment_id == Assignment.id)
        .filter(*submitted)
        .filter(Comment.manual_comment.is_not(None))
    )
    return Marks(
        name=" ".join(filter(None, (first_name, last_name))) or student,
        handed_in=handed_in,
        entry=entries(book, {student}, {assignment}).get((student, assignment), Entry(student, assignment)),
        cells=cells,
        points=points,
        comments={cell: comment for cell, comment in comments if comment.strip()},
    )
