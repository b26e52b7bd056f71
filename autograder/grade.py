"""A submission and a reference go in, a `Report` comes out.

The same `run` gives both: reference = run(solution), answer = run(submission),
verdict = compare(answer, reference). Expected values stay in this process; the child that runs a
student's code gets one only as the answer to a public check of a variable that is already marked
(follow-through), so that one wrong step does not sink all later ones.

What a student did wrong becomes data in the report. What the author or the machine got wrong is
raised: ReferenceRunError, IsolationError, RunnerError.
"""

from __future__ import annotations

import platform
import threading
from collections.abc import Callable, Collection, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from functools import cached_property
from importlib.metadata import version
from types import TracebackType
from typing import Self, TypeVar

from autograder import values
from autograder.compare import compare, within_bound
from autograder.diagnose import diagnose
from autograder.errors import ReferenceRunError, ValueCodecError
from autograder.isolation import Launcher
from autograder.model import (
    Capture,
    CellResult,
    CheckResult,
    Diagnosis,
    Evidence,
    Mismatch,
    Report,
    Rule,
    Run,
    Status,
    WrongValue,
)
from autograder.notebook import (
    Alternative,
    Cell,
    Notebook,
    Submission,
    marked_by,
    read_submission,
    skeleton,
    solved,
    steps,
    with_alternative,
)
from autograder.rules import violations
from autograder.run import Job, run_steps
from autograder.seeds import public_seed, secret_seed
from autograder.store import Store, key_of

_Named = TypeVar("_Named", WrongValue, "WrongError")

__all__ = ["Graded", "Grader", "Reference", "Wrong", "WrongError", "judge"]


@dataclass(frozen=True)
class Reference:
    """What the solution gave: the truth of one notebook, on one device, for one secret."""

    notebook: Notebook
    run: Run

    @cached_property
    def expected(self) -> dict[str, object]:
        """The expected values, decoded."""
        return {name: values.decode(capture.value or b"") for name, capture in self.run.captures.items()}

    @cached_property
    def by_place(self) -> dict[str, list[Capture]]:
        """The checks of each statement."""
        found: dict[str, list[Capture]] = {}
        for capture in self.run.captures.values():
            found.setdefault(capture.place, []).append(capture)
        return found

    def of_cell(self, cell_id: str) -> list[Capture]:
        """Return the checks of one cell, public ones first."""
        return [capture for capture in self.run.captures.values() if capture.cell_id == cell_id]


@dataclass(frozen=True, slots=True)
class WrongError:
    """The exception that a known misconception gives at a check, and what a tutor says to it."""

    name: str
    says: str
    error: str  # what the check's statement raised: "NameError: name 'dh' is not defined"
    cell_id: str  # the solution cell of the misconception
    cell_error: str | None  # what that cell itself raised: the cause of the NameError


@dataclass(frozen=True, slots=True)
class Wrong:
    """What is known to go wrong at one check: values, and exceptions."""

    values: tuple[WrongValue, ...] = ()
    errors: tuple[WrongError, ...] = ()
    recognise: Callable[[object], Diagnosis | None] | None = None  # where only fingerprints are known


@dataclass(frozen=True, slots=True)
class Graded:
    """A report, and what it was made from."""

    report: Report
    submission: Submission
    run: Run | None = None


