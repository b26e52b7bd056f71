"""A student renamed or removed, an assignment removed: folders, gradebook and extensions.csv together.

In: a course, names. Out: what that touches, in lines; unless it is dry, the folders moved and the rows changed. What
is removed is kept whole in .autograder/removed/: the folders, and the rows as JSON. Each step may be done already: who
was killed runs the command again. The caller holds the course's lock.
"""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from nbgrader.api import Assignment, Gradebook, Student, SubmittedAssignment

from autograder.course import Course
from autograder.errors import CourseError
from autograder.files import write_atomically
from autograder.gradebook.configuration import course_directory, load_config
from autograder.gradebook.database import open_gradebook
from autograder.gradebook.extensions import change_lines

__all__ = ["remove_assignment", "remove_student", "rename_student"]

_OF_STUDENTS = ("submitted", "autograded", "feedback")
_OF_AUTHORS = ("release", "solutions")
_NAME = re.compile(r"[^\s./*?\[\]\\][^/*?\[\]\\]*")  # of a folder, and no pattern for nbgrader
_DETAILS = ("first_name", "last_name", "email", "lms_user_id")


def rename_student(course: Course, old: str, new: str, *, dry: bool = False) -> list[str]:
    """Give a student another id, and return what that touches.

    Raises:
        CourseError: nobody has the old id; the new one is none; or both have handed in the same assignment.
    """
    _require_name(old)
    _require_name(new)
    folders = _folders(course, f"{old}/*")
    with open_gradebook(course_directory(load_config(course))) as book:
        submissions = _submissions(book, SubmittedAssignment.student_id == old)
        row = book.db.get(Student, old)
        touched = _Parts(folders, submissions, change_lines(course, "student", old, new, dry=True)).listed(course)
        if row is None and not touched:
            raise _unknown("student", old)
        others = _submissions(book, SubmittedAssignment.student_id == new)
        both = {path.name for path in folders if path.parent.parent.joinpath(new, path.name).exists()}
        both |= {one.assignment.name for one in submissions} & {one.assignment.name for one in others}
        if both:
            raise CourseError(f"{old} and {new} both have {', '.join(sorted(both))}: remove one of them first")
        if dry:
            return touched
        for path in folders:
            if path.parts[-3] == "autograded":
                _rename_in_reports(path, old, new)
        for path in folders:
            _move(path, path.parent.parent / new / path.name)
        if row is not None:
            _rename_row(book, row, new, submissions)
    change_lines(course, "student", old, new)
    return touched


def remove_student(course: Course, student: str, *, dry: bool = False) -> tuple[list[str], Path | None]:
    """Remove a student, and return what that touches and where it is kept; CourseError if there is none."""
    _require_name(student)
    folders = _folders(course, f"{student}/*")
    with open_gradebook(course_directory(load_config(course))) as book:
        submissions = _submissions(book, SubmittedAssignment.student_id == student)
        row = book.db.get(Student, student)
        parts = _Parts(folders, submissions, change_lines(course, "student", student, None, dry=True))
        touched = parts.listed(course)
        if row is None and not touched:
            raise _unknown("student", student)
        if dry:
            return touched, None
        details = {} if row is None else {name: getattr(row, name) for name in _DETAILS}
        kept = _keep(course, student, {"student": student, **details}, parts)
        if row is not None:
            book.remove_student(student)
    change_lines(course, "student", student, None)
    return touched, kept


def remove_assignment(course: Course, assignment: str, *, dry: bool = False) -> tuple[list[str], Path | None]:
    """Remove an assignment that source/ has no more, and return what that touches and where it is kept.

    Raises:
        CourseError: there is none, or it is still in source/.
    """
    _require_name(assignment)
    if course.folder("source").joinpath(assignment).exists():
        raise CourseError(f"{course.folder('source') / assignment} is still there: take it away first")
    folders = _folders(course, f"*/{assignment}")
    folders += [path for kind in _OF_AUTHORS if (path := course.folder(kind) / assignment).is_dir()]
    with open_gradebook(course_directory(load_config(course))) as book:
        row = book.db.query(Assignment).filter(Assignment.name == assignment).one_or_none()
        submissions = [] if row is None else _submissions(book, SubmittedAssignment.assignment_id == row.id)
        parts = _Parts(folders, submissions, change_lines(course, "assignment", assignment, None, dry=True))
        touched = parts.listed(course)
        if row is None and not touched:
            raise _unknown("assignment", assignment)
        if dry:
            return touched, None
        due = {"assignment": assignment, "duedate": None if row is None else row.duedate}
        kept = _keep(course, assignment, due, parts)
        if row is not None:
            book.remove_assignment(assignment)
    change_lines(course, "assignment", assignment, None)
    return touched, kept


# ---------------------------------------------------------------- what there is


