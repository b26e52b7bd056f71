"""encode(): a value -> a blob. Runs beside a student's code, so it calls no method of a value.

What a value is, is asked of `type()`, which can't lie; what it holds is read through the built-in
classes (`dict.items(value)`, not `value.items()`). Sizes are checked before anything is copied.
"""

from __future__ import annotations

import json
import math
from array import array
from typing import TYPE_CHECKING, Any, Final

import numpy as np
import torch
from safetensors.torch import save

from autograder.errors import ValueCodecError
from autograder.wire.values.layout import (
    DTYPES,
    MAX_DEPTH,
    MAX_HEADER,
    MAX_INT_BITS,
    MAX_NODES,
    MAX_PACKED,
    MAX_TEXT,
    POOLS,
    check_distinct,
    check_shape,
)
from autograder.wire.values.refusals import TOO_DEEP, type_name, unsupported

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["encode"]

_PACK_FROM: Final = 4  # a list of at least so many ints, or floats, is stored as raw memory
_TENSOR_DTYPES: Final = frozenset(DTYPES.values())
_ARRAY_DTYPES: Final = frozenset(
    str(dtype).removeprefix("torch.") for dtype in DTYPES.values() if dtype != torch.bfloat16
)
_SCALARS: Final = frozenset({type(None), bool, int, float, str, bytes})


def encode(value: object, *, max_bytes: int = 64 * 2**20) -> bytes:
    """Turn a value into a blob of at most `max_bytes`; whatever the value is, no code of its own runs.

    Tensors arrive detached, on the CPU, contiguous. numpy scalars become Python numbers; objects of a
    class derived from int, str, list, dict, .. become what they derive from.

    Raises ValueCodecError, with a message for the student, for all that it can't encode. Whatever comes
    out of the libraries below becomes one, too, but for MemoryError and KeyboardInterrupt.
    """
    try:
        with torch._C.DisableTorchFunction():  # noqa: SLF001  documented; the default device is such a function
            return _Encoder(max_bytes).blob(value)
    except (ValueCodecError, MemoryError, KeyboardInterrupt):
        raise
    except RecursionError:
        raise ValueCodecError(TOO_DEEP) from None  # no call here: the stack may be full
    except BaseException as error:  # noqa: BLE001 (a student may have patched torch: anything comes)
        raise ValueCodecError(f"the value could not be read ({type_name(error)})") from None


