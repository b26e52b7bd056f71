"""nbgrader's gradebook and the roster -> one table of the class: who, which assignments, which scores.

In: a course. Out: a `ClassTable`, sorted: students by name, assignments and tasks in the course's order. Who is on the
roster stands in it whether they handed in anything or not; who is in the gradebook and not on the roster does, too.
Does NOT write files.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from nbgrader.api import Assignment, BaseCell, Grade, Gradebook, SubmittedAssignment
from nbgrader.api import Student as StudentRow

from autograder.course import Course
from autograder.course.roster import Roster, Student, folded
from autograder.errors import GraderError
from autograder.gradebook.configuration import course_directory, load_config
from autograder.gradebook.database import grades, open_gradebook
from autograder.gradebook.entries import entries
from autograder.notebook import Notebook, task_of

__all__ = ["AssignmentColumn", "ClassTable", "Score", "class_table"]


@dataclass(frozen=True, slots=True)
class AssignmentColumn:
    """An assignment, its points, and those of its tasks by what a student calls them."""

    name: str
    points: float
    due: datetime | None = None
    tasks: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Score:
    """What one student has for one assignment that was handed in."""

    score: float  # what counts: points by hand, extra credit and penalties included
    penalty: float = 0.0
    handed_in: datetime | None = None  # UTC
    tasks: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ClassTable:
    """The class; a student and an assignment without a score: nothing was handed in, or it is not graded yet."""

    students: tuple[Student, ...]
    assignments: tuple[AssignmentColumn, ...]
    scores: Mapping[tuple[str, str], Score]  # by student, assignment
    not_on_roster: tuple[str, ...] = ()  # in the gradebook alone, where there is a roster


def class_table(course: Course, roster: Roster, assignments: Sequence[str] = ()) -> ClassTable:
    """Return the class as roster and gradebook have it; `assignments`: only these, else all that were registered."""
    with open_gradebook(course_directory(load_config(course))) as book:
        known = {row.id: row for row in book.db.query(StudentRow)}
        ids, students = _students(roster, known)
        on_roster = {student.id for student in roster.students}
        tasks = _Tasks(course)
        return ClassTable(
            students=tuple(sorted(students, key=_by_name)),
            assignments=tuple(_columns(book, assignments, tasks)),
            scores=_scores(book, ids, tasks),
            not_on_roster=tuple(sorted(set(ids.values()) - on_roster)) if roster.complete else (),
        )


def _by_name(student: Student) -> tuple[str, str, str]:
    return folded(student.last_name), folded(student.first_name), folded(student.id)


def _students(roster: Roster, known: Mapping[str, StudentRow]) -> tuple[dict[str, str], list[Student]]:
    """Return the id under which each student of the gradebook is exported, and all students.

    A student of the gradebook is the one on the roster whose id differs in case or Unicode form alone, unless the
    gradebook has both: then each keeps a line of its own, so that no score is lost.
    """
    of_roster = {folded(student.id): student for student in roster.students}
    ids: dict[str, str] = {}
    students = {student.id: student for student in roster.students}
    for name in sorted(known, key=lambda name: (name not in students, name)):  # who has the very name comes first
        listed = of_roster.get(folded(name))
        if listed is not None and listed.id not in ids.values():
            ids[name] = listed.id
            students[listed.id] = _completed(listed, known[name])
        else:
            ids[name] = name
            students[name] = _completed(Student(name), known[name])
    return ids, list(students.values())


def _completed(student: Student, row: StudentRow) -> Student:
    """Return the student with what the gradebook knows and the roster does not say."""
    return Student(
        id=student.id,
        first_name=student.first_name or row.first_name or "",
        last_name=student.last_name or row.last_name or "",
        email=student.email or row.email or "",
        section=student.section,
        login=student.login,
        sis_id=student.sis_id,
        lms_user_id=student.lms_user_id or row.lms_user_id or "",
        github=student.github,
        aliases=student.aliases,
    )


# ---------------------------------------------------------------- assignments and scores


class _Tasks:
    """Which task a graded cell belongs to, in a student's words, by the course's source notebooks."""

    def __init__(self, course: Course) -> None:
        self._course = course
        self._notebooks: dict[str, Notebook | None] = {}

    def ordered(self, assignment: str, cells: Sequence[str]) -> list[str]:
        """Return an assignment's graded cells in the notebook's order; those that it lacks come last."""
        order = self._graded(assignment)
        return sorted(cells, key=lambda name: (order.index(name) if name in order else len(order), name))

    def of(self, assignment: str, cell: str) -> str:
        """Return a task's number and title; the cell's own name where the notebook does not say them."""
        notebook = self._notebook(assignment)
        if notebook is None or cell not in self._graded(assignment):
            return cell
        number, title = task_of(notebook.cells, cell)
        return " ".join(filter(None, (number, title))) or cell

    def _graded(self, assignment: str) -> list[str]:
        """Return the check cells and those that a person marks, in the notebook's order."""
        notebook = self._notebook(assignment)
        cells = () if notebook is None else notebook.cells
        return [cell.id for cell in cells if cell.kind == "check" or cell.is_manual]

    def _notebook(self, assignment: str) -> Notebook | None:
        if assignment not in self._notebooks:
            try:
                (self._notebooks[assignment],) = self._course.notebooks(assignment)
            except (GraderError, OSError):  # the gradebook outlives the exercise
                self._notebooks[assignment] = None
        return self._notebooks[assignment]


def _columns(book: Gradebook, wanted: Sequence[str], tasks: _Tasks) -> list[AssignmentColumn]:
    columns = []
    for row in sorted(book.db.query(Assignment), key=lambda row: row.name):
        if wanted and row.name not in wanted:
            continue
        cells = [cell for notebook in row.notebooks for cell in (*notebook.grade_cells, *notebook.task_cells)]
        points = {cell.name: float(cell.max_score) for cell in cells}
        by_task: dict[str, float] = defaultdict(float)
        for cell in tasks.ordered(row.name, list(points)):
            by_task[tasks.of(row.name, cell)] += points[cell]
        columns.append(AssignmentColumn(row.name, float(row.max_score), row.duedate, by_task))
    return columns


def _scores(book: Gradebook, ids: Mapping[str, str], tasks: _Tasks) -> dict[tuple[str, str], Score]:
    by_task: dict[tuple[str, str], dict[str, float]] = defaultdict(lambda: defaultdict(float))
    rows = grades(
        book, SubmittedAssignment.student_id, Assignment.name, BaseCell.name, Grade.score, Grade.extra_credit
    )  # fmt: skip
    for student, assignment, cell, score, extra in rows:
        by_task[student, assignment][tasks.of(assignment, cell)] += float(score or 0.0) + float(extra or 0.0)
    entered = entries(book)
    handed_in = book.db.query(SubmittedAssignment.student_id, Assignment.name, SubmittedAssignment.timestamp).join(
        Assignment, SubmittedAssignment.assignment_id == Assignment.id
    )
    return {
        (ids[student], assignment): Score(
            score=entered[student, assignment].score,
            penalty=entered[student, assignment].penalty,
            handed_in=timestamp,
            tasks=by_task[student, assignment],
        )
        for student, assignment, timestamp in handed_in
        if (student, assignment) in entered
    }
