"""One submission's run against the reference: how each check ended, and why.

In: a run, a reference, and what is known to go wrong. Out: a `CheckResult` for each check, exactly one of
passed, wrong, raised, missing, forbidden.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from typing import Protocol

from autograder import values
from autograder.diagnose import diagnose
from autograder.errors import ValueCodecError
from autograder.grade.reference import Reference, Wrong, cell_error, judge
from autograder.model import Capture, CheckResult, Diagnosis, Run, Status
from autograder.notebook import Notebook, Submission, marked_by
from autograder.rules import forbidden_checks

__all__ = ["Judging"]


_HINTS = {
    "EOFError": "A graded run has no keyboard: nobody answers input().",
    "FileNotFoundError": "A graded run has only the files that were handed out with the exercise.",
}


class Known(Protocol):
    """Gives what is known to go wrong at a check, the `likely` misconceptions first."""

    def __call__(self, name: str, *, likely: Collection[str]) -> Wrong:
        """Return it."""


class Judging:
    """One submission's run against the reference: a CheckResult for each check."""

    def __init__(
        self,
        reference: Reference,
        submission: Submission,
        run: Run | None,
        known: Known | None,
    ) -> None:
        """Take what is known to go wrong at a check from `known`; None: give no diagnosis."""
        notebook = reference.notebook
        self.reference = reference
        self._run = run
        self._known = known
        self._problems = submission.problems
        self._seen: set[str] = set()  # misconceptions that earlier checks have shown
        self._broken = forbidden_checks(submission.cells, notebook.rules, reference.statements)
        self._blank = _blank_groups(notebook, submission)
        self._marks = marked_by(submission.cells)

    def check(self, expected: Capture) -> CheckResult:
        """Say how one check ended: exactly one of passed, wrong, raised, missing, forbidden."""
        base = CheckResult(expected.name, Status.MISSING, expected.hidden, expected.options.weight)
        rule = self._broken.get(expected.name)
        if self._run is None:
            return replace(base, reason=self._problems[0] if self._problems else "Nothing was handed in.")
        if rule is not None:
            return replace(
                base,
                status=Status.FORBIDDEN,
                reason=f"{rule.name} is not allowed in this exercise: {rule.reason}",
            )
        capture = self._run.captures.get(expected.name)
        if capture is None:
            return self._unanswered(base, expected)
        if capture.value is None:
            return self._raised(base, capture.error or "")
        return self._compared(base, expected, capture.value)

    def _unanswered(self, base: CheckResult, expected: Capture) -> CheckResult:
        assert self._run is not None
        if expected.cell_id in self._blank:
            return replace(base, reason="Not filled in yet.")
        error = self._run.errors.get(expected.place)
        if error is not None:
            return self._raised(base, error)
        if self._run.stop is not None:
            return replace(base, reason=f"Not reached. {self._run.stop}")
        return replace(base, reason="The value never arrived. Does your code redefine the name 'check'?")

    def _raised(self, base: CheckResult, error: str) -> CheckResult:
        kind, _, text = error.partition(": ")
        if kind == "Forbidden":
            return replace(base, status=Status.FORBIDDEN, reason=text)
        if kind == "NotImplementedError" and not text:
            return replace(base, status=Status.MISSING, reason="Not filled in yet.")
        found = None
        for known in self._wrong(base.name).errors:
            if known.error == error and known.cell_error == cell_error(self._run, known.cell_id):
                found = self._remember(Diagnosis(known.says, "author", known.name))
                break
        more = "" if base.hidden else self._cause(base, kind)
        return replace(base, status=Status.RAISED, reason=f"{error}{more}", diagnosis=found)

    def _cause(self, base: CheckResult, kind: str) -> str:
        """Return what explains an exception to who has only seen the check: the cell that stopped before it."""
        if kind == "NameError" and self._run is not None:
            place = self.reference.run.captures[base.name].cell_id
            for cell in self._run.cells:
                if cell.error and place in self._marks.get(cell.cell_id, ()) and cell.cell_id != place:
                    return f"\nThe cell '{cell.cell_id}' had stopped before: {cell.error}{_hint(cell.error)}"
        return _hint(kind)

    def _compared(self, base: CheckResult, expected: Capture, data: bytes) -> CheckResult:
        if self.reference.is_own(base.name, data):
            return replace(base, status=Status.PASSED)
        try:
            actual = values.decode(data)
        except ValueCodecError as error:
            return replace(base, status=Status.RAISED, reason=str(error))
        mismatch = judge(actual, self.reference.expected[base.name], expected)
        if mismatch is None:
            return replace(base, status=Status.PASSED)
        return replace(
            base,
            status=Status.WRONG,
            mismatch=mismatch,
            diagnosis=self._diagnosis(base.name, actual, expected),
        )

    def _diagnosis(self, name: str, actual: object, expected: Capture) -> Diagnosis | None:
        if self._known is None or expected.options.bounded:
            return None
        wrong = self._wrong(name)
        known = wrong.recognise(actual) if wrong.recognise is not None else None
        if known is not None:
            return self._remember(known)
        found = diagnose(
            actual,
            self.reference.expected[name],
            wrong=wrong.values,
            others=self.reference.others(name),
            rtol=expected.options.rtol,
            atol=expected.options.atol,
        )
        return self._remember(found) if found is not None else None

    def _remember(self, found: Diagnosis) -> Diagnosis:
        if found.source == "author":
            self._seen.add(found.cause)
        return found

    def _wrong(self, name: str) -> Wrong:
        return self._known(name, likely=self._seen) if self._known is not None else Wrong()


def _hint(error: str) -> str:
    """Return what a student cannot know about an exception: how a graded run differs from a session."""
    hint = _HINTS.get(error.partition(":")[0])
    return f"\n{hint}" if hint else ""


def _blank_groups(notebook: Notebook, submission: Submission) -> set[str]:
    """Return the check cells all of whose solution cells were left as they were handed out."""
    marks = marked_by(notebook.cells)
    solutions = [cell.id for cell in notebook.cells if cell.kind == "solution"]
    answered = {check for one in solutions if one not in submission.unanswered for check in marks[one]}
    return {check for one in solutions for check in marks[one]} - answered
