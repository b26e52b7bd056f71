"""One judge process, as the grader talks to it. worker.py has the protocol.

In: a child of the fork server. Out: answers, or `Ended`: it needed too much, or it is gone. What it sends is
bounded, and read strictly.
"""

from __future__ import annotations

import os
import pickle
import select
import signal
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from autograder.errors import RunnerError
from autograder.isolation import Child
from autograder.judge import Reference
from autograder.judge.confined.form import pack_run
from autograder.model import Run
from autograder.wire import values
from autograder.wire.channel import ChannelError, Decoder, Frame, pack

__all__ = ["Ended", "Judge", "Truth"]

_NOTEBOOKS = 4  # that a judge keeps
_ANSWER = 64 * 2**20  # bytes of one answer: at most a few times the student's code
_SILENT_S = 180.0  # it is asleep, or this machine is: its own limit is on the time for which it computes


@dataclass(frozen=True, slots=True)
class Truth:
    """What a judge holds submissions against, and whom it asks for what misconceptions give."""

    key: str
    reference: Reference
    misconception: Callable[[str], Run]

    def give(self) -> bytes:
        """Return the notebook and the solution's run, for a judge that has them not."""
        return pickle.dumps((self.reference.notebook, self.reference.run))


class Ended(Exception):  # noqa: N818  it may be no error: a limit did its work
    """The judge has no answer; the message says why. `limit`: it was about to use more than it may."""

    def __init__(self, why: str, *, limit: bool = False) -> None:
        """Say why."""
        super().__init__(why)
        self.limit = limit


class Judge:
    """A judge process, used by one thread at a time."""

    def __init__(self, child: Child) -> None:
        """Talk over the child's pipes."""
        self._child = child
        self._has: list[str] = []
        self.fresh = True  # whether it has looked at nothing yet
        os.set_blocking(child.from_worker, False)

    def ask(self, truth: Truth, header: Mapping[str, object], body: bytes) -> bytes:
        """Return the answer to a question; Ended if none comes."""
        if truth.key not in self._has:
            instead = self._has.pop(0) if len(self._has) == _NOTEBOOKS else ""
            self._send({"op": "notebook", "key": truth.key, "instead": instead}, truth.give())
            self._has.append(truth.key)
        self.fresh = False
        self._send({**header, "key": truth.key}, body)
        decoder = Decoder(max_body=_ANSWER, max_total=2 * _ANSWER)
        while True:
            frame = self._receive(decoder)
            match frame.header:
                case {"op": "misconception", "name": str(name)}:
                    self._send({"op": "run"}, pack_run(truth.misconception(name), truth.reference))
                case {"op": "variables"}:
                    self._send({"op": "variables"}, values.encode(dict(truth.reference.variables)))
                case {"op": "failed", "error": str(error), "memory": memory}:
                    raise Ended(_MEMORY, limit=True) if memory is True else Ended(f"the autograder failed: {error}")
                case {"op": "answer"}:
                    return frame.body
                case _:
                    raise Ended(_BROKEN)

    def close(self) -> None:
        """End the process."""
        self._child.close()

    def _send(self, header: Mapping[str, object], body: bytes) -> None:
        view = memoryview(pack(dict(header), body))
        try:
            while view:
                view = view[os.write(self._child.to_worker, view) :]
        except OSError as error:
            raise self._ended() from error

    def _receive(self, decoder: Decoder) -> Frame:
        deadline = time.monotonic() + _SILENT_S
        while True:
            ready, _, _ = select.select([self._child.from_worker], [], [], max(deadline - time.monotonic(), 0))
            if not ready:
                raise Ended(_SILENT)
            try:
                data = os.read(self._child.from_worker, 1 << 20)
                if not data:
                    raise self._ended()
                frames = decoder.feed(data)
            except ChannelError as error:
                raise Ended(_BROKEN) from error
            if frames:
                return frames[0]

    def _ended(self) -> Ended:
        """Say why the process has ended; RunnerError if there was none: then no submission can be judged."""
        try:
            end = self._child.wait(2)
        except TimeoutError:
            return Ended("its process closed the pipe")
        if end.reason == "setup":
            raise RunnerError(f"A process to judge in could not be started: {end.detail}")
        if end.reason == "cpu" or end.code == signal.SIGXCPU:
            return Ended(_TIME, limit=True)
        if end.reason == "memory":
            return Ended(_MEMORY, limit=True)
        return Ended(f"its process ended: {end.detail or end.reason}")


_TIME = "it computed for too long"
_MEMORY = "it needed too much memory"
_SILENT = f"it gave no answer for {_SILENT_S:g} s"
_BROKEN = "it sent something that is no answer"
