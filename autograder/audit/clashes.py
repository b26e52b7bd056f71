"""Misconceptions that no check tells apart, though their sentences differ.

In: a notebook and a grader. Out: pairs that give the same, a value within tolerance or an exception, at every check
that either fails. A student with one of the two mistakes reads the sentence of whichever stands first in the notebook:
other data must separate them, or both have a sentence that is true of both.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from autograder.compare import compare
from autograder.grade import Grader
from autograder.judge import ErrorOutcome
from autograder.model import Capture
from autograder.notebook import Notebook

__all__ = ["Clash", "clashes"]


@dataclass(frozen=True, slots=True)
class Clash:
    """Two misconceptions that give the same at all checks that they fail."""

    first: str
    second: str
    checks: tuple[str, ...]

    def __str__(self) -> str:
        listed = ", ".join(f"'{check}'" for check in self.checks)
        return f"'{self.first}' and '{self.second}' give the same at every check that they fail: {listed}"


def clashes(notebook: Notebook, grader: Grader) -> Iterator[Clash]:
    """Yield the pairs, in the order of the notebook; the runs are those that the grader makes for diagnoses."""
    captures = grader.reference(notebook).run.captures
    given: dict[str, dict[str, object]] = {}  # misconception -> check that it fails -> what it gives there
    for check in captures:
        outcomes = grader.wrong(notebook, check)
        for value in outcomes.values:
            given.setdefault(value.name, {})[check] = value.value
        for error in outcomes.errors:
            given.setdefault(error.name, {})[check] = error
    says = {other.name: other.says for other in notebook.alternatives}
    for first, second in combinations([name for name in says if name in given], 2):
        one, two = given[first], given[second]
        if (
            says[first] != says[second]
            and one.keys() == two.keys()
            and all(_same(one[check], two[check], captures[check]) for check in one)
        ):
            yield Clash(first, second, tuple(one))


def _same(first: object, second: object, capture: Capture) -> bool:
    """Tell whether a check gets the same from both; of a value that is only held against a bound it sees no more."""
    if isinstance(first, ErrorOutcome) or isinstance(second, ErrorOutcome):
        return (
            isinstance(first, ErrorOutcome)
            and isinstance(second, ErrorOutcome)
            and (first.error, first.cell_error) == (second.error, second.cell_error)
        )
    options = capture.options
    return options.bounded or compare(first, second, rtol=options.rtol, atol=options.atol) is None
