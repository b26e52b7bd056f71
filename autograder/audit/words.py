"""How the audit's numbers are written, the same on a terminal and on a page."""

from __future__ import annotations

import math

from autograder.audit.margins import Margin
from autograder.audit.whole import Audit

__all__ = ["factor", "facts", "least", "size", "tolerance"]


def size(number: float) -> str:
    """Return an absolute difference: "0", "3.1e-07", "any" where no tolerance would help."""
    if math.isinf(number):
        return "any"
    return f"{number:.1e}" if number else "0"


def factor(number: float) -> str:
    """Return a margin: "12", "3,400", "2e+07", "∞"."""
    if math.isinf(number):
        return "∞"
    return f"{number:,.0f}" if 10 <= number < 1e5 else f"{number:.2g}".replace("e+0", "e+")


def tolerance(margin: Margin) -> str:
    """Return a check's largest allowed difference; "exact" where there is none."""
    return size(margin.allowed) if margin.allowed else "exact"


def least(found: Audit) -> tuple[float, float]:
    """Return a notebook's smallest margins: below the tolerance, above it."""
    checks = found.margins.checks
    return min((one.below for one in checks), default=math.inf), min((one.above for one in checks), default=math.inf)


def facts(found: Audit) -> list[tuple[str, str]]:
    """Return what an audit comes to: (number, what it counts)."""
    mutants, diagnosed = found.mutants, found.diagnosed
    below, above = least(found)
    return [
        (str(found.checks), f"checks, {found.hidden} of them hidden"),
        (_sound(found, "misconception"), "misconceptions rejected"),
        (_sound(found, "variant"), "variants accepted"),
        (f"{factor(below)} · {factor(above)}", f"least margins below and above, {found.margins.seeds} seeds"),
        (
            f"{mutants.rate:.1%}",
            f"of {mutants.made - mutants.equivalent} mutants killed, {mutants.equivalent} equivalent",
        ),
        (
            f"{diagnosed.rate:.0%}",
            f"of {diagnosed.visible} visible causes named from numbers alone, {diagnosed.false} unconfirmed",
        ),
    ]


def _sound(found: Audit, kind: str) -> str:
    count = found.count(kind)
    sound = sum(one.kind == kind and not one.faults for one in found.alternatives)
    return str(count) if sound == count else f"{sound} of {count}"
