"""What the grader and the fork server say to each other, over one SOCK_SEQPACKET socket.

1. grader -> server: `Config` as JSON, once.
2. server -> grader: `Hello` as JSON, once: ready, or why not.
3. grader -> server, for each run: `Request`, integers, a worker module's name and a text for its `prepare`, with
   five file descriptors: what the worker reads, what it writes, its stdout, its stderr, and a status socket.
4. supervisor -> grader, on the status socket: `Exit` as JSON, once, when the run has ended.
   grader -> supervisor: any byte, or closing the socket: stop the run now.

The server ends when its socket closes. It never sees what the descriptors carry. Nothing here is
read from a student's process.
"""

from __future__ import annotations

import dataclasses
import json
import struct
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self

from autograder.errors import RunnerError
from autograder.model import Exit, Level, Limits

__all__ = [
    "DESCRIPTORS",
    "MAX_MESSAGE",
    "Config",
    "Hello",
    "Request",
    "answer_of",
    "command",
    "exit_from_json",
    "exit_to_json",
]

DESCRIPTORS = 5
MAX_MESSAGE = 65536
_INTEGERS = struct.Struct("=8q")


@dataclass(frozen=True, slots=True)
class Config:
    """How the server prepares itself, and every run."""

    worker: str  # module name
    level: Level
    as_root: bool  # namespaces without a user namespace: the server is root with CAP_SYS_ADMIN
    device: str
    search: tuple[str, ...]  # added to sys.path
    mounts: tuple[str, ...]  # read-only, besides what `find_mounts` finds
    folder: str  # of the server: caches while warming; below it the runs' scratch folders

    def to_json(self) -> bytes:
        return json.dumps(dataclasses.asdict(self)).encode()

    @classmethod
    def from_json(cls, data: bytes) -> Self:
        fields = json.loads(data)
        fields["level"] = Level(fields["level"])
        fields["search"], fields["mounts"] = tuple(fields["search"]), tuple(fields["mounts"])
        return cls(**fields)


@dataclass(frozen=True, slots=True)
class Hello:
    """The server is ready (`error` is empty), or why it can't be."""

    error: str = ""
    scratch_owner: int | None = None  # whose a scratch folder made by the grader must be; None: its own

    def to_json(self) -> bytes:
        return json.dumps(dataclasses.asdict(self)).encode()

    @classmethod
    def from_json(cls, data: bytes) -> Self:
        return cls(**json.loads(data))


@dataclass(frozen=True, slots=True)
class Request:
    """One run: its number, the limits that the kernel or the supervisor keeps, what it is forked from."""

    number: int
    limits: Limits
    prepared: str = ""  # the author's words, for the worker module's `prepare`; nothing of a submission's
    worker: str = ""  # another module than the server's own
    may_fork: bool = False  # the author's own code: runs that begin alike are forked from one (run/branches.py)

    @property
    def kind(self) -> tuple[str, str]:
        """What the process must be that it is forked from."""
        return self.worker, self.prepared

    def pack(self) -> bytes:
        """Return the message; raises RunnerError for a limit below 0, or a text that is too long."""
        limits = self.limits
        integers = (
            self.number,
            round(limits.wall_s * 1000),
            round(limits.cpu_s * 1000),
            limits.memory_mb,
            limits.file_mb,
            limits.scratch_mb,
            limits.threads,
            int(self.may_fork),
        )
        if min(integers) < 0:  # the kernel would take it for "no limit"
            raise RunnerError(f"a run's limits cannot be negative: {limits}")
        message = _INTEGERS.pack(*integers) + f"{self.worker}\0{self.prepared}".encode()
        if len(message) > MAX_MESSAGE:
            raise RunnerError(f"what a run is to be prepared with is too long: {len(self.prepared)} characters")
        return message

    @classmethod
    def unpack(cls, data: bytes) -> Self:
        number, wall, cpu, memory, file, scratch, threads, may_fork = _INTEGERS.unpack_from(data)
        limits = Limits(
            wall_s=wall / 1000,
            cpu_s=cpu / 1000,
            memory_mb=memory,
            file_mb=file,
            scratch_mb=scratch,
            threads=threads,
        )
        worker, _, prepared = data[_INTEGERS.size :].decode().partition("\0")
        return cls(number, limits, prepared, worker, bool(may_fork))


def exit_to_json(end: Exit) -> bytes:
    """Return what the supervisor tells the grader at a run's end."""
    return json.dumps(dataclasses.asdict(end)).encode()


def exit_from_json(data: bytes) -> Exit:
    """Return what the supervisor has told; ValueError or TypeError if it is something else."""
    fields: dict[str, Any] = json.loads(data)
    return Exit(**fields)


def command(module: str, *arguments: str) -> list[str]:
    """Return the command line that runs `module.main(*arguments)` in a fresh isolated interpreter.

    It ignores the caller's environment and working folder, and finds the caller's own copy of this
    package, installed or not: before other installed packages, after the standard library.
    """
    return [
        sys.executable,
        "-I",
        "-B",
        "-X",
        "utf8",
        "-c",
        _START,
        str(Path(__file__).parents[2]),
        module,
        *arguments,
    ]


def answer_of(module: str, *, seconds: float) -> Any:
    """Return the JSON that `module.main()` prints in such an interpreter, which has no environment.

    Raises OSError, subprocess.SubprocessError or ValueError: it could not start, failed, took too long, or printed
    something else.
    """
    done = subprocess.run(  # noqa: S603  our own command
        command(module), env={}, cwd="/", stdin=subprocess.DEVNULL, capture_output=True, timeout=seconds, check=True
    )
    return json.loads(done.stdout)


_START = """
import importlib, sys
folder, module, *arguments = sys.argv[1:]
at = next((n for n, path in enumerate(sys.path) if path.endswith("-packages")), len(sys.path))
sys.path.insert(at, folder)
importlib.import_module(module).main(*arguments)
"""
