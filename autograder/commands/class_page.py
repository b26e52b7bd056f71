"""The command `autograder class`: the class as the gradebook and autograded/ have it, as a page or as JSON.

In: the command's options. Out: class.html, or a page without names to project, or one student's page; with `--json` the
same figures; with `--since` what gradings have changed. It does NOT grade anything and changes neither gradebook nor
autograded/.
"""

from __future__ import annotations

import argparse
from datetime import datetime
from pathlib import Path

from autograder.commands.console import write_json, write_text
from autograder.commands.course import course_of, gradebook_room
from autograder.commands.results import of_sources
from autograder.errors import CourseError

__all__ = ["class_page"]


def class_page(options: argparse.Namespace) -> int:
    """Write the page that the options ask for; return the exit code."""
    from autograder.report import class_html, class_json, score_changes, student_html

    gradebook = gradebook_room()
    course = course_of(options)
    if options.student is not None and (options.without_names or options.json or options.since):
        raise CourseError("--student asks for one student's page: leave out --without-names, --json and --since")
    since = _time(" ".join(options.since)) if options.since else None
    grades = gradebook.class_grades(course)
    if options.student is not None and options.student not in grades.students:
        raise CourseError(f"neither the gradebook nor a roster.csv knows a student '{options.student}'")
    reports = list(gradebook.kept_reports(course, sorted(grades.entries)))
    named = not options.without_names
    if options.student is not None:
        page = student_html(grades, reports, options.student)
    else:
        sources = of_sources(course, grades)
        if since is not None:
            changes = gradebook.changes_since(course, since)
            sources["changes"] = score_changes(grades, changes, f"{since:%Y-%m-%d %H:%M} UTC")
        page = class_html(grades, reports, named=named, **sources)
        if options.json:
            write_json(options.json, class_json(grades, reports, named=named, **sources))
    path = options.to or course.root / _file_name(options.student, named=named)
    write_text(path, page)
    return 0


def _time(text: str) -> datetime:
    """Return a time, or the first minute of a day, in UTC and without a zone; CourseError if the text says neither."""
    as_utc = gradebook_room().as_utc
    time: datetime | None = as_utc(text) or as_utc(f"{text} 00:00")
    if time is None:
        raise CourseError(
            f"--since: {text!r} is no time: write one like 2030-01-31, or 2030-01-31 23:59 Europe/Zurich (without a "
            "zone: UTC)"
        )
    return time


def _file_name(student: str | None, *, named: bool) -> Path:
    if student is not None:
        return Path(f"class-{student.replace('/', '_')}.html")
    return Path("class.html" if named else "class-without-names.html")
