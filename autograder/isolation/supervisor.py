"""The process between the fork server and one run: makes it, waits, ends it in time, says how it ended.

In: a plan, a request, five file descriptors. Out: an `Exit` on the status socket. It ends the run at
the wall limit, when the grader says so or is gone, and when it uses more memory, threads or disk
than the kernel was able to forbid. It runs no code of a student's and reads nothing that one wrote.
"""

from __future__ import annotations

import contextlib
import os
import signal
import time
from collections.abc import Sequence
from typing import NoReturn

from autograder.isolation import kernel, privileges
from autograder.isolation.lockdown import Plan
from autograder.isolation.protocol import Request, exit_to_json
from autograder.isolation.watch import Watch
from autograder.isolation.workerprocess import Worker, run_worker
from autograder.model import Exit

__all__ = ["supervise"]


def supervise(plan: Plan, request: Request, descriptors: Sequence[int], worker: Worker) -> NoReturn:
    """Make one run, and report its end. Called in a fresh fork of the server; does not return."""
    *pipes, status = descriptors
    server = os.getppid()
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    started = time.monotonic()
    if plan.broken:
        _report(status, Exit("setup", detail=plan.broken))
    try:
        pid, setup = _start(plan, request, pipes, worker)
        for descriptor in pipes:
            os.close(descriptor)
        _settle(plan, server)
    except OSError as error:
        end = Exit("setup", detail=f"namespaces: {error}")
    else:
        end = Watch(plan, request, pid, setup=setup, status=status, started=started).until_the_end()
    _report(status, end)


def _report(status: int, end: Exit) -> NoReturn:
    """Tell the grader how the run ended, and end."""
    with contextlib.suppress(OSError):  # the grader is gone
        os.write(status, exit_to_json(end))
    os._exit(0)


def _start(plan: Plan, request: Request, pipes: Sequence[int], worker: Worker) -> tuple[int, int]:
    """Fork the run into new namespaces; return its pid, and a pipe that tells whether lock-down worked."""
    os.setsid()
    os.umask(0o022)  # folders of the private root are for everyone
    if plan.drops_user and not plan.config.as_root:
        privileges.become_nobody()
    if plan.private:
        if not plan.config.as_root:
            privileges.new_user_namespace()
        privileges.new_namespaces()
    setup, tell = os.pipe()
    pid = os.fork()
    if pid == 0:
        run_worker(plan, request, (*pipes, tell), worker)
    os.close(tell)
    return pid, setup


def _settle(plan: Plan, server: int) -> None:
    """Give up what watching does not need, and make sure not to outlive the server."""
    if plan.drops_user:
        privileges.become_nobody()
    privileges.drop_capabilities()
    kernel.prctl(kernel.PR_SET_DUMPABLE, 0)
    kernel.prctl(kernel.PR_SET_CHILD_SUBREAPER, 1)
    kernel.prctl(kernel.PR_SET_PDEATHSIG, signal.SIGKILL)
    if os.getppid() != server:
        os._exit(1)
