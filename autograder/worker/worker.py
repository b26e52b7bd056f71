"""Runs the steps of a notebook that it is handed, one at a time; talks to the grader by frames.

In: frames (autograder.wire.channel describes them). Out: captured values, outputs, and how each step
ended. This is the one place that catches everything. It compares nothing and knows no answer; all
that it says is a claim, which the grader weighs.

`warm` runs once in the fork server; `main` runs in the child that a student's code gets.
"""

from __future__ import annotations

import gc
import io
import json
import os
import random
import signal
import sys
from collections.abc import Sequence
from contextlib import suppress
from typing import Any

import numpy as np
import torch

from autograder.student.check import check, describe
from autograder.wire import values
from autograder.wire.channel import Frame
from autograder.worker import dispatcher
from autograder.worker.arguments import Arguments
from autograder.worker.capturing import Capturing, error_fields
from autograder.worker.forbid import Resolved, forbid, resolve
from autograder.worker.numerics import compute_alike
from autograder.worker.shell import Shell, make_shell
from autograder.worker.standins import import_from_here, stand_in
from autograder.worker.state import State
from autograder.worker.timeout import CellLimit, CellLimitWithoutAlarm, Channel

__all__ = ["main", "warm"]

_WARM_UP = """
import matplotlib.pyplot as plt
_ = plt.figure(figsize=(2, 1)).add_subplot().plot([1, 2])
plt.show()
print("warm")
1
"""
_LARGEST_OUTPUT = 2**23  # bytes; the grader stops whoever sends a frame much larger
# what the rules name that this process was prepared with, and what torch does not let be kept of them, by their JSON
_resolved: dict[str, tuple[Resolved, tuple[str, ...]]] = {}
_WARM_DATA = "import course_data; course_data.names(); course_data.prose()"  # where a course has it


def warm() -> Shell:
    """Import and use once what notebooks use, so that a child finds it ready.

    Returns the shell, used once: a fresh one costs 85 ms at its first cell, a used one 6.
    """
    torch.set_num_threads(1)  # a thread pool made before a fork hangs its children
    shell = make_shell()
    stand_in()
    shell.run_cell(_WARM_UP)
    shell.run_cell("raise ValueError('warm')")  # the traceback's machinery
    shell.run_cell(_WARM_DATA)
    _use_torch()
    dispatcher.ready()
    values.decode(values.encode({"a": torch.zeros(2), "b": [1, 2.0, "c"]}))
    gc.freeze()  # what there is now stays, garbage too: no collection, that in `reset` to begin with, looks at it
    shell.reset(new_session=False)
    shell.outputs.clear()
    return shell


def _use_torch() -> None:
    """Touch what torch loads late."""
    model = torch.nn.Sequential(torch.nn.Linear(4, 4), torch.nn.BatchNorm1d(4), torch.nn.Tanh())
    loss = torch.nn.functional.cross_entropy(model(torch.randn(3, 4)), torch.tensor([0, 1, 2]))
    loss.backward()
    torch.linalg.svd(torch.eye(3))
    repr(torch.randn(3, 3))


def prepare(text: str) -> None:
    """Do what the runs of an exercise have in common, in a process that is then forked for each of them.

    To take away below Python what is forbidden costs 40 to 80 ms and 28 MB. The first use of an optimiser, of
    torch.func or checkpoint, imports torch's compiler: 0.6 to 1 s and 68 MB, so only exercises that need it have it.
    `text`: JSON, {"compiler": whether they do, "rules": [[name, reason, also below Python] ...]}.
    """
    needs = json.loads(text)
    if needs["compiler"]:
        torch.optim.SGD([torch.zeros(1, requires_grad=True)]).step()
    _resolve(needs["rules"])


def _resolve(rules: Sequence[tuple[str, str, bool]]) -> tuple[Resolved, tuple[str, ...]]:
    """Find what the rules name, and take it out of torch's dispatcher; done once in a process and its forks.

    Returns what they name, and in words what could not be taken out.
    """
    key = json.dumps(rules)
    if key not in _resolved:
        open_rules = dispatcher.override([(name, reason) for name, reason, kernels in rules if kernels])
        _resolved[key] = resolve([(name, reason) for name, reason, _ in rules]), open_rules
    return _resolved[key]


def main(state: object, read_fd: int, write_fd: int) -> None:
    """Serve one run, from its "start" to its "end"; then end the process."""
    shell: Any = state if state is not None else warm()
    _fresh_streams()
    channel = Channel(read_fd, write_fd)
    start = channel.next()
    try:
        session, open_rules = _prepare(start, channel, shell)
    except Exception as error:  # a device that is not there, or has no room  # noqa: BLE001
        channel.tell({"op": "ready", "error": describe(error)})
        os._exit(1)
    limits = CellLimit if hasattr(signal, "SIGALRM") else CellLimitWithoutAlarm
    limit = limits(float(start.header["cell_s"]), channel)
    state = State(shell.user_ns)
    channel.tell({"op": "ready", "open": open_rules})
    steps = 0
    while (frame := channel.next()).header["op"] != "end":
        header = frame.header
        if header["op"] == "bind":
            if session is not None:
                session.bind(header["name"], values.decode(frame.body))
        elif header["op"] == "keep":
            state.keep(header["cell"], header["reads"])
        elif header["op"] == "restore":
            state.restore(header["cell"])
        elif header["op"] == "branch":
            _branch(channel)
        elif header["op"] == "step":
            shell.compile.step, steps = str(steps), steps + 1
            channel.tell({"op": "done", **_run_step(frame, shell, session, state, limit)})
    os._exit(0)


