"""decode(): a blob -> its value. Trusts nothing: whoever wrote the bytes may have meant harm.

Sizes, counts and depth are checked before anything is allocated from them, so that a blob costs a
small multiple of its own length, in time and in memory, whatever it holds.
"""

from __future__ import annotations

import json
import math
import re
from typing import Final, NoReturn

import torch
from safetensors.torch import load

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

__all__ = ["decode"]

_NOT_BRACKETS: Final = bytes(set(range(256)) - set(b"[]{}"))
_HEX: Final = re.compile(r"-?[1-9a-f][0-9a-f]*")


def decode(data: bytes, *, max_bytes: int = 64 * 2**20) -> object:
    """Turn a blob back into its value.

    Raises ValueCodecError if `data` is anything but the encoding of one value, to the last byte.
    """
    if type(data) is not bytes or len(data) > max_bytes:
        _reject(f"not at most {max_bytes} bytes")
    end = 4 + int.from_bytes(data[:4], "little")
    if len(data) < end + 8:
        _reject("it ends too early")
    tree = _parse(data[4:end], depth=MAX_DEPTH + 2, commas=2 * MAX_NODES)
    with torch._C.DisableTorchFunction():  # noqa: SLF001  documented; the default device is such a function
        return _Decoder(_load(data[end:])).root(tree)


def _reject(fault: str, cause: Exception | None = None) -> NoReturn:
    raise ValueCodecError(f"the bytes are not the encoding of a value: {fault}") from cause


# ---------------------------------------------------------------- JSON


def _parse(raw: bytes, *, depth: int, commas: int) -> object:
    """Parse JSON that is known beforehand to be small, shallow, and free of escapes."""
    if raw.count(b",") > commas or b"\\" in raw:
        _reject("it has too many parts, or escapes")
    brackets = raw.translate(None, _NOT_BRACKETS)
    for _ in range(depth):  # each round takes the innermost pairs away
        brackets = brackets.replace(b"[]", b"").replace(b"{}", b"")
    if brackets:
        _reject("it is nested too deeply, or its brackets don't match")
    try:
        return json.loads(
            str(raw, "ascii"),
            parse_int=_short_int,
            parse_float=_finite,
            parse_constant=_finite,
            object_pairs_hook=_no_duplicates,
        )
    except (ValueError, RecursionError) as error:
        _reject(f"its JSON is wrong ({error})", error)


def _short_int(digits: str) -> int:
    if len(digits) > 20 or digits == "-0" or not -(2**63) <= int(digits) < 2**63:
        raise ValueError("an int of more than 64 bits")
    return int(digits)


def _finite(digits: str) -> float:
    if not math.isfinite(number := float(digits)):
        raise ValueError("a number that is not finite")
    return number


def _no_duplicates(pairs: list[tuple[str, object]]) -> dict[str, object]:
    if len(fields := dict(pairs)) != len(pairs):
        raise ValueError("a name that comes twice")
    return fields


# ---------------------------------------------------------------- safetensors


