"""The command `autograder hand-back`: feedback pages in the form in which a platform takes them."""

from __future__ import annotations

import argparse

from autograder.commands.console import warn
from autograder.commands.course import course_of, gradebook_room
from autograder.report.rows import counted

__all__ = ["handback"]


def handback(options: argparse.Namespace) -> int:
    """Write the zip or the folder; return the exit code, 1 if somebody was left out."""
    course = course_of(options)
    (assignment,) = course.select([options.assignment])
    done = gradebook_room().hand_back(course, assignment, options.to, options.out, options.download)
    for reason in done.left_out:
        warn(f"LEFT OUT: {reason}")
    print(f"{counted(len(done.students), 'feedback page')}: {options.out}")
    return 1 if done.left_out else 0
