"""values: whatever may cross the wall arrives unchanged; whatever may not is refused, in either direction."""

from __future__ import annotations

import collections
import contextlib
import enum
import json
import math
import struct
import sys
import time
import tracemalloc
import warnings
from collections.abc import Callable
from typing import Any, NoReturn

import hypothesis
import hypothesis.strategies as st
import numpy as np
import pytest
import torch
from safetensors.torch import save

from autograder.errors import ValueCodecError
from autograder.wire.values import decode, encode
from autograder.wire.values.layout import MAX_DEPTH

FAST = hypothesis.settings(
    max_examples=60, deadline=None, derandomize=True, suppress_health_check=list(hypothesis.HealthCheck)
)
DTYPES = [
    torch.float16,
    torch.bfloat16,
    torch.float32,
    torch.float64,
    torch.int8,
    torch.int16,
    torch.int32,
    torch.int64,
    torch.uint8,
    torch.bool,
]


def same(a: Any, b: Any) -> bool:
    """Return whether two values are of the same types and equal, NaN and the sign of 0 included."""
    if type(a) is not type(b):
        return False
    if isinstance(a, torch.Tensor):
        return a.dtype == b.dtype and a.shape == b.shape and torch.equal(_raw(a), _raw(b))
    if isinstance(a, np.ndarray):
        return same(torch.from_numpy(a), torch.from_numpy(b))
    if isinstance(a, list | tuple):
        return len(a) == len(b) and all(map(same, a, b))
    if isinstance(a, dict):
        return same(list(a), list(b)) and all(same(a[key], b[key]) for key in a)
    if isinstance(a, float):
        return struct.pack("d", a) == struct.pack("d", b) or (math.isnan(a) and math.isnan(b))
    return bool(a == b) and repr(sorted(map(repr, a))) == repr(sorted(map(repr, b))) if isinstance(a, set) else a == b


def _raw(tensor: torch.Tensor) -> torch.Tensor:
    return tensor.contiguous().reshape(-1).view(torch.uint8)


# ---------------------------------------------------------------- there and back

texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
ints = st.integers() | st.integers(-(2**2000), 2**2000) | st.sampled_from([2**63 - 1, 2**63, -(2**63), -(2**63) - 1])
scalars = st.none() | st.booleans() | ints | st.floats() | texts | st.binary(max_size=12)
hashables = st.recursive(
    st.none() | st.booleans() | ints | st.floats(allow_nan=False) | texts | st.binary(max_size=5),
    lambda inner: st.lists(inner, max_size=3).map(tuple),
    max_leaves=5,
)
values = st.recursive(
    scalars | st.lists(st.integers(-9, 9), max_size=20) | st.lists(st.floats(), max_size=20),
    lambda inner: (
        st.lists(inner, max_size=6)
        | st.lists(inner, max_size=4).map(tuple)
        | st.dictionaries(hashables, inner, max_size=4)
        | st.sets(hashables, max_size=4)
        | st.frozensets(hashables, max_size=4)
    ),
    max_leaves=20,
)


@FAST
@hypothesis.given(values)
def test_python_values_arrive_unchanged(value: object) -> None:
    """Types, order, NaN, -0.0, long ints: all is as it was."""
    assert same(decode(encode(value)), value)


@pytest.mark.parametrize("dtype", DTYPES)
@pytest.mark.parametrize("shape", [(), (0,), (1,), (3, 4), (2, 0, 5), (1, 1, 1, 7)])
def test_tensors_arrive_unchanged(dtype: torch.dtype, shape: tuple[int, ...]) -> None:
    """Dtype, shape and every bit, empty and 0-d tensors included."""
    value = (torch.randn(shape, generator=torch.Generator().manual_seed(1)) * 3).to(dtype)
    assert same(decode(encode({"x": [value]})), {"x": [value]})


