"""A scheduler's address -> a cluster that is ready to grade, or one sentence that says what it lacks.

In: "tcp://HOST:PORT" (or tls://), or "local" for worker processes on this machine; a course; a device.
Out: a `Cluster`, whose workers hold the course's secret and a warm fork server until the block ends.
TLS certificates come from Dask's own configuration.
"""

from __future__ import annotations

import logging
import signal
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from functools import partial
from multiprocessing import resource_tracker
from typing import TYPE_CHECKING, Any, NoReturn, TypeVar

from autograder.cluster.parcels import Settings
from autograder.course import Course, Submitted
from autograder.errors import GraderError
from autograder.grade import GradingResult
from autograder.grade.batch import Failure
from autograder.grade.factory import Device, choose_device

if TYPE_CHECKING:
    from distributed import Client

__all__ = ["GPU", "Cluster", "ClusterError", "open_cluster"]

GPU = "GPU"  # the Dask resource that workers with a GPU declare
_WAIT_S = 10  # for the scheduler, and for the first worker of one
_LEFT = "ignore::UserWarning:multiprocessing.resource_tracker"
T = TypeVar("T")
_INSTALL = "in the grader's checkout, pip install -c constraints.txt -e '.[cluster]'"


class ClusterError(GraderError):
    """There is no cluster that can grade; the message says why not."""


@dataclass(frozen=True, slots=True)
class Cluster:
    """A connected client, and what the workers were told."""

    client: Client
    address: str
    settings: Settings
    levels: tuple[str, ...]  # of isolation, one for each worker that was there at the start

    @property
    def resources(self) -> dict[str, int]:
        """The Dask resources that each task asks for."""
        return {GPU: 1} if self.settings.device == "cuda" else {}

    @property
    def described(self) -> str:
        """The workers, their isolation and device, in one line."""
        levels = ", ".join(sorted(set(self.levels)))
        number = f"{len(self.levels)} worker{'s' * (len(self.levels) != 1)}"
        return f"isolation: {levels}, device: {self.settings.device}, {number} at {self.address}"

    def grade_all(
        self,
        course: Course,
        submitted: Sequence[Submitted],
        *,
        patience: float = 60.0,
        begins: Callable[[Submitted], None] = lambda _: None,  # noqa: ARG002  which runs now, its workers know
    ) -> Iterator[GradingResult | Failure]:
        """Grade them on the workers; see `grading`."""
        from autograder.cluster.grading import grade_on_cluster

        return grade_on_cluster(self, course, submitted, patience=patience)

    def slots(self) -> dict[str, int]:
        """Return {worker's address: how many submissions it grades at a time} for those that can grade now."""
        return _slots(self.client, self.settings.device)


@contextmanager
def open_cluster(address: str, course: Course, *, device: Device = "auto", workers: int = 1) -> Iterator[Cluster]:
    """Connect, and make every worker ready; `workers`: how many processes a local cluster has.

    Raises ClusterError: no `distributed`, no scheduler, no worker, other versions, no isolation, no GPU.
    """
    try:
        from distributed import Client, LocalCluster
    except ModuleNotFoundError as error:
        raise ClusterError(f"--cluster needs Dask's distributed ({error.name} is missing): {_INSTALL}") from error
    with ExitStack() as stack:
        if address == "local":
            resources = {GPU: 1} if choose_device(device).device == "cuda" else {}
            make = partial(LocalCluster, host="127.0.0.1", dashboard_address="127.0.0.1:0", resources=resources)
            local = _deafly(partial(make, n_workers=workers, threads_per_worker=1, silence_logs=logging.CRITICAL))
            address = stack.enter_context(local).scheduler_address
        try:
            client = stack.enter_context(Client(address, timeout=_WAIT_S, name="autograder", set_as_default=False))
        except (OSError, ValueError, TypeError) as error:
            raise ClusterError(f"no Dask scheduler at {address} ({error}). Start one: dask scheduler") from error
        _require_workers(client, address)
        chosen = device if device != "auto" else "cuda" if _slots(client, "cuda") else "cpu"
        if not _slots(client, chosen):
            raise ClusterError(
                f"no worker at {address} has the resource {GPU}: dask worker {address} --resources '{GPU}=1'"
            )
        settings = _settings(course, chosen)
        _require_versions(client, settings)
        stack.callback(_forget, client, settings.name)
        yield Cluster(client, address, settings, _opened(client, settings))


