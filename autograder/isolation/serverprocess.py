"""The fork server's process, from its start to its end: what `ForkServer` talks to.

In: the worker module's name. Out: a process that imports that module at once, and then waits for its
configuration. Whoever has something else to do meanwhile starts it early and hands it over.
"""

from __future__ import annotations

import contextlib
import os
import socket
import subprocess
import tempfile
from typing import IO, Self

from autograder.isolation import hugepages, scratch
from autograder.isolation.protocol import command

__all__ = ["WORKER", "ServerProcess"]

WORKER = "autograder.worker.worker"
_START_S = 120.0
_END_S = 10.0


class ServerProcess:
    """A process that will be a fork server, with its folder, its socket and what it said on stderr."""

    def __init__(self, worker: str = WORKER) -> None:
        """Start it; it is not waited for."""
        self.worker = worker
        self.serves = False  # whether there may be runs, that it must be given time to end
        self.folder, held = scratch.hold()
        self._held: int | None = held
        self.folder.chmod(0o711)  # a run enters its own folder below it, and lists nothing
        self._errors: IO[bytes] = tempfile.TemporaryFile()  # noqa: SIM115  closed in close()
        self.socket, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        with theirs:
            self.process = subprocess.Popen(  # noqa: S603  our own command
                command("autograder.isolation.server", str(theirs.fileno()), str(self.folder), worker),
                env=hugepages.HEAP,
                cwd="/",
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=self._errors,
                pass_fds=[theirs.fileno()],
                start_new_session=True,
            )
        self.socket.settimeout(_START_S)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def broken(self, what: str) -> str:
        """Describe a server that is gone, with the end of what it wrote to stderr."""
        try:
            code: object = self.process.wait(1)
        except subprocess.TimeoutExpired:
            code = "still running"
        self._errors.seek(0)
        errors = self._errors.read()[-2000:].decode(errors="replace").strip()
        return f"The fork server {what} (exit code: {code}). Start it again.\n{errors}".strip()

    def close(self) -> None:
        """End it, and with it every run that is still going on. Harmless if done before."""
        self.socket.close()
        if not self.serves:
            self.process.kill()
        try:
            self.process.wait(_END_S)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        self._errors.close()
        if self._held is not None:
            with contextlib.suppress(OSError):  # a dying run still writes there; the next server removes what is left
                scratch.remove(self.folder)
            os.close(self._held)
            self._held = None
