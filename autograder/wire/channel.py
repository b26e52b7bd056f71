"""Frames on a pipe between the grader and a worker. This docstring is the protocol.

A frame is two lengths (4 bytes each, big-endian), a JSON object, and a body of bytes:

    | len(header) | len(body) | header: UTF-8 JSON object | body |

The header's "op" says what it is. The grader speaks first: "start", which the worker answers with "ready"; then one
step after another, each of which the worker ends with "done". A worker that asks waits for the answer, and while a
step goes on the grader sends nothing but answers. "bind", "keep" and "restore" stand between steps; they have no
answer. Values are encoded by autograder.wire.values, never pickled. A field with a ? may be missing. In a session
(mode "session") there are no captures, no seeds are asked for and nothing is bound: `check` compares in the worker.

From the grader to the worker:

    start       prepare yourself; the body: the files, one after another
      mode          "capture": a graded run; "session": as a student's own session, with released values
      device        "cpu" or "cuda"
      rules         what is forbidden: [[full dotted name, reason, whether also below Python] ...]
      threads       of torch
      double        whether float64 takes the place of torch's float32
      cell_s        seconds after which a cell is interrupted
      memory_mb     of the device's memory, what the run may use
      capture_mb    the largest encoded value
      seeds         of the generators of torch, numpy and random: [int, int, int]
      files         what the body holds: [[relative path, bytes] ...]
    step        run this source code; the body: UTF-8
      check         whether it is part of a check cell
      student       whether it is the student's own text
      seeds         {case: int}: of the cases that it is known to ask for
      last          the line of the statement that checks, if others stand before it; else 0
      guard         [variable ...]: arguments in which a change in place is noticed
      undo          whether such a change is put back
    go          the answer to "capture"; with `bind`, the body: the value that takes the place of the captured one
      bind?         true: there is such a value
      given?        with `bind`: the student's value was wrong; else it was right but for rounding
    seed        the answer to "seed"
      seed          int
    bind        after a step: a variable that it should have checked and did not; the body: its value
      name          the variable
    keep        keep the namespace, the contents of what `reads` reach, and the settings as they are
      cell          under this name
      reads         [variable ...]
    restore     put back what was kept
      cell          under this name
    branch      fork: the fork goes on with the conversation, up to its "end"; then this process says "joined", and goes
                on from where it was (the author's own code only: see run/branches.py)
    end         there are no more steps

From the worker to the grader:

    ready       the answer to "start"
      open?         [text ...]: rules that are kept in name only
      error?        why it cannot run here; then it ends
    capture     a value at a check; the body: the value. It is answered by "go", unless it is neither a variable's value
                nor an error and comes from a check cell
      name          of the check
      variable      whether the name is that of the variable that holds the value
      options       weight, rtol, atol, at_most, at_least: [number or null, ...]
      error?        there is no value: what computing or encoding it raised
      trace?        with `error`: the student's own lines that the exception came through
    seed        what is the seed of this case?
      case          its name
    output      a cell has shown something; the body: its bytes
      kind          "text", "error", "png"; in a session also "html"
      id?           its display_id: in a session it takes the place of an earlier output of the same one
      update?       with `id`: whether the student's code called it an update; the grader does not look at it
    done        the step is over
      error         "ValueError: message" of what it raised, or null
      trace?        with an error: as of "capture"
      changed       [variable ...]: of `guard`, those that were changed in place
    joined      the fork has ended
      code          its exit code, negative: the signal
      files         whether it has left other files behind than there were

A trace is [[step, file, line, columns, repeats, operands] ...], as model.TraceLine says: `step` is the number that the
worker has counted for it, as text, in place of a cell; `columns` [first, after] or null; `operands` [[name, shape or
null, kind] ...]. autograder.wire.traces writes and reads it.

The worker's side trusts the grader; the grader's side (`Decoder`) trusts nothing: sizes are checked before anything
is kept, and the first malformed byte ends the conversation with ChannelError.
"""

from __future__ import annotations

import json
import os
import struct
from dataclasses import dataclass
from typing import Any

__all__ = ["ChannelError", "Decoder", "Frame", "pack", "read_frame", "write_frame"]

_LENGTHS = struct.Struct(">II")
_MAX_HEADER = 64 * 1024
_FRAME = 1024  # what a frame costs besides its bytes: a flood of empty ones must end as well


class ChannelError(Exception):
    """The other side broke the protocol, or is gone."""


@dataclass(frozen=True, slots=True)
class Frame:
    """One message."""

    header: dict[str, Any]
    body: bytes = b""


def pack(header: dict[str, Any], body: bytes = b"") -> bytes:
    """Return the bytes of one frame."""
    head = json.dumps(header, separators=(",", ":")).encode()
    return _LENGTHS.pack(len(head), len(body)) + head + body


def write_frame(descriptor: int, header: dict[str, Any], body: bytes = b"") -> None:
    """Write one frame, blocking. The worker's side."""
    view = memoryview(pack(header, body))
    while view:
        view = view[os.write(descriptor, view) :]


def read_frame(descriptor: int) -> Frame:
    """Read one frame, blocking; ChannelError at the end of the file. The worker's side."""
    head, body = _LENGTHS.unpack(_read(descriptor, _LENGTHS.size))
    return Frame(json.loads(_read(descriptor, head)), _read(descriptor, body))


def _read(descriptor: int, size: int) -> bytes:
    parts = []
    while size:
        part = os.read(descriptor, min(size, 1 << 20))
        if not part:
            raise ChannelError("the grader closed the channel")
        parts.append(part)
        size -= len(part)
    return b"".join(parts)


class Decoder:
    """Takes bytes as they arrive and gives whole frames; trusts nothing. The grader's side."""

    def __init__(self, *, max_body: int, max_total: int) -> None:
        """Bound one frame's body, and the bytes of all frames together; each counts as a kilobyte more."""
        self._max_body = max_body
        self._left = max_total
        self._buffer = bytearray()

    def feed(self, data: bytes) -> list[Frame]:
        """Return the frames that are complete now; ChannelError at the first that is malformed."""
        self._left -= len(data)
        if self._left < 0:
            raise ChannelError("more data than a notebook may send")
        self._buffer += data
        frames = []
        while len(self._buffer) >= _LENGTHS.size:
            head, body = _LENGTHS.unpack_from(self._buffer)
            if head > _MAX_HEADER or body > self._max_body:
                raise ChannelError("a message over the size limit")
            start, end = _LENGTHS.size + head, _LENGTHS.size + head + body
            if len(self._buffer) < end:
                break
            frames.append(Frame(_header(bytes(self._buffer[_LENGTHS.size : start])), bytes(self._buffer[start:end])))
            del self._buffer[:end]
        self._left -= _FRAME * len(frames)
        return frames


def _header(data: bytes) -> dict[str, Any]:
    try:
        header = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise ChannelError("a malformed message") from error
    if not isinstance(header, dict) or not isinstance(header.get("op"), str):
        raise ChannelError("a malformed message")
    return header
