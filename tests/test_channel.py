"""Frames: what the grader's side accepts from a worker that nobody trusts."""

from __future__ import annotations

import itertools
import json
import os
import struct
import tracemalloc

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from autograder.wire.channel import ChannelError, Decoder, Frame, pack, read_frame, write_frame


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


# ---------------------------------------------------------------- anything at all

MAX_BODY, MAX_TOTAL = 1000, 100_000
PLAIN = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=5,
)
FRAMES = st.lists(
    st.tuples(
        st.dictionaries(st.text(max_size=9), PLAIN, max_size=3),
        st.text(max_size=9),
        st.binary(max_size=80),
    ),
    max_size=6,
)
CUTS = st.lists(st.integers(0, 2000), max_size=12)
LENGTHS = st.tuples(st.integers(0, 2**32 - 1) | st.integers(0, 40), st.integers(0, 2**32 - 1) | st.integers(0, 40))
HEADERS = st.sampled_from([b"{}", b'{"op":"a"}', b'{"op":1}', b"[]", b'{"op":"a"', b"\xff"])
STREAMS = st.lists(
    st.one_of(
        st.binary(max_size=60),
        LENGTHS.map(lambda both: struct.pack(">II", *both)),
        st.tuples(HEADERS, st.binary(max_size=9)).map(
            lambda both: struct.pack(">II", len(both[0]), len(both[1])) + both[0] + both[1]
        ),
    ),
    max_size=8,
).map(b"".join)


def pieces(data: bytes, cuts: list[int]) -> list[bytes]:
    """Return the data, cut at these places."""
    locations = [0, *sorted(min(cut, len(data)) for cut in cuts), len(data)]
    return [data[begin:end] for begin, end in itertools.pairwise(locations)]


@given(FRAMES, CUTS)
def test_every_frame_arrives_however_it_is_cut(
    frames: list[tuple[dict[str, object], str, bytes]], cuts: list[int]
) -> None:
    """Frames of any header and body come out as they went in, and as soon as their last byte is there."""
    sent = [({**header, "op": operation}, body) for header, operation, body in frames]
    decoder = Decoder(max_body=MAX_BODY, max_total=MAX_TOTAL)
    data = b"".join(pack(header, body) for header, body in sent)
    found = [(frame.header, frame.body) for piece in pieces(data, cuts) for frame in decoder.feed(piece)]
    assert found == sent


@settings(max_examples=300)
@example(struct.pack(">II", 30, 0) + b'{"op":"a","n":' + b"9" * 16, [])
@example(struct.pack(">II", 20, 0) + '{"op":"a"}'.encode("utf-16-le"), [3])
@example(struct.pack(">II", 12, 0) + b'{"op":"a"}\0\0', [])
@example(struct.pack(">II", 0, 0) * 3, [])
@given(STREAMS, CUTS)
def test_any_bytes_are_frames_or_end_the_conversation(data: bytes, cuts: list[int]) -> None:
    """Nothing but ChannelError is raised, and where it is cut makes no difference to what comes before."""

    def heard(cut: list[int]) -> tuple[list[Frame], bool]:
        decoder, found = Decoder(max_body=MAX_BODY, max_total=MAX_TOTAL), list[Frame]()
        for piece in pieces(data, cut):
            try:
                found += decoder.feed(piece)
            except ChannelError:
                return found, True
        return found, False

    for frame in heard(list(range(len(data))))[0]:
        assert isinstance(frame.header["op"], str)
        assert json.dumps(frame.header)
        assert len(frame.body) <= MAX_BODY
    assert heard(cuts)[1] == heard(list(range(len(data))))[1]


@pytest.mark.parametrize(
    "data",
    [
        struct.pack(">II", 64 * 1024, 2**20) + b" " * 2**20,  # never complete
        struct.pack(">II", 64 * 1024, 0) + b'{"op":"a","b":[' + b"[]," * 20_000,
        pack({"op": "a"}, bytes(2**20)),
        pack({"op": "a", "b": [[]] * 2000}),
        pack({"op": "a"}),
    ],
    ids=["a body that never ends", "a header that never ends", "bodies", "lists in headers", "small ones"],
)
def test_memory_is_bounded(data: bytes) -> None:
    """However many bytes come, no more is kept than one frame may have, and what one reading of the pipe gives."""
    decoder = Decoder(max_body=2**20, max_total=2**24)
    tracemalloc.start()
    try:
        for _ in range(2**22 // len(data) + 10):
            decoder.feed(data)
    except ChannelError:
        pass
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 8 * 2**20
