"""The session of a graded run: each value at a check goes to the grader, which may give a variable another one.

In: what `check` hands over. Out: "capture" and "seed" frames (autograder.wire.channel). It compares nothing.
"""

from __future__ import annotations

from typing import Any

import torch

from autograder.errors import ValueCodecError
from autograder.model import CheckOptions
from autograder.student.check import describe
from autograder.student.trace import trace_of
from autograder.wire import values
from autograder.wire.traces import trace_to_json
from autograder.worker.state import make_exact
from autograder.worker.timeout import Channel

__all__ = ["Capturing", "error_fields"]


class Capturing:
    """The session of a graded run: each value goes to the grader, which may rebind a variable."""

    def __init__(self, channel: Channel, device: str, shell: Any, max_bytes: int) -> None:
        """Send values to `channel`; rebind variables in the shell's namespace when the grader says so."""
        self.device = device
        self._channel = channel
        self._shell = shell
        self._namespace: dict[str, Any] = shell.user_ns
        self._max_bytes = max_bytes
        self.seeds: dict[str, int] = {}  # of the cases that the grader knows this step to ask for
        self._inexact: dict[str, object] = {}  # variables that are right but for rounding -> the value itself
        self.checking = False  # whether this step is part of a check cell

    def receive(self, name: str, value: object, error: BaseException | None, options: CheckOptions) -> None:
        """Send one value, or the exception that came instead; wait where the answer may be another value."""
        header: dict[str, Any] = {
            "op": "capture",
            "name": name,
            "variable": error is None and name.isidentifier() and self._namespace.get(name) is value,
            "options": [options.weight, options.rtol, options.atol, options.at_most, options.at_least],
        }
        body = b""
        if error is None:
            try:
                body = values.encode(value, max_bytes=self._max_bytes)
            except ValueCodecError as reason:
                error = reason
        if error is not None:
            header |= error_fields(error, self._shell)
        if self.checking and not header["variable"] and error is None:
            self._channel.tell(header, body)
            return
        answer = self._channel.ask(header, body)
        if answer.header.get("bind"):
            value = values.decode(answer.body)
            if answer.header["given"]:
                self.bind(name, value)
            else:
                self._inexact[name] = value  # after the step: it is no change of the student's

    def bind(self, name: str, value: object) -> None:
        """Give a variable the value that the grader sent."""
        self._namespace[name] = self._here(value)

    def hint(self, name: str) -> None:
        """Show nothing: nobody reads it."""

    def predict(self, question: str, answer: object, key: str) -> None:
        """Compare nothing: no points hang on it."""

    def summary(self) -> None:
        """Show nothing: the grader's report is made elsewhere."""

    def make_exact(self) -> None:
        """Take the rounding out of variables that are right: what is computed from them no longer depends on it."""
        for name, value in self._inexact.items():
            make_exact(self._namespace, name, self._here(value))
        self._inexact.clear()

    def _here(self, value: object) -> object:
        return value.to(self.device) if isinstance(value, torch.Tensor) else value

    def seed(self, case: str) -> int:
        """Return the seed of a case, which the grader has said before or is asked for."""
        case = str(case)[:500]
        if case in self.seeds:
            return self.seeds[case]
        return int(self._channel.ask({"op": "seed", "case": case}).header["seed"])


def error_fields(error: BaseException, shell: Any) -> dict[str, Any]:
    """Return what the grader is told of an exception: its text, and the lines of the student's that it came through."""
    return {
        "error": describe(error),
        "trace": trace_to_json(trace_of(error, shell.compile.step_of.get, shell.compile.step)),
    }
