"""The command `autograder`: parse, call, print.

Exit codes: 0 all is well; 1 the thing looked at is not (a check fails, the audit finds a fault, the
release is stale); 2 the command could not do its work (one line says why and what to do).
"""

from __future__ import annotations

import argparse
import errno
import gc
import json
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, closing, contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from autograder.errors import CourseError, GraderError

if TYPE_CHECKING:
    from rich.console import Console

    from autograder.audit import Audit
    from autograder.batch import Failure
    from autograder.course import Course, Submitted
    from autograder.grade import Graded, Grader
    from autograder.isolation import ServerProcess
    from autograder.model import Report
    from autograder.notebook import Notebook
    from autograder.opening import Device
    from autograder.progress import Progress

__all__ = ["main"]

_DISK = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EROFS}  # no fault of ours
_DESCRIPTION = """Grade notebooks of deep-learning exercises.

An instructor's usual way:   autograder build, grade, feedback
A student's usual way:       autograder check NN-unit/unit.ipynb
An author's usual way:       autograder build NN-unit, audit NN-unit
"""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code."""
    options = _parser().parse_args(arguments)
    try:
        code: int = options.run(options)
    except GraderError as error:
        _warn(f"autograder: {error}")
        return 2
    except OSError as error:
        if error.errno not in _DISK:
            raise
        print(
            f"autograder: {error.filename or 'the disk'}: cannot be written ({error.strerror}). Make room and run the "
            "command again: what was graded is kept.",
            file=sys.stderr,
        )
        return 2
    except KeyboardInterrupt:
        print("autograder: stopped; what was done is kept, and the same command goes on from there", file=sys.stderr)
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

    command = _command(commands, "grade", _grade, "grade what is in submitted/ and enter it into the gradebook")
    _assignments(command)
    command.add_argument("--student", metavar="ID", help="only this student's submissions")
    _running(command)
    command.add_argument(
        "--device", choices=("auto", "cpu", "cuda"), default=None, help="where to compute (default: auto)"
    )
    command.add_argument(
        "--force",
        action="store_true",
        help="grade also what has not changed since it was graded (after a new due date)",
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
        message = f"must be at least {least}"
        raise argparse.ArgumentTypeError(message)
    return number


# ---------------------------------------------------------------- what is done


def _build(options: argparse.Namespace) -> int:
    from autograder.opening import open_public

    gradebook = _gradebook()
    course = _course(options)
    names = course.select(options.assignments)
    if options.check:
        with open_public(course) as grader:
            found = gradebook.stale(course, names, grader)
        for sentence in found:
            print(sentence)
        if not found:
            print(f"release/ and solutions/ are up to date ({len(names)} assignments)")
        return 1 if found else 0
    changed = [name for name in names if options.force or not gradebook.built_from_source(course, name)]
    gradebook.enter(course, [name for name in names if name not in changed])
    if changed:
        with open_public(course) as grader, _progress("built", len(changed)) as progress:
            gradebook.build(course, changed, grader, progress=progress.ends)
    print(f"built: {', '.join(changed) or 'nothing, for no source has changed'}")
    print("release/ is for students, solutions/ for later")
    for sentence in gradebook.without_source(course):
        _warn(f"LEFT OVER: {sentence}")
    return 0


def _check(options: argparse.Namespace) -> int:
    from autograder.model import Status
    from autograder.report import report_view
    from autograder.selftest import check_notebook

    code = 0
    for path in options.notebooks:
        if not path.is_file():
            message = f"{path}: no such file"
            raise CourseError(message)
        report = check_notebook(path)
        _console().print(report_view(report))
        if any(check.status is not Status.PASSED for cell in report.cells for check in cell.checks):
            code = 1
    return code


def _grade(options: argparse.Namespace) -> int:
    from autograder.isolation import ServerProcess

    with ExitStack() as stack:
        # the fork server imports torch while we import nbgrader
        process = None if options.cluster else stack.enter_context(ServerProcess())
        gradebook = _gradebook()
        course = _course(options)
        names = course.select(options.assignments)
        stack.enter_context(gradebook.only_grader(course))
        return _grade_alone(options, gradebook, course, names, process)


def _grade_alone(
    options: argparse.Namespace, gradebook: Any, course: Course, names: list[str], process: ServerProcess | None
) -> int:
    submitted = [one for name in names for one in course.submitted(name, options.student)]
    if not submitted:
        whose = f" of student '{options.student}'" if options.student else ""
        message = f"{course.folder('submitted')}: nothing{whose} to grade; expected submitted/STUDENT/ASSIGNMENT/"
        raise CourseError(message)
    settings = gradebook.IsolatedRun(config=gradebook.load_config(course))
    failures: list[Failure] = []
    new, reports = _changed(options, settings, gradebook, course, submitted)
    if new:
        with _opened(options, settings, course, process) as grade, _progress("graded", len(new)) as progress:
            found = grade(new, read=gradebook.read_regular, begins=lambda one: progress.begins(_name(one)))
            with closing(found):
                passed_on = _without(failures, found, progress)
                gradebook.record(course, passed_on, progress=lambda one: reports.append(one.report))
    place = {(one.student, one.assignment, one.notebook): number for number, one in enumerate(submitted)}
    reports.sort(key=lambda one: place[one.student, one.assignment, one.notebook])
    if reports:
        _show_class(gradebook, course, reports)
    if options.json:
        from autograder.report import to_json

        _write_json(options.json, {"format": 1, "reports": [to_json(report) for report in reports]})
    if options.feedback and reports:
        _write_feedback(gradebook, course, names, options.student)
    for failure in failures:
        one = failure.submitted
        _warn(f"NOT GRADED: {one.student} {one.assignment}/{one.notebook}: {failure.message}")
    for path in course.unknown():
        if options.student in (None, path.parent.name):
            _warn(f"NOT LOOKED AT: {path}: there is no assignment of this name")
    return 2 if failures else 0


def _changed(
    options: argparse.Namespace, settings: Any, gradebook: Any, course: Course, submitted: list[Submitted]
) -> tuple[list[Submitted], list[Report]]:
    """Return what is to be graded, and the reports of what has not changed since it was graded."""
    if options.force:
        return submitted, []
    conditions = _conditions(options, settings, course, gradebook)
    kept = gradebook.unchanged(course, submitted, conditions, read=gradebook.read_regular)
    if kept:
        few = f"{len(kept)} of {len(submitted)} are as they were when they were graded"
        _console().print(f"{few}; --force grades them again", style="dim", highlight=False)
    return [one for one in submitted if one not in kept], list(kept.values())


def _conditions(options: argparse.Namespace, settings: Any, course: Course, gradebook: Any) -> Any:
    """Return how a submission would be graded now; on a cluster, its workers decide."""
    from autograder.isolation import probe
    from autograder.opening import choose_device

    wish = options.device or settings.device
    if options.cluster:
        return gradebook.Conditions(course.seed_id(), None if wish == "auto" else wish, None)
    return gradebook.Conditions(course.seed_id(), choose_device(wish), probe().level)


@contextmanager
def _opened(
    options: argparse.Namespace, settings: Any, course: Course, process: ServerProcess | None
) -> Iterator[Callable[..., Any]]:
    """Yield what grades submissions, here or on a cluster, and say where that is."""
    device = options.device or settings.device
    unisolated = options.allow_unisolated or settings.allow_unisolated
    jobs = options.jobs or settings.jobs or os.cpu_count() or 1
    console = _console()
    if options.cluster:
        from autograder.cluster import open_cluster

        if unisolated:
            message = "not on a cluster without isolation: a student's code could command all of its workers"
            raise CourseError(message)
        with open_cluster(options.cluster, course, device=device, workers=jobs) as cluster:
            console.print(cluster.described, style="dim")
            yield partial(cluster.grade_all, course)
        return
    from autograder.batch import grade_all
    from autograder.opening import open_grader

    with open_grader(course, device=device, allow_unisolated=unisolated, process=process) as grader:
        console.print(f"isolation: {grader.launcher.level}, device: {grader.device}", style="dim")
        if grader.launcher.overridden:
            console.print("WARNING: grading without isolation, because you said so", style="bold red")
        yield partial(grade_all, grader, course, jobs=jobs)


def _without(failures: list[Failure], found: Iterator[Graded | Failure], progress: Progress) -> Iterator[Graded]:
    """Pass on what was graded, and put the failures aside."""
    from autograder.batch import Failure

    for one in found:
        if isinstance(one, Failure):
            progress.ends(_name(one.submitted), failed=True)
            failures.append(one)
        else:
            progress.ends(_name(one.report), seconds=one.report.evidence.seconds)
            yield one


def _name(one: Submitted | Report) -> str:
    return f"{one.student} {one.assignment}"


def _show_class(gradebook: Any, course: Course, reports: list[Report]) -> None:
    from autograder.report import class_html, class_table

    page = course.root / "class.html"
    gradebook.write_whole(page, class_html(reports))
    console = _console()
    console.print(class_table(reports))
    console.print(f"The class at a glance: {page}")
    console.print("Gradebook: gradebook.db; graded notebooks: autograded/", style="dim")


def _feedback(options: argparse.Namespace) -> int:
    course = _course(options)
    _write_feedback(_gradebook(), course, course.select(options.assignments), options.student)
    return 0


def _write_feedback(gradebook: Any, course: Course, names: list[str], student: str | None) -> None:
    with _progress("feedback", len(names)) as progress:
        without = gradebook.feedback(course, names, student, progress=progress.ends)
    for path in without:
        _warn(f"NO FEEDBACK PAGE: {path}: nbgrader takes * ? [ ] in a student's id for a pattern; rename the folder")
    print(f"feedback pages: {course.folder('feedback')}/STUDENT/ASSIGNMENT/")


def _audit(options: argparse.Namespace) -> int:
    from autograder.audit import Effort, audit, audit_html, steps_of, to_json
    from autograder.audit.shown import margins_table, overview_table, summary_lines

    course = _course(options)
    notebooks = _notebooks(course, options)
    effort = Effort(options.seeds, options.mutants)
    jobs = options.jobs or os.cpu_count() or 1
    console = _console()
    found: list[Audit] = []
    with _graders(course) as (grader, *devices):
        total = sum(steps_of(one, effort, devices=len(devices)) for one in notebooks)
        with _progress("audit", total) as progress:
            for notebook in notebooks:
                one = audit(notebook, grader, effort=effort, jobs=jobs, devices=devices, progress=progress.ends)
                found.append(one)
                console.print(margins_table(one))
                for line in summary_lines(one):
                    console.print(line, soft_wrap=True)
    console.print(overview_table(found))
    page = options.html or course.root / "audit.html"
    _write_text(page, audit_html(found))
    if options.json:
        _write_json(options.json, {"format": 2, "audits": [to_json(one) for one in found]})
    return 0 if all(one.passed for one in found) else 1


def _calibrate(options: argparse.Namespace) -> int:
    from autograder.audit import measure, runs_of
    from autograder.audit.shown import calibration_table

    course = _course(options)
    notebooks = _notebooks(course, options)
    jobs = options.jobs or os.cpu_count() or 1
    code = 0
    with _graders(course) as (grader, *devices):
        total = sum(runs_of(one, seeds=options.seeds, devices=len(devices)) for one in notebooks)
        with _progress("calibrate", total) as progress:
            for notebook in notebooks:
                margins = measure(
                    notebook, grader, seeds=options.seeds, jobs=jobs, devices=devices, progress=progress.ends
                )
                table, proposals = calibration_table(notebook.assignment, margins)
                _console().print(table)
                if any(proposal.verdict in ("change", "inputs") for _, proposal in proposals):
                    code = 1
    return code


def _notebooks(course: Course, options: argparse.Namespace) -> list[Notebook]:
    return [notebook for name in course.select(options.assignments) for notebook in course.notebooks(name)]


@contextmanager
def _graders(course: Course) -> Iterator[list[Grader]]:
    """Yield a grader on the CPU and, where there is a GPU, one on it: right answers are compared across them."""
    from autograder.opening import choose_device, open_grader

    with ExitStack() as stack:
        names: list[Device] = ["cpu"] if choose_device("auto") == "cpu" else ["cpu", "cuda"]
        yield [stack.enter_context(open_grader(course, device=name, allow_unisolated=True)) for name in names]


def _sample_class(options: argparse.Namespace) -> int:
    from autograder.sampleclass import make_class

    course = _course(options)
    made = make_class(course, course.select(options.assignments), students=options.students, seed=options.seed)
    print(f"submitted/: {len(made)} made-up students: {', '.join(one.name for one in made)}")
    return 0


def _doctor(_options: argparse.Namespace) -> int:
    from autograder.doctor import examine

    found = examine()
    for title, lines in found.sections:
        _console().print(f"[bold]{title}[/bold]")
        for line in lines:
            _console().print(f"  {line}", highlight=False, soft_wrap=True)
    return 0 if found.can_grade else 1


# ---------------------------------------------------------------- small parts


def _course(options: argparse.Namespace) -> Course:
    from autograder.course import find_course

    return find_course(options.course.absolute())


def _gradebook() -> Any:
    # jsonschema would build a grammar of IRIs, 0.8 s, for a format that no notebook's schema has
    sys.modules.setdefault("rfc3987_syntax", None)  # type: ignore[arg-type]
    new = "autograder.gradebook" not in sys.modules
    if new:  # else the collector looks again and again at what an import leaves for good: a quarter of the time
        gc.disable()
    try:
        from autograder import gradebook
    except ModuleNotFoundError as error:
        message = (
            f"this command needs nbgrader ({error.name} is missing): "
            "pip install -c constraints.txt 'zero-to-hero-autograder[instructor]'"
        )
        raise CourseError(message) from error
    finally:
        if new:
            gc.freeze()
            gc.enable()
    return gradebook


def _warn(text: str) -> None:
    """Print to stderr; names and messages may be a student's, and act on no terminal."""
    from autograder.report import clean_text

    print(clean_text(text, max_chars=8000, max_lines=100), file=sys.stderr)


def _console() -> Console:
    from rich.console import Console

    plain = not sys.stdout.isatty() and "COLUMNS" not in os.environ
    return Console(width=120 if plain else None)


def _write_json(path: Path, data: object) -> None:
    _write_text(path, json.dumps(data, indent=1, allow_nan=False) + "\n")


def _write_text(path: Path, text: str) -> None:
    try:
        path.write_text(text, "utf-8")
    except OSError as error:
        message = f"{path}: cannot be written ({error.strerror})"
        raise CourseError(message) from error
    print(f"wrote {path}")


def _progress(what: str, total: int) -> Progress:
    from autograder.progress import Progress

    return Progress(_console(), what, total)


if __name__ == "__main__":
    raise SystemExit(main())