def test_special_floats_arrive_unchanged() -> None:
    """NaN, infinities, -0.0 and subnormal numbers keep their bits."""
    for dtype in (torch.float16, torch.bfloat16, torch.float32, torch.float64):
        value = torch.tensor([math.nan, math.inf, -math.inf, -0.0, torch.finfo(dtype).tiny / 2], dtype=dtype)
        assert same(decode(encode(value)), value)


@pytest.mark.parametrize("name", ["float16", "float32", "float64", "int8", "int64", "uint8", "bool", ">f4", ">i2"])
def test_arrays_arrive_as_arrays(name: str) -> None:
    """An ndarray stays one, in native byte order."""
    value = np.array([[0, 1], [2, 3]], dtype=name)
    back = decode(encode(value))
    assert isinstance(back, np.ndarray)
    assert back.dtype == value.dtype.newbyteorder("=")
    assert np.array_equal(back, value)


@contextlib.contextmanager
def _default_dtype(dtype: torch.dtype) -> Any:
    before = torch.get_default_dtype()
    torch.set_default_dtype(dtype)
    try:
        yield
    finally:
        torch.set_default_dtype(before)


@contextlib.contextmanager
def _deterministic() -> Any:
    torch.use_deterministic_algorithms(True)
    try:
        yield
    finally:
        torch.use_deterministic_algorithms(False)


SETTINGS: dict[str, Callable[[], Any]] = {
    "no device": lambda: torch.device("meta"),
    "a device that is not there": lambda: torch.device("cuda"),
    "half": lambda: _default_dtype(torch.float16),
    "double": lambda: _default_dtype(torch.float64),
    "no gradients": torch.no_grad,
    "inference": torch.inference_mode,
    "autocast": lambda: torch.autocast("cpu"),
    "numpy raises": lambda: np.errstate(all="raise"),
    "deterministic": _deterministic,
    "anomalies": torch.autograd.detect_anomaly,
}


@pytest.mark.parametrize("setting", SETTINGS.values(), ids=SETTINGS)
@pytest.mark.filterwarnings("ignore:Anomaly Detection")
def test_global_settings_change_nothing(setting: Callable[[], Any]) -> None:
    """Whatever a student has set for torch and numpy, a value arrives as it is, warnings being errors."""
    leaf = torch.arange(6.0, requires_grad=True)
    value = {
        "leaf": leaf,
        "made": leaf.reshape(2, 3).T * 1e-30,
        "empty": torch.empty(0, 3),
        "half": torch.ones(2, dtype=torch.float16),
        "flags": torch.tensor([True, False]),
        "array": np.array([1e-320, 2.0]),
        "numbers": [1.5, 2.5, 3.5, 4.5, 5.5],
        "ids": [1, 2, 3, 4, 5],
        "text": "text",
        "number": 1e-320,
    }
    plain = encode(value)
    with setting():
        blob = encode(value)
        found = decode(blob)
    assert blob == plain
    assert isinstance(found, dict)
    tensors = [one for one in found.values() if isinstance(one, torch.Tensor)]
    assert {one.device.type for one in tensors} == {"cpu"}
    assert encode(found) == plain


def test_awkward_but_right_tensors_pass() -> None:
    """Graphs, strides, expansion, parameters, broadcast and read-only arrays don't matter: the numbers do."""
    x = torch.arange(12.0).reshape(3, 4)
    locked = np.arange(3.0)
    locked.flags.writeable = False
    cases = [
        (x.clone().requires_grad_() * 1, x),
        (x.t(), x.t().contiguous()),
        (x[:, ::2], x[:, ::2].clone()),
        (x[:1].expand(5, 4), x[:1].repeat(5, 1)),
        (torch.nn.Parameter(x), x),
        (torch.view_as_complex(torch.stack([x, x], -1)).conj().imag, -x),
        (np.broadcast_to(locked, (2, 3))[:, ::-1], np.array([[2.0, 1, 0], [2, 1, 0]])),
        (locked, np.arange(3.0)),
    ]
    for value, plain in cases:
        back = decode(encode(value))
        assert same(back, plain)
    with torch.inference_mode():
        assert same(decode(encode(x + 0)), x)


