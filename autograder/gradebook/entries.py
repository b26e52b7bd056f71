"""nbgrader's gradebook -> what it holds of the class: the scores that every face shows.

In: an open gradebook, or a course, with its roster. Out: autograder.report's `Grades`: manual scores, extra credit,
late penalties included. The sums are nbgrader's own (`Grade.score`, `late_submission_penalty`). Does NOT change rows.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from datetime import timedelta

from nbgrader.api import Assignment, Grade, Gradebook, Student, SubmittedAssignment, SubmittedNotebook

from autograder.course import Course
from autograder.course.roster import course_roster, folded
from autograder.gradebook.configuration import course_directory, load_config
from autograder.gradebook.database import grades, open_gradebook
from autograder.report import Entry, Grades

__all__ = ["class_grades", "entries", "with_grade"]

_Key = tuple[str, str]  # student, assignment


def class_grades(course: Course) -> Grades:
    """Return all that the gradebook holds, in five queries whatever the size of the class.

    Who is on the roster is one of the students, also who has handed in nothing. Raises CourseError if the roster
    cannot be read.
    """
    listed = [student.id for student in course_roster(course).students]
    with open_gradebook(course_directory(load_config(course))) as book:
        known = {name for (name,) in book.db.query(Student.id)}
        entered = set(map(folded, known))
        students = tuple(sorted([*known, *(name for name in listed if folded(name) not in entered)]))
        rows = book.db.query(Assignment.name, Assignment.max_score, Assignment.duedate).all()
        points = dict(sorted((name, float(max_score)) for name, max_score, _ in rows))
        due = {name: date for name, _, date in rows if date is not None}
        return Grades(students, points, entries(book), _late(book), due)


def _late(book: Gradebook) -> frozenset[_Key]:
    """Return what was handed in after its due date and extension, as nbgrader's `total_seconds_late` counts."""
    rows = book.db.query(
        SubmittedAssignment.student_id, Assignment.name,
        SubmittedAssignment.timestamp, Assignment.duedate, SubmittedAssignment.extension,
    ).join(Assignment, SubmittedAssignment.assignment_id == Assignment.id)  # fmt: skip
    return frozenset(
        (student, assignment)
        for student, assignment, handed_in, due, extension in rows
        if handed_in is not None and due is not None and handed_in > due + (extension or timedelta())
    )


def entries(
    book: Gradebook, students: Collection[str] | None = None, assignments: Collection[str] | None = None
) -> dict[_Key, Entry]:
    """Return what is entered for some students and assignments, or for all; also in an open transaction."""
    conditions = []
    if students is not None:
        conditions.append(SubmittedAssignment.student_id.in_(students))
    if assignments is not None:
        conditions.append(Assignment.name.in_(assignments))
    by_key: dict[_Key, Entry] = {}
    rows = grades(
        book, SubmittedAssignment.student_id, Assignment.name,
        Grade.auto_score, Grade.manual_score, Grade.extra_credit, Grade.needs_manual_grade,
    ).filter(*conditions)  # fmt: skip
    for student, assignment, auto, manual, extra, to_review in rows:
        key = (student, assignment)
        by_key[key] = with_grade(by_key.get(key, Entry(student, assignment)), auto, manual, extra, to_review=to_review)
    penalties = (
        book.db.query(SubmittedAssignment.student_id, Assignment.name, SubmittedNotebook.late_submission_penalty)
        .select_from(SubmittedNotebook)
        .join(SubmittedAssignment, SubmittedNotebook.assignment_id == SubmittedAssignment.id)
        .join(Assignment, SubmittedAssignment.assignment_id == Assignment.id)
        .filter(SubmittedNotebook.late_submission_penalty.is_not(None), *conditions)
    )
    for student, assignment, penalty in penalties:
        before = by_key.get((student, assignment), Entry(student, assignment))
        by_key[student, assignment] = replace(before, penalty=before.penalty + penalty)
    return by_key


def with_grade(
    entry: Entry, auto: float | None, manual: float | None, extra: float | None, *, to_review: bool | None
) -> Entry:
    """Return the entry with one more cell's grade: as `Grade.score`, a cell that nobody graded has no extra credit."""
    graded = auto is not None or manual is not None
    return replace(
        entry,
        automatic=entry.automatic + (0.0 if manual is not None else auto or 0.0),
        manual=entry.manual if manual is None else (entry.manual or 0.0) + manual,
        extra=entry.extra + ((extra or 0.0) if graded else 0.0),
        to_review=entry.to_review or bool(to_review),
    )
