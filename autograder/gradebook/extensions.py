"""extensions.csv -> until when single students may hand in, and the gradebook's rows that say so.

In: a course, its gradebook. Out: {(student, assignment): time in UTC}, or a CourseError that names each line which
cannot be meant. The file lies beside nbgrader_config.py: student,assignment,due, in any order, with a heading. Where
there is one it alone says who has an extension; without it those stand that the gradebook has. It does NOT set
penalties: penalties.py does.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from nbgrader.api import Assignment, Gradebook, Student, SubmittedAssignment

from autograder.course import Course
from autograder.course.roster import course_roster
from autograder.errors import CourseError
from autograder.files import read_regular, write_atomically
from autograder.gradebook.timestamps import as_utc
from autograder.report import clean_text

__all__ = ["Extensions", "change_lines", "read_extensions", "set_extension"]

_FILE = "extensions.csv"
_COLUMNS = ("student", "assignment", "due")
_MAX_BYTES = 1 << 20
_SHOWN = 20  # problems in one message

Extensions = Mapping[tuple[str, str], datetime]  # (student, assignment) -> until when, UTC


def read_extensions(course: Course, book: Gradebook) -> Extensions | None:
    """Return the extensions that the course's file grants, None if there is no file.

    Raises:
        CourseError: some line names nobody or nothing that is known, or no time after the due date; all are listed.
    """
    table = _read(course)
    if table is None:
        return None
    due_dates = dict(book.db.query(Assignment.name, Assignment.duedate).all())
    assignments = {*course.assignments(), *due_dates}
    students = {name for (name,) in book.db.query(Student.id)} | set(_folders(course))
    students |= {student.id for student in course_roster(course).students}
    extensions: dict[tuple[str, str], datetime] = {}
    lines: dict[tuple[str, str], int] = {}
    problems: list[str] = []
    for row in table.rows:
        key, due = (row.student, row.assignment), as_utc(row.due)
        class_due = due_dates.get(row.assignment)
        if row.student not in students:
            problem = f"no student {row.student!r} (in the gradebook, in submitted/ or in roster.csv)"
        elif row.assignment not in assignments:
            problem = f"no assignment {row.assignment!r}"
        elif due is None:
            problem = f"{row.due!r} is no time like 2030-01-31 23:59 UTC or 2030-01-31 23:59 Europe/Zurich"
        elif key in lines:
            problem = f"{row.student} has an extension of {row.assignment} in line {lines[key]} already"
        elif class_due is None:
            problem = f"{row.assignment} has no due date: autograder due {row.assignment} TIME"
        elif due <= class_due:
            problem = f"{due} UTC is not after the due date of {row.assignment}, {class_due} UTC"
        else:
            extensions[key] = due
            lines[key] = row.line
            continue
        problems.append(f"line {row.line}: {problem}")
    if problems:
        raise _error(table.path, problems)
    return extensions


def set_extension(row: SubmittedAssignment, extensions: Extensions | None) -> None:
    """Give a submission the extension that the file grants it, or none; without a file, leave what it has."""
    if extensions is not None:
        due = extensions.get((row.student_id, row.assignment.name))
        row.extension = None if due is None or row.assignment.duedate is None else due - row.assignment.duedate


def change_lines(course: Course, column: str, old: str, new: str | None, *, dry: bool = False) -> list[str]:
    """Rename a student or an assignment in the file, or take their lines out (None); return those as they were."""
    table = _read(course)
    if table is None:
        return []
    theirs = {row.line for row in table.rows if getattr(row, column) == old}
    lines: list[str] = []
    for number, line in enumerate(table.lines, 1):
        if number not in theirs:
            lines.append(line)
        elif new is not None:
            lines.append(table.with_field(line, column, new))
    if theirs and not dry:
        write_atomically(table.path, ("\n".join(lines) + "\n").encode())
    return [table.lines[number - 1] for number in sorted(theirs)]


# ---------------------------------------------------------------- the file


@dataclass(frozen=True, slots=True)
class _Row:
    line: int  # from 1
    student: str
    assignment: str
    due: str


@dataclass(frozen=True, slots=True)
class _Table:
    """The file as it was read: its lines, and what those say that are no heading, comment or empty."""

    path: Path
    lines: tuple[str, ...]
    delimiter: str
    names: tuple[str, ...]  # of its columns
    rows: tuple[_Row, ...]

    def with_field(self, line: str, column: str, text: str) -> str:
        """Return a line with another text in one column."""
        fields = next(csv.reader([line], delimiter=self.delimiter))
        fields[self.names.index(column)] = text
        written = io.StringIO()
        csv.writer(written, delimiter=self.delimiter, lineterminator="").writerow(fields)
        return written.getvalue()


def _read(course: Course) -> _Table | None:
    path = course.root / _FILE
    data = read_regular(path, most=_MAX_BYTES)
    if data is None:
        if path.exists() or path.is_symlink():
            raise CourseError(f"{path}: no regular file that can be read")
        return None
    if len(data) > _MAX_BYTES:
        raise CourseError(f"{path}: more than {_MAX_BYTES >> 20} MB")
    text = _text(data).lstrip("\ufeff")
    lines = tuple(text.splitlines())
    start = next((number for number, line in enumerate(lines) if _counts(line)), None)
    if start is None:
        return _Table(path, lines, ",", _COLUMNS, ())
    delimiter = max(",;\t", key=lines[start].count)
    names = [name.strip().lower() for name in next(csv.reader([lines[start]], delimiter=delimiter))]
    if sorted(names) != sorted(_COLUMNS):
        raise _error(path, [f"line {start + 1}: the first line must be {','.join(_COLUMNS)}, not {lines[start]!r}"])
    rows = _rows(path, lines, start + 1, names, delimiter)
    return _Table(path, lines, delimiter, tuple(names), rows)


def _rows(path: Path, lines: tuple[str, ...], start: int, names: list[str], delimiter: str) -> tuple[_Row, ...]:
    rows: list[_Row] = []
    problems: list[str] = []
    for number, line in enumerate(lines[start:], start + 1):
        if not _counts(line):
            continue
        fields = [field.strip() for field in next(csv.reader([line], delimiter=delimiter))]
        while len(fields) > len(names) and not fields[-1]:
            fields.pop()
        if len(fields) == len(names) and all(fields):
            rows.append(_Row(number, **dict(zip(names, fields, strict=True))))
        else:
            problems.append(f"line {number}: must have {', '.join(names)}: {line!r}")
    if problems:
        raise _error(path, problems)
    return tuple(rows)


def _text(data: bytes) -> str:
    """Return the text of a file that a spreadsheet or an editor wrote."""
    try:
        return data.decode(json.detect_encoding(data))
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def _counts(line: str) -> bool:
    return bool(line.strip(" \t,;")) and not line.lstrip().startswith("#")


def _folders(course: Course) -> Iterator[str]:
    return (path.name for path in course.folder("submitted").glob("*") if path.is_dir())


def _error(path: Path, problems: list[str]) -> CourseError:
    more = [f"and {len(problems) - _SHOWN} more"] if len(problems) > _SHOWN else []
    listed = "\n".join([*problems[:_SHOWN], *more])
    return CourseError(f"{path.name} was not used, for\n{clean_text(listed, max_chars=4000, max_lines=_SHOWN + 1)}")
