"""A process that has everything imported and forks one `autograder` after another, which tests may strike.

In: lines of JSON on stdin: arguments, environment, files for stdout and stderr, the point at which the command
shall be struck ("": none), and how: killed, or interrupted as by a Ctrl-C in its terminal. Out: two lines for
each on stdout, its pid and, at its end, its exit code. Each command has a process group of its own. An
interrupted one writes when that was. This process adopts every orphan that a command leaves, so that none gets lost.
"""

from __future__ import annotations

import contextlib
import json
import os
import re
import resource
import shutil
import signal
import sys
import tempfile
import threading
import time
import traceback
from collections.abc import Callable
from pathlib import Path
from typing import Any


def _die() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def _interrupt() -> None:
    os.write(1, f"\nSTRUCK {time.monotonic()}\n".encode())
    os.killpg(0, signal.SIGINT)


def _hold() -> None:
    """Keep the interpreter's lock for good, as a native call does: no other thread gets it back."""
    os.write(1, b"\nHELD\n")
    threading.Thread(target=re.fullmatch, args=("(a+)+", "a" * 60 + "b"), daemon=True).start()
    time.sleep(0.1)


def _swallow() -> None:
    """Get a Ctrl-C while something catches whatever is raised, and go on for long."""
    with contextlib.suppress(BaseException):
        _interrupt()
        time.sleep(60)
    time.sleep(60)


def _finalise() -> None:
    """Get a Ctrl-C while an object is finalised: Python cannot raise it there."""

    class Finalised:
        def __del__(self) -> None:
            _interrupt()
            time.sleep(0.1)

    Finalised()


_STRIKES = {"kill": _die, "interrupt": _interrupt, "hold": _hold, "swallow": _swallow, "finalise": _finalise}
_strike: Callable[[], None] = _die


def _patch(owner: Any, name: str, *, before: bool, when: Callable[..., bool] = lambda *_, **__: True) -> None:
    """Let the process be struck, once, before or after a call of `owner.name` for which `when` is true."""
    struck: list[None] = []
    called = getattr(owner, name)

    def dying(*arguments: Any, **named: Any) -> Any:
        fatal = when(*arguments, **named)
        fatal = fatal and not struck
        if fatal:
            struck.append(None)
        if before and fatal:
            _strike()
        found = called(*arguments, **named)
        if fatal and not before:
            _strike()
        return found

    setattr(owner, name, dying)


def _third() -> Callable[..., bool]:
    """Tell whether this is the third call."""
    calls: list[None] = []

    def count(*_: Any, **__: Any) -> bool:
        calls.append(None)
        return len(calls) == 3

    return count


def _arm(point: str) -> None:
    """Let this process die at a point."""
    from autograder.commands import results
    from autograder.isolation import forkserver

    # the package gives functions of the same names
    feedback, record = (sys.modules[f"autograder.gradebook.{name}"] for name in ("feedback", "record"))

    def of_runs(path: Path, target: Any) -> bool:
        return path.parent.name == "runs"

    points: dict[str, Callable[[], None]] = {
        "before the commit": lambda: _patch(record, "keep_changes", before=False),
        "after the commit": lambda: _patch(record._Recorder, "end", before=False),
        "between file and row": lambda: _patch(record._Recorder, "_write_rows", before=True),
        "half a class's files": lambda: _patch(record._Recorder, "_write_notebook", before=True, when=_third()),
        "half a folder": lambda: _patch(shutil, "copyfile", before=False, when=_third()),
        "half a notebook": lambda: _patch(os, "fsync", before=True, when=_third()),
        "half a run": lambda: _patch(Path, "replace", before=True, when=of_runs),
        "tables being made": lambda: _patch(record, "register", before=False),
        "feedback": lambda: _patch(feedback, "as_completed", before=True),
        "before the first run": lambda: _patch(forkserver.ForkServer, "spawn", before=True),
        "the class page": lambda: _patch(results, "_show_class", before=True),
        "the server's start": lambda: _patch(forkserver, "probe", before=True),
    }
    if point:
        points[point]()


def _command(order: dict[str, Any]) -> int:
    """Run one command in a fresh fork."""
    from autograder.cli import main

    os.setpgid(0, 0)
    for descriptor, path in enumerate(order["said"], start=1):
        os.dup2(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), descriptor)
    os.environ.update(order["environment"])
    tempfile.tempdir = None
    signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell's background job has it ignored
    if limit := os.environ.get("AUTOGRADER_TEST_FILE_LIMIT"):
        resource.setrlimit(resource.RLIMIT_FSIZE, (int(limit), int(limit)))
    global _strike  # noqa: PLW0603  of this process alone
    _strike = _STRIKES[order["strike"]]
    sys.argv[1:] = order["arguments"]
    try:
        _arm(order["struck_at"])
        return main()
    except BaseException:  # noqa: BLE001
        traceback.print_exc()
        return 70


def serve() -> None:
    """Run commands until stdin ends."""
    from autograder import gradebook  # noqa: F401  to have them imported
    from autograder.grade import batch, factory  # noqa: F401
    from autograder.isolation import kernel

    kernel.prctl(kernel.PR_SET_CHILD_SUBREAPER, 1)
    for line in sys.stdin:
        pid = os.fork()
        if pid == 0:
            code = _command(json.loads(line))
            sys.stdout.flush()
            os._exit(code)
        with contextlib.suppress(OSError):  # the child does it as well: whoever is first
            os.setpgid(pid, pid)
        print(pid, flush=True)  # noqa: T201
        _, status = os.waitpid(pid, 0)
        print(os.waitstatus_to_exitcode(status), flush=True)  # noqa: T201


if __name__ == "__main__":
    serve()
