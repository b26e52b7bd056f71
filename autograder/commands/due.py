"""The command `autograder due`: until when what is to be handed in, shown or set; extensions.csv is checked.

In: the command's options. Out: the due dates and extensions on the terminal; one due date in the gradebook. It does
NOT grade: the next `autograder grade` sets the penalties anew.
"""

from __future__ import annotations

import argparse

from autograder.commands.console import terminal
from autograder.commands.course import course_of, gradebook_room
from autograder.course.lock import only_grader
from autograder.errors import CourseError
from autograder.report.rows import counted

__all__ = ["due"]


def due(options: argparse.Namespace) -> int:
    """Set a due date if one is given, then show all; return the exit code."""
    gradebook = gradebook_room()
    course = course_of(options)
    if options.assignment is not None:
        (name,) = course.select([options.assignment])
        text = " ".join(options.time)
        date = gradebook.as_utc(text)
        if date is None and text != "none":
            raise CourseError(
                f"{text!r} is no time: write one like 2030-01-31 23:59 Europe/Zurich (without a zone: UTC), or none"
            )
        with only_grader(course):
            gradebook.set_due_date(course, name, date)
    dates = gradebook.due_dates(course)
    console = terminal()
    for name, date in dates.of.items():
        lines = [f"{name}: {f'due {date} UTC' if date is not None else 'no due date'}"]
        extended = {student: until for (student, assignment), until in dates.extensions.items() if assignment == name}
        lines += [f"  {student}: until {until} UTC" for student, until in sorted(extended.items())]
        for line in lines:
            console.print(line, markup=False, highlight=False, soft_wrap=True)
    source = "in extensions.csv" if dates.from_file else "in the gradebook; there is no extensions.csv"
    count = len(dates.extensions)
    console.print(f"{counted(count, 'extension')} ({source})", style="dim", highlight=False)
    if options.assignment is not None:
        console.print("`autograder grade` sets the late penalties anew.", style="dim", highlight=False)
    return 0
