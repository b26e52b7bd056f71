"""The command `autograder github`: one exercise as a repository from which GitHub makes each student's own.

In: a built course, an assignment, a folder. Out: in that folder what students get of the exercise, the package, the
versions of what it needs, and what GitHub Actions runs at each push: the public checks. No source, no solution, no
hidden case: those are run on the instructor's own machine, by `autograder grade`.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path

from autograder.commands.console import terminal
from autograder.commands.course import course_of
from autograder.commands.kit import released
from autograder.commands.notebooks import EXPECTED, read_head
from autograder.commands.package import python, requirements, wheel
from autograder.course import Course
from autograder.errors import CourseError, ExpectedValuesError
from autograder.send.classroom import ClassroomTest, autograding, task_tests, workflow

__all__ = ["github"]


def github(options: argparse.Namespace) -> int:
    """Write the repository's files into the folder that the options name; return the exit code."""
    course = course_of(options)
    (name,) = course.select([options.assignment])
    tests, factor = _tests(course, name)
    folder: Path = options.folder
    for inside, data in _contents(course, name, tests):
        path = folder / inside
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
        except OSError as error:
            raise CourseError(f"{path}: cannot be written ({error.strerror})") from error
    points = sum(test.points for test in tests)
    quarters = f" ({factor} of them are one point of the exercise: GitHub counts whole ones)" if factor > 1 else ""
    terminal().print(
        f"{folder}: {name}, {len(tests)} tests for {points} points{quarters}, public checks only.",
        highlight=False, soft_wrap=True,
    )  # fmt: skip
    return 0


def _tests(course: Course, name: str) -> tuple[list[ClassroomTest], int]:
    path = course.folder("release") / name / EXPECTED
    head = read_head(path)
    if head is None:
        raise ExpectedValuesError(f"{path}: not there, or it cannot be read. autograder build {name}")
    return task_tests(head.notebook, dict(head.checks))


def _contents(course: Course, name: str, tests: list[ClassroomTest]) -> Iterator[tuple[str, bytes]]:
    """Give the files of the repository: their names in it, and what they hold."""
    yield from released(course, name)
    wheel_name, data = wheel()
    yield wheel_name, data
    yield "requirements.txt", requirements(wheel_name, extra="student").encode()
    yield ".github/workflows/classroom.yml", workflow(tests, python=python()).encode()
    yield ".github/classroom/autograding.json", autograding(tests).encode()
