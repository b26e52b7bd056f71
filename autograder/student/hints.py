"""Hints of the exercise, one after the other: from a question to nearly the answer.

In: the exercise's hints, the name of a check. Out: the next hint for it, and whether the table should offer one: after
the third different wrong try, and whenever no sentence says what is wrong. Nothing is kept beyond the session, and no
grade knows of it.
"""

from __future__ import annotations

from autograder.model import Capture, CheckResult, Status
from autograder.notebook import Hints, Notebook, marked_by

__all__ = ["Taken", "hints_of"]

_TRIES = 3  # different wrong ones, after which a hint is offered


def hints_of(notebook: Notebook, check: str, check_cell: str) -> Hints | None:
    """Return the hints for a check: those that name it, else those of its task; None if the exercise has none."""
    marks = marked_by(notebook.cells)
    of_task = [hints for hints in notebook.hints if check_cell in marks.get(hints.cell_id, ())]
    of_check = [hints for hints in notebook.hints if check in hints.checks]
    return next(iter(of_check or [hints for hints in of_task if not hints.checks]), None)


class Taken:
    """Which hints a student has been given, and what they have tried, in this session."""

    def __init__(self) -> None:
        self._given: dict[Hints, int] = {}
        self._tries: dict[str, set[int]] = {}

    def next(self, hints: Hints) -> str:
        """Return the next hint with its number; after the last one all of them."""
        number = self._given.get(hints, 0)
        if number == len(hints.texts):
            return "These were all hints:\n" + "\n".join(f"{i + 1}. {text}" for i, text in enumerate(hints.texts))
        self._given[hints] = number + 1
        return f"Hint {number + 1} of {len(hints.texts)}: {hints.texts[number]}"

    def note(self, result: CheckResult, capture: Capture | None) -> None:
        """Count a try, if it was wrong; forget them once it is right."""
        if result.status is Status.PASSED:
            self._tries.pop(result.name, None)
        elif result.status in (Status.WRONG, Status.RAISED):
            attempt = (capture.value, capture.error) if capture is not None else result.reason
            self._tries.setdefault(result.name, set()).add(hash(attempt))

    def offer(self, result: CheckResult, hints: Hints | None) -> str:
        """Return the line that offers a hint below a check; "" if it is too early, or there is none."""
        if hints is None or result.status not in (Status.WRONG, Status.RAISED):
            return ""
        unexplained = result.status is Status.WRONG and result.diagnosis is None
        if not unexplained and len(self._tries.get(result.name, ())) < _TRIES:
            return ""
        remaining = len(hints.texts) - self._given.get(hints, 0)
        return f'Stuck? `check.hint("{result.name}")` gives a hint.' if remaining else ""
