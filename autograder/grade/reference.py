"""What the solution gave, and what is known to go wrong: the truth that answers are held against.

In: a run of the solution. Out: a `Reference` with decoded values; `judge`, which holds one value against
it by the reference's own tolerance or bound.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from autograder import values
from autograder.compare import compare, within_bound
from autograder.errors import ReferenceRunError
from autograder.model import Capture, Diagnosis, Mismatch, Run, WrongValue
from autograder.notebook import Alternative, Notebook, steps

__all__ = ["Reference", "Wrong", "WrongError", "affected", "cell_error", "judge", "require_sound"]


@dataclass(frozen=True)
class Reference:
    """What the solution gave: the truth of one notebook, on one device, for one secret."""

    notebook: Notebook
    run: Run
    setup: Callable[[], Mapping[str, object]] = dict  # gives the variables when they are first asked for

    @cached_property
    def variables(self) -> Mapping[str, object]:
        """The numbers that setup cells define and no check is named after, by name."""
        return self.setup()

    def others(self, name: str) -> Mapping[str, object]:
        """Return what else has a name for the student: the values of the other public checks, and variables."""
        public = (one for one in self.run.captures.values() if one.name != name and not one.hidden)
        return {**{one.name: self.expected[one.name] for one in public}, **self.variables}

    @cached_property
    def expected(self) -> dict[str, object]:
        """The expected values, decoded."""
        return {name: values.decode(capture.value or b"") for name, capture in self.run.captures.items()}

    @cached_property
    def by_place(self) -> dict[str, list[Capture]]:
        """The checks of each statement."""
        found: dict[str, list[Capture]] = {}
        for capture in self.run.captures.values():
            found.setdefault(capture.place, []).append(capture)
        return found

    @cached_property
    def statements(self) -> dict[str, tuple[str, str]]:
        """The check cell of each check, and the source of the statement that makes it."""
        sources = {step.place: step.source for step in steps(self.notebook.cells) if step.check}
        return {name: (one.cell_id, sources.get(one.place, "")) for name, one in self.run.captures.items()}

    def is_own(self, name: str, data: bytes) -> bool:
        """Tell whether an encoded value is this one's to the last bit, as most right answers are."""
        own = self.run.captures[name]
        return data == own.value and not own.options.bounded

    def of_cell(self, cell_id: str) -> list[Capture]:
        """Return the checks of one cell, public ones first."""
        return [capture for capture in self.run.captures.values() if capture.cell_id == cell_id]


@dataclass(frozen=True, slots=True)
class WrongError:
    """The exception that a known misconception gives at a check, and what a tutor says to it."""

    name: str
    says: str
    error: str  # what the check's statement raised: "NameError: name 'dh' is not defined"
    cell_id: str  # the solution cell of the misconception
    cell_error: str | None  # what that cell itself raised: the cause of the NameError


@dataclass(frozen=True, slots=True)
class Wrong:
    """What is known to go wrong at one check: values, and exceptions."""

    values: Iterable[WrongValue] = ()
    errors: Iterable[WrongError] = ()
    recognise: Callable[[object], Diagnosis | None] | None = None  # where only fingerprints are known


def judge(actual: object, expected: object, capture: Capture) -> Mismatch | None:
    """Compare a value with the reference's, by the reference's own options."""
    options = capture.options
    if options.bounded:
        return within_bound(actual, at_most=options.at_most, at_least=options.at_least)
    return compare(actual, expected, rtol=options.rtol, atol=options.atol)


def require_sound(notebook: Notebook, run: Run) -> None:
    """Raise ReferenceRunError unless the solution ran to its end and answered every check."""
    where = f"the solution of {notebook.assignment}/{notebook.name}"
    errors = [(cell.cell_id, cell.error) for cell in run.cells if cell.error]
    errors += [(capture.name, capture.error) for capture in run.captures.values() if capture.error]
    errors += list(run.errors.items())
    if run.stop is not None:
        message = f"{where} did not run to its end: {run.stop}"
        raise ReferenceRunError(message)
    if errors:
        message = f"{where} fails at {errors[0][0]}: {errors[0][1]}"
        raise ReferenceRunError(message)
    for cell in notebook.check_cells:
        if not any(capture.cell_id == cell.id for capture in run.captures.values()):
            message = f"{where}: the check cell '{cell.id}' calls no check"
            raise ReferenceRunError(message)


def affected(notebook: Notebook, reference: Reference, other: Alternative) -> set[str]:
    """Return the checks where a misconception may show: those of its group, and those it names."""
    group = notebook.group(other.cell_id)
    return {name for name, one in reference.run.captures.items() if one.cell_id in group or name in other.breaks}


def cell_error(run: Run | None, cell_id: str) -> str | None:
    """Return what a cell raised, None if nothing."""
    return next((cell.error for cell in run.cells if cell.cell_id == cell_id), None) if run is not None else None