def _deafly(make: Callable[[], T]) -> T:
    """Let processes started here be deaf to Ctrl-C, which the terminal sends to all: we tell them ourselves.

    They have the signal blocked because the thread that starts them has; this process hears it meanwhile.
    """
    _start_tracker()  # it would unblock the signal in the thread that needs it first
    pool = ThreadPoolExecutor(1, initializer=signal.pthread_sigmask, initargs=(signal.SIG_BLOCK, {signal.SIGINT}))
    try:
        return pool.submit(make).result()
    finally:
        pool.shutdown(wait=False)


def _start_tracker() -> None:
    """Start Python's own process that frees what dead ones leave, and warns of it: after a Ctrl-C that is usual."""
    sys.warnoptions.append(_LEFT)
    try:
        resource_tracker.ensure_running()
    finally:
        sys.warnoptions.remove(_LEFT)


def _settings(course: Course, device: str) -> Settings:
    from autograder.cluster.keeper import here

    # the same name next time: what a killed grading has left on the workers, the next one replaces
    return Settings(f"autograder {course.seed_id()}", course.secret(), course.seed_id(), device, here())


def _slots(client: Client, device: str) -> dict[str, int]:
    workers: Mapping[str, Any] = client.scheduler_info()["workers"]
    if device != "cuda":
        return {name: worker["nthreads"] for name, worker in workers.items()}
    gpus = {name: min(int(worker["resources"].get(GPU, 0)), worker["nthreads"]) for name, worker in workers.items()}
    return {name: number for name, number in gpus.items() if number}


def _require_workers(client: Client, address: str) -> None:
    try:
        client.wait_for_workers(1, timeout=_WAIT_S)
    except TimeoutError as error:
        raise ClusterError(f"the scheduler at {address} has no workers. Start some: dask worker {address}") from error


def _require_versions(client: Client, settings: Settings) -> None:
    from autograder.cluster.keeper import differences, here

    try:
        differ = differences(client.run_on_scheduler(here), settings.versions)
    except Exception as error:  # noqa: BLE001  whatever another installation raises
        _refuse("the scheduler", f"it cannot load the autograder ({type(error).__name__}: {error})", error)
    if differ:
        _refuse("the scheduler", f"it has {differ}")


def _opened(client: Client, settings: Settings) -> tuple[str, ...]:
    """Give every worker its keeper, start all fork servers at once, and return the levels of isolation."""
    from autograder.cluster.keeper import BrokenWorkerError, Keeper, open_here

    try:
        client.register_plugin(Keeper(settings))
        opened = client.run(open_here, settings.name, workers=list(_slots(client, settings.device)))
    except BrokenWorkerError as error:
        _refuse(f"the worker {error.args[0]}", error.args[1], error)
    except Exception as error:  # noqa: BLE001  whatever another installation raises
        _refuse("a worker", f"it cannot load the autograder ({type(error).__name__}: {error})", error)
    return tuple(level for level, _ in opened.values())


def _refuse(machine: str, reason: str, error: Exception | None = None) -> NoReturn:
    raise ClusterError(
        f"{machine} cannot grade: {reason}. Scheduler, workers and this machine need the same installation."
    ) from error


def _forget(client: Client, name: str) -> None:
    """Take the secret and the fork servers from the workers; harmless if the scheduler is gone."""
    try:
        client.unregister_worker_plugin(name)
    except Exception:  # noqa: BLE001  the grading has ended, well or with an error that says more
        logging.getLogger(__name__).debug("the workers could not be told that the grading has ended")