def test_a_captured_value_is_a_copy() -> None:
    """A change after the check does not reach the blob, nor one blob's value another's."""
    x = torch.zeros(3)
    blob = encode(x)
    x += 1
    first = decode(blob)
    assert isinstance(first, torch.Tensor)
    first += 5
    assert same(decode(blob), torch.zeros(3))


def test_a_bool_tensor_holds_only_0_and_1() -> None:
    """A bool viewed from other bytes is true, and is sent as 1."""
    odd = torch.tensor([0, 1, 2, 255], dtype=torch.uint8).view(torch.bool)
    assert decode(encode(odd)).tolist() == [False, True, True, True]  # type: ignore[attr-defined]
    assert same(decode(encode(odd.numpy())), np.array([False, True, True, True]))


def test_derived_classes_become_what_they_derive_from() -> None:
    """Counter, namedtuple, IntEnum, torch.Size and numpy scalars are what they hold."""
    point = collections.namedtuple("point", "x y")  # noqa: PYI024
    colour = enum.IntEnum("colour", "RED")
    cases = [
        (collections.Counter("aab"), {"a": 2, "b": 1}),
        (collections.OrderedDict(a=1), {"a": 1}),
        (collections.defaultdict(list, a=[1]), {"a": [1]}),
        (point(1, 2), (1, 2)),
        (torch.Size([2, 3]), (2, 3)),
        (colour.RED, 1),
        (np.float32(0.5), 0.5),
        (np.float64(0.1), 0.1),
        (np.int64(3), 3),
        (np.bool_(True), True),
        (np.str_("a"), "a"),
        ({np.int64(3): np.uint8(4)}, {3: 4}),
        ({(np.int64(3), colour.RED): 1}, {(3, 1): 1}),
    ]
    for value, plain in cases:
        assert same(decode(encode(value)), plain)


def test_token_ids_are_compact_and_fast() -> None:
    """A text of 465,000 ids takes 8 bytes an id and a fraction of a second."""
    ids = list(range(465_000))
    start = time.process_time()
    blob = encode(ids)
    back = decode(blob)
    assert time.process_time() - start < 1
    assert len(blob) < 8 * len(ids) + 500
    assert same(back, ids)


def test_many_chunks_and_merges_fit() -> None:
    """The tokenizer exercises' largest values are well within the limits."""
    value = {"merges": {(i, i + 1): 256 + i for i in range(20_000)}, "chunks": [" the"] * 60_000}
    assert same(decode(encode(value)), value)


# ---------------------------------------------------------------- what is refused, beside the student's code


class Lying(torch.Tensor):
    """A tensor that answers every question with yes."""

    @classmethod
    def __torch_function__(cls, *_: object, **__: object) -> bool:
        """Say yes."""
        return True


class Hostile:
    """An object all of whose methods end the process."""

    def _end(self, *_: object) -> NoReturn:
        raise SystemExit(0)

    __eq__ = __len__ = __iter__ = __getattribute__ = __repr__ = __str__ = _end
    __bool__ = __int__ = __float__ = __index__ = __reduce__ = __array__ = _end
    __hash__ = _end


class Pretender:
    """An object that says that it is a tensor."""

    @property
    def __class__(self) -> type:
        """Lie."""
        return torch.Tensor

    @__class__.setter
    def __class__(self, _: type) -> None: ...


def _masked() -> Any:
    """Make a class of which nothing can be asked (in here, for pytest asks each name of a module)."""

    class Meta(type):
        def __getattribute__(cls, name: str) -> NoReturn:
            raise SystemExit(name)

        def __instancecheck__(cls, _: object) -> NoReturn:
            raise SystemExit

        def __subclasscheck__(cls, _: object) -> NoReturn:
            raise SystemExit

    return Meta("Masked", (), {})


def _cycle() -> list[object]:
    items: list[object] = []
    items.append(items)
    return items


