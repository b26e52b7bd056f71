"""The command `autograder export`: the class's scores as a CSV file, for a spreadsheet, a program, Canvas or Moodle.

In: the gradebook, and roster.csv where there is one. Out: the file, in UTF-8; for a spreadsheet with the mark at its
start by which Excel knows that. Who is in the file and who is not known to roster or platform is said. It does NOT
grade, nor change the gradebook.
"""

from __future__ import annotations

import argparse
import csv
import io
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from autograder.commands.console import warn
from autograder.commands.course import course_of, gradebook_room
from autograder.course.roster import ROSTER, course_roster
from autograder.errors import CourseError
from autograder.files import write_atomically
from autograder.report.rows import counted

__all__ = ["export"]


def export(options: argparse.Namespace) -> int:
    """Write the file that the options describe; return the exit code."""
    if options.tasks and options.form in ("canvas", "moodle"):
        raise CourseError(f"--tasks goes with --wide or --long: {options.form.capitalize()} knows assignments alone")
    if options.like is not None and options.form != "canvas":
        raise CourseError("--like goes with --canvas")
    gradebook = gradebook_room()
    course = course_of(options)
    names = course.select(options.assignments) if options.assignments else []
    table = gradebook.class_table(course, course_roster(course, options.roster), names)
    if not table.assignments:
        raise CourseError("the gradebook has no assignment to export. Run `autograder grade` first.")
    forms = gradebook.forms
    if options.form == "canvas":
        canvas_names = forms.read_canvas_names(options.like) if options.like is not None else None
        lines = forms.canvas(table, canvas_names)
        _say_unknown_to_canvas(table, canvas_names)
    elif options.form == "moodle":
        lines = forms.moodle(table)
    else:
        lines = getattr(forms, options.form)(table, tasks=options.tasks)
    _write(options.file, lines, with_mark=options.form == "wide")
    with_scores = {student for student, _ in table.scores}
    without = sum(student.id not in with_scores for student in table.students)
    print(
        f"wrote {options.file}: {counted(len(table.students), 'student')}, {without} of them without any score, "
        f"{counted(len(table.assignments), 'assignment')}"
    )
    for student in table.not_on_roster:
        warn(f"{student}: in the gradebook, and not on the roster; exported all the same")
    return 0


def _say_unknown_to_canvas(table: Any, names: Any) -> None:
    """Say which assignments and students Canvas' own file does not have."""
    if names is None:
        return
    for column in table.assignments:
        if names.column(column) is None:
            warn(f"{column.name}: Canvas has no assignment of this name, and would make a new one")
    for student in table.students:
        if names.person(student) is None:
            warn(f"{student.id}: not found among Canvas' students; give its number in {ROSTER}, column lms_user_id")


def _write(path: Path, lines: Iterable[list[str]], *, with_mark: bool) -> None:
    text = io.StringIO(newline="")
    csv.writer(text).writerows(lines)
    try:
        write_atomically(path, text.getvalue().encode("utf-8-sig" if with_mark else "utf-8"))
    except OSError as error:
        raise CourseError(f"{path}: cannot be written ({error.strerror})") from error
