"""The command `autograder serve`: what arrives in submitted/ is graded within seconds, until the command is stopped.

In: submitted/, looked at every second. Out: gradebook and autograded/, written by the code of `autograder grade`, one
line for each submission on the terminal, and with --feedback its page. The grader stays warm; the course's lock is
held only while a batch is graded. Ctrl-C and SIGTERM end it. It does NOT write the class page, and grades what has
arrived only: what another exercise does to the whole class is for `autograder grade`. With --tries what is one too many
is named and left as it is, so that a grade at once is none for guessing.
"""

from __future__ import annotations

import argparse
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from autograder.commands import interrupt
from autograder.commands.arrivals import Arrivals
from autograder.commands.console import terminal, warn
from autograder.commands.course import course_of, gradebook_room
from autograder.commands.grade import (
    conditions_of,
    device_of,
    enter,
    opened,
    warn_of_failures,
    warn_of_rules,
    warn_of_times,
)
from autograder.commands.results import say_changes, warn_of_no_page
from autograder.course import Course, Submitted
from autograder.course.lock import only_grader
from autograder.errors import CourseError, NotebookError
from autograder.report.rows import counted

if TYPE_CHECKING:
    from autograder.grade import GradingResult
    from autograder.grade.batch import Failure
    from autograder.gradebook import Conditions, Plan
    from autograder.model import Report
    from autograder.report import Change

__all__ = ["serve"]

_LOOK_S = 1.0  # from one look at submitted/ to the next
_SHARE = 0.05  # of the time, at most, goes into looking
_BATCH = 20  # submissions that are graded before another command may have its turn


def serve(options: argparse.Namespace) -> int:
    """Grade what arrives until Ctrl-C or SIGTERM; return the exit code: 0."""
    from autograder.isolation import ServerProcess

    interrupt.hear_sigterm()
    one_too_many: Counter[str] = Counter()
    try:
        with ServerProcess() as process:  # it imports torch while we import nbgrader
            gradebook = gradebook_room()
            course = course_of(options)
            names = course.select(options.assignments)
            settings = gradebook.IsolatedRun(config=gradebook.load_config(course))
            device = device_of(options, settings)
            with opened(options, settings, course, device, process) as graded:
                server = _Server(
                    course,
                    Arrivals(course.folder("submitted"), names),
                    graded,
                    conditions_of(options, settings, device, course),
                    strict=options.strict_rules or settings.strict_rules,
                    feedback=options.feedback,
                    tries=options.tries,
                    one_too_many=one_too_many,
                )
                print(f"grading what arrives in {course.folder('submitted')}; Ctrl-C ends it", flush=True)
                while True:
                    time.sleep(max(_LOOK_S, server.look() / _SHARE))
    except KeyboardInterrupt:
        pass
    if one_too_many:
        whose = ", ".join(f"{name}{f' ({count})' if count > 1 else ''}" for name, count in sorted(one_too_many.items()))
        warn(f"ONE TOO MANY: {counted(one_too_many.total(), 'submission')}, not graded: {whose}")
    print("autograder: stopped serving; what was under way is graded at the next start")
    return 0