def _deep(levels: int) -> list[object]:
    items: list[object] = []
    for _ in range(levels):
        items = [items]
    return items


def _bomb() -> list[object]:
    items: list[object] = [1, "a"]
    for _ in range(20):
        items = [items] * 10
    return items


def _quantized() -> torch.Tensor:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # deprecated, but a student can still make one
        return torch.quantize_per_tensor(torch.ones(2), 0.1, 0, torch.qint8)


REFUSED: dict[str, tuple[Callable[[], Any], str]] = {
    "a lying tensor": (lambda: torch.zeros(2).as_subclass(Lying), "type Lying"),
    "an object": (Hostile, "type Hostile"),
    "a pretender": (Pretender, "type Pretender"),
    "a masked class": (_masked, "type Meta"),
    "a masked object": (lambda: type.__call__(_masked()), "type Masked"),
    "a cycle": (_cycle, "contains itself"),
    "a deep list": (lambda: _deep(100_000), "levels deep"),
    "a bomb": (_bomb, "parts"),
    "a huge view": (lambda: torch.zeros(1).expand(10**12), "too large"),
    "a huge array": (lambda: np.broadcast_to(np.zeros(1), (10**6, 10**6)), "too large"),
    "a huge empty tensor": (lambda: torch.empty(0, 10**14), "too large"),
    "many axes": (lambda: torch.zeros((1,) * 40), "40 axes"),
    "a huge text": (lambda: "a" * (2**20 + 1), "too large"),
    "many ints": (lambda: [0] * (2**17 + 1), "too large"),
    "a huge int": (lambda: 1 << 10**6, "bits"),
    "half a character": (lambda: "ab\ud800", "position 2"),
    "a complex tensor": (lambda: torch.zeros(2, dtype=torch.complex64), "complex64"),
    "a complex number": (lambda: 1j, "type complex"),
    "a sparse tensor": (lambda: torch.eye(2).to_sparse(), "sparse"),
    "a meta tensor": (lambda: torch.zeros(2, device="meta"), "meta"),
    "a quantized tensor": (_quantized, "quantized"),
    "an unsigned tensor": (lambda: torch.zeros(2, dtype=torch.uint16), "uint16"),
    "an object array": (lambda: np.array([object()], dtype=object), "object"),
    "a text array": (lambda: np.array(["a"]), "dtype str"),
    "a masked array": (lambda: np.ma.masked_array([1.0]), "MaskedArray"),
    "a function": (lambda: len, "forget to call"),
    "a lambda": (lambda: lambda: 0, "forget to call"),
    "a generator": (lambda: (i for i in range(3)), "list(...)"),
    "a range": (lambda: range(3), "list(...)"),
    "dict keys": (lambda: {}.keys(), "list(...)"),
    "a bytearray": (lambda: bytearray(b"a"), "bytes(...)"),
    "a layer": (lambda: torch.nn.Linear(1, 1), "its output"),
    "a class": (lambda: int, "not an object"),
    "NaN as a key": (lambda: {math.nan: 1}, "NaN"),
    "a tensor as a key": (lambda: {torch.zeros(1): 1}, "key"),
    "colliding keys": (lambda: dict.fromkeys(i * (2**61 - 1) for i in range(100)), "hash"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_encode_refuses_with_words(name: str) -> None:
    """What can't be checked is refused before it is copied or asked, with words for the student."""
    make, words = REFUSED[name]
    value = make()
    with pytest.raises(ValueCodecError) as caught:
        encode([1, {"a": value}], max_bytes=2**20)
    assert words in str(caught.value)
    assert str(caught.value).isprintable()


def test_derived_objects_run_no_code_of_their_own() -> None:
    """A list, dict, str, .. whose methods are overridden is read without them."""
    for base, held in (
        (list, [1]),
        (dict, {1: 2}),
        (str, "a"),
        (bytes, b"a"),
        (int, 7),
        (float, 0.5),
        (tuple, (1,)),
        (set, {1}),
    ):
        names = [n for n in vars(Hostile) if n.startswith("__") and callable(vars(Hostile)[n])]
        names += ["items", "keys", "values", "copy", "encode", "tolist"]
        methods = {name: Hostile._end for name in names if name not in {"__getattribute__", "__hash__"}}
        value = type("sly", (base,), methods)(held)
        assert same(decode(encode(value)), held)
    assert same(decode(encode(type("sly", (np.float64,), {"item": Hostile._end})(0.5))), 0.5)


def test_equal_keys_of_a_sly_class_are_refused() -> None:
    """Keys that pretend to differ are seen to be the same."""
    sly = type("sly", (str,), {"__hash__": lambda self: id(self), "__eq__": lambda *_: False})
    with pytest.raises(ValueCodecError, match="twice"):
        encode({sly("a"): 1, sly("a"): 2})


@pytest.mark.parametrize("end", [SystemExit, RuntimeError, GeneratorExit])
def test_a_patched_torch_gives_a_refusal(monkeypatch: pytest.MonkeyPatch, end: type[BaseException]) -> None:
    """Whatever a patched library raises becomes a ValueCodecError."""

    def patched(*_: object, **__: object) -> NoReturn:
        raise end

    monkeypatch.setattr(torch, "empty", patched)
    with pytest.raises(ValueCodecError, match=end.__name__):
        encode(torch.zeros(2))


def test_memory_errors_and_interrupts_pass(monkeypatch: pytest.MonkeyPatch) -> None:
    """Running out of memory and being interrupted are not the value's fault."""
    for end in (MemoryError, KeyboardInterrupt):

        def patched(*_: object, end: type[BaseException] = end, **__: object) -> NoReturn:
            raise end

        monkeypatch.setattr(torch, "empty", patched)
        with pytest.raises(end):
            encode(torch.zeros(2))


def test_a_full_stack_gives_a_refusal() -> None:
    """At the end of the stack, too, all that encode raises is a ValueCodecError."""
    value = _deep(5)
    refused = 0

    def dive() -> None:
        nonlocal refused
        try:
            encode(value)
        except ValueCodecError:
            refused += 1
        dive()

    with pytest.raises(RecursionError) as caught:
        dive()
    assert refused > 3
    assert caught.traceback[-1].name in {"dive", "encode"}  # where no room was left to enter, or to refuse


def test_the_size_is_checked_before_the_copy() -> None:
    """A view of 10^12 elements is refused within kilobytes and milliseconds."""
    view = torch.zeros(1).expand(10**12)
    start = time.process_time()
    tracemalloc.start()
    with pytest.raises(ValueCodecError):
        encode(view)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 10**6
    assert time.process_time() - start < 1


def test_the_limit_holds_for_the_whole_blob() -> None:
    """No blob is longer than max_bytes, however the bytes are spread over the value."""
    for value in (
        torch.zeros(100),
        ["abc"] * 50,
        [1.5] * 60,
        dict.fromkeys(range(60), "x"),
        [torch.zeros(5)] * 9,
    ):
        size = len(encode(value))
        assert len(encode(value, max_bytes=size)) == size
        with pytest.raises(ValueCodecError, match="too large"):
            encode(value, max_bytes=size - 1)
        with pytest.raises(ValueCodecError):
            decode(encode(value), max_bytes=size - 1)


def test_the_deepest_value_that_encodes_also_decodes() -> None:
    """Both directions have one limit, far from the end of the stack."""
    deepest = _deep(MAX_DEPTH - 1)
    assert decode(encode(deepest)) == deepest
    for value in (_deep(MAX_DEPTH), {1: _deep(MAX_DEPTH - 1)}):
        with pytest.raises(ValueCodecError, match="levels deep"):
            encode(value)


def test_too_many_tensors_are_refused_where_they_are_made() -> None:
    """What encode accepts, decode accepts: the header's limit is checked on both sides."""
    with pytest.raises(ValueCodecError, match="tensors"):
        encode([torch.zeros((1,) * 30)] * 9000)


# ---------------------------------------------------------------- what is refused from the wire


def blob(tree: object, tensors: dict[str, torch.Tensor] | None = None, *, raw: bytes | None = None) -> bytes:
    """Forge a blob."""
    text = raw if raw is not None else json.dumps(tree, separators=(",", ":")).encode()
    return len(text).to_bytes(4, "little") + text + save(tensors or {})


def header(entries: object, data: bytes = b"", *, tree: object = ("tensor",)) -> bytes:
    """Forge a blob with any safetensors header."""
    text = json.dumps(list(tree)).encode() if isinstance(tree, tuple) else json.dumps(tree).encode()
    head = entries if isinstance(entries, bytes) else json.dumps(entries).encode()
    return len(text).to_bytes(4, "little") + text + struct.pack("<Q", len(head)) + head + data


def entry(dtype: str = "U8", shape: object = (1,), offsets: object = (0, 1), **more: object) -> dict[str, object]:
    """Return one entry of a safetensors header."""
    return {"dtype": dtype, "shape": shape, "data_offsets": offsets, **more}


T = torch.tensor
TEXT = {"text": T(list(b"ab"), dtype=torch.uint8)}
INTS = {"ints": T([1, 2])}
FORGED: dict[str, bytes] = {
    "nothing": b"",
    "a short length": b"\x01",
    "a lying length": b"\xff\xff\xff\xff" + encode(1)[4:],
    "trailing bytes": encode(1) + b"\x00",
    "trailing bytes of a tensor": encode(torch.zeros(2)) + b"\x00",
    "half": encode(torch.zeros(20))[:-3],
    "a pickle": b"\x80\x04\x95\x0b\x00\x00\x00\x00\x00\x00\x00\x8c\x04code\x94.",
    "no JSON": blob(None, raw=b"nope"),
    "two values": blob(None, raw=b"1 2"),
    "UTF-16": blob(None, raw="1".encode("utf-16")),
    "deep": blob(None, raw=b"[" * 10**6 + b"]" * 10**6),
    "open brackets": blob(None, raw=b"[" * 10**6),
    "closing brackets": blob(None, raw=b"]["),
    "deep nodes": blob(None, raw=b'["list",' * 33 + b"1" + b"]" * 33),
    "many nodes": blob(None, raw=b'["list"' + b",1" * (2**20 + 1) + b"]"),
    "NaN": blob(None, raw=b"NaN"),
    "-Infinity": blob(None, raw=b"-Infinity"),
    "1e999": blob(None, raw=b"1e999"),
    "a long int": blob(2**63),
    "a very long int": blob(None, raw=b"9" * 10**6),
    "an escape": blob(None, raw=b'["l\\u0069st"]'),
    "an object": blob({}),
    "a text node": blob("text"),
    "no tag": blob([]),
    "an int for a tag": blob([1, 2]),
    "an unknown tag": blob(["eval", 1]),
    "a dict with half a pair": blob(["dict", 1]),
    "a list as a key": blob(["dict", ["list"], 1]),
    "a tensor as a key": blob(["dict", ["tensor"], 1], {"0": T([1.0])}),
    "a list in a tuple as a key": blob(["set", ["tuple", ["list"]]]),
    "a key twice": blob(["dict", 1, 1, 1, 2]),
    "1 and True as keys": blob(["dict", 1, 1, True, 2]),
    "0.0 and -0.0 in a set": blob(None, raw=b'["set",0.0,-0.0]'),
    "NaN in a set": blob(["set", ["float", "nan"]]),
    "an odd float": blob(["float", "1e5"]),
    "a short long int": blob(["int", "ff"]),
    "a padded long int": blob(["int", "0" + "f" * 20]),
    "an odd long int": blob(["int", "1_" + "f" * 20]),
    "a huge long int": blob(["int", "f" * 10**6]),
    "a text of no pool": blob(["text", 1]),
    "text left over": blob(["text", 1], TEXT),
    "a text too long": blob(["text", 3], TEXT),
    "a negative length": blob(["list", ["text", -1], ["text", 3]], TEXT),
    "a bool for a length": blob(["text", True], {"text": T([97], dtype=torch.uint8)}),
    "a float for a length": blob(["text", 2.0], TEXT),
    "text that is not UTF-8": blob(["text", 1], {"text": T([255], dtype=torch.uint8)}),
    "a surrogate in UTF-8": blob(["text", 3], {"text": T([0xED, 0xA0, 0x80], dtype=torch.uint8)}),
    "a pool of another dtype": blob(["ints", 2], {"ints": T([1.0, 2.0])}),
    "a pool with two axes": blob(["ints", 1], {"ints": T([[1]])}),
    "a pool for a tensor": blob(["tensor"], INTS),
    "a tensor unused": blob(1, {"0": T([1.0])}),
    "a tensor too few": blob(["list", ["tensor"], ["tensor"]], {"0": T([1.0])}),
    "an odd name": blob(["tensor"], {"1": T([1.0])}),
    "another odd name": blob(["tensor"], {"x": T([1.0])}),
    "a name with a sign": blob(["list", ["tensor"], ["tensor"]], {"0": T([1.0]), "+1": T([1.0])}),
    "a complex tensor": blob(["tensor"], {"0": torch.zeros(1, dtype=torch.complex64)}),
    "an unsigned tensor": blob(["tensor"], {"0": torch.zeros(1, dtype=torch.uint32)}),
    "a float8 tensor": header({"0": entry("F8_E4M3")}, b"a"),
    "an array of bfloat16": blob(["ndarray"], {"0": torch.zeros(1, dtype=torch.bfloat16)}),
    "a bool of 2": blob(["tensor"], {"0": T([0, 2], dtype=torch.uint8).view(torch.bool)}),
    "a lying shape": header({"0": entry(shape=[10**9])}, b"a"),
    "an overflowing shape": header({"0": entry(shape=[2**62, 2**62, 0], offsets=[0, 0])}),
    "a huge empty shape": header({"0": entry(shape=[0, 2**62], offsets=[0, 0])}),
    "a negative shape": header({"0": entry(shape=[-1])}, b"a"),
    "a bool in a shape": header({"0": entry(shape=[True])}, b"a"),
    "many axes": header({"0": entry(shape=[1] * 33)}, b"a"),
    "lying offsets": header({"0": entry(offsets=[0, 10**12])}, b"a"),
    "a hole": header({"0": entry(offsets=[1, 2])}, b"ab"),
    "an overlap": header({"0": entry(), "1": entry()}, b"a", tree=["list", ["tensor"], ["tensor"]]),
    "data not covered": header({"0": entry()}, b"ab"),
    "a field too many": header({"0": entry(extra=1)}, b"a"),
    "metadata": header({"__metadata__": {"a": "b"}, "0": entry()}, b"a"),
    "a name twice": header(b'{"0":%b,"0":%b}' % ((json.dumps(entry()).encode(),) * 2), b"a"),
    "a header that is no object": header([1]),
    "a header of brackets": header(b"[" * 10**6),
    "a header too long": header(b" " * 2**21),
    "a header longer than the blob": blob(None)[:4] + b"null" + struct.pack("<Q", 2**63) + b"{}",
    "colliding keys": blob(["set", *(["int", format(i * (2**61 - 1), "x")] for i in range(9, 200))]),
    "colliding pairs": blob(
        None, raw=b'["set",' + b",".join(b'["int","%x"]' % (i * (2**61 - 1)) for i in range(9, 10**5)) + b"]"
    ),
}


@pytest.mark.parametrize("name", FORGED)
def test_decode_refuses_forged_blobs(name: str) -> None:
    """Whatever is not an encoding, to the last byte, is refused: soon, and with that one exception."""
    start = time.process_time()
    with pytest.raises(ValueCodecError):
        decode(FORGED[name])
    assert time.process_time() - start < 2


def test_the_forger_can_also_make_good_blobs() -> None:
    """The forged blobs above are refused for their fault, not for how the forger builds them."""
    assert decode(blob(["list", ["text", 2], 1])[:-16] + save(TEXT)) == ["ab", 1]
    assert decode(blob(["ints", 2], INTS)) == [1, 2]
    assert decode(header({"0": entry()}, b"a")).tolist() == [97]  # type: ignore[attr-defined]
    assert decode(blob(["set", *(["int", format(2**64 + i, "x")] for i in range(9))])) == {2**64 + i for i in range(9)}


@pytest.mark.parametrize("data", [None, "1", bytearray(encode(1)), memoryview(encode(1)), 5])
def test_only_bytes_are_decoded(data: Any) -> None:
    """Anything but bytes is refused."""
    with pytest.raises(ValueCodecError):
        decode(data)


SEEDS = [
    encode(value)
    for value in (
        {"a": [1, 2, 3, 4], ("b", 1): torch.ones(2, 3), b"c": {0.5, None}},
        [torch.zeros(0, 3), np.ones(3), "text", 2**70, [0.5] * 5, float("nan")],
        torch.tensor([True, False]),
        (),
    )
]


@FAST
@hypothesis.given(st.sampled_from(SEEDS), st.lists(st.tuples(st.floats(0, 0.999), st.binary(max_size=3)), max_size=3))
def test_mutated_blobs_decode_or_are_refused(data: bytes, edits: list[tuple[float, bytes]]) -> None:
    """Whatever bytes change: a value that encodes again, or a ValueCodecError, and nothing else."""
    for place, new in edits:
        start = int(place * len(data))
        data = data[:start] + new + data[start + max(len(new), 1) :]
    try:
        value = decode(data)
    except ValueCodecError:
        return
    assert same(decode(encode(value)), value)


@FAST
@hypothesis.given(st.binary(max_size=60))
def test_random_bytes_are_refused(data: bytes) -> None:
    """No short random text is a value."""
    with pytest.raises(ValueCodecError):
        decode(data)


_NODES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-3, 5)
    | st.floats()
    | st.sampled_from(["list", "dict", "text", "ints", "nan", "set", "tuple", "tensor", "ndarray", "bytes", "-ff"]),
    lambda inner: st.lists(inner, max_size=4),
    max_leaves=12,
)


