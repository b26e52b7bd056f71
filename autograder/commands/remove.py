"""The commands `rename-student`, `remove-student` and `remove-assignment`: folders and gradebook together.

In: the command's options. Out: what was renamed or removed, a line each, and where it is kept; with `--dry-run` only
these lines. Not while something is being graded: the course's lock is held. It does NOT change anything itself:
gradebook/ does; nor roster.csv, which comes from the school: a line says where it still has the name.
"""

from __future__ import annotations

import argparse
from contextlib import suppress
from pathlib import Path

from autograder.commands.console import terminal
from autograder.commands.course import course_of, gradebook_room
from autograder.course import Course
from autograder.course.lock import only_grader
from autograder.course.roster import ROSTER, course_roster, folded
from autograder.errors import CourseError

__all__ = ["remove_assignment", "remove_student", "rename_student"]


def rename_student(options: argparse.Namespace) -> int:
    """Give a student another id; return the exit code."""
    gradebook = gradebook_room()
    course = course_of(options)
    with only_grader(course):
        touched = gradebook.rename_student(course, options.old, options.new, dry=options.dry_run)
    _say(f"{options.old} → {options.new}", touched, dry=options.dry_run)
    _say_if_listed(course, options.old, f"write {options.new} in its place")
    if any(line.startswith("feedback") for line in touched) and not options.dry_run:
        terminal().print(
            f"`autograder feedback --student {options.new}` writes the pages anew.", markup=False, style="dim"
        )
    return 0


def remove_student(options: argparse.Namespace) -> int:
    """Remove a student; return the exit code."""
    gradebook = gradebook_room()
    course = course_of(options)
    with only_grader(course):
        touched, kept = gradebook.remove_student(course, options.student, dry=options.dry_run)
    _say(f"{options.student} removed", touched, dry=options.dry_run, kept=kept)
    _say_if_listed(course, options.student, "take the line out")
    return 0


def remove_assignment(options: argparse.Namespace) -> int:
    """Remove an assignment that is no more in source/; return the exit code."""
    gradebook = gradebook_room()
    course = course_of(options)
    with only_grader(course):
        touched, kept = gradebook.remove_assignment(course, options.assignment, dry=options.dry_run)
    _say(f"{options.assignment} removed", touched, dry=options.dry_run, kept=kept)
    return 0


def _say_if_listed(course: Course, student: str, remedy: str) -> None:
    """Say that roster.csv, which is the instructor's, still has a student; other commands say if it cannot be read."""
    with suppress(CourseError):
        if any(folded(listed.id) == folded(student) for listed in course_roster(course).students):
            terminal().print(
                f"{ROSTER} still has {student}: {remedy}, or the class page and exports go on to list {student}.",
                markup=False,
                highlight=False,
                soft_wrap=True,
            )


def _say(what: str, touched: list[str], *, dry: bool, kept: Path | None = None) -> None:
    console = terminal()
    for line in [f"{what}:", *(f"  {line}" for line in touched or ["no folder, and no grades"])]:
        console.print(line, markup=False, highlight=False, soft_wrap=True)
    if dry:
        console.print("A dry run: nothing was changed.", style="dim")
    if kept is not None:
        console.print(
            f"All of it is kept in {kept}: delete that folder to lose it for good.", markup=False, soft_wrap=True
        )
