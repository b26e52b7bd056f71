"""Frames: what the grader's side accepts from a worker that nobody trusts."""

from __future__ import annotations

import os
import struct

import pytest

from autograder.channel import ChannelError, Decoder, pack, read_frame, write_frame


def test_frames_survive_any_cutting() -> None:
    """Frames arrive whole however the pipe cuts them."""
    data = pack({"op": "a"}, b"body") + pack({"op": "b", "n": 1})
    decoder = Decoder(max_body=100, max_total=10_000)
    found = [frame for byte in data for frame in decoder.feed(bytes([byte]))]
    assert [(frame.header, frame.body) for frame in found] == [
        ({"op": "a"}, b"body"),
        ({"op": "b", "n": 1}, b""),
    ]


def test_worker_side_round_trip() -> None:
    """What one side writes the other reads."""
    read, write = os.pipe()
    write_frame(write, {"op": "x"}, b"123")
    frame = read_frame(read)
    assert (frame.header, frame.body) == ({"op": "x"}, b"123")
    os.close(write)
    with pytest.raises(ChannelError):
        read_frame(read)
    os.close(read)


@pytest.mark.parametrize(
    "data",
    [
        struct.pack(">II", 2**31, 0),
        struct.pack(">II", 2, 2**31) + b"{}",
        struct.pack(">II", 3, 0) + b"{,}",
        struct.pack(">II", 2, 0) + b"[]",
        struct.pack(">II", 2, 0) + b"{}",
        struct.pack(">II", 8, 0) + b'{"op":3}',
        struct.pack(">II", 4, 0) + b"\xff\xfe\xfd\xfc",
        struct.pack(">II", 60_000, 0) + b"[" * 60_000,
        b"GET / HTTP/1.1\r\n\r\n",
    ],
)
def test_malformed_frames_end_the_conversation(data: bytes) -> None:
    """Lying sizes, broken JSON, JSON that is no object, no operation: all one error, nothing else."""
    with pytest.raises(ChannelError):
        Decoder(max_body=1000, max_total=10**6).feed(data)


def test_total_is_bounded() -> None:
    """Many small frames are bounded like one large one, and the smallest by their number."""
    for max_total, frame in ((5000, pack({"op": "a"}, b"x" * 100)), (100_000, pack({"op": "a"}))):
        decoder = Decoder(max_body=1000, max_total=max_total)
        with pytest.raises(ChannelError, match="more data"):
            for _ in range(200):
                decoder.feed(frame)