@FAST
@hypothesis.given(_NODES)
def test_random_trees_decode_or_are_refused(tree: object) -> None:
    """A tree of known words in a senseless order is a value that encodes again, or is refused."""
    try:
        value = decode(blob(tree, {**TEXT, **INTS, "0": T([1.0])}))
    except ValueCodecError:
        return
    assert same(decode(encode(value)), value)


def test_decoding_costs_a_small_multiple_of_the_blob() -> None:
    """The densest bombs allocate within 60 times their length."""
    bombs = [
        blob(None, raw=b'["list"' + b',["list"]' * 20_000 + b"]"),
        blob(None, raw=b'["list"' + b',["set"]' * 20_000 + b"]"),
        blob(["ints", 10**5], {"ints": torch.arange(10**5) * 10**9}),
        header({str(i): entry(shape=[0], offsets=[0, 0]) for i in range(5_000)}, tree=("list",)),
    ]
    for bomb in bombs:
        tracemalloc.start()
        with contextlib.suppress(ValueCodecError):
            decode(bomb)
        peak = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        assert peak < 60 * len(bomb)


def test_decode_does_not_depend_on_the_recursion_limit() -> None:
    """A raised recursion limit does not let a deep tree reach the JSON parser's stack."""
    before = sys.getrecursionlimit()
    sys.setrecursionlimit(10**6)
    try:
        with pytest.raises(ValueCodecError, match="nested"):
            decode(FORGED["deep"])
    finally:
        sys.setrecursionlimit(before)
