"""What every way of starting a worker has in common: `Launcher`, and the `Child` that it gives.

A child is four pipes and an end. The launchers differ in how a child is made, told to stop, and
waited for; `Child` does the rest.
"""

from __future__ import annotations

import os
from abc import ABC, abstractmethod
from collections.abc import Callable
from typing import Protocol, Self

from autograder.errors import RunnerError
from autograder.model import Exit, Level, Limits

__all__ = ["Child", "Launcher", "Pipes"]

_KILL_S = 10.0


class Launcher(Protocol):
    """Starts workers."""

    @property
    def level(self) -> Level:
        """How well its runs are isolated."""
        ...

    @property
    def overridden(self) -> bool:
        """Whether that is less than grading asks for, because the instructor said so by name."""
        ...

    @property
    def branches(self) -> bool:
        """Whether it gives workers that may fork."""
        ...

    def spawn(self, limits: Limits, prepared: str = "", *, may_fork: bool = False) -> Child:
        """Start one worker; one `prepared` with a text is forked from a process that has done that already."""
        ...

    def close(self) -> None:
        """Give back what the launcher holds; its children have been closed before."""
        ...


class Pipes:
    """The four pipes of one run: both ends, until the worker's are handed over."""

    def __init__(self) -> None:
        """Make them, all close-on-exec."""
        self.worker_in, self.to_worker = os.pipe()
        self.from_worker, self.worker_out = os.pipe()
        self.stdout, self.worker_stdout = os.pipe()
        self.stderr, self.worker_stderr = os.pipe()

    @property
    def worker_ends(self) -> tuple[int, int, int, int]:
        """What the worker reads, what it writes, its stdout, its stderr."""
        return self.worker_in, self.worker_out, self.worker_stdout, self.worker_stderr

    def close_worker_ends(self) -> None:
        """Close the worker's ends here, so that its end is seen as the end of its pipes."""
        for descriptor in self.worker_ends:
            os.close(descriptor)

    def close_own_ends(self) -> None:
        """Close the grader's ends, when there will be no child."""
        for descriptor in (self.to_worker, self.from_worker, self.stdout, self.stderr):
            os.close(descriptor)


class Child(ABC):
    """A started worker.

    The four descriptors belong to the child: read and write them, but let `close_input` and `close`
    close them, each once.
    """

    def __init__(self, pipes: Pipes) -> None:
        """Take over the grader's ends of the pipes."""
        self.to_worker = pipes.to_worker
        self.from_worker = pipes.from_worker
        self.stdout = pipes.stdout
        self.stderr = pipes.stderr
        self.at_the_end: Callable[[], None] = lambda: None  # called once, when the run has been closed
        self._exit: Exit | None = None
        self._open = {self.to_worker, self.from_worker, self.stdout, self.stderr}

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @abstractmethod
    def kill(self) -> None:
        """Tell the run to stop at once; `wait` then gives "stopped", unless it had ended by itself."""

    @abstractmethod
    def _await(self, timeout: float) -> Exit:
        """Wait for the end; raises TimeoutError."""

    @abstractmethod
    def _release(self) -> None:
        """Give back what this kind of child holds besides its pipes; the run has ended."""

    def wait(self, timeout: float) -> Exit:
        """Wait at most `timeout` seconds for the run's end; raises TimeoutError."""
        if self._exit is None:
            self._exit = self._await(timeout)
        return self._exit

    def close_input(self) -> None:
        """Close the pipe to the worker, which then reads its end."""
        self._close(self.to_worker)

    def close(self) -> None:
        """End the run if it has not ended, and give everything back. Harmless if done before."""
        if not self._open:
            return
        if self._exit is None:
            self.kill()
        for descriptor in list(self._open):
            self._close(descriptor)
        try:
            self.wait(_KILL_S)
        except TimeoutError as error:
            raise RunnerError(
                f"A run did not end within {_KILL_S:g} s after it was killed. Is the machine overloaded?"
            ) from error
        finally:
            self._release()
            self.at_the_end()

    def _close(self, descriptor: int) -> None:
        if descriptor in self._open:
            self._open.remove(descriptor)
            os.close(descriptor)
