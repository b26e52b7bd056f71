"""nbgrader's gradebook: opened, made if there is none, an assignment registered, scores read back.

In: a course. Out: an nbgrader `Gradebook`, or plain numbers. Does NOT grade. A database that is locked,
full, damaged or not there is a CourseError.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import nbgrader
from alembic.script import ScriptDirectory
from nbgrader.api import (
    Assignment,
    Base,
    BaseCell,
    Grade,
    Gradebook,
    InvalidEntry,
    Notebook,
    SubmittedAssignment,
    SubmittedNotebook,
    app_log,
)
from nbgrader.coursedir import CourseDirectory
from nbgrader.preprocessors import SaveCells
from sqlalchemy import create_engine, inspect, make_url, text
from sqlalchemy.exc import DBAPIError, IntegrityError

from autograder.course import Course
from autograder.errors import CourseError
from autograder.gradebook.configuration import course_directory, load_config
from autograder.gradebook.exercise import read_exercise

__all__ = ["explained", "grades", "make_database", "open_gradebook", "register", "scores"]


@contextmanager
def open_gradebook(directory: CourseDirectory) -> Iterator[Gradebook]:
    """Open the course's gradebook; it is made if there is none."""
    with explained(directory.db_url):
        make_database(directory.db_url)
        with Gradebook(directory.db_url, directory.course_id) as book:
            yield book


@contextmanager
def explained(url: str) -> Iterator[None]:
    """Turn what the database refuses into one line; two who write the same row stay an IntegrityError."""
    was_disabled, app_log.disabled = app_log.disabled, True  # nbgrader logs a traceback of what is said here in a line
    try:
        yield
    except (DBAPIError, InvalidEntry) as raised:
        error = raised.__context__ if isinstance(raised, InvalidEntry) else raised  # nbgrader's wrapping
        if not isinstance(error, DBAPIError):
            raise
        if isinstance(error, IntegrityError):
            raise error from None
        name = make_url(url).render_as_string(hide_password=True)
        cause = " ".join(str(error.orig).split())
        raise CourseError(
            f"the gradebook {name} cannot be used now ({cause}). What it held is unchanged: mend that and try again."
        ) from raised
    finally:
        app_log.disabled = was_disabled


def make_database(url: str) -> None:
    """Make nbgrader's tables if there are none.

    nbgrader itself starts the command `alembic` for this, which need not be on the path.
    """
    engine = create_engine(url)
    try:
        if inspect(engine).get_table_names():
            return
        versions = ScriptDirectory(str(Path(nbgrader.__file__).with_name("alembic")))
        with engine.begin() as connection:
            Base.metadata.create_all(bind=connection)
            connection.execute(text("CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL)"))
            connection.execute(
                text("INSERT INTO alembic_version (version_num) VALUES (:head)"),
                {"head": versions.get_current_head()},
            )
    finally:
        engine.dispose()


def register(course: Course, directory: CourseDirectory, assignments: set[str]) -> None:
    """Enter the assignments that the gradebook does not know yet, as generate_assignment would."""
    with open_gradebook(directory) as book:
        rows = [row for assignment in book.assignments for row in assignment.notebooks]
        registered = {(row.assignment.name, row.name) for row in rows if row.grade_cells}  # a full disk leaves none
        for name in assignments:
            book.update_or_create_assignment(name)
    for name in sorted(assignments):
        path = course.source(name)
        if (name, path.stem) not in registered:
            resources = {"notebook": path.stem, "assignment": name, "db_url": directory.db_url}
            with explained(directory.db_url):
                SaveCells().preprocess(read_exercise(path), {"nbgrader": resources})


def grades(book: Gradebook, *columns: Any) -> Any:
    """Return a query of columns over all grades, each with its cell, notebook, submission and assignment."""
    return (
        book.db.query(*columns)
        .select_from(Grade)
        .join(BaseCell, Grade.cell_id == BaseCell.id)
        .join(SubmittedNotebook, Grade.notebook_id == SubmittedNotebook.id)
        .join(Notebook, SubmittedNotebook.notebook_id == Notebook.id)
        .join(SubmittedAssignment, SubmittedNotebook.assignment_id == SubmittedAssignment.id)
        .join(Assignment, SubmittedAssignment.assignment_id == Assignment.id)
    )


def scores(course: Course) -> dict[tuple[str, str, str], float]:
    """Return {(student, assignment, check cell): score}, a person's score before the automatic one."""
    with open_gradebook(course_directory(load_config(course))) as book:
        rows = grades(book, SubmittedAssignment.student_id, Assignment.name, BaseCell.name, Grade.score)
        return {(student, assignment, cell): float(score) for student, assignment, cell, score in rows}
