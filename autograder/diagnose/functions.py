"""The right numbers before or after one more function: a square, a root, a log, a tanh, a softmax's scale."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

import torch

from autograder.diagnose.case import Case, distinct
from autograder.diagnose.registry import hypothesis
from autograder.diagnose.scale import root_of_ratio
from autograder.diagnose.words import number, recognise, seen
from autograder.model import Diagnosis

__all__ = ["one_function", "softmax_scale"]

_FUNCTIONS: Final[tuple[tuple[str, Callable[[torch.Tensor], torch.Tensor]], ...]] = (
    ("squares", lambda x: x**2),
    ("square roots", torch.sqrt),
    ("logarithms", torch.log),
    ("exponentials", torch.exp),
    ("negative logarithms", lambda x: -x.log()),
    ("reciprocals", lambda x: 1 / x),
    ("reciprocal square roots", lambda x: x**-0.5),
    ("absolute values", torch.abs),
    ("differences from 1", lambda x: 1 - x),
    ("positive parts (relu)", lambda x: x.clamp_min(0)),
    ("tanh", torch.tanh),
    ("sigmoids", torch.sigmoid),
)
_CAUSES: Final = tuple(f"{when}: {name}" for when in ("after", "before") for name, _ in _FUNCTIONS)


@hypothesis(*_CAUSES, same_shape=True, floats=True, finite=True, telling=True)
def one_function(case: Case) -> Diagnosis | None:
    """One function is missing at the end, or is applied once too often."""
    for name, function in _FUNCTIONS:
        candidate = function(case.expected)
        if candidate.isfinite().all() and _varied(candidate) and case.makes(candidate):
            return seen(
                f"after: {name}",
                f"Yours are the {name} of the expected values: one step too many, or something else was asked for.",
            )
        after = function(case.actual)
        if after.isfinite().all() and case.fits(after):
            return seen(
                f"before: {name}",
                f"The expected values are the {name} of yours: you are one step before the end, or an earlier step "
                "leaves something out.",
            )
    return None


def _varied(values: torch.Tensor) -> bool:
    """Tell whether a result still tells something: the positive part of negative numbers does not."""
    return distinct(values) >= 3 or (values.numel() == 1 and bool(values.any()))


@hypothesis("softmax of scaled logits", same_shape=True, dims=1, floats=True, finite=True)
def softmax_scale(case: Case) -> Diagnosis | None:
    """Softmax of the right logits times a constant: the scale of attention, a temperature."""
    own, wanted = case.actual, case.expected
    if bool(((own > 0) != (wanted > 0)).any()) or bool((own < 0).any()):
        return None
    for axis in reversed(range(wanted.dim())):
        if any(bool(((x.sum(axis) - 1).abs() > 1e-3).any()) for x in (own, wanted)):
            continue
        used = (wanted > 1e-30) & (own > 1e-30)
        count = used.sum(axis, keepdim=True).clamp_min(1)
        logs = [torch.where(used, x.clamp_min(1e-30).log(), 0.0) for x in (own, wanted)]
        a, b = (torch.where(used, x - x.sum(axis, keepdim=True) / count, 0.0) for x in logs)
        spread = float((b**2).sum())
        scale = float((a * b).sum()) / spread if spread > 1e-12 else 0.0
        if scale < 1e-2 or abs(scale - 1) < 0.02:
            continue
        powers = torch.where(used, (logs[0] / scale).exp(), 0.0)
        if case.fits(powers / powers.sum(axis, keepdim=True)) and case.convincing(free=1):
            known = recognise(scale, case.sizes, precision=1e-3, guess=False) or recognise(scale, (), precision=1e-3)
            exact = known is not None and known.name == "n"
            size = known.spelled() if known and exact else f"about {number(scale)}"
            roots = root_of_ratio(scale, case.sizes, precision=1e-3) if known is None else None
            size = f"√({roots}) ({size})" if roots else size
            if known and not exact:
                size = f"{known.spelled()} ({size})"
            return seen(
                "softmax of scaled logits",
                f"Yours is a softmax too, but of logits that are {size} times the expected ones. How are the scores "
                "scaled before the softmax, and by the root of which size?",
            )
    return None
