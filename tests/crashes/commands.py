"""A process that has everything imported and forks one `autograder` after another, which tests may kill.

In: lines of JSON on stdin: arguments, environment, a file for what the command says, the point at which
it shall kill itself ("": none). Out: two lines for each on stdout, its pid and, at its end, its exit code.
It adopts every orphan that a command leaves, so that none gets lost.
"""

from __future__ import annotations

import json
import os
import resource
import signal
import sys
import tempfile
import traceback
from collections.abc import Callable
from pathlib import Path
from typing import Any


def _die(*_: Any, **__: Any) -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def _patch(owner: Any, name: str, *, before: bool, when: Callable[..., bool] = lambda *_, **__: True) -> None:
    """Let the process die before or after a call of `owner.name` for which `when` is true."""
    called = getattr(owner, name)

    def dying(*arguments: Any, **named: Any) -> Any:
        fatal = when(*arguments, **named)
        if before and fatal:
            _die()
        found = called(*arguments, **named)
        if fatal:
            _die()
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
    from autograder import store

    # the package gives functions of the same names
    feedback, files, record = (sys.modules[f"autograder.gradebook.{name}"] for name in ("feedback", "files", "record"))

    def of_runs(path: Path, target: Any) -> bool:
        return path.parent.name == "runs"

    points: dict[str, Callable[[], None]] = {
        "before the commit": lambda: _patch(record, "_keep", before=False),
        "after the commit": lambda: _patch(record._Recorder, "end", before=False),
        "between file and row": lambda: _patch(record._Recorder, "_write_rows", before=True),
        "half a class's files": lambda: _patch(record._Recorder, "_write_notebook", before=True, when=_third()),
        "half a folder": lambda: _patch(files.shutil, "copyfile", before=False, when=_third()),
        "half a notebook": lambda: _patch(os, "fsync", before=True, when=_third()),
        "half a run": lambda: _patch(store.Path, "replace", before=True, when=of_runs),
        "tables being made": lambda: _patch(record, "register", before=False),
        "feedback": lambda: _patch(feedback, "as_completed", before=True),
    }
    if point:
        points[point]()


def _command(order: dict[str, Any]) -> int:
    """Run one command in a fresh fork."""
    from autograder.cli import main

    said = os.open(order["said"], os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    for descriptor in (1, 2):
        os.dup2(said, descriptor)
    os.environ.update(order["environment"])
    tempfile.tempdir = None
    signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell's background job has it ignored
    if limit := os.environ.get("AUTOGRADER_TEST_FILE_LIMIT"):
        resource.setrlimit(resource.RLIMIT_FSIZE, (int(limit), int(limit)))
    try:
        _arm(order["killed_at"])
        return main(order["arguments"])
    except BaseException:  # noqa: BLE001
        traceback.print_exc()
        return 70


def serve() -> None:
    """Run commands until stdin ends."""
    from autograder import batch, gradebook, opening  # noqa: F401  to have them imported
    from autograder.isolation import kernel

    kernel.prctl(kernel.PR_SET_CHILD_SUBREAPER, 1)
    for line in sys.stdin:
        pid = os.fork()
        if pid == 0:
            code = _command(json.loads(line))
            sys.stdout.flush()
            os._exit(code)
        print(pid, flush=True)  # noqa: T201
        _, status = os.waitpid(pid, 0)
        print(os.waitstatus_to_exitcode(status), flush=True)  # noqa: T201


if __name__ == "__main__":
    serve()
