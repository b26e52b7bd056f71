"""The form of a blob, its limits, and what both directions check.

    4 bytes  length of the tree, little endian
    tree     JSON: null true 3 0.5 ["text",n] ["bytes",n] ["int","-1f.."] ["float","nan"]
             ["ints",n] ["floats",n] ["tensor"] ["ndarray"]
             ["list",v..] ["tuple",v..] ["set",v..] ["frozenset",v..] ["dict",k,v,k,v..]
    rest     safetensors: the pools "text" (uint8), "ints" (int64), "floats" (float64), of which each
             node takes its next n items; the tensors are "0", "1", .. in the order of the tree

So the tree is small, has no escapes, and says nothing twice; what is long lies in raw memory.
"""

from __future__ import annotations

import math
from collections import Counter
from typing import Final

import torch

from autograder.errors import ValueCodecError

__all__ = [
    "DTYPES",
    "MAX_DEPTH",
    "MAX_HEADER",
    "MAX_INT_BITS",
    "MAX_NODES",
    "MAX_PACKED",
    "MAX_TEXT",
    "POOLS",
    "check_distinct",
    "check_shape",
]

MAX_NODES: Final = 2**19  # values in one blob, the items of packed lists not counted
MAX_PACKED: Final = 2**21  # those: each becomes a Python object of 40 bytes
MAX_TEXT: Final = 2**24  # bytes of all texts: a text may take four times as much
MAX_DEPTH: Final = 32
MAX_HEADER: Final = 2**20  # bytes of the safetensors header: some 10,000 tensors
MAX_INT_BITS: Final = 8192  # below the 4300 digits that Python agrees to print
_MAX_DIMS: Final = 32
_MAX_EXTENT: Final = 2**40  # product of a tensor's sizes, zeros counted as ones
_MAX_EQUAL_HASHES: Final = 32  # keys of one hash: more are forged, to make a dict quadratic

POOLS: Final = {"text": torch.uint8, "ints": torch.int64, "floats": torch.float64}
DTYPES: Final = {
    "F16": torch.float16,
    "BF16": torch.bfloat16,
    "F32": torch.float32,
    "F64": torch.float64,
    "I8": torch.int8,
    "I16": torch.int16,
    "I32": torch.int32,
    "I64": torch.int64,
    "U8": torch.uint8,
    "BOOL": torch.bool,
}


def check_shape(shape: tuple[int, ...]) -> None:
    """Raise ValueCodecError for a shape that no exercise has, even if the tensor is empty."""
    if len(shape) > _MAX_DIMS:
        raise ValueCodecError(f"a tensor with {len(shape)} axes has too many for a check: at most {_MAX_DIMS}")
    extent = 1
    for size in shape:
        extent *= max(size, 1)
        if extent > _MAX_EXTENT:
            raise ValueCodecError("a tensor of such a shape is too large for a check")


def check_distinct(keys: list[object]) -> None:
    """Raise ValueCodecError unless these plain values can be a dict's keys or a set's members."""
    if any(isinstance(key, float) and math.isnan(key) for key in keys):
        raise ValueCodecError("NaN can't be a key or a member of a set here: it is not even equal to itself")
    hashes = Counter(map(hash, keys))
    if hashes and max(hashes.values()) > _MAX_EQUAL_HASHES:
        raise ValueCodecError("too many keys of a dict, or members of a set, have the same hash")
    if len(set(keys)) != len(keys):
        raise ValueCodecError("a dict or a set holds the same key or member twice")