class Grader:
    """Grades submissions of any notebook with one launcher, one secret, one device.

    `grade` may be called from several threads at once.
    """

    def __init__(
        self,
        *,
        launcher: Launcher,
        secret: bytes | None,
        seed_id: str = "public",
        store: Store | None = None,
        device: str = "cpu",
    ) -> None:
        """Use the course's secret, or without one the public seeds that students have."""
        self.launcher = launcher
        self.device = device
        self._secret = secret
        self._seed_id = seed_id
        self._store = store or Store()
        self._references: dict[str, Reference] = {}
        self._adopted: dict[str, Mapping[str, Wrong]] = {}
        self._misconceptions: dict[tuple[str, str], Future[Run]] = {}
        self._lock = threading.RLock()

    def __enter__(self) -> Self:
        """Return the grader; at the end its launcher is closed."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close the launcher."""
        self.launcher.close()

    def adopt(self, reference: Reference, wrong: Mapping[str, Wrong]) -> None:
        """Take a reference from elsewhere (a file of expected values) instead of running a solution."""
        self._references[reference.notebook.sha256] = reference
        self._adopted[reference.notebook.sha256] = wrong

    # -- the three things it gives

    def reference(self, notebook: Notebook) -> Reference:
        """Return the run of the solution; ReferenceRunError if it does not do what it must."""
        with self._lock:
            if notebook.sha256 not in self._references:
                run = self._run(notebook, solved(notebook), _Record(), "reference")
                _require_sound(notebook, run)
                self._references[notebook.sha256] = Reference(notebook, run)
            return self._references[notebook.sha256]

    def wrong(self, notebook: Notebook, name: str) -> Wrong:
        """Return what the known misconceptions give at one check; runs those that are not yet known.

        Those of the check's own task come first, then those of other tasks that name the check.
        """
        adopted = self._adopted.get(notebook.sha256)
        if adopted is not None:
            return adopted.get(name, Wrong())
        reference = self.reference(notebook)
        expected = reference.run.captures[name]
        found_values: list[WrongValue] = []
        errors: list[WrongError] = []
        own = [other for other in notebook.alternatives if expected.cell_id in notebook.group(other.cell_id)]
        other_tasks = [other for other in notebook.alternatives if name in other.breaks and other not in own]
        for other in own + other_tasks:
            if other.kind != "misconception":
                continue
            run = self.misconception_run(notebook, other)
            capture = run.captures.get(name)
            if capture is not None and capture.value is not None:
                value = values.decode(capture.value)
                if judge(value, reference.expected[name], expected) is not None:
                    found_values.append(WrongValue(other.name, other.says, value))
            else:
                error = capture.error if capture is not None else run.errors.get(expected.place)
                if error is not None:
                    errors.append(
                        WrongError(other.name, other.says, error, other.cell_id, _cell_error(run, other.cell_id))
                    )
        return Wrong(tuple(found_values), tuple(errors))

    def run_misconceptions(self, notebook: Notebook, *, jobs: int) -> None:
        """Run all misconceptions now, several at a time, so that `wrong` answers at once."""
        known = [other for other in notebook.alternatives if other.kind == "misconception"]
        with ThreadPoolExecutor(max_workers=jobs) as pool:
            list(pool.map(lambda other: self.misconception_run(notebook, other), known))

    def misconception_run(self, notebook: Notebook, other: Alternative) -> Run:
        """Return the run of a misconception: the whole notebook, but only the checks where it may show."""
        key = (notebook.sha256, other.name)
        with self._lock:
            found = self._misconceptions.get(key)
            mine = found is None
            if found is None:
                found = self._misconceptions[key] = Future()
        if mine:
            try:
                reference = self.reference(notebook)
                affected = _affected(notebook, reference, other)
                cells = {reference.run.captures[name].cell_id for name in affected}
                submission = with_alternative(notebook, other)
                kept = tuple(cell for cell in submission.cells if cell.kind != "check" or cell.id in cells)
                run = self._run(notebook, replace(submission, cells=kept), _Follow(reference), "misconception")
                found.set_result(run)
            except BaseException as error:
                found.set_exception(error)
                raise
        return found.result()

    def grade(self, notebook: Notebook, data: bytes | None, *, student: str) -> Graded:
        """Grade the bytes of a submitted notebook; None if no file of its name was handed in."""
        if data is None:
            empty = replace(skeleton(notebook), sha256="", problems=(f"No file {notebook.name}.ipynb was handed in.",))
            return Graded(self._report(notebook, empty, None, student), empty)
        submission = read_submission(data, notebook)
        return self.grade_submission(notebook, submission, student=student)

    def grade_submission(
        self, notebook: Notebook, submission: Submission, *, student: str, diagnosed: bool = True
    ) -> Graded:
        """Grade what was read from a submitted notebook."""
        run = self._run(notebook, submission, _Follow(self.reference(notebook)), "submission")
        return Graded(self._report(notebook, submission, run, student, diagnosed=diagnosed), submission, run)

    # -- how

    def seed(self, assignment: str, case: str) -> int:
        """Return the seed of a case in this grader's runs."""
        return public_seed(case) if self._secret is None else secret_seed(self._secret, assignment, case)

    def _run(self, notebook: Notebook, submission: Submission, answers: _Record | _Follow, kind: str) -> Run:
        made = steps(submission.cells)
        key = key_of(
            kind=kind,
            steps=[(step.cell_id, step.source, step.hidden) for step in made],
            reference=None if isinstance(answers, _Record) else notebook.sha256,
            assignment=notebook.assignment,
            seed_id=self._seed_id,
            device=self.device,
            limits=notebook.limits,
            rules=notebook.rules,
            files={name: len(data) for name, data in _files(notebook).items()},
            versions=_versions(),
        )
        found = self._store.load(key)
        if found is not None and (found.level == self.launcher.level or kind == "reference"):
            return found
        job = Job(
            steps=made,
            limits=notebook.limits,
            seed=lambda case: self.seed(notebook.assignment, case),
            answers=answers,
            rules=notebook.rules,
            files=_files(notebook),
            device=self.device,
        )
        run = run_steps(job, self.launcher)
        if run.stop is None or run.exit.reason not in ("wall", "setup", "killed", "stopped"):
            self._store.save(key, run)  # a run that the machine cut short is tried again next time
        return run

    def _report(
        self,
        notebook: Notebook,
        submission: Submission,
        run: Run | None,
        student: str,
        *,
        diagnosed: bool = True,
    ) -> Report:
        judging = _Judging(self, notebook, submission, run, self.reference(notebook), diagnosed=diagnosed)
        cells = tuple(
            CellResult(cell.id, cell.points, tuple(judging.check(one) for one in judging.reference.of_cell(cell.id)))
            for cell in notebook.check_cells
        )
        problems = submission.problems + ((run.stop,) if run is not None and run.stop else ())
        return Report(
            student,
            notebook.assignment,
            notebook.name,
            cells,
            self._evidence(notebook, submission, run),
            problems,
        )

    def _evidence(self, notebook: Notebook, submission: Submission, run: Run | None) -> Evidence:
        return Evidence(
            submission_sha256=submission.sha256,
            source_sha256=notebook.sha256,
            versions=_versions(),
            device=self.device,
            isolation=run.level if run is not None else self.launcher.level,
            overridden=self.launcher.overridden,
            seed_id=self._seed_id,
            graded_at=datetime.now(UTC).isoformat(timespec="seconds"),
            seconds=run.seconds if run is not None else 0.0,
        )


