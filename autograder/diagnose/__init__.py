"""Guesses why a value is wrong."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from autograder.compare import compare
from autograder.model import Diagnosis, WrongValue

__all__ = ["diagnose"]


def diagnose(
    actual: object,
    expected: object,
    *,
    wrong: Sequence[WrongValue] = (),
    others: Mapping[str, object] = {},
    rtol: float | None = None,
    atol: float | None = None,
) -> Diagnosis | None:
    """Return the most likely cause of a mismatch, or None."""
    for known in wrong:
        if compare(known.value, expected, rtol=rtol, atol=atol) is None:
            continue
        if compare(actual, known.value, rtol=rtol, atol=atol) is None:
            return Diagnosis(known.says, "author", known.name)
    return None
