"""A child process that is none: four pipes, and a thread that plays the worker with plain reads and writes.

In: a function that plays it, the steps of a run. Out: what `run_steps` makes of that, and what the grader sent.
"""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any

from autograder.isolation.launcher import Child, Pipes
from autograder.model import Binding, Capture, Exit, Level, Limits, Run, Step
from autograder.run import Job, run_steps
from autograder.wire.channel import ChannelError, Frame, pack, read_frame

__all__ = ["Answering", "Launching", "Worker", "played", "seed_of"]

_PATIENCE_S = 20.0  # no test comes near it: a thread that is stuck fails its test


class Worker:
    """The worker's ends of the pipes, and what has arrived there."""

    def __init__(self, pipes: Pipes) -> None:
        self._ends = dict(zip(("in", "out", "stdout", "stderr"), pipes.worker_ends, strict=True))
        self.heard: list[Frame] = []

    def read(self) -> Frame:
        """Return the next frame of the grader's."""
        self.heard.append(read_frame(self._ends["in"]))
        return self.heard[-1]

    def await_(self, *operations: str) -> Frame:
        """Read until a frame of one of these operations."""
        while (frame := self.read()).header["op"] not in operations:
            pass
        return frame

    def write(self, header: Mapping[str, Any], body: bytes = b"") -> None:
        """Write a frame on the channel."""
        self.raw(pack(dict(header), body))

    def raw(self, data: bytes, where: str = "out") -> None:
        """Write bytes: on the channel, on "stdout" or on "stderr"."""
        view = memoryview(data)
        while view:
            view = view[os.write(self._ends[where], view) :]

    def close(self, *names: str) -> None:
        """Close some of in, out, stdout, stderr; none named: all. Harmless if done before."""
        for name in names or tuple(self._ends):
            descriptor = self._ends.pop(name, None)
            if descriptor is not None:
                os.close(descriptor)

    def begin(self) -> Frame:
        """Be ready, and return the first step."""
        self.await_("start")
        self.write({"op": "ready"})
        return self.await_("step")

    def steps(self) -> Iterator[Frame]:
        """Be ready, and yield each step; whoever loops over it says when one is done."""
        self.await_("start")
        self.write({"op": "ready"})
        while (frame := self.await_("step", "end")).header["op"] == "step":
            yield frame


class _FakeChild(Child):
    """The grader's ends, and the thread at the others."""

    def __init__(self, pipes: Pipes, worker: Worker, play: Callable[[Worker], None]) -> None:
        super().__init__(pipes)
        self._killed = False
        self._thread = threading.Thread(target=self._play, args=(worker, play), daemon=True)
        self._thread.start()

    @staticmethod
    def _play(worker: Worker, play: Callable[[Worker], None]) -> None:
        try:
            with suppress(OSError, ChannelError):  # the grader has let go
                play(worker)
        finally:
            worker.close()

    def kill(self) -> None:
        self._killed = True

    def _await(self, timeout: float) -> Exit:
        if self._killed:
            return Exit("stopped")
        self._thread.join(timeout)
        if self._thread.is_alive():
            raise TimeoutError
        return Exit("exited", 0)

    def _release(self) -> None:
        self._thread.join(_PATIENCE_S)
        assert not self._thread.is_alive(), "the played worker is stuck"


@dataclass
class Launching:
    """A launcher whose only worker is played."""

    play: Callable[[Worker], None]
    worker: Worker | None = None
    level: Level = Level.STRONG
    overridden: bool = False
    branches: bool = False

    def spawn(self, limits: Limits, prepared: str = "", *, may_fork: bool = False) -> Child:
        """Make the pipes, and let the play begin."""
        del limits, prepared, may_fork
        pipes = Pipes()
        self.worker = Worker(pipes)
        return _FakeChild(pipes, self.worker, self.play)

    def close(self) -> None:
        """Hold nothing."""


@dataclass
class Answering:
    """What the grader knows: which checks belong where, and which variables get another value."""

    locations: Mapping[str, Collection[str]] = field(default_factory=dict)
    bindings: Mapping[str, Binding] = field(default_factory=dict)
    missing: Mapping[str, bytes] = field(default_factory=dict)  # bound after a statement that did not check them
    free: Collection[str] = ()
    undo: bool = True
    replied: list[Capture] = field(default_factory=list)

    def accepts(self, location: str, name: str) -> bool:
        return name in self.locations.get(location, ())

    def replacement(self, capture: Capture) -> Binding | None:
        self.replied.append(capture)
        return self.bindings.get(capture.name)

    def unseen_variables(self, location: str, seen: Collection[str]) -> Mapping[str, bytes]:
        wanted = self.locations.get(location, ())
        return {name: value for name, value in self.missing.items() if name in wanted and name not in seen}

    def may_change(self, location: str) -> Collection[str]:
        del location
        return self.free


def seed_of(case: str, *, hidden: bool = False) -> int:
    """Return a number that is another one for each case, and for hidden ones."""
    return int.from_bytes(case.encode("utf-8", "surrogatepass")[-5:], "big") + (hidden << 48)


def played(
    play: Callable[[Worker], None],
    steps: Sequence[Step],
    answers: Answering | None = None,
    *,
    seed: Callable[..., int] = seed_of,
    **more: Any,
) -> tuple[Run, list[Frame]]:
    """Run the steps against a played worker; return the run, and the frames that the grader sent."""
    launcher = Launching(play)
    limits = more.pop("limits", Limits(cell_s=5.0, wall_s=10.0, capture_mb=1.0, output_mb=0.01))
    job = Job(steps=steps, limits=limits, seed=seed, follow_through=answers or Answering(), **more)
    run = run_steps(job, launcher)
    assert launcher.worker is not None
    return run, launcher.worker.heard