class _Encoder:
    """Collects the parts of one blob while it walks through a value."""

    def __init__(self, max_bytes: int) -> None:
        self.max_bytes = max_bytes
        self.left = max_bytes
        self.nodes = 0
        self.letters = 0
        self.text: list[bytes] = []
        self.ints = array("q")
        self.floats = array("d")
        self.tensors: list[torch.Tensor] = []

    def blob(self, value: object) -> bytes:
        tree = json.dumps(self.node(value, 0), separators=(",", ":"), allow_nan=False).encode("ascii")
        parts = {str(i): tensor for i, tensor in enumerate(self.tensors)}
        pools = {"text": b"".join(self.text), "ints": self.ints.tobytes(), "floats": self.floats.tobytes()}
        for name, raw in pools.items():
            if raw:
                parts[name] = torch.frombuffer(bytearray(raw), dtype=POOLS[name])
        tensors = save(parts)
        if int.from_bytes(tensors[:8], "little") > MAX_HEADER:
            raise ValueCodecError(f"the value holds {len(self.tensors)} tensors: too many for one check")
        self.left = self.max_bytes
        self.spend(4 + len(tree) + len(tensors))
        return len(tree).to_bytes(4, "little") + tree + tensors

    def spend(self, size: int) -> None:
        """Take `size` bytes from the budget, before anything of that size is made."""
        self.left -= size
        if self.left < 0:
            raise ValueCodecError(f"the value is too large: a check takes at most {self.max_bytes / 2**20:.3g} MiB")

    def node(self, value: Any, depth: int) -> object:
        """Return the tree of a value, any value."""
        self.nodes += 1
        if self.nodes > MAX_NODES:
            raise ValueCodecError(f"the value consists of more than {MAX_NODES} parts: too many for one check")
        kind = type(value)
        if issubclass(kind, torch.Tensor):
            return self.tensor(value)
        if issubclass(kind, np.ndarray):
            return self.ndarray(value)
        plain = _scalar(value)
        if type(plain) in _SCALARS:
            return self.scalar(plain)
        if depth >= MAX_DEPTH:
            raise ValueCodecError(TOO_DEEP)
        return self.container(value, depth + 1)

    def scalar(self, value: object) -> object:
        match value:
            case str():
                return ["text", self.store(_utf8(value))]
            case bytes():
                return ["bytes", self.store(value)]
            case float() if not math.isfinite(value):
                return ["float", str(value)]
            case int() if not -(2**63) <= value < 2**63:
                if value.bit_length() > MAX_INT_BITS:
                    raise ValueCodecError(f"a whole number of more than {MAX_INT_BITS} bits is too long for a check")
                return ["int", format(value, "x")]
        return value

    def store(self, raw: bytes) -> int:
        self.spend(len(raw))
        self.letters += len(raw)
        if self.letters > MAX_TEXT:
            raise ValueCodecError(f"the value holds more than {MAX_TEXT // 2**20} MiB of text: too much for one check")
        self.text.append(raw)
        return len(raw)

    def container(self, value: Any, depth: int) -> list[object]:
        kind = type(value)
        if issubclass(kind, list):
            items = [*list.__iter__(value)]  # a copy: another thread may go on changing it
            return self.packed(items) or ["list", *(self.node(item, depth) for item in items)]
        if issubclass(kind, tuple):
            return ["tuple", *(self.node(item, depth) for item in tuple.__iter__(value))]
        if issubclass(kind, dict):
            pairs = [*dict.items(value)]
            keys = _plain_keys(key for key, _ in pairs)
            parts = (part for key, (_, item) in zip(keys, pairs, strict=True) for part in (key, item))
            return ["dict", *(self.node(part, depth) for part in parts)]
        if issubclass(kind, set):
            return ["set", *(self.node(key, depth) for key in _plain_keys(set.__iter__(value)))]
        if issubclass(kind, frozenset):
            return ["frozenset", *(self.node(key, depth) for key in _plain_keys(frozenset.__iter__(value)))]
        raise unsupported(value)

    def packed(self, items: list[Any]) -> list[object] | None:
        """Store a long list of nothing but ints, or nothing but floats, as raw memory."""
        if len(items) < _PACK_FROM or type(items[0]) not in (int, float):
            return None
        kinds = set(map(type, items))
        if len(kinds) != 1:
            return None
        name, pool = ("ints", self.ints) if kinds == {int} else ("floats", self.floats)
        self.spend(8 * len(items))
        if len(self.ints) + len(self.floats) + len(items) > MAX_PACKED:
            raise ValueCodecError(
                f"the value's lists hold more than {MAX_PACKED} numbers: too many for one check. A tensor may be larger"
            )
        try:
            pool.extend(array(pool.typecode, items))
        except OverflowError:  # an int of more than 64 bits: store them one by one
            return None
        return [name, len(items)]

    def tensor(self, value: torch.Tensor) -> list[object]:
        if type(value) not in (torch.Tensor, torch.nn.Parameter):
            raise unsupported(value)
        odd = (
            ("nested", value.is_nested),
            ("quantized", value.is_quantized),
            ("sparse", value.layout != torch.strided),
            ("meta", value.device.type == "meta"),
            (str(value.dtype).removeprefix("torch."), value.dtype not in _TENSOR_DTYPES),
        )
        for word, is_odd in odd:
            if is_odd:
                raise ValueCodecError(f"a {word} tensor can't be checked. Hand in an ordinary dense tensor")
        check_shape(value.shape)
        self.spend(value.numel() * value.element_size())
        self.add(torch.empty(value.shape, dtype=value.dtype, device="cpu").copy_(value.detach()))
        return ["tensor"]

    def ndarray(self, value: np.ndarray) -> list[object]:
        if type(value) is not np.ndarray:
            raise unsupported(value)
        name = value.dtype.name
        if name not in _ARRAY_DTYPES:
            raise ValueCodecError(
                f"an array of dtype {name[:40]} can't be checked. Hand in numbers: floats, ints or bools"
            )
        check_shape(value.shape)
        self.spend(value.nbytes)
        self.add(torch.from_numpy(np.array(value, dtype=np.dtype(name), order="C")))
        return ["ndarray"]

    def add(self, plain: torch.Tensor) -> None:
        """Keep a tensor that is our own copy, dense and contiguous."""
        if plain.dtype == torch.bool:  # one that was viewed from bytes may hold a 2
            plain = plain.view(torch.uint8) != 0
        self.tensors.append(plain)


def _scalar(value: Any) -> object:
    """Return the plain Python scalar that a value is or derives from, else something that is none."""
    kind = type(value)
    if kind in _SCALARS:
        return value
    if issubclass(kind, np.generic):
        return np.generic.item(value)
    if issubclass(kind, int):
        return int.__int__(value)
    if issubclass(kind, float):
        return float.__float__(value)
    if issubclass(kind, str):
        return str.__str__(value)
    if issubclass(kind, bytes):
        return bytes.__getitem__(value, slice(None))
    return value


def _plain_keys(keys: Iterable[object]) -> list[object]:
    """Return a dict's keys, or a set's members, as plain Python values that are distinct."""
    plain = [_plain_key(key, 0) for key in [*keys]]
    check_distinct(plain)
    return plain


def _plain_key(key: Any, depth: int) -> object:
    kind = type(key)
    if depth > MAX_DEPTH:
        raise ValueCodecError(TOO_DEEP)
    if issubclass(kind, tuple):
        return tuple(_plain_key(item, depth + 1) for item in tuple.__iter__(key))
    if issubclass(kind, frozenset):
        return frozenset(_plain_key(item, depth + 1) for item in frozenset.__iter__(key))
    plain = _scalar(key)
    if type(plain) not in _SCALARS:
        raise ValueCodecError(
            f"a {type_name(key)} as a dict's key or in a set can't be checked. Use numbers, text or tuples"
        )
    return plain


def _utf8(text: str) -> bytes:
    try:
        return text.encode("utf-8")
    except UnicodeEncodeError as error:
        raise ValueCodecError(f"the text holds half a character (a lone surrogate) at position {error.start}") from None
