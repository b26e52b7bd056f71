"""The command `autograder grade`: what has changed is graded, entered, and said; then the class is shown.

In: the command's options. Out: gradebook and autograded/ (record), the class page, lists and tables on the
terminal, the exit code. A dry run writes none of it. Where there is no nbgrader, `--json` grades all the same and
writes the reports alone; import_reports.py enters them elsewhere. It does NOT parse the command line, and does not
run students' code itself: batch.py or the cluster do.
"""

from __future__ import annotations

import argparse
import os
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from autograder.commands.console import progress_bar, terminal, warn, write_json
from autograder.commands.course import NoNbgraderError, course_of, gradebook_room
from autograder.commands.results import say_changes, show, write_junit
from autograder.course import Course, Submitted
from autograder.course.lock import only_grader
from autograder.course.roster import course_roster
from autograder.errors import CourseError

if TYPE_CHECKING:
    from autograder.commands.progress import Progress
    from autograder.grade import GradingResult
    from autograder.grade.batch import Failure
    from autograder.grade.devices import Choice
    from autograder.gradebook import Conditions, Plan
    from autograder.isolation import ServerProcess
    from autograder.model import Report
    from autograder.report import Change

__all__ = [
    "Entered",
    "conditions_of",
    "device_of",
    "enter",
    "grade",
    "opened",
    "warn_of_failures",
    "warn_of_rules",
    "warn_of_times",
]


def grade(options: argparse.Namespace) -> int:
    """Grade what is in submitted/, as the options say; return the exit code."""
    from autograder.isolation import ServerProcess

    with ExitStack() as stack:
        # the fork server imports torch while we import nbgrader
        process = None if options.cluster else stack.enter_context(ServerProcess())
        into_gradebook = _has_gradebook(options)
        course = course_of(options)
        names = course.select(options.assignments)
        stack.enter_context(only_grader(course))
        grade_here = _grade_into_gradebook if into_gradebook else _grade_into_json
        return grade_here(options, course, names, process)


def _has_gradebook(options: argparse.Namespace) -> bool:
    """Import nbgrader; tell whether it is here. CourseError if it is missing and what was asked for needs it."""
    try:
        gradebook_room()
    except NoNbgraderError as error:
        if not options.json:
            raise CourseError(
                f"{error}. Without it, `autograder grade --json report.json` grades and writes the reports, and "
                "`autograder import report.json`, where nbgrader is, enters them into the gradebook."
            ) from error
        for wish, is_set in (("--dry-run", options.dry_run), ("--feedback", options.feedback)):
            if is_set:
                raise CourseError(
                    f"{wish} needs the gradebook, and so nbgrader, which is not here: leave it out, or {error}"
                ) from error
        return False
    return True


@dataclass(frozen=True, slots=True)
class _Defaults:
    """What holds where nbgrader_config.py is not read: nbgrader and its settings are one."""

    device: str = "auto"
    allow_unisolated: bool = False
    strict_rules: bool = False
    jobs: int = 0


def _grade_into_json(
    options: argparse.Namespace, course: Course, names: list[str], process: ServerProcess | None
) -> int:
    """Grade all that was handed in and write the reports; there is no gradebook, and so no class page."""
    from autograder.grade.inputs import IMPORTED, made_from
    from autograder.notebook import files_beside
    from autograder.report import to_json

    submitted = _handed_in(options, course, names)
    assignments = dict.fromkeys(submission.assignment for submission in submitted)
    files = {assignment: files_beside(course.notebooks(assignment)[0]) for assignment in assignments}
    failures: list[Failure] = []
    graded_reports: dict[tuple[str, str], tuple[Report, dict[str, str]]] = {}
    with (
        opened(options, _Defaults(), course, device_of(options, _Defaults()), process) as graded,
        progress_bar("graded", len(submitted)) as progress,
        closing(graded(submitted, begins=lambda submission: progress.begins(_name(submission)))) as outcomes,
    ):
        for result in _without(failures, outcomes, progress, strict=options.strict_rules):
            folder = course.folder("submitted") / result.report.student / result.report.assignment
            of = made_from(result.report.evidence, files[result.report.assignment], folder, result.run)
            graded_reports[_key(result.report)] = result.report, {**of, IMPORTED: "yes"}
    in_order = [graded_reports[key] for key in map(_key, submitted) if key in graded_reports]
    reports = [report for report, _ in in_order]
    data = {"format": 1, "reports": [to_json(report) for report in reports], "made_from": [of for _, of in in_order]}
    write_json(options.json, data)
    write_junit(options.junit, reports)
    print(
        "No gradebook was written, and no class page: nbgrader is not installed here. On the machine that has the "
        f"gradebook, run: autograder import {options.json.name}"
    )
    _say_what_is_amiss(options, course, reports, failures)
    return 2 if failures else 0


