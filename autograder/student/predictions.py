"""Predict first: a question before a task, answered in a cell, and checked without the answer standing there.

In: a question, an answer (a shape, a number, a word), the key that belongs to the right one. Out: whether it is right.
The key is a hash of question and answer: nobody reads the answer off it, though a program that tries many will find
it. No points hang on it.
"""

from __future__ import annotations

import hashlib
import math
import numbers

__all__ = ["ANYTHING_YET", "key_of", "matches"]

ANYTHING_YET = ...  # what stands in the place of an answer that is to be given


def key_of(question: str, answer: object) -> str:
    """Return the key of a question's right answer."""
    text = f"{' '.join(question.split())}\0{_normal(answer)}"
    return hashlib.sha256(text.encode()).hexdigest()[:12]


def matches(question: str, answer: object, key: str) -> bool:
    """Tell whether an answer is the right one: (3, 4), [3, 4] and torch.Size([3, 4]) are one; case does not count."""
    return key_of(question, answer) == key


def _normal(answer: object) -> str:
    if isinstance(answer, bool):
        return str(answer).casefold()
    if isinstance(answer, str):
        return " ".join(answer.casefold().split())
    if isinstance(answer, numbers.Real):
        number = float(answer)
        return str(int(number)) if math.isfinite(number) and number == int(number) else f"{number:.4g}"
    if isinstance(answer, tuple | list):
        return f"({', '.join(map(_normal, answer))})"
    item = getattr(answer, "tolist", None)  # a tensor, an array
    return _normal(item()) if callable(item) else repr(answer)
