"""One run of one notebook: steps go in, a `Run` comes out.

In: steps, a launcher (which gives a child process), limits, and the two things that a run may ask
for: seeds and the grader's answers. Out: what was captured, what each cell showed, how it ended.
Does NOT compare or score, and does not know what isolates the child.

Every byte that the child sends is treated as hostile: sizes are bounded, a malformed frame ends the
run, the child is never waited for beyond its limits.
"""

from __future__ import annotations

import os
import selectors
import time
from collections.abc import Callable, Collection, Mapping, Sequence
from contextlib import closing, suppress
from dataclasses import dataclass, field
from typing import Any, Literal, Protocol

from autograder import values
from autograder.channel import ChannelError, Decoder, Frame, pack
from autograder.isolation import Child, Launcher
from autograder.model import Capture, CellRun, CheckOptions, Exit, Limits, Output, Rule, Run, Step

__all__ = ["Answers", "Job", "run_steps"]

_GRACE_S = 3.0  # the worker interrupts a slow cell itself; after this it is killed
_READY_S = 60.0
_OUTPUT_KINDS = {"text", "png", "html", "error"}


class Answers(Protocol):
    """What the grader says to a run while it runs."""

    def accepts(self, place: str, name: str) -> bool:
        """Tell whether a check of this name belongs to this statement."""

    def reply(self, capture: Capture) -> object | None:
        """Return the value that the variable gets instead, None to let it be."""

    def unseen(self, place: str, seen: Collection[str]) -> Mapping[str, object]:
        """Return the variables that a statement should have checked but did not, with their values."""


@dataclass(frozen=True, slots=True)
class Job:
    """What a run is given."""

    steps: Sequence[Step]
    limits: Limits
    seed: Callable[[str], int]
    answers: Answers
    rules: Sequence[Rule] = ()
    files: Mapping[str, bytes] = field(default_factory=dict)
    device: str = "cpu"
    threads: int = 1
    mode: Literal["capture", "session"] = "capture"


class _Stopped(Exception):  # noqa: N818  not an error: the run is over before its end
    """The run cannot go on; the message is for the student."""


def run_steps(job: Job, launcher: Launcher) -> Run:
    """Run the steps in a fresh child; RunnerError or IsolationError if none can be had."""
    began = time.monotonic()
    stop: str | None = None
    with launcher.spawn(job.limits) as child, closing(_Conversation(child, job)) as talk:
        try:
            talk.start()
            for step in job.steps:
                talk.run(step)
            talk.send({"op": "end"})
        except _Stopped as stopped:
            stop = str(stopped)
        ended = _end(child, at_once=stop not in (None, _ENDED))
    if stop is not None:
        stop = _in_words(stop, ended, job.limits, talk.current)
    return Run(
        captures=talk.captures,
        cells=tuple(talk.cell_runs()),
        errors=talk.errors,
        stop=stop,
        exit=ended,
        level=launcher.level,
        device=job.device,
        seconds=time.monotonic() - began,
    )


def _end(child: Child, *, at_once: bool) -> Exit:
    """Wait for the child's end; one that does not end by itself is killed."""
    if not at_once:
        with suppress(TimeoutError):
            return child.wait(_GRACE_S)
    child.kill()
    return child.wait(10.0)


_ENDED = "ended"


def _in_words(stop: str, ended: Exit, limits: Limits, cell: str) -> str:
    """Say to the student why the run did not reach its end."""
    where = f" in cell '{cell}'" if cell else ""
    if ended.reason == "wall":
        return f"The notebook ran for more than {limits.wall_s:g} s and was stopped{where}."
    if ended.reason == "cpu":
        return f"The notebook used more than {limits.cpu_s:g} s of computing time and was stopped{where}."
    if ended.reason == "memory":
        return f"The notebook used more than the {limits.memory_mb} MB of memory it may and was stopped{where}."
    if ended.reason == "disk":
        return f"The notebook wrote more than the {limits.scratch_mb} MB of files it may and was stopped{where}."
    if ended.reason == "setup":
        return f"The run could not be prepared: {ended.detail}"
    if stop != _ENDED:
        return stop
    if ended.code is not None and ended.code < 0:
        return f"The Python process crashed{where} (signal {-ended.code})."
    return f"The Python process ended{where}. Does the code call exit() or os._exit()?"