def _files(notebook: Notebook) -> dict[str, bytes]:
    """Return the files that lie beside the source notebook, for the run's working folder."""
    if notebook.folder is None:
        return {}
    return {
        path.relative_to(notebook.folder).as_posix(): path.read_bytes()
        for path in sorted(notebook.folder.rglob("*"))
        if path.is_file() and path.suffix != ".ipynb" and not any(part.startswith(".") for part in path.parts[-2:])
    }


def _versions() -> dict[str, str]:
    names = {"autograder": "zero-to-hero-autograder", "torch": "torch", "numpy": "numpy"}
    return {"python": platform.python_version()} | {key: version(name) for key, name in names.items()}


def _require_sound(notebook: Notebook, run: Run) -> None:
    """Raise ReferenceRunError unless the solution ran to its end and answered every check."""
    where = f"the solution of {notebook.assignment}/{notebook.name}"
    errors = [(cell.cell_id, cell.error) for cell in run.cells if cell.error]
    errors += [(capture.name, capture.error) for capture in run.captures.values() if capture.error]
    errors += list(run.errors.items())
    if run.stop is not None:
        message = f"{where} did not run to its end: {run.stop}"
        raise ReferenceRunError(message)
    if errors:
        message = f"{where} fails at {errors[0][0]}: {errors[0][1]}"
        raise ReferenceRunError(message)
    for cell in notebook.check_cells:
        if not any(capture.cell_id == cell.id for capture in run.captures.values()):
            message = f"{where}: the check cell '{cell.id}' calls no check"
            raise ReferenceRunError(message)


def _affected(notebook: Notebook, reference: Reference, other: Alternative) -> set[str]:
    """Return the checks where a misconception may show: those of its group, and those it names."""
    group = notebook.group(other.cell_id)
    return {name for name, one in reference.run.captures.items() if one.cell_id in group or name in other.breaks}


def _cell_error(run: Run | None, cell_id: str) -> str | None:
    """Return what a cell raised, None if nothing."""
    return next((cell.error for cell in run.cells if cell.cell_id == cell_id), None) if run is not None else None


def judge(actual: object, expected: object, capture: Capture) -> Mismatch | None:
    """Compare a value with the reference's, by the reference's own options."""
    options = capture.options
    if options.at_most is not None or options.at_least is not None:
        return within_bound(actual, at_most=options.at_most, at_least=options.at_least)
    return compare(actual, expected, rtol=options.rtol, atol=options.atol)


class _Record:
    """The answers to a reference's run: every check is welcome, no variable is replaced."""

    def accepts(self, place: str, name: str) -> bool:
        del place, name
        return True

    def reply(self, capture: Capture) -> object | None:
        del capture
        return None

    def unseen(self, place: str, seen: Collection[str]) -> Mapping[str, object]:
        del place, seen
        return {}


