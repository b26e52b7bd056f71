"""The statuses of a check: how each is marked, said and coloured, in one table that every face reads.

In what order failures are listed is the order of the table. A status itself, and what it means, stands in model.py.
"""

from __future__ import annotations

from dataclasses import dataclass

from autograder.model import Status

__all__ = ["AMBER", "FAILURES", "GREEN", "RED", "STATUSES", "Look"]

GREEN, RED, AMBER, GREY = "#2e9e5b", "#e0483e", "#c98a00", "#808080"  # on pages; mixed there with the text's own colour


@dataclass(frozen=True, slots=True)
class Look:
    """How a status looks and is called."""

    mark: str
    word: str
    colour: str  # on pages
    fill: str  # the same, as the CSS of a page's bar
    style: str  # in a terminal


STATUSES: dict[Status, Look] = {
    Status.WRONG: Look("✗", "wrong", RED, "var(--bad)", "red"),
    Status.RAISED: Look("!", "raised an error", RED, "#a3344f", "red"),
    Status.MISSING: Look("\N{EN DASH}", "no answer", GREY, "var(--none)", "bright_black"),
    Status.FORBIDDEN: Look("⊘", "forbidden", AMBER, "var(--fair)", "yellow"),
    Status.PASSED: Look("✓", "passed", GREEN, "color-mix(in srgb, var(--good) 30%, transparent)", "green"),
}
FAILURES = tuple(status for status in STATUSES if status is not Status.PASSED)  # only `passed` counts as right
