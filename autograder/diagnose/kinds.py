"""Right values in the wrong type: a list for a tensor, text for bytes, a tuple for a list."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final

import numpy as np
import torch

from autograder.compare import compare
from autograder.diagnose.tokens import broken_characters, ids_as_characters
from autograder.diagnose.words import seen

if TYPE_CHECKING:
    from collections.abc import Sequence

    from autograder.model import Diagnosis

__all__ = ["as_tensor", "other_kind", "texts"]

_DEEPEST: Final = 8  # lists in each other that are still a tensor
_LONGEST: Final = 2_500_000  # numbers of such lists


def as_tensor(value: object) -> torch.Tensor | None:
    """Return the numbers of a tensor, an array, a float or a rectangular list as a tensor, else None."""
    if isinstance(value, torch.Tensor):
        return value
    if isinstance(value, np.generic | np.ndarray):
        return _from_numpy(np.asarray(value))
    if isinstance(value, bool | int | float):
        return _from_list([value], ())
    if isinstance(value, list | tuple):
        shape = _rectangle(value, _DEEPEST)
        return None if shape is None or math.prod(shape) > _LONGEST else _from_list(_flat(value), shape)
    return None


def _from_numpy(value: np.ndarray) -> torch.Tensor | None:
    if value.dtype.kind not in "fiub" or value.dtype.itemsize > 8:
        return None
    try:
        return torch.from_numpy(value.astype(value.dtype.newbyteorder("=")))
    except TypeError:
        return None


def _rectangle(value: Sequence[object], deepest: int) -> tuple[int, ...] | None:
    """Return the shape of nested lists of numbers, None if there is none or it has too many axes."""
    if not deepest:
        return None
    if value and all(isinstance(item, list | tuple) for item in value):
        shapes = {_rectangle(item, deepest - 1) for item in value if isinstance(item, list | tuple)}
        (inner,) = shapes if len(shapes) == 1 else (None,)
        return None if inner is None else (len(value), *inner)
    numbers = all(isinstance(item, int | float) and not isinstance(item, bool) for item in value)
    return (len(value),) if numbers and value else None


def _flat(value: Sequence[object]) -> list[object]:
    return [part for item in value for part in (_flat(item) if isinstance(item, list | tuple) else [item])]


def _from_list(numbers: list[object], shape: tuple[int, ...]) -> torch.Tensor | None:
    whole = all(isinstance(item, int) for item in numbers)
    truth = all(isinstance(item, bool) for item in numbers)
    dtype = torch.bool if truth else torch.int64 if whole else torch.float64
    try:
        return torch.tensor(numbers, dtype=dtype).reshape(shape)
    except (OverflowError, RuntimeError, ValueError):  # an int of more than 64 bits
        return None


def other_kind(actual: object, expected: object, rtol: float | None, atol: float | None) -> Diagnosis | None:
    """Return the diagnosis of a value that would be right in the expected type."""
    match actual, expected:
        case (str(), bytes()) | (bytes(), str()):
            return _encoded(actual, expected)
        case bytes(), list() | tuple() if (
            len(actual) == len(expected) and compare(list(actual), list(expected)) is None
        ):
            return seen(
                "bytes for a list",
                "The right numbers, but in an object of type `bytes`, which can hold nothing above 255 and can't be "
                "changed. What type is asked for?",
                1.0,
            )
        case set() | frozenset() | dict(), list() if expected and set(actual) == _members(expected):
            return seen(
                "a set for a list", "A set, or a dict, has no repetitions, and no order of its own. Here both count."
            )
        case list() | tuple(), list() | tuple():
            same = compare(list(actual), list(expected), rtol=rtol, atol=atol) is None
        case _:
            same = _same_numbers(as_tensor(actual), as_tensor(expected), rtol, atol)
    if not same:
        return None
    text = f"The numbers are right; only the type is not: {_name(actual)} where {_name(expected)} is expected."
    return seen("type", text, 1.0)


def _encoded(actual: object, expected: object) -> Diagnosis | None:
    if isinstance(actual, str) and isinstance(expected, bytes) and _becomes(actual, expected):
        return seen(
            "text for bytes",
            "The right content, but as characters. Bytes are what a file or a byte-level tokenizer works on: the "
            "text must still be encoded.",
            1.0,
        )
    if isinstance(expected, str) and actual == expected.encode():
        return seen("bytes for text", "The right content, but still as bytes, not as a text.", 1.0)
    return None


def _becomes(text: str, raw: bytes) -> bool:
    return len(text) <= len(raw) and text.encode() == raw


def _same_numbers(
    own: torch.Tensor | None, wanted: torch.Tensor | None, rtol: float | None, atol: float | None
) -> bool:
    if own is None or wanted is None or own.numel() != wanted.numel() or not wanted.numel():
        return False
    candidate = own.detach().cpu().reshape(wanted.shape)
    if (wanted.dtype == torch.bool) != (candidate.dtype == torch.bool):
        return False
    return compare(candidate.to(wanted.dtype), wanted, rtol=rtol, atol=atol) is None and _lossless(
        candidate, wanted.dtype
    )


def _lossless(own: torch.Tensor, dtype: torch.dtype) -> bool:
    return dtype.is_floating_point or bool((own.to(dtype).double() == own.double()).all())


def _members(items: Sequence[object]) -> set[object]:
    try:
        return set(items)
    except TypeError:
        return set()


def _name(value: object) -> str:
    if isinstance(value, torch.Tensor):
        return "a tensor with one element" if math.prod(value.shape) == 1 else "a tensor"
    names = {"ndarray": "a numpy array", "int": "an int", "float": "a float"}
    return names.get(type(value).__name__, f"a {type(value).__name__}")


def texts(actual: str | bytes, expected: str | bytes) -> Diagnosis | None:
    """Say how two texts, or two bytes, are related."""
    if not actual:
        return seen("empty", "It is empty. Is anything ever added to it, and is it returned after the loop?")
    if len(actual) > 4 * len(expected) + 1000:  # far too long for all but one of these
        return _other_end(actual, expected)
    if actual == expected[::-1]:
        return seen("reversed", "The right text, back to front. From which end are the parts put together?")
    if actual.strip() == expected.strip():
        return seen("blanks", "All is right but for blanks or line ends at the beginning or the end.")
    if actual.lower() == expected.lower():
        return seen("case", "All is right but for capital and small letters.")
    if isinstance(actual, str) and isinstance(expected, str) and (found := _characters(actual, expected)):
        return found
    if isinstance(actual, str) and isinstance(expected, str) and actual == expected.replace("\ufffd", ""):
        return seen(
            "replacement missing",
            "All is right but for the �, which are missing: what could not be read was dropped, and nothing shows it. "
            "What is to stand there?",
        )
    return _other_end(actual, expected)


def _other_end(actual: str | bytes, expected: str | bytes) -> Diagnosis | None:
    if expected[: len(actual)] == actual:
        return seen("end missing", "What is there is right, but it ends too early. When does the loop stop?")
    if actual[: len(expected)] == expected and expected:
        return seen("end too late", "It begins right, but goes on too long. When does the loop stop?")
    return None


def _characters(actual: str, expected: str) -> Diagnosis | None:
    """Say how the characters of a text went wrong."""
    if "".join(actual.split()) == "".join(expected.split()):
        return seen("blanks", "All is right but for blanks and line ends. Are the parts joined as they should be?")
    if actual.startswith(("b'", 'b"')) and not expected.startswith(("b'", 'b"')):
        return seen(
            "shown bytes",
            "Your text begins with b and a quote: that is how Python shows bytes, not the text that they stand for.",
        )
    if actual == expected.encode().decode("latin-1"):
        return seen(
            "bytes as characters",
            "Each byte became a character of its own. Where does one character take several bytes, and what puts "
            "them together again?",
        )
    if found := ids_as_characters(actual, expected):
        return found
    if broken_characters(actual, expected):
        return seen(
            "broken characters",
            "Where a character should be there are �: pieces of characters were decoded one by one. When are all bytes "
            "of a character together?",
        )
    return None
