"""One submission's run against the reference: how each check ended, and why.

In: a run, a reference, and what is known to go wrong. Out: a `CheckResult` for each check, exactly one of
passed, wrong, raised, missing, forbidden.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Sequence
from dataclasses import replace

from autograder.compare.fingerprint import small_fingerprint
from autograder.diagnose import POINTERS, diagnose
from autograder.diagnose.code import CHANGED, NONE, VALUE
from autograder.errors import ValueCodecError
from autograder.judge.causes import cause, comes_first, first, not_filled_in, stopped_before
from autograder.judge.code import StudentCode
from autograder.judge.pattern import Patterns, Symptom
from autograder.judge.reference import Outcomes, Reference, compared
from autograder.judge.where import enclosing_function, where, without_claims
from autograder.model import Capture, CellResult, CheckResult, Diagnosis, Run, Status, trace_key
from autograder.notebook import Cell, Notebook, Submission, marked_by, names_of
from autograder.report.fixed import FIXED
from autograder.rules import forbidden_checks
from autograder.wire import values

__all__ = ["Judging", "OutcomesOf"]


_DECIMAL = re.compile(r"[-+]?\d*\.\d+(?:e[-+]?\d+)?|\d+e[-+]?\d+|\d{7,}", re.IGNORECASE)
_CHANGED = "argument changed in place"  # seen in the run, wherever it is written

OutcomesOf = Callable[[str], Outcomes]  # what is known to go wrong at a check, by its name


class Judging:
    """One submission's run against the reference: a CheckResult for each check."""

    def __init__(
        self,
        reference: Reference,
        submission: Submission,
        run: Run | None,
        known: OutcomesOf | None,
        *,
        likely: Collection[str] = (),
    ) -> None:
        """Take what is known to go wrong at a check from `known`; None: give no diagnosis.

        `likely`: misconceptions that checks which are not judged again have shown.
        """
        notebook = reference.notebook
        self.reference = reference
        self._run = run
        self._cell_errors = {cell.cell_id: cell.error for cell in run.cells if cell.error} if run is not None else {}
        self._submission = submission
        self._problems = submission.problems
        self._seen = set(likely)  # misconceptions that earlier checks have shown
        self._verdicts: dict[str, CheckResult] = {}  # without causes
        self._values: dict[str, object] = {}  # the wrong ones
        self._raised_errors: dict[str, str] = {}
        self._numeric: dict[str, Diagnosis | None] = {}
        self._patterns = None if known is None else Patterns(reference, known, self._symptom, self._cell_errors)
        hidden = [one.name for one in reference.run.captures.values() if one.hidden]
        self._broken = forbidden_checks(submission.cells, notebook.rules, reference.statements, hidden)
        self._blank = _blank_groups(notebook, submission)
        self._makers = _untouched_makers(reference, submission)
        self._code = StudentCode(reference, submission)

    def cells(self) -> tuple[CellResult, ...]:
        """Return every check cell's result.

        All public checks are judged before the hidden ones: what is said of them is what a student's own
        session says, which has no hidden ones.
        """
        captures = self.reference.run.captures.values()
        judged = {one.name: self.check(one) for one in sorted(captures, key=lambda one: one.hidden)}
        return tuple(
            CellResult(cell.id, cell.points, tuple(judged[one.name] for one in self.reference.of_cell(cell.id)))
            for cell in self.reference.notebook.check_cells
        )

    def check(self, expected: Capture) -> CheckResult:
        """Say how one check ended: exactly one of passed, wrong, raised, missing, forbidden."""
        result = self._verdict(expected)
        if result.status in (Status.WRONG, Status.RAISED):
            diagnosis = self._diagnosis(expected)
            result = replace(
                result, diagnosis=diagnosis, fingerprint=None if diagnosis else self._fingerprint(expected)
            )
        result = replace(result, void=self.reference.notebook.void.get(expected.name))
        names = self._changed_arguments(expected)
        return replace(result, remark=_changed(names, hidden=expected.hidden)) if names else result

    def _verdict(self, expected: Capture) -> CheckResult:
        """Return how a check ended, without its cause."""
        if expected.name not in self._verdicts:
            self._verdicts[expected.name] = self._checked(expected)
        return self._verdicts[expected.name]

    def _symptom(self, expected: Capture) -> Symptom:
        status = self._verdict(expected).status
        return Symptom(status, self._values.get(expected.name), self._raised_errors.get(expected.name, ""))

    def _checked(self, expected: Capture) -> CheckResult:
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
            return self._not_filled_in(base)
        error = self._run.errors.get(expected.location)
        if error is not None:
            return self._raised(base, error)
        if self._run.stop is not None:
            return replace(base, reason=f"Not reached. {self._run.stop}")
        return replace(base, reason="The value never arrived. Does your code redefine the name 'check'?")

    def _raised(self, base: CheckResult, error: str) -> CheckResult:
        kind, _, text = error.partition(": ")
        if kind == "Forbidden":
            return replace(base, status=Status.FORBIDDEN, reason=text)
        if kind == "ValueCodecError":  # our own word for a value that no check can take
            return replace(base, status=Status.RAISED, reason=self._told(base.name, text))
        at = self._location(base)
        root = stopped_before(error, at, self._submission.cells, self._cell_errors)
        needed = self._needed(base, root, error if root == at else self._cell_errors[root])
        if needed:
            return replace(base, status=Status.MISSING, reason=needed)
        if kind == "NotImplementedError" and not text:
            return self._not_filled_in(base)
        self._raised_errors[base.name] = error
        more = "" if base.hidden else self._cause(base, error)
        reason = self._told(base.name, f"{error}{more}")
        return replace(base, status=Status.RAISED, reason=reason, where=self._where(base, root))

    def _where(self, base: CheckResult, root: str) -> str | None:
        """Return the student's line behind an exception: that of the cell `root`, which had stopped first."""
        assert self._run is not None
        if base.hidden:
            return None
        traces, at = self._run.traces, self.reference.run.captures[base.name].location
        if root == self._location(base):
            trace, given = traces.get(trace_key(base.name)) or traces.get(at, ()), at in self._run.after_given
        else:  # told when that cell ran, whatever was given since
            trace = traces.get(root, ())
            given = any(cell.after_given for cell in self._run.cells if cell.cell_id == root)
        return where(without_claims(trace) if given else trace, self._submission.cells) or None

    def _needed(self, base: CheckResult, root: str, error: str) -> str:
        """Say that another task comes first, if what the cell `root` raised comes from its untouched cell; else ""."""
        assert self._run is not None
        cells, at = self._submission.cells, self._location(base)
        said = comes_first(error, cells, self._makers)
        if said or error != "NotImplementedError":
            return said
        traces = self._run.traces
        own = traces.get(trace_key(base.name)) or ()
        trace = own if own and root == at else traces.get(root) or own  # a cell's may be that of its failed checks
        maker = next((cell for cell in cells if trace and cell.id == trace[-1].cell_id), None)
        if maker is None or maker.id not in self._submission.unanswered or at in marked_by(cells)[maker.id]:
            return ""
        return first(enclosing_function(maker, trace[-1].line), maker, cells)

    def _told(self, name: str, reason: str) -> str:
        """Return what is said of an exception; after a right value was given, without numbers that may be its own."""
        location = self.reference.run.captures[name].location
        return _masked(reason) if self._run is not None and location in self._run.after_given else reason

    def _cause(self, base: CheckResult, error: str) -> str:
        """Return what explains an exception to who has only seen the check: the cell that stopped before it."""
        return cause(error, self._location(base), self._submission.cells, self._cell_errors)

    def _not_filled_in(self, base: CheckResult) -> CheckResult:
        submission = self._submission
        reason = not_filled_in(base.name, self._location(base), submission.cells, submission.unanswered)
        return replace(base, status=Status.MISSING, reason=reason)

    def _location(self, base: CheckResult) -> str:
        return self.reference.run.captures[base.name].cell_id

    def _compared(self, base: CheckResult, expected: Capture, data: bytes) -> CheckResult:
        if self.reference.is_own(base.name, data):
            return replace(base, status=Status.PASSED)
        try:
            actual = values.decode(data)
        except ValueCodecError as error:
            return replace(base, status=Status.RAISED, reason=str(error))
        mismatch = compared(actual, self.reference.expected[base.name], expected)
        if mismatch is None:
            return replace(base, status=Status.PASSED)
        if self._run is not None and self._run.cells and expected.cell_id in self._blank and not expected.variable:
            return self._not_filled_in(base)  # a check that takes the stub's exception for an answer
        self._values[base.name] = actual
        return replace(base, status=Status.WRONG, mismatch=mismatch)

    # -- causes

    def _diagnosis(self, expected: Capture) -> Diagnosis | None:
        """Return why a check is wrong, or has raised: a known misconception, else what code and numbers show."""
        if self._patterns is None:
            return None
        known = self._patterns.cause(expected, likely=self._seen)
        if known is not None:
            self._seen.add(known.cause)
            return known
        shown = self._by_code(expected) or self._agreed(expected)
        if self._changed_arguments(expected) and (shown is None or shown.cause in POINTERS):
            read = self._by_code(expected, weak=True)  # it knows the line
            return read if read is not None and read.cause == _CHANGED else Diagnosis(FIXED[_CHANGED], "code", _CHANGED)
        return shown or self._by_code(expected, weak=True)

    def _changed_arguments(self, expected: Capture) -> tuple[str, ...]:
        """Return the arguments that a function was seen to change in place at a check."""
        return self._run.changed.get(expected.location, ()) if self._run is not None else ()

    def _fingerprint(self, expected: Capture) -> str | None:
        """Return the fingerprint of a wrong value that nothing explains: several students may share it."""
        if self._patterns is None or expected.options.bounded or expected.name not in self._values:
            return None
        return small_fingerprint(self._values[expected.name])

    def _by_code(self, expected: Capture, *, weak: bool = False) -> Diagnosis | None:
        """Return what the student's own functions say of a check that fails."""
        assert self._patterns is not None
        passed = [one.name for one in self._patterns.scope(expected) if self._verdict(one).status is Status.PASSED]
        return self._code.cause(expected, self._saw(expected), passed, weak=weak)

    def _saw(self, expected: Capture) -> list[str]:
        """Return what a check saw: a value, None, an exception, an argument that was changed."""
        assert self._run is not None
        saw: list[str] = []
        error = self._raised_errors.get(expected.name)
        if error is None:
            saw.append(NONE if self._values.get(expected.name) is None else VALUE)
        else:
            trace = self._run.traces.get(trace_key(expected.name)) or self._run.traces.get(expected.location, ())
            saw.append(error)
            if trace and trace[-1].cell_id == expected.cell_id and "NoneType" in error:
                saw.append(NONE)  # only the check's own line met it
        if self._changed_arguments(expected):
            saw.append(CHANGED)
        return saw

    def _agreed(self, expected: Capture) -> Diagnosis | None:
        """Return the numeric cause of a wrong value; None if the same function's other values show another one."""
        assert self._patterns is not None
        diagnosis = self._by_numbers(expected)
        if diagnosis is None:
            return None
        beside = (self._by_numbers(check) for check in self._patterns.beside(expected))
        return diagnosis if all(other is None or other.cause == diagnosis.cause for other in beside) else None

    def _read(self, check_cell: str) -> frozenset[str]:
        """Return the names that the student's own cells read, as far as a check cell marks them."""
        cells = self._submission.cells
        marks = marked_by(cells)
        own = (one for one in cells if one.is_student_code and (one.kind != "solution" or check_cell in marks[one.id]))
        return frozenset(name for cell in own for name in _words(cell.source))

    def _by_numbers(self, expected: Capture) -> Diagnosis | None:
        name = expected.name
        if self._verdict(expected).status is not Status.WRONG or expected.options.bounded:
            return None
        if name not in self._numeric:
            self._numeric[name] = diagnose(
                self._values[name],
                self.reference.expected[name],
                others=self.reference.others(name),
                rtol=expected.options.rtol,
                atol=expected.options.atol,
                read=self._read(expected.cell_id),
            )
        return self._numeric[name]