def _grade_into_gradebook(
    options: argparse.Namespace, course: Course, names: list[str], process: ServerProcess | None
) -> int:
    from autograder import gradebook

    submitted = _submitted(options, course, names)
    settings = gradebook.IsolatedRun(config=gradebook.load_config(course))
    device = device_of(options, settings)
    conditions = conditions_of(options, settings, device, course)
    plan = gradebook.plan(course, submitted, conditions, force=options.force)
    if plan.kept:
        few = f"{len(plan.kept)} of {len(submitted)} are as they were when they were graded"
        terminal().print(f"{few}; --force grades them again", style="dim", highlight=False)
    failures: list[Failure] = []
    reports = list(plan.kept.values())
    changes = gradebook.settle(course, {_key(submission) for submission in plan.kept}, dry=options.dry_run)
    if plan.why:
        strict = options.strict_rules or settings.strict_rules
        with (
            opened(options, settings, course, device, process) as graded,
            progress_bar("graded", len(plan.why)) as progress,
        ):
            entered = enter(course, plan, graded, progress, strict=strict, dry=options.dry_run)
        reports += entered.reports
        changes += entered.changes
        failures = entered.failures
    position = {_key(submission): number for number, submission in enumerate(submitted)}
    reports.sort(key=lambda report: position[_key(report)])
    say_changes(course, changes, dry=options.dry_run, runs_kept=not options.cluster)
    show(options, course, names, reports)
    _say_what_is_amiss(options, course, reports, failures)
    warn_of_times(course, submitted)
    return 2 if failures else 0


@dataclass(frozen=True, slots=True)
class Entered:
    """What a grading entered into the gradebook, and what it could not grade."""

    reports: list[Report]
    changes: list[Change]
    failures: list[Failure]


def enter(
    course: Course,
    plan: Plan,
    graded: Callable[..., Any],
    progress: Progress,
    *,
    strict: bool,
    dry: bool = False,
    limit: int | None = None,
) -> Entered:
    """Grade what a plan says is to be graded, with what `opened` gave, and enter it; `dry`: enter nothing.

    `limit`: what is said of the tries that a student has (0: any number), None: what was said before.
    """
    from autograder import gradebook

    entered = Entered([], [], [])
    with closing(graded(list(plan.why), begins=lambda submission: progress.begins(_name(submission)))) as outcomes:
        entered.changes.extend(
            gradebook.record(
                course,
                _without(entered.failures, outcomes, progress, strict=strict),
                why={_key(submission): reasons for submission, reasons in plan.why.items()},
                dry=dry,
                limit=limit,
                progress=lambda result: entered.reports.append(result.report),
            )
        )
    return entered


def _say_what_is_amiss(
    options: argparse.Namespace, course: Course, reports: list[Report], failures: list[Failure]
) -> None:
    warn_of_rules(reports)
    warn_of_failures(failures)
    for path in course.unknown():
        if options.student in (None, path.parent.name):
            warn(f"NOT LOOKED AT: {path}: there is no assignment of this name")


def warn_of_failures(failures: list[Failure]) -> None:
    """Name what could not be graded, and say why."""
    for failure in failures:
        submission = failure.submitted
        warn(f"NOT GRADED: {submission.student} {submission.assignment}/{submission.notebook}: {failure.message}")


def warn_of_times(course: Course, submitted: list[Submitted]) -> None:
    """Name each timestamp.txt that says no time."""
    from autograder import gradebook

    folders = [course.folder("submitted") / submission.student / submission.assignment for submission in submitted]
    for folder in dict.fromkeys(folders):
        if problem := gradebook.handed_in_at(folder).problem:
            warn(f"NO TIME OF HANDING IN: {problem}")


def _handed_in(options: argparse.Namespace, course: Course, names: list[str]) -> list[Submitted]:
    """Return what is to be looked at; CourseError if there is nothing."""
    submitted = [submission for name in names for submission in course.submitted(name, options.student)]
    if not submitted:
        whose = f" of student '{options.student}'" if options.student else ""
        raise CourseError(
            f"{course.folder('submitted')}: nothing{whose} to grade; expected submitted/STUDENT/ASSIGNMENT/"
        )
    return submitted


