"""The steps by which a freshly forked process gives everything up, in their one possible order.

In: a `Plan` (the same for all runs), a run's number and limits. Out: the process is confined to its
level, and its scratch folder is its working folder and home; or `LockdownError` says at which step
it failed, and nothing of a student's may run. It does NOT fork: the supervisor does.
"""

from __future__ import annotations

import os
import random
import signal
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from autograder.isolation import kernel, landlock, private_root, privileges, seccomp
from autograder.isolation.kernel import Usage
from autograder.isolation.mounts import WRITABLE_DEVICES, Mounts
from autograder.isolation.protocol import Config, Request
from autograder.model import Level

__all__ = ["CACHES", "ENVIRONMENT", "SCRATCH_FILES", "LockdownError", "Plan", "lock_down"]

SCRATCH_FILES = 2000
ENVIRONMENT = {
    "PATH": "/usr/bin:/bin",
    "LANG": "C.UTF-8",
    "USER": "student",
    "PYTHONDONTWRITEBYTECODE": "1",
}
# names of folders that libraries write to: for the server, its own; for a run, its scratch folder
CACHES = ("HOME", "TMPDIR", "MPLCONFIGDIR", "IPYTHONDIR", "TORCHINDUCTOR_CACHE_DIR", "XDG_CACHE_HOME")


class LockdownError(Exception):
    """A step failed; the message names it. The process must end."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What the server knows before any run."""

    config: Config
    mounts: Mounts
    filter: seccomp.Filter | None  # None at level NONE
    warm: Usage  # of the server, just before it serves
    drops_user: bool  # the server is root, and NOBODY can reach all that is visible
    broken: str = ""  # why no run can be made here

    @property
    def private(self) -> bool:
        """Whether a run has namespaces and a private root."""
        return self.config.level is Level.STRONG

    def scratch(self, request: Request) -> str:
        """Return the scratch folder's path, as the run sees it."""
        return private_root.SCRATCH if self.private else f"{self.config.folder}/{request.number}"


@contextmanager
def _step(name: str) -> Iterator[None]:
    try:
        yield
    except Exception as error:
        raise LockdownError(f"{name}: {error}") from error


def lock_down(plan: Plan, request: Request) -> None:
    """Confine this process, which has one thread, for good; raises LockdownError."""
    scratch = plan.scratch(request)
    counted = plan.private
    if plan.private:
        with _step("private root"):
            _enter_private_root(plan, request)
    with _step("environment"):
        _set_environment(scratch)
    with _step("user"):
        if plan.drops_user or plan.private:
            privileges.become_nobody()
        if plan.private and plan.config.as_root:
            counted = privileges.own_user_count()
    with _step("capabilities"):
        privileges.drop_capabilities()
        privileges.verify_nobody(root_allowed=not plan.private and not plan.drops_user)
    with _step("limits"):
        # a user namespace that the supervisor made also counts the supervisor
        threads = request.limits.threads + (0 if plan.config.as_root else 1)
        warm = None if plan.config.device == "cuda" else plan.warm.space  # CUDA maps terabytes
        privileges.limit_resources(request.limits, warm, threads if counted else None)
    with _step("random numbers"):
        _reseed()
    if plan.filter is not None:
        with _step("Landlock"):
            _restrict_paths(plan, scratch)
    with _step("parent-death signal"):
        kernel.prctl(kernel.PR_SET_PDEATHSIG, signal.SIGKILL)
        kernel.prctl(kernel.PR_SET_DUMPABLE, 0)
    if plan.filter is not None:
        with _step("seccomp"):
            seccomp.install(_may_fork(plan) if request.may_fork and plan.private else plan.filter)


def _may_fork(plan: Plan) -> seccomp.Filter:
    """Return the filter for the author's own code that branches: it may fork, and wait for its forks."""
    return seccomp.compile_filter(private_root=plan.private, device=plan.config.device, may_fork=True)


def _restrict_paths(plan: Plan, scratch: str) -> None:
    devices = WRITABLE_DEVICES if plan.private else plan.mounts.devices
    if plan.config.device != "cuda":
        landlock.restrict(("/",) if plan.private else plan.mounts.paths, (scratch,), devices)
        return
    # The driver names its threads, in files that only exist with the thread. The folder is held open for good: else
    # the kernel might forget it and make it anew, and the rule is about this one.
    os.open("/proc/self/task", os.O_PATH)
    landlock.restrict(
        (*plan.mounts.paths, f"/proc/{os.getpid()}"),
        (scratch,),
        devices,
        commanded=plan.mounts.gpu,
        overwritable=("/proc/self/task",),
    )


def _enter_private_root(plan: Plan, request: Request) -> None:
    private_root.enter(
        plan.mounts,
        request.limits.scratch_mb,
        SCRATCH_FILES,
        privileges.NOBODY,
        proc=plan.config.device == "cuda",
    )


def _set_environment(scratch: str) -> None:
    """Forget the server's folders; print line by line, so that a killed run's output is not lost."""
    os.environ.clear()
    os.environ.update(ENVIRONMENT, **dict.fromkeys(CACHES, scratch))
    tempfile.tempdir = scratch
    os.umask(0o077)
    os.chdir(scratch)


def _reseed() -> None:
    """Make sure that no two runs share the random numbers of the server that they were forked from."""
    random.seed()
    if numpy := sys.modules.get("numpy"):
        numpy.random.seed(None)
    if torch := sys.modules.get("torch"):
        torch.default_generator.seed()  # a device has none before a run opens it
