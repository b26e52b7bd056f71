"""The process of one run: descriptors in their places, lock-down, then the worker module's main.

In: the run's pipes. Out: whatever the worker module writes to them; on the setup pipe one word when
lock-down is complete, or why it failed, before any code of a student's runs. Does not return.
"""

from __future__ import annotations

import fcntl
import os
import sys
import traceback
from collections.abc import Callable, Sequence
from typing import NamedTuple, NoReturn

from autograder.isolation import kernel
from autograder.isolation.lockdown import LockdownError, Plan, lock_down
from autograder.isolation.protocol import Request

__all__ = ["LOCKED", "Worker", "run_worker"]

LOCKED = b"ok"
_IN, _OUT, _SETUP = 3, 4, 5


class Worker(NamedTuple):
    """The worker module's `main`, what its `warm` gave, and what `prepare` it has."""

    main: Callable[[object, int, int], None]
    state: object
    prepare: Callable[[str], None] = lambda _: None


def run_worker(plan: Plan, request: Request, descriptors: Sequence[int], worker: Worker) -> NoReturn:
    """Confine this process and run the worker. `descriptors`: in, out, stdout, stderr, setup."""
    setup = descriptors[-1]
    try:
        setup = _place(descriptors)
        lock_down(plan, request)
        os.write(setup, LOCKED)
        os.close(setup)
    except (LockdownError, OSError) as error:
        os.write(setup, str(error).encode()[:2000])
        os._exit(1)
    code = 1
    try:
        worker.main(worker.state, _IN, _OUT)
        code = 0
    except BaseException:  # whatever a student's code raised through the worker  # noqa: BLE001
        traceback.print_exc()
    finally:
        _flush()
        os._exit(code)


def _place(descriptors: Sequence[int]) -> int:
    """Give the descriptors their numbers, close all others; return the setup pipe's new number."""
    read, write, stdout, stderr, setup = descriptors
    null = os.open("/dev/null", os.O_RDWR)
    # first high up: a number that is still to be copied must not be overwritten
    high = [fcntl.fcntl(fd, fcntl.F_DUPFD, 100) for fd in (null, stdout, stderr, read, write, setup)]
    for number, descriptor in enumerate(high):
        os.dup2(descriptor, number)
    kernel.close_from(len(high))
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(line_buffering=True)  # type: ignore[union-attr]  # what a killed run printed counts
    return _SETUP


def _flush() -> None:
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except BaseException:  # the student may have put anything there  # noqa: BLE001, S112
            continue
