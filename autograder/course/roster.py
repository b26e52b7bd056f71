"""roster.csv -> who takes the course, and by which names platforms know them.

In: a CSV file with a line for each student; `id` is the name of the student's folder in submitted/ and in the
gradebook, the other columns may be missing. Out: students, found by an identifier or by their name, whatever its case
and Unicode form. A roster in which two students would be one is refused. It does NOT know what was handed in.
"""

from __future__ import annotations

import csv
import io
import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, fields
from pathlib import Path

from autograder.course.folder import Course
from autograder.errors import CourseError

__all__ = [
    "IDENTIFYING",
    "ROSTER",
    "Roster",
    "Student",
    "course_roster",
    "folded",
    "read_roster",
    "squashed",
    "why_no_id",
]

ROSTER = "roster.csv"
_MAX_BYTES = 4 * 2**20
_MAX_ID = 100  # characters: a folder's name
IDENTIFYING = ("id", "email", "login", "github", "sis_id", "lms_user_id", "aliases")  # columns that name one student
_DISTINCT = (  # columns in which no two students may have the same; two platforms' numbers may be the same
    ("id", "email", "login", "github", "aliases"),
    ("sis_id", "aliases"),
    ("lms_user_id", "aliases"),
)


@dataclass(frozen=True, slots=True)
class Student:
    """One line of the roster; "" where it says nothing."""

    id: str
    first_name: str = ""
    last_name: str = ""
    email: str = ""
    section: str = ""
    team: str = ""  # whose members hand in one notebook together
    login: str = ""  # the name with which the student logs in on the platform
    sis_id: str = ""  # the number that the school gives (Moodle: ID number; Gradescope: SID)
    lms_user_id: str = ""  # the platform's own number of the student (Canvas: ID)
    github: str = ""
    aliases: str = ""  # other names, with ; between them

    def identifiers(self, columns: Sequence[str] = IDENTIFYING) -> set[str]:
        """Return what names this student and nobody else, folded; `columns`: those that are looked at."""
        texts = [getattr(self, column) for column in columns if column != "aliases"]
        texts += self.aliases.split(";") if "aliases" in columns else []
        return {folded(text) for text in texts} - {""}

    @property
    def name(self) -> str:
        """First and last name, or what there is of them."""
        return f"{self.first_name} {self.last_name}".strip()


@dataclass(frozen=True, slots=True)
class Roster:
    """Who takes the course; `complete`: nobody else does (else it is only what is known so far)."""

    students: tuple[Student, ...] = ()
    complete: bool = False

    def identified(self, name: str, columns: Sequence[str] = IDENTIFYING) -> list[Student]:
        """Return the student whom an identifier names, in a list; an empty one if there is none.

        `columns`: those of the roster that the identifier may stand in: one platform's numbers are not another's.
        """
        wanted = folded(name)
        return [student for student in self.students if wanted in student.identifiers(columns)]

    def called(self, name: str) -> list[Student]:
        """Return the students of this first and last name, in either order; spaces, signs and case do not count."""
        wanted = squashed(name)
        return [student for student in self.students if wanted and wanted in _names(student)]

    def teams(self) -> list[tuple[Student, ...]]:
        """Return the teams of two and more, in the roster's order; a team's name is compared as ids are."""
        members: dict[str, list[Student]] = {}
        for student in self.students:
            members.setdefault(folded(student.team), []).append(student)
        return [tuple(team) for name, team in members.items() if name and len(team) > 1]

    def team_of(self) -> dict[str, str]:
        """Return {folded id: the name of the team}, as its first member's line spells it, of all who have one."""
        return {folded(member.id): team[0].team for team in self.teams() for member in team}


def _names(student: Student) -> set[str]:
    first, last = student.first_name, student.last_name
    return {squashed(first + last), squashed(last + first)} if first or last else set()


def folded(text: str) -> str:
    """Return a text as it is compared: `Ada` and `ada`, and the two Unicode forms of `Zoé`, are the same."""
    return unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text).casefold()).strip()


def squashed(text: str) -> str:
    """Return a text's letters and digits alone, folded: how platforms write names into file names."""
    return re.sub(r"[\W_]", "", folded(text))


def why_no_id(name: str) -> str:
    """Return why a text cannot be a student's id, which is a folder's name; "" if it can."""
    if not name or name != name.strip():
        return "it is empty, or begins or ends with a space"
    if name.startswith(".") or "/" in name or "\\" in name or not name.isprintable():
        return "a folder cannot have this name here: it begins with a full stop, or has / or \\ or a control character"
    return f"it has more than {_MAX_ID} characters" if len(name) > _MAX_ID else ""


def course_roster(course: Course, path: Path | None = None) -> Roster:
    """Return the roster at `path`, else the course's roster.csv, else an empty one, to which anybody may be added.

    Raises:
        CourseError: as `read_roster`.
    """
    if path is None and not (course.root / ROSTER).exists():
        return Roster()
    return read_roster(path or course.root / ROSTER)


def read_roster(path: Path) -> Roster:
    """Return a roster, in the file's order.

    Raises:
        CourseError: the file is not there or no CSV, a line has no id or one that is no folder's name, or an id or
            another identifier stands in two lines.
    """
    try:
        data = path.read_bytes() if path.stat().st_size <= _MAX_BYTES else None
    except OSError as error:
        raise CourseError(f"{path}: cannot be read ({error.strerror})") from error
    if data is None:
        raise CourseError(f"{path}: more than {_MAX_BYTES >> 20} MB, which is no roster")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise CourseError(f"{path}: not in UTF-8. Save it as 'CSV UTF-8'.") from error
    students = tuple(_students(path, text))
    _require_distinct(path, students)
    return Roster(students, complete=True)


def _students(path: Path, text: str) -> Iterator[Student]:
    header_line = text.split("\n", 1)[0]
    delimiter = max(",;\t", key=header_line.count)  # spreadsheets write the one of their country
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    known = {field.name for field in fields(Student)}
    try:
        header = [re.sub(r"\W+", "_", cell.strip().lower()) for cell in next(reader, [])]
        if "id" not in header:
            columns = ", ".join(field.name for field in fields(Student))
            raise CourseError(f"{path}: its first line names no column id. The columns are {columns}.")
        twice = {name for name in header if name in known and header.count(name) > 1}
        if twice:
            raise CourseError(f"{path}: the column {min(twice)} stands twice in its first line")
        for row in reader:
            values = {name: " ".join(cell.split()) for name, cell in zip(header, row, strict=False) if name in known}
            if not any(values.values()):
                continue
            problem = why_no_id(values.get("id", ""))
            if problem:
                raise CourseError(f"{path}, line {reader.line_num}: the id {values.get('id', '')!r}: {problem}")
            yield Student(**values)
    except csv.Error as error:
        raise CourseError(f"{path}, line {reader.line_num}: no CSV ({error})") from error


def _require_distinct(path: Path, students: Iterable[Student]) -> None:
    """Raise CourseError if an identifier names two students."""
    ids: set[str] = set()
    owners: dict[tuple[int, str], str] = {}
    for student in students:
        if folded(student.id) in ids:
            raise CourseError(f"{path}: the id '{student.id}' stands in two lines (case does not count)")
        ids.add(folded(student.id))
        for group, columns in enumerate(_DISTINCT):
            for name in sorted(student.identifiers(columns)):
                owner = owners.setdefault((group, name), student.id)
                if owner != student.id:
                    raise CourseError(f"{path}: '{name}' names two students, {owner} and {student.id}")
