"""What the solution gave, and what is known to go wrong: the truth that answers are held against.

In: a run of the solution, or the file that lies beside a released notebook. Out: a `Reference` with decoded
values; `compared`, which holds one value against it by the reference's own tolerance or bound.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from autograder.compare import compare, within_bound
from autograder.judge.expected import StoredOutcome
from autograder.model import Capture, Mismatch, Run, ValueOutcome
from autograder.notebook import Notebook, marked_by, names_of, steps
from autograder.wire import values

__all__ = ["ErrorOutcome", "Outcomes", "Reference", "cell_error", "compared"]


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
    def by_location(self) -> dict[str, list[Capture]]:
        """The checks of each statement."""
        found: dict[str, list[Capture]] = {}
        for capture in self.run.captures.values():
            found.setdefault(capture.location, []).append(capture)
        return found

    @cached_property
    def statements(self) -> dict[str, tuple[str, str]]:
        """The check cell of each check, and the source of the statement that makes it."""
        sources = {step.location: step.source for step in steps(self.notebook.cells) if step.check}
        return {name: (one.cell_id, sources.get(one.location, "")) for name, one in self.run.captures.items()}

    @cached_property
    def subjects(self) -> Mapping[str, frozenset[str]]:
        """The names of the student's that each check's statement reads: functions that its exercise asks for."""
        marks = marked_by(self.notebook.cells)
        asked: dict[str, set[str]] = {}  # check cell -> names that the solution cells it marks bind as handed out
        for cell in self.notebook.cells:
            for check_cell in marks[cell.id] if cell.kind == "solution" else ():
                asked.setdefault(check_cell, set()).update(names_of(cell.released).bound)
        return {
            name: names_of(statement).read & asked.get(check_cell, set())
            for name, (check_cell, statement) in self.statements.items()
        }

    def is_own(self, name: str, data: bytes) -> bool:
        """Tell whether an encoded value is this one's to the last bit, as most right answers are."""
        own = self.run.captures[name]
        return data == own.value and not own.options.bounded

    def of_cell(self, cell_id: str) -> list[Capture]:
        """Return the checks of one cell, public ones first."""
        return [capture for capture in self.run.captures.values() if capture.cell_id == cell_id]


@dataclass(frozen=True, slots=True)
class ErrorOutcome:
    """The exception that a known misconception gives at a check, and what a tutor says to it."""

    name: str
    says: str
    error: str  # what the check's statement raised: "NameError: name 'dh' is not defined"
    cell_id: str  # the solution cell of the misconception
    cell_error: str | None  # what that cell itself raised: the cause of the NameError


@dataclass(frozen=True, slots=True)
class Outcomes:
    """What is known to go wrong at one check: values, exceptions, and where there are no values, fingerprints."""

    values: Iterable[ValueOutcome] = ()
    errors: Iterable[ErrorOutcome] = ()
    prints: Iterable[StoredOutcome] = ()


def compared(actual: object, expected: object, capture: Capture) -> Mismatch | None:
    """Compare a value with the reference's, by the reference's own options."""
    options = capture.options
    if options.bounded:
        return within_bound(actual, at_most=options.at_most, at_least=options.at_least)
    return compare(actual, expected, rtol=options.rtol, atol=options.atol)


def cell_error(run: Run | None, cell_id: str) -> str | None:
    """Return what a cell raised, None if nothing."""
    return next((cell.error for cell in run.cells if cell.cell_id == cell_id), None) if run is not None else None