def _submitted(options: argparse.Namespace, course: Course, names: list[str]) -> list[Submitted]:
    """Return what is to be looked at; CourseError, before anything runs, if there is nothing or the build is stale."""
    from autograder import gradebook

    submitted = _handed_in(options, course, names)
    if options.dry_run and options.feedback:
        raise CourseError("a dry run writes no feedback pages: leave out --feedback, or --dry-run")
    handed_in = list(dict.fromkeys(submission.assignment for submission in submitted))
    gradebook.require_current(course, handed_in, registered=options.dry_run)
    course_roster(course)  # the class page needs it: whether it can be read is said now
    return submitted


def device_of(options: argparse.Namespace, settings: Any) -> Choice | None:
    """Return what this command computes on; None on a cluster, whose workers look for themselves."""
    from autograder.grade.factory import choose_device

    return None if options.cluster else choose_device(options.device or settings.device)


def conditions_of(options: argparse.Namespace, settings: Any, device: Choice | None, course: Course) -> Conditions:
    """Return how a submission would be graded now; on a cluster, its workers decide."""
    from autograder import gradebook
    from autograder.isolation import probe

    if device is None:
        wish = options.device or settings.device
        return gradebook.Conditions(course.seed_id(), None if wish == "auto" else wish, None)
    return gradebook.Conditions(course.seed_id(), device.device, probe().level)


@contextmanager
def opened(
    options: argparse.Namespace, settings: Any, course: Course, device: Choice | None, process: ServerProcess | None
) -> Iterator[Callable[..., Any]]:
    """Yield what grades submissions, here or on a cluster, and say where that is."""
    unisolated = options.allow_unisolated or settings.allow_unisolated
    jobs = options.jobs or settings.jobs or os.cpu_count() or 1
    console = terminal()
    if device is None:
        from autograder.cluster import open_cluster

        if unisolated:
            raise CourseError("not on a cluster without isolation: a student's code could command all of its workers")
        wish = options.device or settings.device
        with open_cluster(options.cluster, course, device=wish, workers=jobs) as cluster:
            console.print(cluster.described, style="dim")
            yield partial(cluster.grade_all, course)
        return
    from autograder.grade.batch import grade_all
    from autograder.grade.factory import open_grader

    with open_grader(course, device=device, allow_unisolated=unisolated, process=process) as grader:
        conditions = f"isolation: {grader.launcher.level}, device: {grader.device}{device.reason}"
        console.print(conditions, style="dim", markup=False, soft_wrap=True)
        if grader.launcher.overridden:
            console.print("WARNING: grading without isolation, because you said so", style="bold red")
        yield partial(grade_all, grader, course, jobs=jobs)


def _without(
    failures: list[Failure], outcomes: Iterator[GradingResult | Failure], progress: Progress, *, strict: bool
) -> Iterator[GradingResult]:
    """Pass on what was graded, and put the failures aside; if `strict`, also where a rule held in name only."""
    from autograder.grade.batch import Failure
    from autograder.report import in_name_only

    for outcome in outcomes:
        if strict and not isinstance(outcome, Failure) and (open_rules := in_name_only(outcome.report)):
            outcome = _refused(outcome.report, open_rules)  # noqa: PLW2901
        if isinstance(outcome, Failure):
            progress.ends(_name(outcome.submitted), failed=True)
            failures.append(outcome)
        else:
            progress.ends(_name(outcome.report), seconds=outcome.report.evidence.seconds)
            yield outcome


def _refused(report: Report, open_rules: tuple[str, ...]) -> Failure:
    from autograder.grade.batch import Failure

    submitted = Submitted(report.student, report.assignment, report.notebook, Path())
    message = f"--strict-rules: {open_rules[0]}; grade it with the torch that this project is tested with"
    return Failure(submitted, message)


def warn_of_rules(reports: list[Report]) -> None:
    """Say once for each exercise which of its rules held in name only."""
    from autograder.report import in_name_only

    for assignment, open_rules in dict.fromkeys((report.assignment, in_name_only(report)) for report in reports):
        if open_rules:
            others = f" and {len(open_rules) - 1} more" if len(open_rules) > 1 else ""
            warn(f"A RULE IN NAME ONLY: {assignment}: {open_rules[0]}{others} (docs/security.md, --strict-rules)")


def _key(subject: Submitted | Report) -> tuple[str, str]:
    return subject.student, subject.assignment


def _name(subject: Submitted | Report) -> str:
    return f"{subject.student} {subject.assignment}"
