"""Asks every hypothesis about a wrong value, whatever its type, and returns the first that is believed."""

from __future__ import annotations

import math
from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING, Final

import numpy as np

from autograder.diagnose import (
    extents,
    functions,
    groups,
    items,
    keyed,
    kinds,
    made,
    patterns,
    precision,
    rearranged,
    relations,
    scale,
    shapes,
    simple,
    slicewise,
    tokens,
)
from autograder.diagnose.case import make_case

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    import torch

    from autograder.diagnose.case import Case
    from autograder.model import Diagnosis

__all__ = ["Search"]

# The first that is believed is told: so the special before the general.
_HYPOTHESES: Final[tuple[Callable[[Case], Diagnosis | None], ...]] = (
    simple.dtype,
    simple.masked,
    simple.not_finite,
    simple.zeros,
    relations.another,
    shapes.size_one,
    shapes.turned,
    shapes.reshaped,
    shapes.outer,
    shapes.repeated,
    extents.one_entry,
    extents.one_slice,
    shapes.unreduced,
    shapes.reduced,
    scale.sign,
    simple.inverted,
    scale.factor,
    scale.offset,
    simple.constant,
    patterns.triangle,
    slicewise.diagonal,
    slicewise.other_axis,
    functions.softmax_scale,
    functions.one_function,
    rearranged.flipped,
    rearranged.shifted,
    patterns.lost_entries,
    patterns.unmasked,
    slicewise.some_wrong,
    relations.term,
    relations.product,
    relations.two_terms,
    made.made_from,
    made.picked,
    relations.other_term,
    scale.line,
    slicewise.all_alike,
    patterns.hidden_weight,
    groups.own_factors,
    groups.own_offsets,
    groups.own_lines,
    groups.two_factors,
    groups.separable,
    relations.blend,
    rearranged.permuted,
    rearranged.scattered,
    slicewise.mostly_one,
    simple.nearly,
    slicewise.few_wrong,
    patterns.one_sided,
    slicewise.some_right,
    patterns.opposite,
    extents.other_sum,
    extents.axis_left,
)

_AXES: Final = 8  # more than an exercise has; some hypotheses try all sets of axes
# of tensors with millions of elements only what takes a moment, and of larger ones nothing
_FOR_LARGE: Final = (simple.dtype, simple.not_finite, simple.zeros, shapes.size_one, scale.sign, scale.factor)
_LARGE: Final = 2_500_000  # elements on both sides
_VAST: Final = 8_000_000
_TRIED: Final = 8  # wrong items of a list or dict that are looked at
_SPARE: Final = 10_000  # items that there may be beside what is expected
_TRIED_IN_ALL: Final = 32  # and of all the lists and dicts in each other


