"""On a worker: one Grader with its fork server, kept as long as a grading goes on; and the two tasks.

In: the course's secret and the device with the plugin, sources and submissions with the tasks. Out: a
`Prepared`, or a `Graded | Failure`. The author's mistakes are raised as they are (GraderError); what is
wrong with this worker is a `BrokenWorkerError`, and somebody else must do it.
"""

from __future__ import annotations

import asyncio
import os
import shutil
import tempfile
import threading
from collections.abc import Callable, Mapping
from importlib.metadata import version
from pathlib import Path
from typing import Any, TypeVar, cast

from distributed import WorkerPlugin, get_worker

from autograder.cluster.parcels import HandedIn, Prepared, Received, Settings, Source
from autograder.errors import IsolationError, RunnerError
from autograder.grade import Grader, GradingResult
from autograder.grade.batch import Failure, grade_one
from autograder.grade.factory import Device, choose_device, launch
from autograder.judge.confined import Judges
from autograder.notebook import Notebook
from autograder.run.cache import RunCache
from autograder.run.provenance import own_code, versions

__all__ = ["BrokenWorkerError", "Keeper", "differences", "grade", "here", "open_here", "prepare"]

_ENDED = "its grading has ended"

T = TypeVar("T")


class BrokenWorkerError(Exception):
    """A worker cannot grade: its address, and why."""


def here() -> dict[str, str]:
    """Return the versions, and the hash of our own code, that must be the same on client, scheduler and workers."""
    return {**versions(), "distributed": version("distributed"), "the autograder's code": own_code()[:12]}


def differences(theirs: Mapping[str, str], ours: Mapping[str, str]) -> str:
    """Return in words which versions differ, "" if none; builds of one version (2.9+cpu, 2.9+cu128) are the same."""
    names = [name for name in ours if theirs.get(name, "").partition("+")[0] != ours[name].partition("+")[0]]
    return ", ".join(f"{name} {theirs.get(name, 'missing')} (here: {ours[name]})" for name in names)


class Keeper(WorkerPlugin):
    """What one worker process keeps for one grading. The fork server starts when it is first needed (2 s)."""

    def __init__(self, settings: Settings) -> None:
        """Travel with the settings; everything else is made on the worker."""
        self.name = settings.name
        self.settings = settings

    def setup(self, worker: Any) -> None:
        """Begin on a worker, now or when it joins; BrokenWorkerError if it has other versions."""
        self.address = worker.address
        self._lock = threading.Lock()
        self._grader: Grader | None = None
        self._ended = False
        self._notebooks: dict[tuple[str, str], Notebook] = {}
        differ = differences(here(), self.settings.versions)
        if differ:
            raise BrokenWorkerError(self.address, f"it has {differ}")
        self._folder = Path(tempfile.mkdtemp(prefix="autograder-", dir=worker.local_directory))

    async def teardown(self, worker: Any) -> None:
        """End: close the fork server, and with it what still runs."""
        del worker
        await asyncio.to_thread(self.close)

    def close(self) -> None:
        """Close the grader and remove its files; harmless if done before."""
        with self._lock:
            self._ended = True
            if self._grader is not None:
                self._grader.close()
                self._grader = None
            shutil.rmtree(self._folder, ignore_errors=True)

    def grader(self) -> Grader:
        """Return the running grader; BrokenWorkerError if this machine cannot have one."""
        with self._lock:
            if self._ended:
                raise BrokenWorkerError(self.address, _ENDED)
            if self._grader is None:
                try:
                    launcher, judges = launch(choose_device(cast("Device", self.settings.device)))
                    self._grader = self._new(launcher, Received(self._folder), judges)
                except (IsolationError, RunnerError) as error:
                    raise BrokenWorkerError(self.address, str(error)) from error
            return self._grader

    def _new(self, launcher: Any, store: RunCache, judges: Judges | None = None) -> Grader:
        settings = self.settings
        return Grader(
            launcher=launcher,
            secret=settings.secret,
            seed_id=settings.seed_id,
            store=store,
            device=settings.device,
            judges=judges,
        )

    def notebook(self, source: Source, runs: Mapping[str, bytes]) -> Notebook:
        """Return a notebook that has travelled, its runs where the grader finds them."""
        with self._lock:
            key = (source.assignment, source.sha256)
            if key not in self._notebooks:
                for name, data in runs.items():
                    (self._folder / name).write_bytes(data)
                self._notebooks[key] = source.unpack(self._folder)
            return self._notebooks[key]

    def with_grader(self, work: Callable[[Grader], T]) -> T:
        """Do something with the grader; if its fork server has died, once more with another."""
        grader = self.grader()
        try:
            return work(grader)
        except (IsolationError, RunnerError):
            with self._lock:
                if self._grader is grader:
                    grader.close()
                    self._grader = None
        try:
            return work(self.grader())
        except (IsolationError, RunnerError) as error:
            raise BrokenWorkerError(self.address, str(error)) from error

    def prepare(self, grader: Grader, source: Source) -> Prepared:
        """Run the solution, and once more for the setup's variables, which diagnoses need."""
        with tempfile.TemporaryDirectory(dir=self._folder) as temporary:
            folder = Path(temporary)
            notebook = source.unpack(folder / "source")
            self._new(grader.launcher, RunCache(folder / "runs")).variables(notebook)
            return Prepared(source, {path.name: path.read_bytes() for path in (folder / "runs").iterdir()})


def prepare(name: str, source: Source) -> Prepared:
    """Task: the runs of one solution, for all workers of this device."""
    keeper = _keeper(name)
    return keeper.with_grader(lambda grader: keeper.prepare(grader, source))


def grade(name: str, prepared: Prepared, handed_in: HandedIn) -> GradingResult | Failure:
    """Task: one submission, graded as `batch` grades it."""
    keeper = _keeper(name)
    notebook = keeper.notebook(prepared.source, prepared.runs)
    return keeper.with_grader(lambda grader: grade_one(grader, notebook, handed_in.submitted, handed_in.data))


async def open_here(name: str, dask_worker: Any) -> tuple[str, int]:
    """Start a worker's fork server now; return its level of isolation, and the worker's process."""
    grader = await asyncio.to_thread(dask_worker.plugins[name].grader)
    return str(grader.launcher.level), os.getpid()


def _keeper(name: str) -> Keeper:
    worker = get_worker()
    if name not in worker.plugins:
        raise BrokenWorkerError(worker.address, _ENDED)
    return cast("Keeper", worker.plugins[name])
