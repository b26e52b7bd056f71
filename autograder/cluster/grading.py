"""Submissions through a cluster: sent a few at a time, whatever happens to workers.

In: a Cluster, a course, what was handed in. Out: a `GradingResult` or a `Failure` for each, in the order in which
they are done. A submission whose worker was lost is graded on another one (Dask does that), at most three
times; one whose worker turns out to be unable to grade likewise, and that worker gets no more.
"""

from __future__ import annotations

import queue
import time
import uuid
import warnings
from asyncio import CancelledError as TaskCancelled
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import CancelledError
from dataclasses import dataclass
from itertools import count
from typing import Any

from distributed import Future, KilledWorker

from autograder.cluster.connecting import Cluster
from autograder.cluster.keeper import BrokenWorkerError, grade, prepare
from autograder.cluster.parcels import HandedIn, Source
from autograder.course import Course, Submitted
from autograder.errors import GraderError
from autograder.grade import GradingResult
from autograder.grade.batch import Failure

__all__ = ["grade_on_cluster"]

_AHEAD = 4  # submissions under way for each slot: enough to bridge the writing of a batch
_TRIES = 4  # the first, and three on other workers
_LOOK_S = 2.0  # how often workers are counted


def grade_on_cluster(
    cluster: Cluster,
    course: Course,
    submitted: Sequence[Submitted],
    *,
    patience: float = 60.0,
) -> Iterator[GradingResult | Failure]:
    """Grade them.

    If there is no worker left for `patience` seconds (a new one may come), the rest are failures. When the
    caller stops, what is under way is cancelled.
    """
    work = _Work(cluster, course, patience)
    try:
        yield from work.results(submitted)
    finally:
        work.cancel()


def _of(submitted: Submitted, result: object) -> GradingResult | Failure:
    """Return what came of a submission; a result of another one, or of none, is no grade of anybody's."""
    if isinstance(result, Failure) and result.submitted == submitted:
        return result
    if isinstance(result, GradingResult):
        report = result.report
        if (report.student, report.assignment, report.notebook) == (
            submitted.student,
            submitted.assignment,
            submitted.notebook,
        ):
            return result
    return Failure(submitted, "its worker gave the result of something else; grade it again")


@dataclass(slots=True)
class _Sent:
    """A submission under way."""

    handed_in: HandedIn
    future: Future
    tries: int = 1


