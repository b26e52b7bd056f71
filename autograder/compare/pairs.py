"""Two values side by side: the one walk, and the one ladder of kinds, that every comparison asks.

In: a value and the expected one. Out: a Pair, which knows its kind and its path; of two lists, tuples or dicts the
pairs of what they hold. It does NOT judge: that is `ladder.py`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final, Literal

import numpy as np
import torch

from autograder.compare.words import at, brief
from autograder.model import Mismatch

__all__ = ["Pair", "inner", "kind_of", "leaves", "pair_of", "unequal"]

_KINDS: Final[dict[type, str]] = {
    torch.Tensor: "tensor",
    np.ndarray: "array",
    bool: "bool",  # before int, of which it is a subclass
    int: "int",
    float: "float",
    str: "text",
    bytes: "bytes",
    list: "list",
    tuple: "tuple",
    dict: "dict",
    set: "set",
    frozenset: "frozenset",
    type(None): "None",
}
_EXACT: Final = frozenset({bool, int, float, str, bytes})  # types whose == says all


_Rung = Literal["type", "structure", "shape", "dtype", "finite", "value"]


@dataclass(slots=True, eq=False)
class Pair:
    """A value and the expected one."""

    actual: Any
    expected: Any
    kind: str  # of both, "" if they are of two kinds; an int beside a float is a "float"
    path: str = ""  # where they stand in the whole value: "['mean'][2]"
    key: Any = None  # their position, or key, in the pair that holds them

    @property
    def same_length(self) -> bool:
        return len(self.actual) == len(self.expected)

    def mismatch(
        self, kind: _Rung, text: str, count: int = 0, total: int = 0, *, position: str = "", **details: Any
    ) -> Mismatch:
        """Return how the two differ, with their path; `position`: within the pair, "[3, 0]"."""
        index = f"{self.path}{position}" or None
        return Mismatch(kind, f"{at(self.path)}{text}", count, total, index=index, **details)


def kind_of(value: object) -> str:
    """Return what a student would call the value's type: "tensor", "array", "int", "text", .."""
    kind = _KINDS.get(type(value))
    return kind or next((kind for base, kind in _KINDS.items() if isinstance(value, base)), type(value).__name__)


def pair_of(actual: object, expected: object, path: str = "", key: object = None) -> Pair:
    """Put two values side by side; numpy's scalars become Python numbers."""
    actual = actual.item() if isinstance(actual, np.generic) else actual
    expected = expected.item() if isinstance(expected, np.generic) else expected
    own, wanted = kind_of(actual), kind_of(expected)
    return Pair(actual, expected, wanted if own == wanted or (own, wanted) == ("int", "float") else "", path, key)


def inner(pair: Pair) -> Iterator[Pair]:
    """Yield the pairs within two lists or tuples, as far as both go, or within two dicts, of the keys of both."""
    return (_within(pair, *item) for item in _items(pair))


def unequal(pair: Pair) -> Iterator[Pair]:
    """Yield the inner pairs but those of one type that are plainly equal, as most items of long lists are."""
    for key, actual, expected in _items(pair):
        kind = type(actual)
        if kind is not type(expected) or kind not in _EXACT or actual != expected:
            yield _within(pair, key, actual, expected)


def leaves(value: object, *, keys: bool = False) -> Iterator[object]:
    """Yield what stands in lists, tuples and dicts in each other; `keys`: also keys, and the members of sets."""
    kinds = (list, tuple, dict, set, frozenset) if keys else (list, tuple, dict)
    if not isinstance(value, kinds):
        yield value
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from leaves(key, keys=keys) if keys else ()
            yield from leaves(item, keys=keys)
    else:
        for item in value:
            if isinstance(item, kinds):
                yield from leaves(item, keys=keys)
            else:
                yield item


def _items(pair: Pair) -> Iterator[tuple[object, object, object]]:
    """Yield (position or key, item, expected item)."""
    if pair.kind in {"list", "tuple"}:
        for position, (actual, expected) in enumerate(zip(pair.actual, pair.expected, strict=False)):
            yield position, actual, expected
    elif pair.kind == "dict":
        for key, expected in pair.expected.items():
            if key in pair.actual:
                yield key, pair.actual[key], expected


def _within(pair: Pair, key: object, actual: object, expected: object) -> Pair:
    return pair_of(actual, expected, f"{pair.path}[{key if type(key) is int else brief(key)}]", key)
