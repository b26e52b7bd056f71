"""The judges of one grader: as many processes as threads ask at once, kept warm.

In: what a student handed in, later its run. Out: the submission, and each check's result. Where a judge ends
over it, another one, fresh, is asked, then for less: verdicts without their causes. What even that is too much
for has no points.
"""

from __future__ import annotations

import hashlib
import json
import threading
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from autograder.errors import GraderError, RunnerError
from autograder.isolation import Child
from autograder.judge import Reference
from autograder.judge.confined.form import pack_run, pack_submission, unpack_submission
from autograder.judge.confined.process import Ended, Judge, Truth
from autograder.model import CellResult, CheckResult, Limits, Run, Status
from autograder.notebook import Submission, assembled
from autograder.report import cells_from_json

if TYPE_CHECKING:
    from autograder.isolation import ForkServer

__all__ = ["Judged", "Judges"]

_WORKER = "autograder.judge.confined.worker"
_CPU_S = 10.0  # for reading a file, and for judging a submission: hundreds of times what an honest one takes
_MEMORY_MB = 768
_LIFE = Limits(wall_s=1e7, cpu_s=1e6, memory_mb=_MEMORY_MB, file_mb=1, scratch_mb=1, threads=4)


@dataclass(frozen=True, slots=True)
class Judged:
    """Each check's result; and what is to be said if something was too much to look at."""

    cells: tuple[CellResult, ...]
    problems: tuple[str, ...] = ()


class Judges:
    """Confined processes that look at what students hand in. Several threads may ask at once."""

    def __init__(self, launcher: ForkServer, *, worker: str = _WORKER, cpu_s: float = _CPU_S) -> None:
        """Start none yet. `cpu_s`: for how long one may compute over one file, or one submission."""
        self._launcher = launcher
        self._worker, self._cpu_s = worker, cpu_s
        self._within = f"within {cpu_s:g} s and {_MEMORY_MB} MB"
        self._idle: list[Judge] = []
        self._lock = threading.Lock()
        self._closed = False

    def read(self, truth: Truth, data: bytes) -> Submission:
        """Put a submitted file into the exercise's cells, as `read_submission` does."""
        notebook = truth.reference.notebook
        try:
            found = self._ask(truth, {"op": "read"}, data)
        except Ended as ended:
            _require_limit(ended)
            problem = f"The file could not be read {self._within}: {ended}."
            return replace(assembled(notebook, {}), sha256=hashlib.sha256(data).hexdigest(), problems=(problem,))
        return unpack_submission(found, notebook)

    def judge(self, truth: Truth, submission: Submission, run: Run) -> Judged:
        """Say how each check ended, and why."""
        said = pack_submission(submission, truth.reference.notebook)
        body = said + pack_run(run, truth.reference)
        header = {"op": "judge", "size": len(said), "diagnosed": True}
        try:
            return self._judged(truth, header, body)
        except Ended as ended:
            problem = f"Why values are wrong could not be found out {self._within}: {ended}. The verdicts stand."
        try:
            return replace(self._judged(truth, {**header, "diagnosed": False}, body), problems=(problem,))
        except Ended as ended:
            _require_limit(ended)
            problem = f"The notebook could not be judged {self._within}: {ended}."
            return Judged(_nothing(truth.reference, problem), (problem,))

    def rest(self) -> None:
        """End those that have nothing to do; others are started when they are needed."""
        with self._lock:
            idle, self._idle = self._idle, []
        for judge in idle:
            judge.close()

    def close(self) -> None:
        """End them all; those that are at work end when they give their answer."""
        self._closed = True
        self.rest()

    def _judged(self, truth: Truth, header: Mapping[str, object], body: bytes) -> Judged:
        return Judged(cells_from_json(json.loads(self._ask(truth, header, body))))

    def _ask(self, truth: Truth, header: Mapping[str, object], body: bytes) -> bytes:
        """Ask a judge; if one that had looked at other things before ends over it, a fresh one as well."""
        judge = self._take()
        while True:
            fresh = judge.fresh
            try:
                found = judge.ask(truth, {**header, "cpu_s": self._cpu_s}, body)
            except Ended:
                judge.close()
                if fresh:
                    raise
                judge = Judge(self._spawn())
            except BaseException:  # a misconception that could not be run, Ctrl-C: the judge still waits
                judge.close()
                raise
            else:
                self._give_back(judge)
                return found

    def _take(self) -> Judge:
        with self._lock:
            if self._idle:
                return self._idle.pop()
        return Judge(self._spawn())

    def _spawn(self) -> Child:
        if self._closed:
            raise RunnerError("the grader is closed")
        return self._launcher.spawn(_LIFE, worker=self._worker)

    def _give_back(self, judge: Judge) -> None:
        with self._lock:
            if not self._closed:
                self._idle.append(judge)
                return
        judge.close()


def _require_limit(ended: Ended) -> None:
    """Raise GraderError unless a limit was reached: what else ends a judge is no student's mistake."""
    if not ended.limit:
        raise GraderError(f"judging failed: {ended}; please report it") from ended


def _nothing(reference: Reference, problem: str) -> tuple[CellResult, ...]:
    """Return the result of a submission about which nothing could be found out."""
    return tuple(
        CellResult(
            cell.id,
            cell.points,
            tuple(
                CheckResult(
                    one.name,
                    Status.MISSING,
                    one.hidden,
                    one.options.weight,
                    problem,
                    void=reference.notebook.void.get(one.name),
                )
                for one in reference.of_cell(cell.id)
            ),
        )
        for cell in reference.notebook.check_cells
    )
