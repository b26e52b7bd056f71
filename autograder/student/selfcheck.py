"""A check in a student's own session: judge it as the grader would, show it, raise if it is wrong.

In: values at checks. Out: one table per cell, HTML in Jupyter and plain text elsewhere, and a CheckFailed, an
AssertionError, when one of them is not right (so that Validate and pytest see it). The exercise's file beside
the notebook takes the place of the source, and the grader's own judge says what is right. In IPython the session
also sees which cells were run (live.py). Nothing of this exists in a graded run.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from autograder.errors import ExpectedValuesError
from autograder.model import Capture, CheckOptions, CheckResult, Status
from autograder.student.check import describe
from autograder.student.table import Table, facts_of, running_shell, say
from autograder.wire.seeds import public_seed

if TYPE_CHECKING:
    from collections.abc import Collection

    from autograder.judge import Judging, Reference
    from autograder.judge.expected import ExpectedValues
    from autograder.model import Report
    from autograder.notebook import Hints
    from autograder.report import CheckFacts
    from autograder.student.beside import Beside
    from autograder.student.hints import Taken
    from autograder.student.live import Live

__all__ = ["CheckFailed", "SelfCheck"]


class CheckFailed(AssertionError):  # noqa: N818  the student reads this name
    """At least one check of the cell is not right; the table above says what and where."""

    def _render_traceback_(self) -> list[str]:
        """Show one line: the table says the rest, and the lines of `check` would help nobody."""
        return [f"CheckFailed: {self}"]


class SelfCheck:
    """The session of a student at work."""

    device = "cpu"

    def __init__(self, folder: Path | None = None) -> None:
        """Compare with the exercise's file in `folder` (the working folder); watch IPython, if that runs here."""
        self._start = folder or Path.cwd()
        self._beside: Beside | None = None
        self._expected: ExpectedValues | None = None
        self._reference: Reference | None = None
        self._live: Live | None = None
        self._taken: Taken | None = None
        shell = running_shell()
        if shell is not None:
            from autograder.student.live import Live

            self._live = Live(self, shell)

    def seed(self, case: str) -> int:
        """Return the public seed of a case."""
        return public_seed(case)

    def receive(self, name: str, value: object, error: BaseException | None, options: CheckOptions) -> None:
        """Judge one value and show the result; in IPython the cell's table does."""
        del options  # the reference's own count
        self.look(name)
        if self._live is not None and self._live.receive(name, value, error):
            return
        result, facts = self.judged(name, value, error)
        Table().show([result], {name: facts} if facts is not None else {})
        if result.status is not Status.PASSED:
            raise CheckFailed(f"not right yet: {name}")

    # -- what else a student may ask for

    @property
    def taken(self) -> Taken:
        """The hints that were given."""
        if self._taken is None:
            from autograder.student.hints import Taken

            self._taken = Taken()
        return self._taken

    def hints(self, name: str) -> Hints | None:
        """Return the exercise's hints for a check, None if it has none, or no such check."""
        from autograder.student.hints import hints_of

        expected = self.expected.checks.get(name)
        return None if expected is None else hints_of(self.expected.notebook, name, expected.cell_id)

    def hint(self, name: str) -> None:
        """Show the next hint for a check."""
        self.look(name)
        hints = self.hints(name)
        if hints is not None:
            say(self.taken.next(hints))
        elif name in self.expected.checks:
            say(f"There is no hint for `{name}`.")
        else:
            names = ", ".join(f"`{check}`" for check in self.expected.checks)
            say(f"There is no check `{name}` in {self.expected.notebook.assignment}. There are: {names}.")

    def predict(self, question: str, answer: object, key: str) -> None:
        """Say whether a prediction is right."""
        from autograder.student.predictions import ANYTHING_YET, matches

        if answer is ANYTHING_YET:
            say(f"{question}: what do you expect? Write it in the place of the three dots, and run the cell.")
        elif matches(question, answer, key):
            say(f"✓ {question}: that is right.")
        else:
            say(f"✗ {question}: not quite. Think it through once more; you can go on in any case.")

    def summary(self) -> None:
        """Show each task, and what comes next; CheckFailed if a check is not right yet."""
        from autograder.report import standing

        if self._live is None:
            raise CheckFailed("there is a summary only where IPython runs the cells")
        self.look()
        report = self._live.report(diagnose=False)
        Table().show_summary(report, self.expected.notebook)
        progress = standing(report, self.expected.notebook)
        if not progress.done:
            raise CheckFailed(f"{progress.passed} of {progress.checks} checks are right so far")

    def report(self) -> Report:
        """Return the report of what has been run and checked in this session, as `autograder check` would give it."""
        if self._live is None:
            raise CheckFailed("there is a report only where IPython runs the cells")
        return self._live.report()

    # -- the truth

    def look(self, name: str | None = None) -> ExpectedValues:
        """Find the exercise, anew at each check; CheckFailed, in words, if there is no file that can be read."""
        if self._beside is None:
            from autograder.student.beside import Beside

            self._beside = Beside(self._start)
        try:
            expected = self._beside.find(name)
        except ExpectedValuesError as error:
            raise CheckFailed(str(error)) from None
        before = self._expected
        if expected is not before:
            self._expected, self._reference = expected, None
            if self._live is not None and before is not None and expected.notebook.build != before.notebook.build:
                self._live.exercise_changed()
        return expected

    @property
    def expected(self) -> ExpectedValues:
        """The exercise's file; CheckFailed, in words, if there is none that can be read."""
        return self.look() if self._expected is None else self._expected

    @property
    def reference(self) -> Reference:
        """What the solution gives on the public seeds."""
        if self._reference is None:
            from autograder.judge import public_reference

            self._reference = public_reference(self.expected)
        return self._reference

    def capture(self, name: str, value: object, error: BaseException | None) -> Capture | None:
        """Return a value as the grader would get it; None if the exercise has no check of this name."""
        from autograder.errors import ValueCodecError
        from autograder.wire import values

        expected = self.reference.run.captures.get(name)
        if expected is None:
            return None
        data = None
        if error is None:
            try:
                data = values.encode(value, max_bytes=int(self.expected.notebook.limits.capture_mb * 2**20))
            except ValueCodecError as reason:
                error = reason
        description = None if error is None else describe(error)
        return replace(expected, value=data, error=description)

    def judging(self, submission: Any, run: Any, likely: Collection[str] = (), *, diagnose: bool = True) -> Judging:
        """Return the grader's judge of what was run here; without `diagnose` it gives verdicts and no causes."""
        from functools import partial

        from autograder.judge import Judging, public_wrong

        known_wrong = partial(public_wrong, self.expected) if diagnose else None
        return Judging(self.reference, submission, run, known_wrong, likely=likely)

    def judged(self, name: str, value: object, error: BaseException | None) -> tuple[CheckResult, CheckFacts | None]:
        """Judge one value by itself: no cell, rule or other check is known."""
        from autograder.judge import run_of
        from autograder.notebook import assembled

        capture = self.capture(name, value, error)
        if capture is None:
            return unknown(name, self.expected.notebook.assignment), None
        submission = assembled(self.expected.notebook, {})
        result = self.judging(submission, run_of({name: capture})).check(self.reference.run.captures[name])
        if capture.value is None:
            return result, None
        wrong = result.status is Status.WRONG
        return result, facts_of(capture, self.reference.expected[name], value, picture=wrong)


def unknown(name: str, exercise: str) -> CheckResult:
    """Return what is to be said of a check that the exercise does not have."""
    reason = (
        f"No expected value of {exercise} has this name, so nothing was compared. Graded checks are the ones that you "
        f"were given. Is this the notebook of another exercise? Then put it beside its own expected.safetensors."
    )
    return CheckResult(name, Status.MISSING, reason=reason)
