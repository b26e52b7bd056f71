"""The command `autograder feedback`: the students' pages, written anew from what is in the gradebook."""

from __future__ import annotations

import argparse

from autograder.commands.course import course_of
from autograder.commands.results import write_feedback

__all__ = ["feedback"]


def feedback(options: argparse.Namespace) -> int:
    """Write the pages that the options name; return the exit code."""
    course = course_of(options)
    write_feedback(course, course.select(options.assignments), options.student)
    return 0