@dataclass(slots=True)
class _Server:
    """A warm grader, and what it has said of what it cannot grade yet."""

    course: Course
    arrivals: Arrivals
    graded: Callable[..., Any]
    conditions: Conditions
    strict: bool
    feedback: bool
    tries: int | None  # of a student for an assignment; None: any number
    one_too_many: Counter[str]  # "STUDENT ASSIGNMENT" -> how many submissions were
    unknown: set[Path] = field(default_factory=set)
    waits: dict[str, str] = field(default_factory=dict)  # assignment -> why its submissions wait

    def look(self) -> float:
        """Look once, and grade what has rested; return how many seconds looking took."""
        began = time.monotonic()
        rested = self.arrivals.rested()
        unknown = set(self.course.unknown())
        took = time.monotonic() - began
        for path in sorted(unknown - self.unknown):
            warn(f"NOT LOOKED AT: {path}: there is no assignment of this name")
        self.unknown = unknown
        for assignment in dict.fromkeys(assignment for _, assignment in rested):
            students = [student for student, name in rested if name == assignment]
            for start in range(0, len(students), _BATCH):
                if not self._has_graded(assignment, students[start : start + _BATCH]):
                    break
        return took

    def _has_graded(self, assignment: str, students: list[str]) -> bool:
        """Grade a batch; False if it cannot be graded now: it waits, and why is said once."""
        try:
            with only_grader(self.course):
                self._grade(assignment, students)
        except (CourseError, NotebookError) as error:
            if str(error) not in self.waits.values():
                warn(f"WAITING: {error}")
            self.waits[assignment] = str(error)
            return False
        self.waits.pop(assignment, None)
        self.arrivals.take([(student, assignment) for student in students])
        return True

    def _grade(self, assignment: str, students: list[str]) -> None:
        """Grade and enter those of a batch that have changed since they were graded, and say each one's score."""
        from rich.console import Console

        from autograder import gradebook
        from autograder.commands.progress import Progress

        gradebook.require_current(self.course, [assignment])
        submitted = [
            submission for submission in self.course.submitted(assignment) if submission.student in set(students)
        ]
        plan = self._within_tries(gradebook.plan(self.course, submitted, self.conditions))
        settled = gradebook.settle(self.course, {(submission.student, assignment) for submission in plan.kept})
        if plan.why:
            with Progress(Console(quiet=True), "graded", len(plan.why)) as progress:
                entered = enter(self.course, plan, self._graded, progress, strict=self.strict, limit=self.tries or 0)
            changes = {(change.after.student, change.after.assignment): change for change in entered.changes}
            for report in entered.reports:
                _say(report, changes.pop((report.student, report.assignment)))
            settled += changes.values()  # of others, whose rows a mended exercise has moved
            warn_of_rules(entered.reports)
            warn_of_failures(entered.failures)
            warn_of_times(self.course, list(plan.why))
        if any(change.matters for change in settled):
            say_changes(self.course, settled, dry=False)
        if self.feedback:
            for submission in submitted:
                self._write_page(submission.student, assignment, submission.notebook)

    def _within_tries(self, plan: Plan) -> Plan:
        """Return the plan without the submissions that are one too many, and name them."""
        from autograder import gradebook

        if self.tries is None:
            return plan
        count = "only the first submission counts" if self.tries == 1 else f"only {self.tries} submissions count"
        over = [one for one in plan.why if gradebook.is_one_too_many(self.course, one, self.tries)]
        for submission in over:
            name = f"{submission.student} {submission.assignment}"
            self.one_too_many[name] += 1
            warn(f"ONE TOO MANY: {name}: not graded, {count}; `autograder grade` has no limit")
        return replace(plan, why={one: reasons for one, reasons in plan.why.items() if one not in over})

    def _graded(self, submitted: list[Submitted], **options: Any) -> Iterator[GradingResult | Failure]:
        """Grade them; what came in between, and is one too many, is not entered."""
        from autograder import gradebook
        from autograder.grade.batch import Failure

        handed_in = {one.student: one for one in submitted}
        with closing(self.graded(submitted, **options)) as outcomes:
            for outcome in outcomes:
                if self.tries is not None and not isinstance(outcome, Failure):
                    one, sha256 = handed_in[outcome.report.student], outcome.report.evidence.submission_sha256
                    if gradebook.is_one_too_many(self.course, one, self.tries, sha256=sha256):
                        yield Failure(one, "it was replaced before its turn came; the new one is looked at next")
                        continue
                yield outcome

    def _write_page(self, student: str, assignment: str, notebook: str) -> None:
        """Write a feedback page, unless there is one that is newer than the graded notebook."""
        from autograder import gradebook

        graded = self.course.folder("autograded") / student / assignment / f"{notebook}.ipynb"
        page = self.course.folder("feedback") / student / assignment / f"{notebook}.html"
        if graded.is_file() and not (page.is_file() and page.stat().st_mtime_ns > graded.stat().st_mtime_ns):
            without = gradebook.feedback(self.course, [assignment], student)
            warn_of_no_page(without, gradebook.replaced_pages(self.course, [assignment], student))


def _say(report: Report, change: Change) -> None:
    """Say in one line what a submission got; what is amiss with its file, below it."""
    from autograder.report import clean_text
    from autograder.report.grades import consists_of
    from autograder.report.rows import number

    made_of = consists_of(change.after)
    score = f"{number(change.after.score)}{f' ({made_of})' if made_of else ''} of {number(report.points)}"
    before = ""
    if change.before is not None:
        same = change.before.score == change.after.score
        before = ", as before" if same else f", before {number(change.before.score)}"
    name = clean_text(f"{report.student} {report.assignment}", max_chars=120, max_lines=1)
    console = terminal()
    now = datetime.now().astimezone()
    line = f"{now:%Y-%m-%d %H:%M:%S}  {name}: {score}{before}"
    console.print(line, markup=False, highlight=False, soft_wrap=True)
    for problem in report.problems:
        text = clean_text(problem, max_chars=300, max_lines=1)
        console.print(f"  {text}", style="dim", markup=False, highlight=False, soft_wrap=True)
