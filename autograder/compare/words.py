"""How a mismatch's message writes counts, shapes, indices and values: short, and never a whole value."""

from __future__ import annotations

import math
import sys
from typing import TYPE_CHECKING, Final

import numpy as np
import torch

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

__all__ = [
    "around",
    "article",
    "at",
    "brief",
    "clamp",
    "counted",
    "dtype_text",
    "few",
    "index_text",
    "neighbours",
    "number_text",
    "portion",
    "shape_text",
]

_NAMED: Final = 3  # keys or members that a message names
_AROUND: Final = 2  # neighbours of a list's item that are shown
_AROUND_TEXT: Final = 12  # and of a text's character
_LONGEST: Final = 40  # characters of one value
_AXES: Final = 8  # of a tensor that is written out
_FEW_NUMBERS: Final = 1000


def at(path: str) -> str:
    """Begin a message about a nested item: "['mean'][2]" -> "at ['mean'][2]: "."""
    return f"at {path}: " if path else ""


def article(kind: str) -> str:
    """Return a kind with its article: "int" -> "an int"; None, text and bytes have none."""
    if kind in {"None", "text", "bytes"}:
        return kind
    return f"{'an' if kind[:1].lower() in 'aeiou' else 'a'} {kind}"


def shape_text(tensor: torch.Tensor) -> str:
    """Write a tensor's shape: "(3, 4)"."""
    return str(tuple(tensor.shape))


def dtype_text(tensor: torch.Tensor) -> str:
    """Write a tensor's dtype: "float32"."""
    return str(tensor.dtype).removeprefix("torch.")


def counted(number: int, noun: str) -> str:
    """Count a noun: "1 key", "2 keys"."""
    return f"{number} {noun}{'' if number == 1 else 's'}"


def portion(count: int, total: int, noun: str, *, single: str, many: str) -> str:
    """Write how many of all: "3 of 12 elements differ"; for a single element "the value differs"."""
    if total == 1 and noun == "element":
        return f"the value {single}"
    return f"{count} of {counted(total, noun)} {single if count == 1 else many}"


def index_text(index: tuple[int, ...]) -> str:
    """Write an index: "[3, 0]"; nothing for the index of a 0-d tensor."""
    return f"[{', '.join(map(str, index))}]" if index else ""


def number_text(number: object) -> str:
    """Write a number with at most 6 significant digits."""
    return f"{number:.6g}" if isinstance(number, float) else brief(number)


def brief(value: object) -> str:
    """Return a value's repr, cut after 40 characters; no more of it than that is written."""
    text = ""
    for piece in _written(value):
        text += piece
        if len(text) > _LONGEST:
            return f"{text[: _LONGEST - 1]}…"
    return text


def _written(value: object) -> Iterator[str]:
    """Yield a value's repr in pieces, so that a reader who has enough can stop."""
    match value:
        case str() | bytes():
            yield repr(value[: _LONGEST + 1])
        case list():
            yield from _all_written("[", value, "]")
        case tuple():
            yield from _all_written("(", value, ",)" if len(value) == 1 else ")")
        case set() | frozenset() if value:
            opening, closing = ("{", "}") if isinstance(value, set) else ("frozenset({", "})")
            yield from _all_written(opening, value, closing)
        case dict():
            yield "{"
            for number, (key, item) in enumerate(value.items()):
                yield ", " if number else ""
                yield from _written(key)
                yield ": "
                yield from _written(item)
            yield "}"
        case torch.Tensor() | np.ndarray() if value.ndim > _AXES or math.prod(value.shape) > _FEW_NUMBERS:
            kind = "tensor" if isinstance(value, torch.Tensor) else "array"
            yield f"{kind} of shape {tuple(value.shape)}"
        case _:
            yield repr(value)


def _all_written(opening: str, items: Iterable[object], closing: str) -> Iterator[str]:
    yield opening
    for number, item in enumerate(items):
        yield ", " if number else ""
        yield from _written(item)
    yield closing


def few(values: Sequence[object]) -> str:
    """Name the first three values."""
    named = ", ".join(brief(value) for value in values[:_NAMED])
    return f"{named}, …" if len(values) > _NAMED else named


def around(text: str | bytes, position: int) -> str:
    """Show the text around a character, or a byte."""
    start, end = max(position - _AROUND_TEXT, 0), position + _AROUND_TEXT
    return f"{'…' if start else ''}{text[start:end]!r}{'…' if end < len(text) else ''}"


def neighbours(items: Sequence[object], position: int) -> str:
    """Show the items around a position: "[…, 3, 7, »9«, 2, 4, …]"."""
    start, end = max(position - _AROUND, 0), min(position + _AROUND + 1, len(items))
    parts = [f"»{brief(items[i])}«" if i == position else brief(items[i]) for i in range(start, end)]
    if position >= len(items):
        parts.append("»(no more)«")
    return f"[{', '.join((['…'] if start else []) + parts + (['…'] if end < len(items) else []))}]"


def clamp(number: float) -> float:
    """Return a finite number, for JSON's sake."""
    return min(float(number), sys.float_info.max)
