"""Checks of functions that ask for what the grader has given away.

In: a reference. Out: faults, in words. After a public check of a variable the right value takes its place, also where
nothing was solved; a later check whose value is that of variables is passed by a function that returns these. It does
NOT find what is computed from a given value in one step (its transpose, its sum).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

import numpy as np
import torch

from autograder.judge import Reference
from autograder.model import CheckOptions

__all__ = ["given_away"]

_CLOSE: Final = 1e-4, 1e-5  # the coarsest tolerance that checks have by default: rtol, and atol of the largest
_FEW: Final = 3  # numbers, or characters: fewer are no secret
_DIGITS: Final = 3  # a number with no more after the point is no secret either
_LONGEST: Final = 1000  # of a list that is looked into

_Part = str | bytes | np.ndarray  # numbers: flat float64


def given_away(reference: Reference) -> Iterator[str]:
    """Yield a sentence for each check of a function that earlier variables answer; numbers are compared flat."""
    given: list[tuple[str, _Part]] = []
    for name, capture in reference.run.captures.items():
        parts = list(_parts(reference.expected[name]))
        if capture.variable:
            given += [] if capture.hidden else [(name, part) for part in parts]
        elif parts and not capture.options.bounded:
            givers = [_giving(part, given, capture.options) for part in parts]
            if all(givers):
                named = ", ".join(f"'{giver}'" for giver in dict.fromkeys(givers))
                yield f"the check '{name}' asks for what the grader gives away as {named}: give it other data"


def _giving(part: _Part, given: Iterable[tuple[str, _Part]], options: CheckOptions) -> str:
    """Return the variable that has this value, "" if none has."""
    return next((name for name, theirs in given if _same(theirs, part, options)), "")


def _parts(value: object) -> Iterator[_Part]:
    """Yield what of a value would be worth copying: the whole, and each tensor, list or text in it."""
    match value:
        case str() | bytes():
            if len(value) > _FEW:
                yield value
        case torch.Tensor():
            yield from _numbers(value.detach().cpu().resolve_conj())
        case np.ndarray() | float():
            yield from _numbers(torch.as_tensor(value))
        case list() | tuple() if value and all(type(item) in {int, float, bool} for item in value):
            yield from _numbers(torch.tensor(value, dtype=torch.float64))
        case list() | tuple() | set() | frozenset():
            for item in list(value)[:_LONGEST]:
                yield from _parts(item)
        case dict():
            yield from _parts([key for key in value if not isinstance(key, str)])  # a text is only a label
            yield from _parts([*value.values()])


def _numbers(tensor: torch.Tensor) -> Iterator[np.ndarray]:
    if tensor.is_complex():
        tensor = torch.view_as_real(tensor)
    flat = tensor.to(torch.float64).flatten().numpy()
    if flat.size >= _FEW:
        if (flat != flat[0]).any():
            yield flat
    elif flat.size and np.isfinite(flat).all() and (flat.round(_DIGITS) != flat).any():
        yield flat


def _same(given: _Part, asked: _Part, options: CheckOptions) -> bool:
    if isinstance(given, np.ndarray) and isinstance(asked, np.ndarray):
        if given.size != asked.size:
            return False
        rtol, share = _CLOSE
        atol = share * float(np.abs(asked[np.isfinite(asked)]).max(initial=0.0))
        if options.rtol is not None and options.atol is not None:
            rtol, atol = options.rtol, options.atol
        return bool(np.allclose(given, asked, rtol=rtol, atol=atol, equal_nan=True))
    return type(given) is type(asked) and not isinstance(given, np.ndarray) and given == asked
