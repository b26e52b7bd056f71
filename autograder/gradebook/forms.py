"""A class's table -> the lines of a CSV file, in the form that a spreadsheet or a learning platform reads.

wide     a line for each student, a column for each assignment (and each task): for people and spreadsheets
long     a line for each student and assignment (or task): for programs
canvas   what Canvas' gradebook imports: Student, ID, SIS Login ID, Section, assignments; a line Points Possible
moodle   what Moodle's grade import reads: names, Username, ID number, Email address, assignments

In: a `ClassTable`. Out: lines of cells. What a person wrote is one line that no spreadsheet takes for a formula. Where
nothing was handed in the cell is empty; for Moodle it is "-", its own sign for no grade, because of an empty cell in a
new column Moodle makes 0. Does NOT write files.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from autograder.course.roster import Student, folded, squashed
from autograder.errors import CourseError
from autograder.gradebook.table import AssignmentColumn, ClassTable
from autograder.report import clean_value
from autograder.report.rows import number

__all__ = ["CanvasNames", "canvas", "long", "moodle", "read_canvas_names", "wide"]

_CANVAS_HEAD = ("Student", "ID", "SIS Login ID", "Section")
_CANVAS_COLUMNS = {"ID": ("lms_user_id", "aliases"), "SIS Login ID": ("login", "id", "email", "aliases")}
_POINTS = "    Points Possible"  # with these spaces, as Canvas itself writes it
_TITLE = re.compile(r"(?P<title>.*) \((?P<id>\d+)\)")


def wide(table: ClassTable, *, tasks: bool = False) -> Iterator[list[str]]:
    """Yield a line for each student; with `tasks`, a column for each task behind its assignment's."""
    head = ["student_id", "last_name", "first_name", "email", "section"]
    for column in table.assignments:
        head.append(clean_value(column.name))
        head += [clean_value(f"{column.name}: {task}") for task in column.tasks] if tasks else []
    yield head
    for student in table.students:
        line = _person(student)
        for column in table.assignments:
            score = table.scores.get((student.id, column.name))
            line.append("" if score is None else number(score.score))
            if tasks:
                line += ["" if score is None else number(score.tasks.get(task, 0.0)) for task in column.tasks]
        yield line


def long(table: ClassTable, *, tasks: bool = False) -> Iterator[list[str]]:
    """Yield a line for each student and assignment; with `tasks`, one for each task instead, without the penalty."""
    yield [
        "student_id", "last_name", "first_name", "email", "section", "assignment", *(["task"] if tasks else []),
        "due", "handed_in", *([] if tasks else ["late_penalty"]), "score", "max_score",
    ]  # fmt: skip
    for student in table.students:
        for column in table.assignments:
            score = table.scores.get((student.id, column.name))
            line = [*_person(student), clean_value(column.name)]
            times = [str(column.due or ""), str((score and score.handed_in) or "")]
            for task, points in column.tasks.items() if tasks else ():
                task_score = "" if score is None else number(score.tasks.get(task, 0.0))
                yield [*line, clean_value(task), *times, task_score, number(points)]
            if not tasks:
                scored = ["", ""] if score is None else [number(score.penalty), number(score.score)]
                yield [*line, *times, *scored, number(column.points)]


def moodle(table: ClassTable) -> Iterator[list[str]]:
    """Yield a line for each student, with all three ways in which Moodle can be told who it is."""
    head = ["First name", "Last name", "Username", "ID number", "Email address"]
    yield [*head, *(clean_value(column.name) for column in table.assignments)]
    for student in table.students:
        person = (student.first_name, student.last_name, student.login or student.id, student.sis_id, student.email)
        yield [*(clean_value(text) for text in person), *_scores(table, student, nothing="-")]


def _person(student: Student) -> list[str]:
    texts = (student.id, student.last_name, student.first_name, student.email, student.section)
    return [clean_value(text) for text in texts]


def _scores(table: ClassTable, student: Student, *, nothing: str) -> list[str]:
    scores = [table.scores.get((student.id, column.name)) for column in table.assignments]
    return [nothing if score is None else number(score.score) for score in scores]


# ---------------------------------------------------------------- Canvas


@dataclass(frozen=True, slots=True)
class CanvasNames:
    """What Canvas calls assignments and students, by a gradebook that it exported."""

    columns: tuple[str, ...] = ()  # "07-batchnorm (4711)"
    people: tuple[Mapping[str, str], ...] = field(default=())  # {"Student": .., "ID": .., ..}

    def column(self, assignment: AssignmentColumn) -> str | None:
        """Return the column of an assignment: the one whose title is its name; None if there is none."""
        wanted = folded(assignment.name)
        for column in self.columns:
            title = _TITLE.fullmatch(column)
            if folded(title["title"] if title else column) == wanted:
                return column
        return None

    def person(self, student: Student) -> Mapping[str, str] | None:
        """Return Canvas' own words for a student: by its number, else by the login, else by the name, if one has it."""
        for column, of_roster in _CANVAS_COLUMNS.items():
            identifiers = student.identifiers(of_roster)
            same = [person for person in self.people if folded(person[column]) in identifiers]
            if len(same) == 1:
                return same[0]
        names = {squashed(student.last_name + student.first_name), squashed(student.first_name + student.last_name)}
        same = [person for person in self.people if squashed(person["Student"]) in names - {""}]
        return same[0] if len(same) == 1 else None


def read_canvas_names(path: Path) -> CanvasNames:
    """Return what a gradebook that Canvas exported calls assignments and students; CourseError if it is none."""
    try:
        text = path.read_text("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise CourseError(f"{path}: cannot be read ({error})") from error
    delimiter = ";" if text.split("\n", 1)[0].count(";") > text.split("\n", 1)[0].count(",") else ","
    try:
        header, *rows = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    except (csv.Error, ValueError) as error:
        raise CourseError(f"{path}: no CSV file ({error})") from error
    if not set(_CANVAS_HEAD) <= set(header):
        raise CourseError(
            f"{path}: not a gradebook that Canvas exported: its first line lacks one of {', '.join(_CANVAS_HEAD)}"
        )
    people = [dict(zip(header, row, strict=False)) for row in rows if len(row) == len(header)]
    return CanvasNames(
        columns=tuple(name for name in header if name not in _CANVAS_HEAD),
        people=tuple(person for person in people if person["Student"].strip() and not _is_points(person["Student"])),
    )


def _is_points(text: str) -> bool:
    return text.strip() == _POINTS.strip()


def canvas(table: ClassTable, names: CanvasNames | None = None) -> Iterator[list[str]]:
    """Yield Canvas' two first lines and one for each student; `names`: what Canvas calls them.

    Without `names`, an assignment's column has its name alone, which Canvas takes for its own assignment of that name,
    or for a new one; and a student's number is the roster's `lms_user_id`.
    """
    names = names or CanvasNames()
    columns = [clean_value(names.column(column) or column.name) for column in table.assignments]
    yield [*_CANVAS_HEAD, *columns]
    yield [_POINTS, "", "", "", *(number(column.points) for column in table.assignments)]
    for student in table.students:
        person = names.person(student)
        if person is None:
            name = ", ".join(filter(None, (student.last_name, student.first_name))) or student.id
            texts = [name, student.lms_user_id, student.login or student.id, student.section]
        else:
            texts = [person[column] for column in _CANVAS_HEAD]
        yield [*(clean_value(text) for text in texts), *_scores(table, student, nothing="")]
