"""What `grade` and `import` show in the end: whose grades changed, the class, and the files that were asked for."""

from __future__ import annotations

import argparse
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from autograder.commands.console import progress_bar, terminal, warn, write_json, write_text
from autograder.commands.course import gradebook_room
from autograder.course import Course
from autograder.files import write_atomically

if TYPE_CHECKING:
    from autograder.model import Report
    from autograder.report import Change, Grades

__all__ = ["of_sources", "say_changes", "show", "warn_of_no_page", "write_feedback", "write_junit"]


def say_changes(course: Course, changes: list[Change], *, dry: bool, runs_kept: bool = False) -> None:
    """Print whose grade changed, or would, and why."""
    from autograder.gradebook import CHANGES
    from autograder.report import change_lines

    console = terminal()
    for line in change_lines(changes, dry=dry):
        console.print(line, markup=False, highlight=False, soft_wrap=True)
    if dry:
        note = " Its runs are kept, so grading takes little time now." if runs_kept else ""
        console.print(f"A dry run: nothing was entered.{note}", style="dim")
    elif any(change.matters for change in changes):
        console.print(f"All changes of grades: {course.private / CHANGES}", style="dim", soft_wrap=True)


def show(options: argparse.Namespace, course: Course, names: list[str], reports: list[Report]) -> None:
    """Show the class, and write what was asked for."""
    from autograder import gradebook

    grades = gradebook.class_grades(course)
    if not options.dry_run:
        _show_class(course, grades, reports)
    if options.json:
        _write_reports(options.json, grades, reports)
    write_junit(options.junit, reports)
    if options.feedback and reports:
        write_feedback(course, names, options.student)


def _show_class(course: Course, grades: Grades, reports: list[Report]) -> None:
    """Show the whole course as the gradebook has it, whatever part of it was graded now."""
    from autograder import gradebook
    from autograder.report import class_html, class_table

    graded_now = {(report.student, report.assignment) for report in reports}
    earlier = gradebook.kept_reports(course, sorted(grades.entries.keys() - graded_now))
    of_all = [*reports, *earlier]
    page = course.root / "class.html"
    write_atomically(page, class_html(grades, of_all, **of_sources(course, grades)).encode())
    console = terminal()
    console.print(class_table(grades, of_all))
    console.print(f"The class at a glance: {page}")
    waiting = sum(entry.to_review for entry in grades.entries.values())
    if waiting:
        what = "1 submission waits" if waiting == 1 else f"{waiting} submissions wait"
        console.print(f"{what} for a person: JupyterLab, Nbgrader > Formgrader > Manual Grading", soft_wrap=True)
    console.print("Gradebook: gradebook.db; graded notebooks: autograded/", style="dim")


def write_junit(path: Path | None, reports: list[Report]) -> None:
    """Write the reports as JUnit XML for instructors, if a file was named for it."""
    from autograder.report import junit_xml

    if path is not None:
        write_text(path, junit_xml(reports, student=False))


def of_sources(course: Course, grades: Grades) -> dict[str, Any]:
    """Return what the class page takes from the exercises and students' code: titles of tasks, drafts of cells."""
    from autograder import gradebook

    sources = gradebook.readable_sources(course, dict.fromkeys(assignment for _, assignment in sorted(grades.entries)))
    return {"titles": gradebook.task_titles(sources), "draft": partial(gradebook.draft, course, sources)}


def _write_reports(path: Path, grades: Grades, reports: list[Report]) -> None:
    from autograder.report import entry_json, to_json

    keys = [(report.student, report.assignment) for report in reports]
    entered = [entry_json(grades.entries[key]) for key in keys if key in grades.entries]
    write_json(path, {"format": 1, "reports": [to_json(report) for report in reports], "gradebook": entered})


def write_feedback(course: Course, names: list[str], student: str | None) -> None:
    """Write the feedback pages of some assignments, for one student or for all; CourseError without nbgrader."""
    gradebook = gradebook_room()
    with progress_bar("feedback", len(names)) as progress:
        without = gradebook.feedback(course, names, student, progress=progress.ends)
    warn_of_no_page(without, gradebook.replaced_pages(course, names))
    print(f"feedback pages: {course.folder('feedback')}/STUDENT/ASSIGNMENT/")


def warn_of_no_page(without: list[Path], replaced: list[Path]) -> None:
    """Name the notebooks that got no feedback page, and the pages that say nothing but that they were not ready."""
    for path in without:
        warn(f"NO FEEDBACK PAGE: {path}: nbgrader takes * ? [ ] in a student's id for a pattern; rename the folder")
    for path in replaced:
        warn(f"NO FEEDBACK ON THIS PAGE: {path}: it was not ready in time, and says so; look at what was handed in")
