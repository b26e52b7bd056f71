"""Frames on a pipe between the grader and a worker. This docstring is the protocol.

A frame is two lengths (4 bytes each, big-endian), a JSON object, and a body of bytes:

    | len(header) | len(body) | header: UTF-8 JSON object | body |

The grader speaks first. A worker that asks waits for its answer: after a seed, after the end of a step, and after
a capture that is a variable's value or an error, for which the grader may have another value, or that comes from
outside of a check cell.

    grader -> worker                                body
    {"op": "start", "device", "rules", "threads", "double", -
     "cell_s", "memory_mb", "capture_mb",
     "files": [[name, size]...]}                  the files, one after another
    {"op": "step", "check", "student",              source code, UTF-8
     "seeds": {case: int}, "last": line,
     "guard": [variable...], "undo"}
    {"op": "go"}                                    -            answer to such a capture
    {"op": "go", "bind": true, "given"}             value        the same, and rebind the variable
    {"op": "seed", "seed": int}                     -            answer to "seed"
    {"op": "bind"}                                  dict         after a step: variables that no check saw
    {"op": "keep", "cell", "reads": [variable...]}  -            keep the namespace, the contents of what these
                                                                 reach, and the settings as they are
    {"op": "restore", "cell"}                       -            put back what was kept under this name
    {"op": "end"}                                   -

    worker -> grader
    {"op": "ready", "open", "error"?}               -            answer to "start"; rules that are kept in name
                                                                 only; an error: it cannot run here
    {"op": "capture", "name", "variable", "options"}             value; or "error" in the header and no body
    {"op": "seed", "case"}                          -            what is the seed of this case?
    {"op": "output", "kind"}                        bytes        text or a picture that the cell showed
    {"op": "done", "error", "changed"}              -            the step is over; guarded variables changed in place

Values are encoded by autograder.wire.values, never pickled. The worker's side trusts the grader; the
grader's side (`Decoder`) trusts nothing: sizes are checked before anything is kept, and the first
malformed byte ends the conversation with ChannelError.
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
