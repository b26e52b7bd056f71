"""The grader's side of the channel to one worker, and what it has heard.

Every byte that arrives is treated as hostile: sizes are bounded, a malformed frame ends the run, nothing
is waited for beyond its limit.
"""

from __future__ import annotations

import os
import selectors
import time
from typing import Any

from autograder.isolation import Child
from autograder.model import Binding, Capture, CheckOptions, Step, trace_key
from autograder.run.heard import Heard
from autograder.run.job import Job
from autograder.wire.channel import ChannelError, Decoder, Frame, pack

__all__ = ["BROKEN", "ENDED", "GRACE_S", "Conversation", "Stopped", "UnpreparedError"]

GRACE_S = 3.0  # the worker interrupts a slow cell itself; after this it is killed
_READY_S = 60.0
_SHOWING = {"output", "done", "joined"}
_OUTPUT_KINDS = {"text", "png", "html", "error"}
ENDED = "ended"
BROKEN = "The run was stopped: it sent something to the grader that is no answer."


class Stopped(Exception):  # noqa: N818  not an error: the run is over before its end
    """The run cannot go on; the message is for the student."""


class UnpreparedError(Stopped):
    """The worker could not prepare itself: a device is not there any more, or has no room. It is no student's fault."""


class Conversation:
    """The grader's side of the channel, and what it has heard."""

    def __init__(self, child: Child, job: Job) -> None:
        self._child, self._job = child, job
        self._decoder = self._new_decoder()
        self._frames: list[Frame] = []
        self._pending = bytearray()
        self._open()
        self._end = self._wall_limit()
        self._step: Step | None = None
        self.heard = Heard(int(job.limits.output_mb * 2**20))
        self.open_rules: tuple[str, ...] = ()

    def _new_decoder(self) -> Decoder:
        body = int(self._job.limits.capture_mb * 2**20)
        return Decoder(max_body=body, max_total=2 * body + 64 * 2**20)

    def _wall_limit(self) -> float:
        return time.monotonic() + self._job.limits.wall_s + GRACE_S + _READY_S

    @property
    def current(self) -> str:
        """The cell that runs now, or ran last."""
        return self._step.cell_id if self._step else ""

    def close(self) -> None:
        """Let go of the selector; the child's descriptors are the child's."""
        self._selector.close()

    # -- the conversation

    def start(self) -> None:
        """Tell the worker what it needs to know, and wait until it is ready."""
        job = self._job
        self.send(
            {
                "op": "start",
                "mode": job.mode,
                "device": job.device,
                "rules": [[rule.name, rule.reason, rule.kernels] for rule in job.rules],
                "threads": job.numerics.threads,
                "double": job.numerics.double,
                "cell_s": job.limits.cell_s,
                "memory_mb": job.limits.memory_mb,
                "capture_mb": job.limits.capture_mb,
                "seeds": [job.seed("", hidden=False) + offset for offset in job.numerics.global_seeds],
                "files": [[name, len(data)] for name, data in job.files.items()],
            },
            b"".join(job.files.values()),
        )
        frame = self._receive(time.monotonic() + _READY_S)
        open_rules = frame.header.get("open", [])
        if frame.header["op"] != "ready" or not isinstance(open_rules, list):
            raise Stopped(BROKEN)
        error = frame.header.get("error")
        if isinstance(error, str):  # so far no code of a student's has run: this is true
            raise UnpreparedError(_readable(error))
        self.open_rules = tuple(_readable(str(rule)) for rule in open_rules)  # said before any code of a student's ran

    def run(self, step: Step) -> None:
        """Run one step; Stopped if the run is over.

        The next one is sent when this one is done, and not before: what a step prints comes by another pipe than
        its end, and would else be taken for the next one's or the other way round.
        """
        self._step = step
        began = time.monotonic()
        deadline = began + self._job.limits.cell_s + GRACE_S
        checked: set[str] = set()
        if step.restores:
            self.send({"op": "restore", "cell": step.cell_id})
        cell = self.heard.begin(step)
        may_change = self._job.follow_through.may_change(step.location) if step.check else ()
        guarded = [name for name in step.names if name not in may_change]
        self.send(self._step_header(step, guarded), step.source.encode("utf-8", "replace"))
        try:
            while (frame := self._receive(deadline)).header["op"] != "done":
                self._answer(frame, step, checked)
        finally:
            cell.seconds += time.monotonic() - began
        error = frame.header.get("error")
        if isinstance(error, str):
            self.heard.note_error(step, _readable(error), frame.header.get("trace"))
        changed = frame.header.get("changed")
        if isinstance(changed, list) and (names := tuple(name for name in guarded if name in changed)):
            self.heard.changed[step.location] = names
        if step.check and not step.hidden:
            for name, data in self._job.follow_through.unseen_variables(step.location, checked).items():
                self.heard.given = True
                self.send({"op": "bind", "name": name}, data)
        if step.keeps is not None:
            self.send({"op": "keep", "cell": step.cell_id, "reads": list(step.keeps)})

    def branch(self) -> None:
        """Have the worker fork: its fork goes on with the steps, until `join`."""
        self.send({"op": "branch"})
        self._end = self._wall_limit()

    def join(self) -> bool:
        """End the fork that goes on with the steps; its parent goes on. Tell whether that is where it was."""
        self.send({"op": "end"})
        frame = self._receive(time.monotonic() + GRACE_S)
        self._decoder = self._new_decoder()
        self._end = self._wall_limit()
        if frame.header["op"] != "joined":
            raise Stopped(BROKEN)
        return frame.header.get("code") == 0 and frame.header.get("files") is False

    def _step_header(self, step: Step, guarded: list[str]) -> dict[str, Any]:
        return {
            "op": "step",
            "check": step.check,
            "student": step.student,
            "seeds": {case: self._seed(case, step) for case in step.cases},
            "last": step.last,
            "guard": guarded,
            "undo": self._job.follow_through.undo,
        }

    def _answer(self, frame: Frame, step: Step, checked: set[str]) -> None:
        operation = frame.header["op"]
        if operation == "output":
            self._show(frame, step)
        elif operation == "seed" and isinstance(frame.header.get("case"), str):
            self.send({"op": "seed", "seed": self._seed(frame.header["case"], step)})
        elif operation == "capture":
            self._capture(frame, step, checked)
        else:
            raise Stopped(BROKEN)

    def _seed(self, case: str, step: Step) -> int:
        """Return a case's seed; a public cell that asks for a hidden one's gets another: none knows the input early."""
        return self._job.seed(case, hidden=step.hidden)

    def _capture(self, frame: Frame, step: Step, checked: set[str]) -> None:
        header = frame.header
        name, error = header.get("name"), header.get("error")
        if not isinstance(name, str) or not isinstance(error, str | None):
            raise Stopped(BROKEN)
        follow_through = self._job.follow_through
        awaited = error is not None or header.get("variable") is True or not step.check
        replacement: Binding | None = None
        if step.check and name not in self.heard.captures and follow_through.accepts(step.location, name):
            capture = Capture(
                name=name,
                cell_id=step.cell_id,
                location=step.location,
                hidden=step.hidden,
                variable=header.get("variable") is True,
                value=frame.body if error is None else None,
                error=_readable(error) if error is not None else None,
                options=_options(header.get("options")),
            )
            self.heard.captures[name] = capture
            if capture.error is not None:
                self.heard.note_trace(step, trace_key(name), header.get("trace"))
            replacement = None if step.hidden else follow_through.replacement(capture)
            if awaited or replacement is None:
                checked.add(name)  # else the variable is bound after the statement
        if awaited and replacement is not None:
            if replacement.given:
                self.heard.given = True
                self.heard.note_given(step)
            self.send({"op": "go", "bind": True, "given": replacement.given}, replacement.data)
        elif awaited:
            self.send({"op": "go"})

    def _show(self, frame: Frame, step: Step) -> None:
        kind, display_id, in_session = frame.header.get("kind"), frame.header.get("id"), self._job.mode == "session"
        if not isinstance(kind, str) or not isinstance(display_id, str | None) or kind not in _OUTPUT_KINDS:
            raise Stopped(BROKEN)
        if kind == "html" and not in_session:
            raise Stopped(BROKEN)
        if not step.hidden:
            display_id = display_id if in_session else None
            self.heard.cells[step.cell_id].show(kind, frame.body, display_id)

    def send(self, header: dict[str, Any], body: bytes = b"") -> None:
        """Queue a frame; it leaves while answers are awaited."""
        self._pending += pack(header, body)
        self._write()

    # -- bytes: where pipes cannot be waited for, a launcher's own class does this

    def _open(self) -> None:
        """Make ready to write to the worker, and to read from three pipes."""
        child = self._child
        self._selector = selectors.DefaultSelector()
        self._streams = {child.stdout: "stdout", child.stderr: "stderr"}
        for descriptor in (child.from_worker, child.stdout, child.stderr):
            os.set_blocking(descriptor, False)
            self._selector.register(descriptor, selectors.EVENT_READ)
        os.set_blocking(child.to_worker, False)

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
        """Return the next frame; Stopped at the deadline, at the end of the file, or if it is malformed."""
        deadline = min(deadline, self._end)
        while not self._frames:
            remaining = deadline - time.monotonic()
            if remaining <= 0:
                raise Stopped(
                    f"The cell '{self.current}' ran for more than {self._job.limits.cell_s:g} s and was stopped."
                )
            self._wait(remaining)
        frame = self._frames.pop(0)
        if frame.header["op"] in _SHOWING:  # what was printed before it belongs before it
            self._drain()
        return frame

    def _wait(self, seconds: float) -> None:
        """Wait at most so long for the next bytes, and take them."""
        for key, _ in self._selector.select(seconds):
            if key.fd == self._child.to_worker:
                self._write()
            elif key.fd == self._child.from_worker:
                self._read_frames()
            else:
                self._read_stream(key.fd)

    def _drain(self) -> None:
        """Take what has been printed so far."""
        for descriptor in self._streams:
            self._read_stream(descriptor)

    def _read_frames(self) -> None:
        try:
            data = os.read(self._child.from_worker, 1 << 20)
        except BlockingIOError:
            return
        self._decode(data)

    def _decode(self, data: bytes) -> None:
        """Take bytes of the worker's frames; none: it has closed the channel."""
        if not data:
            raise Stopped(ENDED)
        try:
            self._frames += self._decoder.feed(data)
        except ChannelError as error:
            raise Stopped(BROKEN) from error

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
            if self._step is not None and not self._step.hidden and self._step.cell_id in self.heard.cells:
                self.heard.cells[self._step.cell_id].show(self._streams[descriptor], data, None)


def _readable(error: str) -> str:
    """Return a bounded text that any file can hold: JSON may bring half a character."""
    return error[:4000].encode("utf-8", "replace").decode()


def _options(raw: object) -> CheckOptions:
    """Read a check's options; they count only in the reference's run."""
    if isinstance(raw, list) and len(raw) == 5 and all(isinstance(item, float | None) or _small(item) for item in raw):
        weight, rtol, atol, at_most, at_least = raw
        return CheckOptions(1.0 if weight is None else float(weight), rtol, atol, at_most, at_least)
    return CheckOptions()


def _small(number: object) -> bool:
    """Tell whether this is an integer that a float can hold."""
    return isinstance(number, int) and abs(number) < 2**63
