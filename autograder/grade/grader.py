"""The grader: runs notebooks, keeps what came of them, and reports.

In: a launcher, the course's secret, a cache for runs. Out: references, what misconceptions give, and for
each submission a `Report`.
"""

from __future__ import annotations

import functools
import hmac
import threading
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from types import TracebackType
from typing import Self

from autograder.grade.reference import affected, require_sound
from autograder.grade.running import Runner
from autograder.grade.variables import numbers, with_captures
from autograder.isolation import Launcher
from autograder.judge import GivenVariables, Judging, Misconceptions, NoFollowThrough, Outcomes, OutcomesOf, Reference
from autograder.judge.confined import Judged, Judges, Truth
from autograder.model import Evidence, Numerics, Report, Run
from autograder.notebook import (
    Alternative,
    Notebook,
    Submission,
    manual_results,
    read_submission,
    skeleton,
    solved,
    with_alternative,
)
from autograder.report import IN_NAME_ONLY
from autograder.run import Heard, shares
from autograder.run.cache import RunCache
from autograder.run.provenance import versions

__all__ = ["Grader", "GradingResult", "versions"]

_FLAGS = ("deterministic algorithms", "TF32 off", "1 thread")  # what the worker sets before the first cell


@dataclass(frozen=True, slots=True)
class GradingResult:
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
        store: RunCache | None = None,
        device: str = "cpu",
        numerics: Numerics | None = None,
        judges: Judges | None = None,
    ) -> None:
        """Use the course's secret, or without one the public seeds that students have.

        `judges`: who looks at what students hand in; None: this process does, as is right for one's own work.
        """
        self.launcher = launcher
        self.device = device
        self.numerics = numerics or Numerics()
        self._secret = secret
        self._seed_id = seed_id
        self._store = store or RunCache()
        self._runner = Runner(launcher, secret, seed_id, self._store, device, self.numerics)
        self._references: dict[tuple[str, str], Reference] = {}
        self._misconceived: dict[tuple[str, str], OutcomesOf] = {}
        self._misconceptions: dict[tuple[str, str, str], Future[Run]] = {}
        self._judges = judges
        self._lock = threading.RLock()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the judges and the launcher. Harmless if done before."""
        if self._judges is not None:
            self._judges.close()
        self.launcher.close()

    def adopt(self, reference: Reference, wrong: OutcomesOf) -> None:
        """Take a reference from elsewhere (a file of expected values) instead of running a solution.

        What it knows of misconceptions has no runs that a judge could ask for: all is judged in this process.
        """
        self._judges = None
        self._references[_key(reference.notebook)] = reference
        self._misconceived[_key(reference.notebook)] = wrong

    def variation(self, number: int, numerics: Numerics | None = None) -> Grader:
        """Return a grader with other data, or numerics, on the same launcher; close only one of them.

        Number 0 has this grader's own secret and shares its runs on disk; the others keep none.
        """
        secret = self._secret if number == 0 else hmac.digest(self._secret or b"", f"seed {number}".encode(), "sha256")
        if number == 0 and numerics is None:
            return self
        return Grader(
            launcher=self.launcher,
            secret=secret,
            seed_id=self._seed_id if number == 0 else f"{self._seed_id} {number}",
            store=self._store if number == 0 else None,
            device=self.device,
            numerics=numerics or self.numerics,
            judges=self._judges,
        )

    def on(self, launcher: Launcher) -> Grader:
        """Return a grader with the same data on another launcher, which keeps no runs; close both launchers."""
        return Grader(
            launcher=launcher,
            secret=self._secret,
            seed_id=self._seed_id,
            device=self.device,
            numerics=self.numerics,
        )

    # -- the three things it gives

    def reference(self, notebook: Notebook) -> Reference:
        """Return the run of the solution; ReferenceRunError if it does not do what it must."""
        with self._lock:
            if _key(notebook) not in self._references:
                run = self._runner.run(notebook, solved(notebook), NoFollowThrough(), "reference")
                require_sound(notebook, run)
                variables = functools.partial(self._setup_variables, notebook, run.captures)
                self._references[_key(notebook)] = Reference(notebook, run, variables)
            return self._references[_key(notebook)]

    def variables(self, notebook: Notebook) -> Mapping[str, object]:
        """Return the numbers that the notebook's setup cells define and no check is named after: {name: value}."""
        return self.reference(notebook).variables

    def _setup_variables(self, notebook: Notebook, checks: Collection[str]) -> Mapping[str, object]:
        return numbers(self._runner.run(notebook, with_captures(notebook, checks), NoFollowThrough(), "variables"))

    def wrong(self, notebook: Notebook, name: str) -> Outcomes:
        """Return what the known misconceptions give at one check, one after another as they are asked for.

        Those of the check's own task come first, then those of other tasks that name the check. One that has not
        been run yet is run when its turn comes.
        """
        return self._known(notebook)(name)

    def _known(self, notebook: Notebook) -> OutcomesOf:
        with self._lock:
            key = _key(notebook)
            if key not in self._misconceived:
                run = functools.partial(self.misconception_run, notebook)
                self._misconceived[key] = Misconceptions(self.reference(notebook), run)
            return self._misconceived[key]

    def run_misconceptions(self, notebook: Notebook, *, jobs: int) -> None:
        """Run all misconceptions now, several at a time, so that `wrong` answers at once."""
        misconceptions = [alternative for alternative in notebook.alternatives if alternative.kind == "misconception"]
        with ThreadPoolExecutor(max_workers=jobs) as pool:
            list(pool.map(functools.partial(self._misconceptions_run, notebook), shares(misconceptions, jobs)))

    def misconception_run(self, notebook: Notebook, misconception: Alternative) -> Run:
        """Return the run of a misconception: only the checks where it may show, and what comes before the last.

        Those of the same solution cell are run in one go with it: whoever asks for one mostly asks for them next.
        """
        key = (*_key(notebook), misconception.name)
        with self._lock:
            known = self._misconceptions.get(key)
        if known is None:
            beside = [
                one
                for one in notebook.alternatives
                if one.kind == "misconception" and one.cell_id == misconception.cell_id
            ]
            self._misconceptions_run(notebook, beside)
            known = self._misconceptions[key]
        return known.result()

    def _misconceptions_run(self, notebook: Notebook, misconceptions: Sequence[Alternative]) -> None:
        """Run those that nobody else runs or has run."""
        reference = self.reference(notebook)
        ours: dict[str, tuple[Alternative, Future[Run]]] = {}
        with self._lock:
            for one in misconceptions:
                key = (*_key(notebook), one.name)
                if key not in self._misconceptions:
                    self._misconceptions[key] = Future()
                    ours[one.name] = one, self._misconceptions[key]
        submissions = [_where_it_may_show(notebook, reference, one) for one, _ in ours.values()]
        waiting = [future for _, future in ours.values()]
        try:
            for number, run in self._runner.several(notebook, submissions, GivenVariables(reference), "misconception"):
                waiting[number].set_result(run)
        except BaseException as error:
            for future in waiting:
                if not future.done():
                    future.set_exception(error)
            raise

    def grade(self, notebook: Notebook, data: bytes | None, *, student: str, note: str = "") -> GradingResult:
        """Grade the bytes of a submitted notebook; None if no such file was handed in, `note` says more of it."""
        if data is None:
            reason = note or f"No file {notebook.name}.ipynb was handed in."
            empty = replace(skeleton(notebook), sha256="", problems=(reason,))
            return GradingResult(
                self._report(notebook, empty, None, student, self._judged(notebook, empty, None)), empty
            )
        truth, judges = self._truth(notebook), self._judges
        submission = judges.read(truth, data) if judges else read_submission(data, notebook)
        if note:
            submission = replace(submission, problems=(note, *submission.problems))
        run = self._runner.run(notebook, submission, GivenVariables(truth.reference), "submission")
        judged = judges.judge(truth, submission, run) if judges else self._judged(notebook, submission, run)
        judged_run = replace(run, captures={})  # many wait for their batch: none holds on to its values
        return GradingResult(self._report(notebook, submission, run, student, judged), submission, judged_run)

    def grade_submission(
        self, notebook: Notebook, submission: Submission, *, student: str, diagnosed: bool = True
    ) -> GradingResult:
        """Grade the author's own code, put into the exercise's cells: it is judged here."""
        run = self._runner.run(notebook, submission, GivenVariables(self.reference(notebook)), "submission")
        return self.judge(notebook, submission, run, student=student, diagnosed=diagnosed)

    def grade_several(
        self,
        notebook: Notebook,
        submissions: Sequence[Submission],
        *,
        checks: Sequence[Collection[str]] | None = None,
        diagnosed: bool = True,
        enough: Callable[[Heard], bool] | None = None,
    ) -> Iterator[tuple[int, GradingResult]]:
        """Grade several of the author's own texts; yield number and result of each as soon as it is there.

        `checks`: of each the check cells that are run; the checks of the others come out as missing. `enough`: asked
        after each step; if it says so, the rest may be left out, and its checks come out as missing too.
        """
        to_run = submissions
        if checks is not None:
            to_run = [
                replace(one, cells=tuple(cell for cell in one.cells if cell.kind != "check" or cell.id in wanted))
                for one, wanted in zip(submissions, checks, strict=True)
            ]
        given = GivenVariables(self.reference(notebook))
        for number, run in self._runner.several(notebook, to_run, given, "submission", enough):
            yield number, self.judge(notebook, submissions[number], run, diagnosed=diagnosed)

    def judge(
        self, notebook: Notebook, submission: Submission, run: Run, *, student: str = "", diagnosed: bool = True
    ) -> GradingResult:
        """Judge a run of the author's own code."""
        judged = self._judged(notebook, submission, run, diagnosed=diagnosed)
        return GradingResult(self._report(notebook, submission, run, student, judged), submission, run)

    def _judged(self, notebook: Notebook, submission: Submission, run: Run | None, *, diagnosed: bool = True) -> Judged:
        known_wrong = self._known(notebook) if diagnosed else None
        return Judged(Judging(self.reference(notebook), submission, run, known_wrong).cells())

    def _truth(self, notebook: Notebook) -> Truth:
        by_name = {alternative.name: alternative for alternative in notebook.alternatives}
        key = "/".join((*_key(notebook), self._seed_id, str(self.numerics)))
        return Truth(key, self.reference(notebook), lambda name: self.misconception_run(notebook, by_name[name]))

    # -- how

    def seed(self, assignment: str, case: str, *, hidden: bool = False) -> int:
        """Return the seed of a case in this grader's runs."""
        return self._runner.seed(assignment, case, hidden=hidden)

    def _report(
        self, notebook: Notebook, submission: Submission, run: Run | None, student: str, judged: Judged
    ) -> Report:
        stopped = (run.stop,) if run is not None and run.stop else ()
        return Report(
            student,
            notebook.assignment,
            notebook.name,
            judged.cells,
            self._evidence(notebook, submission, run),
            (*submission.problems, *stopped, *judged.problems),
            manual_results(submission),
        )

    def _evidence(self, notebook: Notebook, submission: Submission, run: Run | None) -> Evidence:
        open_rules = run.open_rules if run is not None else ()
        return Evidence(
            submission_sha256=submission.sha256,
            source_sha256=notebook.sha256,
            versions=versions(),
            device=self.device,
            isolation=run.level if run is not None else self.launcher.level,
            overridden=self.launcher.overridden,
            seed_id=self._seed_id,
            graded_at=datetime.now(UTC).isoformat(timespec="seconds"),
            seconds=run.seconds if run is not None else 0.0,
            flags=(*_FLAGS, *(f"{IN_NAME_ONLY}{rule}" for rule in open_rules)),
        )


def _key(notebook: Notebook) -> tuple[str, str]:
    """Return what tells a notebook from all others: two assignments may have the same source, and other seeds."""
    return notebook.assignment, notebook.sha256


def _where_it_may_show(notebook: Notebook, reference: Reference, misconception: Alternative) -> Submission:
    """Return a misconception with the check cells where it may show, up to the last of them."""
    cells = {reference.run.captures[name].cell_id for name in affected(notebook, reference, misconception)}
    submission = with_alternative(notebook, misconception)
    needed_cells = [cell for cell in submission.cells if cell.kind != "check" or cell.id in cells]
    while needed_cells and needed_cells[-1].kind != "check":
        needed_cells.pop()
    return replace(submission, cells=tuple(needed_cells))
