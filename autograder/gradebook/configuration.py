"""The course's nbgrader_config.py, read: the traitlets `Config` and nbgrader's `CourseDirectory`.

In: a course. Out: the same settings that the command `nbgrader` finds in the course's folder, so that
what we do in process and what stock commands do agree. Does NOT look at other configuration files.
"""

from __future__ import annotations

from pathlib import Path

from nbgrader.coursedir import CourseDirectory
from traitlets.config.loader import Config, PyFileConfigLoader

from autograder.course import Course
from autograder.errors import CourseError

__all__ = ["course_directory", "load_config"]

_NAME = "nbgrader_config.py"


def load_config(course: Course, *, into: Path | None = None) -> Config:
    """Return the course's settings; `into`: make files there, beside a gradebook of its own."""
    if not course.root.joinpath(_NAME).is_file():
        raise CourseError(f"{course.root}: no {_NAME}. `autograder init` makes a course that has one.")
    config = PyFileConfigLoader(_NAME, path=str(course.root)).load_config()
    config.CourseDirectory.root = str(course.root.absolute())
    if into is not None:
        folder = into.absolute()
        config.CourseDirectory.db_url = f"sqlite:///{folder / 'gradebook.db'}"
        config.CourseDirectory.release_directory = str(folder / "release")
        config.CourseDirectory.solution_directory = str(folder / "solutions")
    return config


def course_directory(config: Config, *, assignment: str = "", student: str = "*") -> CourseDirectory:
    """Return nbgrader's view of the course, narrowed to an assignment and a student."""
    directory = CourseDirectory(config=config)
    directory.assignment_id = assignment
    directory.student_id = student
    return directory
