"""The command `autograder`: parse, and call what stands in commands/.

Exit codes: 0 all is well; 1 the thing looked at is not (a check fails, the audit finds a fault, the
release is stale); 2 the command could not do its work (one line says why and what to do).
"""

from __future__ import annotations

import argparse
import errno
import sys
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from typing import Any

from autograder.commands import interrupt
from autograder.commands.console import any_encoding, warn
from autograder.errors import GraderError

__all__ = ["main"]

_DISK = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EROFS}  # no fault of ours


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code.

    Without arguments it is the command itself: it takes them from the command line, and a Ctrl-C ends it soon.
    """
    if arguments is None:
        return interrupt.interruptible(lambda: _run(sys.argv[1:]))
    return _run(arguments)


def _run(arguments: Sequence[str]) -> int:
    any_encoding()
    options = _parser().parse_args(arguments)
    try:
        return _say_errors(options)
    except BaseException as error:
        if not (interrupt.came() or isinstance(error, KeyboardInterrupt)):
            raise
        interrupt.say_stopped()
        return interrupt.EXIT_CODE


def _say_errors(options: argparse.Namespace) -> int:
    """Run the command; what keeps it from its work is one line on stderr, unless a Ctrl-C does."""
    try:
        module, _, function = options.runs.partition(":")
        code: int = getattr(import_module(f"autograder.commands.{module}"), function or module)(options)
    except GraderError as error:
        if interrupt.came():
            raise
        warn(f"autograder: {error}")
        return 2
    except OSError as error:
        if error.errno not in _DISK or interrupt.came():
            raise
        print(
            f"autograder: {error.filename or 'the disk'}: cannot be written ({error.strerror}). Make room and run the "
            "command again: what was graded is kept.",
            file=sys.stderr,
        )
        return 2
    return code


# ---------------------------------------------------------------- what can be said


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="autograder",
        usage="%(prog)s [-h] [--course DIR] COMMAND ...",
        description="Exercises in deep learning that grade themselves.",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument(
        "--course", type=Path, default=Path(), metavar="DIR",
        help="the course's folder, or one inside it (default: the working folder)",
    )  # fmt: skip
    commands = parser.add_subparsers(prog="autograder", required=True, metavar="COMMAND", help=argparse.SUPPRESS)
    groups = [
        (whose, add(commands))
        for whose, add in (
            ("for students", _for_students),
            ("for authors", _for_authors),
            ("for instructors", _for_instructors),
            ("for whoever runs the machine", _for_operators),
        )
    ]
    parser.epilog = "\n\n".join(f"{whose}:\n{_listed(of)}" for whose, of in groups)
    return parser


def _listed(commands: Sequence[argparse.ArgumentParser]) -> str:
    """Return one line for each command: its name, and what it does."""
    return "\n".join(f"  {command.prog.split()[-1]:<19}{command.get_default('summary')}" for command in commands)


def _for_students(commands: Any) -> list[argparse.ArgumentParser]:
    check = _command(commands, "check", "check", "check your own notebooks: public checks, no isolation")
    check.add_argument(
        "notebooks", nargs="*", type=Path, metavar="FILE|FOLDER",
        help="a notebook, or a folder of exercises (default: the working folder, or the one that --course names)",
    )  # fmt: skip
    check.add_argument("--all", action="store_true", help="of a folder, show all that is wrong, not the first alone")
    check.add_argument(
        "--task",
        metavar="TASK",
        help="of one notebook, a task alone: its number or title, a check's name, or a cell's id",
    )
    _junit(check)
    _running(check)

    watch = _command(commands, "watch", "watch", "check a notebook each time it is saved, and show the next step")
    watch.add_argument(
        "place", nargs="?", type=Path, metavar="FILE|FOLDER",
        help="a notebook, or a folder of exercises (default: the working folder, or the one that --course names)",
    )  # fmt: skip

    reset = _command(commands, "reset", "reset", "put one answer's cell back to what was handed out; yours is kept")
    reset.add_argument("file", type=Path, metavar="FILE", help="your notebook")
    reset.add_argument("task", metavar="TASK", help="a task's number or title, a check's name, or a cell's id")
    reset.add_argument("--undo", action="store_true", help="put back what was replaced last")

    update = _command(commands, "update", "update", "carry your answers over into the corrected exercise")
    update.add_argument("file", type=Path, metavar="FILE", help="your notebook")
    update.add_argument("new", type=Path, metavar="NEW", help="the corrected exercise: its folder, or the kit's")

    submit = _command(commands, "submit", "submit", "say what the grader will see, and write a copy to hand in")
    submit.add_argument("files", nargs="*", type=Path, metavar="FILE", help="your notebook (default: that of the "
                        "working folder)")  # fmt: skip
    destination = submit.add_mutually_exclusive_group()
    destination.add_argument(
        "--to", type=Path, metavar="FOLDER|ZIP",
        help="where the copy goes (default: submission-NN-unit-TIME.zip beside the notebook)",
    )  # fmt: skip
    destination.add_argument("--exchange", action="store_true", help="hand it in by nbgrader's exchange")
    return [check, watch, reset, update, submit]


def _for_authors(commands: Any) -> list[argparse.ArgumentParser]:
    init = _command(commands, "init", "new:init", "make a course of your own, with one exercise in it")
    init.add_argument("folder", type=Path, metavar="DIR", help="where; made if it is not there")

    new = _command(commands, "new", "new", "begin an exercise: a source notebook with every part in it")
    new.add_argument(
        "assignment", metavar="NN-unit", help="its name, e.g. 07-batchnorm: source/07-batchnorm/batchnorm.ipynb"
    )

    build = _command(commands, "build", "build", "make release/ and solutions/ from source/")
    _assignments(build)
    build.add_argument("--check", action="store_true", help="change nothing; exit 1 if they are not up to date")
    build.add_argument("--force", action="store_true", help="build also what has not changed since the last time")

    lint = _command(commands, "lint", "lint", "name what an author overlooks: hints, points, texts, random numbers")
    _assignments(lint)
    lint.add_argument("--fix", action="store_true", help="mend what has one right mend: ids, the summary, off limits")

    audit = _command(commands, "audit", "audit", "grade the grader: run every misconception and every variant")
    _assignments(audit)
    _running(audit)
    _seeds(audit)
    audit.add_argument(
        "--mutants", type=_count, default=None, metavar="N",
        help="try at most N machine-made mutants of each notebook's solutions (default: all)",
    )  # fmt: skip
    audit.add_argument(
        "--secrets", type=_count, default=0, metavar="N",
        help="grade all known answers on N secrets: misconceptions, tests/answers, a made-up class (default: the "
        "misconceptions alone, on those of --seeds)",
    )  # fmt: skip
    audit.add_argument("--json", type=Path, metavar="FILE", help="write the audit as JSON (docs/grading.md)")
    audit.add_argument(
        "--html", type=Path, metavar="FILE", help="where the page goes (default: audit.html in the course's folder)"
    )
    kept = audit.add_argument_group("how often it is right, on answers that others wrote (docs/grading.md)")
    kept.add_argument("--answers", action="store_true", help="grade the answers that are kept for that, and no more")
    kept.add_argument(
        "--folder", type=Path, metavar="DIR", help="where they are (default: tests/answers in the course's folder)"
    )
    kept.add_argument("--list", action="store_true", help="say of each what it failed, and in which words")
    kept.add_argument(
        "--judge", type=Path, metavar="FILE",
        help="write verdicts into the answers' files: lines of NN-unit/wrong-NAME.py, a tab, and true, vague, false "
        "or none",
    )  # fmt: skip

    calibrate = _command(
        commands, "calibrate", "audit:calibrate", "propose each check's tolerance from right and wrong runs"
    )
    _assignments(calibrate)
    _running(calibrate)
    _seeds(calibrate)

    sample = _command(commands, "sample-class", "sample_class", "fill submitted/ with a made-up class")
    _assignments(sample)
    sample.add_argument("--students", type=_positive, default=8, metavar="N", help="how many (default: 8)")
    sample.add_argument("--seed", type=int, default=1, metavar="S", help="another seed, another class (default: 1)")
    return [init, new, lint, build, audit, calibrate, sample]


def _for_instructors(commands: Any) -> list[argparse.ArgumentParser]:
    (kit, collect, export), grading = _in_and_out(commands), _grading(commands)
    (classes, feedback, handing_back), elsewhere = _understanding(commands), _elsewhere(commands)
    return [kit, collect, *grading, classes, feedback, handing_back, export, *elsewhere, *_removing(commands)]


def _grading(commands: Any) -> list[argparse.ArgumentParser]:
    grade = _command(commands, "grade", "grade", "grade what is in submitted/ and enter it into the gradebook")
    _assignments(grade)
    grade.add_argument("--student", metavar="ID", help="only this student's submissions")
    _running(grade)
    _device(grade)
    grade.add_argument("--force", action="store_true", help="grade also what has not changed since it was graded")
    grade.add_argument(
        "--dry-run", action="store_true", help="say whose grade would change and why, and write nothing of it"
    )
    _strict_rules(grade)
    grade.add_argument("--json", type=Path, metavar="FILE", help="write the reports as JSON (docs/report.md)")
    _junit(grade)
    _feedback(grade)
    _unisolated(grade)
    grade.add_argument(
        "--cluster", metavar="ADDRESS",
        help="grade on the workers of a Dask scheduler (tcp://HOST:PORT), or 'local' (docs/scale.md)",
    )  # fmt: skip

    serve = _command(commands, "serve", "serve", "grade what arrives in submitted/, until it is stopped")
    _assignments(serve)
    _running(serve)
    _device(serve)
    _strict_rules(serve)
    _feedback(serve)
    _unisolated(serve)
    serve.set_defaults(cluster=None)

    due = _command(commands, "due", "due", "show or set due dates, and check extensions.csv")
    due.add_argument("assignment", nargs="?", metavar="ASSIGNMENT", help="e.g. 07-batchnorm (default: show all)")
    due.add_argument(
        "time", nargs="*", metavar="TIME", help="e.g. 2030-01-31 23:59 Europe/Zurich (without a zone: UTC), or none"
    )

    summary = "enter the reports of a machine that has no gradebook"
    importing = _command(commands, "import", "import_reports", summary)
    importing.add_argument("file", type=Path, metavar="FILE", help="what `autograder grade --json FILE` wrote there")
    _assignments(importing)
    importing.add_argument("--student", metavar="ID", help="only this student's reports")
    importing.add_argument("--dry-run", action="store_true", help="say whose grade would change, and write nothing")
    importing.add_argument("--json", type=Path, metavar="FILE", help="write the reports as JSON (docs/report.md)")
    importing.set_defaults(feedback=False, junit=None)
    return [due, grade, serve, importing]


def _in_and_out(commands: Any) -> list[argparse.ArgumentParser]:
    collect = _command(commands, "collect", "collect", "put what a platform gives out into submitted/")
    collect.add_argument("assignment", metavar="ASSIGNMENT", help="e.g. 07-batchnorm")
    collect.add_argument("source", type=Path, metavar="ZIP|FOLDER", help="what the platform gave, as it is")
    collect.add_argument(
        "--from", dest="platform", required=True, choices=("canvas", "moodle", "gradescope", "github", "folder"),
        help="who named the files; github: a folder for each repository, folder: one for each student",
    )  # fmt: skip
    _roster(collect)
    collect.add_argument("--dry-run", action="store_true", help="say what would be done, and do nothing")
    collect.add_argument("--json", type=Path, metavar="FILE", help="write who is in and what was left aside as JSON")

    export = _command(commands, "export", "export", "write the class's scores for a spreadsheet, Canvas or Moodle")
    export.add_argument("file", type=Path, metavar="FILE", help="the CSV file to write")
    _assignments(export)
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
    _roster(export)

    kit = _command(commands, "kit", "kit", "one zip for students: exercises, package, versions, README")
    _assignments(kit)
    kit.add_argument("--to", type=Path, metavar="FILE", help="where the zip goes (default: kit.zip in the course)")
    kit.add_argument(
        "--colab", metavar="ADDRESS",
        help="add notebooks for Colab, which fetch the zip from this address in their first cell",
    )  # fmt: skip
    return [kit, collect, export]


def _elsewhere(commands: Any) -> list[argparse.ArgumentParser]:
    gradescope = _command(commands, "gradescope", "gradescope", "one assignment as Gradescope's autograder: a zip")
    _assignment(gradescope)
    gradescope.add_argument("file", type=Path, metavar="FILE", help="where the zip goes")
    gradescope.add_argument(
        "--hidden", choices=("never", "after_due_date", "after_published", "now"), default="after_published",
        help="when students see the results of hidden checks, and so their total (default: after_published)",
    )  # fmt: skip
    gradescope.add_argument(
        "--tries", type=_positive, metavar="N", help="how many submissions of a student count (default: all)"
    )
    gradescope.add_argument(
        "--allow-unisolated", action="store_true",
        help="grade even where the container cannot isolate students' code; every result says so",
    )  # fmt: skip

    github = _command(commands, "github", "github", "one exercise as a repository whose public checks GitHub runs")
    _assignment(github)
    github.add_argument("folder", type=Path, metavar="FOLDER", help="where the repository's files go")

    similar = _command(commands, "similar", "similar", "show whose answers are alike, side by side; no verdict")
    _assignment(similar)
    similar.add_argument(
        "--to", type=Path, metavar="FILE", help="where the page goes (default: similar-NN-unit.html in the course)"
    )
    return [similar, gradescope, github]


def _understanding(commands: Any) -> list[argparse.ArgumentParser]:
    summary = "write the class page anew from the gradebook, or a page to project, or one student's"
    classes = _command(commands, "class", "class_page", summary)
    classes.add_argument(
        "--without-names", action="store_true",
        help="a page to project: no name, no student's row, and of each check only what every student may know",
    )  # fmt: skip
    classes.add_argument(
        "--since", nargs="+", metavar="TIME",
        help="show whose scores gradings have changed since then, and why: like 2030-01-31, or 2030-01-31 23:59 "
        "Europe/Zurich (without a zone: UTC)",
    )  # fmt: skip
    classes.add_argument("--student", metavar="ID", help="the page of one student: all exercises, and what was said")
    classes.add_argument("--json", type=Path, metavar="FILE", help="write the figures as JSON too (docs/report.md)")
    classes.add_argument(
        "--to", type=Path, metavar="FILE",
        help="where the page goes (default: class.html, class-without-names.html or class-ID.html in the course)",
    )  # fmt: skip

    feedback = _command(commands, "feedback", "feedback", "write the students' feedback pages into feedback/")
    _assignments(feedback)
    feedback.add_argument("--student", metavar="ID", help="only this student's pages")

    summary = "feedback pages in the form in which Canvas or Moodle takes them, or a folder with a list"
    handing_back = _command(commands, "hand-back", "handback", summary)
    handing_back.add_argument("assignment", metavar="ASSIGNMENT", help="e.g. 07-batchnorm")
    handing_back.add_argument(
        "--to", required=True, choices=("canvas", "moodle", "folder"),
        help="canvas, moodle: a zip for the upload of several feedback files; folder: a folder, and list.csv for a "
        "mail merge",
    )  # fmt: skip
    handing_back.add_argument(
        "--from", dest="download", type=Path, metavar="DOWNLOAD",
        help="canvas, moodle: the zip in which it gave the submissions, or the folder where it was unpacked",
    )  # fmt: skip
    handing_back.add_argument("out", type=Path, metavar="OUT", help="the zip, or the new folder")
    return [classes, feedback, handing_back]


def _removing(commands: Any) -> list[argparse.ArgumentParser]:
    renaming = _command(commands, "rename-student", "remove:rename_student", "give a student another id")
    renaming.add_argument("old", metavar="OLD", help="the id that the student has")
    renaming.add_argument("new", metavar="NEW", help="the id that the student is to have")
    removing = _command(
        commands, "remove-student", "remove:remove_student", "remove a student; all of it is kept aside"
    )
    removing.add_argument("student", metavar="ID", help="the student")
    summary = "remove one that is gone from source/; all is kept aside"
    forgetting = _command(commands, "remove-assignment", "remove:remove_assignment", summary)
    forgetting.add_argument("assignment", metavar="ASSIGNMENT", help="e.g. 07-batchnorm")
    for command in (renaming, removing, forgetting):
        command.add_argument("--dry-run", action="store_true", help="say what that touches, and change nothing")
    return [renaming, removing, forgetting]


def _for_operators(commands: Any) -> list[argparse.ArgumentParser]:
    return [_command(commands, "doctor", "doctor", "show what this machine has: isolation, device, versions")]


def _command(commands: Any, name: str, runs: str, summary: str) -> argparse.ArgumentParser:
    """Add a command; `runs`: the module in commands/, with ":FUNCTION" where that has another name."""
    command: argparse.ArgumentParser = commands.add_parser(
        name, help=summary, description=summary[0].upper() + summary[1:] + "."
    )
    command.set_defaults(runs=runs, summary=summary)
    return command


def _assignments(command: argparse.ArgumentParser) -> None:
    command.add_argument("assignments", nargs="*", metavar="ASSIGNMENT", help="e.g. 07-batchnorm (default: all)")


def _roster(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--roster", type=Path, metavar="FILE", help="who takes the course (default: roster.csv in it, if it is there)"
    )


def _assignment(command: argparse.ArgumentParser) -> None:
    command.add_argument("assignment", metavar="ASSIGNMENT", help="e.g. 07-batchnorm")


def _junit(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--junit", type=Path, metavar="FILE", help="write the results as JUnit XML, a test case for each check"
    )


def _running(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--jobs",
        type=_positive,
        default=None,
        metavar="N",
        help="runs at the same time (default: one per core)",
    )


def _device(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--device", choices=("auto", "cpu", "cuda"), default=None, help="where to compute (default: auto)"
    )


def _strict_rules(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--strict-rules",
        action="store_true",
        help="refuse a grade where this torch does not let a rule be kept below Python (docs/security.md)",
    )


def _feedback(command: argparse.ArgumentParser) -> None:
    command.add_argument("--feedback", action="store_true", help="write the students' feedback pages as well")


def _unisolated(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--allow-unisolated", action="store_true",
        help="grade even where this machine cannot isolate students' code; every report says so",
    )  # fmt: skip


def _seeds(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--seeds", type=_positive, default=3, metavar="N", help="measure on N secrets: N times other data (default: 3)"
    )


def _positive(text: str) -> int:
    return _count(text, least=1)


def _count(text: str, *, least: int = 0) -> int:
    number = int(text)
    if number < least:
        raise argparse.ArgumentTypeError(f"must be at least {least}")
    return number


if __name__ == "__main__":
    raise SystemExit(main())