class _Work:
    """One call of `grade_on_cluster`."""

    def __init__(self, cluster: Cluster, course: Course, patience: float) -> None:
        self._cluster, self._course, self._patience = cluster, course, patience
        self._session = uuid.uuid4().hex
        self._numbers = count()
        self._sources: dict[str, dict[str, Source] | str] = {}
        self._prepared: dict[tuple[str, str], Future] = {}
        self._sent: dict[Any, _Sent] = {}  # by the future's key
        self._done: queue.SimpleQueue[tuple[Any, Any, BaseException | None]] = queue.SimpleQueue()
        self._broken: set[str] = set()  # workers that cannot grade
        self._slots: dict[str, int] = {}
        self._looked = float("-inf")
        self._alive = time.monotonic()  # when there was a worker last
        self._gone = ""  # why nothing can be graded any more

    def results(self, submitted: Sequence[Submitted]) -> Iterator[GradingResult | Failure]:
        """Yield each submission's result when it is there."""
        waiting = deque(submitted)
        while waiting or self._sent:
            self._look()
            room = max(_AHEAD * sum(self._slots.values()), 1)
            while waiting and len(self._sent) < room and not self._gone:
                failure = self._send_new(waiting.popleft())
                if failure is not None:
                    yield failure
            if self._gone:
                yield from (Failure(sent.handed_in.submitted, self._gone) for sent in self._sent.values())
                yield from (Failure(submission, self._gone) for submission in waiting)
                return
            result = self._next()
            if result is not None:
                yield result

    def cancel(self) -> None:
        """Give up what is under way."""
        futures = [sent.future for sent in self._sent.values()] + list(self._prepared.values())
        self._sent.clear()
        self._prepared.clear()
        if futures and self._cluster.client.status == "running":
            self._cluster.client.cancel(futures)

    # -- workers

    def _look(self) -> None:
        """Count the workers now and then; without any for too long, give up."""
        now = time.monotonic()
        if now < self._looked + _LOOK_S:
            return
        self._looked = now
        try:
            slots = self._cluster.slots()
        except (OSError, RuntimeError, ValueError):  # no scheduler: Dask tries to reach it again
            slots = {}
        self._slots = {name: number for name, number in slots.items() if name not in self._broken}
        if self._slots:
            self._alive = now
        elif now > self._alive + self._patience:
            self._gone = f"no worker has been left for {self._patience:g} s; start workers and grade it again"

    # -- sending

    def _send_new(self, submitted: Submitted) -> Failure | None:
        sources = self._sources_of(submitted.assignment)
        if isinstance(sources, str):
            return Failure(submitted, sources)
        try:
            data = submitted.read()
        except OSError as error:
            return Failure(submitted, f"{submitted.path}: cannot be read ({error.strerror})")
        self._send(HandedIn(submitted, data), 1)
        return None

    def _sources_of(self, assignment: str) -> dict[str, Source] | str:
        if assignment not in self._sources:
            try:
                notebooks = self._course.notebooks(assignment)
                self._sources[assignment] = {notebook.name: Source.of(notebook) for notebook in notebooks}
            except GraderError as error:
                self._sources[assignment] = str(error)
        return self._sources[assignment]

    def _send(self, handed_in: HandedIn, tries: int) -> None:
        submitted = handed_in.submitted
        key = (submitted.assignment, submitted.notebook)
        if key not in self._prepared:
            sources = self._sources[submitted.assignment]
            assert not isinstance(sources, str)
            self._prepared[key] = self._submit("prepare", prepare, submitted, sources[submitted.notebook])
        future = self._submit("grade", grade, submitted, self._prepared[key], handed_in)
        self._sent[future.key] = _Sent(handed_in, future, tries)
        future.add_done_callback(self._fetch)

    def _fetch(self, future: Future) -> None:
        """Take a result to this machine, on Dask's thread: while a batch is written, and no Ctrl-C gets in between."""
        try:
            self._done.put((future.key, future.result(), None))
        except BaseException as error:  # noqa: BLE001  it is raised where the result is asked for
            self._done.put((future.key, None, error))

    def _submit(self, work: str, task: Callable[..., object], submitted: Submitted, *arguments: object) -> Future:
        name = self._cluster.settings.name
        with warnings.catch_warnings():
            warnings.filterwarnings("ignore", "Sending large graph")  # a notebook full of pictures
            return self._cluster.client.submit(
                task, name, *arguments,
                key=(f"{work} {submitted.assignment}/{submitted.notebook} {self._session}", next(self._numbers)),
                resources=self._cluster.resources,
                workers=[at for at in self._slots if at not in self._broken] if self._broken else None,
                pure=False,
            )  # fmt: skip

    # -- receiving

    def _next(self) -> GradingResult | Failure | None:
        """Return what came of a submission; None if there is nothing new, or it was sent once more."""
        try:
            key, result, error = self._done.get(timeout=_LOOK_S if self._sent else 0)
        except queue.Empty:
            return None
        sent = self._sent.pop(key)
        submitted = sent.handed_in.submitted
        if error is None:
            return _of(submitted, result)
        if isinstance(error, BrokenWorkerError):
            return self._again(sent, *error.args)
        if isinstance(error, KilledWorker):
            self._forget_prepared(submitted)
            message = f"its worker was lost while it was graded, {error.allowed_failures + 1} times; grade it again"
            return Failure(submitted, message)
        if isinstance(error, (CancelledError, TaskCancelled, OSError)):
            self._gone = f"the scheduler at {self._cluster.address} is gone; start it and grade it again"
            return Failure(submitted, self._gone)
        if isinstance(error, GraderError):
            return Failure(submitted, str(error))
        return Failure(submitted, f"the autograder itself failed ({type(error).__name__}: {error}); please report it")

    def _again(self, sent: _Sent, worker: str, reason: str) -> Failure | None:
        """Send a submission to other workers than the one that could not grade it."""
        submitted = sent.handed_in.submitted
        self._broken.add(worker)
        self._slots.pop(worker, None)
        self._forget_prepared(submitted)
        if sent.tries == _TRIES or not self._slots:
            return Failure(submitted, f"the worker {worker} cannot grade: {reason}")
        self._send(sent.handed_in, sent.tries + 1)
        return None

    def _forget_prepared(self, submitted: Submitted) -> None:
        """Let the solution be run anew, if it was its worker that failed."""
        key = (submitted.assignment, submitted.notebook)
        if key in self._prepared and self._prepared[key].status == "error":
            del self._prepared[key]
