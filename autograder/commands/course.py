"""What most commands work on: the course that --course names, and nbgrader's gradebook, where nbgrader is."""

from __future__ import annotations

import argparse
import sys
from contextlib import nullcontext
from typing import Any

from autograder.commands.importing import importing
from autograder.course import Course, find_course
from autograder.errors import CourseError

__all__ = ["NoNbgraderError", "course_of", "gradebook_room"]


class NoNbgraderError(CourseError):
    """nbgrader, or something that it needs, is not installed."""


def course_of(options: argparse.Namespace) -> Course:
    """Return the course that --course names."""
    return find_course(options.course.absolute())


def gradebook_room() -> Any:
    """Return the package that knows nbgrader, imported when it is first needed; CourseError without nbgrader."""
    # jsonschema would build a grammar of IRIs, 0.8 s, for a format that no notebook's schema has
    sys.modules.setdefault("rfc3987_syntax", None)  # type: ignore[arg-type]
    try:
        with importing() if "autograder.gradebook" not in sys.modules else nullcontext():
            from autograder import gradebook
    except ModuleNotFoundError as error:
        raise NoNbgraderError(
            f"this command needs nbgrader ({error.name} is missing): "
            "in the grader's checkout, pip install -c constraints.txt -e '.[instructor]'"
        ) from error
    return gradebook