def _run_step(frame: Frame, shell: Any, session: Capturing | None, state: State, limit: CellLimit) -> dict[str, Any]:
    """Run one step under the settings of whose code it is; return what the grader is told of its end."""
    header, source = frame.header, frame.body.decode()
    if header["check"]:
        shell.user_ns["check"] = check  # whatever the student has called by this name
    if session is not None:
        session.seeds, session.checking = header["seeds"], header["check"]
    with suppress(Exception):  # settings that a student's code has made unusable
        state.sides.begin(student=header["student"])
    arguments = Arguments(header["guard"], shell.user_ns)
    lead, source = _parted(source, header["last"])
    outcome = _step(lead, shell, limit, plain=True) if lead else {}
    if not outcome:
        arguments.more()
        outcome = _step(source, shell, limit, plain=header["check"])
    changed = arguments.changed(undo=header["undo"])
    if session is not None:
        session.make_exact()
    with suppress(Exception):
        state.sides.end(student=header["student"])
    return {"error": None, **outcome, "changed": changed}


def _branch(channel: Channel) -> None:
    """Fork: the fork goes on with the conversation, and when it has ended, this process does."""
    _flush()
    before = _files_here()
    pid = os.fork()
    if pid != 0:
        _, status = os.waitpid(pid, 0)
        code = os.waitstatus_to_exitcode(status)
        channel.tell({"op": "joined", "code": code, "files": _files_here() != before})


def _files_here() -> list[tuple[str, int, int]]:
    """Return path, size and time of change of each file in the working folder, which is the run's scratch folder."""
    files = [os.path.join(folder, name) for folder, _, names in os.walk(".") for name in names]  # noqa: PTH118
    about = [(path, os.stat(path)) for path in sorted(files)]  # noqa: PTH116
    return [(path, status.st_size, status.st_mtime_ns) for path, status in about]


def _fresh_streams() -> None:
    """Python's own streams, on the run's pipes; a text that is no UTF-8 is no reason to fail."""
    for name, descriptor in (("stdout", 1), ("stderr", 2)):
        try:
            raw = io.FileIO(descriptor, "w", closefd=False)
        except OSError:  # closed by the student's code, which thereby shows nothing
            raw = io.FileIO(os.devnull, "w")
        stream = io.TextIOWrapper(io.BufferedWriter(raw), encoding="utf-8", errors="backslashreplace")
        setattr(sys, name, stream)
        setattr(sys, f"__{name}__", stream)


def _prepare(start: Frame, channel: Channel, shell: Any) -> tuple[Capturing | None, tuple[str, ...]]:
    """Make this process what the run asks for; return its session, and which rules hold in name only."""
    header = start.header
    position = 0
    for name, size in header["files"]:
        os.makedirs(os.path.dirname(name) or ".", exist_ok=True)  # noqa: PTH103, PTH120
        with open(name, "wb") as file:  # noqa: PTH123
            file.write(start.body[position : position + size])
        position += size
    import_from_here()
    torch.set_num_threads(header["threads"])
    compute_alike(header["device"], header["memory_mb"])
    for_torch, for_numpy, for_random = header["seeds"]
    random.seed(for_random)
    np.random.seed(for_numpy % 2**32)  # noqa: NPY002  the generator that students use
    torch.default_generator.manual_seed(for_torch)
    if header["device"] == "cuda":
        torch.cuda.manual_seed_all(for_torch)
    if header["double"]:
        from autograder.worker.double import Double

        Double().__enter__()
    shell.show = lambda kind, data, **fields: _show(channel, kind, data, fields)
    if header["mode"] == "session":
        shell.display_formatter.active_types = ["text/plain", "image/png", "text/html"]
        forbid(resolve([(name, reason) for name, reason, _ in header["rules"]]))
        check.watch()
        return None, ()
    resolved, open_rules = _resolve(header["rules"])
    forbid(resolved)
    session = Capturing(channel, header["device"], shell, int(header["capture_mb"] * 2**20))
    check._session = session  # noqa: SLF001  the grader's side of `check.using`
    return session, open_rules


def _show(channel: Channel, kind: str, data: bytes, fields: dict[str, Any]) -> None:
    _flush()
    if len(data) > _LARGEST_OUTPUT:
        kind, data = "text", f"(an output of {len(data) / 2**20:.0f} MiB was left out)".encode()
    channel.tell({"op": "output", "kind": kind, **fields}, data)


def _flush() -> None:
    for stream in (sys.stdout, sys.stderr):
        with suppress(BaseException):  # a student may have replaced or closed it
            stream.flush()


def _step(source: str, shell: Any, limit: CellLimit, *, plain: bool) -> dict[str, Any]:
    """Run one step; return what is told of its exception, {} if there was none. `plain`: without magics."""
    error: BaseException | None = None
    if any(getattr(stream, "closed", True) for stream in (sys.stdout, sys.stderr)):
        _fresh_streams()  # an earlier cell has closed one, and IPython writes to both
    try:
        with limit:
            result = shell.run_plain(source) if plain else shell.run_cell(source, store_history=False)
        error = result.error_before_exec or result.error_in_exec
    except BaseException as raised:  # noqa: BLE001  whatever escaped the shell
        error = raised
    _flush()
    return {} if error is None else error_fields(error, shell)


def _parted(source: str, last_line: int) -> tuple[str, str]:
    """Return what stands before a line, and the rest on the same lines as before; 0: nothing stands before."""
    if not last_line:
        return "", source
    lines = source.split("\n")
    return "\n".join(lines[: last_line - 1]), "\n" * (last_line - 1) + "\n".join(lines[last_line - 1 :])
