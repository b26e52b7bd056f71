"""The commands of instructors."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from autograder.commands.arguments.common import (
    add_assignment,
    add_assignments,
    add_command,
    add_device,
    add_feedback,
    add_jobs,
    add_junit,
    add_roster,
    add_strict_rules,
    add_unisolated,
    positive,
)

__all__ = ["for_instructors"]


def for_instructors(commands: Any) -> list[argparse.ArgumentParser]:
    """Add the commands of instructors."""
    (kit, collect, export), grading = _in_and_out(commands), _grading(commands)
    (classes, feedback, handing_back), elsewhere = _understanding(commands), _elsewhere(commands)
    return [kit, collect, *grading, classes, feedback, handing_back, export, *elsewhere, *_removing(commands)]


def _grading(commands: Any) -> list[argparse.ArgumentParser]:
    grade = add_command(commands, "grade", "grade", "grade what is in submitted/ and enter it into the gradebook")
    add_assignments(grade)
    grade.add_argument("--student", metavar="ID", help="only this student's submissions")
    add_jobs(grade)
    add_device(grade)
    grade.add_argument("--force", action="store_true", help="grade also what has not changed since it was graded")
    grade.add_argument(
        "--dry-run", action="store_true", help="say whose grade would change and why, and write nothing of it"
    )
    add_strict_rules(grade)
    grade.add_argument("--json", type=Path, metavar="FILE", help="write the reports as JSON (docs/report.md)")
    add_junit(grade)
    add_feedback(grade)
    add_unisolated(grade)
    grade.add_argument(
        "--cluster", metavar="ADDRESS",
        help="grade on the workers of a Dask scheduler (tcp://HOST:PORT), or 'local' (docs/scale.md)",
    )  # fmt: skip

    serve = add_command(commands, "serve", "serve", "grade what arrives in submitted/, until it is stopped")
    add_assignments(serve)
    add_jobs(serve)
    add_device(serve)
    add_strict_rules(serve)
    add_feedback(serve)
    serve.add_argument(
        "--tries", type=positive, metavar="N",
        help="how many different submissions of a student are graded for an assignment (default: all)",
    )  # fmt: skip
    add_unisolated(serve)
    serve.set_defaults(cluster=None)

    due = add_command(commands, "due", "due", "show or set due dates, and check extensions.csv")
    due.add_argument("assignment", nargs="?", metavar="ASSIGNMENT", help="e.g. 07-batchnorm (default: show all)")
    due.add_argument(
        "time", nargs="*", metavar="TIME", help="e.g. 2030-01-31 23:59 Europe/Zurich (without a zone: UTC), or none"
    )

    summary = "enter the reports of a machine that has no gradebook"
    importing = add_command(commands, "import", "import_reports", summary)
    importing.add_argument("file", type=Path, metavar="FILE", help="what `autograder grade --json FILE` wrote there")
    add_assignments(importing)
    importing.add_argument("--student", metavar="ID", help="only this student's reports")
    importing.add_argument("--dry-run", action="store_true", help="say whose grade would change, and write nothing")
    importing.add_argument("--json", type=Path, metavar="FILE", help="write the reports as JSON (docs/report.md)")
    importing.set_defaults(feedback=False, junit=None)
    return [due, grade, serve, importing]


def _in_and_out(commands: Any) -> list[argparse.ArgumentParser]:
    collect = add_command(commands, "collect", "collect", "put what a platform gives out into submitted/")
    collect.add_argument("assignment", metavar="ASSIGNMENT", help="e.g. 07-batchnorm")
    collect.add_argument("source", type=Path, metavar="ZIP|FOLDER", help="what the platform gave, as it is")
    collect.add_argument(
        "--from", dest="platform", required=True,
        choices=("canvas", "moodle", "blackboard", "ilias", "gradescope", "github", "folder"),
        help="who named the files; github: a folder for each repository, folder: one for each student",
    )  # fmt: skip
    add_roster(collect)
    collect.add_argument("--dry-run", action="store_true", help="say what would be done, and do nothing")
    collect.add_argument("--json", type=Path, metavar="FILE", help="write who is in and what was left aside as JSON")

    export = add_command(commands, "export", "export", "write the class's scores for a spreadsheet, Canvas or Moodle")
    export.add_argument("file", type=Path, metavar="FILE", help="the CSV file to write")
    add_assignments(export)
    form = export.add_mutually_exclusive_group()
    for name, lines in (
        ("wide", "a line for each student, a column for each assignment (the default)"),
        ("long", "a line for each student and assignment, with times, penalties and points"),
        ("canvas", "what Canvas' gradebook imports"),
        ("moodle", "what Moodle's grade import reads"),
    ):
        form.add_argument(f"--{name}", dest="form", action="store_const", const=name, default="wide", help=lines)
    export.add_argument("--tasks", action="store_true", help="with --wide and --long: each task as well")
    export.add_argument(
        "--like", type=Path, metavar="FILE",
        help="with --canvas: a gradebook that Canvas exported, for its names of assignments and students",
    )  # fmt: skip
    add_roster(export)

    kit = add_command(commands, "kit", "kit", "one zip for students: exercises, package, versions, README")
    add_assignments(kit)
    kit.add_argument("--to", type=Path, metavar="FILE", help="where the zip goes (default: kit.zip in the course)")
    kit.add_argument(
        "--colab", metavar="ADDRESS",
        help="add notebooks for Colab, which fetch the zip from this address in their first cell",
    )  # fmt: skip
    return [kit, collect, export]


def _elsewhere(commands: Any) -> list[argparse.ArgumentParser]:
    gradescope = add_command(commands, "gradescope", "gradescope", "one assignment as Gradescope's autograder: a zip")
    add_assignment(gradescope)
    gradescope.add_argument("file", type=Path, metavar="FILE", help="where the zip goes")
    gradescope.add_argument(
        "--hidden", choices=("never", "after_due_date", "after_published", "now"), default="after_published",
        help="when students see the results of hidden checks, and so their total (default: after_published)",
    )  # fmt: skip
    gradescope.add_argument(
        "--tries", type=positive, metavar="N", help="how many submissions of a student count (default: all)"
    )
    gradescope.add_argument(
        "--allow-unisolated", action="store_true",
        help="grade even where the container cannot isolate students' code; every result says so",
    )  # fmt: skip

    github = add_command(commands, "github", "github", "one exercise as a repository whose public checks GitHub runs")
    add_assignment(github)
    github.add_argument("folder", type=Path, metavar="FOLDER", help="where the repository's files go")

    similar = add_command(commands, "similar", "similar", "show whose answers are alike, side by side; no verdict")
    add_assignment(similar)
    similar.add_argument(
        "--to", type=Path, metavar="FILE", help="where the page goes (default: similar-NN-unit.html in the course)"
    )
    return [similar, gradescope, github]


def _understanding(commands: Any) -> list[argparse.ArgumentParser]:
    summary = "write the class page anew from the gradebook, or a page to project, or one student's"
    classes = add_command(commands, "class", "class_page", summary)
    classes.add_argument(
        "--without-names", action="store_true",
        help="a page to project: no name, no student's row, and of each check only what every student may know",
    )  # fmt: skip
    classes.add_argument("--student", metavar="ID", help="the page of one student: all exercises, and what was said")
    classes.add_argument(
        "--since", nargs="+", metavar="TIME",
        help="show whose scores gradings have changed since then, and why: like 2030-01-31, or 2030-01-31 23:59 "
        "Europe/Zurich (without a zone: UTC)",
    )  # fmt: skip
    classes.add_argument("--json", type=Path, metavar="FILE", help="write the figures as JSON too (docs/report.md)")
    classes.add_argument(
        "--to", type=Path, metavar="FILE",
        help="where the page goes (default: class.html, class-without-names.html or class-ID.html in the course)",
    )  # fmt: skip

    feedback = add_command(commands, "feedback", "feedback", "write the students' feedback pages into feedback/")
    add_assignments(feedback)
    feedback.add_argument("--student", metavar="ID", help="only this student's pages")

    summary = "feedback pages in the form in which Canvas, Moodle or ILIAS takes them, or a folder with a list"
    handing_back = add_command(commands, "hand-back", "handback", summary)
    handing_back.add_argument("assignment", metavar="ASSIGNMENT", help="e.g. 07-batchnorm")
    handing_back.add_argument(
        "--to", required=True, choices=("canvas", "moodle", "ilias", "folder"),
        help="canvas, moodle, ilias: a zip for the upload of several feedback files; folder: a folder, and list.csv "
        "for a mail merge (Blackboard takes no such zip)",
    )  # fmt: skip
    handing_back.add_argument(
        "--from", dest="download", type=Path, metavar="DOWNLOAD",
        help="canvas, moodle, ilias: the zip in which it gave the submissions, or the folder where it was unpacked",
    )  # fmt: skip
    handing_back.add_argument("out", type=Path, metavar="OUT", help="the zip, or the new folder")
    return [classes, feedback, handing_back]


def _removing(commands: Any) -> list[argparse.ArgumentParser]:
    renaming = add_command(commands, "rename-student", "remove:rename_student", "give a student another id")
    renaming.add_argument("old", metavar="OLD", help="the id that the student has")
    renaming.add_argument("new", metavar="NEW", help="the id that the student is to have")
    removing = add_command(
        commands, "remove-student", "remove:remove_student", "remove a student; all of it is kept aside"
    )
    removing.add_argument("student", metavar="ID", help="the student")
    summary = "remove one that is gone from source/; all is kept aside"
    forgetting = add_command(commands, "remove-assignment", "remove:remove_assignment", summary)
    forgetting.add_argument("assignment", metavar="ASSIGNMENT", help="e.g. 07-batchnorm")
    for command in (renaming, removing, forgetting):
        command.add_argument("--dry-run", action="store_true", help="say what that touches, and change nothing")
    return [renaming, removing, forgetting]