def _require_name(name: str) -> None:
    if not _NAME.fullmatch(name) or not name.isprintable():
        raise CourseError(f"{name!r} is no name of a folder")


def _unknown(what: str, name: str) -> CourseError:
    return CourseError(f"no {what} '{name}': neither in the gradebook nor in {', '.join(_OF_STUDENTS)}")


def _folders(course: Course, pattern: str) -> list[Path]:
    """Return what lies at STUDENT/ASSIGNMENT in submitted/, autograded/ and feedback/."""
    student, _, assignment = pattern.partition("/")
    found: list[Path] = []
    for kind in _OF_STUDENTS:
        students = course.folder(kind).iterdir() if student == "*" and course.folder(kind).is_dir() else ()
        for folder in students or (course.folder(kind) / student,):
            if folder.is_dir():
                found += [path for path in folder.iterdir() if assignment in ("*", path.name)]
    return sorted(found)


def _submissions(book: Gradebook, condition: object) -> list[SubmittedAssignment]:
    rows = book.db.query(SubmittedAssignment).filter(condition).all()
    return sorted(rows, key=lambda row: (row.student_id, row.assignment.name))


@dataclass(frozen=True, slots=True)
class _Parts:
    """What there is of a student or an assignment: folders, rows, lines of extensions.csv."""

    folders: Sequence[Path]
    submissions: Sequence[SubmittedAssignment]
    lines: Sequence[str]

    def listed(self, course: Course) -> list[str]:
        """Return all of it, a line each."""
        listed = [str(path.relative_to(course.root)) for path in self.folders]
        for submission in self.submissions:
            grades = [grade for notebook in submission.notebooks for grade in notebook.grades]
            comments = [comment for notebook in submission.notebooks for comment in notebook.comments]
            by_hand = sum(grade.manual_score is not None for grade in grades)
            written = sum(bool(comment.manual_comment) for comment in comments)
            given = f" (points by hand: {by_hand}, comments: {written})" if by_hand or written else ""
            listed.append(f"gradebook: {submission.student_id} {submission.assignment.name}{given}")
        return listed + [f"extensions.csv: {line}" for line in self.lines]


# ---------------------------------------------------------------- changed


def _move(path: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.move(path, target)
    if not any(path.parent.iterdir()):
        path.parent.rmdir()


def _rename_in_reports(folder: Path, old: str, new: str) -> None:
    """Let the reports in a student's autograded notebooks say the new id."""
    for path in folder.glob("*.ipynb"):
        try:
            notebook = json.loads(path.read_text("utf-8"))
            report = notebook["metadata"]["autograder"]["report"]
            if report["student"] == old:
                report["student"] = new
                text = json.dumps(notebook, ensure_ascii=False)
                write_atomically(path, f"{text}\n".encode(), mode=path.stat().st_mode & 0o777)
        except (ValueError, LookupError, TypeError):
            continue  # none of ours: the next grading makes it anew


def _rename_row(book: Gradebook, row: Student, new: str, submissions: Iterable[SubmittedAssignment]) -> None:
    details = {name: getattr(row, name) for name in _DETAILS}
    renamed = book.db.get(Student, new)
    if renamed is None:
        renamed = Student(id=new, **details)
        book.db.add(renamed)
    for submission in submissions:
        submission.student = renamed
    book.db.flush()
    book.db.refresh(row)
    book.db.delete(row)
    book.db.commit()


def _keep(course: Course, name: str, subject: dict[str, object], parts: _Parts) -> Path:
    """Move folders into the removed ones, write the rows beside them, and return where."""
    kept = course.private / "removed" / f"{name}-{datetime.now(UTC):%Y%m%dT%H%M%S.%f}"
    kept.mkdir(parents=True)
    data = {**subject, "submissions": [_as_json(one) for one in parts.submissions], "extensions": list(parts.lines)}
    text = json.dumps(data, indent=1, default=str)  # times and spans of time
    write_atomically(kept / "gradebook.json", f"{text}\n".encode())
    for path in parts.folders:
        _move(path, kept / path.relative_to(course.root))
    return kept


def _as_json(submission: SubmittedAssignment) -> dict[str, object]:
    return {
        "student": submission.student_id,
        "assignment": submission.assignment.name,
        "timestamp": submission.timestamp,
        "extension": submission.extension,
        "notebooks": [
            {
                "notebook": notebook.name,
                "late_submission_penalty": notebook.late_submission_penalty,
                "grades": [
                    {"cell": grade.cell.name}
                    | {
                        column: getattr(grade, column)
                        for column in ("auto_score", "manual_score", "extra_credit", "needs_manual_grade")
                    }
                    for grade in notebook.grades
                ],
                "comments": [
                    {"cell": comment.cell.name, "auto": comment.auto_comment, "manual": comment.manual_comment}
                    for comment in notebook.comments
                ],
            }
            for notebook in submission.notebooks
        ],
    }