def _words(source: str) -> frozenset[str]:
    """Return the names that a cell reads; every word of one that does not parse."""
    names = names_of(source)
    return names.read if names.is_python else names.bound


def _changed(names: Sequence[str], *, hidden: bool) -> str:
    """Say which arguments a student's function changed in place; of a hidden check no name."""
    if hidden:
        return "Your function changed one of its arguments in place."
    listed = ", ".join(f"`{name}`" for name in names)
    what = "its argument" if len(names) == 1 else "its arguments"
    return f"Your function changed {what} {listed} in place; this was undone for what follows."


def _masked(error: str) -> str:
    """Return an exception's text without decimal numbers: a value that was given must not be told by it."""
    return _DECIMAL.sub("…", error)[:300]


def _untouched_makers(reference: Reference, submission: Submission) -> dict[str, list[Cell]]:
    """Return {name: the solution cells that were left as handed out and would make it}: functions and variables."""
    marks = marked_by(reference.notebook.cells)
    found: dict[str, list[Cell]] = {}
    for cell in reference.notebook.cells:
        if cell.kind == "solution" and cell.id in submission.unanswered:
            variables = {one.name for one in reference.run.captures.values() if one.cell_id in marks[cell.id]}
            for name in variables | names_of(cell.released).bound:
                found.setdefault(name, []).append(cell)
    return found


def _blank_groups(notebook: Notebook, submission: Submission) -> set[str]:
    """Return the check cells all of whose solution cells were left as they were handed out."""
    marks = marked_by(notebook.cells)
    solutions = [cell.id for cell in notebook.cells if cell.kind == "solution"]
    answered = {check for one in solutions if one not in submission.unanswered for check in marks[one]}
    return {check for one in solutions for check in marks[one]} - answered
