"""Processes in which a student's own code runs on the student's own machine: no isolation, any system.

In: the folder of a notebook. Out: children that speak as those of the fork server do (`run_steps` takes them). On
Linux a child is forked from this process, which has imported torch already. Elsewhere it is a fresh Python process,
and threads read its pipes, for there a pipe can neither be waited for nor handed on by its number: frames go over
the process's standard input and output, and what the student's code prints goes to its standard error.

It does NOT protect anything: never use it for somebody else's code.
"""

from __future__ import annotations

import importlib
import os
import queue
import signal
import subprocess
import sys
import threading
import time
from abc import abstractmethod
from pathlib import Path
from typing import Any, Literal, NoReturn, Self

from autograder.commands.importing import importing
from autograder.errors import RunnerError
from autograder.isolation.launcher import Child, Pipes
from autograder.isolation.unisolated import exit_of
from autograder.model import Exit, Level, Limits
from autograder.run.conversation import Conversation

__all__ = ["CAN_FORK", "OwnWorkers", "ThreadedConversation", "make_shell"]

CAN_FORK = sys.platform == "linux" and hasattr(os, "fork")  # a Mac's frameworks do not survive a fork
_WORKER = "autograder.worker.worker"
_ROOT = Path(__file__).resolve().parents[2]
_MOST_PRINTED = 2**24  # bytes of one run that are kept until they are looked at


def make_shell() -> object:
    """Import what runs a notebook's cells, and return the shell; a process that is forked then has it ready."""
    with importing():
        worker = importlib.import_module(_WORKER)  # by name: nobody imports what runs beside a student's code
        worker.stand_in()
        return worker.make_shell()


class OwnWorkers:
    """Starts the processes for one notebook."""

    level = Level.NONE
    overridden = False
    branches = False

    def __init__(self, folder: Path, *, shell: object = None, fork: bool = CAN_FORK) -> None:
        """Run code in `folder`; `shell`: what forked children start from, None: each makes its own."""
        self.conversation = Conversation if fork else ThreadedConversation
        self._folder, self._shell, self._fork = folder, shell, fork
        self._ready: _OwnChild | None = None

    def __enter__(self) -> Self:
        """Return itself."""
        return self

    def __exit__(self, *_: object) -> None:
        """Close it."""
        self.close()

    def start_early(self) -> None:
        """Start the next child now: it gets ready while this process does something else."""
        if self._ready is None:
            self._ready = self._start()

    def spawn(self, limits: Limits, prepared: str = "", *, may_fork: bool = False) -> Child:  # noqa: ARG002  no forks
        """Start one worker, or take the one that was started early; of the limits only the wall limit is kept."""
        child, self._ready = self._ready or self._start(), None
        child.begin(limits.wall_s)
        return child

    def close(self) -> None:
        """End a child that was started early and not needed."""
        if self._ready is not None:
            self._ready.close()
            self._ready = None

    def _start(self) -> _OwnChild:
        return _ForkedChild.start(self._folder, self._shell) if self._fork else _FreshChild.start(self._folder)