@dataclass(slots=True)
class _Follow:
    """The answers to a submission's run: follow-through marking."""

    reference: Reference
    _places: dict[str, str] = field(init=False)

    def __post_init__(self) -> None:
        self._places = {name: capture.place for name, capture in self.reference.run.captures.items()}

    def accepts(self, place: str, name: str) -> bool:
        return self._places.get(name) == place

    def reply(self, capture: Capture) -> object | None:
        expected = self.reference.run.captures[capture.name]
        if not expected.variable or expected.hidden:
            return None
        value = self.reference.expected[capture.name]
        if capture.value is not None:
            try:
                if judge(values.decode(capture.value), value, expected) is None:
                    return None
            except ValueCodecError:
                pass
        return value

    def unseen(self, place: str, seen: Collection[str]) -> Mapping[str, object]:
        return {
            one.name: self.reference.expected[one.name]
            for one in self.reference.by_place.get(place, [])
            if one.variable and not one.hidden and one.name not in seen
        }


class _Judging:
    """One submission's run against the reference: a CheckResult for each check."""

    def __init__(
        self,
        grader: Grader,
        notebook: Notebook,
        submission: Submission,
        run: Run | None,
        reference: Reference,
        *,
        diagnosed: bool,
    ) -> None:
        self.reference = reference
        self._grader, self._notebook, self._run = grader, notebook, run
        self._problems = submission.problems
        self._diagnosed = diagnosed
        self._seen: set[str] = set()  # misconceptions that earlier checks have shown
        self._broken = _by_check_cell(submission.cells, violations(submission.cells, notebook.rules))
        self._blank = _blank_groups(notebook, submission)

    def check(self, expected: Capture) -> CheckResult:
        """Say how one check ended: exactly one of passed, wrong, raised, missing, forbidden."""
        base = CheckResult(expected.name, Status.MISSING, expected.hidden, expected.options.weight)
        rule = self._broken.get(expected.cell_id)
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
        for known in self._likely_first(self._wrong(base.name).errors):
            if known.error == error and known.cell_error == _cell_error(self._run, known.cell_id):
                found = self._remember(Diagnosis(known.says, "author", known.name))
                break
        return replace(base, status=Status.RAISED, reason=error, diagnosis=found)

    def _compared(self, base: CheckResult, expected: Capture, data: bytes) -> CheckResult:
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
        if not self._diagnosed or expected.options.at_most is not None or expected.options.at_least is not None:
            return None
        wrong = self._wrong(name)
        known = wrong.recognise(actual) if wrong.recognise is not None else None
        if known is not None:
            return self._remember(known)
        others = {
            one.name: self.reference.expected[one.name]
            for one in self.reference.run.captures.values()
            if one.name != name and not one.hidden
        }
        found = diagnose(
            actual,
            self.reference.expected[name],
            wrong=self._likely_first(wrong.values),
            others=others,
            rtol=expected.options.rtol,
            atol=expected.options.atol,
        )
        return self._remember(found) if found is not None else None

    def _likely_first(self, known: Sequence[_Named]) -> list[_Named]:
        """Put first what an earlier check of this submission has shown: one mistake, one sentence."""
        return sorted(known, key=lambda one: one.name not in self._seen)

    def _remember(self, found: Diagnosis) -> Diagnosis:
        if found.source == "author":
            self._seen.add(found.cause)
        return found

    def _wrong(self, name: str) -> Wrong:
        if not self._diagnosed:
            return Wrong()
        return self._grader.wrong(self._notebook, name)


def _by_check_cell(cells: Sequence[Cell], broken: Mapping[str, Rule]) -> dict[str, Rule]:
    """Return {check cell: rule} for the check cells that mark a cell which broke a rule."""
    marks = marked_by(cells) if broken else {}
    found: dict[str, Rule] = {}
    for cell_id, rule in broken.items():
        for check_cell in marks[cell_id]:
            found.setdefault(check_cell, rule)
    return found


def _blank_groups(notebook: Notebook, submission: Submission) -> set[str]:
    """Return the check cells all of whose solution cells were left as they were handed out."""
    marks = marked_by(notebook.cells)
    solutions = [cell.id for cell in notebook.cells if cell.kind == "solution"]
    answered = {check for one in solutions if one not in submission.unanswered for check in marks[one]}
    return {check for one in solutions for check in marks[one]} - answered
