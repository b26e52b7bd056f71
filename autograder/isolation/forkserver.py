"""The grader's side of the fork server: start it, ask it for runs, close it.

In: a level, the worker module's name. Out: children at that level, each about 20 ms after `spawn`.
It does NOT read what a worker writes.
"""

from __future__ import annotations

import array
import itertools
import socket
import sys
import threading
from collections.abc import Sequence
from pathlib import Path
from typing import Self

from autograder.errors import IsolationError, RunnerError
from autograder.isolation import scratch
from autograder.isolation.launcher import Child, Pipes
from autograder.isolation.probe import Probe, probe
from autograder.isolation.protocol import MAX_MESSAGE, Config, Hello, Request, exit_from_json
from autograder.isolation.serverprocess import WORKER, ServerProcess
from autograder.model import Exit, Level, Limits

__all__ = ["ForkServer"]


class ForkServer:
    """A warm process that gives confined children. Use it as a context manager, from any thread."""

    def __init__(
        self,
        *,
        level: Level | None = None,
        allow_unisolated: bool = False,
        worker: str = WORKER,
        device: str = "cpu",
        extra_readonly: Sequence[Path] = (),
        extra_path: Sequence[Path] = (),
        process: ServerProcess | None = None,
    ) -> None:
        """Start the server and wait until it is warm (2 s), unless it was started before.

        `level`: the level to run at; None: the best that this machine gives. `extra_readonly`: folders
        that a run may see besides; `extra_path`: folders where modules are looked up. `process`: one that
        was started before, for the same worker; it is closed with this, and the first run waits for it.
        Raises IsolationError if the machine doesn't give the level, RunnerError if the start fails.
        """
        self.probe = probe()
        self.level = _choose(self.probe, level, allow_unisolated=allow_unisolated)
        self.overridden = self.level is Level.NONE
        self._lock, self._greeting = threading.Lock(), threading.Lock()
        self._numbers = itertools.count()
        self._process = process or ServerProcess(worker)
        self._hello: Hello | RunnerError | None = None
        config = Config(
            worker=self._process.worker,
            level=self.level,
            as_root=self.probe.as_root,
            device=device,
            search=tuple(str(path) for path in extra_path),
            mounts=tuple(str(path) for path in extra_readonly),
            folder=str(self._process.folder),
        )
        try:
            self._process.socket.send(config.to_json())
            if process is None:
                self._greet()
        except OSError as error:
            message = self._process.broken("did not start")
            self.close()
            raise RunnerError(message) from error
        except BaseException:
            self.close()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _greet(self) -> Hello:
        """Wait until the server is warm, if nobody has yet; all who wait hear the same."""
        with self._greeting:
            if self._hello is None:
                self._hello = self._listen()
            if isinstance(self._hello, RunnerError):
                raise self._hello
            return self._hello

    def _listen(self) -> Hello | RunnerError:
        try:
            answer = self._process.socket.recv(MAX_MESSAGE)
        except OSError:
            answer = b""
        if not answer:
            return RunnerError(self._process.broken("did not start"))
        hello = Hello.from_json(answer)
        if hello.error:
            return RunnerError(f"The fork server could not prepare its worker {self._process.worker!r}:\n{hello.error}")
        self._process.serves = True
        return hello

    @property
    def branches(self) -> bool:
        """Whether a run may fork: where it has a pid namespace, so that its end is the end of its forks."""
        return self.level is Level.STRONG

    def spawn(self, limits: Limits, prepared: str = "", *, worker: str = "", may_fork: bool = False) -> Child:
        """Start one worker, confined; raises RunnerError if the server is gone.

        `prepared`: what the worker module's `prepare` gets, once, in a process that then is forked for every
        run with the same text. `worker`: another module than the server's own. `may_fork`: where `branches`.
        """
        hello = self._greet()
        number = next(self._numbers)
        message = Request(number, limits, prepared, worker, may_fork).pack()
        folder = None
        if self.level is not Level.STRONG:
            folder = self._process.folder / str(number)
            scratch.make(folder, hello.scratch_owner)
        pipes = Pipes()
        status, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        descriptors = array.array("i", [*pipes.worker_ends, theirs.fileno()])
        try:
            with self._lock:
                self._process.socket.sendmsg([message], [(socket.SOL_SOCKET, socket.SCM_RIGHTS, descriptors)])
        except OSError as error:
            pipes.close_own_ends()
            status.close()
            if folder is not None:
                scratch.remove(folder)
            raise RunnerError(self._process.broken("has ended")) from error
        finally:
            pipes.close_worker_ends()
            theirs.close()
        return _ConfinedChild(pipes, status, folder)

    def close(self) -> None:
        """End the server, and with it every run that is still going on."""
        self._process.close()


def _choose(probed: Probe, asked: Level | None, *, allow_unisolated: bool) -> Level:
    """Return the level to run at; raises IsolationError if it can't be had, or is none at all."""
    if not sys.platform.startswith("linux"):
        raise IsolationError(" ".join(("The fork server runs on Linux only.", *probed.advice)))
    order = (Level.NONE, Level.ADEQUATE, Level.STRONG)
    level = probed.level if asked is None else asked
    advice = " ".join(probed.advice)
    if order.index(level) > order.index(probed.level):
        msg = f"This machine isolates a graded run at level {probed.level}, not {level}. {advice}"
        raise IsolationError(msg.strip())
    if level is Level.NONE and not allow_unisolated:
        raise IsolationError(
            "This machine cannot isolate a graded run, so a submission could read and change "
            f"whatever you can. {advice} Or allow it by name, if you trust every submission."
        )
    return level


class _ConfinedChild(Child):
    """A run of the fork server: its supervisor tells how it ended."""

    def __init__(self, pipes: Pipes, status: socket.socket, folder: Path | None) -> None:
        super().__init__(pipes)
        self._status = status
        self._folder = folder

    def kill(self) -> None:
        if self._exit is None:
            try:
                self._status.send(b"stop")
            except OSError:  # it has ended
                return

    def _await(self, timeout: float) -> Exit:
        self._status.settimeout(timeout)
        try:
            message = self._status.recv(MAX_MESSAGE)
        except ConnectionError:  # it ended without having read our word to stop; what it said is there all the same
            message = self._status.recv(MAX_MESSAGE)
        if not message:
            return Exit("killed", detail="its supervisor, or the fork server, has ended")
        return exit_from_json(message)

    def _release(self) -> None:
        self._status.close()
        if self._folder is not None:
            scratch.remove(self._folder)
