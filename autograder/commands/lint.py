"""The command `autograder lint`: what an author overlooks, and with `--fix` the mending of what has one right mend.

In: the command's options. Out: a line for each problem; the exit code is 1 if there is one. What a problem is, lint/
says.
"""

from __future__ import annotations

import argparse

from autograder.commands.course import course_of
from autograder.course import Course
from autograder.errors import CourseError
from autograder.lint import Problem, mend
from autograder.lint import lint as linted

__all__ = ["lint"]


def lint(options: argparse.Namespace) -> int:
    """Look at the assignments that the options name; return the exit code."""
    course = course_of(options)
    assignments = course.assignments()
    unknown = [name for name in options.assignments if name not in assignments]
    if unknown or not assignments:
        course.select(unknown)  # says what there is
    names = options.assignments or assignments
    count = 0
    for name in names:
        problems = _problems(course, name)
        if options.fix and (mended := mend(course, name, problems)):
            print(f"source/{name}: {mended} mended")
            problems = _problems(course, name)
        for problem in problems:
            print(f"source/{name}: {problem}")
        count += len(problems)
    exercises = f"{len(names)} exercise{'s' * (len(names) != 1)}"
    print(f"{exercises}: {count or 'no'} problem{'s' * (count != 1)}")
    return 1 if count else 0


def _problems(course: Course, assignment: str) -> list[Problem]:
    """Return an assignment's problems; a folder that has not one notebook is one, and keeps none from being seen."""
    try:
        return linted(course, assignment)
    except CourseError as error:
        return [Problem("", str(error))]
