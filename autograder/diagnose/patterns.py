"""Where the zeros are: a mask that is missing, flipped or one place off; entries that were overwritten."""

from __future__ import annotations

from typing import Final

import torch

from autograder.diagnose.case import Case
from autograder.diagnose.registry import hypothesis
from autograder.diagnose.words import seen, spots
from autograder.model import Diagnosis

__all__ = ["hidden_weight", "lost_entries", "one_sided", "opposite", "triangle", "unmasked"]

_CHANCE: Final = 0.02
_NO_MASK: Final = (
    "Nothing is hidden: each position also sees those after it. Is the mask applied, and before the softmax?"
)
_FLIPPED: Final = (
    "Your mask is the wrong way round: position t sees only what comes after it. Which side of the diagonal is the "
    "future?"
)
_STRICT: Final = "Your mask hides one diagonal too many: position t does not see itself."
_LAX: Final = "Your mask hides one diagonal too few: position t still sees t + 1."


@hypothesis("no mask", "mask flipped", "mask one too strict", "mask one too lax", same_shape=True, dims=2)
def triangle(case: Case) -> Diagnosis | None:
    """A causal mask: the zeros above the diagonal."""
    expected, actual = case.expected, case.actual
    if expected.shape[-1] != expected.shape[-2] or expected.shape[-1] < 3:
        return None
    size = expected.shape[-1]
    above = torch.ones(size, size, dtype=torch.bool).triu(1)
    if bool(expected[..., above].any()) or bool((expected[..., ~above] == 0).any()):
        return None
    if bool((expected >= 0).all()) and bool((actual < 0).any()):  # no weights at all: something else is wrong
        return None
    seen_by = (actual != 0).reshape(-1, size, size)
    whole = torch.ones(size, size, dtype=torch.bool)
    for pattern, cause, text in (
        (whole, "no mask", _NO_MASK),
        (whole.triu(), "mask flipped", _FLIPPED),
        (whole.triu(1), "mask flipped", _FLIPPED),
        (whole.tril(-1), "mask one too strict", _STRICT),
        (whole.tril(1), "mask one too lax", _LAX),
    ):
        if bool((seen_by == pattern).all()):
            return seen(cause, text)
    return None


@hypothesis("not zero", same_shape=True)
def unmasked(case: Case) -> Diagnosis | None:
    """Right where something is expected, but not zero where zero is."""
    empty = case.expected == 0
    extra = empty & (case.actual != 0)
    if not extra.any() or not case.fits(case.actual.masked_fill(empty, 0.0)):
        return None
    if not case.convincing(~empty):
        return None
    count = int(extra.sum())
    return seen(
        "not zero",
        f"What must not be 0 is right, but {count} of the {int(empty.sum())} values that must be 0 "
        f"{'is' if count == 1 else 'are'} not ({spots(extra)}). Which condition or mask sets them to 0?",
    )


@hypothesis("hidden places have weight", same_shape=True, floats=True, finite=True)
def hidden_weight(case: Case) -> Diagnosis | None:
    """Right proportions among what may be seen, but what is hidden has a share, too."""
    empty = case.expected == 0
    if not empty.any() or bool((case.expected < 0).any()):
        return None
    if not bool((case.actual[empty] != 0).any()):
        return None
    kept = case.actual.masked_fill(empty, 0.0)
    for axis in range(kept.dim()):
        total, whole = kept.sum(axis, keepdim=True), case.expected.sum(axis, keepdim=True)
        if bool((total.abs() < 1e-12).any()) or bool(((whole - 1).abs() > 1e-4).any()):
            continue
        if case.fits(kept / total) and case.convincing(~empty):
            return seen(
                "hidden places have weight",
                "Among the places that may be seen your weights have the right proportions, but hidden places have "
                f"weight, too ({spots(empty & (case.actual != 0))}). Which score leads to the weight 0?",
            )
    return None


@hypothesis("mask inverted", same_shape=True, least=8)
def opposite(case: Case) -> Diagnosis | None:
    """Zeros exactly where something is expected, and something where zeros are."""
    if not bool(((case.expected == 0) == (case.actual != 0)).all()):
        return None
    if bool((case.expected == 0).all()) or bool((case.expected != 0).all()):
        return None
    return seen(
        "mask inverted",
        "Zeros stand exactly where something is expected, and something where zeros are: a mask or a condition is "
        "used the other way round. What does True stand for in it?",
    )


@hypothesis("True too often", "True too seldom", same_shape=True)
def one_sided(case: Case) -> Diagnosis | None:
    """A mask that holds all that it should and more, or nothing that it should not but too little."""
    if case.actual_dtype != torch.bool or case.expected_dtype != torch.bool:
        return None
    own, wanted = case.actual.bool(), case.expected.bool()
    for big, small, word in ((own, wanted, "often"), (wanted, own, "seldom")):
        share = float(big.double().mean())
        # by chance, all of `small` lies within `big` this seldom
        if int(small.sum()) and bool((big | ~small).all()) and share ** int(small.sum()) < _CHANCE:
            return seen(
                f"True too {word}",
                f"Yours is True too {word}: at {int((big & ~small).sum())} of {big.numel()} places "
                f"({spots(big & ~small)}), and nowhere is it the other way round. Which condition decides it there?",
                0.7,
            )
    return None


@hypothesis("zero", same_shape=True, clear=True)
def lost_entries(case: Case) -> Diagnosis | None:
    """Zero where something is expected, and right elsewhere."""
    lost = (case.actual == 0) & (case.expected.abs() > case.allowed)
    kept = ~lost & (case.expected != 0)
    if not lost.any() or not case.fits(torch.where(lost, case.expected, case.actual)) or not case.convincing(kept):
        return None
    count = int(lost.sum())
    return seen(
        "zero",
        f"{count} of {case.expected.numel()} values {'is' if count == 1 else 'are'} 0 and should not be "
        f"({spots(lost)}); the others are right. Are these never reached, overwritten, or cut off?",
    )
