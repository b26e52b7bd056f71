"""What a judge process runs: the fork server starts it by name, and confines it as it confines a student's run.

Frames of `channel` on two pipes; the grader speaks first, and one question is answered before the next.

    grader -> judge                                  body
    {"op": "notebook", "key", "instead"}             pickled (Notebook, the reference's Run)     no answer
    {"op": "read", "key", "cpu_s"}                   the submitted file
    {"op": "judge", "key", "cpu_s", "diagnosed",     the submission, and its run (form.py)
     "size"}
    {"op": "run"}                                    the same of a run    answer to "misconception"
    {"op": "variables"}                              encoded dict         answer to "variables"

    judge -> grader
    {"op": "answer"}                                 to "read": the submission (form.py)
                                                     to "judge": JSON, the cells' results
    {"op": "misconception", "name"}                  -                    what does it give?
    {"op": "variables"}                              -                    what do the setup's variables hold?
    {"op": "failed", "error", "memory"}              -                    it raised: a mistake of ours, or no memory

What comes from the grader is trusted, so it may be pickled; what goes back is JSON, strictly read: a judge has
looked at a student's bytes. A notebook is kept until another comes `instead` of it. A process that computes for
longer than `cpu_s` is ended by the kernel.
"""

from __future__ import annotations

import ctypes
import json
import os
import pickle
import resource
import signal
from functools import partial

import torch

from autograder.compare import compare
from autograder.diagnose import diagnose
from autograder.judge import Judging, Misconceptions, Reference
from autograder.judge.confined.form import pack_submission, unpack_run, unpack_submission
from autograder.model import Run
from autograder.notebook import Alternative, Notebook, read_submission
from autograder.report import cells_json
from autograder.wire import values
from autograder.wire.channel import ChannelError, Frame, read_frame, write_frame

__all__ = ["main", "warm"]


def warm() -> None:
    """Do once what is slow the first time."""
    right, wrong = torch.ones(2, 3), torch.zeros(2, 3)
    diagnose(values.decode(values.encode(wrong)), right)
    compare(wrong, right)


def main(state: object, read: int, write: int) -> None:
    """Answer questions until the grader closes the pipe."""
    del state
    _end_at_the_limit()
    for stream in (1, 2):
        os.dup2(0, stream)  # /dev/null: nobody reads what is printed here
    judge = _Judge(read, write)
    while True:
        try:
            frame = read_frame(read)
        except ChannelError:
            return
        try:
            judge.answer(frame)
        except ChannelError:
            return
        except MemoryError:
            write_frame(write, {"op": "failed", "error": "MemoryError", "memory": True})
        except Exception as error:  # a mistake of ours, for which one submission pays  # noqa: BLE001
            write_frame(write, {"op": "failed", "error": f"{type(error).__name__}: {error}"[:500], "memory": False})


class _Judge:
    """One end of the conversation, and the notebooks that it was given."""

    def __init__(self, read: int, write: int) -> None:
        self._read, self._write = read, write
        self._notebooks: dict[str, tuple[Reference, Misconceptions]] = {}

    def answer(self, frame: Frame) -> None:
        """Do what one frame asks for."""
        header = frame.header
        if header["op"] == "notebook":
            self._notebooks.pop(header["instead"], None)
            self._take(header["key"], *pickle.loads(frame.body))  # noqa: S301  the grader's own, see above
            return
        _compute_for(header["cpu_s"])
        reference, known = self._notebooks[header["key"]]
        if header["op"] == "read":
            found = read_submission(frame.body, reference.notebook)
            answer = pack_submission(found, reference.notebook)
        else:
            submission = unpack_submission(frame.body[: header["size"]], reference.notebook)
            run = unpack_run(frame.body[header["size"] :], reference)
            cells = Judging(reference, submission, run, known if header["diagnosed"] else None).cells()
            answer = json.dumps(cells_json(cells)).encode()
        write_frame(self._write, {"op": "answer"}, answer)

    def _take(self, key: str, notebook: Notebook, run: Run) -> None:
        reference = Reference(notebook, run, self._ask_variables)
        known = Misconceptions(reference, partial(self._ask_run, reference, {}))
        self._notebooks[key] = reference, known

    def _ask_run(self, reference: Reference, runs: dict[str, Run], other: Alternative) -> Run:
        if other.name not in runs:
            write_frame(self._write, {"op": "misconception", "name": other.name})
            runs[other.name] = unpack_run(read_frame(self._read).body, reference)
        return runs[other.name]

    def _ask_variables(self) -> dict[str, object]:
        write_frame(self._write, {"op": "variables"})
        found = values.decode(read_frame(self._read).body)
        assert isinstance(found, dict)
        return found


def _end_at_the_limit() -> None:
    """Let the signal of the limit on computing time end this process, with the signal's number for its code.

    A handler in Python would wait for the C code that computes; and the signal's own action passes over the first
    process of a namespace, which this is.
    """
    libc = ctypes.CDLL(None)
    libc.signal(ctypes.c_int(signal.SIGXCPU), ctypes.cast(libc._exit, ctypes.c_void_p))  # noqa: SLF001  a function of C


def _compute_for(seconds: float) -> None:
    """Let the kernel end this process when it has computed so much longer."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    _, hard = resource.getrlimit(resource.RLIMIT_CPU)
    resource.setrlimit(resource.RLIMIT_CPU, (int(used.ru_utime + used.ru_stime + seconds) + 1, hard))
