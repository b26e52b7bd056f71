"""The process between the fork server and one run: makes the run, waits, ends it in time, says how it ended.

In: a plan, a request, five file descriptors. Out: an `Exit` on the status socket. It ends the run at
the wall limit, when the grader says so or is gone, and when it uses more memory, threads or disk
than the kernel was able to forbid. It runs no code of a student's and reads nothing that one wrote.
"""

from __future__ import annotations

import contextlib
import fcntl
import os
import select
import signal
import sys
import time
from collections.abc import Callable, Sequence
from typing import Literal, NoReturn

from autograder.isolation import kernel, privileges, scratch
from autograder.isolation.lockdown import SCRATCH_FILES, LockdownError, Plan, lock_down
from autograder.isolation.protocol import Request, exit_to_json
from autograder.model import Exit

__all__ = ["supervise"]

_TICK_S = 0.05
_LOCKED = b"ok"
_READ, _WRITE, _SETUP = 3, 4, 5  # the worker's descriptors; _SETUP is closed before a student's code runs

type_Main = Callable[[object, int, int], None]
type_Why = Literal["wall", "cpu", "memory", "disk", "killed", "stopped", "exited", "setup"]


def supervise(plan: Plan, request: Request, descriptors: Sequence[int], main: type_Main, state: object) -> NoReturn:
    """Make one run of `main(state, read, write)`, and report its end. Called in a fresh fork."""
    *pipes, status = descriptors
    server = os.getppid()
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    started = time.monotonic()
    try:
        worker, setup = _start(plan, request, pipes, main, state)
        _settle(plan, server)
    except OSError as error:
        _report(status, Exit("setup", detail=f"namespaces: {error}"))
        os._exit(1)
    for descriptor in pipes:
        os.close(descriptor)
    _report(status, _Watch(plan, request, worker, setup, status, started).until_the_end())
    os._exit(0)
