"""Asks every hypothesis about a wrong value, whatever its type, and returns the first that is believed."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import replace
from itertools import islice
from typing import Final

import torch

from autograder.compare.pairs import Pair, kind_of, pair_of, unequal
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
    texts,
    tokens,
)
from autograder.diagnose.case import Values, make_case
from autograder.diagnose.registry import Asked, Hypothesis
from autograder.model import Diagnosis

__all__ = ["HYPOTHESES", "LISTS", "Search"]

# The first that is believed is told: so the special before the general.
HYPOTHESES: Final = (
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

LISTS: Final = (tokens.merges, tokens.overlapping, tokens.encoding, items.twice, *items.LISTS)

_AXES: Final = 8  # more than an exercise has; some hypotheses try all sets of axes
_LARGE: Final = 2_500_000  # elements on both sides: beyond them only the cheap hypotheses are asked
_VAST: Final = 8_000_000  # and beyond these none
_TRIED: Final = 8  # wrong items of a list or dict that are looked at
_SPARE: Final = 10_000  # items that there may be beside what is expected
_TRIED_IN_ALL: Final = 32  # and of all the lists and dicts in each other


class Search:
    """Looks for causes in the values alone."""

    def __init__(
        self, others: Mapping[str, object], rtol: float | None, atol: float | None, read: frozenset[str] | None = None
    ) -> None:
        """Take what other checks expect, the check's own tolerance, and the names that the student's code reads."""
        tensors = {name: kinds.as_tensor(value) for name, value in others.items()}
        self._others = others
        self._tensors = {name: tensor for name, tensor in tensors.items() if tensor is not None}
        self._tolerance = rtol, atol
        self._read = read
        self._left = _TRIED_IN_ALL

    def of(self, actual: object, expected: object) -> Diagnosis | None:
        """Return the cause of any wrong value, or None."""
        pair = pair_of(actual, expected)
        if _far_larger(pair.actual, pair.expected):
            return None
        return self._named(pair.actual) or self._of_pair(pair)

    def _of_pair(self, pair: Pair) -> Diagnosis | None:
        actual, expected = pair.actual, pair.expected
        values = Values(actual, expected, *self._tolerance)
        if type(actual) is not type(expected) and (diagnosis := kinds.other_kind(values)):
            return diagnosis
        both = {kind_of(actual), kind_of(expected)}
        if both in ({"text"}, {"bytes"}):
            far_longer = len(actual) > 4 * len(expected) + 1000
            return _first_believed(texts.LONG_TEXTS if far_longer else texts.TEXTS, values)
        if "bool" in both:
            return None
        if both == {"int"}:
            return keyed.count(values)
        if both <= {"list", "tuple"}:
            values = replace(values, actual=list(actual), expected=list(expected))
            return _first_believed(LISTS, values) or self._listed(pair_of(values.actual, values.expected), values)
        if both == {"dict"}:
            return _first_believed(keyed.DICTS, values) or self._inside(pair)
        if both <= {"set", "frozenset"}:
            return keyed.members(values)
        return self._numbers(kinds.as_tensor(actual), kinds.as_tensor(expected))

    def _named(self, actual: object) -> Diagnosis | None:
        """Look for a list or a text among the other checks' values (for tensors a hypothesis does)."""
        if isinstance(actual, list | tuple | dict | str | bytes) and len(actual) > 3:
            for name, value in self._others.items():
                if self._same(actual, value):
                    return relations.named(name)
        return None

    def _numbers(self, actual: torch.Tensor | None, expected: torch.Tensor | None) -> Diagnosis | None:
        if actual is None or expected is None or not _within_bounds(actual, expected):
            return None
        if (rounded := precision.in_half(actual, expected)) is not None:
            half = Values(actual, expected)
            return (
                precision.out_of_range(half)
                or precision.right_in_half(half)
                or self._of_tensors(actual, rounded, (None, None))
                or precision.besides(half)
            )
        return self._of_tensors(actual, expected, self._tolerance)

    def _of_tensors(
        self, actual: torch.Tensor, expected: torch.Tensor, tolerance: tuple[float | None, float | None]
    ) -> Diagnosis | None:
        large = expected.numel() + actual.numel() > _LARGE
        case = make_case(actual, expected, {} if large else self._tensors, *tolerance, read=self._read)
        return _first_believed((asked for asked in HYPOTHESES if asked.cheap or not large), case)

    def _listed(self, pair: Pair, values: Values) -> Diagnosis | None:
        """Look at a list as at a row of numbers, at its first wrong items, at where it goes wrong."""
        own, wanted = kinds.as_tensor(pair.actual), kinds.as_tensor(pair.expected)
        diagnosis = None
        if own is not None and wanted is not None and wanted.numel() > 1:
            diagnosis = self._numbers(own, wanted)
        elif pair.same_length:
            diagnosis = self._inside(pair)
        return diagnosis or items.parting(values) or tokens.cuts(values)

    def _inside(self, pair: Pair) -> Diagnosis | None:
        """Return the cause of the first wrong item that has one."""
        wrong = (item for item in unequal(pair) if not self._same(item.actual, item.expected))
        for item in islice(wrong, _TRIED):
            self._left -= 1
            if self._left < 0:
                break
            if diagnosis := self.of(item.actual, item.expected):
                text = diagnosis.text
                rest = text.removeprefix("At ") if text.startswith("At [") else f": {text}"
                return replace(diagnosis, text=f"At {item.path}{rest}")
        return None

    def _same(self, actual: object, expected: object) -> bool:
        return Values(actual, expected, *self._tolerance).same(actual, expected)


def _first_believed(hypotheses: Iterable[Hypothesis[Asked]], asked: Asked) -> Diagnosis | None:
    return next((diagnosis for hypothesis in hypotheses if (diagnosis := hypothesis(asked))), None)


def _far_larger(actual: object, expected: object) -> bool:
    """Tell whether lists, dicts or sets hold so much more than is expected that nothing is to be said of them."""
    limit = _SPARE + 4 * max(_count(expected, math.inf), math.prod(getattr(expected, "shape", ())))
    return _count(actual, limit) > limit


def _count(value: object, limit: float) -> int:
    """Count the items of lists, dicts and sets in each other; if there are more than `limit`, not all of them."""
    count, waiting = 0, [value]
    while waiting and count <= limit:
        holder = waiting.pop()
        if isinstance(holder, list | tuple | dict | set | frozenset):
            count += len(holder)
            if count <= limit:
                inner = holder.values() if isinstance(holder, dict) else holder
                waiting += [item for item in inner if isinstance(item, list | tuple | dict | set | frozenset)]
    return count


def _within_bounds(actual: torch.Tensor, expected: torch.Tensor) -> bool:
    """Tell from kinds and sizes alone whether two tensors are looked at: a student may hand in what they like."""
    if actual.is_complex() or expected.is_complex() or max(actual.dim(), expected.dim()) > _AXES:
        return False
    # of large ones there is only something to be said if the shapes have something to do with each other
    return actual.numel() + expected.numel() <= (_VAST if actual.numel() == expected.numel() else _LARGE)
