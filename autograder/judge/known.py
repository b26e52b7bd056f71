"""What an exercise's misconceptions give at its checks.

In: a reference, and what runs a misconception. Out: a `OutcomesOf`. A misconception is run when its turn comes, and
its value decoded and compared once.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from autograder.judge.reference import ErrorOutcome, Outcomes, Reference, cell_error, compared
from autograder.model import Capture, Run, ValueOutcome
from autograder.notebook import Alternative, Notebook, marked_by
from autograder.wire import values

__all__ = ["Misconceptions"]


class Misconceptions:
    """The known wrong answers of one exercise. Several threads may ask at once."""

    def __init__(self, reference: Reference, run: Callable[[Alternative], Run]) -> None:
        """Take a misconception's run from `run`, which remembers what it has run."""
        self._reference = reference
        self._run = run
        self._values: dict[tuple[str, str], ValueOutcome | None] = {}

    def __call__(self, name: str) -> Outcomes:
        """Return what they give at one check: those of its own task, then those of other tasks that name it."""
        known = _in_order(self._reference.notebook, self._reference.run.captures[name])
        return Outcomes(self._wrong_values(name, known), self._wrong_errors(name, known))

    def _wrong_values(self, name: str, known: Sequence[Alternative]) -> Iterator[ValueOutcome]:
        for other in known:
            key = other.name, name
            if key not in self._values:
                self._values[key] = self._wrong_value(other, name)
            found = self._values[key]
            if found is not None:
                yield found

    def _wrong_value(self, other: Alternative, name: str) -> ValueOutcome | None:
        """Return what a misconception gives at a check, None if it gives nothing, or what is right."""
        capture = self._run(other).captures.get(name)
        if capture is None or capture.value is None:
            return None
        value, reference = values.decode(capture.value), self._reference
        wrong = compared(value, reference.expected[name], reference.run.captures[name]) is not None
        return ValueOutcome(other.name, other.says, value) if wrong else None

    def _wrong_errors(self, name: str, known: Sequence[Alternative]) -> Iterator[ErrorOutcome]:
        location = self._reference.run.captures[name].location
        for other in known:
            run = self._run(other)
            capture = run.captures.get(name)
            error = capture.error if capture is not None else run.errors.get(location)
            if error is not None:
                yield ErrorOutcome(other.name, other.says, error, other.cell_id, cell_error(run, other.cell_id))


def _in_order(notebook: Notebook, expected: Capture) -> list[Alternative]:
    """Return the misconceptions that may show at a check, those of its own task first."""
    marks = marked_by(notebook.cells)
    own = [one for one in notebook.alternatives if expected.cell_id in marks[one.cell_id]]
    others = [one for one in notebook.alternatives if expected.name in one.breaks and one not in own]
    return [one for one in own + others if one.kind == "misconception"]