class Search:
    """Looks for causes in the values alone."""

    def __init__(self, others: Mapping[str, object], rtol: float | None, atol: float | None) -> None:
        """Take what other checks expect, and the check's own tolerance."""
        tensors = {name: kinds.as_tensor(other) for name, other in others.items()}
        self._others = others
        self._tensors = {name: tensor for name, tensor in tensors.items() if tensor is not None}
        self._tolerance = rtol, atol
        self._left = _TRIED_IN_ALL

    def of(self, actual: object, expected: object) -> Diagnosis | None:
        """Return the cause of any wrong value, or None."""
        actual = actual.item() if isinstance(actual, np.generic) else actual
        expected = expected.item() if isinstance(expected, np.generic) else expected
        if _far_larger(actual, expected):
            return None
        return self._named(actual) or self._alike(actual, expected)

    def _alike(self, actual: object, expected: object) -> Diagnosis | None:
        if type(actual) is not type(expected):
            if found := kinds.other_kind(actual, expected, *self._tolerance):
                return found
        elif isinstance(actual, str | bytes) and isinstance(expected, str | bytes):
            return kinds.texts(actual, expected)
        match actual, expected:
            case (bool(), _) | (_, bool()):
                return None
            case int(), int():
                return keyed.integers(actual, expected)
            case list() | tuple(), list() | tuple():
                return (
                    tokens.merges(actual, expected)
                    or tokens.overlapping(actual, expected)
                    or tokens.encoding(actual, expected)
                    or items.twice(actual, expected, self._tolerance)
                    or items.sequences(actual, expected, self._tolerance)
                    or self._listed(actual, expected)
                    or tokens.cuts(actual, expected)
                )
            case dict(), dict():
                return keyed.dicts(actual, expected, self._tolerance) or self._first(_shared(actual, expected))
            case set() | frozenset(), set() | frozenset():
                return keyed.sets(actual, expected)
        return self._numbers(kinds.as_tensor(actual), kinds.as_tensor(expected))

    def _named(self, actual: object) -> Diagnosis | None:
        """Look for a list or a text among the other checks' values (for tensors a hypothesis does)."""
        if isinstance(actual, list | tuple | dict | str | bytes) and len(actual) > 3:
            for name, other in self._others.items():
                if self._same(actual, other):
                    return relations.named(name)
        return None

    def _numbers(self, actual: torch.Tensor | None, expected: torch.Tensor | None) -> Diagnosis | None:
        if actual is None or expected is None or not _within_bounds(actual, expected):
            return None
        if (rounded := precision.in_half(actual, expected)) is not None:
            wrong = Search(self._tensors, None, None)
            return (
                precision.out_of_range(actual, expected, rounded)
                or precision.right_in_half(actual, expected, rounded)
                or wrong._numbers(actual, rounded)
                or precision.besides(actual, expected, rounded)
            )
        large = expected.numel() + actual.numel() > _LARGE
        case = make_case(actual, expected, {} if large else self._tensors, *self._tolerance)
        found = (hypothesis(case) for hypothesis in (_FOR_LARGE if large else _HYPOTHESES))
        return next((diagnosis for diagnosis in found if diagnosis is not None), None)

    def _listed(self, actual: Sequence[object], expected: Sequence[object]) -> Diagnosis | None:
        """Look at a list as at a row of numbers, at its first wrong items, at where it goes wrong."""
        own, wanted = kinds.as_tensor(actual), kinds.as_tensor(expected)
        if own is not None and wanted is not None and wanted.numel() > 1:
            found = self._numbers(own, wanted)
        elif len(actual) == len(expected):
            found = self._first((f"[{i}]", *pair) for i, pair in enumerate(zip(actual, expected, strict=True)))
        else:
            found = None
        return found or items.parting(actual, expected, self._tolerance)

    def _first(self, pairs: Iterator[tuple[str, object, object]]) -> Diagnosis | None:
        """Return the cause of the first wrong item that has one."""
        wrong = (pair for pair in pairs if not self._same(pair[1], pair[2]))
        for position, actual, expected in islice(wrong, _TRIED):
            self._left -= 1
            if self._left < 0:
                break
            if found := self.of(actual, expected):
                rest = found.text.removeprefix("At ") if found.text.startswith("At [") else f": {found.text}"
                return replace(found, text=f"At {position}{rest}")
        return None

    def _same(self, actual: object, expected: object) -> bool:
        return items.same(actual, expected, self._tolerance)


def _far_larger(actual: object, expected: object) -> bool:
    """Tell whether lists, dicts or sets hold so much more than is expected that nothing is to be said of them."""
    limit = _SPARE + 4 * max(_count(expected, math.inf), math.prod(getattr(expected, "shape", ())))
    return _count(actual, limit) > limit


def _count(value: object, limit: float) -> int:
    """Count the items of lists, dicts and sets in each other; if there are more than `limit`, not all of them."""
    count, waiting = 0, [value]
    while waiting and count <= limit:
        one = waiting.pop()
        if isinstance(one, list | tuple | dict | set | frozenset):
            count += len(one)
            if count <= limit:
                inner = one.values() if isinstance(one, dict) else one
                waiting += [item for item in inner if isinstance(item, list | tuple | dict | set | frozenset)]
    return count


def _within_bounds(actual: torch.Tensor, expected: torch.Tensor) -> bool:
    """Tell from kinds and sizes alone whether two tensors are looked at: a student may hand in what they like."""
    if actual.is_complex() or expected.is_complex() or max(actual.dim(), expected.dim()) > _AXES:
        return False
    # of large ones there is only something to be said if the shapes have something to do with each other
    return actual.numel() + expected.numel() <= (_VAST if actual.numel() == expected.numel() else _LARGE)


def _shared(actual: dict[object, object], expected: dict[object, object]) -> Iterator[tuple[str, object, object]]:
    return ((f"[{key!r:.40}]", actual[key], expected[key]) for key in expected if key in actual)
