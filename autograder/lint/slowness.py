"""A solution that takes long: each submission takes as long, and the audit runs it hundreds of times."""

from __future__ import annotations

from autograder.lint.problem import Problem

__all__ = ["slow_problems"]

_SLOW = 3.0


def slow_problems(seconds: float) -> list[Problem]:
    """Return a problem if a run of the solution took too long; only a build, which has run it, knows."""
    if seconds <= _SLOW:
        return []
    reason = f"its solution ran for {seconds:.0f} s here, and so will each submission; {_SLOW:g} s are much."
    return [
        Problem(
            "", reason, "If the machine was not busy, make its data smaller, or tag pictures and rewards `ungraded`."
        )
    ]