def _load(blob: bytes) -> dict[str, torch.Tensor]:
    """Return the tensors of a safetensors blob, its header checked for all that we rely on."""
    size = int.from_bytes(blob[:8], "little")
    if size > min(MAX_HEADER, len(blob) - 8):
        _reject("the tensors' header is too long")
    header = _parse(blob[8 : 8 + size], depth=3, commas=MAX_HEADER // 4)
    if not isinstance(header, dict) or not all(map(_is_entry, header.values())):
        _reject("the tensors' header is wrong")
    try:
        tensors = load(blob)
    except Exception as error:  # noqa: BLE001 (Rust's SafetensorError, or what torch says to a wrong length)
        _reject(f"the tensors are wrong ({type(error).__name__})", error)
    for tensor in tensors.values():
        if tensor.dtype == torch.bool and tensor.numel() and int(tensor.view(torch.uint8).max()) > 1:
            _reject("a bool is neither 0 nor 1")
    return tensors


def _is_entry(entry: object) -> bool:
    match entry:
        case {"dtype": str(dtype), "shape": list(shape), "data_offsets": [_, _], **others}:
            check_shape(tuple(size if type(size) is int else 0 for size in shape))
            return not others and dtype in DTYPES and all(type(size) is int and size >= 0 for size in shape)
    return False


# ---------------------------------------------------------------- the value


class _Decoder:
    """Rebuilds one value; every tensor and every item of the pools must be used exactly once."""

    def __init__(self, tensors: dict[str, torch.Tensor]) -> None:
        self.pools = {name: tensors.pop(name, torch.empty(0, dtype=dtype)) for name, dtype in POOLS.items()}
        for name, pool in self.pools.items():
            if pool.dtype != POOLS[name] or pool.dim() != 1:
                _reject(f"the {name} are not a flat tensor")
        if len(self.pools["ints"]) + len(self.pools["floats"]) > MAX_PACKED or len(self.pools["text"]) > MAX_TEXT:
            _reject("its lists or texts are too long")
        self.text = self.pools["text"].numpy().tobytes()
        self.used = dict.fromkeys(POOLS, 0)
        self.tensors = tensors
        self.next_tensor = 0

    def root(self, tree: object) -> object:
        value = self.value(tree, 0)
        complete = all(self.used[name] == len(pool) for name, pool in self.pools.items())
        if not complete or self.next_tensor != len(self.tensors):
            _reject("it holds data that no part of the value uses")
        return value

    def value(self, node: object, depth: int) -> object:
        match node:
            case None | bool() | int() | float():
                return node
            case ["text", length]:
                return _utf8(self.text[self.take("text", length)])
            case ["bytes", length]:
                return self.text[self.take("text", length)]
            case ["ints" | "floats" as pool, length]:
                return self.pools[pool][self.take(pool, length)].tolist()
            case ["int", str(digits)]:
                return _long_int(digits)
            case ["float", "nan" | "inf" | "-inf" as word]:
                return float(word)
            case ["tensor"]:
                return self.tensor()
            case ["ndarray"]:
                return self.ndarray()
            case [str(tag), *parts] if depth < MAX_DEPTH:
                return _container(tag, [self.value(part, depth + 1) for part in parts])
        _reject("a node is of no known form")

    def take(self, pool: str, length: object) -> slice:
        start = self.used[pool]
        if type(length) is not int or not 0 <= length <= len(self.pools[pool]) - start:
            _reject("a length is wrong")
        self.used[pool] = start + length
        return slice(start, start + length)

    def tensor(self) -> torch.Tensor:
        tensor = self.tensors.get(str(self.next_tensor))
        if tensor is None:
            _reject("a tensor is missing")
        self.next_tensor += 1
        return tensor

    def ndarray(self) -> object:
        tensor = self.tensor()
        if tensor.dtype == torch.bfloat16:
            _reject("numpy has no bfloat16")
        return tensor.numpy()


def _container(tag: str, items: list[object]) -> object:
    match tag:
        case "list":
            return items
        case "tuple":
            return tuple(items)
        case "set":
            return set(_keys(items))
        case "frozenset":
            return frozenset(_keys(items))
        case "dict" if len(items) % 2 == 0:
            return dict(zip(_keys(items[::2]), items[1::2], strict=True))
    _reject("a container is of no known form")


def _keys(items: list[object]) -> list[object]:
    if not all(map(_is_key, items)):
        _reject("a key is not hashable")
    check_distinct(items)
    return items


def _is_key(item: object) -> bool:
    if isinstance(item, tuple | frozenset):
        return all(map(_is_key, item))
    return item is None or isinstance(item, int | float | str | bytes)


def _utf8(raw: bytes) -> str:
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError as error:
        _reject("a text is not UTF-8", error)


def _long_int(digits: str) -> int:
    if len(digits) <= MAX_INT_BITS // 4 + 1 and _HEX.fullmatch(digits):
        number = int(digits, 16)
        if number.bit_length() <= MAX_INT_BITS and not -(2**63) <= number < 2**63:
            return number
    _reject("a long int is wrong")
