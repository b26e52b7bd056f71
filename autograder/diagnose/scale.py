"""A wrong sign, a factor, an offset: one number that is wrong everywhere in the same way."""

from __future__ import annotations

import math
from collections.abc import Iterable
from fractions import Fraction
from itertools import permutations
from typing import Final

from autograder.diagnose.case import Case
from autograder.diagnose.registry import hypothesis
from autograder.diagnose.words import Factor, number, recognise, seen
from autograder.model import Diagnosis

__all__ = ["factor", "factor_text", "line", "offset", "root_of_ratio", "sign"]


_FACTORS: Final = tuple(
    f"{sign}{cause}" if cause in {"constant factor", "factor √(m/n)"} else f"factor {sign}{cause}"
    for cause in ("2", "1/2", "n", "1/n", "n/(n-1)", "(n-1)/n", "√n", "1/√n", "factor √(m/n)", "constant factor")
    for sign in ("", "-")
)


@hypothesis("sign", same_shape=True, finite=True, cheap=True)
def sign(case: Case) -> Diagnosis | None:
    """The negative of the expected value."""
    if not case.fits(-case.actual) or not case.telling:
        return None
    return seen(
        "sign",
        "Every value has the right size and the wrong sign. Is a minus missing, or is a difference taken "
        "the wrong way round?",
    )


@hypothesis(*_FACTORS, same_shape=True, finite=True, cheap=True)
def factor(case: Case) -> Diagnosis | None:
    """The expected value times a constant."""
    if not case.expected.any() or not case.actual.any():
        return None
    ratio = float((case.actual * case.expected).sum() / (case.expected**2).sum())
    if not 1e-9 < abs(ratio) < 1e9 or abs(ratio - 1) < max(30 * case.relative, 1e-5):
        return None
    candidate = case.actual / ratio
    if not case.fits(candidate.round() if case.exact else candidate):
        return None
    single = case.expected.numel() == 1
    known = recognise(abs(ratio), (2, *case.sizes), precision=4e-6 if single else 2e-5, guess=not single)
    if not case.convincing(free=0 if single else 1) or (single and known is None):
        return None
    roots = root_of_ratio(abs(ratio), case.sizes) if known is None else None
    if roots is not None:
        return seen(
            f"{'-' if ratio < 0 else ''}factor √(m/n)",
            f"Every value is √({roots}) times the expected one{' and its sign is wrong' * (ratio < 0)}: "
            "the ratio of two sizes, under a root. Is something scaled by the root of the wrong size?",
        )
    cause, text = factor_text(ratio, known)
    if cause in {"factor 2", "factor 1/2", "factor -2", "factor -1/2"} and 4 in case.sizes:
        text += " Or is it √4, the root of a size?"
    return seen(cause, text)


def root_of_ratio(value: float, sizes: Iterable[int], *, precision: float = 2e-5) -> Fraction | None:
    """Return m/n of two sizes at hand if a factor is √(m/n)."""
    for m, n in permutations([size for size in sizes if size > 1][:12], 2):
        if abs(value - math.sqrt(m / n)) <= precision * value:
            return Fraction(m, n)
    return None


def factor_text(ratio: float, known: Factor | None) -> tuple[str, str]:
    """Return the cause, and the sentence of a student whose values are `ratio` times the expected ones."""
    minus = " and their sign is wrong" if ratio < 0 else ""
    prefix = "-" if ratio < 0 else ""
    if known is None:
        return f"{prefix}constant factor", (
            f"Every value is about {number(abs(ratio))} times the expected one{minus}: the same factor everywhere. "
            "What multiplies or divides all of them alike: a constant, a size, a norm, a rate? Is it missing, is it "
            "another one, or is it used where it should not be?"
        )
    n, name = known.size, known.name
    if known.size == 2 and name in {"n", "1/n"}:
        name = "2" if name == "n" else "1/2"
    spelled = known.spelled()
    text = {
        "2": f"Every value is twice the expected one{minus}. Is a term counted twice, or a ½ forgotten?",
        "1/2": f"Every value is half the expected one{minus}. Is one of two equal contributions missing, or the 2 "
        "that comes from a square?",
        "n": f"Every value is {n} times the expected one{minus}. What is there {n} of here, is the result to be a "
        "sum or a mean over them, or does a scaling go the wrong way?",
        "1/n": f"Every value is the expected one divided by {n}{minus}. What is there {n} of here, and is it "
        "divided by their number once too often?",
        "n/(n-1)": f"Every value is {spelled} times the expected one{minus}. With {n} values, that is the "
        "difference between dividing by n and by n − 1: which of the two does the task ask for?",
        "(n-1)/n": f"Every value is {spelled} times the expected one{minus}. With {n} values, that is the "
        "difference between dividing by n and by n − 1: which of the two does the task ask for?",
        "sqrt(n)": f"Every value is {spelled} times the expected one{minus}. Look where a square root or a scaling "
        "belongs: is one missing, or is the wrong size under the root?",
        "1/sqrt(n)": f"Every value is {spelled} times the expected one{minus}. Look where a square root or a scaling "
        "belongs: is one too many, or is the wrong size under the root?",
    }[name]
    return f"factor {prefix}{name.replace('sqrt', '√').replace('√(n)', '√n')}", text


@hypothesis("offset", same_shape=True, least=3, finite=True)
def offset(case: Case) -> Diagnosis | None:
    """The expected value plus a constant."""
    shift = float((case.actual - case.expected).mean())
    if abs(shift) <= 30 * float(case.allowed.max()) or not case.fits(case.actual - shift):
        return None
    if not case.convincing(free=1):
        return None
    more = "larger" if shift > 0 else "smaller"
    return seen(
        "offset",
        f"Every value is {number(abs(shift))} {more} than expected, the same everywhere. "
        "Is a constant added once too often, or left out?",
    )


@hypothesis("factor and offset", same_shape=True, least=4, floats=True, finite=True, clear=True)
def line(case: Case) -> Diagnosis | None:
    """The expected value times a constant, plus another."""
    own, wanted = case.actual - case.actual.mean(), case.expected - case.expected.mean()
    spread = float((wanted**2).sum())
    slope = float((own * wanted).sum()) / spread if spread else 0.0
    if abs(slope) < 1e-9 or not case.fits(own / slope + case.expected.mean()) or not case.convincing(free=2):
        return None
    shift = float(case.actual.mean()) - slope * float(case.expected.mean())
    return seen(
        "factor and offset",
        f"Up to one factor (about {number(slope)}) and one constant (about {number(shift)}) your values are "
        "right. Which scaling and which shift does the formula have, and in which order?",
        0.8,
    )