class _OwnChild(Child):
    """A process with a clock for the wall limit."""

    def __init__(self, pipes: Any) -> None:
        super().__init__(pipes)
        self._started = time.monotonic()
        self._why: Literal["wall", "stopped"] | None = None
        self._timer: threading.Timer | None = None

    def begin(self, wall_s: float) -> None:
        """Let the clock run from now on."""
        self._started = time.monotonic()
        self._timer = threading.Timer(wall_s, self._end, ["wall"])
        self._timer.daemon = True
        self._timer.start()

    def kill(self) -> None:
        self._end("stopped")

    @abstractmethod
    def _poll(self) -> int | None:
        """Return the exit code, negative: the signal; None while the process runs."""

    @abstractmethod
    def _kill(self) -> None:
        """Kill the process."""

    def _end(self, reason: Literal["wall", "stopped"]) -> None:
        if self._why is None and self._poll() is None:
            self._why = reason
            self._kill()

    def _await(self, timeout: float) -> Exit:
        deadline, pause = time.monotonic() + timeout, 0.001
        while (code := self._poll()) is None:
            if time.monotonic() >= deadline:
                raise TimeoutError(f"the run has not ended after {timeout:g} s")
            time.sleep(pause)
            pause = min(2 * pause, 0.05)
        return exit_of(code, self._why, time.monotonic() - self._started)

    def _release(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
            self._timer.join()  # no thread is left when the next child is forked


class _ForkedChild(_OwnChild):
    """A fork of this process, which has no other thread."""

    @classmethod
    def start(cls, folder: Path, shell: object) -> _ForkedChild:
        pipes = Pipes()
        pid = os.fork()
        if pid == 0:
            _serve(pipes, folder, shell)
        pipes.close_worker_ends()
        return cls(pipes, pid)

    def __init__(self, pipes: Pipes, pid: int) -> None:
        super().__init__(pipes)
        self._pid = pid
        self._code: int | None = None
        self._lock = threading.Lock()  # the clock asks too

    def _poll(self) -> int | None:
        with self._lock:
            if self._code is None:
                pid, status = os.waitpid(self._pid, os.WNOHANG)
                self._code = os.waitstatus_to_exitcode(status) if pid else None
            return self._code

    def _kill(self) -> None:
        os.kill(self._pid, signal.SIGKILL)  # not waited for yet: the number is still this child's


def _serve(pipes: Pipes, folder: Path, shell: object) -> NoReturn:
    """Be the worker from here on, in a forked child."""
    try:
        pipes.close_own_ends()
        os.chdir(folder)
        null = os.open(os.devnull, os.O_RDONLY)
        for descriptor, standard in ((null, 0), (pipes.worker_stdout, 1), (pipes.worker_stderr, 2)):
            os.dup2(descriptor, standard)
        importlib.import_module(_WORKER).main(shell or make_shell(), pipes.worker_in, pipes.worker_out)
    finally:
        os._exit(1)


_START = """
import gc, importlib, os, sys
gc.disable()
module, *search = sys.argv[1:]
sys.path += search
sys.argv[1:] = []
read, write = os.dup(0), os.dup(1)
os.dup2(2, 1)
os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
worker = importlib.import_module(module)
worker.stand_in()
shell = worker.make_shell()
gc.freeze()
gc.enable()
worker.main(shell, read, write)
"""


class _FreshPipes:
    """The ends of a process's standard streams that are ours."""

    def __init__(self, process: subprocess.Popen[bytes]) -> None:
        assert process.stdin is not None and process.stdout is not None and process.stderr is not None  # noqa: PT018
        self.to_worker, self.from_worker, self.stderr = (
            os.dup(stream.fileno()) for stream in (process.stdin, process.stdout, process.stderr)
        )
        self.stdout = os.open(os.devnull, os.O_RDONLY)
        for stream in (process.stdin, process.stdout, process.stderr):
            stream.close()


class _FreshChild(_OwnChild):
    """A Python process of its own; to be spoken with by a `ThreadedConversation`."""

    @classmethod
    def start(cls, folder: Path) -> _FreshChild:
        try:
            process = subprocess.Popen(  # noqa: S603  our own command
                [
                    sys.executable,
                    "-P",
                    "-c",
                    _START,
                    _WORKER,
                    str(_ROOT),
                ],  # -P: imports are not looked up in the folder
                cwd=folder,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
                creationflags=getattr(subprocess, "CREATE_NEW_PROCESS_GROUP", 0),  # Ctrl-C is the command's matter
            )
        except OSError as error:
            raise RunnerError(f"{sys.executable} could not be started: {error}") from error
        return cls(process)

    def __init__(self, process: subprocess.Popen[bytes]) -> None:
        super().__init__(_FreshPipes(process))
        self._process = process

    def _poll(self) -> int | None:
        return self._process.poll()

    def _kill(self) -> None:
        self._process.kill()


class ThreadedConversation(Conversation):
    """A conversation over pipes that cannot be waited for: threads read them, and what they read is waited for."""

    def _open(self) -> None:
        self._arrived: queue.SimpleQueue[tuple[str, bytes]] = queue.SimpleQueue()
        self._closed = False
        for stream, descriptor in (("frames", self._child.from_worker), ("stderr", self._child.stderr)):
            copy = os.dup(descriptor)  # the child's may be closed, and its number given away, while we read
            threading.Thread(target=self._read, args=[stream, copy], daemon=True).start()

    def close(self) -> None:
        """Do nothing: the threads end with the pipes."""

    def _read(self, stream: str, descriptor: int) -> None:
        size = 0
        with os.fdopen(descriptor, "rb", buffering=0) as pipe:
            while data := pipe.read(1 << 16):
                size += len(data)
                if stream == "frames" or size <= _MOST_PRINTED:
                    self._arrived.put((stream, data))
        self._arrived.put((stream, b""))

    def _write(self) -> None:
        """Write at once: the threads read meanwhile, so the worker never waits for us."""
        try:
            while self._pending:
                del self._pending[: os.write(self._child.to_worker, self._pending[: 1 << 16])]
        except OSError:
            self._pending.clear()  # the reader is gone: its end of the channel says so too

    def _wait(self, seconds: float) -> None:
        if self._closed:
            self._decode(b"")
        try:
            self._take(*self._arrived.get(timeout=seconds))
        except queue.Empty:
            return

    def _drain(self) -> None:
        while not self._arrived.empty():
            self._take(*self._arrived.get())

    def _take(self, stream: str, data: bytes) -> None:
        if stream == "frames" and data:
            self._decode(data)
        elif stream == "frames":
            self._closed = True
        elif data and self._step is not None and not self._step.hidden and self._step.cell_id in self.heard.cells:
            self.heard.cells[self._step.cell_id].show(stream, data, None)