class _Conversation:
    """The grader's side of the channel, and what it has heard."""

    def __init__(self, child: Child, job: Job) -> None:
        self._child, self._job = child, job
        body = int(job.limits.capture_mb * 2**20)
        self._decoder = Decoder(max_body=body, max_total=2 * body + 64 * 2**20)
        self._frames: list[Frame] = []
        self._pending = bytearray()
        self._selector = selectors.DefaultSelector()
        self._streams = {child.stdout: "stdout", child.stderr: "stderr"}
        for descriptor in (child.from_worker, child.stdout, child.stderr):
            os.set_blocking(descriptor, False)
            self._selector.register(descriptor, selectors.EVENT_READ)
        os.set_blocking(child.to_worker, False)
        self._end = time.monotonic() + job.limits.wall_s + _GRACE_S + _READY_S
        self._step: Step | None = None
        self._cells: dict[str, _Cell] = {}
        self.captures: dict[str, Capture] = {}
        self.errors: dict[str, str] = {}

    @property
    def current(self) -> str:
        """The cell that runs now, or ran last."""
        return self._step.cell_id if self._step else ""

    def close(self) -> None:
        """Let go of the selector; the child's descriptors are the child's."""
        self._selector.close()

    def cell_runs(self) -> list[CellRun]:
        """Return what happened in each cell, in the order of their first statements."""
        return [CellRun(cell_id, cell.seconds, cell.error, cell.outputs()) for cell_id, cell in self._cells.items()]

    # -- the conversation

    def start(self) -> None:
        """Tell the worker what it needs to know, and wait until it is ready."""
        job = self._job
        self.send(
            {
                "op": "start",
                "mode": job.mode,
                "device": job.device,
                "rules": [[rule.name, rule.reason] for rule in job.rules],
                "threads": job.threads,
                "cell_s": job.limits.cell_s,
                "capture_mb": job.limits.capture_mb,
                "seed": job.seed(""),
                "files": [[name, len(data)] for name, data in job.files.items()],
            },
            b"".join(job.files.values()),
        )
        frame = self._receive(time.monotonic() + _READY_S)
        if frame.header["op"] != "ready":
            raise _Stopped(_BROKEN)

    def run(self, step: Step) -> None:
        """Run one step; _Stopped if the run is over."""
        self._step = step
        cell = self._cells.setdefault(step.cell_id, _Cell(int(self._job.limits.output_mb * 2**20)))
        began = time.monotonic()
        deadline = began + self._job.limits.cell_s + _GRACE_S
        seen: set[str] = set()
        self.send({"op": "step", "check": step.check}, step.source.encode("utf-8", "replace"))
        try:
            while (frame := self._receive(deadline)).header["op"] != "done":
                self._answer(frame, step, seen)
        finally:
            cell.seconds += time.monotonic() - began
        error = frame.header.get("error")
        if isinstance(error, str):
            self._note_error(step, cell, error[:4000])
        if step.check and not step.hidden:
            found = self._job.answers.unseen(step.place, seen)
            if found:
                self.send({"op": "bind"}, values.encode(dict(found)))

    def _note_error(self, step: Step, cell: _Cell, error: str) -> None:
        if step.check:
            self.errors[step.place] = error
        if not step.hidden:
            cell.error = cell.error or error

    def _answer(self, frame: Frame, step: Step, seen: set[str]) -> None:
        operation = frame.header["op"]
        if operation == "output":
            self._show(frame, step)
        elif operation == "seed" and isinstance(frame.header.get("case"), str):
            self.send({"op": "seed", "seed": self._job.seed(frame.header["case"])})
        elif operation == "capture":
            self._capture(frame, step, seen)
        else:
            raise _Stopped(_BROKEN)

    def _capture(self, frame: Frame, step: Step, seen: set[str]) -> None:
        header = frame.header
        name, error = header.get("name"), header.get("error")
        if not isinstance(name, str) or not isinstance(error, str | None):
            raise _Stopped(_BROKEN)
        answers = self._job.answers
        replacement = None
        if step.check and name not in self.captures and answers.accepts(step.place, name):
            seen.add(name)
            capture = Capture(
                name=name,
                cell_id=step.cell_id,
                place=step.place,
                hidden=step.hidden,
                variable=header.get("variable") is True,
                value=frame.body if error is None else None,
                error=error[:4000] if error is not None else None,
                options=_options(header.get("options")),
            )
            self.captures[name] = capture
            replacement = None if step.hidden else answers.reply(capture)
        if replacement is None:
            self.send({"op": "go"})
        else:
            self.send({"op": "go", "bind": True}, values.encode(replacement))

    def _show(self, frame: Frame, step: Step) -> None:
        kind = frame.header.get("kind")
        if kind not in _OUTPUT_KINDS or (kind == "html" and self._job.mode != "session"):
            raise _Stopped(_BROKEN)
        if not step.hidden:
            display_id = frame.header.get("id") if self._job.mode == "session" else None
            self._cells[step.cell_id].show(kind, frame.body, display_id)

    # -- bytes

    def send(self, header: dict[str, Any], body: bytes = b"") -> None:
        """Queue a frame; it leaves while answers are awaited."""
        self._pending += pack(header, body)
        self._write()

    def _write(self) -> None:
        try:
            while self._pending:
                del self._pending[: os.write(self._child.to_worker, self._pending[: 1 << 16])]
        except BlockingIOError:
            pass
        except OSError:
            self._pending.clear()  # the reader is gone: its end of the channel says so too
        registered = self._child.to_worker in self._selector.get_map()
        if self._pending and not registered:
            self._selector.register(self._child.to_worker, selectors.EVENT_WRITE)
        elif registered and not self._pending:
            self._selector.unregister(self._child.to_worker)

    def _receive(self, deadline: float) -> Frame:
        """Return the next frame; _Stopped at the deadline, at the end of the file, or if it is malformed."""
        deadline = min(deadline, self._end)
        while not self._frames:
            left = deadline - time.monotonic()
            if left <= 0:
                message = f"The cell '{self.current}' ran for more than {self._job.limits.cell_s:g} s and was stopped."
                raise _Stopped(message)
            for key, _ in self._selector.select(left):
                if key.fd == self._child.to_worker:
                    self._write()
                elif key.fd == self._child.from_worker:
                    self._read_frames()
                else:
                    self._read_stream(key.fd)
        for descriptor in self._streams:  # what was printed before this frame belongs before it
            self._read_stream(descriptor)
        return self._frames.pop(0)

    def _read_frames(self) -> None:
        try:
            data = os.read(self._child.from_worker, 1 << 20)
        except BlockingIOError:
            return
        if not data:
            raise _Stopped(_ENDED)
        try:
            self._frames += self._decoder.feed(data)
        except ChannelError as error:
            raise _Stopped(_BROKEN) from error

    def _read_stream(self, descriptor: int) -> None:
        """Take what the student's code printed; keep a bounded part of it."""
        if descriptor not in self._selector.get_map():
            return
        for _ in range(16):  # at most 1 MB at a time: an endless writer must not hold the grader
            try:
                data = os.read(descriptor, 1 << 16)
            except BlockingIOError:
                return
            if not data:
                self._selector.unregister(descriptor)
                return
            if self._step is not None and not self._step.hidden and self._step.cell_id in self._cells:
                self._cells[self._step.cell_id].show(self._streams[descriptor], data, None)


