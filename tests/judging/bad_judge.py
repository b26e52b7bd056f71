"""A judge with mistakes: certain values and texts make it hang, need memory, end, or say nonsense.

The fork server starts it by name, as it starts the real one.
"""

from __future__ import annotations

import os
import re
from typing import Any

from autograder.judge import judging as _judging
from autograder.judge.confined import worker as _worker
from autograder.judge.confined.worker import warm
from autograder.notebook import Submission
from autograder.wire.channel import write_frame

__all__ = ["main", "warm"]

HANGS, BLOATS, ENDS, RAISES, BABBLES = 1001, 1002, 1003, 1004, 1005  # when their cause is looked for
HANGS_EARLY, RAISES_EARLY = 2001, 2002  # when they are compared
BAD_FILE = "# this file makes the reader hang"

judging: Any = _judging  # whose inner names are replaced here
worker: Any = _worker
_diagnose, _compared, _read = judging.diagnose, judging.compared, worker.read_submission


def _hang() -> None:
    re.fullmatch("(a+)+", "a" * 64 + "b")  # in C, and nothing else runs in this process meanwhile


def _bad_diagnose(actual: object, expected: object, **more: Any) -> object:
    match actual:
        case int(number) if number == HANGS:
            _hang()
        case int(number) if number == BLOATS:
            return [bytearray(2**24) for _ in range(2**20)]
        case int(number) if number == ENDS:
            os._exit(3)
        case int(number) if number == RAISES:
            raise ZeroDivisionError
        case int(number) if number == BABBLES:
            write_frame(4, {"op": "nonsense"})
    return _diagnose(actual, expected, **more)


def _bad_compared(actual: object, *more: Any) -> object:
    if isinstance(actual, int) and actual == HANGS_EARLY:
        _hang()
    if isinstance(actual, int) and actual == RAISES_EARLY:
        raise ZeroDivisionError
    return _compared(actual, *more)


def _bad_read(data: bytes, *more: Any) -> Submission:
    if BAD_FILE.encode() in data:
        _hang()
    read: Submission = _read(data, *more)
    return read


def main(state: object, read: int, write: int) -> None:
    """Be a judge, with these mistakes."""
    judging.diagnose, judging.compared, worker.read_submission = _bad_diagnose, _bad_compared, _bad_read
    worker.main(state, read, write)
