"""Guesses why a value is wrong, in a sentence for the student.

In: a wrong value, the expected one, what known misconceptions give, what other checks expect. Out: one
Diagnosis or None. First come the author's own misconceptions; then hypotheses that numbers alone can
prove or refute. None is much better than a wrong guess: a hypothesis is believed only if its
transformation leads to the expected value within the check's own tolerance, and chance can't explain it.

    case.py        a wrong tensor beside the expected one, and what a hypothesis asks of them
    plain.py       dtype, NaN, zeros        scale.py       sign, factor, offset
    shapes.py      another shape            places.py      transposed, shifted, permuted
    slicewise.py   some rows or columns     groups.py      each row or column
    functions.py   one function more or less
    patterns.py    where the zeros are      relations.py   other checks' values
    items.py       lists, dicts, sets       kinds.py       the wrong type, texts
    words.py       how it is said
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

import numpy as np
import torch

from autograder.compare import compare
from autograder.diagnose import (
    functions,
    groups,
    items,
    kinds,
    patterns,
    places,
    plain,
    relations,
    scale,
    shapes,
    slicewise,
)
from autograder.diagnose.case import make_case
from autograder.model import Diagnosis

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from autograder.diagnose.case import Case
    from autograder.model import WrongValue

__all__ = ["diagnose"]

# The first that is believed is told: so the special before the general.
_HYPOTHESES: Final[tuple[Callable[[Case], Diagnosis | None], ...]] = (
    plain.dtype,
    plain.masked,
    plain.not_finite,
    plain.zeros,
    relations.another,
    shapes.size_one,
    shapes.turned,
    shapes.reshaped,
    shapes.outer,
    shapes.repeated,
    shapes.one_entry,
    shapes.one_slice,
    shapes.unreduced,
    shapes.reduced,
    scale.sign,
    plain.inverted,
    scale.factor,
    scale.offset,
    plain.constant,
    patterns.triangle,
    slicewise.diagonal,
    slicewise.other_axis,
    functions.softmax_scale,
    functions.one_function,
    places.flipped,
    places.shifted,
    patterns.lost_entries,
    patterns.unmasked,
    slicewise.some_wrong,
    relations.term,
    relations.product,
    scale.line,
    slicewise.all_alike,
    patterns.hidden_weight,
    groups.own_factors,
    groups.own_offsets,
    groups.own_lines,
    groups.two_factors,
    relations.made_from,
    places.permuted,
    places.scattered,
    plain.nearly,
    slicewise.few_wrong,
    slicewise.some_right,
    patterns.opposite,
    shapes.other_sum,
    shapes.axis_left,
)

_TRIED: Final = 8  # wrong items of a list or dict that are looked at


def diagnose(
    actual: object,
    expected: object,
    *,
    wrong: Sequence[WrongValue] = (),
    others: Mapping[str, object] | None = None,
    rtol: float | None = None,
    atol: float | None = None,
) -> Diagnosis | None:
    """Return the most likely cause of a wrong value, or None (also for a right one).

    `wrong` are the values of known misconceptions, the likeliest first; one that is right is ignored.
    `others` are the values that other checks expect, by name; only public ones, for they are named.
    rtol and atol are the check's own, as in `compare`.
    """
    if compare(actual, expected, rtol=rtol, atol=atol) is None:
        return None
    for known in wrong:
        if compare(actual, known.value, rtol=rtol, atol=atol) is None:
            if compare(known.value, expected, rtol=rtol, atol=atol) is not None:
                return Diagnosis(known.says, "author", known.name)
    return _Numeric(others or {}, rtol, atol).of(actual, expected)


class _Numeric:
    """Looks for causes in the values alone."""

    def __init__(self, others: Mapping[str, object], rtol: float | None, atol: float | None) -> None:
        self.given = others
        tensors = {name: kinds.as_tensor(other) for name, other in others.items()}
        self.others = {name: tensor for name, tensor in tensors.items() if tensor is not None}
        self.rtol, self.atol = rtol, atol

    def of(self, actual: object, expected: object) -> Diagnosis | None:
        """Return the cause of any wrong value."""
        actual = actual.item() if isinstance(actual, np.generic) else actual
        expected = expected.item() if isinstance(expected, np.generic) else expected
        if type(actual) is not type(expected) and (found := kinds.other_kind(actual, expected, self.rtol, self.atol)):
            return found
        if isinstance(actual, list | tuple | dict | str | bytes) and len(actual) > 3:
            for name, other in self.given.items():
                if compare(actual, other, rtol=self.rtol, atol=self.atol) is None:
                    return relations.named(name)
        tolerance = self.rtol, self.atol
        match actual, expected:
            case (bool(), _) | (_, bool()):
                return None
            case int(), int():
                return items.integers(actual, expected)
            case str() | bytes(), str() | bytes() if type(actual) is type(expected):
                return kinds.texts(actual, expected)
            case list() | tuple(), list() | tuple():
                return items.sequences(actual, expected, tolerance) or self.inside(actual, expected)
            case dict(), dict():
                return items.dicts(actual, expected, tolerance) or self.inside(actual, expected)
            case set() | frozenset(), set() | frozenset():
                return items.sets(actual, expected)
        return self.tensors(kinds.as_tensor(actual), kinds.as_tensor(expected))

    def tensors(self, actual: torch.Tensor | None, expected: torch.Tensor | None) -> Diagnosis | None:
        """Return the first hypothesis that is believed."""
        if actual is None or expected is None or actual.is_complex() or expected.is_complex():
            return None
        case = make_case(actual, expected, self.others, self.rtol, self.atol)
        found = (hypothesis(case) for hypothesis in _HYPOTHESES)
        return next((diagnosis for diagnosis in found if diagnosis is not None), None)

    def inside(
        self, actual: Sequence[object] | dict[object, object], expected: Sequence[object] | dict[object, object]
    ) -> Diagnosis | None:
        """Look at a list as at a row of numbers, or else at its first wrong item."""
        own, wanted = kinds.as_tensor(actual), kinds.as_tensor(expected)
        if own is not None and wanted is not None and wanted.numel() > 1:
            found = self.tensors(own, wanted)
            if found or isinstance(actual, dict) or isinstance(expected, dict):
                return found
            return items.parting(actual, expected, (self.rtol, self.atol))
        if isinstance(actual, dict) and isinstance(expected, dict):
            pairs = [(f"[{key!r}]", actual[key], expected[key]) for key in expected if key in actual]
        elif len(actual) == len(expected):
            pairs = [(f"[{i}]", a, b) for i, (a, b) in enumerate(zip(actual, expected, strict=True))]
        else:
            pairs = []
        bad = [pair for pair in pairs if compare(*pair[1:], rtol=self.rtol, atol=self.atol) is not None]
        for place, a, b in bad[:_TRIED]:
            if found := self.of(a, b):
                nested = found.text.startswith("At [")
                text = f"At {place[:40]}{found.text[3:]}" if nested else f"At {place[:40]}: {found.text}"
                return replace(found, text=text)
        if isinstance(actual, dict) or isinstance(expected, dict):
            return None
        return items.parting(actual, expected, (self.rtol, self.atol))