_BROKEN = "The run was stopped: it sent something to the grader that is no answer."


def _options(raw: object) -> CheckOptions:
    """Read a check's options; they count only in the reference's run."""
    if isinstance(raw, list) and len(raw) == 5 and all(isinstance(item, int | float | None) for item in raw):
        weight, rtol, atol, at_most, at_least = raw
        return CheckOptions(1.0 if weight is None else float(weight), rtol, atol, at_most, at_least)
    return CheckOptions()


class _Cell:
    """What one cell has shown so far, within its limit."""

    def __init__(self, limit: int) -> None:
        self.seconds = 0.0
        self.error: str | None = None
        self._shown: list[tuple[str, bytearray]] = []
        self._left = limit
        self._ids: dict[str, int] = {}

    def show(self, kind: str, data: bytes, display_id: str | None) -> None:
        """Add one output; after the limit a single line says that the rest is left out."""
        if self._left <= 0:
            return
        self._left -= max(len(data), 64)
        if self._left <= 0:
            kind, data, display_id = "stderr", b"... (the rest of this cell's output was left out)\n", None
        if display_id is not None and display_id in self._ids:
            self._shown[self._ids[display_id]] = (kind, bytearray(data))
        elif kind in ("stdout", "stderr") and self._shown and self._shown[-1][0] == kind:
            self._shown[-1][1].extend(data)
        else:
            self._shown.append((kind, bytearray(data)))
            if display_id is not None:
                self._ids[display_id] = len(self._shown) - 1

    def outputs(self) -> tuple[Output, ...]:
        """Return what was shown, text decoded."""
        return tuple(
            Output("png", data=bytes(data)) if kind == "png" else Output(kind, data.decode("utf-8", "replace"))  # type: ignore[arg-type]
            for kind, data in self._shown
        )
