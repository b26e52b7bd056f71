"""Waiting for one run's end, with the clock and the limits that the kernel cannot keep alone.

In: the run's pid, the pipe that tells whether lock-down worked, the grader's status socket.
Out: an `Exit`. It looks at numbers about the process only.
"""

from __future__ import annotations

import contextlib
import os
import select
import signal
import time
from typing import Literal, TypeAlias

from autograder.isolation import scratch
from autograder.isolation.kernel import read_usage
from autograder.isolation.lockdown import SCRATCH_FILES, Plan
from autograder.isolation.protocol import Request
from autograder.isolation.workerprocess import LOCKED
from autograder.model import Exit

__all__ = ["Watch"]

_TICK_S = 0.05
_MIB = 2**20
_ALMOST = 0.8  # of the memory limit: a crash beyond this is put down to memory

Reason: TypeAlias = Literal["exited", "wall", "cpu", "memory", "disk", "killed", "stopped", "setup"]


class Watch:
    """One run that is being waited for."""

    def __init__(self, plan: Plan, request: Request, pid: int, *, setup: int, status: int, started: float) -> None:
        """Watch process `pid`, a child, which began at `started` on the monotonic clock."""
        self._plan, self._request = plan, request
        self._pid, self._setup, self._status = pid, setup, status
        self._started = started
        self._handle = os.pidfd_open(pid)
        self._peak = 0

    def until_the_end(self) -> Exit:
        """Wait for the end, or bring it about."""
        why, detail = self._wait()
        if why != "exited":  # one that failed as root, before it became nobody, could not even be told to
            signal.pidfd_send_signal(self._handle, signal.SIGKILL)
        _, status, usage = os.wait4(self._pid, 0)
        wall = time.monotonic() - self._started
        if self._plan.filter is None:
            _kill_orphans()
        code = os.waitstatus_to_exitcode(status)
        cpu = usage.ru_utime + usage.ru_stime
        if why == "exited":
            why, detail = self._classify(code, cpu)
        return Exit(why, code, cpu, wall, usage.ru_maxrss / 1024, detail)

    def _wait(self) -> tuple[Reason, str]:
        deadline = self._started + self._request.limits.wall_s
        poller = select.poll()
        poller.register(self._handle, select.POLLIN)
        poller.register(self._status, select.POLLIN)
        while True:
            left = deadline - time.monotonic()
            if left <= 0:
                return "wall", f"it ran longer than {self._request.limits.wall_s:g} s"
            ready = dict(poller.poll(min(left, _TICK_S) * 1000))
            if self._handle in ready:
                return "exited", ""
            if self._status in ready:  # a byte, or the grader is gone
                return "stopped", ""
            over = self._over_limit()
            if over is not None:
                return over

    def _over_limit(self) -> tuple[Reason, str] | None:
        """Compare what the process uses now with what the kernel could not limit."""
        limits = self._request.limits
        usage = read_usage(self._pid)
        if usage is not None:
            self._peak = max(self._peak, usage.private - self._plan.warm.private)
            if self._peak > limits.memory_mb * _MIB:
                return "memory", f"it used more than {limits.memory_mb} MiB of memory"
            if usage.threads > limits.threads + 1:
                return "killed", f"it had more than {limits.threads} threads"
        if not self._plan.private:
            files, size = scratch.measure(self._plan.scratch(self._request), SCRATCH_FILES)
            if files > SCRATCH_FILES or size > limits.scratch_mb * _MIB:
                return "disk", f"it wrote more than {limits.scratch_mb} MiB or {SCRATCH_FILES} files"
        return None

    def _classify(self, code: int, cpu: float) -> tuple[Reason, str]:
        """Say why a process ended that nobody here ended."""
        word = os.read(self._setup, 4096)
        if word != LOCKED:
            return "setup", word.decode(errors="replace") or f"it ended during lock-down, code {code}"
        if code >= 0:
            return "exited", ""
        number = -code
        limits = self._request.limits
        if number == signal.SIGXCPU or (number == signal.SIGKILL and cpu >= limits.cpu_s):
            return "cpu", f"it computed for more than {limits.cpu_s:g} s"
        if number == signal.SIGXFSZ:
            return "disk", f"it wrote a file of more than {limits.file_mb} MiB"
        name = signal.strsignal(number) or f"signal {number}"
        crashes = (signal.SIGKILL, signal.SIGABRT, signal.SIGSEGV, signal.SIGBUS)
        if number in crashes and self._peak > _ALMOST * limits.memory_mb * _MIB:
            return "memory", f"{name}, with nearly all of its memory in use"
        return "killed", name


def _kill_orphans() -> None:
    """End what a run without seccomp has left behind: it became this process's child."""
    with contextlib.suppress(OSError):
        while True:
            with open(f"/proc/self/task/{os.getpid()}/children") as file:
                children = [int(pid) for pid in file.read().split()]
            if not children:
                return
            for pid in children:
                os.kill(pid, signal.SIGKILL)
                os.waitpid(pid, 0)
