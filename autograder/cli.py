"""The command `autograder`: parse, call, print.

Exit codes: 0 all is well; 1 the thing looked at is not (a check fails, the audit finds a fault, the
release is stale); 2 the command could not do its work (one line says why and what to do).
"""

from __future__ import annotations

import argparse
import errno
import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from autograder.commands import interrupt
from autograder.commands.console import progress_bar, terminal, warn, write_json, write_text
from autograder.commands.grade import course_of, grade, gradebook_room, write_feedback
from autograder.errors import CourseError, GraderError

if TYPE_CHECKING:
    from autograder.audit import Audit
    from autograder.course import Course
    from autograder.grade import Grader
    from autograder.notebook import Notebook

__all__ = ["main"]

_DISK = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EROFS}  # no fault of ours
_DESCRIPTION = """Grade notebooks of deep-learning exercises.

An instructor's usual way:   autograder build, grade, feedback
A student's usual way:       autograder check NN-unit/unit.ipynb
An author's usual way:       autograder build NN-unit, audit NN-unit
"""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code.

    Without arguments it is the command itself: it takes them from the command line, and a Ctrl-C ends it soon.
    """
    if arguments is None:
        return interrupt.interruptible(lambda: _run(sys.argv[1:]))
    return _run(arguments)


def _run(arguments: Sequence[str]) -> int:
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
        code: int = options.run(options)
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
        prog="autograder", description=_DESCRIPTION, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "--course", type=Path, default=Path(), metavar="DIR",
        help="the course's folder, or one inside it (default: the working folder)",
    )  # fmt: skip
    commands = parser.add_subparsers(required=True, metavar="COMMAND")

    command = _command(commands, "build", _build, "make release/ and solutions/ from source/")
    _assignments(command)
    command.add_argument("--check", action="store_true", help="change nothing; exit 1 if they are not up to date")

    command.add_argument("--force", action="store_true", help="build also what has not changed since the last time")

    command = _command(commands, "check", _check, "check your own notebooks: public checks, no isolation")
    command.add_argument("notebooks", nargs="+", type=Path, metavar="NOTEBOOK", help="a filled-in notebook")

    command = _command(commands, "grade", grade, "grade what is in submitted/ and enter it into the gradebook")
    _assignments(command)
    command.add_argument("--student", metavar="ID", help="only this student's submissions")
    _running(command)
    command.add_argument(
        "--device", choices=("auto", "cpu", "cuda"), default=None, help="where to compute (default: auto)"
    )
    command.add_argument(
        "--force",
        action="store_true",
        help="grade also what has not changed since it was graded",
    )
    command.add_argument(
        "--dry-run", action="store_true", help="say whose grade would change and why, and write nothing of it"
    )
    command.add_argument(
        "--strict-rules",
        action="store_true",
        help="refuse a grade where this torch does not let a rule be kept below Python (docs/security.md)",
    )
    command.add_argument("--json", type=Path, metavar="FILE", help="write the reports as JSON (docs/report.md)")
    command.add_argument("--feedback", action="store_true", help="write the students' feedback pages as well")
    command.add_argument(
        "--allow-unisolated", action="store_true",
        help="grade even where this machine cannot isolate students' code; every report says so",
    )  # fmt: skip
    command.add_argument(
        "--cluster", metavar="ADDRESS",
        help="grade on the workers of a Dask scheduler (tcp://HOST:PORT), or 'local' (docs/scale.md)",
    )  # fmt: skip

    command = _command(commands, "import", _import, "enter the reports of a machine that has no gradebook")
    command.add_argument("file", type=Path, metavar="FILE", help="what `autograder grade --json FILE` wrote there")
    _assignments(command)
    command.add_argument("--student", metavar="ID", help="only this student's reports")
    command.add_argument("--dry-run", action="store_true", help="say whose grade would change, and write nothing of it")
    command.add_argument("--json", type=Path, metavar="FILE", help="write the reports as JSON (docs/report.md)")
    command.set_defaults(feedback=False)

    command = _command(commands, "feedback", _feedback, "write the students' feedback pages into feedback/")
    _assignments(command)
    command.add_argument("--student", metavar="ID", help="only this student's pages")

    command = _command(commands, "audit", _audit, "grade the grader: run every misconception and every variant")
    _assignments(command)
    _running(command)
    _seeds(command)
    command.add_argument(
        "--mutants", type=_count, default=None, metavar="N",
        help="try at most N machine-made mutants of each notebook's solutions (default: all)",
    )  # fmt: skip
    command.add_argument("--json", type=Path, metavar="FILE", help="write the audit as JSON (docs/grading.md)")
    command.add_argument(
        "--html", type=Path, metavar="FILE", help="where the page goes (default: audit.html in the course's folder)"
    )

    command = _command(commands, "calibrate", _calibrate, "propose each check's tolerance from right and wrong runs")
    _assignments(command)
    _running(command)
    _seeds(command)

    command = _command(commands, "sample-class", _sample_class, "fill submitted/ with a made-up class")
    _assignments(command)
    command.add_argument("--students", type=_positive, default=8, metavar="N", help="how many (default: 8)")
    command.add_argument("--seed", type=int, default=1, metavar="S", help="another seed, another class (default: 1)")

    _command(commands, "doctor", _doctor, "show what this machine has: isolation, device, versions")
    return parser


def _command(commands: Any, name: str, run: Any, summary: str) -> argparse.ArgumentParser:
    command: argparse.ArgumentParser = commands.add_parser(
        name, help=summary, description=summary[0].upper() + summary[1:] + "."
    )
    command.set_defaults(run=run)
    return command


def _assignments(command: argparse.ArgumentParser) -> None:
    command.add_argument("assignments", nargs="*", metavar="ASSIGNMENT", help="e.g. 07-batchnorm (default: all)")


def _running(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--jobs",
        type=_positive,
        default=None,
        metavar="N",
        help="runs at the same time (default: one per core)",
    )


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


# ---------------------------------------------------------------- what is done


def _build(options: argparse.Namespace) -> int:
    from autograder.grade.factory import open_public
    from autograder.isolation import ForkServer

    gradebook = gradebook_room()
    course = course_of(options)
    names = course.select(options.assignments)
    if options.check:
        with open_public(course) as grader, ForkServer(allow_unisolated=True) as elsewhere:
            found = gradebook.stale(course, names, grader, elsewhere=elsewhere)
        for sentence in found:
            print(sentence)
        if not found:
            print(f"release/ and solutions/ are up to date ({len(names)} assignments)")
        return 1 if found else 0
    differ = gradebook.disagreeing(course, names)
    changed = [
        name for name in names if options.force or name in differ or not gradebook.built_from_source(course, name)
    ]
    gradebook.enter(course, [name for name in names if name not in changed])
    if changed:
        with (
            open_public(course) as grader,
            ForkServer(allow_unisolated=True) as elsewhere,  # a second one, where sets have another order
            progress_bar("built", len(changed)) as progress,
        ):
            gradebook.build(course, changed, grader, elsewhere=elsewhere, progress=progress.ends)
    print(f"built: {', '.join(changed) or 'nothing, for no source has changed'}")
    print("release/ is for students, solutions/ for later")
    for sentence in gradebook.without_source(course):
        warn(f"LEFT OVER: {sentence}")
    return 0


def _check(options: argparse.Namespace) -> int:
    from autograder.grade.filecheck import check_notebook
    from autograder.model import Status
    from autograder.report import report_view

    code = 0
    for number, path in enumerate(options.notebooks):
        if not path.is_file():
            raise CourseError(f"{path}: no such file")
        interrupt.reached(f"checked: {number} of {len(options.notebooks)}")
        report = check_notebook(path)
        terminal().print(report_view(report))
        if any(check.status is not Status.PASSED for cell in report.cells for check in cell.checks):
            code = 1
    return code


def _import(options: argparse.Namespace) -> int:
    from autograder.commands.import_reports import import_reports

    return import_reports(options)


def _feedback(options: argparse.Namespace) -> int:
    course = course_of(options)
    write_feedback(course, course.select(options.assignments), options.student)
    return 0


def _audit(options: argparse.Namespace) -> int:
    from autograder.audit import Effort, audit, audit_html, steps_of, to_json
    from autograder.audit.shown import margins_table, overview_table, summary_lines
    from autograder.isolation import ForkServer

    course = course_of(options)
    notebooks = _notebooks(course, options)
    effort = Effort(options.seeds, options.mutants)
    jobs = options.jobs or os.cpu_count() or 1
    console = terminal()
    found: list[Audit] = []
    with _graders(course) as (grader, *devices), ForkServer(allow_unisolated=True) as elsewhere:
        total = sum(steps_of(one, effort, devices=len(devices)) for one in notebooks)
        with progress_bar("audit", total) as progress:
            for notebook in notebooks:
                one = audit(
                    notebook,
                    grader,
                    effort=effort,
                    jobs=jobs,
                    devices=devices,
                    elsewhere=elsewhere,
                    progress=progress.ends,
                )
                found.append(one)
                console.print(margins_table(one))
                for line in summary_lines(one):
                    console.print(line, soft_wrap=True)
    console.print(overview_table(found))
    page = options.html or course.root / "audit.html"
    write_text(page, audit_html(found))
    if options.json:
        write_json(options.json, {"format": 2, "audits": [to_json(one) for one in found]})
    return 0 if all(one.passed for one in found) else 1


def _calibrate(options: argparse.Namespace) -> int:
    from autograder.audit import measure, runs_of
    from autograder.audit.shown import calibration_table

    course = course_of(options)
    notebooks = _notebooks(course, options)
    jobs = options.jobs or os.cpu_count() or 1
    code = 0
    with _graders(course) as (grader, *devices):
        total = sum(runs_of(one, seeds=options.seeds, devices=len(devices)) for one in notebooks)
        with progress_bar("calibrate", total) as progress:
            for notebook in notebooks:
                margins = measure(
                    notebook, grader, seeds=options.seeds, jobs=jobs, devices=devices, progress=progress.ends
                )
                table, proposals = calibration_table(notebook.assignment, margins)
                terminal().print(table)
                if any(proposal.verdict in ("change", "inputs") for _, proposal in proposals):
                    code = 1
    return code


def _notebooks(course: Course, options: argparse.Namespace) -> list[Notebook]:
    return [notebook for name in course.select(options.assignments) for notebook in course.notebooks(name)]


@contextmanager
def _graders(course: Course) -> Iterator[list[Grader]]:
    """Yield a grader on the CPU and, where there is a GPU, one on it: right answers are compared across them."""
    from autograder.grade.factory import choose_device, open_grader

    found = choose_device("auto")
    devices = [choose_device("cpu"), *([found] if found.device != "cpu" else [])]
    terminal().print(
        f"device: {' and '.join(one.device for one in devices)}{found.reason}",
        style="dim",
        markup=False,
        soft_wrap=True,
    )
    with ExitStack() as stack:
        yield [stack.enter_context(open_grader(course, device=one, allow_unisolated=True)) for one in devices]


def _sample_class(options: argparse.Namespace) -> int:
    from autograder.commands.sample_class import make_class

    course = course_of(options)
    made = make_class(course, course.select(options.assignments), students=options.students, seed=options.seed)
    print(f"submitted/: {len(made)} made-up students: {', '.join(one.name for one in made)}")
    return 0


def _doctor(_options: argparse.Namespace) -> int:
    from autograder.commands.doctor import examine

    found = examine()
    for title, lines in found.sections:
        terminal().print(f"[bold]{title}[/bold]")
        for line in lines:
            terminal().print(f"  {line}", highlight=False, soft_wrap=True)
    return 0 if found.can_grade else 1


if __name__ == "__main__":
    raise SystemExit(main())
