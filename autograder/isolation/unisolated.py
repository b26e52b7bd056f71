"""Own code on one's own machine: a fresh Python process per run, no isolation. Linux and macOS.

In: the caller's environment, which the process inherits, and its working folder, if no other is given.
Out: children that speak as those of the fork server do. It does NOT protect anything: never use it for
somebody else's code.
"""

from __future__ import annotations

import signal
import subprocess
import sys
import threading
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Literal, Self

from autograder.errors import RunnerError
from autograder.isolation.launcher import Child, Pipes
from autograder.model import Exit, Level, Limits

__all__ = ["UnisolatedLauncher", "exit_of"]


class UnisolatedLauncher:
    """Starts a Python process of its own for each run."""

    level = Level.NONE
    branches = False

    def __init__(
        self,
        *,
        worker: str = "autograder.worker.worker",
        overridden: bool = False,
        extra_path: Sequence[Path] = (),
        folder: Path | None = None,
    ) -> None:
        """Remember the worker module's name; `overridden`: somebody else's code, allowed by name.

        `folder`: where the code runs, None: in the caller's working folder.
        """
        self.overridden = overridden
        self._folder = folder
        self._worker = worker
        self._search = [str(path) for path in (*extra_path, Path(__file__).parents[2])]

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def spawn(self, limits: Limits, prepared: str = "", *, may_fork: bool = False) -> Child:  # noqa: ARG002  nothing forks
        """Start one worker; of the limits only the wall limit is kept."""
        pipes = Pipes()
        arguments = [self._worker, *(str(fd) for fd in pipes.worker_ends[:2]), *self._search]
        try:
            process = subprocess.Popen(  # noqa: S603  our own command
                [sys.executable, "-P", "-c", _START, *arguments],  # -P: our imports are not looked up in that folder
                cwd=self._folder,
                stdin=subprocess.DEVNULL,
                stdout=pipes.worker_stdout,
                stderr=pipes.worker_stderr,
                pass_fds=pipes.worker_ends[:2],
            )
        except OSError as error:
            pipes.close_own_ends()
            raise RunnerError(f"{sys.executable} could not be started: {error}") from error
        finally:
            pipes.close_worker_ends()
        return _PlainChild(pipes, process, limits.wall_s)

    def close(self) -> None:
        """Hold nothing, so give nothing back."""


_START = """
import importlib, sys
name, read, write, *search = sys.argv[1:]
sys.path += search
sys.argv[1:] = []
module = importlib.import_module(name)
module.main(module.warm(), int(read), int(write))
"""


class _PlainChild(Child):
    """A process of this one's own, with a timer for the wall limit."""

    def __init__(self, pipes: Pipes, process: subprocess.Popen[bytes], wall_s: float) -> None:
        super().__init__(pipes)
        self._process = process
        self._started = time.monotonic()
        self._wall_s = wall_s
        self._why: Literal["wall", "stopped"] | None = None
        self._timer = threading.Timer(wall_s, self._end, ["wall"])
        self._timer.daemon = True
        self._timer.start()

    def kill(self) -> None:
        self._end("stopped")

    def _end(self, why: Literal["wall", "stopped"]) -> None:
        """Kill the process, and remember why if it was still running."""
        if self._process.poll() is None and self._why is None:
            self._why = why
            self._process.kill()

    def _await(self, timeout: float) -> Exit:
        try:
            code = self._process.wait(timeout)
        except subprocess.TimeoutExpired as error:
            raise TimeoutError(f"the run has not ended after {timeout:g} s") from error
        return exit_of(code, self._why, time.monotonic() - self._started)

    def _release(self) -> None:
        self._timer.cancel()


def exit_of(code: int, why: Literal["wall", "stopped"] | None, wall_s: float) -> Exit:
    """Return how a child without a supervisor ended: its exit code (negative: the signal), and why it was killed."""
    if why is not None:
        return Exit(why, code, wall_s=wall_s)
    detail = signal.strsignal(-code) or "" if code < 0 else ""
    return Exit("killed" if code < 0 else "exited", code, wall_s=wall_s, detail=detail)
